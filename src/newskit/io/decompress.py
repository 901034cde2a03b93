"""Decompress one member of a compressed input, whatever the format, a bounded piece at a time.

All formats get the interface of `bz2.BZ2Decompressor`. Where data are damaged, what comes before
the damage is given out first, as `gzip -d` does. Not so for bzip2 and xz: their libraries give
nothing of the block (900 kB) or piece in which they find the damage.
"""

from __future__ import annotations

import contextlib
from typing import Any

from newskit.limits import LIMITS

# Magic bytes, and what they mean. Behind bzip2's come a digit and the mark of a block, or of the
# end: three letters alone could begin a text.
_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_BZIP2_MARKS = (b"1AY&SY", b"\x17rE8P\x90")
HEAD = 10  # bytes by which all formats are told


def compression(head: bytes) -> str | None:
    """Return how data that begin so are compressed, or None.

    >>> compression(b"BZh91AY&SY..."), compression(b"BZhenka said.")
    ('bzip2', None)
    """
    kind = next((name for magic, name in _MAGIC if head.startswith(magic)), None)
    if kind == "bzip2" and not (
        head[3:4].isdigit() and any(mark.startswith(head[4:HEAD]) for mark in _BZIP2_MARKS)
    ):
        return None
    return kind


def begins_member(data: bytes, kind: str) -> bool:
    """Tell whether what follows a member begins another one of the same kind."""
    return any(data.startswith(magic) for magic, name in _MAGIC if name == kind)


def decompressor(kind: str) -> tuple[Any, tuple[type[Exception], ...]]:
    """Return a decompressor of one member, and the errors by which it reports damage."""
    if kind == "gzip":
        return _Gzip(), (ValueError,)
    if kind == "bzip2":
        import bz2

        return bz2.BZ2Decompressor(), (OSError, ValueError)
    if kind == "xz":
        import lzma

        limit = LIMITS.zstd_window_bytes
        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=limit), (lzma.LZMAError,)
    from newskit.io.zstd import ZstdDecompressor

    return ZstdDecompressor(), (ValueError,)


def damage(kind: str, error: Exception) -> str:
    """Say what an error of a decompressor means: damage, or a frame that asks for much memory."""
    if "memory" in str(error).lower():
        most = LIMITS.zstd_window_bytes >> 20
        return f"{kind} data that need more than {most} MiB of memory; unpack it first"
    return f"damaged {kind} data: {error}"


class _Gzip:
    """zlib's decompressor of one gzip member."""

    def __init__(self) -> None:
        import zlib

        self._zlib: Any = zlib.decompressobj(31)
        self._error = zlib.error
        self._damage: ValueError | None = None
        self.eof = False
        self.needs_input = True
        self.unused_data = b""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        if self._damage is not None:
            raise self._damage
        data = self._zlib.unconsumed_tail + data
        before = self._zlib.copy()
        try:
            out: bytes = self._zlib.decompress(data, max_length)
        except self._error as error:
            self._damage = ValueError(str(error).split(": ")[-1])
            self.needs_input = False
            out = self._up_to_damage(before, data)
            if not out:
                raise self._damage from error
            return out
        self.eof, self.unused_data = self._zlib.eof, self._zlib.unused_data
        self.needs_input = not self._zlib.unconsumed_tail and len(out) < max_length
        return out

    def _up_to_damage(self, before: Any, data: bytes) -> bytes:
        """Return what comes before the damage: zlib drops it with the error, so byte by byte."""
        out = []
        with contextlib.suppress(self._error):
            for place in range(len(data)):
                out.append(before.decompress(data[place : place + 1]))
        return b"".join(out)
