"""Put bytes into a file descriptor: all of them, or an error that leaves nothing to be tried again.

``io.BufferedWriter`` keeps what it could not write, and tries once more whenever it is flushed,
closed or collected: after a full disk the rest could land behind a gap, or fail again at exit. A
Sink forgets it. What goes out in one call is whole lines, if lines are what came in.
"""

from __future__ import annotations

import contextlib
import errno
import os
import select
from collections.abc import Iterator

from newskit.errors import BadInput

# Bytes collected before they are written: larger ones were not faster.
_BUFFER = 1 << 20


class Sink:
    """A buffer before a file descriptor. Every method but `drop` raises OSError."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self._pending: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> None:
        """Take bytes; they may stay in the buffer until `flush`."""
        if len(data) >= _BUFFER:  # joining it to others would double the memory it takes
            self.flush()
        self._pending.append(data)
        self._size += len(data)
        if self._size >= _BUFFER:
            self.flush()

    def flush(self) -> None:
        """Write all that is in the buffer; what fails is gone from it."""
        pending, self._pending, self._size = self._pending, [], 0
        write_all(self.fd, b"".join(pending))

    def sync(self) -> None:
        """Write all, down to the disk."""
        self.flush()
        os.fsync(self.fd)

    def close(self) -> None:
        """Write all, and close the descriptor even if that fails."""
        try:
            self.flush()
        except OSError:
            self.drop()
            raise
        os.close(self.fd)

    def drop(self) -> None:
        """Forget what is in the buffer, and close the descriptor."""
        self._pending, self._size = [], 0
        with contextlib.suppress(OSError):
            os.close(self.fd)


def write_all(fd: int, data: bytes) -> None:
    """Write all bytes, however few one call takes, waiting where the descriptor does not block.

    Raises OSError. Interrupted calls are repeated by Python itself (PEP 475).
    """
    left = memoryview(data)
    while left:
        try:
            left = left[os.write(fd, left) :]
        except BlockingIOError:
            poll = select.poll()
            poll.register(fd, select.POLLOUT)
            poll.poll()


def sync_directory(path: str) -> None:
    """Bring the names in the directory of `path` down to the disk. Raises OSError."""
    fd = os.open(os.path.dirname(path) or ".", os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some file systems do not do that to a directory
            raise
    finally:
        os.close(fd)


@contextlib.contextmanager
def naming(name: str) -> Iterator[None]:
    """Turn an OSError or ValueError into a BadInput that names the file."""
    try:
        yield
    except OSError as error:
        raise BadInput(f"{name}: {error.strerror or error}") from error
    except ValueError as error:
        raise BadInput(f"{name}: {error}") from error
