"""Walks the tree of a page once, and gathers the text between block-level boundaries.

A link, a bold word or a ``span`` does not end a block; a paragraph, a division, a list item or two
line breaks in a row do. In a table of data a row is one block, its cells joined by `` | ``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from newskit.parse.evidence import step
from newskit.parse.frame import (
    PATH_STEPS,
    Found,
    Frame,
    inside,
    kind_inside,
    stretches,
    without_middle,
)
from newskit.parse.shown import SEEN, UNSEEN_AT_FIRST, is_data, stands_alone
from newskit.parse.shown import unseen as unseen_because
from newskit.parse.tags import (
    BLOCKS,
    LABELLED_INPUTS,
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

_Attributes: TypeAlias = "dict[str, str | None]"

# What browsers fold to one space.
WHITE = " \t\n\r\f"

# What a node asks for by its tag; the others are looked at more closely.
_ASKED = (
    dict.fromkeys(BLOCKS, "block")
    | dict.fromkeys(PLAIN, "content")
    | dict.fromkeys(UNSEEN, "nothing")
    | {"-text": "text", "-comment": "nothing"}
)

# Block-level elements that mean more than that.
SPECIAL = PREFORMATTED | {"table", "tr", "td", "th", "dialog"}

_make = tuple.__new__  # half the time of a NamedTuple's own constructor


class Walk:
    """One pass over a tree; `found` has each block with the reason why it may not be seen."""

    def __init__(self) -> None:
        self.found: list[tuple[int, Found]] = []
        frame = self.frame = Frame()
        frame.above, frame.own, frame.depth = "", "", 0
        frame.kind, frame.pre, frame.data = "paragraph", False, False
        frame.unseen, frame.children = SEEN, {}
        self.pieces: list[str] = []  # always the same list
        self.linked = 0  # characters of `pieces` inside links
        self.links_open = 0
        self.cells: list[str] | None = None  # cells so far, while in a row of data
        self.row_linked = 0
        self.row_unseen = SEEN
        self.fold = SPACES.compiled().sub

    def run(self, body: LexborNode) -> None:
        """Visit every node below `body` in order, without recursion.

        Half the time of reading a page goes by here and in `text` and `begin_block`: a page has
        2,000 nodes, a third of them white space between blocks.
        """
        pieces, known = self.pieces, _ASKED.get
        open_elements: list[tuple[LexborNode | None, str, Frame]] = []
        node = body.first_child
        while True:
            if node is None:
                if not open_elements:
                    break
                node, closing, outer = open_elements.pop()
                if closing == "block":
                    if pieces:
                        self.flush()
                    self.frame = outer
                elif closing:
                    self.end(closing, outer)
                continue
            tag = node.tag or "-"
            asked = known(tag)
            if asked == "text":
                text = node.text_content or ""
                inner = text.strip(WHITE)
                if inner or pieces or self.frame.pre:
                    self.text(text, inner)
            elif asked != "nothing" and tag[0] not in "-!":
                outer = self.frame
                if asked == "block":
                    closing = self.begin_block(node, tag)
                else:
                    closing = "" if asked == "content" else self.begin(node, tag)
                child = node.first_child
                if child is not None:
                    open_elements.append((node.next, closing, outer))
                    node = child
                    continue
                if closing:
                    self.end(closing, outer)
            node = node.next
        self.flush()

    def text(self, text: str, inner: str) -> None:
        """Add the text of a node, folded as a browser would; `inner` is it stripped of WHITE."""
        frame, pieces = self.frame, self.pieces
        if not text or (self.cells is not None and frame.unseen != self.row_unseen):
            return
        if not frame.pre:
            before = text[0] in WHITE and pieces and pieces[-1][-1] not in " \n"
            if not inner:
                if not before:
                    return
                text = " "
            else:
                after = text[-1] in WHITE
                text = inner
                # Each of these is found by the processor's own search, the rule looks by steps
                if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
                    text = self.fold(" ", text)
                if before:
                    text = " " + text
                if after:
                    text += " "
        pieces.append(text)
        if self.links_open:
            self.linked += len(text)

    def begin(self, node: LexborNode, tag: str) -> str:
        """Enter an element that is no block by its name; return what `end` must be told."""
        if tag == "br":
            self.line_break()
            return ""
        attributes = node.attributes
        unseen = self.frame.unseen
        if not unseen and (
            "style" in attributes or "hidden" in attributes or tag in UNSEEN_AT_FIRST
        ):
            unseen = unseen_because(tag, attributes)
        if tag == "a":
            return self.begin_link(node, attributes, unseen)
        if tag == "input" and (attributes.get("type") or "").lower() in LABELLED_INPUTS:
            self.begin_block(node, "button", in_row=True)
            if value := attributes.get("value"):
                self.text(value, value.strip(WHITE))
            return "block"
        if "-" in tag and stands_alone(node):
            return self.begin_block(node, tag)
        if tag in SET_APART and self.pieces and len(self.pieces[-1]) > 1:
            self.set_apart(node, attributes)
        if tag in TRANSPARENT:
            self.flush()
        elif tag == "option":
            self.line_break()
        if unseen != self.frame.unseen:
            self.flush()
            self.frame = inside(self.frame, unseen)
            return "block"
        return "flush" if tag in TRANSPARENT else ""

    def begin_link(self, node: LexborNode, attributes: _Attributes, unseen: int) -> str:
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
        self.frame = inside(self.frame, unseen)
        return "hidden-link"

    def set_apart(self, node: LexborNode, attributes: _Attributes) -> None:
        """Put a space between two inline elements that touch and are of different classes."""
        if self.pieces[-1][-1] in " \n" or "class" not in attributes:
            return
        before = node.prev
        if before is not None and before.tag in SET_APART:
            classes = before.attributes.get("class")
            if classes and classes != attributes["class"]:
                self.pieces.append(" ")

    def begin_block(self, node: LexborNode, tag: str, *, in_row: bool = False) -> str:
        """Enter a block-level element: what came before is a block of its own.

        In a row of data only cells are set apart, unless `in_row` asks for a block there too.
        """
        if self.cells is not None and not in_row:
            return self.begin_in_row(tag)
        if self.pieces:
            self.flush()
        outer, frame = self.frame, Frame()
        unseen, attributes = outer.unseen, node.attributes
        name = tag
        if attributes:
            name = step(tag, attributes)
            if not unseen and ("style" in attributes or "hidden" in attributes):
                unseen = unseen_because(tag, attributes)
        number = outer.children[name] = outer.children.get(name, 0) + 1
        above, frame.depth = outer.above, outer.depth + 1
        if frame.depth > PATH_STEPS:
            above, frame.depth = without_middle(above), PATH_STEPS
        own = numbered = f"{above}/{name}" if above else name
        if number > 1:
            numbered = f"{own}~{number}"
            if tag not in LEAVES:
                own = numbered
        frame.above, frame.own, frame.children = numbered, own, {}
        frame.kind = outer.kind if tag == "div" else kind_inside(tag, outer.kind)
        frame.pre, frame.unseen, frame.data = outer.pre, unseen, outer.data
        self.frame = frame
        return self.begin_special(node, tag, attributes) if tag in SPECIAL else "block"

    def begin_special(self, node: LexborNode, tag: str, attributes: _Attributes) -> str:
        """Finish entering a block-level element that is more than its kind; its frame is open."""
        frame = self.frame
        if tag == "dialog" and not frame.unseen:
            frame.unseen = unseen_because(tag, attributes)
        elif tag == "table":
            frame.data = is_data(node, attributes)
        elif tag == "tr" and frame.data:
            self.cells, self.row_linked, self.row_unseen = [], 0, frame.unseen
            return "row"
        elif tag in ("td", "th"):
            frame.data = False
        elif tag in PREFORMATTED:
            frame.pre = True
        return "block"

    def begin_in_row(self, tag: str) -> str:
        """Enter a block-level element in a row of data: only cells are set apart."""
        if tag in ("td", "th"):
            self.end_cell()
            return "cell"
        self.text(" ", "")
        return "space"

    def end(self, closing: str, outer: Frame) -> None:
        """Leave an element, undoing what `begin` did."""
        if closing == "block":
            self.flush()
            self.frame = outer
        elif closing in ("link", "hidden-link"):
            self.links_open -= 1
        elif closing == "space":
            self.text(" ", "")
        elif closing == "cell":
            self.end_cell()
        elif closing == "row":
            self.end_cell()
            cells, self.cells, self.linked = self.cells or [], None, self.row_linked
            self.pieces[:] = [" | ".join(cells)] if cells else []
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
        self.pieces.clear()
        self.linked = 0

    def line_break(self) -> None:
        """Break the line; a second break in a row ends the block."""
        if self.cells is not None:
            self.text(" ", "")
        elif self.frame.pre:
            self.pieces.append("\n")
        elif self.pieces and self.pieces[-1] == "\n":
            self.flush()
        elif self.pieces:
            self.pieces.append("\n")

    def flush(self) -> None:
        """End the block that is being read."""
        pieces = self.pieces
        if not pieces or self.cells is not None:
            return
        text, linked = "".join(pieces), self.linked
        pieces.clear()
        self.linked = 0
        frame = self.frame
        parts = stretches(text, frame.pre) if "\n" in text else (text.strip(),)
        links = round(min(1.0, linked / max(1, sum(map(len, parts)))), 3) if linked else 0.0
        for part in parts:
            if part:
                block = _make(Found, (part, frame.kind, frame.own, links))
                self.found.append((frame.unseen, block))
