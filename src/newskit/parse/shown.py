"""Answers what an element's tag and attributes leave open: is it seen, a layout, on its own?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.parse.tags import NOT_SHOWN

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Why text is not seen.
SEEN, HIDDEN, NO_SCRIPT = 0, 1, 2

# Elements that are not seen unless something is said or done.
UNSEEN_AT_FIRST = ("dialog", "noscript")

# Code points. A cell longer than this makes a table one that lays out the page: cells of data hold
# a sentence or two. 20 % either way changes at most one of 106 tables on 250 labelled pages.
CELL_CHARACTERS = 250

# What a cell holds that is part of a page's layout and not of a table of data.
_LAID_OUT = (
    "table table, ul, ol, dl, h1, h2, h3, h4, h5, h6, article, section, form, figure, blockquote, "
    "nav, p + p"
)


def unseen(tag: str, attributes: dict[str, str | None]) -> int:
    """Return why an element is not seen, or SEEN.

    ``aria-hidden`` speaks to screen readers only, and ``hidden=until-found`` can be opened by the
    reader: both are seen.
    """
    if tag == "noscript":
        return NO_SCRIPT
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return HIDDEN
    if tag == "dialog" and "open" not in attributes:
        return HIDDEN
    style = attributes.get("style")
    return HIDDEN if style and len(style) < 5_000 and NOT_SHOWN.search(style) else SEEN


def is_data(table: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Tell whether a table holds data, row by row, or lays out the page.

    Data: at least two rows, one of them of two cells or more, all cells short and without headings,
    lists or tables inside.
    """
    if attributes.get("role") in ("presentation", "none") or table.css_first(_LAID_OUT) is not None:
        return False
    if len(table.css("tr")) < 2 or table.css_first("td + td, th + td, td + th, th + th") is None:
        return False
    return all(len(cell.text(strip=True)) <= CELL_CHARACTERS for cell in table.css("td, th"))


def stands_alone(node: LexborNode) -> bool:
    """Tell whether an element unknown to HTML is a block: no text stands right beside it."""
    parent = node.parent
    if parent is not None and parent.tag in ("p", "span", "a", "h1", "h2", "h3", "li"):
        return False
    for beside in (node.prev, node.next):
        if beside is not None and beside.tag == "-text" and (beside.text_content or "").strip():
            return False
    return True
