"""From what the network says of each token to spans with a probability.

A token is outside, or begins (B), goes on with (I), ends (E) or is all of (S) a name of a type. The
likeliest tags are taken where they make sense together; where they do not, the likeliest sequence
that does is found (Viterbi), from the last token that is outside to the next.

A span's probability is the product of its tags', as the network gives them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

TAGGED = (
    "PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW",
)  # fmt: skip
OUTSIDE = 0
PLACES = 4  # of a tag: 1 + PLACES * type + BEGIN … SINGLE
BEGIN, INSIDE, END, SINGLE = range(PLACES)
TAGS = 1 + PLACES * len(TAGGED)
NEVER = -1e4


def _may_follow() -> NDArray[np.bool_]:
    table = np.zeros((TAGS, TAGS), bool)
    for left in range(TAGS):
        is_open = left != OUTSIDE and (left - 1) % PLACES in (BEGIN, INSIDE)
        for right in range(TAGS):
            goes_on = right != OUTSIDE and (right - 1) % PLACES in (INSIDE, END)
            same = (left - 1) // PLACES == (right - 1) // PLACES
            table[left, right] = (goes_on and same) if is_open else not goes_on
    return table


MAY_FOLLOW = _may_follow()
PENALTY = np.where(MAY_FOLLOW, 0.0, NEVER)


class Span(NamedTuple):
    """A name: tokens `first` to `last`, its type, and how sure that is, 0 to 1."""

    first: int
    last: int
    type: str
    score: float


def decode(scores: NDArray[Any], breaks: NDArray[np.bool_]) -> list[Span]:
    """Return the spans in an article, in order.

    Args:
        scores: (tokens, TAGS), what the network says, before normalising.
        breaks: which tokens are line breaks: no name goes across one.
    """
    top = scores.max(1, keepdims=True)
    log = scores - top
    log -= np.log(np.exp(log).sum(1, keepdims=True))
    log[breaks, 1:] = NEVER
    tags = log.argmax(1)
    edge = np.array([OUTSIDE])
    after, before = np.concatenate((tags, edge)), np.concatenate((edge, tags))
    wrong = np.flatnonzero(~MAY_FOLLOW[before, after])
    done = -1
    for at in wrong.tolist():
        if at <= done:  # mended with what is before it
            continue
        first = min(at, len(tags) - 1)
        while first > 0 and tags[first - 1] != OUTSIDE:
            first -= 1
        done = at
        while done < len(tags) and tags[done] != OUTSIDE:
            done += 1
        tags[first:done] = _likeliest(log[first:done])
    return _spans(tags, log)


def _likeliest(log: NDArray[Any]) -> list[int]:
    """Return the likeliest tags that make sense together (Viterbi)."""
    score = log[0] + PENALTY[OUTSIDE]
    back = []
    for row in log[1:]:
        through = score[:, None] + PENALTY
        best = through.argmax(0)
        back.append(best)
        score = through[best, np.arange(TAGS)] + row
    tag = int((score + PENALTY[:, OUTSIDE]).argmax())
    tags = [tag]
    for best in reversed(back):
        tag = int(best[tag])
        tags.append(tag)
    return tags[::-1]


def _spans(tags: NDArray[Any], log: NDArray[Any]) -> list[Span]:
    spans = []
    at = np.flatnonzero(tags)
    chosen = log[at, tags[at]].tolist()
    first, total = 0, 0.0
    for index, tag, score in zip(at.tolist(), tags[at].tolist(), chosen, strict=True):
        kind, place = divmod(tag - 1, PLACES)
        if place in (BEGIN, SINGLE):
            first, total = index, 0.0
        total += score
        if place in (END, SINGLE):
            spans.append(Span(first, index, TAGGED[kind], float(np.exp(total))))
    return spans
