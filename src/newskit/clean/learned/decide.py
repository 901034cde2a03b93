"""Decides from the blocks' probabilities which stay: one threshold, lower for clean texts.

Half is the natural threshold. It falls in two cases. A text of which nearly everything looks like
an article probably went through an extractor already: there a wrong removal costs more than a line
left over. And where nothing on a page looks surely like an article (lists, verse, languages that
the model hardly knows), the likeliest blocks are the article, however unsure the model is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[np.float64]

KEEP = 0.5  # probability; 0.45 and 0.55 change F1 on pages by less than 0.001
# The threshold of a text that is clean already, and the mean probability (by characters) from which
# a text begins to count as clean and from which it fully does. With 0.5 instead, cleaning lowers
# one extractor's output in thirty by more than 0.02; with 0.2 one in sixty.
CLEAN_KEEP, CLEAN_FROM, CLEAN_FULL = 0.2, 0.6, 0.9
# A text of which no line is known furniture is no rendered page: its threshold falls to three
# tenths; with three lines known in a hundred there is no such credit. With five in a hundred,
# leftovers stay more often: 0.001 in F1 for whole pages and for one extractor.
KNOWN_SHARE, UNKNOWN_CREDIT = 0.03, 0.7
# The probability that the surest tenth of a text's characters, or the surest thirtieth of a page's,
# must reach; if they reach only half of it, the threshold is halved too.
SURE_TEXT, SURE_PAGE = (0.9, 0.9), (0.8, 0.97)


# The share of a page's prose that must stay at least, and the parts of the threshold that are tried
# in turn. It happens on four labelled pages of nine hundred; with 0.3 on one.
GUARD_SHARE = 0.4
GUARD_STEPS = (0.8, 0.6, 0.4, 0.2)


def probabilities(scores: Column) -> Column:
    """Return the probabilities of scores in logits, rounded to four digits.

    >>> probabilities(np.array([0.0, 2.0])).tolist()
    [0.5, 0.8808]
    """
    return np.round(1 / (1 + np.exp(-np.clip(scores, -30.0, 30.0))), 4)


def threshold(found: Column, sizes: Column, furniture: float | None) -> float:
    """Return the probability above which a block stays.

    `found` are the blocks' probabilities, `sizes` their characters; `furniture` is the share of
    blocks that rules know as furniture, None for pages with markup.
    """
    total = float(sizes.sum()) or 1.0
    sure, share = SURE_PAGE if furniture is None else SURE_TEXT
    least = KEEP
    if furniture is not None:
        mean = float((found * sizes).sum()) / total
        cleanness = (mean - CLEAN_FROM) / (CLEAN_FULL - CLEAN_FROM)
        least -= (KEEP - CLEAN_KEEP) * max(0.0, min(1.0, cleanness))
        least *= 1 - UNKNOWN_CREDIT * max(0.0, 1 - furniture / KNOWN_SHARE)
    return least * min(1.0, _quantile(found, sizes, share * total) / sure)


def prose_outside_comments(columns: dict[str, Column]) -> float:
    """Return the number of characters of running text, without what readers wrote."""
    prose = columns["prose"]
    if "in-comments" in columns:
        prose = prose[columns["in-comments"] == 0]
    return float(prose.sum())


def guarded(least: float, found: Column, sizes: Column, prose: float) -> float:
    """Return the threshold, lowered until a fair share of the page's prose would stay.

    `prose` is the number of characters of running text outside of comments. An article dropped
    almost whole is the worst mistake there is; a few paragraphs too many are a small one.
    """
    for part in (1.0, *GUARD_STEPS):
        if sizes[found > part * least].sum() >= GUARD_SHARE * prose:
            return part * least
    return least * GUARD_STEPS[-1]


def _quantile(found: Column, sizes: Column, wanted: float) -> float:
    """Return the probability below which `wanted` characters lie."""
    order = np.argsort(found, kind="stable")
    reached = np.flatnonzero(np.cumsum(sizes[order]) >= wanted)
    return float(found[order[reached[0]]]) if len(reached) else float(found.max(initial=0.0))
