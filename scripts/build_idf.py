#!/usr/bin/env python3
"""Build the background table of `summarize --keywords`: in how many texts each word stands.

Usage: build_idf.py FOLDER (with news.jsonl.zst, web.jsonl.zst and world.jsonl.zst)

Writes src/newskit/summarize/data/words.txt and manifest.json. Words in a single text are left out:
half of them are names, and the table is half as long without them.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import zstandard

from newskit.summarize.background import DATA, WORDS_FILE, fold
from newskit.summarize.phrase_rules import TERM

SOURCES = {"news": "public domain", "web": "CC-BY-4.0", "world": "Apache-2.0"}
LEAST_TEXTS = 2
LONGEST_WORD = 30  # code points; what is longer is an address


def texts(path: Path) -> Iterator[str]:
    with path.open("rb") as raw:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), "utf-8")
        for line in lines:
            article = json.loads(line)
            yield f"{article.get('title') or ''}\n{article['text']}"


def count(folder: Path) -> tuple[int, Counter[str]]:
    """Return the number of texts, and of how many each word is."""
    total, counts = 0, Counter[str]()
    for name in SOURCES:
        for text in texts(folder / f"{name}.jsonl.zst"):
            total += 1
            counts.update({fold(match.group()) for match in TERM.finditer(text)})
    return total, counts


def table(total: int, counts: Counter[str]) -> bytes:
    """Return the file's content."""
    words = defaultdict(list)
    for word, texts_with in counts.items():
        if texts_with >= LEAST_TEXTS and len(word) <= LONGEST_WORD and not word.isdecimal():
            words[texts_with].append(word)
    lines = [f"{n} {' '.join(sorted(words[n]))}" for n in sorted(words, reverse=True)]
    return "\n".join([str(total), *lines, ""]).encode("utf-8")


def main() -> None:
    folder = Path(sys.argv[1])
    data = table(*count(folder))
    manifest = {
        "files": {WORDS_FILE: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}},
        "version": 1,
        "script": "scripts/build_idf.py",
        "made_from": {
            f"{name}.jsonl.zst": hashlib.sha256(
                (folder / f"{name}.jsonl.zst").read_bytes()
            ).hexdigest()
            for name in SOURCES
        },
        "licences": SOURCES | {"table": "Apache-2.0"},
    }
    DATA.mkdir(exist_ok=True)
    (DATA / WORDS_FILE).write_bytes(data)
    (DATA / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    print(f"{len(data)} bytes")


if __name__ == "__main__":
    main()
