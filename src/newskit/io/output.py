"""Write lines to standard output or to a file that is complete or absent.

A named file is written under another name in the same directory and renamed when all is well: a
reader never sees half of it, and a failed run leaves what was there before.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable

from newskit.errors import BadInput
from newskit.io.compress import compressor
from newskit.io.shown import shown
from newskit.io.sink import Sink


class Output:
    """Lines on their way to standard output ("-"), to nowhere (None), or to a file.

    Compressed if the file's suffix says so. Raises BadInput when it cannot be opened or written,
    and nothing more is written after that; BrokenPipeError passes through, for the caller to end
    quietly.
    """

    def __init__(self, path: str | None, inputs: Iterable[str] = ()) -> None:
        self._path = path
        self.name = "standard output" if path in ("-", None) else shown(path or "")
        self.unfinished = f"{self.name} was not written"
        self.has_failed = False
        self._temporary: str | None = None
        self._sink: Sink | None = None
        try:
            if path == "-":
                self._sink = _standard_output(inputs)
            elif path is not None:
                self._path = real_path(path, inputs)
                self._open_temporary(self._path)
        except (OSError, ValueError) as error:
            raise BadInput(f"{self.name}: {getattr(error, 'strerror', None) or error}") from error
        self._compressor = compressor(self._path if self._temporary and self._path else "")

    def write(self, data: bytes) -> None:
        """Write a line; it may stay in the buffer until `flush`."""
        if self._sink is not None:
            try:
                self._sink.write(self._compressor.compress(data))
            except OSError as error:
                self._fail(error)

    def flush(self) -> None:
        """Send on what is in the buffer; nothing for a file, which nobody can see yet."""
        if self._sink is not None and self._temporary is None:
            try:
                self._sink.flush()
            except OSError as error:
                self._fail(error)

    def commit(self) -> None:
        """Finish: flush standard output, or give the file its name."""
        self.flush()
        if self._temporary is None or self._sink is None or self._path is None:
            return
        try:
            self._sink.write(self._compressor.flush())
            self._sink.sync()
            sink, self._sink = self._sink, None
            sink.close()
            os.chmod(self._temporary, final_mode(self._path))
            os.replace(self._temporary, self._path)
            self._temporary = None
        except OSError as error:
            self._fail(error)

    def abandon(self) -> None:
        """Take back a file that was not finished."""
        if self._temporary is not None:
            if self._sink is not None:
                self._sink.drop()
            # What made the run fail has been said already; the name tells whose it is.
            with contextlib.suppress(OSError):
                os.unlink(self._temporary)
            self._temporary = None
        self._sink = None

    def _fail(self, error: OSError) -> None:
        self.abandon()
        if isinstance(error, BrokenPipeError):
            raise error
        self.has_failed = True
        raise BadInput(f"{self.name}: {error.strerror or error}") from error

    def _open_temporary(self, path: str) -> None:
        import tempfile

        fd, self._temporary = tempfile.mkstemp(
            prefix=".newskit-", suffix=".part", dir=os.path.dirname(path) or "."
        )
        self._sink = Sink(fd)


def real_path(path: str, inputs: Iterable[str]) -> str:
    """Return where a file of this name is to be written: the name that a link leads to.

    Raises ValueError if it is there and no regular file, or is one of the inputs; OSError if no
    file can be there: the name is too long, or none at all, or links lead in a circle.
    """
    real = end_of_links(path)
    try:
        found = os.stat(real)
    except FileNotFoundError:
        if not real:
            raise
        return real
    if stat.S_ISDIR(found.st_mode):
        raise ValueError("is a directory")
    if not stat.S_ISREG(found.st_mode):
        raise ValueError("is no regular file (use > to write there)")
    _refuse_inputs(found, inputs, "is also an input")
    return real


def end_of_links(path: str) -> str:
    """Return where a link leads, and any other name as it is: so messages can name the file."""
    return os.path.realpath(path) if os.path.islink(path) else path


def _standard_output(inputs: Iterable[str]) -> Sink:
    found = os.fstat(1)  # raises OSError when standard output is closed
    if stat.S_ISREG(found.st_mode):
        _refuse_inputs(found, inputs, "is also an input: it would grow for ever")
    return Sink(1)


def _refuse_inputs(found: os.stat_result, inputs: Iterable[str], why: str) -> None:
    for path in inputs:
        try:
            other = os.fstat(0) if path == "-" else os.stat(path)
        except OSError:
            continue
        if (other.st_dev, other.st_ino) == (found.st_dev, found.st_ino):
            raise ValueError(why)


def final_mode(path: str) -> int:
    """Return the permissions for a finished file: those it had, or what the umask leaves."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
