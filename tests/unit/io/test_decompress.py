"""Every format gives out what comes before damage, as far as its library does, and then says so."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from typing import Any

import pytest
import zstandard

from newskit.io.decompress import compression, damage, decompressor

DATA = b"".join(b'{"id": "%d", "text": "%x"}\n' % (i, i**9) for i in range(20_000))
COMPRESS = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstandard.ZstdCompressor(write_checksum=True).compress,
}


def read(data: bytes, kind: str, most: int = 1 << 16) -> tuple[bytes, str]:
    """Return what comes out, and the error that ended it."""
    member, errors = decompressor(kind)
    out = []
    pending: Any = data
    try:
        while not member.eof and (pending or not member.needs_input):
            out.append(member.decompress(pending[:4_000], most))
            pending = pending[4_000:]
    except errors as error:
        return b"".join(out), damage(kind, error)
    return b"".join(out), ""


@pytest.mark.parametrize("kind", COMPRESS)
def test_what_is_whole_comes_out_whole(kind: str) -> None:
    for data in (b"", b"a", DATA):
        packed = COMPRESS[kind](data)
        assert compression(packed) == kind
        assert read(packed, kind) == (data, "")


@pytest.mark.parametrize("kind", ["gzip", "zstd"])
def test_a_wrong_checksum_comes_behind_the_data(kind: str) -> None:
    packed = bytearray(COMPRESS[kind](DATA[:3_000]))
    packed[{"gzip": -8, "zstd": -1}[kind]] ^= 1
    out, error = read(bytes(packed), kind)
    assert out == DATA[:3_000]
    assert error.startswith(f"damaged {kind} data")


def test_gzip_gives_out_all_before_the_damage() -> None:
    deflate = zlib.compressobj(9, zlib.DEFLATED, 31)
    good = deflate.compress(DATA[:50_000]) + deflate.flush(zlib.Z_FULL_FLUSH)
    out, error = read(good + b"\xff" * 9_000, "gzip")
    assert out == DATA[:50_000]
    assert error.startswith("damaged gzip data")


def test_little_comes_out_at_a_time() -> None:
    member, _ = decompressor("gzip")
    bomb = gzip.compress(bytes(16 << 20))
    assert len(member.decompress(bomb, 1 << 16)) <= 1 << 16
    assert not member.needs_input


@pytest.mark.parametrize("kind", COMPRESS)
def test_damage_anywhere_ends_in_one_of_the_declared_errors(kind: str) -> None:
    packed = COMPRESS[kind](DATA[:200])
    for place in range(len(packed)):
        hurt = bytearray(packed)
        hurt[place] ^= 0x55
        if compression(bytes(hurt)) == kind:
            read(bytes(hurt), kind)
