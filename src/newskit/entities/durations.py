"""How long, how old, how long ago: three months, 20-year-old, two years ago, a few days.

What it gets wrong: "a year" is left out unless "for" or "ago" is beside it, since it is mostly a
rate; "two months after the vote" is a duration, not the date that it leads to.
"""

from __future__ import annotations

from newskit.entities import calendar_words as words
from newskit.entities import time_rules as rules
from newskit.entities import timex
from newskit.entities.clauses import Scan, make
from newskit.entities.numerals import ARTICLES, Number, plain
from newskit.entities.spans import Candidate

Reading = Candidate | None


def read_counted(scan: Scan, number: Number) -> Reading:
    """Read a number of units of time: a duration, an age, or so long ago."""
    field = scan.field
    index = number.last + 1
    unit = words.UNIT_FORMS.get(scan.word(index))
    gap = field.lower[number.end : field.words[index][0]] if index < len(field.words) else ""
    if unit is None or gap not in (" ", "-") or number.glued:
        return None
    if number.low == 1 and not number.digits and field.low[number.first] in ARTICLES:
        return _article(scan, number, index, unit)
    amount = (
        plain(number.low) if number.high is None else f"{plain(number.low)}/{plain(number.high)}"
    )
    return _span(scan, (number.first, index), amount, unit)


def _article(scan: Scan, number: Number, index: int, unit: str) -> Reading:
    """Read "a year ago", and leave "a year" alone: it is mostly a rate ("twice a year")."""
    if scan.word(index + 1) in ("ago", "earlier", "later") or scan.word(number.first - 1) == "for":
        return _span(scan, (number.first, index), "1", unit)
    return None


def _span(scan: Scan, at: tuple[int, int], amount: str, unit: str) -> Reading:
    field = scan.field
    start, end = field.words[at[0]][0], field.words[at[1]][1]
    after = scan.word(at[1] + 1)
    if after == "ago" and field.lower[end] == " ":
        end = field.words[at[1] + 1][1]
        if unit in ("hour", "minute", "second"):
            return make(start, end, _ago(scan, amount, unit), kind="TIME")
        return make(start, end, _ago(scan, amount, unit))
    if after == "from" and scan.word(at[1] + 2) == "now" and amount.isdecimal():
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
    if published is None or unit in ("hour", "minute", "second"):
        return "" if published is None else published.isoformat()
    if not amount.isdecimal() or len(amount) > 4:
        return "PAST_REF"
    return timex.away(published, -int(amount), unit)


def read_few(scan: Scan, index: int, start: int | None = None) -> Reading:
    """Read "a few days ago", "several weeks", "a couple of years": an amount that stays open."""
    field = scan.field
    unit_at = index + 2 if scan.word(index + 1) == "of" else index + 1
    unit = words.UNIT_FORMS.get(scan.word(unit_at))
    if unit is None or not scan.word(unit_at).endswith("s"):
        return None
    if start is None:
        start = field.words[index][0]
        if scan.word(index - 1) == "a" and scan.space(index - 1):
            start = field.words[index - 1][0]
    end = field.words[unit_at][1]
    if scan.word(unit_at + 1) == "ago":
        return make(start, field.words[unit_at + 1][1], "PAST_REF" if field.published else "")
    return make(start, end, timex.duration("X", unit), kind="DURATION")
