#!/usr/bin/env python3
"""Measure the sentence splitter: precision, recall and F1 of sentence ends inside paragraphs.

Usage: scripts/evaluate_sentences.py FOLDER [--errors]

FOLDER holds *.jsonl with `text` (a paragraph) and `gold_sentences` [[start, end], ...] in code
points. A paragraph's last end is left out: every splitter gets it right. Without the folder the
script says so and ends with 0, since the data is not part of the project.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from newskit.text.sentences import split


def main(arguments: list[str]) -> int:
    """Print the figures as one JSON object; with --errors, every wrong boundary before it."""
    folders = [Path(a) for a in arguments if not a.startswith("-")]
    if len(folders) != 1:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    files = sorted(folders[0].glob("*.jsonl"))
    if not files:
        print(f"skipped: no *.jsonl in {folders[0]}")
        return 0
    hits = extra = missed = 0
    for line in (line for file in files for line in file.open(encoding="utf-8")):
        article = json.loads(line)
        text = article["text"]
        gold = {end for _, end in article["gold_sentences"][:-1]}
        found = {end for _, end in split(text)[:-1]}
        hits += len(gold & found)
        extra += len(found - gold)
        missed += len(gold - found)
        if "--errors" in arguments:
            for end in sorted(gold ^ found):
                side = "extra " if end in found else "missed"
                print(f"{side} {text[max(0, end - 40) : end]!r} | {text[end : end + 30]!r}")
    precision, recall = hits / max(1, hits + extra), hits / max(1, hits + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    figures = {"ends": hits + missed, "precision": precision, "recall": recall, "f1": f1}
    print(json.dumps({k: round(v, 4) for k, v in figures.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
