"""Compress what is written, as the suffix of the file's name says."""

from __future__ import annotations

from typing import Protocol


class Compressor(Protocol):
    """Makes one member (gzip), stream (bzip2, xz) or frame (zstd) of all that it is given."""

    def compress(self, data: bytes, /) -> bytes:
        """Return what can be written by now."""

    def flush(self) -> bytes:
        """Return the rest, up to the end of the member; nothing can follow in it."""


class _Plain:
    """Leaves everything as it is."""

    def compress(self, data: bytes, /) -> bytes:
        return data

    def flush(self) -> bytes:
        return b""


def compressor(path: str) -> Compressor:
    """Return a compressor for one member of the file `path`.

    The same calls give the same bytes: there is no time stamp in a gzip member. Members behind one
    another are one file for every reader.
    """
    if path.endswith(".gz"):
        import zlib

        return zlib.compressobj(9, zlib.DEFLATED, 31)  # 31: with gzip's header and checksum
    if path.endswith(".bz2"):
        import bz2

        return bz2.BZ2Compressor()
    if path.endswith(".xz"):
        import lzma

        return lzma.LZMACompressor()
    if path.endswith((".zst", ".zstd")):
        import zstandard

        return zstandard.ZstdCompressor(write_checksum=True).compressobj()
    return _Plain()
