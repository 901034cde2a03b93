"""Follows the tags of a page as the parser will, far enough to say how deep its elements will lie.

An end tag is what makes it hard: it ends nothing if its element is not open, or lies behind another
one that it may not cross, and who counts it all the same believes a page of 100,000 levels to be
flat. So the open elements are kept here as the parser keeps them, by the rules of the HTML Standard
("tree construction") for what opens, what ends, and what is opened again.

A page can still be written to be read in another way than here, by a few levels for each of its
tags: what stands in a table but in none of its cells is put elsewhere by the parser, for one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newskit.errors import BadArticle
from newskit.limits import LIMITS
from newskit.parse import tags

if TYPE_CHECKING:
    from collections.abc import Collection, Container

# Elements that the parser may make by opening formatting elements again: two million take 1 s. No
# page of 2,579 makes more than 2,681.
REOPENED = 300_000

# Open elements looked at to see what tags end: 0.1 s. No page of 2,579 takes more than 6,298.
LOOKED_AT = 1_000_000

# The parser opens no more than the last three of formatting elements that are alike again.
ALIKE = 3

# Elements that the end tag of a formatting element may cross one by one.
CROSSED = 7

_FOREIGN = ("svg", "math")
_IN_TABLE = ("table", "template")
_ALONE = ("a", "nobr")


class Levels:
    """The open elements of a page, outermost first; those of SVG and MathML as `svg:path`.

    All methods raise BadArticle when there are too many, or it would take too long to tell.
    """

    def __init__(self) -> None:
        self.open: list[str] = []
        self._number: dict[str, int] = defaultdict(int)  # of open elements, by name
        # Formatting elements that were not ended, by name and as written; and those of them that
        # are not open, because something around them ended.
        self._lasting: dict[str, dict[str, None]] = defaultdict(dict)
        self._waiting: list[str] = []
        self._number_lasting = self._reopened = self._looked_at = 0

    @property
    def root(self) -> str:
        """What the next tag belongs to: `svg`, `math`, or nothing for HTML."""
        top = self.open[-1] if self.open else ""
        return top.partition(":")[0] if ":" in top and top not in tags.INTEGRATION else ""

    def text(self) -> None:
        """Open formatting elements again, as any text makes the parser do."""
        waiting, self._waiting = self._waiting, []
        for name in waiting:
            self._push(name)

    def start(self, name: str, tag: str, closes_itself: bool) -> None:
        """Open an element, if the parser would; `tag` is its tag as written."""
        if root := self.root:
            if name not in tags.BREAKOUT:
                if not closes_itself:
                    self._push(f"{root}:{name}")
                return
            self._leave_foreign()
        if name in tags.FORMATTING:
            self._start_formatting(name, tag)
            return
        is_empty = name in tags.VOID or name in tags.RAW or (closes_itself and name in _FOREIGN)
        if not is_empty:
            self._reopened += self._number_lasting
            if self._reopened > REOPENED:
                raise _too_deep()
            if name in tags.ENDS_PARAGRAPH and self._number.get("p"):
                self._close(self._find(("p",), tags.END_STOPS["p"]))
            if name in tags.ENDS_OTHERS and not self._has_room(name):
                return
        if self._waiting and name not in tags.OPENS_NOTHING_AGAIN:
            self.text()
        if not is_empty:
            self._push(f"{name}:{name}" if name in _FOREIGN else name)

    def end(self, name: str) -> None:
        """Close what the parser would close."""
        top = self.open[-1] if self.open else ""
        if name == top or (":" in top and name == top.partition(":")[2]):
            self.open.pop()
            self._number[top] -= 1
            if top in tags.FORMATTING:
                self._forget(top)
            return
        if ":" in top and name in ("br", "p"):
            self._leave_foreign()
        elif ":" in top and (at := self._find_foreign(name)) is not None:
            self._close(at)
            return
        if name in tags.HEADINGS:
            self._close(self._find(tags.HEADINGS, tags.SCOPE))
        elif name in tags.TABLE_PARTS:
            self._close(self._find((name,), _IN_TABLE))
        elif name == "form":
            self._remove(self._find((name,), tags.SCOPE))
        elif name in tags.FORMATTING:
            self._end_formatting(name)
        else:
            self._close(self._find((name,), tags.END_STOPS.get(name, tags.SPECIAL)))

    def _has_room(self, name: str) -> bool:
        """Close what an element ends by beginning; tell whether it is opened at all."""
        top = self.open[-1] if self.open else ""
        if name in tags.TABLE_PARTS:
            return self._begin_part(name)
        if name in tags.HEADINGS:
            if top in tags.HEADINGS:
                self._close(len(self.open) - 1)
        elif name in tags.ITEMS:
            self._close(self._find(tags.ITEMS[name], tags.ITEM_STOPS))
        elif name in ("button", "select"):
            at = self._find((name,), tags.SCOPE)
            self._close(at)
            return name == "button" or at is None
        elif name in tags.OPTIONS:
            self._cut_tops(tags.OPTIONS[: 1 + (name == "optgroup")])
        elif name in tags.RUBY and self._find(("ruby",), tags.SCOPE) is not None:
            self._cut_tops(tags.IMPLIED)
        return name not in tags.ONCE

    def _begin_part(self, name: str) -> bool:
        """Make room for a part of a table; outside of one there is none."""
        if name == "table":
            return True
        at = self._find(tags.PART_STOPS[name], ())
        if at is not None:
            self._cut(at + 1)
        return at is not None

    def _start_formatting(self, name: str, tag: str) -> None:
        if name in _ALONE and self._number[name]:
            self._end_formatting(name)
        self.text()
        lasting = self._lasting[name]
        if tag not in lasting:
            lasting[tag] = None
            self._number_lasting += 1
        self._push(name)

    def _end_formatting(self, name: str) -> None:
        """Close a formatting element: what lies in it stays open if it is more than that."""
        at = self._find((name,), tags.SCOPE)
        if at is None:
            if name in self._waiting:
                self._waiting.reverse()
                self._waiting.remove(name)
                self._waiting.reverse()
                self._forget(name)
            return
        inner = [n for n in range(at + 1, len(self.open)) if self.open[n] in tags.SPECIAL]
        if not inner:
            self._close(at)
            self._forget(name)
        elif len(inner) <= CROSSED and self._number[name] <= ALIKE:
            self._cut(inner[-1] + 1)
            self._remove(at)
            self._forget(name)

    def _forget(self, name: str) -> None:
        """Let a formatting element of a name not be opened again."""
        if lasting := self._lasting[name]:
            lasting.popitem()
            self._number_lasting -= 1

    def _push(self, name: str) -> None:
        self.open.append(name)
        self._number[name] += 1
        if len(self.open) > LIMITS.html_depth:
            raise _too_deep()

    def _close(self, at: int | None) -> None:
        """Close an element, and all that lie in it."""
        if at is not None:
            forgotten = self.open[at] in tags.MARKERS
            self._cut(at + 1, forgotten)
            self._number[self.open.pop()] -= 1

    def _remove(self, at: int | None) -> None:
        """Close an element, but leave open what lies in it."""
        if at is not None:
            self._number[self.open.pop(at)] -= 1

    def _cut(self, at: int, forgotten: bool = False) -> None:
        """Close all elements from there on; formatting ones wait to be opened again."""
        closed = self.open[at:]
        del self.open[at:]
        waiting: list[str] = []
        for name in closed:
            self._number[name] -= 1
            forgotten = forgotten or name in tags.MARKERS
            if name in tags.FORMATTING:
                if forgotten:
                    self._forget(name)
                elif waiting.count(name) < ALIKE * max(1, len(self._lasting[name])):
                    waiting.append(name)
        self._waiting += waiting

    def _cut_tops(self, names: Container[str]) -> None:
        """Close the innermost elements as long as they are of some names."""
        at = len(self.open)
        while at and self.open[at - 1] in names:
            at -= 1
        self._cut(at)

    def _leave_foreign(self) -> None:
        while self.root:
            self._cut(len(self.open) - 1)

    def _find(self, names: Collection[str], stops: Container[str]) -> int | None:
        """Return where the innermost of some elements is, if none of `stops` lies in it."""
        if not any(self._number.get(name) for name in names):
            return None
        opened = self.open
        for at in range(len(opened) - 1, -1, -1):
            if opened[at] in names:
                self._count_looks(len(opened) - at)
                return at
            if opened[at] in stops:
                self._count_looks(len(opened) - at)
                return None
        self._count_looks(len(opened))
        return None

    def _find_foreign(self, name: str) -> int | None:
        """Return where an element of SVG or MathML is, if no other kind lies in it."""
        for at in range(len(self.open) - 1, -1, -1):
            _, colon, found = self.open[at].partition(":")
            if not colon or found == name:
                self._count_looks(len(self.open) - at)
                return at if colon else None
        return None

    def _count_looks(self, number: int) -> None:
        self._looked_at += number
        if self._looked_at > LOOKED_AT:
            raise _too_deep()


def _too_deep() -> BadArticle:
    return BadArticle(f"page nested too deeply (at most {LIMITS.html_depth:,} levels)")
