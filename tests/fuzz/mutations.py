"""Damages inputs: bytes at any place, and JSON along its structure.

Every function takes the random numbers from its caller, so a seed gives the same damage again.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import orjson

LONGEST = 200_000  # bytes that one mutation may grow an input to; slower ones find no more
REPEATS = 100
PIECES = (
    b"\0",
    b"&#0;",
    b"&#xD800;",
    b"&#x110000;",
    b"&amp;amp;",
    b"&nbsp;",
    b"\\ud800",
    b"\\udfff\\ud83d",
    "\u2028".encode(),
    "\x85".encode(),
    "\u202e".encode(),
    "\ufeff".encode(),
    "\ufffd".encode(),
    b"\xff",
    b"\xfe\xff",
    b"\xed\xa0\x80",
    b"\xc3",
    b"\r",
    b"\r\n",
    b"\t",
    b"\x0b",
    b"\x1b[31m",
    b"<",
    b">",
    b"</p></div></body>",
    b"<table><tr><td><p><a><b><i><table>",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"<script>",
    b"</script>",
    b"<svg><style><title>",
    b"<template>",
    b"<select><option>",
    b"<frameset>",
    b"<plaintext>",
    b"<noscript>",
    b"<base href='http://['>",
    b"<meta charset=utf-16>",
    b"<meta charset=utf-7>",
    b'<script type="application/ld+json">{"@type":"NewsArticle","headline":"\\ud800"}</script>',
    b'<script type=\'application/ld+json\'>[[{"@graph":{"@id":1,"author":[[null]]}}]]</script>',
    b"<meta property='article:published_time' content='0000-13-99T99:99:99+99:99'>",
    b"<link rel=canonical href='http://[::1'>",
    b"<p hidden>",
    b"<h1>",
    b"</h1>",
    b"<br>" * 50,
    b". ",
    b"? ",
    b"\xe2\x80\x9c",
    b"\xe2\x80\x9d",
    b"(",
    b")",
    b"Mr. ",
    b"a" * 5_000,
    b"A " * 500,
    b"9" * 400,
    b"$1e999 million ",
    b"31 February 0000 ",
    b"25:61 p.m. ",
    b"-99999-99-99",
    b"9999-12-31T23:59:59+23:59",
    "\u4e2d".encode() * 300,
    "e\u0301".encode() * 100,
    "\U0001f600".encode() * 50,
    "\u0661\u0662".encode(),
    "\u00b2\u2460\u0be7".encode(),
    "\u0130\u0131\u00df\ufb01".encode(),
    b"- ",
    b"# ",
    b"> ",
    b"| a | b |\n|---|",
    b"\n\n",
    b"\n",
    b"```\n",
    b"[a](b)",
    b"---\ntitle: [\n---\n",
)
CODECS = (
    "utf-16",
    "utf-16-le",
    "utf-32",
    "cp1252",
    "latin-1",
    "cp1251",
    "shift_jis",
    "gb18030",
    "koi8-r",
)
NUMBERS = (0, -1, 1, 2**31, 2**63, 2**64 - 1, -(2**63), 0.5, -0.0, 1e308, 5e-324)
ODD = (
    "",
    " ",
    "\0",
    "\u2028",
    "\ufeff",
    "x" * 3_000,
    "\u202e",
    "2024-02-30",
    "0001-01-01",
    "newskit/1",
    "9999-12-31T23:59:59Z",
    "http://[",
    "html",
    "text",
    "title",
)


def mutate(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Return an input damaged one to four times; `others` are seeds that it may be joined to."""
    for _ in range(rng.choice((1, 1, 2, 3, 4))):
        data = rng.choice(MUTATIONS)(data, rng, others)[:LONGEST]
    return data


def _slice(data: bytes, rng: random.Random, most: int = 2_000) -> tuple[int, int]:
    start = rng.randint(0, len(data))
    return start, min(len(data), start + rng.randint(0, most))


def _truncate(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] if rng.random() < 0.7 else data[at:]


def _flip(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 4, 30)) if data else 0):
        changed[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _duplicate(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    start, end = _slice(data, rng)
    at = rng.randint(0, len(data))
    return data[:at] + data[start:end] + data[at:]


def _repeat(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    start, end = _slice(data, rng, 300)
    return data[:end] + data[start:end] * REPEATS + data[end:]


def _remove(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    start, end = _slice(data, rng)
    return data[:start] + data[end:]


def _splice(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    other = rng.choice(others)
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


def _insert(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    for _ in range(rng.choice((1, 1, 3, 10))):
        at = rng.randint(0, len(data))
        data = data[:at] + rng.choice(PIECES) + data[at:]
    return data


def _unclose(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Take away closing tags: all, or those of one element."""
    name = rng.choice((b"", b"p", b"div", b"a", b"script", b"title", b"style", b"head"))
    return data.replace(b"</" + name, b"<" + name)


def _nest(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    start, end = _slice(data, rng)
    tag = rng.choice(
        (b"div", b"blockquote", b"ul><li", b"table><td", b"b", b"a href=x", b"section")
    )
    depth = rng.choice((1, 10, 300))
    return data[:start] + (b"<" + tag + b">") * depth + data[start:end] + data[end:]


def _recode(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Read the bytes in one encoding and write them in another."""
    text = data.decode("utf-8" if rng.random() < 0.7 else "latin-1", "replace")
    return text.encode(rng.choice(CODECS), "replace")


MUTATIONS: tuple[Callable[[bytes, random.Random, Sequence[bytes]], bytes], ...] = (
    _truncate,
    _flip,
    _duplicate,
    _repeat,
    _remove,
    _splice,
    _insert,
    _insert,
    _unclose,
    _nest,
    _recode,
)


def mutate_json(line: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Return a record damaged in its structure: types, depth, numbers, offsets that do not fit."""
    try:
        record = orjson.loads(line)
        for _ in range(rng.choice((1, 1, 2, 4))):
            record = _change(record, rng, others)
        return orjson.dumps(record)[: 2 * LONGEST]
    except (orjson.JSONDecodeError, TypeError):
        return mutate(line, rng, others)


def _change(record: Any, rng: random.Random, others: Sequence[bytes]) -> Any:
    """Change one value somewhere in a record, most often near its top."""
    if not record or not isinstance(record, dict | list) or rng.random() < 0.05:
        return _value(record, rng, others)
    keys: list[Any] = list(record) if isinstance(record, dict) else list(range(len(record)))
    key = rng.choice(keys)
    chance = rng.random()
    if chance < 0.5 and isinstance(record[key], dict | list):
        record[key] = _change(record[key], rng, others)
    elif chance < 0.7:
        record[key] = _value(record[key], rng, others)
    elif chance < 0.8 and isinstance(record, dict):
        name = rng.choice(("text", "html", "raw_text", "title", "blocks", "removed", "entities"))
        record[name if rng.random() < 0.6 else rng.choice(ODD)] = record[key]
    elif chance < 0.9 and isinstance(record, list):
        record.insert(rng.randrange(len(record) + 1), record[key])
    else:
        del record[key]
    return record


def _value(old: Any, rng: random.Random, others: Sequence[bytes]) -> Any:
    """Return something in the place of a value; half the time of its own type."""
    if isinstance(old, str) and rng.random() < 0.5:
        return mutate(old.encode("utf-8"), rng, others).decode("utf-8", "ignore")
    if isinstance(old, int | float) and rng.random() < 0.5:
        return old + rng.choice((-1, 1, -10, 1_000))
    deep: Any = old
    for _ in range(rng.choice((90, 99, 120))):
        deep = [deep] if rng.random() < 0.5 else {"a": deep}
    made = (None, True, False, [], {}, [[]], [None], {"text": old}, [old, old], deep)
    return rng.choice((*made, rng.choice(NUMBERS), rng.choice(ODD)))
