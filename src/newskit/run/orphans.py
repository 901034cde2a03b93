"""Let no worker outlive the process that reads the input, even if that is killed with SIGKILL.

A worker that waits for an article notices by itself that nobody will send one. One that computes
does not, and a thread in it would wait for a lock that the computation holds. On Linux the kernel
kills it; elsewhere a small process watches, whose pipe from the reading process is closed when that
one has gone.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterable

# prctl(2), from <linux/prctl.h>: the signal that a process gets when its parent has gone.
_PR_SET_PDEATHSIG = 1
# Signals to stop are for the process that reads; a terminal sends them to all of its group.
_TO_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def kernel_tie() -> Callable[[], None] | None:
    """Return what makes the kernel kill the calling process with its parent; None if it cannot."""
    if sys.platform != "linux":
        return None
    try:
        import ctypes

        prctl = ctypes.CDLL(None).prctl
    except (ImportError, OSError, AttributeError):
        return None

    def tie() -> None:
        prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)

    return tie


def fork(child: Callable[[], None], keep: Iterable[int]) -> int:
    """Run `child` in a new process, which ends when it returns; return the process's id.

    The new process ignores the signals to stop, and has no standard input and output, unless their
    numbers are in `keep`: others who wait for the end of those do not wait for it. Raises OSError.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _TO_STOP)
    try:
        pid = os.fork()
        if pid:
            return pid
        code = 1
        try:
            for number in _TO_STOP:
                signal.signal(number, signal.SIG_IGN)
            _close_standard(set(keep))
            child()
            code = 0
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else 1
        finally:
            # Without cleaning up: the files, and what is to be written to them, are the parent's.
            os._exit(code)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _close_standard(keep: set[int]) -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for fd in {0, 1} - keep - {null}:
        os.dup2(null, fd)


def open_files() -> list[int]:
    """Return the file descriptors that are open, but the standard ones."""
    found = []
    for name in os.listdir("/dev/fd"):
        with contextlib.suppress(OSError):  # that of the folder itself is closed again
            os.fstat(int(name))
            found.append(int(name))
    return [fd for fd in found if fd > 2]


class Watcher:
    """A process that kills the workers when the one that made it has gone."""

    def __init__(self) -> None:
        theirs, self.fd = os.pipe()
        self._pid = fork(lambda: self._watch(theirs), (theirs,))
        os.close(theirs)

    def add(self, pid: int) -> None:
        """Watch over a worker."""
        os.write(self.fd, b"+%d\n" % pid)

    def remove(self, pid: int) -> None:
        """Forget a worker; to be called before its id can become another process's."""
        os.write(self.fd, b"-%d\n" % pid)

    def close(self) -> None:
        """End the watch."""
        os.close(self.fd)
        os.waitpid(self._pid, 0)

    def _watch(self, fd: int) -> None:
        os.close(self.fd)
        workers = set()
        with open(fd, "rb") as told:
            for line in told:
                pid = int(line[1:])
                workers.add(pid) if line.startswith(b"+") else workers.discard(pid)
        for pid in workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
