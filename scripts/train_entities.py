#!/usr/bin/env python3
"""Trains the tagger that `newskit entities` uses, and writes src/newskit/entities/data/tagger.bin.

    PYTHONPATH=src python scripts/train_entities.py --data ../shared/data

Needs torch. Trains on news, world, web and press and on our own items (scripts/labels/items), all
of one guideline. Everything is seeded and runs in one thread; about six minutes.
scripts/evaluate_entities.py says how good it is, and enters its figures into the manifest.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from entity_data import ITEMS, SETS, read_items, read_set, sha256, write_files
from entity_net import PASSES, Vocabulary, export, fit, prepared
from newskit.entities.tagger import DATA
from newskit.entities.tagger.lexicon import load_lexicon
from newskit.model.arrays import pack_arrays

SEED = 1


def main() -> None:
    """Train on everything and write the tagger with its manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    vocabulary = Vocabulary(load_lexicon(DATA))
    documents = [d for name in SETS for d in read_set(options.data, name)] + read_items()
    net = fit(prepared(documents, vocabulary, SEED), vocabulary, SEED)
    folder = options.data / "entities"
    facts = {
        "script": "scripts/train_entities.py",
        "seed": SEED,
        "passes": PASSES,
        "trained_on": {f"{name}.jsonl.zst": sha256(folder / f"{name}.jsonl.zst") for name in SETS}
        | {path.name: sha256(path) for path in sorted(ITEMS.glob("*.txt"))},
        "licences": {
            "news": "text public domain, labels ours",
            "world": "ours",
            "web": "text CC-BY-4.0, labels ours",
            "press": "publishers' text, used to learn from, not held; labels ours",
            "items": "ours",
            "model": "Apache-2.0",
        },
        "libraries": {"torch": torch.__version__, "numpy": np.__version__},
    }
    write_files({"tagger.bin": pack_arrays(export(net))}, facts, "tagger")


if __name__ == "__main__":
    main()
