"""What an article says of its tokens: listed names, sentences, and how else a word is written.

All of it is zeros and ones, a row for each token, worked out for the whole article at once.

What it gets wrong: a sentence after an abbreviation that is not known; a body in two languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from newskit.entities.tagger.features import (
    BREAK,
    CAPITALISED,
    CAPITALS,
    LOWER,
    MARK,
    MIXED,
    NUMBER,
)
from newskit.entities.tagger.lexicon import LETTERS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

PLACES = 3  # of a listed name: its first token, those between, its last
FACTS = 18
COLUMNS = len(LETTERS) * PLACES + FACTS
COLUMN = {letter: place * PLACES for place, letter in enumerate(LETTERS)}
# Shares of a sentence's words that make it one in capitals, or a headline with a capital to each
# word. Words are counted with letters; of a headline only those of more than three letters.
IN_CAPITALS, IN_TITLE_CASE = 0.6, 0.75
FEWEST_WORDS = 3
ALL_LOWER, FEW_LOWER = 0.98, 0.3  # shares of an article's words


class Kinds(NamedTuple):
    """What is known of the tokens of an article by themselves, an array each."""

    word: NDArray[np.int64]  # the same number for tokens that fold to the same
    case: NDArray[np.int64]
    ends: Flags  # may end a sentence
    closes: Flags  # closes a quotation or a bracket
    long: Flags
    starts: NDArray[np.int64]  # most tokens of a listed name that begins here


class Seen(NamedTuple):
    """What the tagger reads of the tokens of an article."""

    facts: NDArray[np.float32]  # (tokens, COLUMNS)
    group: NDArray[np.int64]  # from 0 on: tokens of one group are one word
    groups: int


def look(kinds: Kinds, folded: list[str], names: dict[str, str], title: int) -> Seen:
    """Return what an article says of its tokens.

    Args:
        kinds: of the tokens, title first.
        folded: the tokens as they are looked up.
        names: the letters of listed names.
        title: how many tokens are the title's.
    """
    facts = np.zeros((len(folded), COLUMNS), np.float32)
    # A word in lower case begins a name only where all words are so: it costs a third of the time.
    share = share_lower(kinds.case)
    may_start = (kinds.starts > 1) & ((kinds.case != LOWER) | (share > ALL_LOWER))
    at = np.flatnonzero(may_start)
    _mark_names(
        facts, list(zip(at.tolist(), kinds.starts[at].tolist(), strict=True)), folded, names
    )
    words, group = np.unique(kinds.word, return_inverse=True)
    columns = [
        *_facts(kinds, group, len(words)),
        np.arange(len(folded)) < title,
        np.full(len(folded), share > ALL_LOWER),
        np.full(len(folded), share < FEW_LOWER),
    ]
    facts[:, len(LETTERS) * PLACES :] = np.stack(columns, 1)
    return Seen(facts, group, len(words))


def _mark_names(
    facts: NDArray[np.float32],
    starts: list[tuple[int, int]],
    folded: list[str],
    names: dict[str, str],
) -> None:
    """Mark the longest listed name at each start, given with the most tokens it may have."""
    for start, most in starts:
        tokens = folded[start : start + most]
        for size in range(len(tokens), 1, -1):
            letters = names.get(" ".join(tokens[:size]))
            if letters is None:
                continue
            for letter in letters:
                column = COLUMN[letter]
                facts[start, column] = 1
                facts[start + 1 : start + size - 1, column + 1] = 1
                facts[start + size - 1, column + 2] = 1
            break


def _before(flags: Flags, first: bool) -> Flags:
    """Return for each token what holds of the one before it."""
    return np.concatenate((np.array([first]), flags[:-1]))


def _lettered(case: NDArray[np.int64]) -> Flags:
    lettered: Flags = (case != MARK) & (case != NUMBER) & (case != BREAK)
    return lettered


def share_lower(case: NDArray[np.int64]) -> float:
    """Return the share of words that are in lower case, 0 to 1."""
    return int((case == LOWER).sum()) / max(1, int(_lettered(case).sum()))


def _facts(kinds: Kinds, group: NDArray[np.int64], groups: int) -> list[Flags]:
    case = kinds.case
    lower, lettered = case == LOWER, _lettered(case)
    capital = lettered & ~lower
    after_close = _before(kinds.closes, False)
    start = _starts(kinds, after_close)
    sentence = np.cumsum(start) - 1
    total = int(sentence[-1]) + 1

    def count(flags: Flags) -> NDArray[np.float64]:
        return np.bincount(sentence, flags, total).astype(np.float64)

    words, long = count(lettered), count(lettered & kinds.long)
    shouted = (count(case == CAPITALS) > IN_CAPITALS * words) & (words >= FEWEST_WORDS)
    titled = count(capital & kinds.long) > IN_TITLE_CASE * long
    titled &= (long >= FEWEST_WORDS) & ~shouted
    plain = (count(capital) == 0) & (words >= FEWEST_WORDS)
    odd = (shouted | titled)[sentence]
    named = (case == CAPITALISED) | (case == CAPITALS) | (case == MIXED)
    # Elsewhere in the article: the same word in lower case, and with a capital within a sentence.
    small = np.bincount(group, lower, groups)[group]
    within = np.bincount(group, named & ~start & ~odd, groups)[group]
    return [
        start,
        shouted[sentence],
        titled[sentence],
        plain[sentence],
        small == 0,
        small == 1,
        small > 1,
        within == 0,
        within == 1,
        within == 2,
        within > 2,
        np.bincount(group, start & ~lower, groups)[group] > 0,
        (small > 0) & (within == 0) & ~lower,
        (small == 0) & (within > 0) & ~lower & start,
        _before(after_close, False),
    ]


def _starts(kinds: Kinds, after_close: Flags) -> Flags:
    """Return which tokens begin a sentence."""
    after_end = _before(kinds.ends, True)
    ended = after_end | (after_close & _before(after_end, True))
    may_begin = (kinds.case != LOWER) & ~kinds.closes
    start: Flags = _before(kinds.case == BREAK, True) | (ended & may_begin)
    start[0] = True
    return start
