#!/usr/bin/env python3
"""Fit the weights of `summarize --keywords` to one half of the editors' phrases, and test the rest.

    zstdcat gist.jsonl.zst | newskit entities > gist.jsonl
    PYTHONPATH=src python scripts/train_keywords.py gist.jsonl

Prints WEIGHTS and BIAS for src/newskit/summarize/keywords.py, then F1 at ten phrases (Porter stems,
as ../shared/tools/score.py counts it) on both halves, with and without `entities`, for newskit, for
plain tf-idf of one to three words, and for yake.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import statistics
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from nltk.stem.porter import PorterStemmer
from sklearn.linear_model import LogisticRegression

from newskit.summarize import keywords as ours
from newskit.summarize.background import load_background
from newskit.summarize.phrases import find_phrases

WORD = re.compile(r"\w+")
STRENGTH = 0.1  # inverse of the regularisation
COUNT = 10
stem = cache(PorterStemmer().stem)


def key(phrase: str) -> str:
    return " ".join(stem(word) for word in WORD.findall(phrase.lower()))


def half(article: dict[str, Any]) -> int:
    """Return 0 for the half that weights are fitted to, 1 for the one held out."""
    return hashlib.sha256(str(article["id"]).encode()).digest()[-1] % 2


def bare(article: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in article.items() if name != "entities"}


def rows(article: dict[str, Any]) -> list[tuple[dict[str, float], bool]]:
    """Return every candidate's features, and whether the editor named it."""
    gold = {key(phrase) for phrase in article["gold_key_phrases"]}
    phrases = find_phrases(article)
    parts = ours.parts_of(phrases)
    found = []
    for phrase in phrases:
        field, start, end = phrase.span
        features = ours.features_of(phrase, parts.get(phrase.key, 0), load_background())
        found.append((features, key(article[field][start:end]) in gold))
    return found


def fit(articles: list[dict[str, Any]]) -> tuple[dict[str, float], float]:
    """Return weights and bias, rounded to hundredths."""
    found = [row for article in articles for row in rows(article)]
    names = list(found[0][0])
    x = np.array([[features[name] for name in names] for features, _ in found])
    y = np.array([named for _, named in found])
    scale = x.std(0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(x / scale, y)
    weights = dict(zip(names, (round(float(w), 2) for w in model.coef_[0] / scale), strict=True))
    return weights, round(float(model.intercept_[0]), 2)


def newskit(article: dict[str, Any]) -> list[str]:
    return [k["text"] for k in ours.keywords(article, COUNT, load_background())]


def plain(article: dict[str, Any]) -> list[str]:
    """Return the best phrases by number of mentions times rarity, nothing else."""
    background = load_background()
    worth = defaultdict(list)
    for phrase in find_phrases(bare(article)):
        if len(phrase.words) <= 3:
            field, start, end = phrase.span
            value = phrase.count * math.fsum(map(background.rarity, phrase.words))
            worth[-value].append(article[field][start:end])
    return [text for value in sorted(worth) for text in worth[value]][:COUNT]


def yake(article: dict[str, Any]) -> list[str]:
    whole = f"{article.get('title') or ''}.\n{article['text']}".lstrip(".\n")
    return [text for text, _ in peer().extract_keywords(whole)]


@cache
def peer() -> Any:
    from yake import KeywordExtractor

    return KeywordExtractor(n=3, top=COUNT)


def f1(found: list[str], gold: list[str]) -> float:
    mine, wanted = {key(text) for text in found}, {key(text) for text in gold}
    return 2 * len(mine & wanted) / (len(mine) + len(wanted)) if mine else 0.0


def report(name: str, method: Any, halves: list[list[dict[str, Any]]]) -> None:
    scores = [[f1(method(a), a["gold_key_phrases"]) for a in articles] for articles in halves]
    means = [statistics.mean(part) for part in scores]
    whole = statistics.mean(scores[0] + scores[1])
    print(f"{name:24} fitted {means[0]:.4f}  held out {means[1]:.4f}  all {whole:.4f}", flush=True)


def main() -> None:
    articles = [json.loads(line) for line in Path(sys.argv[1]).read_bytes().splitlines()]
    halves = [[a for a in articles if half(a) == side] for side in (0, 1)]
    weights, bias = fit([view(a) for a in halves[0] for view in (dict, bare)])
    print(json.dumps(weights, indent=4), f"\nBIAS = {bias}")
    ours.WEIGHTS, ours.BIAS = weights, bias
    report("newskit", newskit, halves)
    report("newskit without entities", lambda a: newskit(bare(a)), halves)
    report("tf-idf, one to three", plain, halves)
    report("yake", yake, halves)


if __name__ == "__main__":
    main()
