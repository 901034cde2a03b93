"""The shapes of dates and clock times, matched at a number or a month in lower-case text."""

from __future__ import annotations

from newskit.entities.calendar_words import ALL_MONTHS, MONTHS, SHORT_MONTHS, ZONES
from newskit.rule import Rule

_MONTH = "|".join(sorted({*MONTHS, *SHORT_MONTHS}, key=lambda name: (-len(name), name)))
_ANY_MONTH = "|".join(sorted(ALL_MONTHS, key=lambda name: (-len(name), name)))
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d|-\d)"

ISO_DATE = Rule(
    "iso-date",
    r"(?<!\d)(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"(?:[t ](?P<clock>[012]\d:\d\d)(?::\d\d)?z?)?(?![\d-])",
    "ISO 8601, with or without a time.",
    hits=("2024-03-12", "2024-03", "2024-03-12t09:30:00z"),
    misses=("555-0123", "2024-2025"),
)
SLASH_DATE = Rule(
    "slash-date",
    r"(?<!\d)(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{4}|\d\d)(?![\d/])",
    "12/03/2024; which part is the month is the reader's policy.",
    hits=("12/03/2024", "3/4/24"),
    misses=("24/7", "1/2"),
)
DOTTED_DATE = Rule(
    "dotted-date",
    r"(?<!\d)(?P<one>\d{1,2})\. ?(?P<two>\d{1,2})\. ?(?P<year>\d{4})(?!\d)",
    "12.03.2024, day first everywhere.",
    hits=("12.03.2024", "1. 5. 2024"),
    misses=("1.2.3", "10.15.20"),
)
DAY_MONTH = Rule(
    "day-month",
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
    r"(?:(?: ?- ?| ?– ?| to | and )(?P<until>\d{1,2})(?:st|nd|rd|th|\.)?)?[ -](?:of |de )?"
    rf"(?P<month>{_ANY_MONTH})\b(?!-\w)\.?(?:,? (?:of |de |del )?(?P<year>{_YEAR}))?",
    "12 March 2024, 3rd of May, 12. März 2024, 3 de mayo de 2024, 1er mai; also 3-5 May.",
    hits=("12 march 2024", "3rd of may", "12. märz 2024", "3 de mayo de 2024", "3-5 may"),
    misses=("12 marchers", "5 people"),
)
MONTH_DAY = Rule(
    "month-day",
    rf"(?P<month>{_MONTH})\b\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%:]|[.,]\d)"
    r"(?:(?: ?- ?| ?– ?| to )(?P<until>\d{1,2})(?:st|nd|rd|th)?(?![\d%:]))?"
    rf"(?:(?:, ?| )(?P<year>{_YEAR}))?"
    r"(?! ?(?:percent|per cent|million|billion|a\.m|p\.m|am\b|pm\b))",
    "March 12, 2024; Sept. 3; March 3-5.",
    hits=("march 12, 2024", "sept. 3", "march 3-5"),
    misses=("march 12.5", "may 20%", "march 2024"),
)
MONTH_YEAR = Rule(
    "month-year",
    rf"(?P<month>{_ANY_MONTH})\b\.?(?:,? (?:of |de |del )?| '(?=\d\d\b))"
    rf"(?P<year>{_YEAR}|(?<=')\d\d)",
    "March 2024, March of 2024, marzo de 2024, März 2024.",
    hits=("march 2024", "march of 2024", "marzo de 2024", "sept. 2019"),
    misses=("march 24", "may 20"),
)
MONTH_RANGE = Rule(
    "month-range",
    rf"(?P<month>{_MONTH})\b\.? ?[-–] ?(?P<until>{_MONTH})\b\.?(?:,? (?P<year>{_YEAR}))?"
    r"(?! \d\d?\b)",
    "April-June 2023: from the first month to the last. March-April 5 is left alone.",
    hits=("april-june 2023", "jan.-march", "june – july"),
    misses=("june 28-july 2", "march-april 5", "may-be"),
)
YEAR_AFTER = Rule(
    "year-after",
    r"(?: of|,)? (?P<shift>last|this|next) year\b",
    "The year after a month or a day: February last year, May 3 of this year.",
    hits=(" last year", " of next year"),
    misses=(" the year", "last years"),
)
CLOCK_12 = Rule(
    "clock-12",
    r"(?<![\d.])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?"
    r"(?:(?: ?(?P<early>a\.m\.|p\.m\.|a\.m|p\.m|am|pm))?(?:-| to | ?– ?)"
    r"(?P<until>1[0-2]|[1-9])(?:[:.](?P<last>[0-5]\d))?)?"
    r" ?(?P<half>a\.m\.|p\.m\.|a\.m|p\.m|am|pm)(?![a-z])"
    rf"(?: \(?(?P<zone>{ZONES})\b)?",
    "5 p.m., 5:30 am ET, 9-11 a.m., 9 a.m. to 5 p.m.",
    hits=("5 p.m.", "5:30am et", "9-11 a.m.", "9 a.m. to 5 p.m."),
    misses=("5 people", "13 pm", "5 amps"),
)
CLOCK_24 = Rule(
    "clock-24",
    rf"(?<![\d.])(?P<hour>[01]?\d|2[0-3])(?P<mark>[:.h]?)(?P<minute>[0-5]\d)(?![\d:]|[.,]\d)"
    r"(?:(?:-| to | ?– ?)(?P<until>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:]|[.,]\d))?"
    rf"(?: ?(?P<word>uhr|hours|hrs|h\b))?(?: \(?(?P<zone>{ZONES})\b)?",
    "17:00, 17:00 GMT, 0900 GMT, 17.30 Uhr; the reader asks for a colon, a zone or a word.",
    hits=("17:00", "0900 gmt", "17.30 uhr", "10:00-12:30"),
    misses=("25:00", "3:1"),
)
_HOUR = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9]"
SPOKEN_CLOCK = Rule(
    "spoken-clock",
    r"(?:(?P<minutes>half|quarter|five|ten|twenty(?:-five)?|[1-5]?\d)(?P<told> minutes?)? "
    r"(?P<side>past|to) )?"
    rf"(?P<hour>{_HOUR})\b(?P<clock> o'clock)?"
    r"(?: in the (?:early )?(?P<part>morning|afternoon|evening)\b| at (?P<night>night)\b)?",
    "Eight o'clock, half past six, ten minutes to three, four in the morning; the reader asks for "
    "more than the bare hour.",
    hits=("eight o'clock", "half past six", "11 at night", "ten minutes to three"),
    misses=("noon", "hours"),
)
YEAR = Rule(
    "year",
    r"(?<!\d)(?:1[5-9]|20)\d\d(?:(?:-|–|/)(?P<until>(?:20|19)\d\d|\d\d)(?![\d-]))?"
    r"(?![\d%]|[.,]\d|-\d)",
    "1998, 2019-2021, 2023/24.",
    hits=("1998", "2019-2021", "2023/24"),
    misses=("2024.5", "1,998", "20245"),
)
DECADE = Rule(
    "decade",
    r"(?P<decade>(?:1[5-9]|20)\d)0'?s\b",
    "1990s.",
    hits=("1990s", "2010's"),
    misses=("1995s", "90 s"),
)
SHORT_DECADE = Rule(
    "short-decade",
    r"(?P<decade>[2-9])0s\b",
    "'90s, with its apostrophe.",
    hits=("90s",),
    misses=("95s",),
)
OLD = Rule(
    "age",
    r"[- ]olds?\b",
    "20-year-old, 20 years old: a duration.",
    hits=("-old", " old"),
    misses=(" older-", " cold"),
)
FISCAL = Rule(
    "fiscal-year",
    rf"(?:fiscal(?: year)?|financial year|fy) ?(?P<year>{_YEAR})(?:(?:-|–|/)(?P<until>\d\d)\b)?",
    "fiscal 2024, fiscal year 2024, FY2024: TIMEX3 writes FY2024.",
    hits=("fiscal 2024", "fy2024", "financial year 2023/24"),
    misses=("fiscal policy",),
)
