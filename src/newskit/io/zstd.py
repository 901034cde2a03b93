"""Decompress zstd block by block, so that neither a cut file nor a bomb goes unnoticed.

The zstandard package reports a truncated frame as a plain end of file, and gives out whatever one
call expands to (33 KB can hold 1 GB). So this walks the frame format itself (RFC 8878, 3.1.1) and
hands on one block at a time: a block never expands to more than 128 KiB, and an input that ends
inside a frame is seen.
"""

from __future__ import annotations

from typing import Any

from newskit.limits import LIMITS

_MAGIC = b"\x28\xb5\x2f\xfd"
_DICTIONARY_BYTES = (0, 1, 2, 4)
_SIZE_BYTES = (0, 2, 4, 8)


class ZstdDecompressor:
    """Decompressor of one frame, with the interface of bz2.BZ2Decompressor."""

    def __init__(self) -> None:
        import zstandard

        self._frame: Any = zstandard.ZstdDecompressor(
            max_window_size=LIMITS.zstd_window_bytes
        ).decompressobj()
        self._pending = b""
        self._checksum = 0
        self._header_done = self._blocks_done = False
        self._damage: ValueError | None = None
        self.eof = False
        self.needs_input = True
        self.unused_data = b""

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """Return about `max_length` bytes (all, if negative), more only by the last block.

        Raises ValueError if the data are no zstd frame, or damaged; first it gives out what comes
        before the damage.
        """
        import zstandard

        if self._damage is not None:
            raise self._damage
        self._pending += data
        out: list[bytes] = []
        size = 0
        try:
            while not self.eof and (max_length < 0 or size < max_length):
                piece = self._take()
                if not piece:
                    break
                out.append(self._frame.decompress(piece))
                size += len(out[-1])
        except zstandard.ZstdError as error:
            self._damage = ValueError(str(error).removeprefix("zstd decompressor error: "))
            if not size:
                raise self._damage from error
            self.eof = self.needs_input = False
            return b"".join(out)
        self.needs_input = not self.eof and (max_length < 0 or size < max_length)
        return b"".join(out)

    def _take(self) -> bytes:
        """Cut the frame's header, next block or checksum off the pending bytes; empty if not whole.

        The checksum comes by itself: what it is of has been given out when it turns out wrong.
        """
        data = self._pending
        if not self._header_done:
            length = _header_length(data)
            if not length or len(data) < length:
                return b""
            self._header_done = True
            self._checksum = 4 if data[4] & 4 else 0
        elif self._blocks_done:
            length = self._checksum
            self.eof = len(data) >= length
        else:
            header = int.from_bytes(data[:3], "little")
            kind, size = header >> 1 & 3, header >> 3
            length = 3 + (1 if kind == 1 else size)
            if len(data) < length:
                return b""
            self._blocks_done = header & 1 == 1
            self.eof = self._blocks_done and not self._checksum
        piece = self._cut(length) if len(data) >= length else b""
        if self.eof:
            self.unused_data, self._pending = self._pending, b""
        return piece

    def _cut(self, length: int) -> bytes:
        piece, self._pending = self._pending[:length], self._pending[length:]
        return piece


def _header_length(data: bytes) -> int:
    """Return the length in bytes of a frame's header, or 0 if too little is there to tell."""
    if len(data) < 5:
        return 0
    if data[:4] != _MAGIC:
        raise ValueError("not a zstd frame")
    descriptor = data[4]
    single_segment = descriptor >> 5 & 1
    size_bytes = _SIZE_BYTES[descriptor >> 6] or single_segment
    return 5 + (1 - single_segment) + _DICTIONARY_BYTES[descriptor & 3] + size_bytes
