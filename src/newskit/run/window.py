"""Keep the articles that are in work, in the stream's order, until all before them are finished.

Reading stops while the window is full. So memory is bounded, whether an article, the input or
whoever takes the output is slow.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from newskit.errors import BadInput, BadModel
from newskit.run.inputs import Failed, Waiting
from newskit.run.pipeline import Outcome, attempt
from newskit.run.work import Unit, Work

# What is kept at most, in articles for each worker and in bytes of all that was read and is to be
# written: enough for the others to go on for seconds while one is at a slow page.
_ARTICLES, _BYTES = 1024, 64 << 20
# Bytes handed out at a time; one article may have more.
_TAKEN = 1 << 20


class Slot:
    """An item's place in the stream; `result` is what became of it, an error the end of all."""

    __slots__ = ("prepared", "result", "size", "unit")

    def __init__(self, unit: Unit | None, prepared: bytes = b"") -> None:
        self.unit = unit
        self.prepared = prepared
        self.size = len(unit.data) + len(prepared) if unit else 0
        self.result: tuple[Unit, Outcome] | Failed | Exception | None = None


class Window:
    """The articles that are in work.

    `is_over` says that nothing more is to be read; `waits_for` is the input's file descriptor while
    there is nothing to read, else None.
    """

    def __init__(self, work: Work, items: Iterable[Unit | Failed | Waiting], workers: int) -> None:
        self.is_over = False
        self.waits_for: int | None = None
        self._work = work
        self._items = iter(items)
        self._most = _ARTICLES * workers
        self._slots: deque[Slot] = deque()
        self._bytes = 0
        self._again: deque[Slot] = deque()

    def finished(self) -> Iterator[tuple[Unit, Outcome] | Failed]:
        """Yield what is finished, in order. Raises the error that is the end of all."""
        while self._slots and (result := self._slots[0].result) is not None:
            if isinstance(result, Exception):
                raise result
            self._bytes -= self._slots.popleft().size
            yield result

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in work."""
        return not self._slots

    def take(self, most: int) -> list[Slot]:
        """Return the next units to be worked on: what was given back, then what can be read."""
        taken: list[Slot] = []
        size = 0
        while len(taken) < most and size < _TAKEN:
            slot = self._again.popleft() if self._again else self._read()
            if slot is None:
                break
            if slot.result is None:
                taken.append(slot)
                size += slot.size
        return taken

    def give_back(self, slots: Iterable[Slot]) -> None:
        """Let units be taken once more."""
        self._again.extendleft(reversed(list(slots)))

    def settle(self, slot: Slot, outcome: Outcome | Exception) -> None:
        """Keep what became of a unit; an error is the end of all, once it is its turn."""
        if slot.result is not None or slot.unit is None:
            return  # the end came before it
        if isinstance(outcome, Exception):
            self._end_at(slot, outcome)
            return
        slot.result = slot.unit, outcome
        if isinstance(outcome, bytes):
            slot.size += len(outcome)
            self._bytes += len(outcome)

    def end(self, error: Exception) -> None:
        """Let an error be the end of all, behind what is finished without a gap."""
        unfinished = next((s for s in self._slots if s.result is None), None)
        if unfinished is not None:
            self._end_at(unfinished, error)

    def _end_at(self, slot: Slot, error: Exception) -> None:
        """Let all that comes behind a slot be of no interest."""
        self.is_over = True
        while self._slots[-1] is not slot:
            self._slots.pop().result = error
        slot.result = error

    def _read(self) -> Slot | None:
        """Read an item; None if there is none now, or no room for it."""
        is_full = len(self._slots) >= self._most or self._bytes >= _BYTES
        if self.is_over or self.waits_for is not None or (is_full and self._slots):
            return None
        try:
            item = next(self._items, None)
            if item is None:
                self.is_over = True
                return None
            if isinstance(item, Waiting):
                self.waits_for = item.fd
                return None
            slot = self._slot(item)
        except (BadInput, BadModel) as error:
            self.is_over = True
            slot = Slot(None)
            slot.result = error
        self._slots.append(slot)
        self._bytes += slot.size
        return slot

    def _slot(self, item: Unit | Failed) -> Slot:
        """Return an item's slot, having done what needs the stream's order."""
        if isinstance(item, Failed):
            slot = Slot(None)
            slot.result = item
            return slot
        self._work.build()  # before the first worker is made, so that all share what it holds
        prepared = attempt(self._work.prepared, item)
        if isinstance(prepared, bytes):
            return Slot(item, prepared)
        slot = Slot(item)
        slot.result = item, prepared
        return slot
