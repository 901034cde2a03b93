"""Fits the weights of words and of names along paths, for train_clean.py.

Two logistic regressions for each: article against furniture, and one role against all others, of
which each word keeps only the role that it speaks for most. Fitted once without each fold of sites,
so that no block is measured with words learned from its own site.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import numpy as np
import scipy.sparse
from sklearn.linear_model import LogisticRegression

import clean_data as labelled
from newskit.clean.learned.features import ROLES, Tables
from newskit.clean.learned.vocabulary import step_names, tokens_of


def path_tokens(block: dict) -> list[str]:
    """Return the words along a block's path."""
    return [name for step in str(block.get("path") or "").split("/") for name in step_names(step)]


def incidence(rows: list[list[str]], sites: list[str], least: int):
    """Return the matrix of how often each row has each token, and the tokens on enough sites."""
    seen: dict[str, set[str]] = defaultdict(set)
    for row, site in zip(rows, sites, strict=True):
        for token in set(row):
            seen[token].add(site)
    known = sorted(token for token, where in seen.items() if len(where) >= least)
    index = {token: i for i, token in enumerate(known)}
    columns, counts, ends = [], [], [0]
    for row in rows:
        for i, count in sorted(Counter(index[t] for t in row if t in index).items()):
            columns.append(i)
            counts.append(count)
        ends.append(len(columns))
    shape = (len(rows), len(known))
    matrix = scipy.sparse.csr_matrix((np.array(counts, np.float32), columns, ends), shape=shape)
    return matrix, known


class Rows:
    """Blocks with a label, each once a site."""

    def __init__(self, pages: list[dict], field: str) -> None:
        self.words, self.names, self.values, self.sizes, self.sites, self.folds = (
            [],
            [],
            [],
            [],
            [],
            [],
        )
        seen = set()
        for page in pages:
            values = labelled.targets(page) if field == "labels" else page["roles"]
            site = labelled.domain(page)
            for block, text, value in zip(
                page["blocks"], page["texts"], values or (), strict=False
            ):
                key = (site, text[:80], block.get("path"))
                if value is None or key in seen:
                    continue
                seen.add(key)
                self.words.append(tokens_of(text))
                self.names.append(path_tokens(block))
                self.values.append(value)
                self.sizes.append(len(text))
                self.sites.append(site)
                self.folds.append(page["fold"])

    def part(self, without: int | None, field: str):
        """Return tokens, sites and indices of the rows outside a fold."""
        chosen = [i for i, fold in enumerate(self.folds) if fold != without]
        tokens = getattr(self, field)
        return [tokens[i] for i in chosen], [self.sites[i] for i in chosen], np.array(chosen)


def word_weights(rows: Rows, without: int | None, field: str, most: int) -> dict[str, float]:
    """Fit weights of words (or names) for article against furniture."""
    tokens, sites, chosen = rows.part(without, field)
    matrix, known = incidence(tokens, sites, 6 if field == "words" else 5)
    wanted = np.array(rows.values)[chosen] > 0.5
    blocks = Counter(sites)
    weight = np.sqrt((1 + np.array(rows.sizes)[chosen]) / [blocks[site] for site in sites])
    weight = weight / weight.mean()
    if field == "words":
        weight = np.minimum(weight, 3)
    model = LogisticRegression(C=0.05, max_iter=100, tol=1e-3)
    found = model.fit(matrix, wanted, sample_weight=weight).coef_[0]
    best = sorted(range(len(known)), key=lambda i: (-abs(found[i]), i))[:most]
    return {known[i]: round(float(found[i]), 2) for i in sorted(best) if abs(found[i]) >= 0.05}


def role_weights(rows: Rows, without: int | None, field: str, most: int) -> dict[str, Any]:
    """Fit for each word the one role that it speaks for most, and how much."""
    tokens, sites, chosen = rows.part(without, field)
    matrix, known = incidence([sorted(set(row)) for row in tokens], sites, 3)
    wanted = np.array([ROLES.index(role) for role in rows.values])[chosen]
    counts = Counter(wanted.tolist())
    weight = np.array([counts[role] ** -0.4 for role in wanted])
    model = LogisticRegression(C=0.5 if field == "words" else 0.2, max_iter=40, tol=1e-2)
    found = model.fit(matrix, wanted, sample_weight=weight / weight.mean()).coef_
    role, strength = found.argmax(0), found.max(0)
    best = sorted(range(len(known)), key=lambda i: (-strength[i], i))[:most]
    return {
        known[i]: [int(model.classes_[role[i]]), round(float(strength[i]), 2)]
        for i in sorted(best)
        if strength[i] >= 0.1
    }


def merged(weights: dict[str, float], roles: dict[str, Any]) -> dict[str, Any]:
    """Return one table of [weight, role, weight for the role]."""
    return {
        token: [weights.get(token, 0.0), *roles.get(token, (-1, 0.0))]
        for token in sorted({**weights, **roles})
    }


def fit_tables(pages: list[dict]) -> list[Tables]:
    """Return the tables without each fold, and last those of all pages."""
    kept, roles = Rows(pages, "labels"), Rows(pages, "roles")
    found = []
    for without in (*range(labelled.FOLDS), None):
        tables = [
            merged(
                word_weights(kept, without, field, most),
                role_weights(roles, without, field, most_roles),
            )
            for field, most, most_roles in (("words", 5000, 3000), ("names", 1500, 1200))
        ]
        found.append(Tables(*tables))
        print("words, without fold", without, [len(table) for table in found[-1]], flush=True)
    return found
