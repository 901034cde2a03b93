"""Open inputs whatever their compression, and say plainly when one of them ends early.

An input is read in chunks of at most about 1 MiB, decompressed on the way by its magic bytes and
never by its name. One input is open at a time. Reading never waits: it says when it would have to.
"""

from __future__ import annotations

import os
import select
import stat
from collections.abc import Callable, Generator, Iterator

from newskit.errors import BadInput
from newskit.io.decompress import HEAD, begins_member, compression, damage, decompressor
from newskit.io.shown import shown
from newskit.limits import LIMITS

CHUNK = 1 << 20  # bytes read, and given out, at a time
# Compressed bytes fed at a time. All formats used here can be told how much to give out at most.
_FEED = 1 << 16

# Archives of several files are not unpacked at all, so that no name inside one is ever a path.
_ARCHIVES = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
)


class Input:
    """One input, read in decompressed chunks.

    `path` is "-" for standard input; `fd` the file descriptor, readable when there is more to read.
    `read_bytes` counts bytes as they lie on disk; `on_read` is called with the size of each bite.
    Raises BadInput on opening a directory, an archive, or a file that cannot be read.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.name = shown(path)
        self.read_bytes = 0
        self.on_read: Callable[[int], object] = lambda _: None
        self._held = b""
        self.fd = _open(path, self.name)
        self._poll = None if stat.S_ISREG(os.fstat(self.fd).st_mode) else select.poll()
        if self._poll:
            self._poll.register(self.fd, select.POLLIN)

    def chunks(self) -> Iterator[bytes]:
        """Yield the decompressed bytes in order, and none where there is nothing to read just now.

        Raises BadInput when the input ends early.
        """
        yield from self._idle()
        first = more = self._read()
        while more and len(first) < HEAD:
            yield from self._idle()
            more = self._read()
            first += more
        self._refuse_archive(first)
        if (kind := compression(first)) is not None:
            yield from self._unwrapped(first, kind)
            return
        while first:
            yield first
            yield from self._idle()
            first = self._read()

    def close(self) -> None:
        """Close the input, unless it is standard input."""
        if self.fd:
            os.close(self.fd)

    def _idle(self) -> Iterator[bytes]:
        """Yield no bytes, again and again, until reading need not wait."""
        while self._poll and not self._held and not self._poll.poll(0):
            yield b""

    def _read(self, size: int = CHUNK) -> bytes:
        if self._held:
            data, self._held = self._held[:size], self._held[size:]
            return data
        try:
            data = os.read(self.fd, size)
        except OSError as error:
            raise BadInput(f"{self.name}: {error.strerror}") from error
        self.read_bytes += len(data)
        self.on_read(len(data))
        return data

    def _refuse_archive(self, head: bytes) -> None:
        """Raise BadInput if that is how an archive begins."""
        names = [name for magic, name in _ARCHIVES if head.startswith(magic)]
        if names or head[257:262] == b"ustar":
            name = names[0] if names else "tar"
            raise BadInput(f"{self.name}: {name} archives are not supported, unpack it first")

    def _unwrapped(self, first: bytes, kind: str) -> Iterator[bytes]:
        """Yield what a compressed input holds; an archive in it, or compression again, is too much.

        Raises BadInput for these, too: read as lines, a good part of them would pass for articles.
        """
        is_begun = False
        for chunk in self._decompressed(first, kind):
            if chunk and not is_begun:
                is_begun = True
                self._refuse_archive(chunk)
                if compression(chunk) is not None:
                    raise BadInput(f"{self.name}: compressed twice, unpack it first")
            yield chunk

    def _decompressed(self, first: bytes, kind: str) -> Iterator[bytes]:
        """Yield what a compressed input expands to, member after member."""
        given = 0
        # Held back, so that behind each of many small members only a little has to be moved.
        self._held = first[_FEED:]
        pending = first[:_FEED]
        while pending:
            member, errors = decompressor(kind)
            while not member.eof:
                if member.needs_input and not pending:
                    yield from self._idle()
                    pending = self._read(_FEED)
                    if not pending:
                        raise BadInput(f"{self.name}: input ends early ({kind} data cut off)")
                feed, pending = pending[:_FEED], pending[_FEED:]
                try:
                    out = member.decompress(feed, CHUNK)
                except errors as error:
                    raise BadInput(f"{self.name}: {damage(kind, error)}") from error
                given += len(out)
                limit = max(LIMITS.expansion_bytes, self.read_bytes * LIMITS.expansion_ratio)
                if given > limit:
                    raise BadInput(
                        f"{self.name}: expands to more than {LIMITS.expansion_ratio} times its size"
                    )
                if out:
                    yield out
            pending = member.unused_data + pending
            pending = yield from self._next_member(pending, kind)

    def _next_member(self, pending: bytes, kind: str) -> Generator[bytes, None, bytes]:
        """Return the start of the next member, past zero padding; empty at the end of the input."""
        while True:
            pending = pending.lstrip(b"\0")
            if len(pending) < HEAD:
                yield from self._idle()
                more = self._read(_FEED)
                pending += more
                if more:
                    continue
            if not pending:
                return b""
            if begins_member(pending, kind):
                return pending
            raise BadInput(f"{self.name}: junk behind the {kind} data")


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
