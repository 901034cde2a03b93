"""How long, how old, how long ago: three months, 20-year-old, two years ago, a few days.

What it gets wrong: "a year" is left out unless a word like "for", "took" or "ago" is beside it,
since it is mostly a rate; "two months after the vote" is a duration, not the date it leads to.
"""

from __future__ import annotations

from decimal import Decimal

from newskit.entities import calendar_words as words
from newskit.entities import time_rules as rules
from newskit.entities import timex
from newskit.entities.clauses import Scan, make
from newskit.entities.numerals import ARTICLES, Number, plain
from newskit.entities.sets import read_times
from newskit.entities.spans import Candidate

Reading = Candidate | None
HALF, QUARTER = Decimal("0.5"), Decimal("0.25")
NOW = frozenset(("now", "today"))
IN_DAY = frozenset(("hour", "minute", "second"))
# "Two days later" is told from the story: found as a date, without a value.
AWAY_FROM = frozenset(("earlier", "later"))
COMPARED_BEFORE = frozenset((
    "million", "billion", "trillion", "percent", "cent", "points", "than", "from", "dollars",
    "euros", "pounds", "crore", "people",
))  # fmt: skip


def read_counted(scan: Scan, number: Number) -> Reading:
    """Read a number of units of time: a duration, an age, or so long ago."""
    field = scan.field
    index = number.last + 1
    unit = words.UNIT_FORMS.get(scan.word(index))
    if unit is None or number.glued:
        return None
    if field.lower[number.end : field.words[index][0]] not in (" ", "-"):
        return None
    if unit == "quarter" and (scan.word(index + 1) == "of" or "-" in _around(scan, index)):
        return _quarters(scan, number, index)
    low = number.low
    if field.low[index + 1 : index + 4] == ["and", "a", "half"] and number.high is None:
        low, index = low + HALF, index + 3
    elif not number.digits and low == 1 and field.low[number.first] in ARTICLES:
        return _article(scan, number, index, unit)
    amount = plain(low) if number.high is None else f"{plain(low)}/{plain(number.high)}"
    return read_span(scan, (number.first, index), amount, unit)


def _around(scan: Scan, index: int) -> str:
    """Return the characters directly before and after a word."""
    start, end = scan.field.words[index]
    return scan.field.text[start - 1 : start] + scan.field.text[end : end + 1]


def _quarters(scan: Scan, number: Number, index: int) -> Reading:
    """Read "three-quarters of an hour", "a quarter-century"; any other is a fraction."""
    at = index + 1
    if scan.word(at) == "of":
        at += 2
        if scan.word(index + 2) not in ARTICLES:
            return None
    if scan.word(at) not in words.UNITS or number.high is not None:
        return None
    return read_span(scan, (number.first, at), plain(number.low * QUARTER), scan.word(at))


def _article(scan: Scan, number: Number, index: int, unit: str) -> Reading:
    """Read "for a year" and "a year ago", but not "a year" alone: it is mostly a rate."""
    after = scan.word(index + 1)
    told = after in ("ago", *AWAY_FROM) or (after == "from" and scan.word(index + 2) in NOW)
    told = told or scan.word(number.first - 1) in words.LASTS_BEFORE
    if not told and after == "and":  # "an hour and 20 minutes"
        more = scan.numbers.get(index + 2)
        told = more is not None and scan.word(more.last + 1) in words.UNIT_FORMS
    return read_span(scan, (number.first, index), "1", unit) if told else None


def read_span(scan: Scan, at: tuple[int, int], amount: str, unit: str) -> Reading:
    """Return a length of time, or what lies so far away, with what belongs to it after the unit."""
    field = scan.field
    start, end = field.words[at[0]][0], field.words[at[1]][1]
    after = scan.word(at[1] + 1) if scan.space(at[1]) else ""
    if after == "ago" or after in AWAY_FROM:
        value = _ago(scan, amount, unit) if after == "ago" else ""
        if after == "earlier" and unit not in IN_DAY:
            value = _compared(scan, at[0], amount, unit)
        kind = "TIME" if unit in IN_DAY else "DATE"
        return make(start, field.words[at[1] + 1][1], value, kind=kind)
    if after == "from" and scan.word(at[1] + 2) in NOW and amount.isdecimal():
        value = timex.away(field.published, int(amount), unit) if field.published else ""
        return make(start, field.words[at[1] + 2][1], value)
    old = rules.OLD.compiled().match(field.lower, end)
    if old:
        end = old.end()
    elif unit == "second" and amount == "1":
        return None
    return make(start, end, timex.duration(amount, unit), kind="DURATION")


def _ago(scan: Scan, amount: str, unit: str) -> str:
    published = scan.field.published
    if published is None:
        return ""
    if unit in IN_DAY:
        days = int(amount) // 24 if unit == "hour" and amount.isdecimal() else 0
        return timex.away(published, -days, "day")
    if not amount.isdecimal() or len(amount) > 4:
        return "PAST_REF"
    return timex.away(published, -int(amount), unit)


def _compared(scan: Scan, first: int, amount: str, unit: str) -> str:
    """Return the value of "up from 0.2% a year earlier": the figure before it is today's.

    Without a figure, or after another date in the sentence, it is told from the story: no value.
    """
    field = scan.field
    if field.published is None or not amount.isdecimal() or len(amount) > 4:
        return ""
    if scan.word(first - 1) not in COMPARED_BEFORE and not scan.word(first - 1)[:1].isdecimal():
        return ""
    last = next((found for found in reversed(scan.found) if found.type == "DATE"), None)
    if last is not None and ". " not in field.text[last.end : field.words[first][0]]:
        return ""
    return timex.away(field.published, -int(amount), unit)


def read_few(scan: Scan, index: int, start: int | None = None) -> Reading:
    """Read "a few days ago", "several weeks", "many years": an amount that stays open.

    "A couple of years" is two.
    """
    field = scan.field
    unit_at = index + 2 if scan.word(index + 1) == "of" else index + 1
    if scan.word(unit_at) == "times" and unit_at == index + 1:
        return read_times(scan, field.words[index][0], unit_at)
    unit = words.UNIT_FORMS.get(scan.word(unit_at))
    if unit is None or not scan.word(unit_at).endswith("s"):
        return None
    first = index
    if scan.word(index - 1) == "a" and scan.space(index - 1):
        first = index - 1
    amount = "2" if field.low[index] == "couple" else "X"
    if start is None:
        return read_span(scan, (first, unit_at), amount, unit)
    return make(start, field.words[unit_at][1], timex.duration(amount, unit), kind="DURATION")
