#!/usr/bin/env python3
"""Measures key phrases: newskit, plain tf-idf and yake against the phrases that editors named.

    zstdcat ../shared/data/gist/gist.jsonl.zst | newskit entities > build/gist.jsonl
    newskit entities scripts/labels/keyphrases.jsonl > build/keyphrases.jsonl
    PYTHONPATH=src python scripts/evaluate_keywords.py build/gist.jsonl build/keyphrases.jsonl

F1 is of ten phrases, equal after stemming (../shared/tools/score.py counts it so). English: the
weights are fitted to four folds of articles and measured on the fifth, five times; `as shipped`
are those in summarize/keyphrases/keywords.py, which were fitted to one half (train_keywords.py).
German, French and Spanish: the weights as shipped, with the language's background table and with
the English one.
Differences have paired bootstrap intervals over articles (95 %, 1,000 samples, seeded).
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from newskit.model.background import ENGLISH
from newskit.summarize.keyphrases import keywords as ours
from newskit.summarize.keyphrases.phrases import find_phrases
from train_keywords import Article, backgrounds, bare, fit, is_unseen, key, part_of, rows

FOLDS = 5
COUNT = 10
SAMPLES = 1_000
SEED = 5
NEWSKIT, BARE, PLAIN, YAKE = "newskit", "newskit, no entities", "tf-idf", "yake"
Method = Callable[[Article], list[str]]
Scores = dict[str, list[float]]  # by system, an article each


def newskit(article: Article) -> list[str]:
    return [k["text"] for k in ours.keywords(article, COUNT, backgrounds().of(article))]


def with_english_table(article: Article) -> list[str]:
    return [k["text"] for k in ours.keywords(article, COUNT, backgrounds().named(ENGLISH))]


def plain(article: Article) -> list[str]:
    """Return the best phrases by number of mentions times rarity, nothing else."""
    background = backgrounds().of(article)
    worth = defaultdict(list)
    for phrase in find_phrases(bare(article)):
        if len(phrase.words) <= 3:
            field, start, end = phrase.span
            value = phrase.count * math.fsum(map(background.rarity, phrase.words))
            worth[-value].append(article[field][start:end])
    return [text for value in sorted(worth) for text in worth[value]][:COUNT]


def yake(article: Article) -> list[str]:
    whole = f"{article.get('title') or ''}.\n{article['text']}".lstrip(".\n")
    found = yake_of(article.get("language", ENGLISH)).extract_keywords(whole)
    return [text for text, _ in found]


@cache
def yake_of(language: str) -> Any:
    from yake import KeywordExtractor

    return KeywordExtractor(lan=language, n=3, top=COUNT)


def f1(found: Sequence[str], article: Article) -> float:
    language = article.get("language", "")
    mine = {key(text, language) for text in found}
    wanted = {key(text, language) for text in article["gold_key_phrases"]}
    return 2 * len(mine & wanted) / (len(mine) + len(wanted)) if mine else 0.0


def english(articles: Sequence[Article]) -> Scores:
    """Return F1 of every article: newskit's by weights that were fitted without its fold."""
    shipped = ours.WEIGHTS, ours.BIAS
    found: Scores = {
        f"{NEWSKIT}, as shipped": [f1(newskit(a), a) for a in articles],
        f"{BARE}, as shipped": [f1(newskit(bare(a)), a) for a in articles],
        PLAIN: [f1(plain(a), a) for a in articles],
        YAKE: [f1(yake(a), a) for a in articles],
        NEWSKIT: [0.0] * len(articles),
        BARE: [0.0] * len(articles),
    }
    candidates = [rows(article) + rows(bare(article)) for article in articles]
    for fold in range(FOLDS):
        held = [i for i, article in enumerate(articles) if part_of(article, FOLDS) == fold]
        rest = set(range(len(articles))).difference(held)
        ours.WEIGHTS, ours.BIAS = fit(row for i in sorted(rest) for row in candidates[i])
        for i in held:
            found[NEWSKIT][i] = f1(newskit(articles[i]), articles[i])
            found[BARE][i] = f1(newskit(bare(articles[i])), articles[i])
    ours.WEIGHTS, ours.BIAS = shipped
    return found


def other(articles: Sequence[Article]) -> Scores:
    """Return F1 of every article in another language."""
    methods: dict[str, Method] = {
        NEWSKIT: newskit,
        f"{NEWSKIT}, English table": with_english_table,
        BARE: lambda article: newskit(bare(article)),
        f"{BARE}, English table": lambda article: with_english_table(bare(article)),
        PLAIN: plain,
        YAKE: yake,
    }
    return {name: [f1(method(a), a) for a in articles] for name, method in methods.items()}


def interval(mine: Sequence[float], theirs: Sequence[float]) -> str:
    """Return the mean difference with its paired bootstrap interval."""
    differences = np.array(mine) - np.array(theirs)
    draws = np.random.default_rng(SEED).integers(0, len(differences), (SAMPLES, len(differences)))
    low, high = np.percentile(differences[draws].mean(1), [2.5, 97.5])
    return f"{differences.mean():+.3f} [{low:+.3f} {high:+.3f}]"


def show(title: str, scores: Scores, chosen: Sequence[int], against: Sequence[str]) -> None:
    """Print one table: a system a line, with its differences to those of `against`."""
    print(f"\n{title}, {len(chosen)} articles; differences to {', to '.join(against)}")
    kept = {name: [values[i] for i in chosen] for name, values in scores.items()}
    for name, values in kept.items():
        cells = (interval(values, kept[base]) if base != name else "" for base in against)
        differences = "".join(f"  {cell:22}" for cell in cells)
        print(f"{name:36}{np.mean(values):.3f}{differences}".rstrip(), flush=True)


def grouped(title: str, articles: Sequence[Article], field: str) -> dict[str, list[int]]:
    """Return the places of all articles, then of those of each value of a field."""
    groups: dict[str, list[int]] = {f"{title}, all": list(range(len(articles)))}
    for i, article in enumerate(articles):
        groups.setdefault(f"{title}, {article[field]}", []).append(i)
    return groups


def main() -> None:
    gist, others = (
        [json.loads(line) for line in Path(name).read_bytes().splitlines()] for name in sys.argv[1:]
    )
    scores = english(gist)
    groups = grouped("gist", gist, "set")
    groups["gist, half unseen as shipped"] = [i for i, a in enumerate(gist) if is_unseen(a)]
    for title, places in groups.items():
        show(title, scores, places, [PLAIN, YAKE, f"{NEWSKIT}, as shipped"])
    scores = other(others)
    against = [f"{NEWSKIT}, English table", f"{BARE}, English table", YAKE]
    for title, places in grouped("other languages", others, "language").items():
        show(title, scores, places, against)


if __name__ == "__main__":
    main()
