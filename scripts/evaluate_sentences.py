#!/usr/bin/env python3
"""Measure sentence splitters: precision, recall and F1 of sentence ends inside paragraphs.

Usage: scripts/evaluate_sentences.py PATH [--by FIELD] [--errors] [--peers]

PATH is a *.jsonl file (tests/unit/text/hard_sentences.jsonl) or a folder of them. A line holds
`text`, a paragraph, and its sentences: `gold_sentences` as [[start, end], ...] in code points, or
`sentences` as strings. A paragraph's last end is left out: every splitter gets it right.

--by FIELD prints one line more for each value of a field (half, kind, language); --errors prints
each wrong end; --peers measures the splitters of sentence_peers.py that are installed as well.
Without a file the script says so and ends with 0, since some data is not part of the project.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from newskit.text.sentences import split

Article = dict[str, Any]
Splitter = Callable[[Article], set[int]]


def newskit_ends(article: Article) -> set[int]:
    """Return the ends that newskit finds."""
    return {end for _, end in split(article["text"])}


def gold_ends(article: Article) -> list[int]:
    """Return where the sentences end, in order; a sentence that is not in its place is an error."""
    if "gold_sentences" in article:
        return [end for _, end in article["gold_sentences"]]
    text, position, ends = article["text"], 0, []
    for sentence in article["sentences"]:
        start = text.index(sentence, position)
        if text[position:start].strip():
            raise ValueError(f"text between sentences: {text[position:start]!r}")
        position = start + len(sentence)
        ends.append(position)
    if text[position:].strip():
        raise ValueError(f"text behind the last sentence: {text[position:]!r}")
    return ends


def count(article: Article, splitter: Splitter = newskit_ends) -> Counter[str]:
    """Return the hits, the extra and the missed ends of one paragraph, its last end left out."""
    *inner, last = gold_ends(article)
    gold, found = set(inner), splitter(article) - {last}
    return Counter(
        hits=len(gold & found), extra=len(found - gold), missed=len(gold - found), paragraphs=1
    )


def figures(counts: Counter[str]) -> dict[str, float]:
    """Return precision, recall and F1 of summed counts."""
    hits, extra, missed = counts["hits"], counts["extra"], counts["missed"]
    precision, recall = hits / max(1, hits + extra), hits / max(1, hits + missed)
    f1 = 2 * hits / max(1, 2 * hits + extra + missed)
    named = {"precision": precision, "recall": recall, "f1": f1}
    rounded = {name: round(value, 4) for name, value in named.items()}
    return {"paragraphs": counts["paragraphs"], "ends": hits + missed, **rounded}


def errors(article: Article) -> Iterator[str]:
    """Yield a line for each end that newskit invents or misses."""
    text, gold = article["text"], set(gold_ends(article))
    found = newskit_ends(article)
    for end in sorted(gold ^ found):
        side = "extra " if end in found else "missed"
        yield f"{side} {text[max(0, end - 40) : end]!r} | {text[end : end + 30]!r}"


def articles_in(path: Path) -> list[Article]:
    """Return the lines of a file, or of all *.jsonl in a folder."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path] * path.exists()
    return [json.loads(line) for file in files for line in file.open(encoding="utf-8")]


def report(articles: list[Article], splitter: Splitter, field: str | None) -> None:
    """Print the figures of one splitter, of all and by the values of a field, as JSON objects."""
    counts = [count(article, splitter) for article in articles]
    print(json.dumps(figures(sum(counts, Counter()))))
    for value in dict.fromkeys(article.get(field) for article in articles) if field else ():
        chosen = (c for c, a in zip(counts, articles, strict=True) if a.get(field) == value)
        print(json.dumps({field: value, **figures(sum(chosen, Counter()))}, ensure_ascii=False))


def main(arguments: list[str]) -> int:
    """Print the figures as JSON objects, wrong ends before them."""
    field = None
    if "--by" in arguments[:-1]:
        at = arguments.index("--by")
        field = arguments[at + 1]
        arguments = arguments[:at] + arguments[at + 2 :]
    paths = [Path(a) for a in arguments if not a.startswith("-")]
    if len(paths) != 1:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    articles = articles_in(paths[0])
    if not articles:
        print(f"skipped: no *.jsonl in {paths[0]}")
        return 0
    if "--errors" in arguments:
        for line in (line for article in articles for line in errors(article)):
            print(line)
    report(articles, newskit_ends, field)
    if "--peers" in arguments:
        from sentence_peers import installed

        for name, splitter in installed():
            print(name)
            report(articles, splitter, field)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
