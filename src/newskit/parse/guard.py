"""Refuses pages that would take the HTML parser too long or too much memory, before it sees them.

lexbor loses nothing, but some input makes it slow: its time grows with the square of the depth
(100,000 levels take 26 s) and of the attributes of one tag (50,000 take 4.5 s), and formatting
elements left open are opened again in every paragraph (2,000 of them make 2 million elements out
of 37 KB). A page is counted roughly first, in native code; only where the rough count is
suspicious are its tags looked at one by one.

It errs towards refusing where a hostile page could look like a harmless one. None of 2,579 real
pages is refused; of 250 that were measured the deepest has 45 levels, and no tag has more than 32
attributes.
Attributes of a tag that also holds ``<`` and ``>`` in quotes are not counted together; the time
limit of a worker is what stops those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.errors import BadArticle
from newskit.limits import LIMITS
from newskit.parse.tags import ATTRIBUTE, FORMATTING, RAW, SELF_ENDING, TAG, VOID

if TYPE_CHECKING:
    from collections.abc import Iterator

# Attributes of one tag: lexbor takes 0.03 s for 5,000 and 0.12 s for 10,000.
ATTRIBUTES = 5_000

# Bytes counted at a time: about 200 tags, far below the limit of levels.
STRETCH = 8_192

# Elements that the parser may make by opening formatting elements again: 2 million take 1 s and
# 200 MB. The rough count is compared with it as well: levels times tags.
REOPENED = 2_000_000


def check(html: str, encoded: bytes) -> None:
    """Raise BadArticle, naming the limit, if a page is too big, deep or full of attributes.

    `encoded` is the page in UTF-8: bytes are searched several times as quickly as wide characters.
    """
    if len(html) > LIMITS.html_bytes:
        raise BadArticle(f"page of {len(html):,} characters (at most {LIMITS.html_bytes:,})")
    tags = encoded.count(b"<")
    if tags > LIMITS.html_tags and (tags := sum(1 for _ in TAG.finditer(html))) > LIMITS.html_tags:
        raise BadArticle(f"page of {tags:,} tags (at most {LIMITS.html_tags:,})")
    levels = _levels_at_most(encoded)
    if levels > LIMITS.html_depth or levels * tags > REOPENED:
        _check_levels(html)
    if _has_long_tag(encoded):
        _check_attributes(html)


def _levels_at_most(html: bytes) -> int:
    """Return an upper bound of the levels of a page; elements without an end tag all count.

    Counted a stretch at a time, in native code: a stretch adds what it opens to what was open.
    """
    level = highest = 0
    count = html.count
    for start in range(0, len(html), STRETCH):
        ends = count(b"</", start, start + STRETCH + 1)  # one more: an end tag may lie across
        begins = count(b"<", start, start + STRETCH) - ends
        highest = max(highest, level + begins)
        level += begins - ends
    return highest


def _has_long_tag(html: bytes) -> bool:
    """Tell whether something that may be a tag is long enough for too many attributes.

    What is longer than two stretches without a ``<`` (or ``>``) fills a whole one: only there does
    it look closer.
    """
    longest = 2 * ATTRIBUTES
    for start in range(0, len(html) - ATTRIBUTES, ATTRIBUTES):
        if html.find(b"<", start, start + ATTRIBUTES) < 0:
            begin = html.rfind(b"<", 0, start)
            if begin >= 0 and html[begin + 1 : begin + 2].isalpha():
                end = html.find(b">", begin, begin + longest)
                if end < 0:
                    return True
        if html.find(b">", start, start + ATTRIBUTES) < 0:
            begin = html.find(b"<", html.rfind(b">", 0, start) + 1)
            end = html.find(b">", start)
            end = end if end >= 0 else len(html)
            if 0 <= begin < end - longest and html[begin + 1 : begin + 2].isalpha():
                return True
    return False


def _tags(html: str) -> Iterator[tuple[int, bool, str]]:
    """Yield (position, whether it is an end tag, name) of the tags outside scripts and comments."""
    raw_until = ""
    resume = 0
    for found in TAG.finditer(html):
        if found.start() < resume:
            continue
        name = (found[2] or "").lower()
        if not name:
            end = html.find("-->", found.end() - 2)
            resume = end + 3 if end >= 0 else len(html)
        elif not raw_until or (found[1] and name == raw_until):
            raw_until = name if name in RAW and not found[1] else ""
            yield found.start(), bool(found[1]), name


def _check_levels(html: str) -> None:
    """Follow the tags one by one and refuse what is nested, or opened again, too often."""
    level = reopened = 0
    left_open: dict[str, int] = {}
    for start, is_end, name in _tags(html):
        if is_end:
            level -= name not in VOID and name not in SELF_ENDING and level > 0
            if name in FORMATTING and left_open:
                left_open.popitem()
        elif name in FORMATTING:
            left_open[html[start : start + 200].partition(">")[0]] = 1
            level += 1
        elif name not in VOID:
            level += name not in SELF_ENDING
            reopened += len(left_open)
        if level > LIMITS.html_depth or reopened > REOPENED:
            raise BadArticle(f"page nested too deeply (at most {LIMITS.html_depth:,} levels)")


def _check_attributes(html: str) -> None:
    """Refuse a page of which one tag has too many attributes."""
    for start, is_end, _ in _tags(html):
        end = html.find(">", start)
        if is_end or (end if end >= 0 else len(html)) - start <= 2 * ATTRIBUTES:
            continue
        outside_quotes = '"'.join(html[start:end].replace("'", '"').split('"')[::2])
        if sum(1 for _ in ATTRIBUTE.finditer(outside_quotes)) > ATTRIBUTES:
            raise BadArticle(f"tag of more than {ATTRIBUTES:,} attributes")
