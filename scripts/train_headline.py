#!/usr/bin/env python3
"""Fits the weights of parse/headline.py, and shows by five folds of sites what they are worth.

    PYTHONPATH=src .training/bin/python scripts/train_headline.py --data ../shared/data

Data: data/roles, 290 pages as plain text, each line with its role, and the headlines and texts of
766 articles of data/extraction (fundus, wcxb); labels: see their READMEs. Every page is used six
times: whole; without its first line, the page's title; from the headline on; that without what is
around the text; the second and the bare text without the headline, where none is right. Every
article twice: with its headline above it, and without. Prints, for each use, right and wrong
headlines, then BIAS and WEIGHTS fitted to all. No randomness.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import zstandard
from sklearn.linear_model import LogisticRegression

from newskit.parse.headline import WEIGHTS, weighed
from newskit.parse.plain import read_plain
from newskit.text.blocks import segment

FOLDS = 5
TEXT = ("standfirst", "body", "subhead", "list", "quote", "note")
AROUND = ("title", "byline", "date", "signup", "share", "related", *TEXT)
LEAST = 0.5  # as headline.py has it


def read(path: Path) -> list[dict[str, Any]]:
    with path.open("rb") as file:
        reader = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(file), "utf-8")
        return [json.loads(line) for line in reader]


def folded(line: str) -> str:
    return " ".join(line.split()).casefold()


def uses(page: dict[str, Any]) -> dict[str, tuple[list[int], bool]]:
    """Return, by name, the lines of each use of a page, and whether its headline is among them."""
    roles = page["gold_roles"]
    every, last = range(len(roles)), max(i for i, role in enumerate(roles) if role == "title")
    titles = {folded(page["lines"][i]) for i in every if roles[i] == "title"}
    return {
        "whole": (list(every), True),
        "without page's title": (list(every[1:]), True),
        "from the headline": (list(every[last:]), True),
        "the article": ([i for i in every[last:] if roles[i] in AROUND], True),
        "without headline": (
            [i for i in every[1:] if folded(page["lines"][i]) not in titles],
            False,
        ),
        "the text": ([i for i in every if roles[i] in TEXT], False),
    }


def texts(data: Path) -> Iterator[tuple[str, str, str, set[str]]]:
    """Yield site, use, text and the headlines that are right (none where it has none)."""
    for page in read(data / "roles" / "roles.jsonl.zst"):
        lines, roles = page["lines"], page["gold_roles"]
        wanted = {folded(x) for x, role in zip(lines, roles, strict=True) if role == "title"}
        for name, (chosen, has_title) in uses(page).items():
            text = "\n".join(lines[i] for i in chosen)
            yield page["site"], name, text, wanted if has_title else set()
    for name in ("fundus", "wcxb"):
        for page in read(data / "extraction" / f"{name}.jsonl.zst"):
            title, text = page["gold_title"], page["gold_text"]
            if title and text:
                yield page["site"], "headline and text", f"{title}\n\n{text}", {folded(title)}
                yield page["site"], "text of an article", text, set()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of labelled data")
    samples = []
    for site, name, text, wanted in texts(parser.parse_args().data):
        fold = int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS
        blocks = segment(text)
        lines = [text[start:end] for start, end, _ in blocks]
        rows = list(weighed(lines))
        labels = [folded(lines[i]) in wanted for i, _ in rows]
        shipped = read_plain(text, blocks).get("title")
        samples.append((fold, name, [row for _, row in rows], labels, shipped, wanted))
    report(samples)
    model = fit(samples)
    weights = dict(zip(WEIGHTS, (round(float(w), 2) for w in model.coef_[0]), strict=True))
    print(f"BIAS = {model.intercept_[0]:.2f}\nWEIGHTS = {weights}")


def report(samples: list[tuple]) -> None:
    """Print what models fitted without a site find on it, and what the shipped one finds."""
    counts: dict[str, list[int]] = {}
    for fold in range(FOLDS):
        model = fit([sample for sample in samples if sample[0] != fold])
        for _, name, rows, labels, shipped, wanted in (s for s in samples if s[0] == fold):
            count = counts.setdefault(name, [0] * 5)
            count[0] += 1
            if rows and (chances := model.predict_proba(np.array(rows))[:, 1]).max() > LEAST:
                count[1 if labels[int(chances.argmax())] else 2] += 1
            if shipped:
                count[3 if folded(shipped) in wanted else 4] += 1
    print(f"{'':22} texts  right wrong  (as shipped, page's title and all: right wrong)")
    for name, (number, right, wrong, *as_shipped) in counts.items():
        print(f"{name:22} {number:5} {right:6} {wrong:5}  {as_shipped[0]:6} {as_shipped[1]:5}")


def fit(samples: list[tuple]) -> LogisticRegression:
    rows = np.array([row for sample in samples for row in sample[2]])
    labels = np.array([label for sample in samples for label in sample[3]])
    spread = rows.std(axis=0) + 1e-6
    model = LogisticRegression(C=1.0, max_iter=2_000).fit(rows / spread, labels)
    model.coef_ /= spread
    return model


if __name__ == "__main__":
    main()
