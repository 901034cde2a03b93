"""Notes lines that recur across articles of the same site: what every page says is no story.

One pass over a stream, with a warm-up: an article is compared with those of its site that came
before it, so the first few of each site gain nothing. A short block is remembered by a hash, with
the number of articles that it stood in. Memory is bounded: when the table is full, what was seen
only once is forgotten first, and then the counts are halved.

What it gets wrong: a column's own refrain ("And that is the news.") recurs as well; the headline of
a story that every page points to is rightly furniture, but not on its own page, so what repeats the
article's title is never marked.
"""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlsplit

from newskit.clean.phrase import fold
from newskit.text.blocks import segment

# Articles of a site that must hold a block before it counts as repeated. With two, agency stories
# that a site published twice lose their paragraphs.
ARTICLES = 3
# Share of the site's articles so far that must hold it: menus and notices stand in nearly all, a
# box of popular stories in a run of them. 0.2 and 0.4 mark the same lines on the labelled pages.
SHARE = 0.3
# Code points; longer blocks are the text of an article published twice.
LONGEST = 300
# Entries of the table; one needs about 150 bytes, so 30 MB in all.
ENTRIES = 200_000


class Repeats:
    """What the articles of a stream have in common so far, site by site."""

    def __init__(self) -> None:
        self._articles: dict[str, int] = {}
        self._counts: dict[bytes, int] = {}

    def mark(self, article: dict[str, Any]) -> dict[str, Any]:
        """Return the article with `repeats` on its recurring blocks: the share of articles, 0-1.

        The article is then remembered for those after it. An article without blocks gets them.
        """
        text = article.get("text")
        if not isinstance(text, str):
            return article
        blocks = article.get("blocks")
        if not isinstance(blocks, list) or not blocks:
            blocks = [{"start": s, "end": e, "kind": k} for s, e, k in segment(text)]
        site = _site(article)
        before = self._articles.get(site, 0)
        title = article.get("title")
        own = fold(title) if isinstance(title, str) else None
        marked: list[Any] = []
        keys: dict[bytes, None] = {}
        for block in blocks:
            line = fold(text[block["start"] : block["end"]]) if _is_block(block) else ""
            if line and len(line) <= LONGEST and line != own:
                told = f"{site}\n{line}".encode("utf-8", "replace")
                key = hashlib.blake2b(told, digest_size=8).digest()
                keys[key] = None
                count = self._counts.get(key, 0)
                if count >= ARTICLES and count >= SHARE * before:
                    block = block | {"repeats": round(min(1.0, count / before), 3)}
            marked.append(block)
        self._remember(site, list(keys))
        return article | {"blocks": marked}

    def _remember(self, site: str, keys: list[bytes]) -> None:
        self._articles[site] = self._articles.get(site, 0) + 1
        for key in keys:
            self._counts[key] = self._counts.get(key, 0) + 1
        if len(self._counts) > ENTRIES:
            self._counts = {k: n for k, n in self._counts.items() if n > 1}
            if len(self._counts) > ENTRIES // 2:
                self._halve()
        if len(self._articles) > ENTRIES:
            self._halve()

    def _halve(self) -> None:
        self._counts = {k: n // 2 for k, n in self._counts.items() if n > 3}
        self._articles = {s: n // 2 for s, n in self._articles.items() if n > 1}


def _is_block(block: object) -> bool:
    return (
        isinstance(block, dict)
        and type(block.get("start")) is int
        and type(block.get("end")) is int
    )


def _site(article: dict[str, Any]) -> str:
    """Return what tells the articles of one site from those of others: its host, else its name."""
    for field in ("url", "canonical_url"):
        address = article.get(field)
        if isinstance(address, str):
            try:
                host = urlsplit(address).hostname
            except ValueError:
                continue
            if host:
                return host.removeprefix("www.")
    site = article.get("site")
    return site if isinstance(site, str) else ""
