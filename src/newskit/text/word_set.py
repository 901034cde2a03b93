"""Tables of words, written as prose so that many fit on a line."""

from __future__ import annotations


def word_set(*lines: str) -> frozenset[str]:
    """Return the words of some lines.

    >>> sorted(word_set("quay harbour", "ferry"))
    ['ferry', 'harbour', 'quay']
    """
    return frozenset(" ".join(lines).split())
