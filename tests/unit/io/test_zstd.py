"""The zstd reader gives what zstandard gives, and notices every cut."""

from __future__ import annotations

import random

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.io.zstd import ZstdDecompressor

DATA = b"".join(b'{"id": "%d", "text": "%x"}\n' % (i, i**9) for i in range(20_000))


def compress(data: bytes, **options: object) -> bytes:
    return zstandard.ZstdCompressor(**options).compress(data)  # type: ignore[arg-type]


def read(data: bytes, feed: int = 1 << 16, most: int = -1) -> tuple[bytes, ZstdDecompressor]:
    member = ZstdDecompressor()
    out = []
    for start in range(0, len(data), feed):
        out.append(member.decompress(data[start : start + feed], most))
        while not member.eof and not member.needs_input:
            out.append(member.decompress(b"", most))
    return b"".join(out), member


@pytest.mark.parametrize(
    "options",
    [{}, {"write_checksum": True}, {"write_content_size": False}, {"level": 19}, {"level": 1}],
)
def test_whole_frames(options: dict[str, object]) -> None:
    for data in (b"", b"a", DATA, b"\0" * 1_000_000):
        out, member = read(compress(data, **options))
        assert out == data
        assert member.eof


def test_any_feed_and_streamed_frames() -> None:
    stream = zstandard.ZstdCompressor().compressobj()
    frame = stream.compress(DATA) + stream.flush()
    for feed in (1, 7, 1000, 1 << 20):
        assert read(frame[: 3000 if feed == 1 else None], feed)[1].eof == (feed > 1)
    assert read(frame, 997)[0] == DATA


def test_every_cut_is_noticed() -> None:
    frame = compress(DATA[:200_000], write_checksum=True)
    cuts = random.Random(1).sample(range(1, len(frame)), 60)
    for cut in cuts:
        out, member = read(frame[:cut])
        assert not member.eof
        assert DATA.startswith(out)


def test_what_follows_is_handed_back() -> None:
    assert read(compress(b"one") + b"rest")[1].unused_data == b"rest"


def test_little_comes_out_at_a_time() -> None:
    bomb = compress(b"a" * (64 << 20))
    member = ZstdDecompressor()
    assert len(member.decompress(bomb, 1 << 20)) <= (1 << 20) + (128 << 10)
    assert not member.needs_input


def test_not_zstd_and_large_windows() -> None:
    with pytest.raises(ValueError, match="not a zstd frame"):
        read(b"something else")
    with pytest.raises(ValueError, match=r"(?i)memory|window"):
        read(compress(b"a" * 100, compression_params=None)[:4] + b"\x00\xb8" + b"\x09\x00\x00a")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 300), st.integers(0, 255))
def test_damage_never_hangs_or_crashes(data: bytes, place: int, byte: int) -> None:
    frame = bytearray(compress(data, write_checksum=True))
    frame[place % len(frame)] = byte
    try:
        out, member = read(bytes(frame))
    except ValueError:
        return
    assert out == data or not member.eof or member.unused_data
