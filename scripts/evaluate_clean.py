#!/usr/bin/env python3
"""Measures the trained judge, cross-validated by site, beside trafilatura in the same run.

    PYTHONPATH=src python scripts/evaluate_clean.py --data ../shared/data --tools ../shared/tools \\
        --rendered build/rendered --extracted build/extracted --scores build/scores.json

For every fold of sites a judge is trained without it, exported, and run as newskit runs it: same
features, same network, same decisions. `html` and `text` are the judge alone, without
blocks that repeat the headline; `stage` and `stage text` are newskit clean with its rules.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does; times are then true

import numpy as np

import clean_data as labelled
import train_clean as training
from clean_menus import menu_roles
from clean_words import fit_known
from newskit.clean import Clean
from newskit.clean.learned import KEPT_ROLES, Judge
from newskit.clean.learned.features import ROLES

WORST = 20
SAMPLES = 500  # of the bootstrap
C4_ENDS = (".", "!", "?", '"', "”", "。", "！", "？")


def judged(pages: list[dict], judges: dict[int, Judge]) -> tuple[list[list], float]:
    """Return the verdicts on each page by the judge that has not seen its site, and ms a page."""
    found, spent = [], time.process_time()
    for page in pages:
        given = (page["blocks"], page["texts"], page["hits"], page["title"])
        found.append(judges[page["fold"]].judge(*given))
    return found, (time.process_time() - spent) * 1000 / max(1, len(pages))


def is_title(page: dict, text: str) -> bool:
    """Return whether a block says the headline and nothing else, as the stage drops it."""
    wanted = labelled.tokens(page["title"] or "")
    return bool(wanted) and labelled.tokens(text) == wanted


def kept_text(page: dict, verdicts: list) -> str:
    """Return what stays of a page."""
    rows = zip(page["texts"], verdicts, strict=True)
    drop_title = page["regime"] == "page"
    return "\n\n".join(
        text for text, v in rows if v.keep and not (drop_title and is_title(page, text))
    )


def staged(pages: list[dict], judges: dict[int, Judge]) -> list[str]:
    """Return what the whole stage, rules and all, leaves of each page."""
    stages = {fold: Clean(learned=judge) for fold, judge in judges.items()}
    kept = []
    for page in pages:
        blocks, at = [], 0
        for text, block in zip(page["texts"], page["blocks"], strict=True):
            blocks.append(block | {"start": at, "end": at + len(text)})
            at += len(text) + 2
        article = {"text": "\n\n".join(page["texts"]), "blocks": blocks}
        article |= {name: page[name] for name in ("title", "authors") if page.get(name)}
        kept.append(stages[page["fold"]](article)["text"])
    return kept


def tidy(value: float) -> float:
    """Return a plain number with four digits."""
    return round(float(value), 4)


class Scorer:
    """The shared scorer's measures on one page."""

    def __init__(self, tools: Path) -> None:
        sys.path.insert(0, str(tools))
        import score

        self.score = score

    def page(self, page: dict, text: str) -> tuple[float, float, float]:
        """Return precision, recall and F1 of four-word shingles."""
        counts = self.score.overlap(
            self.score.shingles(page["gold_text"]), self.score.shingles(text)
        )
        precision, recall = self.score.precision_recall(*counts)
        return precision, recall, self.score.f1(precision, recall)

    def mean(self, rows: list[tuple[float, float, float]]) -> dict[str, Any]:
        """Return the set's figures: F1 of mean precision and recall, with a 95 % interval."""
        table = np.array(rows)
        precision, recall, by_page = table.mean(0)
        draws = np.random.default_rng(0).integers(0, len(table), (SAMPLES, len(table)))
        sampled = [self.score.f1(*table[draw].mean(0)[:2]) for draw in draws]
        low, high = np.percentile(sampled, [2.5, 97.5])
        return {
            "articles": len(table), "precision": tidy(precision), "recall": tidy(recall),
            "f1": tidy(self.score.f1(precision, recall)), "interval": [tidy(low), tidy(high)],
            "f1_by_article": tidy(by_page),
            "under_half": int((table[:, 2] < 0.5).sum()),
        }  # fmt: skip

    def snippets(self, pages: list[dict], texts: list[str]) -> dict[str, float]:
        """Return precision, recall and F1 of the snippets that must and must not be there."""
        counts: Counter = Counter()
        for page, text in zip(pages, texts, strict=True):
            flat = re.sub(r"\s+", " ", text)
            for field, hit, miss in (("gold_with", "tp", "fn"), ("gold_without", "fp", "tn")):
                for snippet in page.get(field) or ():
                    found = re.sub(r"\s+", " ", snippet).strip() in flat
                    counts[hit if found else miss] += 1
        if not counts:
            return {}
        p, r = self.score.precision_recall(counts["tp"], counts["fp"], counts["fn"])
        return {"snippets_precision": round(p, 4), "snippets_recall": round(r, 4),
                "snippets_f1": round(self.score.f1(p, r), 4)}  # fmt: skip


def extraction(pages: list[dict], texts: list[str], scorer: Scorer) -> dict[str, Any]:
    """Return figures by set and by language."""
    groups: dict[str, list] = defaultdict(list)
    for page, text in zip(pages, texts, strict=True):
        if page.get("gold_text"):
            row = scorer.page(page, text)
            page["f1"] = row[2]
            language = (page.get("language") or "unknown").split("-")[0].lower()
            groups[page["set"]].append(row)
            groups["language " + language].append(row)
            groups["all"].append(row)
    figures = {name: scorer.mean(rows) for name, rows in sorted(groups.items()) if len(rows) >= 5}
    for name in labelled.SETS:
        chosen = [(p, t) for p, t in zip(pages, texts, strict=True) if p["set"] == name]
        if chosen:
            figures[name] = figures.get(name, {}) | scorer.snippets(*zip(*chosen, strict=True))
    return figures


def by_c4(page: dict) -> str:
    """Return the lines that the rules of C4 (Raffel et al. 2020) keep: sentences of five words."""
    return "\n\n".join(
        text
        for text in page["texts"]
        if len(text.split()) >= 5 and text.endswith(C4_ENDS) and "javascript" not in text.lower()
    )


def leftovers(pages: list[dict], cleaned: list[str], scorer: Scorer) -> dict[str, Any]:
    """Return what cleaning does to extractors' outputs and to the gold texts themselves."""
    groups: dict[str, list] = defaultdict(list)
    for page, text in zip(pages, cleaned, strict=True):
        if page.get("gold_text") and page["regime"] != "page":
            before = scorer.page(page, "\n\n".join(page["texts"]))
            after = scorer.page(page, text)
            groups[page["regime"]].append((before, after))
            if page["regime"] == "gold":
                groups["gold " + page["set"]].append((before, after))
    figures = {}
    for name, rows in sorted(groups.items()):
        before, after = (scorer.mean([row[i] for row in rows]) for i in (0, 1))
        change = np.array([b[2] - a[2] for a, b in rows])
        figures[name] = {
            "before": before["f1"], "after": after["f1"], "recall_after": after["recall"],
            "lowered": round(float((change < -0.02).mean()), 4),
            "raised": round(float((change > 0.02).mean()), 4),
        }  # fmt: skip
    return figures


def above(pages: list[dict], texts: list[str], peers: list[str], scorer: Scorer) -> dict[str, Any]:
    """Return by how much F1 is above a peer's, set by set, with a paired bootstrap interval."""
    groups: dict[str, list] = defaultdict(list)
    for page, text, peer in zip(pages, texts, peers, strict=True):
        if page.get("gold_text"):
            groups[page["set"]].append(scorer.page(page, text)[:2] + scorer.page(page, peer)[:2])
    figures = {}
    for name, rows in sorted(groups.items()):
        table = np.array(rows)
        draws = np.random.default_rng(0).integers(0, len(table), (SAMPLES, len(table)))
        drawn = [table[draw].mean(0) for draw in draws]
        gains = [scorer.score.f1(p, r) - scorer.score.f1(q, t) for p, r, q, t in drawn]
        p, r, q, t = table.mean(0)
        low, high = np.percentile(gains, [2.5, 97.5])
        gain = scorer.score.f1(p, r) - scorer.score.f1(q, t)
        figures[name] = {"above": tidy(gain), "interval": [tidy(low), tidy(high)]}
    return figures


def roles(
    pages: list[dict], verdicts: list[list], scorer: Scorer, *, ours: bool = False
) -> dict[str, Any]:
    """Return keep/drop F1 by words, accuracy by blocks, and the confusions.

    Of the pages of data/roles; with `ours`, of those that were labelled here as well.
    """
    words: Counter = Counter()
    table: Counter = Counter()
    for page, given in zip(pages, verdicts, strict=True):
        told = page["roles"] if ours or not page.get("labelled_here") else None
        for text, role, v in zip(page["texts"], told or (), given, strict=False):
            if role is not None:
                size = len(scorer.score.WORD.findall(text))
                words[("t" if (role in KEPT_ROLES) == v.keep else "f") + "np"[v.keep]] += size
                table[role, v.role] += 1
    p, r = scorer.score.precision_recall(words["tp"], words["fp"], words["fn"])
    right = sum(count for (gold, found), count in table.items() if gold == found)
    return {
        "keep_precision": round(p, 4), "keep_recall": round(r, 4),
        "keep_f1": round(scorer.score.f1(p, r), 4),
        "role_accuracy": round(right / sum(table.values()), 4),
        "confusion": {gold: [table[gold, found] for found in ROLES] for gold in ROLES},
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of extraction/ and roles/")
    parser.add_argument("--tools", type=Path, required=True, help="folder of score.py")
    parser.add_argument("--rendered", type=Path, required=True, help="folder of rendered pages")
    parser.add_argument("--extracted", type=Path, required=True, help="extractors' outputs")
    parser.add_argument("--scores", type=Path, help="write all figures here")
    args = parser.parse_args()
    pages = labelled.read_pages(args.data, args.rendered)
    known = fit_known(pages)
    folds: list[int | None] = list(range(labelled.FOLDS))
    by_page = training.fit_models(training.Training(pages, known), folds)
    texts = labelled.read_texts(args.data, args.rendered, args.extracted)
    by_text = training.fit_models(training.Training(texts, known), folds)
    figures = report((pages, texts), (known, by_page, by_text), args)
    if args.scores:
        args.scores.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def report(inputs, models, args) -> dict[str, Any]:
    """Judge everything, print the figures and return them without the tables of confusions."""
    (pages, texts), (known, by_page, by_text) = inputs, models
    scorer = Scorer(args.tools)
    judges = {
        fold: Judge({
            "words.json": known[fold], "page.json": by_page[fold],
            "text.json": by_text[fold], "menus.json": menu_roles(pages, fold),
        })
        for fold in range(labelled.FOLDS)
    }  # fmt: skip
    on_pages, page_ms = judged(pages, judges)
    on_texts, text_ms = judged(texts, judges)
    peer = labelled.read_lines(args.extracted / "trafilatura.jsonl")
    outputs = {(a["set"], a["id"]): a["text"] for a in peer}
    peers = [outputs[page["set"], page["id"]] for page in pages]
    whole = [(p, v) for p, v in zip(texts, on_texts, strict=True) if p["regime"] == "page"]
    whole_pages, whole_verdicts = zip(*whole, strict=True)
    staged_pages, staged_texts = staged(pages, judges), staged(texts, judges)
    figures: dict[str, Any] = {
        "trafilatura": extraction(pages, peers, scorer),
        "html": extraction(pages, list(map(kept_text, pages, on_pages)), scorer),
        "text": extraction(whole_pages, list(map(kept_text, whole_pages, whole_verdicts)), scorer),
        "C4 on text": extraction(whole_pages, list(map(by_c4, whole_pages)), scorer),
        "stage": extraction(pages, staged_pages, scorer),
        "stage above trafilatura": above(pages, staged_pages, peers, scorer),
        "stage text": extraction(
            whole_pages,
            [t for p, t in zip(texts, staged_texts, strict=True) if p["regime"] == "page"],
            scorer,
        ),
        "leftovers": leftovers(texts, list(map(kept_text, texts, on_texts)), scorer),
        "stage leftovers": leftovers(texts, staged_texts, scorer),
        "roles_html": roles(pages, on_pages, scorer),
        "roles_html all": roles(pages, on_pages, scorer, ours=True),
        "roles_text": roles(whole_pages, whole_verdicts, scorer),
        "roles_text all": roles(whole_pages, whole_verdicts, scorer, ours=True),
        "milliseconds": {"page": round(page_ms, 2), "text": round(text_ms, 2)},
    }
    for name, part in figures.items():
        tables_of_roles = part.pop("confusion", None)
        if name.endswith(" all"):
            tables_of_roles = None
        for key, value in part.items():
            print(f"{name:12} {key:20} {value}")
        if tables_of_roles:
            print(" " * 12 + " ".join(f"{role[:5]:>5}" for role in ROLES))
            for role, row in tables_of_roles.items():
                print(f"{role:12}" + " ".join(f"{count:5d}" for count in row))
    rated = sorted((p for p in pages if "f1" in p), key=lambda p: p["f1"])
    for page in rated[:WORST]:
        print(f"worst {page['f1']:.2f} {page['set']} {page['id'][:16]} {page.get('url')}")
    return figures


if __name__ == "__main__":
    main()
