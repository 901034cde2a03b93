"""Years and their parts and sums: 1998, 2019-2021, 1990s, 19th century, third quarter, spring 2023.

What it gets wrong: a bare number between 1900 and 2049 that counts something in the singular.
"""

from __future__ import annotations

from newskit.entities import calendar_words as words
from newskit.entities import time_rules as rules
from newskit.entities import timex
from newskit.entities.clauses import Scan, looks_ahead, make
from newskit.entities.spans import Candidate

Reading = Candidate | None


def read_decade(scan: Scan, index: int) -> Reading:
    """Read "1990s" and, with its apostrophe, "'90s"."""
    field, start = scan.field, scan.field.words[index][0]
    found = rules.DECADE.compiled().match(field.lower, start)
    if found:
        return make(start, found.end(), found["decade"])
    found = rules.SHORT_DECADE.compiled().match(field.lower, start)
    if found and field.text[start - 1 : start] in ("'", "‘") and start:
        return make(start - 1, found.end(), f"19{found['decade']}")
    return None


def read_century(scan: Scan, index: int) -> Reading:
    """Read "19th century", "twenty-first century", "5th century BC"."""
    field = scan.field
    word = field.low[index]
    number = words.CENTURIES.get(word)
    if number is None and word[:-2].isdecimal() and word[-2:] in ("st", "nd", "rd", "th"):
        number = int(word[:-2]) if len(word) < 5 else None
    if word == "twenty" and scan.word(index + 1) == "first":
        number, index_ = 21, index + 2
    else:
        index_ = index + 1
    if number is None or scan.word(index_) not in ("century", "centuries") or number > 21:
        return None
    start, end = field.words[index][0], field.words[index_][1]
    if field.lower[end : end + 3] in (" bc", " b."):
        return make(start, end + 3, f"BC{number - 1:02d}")
    return make(start, end, f"{number - 1:02d}")


def read_year(scan: Scan, index: int) -> Reading:
    """Read a bare year or a range of years, unless it counts or numbers something."""
    field = scan.field
    start = field.words[index][0]
    found = rules.YEAR.compiled().match(field.lower, start)
    part = field.text[start - 1 : start] == "-" and scan.word(index - 1) in words.MODS
    if not found or (field.text[start - 1 : start] in words.NO_YEAR_MARKS and not part):
        return None
    before, after = scan.word(index - 1), field.lower[found.end() : found.end() + 20]
    year = int(found.group()[:4])
    glued = after[:1].isalpha() or after[:1] in ("%", "°") or after[:1] == "'" != after[:2]
    if before in words.NO_YEAR_BEFORE or (glued and not after.startswith("'s")):
        return None
    following = after[1:].split(" ")[0].strip(".,;:") if after[:1] in (" ", "-") else ""
    if following in words.COUNTED or (after[:1] == "-" and following):
        return None
    plural = following.endswith("s") and not following.endswith("ss") and len(following) > 3
    sure = before in words.YEAR_BEFORE
    if not sure and (plural or not 1900 <= year <= 2049):
        return None
    return make(start, found.end(), _years(year, found["until"]))


def _years(year: int, until: str | None) -> str:
    if until is None:
        return str(year)
    last = int(until) if len(until) == 4 else year // 100 * 100 + int(until)
    return f"{year}/{last}" if last > year else str(year)


def read_season(scan: Scan, index: int) -> Reading:
    """Read "spring 2023", "the summer of 2022", "winter 2023-24", "autumn last year"."""
    field = scan.field
    start = field.words[index][0]
    year_at = index + 2 if scan.word(index + 1) == "of" else index + 1
    if year_at >= len(field.words) or field.text[field.words[year_at][0] - 1] != " ":
        return None
    name = field.low[index]
    shift = words.SHIFTS.get(scan.word(year_at))
    if shift is not None and scan.word(year_at + 1) == "year":
        value = timex.season(field.published.year + shift, name) if field.published else ""
        return make(start, field.words[year_at + 1][1], value)
    found = rules.YEAR.compiled().match(field.lower, field.words[year_at][0])
    if not found:
        return None
    return make(start, found.end(), timex.season(int(found.group()[:4]), name))


def read_ordinal(scan: Scan, index: int) -> Reading:
    """Read "third quarter of 2023", "first half", "19th century", "first three months"."""
    field = scan.field
    century = read_century(scan, index)
    if century is not None:
        return century
    number = words.ORDINALS.get(field.low[index])
    unit = scan.word(index + 1)
    if number is None or unit not in ("quarter", "half") or (unit == "half" and number > 2):
        return None
    return _part_of_year(scan, index, index + 1, ("Q" if unit == "quarter" else "H") + str(number))


def _part_of_year(scan: Scan, first: int, last: int, name: str) -> Reading:
    field = scan.field
    start, end = field.words[first][0], field.words[last][1]
    year_at = last + 1
    while scan.word(year_at) in ("of", "the", "in"):
        year_at += 1
    if year_at < len(field.words) and field.words[year_at][0] - end < 9:
        found = rules.YEAR.compiled().match(field.lower, field.words[year_at][0])
        if found and "." not in field.text[end : found.start()]:
            return make(start, found.end(), f"{found.group()[:4]}-{name}")
        if scan.word(year_at) == "year" and scan.word(year_at - 1) == "the":
            year = field.published and field.published.year
            return make(start, field.words[year_at][1], f"{year}-{name}" if year else "")
        if scan.word(year_at) in words.SHIFTS and scan.word(year_at + 1) == "year":
            year = field.published and field.published.year + words.SHIFTS[scan.word(year_at)]
            return make(start, field.words[year_at + 1][1], f"{year}-{name}" if year else "")
    if name[0] == "H":
        return None  # "the first half" is mostly of a match
    if field.published is None:
        return make(start, end, "")
    number, year = int(name[1]), field.published.year
    if number > (field.published.month - 1) // 3 + 1 and not looks_ahead(scan, first, end):
        year -= 1
    return make(start, end, f"{year}-{name}")


def read_quarter_name(scan: Scan, index: int) -> Reading:
    """Read "Q3 2023", "Q3"."""
    word = scan.field.text[slice(*scan.field.words[index])]
    return _part_of_year(scan, index, index, word) if word[0] in "QH" else None


def read_fiscal(scan: Scan, index: int) -> Reading:
    """Read "fiscal 2024", "financial year 2023/24", "FY2024"."""
    start = scan.field.words[index][0]
    found = rules.FISCAL.compiled().match(scan.field.lower, start)
    return make(start, found.end(), "FY" + found["year"]) if found else None


def read_named_decade(scan: Scan, index: int) -> Reading:
    """Read "in the nineties", "since the late sixties"."""
    if scan.word(index - 1) not in ("the", "early", "late", "mid"):
        return None
    if scan.word(index - 2) not in ("in", "of", "since", "during", "from", "the", "until"):
        return None
    return make(*scan.field.words[index], f"19{words.NAMED_DECADES[scan.field.low[index]]}")
