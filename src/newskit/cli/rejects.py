"""Tell the user of refused articles: one line each, and the article itself to a file if asked."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newskit.cli.signals import say
from newskit.cli.stream import Settings
from newskit.io.shown import shown
from newskit.io.sink import naming, write_all
from newskit.run.pipeline import Counts, Reports
from newskit.run.work import Unit

if TYPE_CHECKING:
    from newskit.io.parts import GrowingFile

_REASON_CHARACTERS = 300


class RejectsFile:
    """The file of refused articles, written line by line as they come; complete lines only.

    Raises BadInput whenever it cannot be written, naming it.
    """

    def __init__(self, settings: Settings) -> None:
        path = settings.rejects or ""
        self.name = shown(path)
        self._written = 0
        with naming(self.name):
            _refuse_same(path, settings)
            self._fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)

    def write(self, line: bytes) -> None:
        """Write a line, or nothing of it where the file can be cut back."""
        with naming(self.name):
            try:
                write_all(self._fd, line)
            except OSError:
                with contextlib.suppress(OSError):
                    os.ftruncate(self._fd, self._written)
                raise
        self._written += len(line)

    def flush(self) -> None:
        """Do nothing: each line is written at once."""

    def close(self) -> None:
        """Close the file."""
        with naming(self.name):
            os.close(self._fd)


@contextlib.contextmanager
def reports_for(
    settings: Settings, counts: Counts, resumed: GrowingFile | None = None
) -> Iterator[Reports]:
    """Yield where to report refusals; `resumed` is a rejects file that is open already.

    Raises BadInput if the rejects file cannot be opened, written or closed.
    """
    command = settings.command
    file = resumed or (None if settings.rejects is None else RejectsFile(settings))

    def refuse(unit: Unit, reason: str) -> None:
        where = shown(unit.path) if unit.line is None else f"{shown(unit.path)}:{unit.line.number}"
        say(f"newskit {command}: {where}: {shown(reason, _REASON_CHARACTERS)}")
        if file is not None:
            from newskit.io.jsonl import dumps

            file.write(dumps(_reject(unit, command, reason)))
            file.flush()

    def complain(message: str) -> None:
        say(f"newskit {command}: {shown(message)}")

    try:
        yield Reports(refuse, complain, counts)
    finally:
        if file is not None and file is not resumed:
            file.close()


def _reject(unit: Unit, command: str, reason: str) -> dict[str, Any]:
    """Return the refused article with its reason; the bytes as base64 if they are no UTF-8."""
    entry: dict[str, Any] = {"file": shown(unit.path), "stage": command, "reason": shown(reason)}
    if unit.line is None:
        return entry  # the file itself is still there
    entry["line"] = unit.line.number
    if unit.line.too_long:
        entry["cut"] = True
    try:
        entry["raw"] = unit.line.data.decode("utf-8")
    except UnicodeDecodeError:
        import base64

        entry["raw_base64"] = base64.b64encode(unit.line.data).decode("ascii")
    return entry


def _refuse_same(path: str, settings: Settings) -> None:
    """Raise ValueError if the rejects file is an input, or the output. Raises OSError."""
    if settings.output != "-" and os.path.realpath(path) == os.path.realpath(settings.output):
        raise ValueError("is also the output")
    if not os.path.exists(path):
        return
    found = os.stat(path)
    for source in settings.inputs or ["-"]:
        with contextlib.suppress(OSError):  # told later, as for every input
            other = os.fstat(0) if source == "-" else os.stat(source)
            same = (found.st_dev, found.st_ino) == (other.st_dev, other.st_ino)
            if same and stat.S_ISREG(found.st_mode):
                raise ValueError("is also an input")
