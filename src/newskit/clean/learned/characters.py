"""Counts what sorts of characters blocks are made of, all blocks of an article at once.

Every character has one class; one table lookup and one count over the whole article give each
block's capitals, digits, full stops and so on, where counting block by block costs ten times as
much. Scripts that write no spaces have a class of their own, for their words are counted otherwise.

What it gets wrong: letters outside the Basic Multilingual Plane count as other characters.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

(OTHER, LOWER, UPPER, LETTER, UNSPACED, DIGIT, SPACE, BREAK, STOP, CALL, COLON, ELLIPSIS, COMMA,
 QUOTE, BAR, BULLET, AT, COPYRIGHT, SLASH, HYPHEN) = range(20)  # fmt: skip
CLASSES = 20
PLANE = 0x10000
CASED = ((0x41, 0x590), (0x10A0, 0x1100), (0x13A0, 0x1400), (0x1C80, 0x1CC0), (0x1D00, 0x2000),
         (0x2C00, 0x2E00), (0xA640, 0xA800), (0xFF21, 0xFF5B))  # fmt: skip
UNCASED = ((0x590, 0x10A0), (0x1100, 0x13A0), (0x1400, 0x1C80), (0x1CC0, 0x1D00), (0xA000, 0xA640),
           (0xA800, 0xD800), (0xFB1D, 0xFE00), (0xFE70, 0xFF00))  # fmt: skip
WITHOUT_SPACES = ((0x3005, 0x3008), (0x3040, 0x3100), (0x31F0, 0x3200), (0x3400, 0x4DC0),
                  (0x4E00, 0xA000), (0xF900, 0xFB00))  # fmt: skip
MARKS = {
    STOP: ".。।۔", CALL: "!?！？؟", COLON: ":：", ELLIPSIS: "…", COMMA: ",;，；、،",
    QUOTE: "\"'”’»)]」』）】›“‘«„「『([（【", BAR: "|•·→>", BULLET: "*●■▪►▶#+", AT: "@",
    COPYRIGHT: "©", SLASH: "/", HYPHEN: "-–—", BREAK: "\n", SPACE: " \t\r\f\v\u00a0\u3000",
}  # fmt: skip
# Characters looked at in one go, for memory: a character takes about 20 bytes meanwhile.
AT_ONCE = 1_000_000


class Counts(NamedTuple):
    """What blocks are made of; one row a block."""

    classes: NDArray[np.float64]  # (blocks, CLASSES): how many characters of each class
    first: NDArray[np.int64]  # class of the first character
    last: NDArray[np.int64]  # class of the last character that is no quote or bracket
    words: NDArray[np.float64]  # runs between spaces
    capitals: NDArray[np.float64]  # such runs that begin with a capital


@cache
def table() -> NDArray[np.uint8]:
    """Return the class of every code point of the Basic Multilingual Plane."""
    made = np.zeros(PLANE, np.uint8)
    for ranges, code in ((UNCASED, LETTER), (WITHOUT_SPACES, UNSPACED)):
        for start, end in ranges:
            made[start:end] = code
    for start, end in CASED:
        letters = map(chr, range(start, end))
        made[start:end] = [UPPER if c.isupper() else LOWER if c.isalpha() else 0 for c in letters]
    made[0xAA], made[0xBA] = LOWER, LOWER
    for start in (0x30, 0x660, 0x6F0, 0x966, 0xFF10):
        made[start : start + 10] = DIGIT
    for code, marks in MARKS.items():
        made[list(map(ord, marks))] = code
    return made


def count(texts: list[str]) -> Counts:
    """Return what each of some non-empty texts is made of."""
    parts, part, size = [], [], 0
    for text in texts:
        part.append(text)
        size += len(text)
        if size > AT_ONCE:
            parts.append(_count(part))
            part, size = [], 0
    if part or not parts:
        parts.append(_count(part))
    if len(parts) == 1:
        return parts[0]
    return Counts(*map(np.concatenate, zip(*parts, strict=True)))


def _count(texts: list[str]) -> Counts:
    number = len(texts)
    joined = "".join(texts).encode("utf-32-le", "surrogatepass")
    points = np.frombuffer(joined, "<u4")
    kinds = table()[np.minimum(points, PLANE - 1)]
    sizes = np.fromiter(map(len, texts), np.int64, number)
    ends = np.cumsum(sizes)
    starts = ends - sizes
    rows = np.repeat(np.arange(number), sizes)
    classes = np.bincount(rows * CLASSES + kinds, minlength=number * CLASSES)
    is_space = (kinds == SPACE) | (kinds == BREAK)
    begins = np.empty(len(kinds), bool)
    begins[1:] = is_space[:-1]
    begins[starts] = True
    begins &= ~is_space
    capitals = begins & (kinds == UPPER)
    last = ends - 1
    for _ in range(2):  # closing quote and bracket
        back = (kinds[last] == QUOTE) & (last > starts)
        last = last - back
    ended = kinds[last].astype(np.int64)
    dots = (ended == STOP) & (last > starts)
    ended[dots & (points[last - dots] == ord(".")) & (points[last] == ord("."))] = ELLIPSIS
    return Counts(
        classes.reshape(number, CLASSES).astype(np.float64),
        kinds[starts].astype(np.int64),
        ended,
        np.bincount(rows[begins], minlength=number).astype(np.float64),
        np.bincount(rows[capitals], minlength=number).astype(np.float64),
    )
