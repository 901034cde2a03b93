"""When something is: DATE, TIME and DURATION, with TIMEX3 values resolved against the publication.

Every word that can begin an expression of time (a number, a month, a weekday, "last", "mid" …) has
a reader, which looks at the words after it. What the text leaves open is decided so: a weekday is
the nearest past one, a month without year the last such month, unless the clause looks ahead
("will", "scheduled", "by": the nearest of these words before it decides). Without a date of
publication relative expressions have no value. A range is one span with the value `first/last`.

What it gets wrong: dates relative to another date in the text ("the next day", "a year later");
fiscal years are named, not resolved; 12/03/2024 is read by the article's language.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from newskit.entities import calendar_words as words
from newskit.entities.clauses import Scan, date_near
from newskit.entities.clocks import clock
from newskit.entities.dates import (
    read_bare_month,
    read_day_month,
    read_month,
    read_numeric_date,
    read_weekday,
)
from newskit.entities.durations import read_counted, read_few
from newskit.entities.numerals import Number
from newskit.entities.relative import read_noon, read_shifted, read_today
from newskit.entities.spans import Candidate, Field
from newskit.entities.years import (
    read_century,
    read_decade,
    read_fiscal,
    read_named_decade,
    read_ordinal,
    read_quarter_name,
    read_season,
    read_year,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Reading = Candidate | None


def times(field: Field, numbers: list[Number]) -> list[Candidate]:
    """Return candidates of the types DATE, TIME and DURATION, in order."""
    scan = Scan(field, {number.first: number for number in numbers}, [])
    done = 0
    for index, (start, _) in enumerate(field.words):
        if start < done:
            continue
        word = field.low[index]
        reader = READERS.get(word)
        if reader is None:
            if index in scan.numbers or word[0].isdecimal():
                reader = _number
            elif word.startswith("fy") and len(word) == 6:
                reader = read_fiscal
            else:
                continue
        candidate = reader(scan, index)
        if candidate is None and reader is read_ordinal:
            candidate = _number(scan, index)
        if candidate is not None:
            scan.found.append(candidate)
            done = candidate.end
    dated = [_dated(scan, position) for position in range(len(scan.found))]
    for position in range(1, len(dated)):
        dated[position] = _after(field, dated[position - 1], dated[position])
    return dated


def _after(field: Field, first: Candidate, last: Candidate) -> Candidate:
    """Put the weekday that ends a range behind the one that begins it: Monday to Thursday."""
    if field.lower[first.end : last.start] not in words.RANGE_JOINTS or last.value >= first.value:
        return last
    if len(last.value) != len("2026-03-05") or not {
        field.lower[c.start : c.end] for c in (first, last)
    } <= set(words.WEEKDAYS):
        return last
    day = datetime.date.fromisoformat(last.value) + datetime.timedelta(days=7)
    return last._replace(value=day.isoformat(), key=day.isoformat())


def _dated(scan: Scan, position: int) -> Candidate:
    """Give a clock time its day: the date beside it, else the day of publication."""
    candidate = scan.found[position]
    if candidate.type != "TIME" or not candidate.value.startswith("T"):
        return candidate
    day = date_near(scan, position)
    value = "/".join(day + part for part in candidate.value.split("/"))
    return candidate._replace(value=value, key=value)


def _number(scan: Scan, index: int) -> Reading:
    field = scan.field
    start = field.words[index][0]
    if field.lower[start].isdecimal() and field.text[start - 1 : start] not in (*"$£€¥#/", "-"):
        for read in (read_numeric_date, read_day_month, clock, read_decade, read_century):
            candidate = read(scan, index)
            if candidate is not None:
                return candidate
    elif index in scan.numbers and field.low[index] in words.CENTURIES:
        candidate = read_century(scan, index)
        if candidate is not None:
            return candidate
    number = scan.numbers.get(index)
    if number is not None:
        candidate = read_counted(scan, number)
        if candidate is not None:
            return candidate
    return read_year(scan, index)


def _part(scan: Scan, index: int) -> Reading:
    """Read "early March", "mid-2023", "late last year", "mid-1990s", "early 19th century"."""
    field = scan.field
    start, end = field.words[index]
    following = index + 1
    if following >= len(field.words):
        return None
    if field.text[end : field.words[following][0]] not in (" ", "-"):
        return None
    word = field.low[following]
    mod = words.MODS[field.low[index]]
    if word in words.MONTHS:
        inner = read_month(scan, following) or read_bare_month(scan, following, index)
    elif word[0].isdecimal():
        inner = (
            read_decade(scan, following)
            or read_century(scan, following)
            or read_year(scan, following)
        )
    elif word in words.SHIFTS or word in words.CENTURIES or word in words.SEASONS:
        reader = READERS.get(word)
        inner = reader(scan, following) if reader else read_century(scan, following)
    elif word in words.WEEKDAYS or word in ("today", "yesterday", "tomorrow"):
        inner = READERS[word](scan, following)
    else:
        return None
    if (
        inner is None
        or inner.type == "DURATION"
        or (len(inner.value) > 7 and inner.type == "DATE" and word in words.MONTHS)
    ):
        return inner
    return inner._replace(start=start, mod=mod, key=f"{inner.value} {mod}" if inner.value else "")


READERS: dict[str, Callable[[Scan, int], Reading]] = {
    **dict.fromkeys(words.ALL_MONTHS, read_month),
    **dict.fromkeys(words.WEEKDAYS, read_weekday),
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), read_today),
    **dict.fromkeys(("noon", "midnight"), read_noon),
    **dict.fromkeys(words.SEASONS, read_season),
    **dict.fromkeys(words.SHIFTS, read_shifted),
    **dict.fromkeys(("few", "several", "couple"), read_few),
    **dict.fromkeys(words.MODS, _part),
    **dict.fromkeys((*words.ORDINALS, *words.CENTURIES), read_ordinal),
    **dict.fromkeys(("q1", "q2", "q3", "q4", "h1", "h2"), read_quarter_name),
    **dict.fromkeys(("fiscal", "financial"), read_fiscal),
    **dict.fromkeys(words.NAMED_DECADES, read_named_decade),
}
