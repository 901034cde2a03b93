"""One worker process, as the process that reads the input sees it.

Nothing here waits: what a pipe does not take is sent later, what has come is taken, and which pipes
to look at is for the caller to find out. Pipes and not sockets: they need no further import.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable

from newskit.run.frames import Answer, pack_unit, take_answers
from newskit.run.orphans import fork
from newskit.run.serve import serve
from newskit.run.window import Slot
from newskit.run.work import Work

# Bytes that a pipe shall hold, and that are taken from one at a time: a page and its answer, as a
# rule, so that no worker waits for this process in the middle of one. Linux gives 64 KiB unless
# asked, and other users of pipes feel it if one user's hold more than 64 MiB (pipe(7)).
_HELD = 1 << 18
# Seconds in which a process that has closed its pipe has to end; it does so in milliseconds.
_TO_END = 1.0


class Worker:
    """A process that answers units in the order in which they are given to it.

    Args:
        work: what it does; built, so that all processes share what it holds.
        tie: called in the process to make the kernel kill it with its parent, if there is a way.
        foreign: file descriptors that are no business of its: pipes and locks that it would hold.

    Raises OSError if there can be no further process.
    """

    def __init__(
        self, work: Work, tie: Callable[[], None] | None, foreign: Iterable[int] = ()
    ) -> None:
        self.queue: deque[Slot] = deque()
        # When to give up hope, and since when it is at its article, by the caller's clock.
        self.deadline = self.since = 0.0
        self.retires = False
        self._unsent: deque[memoryview] = deque()
        self._inbox = bytearray()
        with contextlib.ExitStack() as opened:
            theirs, self.requests = _pipe(opened)
            self.answers, back = _pipe(opened)
            parent = os.getpid()
            not_its = {*foreign, self.requests, self.answers} - {theirs, back}

            def child() -> None:
                if tie is not None:
                    tie()
                for fd in not_its:
                    with contextlib.suppress(OSError):
                        os.close(fd)
                if os.getppid() == parent:  # it may have died before the tie was made
                    serve(work, theirs, back)

            self.pid = fork(child, (theirs, back))
            opened.pop_all()
        os.close(theirs)
        os.close(back)
        os.set_blocking(self.requests, False)
        os.set_blocking(self.answers, False)

    @property
    def has_unsent(self) -> bool:
        """Whether there is more to send than the pipe has taken."""
        return bool(self._unsent)

    def give(self, slots: Iterable[Slot]) -> None:
        """Add units to its queue."""
        for slot in slots:
            assert slot.unit is not None
            self.queue.append(slot)
            self._unsent.append(memoryview(pack_unit(slot.unit, slot.prepared)))
        self.send()

    def send(self) -> None:
        """Send as much as the pipe takes."""
        try:
            while self._unsent:
                data = self._unsent[0]
                sent = os.write(self.requests, data)
                if sent < len(data):
                    self._unsent[0] = data[sent:]
                else:
                    self._unsent.popleft()
        except BlockingIOError:
            pass
        except BrokenPipeError:  # it has died: that the answers end will tell
            self._unsent.clear()

    def receive(self) -> list[Answer] | None:
        """Return the answers that have come whole; None if no more can come."""
        try:
            data = os.read(self.answers, _HELD)
        except BlockingIOError:
            return []
        if not data:
            return None
        self._inbox += data
        return list(take_answers(self._inbox))

    def kill(self) -> None:
        """Kill it, if it has not ended by itself; `ended` is to follow."""
        os.kill(self.pid, signal.SIGKILL)

    def ended(self) -> str:
        """Take leave of a process that has closed its pipe or been killed; return how it ended."""
        os.close(self.requests)
        os.close(self.answers)
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        patience = time.monotonic() + _TO_END
        while not pid and time.monotonic() < patience:
            time.sleep(0.001)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
        if not pid:
            self.kill()
            _, status = os.waitpid(self.pid, 0)
        if os.WIFSIGNALED(status):
            return f"signal {os.WTERMSIG(status)}"
        return f"exit code {os.WEXITSTATUS(status)}"


def _pipe(opened: contextlib.ExitStack) -> tuple[int, int]:
    """Return the ends of a new pipe, to be closed if what follows fails. Raises OSError."""
    ends = os.pipe()
    for end in ends:
        opened.callback(os.close, end)
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with contextlib.suppress(OSError):  # it works with any size
            fcntl.fcntl(ends[1], fcntl.F_SETPIPE_SZ, _HELD)
    return ends
