"""What two expressions of time beside each other make: one time, one range, one duration.

A clock time and its day are one time (7 p.m. Thursday, Friday at 2 p.m., midnight tonight); two
days with a dash or "to" between are a range (June 28-July 2); a length and a shorter unit are one
length (two hours and 20 minutes). A clock time that stays alone gets the day beside it, else the
day of publication.

What it gets wrong: "five years, two months" is one length also where a list has two of them.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from newskit.entities import calendar_words as words
from newskit.entities.clauses import Scan, date_near, is_day
from newskit.entities.hours import in_part

if TYPE_CHECKING:
    from newskit.entities.spans import Candidate, Field

CLOCK_DAY = frozenset((" ", " on ", " on the ", ", "))
DAY_CLOCK = frozenset((" at ", ", at ", " ", ", ", " um "))
DAY_DAY = frozenset(("-", "–", " - ", " – ", " to ", " through "))
LENGTHS = frozenset((" and ", " ", ", "))
LONGEST = max(map(len, CLOCK_DAY | DAY_CLOCK | DAY_DAY | LENGTHS))
WEEKDAYS = tuple(words.WEEKDAYS)
MONTHS = tuple(words.ALL_MONTHS)
DATED = frozenset((*words.WEEKDAYS, "today", "yesterday", "tomorrow"))
# Units of a length, the longest first: the prefix and the letter of its value.
RANKS = {
    ("P", "Y"): 0, ("P", "M"): 1, ("P", "W"): 2, ("P", "D"): 3, ("PT", "H"): 4, ("PT", "M"): 5,
    ("PT", "S"): 6,
}  # fmt: skip


def join(scan: Scan) -> list[Candidate]:
    """Return the candidates found, neighbours joined and every clock time given its day."""
    kept: list[Candidate] = []
    for candidate in scan.found:
        one = candidate
        if kept and candidate.start - kept[-1].end <= LONGEST:
            both = _pair(scan.field, kept[-1], candidate)
            if both is not None:
                kept.pop()
                one = both
        kept.append(one)
    scan = scan._replace(found=kept)
    dated = [_dated(scan, position) for position in range(len(kept))]
    for position in range(1, len(dated)):
        dated[position] = _after(scan.field, dated[position - 1], dated[position])
    return dated


def _pair(field: Field, first: Candidate, last: Candidate) -> Candidate | None:
    gap = field.lower[first.end : last.start]
    if first.type == "DURATION" and last.type == "DURATION":
        return _length(field, first, last) if gap in LENGTHS else None
    if first.type == "DATE" and last.type == "DATE":
        return _days(field, first, last) if gap in DAY_DAY else None
    if first.type == "TIME" and first.value.startswith("T"):
        if gap in CLOCK_DAY and not _begins_range(field, last):
            return _timed(field, last, first)
    elif last.type == "TIME" and last.value.startswith("T") and gap in DAY_CLOCK:
        return _timed(field, first, last)
    return None


def _begins_range(field: Field, day: Candidate) -> bool:
    """Tell whether a weekday follows: "9 a.m. to 5 p.m., Monday to Friday" is no single day."""
    after = field.lower[day.end : day.end + LONGEST + len("wednesday")]
    return any(
        after.startswith(joint) and after[len(joint) :].startswith(WEEKDAYS)
        for joint in words.RANGE_JOINTS
    )


def _timed(field: Field, day: Candidate, clock: Candidate) -> Candidate | None:
    """Join a clock time and its day, or the part of the day that says which half it is in."""
    date, part = day.value, ""
    if day.type == "TIME":
        date, mark, part = day.value.partition("T")
        if (not mark or len(part) != 2) and day.value:
            return None
    elif not is_day(day) and (day.value or not _names_day(field, day)):
        return None
    if not date and field.published:
        value = ""  # a day that only the story knows
    else:
        value = "/".join(date + in_part(one, part) for one in clock.value.split("/"))
    start, end = min(day.start, clock.start), max(day.end, clock.end)
    return clock._replace(start=start, end=end, value=value, key=value)


def _names_day(field: Field, day: Candidate) -> bool:
    """Tell whether an expression without a value is a day: a weekday, or with a number in it."""
    text = field.lower[day.start : day.end]
    return not DATED.isdisjoint(text.split()) or any(c.isdecimal() for c in text)


def _days(field: Field, first: Candidate, last: Candidate) -> Candidate | None:
    """Join two days of the calendar to a range; the year may stand with one of them only."""
    if not (is_day(first) and is_day(last)):
        return None
    texts = [field.lower[c.start : c.end] for c in (first, last)]
    if not all(map(_is_calendar_day, texts)):
        return None
    low, high = first.value, last.value
    with_year = low[:4] in texts[0], high[:4] in texts[1]
    if not with_year[1] and (with_year[0] or low > high):
        high = f"{int(low[:4]) + (high[5:] < low[5:]):04d}{high[4:]}"
    elif with_year[1] and not with_year[0]:
        low = f"{int(high[:4]) - (low[5:] > high[5:]):04d}{low[4:]}"
    if low >= high:
        return None
    value = f"{low}/{high}"
    return first._replace(end=last.end, value=value, key=value)


def _is_calendar_day(text: str) -> bool:
    """Tell whether a day is written with its month: no weekday, no "yesterday", no "days ago"."""
    return text.startswith(MONTHS) or (text[0].isdecimal() and not text.endswith("ago"))


def _length(field: Field, first: Candidate, last: Candidate) -> Candidate | None:
    """Join two lengths, the second of a finer unit: "two hours and 20 minutes" is PT2H20M."""
    ranks = _rank(first.value), _rank(last.value)
    unit = field.lower[first.start : first.end].rpartition(" ")[2]
    if ranks[0] is None or ranks[1] is None or ranks[0] >= ranks[1]:
        return None
    if "-" in unit or unit == "old" or field.text[last.end : last.end + 1] == "-":
        return None
    tail = last.value[1:]
    if first.value.startswith("PT"):
        tail = tail[1:]
    value = first.value + tail
    return first._replace(end=last.end, value=value, key=value)


def _rank(value: str) -> int | None:
    """Return the place of a length's unit in RANKS; None if it is open, a range or made of two."""
    prefix = "PT" if value.startswith("PT") else "P"
    number = value[len(prefix) : -1]
    return RANKS.get((prefix, value[-1:])) if number.replace(".", "").isdecimal() else None


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
