"""Cut streams of bytes into lines: the only module that splits lines.

Lines end with ``\\n`` and nothing else: ``str.splitlines`` would also cut at U+2028, which is legal
inside a JSON string and common in scraped text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newskit.errors import BadInput
from newskit.limits import LIMITS


class Line(NamedTuple):
    """One line of an input: its number from 1, its bytes without the line feed.

    `ended` is False for a last line without one; `too_long` lines hold only their beginning.
    """

    number: int
    data: bytes
    ended: bool = True
    too_long: bool = False


def lines(chunks: Iterable[bytes], name: str) -> Iterator[Line]:
    """Cut chunks of bytes into lines; blank ones are skipped, but counted.

    Raises BadInput for UTF-16. Memory is bounded by the longest line allowed.
    """
    number, rest, skipping = 0, [b""], b""
    size = 0
    limit = LIMITS.line_bytes
    first = True
    for chunk in chunks:
        if first:
            if chunk.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise BadInput(f"{name}: looks like UTF-16; convert it: iconv -f UTF-16 -t UTF-8")
            chunk = chunk.removeprefix(b"\xef\xbb\xbf")
            first = False
        start = 0
        end = chunk.find(b"\n")
        while end >= 0:
            number += 1
            if skipping:
                yield Line(number, skipping, too_long=True)
                skipping = b""
            else:
                data = chunk[start:end]
                if size:
                    data = b"".join((*rest, data))
                    rest, size = [], 0
                if len(data) > limit:
                    yield Line(number, data[:1000], too_long=True)
                elif data and not data.isspace():
                    yield Line(number, data)
            start = end + 1
            end = chunk.find(b"\n", start)
        if not skipping:
            rest.append(chunk[start:])
            size += len(chunk) - start
            if size > limit:
                skipping, rest, size = b"".join(rest)[:1000], [], 0
    if skipping:
        yield Line(number + 1, skipping, ended=False, too_long=True)
    elif (data := b"".join(rest)) and not data.isspace():
        yield Line(number + 1, data, ended=False)
