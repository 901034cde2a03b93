"""What a worker process does: an article comes in, its outcome goes out, until no more come.

Each outcome is sent before the next article is begun. So whoever reads them knows which article a
worker was at when it died.
"""

from __future__ import annotations

import os
import resource
import sys

from newskit.errors import BadInput, BadModel
from newskit.limits import LIMITS
from newskit.run.frames import Answer, Retires, pack_answer, read_unit
from newskit.run.pipeline import attempt
from newskit.run.work import Unit, Work

# What getrusage counts memory in: KiB, but bytes on macOS.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


def serve(work: Work, requests: int, answers: int) -> None:
    """Answer the units that come from one pipe into the other, until the first is closed.

    A worker that has needed much memory retires: Python gives little of it back, and a stage may
    leak.
    """
    most = _peak() + LIMITS.worker_bytes  # what it shares with its parent is counted as its own
    with open(requests, "rb") as file:
        while (found := read_unit(file)) is not None:
            _send(answers, _answer(work, *found))
            del found
            if _peak() > most:
                _send(answers, Retires())
                return


def _peak() -> int:
    """Return the most bytes of memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT


def _answer(work: Work, unit: Unit, prepared: bytes) -> Answer:
    try:
        return attempt(lambda unit: work.finish(unit, prepared), unit)
    except (BadInput, BadModel) as error:
        return error


def _send(fd: int, answer: Answer) -> None:
    data = memoryview(pack_answer(answer))
    while data:
        data = data[os.write(fd, data) :]
