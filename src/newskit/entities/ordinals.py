"""Places in an order: first, third, 21st, twenty-first. The value is the number.

What it gets wrong: "second" as a unit of time is told from the words beside it; an ordinal with a
capital before another capital (First Bank, 5th Avenue) is left out as part of a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.entities.calendar_words import MONTHS, SHIFTS, UNIT_FORMS
from newskit.entities.numerals import ONES, TENS
from newskit.entities.spans import Candidate

if TYPE_CHECKING:
    from newskit.entities.clauses import Scan

_SPELLED = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {name: number for number, name in enumerate(_SPELLED.split(), start=1)} | {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
SUFFIXES = frozenset(("st", "nd", "rd", "th"))
# Set phrases in which nothing is counted: the ordinal, and the word after it.
PHRASES = frozenset((
    ("first", "lady"), ("first", "ladies"), ("first", "aid"), ("first", "responder"),
    ("first", "responders"), ("first", "name"), ("first", "names"), ("first", "hand"),
    ("first", "class"), ("first", "rate"), ("first", "minister"), ("second", "hand"),
    ("second", "guess"), ("second", "guessing"), ("second", "guessed"), ("second", "rate"),
    ("second", "thoughts"), ("second", "nature"), ("third", "party"), ("third", "parties"),
    ("third", "world"), ("fourth", "estate"), ("fifth", "column"), ("sixth", "form"),
    ("sixth", "sense"), ("eleventh", "hour"),
))  # fmt: skip
# "Two thirds", "one-third": a number before makes a fraction; an article only with these behind.
FRACTION_AFTER = frozenset((
    "of", "more", "less", "fewer", "higher", "lower", "larger", "smaller", "to", "from", "in", "by",
    "and", "or", "since", "on", "", *SHIFTS,
))  # fmt: skip
# "A second later": after an article, "second" before one of these is the unit of time.
SECOND_AFTER = FRACTION_AFTER | {"later", "earlier", "before", "after", "ago", "when", "as", "at"}
ARTICLES = frozenset(("a", "an"))
COUNTS_SECONDS = frozenset(("per", "split", "every", "each", "few", "any"))
# After figures with a capital behind, these make a name.
NAMED = frozenset(("street", "avenue", "st", "ave", "floor", "amendment", "congress", "century"))


def ordinal(scan: Scan, index: int) -> Candidate | None:
    """Return the ordinal at a word, unless it is a fraction, a date, a unit or part of a name."""
    field = scan.field
    word = field.low[index]
    number = ORDINALS.get(word)
    spelled = number is not None
    if number is None:
        number = _figures(word)
    if number is None or _is_set_phrase(scan, index, word):
        return None
    start, end = field.words[index]
    before = field.low[index - 1] if index else ""
    if spelled and field.text[start - 1 : start] == "-":
        if before not in TENS or number > 9:
            return None  # one-third, mobile-first
        number, start = number + TENS[before], field.words[index - 1][0]
    elif (
        field.text[start - 1 : start] in (".", ",") and start and field.text[start - 2].isdecimal()
    ):
        return None  # 1,000th
    elif spelled and (_is_counted(scan, index, number) or _is_adverb(scan, index)):
        return None
    if scan.next_is_capital(index) and _is_name(scan, index, spelled=spelled):
        return None
    if field.text[start].isupper() and index and scan.previous_is_name(index):
        return None  # America First
    return Candidate(start, end, "ORDINAL", str(number), value=str(number))


def _figures(word: str) -> int | None:
    """Return the number of "21st"; None for "90s" and other words."""
    digits = word[:-2]
    return int(digits) if word[-2:] in SUFFIXES and digits.isdecimal() and len(digits) < 5 else None


def _is_set_phrase(scan: Scan, index: int, word: str) -> bool:
    after = scan.word(index + 1)
    if (word, after) in PHRASES:
        return True
    if word == "first" and (
        scan.word(index - 1) == "at" or (after == "of" and scan.word(index + 2) == "all")
    ):
        return True
    if word == "second" and after == "to" and scan.word(index + 2) == "none":
        return True
    number = scan.numbers.get(index + 1)  # "the first three months" is a time, not an order
    return number is not None and scan.word(number.last + 1) in UNIT_FORMS


def _is_counted(scan: Scan, index: int, number: int) -> bool:
    """Tell whether a number before makes a fraction or a count of seconds, or a month a date."""
    before, after = scan.word(index - 1), scan.word(index + 1)
    gap = scan.field.text[scan.field.words[index][1] :][:1]
    if gap not in (" ", "-"):
        after = ""
    if before in MONTHS or (after == "of" and scan.word(index + 2) in MONTHS):
        return True  # November third, the Fourth of July
    if number == 1:
        return before == "and" and scan.word(index - 2) == "hundred"
    if before in ONES or before in TENS or before[:1].isdecimal() or before in ("half", "hundred"):
        return True
    if before == "and" and scan.word(index - 2) in ("hundred", "thousand"):
        return True
    if number == 2:
        return before in COUNTS_SECONDS or (before in ARTICLES and after in SECOND_AFTER)
    return before in ARTICLES and after in FRACTION_AFTER


def _is_adverb(scan: Scan, index: int) -> bool:
    """Tell whether an ordinal only counts what is said: First, we asked."""
    start, end = scan.field.words[index]
    return scan.field.text[start].isupper() and scan.field.text[end : end + 1] == ","


def _is_name(scan: Scan, index: int, *, spelled: bool) -> bool:
    """Tell whether an ordinal and the capitalised word after it are a name: Third Reich."""
    if not spelled:
        return scan.word(index + 1) in NAMED
    return scan.field.text[scan.field.words[index][0]].isupper()
