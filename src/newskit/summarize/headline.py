"""Make a short headline: the title, the text's own first line, or the best sentence cut short.

Only words of the article, in their order and without gaps: the best sentence loses what is said
after the news (who said so, subordinate tails) and, if it is still too long, its end (cut.py). A
sentence that comes to an end within the bounds goes before a better one that has to be cut.

It gets wrong: it does not parse, so a clause that the news needs may be taken for a tail, and a cut
sentence may lack its object; and a headline's own grammar (no articles, present tense) it has not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.summarize.cut import cut
from newskit.summarize.headline_rules import CLOSING_QUOTE, OPENING_QUOTE, SUBORDINATE, TAILS
from newskit.summarize.rules import HEAD
from newskit.text.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newskit.summarize.sentence import Sentence

# Bounds of a headline that is made, and of one that an editor wrote. Of 766 titles of news and web
# pages the first would cut 96, most in the middle of what they say, the second 5.
MADE = (12, 80)
WRITTEN = (20, 140)
# Words that a headline must keep when a tail is dropped; with 4 mere subjects are left.
LEAST_WORDS = 5
# A sentence must score at least this share of the best one to be preferred for its length. Lower,
# and a short aside wins over the news.
LEAST_SHARE = 0.7
# Sentences looked at; further down the news is seldom told.
CANDIDATES = 5
# Defects of a first line that may well be the headline itself.
LINE_DEFECTS = frozenset(("fragment", "heading", "short", "question", "label"))
_STOPS = " .,;:–—-"


def headline(
    text: str, title: str, sentences: Sequence[Sentence], scores: Sequence[float]
) -> str | None:
    """Return the title, the text's own headline, or one made of its sentences; None for no word.

    At most the words and code points of WRITTEN or MADE. The sentences must have their defects, and
    a word each.
    """
    if any(map(str.isalnum, title)):
        return _within(title, (0, len(title)), WRITTEN)
    if not sentences:
        return None
    first = sentences[0]
    if _is_headline(text, first):
        return _folded(text[first.start : first.end])
    rung = min(s.rung for s in sentences)
    ranked = sorted((s for s in sentences if s.rung == rung), key=lambda s: -scores[s.index])
    least = scores[ranked[0].index] * LEAST_SHARE
    likely = [s for s in ranked[:CANDIDATES] if scores[s.index] >= least]
    standing = [s for s in likely if not SUBORDINATE.match(s.folded)] or likely
    for sentence in standing:
        short = drop_tails(text[sentence.start : sentence.end])
        if _fits(short, MADE) and _is_closed(short):
            return _folded(short)
    best = standing[0]
    short = drop_tails(text[best.start : best.end])
    return _before_open_quote(_within(text, (best.start, best.start + len(short)), MADE))


def drop_tails(sentence: str) -> str:
    """Return a sentence without its final stop and without what is said after the news.

    >>> drop_tails("The harbour bridge will close for two years, Mayor Mara Lindqvist said.")
    'The harbour bridge will close for two years'
    """
    if len(sentence) > HEAD:
        return sentence  # no sentence: a list, or a text without stops
    short = sentence.rstrip(_STOPS)
    for rule in TAILS:
        for match in rule.finditer(short):
            head = short[: match.start()].rstrip(_STOPS)
            if count_words(head) >= LEAST_WORDS and _is_closed(head):
                short = head
                break
    return short or sentence


def _is_headline(text: str, first: Sentence) -> bool:
    """Tell whether the first sentence is a line of its own without a full stop."""
    return (
        count_words(first.folded) > 2
        and _fits(first.folded, WRITTEN)
        and bool({"fragment", "heading"} & set(first.defects))
        and LINE_DEFECTS.issuperset(first.defects)
        and not first.folded.endswith((":", ",", ";"))
        and text[first.end :].lstrip(" ")[:1] == "\n"
        and any(map(str.isalnum, text[first.end :]))
    )


def _fits(piece: str, bounds: tuple[int, int]) -> bool:
    return count_words(piece) <= bounds[0] and len(_folded(piece)) <= bounds[1]


def _is_closed(piece: str) -> bool:
    """Tell whether every quotation and bracket that opens is closed."""
    if len(OPENING_QUOTE.compiled().findall(piece)) > len(CLOSING_QUOTE.compiled().findall(piece)):
        return False
    return piece.count("(") <= piece.count(")")


def _before_open_quote(piece: str) -> str:
    """Return a piece up to its last quotation or bracket, if that is open and enough is left."""
    if _is_closed(piece):
        return piece
    at = max((match.start() for match in OPENING_QUOTE.finditer(piece)), default=-1)
    head = piece[: max(at, piece.rfind("("), 0)].rstrip(_STOPS)
    return head if count_words(head) >= LEAST_WORDS and _is_closed(head) else piece


def _within(whole: str, span: tuple[int, int], bounds: tuple[int, int]) -> str:
    """Return a piece of a string cut to the bounds, if it does not fit them."""
    piece = whole[slice(*span)]
    if _fits(piece, bounds):
        return _folded(piece)
    start, end = cut(whole, span, *bounds)
    return _folded(whole[start:end])


def _folded(piece: str) -> str:
    return " ".join(piece.split())
