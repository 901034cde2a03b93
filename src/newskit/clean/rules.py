"""Decides which single lines are furniture by what they say, in the order of the tables below.

A line is first looked up among phrases (`phrases_*.py`), then held against shapes (`patterns.py`).
Only short lines are looked at: no rule may take a real paragraph, and the long ones are prose.
Every rule carries a role (docs/record.md) and a name, which is the reason that users see.

What it gets wrong: a heading of the article that is spelled like a button; furniture in a language,
or of a fashion, that the tables do not know (the scoring has to see those).
"""

from __future__ import annotations

from typing import NamedTuple

from newskit.clean.patterns import LINE_CHARACTERS
from newskit.clean.phrase import Phrases, fold
from newskit.clean.phrases_calls import SHARE, SIGNUP
from newskit.clean.phrases_links import RELATED, TAGS
from newskit.clean.phrases_page import AD, COMMENT, LEGAL, NAV, WIDGET
from newskit.clean.shapes import BARS, ENTRIES, Hit, Shapes, marks_of
from newskit.rule import Rule
from newskit.text.words import UNSPACED

__all__ = ["PHRASES", "Hit", "RuleBook"]

# The first table that knows a phrase names the reason.
PHRASES: tuple[Phrases, ...] = (
    *AD, *COMMENT, *SIGNUP, *SHARE, *TAGS, *RELATED, *NAV, *LEGAL, *WIDGET
)  # fmt: skip

GLUED = Rule(
    "glued-words",
    "[A-ZÀ-ÖØ-ÞА-ЯЁ](?<=[a-zß-öø-ÿа-яё].)",
    "The capital where a label and a headline stand without a space, as two elements of one line "
    "of a page. Capitals are looked for first because there are fewer.",
    hits=("Te puede interesarEl puerto cierra",),
    misses=("Te puede interesar", "HARBOUR Closed"),
)
BAR = Rule(
    "bar",
    r"\s[|•·–—-]\s|\s{0,2}[|•·]\s{0,2}",
    "What parts a stamp from a reading time, or one button from the next.",
    hits=("Jan 30, 2026 | 4 min read", "3 May 2025 - 4 min read", "Print · Save"),
    misses=("twenty-one", "A –"),
)
COMPOUND_WORDS = 25  # words of a line that may be several stamps or buttons in a row
FULL_STOPS = (".", "!", "?", "…", "。", ".”", '."', ".»")
SENTENCE_WORDS = 5  # words; shorter lines with a full stop are labels as often as sentences
KEY_CHARACTERS = 2  # opening phrases of one word are found by these; the shortest has as many
OPENING_CHARACTERS = 200  # of a long line; the longest phrase that opens one has 60
PHRASE_CHARACTERS = 900  # the longest line any phrase may open (120 words of a cookie box)
REMEMBERED = 80  # characters; longer lines hardly come back
MOST_REMEMBERED = 20_000  # lines; about 3 MB


class Opening(NamedTuple):
    """A phrase that may begin a line."""

    phrase: str
    words: int  # the longest line, in words
    headlines: bool  # not of a line that ends as a sentence
    hit: Hit


class Beginning(NamedTuple):
    """What may begin with a word: opening phrases, longest first, and patterns (shapes.py)."""

    openings: list[Opening]
    shapes: int


class RuleBook:
    """All rules, indexed; built once per stage."""

    def __init__(self) -> None:
        self._whole: dict[str, Hit] = {}
        self._openings: dict[str, list[Opening]] = {}
        for rule in PHRASES:
            hit = Hit(rule.name, rule.role, rule.section, True, True)
            for phrase in rule.whole_phrases():
                self._whole.setdefault(phrase, hit)
            hit = hit._replace(whole=False, known=False)
            for phrase in rule.opening_phrases():
                entry = Opening(phrase, rule.words, rule.headlines and phrase[-1] != ":", hit)
                word, space, _ = phrase.partition(" ")
                key = word + space if space else phrase[:KEY_CHARACTERS]
                self._openings.setdefault(key, []).append(entry)
        for entries in self._openings.values():
            entries.sort(key=lambda opening: -len(opening.phrase))
        self._shapes = Shapes()
        self._beginnings: dict[str, Beginning] = {}
        self._lines: dict[str, Hit | None] = {}
        self._rows: dict[str, Hit | None] = {}

    def look_up(self, text: str, words: int, cells: bool = False) -> Hit | None:
        """Return what `match` says of a text, remembered: menus come back on a site's pages."""
        known = self._rows if cells else self._lines
        if text in known:
            return known[text]
        hit = self.match(text.strip(), words, cells)
        if len(text) <= REMEMBERED:
            if len(known) >= MOST_REMEMBERED:
                known.clear()
            known[text] = hit
        return hit

    def match(self, line: str, words: int, cells: bool = False) -> Hit | None:
        """Return what the first rule that knows `line` (stripped, of `words` words) says of it.

        A row of a table (`cells`) is only looked up: its bars and figures look like a menu's.
        """
        if len(line) > LINE_CHARACTERS and "\n" not in line:
            return self._long(line, words)
        marks = marks_of(line)
        folded = fold(line, "0" in marks)
        hit = self._whole.get(folded)
        if hit is not None:
            return hit
        if "\n" in marks and (hit := self._list_under(line)) is not None:
            return hit
        begun = self._beginning(folded)
        if begun.openings:
            hit = self._opening(begun, folded, words, _is_sentence(line, words))
        if hit is not None or len(line) > LINE_CHARACTERS:
            return hit
        if GLUED.search(line) is not None:
            parted = fold(GLUED.sub(r" \g<0>", line))
            ended = _is_sentence(line, words)
            hit = self._opening(self._beginning(parted), parted, words + 1, ended)
        if hit is not None or cells:
            return hit
        hit = self._shapes.match(line, folded, marks, begun.shapes)
        if hit is None and words <= COMPOUND_WORDS and not BARS.isdisjoint(marks):
            return self._compound(line)
        return hit

    def _long(self, line: str, words: int) -> Hit | None:
        """Return the hit of a line too long for anything but a phrase at its beginning."""
        if len(line) > PHRASE_CHARACTERS:
            return None
        folded = fold(line[:OPENING_CHARACTERS])
        return self._opening(self._beginning(folded), folded, words, _is_sentence(line, words))

    def _list_under(self, text: str) -> Hit | None:
        """Return the hit of a heading of furniture with headlines in the lines under it."""
        heading, *lines = text.split("\n")
        folded = fold(heading)
        hit = self._whole.get(folded)
        if hit is None:
            hit = self._opening(self._beginning(folded), folded, len(heading.split()), False)
        if hit is None or not hit.section:
            return None
        headlines = (
            len(line.split()) <= COMPOUND_WORDS and not line.endswith(FULL_STOPS) for line in lines
        )
        return hit if all(headlines) else None

    def _compound(self, line: str) -> Hit | None:
        """Return the first part's hit if a line is several known ones with bars between them."""
        parts = [part.strip() for part in BAR.sub("\n", line).split("\n")]
        if len(parts) < 2:
            return None
        first = None
        for part in filter(None, parts):
            hit = self._part(part)
            if hit is None:
                return None
            first = first or hit
        return first

    def _part(self, line: str) -> Hit | None:
        folded = fold(line)
        hit = self._whole.get(folded)
        if hit is not None:
            return hit
        begun = self._beginning(folded).shapes
        return self._shapes.match(line, folded, marks_of(line), begun)

    def _opening(self, begun: Beginning, folded: str, words: int, ended: bool) -> Hit | None:
        for phrase, most, headlines, hit in begun.openings:
            if words > most or (ended and headlines) or not folded.startswith(phrase):
                continue
            following = folded[len(phrase) : len(phrase) + 1]
            if not following.isalnum() or phrase[-1] in ":/>" or UNSPACED.match(phrase[-1]):
                return hit
        return None

    def _beginning(self, folded: str) -> Beginning:
        """Return what may begin as `folded` does, by its first word."""
        word = folded.partition(" ")[0]
        begun = self._beginnings.get(word)
        if begun is None:
            openings = self._openings.get(word + " ", [])
            if single := self._openings.get(word[:KEY_CHARACTERS]):
                openings = openings + [o for o in single if word.startswith(o.phrase)]
                openings.sort(key=lambda opening: -len(opening.phrase))
            begun = Beginning(openings, self._shapes.begun_by(word))
            if len(self._beginnings) >= ENTRIES:
                self._beginnings.clear()
            self._beginnings[word] = begun
        return begun


def _is_sentence(line: str, words: int) -> bool:
    return words >= SENTENCE_WORDS and line.endswith(FULL_STOPS)
