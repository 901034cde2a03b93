"""Parts and edges of a period: early March, mid-2023, end of 2022, earlier this month.

The period is read as if it stood alone; the part becomes `mod`. "Earlier" and "later" say nothing
that a value could hold, so they only make the span longer.

What it gets wrong: "the end of the season" and other periods that only the story knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.entities import calendar_words as words
from newskit.entities import timex
from newskit.entities.clauses import Scan, make
from newskit.entities.dates import read_bare_month, read_month, read_weekday
from newskit.entities.relative import read_shifted, read_today
from newskit.entities.years import (
    read_century,
    read_decade,
    read_fiscal,
    read_named_decade,
    read_ordinal,
    read_season,
    read_year,
)

if TYPE_CHECKING:
    from newskit.entities.spans import Candidate

# "The end of the year" is that of publication; "the end of the day" is a manner of speaking.
CURRENT = frozenset(("week", "month", "quarter", "year", "decade", "century"))
TODAY = frozenset(("today", "yesterday", "tomorrow"))


def read_part(scan: Scan, index: int) -> Candidate | None:
    """Read "early March", "mid-2023", "late last year", "mid-1990s", "late on Sunday"."""
    field = scan.field
    start, end = field.words[index]
    following = index + 1
    if following >= len(field.words):
        return None
    if field.text[end : field.words[following][0]] not in (" ", "-"):
        return None
    if field.low[following] in ("in", "on"):  # late on Sunday, early in 2022
        following += 1
    inner = _period(scan, following, index)
    return _with_mod(inner, start, words.MODS[field.low[index]], scan.word(following))


def read_edge(scan: Scan, index: int) -> Candidate | None:
    """Read "end of 2022", "middle of next year", "beginning of May", "end of the year"."""
    field = scan.field
    if scan.word(index + 1) != "of":
        return None
    start, mod = field.words[index][0], words.EDGES[field.low[index]]
    at = index + 2
    word = scan.word(at)
    if word == "the":
        at += 1
        word = scan.word(at)
        if word in CURRENT:
            end = field.words[at][1]
            if field.text[end : end + 1] == "-":
                return None
            value = timex.away(field.published, 0, word) if field.published else ""
            return make(start, end, value, mod=mod)
        if word[:4].isdecimal() and len(word) == 4:
            return None  # "the start of the 2023 season"
    return _with_mod(_period(scan, at, at), start, mod, word)


def read_nearer(scan: Scan, index: int) -> Candidate | None:
    """Read "earlier this month", "later today"."""
    if not scan.space(index):
        return None
    word = scan.word(index + 1)
    inner = None
    if word in words.SHIFTS:
        inner = read_shifted(scan, index + 1)
    elif word in TODAY:
        inner = read_today(scan, index + 1)
    if inner is None or inner.type == "DURATION":
        return inner
    return inner._replace(start=scan.field.words[index][0])


def _period(scan: Scan, index: int, first: int) -> Candidate | None:
    """Read a month, year, decade, century, quarter, season, weekday or "last year" at a word."""
    word = scan.word(index)
    if word in words.MONTHS:
        return read_month(scan, index) or read_bare_month(scan, index, first)
    if word[:1].isdecimal():
        return read_decade(scan, index) or read_century(scan, index) or read_year(scan, index)
    if word in words.SHIFTS:
        return read_shifted(scan, index)
    if word in words.CENTURIES:
        return read_ordinal(scan, index)
    if word in words.SEASONS:
        return read_season(scan, index)
    if word in ("fiscal", "financial"):
        return read_fiscal(scan, index)
    if word in words.WEEKDAYS:
        return read_weekday(scan, index)
    if word in words.NAMED_DECADES:
        return read_named_decade(scan, index)
    return read_today(scan, index) if word in TODAY else None


def _with_mod(inner: Candidate | None, start: int, mod: str, word: str) -> Candidate | None:
    """Give a period its part; a day, a length and what recurs have none."""
    if inner is None or inner.type in ("DURATION", "SET"):
        return inner
    if word in words.MONTHS and len(inner.value) > len("2024-03") and inner.type == "DATE":
        return inner
    return inner._replace(start=start, mod=mod, key=f"{inner.value} {mod}" if inner.value else "")
