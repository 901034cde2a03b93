"""When something is, how long, how often and in what order: DATE, TIME, DURATION, SET, ORDINAL.

Values are TIMEX3's, resolved against the day of publication. Every word that can begin an
expression of time (a number, a month, a weekday, "last", "every" …) has a reader, which looks at
the words after it. What the text leaves open is decided so: a weekday is the nearest past one, a
month without year the last such month, unless the clause looks ahead ("will", "scheduled", "by":
the nearest of these words before it decides). Without a date of publication relative expressions
have no value. A range is one span with the value `first/last`.

What it gets wrong: dates relative to another date in the text ("the next day", "a year later");
fiscal years are named, not resolved; 12/03/2024 is read by the article's language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.entities import calendar_words as words
from newskit.entities.bare_units import read_long, read_unit, read_units
from newskit.entities.clauses import Scan
from newskit.entities.clocks import clock
from newskit.entities.dates import (
    read_day_month,
    read_day_part,
    read_month,
    read_numeric_date,
    read_weekday,
)
from newskit.entities.durations import read_counted, read_few
from newskit.entities.hours import NOONS, read_noon, spoken_clock
from newskit.entities.joined import join
from newskit.entities.numerals import ARTICLES, Number
from newskit.entities.ordinals import ORDINALS, ordinal
from newskit.entities.parts import read_edge, read_nearer, read_part
from newskit.entities.relative import read_shifted, read_today
from newskit.entities.sets import (
    OFTEN,
    read_every,
    read_often,
    read_plural_weekday,
    read_recurring,
    read_times,
)
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
    """Return candidates of the types DATE, TIME, DURATION, SET and ORDINAL."""
    scan = Scan(field, {number.first: number for number in numbers}, [])
    found, ordinals, counted = scan.found, [], scan.numbers
    reader_of = READERS.get
    done = 0
    for index, word in enumerate(field.low):
        reader = reader_of(word)
        if reader is None:
            if index in counted or word[0].isdecimal():
                reader = _number
            elif word[0] == "f" and len(word) == 6 and word[1] == "y":
                reader = read_fiscal
            else:
                continue
        if field.words[index][0] < done:
            continue
        candidate = reader(scan, index)
        if candidate is None and index in counted and reader is not _number:
            candidate = _number(scan, index)
        if candidate is not None:
            found.append(candidate)
            done = candidate.end
        elif reader is read_ordinal or (word[0].isdecimal() and word[-1] in "tdh"):
            place = ordinal(scan, index)
            if place is not None:
                ordinals.append(place)
    return join(scan) + ordinals


def _number(scan: Scan, index: int) -> Reading:
    """Read what begins with a number in figures or words."""
    field = scan.field
    start, word = field.words[index][0], field.low[index]
    number = scan.numbers.get(index)
    if word in ARTICLES:
        return read_counted(scan, number) if number is not None else None
    figures = word[0].isdecimal()
    if figures and field.text[start - 1 : start] not in (*"$£€¥#/", "-"):
        for read in (read_numeric_date, read_day_month, clock, read_decade, read_century):
            candidate = read(scan, index)
            if candidate is not None:
                return candidate
    elif number is not None and word in words.CENTURIES:
        candidate = read_century(scan, index)
        if candidate is not None:
            return candidate
    candidate = spoken_clock(scan, index)
    if candidate is not None:
        return candidate
    if number is not None:
        candidate = read_counted(scan, number)
        if candidate is None and scan.word(number.last + 1) == "times":
            candidate = read_times(scan, start, number.last + 1)
        if candidate is not None:
            return candidate
    return read_year(scan, index) if figures else None


READERS: dict[str, Callable[[Scan, int], Reading]] = {
    **dict.fromkeys(words.UNITS, read_unit),
    **dict.fromkeys((*ORDINALS, *words.ORDINALS, *words.CENTURIES), read_ordinal),
    **{word: read_units for word in words.UNIT_FORMS if word.endswith("s") and len(word) > 4},
    **dict.fromkeys(("daylong", "weeklong", "monthlong", "yearlong"), read_long),
    **dict.fromkeys(words.ALL_MONTHS, read_month),
    **dict.fromkeys(words.WEEKDAYS, read_weekday),
    **dict.fromkeys(words.PLURAL_WEEKDAYS, read_plural_weekday),
    **dict.fromkeys(words.DAY_PARTS, read_day_part),
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), read_today),
    **dict.fromkeys(NOONS, read_noon),
    **dict.fromkeys(("half", "quarter"), spoken_clock),
    **dict.fromkeys(words.SEASONS, read_season),
    **dict.fromkeys(words.SHIFTS, read_shifted),
    **dict.fromkeys(("few", "several", "couple", "many"), read_few),
    **dict.fromkeys(("every", "each"), read_every),
    **dict.fromkeys(OFTEN, read_often),
    **dict.fromkeys(words.RECURRING, read_recurring),
    **dict.fromkeys(words.MODS, read_part),
    **dict.fromkeys(words.EDGES, read_edge),
    **dict.fromkeys(("earlier", "later"), read_nearer),
    **dict.fromkeys(("q1", "q2", "q3", "q4", "h1", "h2"), read_quarter_name),
    **dict.fromkeys(("fiscal", "financial"), read_fiscal),
    **dict.fromkeys(words.NAMED_DECADES, read_named_decade),
}
