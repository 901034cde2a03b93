"""Decide which newlines end a sentence and which only wrap a paragraph.

A blank line always ends one. A single newline ends one too (headings, <br>, addresses, verse),
unless the next line goes on in lower case or with a comma and the like, or the whole paragraph is
wrapped by hand: every line but the last was broken because the next word had no room.

It gets wrong: a paragraph wrapped into two lines of which the second begins with a capital is cut
there; so is a wrapped list of lines that happen to fill their width, which is joined.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A paragraph counts as wrapped by hand only if its longest line is this long, in code points.
# Mail and wire text wraps at 60 to 80; shorter lines are verse, addresses or lists. 20 % less takes
# in some addresses, 20 % more loses newspaper columns of 45.
_WRAP_WIDTHS = (40, 100)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text in which only punctuation can end a sentence.

    They are spans in code points without white space at their ends, in order.

    >>> list(stretches("Port Ellery\\nThe council met\\non Monday."))
    [(0, 11), (12, 38)]
    """
    for paragraph in _paragraphs(text):
        if len(paragraph) == 1:
            yield paragraph[0]
            continue
        wrapped = _is_wrapped(text, paragraph)
        start, end = paragraph[0]
        for line_start, line_end in paragraph[1:]:
            if not wrapped and not _goes_on(text[line_start]):
                yield start, end
                start = line_start
            end = line_end
        yield start, end


def _goes_on(first: str) -> bool:
    """Tell whether a line that begins with this character goes on with the line before."""
    return first.islower() or first in ",;:)"


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield runs of lines that are not blank, each line as its stripped span."""
    lines: list[tuple[int, int]] = []
    position, length = 0, len(text)
    while position <= length:
        newline = text.find("\n", position)
        newline = length if newline < 0 else newline
        line = text[position:newline]
        bare = line.lstrip()
        if bare:
            start = position + len(line) - len(bare)
            lines.append((start, start + len(bare.rstrip())))
        elif lines:
            yield lines
            lines = []
        position = newline + 1
    if lines:
        yield lines


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Tell whether a paragraph was wrapped by hand: no line had room for the next one's first word.

    Two lines are too few to tell; there only a small letter at the start of a line joins it.
    """
    width = max(end - start for start, end in lines)
    if len(lines) < 3 or not _WRAP_WIDTHS[0] <= width <= _WRAP_WIDTHS[1]:
        return False
    for (start, end), (following, following_end) in pairwise(lines):
        word = text[following : min(following_end, following + width)].split(None, 1)[0]
        if end - start + 1 + len(word) <= width:
            return False
    return True
