"""Keep what a long run has written, so that another run can go on where it stopped.

A file of this kind grows at its end only. From time to time it is brought down to the disk, and its
length and a hash of all its bytes are handed out for a journal to record. A later run checks both,
cuts off what came after, and writes on. A file that somebody else has locked is left alone.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import stat
from typing import NamedTuple

from newskit.io.compress import compressor
from newskit.io.output import final_mode
from newskit.io.shown import shown
from newskit.io.sink import Sink, naming, sync_directory, write_all

_BLOCK = 1 << 20  # bytes read at a time to check a file


class Recorded(NamedTuple):
    """What a journal says of a file: its length, and the SHA-256 of all its bytes in hex."""

    size: int
    sha256: str


NOTHING = Recorded(0, hashlib.sha256().hexdigest())


class GrowingFile:
    """A file that is written at its end, from its start or from what a journal recorded.

    It is created if it is not there, and locked until it is closed or the process ends, however it
    ends. `is_new` tells whether it was not there, `size` is the bytes that were found in it, and
    `written` counts those that are in it or in the buffer by now. Raises BadInput whenever it
    cannot be read or written, naming the file.
    """

    def __init__(self, path: str, mode: int = 0o600) -> None:
        self.path = path
        self.name = shown(path)
        self._hash = hashlib.sha256()
        self.written = 0
        with naming(self.name):
            self.is_new = not os.path.lexists(path)
            self._fd = _open_locked(path, mode)
            self._sink: Sink | None = Sink(self._fd)
            try:
                self.size = os.fstat(self._fd).st_size
                sync_directory(path)  # or a power failure could leave the journal and not this
            except OSError:
                if self.is_new:
                    self.remove_empty()
                self.close()
                raise

    def go_on(self, recorded: Recorded) -> None:
        """Check what was recorded, and cut off what lies behind it.

        Raises BadInput if the file is shorter, or was changed.
        """
        with naming(self.name):
            if self.size < recorded.size:
                raise ValueError("is shorter than the journal says")
            self._hash = _hashed(self._fd, recorded.size)
            if self._hash.hexdigest() != recorded.sha256:
                raise ValueError("was changed since the journal was written")
            os.ftruncate(self._fd, recorded.size)
            os.lseek(self._fd, recorded.size, os.SEEK_SET)
        self.written = recorded.size

    def write(self, data: bytes) -> None:
        """Take bytes; they may stay in the buffer until `flush` or `sync`."""
        with naming(self.name):
            self._open_sink().write(data)
        self._hash.update(data)
        self.written += len(data)

    def flush(self) -> None:
        """Write what is in the buffer."""
        with naming(self.name):
            self._open_sink().flush()

    def sync(self) -> Recorded:
        """Bring all down to the disk; return what to record."""
        with naming(self.name):
            self._open_sink().sync()
        return Recorded(self.written, self._hash.hexdigest())

    def close(self) -> None:
        """Close the file, and forget what was not written; the lock is gone then."""
        if self._sink is not None:
            self._sink.drop()
            self._sink = None

    def remove_empty(self) -> None:
        """Remove the file if nothing is in it."""
        with contextlib.suppress(OSError):
            if _same(os.fstat(self._fd), os.stat(self.path), size=0):
                os.unlink(self.path)

    def _open_sink(self) -> Sink:
        if self._sink is None:
            raise ValueError("was closed")
        return self._sink


class Part:
    """The data of an output while they are not complete: `PATH.part`, renamed at the end.

    Compressed by the suffix of `path`, in whole members: one ends wherever `sync` is called, so the
    bytes depend on where that is, and on nothing else. Raises BadInput as GrowingFile does.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.file = GrowingFile(f"{path}.part")
        self._compressor = compressor(path)
        self._begun = False

    def write(self, line: bytes) -> None:
        """Write a line; it may stay in the buffer."""
        self._begun = True
        self.file.write(self._compressor.compress(line))

    def sync(self, *, last: bool = False) -> Recorded:
        """End the member, bring all down to the disk, and return what to record.

        With `last`, an output of no lines becomes a member of no bytes: a whole file of its kind.
        """
        if self._begun or (last and not self.file.written):
            self.file.write(self._compressor.flush())
            self._compressor = compressor(self.path)
            self._begun = False
        return self.file.sync()

    def finish(self) -> None:
        """Give the file its name, and the permissions of the one that it replaces."""
        with naming(shown(self.path)):
            os.chmod(self.file.path, final_mode(self.path))
            os.replace(self.file.path, self.path)


def holds(path: str, recorded: Recorded, *, more: bool = False) -> bool:
    """Tell whether the file `path` holds what was recorded, and nothing (or some) `more`.

    Raises BadInput if it cannot be read.
    """
    with naming(shown(path)):
        try:
            fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        except FileNotFoundError:
            return False
        try:
            found = os.fstat(fd)
            if not stat.S_ISREG(found.st_mode) or found.st_size < recorded.size:
                return False
            if found.st_size > recorded.size and not more:
                return False
            return _hashed(fd, recorded.size).hexdigest() == recorded.sha256
        finally:
            os.close(fd)


def replace_file(path: str, data: bytes) -> None:
    """Replace a small file by another one, so that either is found whole after a power failure.

    The other one is written as `PATH.new` first; the caller holds a lock, so nobody else writes it.
    Raises BadInput.
    """
    temporary = f"{path}.new"
    with naming(shown(path)):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            try:
                write_all(fd, data)
                os.fsync(fd)
            finally:
                os.close(fd)
            os.replace(temporary, path)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise
        sync_directory(path)


def _open_locked(path: str, mode: int) -> int:
    """Return a descriptor of a regular file, locked; it is created if it is not there.

    The lock belongs to the process, not to the descriptor: a child that outlives a killed run does
    not hold it.
    """
    while True:
        with contextlib.suppress(FileNotFoundError):
            if not stat.S_ISREG(os.lstat(path).st_mode):
                raise ValueError("is no regular file")
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, mode)
        try:
            fcntl.lockf(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            found = os.fstat(fd)
            with contextlib.suppress(FileNotFoundError):
                if _same(found, os.stat(path)):
                    return fd
        except (BlockingIOError, PermissionError) as error:
            os.close(fd)
            raise ValueError("another run is writing it") from error
        except OSError:
            os.close(fd)
            raise
        os.close(fd)  # the run that held it has just renamed it


def _same(one: os.stat_result, other: os.stat_result, size: int | None = None) -> bool:
    """Tell whether two are one file, and of that size if one is given."""
    is_one = (one.st_dev, one.st_ino) == (other.st_dev, other.st_ino)
    return is_one and size in (None, one.st_size)


def _hashed(fd: int, size: int) -> hashlib._Hash:
    """Return the SHA-256 of a file's first `size` bytes, as an object that takes more."""
    found = hashlib.sha256()
    os.lseek(fd, 0, os.SEEK_SET)
    while size and (data := os.read(fd, min(size, _BLOCK))):
        found.update(data)
        size -= len(data)
    return found
