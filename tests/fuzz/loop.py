"""Runs targets on damaged seeds for a while, and makes what fails small.

Time is the processor's, so that a busy machine neither stops early nor finds slowness that is none.
"""

from __future__ import annotations

import contextlib
import hashlib
import random
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.fuzz import seeds
from tests.fuzz.mutations import mutate, mutate_json
from tests.fuzz.oracle import limit_of
from tests.fuzz.targets import TARGETS

MINIMISE_SECONDS = 8.0  # of a processor, for each finding
HANGS = 10.0  # times the limit, after which an execution is stopped
# Shares of the time: the whole pipe has most of the code, the small ones run thousands a second.
WEIGHTS = {
    "page": 0.4,
    "line": 0.3,
    "again": 0.05,
    "story": 0.05,
    "input": 0.08,
    "zstd": 0.03,
    "dates": 0.04,
    "encoding": 0.05,
}


class Failure(NamedTuple):
    """What an execution failed with, and where; failures of the same name are one finding."""

    name: str
    trace: str


class Finding(NamedTuple):
    """A failure of a target, with the input that led to it, made as small as time allowed."""

    target: str
    failure: Failure
    data: bytes


class Report:
    """What a run did: executions, refusals and seconds by target, and its findings."""

    def __init__(self) -> None:
        self.executions: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        self.findings: dict[str, Finding] = {}
        self.times: Counter[str] = Counter()  # how often each finding came


class _Hangs(BaseException):
    """An execution was stopped."""


@contextlib.contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _Hangs

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def execute(target: str, data: bytes) -> Failure | bool:
    """Run a target; return whether it accepted the input, or how it failed."""
    began = time.process_time()
    try:
        with _stopped_after(HANGS * limit_of(data)):
            accepted = TARGETS[target](data)
    except (_Hangs, Exception) as error:
        return _failure(error)
    took = time.process_time() - began
    if took > limit_of(data):
        return Failure("slow", f"{took:.1f} s of a processor for {len(data):,} bytes")
    return accepted


def _failure(error: BaseException) -> Failure:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "newskit" in frame.filename] or frames
    place = f"{'-'.join(Path(ours[-1].filename).parts[-2:])}:{ours[-1].lineno}"
    name = f"{type(error).__name__} {place}"
    if isinstance(error, AssertionError):
        name = f"{str(error)[:60]} {Path(frames[-1].filename).name}:{frames[-1].lineno}"
    return Failure(name, "".join(traceback.format_exception(error)))


def minimise(target: str, data: bytes, name: str, seconds: float = MINIMISE_SECONDS) -> bytes:
    """Return the smallest input found in that time that fails in the same way.

    Pieces are taken out, half of the input first, then halves of the halves (delta debugging).
    """
    end = time.process_time() + seconds
    size = max(1, len(data) // 2)
    while size and time.process_time() < end:
        at, smaller = 0, False
        while at < len(data) and time.process_time() < end:
            candidate = data[:at] + data[at + size :]
            failed = execute(target, candidate)
            if isinstance(failed, Failure) and failed.name == name:
                data, smaller = candidate, True
            else:
                at += size
        if not smaller or size > len(data):
            size = min(size // 2, len(data))
    return data


class Fuzzer:
    """Runs targets on damaged seeds.

    Args:
        seed: of the random numbers; with the same one the same inputs are made.
        data: the folder of labelled pages, if there is one.
        running: where the input of an execution lies while it runs: a crash of the process
            itself leaves it there.
    """

    def __init__(self, seed: int, data: Path | None = None, running: Path | None = None) -> None:
        self._rng = random.Random(seed)
        self._running = running
        self.report = Report()
        pages = seeds.pages(data, self._rng)
        records = seeds.records(pages, self._rng)
        self._seeds = {
            "page": pages,
            "again": pages,
            "line": records,
            "story": [b"\n".join(self._rng.sample(records, 3)) for _ in range(20)],
            "input": seeds.compressed(records, self._rng),
            "zstd": seeds.frames(records, self._rng),
            "dates": list(seeds.DATES),
            "encoding": [page[:4_000] for page in pages],
        }

    def run(self, seconds: float, told: Callable[[Finding], Any] = lambda _: None) -> Report:
        """Fuzz for that many seconds of a processor; `told` is called with each finding.

        The report is in `report` as well, for whoever stops it earlier.
        """
        report = self.report
        end = time.process_time() + seconds
        while time.process_time() < end:
            kind = min(WEIGHTS, key=lambda kind: report.seconds[kind] / WEIGHTS[kind])
            began = time.process_time()
            target = self._rng.choice([name for name in TARGETS if name.split("-")[0] == kind])
            data = self._input(kind)
            outcome = self._execute(target, data)
            report.executions[kind] += 1
            report.refused[kind] += outcome is False
            report.seconds[kind] += time.process_time() - began
            if isinstance(outcome, Failure):
                _note(report, Finding(target, outcome, data), told)
        return report

    def _input(self, kind: str) -> bytes:
        rng, found = self._rng, self._seeds[kind]
        if kind == "line" and rng.random() < 0.75:
            return mutate_json(rng.choice(found), rng, found)
        if kind in ("dates", "encoding") and rng.random() < 0.5:
            return rng.choice(found) + mutate(rng.choice(found), rng, found)[:200]
        return mutate(rng.choice(found), rng, found)

    def _execute(self, target: str, data: bytes) -> Failure | bool:
        if self._running is not None:
            self._running.write_bytes(data)
        outcome = execute(target, data)
        if isinstance(outcome, Failure) and outcome.name == "slow":
            return execute(target, data)  # it may have been the machine
        return outcome


def _note(report: Report, finding: Finding, told: Callable[[Finding], Any]) -> None:
    """Count a finding; the first of its name is made small and told."""
    name = finding.failure.name
    report.times[name] += 1
    if name not in report.findings:
        if name != "slow":
            finding = finding._replace(data=minimise(finding.target, finding.data, name))
        report.findings[name] = finding
        told(finding)


def file_name(finding: Finding) -> str:
    """Return a name for a finding's file: its target, then a digest.

    >>> file_name(Finding("dates", Failure("ValueError dates.py:1", ""), b"1"))
    'dates.6b86b273'
    """
    return f"{finding.target}.{hashlib.sha256(finding.data).hexdigest()[:8]}"
