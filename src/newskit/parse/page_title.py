"""The headline of a plain text whose first line is its page's title.

Texts that were made from web pages begin with the page's title: the headline between the names of
sections and of the site. Some line below, after menus of whatever length, says the headline alone;
it is the one that says the longest part of the title between two breaks.

What it gets wrong: a section's heading, where the page's title names the section and the headline
says it in other words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.parse.headline import PARAGRAPH, PATHS, is_unspaced_title
from newskit.parse.titles import BREAK, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

# Code points of a page's title, and breaks in it, half at either end: hostile ones have more.
LONGEST_PAGE_TITLE, MOST_BREAKS = 400, 12

# Code points and words of a headline.
SHORTEST, LONGEST, FEWEST_WORDS = 12, 160, 3

# Share of a page's title above which its end is no site's name.
NO_SITE = 0.6

# Code points by which a line is told from most that are no part of the page's title.
OPENING = 3


def find_named(lines: Sequence[str]) -> tuple[str, int]:
    """Return the headline and its place if the first line is a page's title; else "" and -1.

    That is the headline between the names of sections and of the site. The place is that of the
    last line with it before the next paragraph.
    """
    if not lines or len(lines[0]) > LONGEST_PAGE_TITLE:
        return "", -1
    parts = _parts(lines[0])
    if len(parts) < 2:  # any line that is repeated; headline.py judges it
        return "", -1
    openings = tuple({part[:OPENING] for part in parts})
    likely = [
        (parts[key], line[0] not in "/|-–—:•›»", -i, line)
        for i, line in enumerate(lines)
        if i
        and len(line) <= LONGEST
        and (key := plain(line)).startswith(openings)
        and key in parts
        and _could_be_repeated(line)
    ]
    if not likely:
        return "", -1
    length, _, first, title = max(likely)
    places = [-place for other, _, place, _ in likely if other == length]
    end = next((i for i, x in enumerate(lines) if i > -first and len(x) >= PARAGRAPH), len(lines))
    return title, max(place for place in places if place < end)


def _parts(title: str) -> dict[str, int]:
    """Return what stands between any two breaks of a page's title, for comparing, and its length.

    What ends it is the site's name, unless it is most of it.
    """
    breaks = [(0, 0), *(match.span() for match in BREAK.finditer(title)), (len(title), len(title))]
    if len(breaks) > MOST_BREAKS:
        breaks = [*breaks[: MOST_BREAKS // 2], *breaks[-MOST_BREAKS // 2 :]]
    found: dict[str, int] = {}
    for i, (_, start) in enumerate(breaks):
        for end, _ in breaks[i + 1 :]:
            part = title[start:end]
            is_site = start > 0 and end == len(title) and len(part) < NO_SITE * len(title)
            if part and not is_site and (key := plain(part)):
                found[key] = max(len(part), found.get(key, 0))
    return found


def _could_be_repeated(line: str) -> bool:
    if is_unspaced_title(line):
        return True
    is_long = len(line) >= SHORTEST and len(line.split()) >= FEWEST_WORDS
    return is_long and not any(map(line.__contains__, PATHS))
