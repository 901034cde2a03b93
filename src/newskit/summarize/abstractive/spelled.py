"""Read a number in words: "two hundred and five", "dreihundertfünfzig", "quatre-vingt-dix".

Units are added up as long as each is smaller than the last place before it; scales multiply. It
reads too much where two numbers stand side by side without a comma ("sixty ten" in French).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from newskit.summarize.abstractive.figure_words import NUMBER_WORDS, UNCOUNTED, NumberWords

if TYPE_CHECKING:
    from collections.abc import Sequence

HALF = Decimal("0.5")
# Code points of a German compound; a longer word is no number.
LONGEST_COMPOUND = 60


class Spelled(NamedTuple):
    """What a number in words is worth, of how many words it is, and what its scale is."""

    value: Decimal
    length: int
    scale: int


def read_spelled(words: Sequence[str], known: NumberWords) -> Spelled | None:
    """Return the number that a run of folded words begins with, or None.

    >>> read_spelled(["two", "hundred", "and", "five", "boats"], NUMBER_WORDS["en"])
    Spelled(value=Decimal('205'), length=4, scale=100)
    """
    opened = _opened(words, known)
    if opened is not None:
        return opened
    total, current, scale, count = 0, 0, 1, 0
    while count < len(words):
        at = count
        if words[at] in known.joints and _goes_on(current, words[at + 1 :], known):
            at += 1
        factor, unit = known.scales.get(words[at]), unit_of(words[at], known)
        if factor and (current or total or words[at] not in UNCOUNTED):
            total, current = _scaled(total, current, factor)
            scale = max(scale, factor)
        elif unit is not None and (not count or _adds(current, total, unit)):
            current += 76 if unit == 20 and current % 100 == 4 else unit
        else:
            break
        count = at + 1
    return _with_half(Spelled(Decimal(total + current), count, scale), words, known)


def unit_of(word: str, known: NumberWords) -> int | None:
    """Return what a single word adds; German compounds are taken apart.

    >>> unit_of("dreihundertfunfzig", NUMBER_WORDS["de"])
    350
    """
    unit = known.units.get(word)
    if unit is None and known is NUMBER_WORDS["de"] and len(word) <= LONGEST_COMPOUND:
        return _compound(word)
    return unit


def _compound(word: str) -> int | None:
    units = NUMBER_WORDS["de"].units
    for mark, factor in (("tausend", 1000), ("hundert", 100)):
        head, found, tail = word.partition(mark)
        if found and (head or tail):
            rest = tail.removeprefix("und")
            many = units.get(head, _compound(head)) if head else 1
            more = units.get(rest, _compound(rest)) if rest else 0
            return None if many is None or more is None else many * factor + more
    return None


def _opened(words: Sequence[str], known: NumberWords) -> Spelled | None:
    """Read "a million" and "half a million"; an article alone is no number."""
    at, value = 0, Decimal(1)
    if words[0] in known.halves:
        at, value = 1, HALF
    if at < len(words) and words[at] in known.articles:
        at += 1
    if at and at < len(words) and words[at] in known.halves:
        at, value = at + 1, HALF
    scale = known.scales.get(words[at]) if 0 < at < len(words) else None
    if scale is None or (value == 1 and unit_of(words[0], known) is not None):
        return None  # "un" is a unit, too
    return Spelled(value * scale, at + 1, scale)


def _scaled(total: int, current: int, factor: int) -> tuple[int, int]:
    """Return the sum and what is added up, after a scale."""
    if factor > total > 0:
        return (total + current) * factor, 0  # dos mil millones
    if factor < 1000:
        return total, (current or 1) * factor
    return total + (current or 1) * factor, 0


def _adds(current: int, total: int, unit: int) -> bool:
    """Tell whether a number goes on with a unit: "forty" with "five", not with "fifty"."""
    if current == 0:
        return total > 0
    if unit == 20 and current % 100 == 4:
        return True  # quatre-vingts
    if 10 <= unit < 20 and current % 100 in (60, 80):
        return True  # soixante-dix, quatre-vingt-dix
    return unit > 0 and current % 10 ** len(str(unit)) == 0


def _goes_on(current: int, words: Sequence[str], known: NumberWords) -> bool:
    """Tell whether "and" and what follows it belong to a number."""
    unit = known.units.get(words[0]) if words and current else None
    if unit is None:
        return False
    if "y" in known.joints:
        return 30 <= current % 100 <= 90 and unit < 10
    if "et" in known.joints:
        return unit in (1, 11)
    return current % 100 == 0


def _with_half(read: Spelled, words: Sequence[str], known: NumberWords) -> Spelled | None:
    """Add "and a half", and a scale after it."""
    if not read.length:
        return None
    for half in known.half:
        parts = half.split()
        end = read.length + len(parts)
        if list(words[read.length : end]) != parts:
            continue
        value, scale = read.value + HALF * read.scale, read.scale
        if scale == 1 and end < len(words) and words[end] in known.scales:
            scale = known.scales[words[end]]
            value, end = value * scale, end + 1
        return Spelled(value, end, scale)
    return read
