#!/usr/bin/env python3
"""Measures `--trim`: what it cuts, what that saves, and what the room is worth.

    .training/bin/python scripts/evaluate_trim.py --data ../shared/data [--show 120]

Needs scripts/training.txt installed. Prints, for each set: how many summaries of three sentences
have something cut, by what; the words that this saves; the share of summaries with a defect
(summary_defects.py) with and without; ROUGE of 60 words (F1, stemmed) with and without, and of
three sentences, with the paired bootstrap interval of the difference (95 %, 1,000 samples, seeded).
`--show N` prints N cut sentences instead, what is cut in double braces, for reading.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rouge_score import rouge_scorer

from evaluate_summaries import KINDS, SEED, WORDS, Row, interval, read
from newskit.summarize import Summarize
from newskit.summarize.defects import find_defects
from newskit.summarize.sentence import Sentence
from newskit.summarize.trim import shown
from newskit.text.sentences import spans
from summary_defects import Span, defects

FILES = {"train": "summaries/train.jsonl.zst", "gist": "gist/gist.jsonl.zst"}
Piece = dict[str, Any]


def kept_of(piece: Piece) -> list[Span]:
    return [(start, end) for start, end in piece.get("kept", [[piece["start"], piece["end"]]])]


def said_by(text: str, pieces: Sequence[Piece]) -> list[str]:
    """Return the sentences of a summary as they are shown."""
    return [
        shown(text, kept_of(p)) if "kept" in p else " ".join(text[p["start"] : p["end"]].split())
        for p in pieces
    ]


def as_text(text: str, pieces: Sequence[Piece]) -> tuple[str, list[Span]]:
    """Return the article as if it had the trimmed sentences, and their spans in it."""
    parts, places, at, size = [], [], 0, 0
    for piece, said in zip(pieces, said_by(text, pieces), strict=True):
        before = text[at : piece["start"]]
        parts += [before, said]
        places.append((size + len(before), size + len(before) + len(said)))
        size += len(before) + len(said)
        at = piece["end"]
    return "".join([*parts, text[at:]]), places


def marked(text: str, piece: Piece, whole: Span) -> str:
    """Return a sentence with what was cut in double braces."""
    out, at = "", whole[0]
    for start, end in [*kept_of(piece), (whole[1], whole[1])]:
        out += ("{{" + text[at:start] + "}}" if start > at else "") + text[start:end]
        at = end
    return " ".join(out.split())


def summary_of(stage: Summarize, article: Row) -> list[Piece]:
    return stage(article)["summary_sentences"] or []


def judge(article: Row, pieces: Sequence[Piece], scorer: Any) -> Row:
    """Return the figures of one summary."""
    text = article["text"]
    said = said_by(text, pieces)
    scores = [scorer.score(r, "\n".join(said)) for r in article["gold_summaries"]]
    row: Row = {k: 100 * float(np.mean([s[k].fmeasure for s in scores])) for k in KINDS}
    row["words"] = len(" ".join(said).split())
    row["defects"] = defects(*as_text(text, pieces))
    row["cut"] = [name for p in pieces for name in p.get("trimmed", ())]
    return row


def cut_sentences(article: Row) -> Iterator[tuple[Piece, Span]]:
    """Yield the trimmed sentences of the summary with 3 sentences, and their untrimmed spans."""
    text = article["text"]
    found = [Sentence(i, text, span) for i, span in enumerate(spans(text))]
    find_defects(text, found, article)  # moves starts past datelines, which are cut without --trim
    for piece in summary_of(Summarize(trim=True), article):
        if "kept" in piece:
            whole = next(s for s in found if s.start <= piece["start"] and piece["end"] <= s.end)
            yield piece, (whole.start, whole.end)


def table(name: str, articles: Sequence[Row]) -> None:
    """Print the figures of one set."""
    scorer = rouge_scorer.RougeScorer(list(KINDS), use_stemmer=True)
    for label, options in (("3 sentences", {}), (f"{WORDS} words", {"words": WORDS})):
        plain = [judge(a, summary_of(Summarize(**options), a), scorer) for a in articles]
        short = [judge(a, summary_of(Summarize(**options, trim=True), a), scorer) for a in articles]
        cut = [row for row in short if row["cut"]]
        kinds = Counter(kind for row in short for kind in row["cut"]).most_common()
        print(f"\n{name}, {label}: {len(articles)} summaries, {len(cut)} with something cut")
        print("  cut:", ", ".join(f"{kind} {count}" for kind, count in kinds))
        for kind in (*KINDS, "words"):
            ours, without = ([row[kind] for row in rows] for rows in (short, plain))
            print(f"  {kind:10}{np.mean(without):7.2f} ->{np.mean(ours):7.2f}", end="  ")
            print(interval(ours, without))
        for title, rows in (("without", plain), ("with", short)):
            count = sum(bool(row["defects"]) for row in rows)
            listed = Counter(d for row in rows for d in row["defects"]).most_common()
            print(f"  {title:8} defects {100 * count / len(rows):5.2f} %  {listed}")


def saved(name: str, articles: Sequence[Row]) -> None:
    """Print the words that the trimmed sentences of three-sentence summaries lost."""
    lost = []
    for article in articles:
        text = article["text"]
        for piece, (start, end) in cut_sentences(article):
            said = said_by(text, [piece])[0]
            lost.append(len(text[start:end].split()) - len(said.split()))
    print(
        f"\n{name}: {len(lost)} cut sentences lost {np.mean(lost):.1f} words on average,", end=" "
    )
    print(f"{sum(lost) / len(articles):.2f} a summary")


def speed(articles: Sequence[Row]) -> None:
    """Print what trimming costs: the best of ten runs each, taken in turn."""
    best = {False: float("inf"), True: float("inf")}
    stages = {trim: Summarize(trim=trim) for trim in best}
    for _ in range(10):
        for trim, stage in stages.items():
            began = time.process_time()
            for article in articles:
                stage(article)
            best[trim] = min(best[trim], time.process_time() - began)
    print(f"\ntime with trimming: {best[True] / best[False]:.2f} of the time without")


def show(articles: Sequence[Row], count: int) -> None:
    """Print cut sentences for reading."""
    lines = {
        marked(article["text"], piece, whole)
        for article in articles
        for piece, whole in cut_sentences(article)
    }
    for line in random.Random(SEED).sample(sorted(lines), min(count, len(lines))):
        print("-", line)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of labelled data")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    sets = {name: list(read(arguments.data / path)) for name, path in FILES.items()}
    if arguments.show:
        show([a for articles in sets.values() for a in articles], arguments.show)
        return
    for name, articles in sets.items():
        table(name, articles)
        saved(name, articles)
    speed(sets["train"][:60])


if __name__ == "__main__":
    main()
