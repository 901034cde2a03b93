"""Cut streams of bytes into lines: the only module that splits lines.

Lines end with ``\\n`` and nothing else: ``str.splitlines`` would also cut at U+2028, which is legal
inside a JSON string and common in scraped text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newskit.errors import BadInput
from newskit.limits import LIMITS

_SHOWN = 1_000  # bytes kept of a line that is too long
_STEP = 4_096  # bytes looked at for blank lines at a time
_WIDE_MARKS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_WIDE_ZEROS: dict[tuple[bool, ...], str] = {
    (False, True, True, True): "UTF-32LE",
    (True, True, True, False): "UTF-32BE",
    (False, True, False, True): "UTF-16LE",
    (True, False, True, False): "UTF-16BE",
}


class Line(NamedTuple):
    """One line of an input: its number from 1, its bytes without the line feed.

    `ended` is False for a last line without one; `too_long` lines hold only their beginning.
    """

    number: int
    data: bytes
    ended: bool = True
    too_long: bool = False


def lines(chunks: Iterable[bytes], name: str) -> Iterator[Line | None]:
    """Cut chunks of bytes into lines; blank ones are skipped, but counted.

    A chunk without bytes, which says that there is nothing to read just now, is passed on as None.
    Raises BadInput for UTF-16 and UTF-32, and the chunks' own with the last whole line's number.
    Memory is bounded by the longest line allowed.
    """
    cutter = _Cutter()
    try:
        for chunk in _without_mark(chunks, name):
            if chunk:
                yield from cutter.cut(chunk)
            else:
                yield None
    except BadInput as error:
        if not cutter.number:
            raise
        raise BadInput(f"{error}, after line {cutter.number}") from error
    yield from cutter.end()


class _Cutter:
    """Cuts chunks, and holds the beginning of the line whose end has not come yet.

    `number` counts the lines that ended.
    """

    def __init__(self) -> None:
        self.number = 0
        self._rest: list[bytes] = []
        self._size = 0
        self._skipped = b""  # the beginning of a line that is too long, up to its end

    def cut(self, chunk: bytes) -> Iterator[Line]:
        """Yield the lines that end in a chunk."""
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            self.number += 1
            line = self._line(chunk[start:end])
            start = end + 1
            if line is not None:
                yield line
            else:
                start = self._past_blank(chunk, start)
        if not self._skipped:
            self._rest.append(chunk[start:])
            self._size += len(chunk) - start
            if self._size > LIMITS.line_bytes:
                self._skipped, self._rest, self._size = b"".join(self._rest)[:_SHOWN], [], 0

    def end(self) -> Iterator[Line]:
        """Yield what is left when the input is at its end: a line without a line feed."""
        if self._skipped:
            yield Line(self.number + 1, self._skipped, ended=False, too_long=True)
        elif (data := b"".join(self._rest)) and not data.isspace():
            yield Line(self.number + 1, data, ended=False)

    def _line(self, data: bytes) -> Line | None:
        """Return the line that ends with these bytes, or None if it is blank."""
        if self._skipped:
            data, self._skipped = self._skipped, b""
            return Line(self.number, data, too_long=True)
        if self._size:
            data = b"".join((*self._rest, data))
            self._rest, self._size = [], 0
        if len(data) > LIMITS.line_bytes:
            return Line(self.number, data[:_SHOWN], too_long=True)
        return Line(self.number, data) if data and not data.isspace() else None

    def _past_blank(self, chunk: bytes, start: int) -> int:
        """Count the blank lines from `start` on, a step of them at a time; return where they end.

        3 KB of zstd hold 100 MB of line feeds: one by one they took 80 s.
        """
        while step := chunk[start : start + _STEP]:
            blank = len(step) - len(step.lstrip())
            end = step.rfind(b"\n", 0, blank) + 1
            self.number += step.count(b"\n", 0, end)
            start += end
            if end < len(step):
                break
        return start


def _without_mark(chunks: Iterable[bytes], name: str) -> Iterator[bytes]:
    """Yield the chunks without a byte order mark in front. Raises BadInput for UTF-16, UTF-32."""
    rest = iter(chunks)
    head = b""
    for chunk in rest:
        if not chunk:
            yield b""
        head += chunk
        if len(head) >= 4:
            break
    if (wide := _wide_encoding(head)) is not None:
        raise BadInput(f"{name}: looks like {wide}; convert it: iconv -f {wide} -t UTF-8")
    if head := head.removeprefix(b"\xef\xbb\xbf"):
        yield head
    yield from rest


def _wide_encoding(head: bytes) -> str | None:
    """Return the encoding, by iconv's name, of JSON whose characters have two or four bytes.

    The first two characters of JSON are ASCII: where the zeros are tells it (RFC 4627, 3).
    """
    for mark, name in _WIDE_MARKS:
        if head.startswith(mark):
            return name
    return _WIDE_ZEROS.get(tuple(byte == 0 for byte in head[:4]))
