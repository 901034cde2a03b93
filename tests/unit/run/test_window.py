"""The window keeps the order, and bounds what is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from newskit.errors import BadInput, BadModel
from newskit.io.lines import Line
from newskit.run.inputs import Failed, Waiting
from newskit.run.pipeline import Refused
from newskit.run.window import Window
from newskit.run.work import Unit, Work


def unit(number: int, size: int = 0) -> Unit:
    return Unit("-", b" " * size, Line(number, b""))


def window(*items: Any, build: Callable[[], Any] = list) -> Window:
    return Window(Work(build), iter(items), 1)


def numbers(results: Iterator[Any]) -> list[int | str]:
    return [r.reason if isinstance(r, Failed) else r[0].line.number for r in results]


def test_results_come_in_the_streams_order() -> None:
    open_window = window(unit(1), unit(2), Failed("gone"), unit(3))
    first, second, third = open_window.take(9)
    open_window.settle(third, b"c")
    open_window.settle(second, Refused("bad"))
    assert numbers(open_window.finished()) == []
    open_window.settle(first, b"a")
    assert numbers(open_window.finished()) == [1, 2, "gone", 3]
    assert open_window.is_over
    assert open_window.is_empty


def test_what_is_given_back_is_taken_first() -> None:
    open_window = window(*map(unit, range(1, 9)))
    slots = open_window.take(4)
    open_window.give_back(slots[1:])
    assert open_window.take(2) == slots[1:3]
    assert [s.unit.line.number for s in open_window.take(2)] == [4, 5]  # type: ignore[union-attr]


def test_it_does_not_wait_and_does_not_ask_again() -> None:
    open_window = window(unit(1), Waiting(7), unit(2))
    assert len(open_window.take(9)) == 1
    assert open_window.waits_for == 7
    assert open_window.take(9) == []
    open_window.waits_for = None
    assert len(open_window.take(9)) == 1


def test_articles_and_bytes_are_bounded() -> None:
    many = window(*map(unit, range(5_000)))
    taken = [slot for _ in range(5_000) for slot in many.take(1)]
    assert len(taken) == 1024
    many.settle(taken[0], b"a")
    list(many.finished())
    assert len(many.take(5_000)) == 1

    big = window(*(unit(n, 10 << 20) for n in range(20)))
    taken = [slot for _ in range(20) for slot in big.take(20)]
    assert len(taken) == 7  # the last one goes over the limit
    big.settle(taken[1], b" " * (20 << 20))  # what waits to be written counts as well
    big.settle(taken[0], b"a")
    next(big.finished())
    assert big.take(20) == []
    list(big.finished())
    assert len(big.take(20)) == 1


def test_one_article_may_have_more_than_all_others() -> None:
    big = window(unit(1, 65 << 20), unit(2))
    assert len(big.take(9)) == 1
    assert big.take(9) == []


def test_the_end_of_all_comes_in_its_turn() -> None:
    open_window = window(*map(unit, range(1, 6)))
    slots = open_window.take(4)
    open_window.settle(slots[3], b"d")
    open_window.settle(slots[1], BadInput("a later schema"))
    open_window.settle(slots[2], BadModel("comes too late"))
    open_window.give_back(slots[2:])
    assert open_window.take(9) == []
    results = open_window.finished()
    assert numbers(results) == []
    open_window.settle(slots[0], b"a")
    results = open_window.finished()
    assert next(results)[0].line.number == 1  # type: ignore[index, union-attr]
    with pytest.raises(BadInput, match="a later schema"):
        next(results)


def test_the_end_of_all_can_come_at_once() -> None:
    open_window = window(*map(unit, range(1, 6)))
    slots = open_window.take(4)
    open_window.settle(slots[0], b"a")
    open_window.settle(slots[2], b"c")
    open_window.end(BadInput("workers died"))
    open_window.settle(slots[1], Refused("comes too late"))
    assert open_window.take(9) == []
    results = open_window.finished()
    assert next(results)[0].line.number == 1  # type: ignore[index, union-attr]
    with pytest.raises(BadInput, match="workers died"):
        next(results)


def test_what_cannot_be_built_or_read_is_an_end_of_all() -> None:
    def damaged() -> Any:
        raise BadModel("cut off")

    open_window = window(unit(1), build=damaged)
    assert open_window.take(1) == []
    with pytest.raises(BadModel, match="cut off"):
        list(open_window.finished())

    def items() -> Iterator[Unit]:
        yield unit(1)
        raise BadInput("has fewer articles")

    open_window = Window(Work(list), items(), 1)
    (slot,) = open_window.take(5)
    open_window.settle(slot, b"a")
    with pytest.raises(BadInput, match="fewer"):
        list(open_window.finished())


def test_what_remembers_is_done_in_order_and_once() -> None:
    seen: list[str] = []

    def remember(article: dict[str, Any]) -> dict[str, Any]:
        seen.append(article["text"])
        return article | {"before": len(seen) - 1}

    lines = [b'{"text": "a"}', b"[1]", b'{"text": "b"}']
    units = [Unit("-", data, Line(n, data)) for n, data in enumerate(lines, 1)]
    work = Work(list, prepare=remember)
    open_window = Window(work, units, 1)
    slots = open_window.take(9)
    assert seen == ["a", "b"]
    made = [work.finish(s.unit, s.prepared) for s in slots if s.unit]
    assert made == [b'{"text":"a","before":0}\n', b'{"text":"b","before":1}\n']
    for slot, line in zip(slots, made, strict=True):
        open_window.settle(slot, line)
    _, refused, _ = open_window.finished()
    assert refused[1].reason == "expected an object, found an array"  # type: ignore[index, union-attr]
