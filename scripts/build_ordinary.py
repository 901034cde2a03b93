#!/usr/bin/env python3
"""Build the list of English words that are no names, for the checks of `summarize --backend`.

Usage: build_ordinary.py FOLDER (with news.jsonl.zst, web.jsonl.zst and world.jsonl.zst)

Writes src/newskit/summarize/data/ordinary/words.txt and manifest.json: words that the texts have
in lower case at least LEAST times, and at least LEAST_SHARE of the times that they stand where no
sentence begins. The check asks it whether a capital at the beginning of a sentence
makes a name.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import zstandard

from newskit.summarize.abstractive.folding import bare
from newskit.summarize.abstractive.proper import ORDINARY, TOKEN, WORDS_FILE
from newskit.text.sentences import spans

SOURCES = {"news": "public domain", "web": "CC-BY-4.0", "world": "Apache-2.0"}
# Of 1,933 words with a capital that began a sentence of other annotated texts (newspapers,
# Wikinews, Wikipedia) and no name, 198 are not in the list, and of 1,050 that were one, 56 are.
# With twice in lower case it is 244 and 50, with a share of 0.5 216 and 50.
LEAST = 1
LEAST_SHARE = 0.3
LONGEST_WORD = 30  # code points; what is longer is an address
OPENING = "“\"‘'(:–—-"  # a capital after it may be that of a sentence


def texts(path: Path) -> Iterator[str]:
    """Yield the title and text of each article."""
    with path.open("rb") as raw:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), "utf-8")
        for article in map(json.loads, lines):
            yield f"{article.get('title') or ''}\n{article['text']}"


def count(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Return how often each word stands in lower case, and with a capital inside a sentence."""
    small, capital = Counter[str](), Counter[str]()
    for name in SOURCES:
        for text in texts(folder / f"{name}.jsonl.zst"):
            for start, end in spans(text):
                first = True
                for match in TOKEN.compiled().finditer(text, start, end):
                    word = match.group()
                    if word.islower():
                        small[bare(word)] += 1
                    elif not first and text[match.start() - 1] not in OPENING:
                        capital[bare(word)] += 1
                    first = False
    return small, capital


def main() -> None:
    folder = Path(sys.argv[1])
    small, capital = count(folder)
    words = sorted(
        word
        for word, times in small.items()
        if times >= LEAST
        and times >= LEAST_SHARE * (times + capital[word])
        and word.isalpha()
        and 1 < len(word) <= LONGEST_WORD
    )
    data = ("\n".join(words) + "\n").encode("utf-8")
    manifest = {
        "files": {WORDS_FILE: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}},
        "version": 1,
        "script": "scripts/build_ordinary.py",
        "made_from": {
            f"{name}.jsonl.zst": hashlib.sha256(
                (folder / f"{name}.jsonl.zst").read_bytes()
            ).hexdigest()
            for name in SOURCES
        },
        "licences": SOURCES | {"list": "Apache-2.0"},
    }
    ORDINARY.mkdir(exist_ok=True)
    (ORDINARY / WORDS_FILE).write_bytes(data)
    (ORDINARY / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    print(f"{len(words)} words, {len(data)} bytes")


if __name__ == "__main__":
    main()
