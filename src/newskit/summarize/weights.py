"""Weigh sentences: how much of the story one carries, between 0 and 1.

A summary is good when it holds the words that an editor's own summary would hold. So every word of
the article has a worth, the probability of that: it depends on how many sentences hold the word,
how early the first of them comes, whether it is written as a name and whether it stands in the
title. A sentence is worth its words, more the earlier it comes and the nearer it is to what the
article is about as a whole, and less the longer it is. What a chosen sentence has said already is
taken off the others (draft.py), so the set is chosen for what it covers together: greedy
maximisation of a submodular function (Lin and Bilmes 2011), with learned weights of words.

The weights are fitted by scripts/train_summaries.py to an editor's summaries of 429 articles; those
of words to the highlights of 298 more, too.

It gets wrong: columns that keep the point for the end.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import chain, filterfalse, repeat
from math import exp, fsum, log, sqrt
from operator import mul
from typing import TYPE_CHECKING

from newskit.text.stems import REMEMBERED, content_words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set

    from newskit.summarize.sentence import Sentence

# How many sentences hold a word, the index of the first of them, whether it is written as a name,
# and whether it stands in the title.
WordAt = tuple[int, int, bool, bool]

# Log odds of a word to stand in a summary. `title` is of the 131 of the articles that have one.
WORD_WEIGHTS = {
    "bias": -1.25, "sentences": 1.31, "first": -0.36, "later": -0.68, "name": 0.5, "title": 1.24,
}  # fmt: skip
# What the features of a sentence add to its worth, in the order of _features().
WEIGHTS = {
    "place": 0.72, "first": 0.1, "end": -0.27, "words": 0.26, "central": 1.45, "digits": 0.36,
    "quote": -0.1, "leans": -0.1, "short": -0.91, "long": -0.96,
}  # fmt: skip
# Sentences' worth is between about -1 and 3; scores are shown between 0 and 1.
LOW, SPAN = -1.0, 4.0
# Words of a sentence: fewer say little, more cost place.
READABLE_WORDS = 15
# Numbers in a sentence that count.
NUMBERS = 3


def weigh(sentences: Sequence[Sentence], title: str, stops: frozenset[str]) -> list[float]:
    """Return the score of each sentence, 0-1; note its `content` words, their worth, its `length`.

    `stops` are stop_stems().
    """
    own = tuple(WEIGHTS.values())
    return [scaled(fsum(map(mul, own, row))) for row in rows_of(sentences, title, stops)]


def rows_of(
    sentences: Sequence[Sentence], title: str, stops: frozenset[str]
) -> list[tuple[float, ...]]:
    """Return what WEIGHTS weighs, in its order, for each sentence; note what `weigh` notes."""
    counts, words = _describe(sentences, title, stops)
    worth = dict(zip(counts, map(WORTHS.__getitem__, words), strict=True))
    norm = sqrt(sum(map(mul, counts.values(), counts.values()))) or 1.0
    rows, place = [], 0
    for sentence in sentences:
        sentence.worth = worth
        share = sentence.index / len(sentences)
        rows.append(_features(sentence, (place, share), counts, norm))
        place += not sentence.defects or sentence.rung < 2
    return rows


def described(
    sentences: Sequence[Sentence], title: str, stops: frozenset[str]
) -> dict[str, WordAt]:
    """Describe each content word of the article; note the `content` of the sentences."""
    return dict(zip(*_describe(sentences, title, stops), strict=True))


def _describe(
    sentences: Sequence[Sentence], title: str, stops: frozenset[str]
) -> tuple[dict[str, int], Iterable[WordAt]]:
    """Count the sentences of each content word, and describe it; note the sentences' `content`."""
    first: dict[str, int] = {}
    capitals: set[str] = set()
    for sentence in reversed(sentences):
        sentence.content = sentence.own.difference(stops)
        first.update(zip(sentence.content, repeat(sentence.index)))
        capitals.update(sentence.chunks[1:])
    counts = Counter(chain.from_iterable(sentence.content for sentence in sentences))
    likely = filterfalse(str.islower, capitals)  # a quarter
    names = frozenset(words_of(chunk for chunk in likely if chunk[0].isupper()))
    titled = frozenset(content_words(title))
    ways = (first.__getitem__, names.__contains__, titled.__contains__)
    return counts, zip(counts.values(), *(map(way, counts) for way in ways), strict=True)


def word_features(count: int, first: int, is_name: bool, in_title: bool) -> dict[str, float]:
    """Return what WORD_WEIGHTS weighs."""
    return {
        "bias": 1.0,
        "sentences": log(count),
        "first": 1 / (first + 1),
        "later": log(first + 1),
        "name": float(is_name),
        "title": float(in_title),
    }


class _Worths(dict[WordAt, float]):
    """What words are worth; articles have the same few thousand sorts of them."""

    def __missing__(self, word: WordAt) -> float:
        if len(self) >= REMEMBERED:
            self.clear()
        weighed = (WORD_WEIGHTS[name] * value for name, value in word_features(*word).items())
        self[word] = 1 / (1 + exp(-fsum(weighed)))
        return self[word]


WORTHS = _Worths()


def _features(
    sentence: Sentence, place: tuple[int, float], held: Mapping[str, int], norm: float
) -> tuple[float, ...]:
    """Return what WEIGHTS weighs; `held` counts the sentences of each word, `norm` is its length.

    `place` is the number of sentences of prose before it, and the share of all that it comes after.
    """
    before, share = place
    own, folded, length = sentence.content, sentence.folded, sentence.length
    figures = 0
    if any(map(str.isdecimal, sentence.own)):
        figures = sum(map(str.isdecimal, sentence.words))
    quoted = (  # spelled out, for this is asked of every sentence
        '"' in folded or "“" in folded or "”" in folded
        or "„" in folded or "«" in folded or "»" in folded
    )  # fmt: skip
    return (
        place_weight(before),
        1.0 if before == 0 else 0.0,
        share,
        fsum(map(sentence.worth.__getitem__, own)),
        sum(map(held.__getitem__, own)) / (sqrt(len(own) or 1) * norm),  # cosine
        min(NUMBERS, figures) / NUMBERS if figures else 0.0,
        1.0 if quoted else 0.0,
        1.0 if "leans" in sentence.defects else 0.0,
        (READABLE_WORDS - length) / 10 if length < READABLE_WORDS else 0.0,
        (length - READABLE_WORDS) / 20 if length > READABLE_WORDS else 0.0,
    )


def scaled(worth: float) -> float:
    """Return a sentence's worth as a score between 0 and 1, 4 decimals."""
    return round(min(1.0, max(0.0, (worth - LOW) / SPAN)), 4)


def weigh_heard(sentence: Sentence, heard: Set[str]) -> float:
    """Return how much of a sentence's score is due to words of `heard`."""
    again = sentence.content & heard
    return WEIGHTS["words"] * fsum(map(sentence.worth.__getitem__, again)) / SPAN


@lru_cache(maxsize=1_000)
def place_weight(place: int) -> float:
    """Return 1 for the first sentence (place 0), falling quickly, then slowly.

    >>> place_weight(0), round(place_weight(1), 2), round(place_weight(10), 2)
    (1.0, 0.59, 0.09)
    """
    return 0.67 / (place + 1) + 0.33 * exp(-place / 4)
