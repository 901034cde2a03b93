#!/usr/bin/env python3
"""Measures summaries: newskit, the lead, and the classical summarisers, on the same sentences.

    .training/bin/python scripts/evaluate_summaries.py --data ../shared/data [--sets gist,dev,query]

Needs scripts/peers.txt and scripts/training.txt installed. Prints, for each set, ROUGE-1, -2 and
-Lsum (F1, stemmed) of three sentences, the difference to the lead with a paired bootstrap interval
(95 %, 1,000 samples, seeded), and the share of summaries with a defect (summary_defects.py); the
same at 60 words, where `lead, cut` is the first 60 words; and articles per CPU second.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import zstandard
from rouge_score import rouge_scorer

from newskit.summarize import Summarize
from newskit.text.sentences import spans
from summary_defects import Span, defects
from summary_peers import rankers

FILES = {
    "gist": "gist/gist.jsonl.zst",
    "dev": "summaries/dev.jsonl.zst",
    "query": "summaries/query.jsonl.zst",
}
KINDS = ("rouge1", "rouge2", "rougeLsum")
SAMPLES = 1_000
SEED = 5
WORDS = 60
CUT = "lead, cut"
TIMED = 60  # articles of full length
LONG = 10_000  # sentences of the longest text that is timed; those of 298 articles are enough
Row = dict[str, Any]


@cache
def rouge() -> Any:
    return rouge_scorer.RougeScorer(list(KINDS), use_stemmer=True)


@cache
def peers() -> Any:
    return rankers()


def read(path: Path) -> Iterator[Row]:
    with path.open("rb") as raw:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), "utf-8")
        yield from map(json.loads, lines)


def sentences_of(text: str) -> list[Span]:
    return [(s, e) for s, e in spans(text) if any(map(str.isalnum, text[s:e]))]


def said_by(stage: Summarize, article: Row) -> list[Span]:
    return [(p["start"], p["end"]) for p in stage(article)["summary_sentences"] or ()]


def filled(text: str, ranked: Sequence[Span]) -> list[Span]:
    """Return the sentences, best first, that fit into WORDS words; never none."""
    left, kept = WORDS, []
    for start, end in ranked:
        if (size := len(text[start:end].split())) <= left:
            kept.append((start, end))
            left -= size
    return sorted(kept or ranked[:1])


def lead_cut(text: str, found: Sequence[Span]) -> list[Span]:
    """Return the first WORDS words."""
    kept, left = [], WORDS
    for start, end in found:
        words = list(re.finditer(r"\S+", text[start:end]))[:left]
        left -= len(words)
        kept.append((start, start + words[-1].end()))
        if not left:
            break
    return kept


def summaries(article: Row) -> Iterator[tuple[str, str, list[Span]]]:
    """Yield length, system and pieces of every summary of an article."""
    text = article["text"]
    found = sentences_of(text)
    yield "three sentences", "newskit", said_by(Summarize(), article)
    yield f"{WORDS} words", "newskit", said_by(Summarize(words=WORDS), article)
    yield f"{WORDS} words", CUT, lead_cut(text, found)
    for name, rank in peers().items():
        ranked = [found[i] for i in rank([" ".join(text[s:e].split()) for s, e in found])]
        yield "three sentences", name, sorted(ranked[:3])
        yield f"{WORDS} words", name, filled(text, ranked)


def judge(article: Row, pieces: list[Span], references: Sequence[str]) -> Row:
    """Return the figures of one summary."""
    text = article["text"]
    said = [" ".join(text[s:e].split()) for s, e in pieces]
    scores = [rouge().score(reference, "\n".join(said)) for reference in references]
    row: Row = {k: 100 * float(np.mean([s[k].fmeasure for s in scores])) for k in KINDS}
    row |= {"words": len(" ".join(said).split()), "defects": defects(text, pieces)}
    if "gold_key_sentences" in article:
        best = article["gold_key_sentences"]
        row["of_three"] = agreed(pieces, best)
        row["of_five"] = agreed(pieces, best + article["gold_next_sentences"])
    return row


def agreed(pieces: Sequence[Span], wanted: Sequence[Span]) -> float:
    """Return which share of three pieces the editor took, in per cent; half a sentence counts."""

    def is_same(a: Span, b: Span) -> bool:
        return min(a[1], b[1]) - max(a[0], b[0]) >= 0.5 * min(a[1] - a[0], b[1] - b[0])

    return 100 * sum(any(is_same(p, w) for w in wanted) for p in pieces) / 3


def references_of(article: Row) -> list[str]:
    """Return the reference summaries, a sentence a line, as ROUGE-Lsum wants them."""
    references: list[str] = article["gold_summaries"]
    if "gold_key_sentences" not in article:
        return references
    return [re.sub(r"(?<=[.!?]) +", "\n", reference) for reference in references]


def measure(article: Row) -> list[tuple[str, str, Row]]:
    """Return length, system and figures of every summary of an article."""
    references = references_of(article)
    return [(n, s, judge(article, pieces, references)) for n, s, pieces in summaries(article)]


def measure_queries(article: Row) -> list[tuple[str, str, Row]]:
    """Return the same for an article with a summary for each of its topics."""
    found = sentences_of(article["text"])[:3]
    rows = []
    for words, reference in zip(article["topic_words"], article["gold_summaries"], strict=True):
        for name, pieces in (
            ("newskit --query", said_by(Summarize(query=words), article)),
            ("newskit", said_by(Summarize(), article)),
            ("lead", found),
        ):
            rows.append(("three sentences", name, judge(article, pieces, [reference])))
    return rows


def interval(ours: Sequence[float], lead: Sequence[float]) -> str:
    """Return the mean difference with its paired bootstrap interval."""
    differences = np.array(ours) - np.array(lead)
    draws = np.random.default_rng(SEED).integers(0, len(differences), (SAMPLES, len(differences)))
    low, high = np.percentile(differences[draws].mean(1), [2.5, 97.5])
    return f"{differences.mean():+.1f} [{low:+.1f} {high:+.1f}]"


def show(title: str, rows: dict[str, list[Row]]) -> None:
    """Print one table: a system a line."""
    kinds = [*KINDS, *(k for k in ("of_three", "of_five") if k in rows["lead"][0])]
    base = CUT if CUT in rows else "lead"
    print(f"\n{title}, {len(rows[base])} summaries; differences to `{base}`\n")
    heads = "".join(f"{kind:>10}{'':18}" for kind in kinds)
    print(f"{'':16}{heads}{'words':>7}{'defect %':>10}")
    for name in sorted(rows, key=lambda name: -np.mean([r["rouge1"] for r in rows[name]])):
        cells = ""
        for kind in kinds:
            ours, lead = ([r[kind] for r in rows[s]] for s in (name, base))
            cells += f"{np.mean(ours):10.1f}{interval(ours, lead) if name != base else '':>18}"
        words = np.mean([r["words"] for r in rows[name]])
        marked = 100 * np.mean([bool(r["defects"]) for r in rows[name]])
        kinds_found = Counter(d for r in rows[name] for d in r["defects"])
        listed = ", ".join(f"{k} {v}" for k, v in kinds_found.most_common())
        print(f"{name:16}{cells}{words:7.1f}{marked:10.1f}  {listed}")


def tables(name: str, path: Path, jobs: int) -> None:
    """Print all tables of a file: of all articles and, for three sentences, of each set."""
    articles = list(read(path))
    run = measure_queries if name == "query" else measure
    grouped: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    with ProcessPoolExecutor(jobs) as pool:
        for article, rows in zip(articles, pool.map(run, articles, chunksize=4), strict=True):
            for length, system, row in rows:
                grouped[f"{name}, {length}"][system].append(row)
                if length == "three sentences" and name != "query":
                    grouped[f"{name}, {length}, set {article['set']}"][system].append(row)
    for title, systems in sorted(grouped.items()):
        show(title, systems)


def seconds(run: Callable[[Any], object], inputs: Sequence[Any]) -> float:
    """Return the CPU seconds of running all inputs, the best of three times."""
    times = []
    for _ in range(3):
        began = time.process_time()
        for value in inputs:
            run(value)
        times.append(time.process_time() - began)
    return min(times)


def speed(path: Path) -> None:
    """Print articles per CPU second; the peers are given sentences, newskit splits by itself."""
    articles = [article for article, _ in zip(read(path), range(TIMED), strict=False)]
    given = [[a["text"][s:e] for s, e in sentences_of(a["text"])] for a in articles]
    ours = seconds(Summarize(), articles)
    theirs = seconds(peers()["sumy LexRank"], given)
    rates = f"newskit {TIMED / ours:.0f}, sumy LexRank {TIMED / theirs:.1f}"
    print(f"\narticles per CPU second: {rates}, ratio {theirs / ours:.0f}")


def lengths(path: Path) -> None:
    """Print what sentences cost as ten texts of a thousand, and as one of ten thousand.

    They are those of real articles, three to a paragraph, so that both hold the same words.
    """
    found = [a["text"][s:e] for a in read(path) for s, e in sentences_of(a["text"])][:LONG]
    if len(found) < LONG:
        return

    def texts_of(size: int) -> list[Row]:
        parts = [found[i : i + size] for i in range(0, LONG, size)]
        triples = [[" ".join(part[i : i + 3]) for i in range(0, size, 3)] for part in parts]
        return [{"text": "\n\n".join(paragraphs)} for paragraphs in triples]

    for name, stage in (("3 sentences", Summarize()), ("ratio 0.1", Summarize(ratio=0.1))):
        short, long = (seconds(stage, texts_of(size)) / LONG * 1e6 for size in (LONG // 10, LONG))
        print(f"{name}, CPU a sentence: of 1,000 {short:.0f} µs, of 10,000 {long:.0f} µs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of labelled data")
    parser.add_argument("--sets", default=",".join(FILES), help="gist, dev, query")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    speed(arguments.data / "summaries/train.jsonl.zst")
    lengths(arguments.data / "summaries/train.jsonl.zst")
    for name in arguments.sets.split(","):
        tables(name, arguments.data / FILES[name], arguments.jobs)


if __name__ == "__main__":
    main()
