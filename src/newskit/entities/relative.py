"""Dates told from the day of publication: today, tonight, last week, next spring, the past decade.

What it gets wrong: in a quotation or a background paragraph "last year" may be another year's last.
"""

from __future__ import annotations

import datetime

from newskit.entities import calendar_words as words
from newskit.entities import timex
from newskit.entities.clauses import Scan, make
from newskit.entities.dates import read_on_weekday
from newskit.entities.durations import read_counted, read_few
from newskit.entities.spans import Candidate

Reading = Candidate | None


def read_today(scan: Scan, index: int) -> Reading:
    """Read "today", "yesterday morning", "tonight", unless it is in a name (USA Today)."""
    field = scan.field
    start, end = field.words[index]
    word = field.low[index]
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}[word]
    if field.text[start].isupper() and (
        scan.next_is_capital(index) or scan.previous_is_name(index)
    ):
        return None  # USA Today, Today FM
    if "-" in (field.text[start - 1 : start], field.text[end : end + 1]):
        return None
    value = timex.away(field.published, shift, "day") if field.published else ""
    part = "NI" if word == "tonight" else words.DAY_PARTS.get(scan.word(index + 1), "")
    if not part or (word != "tonight" and field.text[end : end + 1] != " "):
        return make(start, end, value)
    if word != "tonight":
        end = field.words[index + 1][1]
    return make(start, end, f"{value}T{part}" if value else "", kind="TIME")


def read_shifted(scan: Scan, index: int) -> Reading:
    """Read "last week", "next Monday", "this spring", "past three years", "last March"."""
    field = scan.field
    shift = words.SHIFTS[field.low[index]]
    following = index + 1
    if not scan.space(index):
        return None
    number = scan.numbers.get(following)
    if number is not None and number.low != 1:
        counted = read_counted(scan, number)
        if counted is None or counted.type != "DURATION":
            return counted
        return counted._replace(start=field.words[index][0])
    word = scan.word(following)
    start = field.words[index][0]
    if word in ("few", "several", "couple"):
        return read_few(scan, following, start)
    if word not in words.SHIFTED:
        return None
    end = field.words[following][1]
    if field.low[index] in ("following", "preceding", "previous") and word not in words.WEEKDAYS:
        return make(start, end, "")
    if word in words.WEEKDAYS:
        if not field.text[field.words[following][0]].isupper():
            return None
        return read_on_weekday(scan, following, (start, end), shift)
    return _relative(scan, (start, end), word, shift)


def _relative(scan: Scan, at: tuple[int, int], word: str, shift: int) -> Reading:
    """Give last, this or next week, month, spring or night its value."""
    field = scan.field
    published = field.published
    if word in words.DAY_PARTS:
        if field.text[at[1] - len(word)].isupper():
            return None  # the name of a programme
        value = (
            f"{timex.away(published, shift, 'day')}T{words.DAY_PARTS[word]}" if published else ""
        )
        return make(*at, value, kind="TIME")
    if word in words.MONTHS:
        name = field.text[at[1] - len(word) : at[1]]
        if not name[0].isupper():
            return None
        value = _near_month(published, words.MONTHS[word], shift) if published else ""
        return make(*at, value)
    if field.lower.startswith("past", at[0]) and word in words.UNITS:
        return make(*at, timex.duration("1", word), kind="DURATION")
    if word in words.SEASONS:
        return make(*at, timex.season_from(published, word, shift) if published else "")
    if shift == 0 and word in ("day", "night", "hour", "minute", "second"):
        return None
    return make(*at, timex.away(published, shift, word) if published else "")


def _near_month(published: datetime.date, month: int, shift: int) -> str:
    year = published.year
    if shift == -1 and month >= published.month:
        year -= 1
    if shift == 1 and month <= published.month:
        year += 1
    return f"{year:04d}-{month:02d}"
