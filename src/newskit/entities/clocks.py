"""Clock times: 5 p.m., 17:00 GMT, 9-11 a.m.; the day is added later, from the date beside them.

What it gets wrong: scores and ratios written with a colon and two digits (3:15) look like times;
so they need a word of time before them or a zone after them unless the hour has two digits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newskit.entities.calendar_words import ZONE_OFFSETS
from newskit.entities.spans import Candidate
from newskit.entities.time_rules import CLOCK_12, CLOCK_24

if TYPE_CHECKING:
    from newskit.entities.clauses import Scan

CLOCK_BEFORE = frozenset((
    "at", "by", "until", "till", "from", "after", "before", "around", "about", "since", "um", "ab",
    "bis", "gegen", "las", "vers", "alle", "shortly", "until", "between", "to", "and",
))  # fmt: skip


def clock(scan: Scan, index: int) -> Candidate | None:
    """Read a clock time at a number; its value begins with T until a day is known."""
    field = scan.field
    start = field.words[index][0]
    found = CLOCK_12.compiled().match(field.lower, start)
    if found:
        return _twelve(scan, start, found)
    found = CLOCK_24.compiled().match(field.lower, start)
    if not found:
        return None
    mark, zone, word = found["mark"], found["zone"], found["word"]
    told = zone or word == "uhr" or (mark == "" and word and len(found["hour"]) == 2)
    told = told or (mark == "h" and field.language[:2] in ("fr", "es", "pt"))
    if mark == ":":
        told = told or len(found["hour"]) == 2 or scan.word(index - 1) in CLOCK_BEFORE
    around = field.text[start - 1 : start], field.text[found.end() : found.end() + 1]
    if not told or around[0] == ":" or around[1] in ("%", "°"):
        return None
    offset = ZONE_OFFSETS.get(zone or "", "")
    value = f"T{int(found['hour']):02d}:{found['minute']}{offset}"
    if found["until"]:
        value += f"/T{found['until']:0>5}{offset}"
    end = found.end() + (field.text[found.end() : found.end() + 1] == ")" and "(" in found.group())
    return Candidate(start, end, "TIME", value, value=value)


def _twelve(scan: Scan, start: int, found: re.Match[str]) -> Candidate:
    hour, minute, until, last, half, zone = (
        found[name] for name in ("hour", "minute", "until", "last", "half", "zone")
    )
    noon = 12 if half[0] == "p" else 0
    offset = ZONE_OFFSETS.get(zone or "", "")
    first = noon
    if found["early"]:
        first = 12 if found["early"][0] == "p" else 0
    elif until is not None and int(hour) % 12 > int(until) % 12:
        first = 0  # 11-2 p.m. begins before noon
    value = f"T{int(hour) % 12 + first:02d}:{minute or '00'}{offset}"
    if until is not None:
        value += f"/T{int(until) % 12 + noon:02d}:{last or '00'}{offset}"
    text = found.group()
    end = found.end()
    if "(" in text and scan.field.text[end : end + 1] == ")":
        end += 1
    return Candidate(start, end, "TIME", value, value=value)
