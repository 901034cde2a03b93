"""Walks the tree of a page once, and gathers the text between block-level boundaries.

A link, a bold word or a ``span`` does not end a block; a paragraph, a division, a list item or two
line breaks in a row do. In a table of data a row is one block, its cells joined by `` | ``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newskit.parse.evidence import step
from newskit.parse.shown import SEEN, UNSEEN_AT_FIRST, is_data, stands_alone
from newskit.parse.shown import unseen as unseen_because
from newskit.parse.tags import (
    BLOCKS,
    KINDS,
    LABELLED_INPUTS,
    LASTING,
    LEAVES,
    PLAIN,
    PREFORMATTED,
    SET_APART,
    SPACES,
    TRANSPARENT,
    UNSEEN,
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Steps of a path kept: the outermost half and the innermost half. Half of 250
# labelled pages have 18 levels or fewer, the deepest 45; the middle ones are mostly divisions.
PATH_STEPS = 24


class Found(NamedTuple):
    """A block: its text, kind, path, and the share of its characters inside links."""

    text: str
    kind: str
    path: str
    links: float


class _Frame:
    """An open block-level element: what it means for the text and the elements inside."""

    __slots__ = ("children", "data", "kind", "own", "pre", "steps", "unseen")

    def __init__(self, outer: _Frame | None) -> None:
        self.steps: tuple[str, ...] = outer.steps if outer else ()  # path for the blocks below
        self.own: tuple[str, ...] = outer.own if outer else ()  # path for text directly in it
        self.kind: str = outer.kind if outer else "paragraph"
        self.pre: bool = outer.pre if outer else False
        self.unseen: int = outer.unseen if outer else SEEN
        self.data: bool = outer.data if outer else False  # a table whose rows are blocks
        self.children: dict[str, int] = {}


class Walk:
    """One pass over a tree; `found` has each block with the reason why it may not be seen."""

    def __init__(self) -> None:
        self.found: list[tuple[int, Found]] = []
        self.frame = _Frame(None)
        self.pieces: list[str] = []
        self.linked = 0  # characters of `pieces` inside links
        self.links_open = 0
        self.cells: list[str] | None = None  # cells so far, while in a row of data
        self.row_linked = 0
        self.row_unseen = SEEN
        self.fold = SPACES.compiled().sub
        self.known_steps: dict[tuple[str | bool | None, ...], str] = {}

    def run(self, body: LexborNode) -> None:
        """Visit every node below `body` in order, without recursion."""
        open_elements: list[tuple[LexborNode | None, str, _Frame]] = []
        node = body.first_child
        while True:
            if node is None:
                if not open_elements:
                    break
                node, tag, frame = open_elements.pop()
                if tag:
                    self.end(tag, frame)
                continue
            tag = node.tag or ""
            if tag == "-text":
                self.text(node.text_content or "")
            elif tag and tag not in UNSEEN and tag[0] not in "-!":
                outer = self.frame
                closing = self.begin(node, tag)
                child = node.first_child
                if child is not None:
                    open_elements.append((node.next, closing, outer))
                    node = child
                    continue
                if closing:
                    self.end(closing, outer)
            node = node.next
        self.flush()

    def text(self, text: str) -> None:
        """Add the text of a node, folded as a browser would."""
        if not text or (self.cells is not None and self.frame.unseen != self.row_unseen):
            return
        if not self.frame.pre:
            text = self.fold(" ", text)
            if text[0] == " " and (not self.pieces or self.pieces[-1][-1] in " \n"):
                text = text[1:]
                if not text:
                    return
        self.pieces.append(text)
        if self.links_open:
            self.linked += len(text)

    def begin(self, node: LexborNode, tag: str) -> str:
        """Enter an element; return what `end` must be told."""
        if tag == "br":
            self.line_break()
            return ""
        if tag in PLAIN:
            return ""
        attributes = node.attributes
        unseen = self.frame.unseen
        if not unseen and (attributes or tag in UNSEEN_AT_FIRST):
            unseen = unseen_because(tag, attributes)
        if tag == "a":
            return self.begin_link(node, attributes, unseen)
        if tag == "input" and (attributes.get("type") or "").lower() in LABELLED_INPUTS:
            self.begin_block("button", attributes, unseen)
            self.text(attributes.get("value") or "")
            return "block"
        if tag in BLOCKS or ("-" in tag and stands_alone(node)):
            if self.cells is not None:
                return self.begin_in_row(tag)
            self.begin_block(tag, attributes, unseen)
            if tag == "table":
                self.frame.data = is_data(node, attributes)
            elif tag == "tr" and self.frame.data:
                self.cells, self.row_linked, self.row_unseen = [], 0, unseen
                return "row"
            return "block"
        if tag in SET_APART and self.pieces and len(self.pieces[-1]) > 1:
            self.set_apart(node, attributes)
        if tag in TRANSPARENT:
            self.flush()
        elif tag == "option":
            self.line_break()
        if unseen != self.frame.unseen:
            self.flush()
            self.frame = _Frame(self.frame)
            self.frame.unseen = unseen
            return "block"
        return "flush" if tag in TRANSPARENT else ""

    def begin_link(self, node: LexborNode, attributes: dict[str, str | None], unseen: int) -> str:
        """Enter a link; two links that touch without a space are set apart."""
        if self.pieces and self.pieces[-1][-1] not in " \n":
            before = node.prev
            beside = before.attributes if before is not None and before.tag == "a" else attributes
            target = attributes.get("href") or "#"
            if beside is not attributes and (target == "#" or beside.get("href") != target):
                self.pieces.append(" ")
        self.links_open += 1
        if unseen == self.frame.unseen:
            return "link"
        self.flush()
        self.frame = _Frame(self.frame)
        self.frame.unseen = unseen
        return "hidden-link"

    def set_apart(self, node: LexborNode, attributes: dict[str, str | None]) -> None:
        """Put a space between two inline elements that touch and are of different classes."""
        if self.pieces[-1][-1] in " \n" or "class" not in attributes:
            return
        before = node.prev
        if before is not None and before.tag in SET_APART:
            classes = before.attributes.get("class")
            if classes and classes != attributes["class"]:
                self.pieces.append(" ")

    def begin_block(self, tag: str, attributes: dict[str, str | None], unseen: int) -> None:
        """Enter a block-level element: what came before is a block of its own."""
        if self.pieces:
            self.flush()
        outer = self.frame
        name = self.step(tag, attributes)
        number = outer.children[name] = outer.children.get(name, 0) + 1
        numbered = f"{name}~{number}" if number > 1 else name
        kind = KINDS.get(tag)
        if kind is None or (outer.kind == "code" and kind == "list-item"):
            kind = outer.kind if outer.kind in LASTING or tag in ("div", "span") else "paragraph"
            if tag in ("div", "center") and outer.kind == "heading":
                kind = "heading"
        own = name if tag in LEAVES else numbered
        steps = outer.steps
        if len(steps) >= PATH_STEPS:
            steps = (*steps[: PATH_STEPS // 2], *steps[PATH_STEPS // 2 + 1 :])
        frame = self.frame = _Frame(outer)
        frame.steps, frame.own, frame.kind = (*steps, numbered), (*steps, own), kind
        frame.unseen = unseen
        frame.pre = outer.pre or tag in PREFORMATTED
        frame.data = outer.data and tag not in ("td", "th")

    def step(self, tag: str, attributes: dict[str, str | None]) -> str:
        """Return an element's step; the elements of a page have few different ones."""
        if not attributes:
            return tag
        get = attributes.get
        key = (tag, get("class"), get("id"), get("role"), get("itemprop"), "hidden" in attributes)
        if (known := self.known_steps.get(key)) is None:
            known = self.known_steps[key] = step(tag, attributes)
        return known

    def begin_in_row(self, tag: str) -> str:
        """Enter a block-level element in a row of data: only cells are set apart."""
        if tag in ("td", "th"):
            self.end_cell()
            return "cell"
        self.text(" ")
        return "space"

    def end(self, closing: str, outer: _Frame) -> None:
        """Leave an element, undoing what `begin` did."""
        if closing == "block":  # by far the commonest
            if self.pieces:
                self.flush()
            self.frame = outer
            return
        if closing in ("link", "hidden-link"):
            self.links_open -= 1
        elif closing == "space":
            self.text(" ")
        elif closing == "cell":
            self.end_cell()
        elif closing == "row":
            self.end_cell()
            cells, self.cells, self.linked = self.cells or [], None, self.row_linked
            self.pieces = [" | ".join(cells)] if cells else []
            self.frame.kind = "table"
        if closing in ("row", "hidden-link"):
            self.flush()
            self.frame = outer
        elif closing == "flush":
            self.flush()

    def end_cell(self) -> None:
        """Add what was read since the last cell to the row, if it is anything."""
        text = "".join(self.pieces).strip()
        if text and self.cells is not None:
            self.cells.append(SPACES.sub(" ", text))
        self.row_linked += self.linked
        self.pieces, self.linked = [], 0

    def line_break(self) -> None:
        """Break the line; a second break in a row ends the block."""
        if self.cells is not None:
            self.text(" ")
        elif self.frame.pre:
            self.pieces.append("\n")
        elif self.pieces and self.pieces[-1] == "\n":
            self.flush()
        elif self.pieces:
            self.pieces.append("\n")

    def flush(self) -> None:
        """End the block that is being read."""
        if not self.pieces or self.cells is not None:
            return
        text, linked = "".join(self.pieces), self.linked
        self.pieces, self.linked = [], 0
        frame = self.frame
        parts = _stretches(text, frame.pre) if "\n" in text else [text.strip()]
        length = sum(map(len, parts))
        for part in parts:
            if part:
                links = round(min(1.0, linked / length), 3)
                block = Found(part, frame.kind, "/".join(frame.own), links)
                self.found.append((frame.unseen, block))


def _stretches(text: str, keep_indents: bool) -> list[str]:
    """Cut lines at blank ones; return the stretches between."""
    stretches: list[list[str]] = [[]]
    for line in text.split("\n"):
        line = line.rstrip() if keep_indents else line.strip()
        if line:
            stretches[-1].append(line)
        elif stretches[-1]:
            stretches.append([])
    return ["\n".join(lines) for lines in stretches if lines]
