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
from newskit.text.word_set import word_set

# Words kept per step. Beyond four, words of the sites looked at repeat what the first ones said
# (post, hentry, type-post, status-publish).
WORDS = 4

# Characters of the longest word kept: BEM names reach 35; longer ones are made by machines.
WORD_CHARACTERS = 40

# Characters of the longest class attribute remembered: 4,096 of them are 2 MB at most.
LONGEST_CACHED = 400


# First words of the names that layout frameworks give; besides them, one or two letters ("mt-4").
LAYOUT = word_set(
    "col row grid flex gap order offset min max border rounded shadow text font leading tracking "
    "align justify items self content float display block inline absolute relative fixed static "
    "top bottom left right pos overflow opacity visible invisible space size large medium small "
    "container wrapper wrap inner outer clearfix clear has fas far icon svg lazy lazyload "
    "lazyloaded active wow animated elementor wpb fusion avia aligncenter alignleft alignright "
    "alignnone"
)

# First words of the names that build tools make; besides them, _ng and letters.
TOOLS = word_set("css jsx jss svelte emotion styled style")
FIRST_WORDS = LAYOUT | TOOLS

UTILITY = Rule(
    "utility-class",
    r"^(?!(?:content|text|block|story)(?:[-_](?:block|section|element|widget|main|column|left|right"
    rf"|wrap|inner|wrapper|container))?$)-?(?:[a-z]{{1,2}}|{'|'.join(sorted(LAYOUT))})"
    r"(?:[-_:](?:[a-z]{0,3}[0-9][0-9a-z./%]{0,8}|auto|none|full|center|left|right|top|bottom"
    r"|start|end|between|around|middle|baseline|stretch|wrap|nowrap|row|column|col|xs|sm|md|lg"
    r"|xl|xxl|small|medium|large|fluid|block|flex|inline|grid|hidden|white|black|gray|grey"
    r"|primary|secondary|light|dark|bold|normal|default|element|widget|section)){0,4}$",
    "Classes of layout frameworks: they say how an element looks, not what it is.",
    hits=("col-md-6", "mt-4", "text-center", "d-none", "row", "elementor-element"),
    misses=(
        "article-body", "content-main", "related", "text-body", "post", "content", "text-block",
        "header-left",
    ),
)  # fmt: skip
BUILT = Rule(
    "made-by-build-tool",
    rf"^(?:{'|'.join(sorted(TOOLS))}|sc|tw|r|e|ng|_ng[a-z]{{1,9}})-[0-9a-z_-]{{1,40}}$",
    "Names made by build tools: they differ from page to page.",
    hits=("css-1x2y3z", "sc-bdvaja", "r-1abc2de3"),
    misses=("story", "css", "h1-title", "score-card"),
)
NUMBERED = Rule(
    "made-by-machine",
    r"[0-9][a-z]{1,9}[0-9]|[0-9]{3}|^[_-]{0,3}[0-9]|--?[0-9a-z]{0,9}[0-9][0-9a-z]{3,}$",
    "Numbers of records and hashes: they differ from page to page.",
    hits=("css-1x2y3z", "post-123456", "r-1abc2de3", "block-5f3a1"),
    misses=("story", "h1-title", "article__body", "post-body", "widget-2"),
)


def step(tag: str, attributes: dict[str, str | None]) -> str:
    """Return an element's step in a path.

    >>> step("div", {"id": "Main-Story", "class": "col-md-6 entry-content css-1x2y3z"})
    'div#main-story.entry-content'
    >>> step("div", {"role": "navigation", "hidden": None})
    'div[role=navigation][hidden]'
    """
    name = tag
    if (own := attributes.get("id")) and (word := _telling(own.strip().lower())):
        name += "#" + word
    if classes := attributes.get("class"):
        name += _class_words(classes) if len(classes) <= LONGEST_CACHED else _words_of(classes)
        if len(attributes) == 1:
            return name
    for key in ("role", "itemprop"):
        if (value := attributes.get(key)) and (word := _telling(value.strip().lower())):
            name += f"[{key}={word}]"
    return name + "[hidden]" if "hidden" in attributes else name


def _words_of(classes: str) -> str:
    """Return the telling words of a class attribute, as they stand in a step."""
    words = []
    for name in classes.lower().split()[:12]:
        if 3 <= len(name) <= WORD_CHARACTERS and (word := _judged(name)):
            words.append(word)
            if len(words) == WORDS:
                break
    return "." + ".".join(dict.fromkeys(words)) if words else ""


# The classes of a page come back on its site's other pages, and their words on any page.
_class_words = lru_cache(maxsize=4096)(_words_of)


def _telling(word: str) -> str:
    """Return the word if it may tell something, else an empty string."""
    return _judged(word) if 3 <= len(word) <= WORD_CHARACTERS else ""


@lru_cache(maxsize=8192)
def _judged(word: str) -> str:
    if ":" in word or not word.isascii():
        return ""
    # The rules take longest, so they are asked only about words that they might match
    letters = word.replace("_", "-")
    first = letters.removeprefix("-").partition("-")[0]
    if (len(first) <= 2 or first in FIRST_WORDS) and (UTILITY.match(word) or BUILT.match(word)):
        return ""
    letters = letters.replace("-", "")
    if letters.isalpha():
        return word
    if NUMBERED.search(word):
        return ""
    if letters.isalnum():
        return word
    return "".join(c if c.isalnum() or c in "-_:" else "-" for c in word)
