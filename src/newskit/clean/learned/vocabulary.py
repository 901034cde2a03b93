"""Knows words, pairs of words, and the names in tags, classes and ids, by number.

The words and pairs that begin a block and the names along its path are what a model learns weights
and vectors for. Which ones are known is a matter of how many sites use them; what they say is
learned (scripts/train_clean.py).

What it gets wrong: it knows the languages of the labelled pages best (English and German first);
words that it does not know say nothing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from newskit.rule import Rule

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

NOTHING, UNKNOWN, BEGIN = -1, 0, 1  # no word at all; a word not known; what stands before the first
FIRST = 2  # the number of the first known word
MOST_REMEMBERED = 50_000  # tokens and steps whose numbers are kept at hand; about 6 MB


def tokens_of(text: str) -> list[str]:
    """Return the words by which a block is known, lower-case, as they stand.

    >>> tokens_of("Read more:")
    ['read', 'more:']
    """
    return text[:HEAD_CHARACTERS].lower().split(None, HEAD_WORDS)[:HEAD_WORDS]


def pairs_of(text: str) -> list[str]:
    """Return the pairs of characters by which a block without spaces is known.

    >>> pairs_of("東京都")
    ['東京', '京都']
    """
    return list(map("".join, pairwise(text[:UNSPACED_HEAD].lower())))


def fold(token: str) -> str:
    """Return a token without the punctuation around it, figures as ``0``.

    >>> fold("comments:"), fold("12."), fold("|")
    ('comments', '0', '')
    """
    word = token.strip(AROUND)
    return "0" if word and word[0].isdigit() else word


class Words(dict[str, int]):
    """The number of each token: NOTHING, UNKNOWN, or that of the word it is.

    Looked up like a dictionary; tokens that were met are remembered, up to a limit.
    """

    def __init__(self, words: list[str]) -> None:
        super().__init__()
        self._numbers = {word: FIRST + i for i, word in enumerate(words)}

    def __missing__(self, token: str) -> int:
        word = fold(token)
        number = self._numbers.get(word, UNKNOWN) if word else NOTHING
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[token] = number
        return number


class Step(NamedTuple):
    """What is known of one step of a path."""

    tag: str
    names: tuple[int, ...]  # the numbers of its names that are known
    weight: float  # the sum of their weights, above 0 for an article
    worst: str  # the known name with the lowest weight
    is_comment: bool
    is_hidden: bool


COMMENTS = frozenset(("comment", "comments", "commentlist", "respond", "replies", "disqus"))


class Steps(dict[str, Step]):
    """What is known of each step, without its ordinal; remembered, up to a limit."""

    def __init__(self, names: list[str], weights: list[float]) -> None:
        super().__init__()
        self._numbers = {name: i for i, name in enumerate(names)}
        self._weights = weights

    def __missing__(self, step: str) -> Step:
        names = step_names(step)
        known = [(number, name) for name in names if (number := self._numbers.get(name, -1)) >= 0]
        numbers = tuple([number for number, _ in known])
        weights = [self._weights[number] for number in numbers]
        worst = known[weights.index(min(weights))][1] if known else ""
        is_comment = not COMMENTS.isdisjoint(names)
        made = Step(tag_of(step), numbers, sum(weights), worst, is_comment, "hidden" in names)
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[step] = made
        return made


def tag_of(step: str) -> str:
    """Return the tag of a path's step.

    >>> tag_of("p.lead")
    'p'
    """
    for mark in ".#[~":
        step = step.partition(mark)[0]
    return step


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
