#!/usr/bin/env python3
"""Fit what a sentence is worth in a summary to an editor's choices and to published highlights.

    PYTHONPATH=src .training/bin/python scripts/train_summaries.py ../shared/data [--draws 1600]

Reads gist/gist.jsonl.zst (sentences that an editor chose, and a summary of his own words) and
summaries/train.jsonl.zst (highlights). First, the worth of words: a logistic regression on whether
a word of the article stands in the summary. Then the weights of a sentence's features: draws around
round numbers (seeded; fitted ones would carry what they have seen into every fold), each tried on
all articles through newskit's own choice of sentences; what counts is ROUGE-1, -2 and -Lsum against
the editor's summaries. The mean of the thirty best draws is taken, since the best of many draws is
partly luck. That the highlights do not count here, too, is no loss to them: by five folds they were
found less well when they did.

Five folds by article: the weights for a fold are fitted to the other four, those of words, too. Its
figures come first, then, fitted to all, WORD_WEIGHTS and WEIGHTS for
src/newskit/summarize/weights.py.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from evaluate_summaries import FILES, KINDS, Row, agreed, read, references_of, rouge
from newskit.summarize import weights
from newskit.summarize.budget import Budget
from newskit.summarize.choose import choose
from newskit.summarize.defects import find_defects
from newskit.summarize.sentence import Sentence
from newskit.text.sentences import spans
from newskit.text.stems import content_words, stop_stems

FOLDS = 5
SEED = 5
SPREAD = 0.35  # standard deviation of a draw, as a share of each weight
BEST = 30  # draws that are averaged
# Around these the weights are drawn: guesses, rounded, in the order of the features.
START = {
    "place": 1.0, "first": 0.1, "end": -0.3, "words": 0.25, "central": 1.5, "digits": 0.3,
    "quote": -0.1, "leans": -0.1, "short": -1.0, "long": -0.75,
}  # fmt: skip
STRENGTH = 1.0  # inverse of the regularisation of the words' regression
THREE = Budget(3, None, None)
STOPS = stop_stems()


def fold_of(article: Row) -> int:
    """Return the fold of an article; both sets hold some of the same ones."""
    return hashlib.sha256(article["text"][:200].encode()).digest()[0] % FOLDS


def sentences_of(article: Row) -> list[Sentence]:
    text = article["text"]
    found = [s for s in spans(text) if any(map(str.isalnum, text[s[0] : s[1]]))]
    sentences = [Sentence(i, text, s) for i, s in enumerate(found)]
    find_defects(text, sentences, article)
    return sentences


def word_rows(article: Row) -> Iterator[tuple[list[float], bool]]:
    """Yield the features of every word of an article, and whether the summary has it."""
    said = set(content_words(" ".join(references_of(article))))
    for word, found in weights.described(sentences_of(article), "", STOPS).items():
        yield list(weights.word_features(*found).values()), word in said


def fit_words(articles: Sequence[Row]) -> dict[str, float]:
    """Return the log odds; that of the title, which these articles lack, stays as it is."""
    rows = [row for article in articles for row in word_rows(article)]
    names = list(weights.WORD_WEIGHTS)
    x = np.array([row for row, _ in rows])
    y = np.array([is_said for _, is_said in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=1000, fit_intercept=False).fit(x, y)
    found = dict(zip(names, (round(float(w), 2) for w in model.coef_[0]), strict=True))
    return found | {"title": weights.WORD_WEIGHTS["title"]}


def draws(count: int) -> list[dict[str, float]]:
    """Return sets of weights: the present ones, then draws around START."""
    generator = np.random.default_rng(SEED)
    names, centre = list(START), np.array(list(START.values()))
    spread = SPREAD * np.maximum(np.abs(centre), 0.1)
    present = np.array([weights.WEIGHTS[name] for name in names])
    tried = [present, *(centre + generator.normal(size=(count, len(centre))) * spread)]
    return [dict(zip(names, (round(float(v), 3) for v in row), strict=True)) for row in tried]


def measure(article: Row, words: dict[str, float], tried: list[dict[str, float]]) -> Any:
    """Return for each draw the figures of an article's three sentences."""
    weights.WORD_WEIGHTS = words
    weights.WORTHS.clear()
    sentences = sentences_of(article)
    names = list(weights.WEIGHTS)
    x = np.array(weights.rows_of(sentences, "", STOPS))
    known: dict[tuple[tuple[int, int], ...], list[float]] = {}
    figures = []
    for draw in tried:
        weights.WEIGHTS = draw
        scores = [weights.scaled(float(v)) for v in x @ np.array([draw[n] for n in names])]
        pieces = tuple((c.start, c.end) for c in choose(article["text"], sentences, scores, THREE))
        if pieces not in known:
            known[pieces] = judge(article, pieces)
        figures.append(known[pieces])
    return figures


def judge(article: Row, pieces: Sequence[tuple[int, int]]) -> list[float]:
    text = article["text"]
    said = "\n".join(" ".join(text[s:e].split()) for s, e in pieces)
    scores = [rouge().score(reference, said) for reference in references_of(article)]
    row = [100 * float(np.mean([s[k].fmeasure for s in scores])) for k in KINDS]
    best = article.get("gold_key_sentences", [])
    five = best + article.get("gold_next_sentences", [])
    return [*row, agreed(pieces, best), agreed(pieces, five)]


def worth(figures: Any) -> Any:
    """Return what each draw is worth: (draws, articles, figures) to (draws,).

    Each kind of ROUGE counts by its gain over the present weights in per cent, so that ROUGE-2, the
    smallest, counts as the others do.
    """
    means = figures[..., : len(KINDS)].mean(1)
    return (means / means[0]).mean(1)


def averaged(tried: list[dict[str, float]], values: Any) -> dict[str, float]:
    """Return the mean of the best draws."""
    best = [tried[i] for i in np.argsort(-values, kind="stable")[:BEST]]
    return {name: round(float(np.mean([d[name] for d in best])), 2) for name in best[0]}


def report(title: str, figures: Any, is_gist: Any) -> None:
    """Print the means of one figure an article."""
    for name, side in (("gist", is_gist), ("highlights", ~is_gist)):
        named = zip((*KINDS, "of_three", "of_five"), figures[side].mean(0), strict=True)
        means = " ".join(f"{kind} {value:.2f}" for kind, value in named)
        print(f"{title:24} {name:10} {means}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder of labelled data")
    parser.add_argument("--draws", type=int, default=1600)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    articles = [
        article
        for file in (FILES["gist"], "summaries/train.jsonl.zst")
        for article in read(arguments.data / file)
    ]
    folds = np.array([fold_of(a) for a in articles])
    is_gist = np.array(["gold_key_sentences" in a for a in articles])
    fitted = [fit_words([a for a in articles if fold_of(a) != f]) for f in range(FOLDS)]
    tried = draws(arguments.draws)
    words = [fitted[fold] for fold in folds]
    with ProcessPoolExecutor(arguments.jobs) as pool:

        def measured(sets: list[dict[str, float]]) -> Any:
            made = pool.map(measure, articles, words, repeat(sets), chunksize=8)
            return np.array(list(made)).transpose(1, 0, 2)

        figures = measured(tried)
        inside = [folds != fold for fold in range(FOLDS)] + [folds >= 0]
        fitted_to = [averaged(tried[1:], worth(figures[:, i & is_gist])[1:]) for i in inside]
        final = measured(fitted_to)
    report("present weights", figures[0], is_gist)
    held = np.empty(figures.shape[1:])
    for fold in range(FOLDS):
        held[folds == fold] = final[fold, folds == fold]
    report("five folds", held, is_gist)
    report("fitted to all", final[FOLDS], is_gist)
    shipped = {"WORD_WEIGHTS": fit_words(articles), "WEIGHTS": fitted_to[FOLDS]}
    print(json.dumps(shipped, indent=4))


if __name__ == "__main__":
    main()
