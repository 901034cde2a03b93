"""Open inputs whatever their compression, and say plainly when one of them ends early.

An input is read in chunks of at most about 1 MiB, decompressed on the way by its magic bytes and
never by its name. One input is open at a time.
"""

from __future__ import annotations

import os
import select
import stat
from collections.abc import Callable, Iterator
from typing import Any

from newskit.errors import BadInput
from newskit.io.shown import shown
from newskit.limits import LIMITS

CHUNK = 1 << 20  # bytes read, and given out, at a time
# Compressed bytes fed at a time. All formats used here can be told how much to give out at most.
_FEED = 1 << 16
# Milliseconds between looks at whether a signal asked to stop, while an input has nothing to give.
_WAKE = 200

# Magic bytes, and what they mean. Archives of several files are not unpacked here at all, so that
# no name inside one is ever a path.
_COMPRESSIONS = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_ARCHIVES = ((b"PK\x03\x04", "zip"), (b"7z\xbc\xaf", "7z"), (b"Rar!", "rar"))


class Input:
    """One input, read in decompressed chunks.

    `path` is "-" for standard input. `before_wait` is called whenever reading has to wait, and
    now and then while it waits: the moment to send on what has been written, and to stop.
    `read_bytes` counts bytes as they lie on disk; `on_read` is called with the size of each bite.
    Raises BadInput on opening a directory, an archive, or a file that cannot be read.
    """

    def __init__(self, path: str, before_wait: Callable[[], None] = lambda: None) -> None:
        self.path = path
        self.name = shown(path)
        self.read_bytes = 0
        self.on_read: Callable[[int], object] = lambda _: None
        self._before_wait = before_wait
        self._fd = _open(path, self.name)
        self._poll = None if stat.S_ISREG(os.fstat(self._fd).st_mode) else select.poll()
        if self._poll:
            self._poll.register(self._fd, select.POLLIN)

    def chunks(self) -> Iterator[bytes]:
        """Yield the decompressed bytes in order; raises BadInput when the input ends early."""
        first = self._read()
        while 0 < len(first) < 6 and (more := self._read()):
            first += more
        for magic, name in _ARCHIVES:
            if first.startswith(magic):
                raise BadInput(f"{self.name}: {name} archives are not supported, unpack it first")
        if first[257:262] == b"ustar":
            raise BadInput(f"{self.name}: tar archives are not supported, unpack it first")
        for magic, name in _COMPRESSIONS:
            if first.startswith(magic):
                yield from self._decompressed(first, name)
                return
        while first:
            yield first
            first = self._read()

    def close(self) -> None:
        """Close the input, unless it is standard input."""
        if self._fd:
            os.close(self._fd)

    def _read(self, size: int = CHUNK) -> bytes:
        if self._poll and not self._poll.poll(0):
            self._before_wait()
            while not self._poll.poll(_WAKE):
                self._before_wait()
        try:
            data = os.read(self._fd, size)
        except OSError as error:
            raise BadInput(f"{self.name}: {error.strerror}") from error
        self.read_bytes += len(data)
        self.on_read(len(data))
        return data

    def _decompressed(self, first: bytes, kind: str) -> Iterator[bytes]:
        """Yield what a compressed input expands to, member after member."""
        given = 0
        pending = first
        while pending:
            member, errors = _decompressor(kind)
            while not member.eof:
                if member.needs_input and not pending:
                    pending = self._read(_FEED)
                    if not pending:
                        raise BadInput(f"{self.name}: input ends early ({kind} data cut off)")
                feed, pending = pending[:_FEED], pending[_FEED:]
                try:
                    out = member.decompress(feed, CHUNK)
                except errors as error:
                    raise BadInput(f"{self.name}: damaged {kind} data: {error}") from error
                given += len(out)
                limit = max(LIMITS.expansion_bytes, self.read_bytes * LIMITS.expansion_ratio)
                if given > limit:
                    raise BadInput(
                        f"{self.name}: expands to more than {LIMITS.expansion_ratio} times its size"
                    )
                if out:
                    yield out
            pending = member.unused_data + pending
            pending = self._next_member(pending, kind)

    def _next_member(self, pending: bytes, kind: str) -> bytes:
        """Return the start of the next member, past zero padding; empty at the end of the input."""
        while True:
            pending = pending.lstrip(b"\0")
            if len(pending) < 6:
                more = self._read()
                pending += more
                if more:
                    continue
            if not pending:
                return b""
            if any(pending.startswith(magic) for magic, name in _COMPRESSIONS if name == kind):
                return pending
            raise BadInput(f"{self.name}: junk behind the {kind} data")


class _Gzip:
    """zlib's decompressor of one gzip member, with the interface of bz2.BZ2Decompressor."""

    def __init__(self) -> None:
        import zlib

        self._zlib: Any = zlib.decompressobj(31)
        self._error = zlib.error
        self.eof = False
        self.needs_input = True
        self.unused_data = b""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        try:
            out: bytes = self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)
        except self._error as error:
            raise ValueError(str(error).split(": ")[-1]) from error
        self.eof, self.unused_data = self._zlib.eof, self._zlib.unused_data
        self.needs_input = not self._zlib.unconsumed_tail and len(out) < max_length
        return out


def _decompressor(kind: str) -> tuple[Any, tuple[type[Exception], ...]]:
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


def _open(path: str, name: str) -> int:
    try:
        fd = 0 if path == "-" else os.open(os.fsencode(path), os.O_RDONLY)
        mode = os.fstat(fd).st_mode
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(f"{name}: {reason}") from error
    if stat.S_ISDIR(mode):
        if fd:
            os.close(fd)
        raise BadInput(f"{name}: is a directory (use -r to read the files in it)")
    return fd


def walk(path: str) -> Iterator[str]:
    """Yield the files in a directory and below, sorted by name; hidden ones are left out.

    Links to directories are not followed, so a loop of links cannot trap it.
    """
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            if not file.startswith("."):
                yield os.path.join(folder, file)
