"""Packed arrays: they come back as they went in, and anything else is refused."""

import contextlib
import json
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.errors import BadModel
from newskit.model.arrays import lines_of, of_lines, pack_arrays, unpack_arrays

ARRAYS = {
    "vectors": np.array([[1, -2], [3, 4]], np.int8),
    "scales": np.array([0.5, 2], np.float32),
    "words": of_lines(["Öl", "", "naïve"]),
}


def test_arrays_come_back():
    found = unpack_arrays(pack_arrays(ARRAYS))
    assert list(found) == list(ARRAYS)
    for name, array in ARRAYS.items():
        assert found[name].dtype == array.dtype
        assert (found[name] == array).all()
    assert lines_of(found["words"]) == ["Öl", "", "naïve"]


def test_the_same_arrays_give_the_same_bytes():
    assert pack_arrays(ARRAYS) == pack_arrays(dict(ARRAYS))


@pytest.mark.parametrize("cut", [0, 1, 10, -1])
def test_a_block_that_is_cut_off_is_refused(cut):
    with pytest.raises(BadModel, match="unknown form"):
        unpack_arrays(pack_arrays(ARRAYS)[:cut])


@pytest.mark.parametrize(
    "header", [[["a", "|O", [1]]], [["a", "<f4", [9]]], [["a", "<f4", [-1]]], [["a"]], {"a": 1}, 3]
)
def test_a_header_that_lies_is_refused(header):
    encoded = json.dumps(header).encode()
    raw = len(encoded).to_bytes(4, "little") + encoded + b"\x00" * 8
    with pytest.raises(BadModel, match="unknown form"):
        unpack_arrays(zlib.compress(raw))


def test_what_unpacks_to_more_than_its_cap_is_refused():
    with pytest.raises(BadModel, match="too big"):
        unpack_arrays(zlib.compress(bytes(65 << 20)))


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_read(data):
    with contextlib.suppress(BadModel):
        unpack_arrays(data)
