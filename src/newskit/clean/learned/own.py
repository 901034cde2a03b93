"""Measures what a block says by itself: length, punctuation, stop words, figures, known words.

Every measure is one column, an array with one number a block. Nothing here looks at neighbours or
markup, so the same columns serve pages and plain text. Words are runs between spaces; where a
script writes none, two characters count as one.

What it gets wrong: Thai and Khmer write without spaces too, and count as one long word.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from newskit.clean.learned import characters as c
from newskit.clean.learned.vocabulary import BEGIN, HEAD_CHARACTERS, pairs_of, tokens_of
from newskit.text.words import stop_share

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newskit.clean.learned.vocabulary import Words

    Column = NDArray[np.float64]
    Numbers = NDArray[np.int64]

LOOKED_AT = 4000  # code points of a block; what comes later changes no measure
PER_WORD = 2  # characters that count as a word in scripts without spaces (see newskit.text.words)

# How a text starts and ends, by the class of its first and last character.
STARTS = np.full(c.CLASSES, 5)
for _codes, _start in (
    ((c.LOWER,), 0), ((c.UPPER,), 1), ((c.DIGIT,), 2), ((c.QUOTE,), 3), ((c.BULLET, c.HYPHEN), 4)
):  # fmt: skip
    STARTS[list(_codes)] = _start
NO_END, COLON_END, ELLIPSIS_END, STOP_END, CALL_END, COMMA_END = range(6)
ENDS = np.zeros(c.CLASSES, int)
for _code, _end in ((c.COLON, 1), (c.ELLIPSIS, 2), (c.STOP, 3), (c.CALL, 4), (c.COMMA, 5)):
    ENDS[_code] = _end


class Tokens(NamedTuple):
    """The words and pairs of words that begin each block."""

    words: Numbers  # numbers of words, 0 for unknown ones
    pairs: Numbers  # what pair_code gives for each with the word before it
    rows: Numbers  # the block of each
    totals: Column  # how many each block has
    stop: Column  # share of stop words


def measure(texts: list[str], stop_words: NDArray[np.bool_], words: Words) -> tuple[
    dict[str, Column], Tokens
]:  # fmt: skip
    """Return the columns of stripped, non-empty texts, and the words that they begin with.

    `stop_words` says of each number of `words` whether it is one.
    """
    texts = [text if len(text) <= LOOKED_AT else text[:LOOKED_AT] for text in texts]
    counts = c.count(texts)
    unspaced = counts.classes[:, c.UNSPACED] * 3 > counts.classes.sum(1)
    tokens = read(texts, np.flatnonzero(unspaced).tolist(), stop_words, words)
    columns = _columns(counts, unspaced)
    columns["stop"] = tokens.stop
    columns["tokens"] = tokens.totals
    return columns, tokens


def _columns(counts: c.Counts, is_unspaced: NDArray[np.bool_]) -> dict[str, Column]:
    """Return the measures that hang on characters alone."""
    of = counts.classes.T
    sizes = of.sum(0)
    unspaced = of[c.UNSPACED]
    number = np.maximum(1.0, np.where(is_unspaced, unspaced // PER_WORD, counts.words))
    letters = np.maximum(1.0, of[c.LOWER] + of[c.UPPER] + of[c.LETTER] + unspaced)
    marks = sizes - letters - of[c.DIGIT] - of[c.SPACE] - of[c.BREAK]
    is_short = sizes <= HEAD_CHARACTERS
    return {
        "length": sizes + np.where(is_unspaced, unspaced, 0.0),
        "words": number,
        "end": ENDS[counts.last].astype(float),
        "start": STARTS[counts.first].astype(float),
        "stops": of[c.STOP],
        "commas": of[c.COMMA] / number,
        "figures": of[c.DIGIT] / sizes,
        "capitals": np.where(is_unspaced, 0.0, counts.capitals / number),
        "upper": of[c.UPPER] / letters,
        "shout": (is_short & (of[c.UPPER] > 0) & (of[c.LOWER] == 0)).astype(float),
        "marks": marks / sizes,
        "quotes": of[c.QUOTE] / number,
        "bars": of[c.BAR] * is_short,
        "bullets": of[c.BULLET] * is_short,
        "hyphens": of[c.HYPHEN] / number,
        "at": (of[c.AT] > 0).astype(float),
        "copyright": (of[c.COPYRIGHT] > 0).astype(float),
        "slashes": of[c.SLASH] / number,
        "colons": of[c.COLON] / number,
        "calls": of[c.CALL] * is_short,
        "lines": of[c.BREAK],
    }


def read(
    texts: list[str], unspaced: list[int], stop_words: NDArray[np.bool_], words: Words
) -> Tokens:
    """Return the words that begin each text; `unspaced` are the rows without spaces."""
    listed = list(map(tokens_of, texts))
    for row in unspaced:
        listed[row] = pairs_of(texts[row])
    sizes = np.fromiter(map(len, listed), np.int64, len(listed))
    number = words.__getitem__
    numbers = np.fromiter(map(number, chain.from_iterable(listed)), np.int64, int(sizes.sum()))
    rows = np.repeat(np.arange(len(listed)), sizes)
    is_word = numbers >= 0
    if not is_word.all():
        numbers, rows = numbers[is_word], rows[is_word]
    totals = np.bincount(rows, minlength=len(listed)).astype(float)
    stops = np.bincount(rows[stop_words[numbers]], minlength=len(listed))
    stop = stops / np.maximum(1.0, sizes)
    for row in unspaced:
        stop[row] = stop_share(texts[row][:HEAD_CHARACTERS])
    before = np.full(len(numbers), BEGIN)
    if len(numbers):
        before[1:] = np.where(rows[1:] == rows[:-1], numbers[:-1], BEGIN)
    return Tokens(numbers, pair_code(before, numbers), rows, totals, stop)


def pair_code(before: Numbers, word: Numbers) -> Numbers:
    """Return one number for each pair of two words' numbers."""
    return before << 20 | word
