"""Put units and what became of them into bytes, for the pipes between processes.

A frame is a header of fixed size and the bytes whose lengths it gives. Nothing is pickled: what a
process reads can be an article, a reason or a path, and never code.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from struct import Struct
from typing import IO

from newskit.errors import BadInput, BadModel
from newskit.io.lines import Line
from newskit.run.pipeline import Outcome, Refused
from newskit.run.work import Unit

# Flags, number of the line, and the lengths of path, data and what is prepared.
_UNIT = Struct("<BQIQQ")
_IS_LINE, _ENDED, _TOO_LONG = 1, 2, 4
# What it is, and its length.
_ANSWER = Struct("<BQ")
_WRITTEN, _REFUSED, _BUG, _BAD_INPUT, _BAD_MODEL, _RETIRES = range(6)


class Retires:
    """A worker's last word: it has grown too big, and another is to go on."""


# What a worker says: the outcome of its next article, or an error that is the end of all.
Answer = Outcome | BadInput | BadModel | Retires


def pack_unit(unit: Unit, prepared: bytes) -> bytes:
    """Return a unit as a frame, with what Work.prepared made of it."""
    flags = number = 0
    if unit.line is not None:
        number = unit.line.number
        flags = _IS_LINE + _ENDED * unit.line.ended + _TOO_LONG * unit.line.too_long
    path = os.fsencode(unit.path)
    header = _UNIT.pack(flags, number, len(path), len(unit.data), len(prepared))
    return b"".join((header, path, unit.data, prepared))


def read_unit(file: IO[bytes]) -> tuple[Unit, bytes] | None:
    """Return the next unit and what is prepared, or None at the end; reading may wait."""
    header = file.read(_UNIT.size)
    if len(header) < _UNIT.size:
        return None
    flags, number, *sizes = _UNIT.unpack(header)
    path, data, prepared = parts = [file.read(size) for size in sizes]
    if [len(part) for part in parts] != sizes:
        return None  # cut off: whoever wrote it has gone
    line = None
    if flags & _IS_LINE:
        line = Line(number, data, bool(flags & _ENDED), bool(flags & _TOO_LONG))
    return Unit(os.fsdecode(path), data, line), prepared


def pack_answer(answer: Answer) -> bytes:
    """Return an answer as a frame."""
    if isinstance(answer, bytes):
        return _ANSWER.pack(_WRITTEN, len(answer)) + answer
    if isinstance(answer, Retires):
        return _ANSWER.pack(_RETIRES, 0)
    if isinstance(answer, Refused):
        kind, told = _BUG if answer.is_bug else _REFUSED, answer.reason
    else:
        kind, told = _BAD_INPUT if isinstance(answer, BadInput) else _BAD_MODEL, str(answer)
    data = told.encode("utf-8", "surrogatepass")
    return _ANSWER.pack(kind, len(data)) + data


def take_answers(inbox: bytearray) -> Iterator[Answer]:
    """Yield the answers that have come whole; what is left in `inbox` is the beginning of one."""
    at = 0
    with memoryview(inbox) as view:
        while len(view) - at >= _ANSWER.size:
            kind, size = _ANSWER.unpack_from(view, at)
            end = at + _ANSWER.size + size
            if end > len(view):
                break
            yield _answer(kind, bytes(view[at + _ANSWER.size : end]))
            at = end
    del inbox[:at]


def _answer(kind: int, data: bytes) -> Answer:
    if kind == _WRITTEN:
        return data
    if kind == _RETIRES:
        return Retires()
    told = data.decode("utf-8", "surrogatepass")
    if kind in (_REFUSED, _BUG):
        return Refused(told, is_bug=kind == _BUG)
    return BadInput(told) if kind == _BAD_INPUT else BadModel(told)
