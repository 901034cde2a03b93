"""Days and months: 12 March 2024, March 3-5, 12/03/2024, Tuesday, in March.

What it gets wrong: 12/03/2024 is read month first unless the article's language says otherwise; a
person called May or April after a preposition.
"""

from __future__ import annotations

import re

from newskit.entities import calendar_words as words
from newskit.entities import time_rules as rules
from newskit.entities import timex
from newskit.entities.clauses import Scan, looks_ahead, make
from newskit.entities.sets import read_plural_weekday
from newskit.entities.spans import Candidate, Field

Reading = Candidate | None


def read_numeric_date(scan: Scan, index: int) -> Reading:
    """Read "2024-03-12", "12.03.2024", "12/03/2024", and a time of day after the first."""
    field, start = scan.field, scan.field.words[index][0]
    found = rules.ISO_DATE.compiled().match(field.lower, start)
    if found:
        year, month = int(found["year"]), int(found["month"])
        if found["day"] is None:
            good = 1 <= month <= 12 and not field.text[found.end() : found.end() + 1].isalpha()
            return make(start, found.end(), found.group()) if good else None
        value = timex.on(year, month, int(found["day"]))
        if value and found["clock"]:
            return make(start, found.end(), f"{value}T{found['clock']}", kind="TIME")
        return make(start, found.end(), value) if value else None
    found = rules.DOTTED_DATE.compiled().match(field.lower, start)
    day_first = True
    if not found:
        found = rules.SLASH_DATE.compiled().match(field.lower, start)
        # Policy: month first in American English, and where nothing better is known; where that
        # is no date, the other way round.
        day_first = field.language not in ("", "en", "en-us")
    if not found:
        return None
    year = int(found["year"])
    year += 0 if year > 99 else 1900 if year > 68 else 2000  # the pivot of POSIX
    one, two = int(found["one"]), int(found["two"])
    value = timex.on(year, two, one) if day_first else timex.on(year, one, two)
    value = value or (timex.on(year, one, two) if day_first else timex.on(year, two, one))
    return make(start, found.end(), value) if value else None


def _month_number(field: Field, name: str, *, full: bool) -> int:
    """Return a month's number; a foreign name counts in its language, or with day and year."""
    if name in words.MONTHS or name in words.SHORT_MONTHS:
        return words.MONTHS.get(name) or words.SHORT_MONTHS[name]
    if full or name in words.FOREIGN_MONTHS.get(field.language[:2], ()):
        return words.ALL_MONTHS[name]
    return 0


def read_day_month(scan: Scan, index: int) -> Reading:
    """Read "12 March 2024", "3rd of May", "3-5 May", "12. März", "3 de mayo de 2024"."""
    field, start = scan.field, scan.field.words[index][0]
    found = rules.DAY_MONTH.compiled().match(field.lower, start)
    if not found:
        return None
    month = _month_number(field, found["month"], full=found["year"] is not None)
    capital = field.text[found.start("month")].isupper()
    if not month or (not capital and found["month"] in words.DOUBTFUL_MONTHS):
        return None
    end = found.end() if found["year"] or found.group()[-1] != "." else found.end() - 1
    if found.group()[-1] == "." and found["month"] in words.SHORT_MONTHS:
        end = found.end()
    return _days(scan, index, (start, end), (month, found))


def _days(scan: Scan, index: int, at: tuple[int, int], date: tuple[int, re.Match[str]]) -> Reading:
    """Return a day of a month, or a range of days."""
    month, found = date
    first, last, year = (found[name] for name in ("day", "until", "year"))
    values = []
    if year is None:
        end, year = _year_after(scan, at[1])
        at = (at[0], end)
    for day in (first, last):
        if day is None:
            continue
        value = _day(scan, (index, at[1]), (month, int(day)), year)
        if value is None:
            return None
        values.append(value)
    if len(values) == 2 and values[0] >= values[1] and values[0]:
        return None
    if last is not None and int(last) != int(first) + 1 and " and " in found.group():
        return None  # two days, not a range: the second is read by itself
    return make(*at, "/".join(values) if all(values) else "")


def _year_after(scan: Scan, end: int) -> tuple[int, str | None]:
    """Read "last year" after a day or month that ends at `end`: the end, and the year if known."""
    field = scan.field
    found = rules.YEAR_AFTER.compiled().match(field.lower, end)
    if found is None:
        return end, None
    if field.published is None:
        return found.end(), None
    return found.end(), str(field.published.year + words.SHIFTS[found["shift"]])


def _day(
    scan: Scan, at: tuple[int, int], month_day: tuple[int, int], year: str | None
) -> str | None:
    """Return the value of a day: empty if nothing tells the year, None if there is no such day."""
    month, day = month_day
    if year is not None:
        return timex.on(int(year), month, day) or None
    if not timex.on(2024, month, day):
        return None
    published = scan.field.published
    if published is None:
        return ""
    return timex.day_without_year(published, month, day, looks_ahead(scan, *at))


def read_month(scan: Scan, index: int) -> Reading:
    """Read "March 12, 2024", "March 3-5", "March 2024", "March"."""
    field = scan.field
    start = field.words[index][0]
    if not field.text[start].isupper() and field.language[:2] in ("", "en"):
        return None
    found = rules.MONTH_DAY.compiled().match(field.lower, start)
    if found:
        month = words.MONTHS.get(found["month"]) or words.SHORT_MONTHS[found["month"]]
        return _days(scan, index, (start, found.end()), (month, found))
    found = rules.MONTH_RANGE.compiled().match(field.lower, start)
    if found and field.text[found.start("until")].isupper():
        return _months(scan, index, found)
    found = rules.MONTH_YEAR.compiled().match(field.lower, start)
    if found:
        month = _month_number(field, found["month"], full=True)
        year = found["year"] if len(found["year"]) == 4 else "20" + found["year"]
        return make(start, found.end(), f"{year}-{month:02d}")
    return read_bare_month(scan, index, index)


def _months(scan: Scan, index: int, found: re.Match[str]) -> Reading:
    """Return a range of months: "April-June 2023", "November-January"."""
    at, published = found.span(), scan.field.published
    if found.group()[-1] == "." and found["until"] not in words.SHORT_MONTHS:
        at = (at[0], at[1] - 1)  # the full stop ends the sentence
    first, last = (_month_number(scan.field, found[name], full=True) for name in ("month", "until"))
    if found["year"]:
        year = int(found["year"])
    elif published is None:
        return make(*at, "")
    else:
        ahead = looks_ahead(scan, index, at[1])
        year = int(timex.month_without_year(published, last, ahead)[:4])
    return make(*at, f"{year - (first > last):04d}-{first:02d}/{year:04d}-{last:02d}")


def read_bare_month(scan: Scan, index: int, first: int) -> Reading:
    """Read a month's name alone, unless it may be a name or a verb."""
    field = scan.field
    word = field.low[index]
    start, end = field.words[first][0], field.words[index][1]
    month = words.MONTHS.get(word, 0)
    if not month or not field.text[field.words[index][0]].isupper():
        return None
    if word in words.DOUBTFUL_MONTHS and scan.word(index - 1) not in words.MONTH_BEFORE:
        return None
    if word in words.DOUBTFUL_MONTHS and scan.next_is_capital(index):
        return None
    if scan.next_is_capital(index) and scan.previous_is_name(index):
        return None
    end, year = _year_after(scan, end)
    if field.published is None:
        return make(start, end, "")
    if year is not None:
        return make(start, end, f"{year}-{month:02d}")
    ahead = looks_ahead(scan, first, end)
    return make(start, end, timex.month_without_year(field.published, month, ahead))


def read_weekday(scan: Scan, index: int) -> Reading:
    """Read "Tuesday", "Tuesday, March 12", "Tuesday morning"."""
    field = scan.field
    start, end = field.words[index]
    if not field.text[start].isupper() or field.text[end : end + 1] == "-":
        return None
    # "Tuesday, March 12" is one day: the weekday and the date make one span.
    following = field.words[index + 1][0] if index + 1 < len(field.words) else -1
    if field.text[end:following] in (", ", " ") and following > 0:
        day = _full_date(scan, index + 1)
        if day is not None and day.type == "DATE" and len(day.value) in (0, 10):
            return day._replace(start=start)
    return read_on_weekday(scan, index, (start, end), None)


def _full_date(scan: Scan, index: int) -> Reading:
    word = scan.word(index)
    if word in words.MONTHS or word in words.SHORT_MONTHS:
        return read_month(scan, index)
    if word[:1].isdecimal():
        return read_numeric_date(scan, index) or read_day_month(scan, index)
    return None


def read_on_weekday(scan: Scan, index: int, at: tuple[int, int], shift: int | None) -> Reading:
    """Read a weekday at the span `at`, moved by "last" or "next", and a part of the day after."""
    field = scan.field
    number = words.WEEKDAYS[field.low[index]]
    value, kind, end = "", "DATE", at[1]
    after = scan.word(index + 1) if scan.space(index) else ""
    if shift is None and after in words.PLURAL_DAY_PARTS:
        return read_plural_weekday(scan, index)
    if shift is None and (after == "of" or after in words.SHIFTS):
        week = index + 2 if after == "of" else index + 1
        weeks = words.SHIFTS.get(scan.word(week))
        if weeks is not None and scan.word(week + 1) == "week":
            value = timex.in_week(field.published, number, weeks) if field.published else ""
            return make(at[0], field.words[week + 1][1], value)
    if field.published is not None and scan.word(index - 1) not in words.ANY_DAY:
        ahead = looks_ahead(scan, index, end) if shift is None else False
        value = timex.weekday(field.published, number, shift, ahead).isoformat()
    part = words.DAY_PARTS.get(after)
    if part:
        if scan.next_is_capital(index):
            return None  # the name of a programme
        kind, end = "TIME", field.words[index + 1][1]
        value = f"{value}T{part}" if value else ""
    return make(at[0], end, value, kind=kind)


def read_day_part(scan: Scan, index: int) -> Reading:
    """Read "morning of January 31", "night of 14 April 1912"."""
    if scan.word(index + 1) != "of":
        return None
    field = scan.field
    part = words.DAY_PARTS[field.low[index]]
    at = index + 3 if scan.word(index + 2) == "the" else index + 2
    day = read_weekday(scan, at) if scan.word(at) in words.WEEKDAYS else _full_date(scan, at)
    if day is None or day.type != "DATE" or len(day.value) not in (0, len("2024-01-31")):
        return None
    value = f"{day.value}T{part}" if day.value else ""
    return make(field.words[index][0], day.end, value, kind="TIME")
