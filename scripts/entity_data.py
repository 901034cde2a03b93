"""Reads the annotated corpora, for train_entities.py and evaluate_entities.py, and makes variants.

Folds are made by document: the place of a document in its file, modulo five. Our own items
(scripts/labels/items) mark names in the text, ``[[Hamas|ORG]]``; those in English are only ever
trained on.
"""

from __future__ import annotations

import hashlib
import io
import json
import random
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import zstandard

from newskit.entities.tagger import DATA
from newskit.entities.tagger.decode import BEGIN, END, INSIDE, PLACES, SINGLE, TAGGED
from newskit.entities.tagger.tokens import tokenize

ITEMS = Path(__file__).parent / "labels" / "items"
SETS = ("news", "world", "web", "press")
FOLDS = 5
MARK = re.compile(r"\[\[([^\[\]|]+)\|([A-Z_]+)\]\]")
SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "nor", "by", "with",
     "from", "as", "is")
)  # fmt: skip

Document = dict[str, Any]


def read_set(data: Path, name: str) -> list[Document]:
    """Return the documents of a corpus, each with its fold."""
    path = data / "entities" / f"{name}.jsonl.zst"
    with path.open("rb") as raw:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), "utf-8")
        documents = [json.loads(line) for line in lines]
    for place, document in enumerate(documents):
        document["fold"] = place % FOLDS
        document.setdefault("set", name)
    return documents


def read_items() -> list[Document]:
    """Return our own annotated items: those in other languages have folds, all others none."""
    documents = []
    for path in sorted(ITEMS.glob("*.txt")):
        is_folded = path.stem.startswith("language_")
        parts = re.split(r"(?m)^### ", path.read_text("utf-8"))[1:]
        for place, part in enumerate(parts):
            head, _, body = part.partition("\n")
            (title, in_title), (text, in_text) = unmark(head.strip()), unmark(body.strip())
            documents.append(
                {
                    "set": path.stem, "fold": place % FOLDS if is_folded else None,
                    "title": title, "gold_title_entities": in_title,
                    "text": text, "gold_entities": in_text,
                }
            )  # fmt: skip
    return documents


def unmark(marked: str) -> tuple[str, list[list[Any]]]:
    """Return a text without its marks, and the spans that they marked.

    >>> unmark("the [[UN|ORG]] in [[Chad|GPE]]")
    ('the UN in Chad', [[4, 6, 'ORG'], [10, 14, 'GPE']])
    """
    text, spans, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        spans.append([len(text), len(text) + len(mark[1]), mark[2]])
        text += mark[1]
        at = mark.end()
    return text + marked[at:], spans


def cut(document: Document) -> tuple[list[str], list[int], int]:
    """Return the tokens of title, break and text, their tags, and how many are the title's."""
    tokens: list[str] = []
    tags: list[int] = []
    if "gold_title_entities" in document and document.get("title"):
        _cut(document["title"], document["gold_title_entities"], tokens, tags)
        at = len(tokens)
        tokens.append("\n")
        tags.append(0)
    else:
        at = 0
    _cut(document["text"], document["gold_entities"], tokens, tags)
    return tokens, tags, at


def _cut(text: str, gold: list[list[Any]], tokens: list[str], tags: list[int]) -> None:
    spans = tokenize(text)
    own = [0] * len(spans)
    first = {start: place for place, (start, _) in enumerate(spans)}
    last = {end: place for place, (_, end) in enumerate(spans)}
    for start, end, kind in gold:
        if start not in first or end not in last or kind not in TAGGED:
            continue
        left, right = first[start], last[end]
        tag = 1 + PLACES * TAGGED.index(kind)
        if left == right:
            own[left] = tag + SINGLE
        elif left < right:
            own[left : right + 1] = [tag + INSIDE] * (right + 1 - left)
            own[left], own[right] = tag + BEGIN, tag + END
    tokens += [text[start:end] for start, end in spans]
    tags += own


def capitalised(token: str) -> str:
    """Return a token as headlines with capitals write it: iPhone and NATO stay as they are."""
    if token.islower() or (token.isupper() and len(token) > 1):
        return token[:1].upper() + token[1:].lower()
    return token[:1].upper() + token[1:]


def variant(tokens: list[str], rng: random.Random) -> list[str]:
    """Return tokens in other case: all of them, or some sentences."""
    chosen = rng.random()
    if chosen < 0.2:
        return [token.lower() for token in tokens]
    if chosen < 0.4:
        return [token.upper() for token in tokens]
    if chosen < 0.5:
        return [capitalised(token) for token in tokens]
    edges = [0, *(i + 1 for i, t in enumerate(tokens) if t in ".?!" or t[0] == "\n"), len(tokens)]
    made = list(tokens)
    for start, end in pairwise(edges):
        chosen, part = rng.random(), tokens[start:end]
        if chosen < 0.15:
            made[start:end] = [token.upper() for token in part]
        elif chosen < 0.35:
            made[start:end] = [capitalised(token) for token in part]
        elif chosen < 0.5:
            made[start:end] = [
                token if token in SMALL and place else capitalised(token)
                for place, token in enumerate(part)
            ]
        elif chosen < 0.6:
            made[start:end] = [token.lower() for token in part]
    return made


def sha256(path: Path) -> str:
    """Return the hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_files(files: dict[str, bytes], facts: dict[str, Any], name: str) -> None:
    """Write model data of `newskit entities`, and enter them and how they were made."""
    path = DATA / "manifest.json"
    manifest = json.loads(path.read_text("utf-8")) if path.exists() else {}
    if "files" not in manifest:
        manifest = {"version": 1, "files": {}}
    for file, data in files.items():
        (DATA / file).write_bytes(data)
        manifest["files"][file] = {
            "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(),
        }  # fmt: skip
        print(file, len(data), "bytes")
    manifest["files"] = dict(sorted(manifest["files"].items()))
    manifest[name] = facts
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", "utf-8")
