"""Chooses the words, pairs and names that the judge knows, and fits their weights.

Which ones are known is decided by how many sites use them, without looking at labels. Their weights
are logistic regressions, article against furniture, fitted once without each fold of sites, so that
no block is measured with weights learned from its own site.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import numpy as np
import scipy.sparse
from sklearn.linear_model import LogisticRegression

import clean_data as labelled
from newskit.clean.learned.features import KNOWN_KINDS, Known
from newskit.clean.learned.own import read
from newskit.clean.learned.vocabulary import BEGIN, FIRST, fold, pairs_of, step_names, tokens_of
from newskit.model.network import pack_integers
from newskit.text.words import count_unspaced

WORDS, PAIRS, NAMES = 8_000, 6_000, 3_000  # at most
LEAST_SITES = {"words": 8, "pairs": 10, "names": 5}
LEAST_WEIGHT = 0.05
STRENGTH = 0.05  # inverse of the regularisation


def is_unspaced(text: str) -> bool:
    """Return whether a block is known by pairs of characters."""
    return count_unspaced(text[:400]) * 3 > len(text[:400])


def words_of(text: str) -> list[str]:
    """Return the words that a block is known by."""
    tokens = pairs_of(text) if is_unspaced(text) else tokens_of(text)
    return [word for word in map(fold, tokens) if word]


def names_of(block: dict) -> set[str]:
    """Return the names along a block's path."""
    path = str(block.get("path") or "")
    return {name for step in path.split("/") for name in step_names(step.partition("~")[0])}


class Rows:
    """Blocks with a label, each once a site."""

    def __init__(self, pages: list[dict]) -> None:
        self.texts, self.blocks, self.values, self.sites, self.folds = [], [], [], [], []
        seen = set()
        for page in map(labelled.opened, pages):
            site = labelled.domain(page)
            values = labelled.targets(page)
            for block, text, value in zip(page["blocks"], page["texts"], values, strict=True):
                key = (site, text[:80], block.get("path"))
                if value is not None and key not in seen:
                    seen.add(key)
                    self.texts.append(text)
                    self.blocks.append(block)
                    self.values.append(value)
                    self.sites.append(site)
                    self.folds.append(page["fold"])


def widespread(rows: Rows, items: list, kind: str, most: int) -> list:
    """Return the items that stand on the most sites, in order of their spelling."""
    sites = Counter(
        item for item, _ in {(i, s) for row, s in zip(items, rows.sites, strict=True) for i in row}
    )
    enough = [item for item, count in sites.items() if count >= LEAST_SITES[kind]]
    return sorted(sorted(enough, key=lambda item: (-sites[item], item))[:most])


def vocabulary(rows: Rows) -> dict[str, Any]:
    """Return what the judge knows, without weights."""
    listed = [words_of(text) for text in rows.texts]
    words = widespread(rows, listed, "words", WORDS)
    number = {word: FIRST + i for i, word in enumerate(words)} | {"": BEGIN}
    paired = [
        [
            (number[one], number[two])
            for one, two in pairwise(["", *row])
            if one in number and two in number
        ]
        for row in listed
    ]
    names = widespread(rows, [names_of(block) for block in rows.blocks], "names", NAMES)
    return {"words": words, "pairs": widespread(rows, paired, "pairs", PAIRS), "names": names}


def with_weights(data: dict[str, Any], terms: np.ndarray, names: np.ndarray) -> dict[str, Any]:
    """Return what `Known` is made from."""
    cut = len(data["words"])
    hundredths = (np.rint(part * 100).astype(int) for part in (terms[:cut], terms[cut:], names))
    return {
        "words": " ".join(data["words"]),
        "pairs": pack_integers([number for pair in data["pairs"] for number in pair]),
        "names": " ".join(data["names"]),
        "weights": dict(zip(KNOWN_KINDS, map(pack_integers, hundredths), strict=True)),
    }


def incidence(rows: Rows, data: dict[str, Any]):
    """Return the matrices of which terms and which names each row has."""
    zeros = np.zeros(len(data["words"]) + len(data["pairs"]))
    known = Known(with_weights(data, zeros, np.zeros(len(data["names"]))))
    unspaced = [i for i, text in enumerate(rows.texts) if is_unspaced(text)]
    tokens = read(rows.texts, unspaced, known.stop_words, known.words)
    places = np.minimum(np.searchsorted(known.pairs, tokens.pairs), len(known.pairs) - 1)
    is_pair, is_word = known.pairs[places] == tokens.pairs, tokens.words >= FIRST
    columns = np.concatenate((tokens.words[is_word], places[is_pair] + known.first_pair)) - FIRST
    at = np.concatenate((tokens.rows[is_word], tokens.rows[is_pair]))
    shape = (len(rows.texts), len(zeros))
    terms = scipy.sparse.csr_matrix((np.ones(len(at), np.float32), (at, columns)), shape=shape)
    number = {name: i for i, name in enumerate(data["names"])}
    pairs = [
        (row, number[name])
        for row, block in enumerate(rows.blocks)
        for step in str(block.get("path") or "").split("/")
        for name in step_names(step.partition("~")[0])
        if name in number
    ]
    at, columns = np.array(pairs).T
    shape = (len(rows.texts), len(number))
    names = scipy.sparse.csr_matrix((np.ones(len(at), np.float32), (at, columns)), shape=shape)
    return terms, names


def fit_known(pages: list[dict]) -> list[dict[str, Any]]:
    """Return what the judge knows, with the weights without each fold and last those of all."""
    rows = Rows(pages)
    data = vocabulary(rows)
    matrices = incidence(rows, data)
    wanted = np.array(rows.values) > 0.5
    folds, sizes = np.array(rows.folds), np.array([len(text) for text in rows.texts])
    blocks = Counter(rows.sites)
    weight = np.sqrt((1 + sizes) / np.array([blocks[site] for site in rows.sites]))
    found = []
    for without in (*range(labelled.FOLDS), None):
        chosen = np.flatnonzero(folds != without) if without is not None else np.arange(len(folds))
        scaled = weight[chosen] / weight[chosen].mean()
        fitted = []
        for matrix, cap in zip(matrices, (3.0, np.inf), strict=True):
            model = LogisticRegression(C=STRENGTH, max_iter=100, tol=1e-3)
            model.fit(matrix[chosen], wanted[chosen], sample_weight=np.minimum(scaled, cap))
            fitted.append(np.where(np.abs(model.coef_[0]) >= LEAST_WEIGHT, model.coef_[0], 0.0))
        found.append(with_weights(data, *fitted))
        print("weights, without fold", without, flush=True)
    return found
