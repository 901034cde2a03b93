#!/usr/bin/env python3
"""Fit the weights of `summarize --keywords` to one half of the phrases that editors named.

    zstdcat ../shared/data/gist/gist.jsonl.zst | newskit entities > build/gist.jsonl
    PYTHONPATH=src python scripts/train_keywords.py build/gist.jsonl

Prints WEIGHTS and BIAS for summarize/keyphrases/keywords.py. Each article counts twice, with and
without `entities`. The other half stays unseen, so that what is shipped can be measured there;
scripts/evaluate_keywords.py does, and cross-validates. Weights of four fifths are no better on it.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from nltk.stem.porter import PorterStemmer
from nltk.stem.snowball import SnowballStemmer
from sklearn.linear_model import LogisticRegression

from newskit.model.background import Backgrounds, load_backgrounds
from newskit.summarize.keyphrases import keywords as ours
from newskit.summarize.keyphrases.phrases import find_phrases

WORD = re.compile(r"\w+")
STRENGTH = 0.1  # inverse of the regularisation
STEMMERS = {"de": "german", "fr": "french", "es": "spanish"}  # English: Porter, as for ROUGE

Article = dict[str, Any]
Row = tuple[dict[str, float], bool]  # a candidate's features, and whether the editor named it
backgrounds: Callable[[], Backgrounds] = cache(load_backgrounds)


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Return a stemmer for a language (BCP 47) of STEMMERS, the English one for any other."""
    name = STEMMERS.get(language)
    made: Any = SnowballStemmer(name) if name else PorterStemmer()
    return cache(made.stem)


def key(phrase: str, language: str = "") -> str:
    """Return what makes two phrases the same: their stems.

    >>> key("The Ferries")
    'the ferri'
    """
    return " ".join(map(stemmer(language), WORD.findall(phrase.lower())))


def part_of(article: Article, parts: int) -> int:
    """Return which of `parts` an article belongs to, by its id."""
    return hashlib.sha256(str(article["id"]).encode()).digest()[-1] % parts


def is_unseen(article: Article) -> bool:
    """Tell whether an article is of the half that the shipped weights are not fitted to."""
    return part_of(article, 2) == 1


def bare(article: Article) -> Article:
    return {name: value for name, value in article.items() if name != "entities"}


def rows(article: Article) -> list[Row]:
    """Return every candidate of an article."""
    gold = {key(phrase) for phrase in article["gold_key_phrases"]}
    background = backgrounds().of(article)
    phrases = find_phrases(article)
    parts = ours.parts_of(phrases)
    found = []
    for phrase in phrases:
        field, start, end = phrase.span
        features = ours.features_of(phrase, parts.get(phrase.key, 0), background)
        found.append((features, key(article[field][start:end]) in gold))
    return found


def fit(found: Iterable[Row]) -> tuple[dict[str, float], float]:
    """Return weights and bias, rounded to hundredths."""
    candidates = list(found)
    names = list(candidates[0][0])
    x = np.array([[features[name] for name in names] for features, _ in candidates])
    y = np.array([named for _, named in candidates])
    scale = x.std(0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(x / scale, y)
    weights = dict(zip(names, (round(float(w), 2) for w in model.coef_[0] / scale), strict=True))
    return weights, round(float(model.intercept_[0]), 2)


def main() -> None:
    articles = [json.loads(line) for line in Path(sys.argv[1]).read_bytes().splitlines()]
    seen = [article for article in articles if not is_unseen(article)]
    weights, bias = fit(row for a in seen for view in (a, bare(a)) for row in rows(view))
    print(json.dumps(weights, indent=4), f"\nBIAS = {bias}")


if __name__ == "__main__":
    main()
