"""Refuses pages that would take the HTML parser too long or too much memory, before it sees them.

lexbor loses nothing, but some input makes it slow: its time grows with the square of the depth
(100,000 levels take 26 s) and of the attributes of one tag (50,000 take 4.5 s), and formatting
elements left open are opened again in every paragraph (2,000 of them make 2 million elements out
of 37 KB). So the tags of a page are read once, as the HTML Standard reads them, quotes, comments
and scripts included. Where there are more tags than a page may have levels, they are followed
(levels.py).

It errs towards refusing where a hostile page could look like a harmless one. None of 2,579 real
pages is refused; of 250 that were measured the deepest has 45 levels, and no tag has more than 32
attributes. On them this takes 2 ms a page, an eighth of what parsing takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.errors import BadArticle
from newskit.limits import LIMITS
from newskit.parse.levels import Levels
from newskit.parse.tags import ATTRIBUTE, COMMENT_END, PLAIN_TAGS, RAW, TAG

if TYPE_CHECKING:
    import re

# Attributes of one tag: lexbor takes 0.03 s for 5,000 and 0.12 s for 10,000.
ATTRIBUTES = 5_000

# Code points of a tag below which its attributes are not counted: some 500 fit in. Tags with more
# than that may hold this many together.
LONG_TAG = 2_000
ALL_ATTRIBUTES = 50_000

_ENDS_NAME = tuple("\t\n\f\r />")  # what may follow on a tag's name


def check(html: str, encoded: bytes) -> None:
    """Raise BadArticle, naming the limit, if a page is too big, deep or full of attributes.

    `encoded` is the page in UTF-8: bytes are searched several times as quickly as wide characters.
    """
    if len(html) > LIMITS.html_bytes:
        raise BadArticle(f"page of {len(html):,} characters (at most {LIMITS.html_bytes:,})")
    tags = encoded.count(b"<")
    opened = tags - encoded.count(b"</")
    if tags > LIMITS.html_tags and (tags := sum(1 for _ in TAG.finditer(html))) > LIMITS.html_tags:
        raise BadArticle(f"page of {tags:,} tags (at most {LIMITS.html_tags:,})")
    _Check(html).run(follow=opened > LIMITS.html_depth)


class _Check:
    """One pass over the tags of a page."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.levels = Levels()
        self._attributes = 0

    def run(self, *, follow: bool) -> None:
        """Look at the tags: at those that are long or begin what is no markup, or `follow` all."""
        at: int | None = 0
        while at is not None:
            if not follow:
                at = PLAIN_TAGS.compiled().match(self.html, at).end()
            found = TAG.compiled().search(self.html, at)
            if found and follow and found.start() > at:
                self.levels.text()
            at = self._after(found, follow) if found else None

    def _after(self, found: re.Match[str], follow: bool) -> int | None:
        """Look at a tag; return where the next one may begin, None at the end."""
        start, end = found.span()
        is_end, name, closes_itself = found.groups()
        if name is None:
            return self._end_of_comment(start)
        if end - start > LONG_TAG:
            self._check_attributes(start, end)
        name = name.lower()
        is_raw = name in RAW and not is_end and not self.levels.root
        if follow:
            if is_end:
                self.levels.end(name)
            else:
                self.levels.start(name, found[0], bool(closes_itself))
        return self._end_of_raw(name, end) if is_raw else end

    def _end_of_comment(self, start: int) -> int | None:
        """Return where a comment, a declaration or the like ends."""
        html = self.html
        if html.startswith("<!--", start):
            found = COMMENT_END.compiled().search(html, start + 2)
            return found.end() if found else None
        if self.levels.root and html.startswith("<![CDATA[", start):
            end = html.find("]]>", start)
        else:
            end = html.find(">", start)
        return end + 1 if end >= 0 else None

    def _end_of_raw(self, name: str, start: int) -> int | None:
        """Return where the end tag of a script or the like begins."""
        if name == "plaintext":
            return None
        end = self._find_end(name, start)
        if name == "script" and end is not None:
            # A script in a comment in a script: its end tag does not end the outer one
            comment = self.html[start:end].rpartition("-->")[2].partition("<!--")[2]
            if "<script" in comment.lower():
                return self._find_end(name, end + 1)
        return end

    def _find_end(self, name: str, start: int) -> int | None:
        """Return where the next end tag of that name is."""
        html, length = self.html, len("</" + name)
        at = html.find("</", start)
        while at >= 0:
            if (
                html[at + 2 : at + length].lower() == name
                and html[at + length : at + length + 1] in _ENDS_NAME
            ):
                return at
            at = html.find("</", at + 2)
        return None

    def _check_attributes(self, start: int, end: int) -> None:
        number = sum(1 for _ in ATTRIBUTE.compiled().finditer(self.html, start, end))
        self._attributes += number
        if number > ATTRIBUTES:
            raise BadArticle(f"tag of more than {ATTRIBUTES:,} attributes")
        if self._attributes > ALL_ATTRIBUTES:
            raise BadArticle(f"tags of more than {ALL_ATTRIBUTES:,} attributes")
