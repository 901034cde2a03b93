"""Articles from and to JSON: the only module that knows a JSON library."""

from __future__ import annotations

from typing import Any

import orjson

from newskit.errors import BadArticle
from newskit.io.lines import Line
from newskit.limits import LIMITS
from newskit.stage import json_name

_HINT = "(one object per line is needed: try jq -c .)"

_TOO_DEEP = f"nested deeper than {LIMITS.json_depth} levels"


def loads(line: Line) -> dict[str, Any]:
    """Return the article on a line. Raises BadArticle, saying what is wrong with it."""
    if line.too_long:
        raise BadArticle(f"line longer than {LIMITS.line_bytes >> 20} MiB")
    # Before the library sees it: more values take gigabytes, and where there is not as much, orjson
    # (3.11) ends the whole process with a segmentation fault.
    if len(line.data) > LIMITS.json_values and _values_at_most(line.data) > LIMITS.json_values:
        raise BadArticle(f"more than {LIMITS.json_values:,} commas and brackets on the line")
    try:
        article = orjson.loads(line.data)
    except orjson.JSONDecodeError as error:
        raise BadArticle(_json_reason(line, error)) from error
    if type(article) is not dict:
        raise BadArticle(f"expected an object, found {json_name(article)}")
    # Cheap test first: most records cannot be deep because they open few brackets at all.
    brackets = line.data.count(b"{") + line.data.count(b"[")
    if brackets > LIMITS.json_depth and _depth(article) > LIMITS.json_depth:
        raise BadArticle(_TOO_DEEP)
    return article


def dumps(article: dict[str, Any], line: Line | None = None) -> bytes:
    """Return an article as one line with its line feed.

    `line`, where the article came from, serves to refuse integers that the reader has turned into
    rounded floats. Raises BadArticle for what cannot be written without changing it.
    """
    try:
        data = orjson.dumps(article, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError as error:
        raise BadArticle(f"cannot be written as JSON: {error}") from error
    # orjson (from 3.11.7) writes floats of 1e16 and above with "e+": only then can a big integer
    # have been lost.
    if line is not None and b"e+" in data and _has_big_integer(line.data):
        raise BadArticle("holds an integer of more than 64 bits, which would be rounded")
    return data


def reload(data: bytes) -> dict[str, Any]:
    """Return the article that `dumps` has written."""
    article: dict[str, Any] = orjson.loads(data)
    return article


def _json_reason(line: Line, error: orjson.JSONDecodeError) -> str:
    reason = str(error).split(": line ")[0]
    data = line.data.strip()
    bad = _not_utf8(line.data)
    if not line.ended and (bad == len(line.data) or "end of data" in reason):
        return "not JSON: the line ends early (cut off?)"
    if bad is not None and bad < len(line.data):
        return f"not UTF-8: byte 0x{line.data[bad]:02x} in column {bad + 1}"
    if "depth limit" in reason:
        return _TOO_DEEP
    if data.startswith(b"\xef\xbb\xbf"):
        return "not JSON: a byte order mark in the middle of the input (files joined by cat?)"
    if data in (b"{", b"[", b"[{") or (line.number == 1 and data.startswith(b"[")):
        return f"not one JSON object: {reason} {_HINT}"
    if "after document" in reason:
        return f"more than one JSON value on the line {_HINT}"
    column = str(error).rsplit("column ", 1)[-1].split(" ")[0]
    return f"not JSON: {reason} (column {column})"


def _not_utf8(data: bytes) -> int | None:
    """Return where the first byte is that makes no character in UTF-8, or None.

    It is the end where the last character is not whole.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(data) if error.reason == "unexpected end of data" else error.start
    return None


def _values_at_most(data: bytes) -> int:
    """Return an upper bound of the values on a line: what stands in strings is counted as well."""
    return data.count(b",") + data.count(b"[") + data.count(b"{")


def _depth(value: Any) -> int:
    depth, level = 0, [value]
    while level := [v for v in level if isinstance(v, dict | list)]:
        depth += 1
        level = [v for c in level for v in (c.values() if isinstance(c, dict) else c)]
    return depth


def _has_big_integer(data: bytes) -> bool:
    import json

    found = False

    def check(digits: str) -> int:
        nonlocal found
        found = found or len(digits) > 20 or not -(2**63) <= int(digits) < 2**64
        return 0

    json.loads(data, parse_int=check)
    return found
