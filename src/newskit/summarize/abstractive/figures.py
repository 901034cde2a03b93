"""Find the numbers of a text and what each may be worth, so that two texts can be compared.

A figure has *readings*, since a mark between digits says different things in different places:
`1.200` may be 1200 or 1.2. Two figures agree if they share a reading. Units and signs are left
out: `5 %`, `5 percent` and `five` agree. Digits, scales ("1.2 million", "3,5 Mrd."), ranges with
one scale and, in four languages, spelled numbers are read.

What it gets wrong: Roman numerals, Chinese numerals, fractions in words ("a third" is 3), spelled
numbers of other languages; a number that stands for another thing than in the article.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from newskit.rule import Rule
from newskit.summarize.abstractive.figure_words import (
    ABBREVIATED,
    BETWEEN,
    EAST_ASIAN,
    GLUED,
    NUMBER_WORDS,
    VULGAR,
)
from newskit.summarize.abstractive.folding import bare
from newskit.summarize.abstractive.spelled import read_spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PIECE = Rule(
    "digits-or-word",
    r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,'’٫٬]\d+)*[½¼¾]?"
    r"|[½¼¾]|[^\W\d_]+",
    "A number in digits with its marks, or a word; a space parts groups of three digits only.",
    hits=("12 000", "1.234,5", "2½", "word", "3"),
    misses=("-", " ", "_"),
)
AFTERNOON = Rule(
    "afternoon",
    r" ?[pP]\.? ?[mM]\b",
    "After an hour, which may be twelve more then.",
    hits=(" p.m.", "pm", " PM"),
    misses=(" per", "m", " pmx"),
)
GROUPS = Rule(
    "groups-of-digits", r"\d+", "The digits between the marks.", hits=("1",), misses=("a", ".")
)

# Code points of a number in digits that is read; a longer one is compared as it is written.
LONGEST = 40
SPELLED_WORDS = 12  # words of a spelled number; "nine hundred and ninety-nine thousand ..." has 11
HOURS, MINUTES = 24, 60

# Between the words of one number; nothing between digits and a glued scale.
_INSIDE = ("", " ", "-", "\u2011", "\u00a0", "\u202f", "\n")

_MONEY = ("$", "€", "£", "¥")

Value = Decimal | str


class Piece(NamedTuple):
    """Digits or a word, with its place in code points."""

    start: int
    end: int
    raw: str
    word: str  # folded; empty for digits


class Figure(NamedTuple):
    """A number in a text: its place in code points, and what it may be worth.

    `readings` are alternatives; `parts`, if any, are one alternative more: several numbers that
    must agree one by one ("5.3.2024"). `scale` is what its words multiply it with.
    """

    start: int
    end: int
    readings: frozenset[Value]
    parts: tuple[Value, ...]
    scale: int
    is_digits: bool


class Reader:
    """Reads the figures of texts in one language (BCP 47; "" is taken for English)."""

    def __init__(self, language: str) -> None:
        self._words = NUMBER_WORDS.get(language[:2].lower() or "en")
        self.is_covered = self._words is not None

    def __call__(self, text: str) -> list[Figure]:
        """Return the figures of a text, in order."""
        pieces = [
            Piece(m.start(), m.end(), m.group(), "" if _has_digit(m.group()) else bare(m.group()))
            for m in PIECE.finditer(text)
        ]
        found: list[Figure] = []
        at = 0
        while at < len(pieces):
            figure, after = self._read(text, pieces, at)
            if figure is not None:
                found.append(figure)
            at = max(after, at + 1)
        return _share_scales(text, found)

    def hints(self, text: str) -> Iterator[Value]:
        """Yield the values that words like "both" and names like "A380" let a summary give."""
        hints = {} if self._words is None else self._words.hints
        for match in PIECE.finditer(text):
            if _has_digit(match.group()):
                if text[match.start() - 1 : match.start()].isalpha():
                    yield from read_digits(match.group())[0]
                continue
            for value in hints.get(bare(match.group()), ()):
                yield Decimal(value)

    def _read(self, text: str, pieces: Sequence[Piece], at: int) -> tuple[Figure | None, int]:
        """Return the figure that begins at a piece, if one does, and the piece after it."""
        if not pieces[at].word:
            return self._digits(text, pieces, at)
        known = self._words
        if known is None or (at and pieces[at - 1].word in known.not_after):
            return None, at
        run = [pieces[at].word]
        for before, piece in pairwise(pieces[at : at + SPELLED_WORDS]):
            if text[before.end : piece.start] not in _INSIDE or not piece.word:
                break
            run.append(piece.word)
        read = read_spelled(run, known)
        if read is None:
            return None, at
        after = at + read.length
        place = pieces[at].start, pieces[after - 1].end
        return Figure(*place, frozenset((read.value,)), (), read.scale, False), after

    # --- digits -----------------------------------------------------------------------------------

    def _digits(self, text: str, pieces: Sequence[Piece], at: int) -> tuple[Figure | None, int]:
        piece = pieces[at]
        if text[piece.start - 1 : piece.start].isalpha():
            return None, at  # A380: a name, not a number
        if piece.raw == "00" and text[piece.start - 1 : piece.start] == ":":
            return None, at  # 17:00
        readings, parts = read_digits(piece.raw)
        after, end = at + 1, piece.end
        tail = pieces[after] if after < len(pieces) else None
        near = ("", " ") if text[piece.start - 1 : piece.start] in _MONEY else ("",)
        if tail is not None and text[end : tail.start] in near and tail.word:
            glued = GLUED.get(tail.word) or EAST_ASIAN.get(tail.word[:1])
            if glued:
                readings = readings | _times(readings, glued)
                after, end = after + 1, tail.end
        scale, after, end = self._scale(text, pieces, after, end)
        if scale > 1:
            readings, parts = _times(readings, scale), ()
        elif AFTERNOON.compiled().match(text, end):
            hours = parts[:1] or readings
            readings = readings | {v + 12 for v in hours if isinstance(v, Decimal) and v < 12}
        return Figure(piece.start, end, frozenset(readings), parts, scale, True), after

    def _scale(self, text: str, pieces: Sequence[Piece], at: int, end: int) -> tuple[int, int, int]:
        """Return the product of the scale words from a piece on, the piece after, and the end."""
        scale = 1
        scales = {} if self._words is None else self._words.scales
        while at < len(pieces) and text[end : pieces[at].start] in _INSIDE:
            factor = scales.get(pieces[at].word) or ABBREVIATED.get(pieces[at].word)
            if not factor:
                break
            scale *= factor
            end = pieces[at].end
            at += 1
        return scale, at, end


def read_digits(raw: str) -> tuple[frozenset[Value], tuple[Value, ...]]:
    """Return what a number in digits may be worth, and its parts if it may be several numbers.

    >>> sorted(map(float, read_digits("1.200")[0])), read_digits("5.3.2024")[1]
    ([1.2, 1200.0], (Decimal('5'), Decimal('3'), Decimal('2024')))
    """
    if len(raw) > LONGEST:
        return frozenset((raw,)), ()
    more = VULGAR.get(raw[-1])
    groups = [match.group() for match in GROUPS.finditer(raw)]
    if not groups:
        return frozenset((more or Decimal(0),)), ()
    if len(groups) == 1:
        return frozenset((Decimal(groups[0]) + (more or 0),)), ()
    marks = [c for c in raw if not c.isdecimal() and c not in VULGAR]
    found: set[Value] = set()
    if _is_grouped(groups, marks):
        found.add(Decimal("".join(groups)))
    if (
        marks[-1] in ".,٫"
        and (len(marks) == 1 or _is_grouped(groups[:-1], marks[:-1]))
        and (marks[-1] not in marks[:-1])
    ):
        found.add(Decimal(f"{''.join(groups[:-1])}.{groups[-1]}"))
    is_time = len(groups) == 2 and len(groups[1]) == 2 and int(groups[0]) < HOURS
    if (is_time and int(groups[1]) < MINUTES) or marks[0].isspace() or not found:
        return frozenset(found), tuple(Decimal(group) for group in groups)
    return frozenset(found), ()


def _is_grouped(groups: Sequence[str], marks: Sequence[str]) -> bool:
    """Tell whether digits are grouped by threes with one mark, or in the Indian manner."""
    if len(set(marks)) > 1 or len(groups[0]) > 3 or groups[0] == "0":
        return False
    if len(groups) == 1:
        return True
    is_indian = marks[0] == "," and all(len(group) == 2 for group in groups[1:-1])
    return len(groups[-1]) == 3 and (is_indian or all(len(group) == 3 for group in groups[1:]))


def _has_digit(raw: str) -> bool:
    return raw[0].isdecimal() or raw[0] in VULGAR


def _times(readings: frozenset[Value], factor: int) -> frozenset[Value]:
    return frozenset(v * factor if isinstance(v, Decimal) else v for v in readings)


def _share_scales(text: str, found: Sequence[Figure]) -> list[Figure]:
    """Give the first number of a range the scale of the second, as one reading more."""
    shared = []
    for figure, following in zip_longest(found, found[1:]):
        if following is not None and figure.scale == 1 < following.scale:
            gap = text[figure.end : following.start].strip(" \u00a0$€£¥").lower()
            if gap in BETWEEN:
                readings = figure.readings | _times(figure.readings, following.scale)
                figure = figure._replace(readings=readings)
        shared.append(figure)
    return shared
