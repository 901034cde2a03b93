"""Units of time without a number: the day before yesterday, over the weekend, for years, week-long.

What it gets wrong: "in years" is an open length of time also where it means an age; "the weekend"
is the one beside the day of publication, whatever the paragraph before was about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.entities import calendar_words as words
from newskit.entities import timex
from newskit.entities.clauses import Scan, looks_ahead, make
from newskit.entities.durations import read_span

if TYPE_CHECKING:
    from newskit.entities.spans import Candidate

# "The day before yesterday", "the year before last": by how much, and the word at the end.
TWO_AWAY = {
    ("before", "yesterday"): -2, ("after", "tomorrow"): 2, ("before", "last"): -2,
    ("after", "next"): 2,
}  # fmt: skip
DAY_UNITS = frozenset(("day", "night"))


def read_unit(scan: Scan, index: int) -> Candidate | None:
    """Read a unit in the singular: "day after tomorrow", "week before last", "year-long"."""
    field = scan.field
    start, end = field.words[index]
    word, after = field.low[index], scan.word(index + 1)
    shift = TWO_AWAY.get((after, scan.word(index + 2)))
    if shift is not None and (word in DAY_UNITS) == (field.low[index + 2] in _DAYS):
        value = timex.away(field.published, shift, word) if field.published else ""
        return make(start, field.words[index + 2][1], value)
    if after == "long" and field.text[end] == "-":
        return make(start, field.words[index + 1][1], timex.duration("1", word), kind="DURATION")
    if word == "weekend" and scan.word(index - 1) == "the":
        return _weekend(scan, index)
    return None


_DAYS = frozenset(("yesterday", "tomorrow"))


def _weekend(scan: Scan, index: int) -> Candidate | None:
    field = scan.field
    start, end = field.words[index]
    if scan.word(index - 2) not in words.WEEKEND_BEFORE or field.text[start].isupper():
        return None
    if field.published is None:
        return make(start, end, "")
    return make(start, end, timex.weekend(field.published, looks_ahead(scan, index, end)))


def read_units(scan: Scan, index: int) -> Candidate | None:
    """Read a unit in the plural: "for years", "decades-long", "years ago", "on weekends"."""
    field = scan.field
    start, end = field.words[index]
    before, after = scan.word(index - 1), scan.word(index + 1)
    unit = words.UNIT_FORMS[field.low[index]]
    if unit == "weekend":
        recurs = before in ("on", "at", "during")
        return make(start, end, "XXXX-WXX-WE", kind="SET") if recurs else None
    if after == "ago" and scan.space(index):
        return read_span(scan, (index, index), "X", unit)
    long = after == "long" and field.text[end] == "-"
    if long:
        end = field.words[index + 1][1]
    elif before not in words.OPEN_BEFORE or after in ("of", "old"):
        return None
    return make(start, end, timex.duration("X", unit), kind="DURATION")


def read_long(scan: Scan, index: int) -> Candidate | None:
    """Read "weeklong", "yearlong": one of the unit."""
    word = scan.field.low[index]
    value = timex.duration("1", word.removesuffix("long"))
    return make(*scan.field.words[index], value, kind="DURATION")
