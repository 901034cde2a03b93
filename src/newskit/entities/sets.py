"""What recurs: daily, every two months, each Tuesday, twice a week, on Mondays.

The value is the distance between two times (`P2M`), or the time with an X for what changes
(`XXXX-WXX-2` is any Tuesday, `XXXX-04` any April). How often within the distance is not said:
"twice a week" is `P1W`.

What it gets wrong: "a year" as a rate ("20 ships a year") is left alone; "weekdays" and feasts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.entities import calendar_words as words
from newskit.entities import timex
from newskit.entities.clauses import Scan, begins_sentence, make
from newskit.entities.numerals import ARTICLES, plain
from newskit.entities.time_rules import MONTH_DAY

if TYPE_CHECKING:
    from newskit.entities.spans import Candidate

OFTEN = frozenset(("once", "twice", "thrice"))


def read_every(scan: Scan, index: int) -> Candidate | None:
    """Read "every day", "each Friday", "every other week", "every 15 minutes", "every April"."""
    field, first = scan.field, index + 1
    if not scan.space(index) or first >= len(field.words):
        return None
    start, word = field.words[index][0], field.low[first]
    number = scan.numbers.get(first)
    if number is not None and field.low[first] not in ARTICLES:
        unit = words.UNIT_FORMS.get(scan.word(number.last + 1))
        if unit is None or number.glued:
            return None
        amount = "/".join(plain(end) for end in (number.low, number.high) if end is not None)
        end = field.words[number.last + 1][1]
        return make(start, end, timex.duration(amount, unit), kind="SET")
    if word in ("few", "couple"):
        at = first + 2 if scan.word(first + 1) == "of" else first + 1
        unit = words.UNIT_FORMS.get(scan.word(at))
        value = timex.duration("2" if word == "couple" else "X", unit) if unit else ""
        return make(start, field.words[at][1], value, kind="SET") if unit else None
    step = 2 if word == "other" else words.ORDINALS.get(word, 1)
    if step > 1:
        first += 1
    end, value = _recurs(scan, first, step)
    return make(start, end, value, kind="SET") if value else None


def _recurs(scan: Scan, index: int, step: int) -> tuple[int, str]:
    """Return where a unit, weekday, month or season ends and its value; empty if it is none."""
    field, word = scan.field, scan.word(index)
    if not word:
        return 0, ""
    start, end = field.words[index]
    if word == "weekend":
        return end, "XXXX-WXX-WE"
    if word in words.DAY_PARTS:
        return end, f"XXXX-XX-XXT{words.DAY_PARTS[word]}"
    if word in words.UNITS and (word != "second" or step > 1):
        return end, timex.duration(str(step), word)
    if word in words.SEASONS:
        return end, f"XXXX-{words.SEASONS[word]}"
    if not field.text[start].isupper():
        return 0, ""
    if word in words.WEEKDAYS:
        return _weekday(scan, index, words.WEEKDAYS[word])
    if word in words.MONTHS:
        found = MONTH_DAY.compiled().match(field.lower, start)
        if found and not found["until"] and not found["year"]:
            return found.end(), f"XXXX-{words.MONTHS[word]:02d}-{int(found['day']):02d}"
        return end, f"XXXX-{words.MONTHS[word]:02d}"
    return 0, ""


def _weekday(scan: Scan, index: int, number: int) -> tuple[int, str]:
    part = scan.word(index + 1) if scan.space(index) else ""
    name = words.DAY_PARTS.get(part) or words.PLURAL_DAY_PARTS.get(part)
    end = scan.field.words[index + bool(name)][1]
    return end, f"XXXX-WXX-{number + 1}" + (f"T{name}" if name else "")


def read_often(scan: Scan, index: int) -> Candidate | None:
    """Read "once a month", "twice daily", "once every five years"."""
    return read_times(scan, scan.field.words[index][0], index)


def read_times(scan: Scan, start: int, last: int) -> Candidate | None:
    """Read what follows "twice" or "three times", whose last word is `last`."""
    field, word = scan.field, scan.word(last + 1)
    if word in words.RECURRING:
        value = timex.duration(*words.RECURRING[word])
        return make(start, field.words[last + 1][1], value, kind="SET")
    if word in ("every", "each"):
        inner = read_every(scan, last + 1)
        return inner and inner._replace(start=start)
    unit = scan.word(last + 2)
    if word not in ("a", "an", "per") or unit not in words.UNITS:
        return None
    return make(start, field.words[last + 2][1], timex.duration("1", unit), kind="SET")


def read_recurring(scan: Scan, index: int) -> Candidate | None:
    """Read "daily", "annually", "semi-annual", unless it is in a name (Daily Mail)."""
    field = scan.field
    start, end = field.words[index]
    capital = field.text[start].isupper()
    if capital and (scan.next_is_capital(index) or not begins_sentence(scan, index)):
        return None
    amount, unit = words.RECURRING[field.low[index]]
    if field.text[start - 1 : start] == "-":
        prefix = words.RECURRING_PREFIXES.get(scan.word(index - 1))
        if prefix is not None:
            amount, start = prefix, field.words[index - 1][0]
    return make(start, end, timex.duration(amount, unit), kind="SET")


def read_plural_weekday(scan: Scan, index: int) -> Candidate | None:
    """Read "Mondays", "Friday nights"; the weekday of the latter may stand in the singular."""
    field = scan.field
    start = field.words[index][0]
    word = field.low[index]
    if not field.text[start].isupper() or (scan.next_is_capital(index) and index):
        return None
    number = words.WEEKDAYS.get(word, words.PLURAL_WEEKDAYS.get(word, 0))
    end, value = _weekday(scan, index, number)
    return make(start, end, value, kind="SET")
