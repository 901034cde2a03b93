"""From words of time to TIMEX3 values: arithmetic on dates, with no text in sight.

Values follow TIMEX3 (ISO 8601 with additions): 2024-03-12, 2024-W11, 2024-Q3, 2024-H1, 2024-SP,
199 (the 1990s), 18 (the 19th century), 2024-03-12TMO. Everything that cannot be is the empty
string: the 31st of June, the year 0.
"""

from __future__ import annotations

import datetime
from decimal import Decimal

from newskit.entities.calendar_words import SEASONS, UNITS

DAY = datetime.timedelta(1)
# Days. A date without a year that lies this close is that one, before or after: an agency writes
# "March 3" for both. 20 % either way changed nothing in the cases.
NEAR = 60
SATURDAY = 5  # as datetime counts
_WINDOW = (-1, 0, 1)  # years looked at for a date without one


def on(year: int, month: int, day: int) -> str:
    """Return a day as a value, or the empty string if there is no such day.

    >>> on(2024, 2, 29), on(2023, 2, 29)
    ('2024-02-29', '')
    """
    date = _date(year, month, day)
    return date.isoformat() if date else ""


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def month_of(published: datetime.date, months: int) -> str:
    """Return the month that is `months` away."""
    total = published.year * 12 + published.month - 1 + months
    return f"{total // 12:04d}-{total % 12 + 1:02d}" if 0 < total // 12 < 10000 else ""


def week_of(date: datetime.date) -> str:
    """Return the ISO week of a day.

    >>> week_of(datetime.date(2024, 3, 12))
    '2024-W11'
    """
    year, week, _ = date.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(published: datetime.date, quarters: int) -> str:
    """Return the quarter that is `quarters` away."""
    total = published.year * 4 + (published.month - 1) // 3 + quarters
    return f"{total // 4:04d}-Q{total % 4 + 1}"


def day_without_year(published: datetime.date, month: int, day: int, ahead: bool) -> str:
    """Return the day that `month` and `day` mean: the nearest, unless the clause looks ahead."""
    dates = [
        date for shift in _WINDOW if (date := _date(published.year + shift, month, day)) is not None
    ]
    if not dates:
        date = next(
            (d for y in (0, -2, -3) if (d := _date(published.year + y, month, day)) is not None),
            None,
        )
        return date.isoformat() if date else ""
    nearest = min(dates, key=lambda date: abs((date - published).days))
    if ahead:
        return min((d for d in dates if d >= published), default=nearest).isoformat()
    if abs((nearest - published).days) <= NEAR:
        return nearest.isoformat()
    return max((d for d in dates if d <= published), default=nearest).isoformat()


def month_without_year(published: datetime.date, month: int, ahead: bool) -> str:
    """Return the month of that name: this one or the last, unless the clause looks ahead."""
    year = published.year
    if ahead and month < published.month:
        year += 1
    elif not ahead and month > published.month:
        year -= 1
    return f"{year:04d}-{month:02d}"


def weekday(published: datetime.date, number: int, shift: int | None, ahead: bool) -> datetime.date:
    """Return the weekday meant: the nearest past one, or the nearest to come if `ahead`.

    `shift` is -1 for "last", 1 for "next", 0 for "this", None for the bare name. The day of
    publication itself counts as past and as to come.
    """
    back = (published.weekday() - number) % 7
    if shift == -1:
        return published - DAY * (back or 7)
    if shift == 1:
        return published + DAY * ((-back) % 7 or 7)
    if shift == 0:
        return published - DAY * published.weekday() + DAY * number
    return published + DAY * ((-back) % 7) if ahead else published - DAY * back


def away(published: datetime.date, amount: int, unit: str) -> str:
    """Return the day, week, month … that lies `amount` units away; negative is the past."""
    year = published.year
    try:
        if unit == "day" or unit == "night":
            return (published + DAY * amount).isoformat()
        if unit in ("week", "fortnight"):
            return week_of(published + DAY * 7 * amount * (2 if unit == "fortnight" else 1))
        if unit == "weekend":
            return week_of(published + DAY * 7 * amount) + "-WE"
        if unit == "month":
            return month_of(published, amount)
        if unit == "quarter":
            return quarter_of(published, amount)
    except OverflowError:
        return ""
    size = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if size is None or not 0 < year + size * amount < 10000:
        return ""
    return {1: f"{year + amount:04d}", 10: f"{year // 10 + amount:03d}"}.get(
        size, f"{year // 100 + amount:02d}"
    )


def season(year: int, name: str) -> str:
    """Return a season of a year: 2024-SP."""
    return f"{year:04d}-{SEASONS[name]}"


def season_from(published: datetime.date, name: str, shift: int) -> str:
    """Return the season that "last", "this" or "next" means.

    "Last summer" in March is last year's, in October this year's; "next" goes the other way.
    """
    middle = {"spring": 4, "summer": 7, "fall": 10, "autumn": 10, "winter": 1}[name]
    year = published.year
    if shift == -1 and published.month <= middle + 1 and name != "winter":
        year -= 1
    if shift == -1 and name == "winter":
        year -= 1
    if shift == 1 and published.month >= middle - 1 and name != "winter":
        year += 1
    return season(year, name)


# The next finer unit and how many of it; ALWAYS_FINER are units that ISO 8601 has no letter for.
FINER = {
    "century": ("year", 100), "decade": ("year", 10), "year": ("month", 12),
    "quarter": ("month", 3), "fortnight": ("week", 2), "day": ("hour", 24), "hour": ("minute", 60),
    "minute": ("second", 60),
}  # fmt: skip
ALWAYS_FINER = frozenset(("century", "decade", "quarter", "fortnight"))


def duration(amount: str, unit: str) -> str:
    """Return a duration: P3M, PT20M; a range as P3M/P5M; a fraction in the next finer unit.

    >>> duration("3", "month"), duration("2/3", "hour"), duration("2", "decade")
    ('P3M', 'PT2H/PT3H', 'P20Y')
    >>> duration("1.5", "year"), duration("9.81", "second"), duration("X", "day")
    ('P18M', 'PT9.81S', 'PXD')
    """
    return "/".join(_one_duration(part, unit) for part in amount.split("/"))


def _one_duration(amount: str, unit: str) -> str:
    finer = FINER.get(unit)
    if amount != "X" and finer is not None and (unit in ALWAYS_FINER or not amount.isdecimal()):
        count = Decimal(amount) * finer[1]
        if count == count.to_integral_value():
            return _one_duration(str(int(count)), finer[0])
    prefix, letter = UNITS[unit]
    return f"{prefix}{amount}{letter}"


def in_week(published: datetime.date, number: int, weeks: int) -> str:
    """Return a weekday of the week that lies `weeks` away: Thursday of last week."""
    return weekday(published + DAY * 7 * weeks, number, 0, False).isoformat()


def weekend(published: datetime.date, ahead: bool) -> str:
    """Return the weekend meant by "the weekend": the last, or the next if `ahead`.

    On a Saturday and a Sunday it is the one that has begun.
    """
    begun = published.weekday() >= SATURDAY
    return away(published, 0 if begun or ahead else -1, "weekend")
