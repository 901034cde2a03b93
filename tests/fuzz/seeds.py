"""Finds inputs to begin from: the samples, the inputs of the cases and, where there are any, pages.

Pages of others are used while the fuzzer runs, and never kept: a finding is minimised first.
"""

from __future__ import annotations

import bz2
import gzip
import io
import itertools
import lzma
import random
from pathlib import Path
from typing import Any

import orjson
import zstandard

from newskit.clean import Clean
from newskit.entities import Entities
from newskit.parse import Parse, read_document
from newskit.stage import apply
from newskit.summarize import Summarize
from tests.conftest import ROOT

LARGEST = 60_000  # bytes of a seed: a page of others is cut there, so that executions stay short
FROM_DATA = 60  # inputs taken from each set of data
LOOKED_AT = 400  # records of a set among which they are chosen
SETS = (("extraction/wcxb", "html"), ("extraction/fundus", "html"), ("roles/roles", "raw_text"))
DATES = (
    b"March 3, 2025 at 2:05 p.m. EST",
    "12. März 2024, 14:05 Uhr".encode(),
    b"2024-03-12T14:05:00+01:00",
    b"1710252300",
    b"04/05/2024",
    "2024年3月12日".encode(),
    b"Tue, 12 Mar 2024 14:05:00 GMT",
    b"12 mars 2024",
    "от 12 марта 2024 г.".encode(),
    b"29 Feb 2023 | 23:59 | Updated: 1 Jan 1970",
)


def pages(data: Path | None, rng: random.Random) -> list[bytes]:
    """Return whole files: pages, texts and Markdown."""
    samples = sorted((ROOT / "samples").glob("*.*"))
    cases = sorted((ROOT / "tests" / "cases").glob("*/*/in*.*"))
    found = [p.read_bytes() for p in (*samples, *cases) if p.suffix in (".html", ".txt", ".md")]
    for name, field in SETS:
        path = data / f"{name}.jsonl.zst" if data is not None else None
        if path is not None and path.exists():
            wanted = set(rng.sample(range(LOOKED_AT), FROM_DATA))
            found += [orjson.loads(line)[field].encode() for line in _lines(path, wanted)]
    return [page[:LARGEST] for page in found if page]


def _lines(path: Path, wanted: set[int]) -> list[bytes]:
    """Return the lines of these numbers."""
    with path.open("rb") as file:
        stream = io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(file))
        first = itertools.islice(stream, LOOKED_AT)
        return [line for number, line in enumerate(first) if number in wanted]


def records(some_pages: list[bytes], rng: random.Random) -> list[bytes]:
    """Return records as JSON, after each stage of the pipe, and what a user might bring."""
    stages = (Parse(), Clean(), Entities(), Summarize(keywords=5, headline=True, trim=True))
    made: list[dict[str, Any]] = [
        {"text": "A fair came to Port Ellery. It drew 40 people on Monday."}
    ]
    for page in rng.sample(some_pages, 20):
        article = read_document(page[:8_000], "-")
        made.append(article)
        for stage in stages:
            article = apply(stage, article) | {"extra": {"n": 1, "of": ["kept"]}}
            made.append(article)
    return [orjson.dumps(article) for article in made]


def compressed(some_records: list[bytes], rng: random.Random) -> list[bytes]:
    """Return lines in every compression, some of several members, and as they are."""
    found = []
    for _ in range(10):
        lines = b"".join(rng.choice(some_records)[:900] + b"\n" for _ in range(3))
        found += [lines, gzip.compress(lines, mtime=0), bz2.compress(lines), lzma.compress(lines)]
        found += [_zstd(lines), gzip.compress(lines, mtime=0) + gzip.compress(b"{}\n", mtime=0)]
        found += [_zstd(lines) + _zstd(b'{"a":1}\n'), gzip.compress(gzip.compress(lines), mtime=0)]
    return found


def frames(some_records: list[bytes], rng: random.Random) -> list[bytes]:
    """Return frames of zstd."""
    return [_zstd(rng.choice(some_records)[:3_000] * rng.choice((1, 40))) for _ in range(20)]


def _zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor(write_checksum=True).compress(data)
