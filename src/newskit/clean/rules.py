"""Decides which single lines are furniture by what they say, in the order of the tables below.

A line is first looked up among phrases (`phrases_*.py`), then held against shapes (`patterns.py`).
Only short lines are looked at: no rule may take a real paragraph, and the long ones are prose.
Every
rule carries a role (docs/record.md) and a name, which is the reason that users see.

What it gets wrong: a heading of the article that is spelled like a button; furniture in a language,
or of a fashion, that the tables do not know (the scoring has to see those).
"""

from __future__ import annotations

from typing import NamedTuple

from newskit.clean.patterns import GATES, HOLDS, LINE_CHARACTERS, PATTERNS, STARTS
from newskit.clean.phrase import Phrases, fold
from newskit.clean.phrases_calls import SHARE, SIGNUP
from newskit.clean.phrases_links import RELATED, TAGS
from newskit.clean.phrases_page import AD, COMMENT, LEGAL, NAV, WIDGET
from newskit.rule import Rule
from newskit.text.words import UNSPACED

# The first table that knows a phrase names the reason.
PHRASES: tuple[Phrases, ...] = (
    *AD, *COMMENT, *SIGNUP, *SHARE, *TAGS, *RELATED, *NAV, *LEGAL, *WIDGET
)  # fmt: skip

GLUED = Rule(
    "glued-words",
    "(?<=[a-zß-öø-ÿа-яё])(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])",
    "Where a label and a headline stand without a space, as two elements of one line of a page.",
    hits=("Te puede interesarEl puerto cierra",),
    misses=("Te puede interesar", "HARBOUR Closed"),
)
BAR = Rule(
    "bar",
    r"\s[|•·–—]\s|\s{0,2}[|•·]\s{0,2}",
    "What parts a stamp from a reading time, or one button from the next.",
    hits=("Jan 30, 2026 | 4 min read", "Print · Save"),
    misses=("twenty-one", "A –"),
)
BARS = frozenset("|•·–—\n")
COMPOUND_WORDS = 25  # words of a line that may be several stamps or buttons in a row
FULL_STOPS = (".", "!", "?", "…", "。", ".”", '."', ".»")
SENTENCE_WORDS = 5  # words; shorter lines with a full stop are labels as often as sentences
KEY_CHARACTERS = 3  # opening phrases are found by their first characters; the shortest has two
PHRASE_CHARACTERS = (
    900  # characters; the longest line any phrase may open (120 words of a cookie box)
)


class Hit(NamedTuple):
    """What a rule says of a line."""

    name: str
    role: str
    section: bool  # as a heading it also condemns what follows it
    whole: bool  # the whole line is known, not only its beginning
    known: bool = False  # the line is a phrase of the tables, word for word


class RuleBook:
    """All rules, indexed; built once per stage."""

    def __init__(self) -> None:
        self._whole: dict[str, Hit] = {}
        self._opens: dict[str, list[tuple[str, int, bool, Hit]]] = {}
        for rule in PHRASES:
            hit = Hit(rule.name, rule.role, rule.section, True, True)
            for phrase in rule.whole_phrases():
                self._whole.setdefault(phrase, hit)
            hit = hit._replace(whole=False, known=False)
            for phrase in rule.opening_phrases():
                entry = (phrase, rule.words, rule.headlines and phrase[-1] != ":", hit)
                self._opens.setdefault(phrase[:KEY_CHARACTERS], []).append(entry)
        self._shapes = _shapes()
        for entries in self._opens.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def match(self, line: str, words: int, cells: bool = False) -> Hit | None:
        """Return what the first rule that knows `line` (stripped, of `words` words) says of it.

        A row of a table (`cells`) is only looked up: its bars and figures look like a menu's.
        """
        if len(line) > PHRASE_CHARACTERS:
            return None
        folded = fold(line)
        hit = self._whole.get(folded)
        if hit is not None:
            return hit
        if "\n" in line and (hit := self._list_under(line)) is not None:
            return hit
        ended = line.endswith(FULL_STOPS) and words >= SENTENCE_WORDS
        hit = self._opening(folded, words, ended) if folded else None
        if hit is None and len(line) <= LINE_CHARACTERS and GLUED.search(line) is not None:
            hit = self._opening(fold(GLUED.sub(" ", line)), words + 1, ended)
        if hit is not None or cells or len(line) > LINE_CHARACTERS:
            return hit
        return self._shape(line) or (self._compound(line) if words <= COMPOUND_WORDS else None)

    def _list_under(self, text: str) -> Hit | None:
        """Return the hit of a heading of furniture with headlines in the lines under it."""
        heading, *lines = text.split("\n")
        folded = fold(heading)
        hit = self._whole.get(folded) or self._opening(folded, len(heading.split()), False)
        if hit is None or not hit.section:
            return None
        headlines = (
            len(line.split()) <= COMPOUND_WORDS and not line.endswith(FULL_STOPS) for line in lines
        )
        return hit if all(headlines) else None

    def _compound(self, line: str) -> Hit | None:
        """Return the first part's hit if a line is several known ones with bars between them."""
        if BARS.isdisjoint(line):
            return None
        parts = [part.strip() for part in BAR.sub("\n", line).split("\n")]
        if len(parts) < 2:
            return None
        hits = [self._whole.get(fold(part)) or self._shape(part) for part in parts if part]
        return hits[0] if hits and all(hits) else None

    def _shape(self, line: str) -> Hit | None:
        characters = set(line)
        low = line.lower()
        head = low.lstrip("[(* ")
        for shape, gate, starts, holds, hit in self._shapes:
            if gate is not None and gate.isdisjoint(characters):
                continue
            if starts and not head.startswith(starts):
                continue
            if holds and not any(part in low for part in holds):
                continue
            if shape.compiled().match(line) is not None:
                return hit
        return None

    def _opening(self, folded: str, words: int, ended: bool) -> Hit | None:
        for length in range(KEY_CHARACTERS, 0, -1):
            for phrase, most, headlines, hit in self._opens.get(folded[:length], ()):
                if words > most or (ended and headlines) or not folded.startswith(phrase):
                    continue
                following = folded[len(phrase) : len(phrase) + 1]
                if not following.isalnum() or phrase[-1] in ":/>" or UNSPACED.match(phrase[-1]):
                    return hit
        return None


class Shape(NamedTuple):
    """A pattern with what a line must have for it to be tried."""

    rule: Rule
    gate: frozenset[str] | None  # one of these characters
    starts: tuple[str, ...]  # one of these beginnings
    holds: tuple[str, ...]  # one of these anywhere
    hit: Hit


def _shapes() -> list[Shape]:
    """Return the patterns in their order, none compiled."""
    return [
        Shape(
            rule,
            frozenset(GATES[rule.name]) if rule.name in GATES else None,
            STARTS.get(rule.name, ()),
            HOLDS.get(rule.name, ()),
            Hit(rule.name, role, False, True),
        )
        for role, rules in PATTERNS.items()
        for rule in rules
    ]
