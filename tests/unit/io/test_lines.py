"""Lines are cut at line feeds only, whatever the chunks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.errors import BadInput
from newskit.io.lines import lines


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[i : i + size] for i in range(0, len(data), size)]


@given(st.lists(st.binary(max_size=20).filter(lambda b: b"\n" not in b)), st.integers(1, 9))
def test_any_chunks_give_the_same_lines(parts: list[bytes], size: int) -> None:
    data = b"xx" + b"\n".join(parts)  # a zero among the first two bytes would make it UTF-16
    for mark in (b"", b"\xef\xbb\xbf"):
        found = [(line.number, line.data) for line in lines(cut(mark + data, size), "-") if line]
        wanted = [(n, d) for n, d in enumerate(data.split(b"\n"), 1) if d and not d.isspace()]
        assert found == wanted


def test_the_last_line_knows_that_it_was_not_ended() -> None:
    assert [line.ended for line in lines([b"a\nb"], "-")] == [True, False]


@pytest.mark.parametrize("size", [7, 4096, 100_000])
def test_many_blank_lines_are_counted(size: int) -> None:
    data = b"a\n" + b"\n" * 9_000 + b" \t\r\n" * 3_000 + b" b\n\nc"
    found = [(line.number, line.data) for line in lines(cut(data, size), "-") if line]
    assert found == [(1, b"a"), (12_002, b" b"), (12_004, b"c")]


@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32BE"])
def test_wide_characters_are_told(encoding: str) -> None:
    with pytest.raises(BadInput, match=f"iconv -f {encoding} -t UTF-8"):
        list(lines(cut('{"text": "a"}'.encode(encoding), 3), "-"))


def test_an_input_that_fails_is_told_with_its_last_line() -> None:
    def chunks() -> Iterator[bytes]:
        yield b"a\n\nb\nc"
        raise BadInput("in.gz: ends early")

    with pytest.raises(BadInput, match=r"in.gz: ends early, after line 3$"):
        list(lines(chunks(), "in.gz"))
