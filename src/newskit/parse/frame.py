"""What is known of an open element while a page is walked (walk.py): its path and kind of text."""

from __future__ import annotations

from typing import NamedTuple

from newskit.parse.tags import KINDS, LASTING

# Steps of a path kept: the outermost half and the innermost half. Half of 250
# labelled pages have 18 levels or fewer, the deepest 45; the middle ones are mostly divisions.
PATH_STEPS = 24


class Found(NamedTuple):
    """A block: its text, kind, path, and the share of its characters inside links."""

    text: str
    kind: str
    path: str
    links: float


class Frame:
    """An open block-level element: what it means for the text and the elements inside."""

    __slots__ = ("above", "children", "data", "depth", "kind", "own", "pre", "unseen")

    above: str  # path for the blocks below
    own: str  # path for text directly in it
    depth: int  # steps in `above`
    kind: str
    pre: bool
    unseen: int
    data: bool  # a table whose rows are blocks
    children: dict[str, int]


def inside(outer: Frame, unseen: int) -> Frame:
    """Return the frame of an element that changes only what is seen."""
    frame = Frame()
    frame.above, frame.own, frame.depth = outer.above, outer.own, outer.depth
    frame.kind, frame.pre, frame.data = outer.kind, outer.pre, outer.data
    frame.unseen, frame.children = unseen, {}
    return frame


def kind_inside(tag: str, outer: str) -> str:
    """Return the kind of the text in an element inside one of kind `outer`."""
    kind = KINDS.get(tag)
    if kind is not None and (outer != "code" or kind != "list-item"):
        return kind
    if tag in ("div", "span") or outer in LASTING or (tag == "center" and outer == "heading"):
        return outer
    return "paragraph"


def without_middle(path: str) -> str:
    """Return a path of PATH_STEPS steps with one from the middle left out."""
    steps = path.split("/")
    del steps[PATH_STEPS // 2]
    return "/".join(steps)


def stretches(text: str, keep_indents: bool) -> list[str]:
    """Cut lines at blank ones; return the stretches between."""
    found: list[list[str]] = [[]]
    for line in text.split("\n"):
        line = line.rstrip() if keep_indents else line.strip()
        if line:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]
