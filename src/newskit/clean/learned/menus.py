"""Tells the links of menus and footers, which need no judge: a third of all blocks of pages.

A short block that is all link, inside an element that is named as navigation, is furniture. On the
labelled pages the gold texts have one in a hundred of them, mostly because the same words stand in
the article too. They are left out before anything is measured, so the judge sees a page without its
menus. Their role is looked up by what they say ("Newsletter", "Privacy policy"), in the page's foot
and elsewhere; seven in eight are `nav`, and with the look-up nine in ten are told right.

What it gets wrong: articles whose only links to their own parts are inside ``nav`` (tables of
contents, which are furniture here), and lists of places in an element called footer.
"""

from __future__ import annotations

from typing import Any

from newskit.article import ARTICLE_ROLES, FURNITURE_ROLES
from newskit.clean.phrase import fold
from newskit.rule import Rule

LINKED = 0.9  # share of a block's characters inside links
CHARACTERS = (
    60  # code points; with 90 there are three in two hundred more, a third of them headlines
)

MENU = Rule(
    "menu-path",
    r"(?:^|/)(?:nav|footer)(?=[.#\[~/]|$)"
    r"|[.#](?:sub-?menu|menu-item|nav-item|nav|menu|navbar|navigation|main-navigation|main-menu|"
    r"mobile-menu|mega-?menu|dropdown-menu|nav-menu|site-footer|site-nav|footer|breadcrumbs?|"
    r"menu-[a-z-]{3,20}|[a-z]{3,12}-(?:menu|nav))(?=[.#\[~/]|$)"
    r"|\[role=(?:navigation|menu|menubar|menuitem|contentinfo)\]",
    "A step of a path that is navigation by its element, role, class or id.",
    hits=("div/nav.top/ul", "ul#menu-main.menu", "div.site-footer", "ul[role=menubar]"),
    misses=("div.page-footer/h3", "section.menus-of-the-week", "div.navigate", "main/article"),
)


def open_rows(blocks: list[dict[str, Any]], texts: list[str]) -> list[int]:
    """Return the rows of the blocks that are not links of menus; of all blocks if none is left."""
    known: dict[str, bool] = {"": False}
    found = []
    for row, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        links = block.get("links") if len(text) <= CHARACTERS else None
        if isinstance(links, (int, float)) and links >= LINKED:
            path = block.get("path")
            around = path.rpartition("/")[0] if isinstance(path, str) else ""
            is_menu = known.get(around)
            if is_menu is None:
                is_menu = known[around] = MENU.search(around) is not None
            if is_menu:
                continue
        found.append(row)
    return found or list(range(len(blocks)))


def is_foot(path: Any) -> bool:
    """Return whether a path lies in a page's foot."""
    return isinstance(path, str) and ("footer" in path or "contentinfo" in path)


class MenuRoles:
    """The roles of links of menus by what they say.

    Args:
        data: ``{"anywhere": {text: role}, "foot": {text: role}, "elsewhere": {text: role}}``, texts
            folded (newskit.clean.phrase.fold). The narrower table counts; what none has is `nav`.

    Raises TypeError, ValueError, KeyError or AttributeError if the data is none of this form.
    """

    def __init__(self, data: Any) -> None:
        tables = [dict(data[name]) for name in ("anywhere", "foot", "elsewhere")]
        for table in tables:
            if not set(table.values()) <= {*ARTICLE_ROLES, *FURNITURE_ROLES}:
                raise ValueError("a role that there is not")
        self._anywhere, self._foot, self._elsewhere = tables

    def role(self, block: dict[str, Any], text: str) -> str:
        """Return the role of a link of a menu."""
        words = fold(text)
        narrow = self._foot if is_foot(block.get("path")) else self._elsewhere
        return str(narrow.get(words) or self._anywhere.get(words) or "nav")
