"""Run the program in a child in which the n-th call that touches an output fails, or is the last.

What is a call: opening, writing, syncing, cutting, closing, renaming, removing and changing the
mode of what lies in the private folder, or of standard output. Those that cannot make a difference
to a fault are not counted for it. Nothing of this is in the program: the functions of `os` are
replaced in the child.
"""

from __future__ import annotations

import bz2
import contextlib
import errno
import gc
import gzip
import io
import lzma
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import zstandard

FULL, BROKEN, KILL, POWER = "full disk", "I/O error", "SIGKILL", "power failure"
# The calls that can fail: on a full disk only what needs room. And those without which the disk
# would look otherwise: a program that ends before it closes a file leaves the same as after it.
_CHANGING = {"create", "write", "ftruncate", "chmod", "replace", "unlink"}
_COUNTED = {
    FULL: {"create", "write", "fsync"},
    BROKEN: _CHANGING | {"open", "fsync", "close"},
    KILL: _CHANGING,
    POWER: _CHANGING | {"fsync"},
}
_OPENING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_DIRECTORY


UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.decompress,
    ".bz2": bz2.decompress,
    ".xz": lzma.decompress,
    ".zst": lambda data: (
        zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()
    ),
}


class Outcome(NamedTuple):
    """What a child left behind; `reached` is the call that failed, empty if there were fewer."""

    code: int
    out: bytes
    err: str
    reached: str


class Calls:
    """Counts the calls, and makes one of them fail.

    A full disk stays full: after the n-th call nothing more is written, but all else works. An I/O
    error strikes once. At a power failure, what was not synced is gone: bytes, names and renames.
    """

    def __init__(self, number: int, fault: str, folder: Path) -> None:
        self._left = number
        self._fault = fault
        self._folder = folder
        self._fds = {1: "standard output"}
        self._full = False
        self._synced: dict[int, int] = {}  # by inode
        self._undo: list[Callable[[], None]] = []
        self._os = {name: getattr(os, name) for name in dir(self) if name in os.__all__}
        for name in self._os:
            setattr(os, name, getattr(self, name))

    def open(self, path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if not flags & _OPENING or not self._is_ours(path):
            return self._os["open"](path, flags, *rest, **more)
        there = os.path.lexists(path)
        self._count("open" if there else "create", path)
        fd: int = self._os["open"](path, flags, *rest, **more)
        self._fds[fd] = str(path)
        found = os.fstat(fd)
        if not there:
            self._undo.append(lambda: self._os["unlink"](path))
        self._synced.setdefault(found.st_ino, found.st_size)
        return fd

    def write(self, fd: int, data: Any) -> int:
        if fd not in self._fds:
            return self._os["write"](fd, data)

        def half() -> None:
            self._os["write"](fd, memoryview(data)[: len(data) // 2])

        self._count("write", self._fds[fd], half)
        return self._os["write"](fd, data)

    def fsync(self, fd: int) -> None:
        self._count("fsync", self._fds[fd])
        found = os.fstat(fd)
        self._synced[found.st_ino] = found.st_size
        if os.path.isdir(self._fds[fd]):
            self._undo.clear()

    def close(self, fd: int) -> None:
        path = self._fds.pop(fd, None)
        self._os["close"](fd)  # it is closed even if it fails
        if path is not None:
            self._count("close", path)

    def ftruncate(self, fd: int, length: int) -> None:
        if fd in self._fds:
            self._count("ftruncate", self._fds[fd])
        self._os["ftruncate"](fd, length)

    def chmod(self, path: Any, mode: int) -> None:
        self._count("chmod", path)
        self._os["chmod"](path, mode)

    def replace(self, source: Any, target: Any) -> None:
        self._count("replace", target)
        old = Path(target).read_bytes() if os.path.exists(target) else None
        self._os["replace"](source, target)

        def undo() -> None:
            self._os["replace"](target, source)
            if old is not None:
                Path(target).write_bytes(old)

        self._undo.append(undo)

    def unlink(self, path: Any) -> None:
        if not os.path.lexists(path):
            self._os["unlink"](path)
        self._count("unlink", path)
        old = Path(path).read_bytes()
        self._os["unlink"](path)

        def undo() -> None:
            Path(path).write_bytes(old)

        self._undo.append(undo)

    def _is_ours(self, path: Any) -> bool:
        return Path(os.path.abspath(path)).is_relative_to(self._folder)

    def _count(self, call: str, path: Any, half: Callable[[], None] = lambda: None) -> None:
        """Fail if this is the n-th call, having done `half` of it."""
        if call not in _COUNTED[self._fault]:
            return
        self._left -= 1
        if self._left and not self._full:
            return
        if not self._left:
            name = f"{call} {Path(os.fsdecode(path)).name}"
            (self._folder.parent / "reached").write_text(name)
            if self._fault != BROKEN:
                half()
        if self._fault == POWER:
            self._lose()
        if self._fault in (KILL, POWER):
            os.kill(os.getpid(), signal.SIGKILL)
        self._full = self._fault == FULL
        code = errno.ENOSPC if self._full else errno.EIO
        raise OSError(code, os.strerror(code))

    def _lose(self) -> None:
        """Take back what a disk need not have kept."""
        for path in self._folder.iterdir():
            found = path.stat()
            size = self._synced.get(found.st_ino, found.st_size)
            os.truncate(path, min(found.st_size, size))
        for undo in reversed(self._undo):
            with contextlib.suppress(FileNotFoundError):
                undo()


def run_failing(
    arguments: Sequence[str],
    folder: Path,
    number: int = 0,
    fault: str = BROKEN,
    *,
    prepare: Callable[[], None] = lambda: None,
) -> Outcome:
    """Run newskit in `folder`, with the call of that number failing; 0 is none.

    `prepare` is called in the child. Standard output and error are files beside the folder.
    """
    out, err, reached = (folder.parent / name for name in ("stdout", "stderr", "reached"))
    reached.unlink(missing_ok=True)
    gc.freeze()  # or the child would copy all pages as soon as it collects garbage
    child = os.fork()
    if not child:
        gc.disable()
        with out.open("wb") as file, err.open("wb") as errors:
            os.dup2(file.fileno(), 1)
            os.dup2(errors.fileno(), 2)
        _be_the_program(arguments, folder, lambda: (prepare(), Calls(number, fault, folder)))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    found = reached.read_text() if reached.exists() else ""
    return Outcome(status, out.read_bytes(), err.read_text(), found)


def _be_the_program(
    arguments: Sequence[str], folder: Path, prepare: Callable[[], object]
) -> NoReturn:
    code: Any = 1
    try:
        os.chdir(folder)
        sys.argv = ["newskit", *arguments]
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), write_through=True)
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), write_through=True)
        prepare()
        from newskit.cli import main

        main()
        code = 0
    except SystemExit as error:
        code = error.code or 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code if isinstance(code, int) else 1)


class Nothing:
    """A stage that does nothing, but `then` at the article of that number, from 1."""

    name, needs, sets, options = "nothing", (), (), {}

    def __init__(self, number: int, then: Callable[[], object]) -> None:
        self._left = number
        self._then = then

    def __call__(self, article: dict[str, Any]) -> dict[str, Any]:
        self._left -= 1
        if not self._left:
            self._then()
        return {}


def preload() -> None:
    """Import what the children would each have to import."""
    import newskit.cli.clean
    import newskit.cli.resume
    import newskit.cli.run
    import newskit.io.jsonl
    import newskit.parse
    import newskit.parse.sniff  # noqa: F401


def make_small(number: int = 0, then: Callable[[], object] = lambda: None) -> None:
    """In a child, let stages do nothing, checkpoints come often, and buffers be small.

    So it is quick, and calls are many. `then` is called at the article of that number.
    """
    import newskit.cli.resume
    import newskit.io.sink
    import newskit.run.fingerprint
    import newskit.run.work

    newskit.io.sink._BUFFER = 300
    newskit.cli.resume.EVERY = newskit.run.fingerprint.EVERY = 4
    newskit.run.fingerprint._version = lambda name: "1"  # looking them up takes a while
    init = newskit.run.work.Work.__init__

    def build_nothing(self: Any, build: object, *rest: Any, **more: Any) -> None:
        init(self, lambda: [Nothing(number, then)], *rest, **more)

    newskit.run.work.Work.__init__ = build_nothing  # type: ignore[method-assign]


def files(folder: Path) -> dict[str, bytes]:
    """Return the files in a folder, by name."""
    return {p.name: p.read_bytes() for p in folder.iterdir()}
