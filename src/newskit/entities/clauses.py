"""What stands around an expression of time: its clause, the date beside it, its neighbours.

What it gets wrong: a clause is cut at full stops, semicolons and the expression of time before,
not by grammar; "will" in another clause of the same sentence may win.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newskit.entities.calendar_words import LOOKS_AHEAD, LOOKS_BACK, UNTIL
from newskit.entities.spans import Candidate

if TYPE_CHECKING:
    from newskit.entities.numerals import Number
    from newskit.entities.spans import Field

# Words looked at before and after an expression. A clause of news has about 12 words.
BEFORE, AFTER = 12, 8
# Code points between a clock time and the date that it belongs to.
BESIDE = 40


class Scan(NamedTuple):
    """A field being read: its numbers by their first word, and the candidates found so far."""

    field: Field
    numbers: dict[int, Number]
    found: list[Candidate]

    def word(self, index: int) -> str:
        """Return a word in lower case, empty outside the field."""
        return self.field.low[index] if 0 <= index < len(self.field.low) else ""

    def space(self, index: int) -> bool:
        """Tell whether a single space stands between a word and the next."""
        words = self.field.words
        if not 0 <= index < len(words) - 1:
            return False
        return self.field.text[words[index][1] : words[index + 1][0]] == " "

    def next_is_capital(self, index: int) -> bool:
        """Tell whether a capitalised word follows directly."""
        return self.space(index) and self.field.text[self.field.words[index + 1][0]].isupper()

    def previous_is_name(self, index: int) -> bool:
        """Tell whether a capitalised word stands directly before."""
        return self.space(index - 1) and self.field.text[self.field.words[index - 1][0]].isupper()


def make(start: int, end: int, value: str, *, kind: str = "DATE", mod: str = "") -> Candidate:
    """Return a candidate; the same value, or the same lack of one, is the same entity."""
    return Candidate(start, end, kind, f"{value} {mod}" if mod else value, value=value, mod=mod)


def looks_ahead(scan: Scan, first: int, end: int) -> bool:
    """Tell whether the clause around word `first`, ending at code point `end`, is about the future.

    The nearest telling word before decides; if there is none, the first one after.
    """
    field = scan.field
    start = next((found.end for found in scan.found[:-4:-1] if found.type == "DATE"), 0)
    if scan.word(first - 1) in UNTIL:
        return True
    for index in range(first - 1, max(first - 1 - BEFORE, -1), -1):
        if field.words[index][0] < start or _ends(field, index):
            break
        if field.low[index] in LOOKS_AHEAD:
            return True
        if field.low[index] in LOOKS_BACK and scan.word(index - 1) != "be":
            return False
    after = 0
    for index in range(first, min(first + AFTER + 4, len(field.words))):
        if field.words[index][0] < end:
            continue
        if after >= AFTER or (index and _ends(field, index - 1)):
            break
        after += 1
        if field.low[index] in LOOKS_AHEAD:
            return True
        if field.low[index] in LOOKS_BACK:
            return False
    return False


def _ends(field: Field, index: int) -> bool:
    """Tell whether the sentence ends after a word; "p.m." and initials end none."""
    start, end = field.words[index]
    gap = field.text[end : field.words[index + 1][0]]
    if end - start == 1 and gap == ". ":
        return False
    return any(mark in gap for mark in (". ", "; ", "  ", "! ", "? "))


def begins_sentence(scan: Scan, index: int) -> bool:
    """Tell whether a word is the first of its sentence, or of the field."""
    return index == 0 or _ends(scan.field, index - 1)


def date_near(scan: Scan, position: int) -> str:
    """Return the day that the clock time found at `position` belongs to; empty if none is known."""
    text, candidate = scan.field.text, scan.found[position]
    for other in scan.found[position + 1 : position + 2]:
        if is_day(other) and text[candidate.end : other.start] in (" ", ", ", " on ", " this "):
            return other.value
    for other in reversed(scan.found[max(0, position - 3) : position]):
        between = text[other.end : candidate.start]
        if len(between) > BESIDE or any(mark in between for mark in (". ", "  ", ";")):
            break
        if is_day(other):
            return other.value
    published = scan.field.published
    return published.isoformat() if published else ""


def is_day(candidate: Candidate) -> bool:
    """Tell whether a candidate's value is one day."""
    return candidate.type == "DATE" and len(candidate.value) == 10 and candidate.value[4] == "-"
