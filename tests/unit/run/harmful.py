"""Run a stage that does harm, as `newskit harm` would: arguments are Settings as JSON.

What an article is to do is in its field `do`. `pids` is a folder in which each process that works
leaves a file of its number; `cap` and `watch` take the place of a cap, and of the kernel's help.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import Any

import typer

from newskit.cli.signals import end_quietly
from newskit.cli.stream import Settings, stream
from newskit.errors import BadArticle, BadInput, BadModel
from newskit.limits import LIMITS
from newskit.run import serve, workers
from newskit.run.work import Work

LEAKED: list[bytes] = []


def forever() -> None:
    """Compute in C, and let no other thread run: `re` tries all ways to cut 40 letters in parts."""
    re.match(r"(?:a+)+$", "a" * 40 + "b")


def deeper() -> None:
    """Call itself."""
    deeper()


def fail(error: Exception) -> None:
    """Raise an error."""
    raise error


HARM = {
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "abort": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "forever": forever,
    "wait": lambda: time.sleep(600),
    "exit": lambda: sys.exit(7),
    "vanish": lambda: os._exit(0),
    "close": lambda: (os.closerange(3, 1000), time.sleep(600)),
    "bug": lambda: fail(KeyError("secret")),
    "memory": lambda: bytearray(1 << 62),
    "deep": deeper,
    "bad": lambda: fail(BadArticle("bad \udcff")),
    "newer": lambda: fail(BadInput("a later schema")),
    "model": lambda: fail(BadModel("model data cut off")),
    "leak": lambda: LEAKED.append(b"x" * (10 << 20)),
    "slow": lambda: time.sleep(0.3),
    "print": lambda: print("not a record", flush=True),
    "": lambda: None,
}


class Harm:
    """Does what the article says."""

    name = "harm"
    needs = ()
    sets = ("pid",)

    def __init__(self, pids: str | None) -> None:
        self.options: dict[str, Any] = {}
        self.pids = pids

    def __call__(self, article: dict[str, Any]) -> dict[str, Any]:
        """Return the process's number, if there is no harm."""
        if self.pids:
            Path(self.pids, str(os.getpid())).touch()
        HARM[article.get("do", "")]()
        return {"pid": os.getpid()}


def main() -> None:
    """Run the command."""
    options = json.loads(sys.argv[1])
    pids, cap = options.pop("pids", None), options.pop("cap", None)
    fields = tuple(options.pop("fields", ["id"]))
    if cap:
        serve.LIMITS = LIMITS._replace(worker_bytes=cap)  # type: ignore[attr-defined]
    if options.pop("watch", False):
        workers.kernel_tie = lambda: None  # type: ignore[attr-defined]
    with end_quietly():
        try:
            stream(Work(lambda: [Harm(pids)], fields=fields), Settings("harm", None, **options))
        except typer.Exit as end:
            sys.exit(end.exit_code)


if __name__ == "__main__":
    main()
