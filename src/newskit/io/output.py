"""Write lines to standard output or to a file that is complete or absent.

A named file is written under another name in the same directory and renamed when all is well: a
reader never sees half of it, and a failed run leaves what was there before.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterable
from typing import IO, Any

from newskit.errors import BadInput
from newskit.io.shown import shown

_BUFFER = 1 << 20


class Output:
    """Lines on their way to standard output ("-"), to nowhere (None), or to a file.

    Compressed if the file's suffix says so. Raises BadInput when it cannot be opened or written;
    BrokenPipeError passes through, for the caller to end quietly.
    """

    def __init__(self, path: str | None, inputs: Iterable[str] = ()) -> None:
        self._path = path
        self.name = "standard output" if path in ("-", None) else shown(path or "")
        self._temporary: str | None = None
        self._file: IO[bytes] | None = None
        self._raw: IO[bytes] | None = None
        try:
            if path == "-":
                self._file = _standard_output(inputs)
            elif path is not None:
                self._open_file(path, inputs)
        except (OSError, ValueError) as error:
            raise BadInput(f"{self.name}: {getattr(error, 'strerror', None) or error}") from error

    def write(self, data: bytes) -> None:
        """Write a line; it may stay in the buffer until `flush`."""
        if self._file is not None:
            try:
                self._file.write(data)
            except BrokenPipeError:
                raise
            except OSError as error:
                raise BadInput(f"{self.name}: {error.strerror}") from error

    def flush(self) -> None:
        """Send on what is in the buffer; nothing for a file, which nobody can see yet."""
        if self._file is not None and self._path == "-":
            try:
                self._file.flush()
            except BrokenPipeError:
                raise
            except OSError as error:
                raise BadInput(f"{self.name}: {error.strerror}") from error

    def commit(self) -> None:
        """Finish: flush standard output, or give the file its name."""
        self.flush()
        if self._temporary is None or self._file is None or self._path is None:
            return
        try:
            self._file.close()
            if self._raw is not None and not self._raw.closed:
                self._raw.flush()
                os.fsync(self._raw.fileno())
                self._raw.close()
            os.chmod(self._temporary, _mode(self._path))
            os.replace(self._temporary, self._path)
            self._temporary = None
        except OSError as error:
            self.abandon()
            raise BadInput(f"{self.name}: {error.strerror}") from error

    def abandon(self) -> None:
        """Take back a file that was not finished."""
        if self._temporary is not None:
            os.unlink(self._temporary)
            self._temporary = None

    def _open_file(self, path: str, inputs: Iterable[str]) -> None:
        import tempfile

        if os.path.lexists(path):
            found = os.stat(path)
            if stat.S_ISDIR(found.st_mode):
                raise ValueError("is a directory")
            if not stat.S_ISREG(found.st_mode):
                raise ValueError("is no regular file (use > to write there)")
            _refuse_inputs(found, inputs, "is also an input")
        path = os.path.realpath(path)
        self._path = path
        fd, self._temporary = tempfile.mkstemp(
            prefix=".newskit-", suffix=".part", dir=os.path.dirname(path)
        )
        self._raw = io.BufferedWriter(io.FileIO(fd, "w"), _BUFFER)
        self._file = _compressed(self._raw, path)


def _standard_output(inputs: Iterable[str]) -> IO[bytes]:
    found = os.fstat(1)  # raises OSError when standard output is closed
    if stat.S_ISREG(found.st_mode):
        _refuse_inputs(found, inputs, "is also an input: it would grow for ever")
    if not os.get_blocking(1):
        os.set_blocking(1, True)
    return io.BufferedWriter(io.FileIO(1, "w", closefd=False), _BUFFER)


def _refuse_inputs(found: os.stat_result, inputs: Iterable[str], why: str) -> None:
    for path in inputs:
        try:
            other = os.fstat(0) if path == "-" else os.stat(path)
        except OSError:
            continue
        if (other.st_dev, other.st_ino) == (found.st_dev, found.st_ino):
            raise ValueError(why)


def _compressed(raw: Any, path: str) -> Any:
    """Return a file that compresses as the suffix of `path` says; gzip without a time stamp."""
    if path.endswith(".gz"):
        import gzip

        return gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0)
    if path.endswith(".bz2"):
        import bz2

        return bz2.BZ2File(raw, "wb")
    if path.endswith(".xz"):
        import lzma

        return lzma.LZMAFile(raw, "wb")
    if path.endswith((".zst", ".zstd")):
        import zstandard

        return zstandard.ZstdCompressor().stream_writer(raw, closefd=False)
    return raw


def _mode(path: str) -> int:
    """Return the permissions for a finished file: those it had, or what the umask leaves."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
