#!/usr/bin/env python3
"""Trains the judge of blocks that `newskit clean` uses, and writes src/newskit/clean/data.

    PYTHONPATH=src python scripts/train_clean.py --data ../shared/data --rendered build/rendered \\
        --extracted build/extracted

Needs lightgbm, scikit-learn and numpy. Word weights are logistic regressions, fitted five times,
each time without one fold of sites, so that no block's features have seen its own site's labels;
the trees learn from those. Everything is seeded and runs in one thread: same data, same model.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from sklearn.linear_model import Ridge

import clean_data as labelled
from clean_words import fit_tables
from newskit.clean.learned import DATA, DROPPED_ROLES, KEPT_ROLES
from newskit.clean.learned.evidence import kinds
from newskit.clean.learned.features import ROLES, Tables, measure
from newskit.model.trees import UNIT

SEED = 1
# How much a set counts; each page counts the same within it. Snippets say little of a page.
SET_WEIGHTS = {"fundus": 1.3, "magic": 0.8, "wcxb": 1.0, "trafilatura": 0.5}
REGIME_WEIGHTS = {"page": 1.0, "gold": 0.3}
EXTRACTED_WEIGHT = 0.35
COVERED = (0.6, 1.5)  # share of the gold found again in blocks; other pages have wrong labels
# A block counts by its words to this power: with 0.5 F1 on snippets is 0.002 lower, with 1 short
# blocks hardly count.
SIZE_POWER = 0.75
KEEP_FEATURES, ROLE_FEATURES = 125, 80
KEEP = {
    "objective": "cross_entropy", "learning_rate": 0.09, "num_leaves": 16, "max_bin": 63,
    "min_data_in_leaf": 60, "min_sum_hessian_in_leaf": 3, "feature_fraction": 0.3,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5, "num_threads": 1, "verbose": -1,
    "seed": SEED, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
# Twice as many trees at half the rate gain 0.001 at most, and cost twice the time.
KEEP_ROUNDS = 170
ROLE = KEEP | {
    "objective": "multiclass", "learning_rate": 0.25, "min_data_in_leaf": 10, "lambda_l2": 3,
    "min_sum_hessian_in_leaf": 1,
}  # fmt: skip
ROLE_ROUNDS = 12


class Training:
    """The matrix of one sort of input with labels, weights and folds."""

    def __init__(self, pages: list[dict], tables: list[Tables]) -> None:
        self.pages = pages
        parts = []
        for page in pages:
            tabled = tables[page["fold"]]
            columns, _ = measure(
                page["blocks"], page["texts"],
                hits=page["hits"], title=page["title"], tables=tabled,
            )  # fmt: skip
            self.names = list(columns)
            parts.append(np.array([columns[name] for name in self.names], np.float32).T)
        self.x = np.concatenate(parts)
        self.y, self.w, self.folds, self.roles, self.role_w = [], [], [], [], []
        for page in pages:
            self._add(page)
        self.y, self.w = np.array(self.y), np.array(self.w)
        self.w /= self.w[self.w > 0].mean()
        self.folds, self.roles = np.array(self.folds), np.array(self.roles)
        self.role_w = np.array(self.role_w)

    def _add(self, page: dict) -> None:
        values = labelled.targets(page)
        sizes = [(1 + len(labelled.tokens(text))) ** SIZE_POWER for text in page["texts"]]
        known = [0.0 if v is None else s for v, s in zip(values, sizes, strict=True)]
        regime = REGIME_WEIGHTS.get(page["regime"], EXTRACTED_WEIGHT)
        scale = SET_WEIGHTS[page["set"]] * regime / (sum(known) or 1.0)
        if not COVERED[0] <= page["covered"] <= COVERED[1] or not _is_drawn(page):
            scale = 0.0
        self.w += [k * scale for k in known]
        self.y += [v or 0.0 for v in values]
        self.folds += [page["fold"]] * len(values)
        roles = page["roles"] or [None] * len(values)
        self.roles += [-1 if role is None else ROLES.index(role) for role in roles]
        self.role_w += [len(values) ** -0.3] * len(values)

    def fit_keep(self, without: int | None, chosen: list[int]):
        """Train the trees that say how likely a block is the article's own."""
        rows = (self.folds != without) & (self.w > 0) if without is not None else self.w > 0
        data = lightgbm.Dataset(self.x[rows][:, chosen], self.y[rows], weight=self.w[rows])
        return lightgbm.train(KEEP, data, KEEP_ROUNDS)

    def fit_roles(self, without: int | None, names: tuple[str, ...], chosen: list[int]):
        """Train the trees that tell the given roles apart."""
        code = {ROLES.index(name): i for i, name in enumerate(names)}
        rows = np.isin(self.roles, list(code))
        if without is not None:
            rows &= self.folds != without
        wanted = [code[role] for role in self.roles[rows]]
        data = lightgbm.Dataset(self.x[rows][:, chosen], wanted, weight=self.role_w[rows])
        return lightgbm.train(ROLE | {"num_class": len(names)}, data, ROLE_ROUNDS)


def _is_drawn(page: dict) -> bool:
    """Return whether a text is used: of the five extractors' outputs two a page are enough."""
    if page["regime"] not in labelled.EXTRACTORS:
        return True
    draw = int(hashlib.md5((page["id"] + page["set"]).encode()).hexdigest(), 16) % 5
    return labelled.EXTRACTORS.index(page["regime"]) in (draw, (draw + 2) % 5)


def best_features(model, chosen: list[int], most: int) -> list[int]:
    """Return the features that gained most, in their order."""
    gains = model.feature_importance("gain")
    return sorted(chosen[i] for i in np.argsort(-gains, kind="stable")[:most] if gains[i] > 0)


def export(model, names: list[str], classes: int) -> dict[str, Any]:
    """Return a LightGBM model in the form that newskit.model.trees reads."""
    trees = []
    for info in model.dump_model()["tree_info"]:
        tree: tuple[list[Any], list[int]] = ([], [])
        export_node(info["tree_structure"], *tree)
        trees.append(tree)
    return {"features": names, "classes": classes, "trees": trees}


def export_node(node: dict, splits: list[Any], leaves: list[int]) -> int:
    """Add a node and all below it; return its number, below 0 for a leaf."""
    if "leaf_value" in node:
        leaves.append(round(node["leaf_value"] * UNIT))
        return -len(leaves)
    at = len(splits)
    splits.append([node["split_feature"], float(f"{node['threshold']:.6g}")])
    splits[at].append(export_node(node["left_child"], splits, leaves))
    splits[at].append(export_node(node["right_child"], splits, leaves))
    return at


def fit_evidence(training: Training, score) -> dict[str, list[float]]:
    """Fit the small linear model that explains scores, on every seventh block."""
    rows = np.arange(0, len(score), 7)
    columns = {name: training.x[rows, i].tolist() for i, name in enumerate(training.names)}
    table = [kinds(columns, row) for row in range(len(rows))]
    matrix = np.array([list(entry.values()) for entry in table])
    logit = np.log((score[rows] + 1e-3) / (1 - score[rows] + 1e-3))
    found = Ridge(alpha=10.0).fit(matrix, logit).coef_
    usual = matrix[score[rows] > 0.9].mean(0)
    pairs = zip(table[0], found, usual, strict=True)
    return {name: [round(float(w), 2), round(float(u), 2)] for name, w, u in pairs}


def is_single_role(name: str) -> bool:
    """Return whether a column says how much speaks for one role; keep or drop does without."""
    return "says-" in name and name.rpartition("-")[2] in ROLES


def fit_models(training: Training, folds: list[int | None]) -> dict[int | None, dict[str, Any]]:
    """Return the model data without each fold (and, for None, of all)."""
    everything = [i for i, name in enumerate(training.names)]
    plain = [i for i in everything if not is_single_role(training.names[i])]
    rounds = training.fit_keep(None, plain)
    chosen = best_features(rounds, plain, KEEP_FEATURES)
    keeps, score = {}, np.zeros(len(training.y))
    for fold in range(labelled.FOLDS):
        keeps[fold] = training.fit_keep(fold, chosen)
        score[training.folds == fold] = keeps[fold].predict(
            training.x[training.folds == fold][:, chosen], num_threads=1
        )
        print("trees, without fold", fold, flush=True)
    keeps[None] = training.fit_keep(None, chosen)
    evidence = fit_evidence(training, score)
    training.x = np.column_stack([training.x, score]).astype(np.float32)
    names = [*training.names, "keep"]
    found: dict[int | None, dict[str, Any]] = {}
    role_features = {
        roles: best_features(
            training.fit_roles(None, roles, [*everything, len(names) - 1]),
            [*everything, len(names) - 1], ROLE_FEATURES,
        )
        for roles in (KEPT_ROLES, DROPPED_ROLES)
    }  # fmt: skip
    for fold in folds:
        data = {"keep": export(keeps[fold], [names[i] for i in chosen], 1), "evidence": evidence}
        for part, roles in (("kept-roles", KEPT_ROLES), ("dropped-roles", DROPPED_ROLES)):
            used = role_features[roles]
            model = training.fit_roles(fold, roles, used)
            data[part] = export(model, [names[i] for i in used], len(roles))
        found[fold] = data
    return found


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
    sources.append(data / "roles" / "roles.jsonl.zst")
    return {
        "version": 1,
        "script": "scripts/train_clean.py",
        "seed": SEED,
        "trained_on": {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sources},
        "licences": {
            "fundus": "MIT", "magic": "Apache-2.0", "wcxb": "CC-BY-4.0",
            "trafilatura": "Apache-2.0", "model": "Apache-2.0",
        },
        "libraries": {"lightgbm": lightgbm.__version__, "numpy": np.__version__},
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
    pages = labelled.read_pages(args.data)
    tables = fit_tables(pages)
    model = {"words.json": tables[-1]._asdict()}
    model["page.json"] = fit_models(Training(pages, tables), [None])[None]
    texts = labelled.read_texts(args.data, args.rendered, args.extracted)
    model["text.json"] = fit_models(Training(texts, tables), [None])[None]
    write(args.output, model, about(args.data, args.scores))


if __name__ == "__main__":
    sys.exit(main())
