"""Follow how far a stream of articles has come, and leave out what an earlier run has done.

The inputs may be read ahead of the work, by as much as it likes: where the reading is when an
article comes in is kept until that article is finished.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from newskit.errors import BadInput
from newskit.io.shown import shown
from newskit.run.inputs import Failed, Waiting
from newskit.run.journal import Position
from newskit.run.work import Unit


class Follower:
    """Knows the position of the last article that was finished; begins behind `start`.

    `reading` is the index of the input that was opened last.
    """

    def __init__(self, paths: list[str], start: Position) -> None:
        self.position = start
        self._start = start
        self._paths = paths
        self.reading = start.inputs - 1
        self._ahead: deque[Position] = deque()

    def paths(self) -> Iterator[str]:
        """Yield the inputs that are not done."""
        for path in self._paths[self._start.inputs :]:
            self.reading += 1
            yield path

    def articles(
        self, items: Iterable[Unit | Failed | Waiting]
    ) -> Iterator[Unit | Failed | Waiting]:
        """Yield the articles that are not done; none after an input that failed.

        `items` are those of `paths`. Raises BadInput if the first one has fewer articles than were
        done of it.
        """
        current, number = self._start.inputs, 0
        for item in items:
            if isinstance(item, Failed):
                yield item
                return
            if isinstance(item, Waiting):
                yield item
                continue
            if self.reading != current:
                self._check_done(current, number)
                current, number = self.reading, 0
            number += 1
            if current > self._start.inputs or number > self._start.articles:
                self._ahead.append(Position(current, number))
                yield item
        self._check_done(current, number)

    def finished(self) -> None:
        """Take it that the next article is finished: written or refused."""
        self.position = self._ahead.popleft()

    def _check_done(self, current: int, number: int) -> None:
        if current == self._start.inputs and number < self._start.articles:
            raise BadInput(f"{shown(self._paths[current])}: has fewer articles than it had")
