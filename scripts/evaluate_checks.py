#!/usr/bin/env python3
"""Measure the checks of `summarize --backend`: how many flags are right, and what they miss.

Usage: evaluate_checks.py [--data FOLDER] [--show]

1. The table of tests/unit/summarize/claims.jsonl, by halves: precision and recall of the flags.
2. Summaries that editors wrote of real articles: how many get a flag (--show lists the flags, to
   be judged by reading).
3. The same summaries with one number or name exchanged: how many of the exchanged ones are flagged.
4. Three sentences of an article as they stand: none may get a flag.
"""

from __future__ import annotations

import argparse
import io
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import zstandard

from newskit.summarize.abstractive.checks import Article, find_names, find_numbers, load_ordinary
from newskit.summarize.abstractive.figures import Reader
from newskit.summarize.abstractive.folding import bare
from newskit.summarize.abstractive.proper import PARTICLES, TOKEN, runs, tokens
from newskit.text.sentences import spans

CLAIMS = Path(__file__).parents[1] / "tests/unit/summarize/claims.jsonl"
SETS = ("gist/gist.jsonl.zst", "summaries/train.jsonl.zst", "summaries/dev.jsonl.zst")
ORDINARY = load_ordinary()


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as raw:
        if path.suffix == ".zst":
            raw = zstandard.ZstdDecompressor().stream_reader(raw)
        yield from map(json.loads, io.TextIOWrapper(raw, "utf-8"))


def flags(summary: str, article: Article) -> dict[str, list[str]]:
    language = article.language
    return {
        "numbers": find_numbers(summary, article, (language, language)),
        "names": find_names(summary, article, language, ORDINARY),
    }


def claims() -> None:
    """Print precision and recall on the table."""
    for half in ("seen", "held out"):
        for kind in ("numbers", "names"):
            right = wrong = missed = 0
            for row in lines(CLAIMS):
                if row["half"] != half:
                    continue
                article = Article("", row["text"], row["language"])
                left = list(row[kind])
                for flag in flags(row["summary"], article)[kind]:
                    same = [claim for claim in left if claim in flag or flag in claim]
                    right, wrong = right + bool(same), wrong + (not same)
                    left = [claim for claim in left if claim not in same[:1]]
                missed += len(left)
            print(f"{half:9} {kind:8} right {right} wrong {wrong} missed {missed}")


def summaries(path: Path) -> Iterator[tuple[str, Article, list[str]]]:
    """Yield a summary, its article, and the people that it is about, where given."""
    for row in lines(path):
        summary = row["gold_summaries"][0]
        summary = summary if isinstance(summary, str) else " ".join(summary)
        people = [name for name, kind in row.get("gold_central_entities", ()) if kind == "PERSON"]
        yield summary, Article(row.get("title") or "", row["text"], "en"), people


def flagged(path: Path, *, show: bool) -> None:
    """Print how many summaries have a flag."""
    count = {"articles": 0, "numbers": 0, "names": 0}
    for summary, article, _ in summaries(path):
        count["articles"] += 1
        for kind, found in flags(summary, article).items():
            count[kind] += bool(found)
            if found and show:
                print(f"  {kind}: {found} in {summary!r}")
    print(path.name, count)


def exchanged(path: Path) -> None:
    """Print how many exchanged numbers and names are flagged."""
    rows = list(summaries(path))
    chance = random.Random(7)
    kinds = {"numbers": other_number, "names": other_name, "mixed names": mixed_name}
    for kind, exchange in kinds.items():
        tried = found = 0
        for summary, article, people in rows:
            change = exchange(chance, rows, (summary, article, people))
            if change is None:
                continue
            old, new = change
            tried += 1
            after = flags(summary.replace(old, new, 1), article)
            hit = any(new in flag or flag in new for flag in after[kind.split()[-1]])
            found += hit
        print(f"{path.name} {kind}: {found} of {tried} flagged")


def verbatim(path: Path) -> None:
    """Print how many excerpts have a flag."""
    chance = random.Random(7)
    tried = wrong = 0
    for _, article, _ in summaries(path):
        found = list(spans(article.text))
        for _ in range(4):
            at = chance.randrange(len(found))
            excerpt = " ".join(article.text[start:end] for start, end in found[at : at + 3])
            tried += 1
            wrong += any(flags(" ".join(excerpt.split()), article).values())
    print(f"{path.name} excerpts: {wrong} of {tried} flagged")


Row = tuple[str, Article, list[str]]


def other_number(chance: random.Random, rows: list[Row], row: Row) -> tuple[str, str] | None:
    summary, article, _ = row
    figures = [f for f in Reader("en")(summary) if f.is_digits]
    if not figures:
        return None
    figure = chance.choice(figures)
    old = summary[figure.start : figure.end]
    for _ in range(20):
        new = "".join(str(chance.randint(1, 9)) if c.isdecimal() else c for c in old)
        if new != old and new not in article.text:
            return old, new
    return None


def names_of(summary: str) -> list[str]:
    found = [run for words in tokens(summary) for run in runs(summary, words, PARTICLES - {"s"})]
    named = [run for run in found if not run[0].opens and len(run[-1].raw) > 2]
    return [summary[run[0].start : run[-1].end] for run in named]


def other_name(chance: random.Random, rows: list[Row], row: Row) -> tuple[str, str] | None:
    """Put a name of another summary, no word of which the article has, in the place of a name."""
    summary, article, _ = row
    old = names_of(summary)
    known = {bare(m.group()) for m in TOKEN.finditer(f"{article.title} {article.text}")}
    for _ in range(20):
        new = names_of(chance.choice(rows)[0])
        if old and new:
            name = chance.choice(new)
            words = {bare(m.group()) for m in TOKEN.finditer(name)} - PARTICLES
            if words.isdisjoint(known):
                return chance.choice(old), name
    return None


def mixed_name(chance: random.Random, rows: list[Row], row: Row) -> tuple[str, str] | None:
    """Put a person's first name before another's surname."""
    summary, article, people = row
    full = [p.split() for p in people if len(p.split()) == 2 and p in article.text]
    full = [p for p in full if " ".join(p) in summary or p[1] in summary]
    if len(full) < 2:
        return None
    one, other = full[:2]
    old = " ".join(one) if " ".join(one) in summary else one[1]
    new = f"{one[0]} {other[1]}"
    return (old, new) if one[1] != other[1] and new not in article.text else None


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    claims()
    for name in SETS:
        if (given.data / name).exists():
            flagged(given.data / name, show=given.show)
            exchanged(given.data / name)
            verbatim(given.data / name)


if __name__ == "__main__":
    main()
