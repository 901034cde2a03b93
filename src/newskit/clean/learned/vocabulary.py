"""Scores words learned from labelled pages: how much more often do they stand in furniture?

Two tables: one for the words and pairs of words that begin a block, one for the words in tags,
classes and ids along its path. Each entry has a weight for the article against furniture (log odds,
above 0 for the article), the one role that the word speaks for most, and how much it does.

What it gets wrong: it knows the languages of the labelled pages best (English and German first);
words that it does not know weigh nothing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from newskit.rule import Rule
from newskit.text.words import count_unspaced

# Words looked at: a block's beginning tells its sort; 20 or 40 words change F1 by less than 0.001.
HEAD_WORDS = 30
HEAD_CHARACTERS = 400  # code points; 30 words of any language fit in
UNSPACED_HEAD = 60  # code points of a text without spaces; about 30 words

# Punctuation around a word that does not matter for which word it is.
AROUND = ".,:;!?…-–—_|/\\·•»«›‹>< ()[]{}*#+~=\"'“”‘’„`´©&↓↑→←▶►▼"

NAME_PART = Rule(
    "name-part",
    "[a-z]{2,30}",
    "The words inside a tag, class or id; letters only, so that counters fall away.",
    hits=("entry-content", "div"),
    misses=("~2", "#1"),
)

Table = dict[str, tuple[float, int, float]]  # weight, role (an index, -1 for none), role's weight
Says = dict[int, float]  # role → weight


NOTHING = (0.0, -1, 0.0)


def read(tokens: list[str], table: Table) -> tuple[float, Says]:
    """Return the sum of the tokens' weights, and for each role the sum of what speaks for it.

    >>> read(["read", "more"], {"read": (-0.5, 3, 1.0), "more": (-1.0, 3, 0.5)})
    (-1.5, {3: 1.5})
    """
    total = 0.0
    says: Says = {}
    for weight, role, strength in filter(None, map(table.get, tokens)):
        total += weight
        if strength:
            says[role] = says.get(role, 0.0) + strength
    return total, says


def strongest(says: Says) -> int:
    """Return the role with the largest sum, -1 if there is none.

    >>> strongest({3: 0.5, 1: 0.9})
    1
    """
    return max(says, key=lambda role: (says[role], -role)) if says else -1


def fold(words: list[str]) -> list[str]:
    """Return words without the punctuation around them, figures as ``0``.

    >>> fold(["read", "12", "comments:", "|"])
    ['read', '0', 'comments']
    """
    stripped = [word.strip(AROUND) for word in words]
    return ["0" if word[0].isdigit() else word for word in stripped if word]


def pairs(text: str) -> list[str]:
    """Return the pairs of characters that follow each other."""
    return list(map("".join, pairwise(text)))


def tokens_of(text: str) -> list[str]:
    """Return the words and pairs of words by which a block is known.

    >>> tokens_of("Read more")
    ['read', 'more', '^ read', 'read more']
    """
    head = text[:HEAD_CHARACTERS]
    if count_unspaced(head) * 3 > len(head):
        return pairs(head[:UNSPACED_HEAD].lower())
    return with_pairs(fold(head.lower().split()[:HEAD_WORDS]))


def with_pairs(words: list[str]) -> list[str]:
    """Return words and their pairs; the first word is paired with the beginning, ``^``."""
    return words + list(map(" ".join, zip(["^", *words], words, strict=False)))


class Step(NamedTuple):
    """What the names along a path say in sum; of the last step, with steps' extremes."""

    total: float
    last: float
    best: float
    worst: float
    worst_name: str  # the one name that speaks most for furniture
    says: Says
    names: frozenset[str]
    depth: int


class Paths:
    """Reads the names along the paths of one page; each step is looked at once."""

    def __init__(self, table: Table, told: frozenset[str]) -> None:
        self._table = table
        self._told = told  # names that are collected for themselves
        self._steps: dict[str, tuple[float, Says, frozenset[str], str]] = {}
        self._paths = {"": Step(0.0, 0.0, 0.0, 0.0, "", {}, frozenset(), 0)}

    def read(self, path: str) -> Step:
        """Return what the names along a path say."""
        known = self._paths.get(path)
        if known is not None:
            return known
        missing = [path]
        while missing:  # no recursion: a path may have two thousand steps
            outer, _, last = missing[-1].rpartition("/")
            above = self._paths.get(outer)
            if above is None:
                missing.append(outer)
            else:
                self._paths[missing.pop()] = self._below(above, last.partition("~")[0])
        return self._paths[path]

    def _below(self, above: Step, key: str) -> Step:
        """Return what a step adds to the path above it; `key` is the step without its ordinal."""
        step = self._steps.get(key)
        if step is None:
            names = step_names(key)
            score, says = read(names, self._table)
            worst = min(names, key=lambda name: self._table.get(name, NOTHING)[0], default="")
            step = self._steps[key] = score, says, self._told.intersection(names), worst
        score, says, told, name = step
        if says and above.says:
            says = {k: says.get(k, 0.0) + above.says.get(k, 0.0) for k in {**above.says, **says}}
        return Step(
            above.total + score,
            score if score else above.last,
            max(above.best, score),
            min(above.worst, score),
            name if score < above.worst else above.worst_name,
            says or above.says,
            above.names | told if told else above.names,
            above.depth + 1,
        )


def step_names(step: str) -> list[str]:
    """Return the words of a path step, each once: the tag, whole names, and parts of names.

    >>> step_names("div#main.entry-content")
    ['content', 'div', 'entry', 'entry-content', 'main']
    """
    if step.isalpha():
        return [step]
    whole = step.replace("#", ".").replace("[", ".").replace("]", "").split(".")
    names = {name for name in whole if name}
    names.update(NAME_PART.compiled().findall(step))
    return sorted(names)
