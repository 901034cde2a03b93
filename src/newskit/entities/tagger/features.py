"""What a token says by itself: a handful of features, looked at once for each distinct token.

Words below the lexicon's or the model's horizon are known by their ends, their shape and the lists
they are in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newskit.rule import Rule

if TYPE_CHECKING:
    from newskit.entities.tagger.lexicon import Lexicon

# How a token is written.
MARK, LOWER, CAPITALISED, CAPITALS, MIXED, NUMBER, LETTER, BREAK = range(8)
BREAK_TOKEN = "⏎"  # what all line breaks are looked up as
ENDS = frozenset(".?!…")
CLOSERS = frozenset("\"”’')]»")
LONG = 3  # code points; longer words have a capital in a headline that has capitals
AFFIXES = (1, 2, 3, 4)
MOST_SHAPE = 24  # code points of a token that are looked at for its shape
MOST_LENGTH = 10

REPEAT = Rule(
    "repeat",
    r"(.)\1+",
    "A run of one sign in a shape, cut to two: XXXX and XX are one shape.",
    hits=("XXx",),
    misses=("Xx0",),
)
DIGIT = Rule("digit", r"\d", "Digits are all alike.", hits=("7",), misses=("x",))


class Token(NamedTuple):
    """What is known of a distinct token."""

    features: list[str]
    folded: str  # in lower case, digits as 0: tokens that agree in it are one word in an article
    row: int  # in the lexicon, -1 if not there
    case: int  # MARK … BREAK
    starts: int  # most tokens of a listed name that begins with it


def fold(token: str) -> str:
    """Return a token as it is looked up.

    >>> fold("O’Brien"), fold("F16")
    ("o'brien", 'f00')
    """
    low = token.lower().replace("\u00ad", "").replace("’", "'") or token
    return low if low.isalpha() else DIGIT.sub("0", low)


def case_of(token: str) -> int:
    """Return how a token is written."""
    first = token[0]
    if first == "\n":
        return BREAK
    if first.isdigit():
        return NUMBER
    if not first.isalpha():
        return MARK
    if token.islower():
        return LOWER
    if not first.isupper():
        return MIXED
    if len(token) == 1:
        return LETTER
    if token.isupper():
        return CAPITALS
    return CAPITALISED if token[1:].islower() else MIXED


def shape_of(token: str) -> str:
    """Return the shape of a token: letters as X and x, digits as 0, runs cut to two.

    >>> shape_of("McDonald's"), shape_of("G20")
    ("XxXxx'x", 'X00')
    """
    if token.isalpha():
        if token.islower():
            return "xx"[: len(token)]
        if token.isupper():
            return "XX"[: len(token)]
        if token[0].isupper() and token[1:].islower():
            return "Xxx"[: len(token)]
    signs = [
        "X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c
        for c in token[:MOST_SHAPE]
    ]
    return REPEAT.sub(r"\1\1", "".join(signs))


def describe(token: str, lexicon: Lexicon) -> Token:
    """Return what is known of a token."""
    case = case_of(token)
    if case == BREAK:
        token = BREAK_TOKEN
    folded = fold(token)
    features = ["w=" + folded, "s=" + shape_of(token), f"C={case}"]
    if case not in (MARK, BREAK):
        for size in AFFIXES:
            if len(folded) > size:
                features += ("p" + folded[:size], "q" + folded[-size:])
        features.append(f"n={min(len(token), MOST_LENGTH)}")
    row = lexicon.index.get(folded, -1)
    if row < 0 and folded[-1] == ".":
        row = lexicon.index.get(folded[:-1], -1)
    features.append(f"c={lexicon.cases[row]}" if row >= 0 else "c=none")
    letters = lexicon.names.get(folded, "")
    if case == CAPITALS and token in lexicon.names:
        letters += lexicon.names[token] + "X"
    features += [f"g{letter}{case}" for letter in sorted(set(letters))]
    return Token(features, folded, row, case, lexicon.starts.get(folded, 0))
