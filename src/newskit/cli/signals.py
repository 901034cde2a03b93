"""End as Unix expects: quietly on a closed pipe, with whole lines on a signal.

A signal sets a flag, and the stream stops between two articles; a second one ends at once.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
from collections.abc import Iterator
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_received = 0


def stopped() -> int:
    """Return the number of the signal that asked to stop, or 0."""
    return _received


def catch_signals() -> None:
    """From now on, let the signals to stop only set the flag; what was ignored stays ignored."""
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _receive)


def _receive(number: int, frame: FrameType | None) -> None:
    global _received
    if _received:
        os._exit(128 + number)
    _received = number


@contextlib.contextmanager
def end_quietly() -> Iterator[None]:
    """Let a closed pipe end the program with exit code 0, and a closed stderr never matter."""
    try:
        # Started with >&- or 2>&-: nothing to write to. A real file here would take the free
        # descriptor, and hide that standard output is closed.
        sys.stdout = sys.stdout or io.StringIO()
        sys.stderr = sys.stderr or io.StringIO()
        yield
    except BrokenPipeError:
        leave(0)


def leave(code: int) -> None:
    """End the process now: flushing a closed pipe at exit would fail once more, with a message."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code)


def say(message: str) -> None:
    """Write one line to standard error; a full or closed one is no reason to stop."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(message + "\n")
        sys.stderr.flush()
