"""Hours as they are spoken: noon, eight o'clock, half past six, four in the morning.

Without a part of the day the hour is taken as it is said: eight o'clock is T08:00.

What it gets wrong: "ten to three" without "minutes" is left alone, since it is mostly a score or a
range; a bare "at seven" too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newskit.entities.calendar_words import DAY_PARTS
from newskit.entities.clocks import CLOCK_BEFORE
from newskit.entities.numerals import ONES
from newskit.entities.spans import Candidate
from newskit.entities.time_rules import SPOKEN_CLOCK

if TYPE_CHECKING:
    from newskit.entities.clauses import Scan

NOONS = {"noon": "T12:00", "midday": "TMI", "midnight": "T24:00"}  # midnight ends its day
# What the word after an hour or its minutes must be, before the whole shape is looked at.
TELLING = frozenset(("o", "in", "at", "past", "to", "minutes", "minute", "five"))
MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
# "Six at night" is 18:00, "three at night" is 03:00.
NIGHT_ENDS = 6


def read_noon(scan: Scan, index: int) -> Candidate | None:
    """Read "noon", "12 noon", "midday" and "midnight"."""
    field = scan.field
    start, end = field.words[index]
    if field.text[start].isupper():
        return None
    if scan.word(index - 1) == "12" and scan.space(index - 1):
        start = field.words[index - 1][0]
    value = NOONS[field.low[index]]
    return Candidate(start, end, "TIME", value, value=value)


def spoken_clock(scan: Scan, index: int) -> Candidate | None:
    """Read "eight o'clock", "half past six in the evening", "quarter to nine", "at 11 at night"."""
    if scan.word(index + 1) not in TELLING:
        return None
    field = scan.field
    start = field.words[index][0]
    found = SPOKEN_CLOCK.compiled().match(field.lower, start)
    if found is None or not _told(scan, index, found):
        return None
    hour = ONES.get(found["hour"]) or int(found["hour"])
    minutes = 0
    if found["side"]:
        minutes = MINUTES.get(found["minutes"]) or int(found["minutes"])
    part = DAY_PARTS.get(found["part"] or found["night"] or "", "")
    if hour == 12 and part == "NI":
        hour = 24
    value = in_part(f"T{hour % 12 if part == 'MO' else hour:02d}:{minutes:02d}", part)
    if found["side"] == "to":
        whole = (int(value[1:3]) * 60 - minutes) % (24 * 60)
        value = f"T{whole // 60:02d}:{whole % 60:02d}"
    return Candidate(start, found.end(), "TIME", value, value=value)


def _told(scan: Scan, index: int, found: re.Match[str]) -> bool:
    """Tell whether the shape is an hour and no score, range or number of people."""
    if found["clock"]:
        return True
    at_before = scan.word(index - 1) in CLOCK_BEFORE
    if found["side"] is None:
        return at_before and bool(found["part"] or found["night"])
    if found["minutes"] == "half" or found["side"] == "past":
        return found["side"] == "past"
    if found["minutes"] == "quarter":
        return at_before or scan.word(index - 1) == "a"
    if found["told"]:
        return at_before
    return scan.word(index - 1) == "at" and bool(found["part"]) and not found["minutes"].isdecimal()


def in_part(clock: str, part: str) -> str:
    """Put an hour of twelve into its part of the day.

    >>> in_part("T07:30", "EV"), in_part("T02:00", "NI"), in_part("T17:00", "AF")
    ('T19:30', 'T02:00', 'T17:00')
    """
    if part not in ("AF", "EV", "NI") or not clock[1:3].isdecimal():
        return clock
    hour = int(clock[1:3])
    if hour >= 12 or (part == "NI" and hour < NIGHT_ENDS):
        return clock
    return f"T{hour + 12:02d}{clock[3:]}"
