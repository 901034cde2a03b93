"""Decides from the blocks' probabilities which stay: one threshold, lower for clean texts.

Half is the natural threshold. It falls in two cases. A text of which nearly everything looks like
an article probably went through an extractor already: there a wrong removal costs more than a line
left over. And where nothing on a page looks surely like an article (lists, verse, languages that
the model hardly knows), the likeliest blocks are the article, however unsure the model is.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newskit.clean.learned.own import Columns

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

# Obvious furniture: a short line that is nearly all link, under names that speak against it (the
# sum of weights along its path), of words that say nothing for it. That is two blocks of five. Of
# 150,000 such blocks on labelled pages the trees would have kept none, so they are not asked.
OBVIOUS_LINKS, OBVIOUS_WORDS, OBVIOUS_PATH, OBVIOUS_KNOWN = 0.9, 12, -1.5, 1.0
OBVIOUS_PROBABILITY = 0.01


def open_rows(columns: Columns) -> list[int]:
    """Return the rows of the blocks that are no obvious furniture; of texts, all rows."""
    if "path" not in columns:
        return list(range(len(columns["words"])))
    rows = zip(columns["links"], columns["words"], columns["path"], columns["known"], strict=True)
    return [
        row
        for row, (links, words, path, known) in enumerate(rows)
        if links < OBVIOUS_LINKS
        or words > OBVIOUS_WORDS
        or path > OBVIOUS_PATH
        or known >= OBVIOUS_KNOWN
    ]


def probability(score: int, unit: int) -> float:
    """Return the probability of a score in `unit` parts of a logit, rounded to four digits.

    >>> probability(0, 1000), probability(2000, 1000)
    (0.5, 0.8808)
    """
    return round(1 / (1 + exp(-max(-30.0, min(30.0, score / unit)))), 4)


def threshold(
    probabilities: Sequence[float], sizes: Sequence[int], furniture: float | None
) -> float:
    """Return the probability above which a block stays.

    `sizes` are the blocks' characters; `furniture` is the share of blocks that rules know as
    furniture, None for pages with markup.
    """
    total = sum(sizes) or 1
    sure, share = SURE_PAGE if furniture is None else SURE_TEXT
    least = KEEP
    if furniture is not None:
        mean = sum(map(float.__mul__, probabilities, map(float, sizes))) / total
        cleanness = (mean - CLEAN_FROM) / (CLEAN_FULL - CLEAN_FROM)
        least -= (KEEP - CLEAN_KEEP) * max(0.0, min(1.0, cleanness))
        least *= 1 - UNKNOWN_CREDIT * max(0.0, 1 - furniture / KNOWN_SHARE)
    reached = _quantile(probabilities, sizes, share * total)
    return least * min(1.0, reached / sure)


def prose_outside_comments(columns: Columns) -> float:
    """Return the number of characters of running text, without what readers wrote."""
    comments = columns.get("in-comments")
    if comments is None:
        return sum(columns["prose"])
    return sum(mass for mass, inside in zip(columns["prose"], comments, strict=True) if not inside)


def guarded(
    least: float, probabilities: Sequence[float], sizes: Sequence[int], prose: float
) -> float:
    """Return the threshold, lowered until a fair share of the page's prose would stay.

    `prose` is the number of characters of running text outside of comments. An article dropped
    almost whole is the worst mistake there is; a few paragraphs too many are a small one.
    """
    rows = list(zip(probabilities, sizes, strict=True))
    for part in (1.0, *GUARD_STEPS):
        kept = sum(size for value, size in rows if value > part * least)
        if kept >= GUARD_SHARE * prose:
            return part * least
    return least * GUARD_STEPS[-1]


def _quantile(probabilities: Sequence[float], sizes: Sequence[int], wanted: float) -> float:
    """Return the probability below which `wanted` characters lie."""
    characters = 0
    for found, size in sorted(zip(probabilities, sizes, strict=True)):
        characters += size
        if characters >= wanted:
            return found
    return max(probabilities, default=0.0)
