"""Do a work in several processes that can be killed, and give the outcomes in the stream's order.

The process that reads hands articles out undecoded, each worker a few at a time. A worker answers
article by article; if it dies or takes too long, that costs the article it was at, and what else it
had goes to others.

What it gets wrong: a worker that dies between two articles costs the one that it had not begun.
"""

from __future__ import annotations

import gc
import select
import time
from collections.abc import Callable, Iterable

from newskit.errors import BadInput
from newskit.limits import LIMITS
from newskit.run.frames import Retires
from newskit.run.inputs import WAKE, Failed, Waiting
from newskit.run.orphans import Watcher, kernel_tie, open_files
from newskit.run.pipeline import Refused, Results
from newskit.run.process import Worker
from newskit.run.window import Slot, Window
from newskit.run.work import Unit, Work

# Seconds of work that a worker is given beyond the article that it is at: what it takes to send it
# more is small beside them, and at the end of the input workers wait little for one another.
_AHEAD = 0.1
# Articles that it is given at most.
_ARTICLES = 256
# Seconds between two looks at what workers that have enough to do have answered. Without it, each
# answer wakes this process: that took as long again as the cheapest work (docs/jobs.md).
_NAP = 0.002
# The weight of the latest articles in the estimate of what one takes.
_LATEST = 0.2
# Seconds that count at most between two looks at the clock: for longer, this process was stopped or
# waited for the output, and could not have seen an answer.
_MOST_TICK = 1.0


class Workers:
    """Does a work in `jobs` processes: what `run` takes as `each`.

    Args:
        jobs: how many processes at most; one is started when there is something for it to do.
        seconds: how long an article may take before its worker is killed.
        before_wait: called when there is nothing to do but wait, and now and then while waiting.
    """

    def __init__(self, jobs: int, seconds: float, before_wait: Callable[[], None]) -> None:
        self._jobs = jobs
        self._seconds = seconds
        self._before_wait = before_wait
        self._staff: list[Worker] = []
        self._tie: Callable[[], None] | None = None
        self._watcher: Watcher | None = None
        self._foreign: list[int] = []  # file descriptors from before there were stages
        self._deaths = 0  # since the last answer
        self._cost: float | None = None  # seconds that an article takes, about
        self._clock, self._looked = 0.0, time.monotonic()

    def __call__(self, work: Work, items: Iterable[Unit | Failed | Waiting]) -> Results:
        """Yield what became of each item, in order; raises what is the end of all in its place."""
        window = Window(work, items, self._jobs)
        self._foreign = open_files()
        try:
            while True:
                self._hand_out(work, window)
                yield from window.finished()
                if window.is_over and window.is_empty:
                    return
                self._look(window)
        finally:
            self._dismiss()

    def _hand_out(self, work: Work, window: Window) -> None:
        """Give work to those who have little left, and to new ones if there is enough of it."""
        share = 1  # until it is known what an article takes
        if self._cost is not None:
            share += int(_AHEAD / max(self._cost, _AHEAD / _ARTICLES))
        while True:
            least = min(self._staff, key=lambda w: len(w.queue), default=None)
            left = len(least.queue) if least else 0
            may_hire = len(self._staff) < self._jobs and (least is None or left)
            if left > share // 2 and not may_hire:
                return
            slots = window.take(share if may_hire else share - left)
            if not slots:
                return
            worker = self._hire(work, window, slots) if may_hire else least
            if worker is not None:
                self._give(worker, slots)

    def _hire(self, work: Work, window: Window, slots: list[Slot]) -> Worker | None:
        """Return a new worker; if there can be none, the work goes to those who are there."""
        try:
            if not self._staff:
                self._begin()
            foreign = [fd for w in self._staff for fd in (w.requests, w.answers)] + self._foreign
            if self._watcher is not None:
                foreign.append(self._watcher.fd)
            worker = Worker(work, self._tie, foreign)
        except OSError as error:
            if self._staff:
                self._jobs = len(self._staff)
                window.give_back(slots)
            else:
                window.end(BadInput(f"no worker can be started: {error.strerror}"))
            return None
        if self._watcher is not None:
            self._watcher.add(worker.pid)
        self._staff.append(worker)
        return worker

    def _begin(self) -> None:
        """See to it that workers end with this process, and share what it holds."""
        self._tie = self._tie or kernel_tie()
        if self._tie is None and self._watcher is None:
            self._watcher = Watcher()
        gc.freeze()  # the collector writes into what it looks at, which copies it

    def _give(self, worker: Worker, slots: list[Slot]) -> None:
        if not worker.queue:
            worker.since = self._tick()
            worker.deadline = worker.since + self._seconds
        worker.give(slots)

    def _look(self, window: Window) -> None:
        """Wait until there is something to do, and take what has come."""
        poll = select.poll()
        by_fd = {}
        for worker in self._staff:
            poll.register(worker.answers, select.POLLIN)
            by_fd[worker.answers] = worker
            if worker.has_unsent:
                poll.register(worker.requests, select.POLLOUT)
                by_fd[worker.requests] = worker
        if window.waits_for is not None:
            poll.register(window.waits_for, select.POLLIN)
        if self._cost and all((len(w.queue) - 1) * self._cost > 2 * _NAP for w in self._staff):
            time.sleep(_NAP)
        found = poll.poll(0)
        if not found:
            self._before_wait()
            found = poll.poll(WAKE)
        now = self._tick()
        for fd, _ in found:
            if fd == window.waits_for:
                window.waits_for = None
            elif fd == by_fd[fd].requests:
                by_fd[fd].send()
            else:
                self._hear(by_fd[fd], window, now)
        for worker in [w for w in self._staff if w.queue and w.deadline <= now]:
            worker.kill()
            self._bury(worker, window, f"took longer than {self._seconds:g} s (--time-limit)")

    def _hear(self, worker: Worker, window: Window, now: float) -> None:
        """Take what a worker says."""
        answers = worker.receive()
        if answers is None:
            self._bury(worker, window)
            return
        worker.deadline = now + self._seconds  # an answer of which a part has come is there
        done = 0
        for answer in answers:
            if isinstance(answer, Retires):
                worker.retires = True
            else:
                window.settle(worker.queue.popleft(), answer)
                done += 1
        if done:
            self._deaths = 0
            cost = (now - worker.since) / done
            self._cost = cost if self._cost is None else self._cost + _LATEST * (cost - self._cost)
            worker.since = now

    def _bury(self, worker: Worker, window: Window, reason: str = "") -> None:
        """Refuse the article that a worker was at when it died, and give the others back."""
        if self._watcher is not None:
            self._watcher.remove(worker.pid)
        end = worker.ended()
        self._staff.remove(worker)
        if worker.queue and not worker.retires:
            self._deaths += not reason
            if self._deaths == LIMITS.worker_deaths:
                window.end(BadInput(f"{self._deaths} workers died one after another ({end})"))
            window.settle(worker.queue.popleft(), Refused(reason or f"worker died ({end})"))
        window.give_back(worker.queue)

    def _tick(self) -> float:
        """Return the time by a clock that stands still while this process does."""
        now = time.monotonic()
        self._clock += min(now - self._looked, _MOST_TICK)
        self._looked = now
        return self._clock

    def _dismiss(self) -> None:
        for worker in self._staff:
            worker.kill()
        for worker in self._staff:
            if self._watcher is not None:
                self._watcher.remove(worker.pid)
            worker.ended()
        self._staff = []
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None
