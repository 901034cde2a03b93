"""Faults of compressed inputs: cut, damaged, joined, hostile, and what is no such thing."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile
import zlib
from collections.abc import Callable

import pytest
import zstandard

from tests.conftest import record
from tests.faults import check_survives

ZSTD: Callable[[bytes], bytes] = zstandard.ZstdCompressor(write_checksum=True).compress
COMPRESS = {"gzip": gzip.compress, "bzip2": bz2.compress, "xz": lzma.compress, "zstd": ZSTD}
FEW = b"".join(record(n) for n in range(3, 6))
# Hardly compressible: several blocks in every format.
MANY = b"".join(record(n, noise=random.Random(n).randbytes(1_000).hex()) for n in range(3, 403))
PACKED = {kind: compress(MANY) for kind, compress in COMPRESS.items()}
GIB = 1 << 30
HOSTILE_NAMES = ("../../escape.jsonl", "/tmp/escape.jsonl", "plain.jsonl")


def per_input(articles: list[dict[str, str]]) -> list[int]:
    """Return how many articles each input gave; they are numbered from 3 in each, without gaps."""
    counts: list[int] = []
    for number in (int(article["id"]) for article in articles):
        if number == 3:
            counts.append(0)
        assert number == 3 + counts[-1]
        counts[-1] += 1
    return counts


def test_fault_035_gzip_cut_off() -> None:
    """A gzip input is cut off: what comes before is written, and the exit code is 4."""
    data = PACKED["gzip"]
    cuts = (4, 11, len(data) // 2, len(data) * 2 // 3, len(data) - 1)
    files = {f"cut-{cut}": (data[:cut], "input ends early (gzip data cut off)") for cut in cuts}
    done = check_survives("summarize", files=files, code=4)
    half, more, all_but_one = per_input(done.articles)
    assert 190 < half < 210 < 250 < more < 280
    assert all_but_one == 400
    assert f"cut off), after line {half}\n" in done.err


def test_fault_036_zstd_cut_off() -> None:
    """The same holds for zstd, whose library says nothing, and for bzip2 and xz."""
    data = PACKED["zstd"]
    cuts = (5, 9, len(data) // 2, len(data) * 2 // 3, len(data) - 4, len(data) - 1)
    files = {f"cut-{cut}": (data[:cut], "input ends early (zstd data cut off)") for cut in cuts}
    for kind in ("bzip2", "xz"):
        reason = f"input ends early ({kind} data cut off)"
        files[f"cut.{kind}"] = (PACKED[kind][: len(PACKED[kind]) * 2 // 3], reason)
    done = check_survives("summarize", files=files, code=4)
    half, more, *whole, xz = per_input(done.articles)
    assert 100 < half < 210 <= more < 280  # a block of 128 KiB comes whole or not at all
    assert whole == [400, 400]  # only the checksum is missing
    assert 250 < xz < 280  # of bzip2 not one: its blocks have 900 kB


def test_fault_037_damaged_data() -> None:
    """Wrong checksums and flipped bits are told; what comes before them is written."""
    checksum = {"gzip": -8, "bzip2": -3, "xz": -30, "zstd": -2}
    files = {}
    for kind, place in checksum.items():
        data = bytearray(COMPRESS[kind](FEW))
        data[place] ^= 0x40
        files[f"sum.{kind}"] = (bytes(data), f"damaged {kind} data")
    length = bytearray(gzip.compress(FEW))
    length[-1] ^= 0x40
    files["length.gzip"] = (bytes(length), "damaged gzip data")
    done = check_survives("summarize", files=files, code=4)
    assert per_input(done.articles) == [3, 3, 3]  # two of gzip, one of zstd
    files = {}
    for kind, packed in PACKED.items():
        for part in (2, 3, 7):
            data = bytearray(packed)
            data[len(data) * part // 10] ^= 0x40
            files[f"{part}.{kind}"] = (bytes(data), f"{kind} data")
    done = check_survives("summarize", files=files, code=4)
    assert len(done.articles) > 1_000


def test_fault_038_several_members() -> None:
    """Members, streams and frames behind one another are one input, empty ones among them."""
    rest = b"".join(record(n) for n in range(6, 9))
    files = {}
    for kind, compress in COMPRESS.items():
        members = compress(b"") + compress(FEW[:100]) + compress(FEW[100:]) + compress(b"") * 2_000
        files[f"members.{kind}"] = (members + compress(rest), None)
    done = check_survives("summarize", files=files)
    assert per_input(done.articles) == [6] * 4


def test_fault_039_what_follows_compressed_data() -> None:
    """Zeros behind compressed data are padding; anything else is told, with exit code 4."""
    padded = {k: (compress(FEW) + bytes(70_000), None) for k, compress in COMPRESS.items()}
    done = check_survives("summarize", files=padded)
    assert per_input(done.articles) == [3] * 4
    junk = {
        kind: (compress(FEW) + bytes(512) + b"junk and more", f"junk behind the {kind} data")
        for kind, compress in COMPRESS.items()
    }
    junk["mixed"] = (gzip.compress(FEW) + ZSTD(FEW), "junk behind the gzip data")
    done = check_survives("summarize", files=junk, code=4)
    assert per_input(done.articles) == [3] * 5


def gzip_bomb(block: bytes, size: int) -> bytes:
    """Return a gzip member of `size` bytes, all of them `block`, without making them."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = deflate.compress(block) + deflate.flush(zlib.Z_FULL_FLUSH)
    checksum = 0
    for _ in range(size // len(block)):
        checksum = zlib.crc32(block, checksum)
    last = (checksum, size & 0xFFFFFFFF)
    end = deflate.flush() + b"".join(number.to_bytes(4, "little") for number in last)
    return gzip.compress(b"")[:10] + once * (size // len(block)) + end


def zstd_bomb(byte: bytes, size: int) -> bytes:
    """Return a zstd frame of `size` times the same byte: 4 bytes for each 128 KiB."""
    block, last = (((128 << 10) << 3 | 1 << 1 | end).to_bytes(3, "little") for end in (0, 1))
    frame = b"\x28\xb5\x2f\xfd\x00\x38" + (block + byte) * (size // (128 << 10) - 1)
    return frame + last + byte


@pytest.mark.slow
def test_fault_040_bombs() -> None:
    """A megabyte that holds a gigabyte is refused with little memory, as a line or as a whole."""
    files = {
        "line.gz": (gzip_bomb(b"a" * (16 << 20), GIB), "line.gz:1: line longer than 64 MiB"),
        "line.zst": (zstd_bomb(b"a", GIB), "line.zst:1: line longer than 64 MiB"),
        "more.zst": (zstd_bomb(b"a", GIB + GIB // 4), "expands to more than 1000 times its size"),
        "blank.zst": (zstd_bomb(b"\n", GIB // 8), None),
    }
    assert len(files["line.gz"][0]) < 1_100_000
    assert len(files["line.zst"][0]) < 33_000
    check_survives("summarize", files=files, code=4, refused=2, seconds=120)


def test_fault_041_window_of_two_gigabytes() -> None:
    """Data that need gigabytes to decompress are refused, and so said."""
    frame = ZSTD(FEW)
    content_size = 5 + 1  # magic, descriptor, and one byte of size, which small frames have
    wide = frame[:4] + b"\x04" + bytes(((31 - 10) << 3,)) + frame[content_size:]
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 30}]
    xz = lzma.compress(FEW, filters=filters)
    check_survives(
        "summarize",
        files={
            "wide.zst": (wide, "zstd data that need more than 128 MiB of memory"),
            "wide.xz": (xz, "xz data that need more than 128 MiB of memory"),
        },
        code=4,
    )


def test_fault_042_compressed_twice_or_not_as_named() -> None:
    """The first bytes decide, not the name; what is compressed twice stops."""
    named = {
        "plain.gz": (FEW, None),
        "gzip.zst": (gzip.compress(FEW), None),
        "zstd.jsonl": (ZSTD(FEW), None),
        "xz": (lzma.compress(FEW), None),
    }
    assert per_input(check_survives("summarize", files=named).articles) == [3] * 4
    twice = {
        f"{outer}-{inner}": (COMPRESS[outer](COMPRESS[inner](FEW)), "compressed twice")
        for outer, inner in zip(COMPRESS, ("gzip", "zstd", "bzip2", "xz"), strict=True)
    }
    check_survives("summarize", files=twice, code=4)
    check_survives("parse", files=twice, code=4)
    words = {"bz.jsonl": (b'"BZh9 is how it begins"', "found a string"), "bz": (b"BZhenka", "JSON")}
    check_survives("summarize", files=words)


def archives() -> dict[str, bytes]:
    """Return archives that hold articles under hostile names."""
    made = {}
    for mode in ("w", "w:gz", "w:xz"):
        file = io.BytesIO()
        with tarfile.open(fileobj=file, mode=mode) as tar:
            for name in HOSTILE_NAMES:
                member = tarfile.TarInfo(name)
                member.size = len(FEW)
                tar.addfile(member, io.BytesIO(FEW))
        made[f"tar-{mode[2:]}"] = file.getvalue()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in HOSTILE_NAMES:
            archive.writestr(name, FEW)
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    made |= {"zip": file.getvalue(), "zip-empty": empty.getvalue()}
    return made | {
        "7z": b"7z\xbc\xaf\x27\x1c\0\4" + bytes(30),
        "rar": b"Rar!\x1a\x07\0" + bytes(30),
    }


@pytest.mark.parametrize("command", ["parse", "summarize"])
def test_fault_043_archives(command: str) -> None:
    """Archives of several files are not opened: no name in one is ever a path."""
    files = {
        name: (data, f"{name.split('-')[0]} archives are not supported, unpack it first")
        for name, data in archives().items()
    }
    done = check_survives(command, files=files, code=4)
    assert done.articles == []
    assert done.left == {}
