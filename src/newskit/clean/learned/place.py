"""Measures where a block stands: position, repetition, the title, neighbours, what surrounds it.

Works on the columns of own.py. "Prose" is the number of characters of blocks that look like running
text, without their links; shares of it say how much of the article lies before and after a block.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newskit.clean.learned.own import Columns

PROSE_WORDS = 8  # words; shorter blocks are labels as often as sentences (6 and 10 do the same)
PROSE_STOP = 0.15  # share of stop words that running text has at least when it ends in a full stop
LONG_STOP = 0.25  # the same for long blocks without one
LONG_WORDS = 25
CAP = 1500.0  # characters; one block counts at most so much as surrounding
WINDOWS = (2, 5, 12)  # blocks to each side
FAR = 60  # blocks; distances above it are all the same
HEADING_WORDS = 9  # words; a longer line heads nothing
FURNITURE_HEADING = -1.0  # known-word score below which a short line heads furniture

# Columns that a model may also use of the blocks before and after, and how far.
NEIGHBOURS: dict[str, int] = {
    "length": 3, "links": 3, "known": 2, "stop": 2, "end": 2, "kind": 2, "prose": 2, "says": 2,
    "path": 2, "words": 1, "title-share": 1, "rule": 1, "start": 1, "path-last": 1,
    "parent-share": 1, "away": 1, "path-says": 1, "tag": 1,
}  # fmt: skip


def prose(columns: Columns) -> list[float]:
    """Return each block's characters of running text, 0 if it does not look like any."""
    found = []
    for length, words, stop, end, links in zip(
        columns["length"], columns["words"], columns["stop"], columns["end"], columns["links"],
        strict=True,
    ):  # fmt: skip
        ended = end in (3, 4) and stop >= PROSE_STOP
        is_prose = words >= PROSE_WORDS and (ended or (words >= LONG_WORDS and stop >= LONG_STOP))
        found.append(length * (1.0 - links) if is_prose and links < 0.7 else 0.0)
    return found


def position(columns: Columns, masses: list[float]) -> Columns:
    """Return where each block stands among all, counted in blocks and in prose."""
    count = len(masses)
    sums = [0.0, *accumulate(masses)]
    total = sums[-1] or 1.0
    made: Columns = {
        "prose": masses,
        "place": [i / count for i in range(count)],
        "from-start": [min(i, FAR) for i in range(count)],
        "from-end": [min(count - i, FAR) for i in range(count)],
        "before": [s / total for s in sums[:-1]],
        "after": [(total - s) / total for s in sums[1:]],
        "blocks": [min(count, 500)] * count,
        "prose-total": [min(total, 30_000.0)] * count,
        "own-share": [m / total for m in masses],
    }
    capped = [0.0, *accumulate(min(m, CAP) for m in masses)]
    for reach in WINDOWS:
        low = [capped[max(0, i - reach)] for i in range(count)]
        high = [capped[min(count, i + reach + 1)] for i in range(count)]
        made[f"around-{reach}"] = [
            (h - b - m) / total
            for h, b, m in zip(high, low, (min(m, CAP) for m in masses), strict=True)
        ]
    made["since-prose"] = _since([m > 0 for m in masses])
    made["until-prose"] = _since([m > 0 for m in reversed(masses)])[::-1]
    made |= _headings(columns, masses)
    return made


def _since(marks: list[bool]) -> list[float]:
    """Return how many blocks back the last marked block before each block stands."""
    found, last = [], -FAR
    for i, mark in enumerate(marks):
        found.append(min(i - last, FAR))
        if mark:
            last = i
    return [float(f) for f in found]


def _headings(columns: Columns, masses: list[float]) -> Columns:
    """Return how strongly the last line that may head something speaks, and what came since."""
    heads, since, prose_since, furniture, said = [], [], [], [], []
    head, at, mass, count, say = 0.0, -FAR, 0.0, 0, -1.0
    names = ("words", "known", "end", "kind", "says")
    rows = zip(*(columns[name] for name in names), masses, strict=True)
    for i, (words, known, end, kind, says, own) in enumerate(rows):
        heads.append(head)
        said.append(say)
        since.append(float(min(i - at, FAR)))
        prose_since.append(min(mass, 5000.0))
        furniture.append(float(count))
        mass += own
        if words <= HEADING_WORDS and end in (0, 1) and (kind == 3 or known < FURNITURE_HEADING):
            head, at, mass, say = known, i, 0.0, says
            count += known < FURNITURE_HEADING
    return {
        "head": heads, "since-head": since, "prose-since-head": prose_since,
        "furniture-heads": furniture, "head-says": said,
    }  # fmt: skip


def repetition(texts: list[str], title: str | None) -> Columns:
    """Return how often each text comes, before and at all, and what it shares with the title."""
    folded = [text[:200].lower() for text in texts]
    totals: dict[str, int] = {}
    earlier = []
    for text in folded:
        count = totals.get(text, 0)
        earlier.append(float(min(count, 9)))
        totals[text] = count + 1
    wanted = (title or "").lower()
    title_words = set(wanted.split())
    of_title, of_block, since = [], [], []
    at = -1
    for i, text in enumerate(folded):
        share = own = 0.0
        if title_words and len(text) < 200:
            words = text.split()
            same = sum(map(title_words.__contains__, words))
            share, own = min(1.0, same / len(title_words)), same / len(words)
            if text == wanted:
                share = own = 2.0
            if share >= 0.7 and own >= 0.7 and len(title_words) > 2:
                at = i
        of_title.append(share)
        of_block.append(own)
        since.append(float(min(i - at, FAR)) if at >= 0 else -1.0)
    return {
        "repeated": earlier,
        "times": [float(min(totals[text], 9)) for text in folded],
        "title-share": of_title,
        "title-own": of_block,
        "since-title": since,
    }


def neighbours(columns: Columns, wanted: frozenset[str] | None) -> Columns:
    """Return the columns of blocks before (``length-1``) and after (``length+1``) each block.

    Only those named in `wanted`, or all of `NEIGHBOURS`; -1 stands beyond the ends.
    """
    made: Columns = {}
    for name, reach in NEIGHBOURS.items():
        column = columns.get(name)
        if column is None:
            continue
        count = len(column)
        for step in range(1, reach + 1):
            pad = [-1.0] * min(step, count)
            if wanted is None or f"{name}-{step}" in wanted:
                made[f"{name}-{step}"] = pad + column[: max(0, count - step)]
            if wanted is None or f"{name}+{step}" in wanted:
                made[f"{name}+{step}"] = column[step:] + pad
    return made
