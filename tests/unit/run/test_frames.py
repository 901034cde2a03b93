"""Units and answers come out of the bytes as they went in, whatever pieces those come in."""

from __future__ import annotations

import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newskit.errors import BadInput, BadModel
from newskit.io.lines import Line
from newskit.run.frames import Retires, pack_answer, pack_unit, read_unit, take_answers
from newskit.run.pipeline import Refused
from newskit.run.work import Unit

DATA = st.binary(max_size=30)
PATHS = st.sampled_from(["-", "a b.html", "Ærø\n", "not-utf8-\udcff"])
REASONS = st.text(max_size=9) | st.just("bad \udcff \ud800")
UNITS = st.builds(
    lambda path, data, line: Unit(path, data, line and Line(line[0], data, *line[1:])),
    PATHS,
    DATA,
    st.none() | st.tuples(st.integers(0, 2**63), st.booleans(), st.booleans()),
)
ANSWERS = st.one_of(
    DATA,
    st.builds(Refused, REASONS, st.booleans()),
    st.builds(BadInput, REASONS),
    st.builds(BadModel, REASONS),
    st.just(Retires()),
)


@given(st.lists(st.tuples(UNITS, DATA), max_size=4), st.integers(0, 20))
def test_units(given_units: list[tuple[Unit, bytes]], cut: int) -> None:
    data = b"".join(pack_unit(*given_unit) for given_unit in given_units)
    file = io.BytesIO(data)
    assert [read_unit(file) for _ in given_units] == given_units
    assert read_unit(file) is None
    file = io.BytesIO(data[: max(len(data) - cut - 1, 0)])
    read = [read_unit(file) for _ in given_units]
    assert None in read or not given_units  # one that is cut off is none


def told(answer: Any) -> Any:
    """Return what can be compared."""
    if isinstance(answer, Retires):
        return Retires
    return (type(answer), str(answer)) if isinstance(answer, Exception) else answer


@given(st.lists(ANSWERS, max_size=5), st.integers(1, 12))
def test_answers(given_answers: list[Any], size: int) -> None:
    data = b"".join(map(pack_answer, given_answers))
    inbox, taken = bytearray(), []
    for start in range(0, len(data), size):
        inbox += data[start : start + size]
        taken += list(take_answers(inbox))
    assert not inbox
    assert [told(answer) for answer in taken] == [told(answer) for answer in given_answers]
