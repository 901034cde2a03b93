"""Runs the program and keeps a list of the files that it opens, and of all that leaves the process.

    python -I tests/faults/watched.py LIST COMMAND ...

LIST gets one JSON array: `["open", path, for writing]` for each file, and `[event]` for what must
never happen: sockets, names looked up, other programs started. The interpreter tells of them itself
(PEP 578), also where a library in C asks for them through it.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any, NamedTuple

OUTWARD = (
    "socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ssl.", "subprocess.", "os.system",
    "os.exec", "os.posix_spawn", "os.spawn", "webbrowser.",
)  # fmt: skip


class Watched(NamedTuple):
    """What a run did: its exit code and streams, the files it read and wrote, and what it must not.

    Files are in the order in which they were opened, each once.
    """

    code: int
    out: bytes
    err: str
    read: list[str]
    written: list[str]
    outward: list[str]


def watch(arguments: list[str], folder: str | os.PathLike[str], **more: Any) -> Watched:
    """Run a command in a folder, and return what it did; `more` goes to `subprocess.run`."""
    import subprocess
    import tempfile

    with tempfile.NamedTemporaryFile("r+", encoding="utf-8") as listed:
        done = subprocess.run(
            [sys.executable, "-I", __file__, listed.name, *arguments],
            cwd=folder, capture_output=True, timeout=60, check=False, **more,
        )  # fmt: skip
        events = json.load(listed)
    read = dict.fromkeys(e[1] for e in events if e[0] == "open" and not e[2])
    written = dict.fromkeys(e[1] for e in events if e[0] == "open" and e[2])
    outward = [e[0] for e in events if e[0] != "open"]
    return Watched(done.returncode, done.stdout, done.stderr.decode(), [*read], [*written], outward)


def _main() -> None:
    listed, seen = open(sys.argv[1], "w", encoding="utf-8"), []  # noqa: SIM115
    sys.argv[:2] = ["newskit"]

    def hear(event: str, values: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(values[0], str | bytes):
            mode, flags = values[1:]
            writes = bool(flags & (os.O_WRONLY | os.O_RDWR)) or bool(set(mode or "") & set("wax+"))
            seen.append((event, os.fsdecode(values[0]), writes))
        elif event.startswith(OUTWARD):
            seen.append((event,))

    from newskit.cli import main

    sys.addaudithook(hear)
    try:
        main()
    finally:
        json.dump(seen, listed)
        listed.close()


if __name__ == "__main__":
    _main()
