#!/usr/bin/env python3
"""Trains the judge of blocks that `newskit clean` uses, and writes src/newskit/clean/data.

    PYTHONPATH=src python scripts/train_clean.py --data ../shared/data --rendered build/rendered \\
        --extracted build/extracted

Needs torch, scikit-learn and numpy. The weights of words are logistic regressions, fitted five
times, each time without one fold of sites, so that no block's measures have seen its own site's
labels; the networks learn from those. Everything is seeded and runs in one thread.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import sklearn
import torch
from sklearn.linear_model import Ridge

import clean_data as labelled
from clean_menus import menu_roles
from clean_net import Article, Net, export, export_vectors, fit_keep, fit_roles
from clean_words import fit_known
from newskit.clean.learned import DATA
from newskit.clean.learned.evidence import kinds
from newskit.clean.learned.features import (
    CASES,
    MAGNITUDES,
    ROLES,
    Input,
    Known,
    Measured,
    cases,
    measure,
    numbers,
    path_of,
)

SEED = 1
PROCESSES = 2  # each fits one fold in one thread
# How much a set counts; each page counts the same within it. Snippets say little of a page.
SET_WEIGHTS = {"fundus": 1.3, "magic": 0.8, "wcxb": 1.0, "trafilatura": 0.5}
REGIME_WEIGHTS = {"page": 1.0, "gold": 0.3}
EXTRACTED_WEIGHT = 0.35
# A block counts by its words to this power: with 0.5 F1 on snippets is 0.002 lower, with 1 short
# blocks hardly count.
SIZE_POWER = 0.75


class Training:
    """The articles of one sort of input with measures, labels, weights and folds.

    `known` has what the judge knows without each fold, and last that of all.
    """

    def __init__(self, pages: list[dict], known: list[dict[str, Any]]) -> None:
        self.pages = [labelled.opened(page) for page in pages if _is_drawn(page)]
        self.folds = [page["fold"] for page in self.pages]
        known_by_fold = [Known(data) for data in known]
        self.terms, names = len(known_by_fold[0].weights), known_by_fold[0].names
        self.columns: list[dict[str, np.ndarray]] = []
        measured = []
        for page in self.pages:
            found = measure(
                page["blocks"], page["texts"], hits=page["hits"], title=page["title"],
                known=known_by_fold[page["fold"]], names=np.zeros((names, 1)),
            )  # fmt: skip
            self.columns.append(found.columns)
            measured.append(found)
        self.names = names if measured[0].along is not None else 0
        self.inputs = _inputs(self.columns)
        steps = known_by_fold[0].steps
        self.articles = [
            self._article(page, found, steps if self.names else None)
            for page, found in zip(self.pages, measured, strict=True)
        ]

    def _article(self, page: dict, found: Measured, steps) -> Article:
        count = len(page["texts"])
        dense = np.concatenate((numbers(found.columns, self.inputs), cases(found.columns)), 1)
        order = np.argsort(found.terms.rows, kind="stable")
        sums = np.bincount(found.terms.rows, minlength=count)
        along, last = _names(page["blocks"], steps) if steps is not None else (None, None)
        values, known = labelled.targets(page), []
        for text, value in zip(page["texts"], values, strict=True):
            known.append(0.0 if value is None else (1 + len(labelled.tokens(text))) ** SIZE_POWER)
        regime = REGIME_WEIGHTS.get(page["regime"], EXTRACTED_WEIGHT)
        scale = SET_WEIGHTS[page["set"]] * regime / (sum(known) or 1.0)
        if page["roles"] is None and not labelled.is_covered(page):
            scale = 0.0
        roles = [-1 if r is None else ROLES.index(r) for r in page["roles"] or [None] * count]

        def of(numbers):
            return torch.from_numpy(np.asarray(numbers, np.float32))

        return Article(
            of(dense), (torch.from_numpy(found.terms.numbers[order]), torch.from_numpy(sums)),
            of(np.sqrt(np.maximum(1.0, found.columns["tokens"])))[:, None],
            torch.from_numpy(found.heads), along, last, of([v or 0.0 for v in values]),
            of(known) * scale, torch.tensor(roles), of([count**-0.5] * count),
        )  # fmt: skip

    def fit(self, without: int | None) -> tuple[Net, Net]:
        """Train the networks without a fold (or, for None, on everything): keep, and roles."""
        chosen = [
            a for a, fold in zip(self.articles, self.folds, strict=True)
            if fold != without and (a.weight.sum() > 0 or (a.role >= 0).any())
        ]  # fmt: skip
        return fit_keep(chosen, SEED), fit_roles(chosen, self.terms, self.names, SEED)


def _names(blocks: list[dict], steps) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    """Return the numbers of the names along each path and of its last step."""
    along: list[int] = []
    last: list[int] = []
    counts, last_counts = [], []
    for block in blocks:
        path = path_of(block)
        listed = [steps[step.partition("~")[0]].names for step in path.split("/")]
        along += [name for names in listed for name in names]
        last += listed[-1]
        counts.append(sum(map(len, listed)))
        last_counts.append(len(listed[-1]))
    tensor = torch.tensor
    return (
        (tensor(along, dtype=torch.int32), tensor(counts, dtype=torch.int32)),
        (tensor(last, dtype=torch.int32), tensor(last_counts, dtype=torch.int32)),
    )


def _inputs(columns: list[dict[str, np.ndarray]]) -> list[Input]:
    """Return the numeric columns with their means and deviations over all blocks."""
    found = []
    for name in columns[0]:
        if name in CASES:
            continue
        values = np.concatenate([each[name] for each in columns])
        if name in MAGNITUDES:
            values = np.sign(values) * np.log1p(np.abs(values))
        mean, deviation = float(values.mean()), max(0.05, float(values.std()))
        found.append(Input(name, round(mean, 4), round(deviation, 4)))
    return found


def _is_drawn(page: dict) -> bool:
    """Return whether a text is used: of the five extractors' outputs two a page are enough."""
    if page["regime"] not in labelled.EXTRACTORS:
        return True
    draw = int(hashlib.md5((page["id"] + page["set"]).encode()).hexdigest(), 16) % 5
    return labelled.EXTRACTORS.index(page["regime"]) in (draw, (draw + 2) % 5)


def fit_evidence(training: Training, net: Net) -> dict[str, list[float]]:
    """Fit the small linear model that explains scores, on every seventh block."""
    tables, scores = [], []
    with torch.no_grad():
        for article, columns in zip(training.articles, training.columns, strict=True):
            amounts = kinds(columns)
            tables.append(np.stack(list(amounts.values()), 1)[::7])
            scores.append(net([article])[0].double().numpy()[::7])
    matrix, logit = np.concatenate(tables), np.clip(np.concatenate(scores), -7.0, 7.0)
    found = Ridge(alpha=10.0).fit(matrix, logit).coef_
    usual = matrix[logit > 2.2].mean(0)
    pairs = zip(amounts, found, usual, strict=True)
    return {name: [round(float(w), 2), round(float(u), 2)] for name, w, u in pairs}


def fit_models(training: Training, folds: list[int | None]) -> dict[int | None, dict[str, Any]]:
    """Return the model data without each fold (and, for None, of all); two are fitted at once."""
    global _shared
    _shared = training
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("fork")) as pool:
        return dict(zip(folds, pool.map(_fit_model, folds), strict=True))


_shared: Any = None  # what the processes of fit_models read; it is too big to send


def _fit_model(fold: int | None) -> dict[str, Any]:
    training = _shared
    keep, role = training.fit(fold)
    print("networks, without fold", fold, flush=True)
    return {
        "inputs": [list(each) for each in training.inputs],
        "keep": export(keep, "keep"),
        "role": export(role, "role"),
        "vectors": export_vectors(role),
        "evidence": fit_evidence(training, keep),
    }


def write(folder: Path, data: dict[str, Any], about: dict[str, Any]) -> None:
    """Write the model data and its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for name, content in sorted(data.items()):
        packed = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        (folder / name).write_bytes(packed)
        files[name] = {"bytes": len(packed), "sha256": hashlib.sha256(packed).hexdigest()}
    manifest = {"files": files} | about
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (folder / "manifest.json").write_text(text, "utf-8")


def about(data: Path, scores: Path | None) -> dict[str, Any]:
    """Return what the manifest says besides the files: data, script, seed, licences, scores."""
    sources = [data / "extraction" / f"{name}.jsonl.zst" for name in labelled.SETS]
    sources += [data / "roles" / "roles.jsonl.zst", labelled.LABELS]
    return {
        "version": 1,
        "script": "scripts/train_clean.py",
        "seed": SEED,
        "trained_on": {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sources},
        "licences": {
            "fundus": "MIT", "magic": "Apache-2.0", "wcxb": "CC-BY-4.0",
            "trafilatura": "Apache-2.0", "model": "Apache-2.0",
        },
        "libraries": {
            "torch": torch.__version__, "scikit-learn": sklearn.__version__,
            "numpy": np.__version__,
        },
        "cross_validated": summary(json.loads(scores.read_text("utf-8"))) if scores else None,
    }  # fmt: skip


def summary(figures: dict[str, Any]) -> dict[str, Any]:
    """Return the figures by set, without those by language."""
    return {
        name: {k: v for k, v in part.items() if not k.startswith("language")}
        for name, part in figures.items()
        if name != "milliseconds"
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of extraction/ and roles/")
    parser.add_argument("--rendered", type=Path, required=True, help="folder of rendered pages")
    parser.add_argument("--extracted", type=Path, required=True, help="extractors' outputs")
    parser.add_argument("--scores", type=Path, help="evaluate_clean.py's figures, for the manifest")
    parser.add_argument("--output", type=Path, default=DATA)
    args = parser.parse_args()
    pages = labelled.read_pages(args.data, args.rendered)
    known = fit_known(pages)
    model = {"words.json": known[-1], "menus.json": menu_roles(pages, None)}
    model["page.json"] = fit_models(Training(pages, known), [None])[None]
    texts = labelled.read_texts(args.data, args.rendered, args.extracted)
    model["text.json"] = fit_models(Training(texts, known), [None])[None]
    write(args.output, model, about(args.data, args.scores))


if __name__ == "__main__":
    sys.exit(main())
