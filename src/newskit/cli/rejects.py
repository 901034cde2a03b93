"""Tell the user of refused articles: one line each, and the article itself to a file if asked."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from typing import IO, Any

from newskit.cli.signals import say
from newskit.cli.stream import Settings
from newskit.errors import BadInput
from newskit.io.shown import shown
from newskit.run.pipeline import Reports
from newskit.run.work import Unit

_REASON_CHARACTERS = 300


@contextlib.contextmanager
def reports_for(settings: Settings) -> Iterator[Reports]:
    """Yield where to report refusals; the rejects file is written line by line as they come."""
    command = settings.command
    file = _open(settings)

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
        yield Reports(refuse, complain)
    finally:
        if file is not None:
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


def _open(settings: Settings) -> IO[bytes] | None:
    if settings.rejects is None:
        return None
    try:
        if os.path.exists(settings.rejects):
            found = os.stat(settings.rejects)
            for path in settings.inputs or ["-"]:
                other = os.fstat(0) if path == "-" else os.stat(path)
                same = (found.st_dev, found.st_ino) == (other.st_dev, other.st_ino)
                if same and stat.S_ISREG(found.st_mode):
                    raise BadInput(f"{shown(settings.rejects)}: is also an input")
        return open(settings.rejects, "wb")
    except OSError as error:
        raise BadInput(f"{shown(settings.rejects)}: {error.strerror}") from error
