"""Decides which of the patterns a line could match, before any of them is tried.

Most lines of a page are menus and prose that match no pattern, and trying thirty on each would be
half of the work of cleaning. So each pattern says in the tables of `patterns.py` what a line must
have for it (a mark, a beginning, an ending, a word), and two small tables are looked up per line:
one by the marks that it holds, one by its first word. Both are filled as lines come, and emptied
when they are full. What this gets wrong: nothing, unless a table asks for too much.
"""

from __future__ import annotations

from typing import NamedTuple

from newskit.clean.patterns import DIGITS, ENDS, GATES, HOLDS, LACKS, LOWER, PATTERNS, STARTS
from newskit.rule import Rule

# Entries of each table; a stream of pages in one language meets a few thousand first words.
ENTRIES = 4096
BARS = frozenset("|•·–—-\n")  # what may part several stamps or buttons on one line

# All characters that gates ask for. Those in ASCII are found as bytes, which is five times as quick
# as comparing characters; all digits count as 0.
_ASKED = "".join((*map("".join, GATES.values()), *LACKS.values()))
MARKS = (BARS | set(_ASKED)).difference(DIGITS) | {"0"}
_ZERO = bytes.maketrans(DIGITS.encode(), b"0" * len(DIGITS))
_UNMARKED = bytes(code for code in range(128) if chr(code) not in MARKS.union(DIGITS))
_NONE: frozenset[str] = frozenset()


def marks_of(line: str) -> frozenset[str]:
    """Return which of `MARKS` stand in `line`; "0" is any digit.

    >>> sorted(marks_of("Photo: Mara, 2024"))
    [',', '0', ':']
    """
    left = line.encode("utf-8", "replace").translate(_ZERO, _UNMARKED)
    return MARKS.intersection(left.decode()) if left else _NONE


class Hit(NamedTuple):
    """What a rule says of a line."""

    name: str
    role: str
    section: bool  # as a heading it also condemns what follows it
    whole: bool  # the whole line is known, not only its beginning
    known: bool = False  # the line is a phrase of the tables, word for word


class Shape(NamedTuple):
    """A pattern with what is asked of a line that has its marks and beginning."""

    rule: Rule
    holds: tuple[str, ...]  # one of these anywhere in the folded line
    plain: tuple[str, ...]  # those of them that a line in ASCII may hold
    ends: tuple[str, ...]  # one of these at the end
    lower: bool  # whether it is matched in lower case
    hit: Hit


class Shapes:
    """All patterns in their order, none compiled, with the tables that choose among them.

    A choice is a number whose bits are the patterns, in their order.
    """

    def __init__(self) -> None:
        self._shapes = [
            Shape(
                rule,
                HOLDS.get(rule.name, ()),
                tuple(part for part in HOLDS.get(rule.name, ()) if part.isascii()),
                ENDS.get(rule.name, ()),
                rule.name in LOWER,
                Hit(rule.name, role, False, True),
            )
            for role, rules in PATTERNS.items()
            for rule in rules
        ]
        self._anyhow = 0  # the patterns that ask for no beginning
        self._starts: dict[str, list[tuple[str, int]]] = {}
        self._gates: list[tuple[list[frozenset[str]], frozenset[str], int]] = []
        for place, shape in enumerate(self._shapes):
            name, bit = shape.rule.name, 1 << place
            for word in dict.fromkeys(start.partition(" ")[0] for start in STARTS.get(name, ())):
                self._starts.setdefault(word[:2], []).append((word, bit))
            gates = [frozenset(gate).difference(DIGITS[1:]) for gate in GATES.get(name, ())]
            self._gates.append((gates, frozenset(LACKS.get(name, ())), bit))
            if name not in STARTS:
                self._anyhow |= bit
        self._marked: dict[frozenset[str], int] = {}
        self._chosen: dict[int, tuple[Shape, ...]] = {}

    def match(self, line: str, folded: str, marks: frozenset[str], begun: int) -> Hit | None:
        """Return the hit of the first pattern that matches `line`.

        `begun` is what `begun_by` says of the first word of `folded`.
        """
        choice = self._marked.get(marks)
        if choice is None:
            choice = self._marked_by(marks)
        choice &= begun
        shapes = self._chosen.get(choice)
        if shapes is None:
            shapes = self._choose(choice)
        plain = folded.isascii()
        for shape, holds, plain_holds, ends, lower, hit in shapes:
            if ends and not line.endswith(ends):
                continue
            for part in plain_holds if plain else holds:
                if part in folded:
                    break
            else:
                if holds:
                    continue
            if shape.compiled().match(_lower(line) if lower else line) is not None:
                return hit
        return None

    def begun_by(self, word: str) -> int:
        """Return the patterns that a line may match whose first folded word is `word`."""
        choice = self._anyhow
        for key in (word[:1], word[:2]):
            for start, bit in self._starts.get(key, ()):
                if word.startswith(start):
                    choice |= bit
        return choice

    def _marked_by(self, marks: frozenset[str]) -> int:
        choice = 0
        for gates, lacks, bit in self._gates:
            for gate in gates:
                if gate.isdisjoint(marks):
                    break
            else:
                if lacks.isdisjoint(marks):
                    choice |= bit
        if len(self._marked) >= ENTRIES:
            self._marked.clear()
        self._marked[marks] = choice
        return choice

    def _choose(self, choice: int) -> tuple[Shape, ...]:
        shapes = tuple(s for bit, s in enumerate(self._shapes) if choice >> bit & 1)
        if len(self._chosen) >= ENTRIES:
            self._chosen.clear()
        self._chosen[choice] = shapes
        return shapes


def _lower(line: str) -> str:
    return line.lower().replace("\u0307", "")  # the dot that lower() makes of a Turkish İ
