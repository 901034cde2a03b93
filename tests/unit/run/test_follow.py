"""What is done is left out, and every finished article tells how far the stream has come."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newskit.errors import BadInput
from newskit.run.follow import Follower
from newskit.run.inputs import Failed, Waiting
from newskit.run.journal import Position
from newskit.run.work import Unit

PATHS = ["a", "empty", "b", "c"]
SIZES = {"a": 2, "empty": 0, "b": 3, "c": 1}


def stream(follower: Follower, sizes: dict[str, int]) -> Iterator[Unit | Failed | Waiting]:
    for path in follower.paths():
        yield Waiting(0)
        for number in range(sizes[path]):
            yield Unit(path, b"%d" % number, None)


def test_positions_are_those_of_what_is_finished_however_far_the_reading_is() -> None:
    follower = Follower(PATHS, Position())
    articles = follower.articles(stream(follower, SIZES))
    found = [item for item in articles if isinstance(item, Unit)]  # all is read ahead
    assert len(found) == 6
    positions = []
    for _ in found:
        follower.finished()
        positions.append(tuple(follower.position))
    assert positions == [(0, 1), (0, 2), (2, 1), (2, 2), (2, 3), (3, 1)]


@pytest.mark.parametrize("start", [(0, 0), (0, 1), (0, 2), (2, 0), (2, 2), (2, 3), (3, 1)])
def test_what_is_done_is_left_out(start: tuple[int, int]) -> None:
    follower = Follower(PATHS, Position(*start))
    items = follower.articles(stream(follower, SIZES))
    found = [(PATHS.index(i.path), int(i.data)) for i in items if isinstance(i, Unit)]
    assert found == [
        (index, number)
        for index, path in enumerate(PATHS)
        for number in range(SIZES[path])
        if (index, number) >= start
    ]


def test_an_input_with_fewer_articles_than_were_done() -> None:
    for paths in (PATHS, PATHS[:1]):
        follower = Follower(paths, Position(0, 2))
        with pytest.raises(BadInput, match="a: has fewer articles than it had"):
            list(follower.articles(stream(follower, SIZES | {"a": 1})))


def test_nothing_comes_after_an_input_that_failed() -> None:
    follower = Follower(PATHS, Position(0, 1))
    failed = Failed("a: input ends early")

    def stream_failing() -> Iterator[Unit | Failed]:
        for path in follower.paths():
            yield Unit(path, b"", None)
            yield failed

    assert list(follower.articles(stream_failing())) == [failed]
