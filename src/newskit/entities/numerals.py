"""Where numbers stand and what they are worth: digits, words, scales and ranges.

`scan` runs once over a field; amounts and times then look at what stands around each number. A
comma or a point between digits is read by the article's language: in English `1,500` is 1500 and
`1,5` is no number at all; in German, Spanish, French and Italian `1,5` is 1.5 and `1.500` is 1500.

What it gets wrong: Roman numerals, numbers in Indian grouping (`1,50,000` is read, as 150000, but
not checked), spelled numbers in other languages than English.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from newskit.rule import Rule

if TYPE_CHECKING:
    from newskit.entities.spans import Field


def _words(text: str) -> list[str]:
    return text.split()


ENGLISH_DIGITS = Rule(
    "english-digits",
    r"(?<!\d)(?:\d{1,3}(?:,\d{2,3}){0,5},\d{3}|\d{1,15})(?:\.\d{1,9})?[½¼¾]?(?!\d|[.,]\d)",
    "Commas group, a point is decimal; three groups of digits with points are no number.",
    hits=("1,500", "1.5", "1,50,000", "2024", "5½"),
    misses=("a", ".", "1234567890123456789"),
)
CONTINENTAL_DIGITS = Rule(
    "continental-digits",
    r"(?<!\d)(?:\d{1,3}(?:[. ]\d{3}){1,5}|\d{1,15})(?:,\d{1,9})?(?!\d|[.,]\d)",
    "Points and spaces group, a comma is decimal.",
    hits=("1.500", "1,5", "20 000", "2024"),
    misses=("a", "1234567890123456789"),
)
JOINT = Rule(
    "range-joint",
    r" ?(?:-|–|—| to | or | bis ) ?(?:us|c|a|hk)?[$€£¥]?(?=\d)| (?:to|or) (?=[a-z])",
    "Between the ends of a range; the second end may repeat the currency.",
    hits=("10-12", "10 to 12", "$10-$12", "two or three"),
    misses=("10, 12", "10 and 12"),
)

CONTINENTAL = frozenset(("de", "es", "fr", "it", "pt", "nl", "pl", "ru", "tr", "id", "da", "sv"))

ONES = {
    word: value
    for value, word in enumerate(
        _words(
            "zero one two three four five six seven eight nine ten eleven twelve "
            "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        _words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "dozen": 12, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "bn": 10**9,
    "mn": 10**6, "tn": 10**12, "mln": 10**6, "bln": 10**9, "mio": 10**6, "mrd": 10**9,
    "millionen": 10**6, "milliarden": 10**9, "milliarde": 10**9, "tausend": 10**3,
    "millones": 10**6, "millón": 10**6, "mil": 10**3, "millions": 10**6, "milliards": 10**9,
    "milioni": 10**6, "milione": 10**6, "miliardi": 10**9, "miliardo": 10**9,
}  # fmt: skip
GLUED = {"bn": 10**9, "tn": 10**12, "mn": 10**6, "m": 10**6, "k": 10**3, "b": 10**9, "t": 10**12}
FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
# These stand for a number only before a scale or a unit: `a hundred`, `a year ago`.
ARTICLES = frozenset(("a", "an"))


class Number(NamedTuple):
    """A number: code points `start` to `end`, words `first` to `last`, its value or its two ends.

    `glued` is a letter straight after the digits that may be a scale (m, k, b, bn), not applied.
    """

    start: int
    end: int
    first: int
    last: int
    low: Decimal
    high: Decimal | None
    digits: bool
    scaled: bool
    glued: str = ""


def plain(value: Decimal) -> str:
    """Return a decimal without exponent and without empty places.

    >>> plain(Decimal("1.20E+9"))
    '1200000000'
    """
    return format(value.normalize(), "f")


def scan(field: Field) -> list[Number]:
    """Return the numbers of a field, left to right."""
    found: list[Number] = []
    done = -1
    text, low = field.text, field.low
    for index, (start, _) in enumerate(field.words):
        if index <= done:
            continue
        if text[start].isdecimal() or low[index] in ONES or low[index] in OPENERS:
            number = _with_range(field, index)
            if number is not None:
                found.append(number)
                done = number.last
    return found


OPENERS = frozenset((*TENS, *ARTICLES, "half"))


def _with_range(field: Field, index: int) -> Number | None:
    first = _single(field, index)
    if first is None:
        return None
    joint = JOINT.compiled().match(field.lower, first.end)
    if joint is None or first.glued:
        return first
    following = first.last + 1
    while following < len(field.words) and field.words[following][0] < joint.end():
        following += 1
    if following >= len(field.words) or field.words[following][0] != joint.end():
        return first
    second = _single(field, following)
    if second is None or second.digits != first.digits:
        return first
    low, high = first.low, second.low
    if second.scaled and not first.scaled:
        low *= _scale(field, second)
    if low >= high:
        return first
    scaled = first.scaled or second.scaled
    return Number(
        first.start, second.end, index, second.last, low, high, first.digits, scaled, second.glued
    )


def _scale(field: Field, number: Number) -> int:
    return SCALES.get(field.low[number.last], 1)


def _single(field: Field, index: int) -> Number | None:
    if field.text[field.words[index][0]].isdecimal():
        return _digits(field, index)
    return _spelled(field, index)


def _digits(field: Field, index: int) -> Number | None:
    start = field.words[index][0]
    rule = CONTINENTAL_DIGITS if field.language[:2] in CONTINENTAL else ENGLISH_DIGITS
    found = rule.compiled().match(field.text, start)
    if found is None:
        return None
    digits = found.group()
    extra = FRACTIONS.get(digits[-1])
    digits = digits.rstrip("½¼¾")
    if rule is CONTINENTAL_DIGITS:
        digits = digits.replace(".", "").replace(" ", "").replace(",", ".")
    value = Decimal(digits.replace(",", "")) + (extra or 0)
    end, last = found.end(), index
    if field.text[end : end + 4] == " 1/2":
        end, value = end + 4, value + Decimal("0.5")
    while last + 1 < len(field.words) and field.words[last + 1][0] < end:
        last += 1
    tail = field.lower[end : field.words[last][1]]
    if tail:
        return Number(start, end, index, last, value, None, True, False, tail)
    return _scaled(field, Number(start, end, index, last, value, None, True, False))


def _scaled(field: Field, number: Number) -> Number:
    """Return the number times the scale word after it, if there is one."""
    following = number.last + 1
    if following >= len(field.words):
        return number
    start, end = field.words[following]
    gap = field.text[number.end : start]
    scale = SCALES.get(field.low[following])
    if scale is None or gap not in (" ", "-") or number.scaled:
        return number
    if field.low[following] in ("mrd", "mio") and field.text[end : end + 2] == ". ":
        end += 1
    return number._replace(end=end, last=following, low=number.low * scale, scaled=True)


def _spelled(field: Field, index: int) -> Number | None:
    """Read a number in words: `two`, `twenty-five`, `three and a half million`, `a dozen`."""
    low = field.low
    word = low[index]
    start, end = field.words[index]
    if word in ARTICLES or word == "half":
        return _article(field, index)
    value = ONES.get(word, TENS.get(word))
    if value is None:
        return None
    last = index
    if word in TENS and 0 < ONES.get(_next(field, last, "- "), 0) < 10:
        last += 1
        value += ONES[low[last]]
    total, last = _hundreds(field, value, last)
    amount = Decimal(total)
    if low[last + 1 : last + 4] == ["and", "a", "half"]:
        last += 3
        amount += Decimal("0.5")
    end = field.words[last][1]
    return _scaled(field, Number(start, end, index, last, amount, None, False, False))


def _hundreds(field: Field, value: int, last: int) -> tuple[int, int]:
    if _next(field, last, " ") != "hundred":
        return value, last
    last += 1
    value *= 100
    skip = last + 1 if _next(field, last, " ") == "and" else last
    word = _next(field, skip, " ")
    more = TENS.get(word, ONES.get(word))
    if more is None:
        return value, last
    last = skip + 1
    if word in TENS and 0 < ONES.get(_next(field, last, "- "), 0) < 10:
        last += 1
        more += ONES[field.low[last]]
    return value + more, last


def _next(field: Field, index: int, gaps: str) -> str:
    """Return the next word in lower case if only one of the characters `gaps` is between."""
    if index + 1 >= len(field.words):
        return ""
    gap = field.text[field.words[index][1] : field.words[index + 1][0]]
    return field.low[index + 1] if len(gap) == 1 and gap in gaps else ""


def _article(field: Field, index: int) -> Number | None:
    """Read `a hundred`, `half a million`, `half a percent`, and `a` alone before a unit."""
    start = field.words[index][0]
    value, last = Decimal(1), index
    if field.low[index] == "half":
        value = Decimal("0.5")
        if _next(field, index, " ") in ARTICLES:
            last += 1
    number = Number(start, field.words[last][1], index, last, value, None, False, False)
    return _scaled(field, number)
