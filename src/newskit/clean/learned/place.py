"""Measures where a block stands: position, repetition, the title, what surrounds it.

Works on the columns of own.py. "Prose" is the number of characters of blocks that look like running
text, without their links; shares of it say how much of the article lies before and after a block.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from newskit.clean.learned.own import CALL_END, COLON_END, STOP_END

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[np.float64]
    Columns = dict[str, Column]

PROSE_WORDS = 8  # words; shorter blocks are labels as often as sentences (6 and 10 do the same)
PROSE_STOP = 0.15  # share of stop words that running text has at least when it ends in a full stop
LONG_STOP = 0.25  # the same for long blocks without one
LONG_WORDS = 25
CAP = 1500.0  # characters; one block counts at most so much as surrounding
WINDOWS = (2, 5, 12)  # blocks to each side
FAR = 60  # blocks; distances above it are all the same
HEADING_WORDS = 9  # words; a longer line heads nothing
FURNITURE_HEADING = -1.0  # known-word weight below which a short line heads furniture
TITLE_CHARACTERS = 200  # longer blocks say no headline


def prose(columns: Columns) -> Column:
    """Return each block's characters of running text, 0 if it does not look like any."""
    words, stop, end, links = (columns[name] for name in ("words", "stop", "end", "links"))
    ended = ((end == STOP_END) | (end == CALL_END)) & (stop >= PROSE_STOP)
    running = ended | ((words >= LONG_WORDS) & (stop >= LONG_STOP))
    is_prose = (words >= PROSE_WORDS) & running & (links < 0.7)
    return np.where(is_prose, columns["length"] * (1.0 - links), 0.0)


def position(masses: Column) -> Columns:
    """Return where each block stands among all, counted in blocks and in prose."""
    count = len(masses)
    index = np.arange(count)
    sums = np.concatenate(([0.0], np.cumsum(masses)))
    total = sums[-1] or 1.0
    made: Columns = {
        "prose": masses,
        "place": index / count,
        "from-start": np.minimum(index, FAR).astype(float),
        "from-end": np.minimum(count - index, FAR).astype(float),
        "before": sums[:-1] / total,
        "after": (total - sums[1:]) / total,
        "blocks": np.full(count, min(count, 500.0)),
        "prose-total": np.full(count, min(total, 30_000.0)),
        "own-share": masses / total,
    }
    capped = np.minimum(masses, CAP)
    capped_sums = np.concatenate(([0.0], np.cumsum(capped)))
    for reach in WINDOWS:
        low, high = np.maximum(0, index - reach), np.minimum(count, index + reach + 1)
        made[f"around-{reach}"] = (capped_sums[high] - capped_sums[low] - capped) / total
    made["since-prose"] = since(masses > 0)
    made["until-prose"] = since(masses[::-1] > 0)[::-1]
    return made


def last_marked(marks: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return for each row the last marked one before it, -1 if there is none."""
    found = np.where(marks, np.arange(len(marks)), -1)
    before: NDArray[np.int64] = np.concatenate(([-1], np.maximum.accumulate(found)[:-1]))
    return before


def since(marks: NDArray[np.bool_]) -> Column:
    """Return how many blocks back the last marked block before each block stands."""
    last = last_marked(marks)
    back = np.arange(len(marks)) - last
    return np.where(last < 0, FAR, np.minimum(back, FAR)).astype(float)


def headings(columns: Columns, is_heading: NDArray[np.bool_]) -> tuple[Columns, NDArray[np.int64]]:
    """Return what the last line that may head something says, and its row (-1 for none)."""
    known, end = columns["known"], columns["end"]
    is_short = (columns["words"] <= HEADING_WORDS) & (end <= COLON_END)
    marks = is_short & (is_heading | (known < FURNITURE_HEADING))
    last = last_marked(marks)
    sums = np.concatenate(([0.0], np.cumsum(columns["prose"])))
    furniture = np.cumsum(marks & (known < FURNITURE_HEADING))
    made = {
        "head": np.where(last < 0, 0.0, known[last]),
        "since-head": since(marks),
        "prose-since-head": np.minimum(sums[:-1] - sums[np.maximum(last, 0)], 5000.0),
        "furniture-heads": np.concatenate(([0], furniture[:-1])).astype(float),
    }
    return made, last


def repetition(texts: list[str], title: str | None) -> Columns:
    """Return how often each text comes, before and at all, and what it shares with the title."""
    folded = [text[:TITLE_CHARACTERS].lower() for text in texts]
    totals = Counter(folded)
    earlier = np.zeros(len(texts))
    if len(totals) < len(texts):
        seen: Counter[str] = Counter()
        for row, text in enumerate(folded):
            if totals[text] > 1:
                earlier[row] = min(seen[text], 9)
                seen[text] += 1
    shares, own = _like_title(folded, (title or "").lower())
    same = (shares >= 0.7) & (own >= 0.7)
    return {
        "repeated": earlier,
        "times": np.array([float(min(totals[text], 9)) for text in folded]),
        "title-share": shares,
        "title-own": own,
        "since-title": np.where(same, 0.0, since(same)),
    }


def _like_title(folded: list[str], title: str) -> tuple[Column, Column]:
    """Return the shares of the title's words in each text and of its own words in the title.

    Both are 2 for the title itself. Long texts, cut off at TITLE_CHARACTERS, share nothing.
    """
    shares, own = np.zeros(len(folded)), np.zeros(len(folded))
    wanted = frozenset(title.split())
    if not wanted:
        return shares, own
    for row, text in enumerate(folded):
        if len(text) >= TITLE_CHARACTERS:
            continue
        if text == title:
            shares[row] = own[row] = 2.0
            continue
        words = text.split()
        same = len(wanted.intersection(words))
        if same:
            shares[row], own[row] = same / len(wanted), same / len(words)
    return shares, own
