"""What a number counts: MONEY, PERCENT and QUANTITY, by the sign before and the words after it.

The value of money is `CODE amount` (ISO 4217), of a percentage the plain number, of a quantity
`number code` (UCUM). A range is one span, its value `low/high`.

What it gets wrong: dollars of a country that only the context names; `pounds` between weight and
money near the limit in units.py; bare numbers (`400 people`) are no entity here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.entities.numerals import GLUED, Number, plain
from newskit.entities.spans import Candidate
from newskit.entities.units import (
    CODES,
    CURRENCIES,
    DOLLARS,
    EURO_LANGUAGES,
    GLUED_UNITS,
    HUNDREDTHS,
    PERCENTS,
    SIGNS,
    UNITS,
)  # fmt: skip
from newskit.rule import Rule

if TYPE_CHECKING:
    from newskit.entities.spans import Field

AFTER = Rule(
    "unit-after",
    r"[ -]?(?:d'|de |di )?[^\W\d_.,]+\.?(?:[^\W\d_.,]\.)?(?:/[a-z]+)?(?:[ -][^\W\d_]+){0,2}"
    r"| ?[%€£$°º](?: ?[cf]\b)?",
    "Up to three words, or a sign, after a number.",
    hits=(" percent", "-mile race", "%", " °C", " km/h", " u.s. dollars"),
    misses=("(", ", "),
)
POINTS = Rule(
    "percentage-points",
    r"(?:[ -]age)?[ -]points?\b",
    "After percent: a difference of percentages.",
    hits=(" points", "-point"),
    misses=(" people",),
)


def amounts(field: Field, numbers: list[Number]) -> list[Candidate]:
    """Return candidates of the types MONEY, PERCENT and QUANTITY."""
    found = []
    for number in numbers:
        candidate = _prefixed(field, number) or _suffixed(field, number)
        if candidate is not None:
            found.append(candidate)
    return found


def _values(number: Number, scale: int = 1, parts: int = 1) -> str:
    low = plain(number.low * scale / parts)
    return low if number.high is None else f"{low}/{plain(number.high * scale / parts)}"


def _make(at: tuple[int, int], kind: str, value: str) -> Candidate:
    return Candidate(*at, kind, value, value=value)


def _prefixed(field: Field, number: Number) -> Candidate | None:
    """Read `$5`, `US$5m`, `Rs 500`, `EUR 3 million`."""
    start, text = number.start, field.text
    before = text[start - 1 : start]
    if before == " ":
        start -= 1
        before = text[start - 1 : start]
    code = SIGNS.get(before)
    if code is not None:
        start -= 1
        if before in "$£" and start and text[start - 1].isalpha():
            word, word_start = _ending(field, start)
            code = DOLLARS.get(word.lower(), "") if before == "$" else ""
            start = word_start
    else:
        dot = before == "."
        word, word_start = _ending(field, start - dot)
        code = CODES.get(word)
        start = word_start
    if not code or (number.glued and number.glued not in GLUED):
        return None
    end, scale = number.end, 1
    if number.glued:
        scale = GLUED[number.glued]
        end += len(number.glued)
    return _make((start, end), "MONEY", f"{code} {_values(number, scale)}")


def _ending(field: Field, end: int) -> tuple[str, int]:
    """Return the letters that end at `end`, at most four, and where they start."""
    start = end
    while start > 0 and end - start < 5 and field.text[start - 1].isalpha():
        start -= 1
    return field.text[start:end], start


def _suffixed(field: Field, number: Number) -> Candidate | None:
    if number.glued:
        return _glued(field, number)
    found = AFTER.compiled().match(field.lower, number.end)
    if found is None:
        return None
    phrase = found.group()
    lead = int(phrase[0] in " -")
    words = phrase[lead:]
    for joint in ("d'", "de ", "di "):
        if number.scaled and words.startswith(joint):
            lead, words = lead + len(joint), words[len(joint) :]
            break
    while words:
        candidate = _unit(number, words, number.end + lead + len(words), field)
        if candidate is not None:
            return candidate
        words = words[: max(words.rfind(" "), words.rfind("-"), 0)]
    return None


def _glued(field: Field, number: Number) -> Candidate | None:
    at = (number.start, number.end + len(number.glued))
    if number.glued in GLUED_UNITS:
        tail = field.lower[at[1] : at[1] + 3]
        unit = UNITS["km/h"] if number.glued == "km" and tail.startswith("/h") else ""
        if unit:
            return _make((at[0], at[1] + 2), "QUANTITY", f"{_values(number)} {unit}")
        return _make(at, "QUANTITY", f"{_values(number)} {UNITS[number.glued]}")
    scale = GLUED.get(number.glued)
    found = AFTER.compiled().match(field.lower, at[1])
    if scale is None or found is None:
        return None
    word = found.group().strip(" -").split(" ")[0]
    if word not in CURRENCIES:
        return None
    value = f"{CURRENCIES[word][0]} {_values(number, scale)}"
    return _make((at[0], found.start() + 1 + len(word)), "MONEY", value)


def _unit(number: Number, words: str, end: int, field: Field) -> Candidate | None:
    words, at = words.rstrip("."), (number.start, end - (words.endswith(".") and words != "u.s."))
    last = field.text[max(field.text.rfind(" ", 0, at[1]), field.text.rfind("-", 0, at[1])) + 1]
    if not number.digits and field.text[number.start].isupper() and last.isupper():
        return None  # a name: the boat Fifty Cents
    if words in ("%", *PERCENTS):
        points = POINTS.compiled().match(field.lower, at[1])
        if words == "percentage" and points is None:
            return None
        return _make((at[0], points.end() if points else at[1]), "PERCENT", _values(number))
    if words in CURRENCIES and (number.digits or words not in SIGNS):
        code, least = CURRENCIES[words]
        if number.low >= least and (words not in ("lev", "lei") or number.low > 1):
            return _make(at, "MONEY", f"{code} {_values(number)}")
    if words in HUNDREDTHS:
        if words == "cent" and not number.digits:
            return None
        code = HUNDREDTHS[words]
        if code == "USD" and field.language[:2] in EURO_LANGUAGES:
            code = "EUR"
        return _make(at, "MONEY", f"{code} {_values(number, parts=100)}")
    unit = UNITS.get(words.replace("-", " ") if "-" in words and words not in UNITS else words)
    if unit is None or (not number.digits and number.low == 1 and not number.scaled):
        return None
    if unit in ("Cel", "[degF]") and number.high is None:
        return _temperature(field, number, at[1], unit)
    return _make(at, "QUANTITY", f"{_values(number)} {unit}")


def _temperature(field: Field, number: Number, end: int, unit: str) -> Candidate:
    """Read the sign of a temperature: `-5 °C`, `minus 5 degrees`."""
    start = number.start
    before = field.lower[max(0, start - 6) : start]
    if before == "minus ":
        return _make((start - 6, end), "QUANTITY", f"-{_values(number)} {unit}")
    if before[-1:] in ("-", "−") and not before[-2:-1].isalnum() and before:
        return _make((start - 1, end), "QUANTITY", f"-{_values(number)} {unit}")
    return _make((start, end), "QUANTITY", f"{_values(number)} {unit}")
