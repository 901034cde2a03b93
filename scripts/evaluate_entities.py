#!/usr/bin/env python3
"""Measures the tagger: cross-validated by document, and on sets that others annotated.

    PYTHONPATH=src python scripts/evaluate_entities.py --data ../shared/data --kept build/folds

For every fold of documents a tagger is trained without it, exported, and run as newskit runs it:
raw text in, own tokens, quantised weights. F1 is of exact spans with their types. The sets of
dev.jsonl.zst were annotated under other policies; there the types fall to PER, ORG and LOC, and
each figure is the mean of the five taggers'. They are scored once more with the text in other case.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does

from entity_data import FOLDS, SETS, SMALL, Document, read_items, read_set
from entity_net import Vocabulary, export, fit, prepared
from newskit.entities import MIN_SCORE, MIN_SCORE_ELSEWHERE
from newskit.entities.agree import agree
from newskit.entities.german import GermanNames
from newskit.entities.tagger import DATA, Tagger
from newskit.entities.tagger.lexicon import Lexicon, load_lexicon
from newskit.entities.tagger.network import Network
from newskit.entities.tagger.tokens import tokenize
from newskit.model.arrays import pack_arrays, unpack_arrays
from newskit.model.background import load_backgrounds

SEED = 1
COARSE = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
Counts = dict[str, Counter[str]]  # of a type: how many are found rightly, found, and there


def headline(text: str) -> str:
    """Return a text as headlines with capitals write it; its length stays."""
    made, end = [], 0
    for place, (start, stop) in enumerate(tokenize(text)):
        token = text[start:stop]
        is_small = token.lower() in SMALL and place
        keep = is_small or not token.islower()
        made.append(text[end:start] + (token if keep else token[:1].upper() + token[1:]))
        end = stop
    return "".join(made) + text[end:]


def same_length(change, text: str) -> str:
    """Return a text changed sign by sign, so that spans hold."""
    return "".join(new if len(new := change(sign)) == 1 else sign for sign in text)


CASES = {
    "Title Case": headline,
    "UPPER": lambda text: same_length(str.upper, text),
    "lower": lambda text: same_length(str.lower, text),
}


def count(tagger: Tagger, documents: list[Document], change=None, coarse: bool = False) -> Counts:
    """Tag documents and compare with the gold spans of their texts."""
    is_english = not documents[0]["set"].startswith("language_")
    least = MIN_SCORE if is_english else MIN_SCORE_ELSEWHERE
    counts: Counts = defaultdict(Counter)
    for document in documents:
        text = document["text"] if change is None else change(document["text"])
        title = document.get("title") or "" if "gold_title_entities" in document else ""
        names = [n for n in tagger(title, text) if n.score >= least]
        strings = {"title": title, "text": text}
        if document["set"] == "language_de":
            names = german(tagger)(names, strings)
        names = agree(names, strings)
        names = [n for n in names if n.field == "text"]
        found = {(n.start, n.end, n.type) for n in names}
        gold = {tuple(span) for span in document["gold_entities"]}
        if coarse:
            found = {(s, e, COARSE[kind]) for s, e, kind in found if kind in COARSE}
            gold = {(s, e, c) for s, e, k in gold if (c := COARSE.get(k, k)) in COARSE.values()}
        for span in found | gold:
            kind = counts[span[2]]
            kind["right"] += span in found and span in gold
            kind["found"] += span in found
            kind["gold"] += span in gold
    return counts


def german(tagger: Tagger) -> GermanNames:
    """Return what looks again at the names of a tagger in German, as the stage does."""
    return GermanNames(tagger.listed, load_backgrounds())


def figures(counts: Counts) -> dict[str, Any]:
    """Return F1 over all types, precision and recall, and F1 of each type."""
    total: Counter[str] = sum(counts.values(), Counter())
    made = {
        "f1": _f1(total),
        "precision": round(total["right"] / max(1, total["found"]), 4),
        "recall": round(total["right"] / max(1, total["gold"]), 4),
    }
    return made | {kind: _f1(counts[kind]) for kind in sorted(counts)}


def _f1(c: Counter[str]) -> float:
    return round(2 * c["right"] / max(1, c["found"] + c["gold"]), 4)


def train(fold: int, corpora: dict[str, list[Document]], lexicon: Lexicon, kept: Path) -> Tagger:
    """Return a tagger trained without a fold: the one kept from an earlier run, if it is there."""
    path = kept / f"{fold}.bin"
    if not path.exists():
        documents = [d for documents in corpora.values() for d in documents if d["fold"] != fold]
        vocabulary = Vocabulary(lexicon)
        net = fit(prepared(documents, vocabulary, SEED), vocabulary, SEED)
        path.write_bytes(pack_arrays(export(net)))
    return Tagger(lexicon, Network(unpack_arrays(path.read_bytes()), lexicon))


def evaluate(fold: int, data: Path, kept: Path) -> dict[str, Any]:
    """Return the counts on a fold and the figures on the other sets, by a tagger without it."""
    corpora = {name: read_set(data, name) for name in SETS}
    for document in read_items():
        corpora.setdefault(document["set"], []).append(document)
    tagger = train(fold, corpora, load_lexicon(DATA), kept)
    counts = {
        name: count(tagger, [d for d in documents if d["fold"] == fold])
        for name, documents in corpora.items()
        if documents[0]["fold"] is not None
    }
    others: dict[str, list[Document]] = defaultdict(list)
    for document in read_set(data, "dev"):
        others[document["set"]].append(document)
    dev = {}
    for name, documents in others.items():
        dev[name] = figures(count(tagger, documents, coarse=True))
        for case, change in CASES.items():
            changed = figures(count(tagger, documents, change, coarse=True))["f1"]
            dev[name][case] = round(changed / dev[name]["f1"], 4)
    return {"counts": counts, "dev": dev}


def main() -> None:
    """Evaluate all folds and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--enter", action="store_true", help="write the figures to the manifest")
    parser.add_argument("--folds", type=int, default=FOLDS, help="how many of the five to do")
    parser.add_argument("--kept", type=Path, required=True, help="a folder for the taggers")
    options = parser.parse_args()
    options.kept.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        jobs = [
            pool.submit(evaluate, fold, options.data, options.kept) for fold in range(options.folds)
        ]
        results = [job.result() for job in jobs]
    scores: dict[str, Any] = {"cross_validated": {}, "others": {}}
    for name in results[0]["counts"]:
        total: Counts = defaultdict(Counter)
        for result in results:
            for kind, counter in result["counts"][name].items():
                total[kind].update(counter)
        scores["cross_validated"][name] = figures(total)
    for name in results[0]["dev"]:
        parts = [result["dev"][name] for result in results]
        scores["others"][name] = {
            key: round(statistics.mean(part[key] for part in parts), 4) for key in parts[0]
        }
    for part, sets in scores.items():
        for name, row in sets.items():
            print(f"{part:16}{name:10}", *(f"{key} {value:.4f}" for key, value in row.items()))
    if options.enter:
        path = DATA / "manifest.json"
        manifest = json.loads(path.read_text("utf-8"))
        manifest["tagger"]["scores"] = scores
        path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
