"""Which day, and if it is told exactly which instant, a date as printed on a page names.

A date is found by its shape (a table of rules: ISO, day-month-year, month-day-year, numbers only,
the CJK order), checked against the calendar, and written as RFC 3339. RFC 3339 demands an offset
wherever there is a time of day, so a time without a known offset is dropped and the date stands
alone. Fractions of a second are dropped; an offset of zero is written ``Z``.

What it gets wrong: zone names that several places use take their commonest meaning (CST is that of
North America, BST the British one), and those with no commonest one (IST, ET) count as no offset.
A numeric date in which day and month could change places, such as 04/05/2024, is refused unless the
caller says which comes first. Years of two digits are read only between dots (12.03.24).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from newskit.parse.months import month_number
from newskit.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

# Code points. A date with weekday, time and zone in words has up to about 80; a line around it may
# hold "Published … Updated …". 20 % less or more changes nothing on the labelled pages.
LONGEST_DATE = 256
# Years. The first newspapers are of the 17th century, their digital archives begin about 1700.
FIRST_YEAR, LAST_YEAR = 1700, 2099
# Unix seconds of 1990 and 2100: below lies 0 and other placeholders, above other numbers.
FIRST_SECOND, LAST_SECOND = 631_152_000, 4_102_444_800
# Code points between a date and its time of day ("March 3, 2025 | posted at 2:05 p.m.").
TIME_GAP = 24
# The same where the two touch: nearer than a time of day on the date's other side.
BESIDE = 3

_WORD = r"[^\W\d_](?:[^\s\d,.;:/()|<>\"'-]){1,15}"  # a letter, then also combining marks

ISO_DATE = Rule(
    "iso-date",
    r"(?<![\d./-])(?P<y>\d{4})([-/.]) ?(?P<m>\d{1,2})\2 ?(?P<d>\d{1,2})(?!\d|[/-]\d)",
    "Year first, then month and day: no country writes year-day-month.",
    hits=("2024-03-12", "2024/3/12", "2024.03.12", "2024-03-12T14:05Z", "2024. 3. 12"),
    misses=("12024-03-12", "2024-03", "2024-W11-2", "2024-03-123"),
)
BASIC_DATE = Rule(
    "basic-date",
    r"(?<![\w.+/-])(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])"
    r"(?=$|[\sTZ]|(?P<clock>(?:[01]\d|2[0-3])[0-5]\d[0-5]\d)(?!\w))",
    "ISO's basic form, and the fourteen digits of archives; in a number as long it errs.",
    hits=("20240312", "20240312T140500Z", "20240312140500"),
    misses=("20241312", "x20240312", "202403121", "20240312-7"),
)
CJK_DATE = Rule(
    "cjk-date",
    r"(?<!\d)(?P<y>\d{4})\s{0,2}[年년]\s{0,2}(?P<m>\d{1,2})\s{0,2}[月월]\s{0,2}(?P<d>\d{1,2})\s{0,2}[日号號일]",
    "Chinese, Japanese and Korean dates.",
    hits=("2024年3月12日", "2024년 3월 12일", "2024 年 3 月 12 日"),
    misses=("2024年3月", "3月12日"),
)
DAY_MONTH_YEAR = Rule(
    "day-month-year",
    r"(?<![\d:])(?P<d>\d{1,2})(?:\s?(?:st|nd|rd|th|er|ème|º|ª|°|\.|-?го))?"
    r"[\s-]{0,3}(?:(?:de|del|of|ngày|-|/|\.|,)[\s-]{0,2})?"
    rf"(?P<month>{_WORD}|tháng \d{{1,2}})\.?[\s,/-]{{0,3}}(?:(?:de|del|of|année|năm)\s{{1,2}})?"
    r"(?P<y>\d{4})(?!\d)",
    "The order of most of the world; the word between is looked up among the months.",
    hits=("3 mars 2025", "12. März 2024", "12-Mar-2024", "3 de marzo de 2025", "1st of May 2020",
          "1er avril 2021", "Tue, 12 Mar 2024 14:05:00 +0100", "12 tháng 3 năm 2024"),
    misses=("March 2025", "3 2025", "3 mars 25"),
    flags=re.IGNORECASE,
)  # fmt: skip
MONTH_DAY_YEAR = Rule(
    "month-day-year",
    rf"(?<![^\W\d_])(?P<month>{_WORD})\.?\s{{0,3}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?:,?\s{1,3}(?:at\s)?(?P<between>\d\d?:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?"
    r"(?:\s(?P<zone>[A-Z]{1,5}|[+-]\d{4}))?))?"
    r"(?:,\s{0,3}|\s{1,3})(?P<y>\d{4})(?!\d|:)",
    "The American order, and that of ctime(3) with the time before the year.",
    hits=("March 3, 2025", "Sept. 1 2020", "Tue Mar 12 14:05:00 CET 2024", "May 3rd, 2011",
          "Wed Aug 27 13:08:45 +0000 2008"),
    misses=("March 2025", "March 3", "2025 March"),
    flags=re.IGNORECASE,
)  # fmt: skip
YEAR_MONTH_DAY = Rule(
    "year-month-day",
    rf"(?<!\d)(?P<y>\d{{4}})[\s.,-]{{1,3}}(?P<month>{_WORD})[\s.,-]{{1,3}}(?P<d>\d{{1,2}})(?!\d)",
    "Hungarian, and some content systems; the word between is looked up among the months.",
    hits=("2024. március 12.", "2024-Mar-12", "2024 March 12"),
    misses=("2024 March", "2024 12"),
)
NUMERIC_DATE = Rule(
    "numeric-date",
    r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./-])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<y>\d{4})(?!\d|[./-]\d)",
    "Day and month in numbers, year last; between dots the day is always first.",
    hits=("12/03/2024", "12.03.2024", "12-03-2024", "3. 1. 2024"),
    misses=("12/03-2024", "1.12/03/2024", "12/03/24", "12/03/20245"),
)
SHORT_DATE = Rule(
    "short-date",
    r"(?<![\w./-])(?P<a>\d{2})\.(?P<b>\d{2})\.(?P<yy>\d{2})(?![\w/-]|\.\d)",
    "A year of two digits, between dots only: German agencies; slashes leave three readings.",
    hits=("12.03.24", "vom 12.03.24, 14:05"),
    misses=("12/03/24", "1.12.03.24", "12.03.2024", "3.12.24"),
)
RULES = (
    ISO_DATE, BASIC_DATE, CJK_DATE, DAY_MONTH_YEAR, MONTH_DAY_YEAR, YEAR_MONTH_DAY, NUMERIC_DATE,
    SHORT_DATE,
)  # fmt: skip

CLOCK = Rule(
    "clock",
    r"(?<![\d:.])(?P<h>\d{1,2})(?:(?::|\.|\s?h\s?|時|时|点|시\s?)(?P<min>\d{2})(?!\d)"
    r"(?::(?P<s>\d{2}))?(?:[.,]\d{1,9})?)?\s{0,2}(?:Uhr|hrs|分|분)?\s{0,2}"
    r"(?P<half>[AaPp]\.?\s?[Mm]\b\.?)?,?\s{0,2}\(?"
    r"(?P<zone>Z\b|[A-Z]{2,5}\b)?\s{0,2}(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?(?![\d:])",
    "A time of day with what follows it; it counts only with a known zone or an offset.",
    hits=("T14:05:00Z", "2:05 p.m. EST", "14.05 Uhr", "14:05:00.123+01:00", "13:08 GMT+8"),
    misses=("no time", "2024"),
)
EPOCH = Rule(
    "epoch",
    r"(\d{9,10})(?:\d{3})?(?:\.\d{1,6})?",
    "Unix time in seconds or milliseconds, as content systems put it into attributes.",
    hits=("1710248700", "1710248700000", "1710248700.5"),
    misses=("", "17:10"),
)

# Minutes east of Greenwich. Left out, since several places use them: IST, ET, CT, PT, AST.
ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60,
    "WAT": 60, "CEST": 120, "MESZ": 120, "EET": 120, "SAST": 120, "CAT": 120, "EEST": 180,
    "MSK": 180, "EAT": 180, "TRT": 180, "PKT": 300, "WIB": 420, "SGT": 480, "HKT": 480, "AWST": 480,
    "WITA": 480, "JST": 540, "KST": 540, "WIT": 540, "AEST": 600, "AEDT": 660, "NZST": 720,
    "NZDT": 780, "EDT": -240, "EST": -300, "CDT": -300, "CST": -360, "MDT": -360, "MST": -420,
    "PDT": -420, "PST": -480, "AKDT": -480, "AKST": -540, "HST": -600, "BRT": -180, "ART": -180,
}  # fmt: skip


class Found(NamedTuple):
    """A date in a text: text[start:end] names the day (and `value` maybe also the time)."""

    start: int
    end: int
    value: str  # RFC 3339


def to_rfc3339(text: str, day_first: bool | None = None) -> str | None:
    """Return the first date in a string as RFC 3339, or None.

    `day_first` settles numeric dates such as 04/05/2024; with None these are refused. A date alone
    comes back when there is no time, or a time without an offset. Strings longer than LONGEST_DATE
    code points are refused.

    >>> to_rfc3339("March 3, 2025 at 2:05 p.m. EST")
    '2025-03-03T14:05:00-05:00'
    >>> to_rfc3339("12. März 2024, 14:05 Uhr")
    '2024-03-12'
    >>> to_rfc3339("30.02.2024") is None
    True
    """
    text = text.strip()
    if not 6 <= len(text) <= LONGEST_DATE:
        return None
    if (number := EPOCH.fullmatch(text)) and (value := _from_epoch(int(number.group(1)))):
        return value
    first = next(find_dates(text, day_first), None)
    return first.value if first else None


def find_dates(text: str, day_first: bool | None = None) -> Iterator[Found]:
    """Yield the dates in a text, left to right; those that overlap an earlier one are left out."""
    text = text.replace("\u2212", "-")
    found: list[tuple[int, int, int, str]] = []
    for order, rule in enumerate(RULES):
        for match in rule.finditer(text):
            if day := _day(match.groupdict(), day_first):
                found.append((match.start(), order, match.end(), day + _time(text, match)))
    end = 0
    for start, _, stop, value in sorted(found):
        if start >= end:
            yield Found(start, stop, value)
            end = stop


def _day(part: dict[str, str | None], day_first: bool | None) -> str | None:
    """Return the ISO date that a rule's groups name, or None if there is no such day."""
    year = int(part.get("y") or 0)
    if short := part.get("yy"):
        # Two digits: the web is younger than 1990, so 90–99 are of the last century.
        year = int(short) + (1900 if int(short) >= 90 else 2000)
    if word := part.get("month"):
        month = int(word.split()[1]) if word[-1].isdecimal() else month_number(word)
        day = int(part.get("d") or 0)
    elif (first := part.get("a")) and (second := part.get("b")):
        day, month = int(first), int(second)
        if part.get("sep", ".") != ".":
            if day <= 12 and month <= 12 and day != month and day_first is None:
                return None
            if month > 12 or (day <= 12 and day_first is False):
                day, month = month, day
    else:
        month, day = int(part.get("m") or 0), int(part.get("d") or 0)
    if not month or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _time(text: str, match: re.Match[str]) -> str:
    """Return "Thh:mm:ss" with its offset for the time of day beside a date, or nothing."""
    part = match.groupdict()
    if clock := part.get("clock"):
        text = f"{clock[:2]}:{clock[2:4]}:{clock[4:]}{text[match.end() + 6 :]}"
        return _clock(text[: TIME_GAP * 2], 0)
    if between := part.get("between"):
        return _clock(between, 0)
    after = text[match.end() : match.end() + TIME_GAP + 40]
    if "-" not in match.group() and "T" not in after[:1]:
        before = text[max(0, match.start() - TIME_GAP - 20) : match.start()]
        near = _clock(after, BESIDE) or _clock_just_before(before)
        return near or _clock(after, TIME_GAP) or _clock(before, len(before))
    if after[:1] == "T" and after[1:7].isdigit():
        after = f"{after[1:3]}:{after[3:5]}:{after[5:]}"
    return _clock(after, TIME_GAP)


def _clock_just_before(text: str) -> str:
    """Return the time of day with which a text ends: "14:05 GMT, " before 12 March."""
    found = list(CLOCK.finditer(text))
    if not found or len(text) - found[-1].end() > BESIDE:
        return ""
    return _clock(text[found[-1].start() :], 0)


def _clock(text: str, gap: int) -> str:
    """Return the first time of day that begins within `gap` code points, with its offset."""
    match = CLOCK.search(text)
    while match and not (match["min"] or match["half"]):
        match = CLOCK.compiled().search(text, match.end())
    if not match or match.start() > gap:
        return ""
    # Digits between day and clock: the clock is that of another date
    between = text[match.end() :] if gap == len(text) else text[: match.start()]
    if any(c.isdigit() for c in between):
        return ""
    offset = _offset(match["zone"], match["offset"])
    second = int(match["s"] or 0)
    if offset is None or second > 59 or not (time := _hour_minute(match)):
        return ""
    return f"T{time}:{second:02}{offset}"


def clock_time(text: str) -> str | None:
    """Return the only time of day in a line as hh:mm, None if there is none or several.

    >>> clock_time("Nov 8, 2023 / 10:35 PM PST")
    '22:35'
    """
    found = {_hour_minute(m) for m in CLOCK.finditer(text) if m["half"] or ":" in m.group()}
    return found.pop() or None if len(found) == 1 else None


def _hour_minute(match: re.Match[str]) -> str:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    if half := match["half"]:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return f"{hour:02}:{minute:02}" if hour <= 23 and minute <= 59 else ""


def _offset(zone: str | None, offset: str | None) -> str | None:
    """Return an offset as RFC 3339 writes it, None if it is not known."""
    if (zone is None and offset is None) or (zone is not None and zone not in ZONES):
        return None
    minutes = ZONES[zone or "Z"]
    if offset:
        digits = offset[1:].replace(":", "")
        hours, rest = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
        if hours > 14 or rest > 59:
            return None
        minutes = (hours * 60 + rest) * (-1 if offset[0] == "-" else 1)
    if minutes == 0:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _from_epoch(seconds: int) -> str | None:
    if not FIRST_SECOND <= seconds < LAST_SECOND:
        return None
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
