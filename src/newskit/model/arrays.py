"""Stores named arrays of numbers and lists of words as one block of bytes, and reads them again.

A header of JSON says each array's type, shape and place; the arrays follow, all little-endian, the
whole compressed with zlib. Nothing in it is code, and a block that is not of this form, or that
would unpack to more than its cap or holds a number that is not finite, is refused.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from newskit.errors import BadModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

TYPES = ("<f4", "<f2", "|i1", "|u1", "<u4")
MOST_BYTES = 64 << 20  # unpacked; ten times what newskit ships
HEADER_BYTES = 4  # that give the length of the header


def unpack_arrays(data: bytes) -> dict[str, NDArray[Any]]:
    """Return the arrays in a block that `pack_arrays` made. Raises BadModel if it is none."""
    try:
        engine = zlib.decompressobj()
        raw = engine.decompress(data, MOST_BYTES)
        if not engine.eof or engine.unused_data:
            raise ValueError("cut off or too big")
        at = HEADER_BYTES + int.from_bytes(raw[:HEADER_BYTES], "little")
        header = json.loads(raw[HEADER_BYTES:at])
        arrays: dict[str, NDArray[Any]] = {}
        for name, kind, shape in header:
            if kind not in TYPES or not all(isinstance(n, int) and n >= 0 for n in shape):
                raise ValueError("array")
            size = int(np.prod(shape, dtype=np.int64))
            arrays[name] = np.frombuffer(raw, kind, size, at).reshape(shape)
            if kind.startswith("<f") and not np.isfinite(arrays[name]).all():
                raise ValueError("not finite")
            at += arrays[name].nbytes
        return arrays
    except (ValueError, TypeError, OverflowError, zlib.error, RecursionError) as error:
        raise BadModel(f"model data of an unknown form ({error}); reinstall newskit") from error


def pack_arrays(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """Return the arrays as one block of bytes; the same arrays always give the same bytes."""
    header = json.dumps([[name, a.dtype.str, list(a.shape)] for name, a in arrays.items()])
    encoded = header.encode()
    parts = [len(encoded).to_bytes(HEADER_BYTES, "little"), encoded]
    return zlib.compress(b"".join([*parts, *(a.tobytes() for a in arrays.values())]), 9)


def lines_of(array: NDArray[Any]) -> list[str]:
    """Return the strings that `of_lines` stored. Raises BadModel if they are no UTF-8."""
    try:
        return array.tobytes().decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise BadModel("model data of an unknown form (no UTF-8); reinstall newskit") from error


def of_lines(lines: list[str]) -> NDArray[Any]:
    """Return strings without line breaks as an array of bytes."""
    return np.frombuffer("\n".join(lines).encode("utf-8"), np.uint8)
