"""Lines are cut at line feeds only, whatever the chunks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newskit.io.lines import lines


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[i : i + size] for i in range(0, len(data), size)]


@given(st.lists(st.binary(max_size=20).filter(lambda b: b"\n" not in b)), st.integers(1, 9))
def test_any_chunks_give_the_same_lines(parts: list[bytes], size: int) -> None:
    data = b"x" + b"\n".join(parts)
    found = [(line.number, line.data) for line in lines(cut(data, size), "-")]
    wanted = [(n, d) for n, d in enumerate(data.split(b"\n"), 1) if d and not d.isspace()]
    if size == 1 and found != wanted:  # a byte order mark cut in two stays in the line
        assert data.startswith(b"\xef\xbb\xbf")
        return
    assert found == wanted


def test_the_last_line_knows_that_it_was_not_ended() -> None:
    assert [line.ended for line in lines([b"a\nb"], "-")] == [True, False]
