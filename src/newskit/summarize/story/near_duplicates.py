"""Tell which sentences say the same in nearly the same words, and keep one telling of each.

A paragraph of an agency stands in many papers with other quotation marks, datelines and capitals, a
clause moved, a word put in. So sentences are compared as runs of three words (shingles, Broder
1997) in lower case, endings cut, white space and punctuation gone, and as bags of content words.
Shares are of the shorter sentence: it adds nothing where it is part of the longer one.

Of two tellings the one with the better score stays, but a later article's goes before it if it is
as long: the number of the injured changes, the sentence does not.

What it gets wrong: what is said in other words altogether is not seen; and sentences about two
people of whom the same is said may pass for one.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from newskit.summarize.draft import triples_of
from newskit.text.stems import content_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from newskit.summarize.sentence import Sentence

# Share of the shorter sentence's word triples in the longer one from which it is the same: what
# draft.py takes for a repeat within one article.
TRIPLE_SHARE = 0.4
# The same of content words, in any order. Of 57 labelled pairs (scripts/labels/together.jsonl) 48
# are found, and 10 others, of which 8 are an older and a newer state of the same matter; at 0.5 the
# sentences of one speaker or place come in, at 0.7 those newer states stand beside the older ones.
CONTENT_SHARE = 0.6
# Content words below which their share says nothing: two names are soon shared.
LEAST_CONTENT = 4
# Share of the length of a sentence that a later telling must have to take its place: a shorter one
# leaves too much out.
SIMILAR_LENGTH = 0.6

# Soft hyphen, zero-width spaces and joiners, byte order mark: nobody sees them. And accents, which
# some papers leave out of names.
_LEFT_OUT = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x300, 0x370)))


def comparable_words(text: str) -> list[str]:
    """Return the words of `text` as tellings are compared.

    >>> comparable_words("‘The CA\\u00adFÉS’") == comparable_words("The cafes,")
    True
    """
    if not text.isascii():
        text = normalize("NFC", normalize("NFKD", text).translate(_LEFT_OUT)).casefold()
    return content_words(text)


class Tellings:
    """Sentences, and which of them say the same."""

    def __init__(self, texts: Iterable[str], stops: frozenset[str]) -> None:
        self._triples: list[frozenset[tuple[str, ...]]] = []
        self._content: list[frozenset[str]] = []
        self._bags: list[tuple[str, ...]] = []
        self._with_triple: dict[tuple[str, ...], list[int]] = {}
        self._with_word: dict[str, list[int]] = {}
        self._with_bag: dict[tuple[str, ...], list[int]] = {}
        for number, text in enumerate(texts):
            words = comparable_words(text)
            self._triples.append(triples_of(words))
            self._content.append(frozenset(words) - stops)
            self._bags.append(tuple(sorted(set(words))))
            for triple in self._triples[-1]:
                self._with_triple.setdefault(triple, []).append(number)
            for word in self._content[-1]:
                self._with_word.setdefault(word, []).append(number)
            self._with_bag.setdefault(self._bags[-1], []).append(number)

    def same_as(self, number: int) -> set[int]:
        """Return the numbers of the other sentences that say what a sentence says."""
        found = set(self._with_bag[self._bags[number]])
        own = self._triples[number]
        for other, count in _counted(self._with_triple, own).items():
            if count >= TRIPLE_SHARE * min(len(own), len(self._triples[other])):
                found.add(other)
        words = self._content[number]
        if len(words) >= LEAST_CONTENT:
            least = CONTENT_SHARE * LEAST_CONTENT
            for other, count in _counted(self._with_word, words).items():
                if count >= least and self._is_reworded(count, words, self._content[other]):
                    found.add(other)
        return found - {number}

    def _is_reworded(self, count: int, words: frozenset[str], other: frozenset[str]) -> bool:
        """Tell whether `count` words are enough of the shorter of two sentences."""
        shorter = min(len(words), len(other))
        return shorter >= LEAST_CONTENT and count >= CONTENT_SHARE * shorter


def _counted(places: dict[Any, list[int]], keys: Collection[Any]) -> Counter[int]:
    """Return how many of the keys each sentence has."""
    counts: Counter[int] = Counter()
    for key in keys:
        counts.update(places[key])
    return counts


def keep_one_of_each(
    sentences: Sequence[Sentence],
    scores: list[float],
    moments: Sequence[float],
    stops: frozenset[str],
) -> set[int]:
    """Return the indexes of sentences no two of which say the same.

    `scores` and `moments` (of the article; NaN is later than none) go by a sentence's index. A
    later telling that takes the place of a better one gets its score: `scores` is changed. A
    sentence that leans on the one before it goes when that one does.
    """
    tellings = Tellings([sentence.folded for sentence in sentences], stops)
    order = sorted(
        range(len(sentences)),
        key=lambda i: (sentences[i].rung, -scores[sentences[i].index], sentences[i].index),
    )
    gone: set[int] = set()
    kept: set[int] = set()
    for number in order:
        best = sentences[number]
        if number in gone or _lost_its_ground(best, sentences[order[0]], kept):
            continue
        same = tellings.same_as(number) - gone
        later = [i for i in same if _stands_for(sentences[i], best, moments)]
        stays = max(later, key=lambda i: (moments[sentences[i].index], -i), default=number)
        if stays != number:
            at = sentences[stays].index
            scores[at] = max(scores[at], scores[best.index])
            same = {number} | (tellings.same_as(stays) - gone)
        gone |= same | {stays}
        kept.add(sentences[stays].index)
    return kept


def _lost_its_ground(sentence: Sentence, first: Sentence, kept: Collection[int]) -> bool:
    """Tell whether a sentence leans on one that is not kept, where there are better ones."""
    return first.rung == 0 and sentence.only_leans and sentence.index - 1 not in kept


def _stands_for(later: Sentence, best: Sentence, moments: Sequence[float]) -> bool:
    """Tell whether a sentence is a telling of a later article that is as good to read."""
    return (
        moments[later.index] > moments[best.index]
        and later.rung <= best.rung
        and not later.only_leans
        and later.length >= SIMILAR_LENGTH * best.length
    )
