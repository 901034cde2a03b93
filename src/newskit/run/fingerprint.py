"""Say what an output depends on, so that a run that goes on with it gives the same bytes.

The inputs count by name, size, date and their first bytes, not by all of their content: whoever
changes a file in its middle, keeps its size and sets its date back is not noticed.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import stat
import sys
import time
from array import array
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import newskit
from newskit.errors import BadInput
from newskit.io.shown import shown
from newskit.run.journal import EVERY

# Libraries that have a say in what is written, or in how it is compressed.
_LIBRARIES = ("charset-normalizer", "numpy", "orjson", "regex", "selectolax", "zstandard")
_HEAD = 1 << 16  # bytes of an input that are looked at
# Inputs that are described each by itself, so that a message can name the one that changed; all
# others count together, which keeps the journal small.
_NAMED = 32


class Inputs:
    """The files to be read, as they were at the beginning; about 16 bytes of memory beside a name.

    Raises BadInput for one that cannot be read, or is among `own`: the files, as pairs of device
    and inode, that the run itself writes.
    """

    def __init__(self, paths: Iterable[str], own: Collection[tuple[int, int]] = ()) -> None:
        self.paths: list[str] = []
        self._sizes = array("q")
        self._times = array("q")
        self._described: list[str] = []
        self._rest = hashlib.sha256()
        for path in paths:
            self._add(path, own)

    def fingerprint(self) -> dict[str, Any]:
        """Return what to record of the inputs."""
        found: dict[str, Any] = {"the number of inputs": len(self.paths)}
        for number, text in enumerate(self._described, 1):
            found[f"input {number}"] = text
        if len(self.paths) > _NAMED:
            found[f"one of the inputs after the first {_NAMED}"] = self._rest.hexdigest()
        return found

    def check(self, first: int, last: int) -> None:
        """Raise BadInput if one of the inputs `first` to `last` (from 0) has changed meanwhile."""
        for index in range(first, min(last + 1, len(self.paths))):
            path = self.paths[index]
            try:
                found = os.stat(path)
            except OSError as error:
                raise BadInput(f"{shown(path)}: {error.strerror} (it was there before)") from error
            if (found.st_size, found.st_mtime_ns) != (self._sizes[index], self._times[index]):
                raise BadInput(f"{shown(path)}: changed while it was read")

    def _add(self, path: str, own: Collection[tuple[int, int]]) -> None:
        try:
            found = os.stat(path)
            if stat.S_ISDIR(found.st_mode):
                raise BadInput(f"{shown(path)}: is a directory (use -r to read the files in it)")
            if (found.st_dev, found.st_ino) in own:
                raise BadInput(f"{shown(path)}: is also an output")
            with open(path, "rb", buffering=0) as file:
                head = file.read(_HEAD)
        except OSError as error:
            raise BadInput(f"{shown(path)}: {error.strerror}") from error
        digest = hashlib.sha256(os.fsencode(path) + b"\0" + head).hexdigest()
        text = (
            f"{shown(path)} ({found.st_size} bytes, of {_date(found.st_mtime_ns)}, {digest[:16]})"
        )
        if len(self.paths) < _NAMED:
            self._described.append(text)
        else:
            self._rest.update(text.encode())
        self.paths.append(path)
        self._sizes.append(found.st_size)
        self._times.append(found.st_mtime_ns)


def fingerprint(options: Mapping[str, Any], inputs: Inputs) -> dict[str, Any]:
    """Return all that the output depends on, by the names that a message can use."""
    return {
        "newskit's version": newskit.__version__,
        "newskit's model data": _models(),
        "the machine": f"{os.uname().machine}, Python {sys.version.split()[0]}",
        **{f"{name}'s version": _version(name) for name in _LIBRARIES},
        "the number of articles between checkpoints": EVERY,
        **options,
        **inputs.fingerprint(),
    }


def _models() -> str:
    """Return one hash of all manifests, each of which has the hashes of its data."""
    found = hashlib.sha256()
    for path in sorted(Path(newskit.__file__).parent.rglob("manifest.json")):
        try:
            found.update(path.read_bytes())
        except OSError as error:
            raise BadInput(f"{shown(str(path))}: {error.strerror}; reinstall newskit") from error
    return found.hexdigest()[:16]


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _date(nanoseconds: int) -> str:
    seconds, rest = divmod(nanoseconds, 10**9)
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(seconds))}.{rest:09}Z"
