"""Decides which words of an element's id and classes are worth telling: its step in a path.

A path like ``div#page/main.content/article.post~2/div.entry-content/p`` is what a judge of blocks
sees of a page's structure. Words of layout frameworks (``col-md-6``, ``mt-4``) and names made by
build tools (``css-1x2y3z``) say nothing about content and differ from page to page, so they are
left out. It goes wrong for made-up names that look like words, and for sites that style by
utility classes alone: their paths are bare tags.
"""

from __future__ import annotations

from functools import lru_cache

from newskit.rule import Rule

# Words kept per step. Beyond four, words of the sites looked at repeat what the first ones said
# (post, hentry, type-post, status-publish).
WORDS = 4

# Characters of the longest word kept: BEM names reach 35; longer ones are made by machines.
WORD_CHARACTERS = 40

MEANINGLESS = (
    Rule(
        "utility-class",
        r"^(?!(?:content|text|block|story)(?:[-_](?:block|section|element|widget|main|column|left|right"
        r"|wrap|inner|wrapper|container))?$)-?(?:[a-z]{1,2}|m[trblxyse]?|p[trblxyse]?|col|row|grid|flex|gap|order|offset|w|h|min|max"
        r"|bg|border|rounded|shadow|text|font|leading|tracking|align|justify|items|self|content"
        r"|float|d|display|block|inline|absolute|relative|fixed|static|top|bottom|left|right|z|pos"
        r"|overflow|opacity|visible|invisible|space|size|large|medium|small|xs|sm|md|lg|xl"
        r"|container|wrapper|wrap|inner|outer|clearfix|clear|cf|fl|fr|js|is|has|no|u|o|l|g|fa|fas"
        r"|far|icon|svg|lazy|lazyload|lazyloaded|active|wow|animated|elementor|vc|wpb|et|fusion"
        r"|fl|avia|aligncenter|alignleft|alignright|alignnone)"
        r"(?:[-_:](?:[a-z]{0,3}[0-9][0-9a-z./%]{0,8}|auto|none|full|center|left|right|top|bottom"
        r"|start|end|between|around|middle|baseline|stretch|wrap|nowrap|row|column|col|xs|sm|md|lg"
        r"|xl|xxl|small|medium|large|fluid|block|flex|inline|grid|hidden|white|black|gray|grey"
        r"|primary|secondary|light|dark|bold|normal|default|element|widget|section)){0,4}$",
        "Classes of layout frameworks: they say how an element looks, not what it is.",
        hits=("col-md-6", "mt-4", "text-center", "d-none", "row", "elementor-element"),
        misses=(
            "article-body",
            "content-main",
            "related",
            "text-body",
            "post",
            "content",
            "text-block",
            "header-left",
        ),
    ),
    Rule(
        "made-by-machine",
        r"^(?:css|sc|jsx|jss|svelte|emotion|styled|style|tw|r|e|ng|_ng[a-z]{1,9})-[0-9a-z_-]{1,40}$"
        r"|[0-9][a-z]{1,9}[0-9]|[0-9]{3}|^[_-]{0,3}[0-9]|--?[0-9a-z]{0,9}[0-9][0-9a-z]{3,}$",
        "Names made by build tools and numbers of records: they differ from page to page.",
        hits=("css-1x2y3z", "sc-bdvaja", "post-123456", "r-1abc2de3", "block-5f3a1"),
        misses=("story", "h1-title", "article__body", "post-body", "widget-2"),
    ),
)


def step(tag: str, attributes: dict[str, str | None]) -> str:
    """Return an element's step in a path.

    >>> step("div", {"id": "Main-Story", "class": "col-md-6 entry-content css-1x2y3z"})
    'div#main-story.entry-content'
    >>> step("div", {"role": "navigation", "hidden": None})
    'div[role=navigation][hidden]'
    """
    parts = [tag]
    if (name := attributes.get("id")) and (word := _telling(name.strip().lower())):
        parts.append("#" + word)
    if classes := attributes.get("class"):
        words = [word for name in classes.lower().split()[:12] if (word := _telling(name))]
        parts.extend("." + word for word in dict.fromkeys(words[:WORDS]))
    for name in ("role", "itemprop"):
        if (value := attributes.get(name)) and (word := _telling(value.strip().lower())):
            parts.append(f"[{name}={word}]")
    if "hidden" in attributes:
        parts.append("[hidden]")
    return "".join(parts)


@lru_cache(maxsize=8192)  # words of one page come back on the next ones
def _telling(word: str) -> str:
    """Return the word if it may tell something, else an empty string."""
    if len(word) < 3 or len(word) > WORD_CHARACTERS or ":" in word or not word.isascii():
        return ""
    if any(rule.search(word) for rule in MEANINGLESS):
        return ""
    if word.replace("-", "").replace("_", "").isalnum():
        return word
    return "".join(c if c.isalnum() or c in "-_:" else "-" for c in word)
