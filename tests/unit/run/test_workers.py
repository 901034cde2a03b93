"""Whatever a worker does, it costs the article it was at, and nothing is left behind."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newskit.io.lines import Line
from newskit.run.process import Worker
from newskit.run.window import Slot
from newskit.run.work import Unit, Work
from tests.conftest import ROOT

ENDS = 2.0  # seconds in which all is to be over


def harm(*what: str) -> bytes:
    """Return articles that do what their names say, numbered from 1."""
    lines = [json.dumps({"id": n, "do": do}) for n, do in enumerate(what, 1)]
    return "".join(line + "\n" for line in lines).encode()


def command(**options: Any) -> list[str]:
    return [sys.executable, "-m", "tests.unit.run.harmful", json.dumps(options)]


def run(stdin: bytes, **options: Any) -> tuple[int, list[Any], list[str]]:
    """Run harmful.py; return the exit code, the articles written and the lines told."""
    done = subprocess.run(
        command(**options), input=stdin, capture_output=True, cwd=ROOT, timeout=60, check=False
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    articles = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, articles, done.stderr.decode().splitlines()


def ids(articles: list[Any]) -> list[int]:
    return [a["id"] for a in articles]


def test_fault_097_098_each_harm_costs_one_article() -> None:
    """Killed, crashed, hanging in C, left, failed, out of memory: in one stream, in order."""
    what = ("", "kill", "abort", "", "forever", "exit", "", "vanish", "bug", "memory", "deep")
    code, articles, told = run(harm(*what, "bad", "print", ""), jobs=2, time_limit=0.5)
    assert code == 1
    assert ids(articles) == [1, 4, 7, 13, 14]
    assert told == [
        "newskit harm: -:2: worker died (signal 9)",
        "newskit harm: -:3: worker died (signal 11)",
        "newskit harm: -:5: took longer than 0.5 s (--time-limit)",
        "newskit harm: -:6: worker died (exit code 7)",
        "newskit harm: -:8: worker died (exit code 0)",
        told[5],
        "newskit harm: -:10: needs more memory than there is",
        told[7],
        r"newskit harm: -:12: bad \xff",
        "newskit harm: read 14, written 5, refused 9",
    ]
    assert told[5].startswith("newskit harm: -:9: internal error, please report: KeyError at ")
    assert told[7].startswith("newskit harm: -:11: internal error, please report: RecursionError")
    assert "secret" not in "".join(told)


def test_fault_098_a_time_limit_works_with_one_job() -> None:
    """One that hangs in C is killed, and costs itself, where only the limit asks for a process."""
    code, articles, told = run(harm("", "forever", "slow"), time_limit=0.5)
    assert (code, ids(articles)) == (3, [1, 3])
    assert told[0] == "newskit harm: -:2: took longer than 0.5 s (--time-limit)"


def test_a_worker_that_closes_its_pipes_is_killed() -> None:
    code, articles, told = run(harm("", "close", ""), jobs=2)
    assert (code, ids(articles)) == (3, [1, 3])
    assert told[0] == "newskit harm: -:2: worker died (signal 9)"


def test_fault_099_five_deaths_stop() -> None:
    """Five deaths without an answer between them stop with one line; four and an answer do not."""
    stop = "newskit harm: 5 workers died one after another (signal 9)"
    what = ("kill", *["", *["kill"] * 4] * 2, "kill", "", "kill")
    code, articles, told = run(harm(*what), time_limit=60)
    assert (code, ids(articles)) == (4, [2, 7])
    assert told[-2:] == [stop, "newskit harm: read 11, written 2, refused 9"]
    code, articles, told = run(harm("", *["kill"] * 300), jobs=3)
    assert (code, ids(articles) or [1]) == (4, [1])  # which they were at differs from run to run
    assert told[-2] == stop
    assert len(told) < 12


def test_an_end_of_all_comes_in_its_turn() -> None:
    """What stands behind a record of a later schema, or a damaged model, has no effect."""
    for do, reason in (("newer", "a later schema"), ("model", "model data cut off")):
        what = ("slow", "bad", do, "kill", "", "bad")
        code, articles, told = run(harm(*what), jobs=3)
        assert (code, ids(articles)) == (4, [1])
        told_first = r"newskit harm: -:2: bad \xff"
        assert told == [
            told_first,
            f"newskit harm: {reason}",
            "newskit harm: read 2, written 1, refused 1",
        ]


def test_fault_101_a_worker_that_grows_is_replaced() -> None:
    """A stage that leaks 10 MB an article ends at the cap, and no article is lost."""
    code, articles, _ = run(harm(*["leak"] * 30), jobs=2, cap=60 << 20, fields=["id", "pid"])
    assert (code, ids(articles)) == (0, list(range(1, 31)))
    assert len({a["pid"] for a in articles}) > 3


def test_as_many_workers_as_the_system_lets_there_be() -> None:
    shell = ["bash", "-c", 'ulimit -n 24; exec "$0" "$@"', *command(jobs=40)]
    stdin = harm(*["slow"] * 8, *[""] * 8)
    done = subprocess.run(
        shell, input=stdin, capture_output=True, cwd=ROOT, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert ids([json.loads(line) for line in done.stdout.splitlines()]) == list(range(1, 17))


@pytest.mark.skipif(not hasattr(fcntl, "F_SETPIPE_SZ"), reason="pipes have the system's size")
def test_a_page_passes_without_a_wait_for_the_process_that_reads() -> None:
    """A page of 200 KB and its answer lie in the pipes whole, while nobody takes the answer."""
    work = Work(list)
    data = b'{"text": "%s"}' % (b"x" * 200_000)
    worker = Worker(work, None)
    try:
        worker.give(Slot(Unit("-", data, Line(n, data, True, False))) for n in (1, 2))
        time.sleep(0.2)  # the first has been taken, and the second has its place
        worker.send()
        assert not worker.has_unsent
        assert len(worker.receive() or []) == 1
    finally:
        worker.kill()
        worker.ended()


@contextlib.contextmanager
def started(tmp_path: Path, **options: Any) -> Iterator[Any]:
    """Run harmful.py with its pipes at hand; all processes of it are killed at the end."""
    program = subprocess.Popen(
        command(pids=str(tmp_path), **options), cwd=ROOT, stdin=-1, stdout=-1, stderr=-1, bufsize=0
    )
    try:
        yield program
    finally:
        program.kill()
        for pid in workers(tmp_path):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        program.communicate()


def workers(folder: Path) -> list[int]:
    return [int(p.name) for p in folder.iterdir()]


def wait_for(condition: Callable[[], Any], seconds: float = 20) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.01)


def are_gone(pids: list[int]) -> bool:
    """Tell whether none of the processes computes; one without a parent may be left dead."""
    for pid in pids:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
            if state not in "ZX":
                return False
    return True


ON_LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")


@ON_LINUX
@pytest.mark.parametrize("watch", [False, True], ids=["kernel", "watcher"])
def test_fault_100_parent_killed(tmp_path: Path, watch: bool) -> None:
    """Workers that compute in C, or wait for an article, end with the process that reads."""
    with started(tmp_path, jobs=3, watch=watch) as program:
        program.stdin.write(harm("forever", "forever", ""))
        wait_for(lambda: len(workers(tmp_path)) == 3)
        children = Path(f"/proc/{program.pid}/task/{program.pid}/children").read_text().split()
        assert len(children) == 3 + watch
        program.kill()
        wait_for(lambda: are_gone([int(pid) for pid in children]), ENDS)


@ON_LINUX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_fault_074_075_076_a_signal_ends_all(tmp_path: Path, number: signal.Signals) -> None:
    """Whole lines, the count, and no worker left, although one computes in C."""
    with started(tmp_path, jobs=2) as program:
        program.stdin.write(harm("", "slow", "forever", "forever"))
        assert [json.loads(program.stdout.readline())["id"] for _ in range(2)] == [1, 2]
        wait_for(lambda: len(workers(tmp_path)) == 2)
        for pid in workers(tmp_path):  # a terminal sends it to all
            os.kill(pid, number)
        program.send_signal(number)
        start = time.monotonic()
        out, err = program.communicate()
        assert time.monotonic() - start < ENDS
        assert program.returncode == 128 + number
        assert out == b""
        assert err.decode().splitlines() == [
            "newskit harm: stopped after 2",
            "newskit harm: read 2, written 2, refused 0",
        ]
        assert are_gone(workers(tmp_path))


@ON_LINUX
def test_fault_074_a_second_signal_ends_at_once(tmp_path: Path) -> None:
    """A second signal is not waited for, and leaves no worker either."""
    with started(tmp_path, jobs=2) as program:
        program.stdin.write(harm("forever", "forever"))
        wait_for(lambda: len(workers(tmp_path)) == 2)
        os.kill(program.pid, signal.SIGSTOP)  # both are there when it goes on
        os.kill(program.pid, signal.SIGINT)
        os.kill(program.pid, signal.SIGTERM)
        os.kill(program.pid, signal.SIGCONT)
        program.wait(ENDS)
        assert program.returncode in (130, 143)
        wait_for(lambda: are_gone(workers(tmp_path)), ENDS)


@ON_LINUX
def test_fault_073_a_closed_pipe_ends_all_silently(tmp_path: Path) -> None:
    """When the reader of the output goes away: exit 0, no message, no worker left computing."""
    with started(tmp_path, jobs=2) as program:
        program.stdin.write(harm("", "slow", "", "forever"))
        assert json.loads(program.stdout.readline()) == {"id": 1}
        program.stdout.close()
        program.stdout = None
        _, err = program.communicate(timeout=20)
        assert (program.returncode, err) == (0, b"")
        assert are_gone(workers(tmp_path))


def test_fault_080_records_flow_while_the_input_is_open(tmp_path: Path) -> None:
    """A record comes out as soon as it can, though the input stays open and another is slow."""
    with started(tmp_path, jobs=2) as program:
        for number in range(1, 4):
            program.stdin.write(b'{"id": %d}\n' % number)
            assert json.loads(program.stdout.readline()) == {"id": number}
        program.stdin.write(b'{"id": 4}\n{"id": 5, "do": "forever"}\n{"id": 6')
        assert json.loads(program.stdout.readline()) == {"id": 4}


@ON_LINUX
def test_fault_080_no_reading_ahead_of_a_slow_consumer(tmp_path: Path) -> None:
    """While nobody takes the output, or the first article hangs, reading stops at the window."""
    # A dozen answers fit into the pipe, so that a megabyte is read before it is full.
    line = memoryview(b'{"id": "%s", "pad": "%s"}\n' % (b"1" * 4_000, b"x" * 100_000))
    for first in ("", "forever"):
        with started(tmp_path, jobs=2, fields=["id"]) as program:
            program.stdin.write(harm(first))
            wait_for(lambda: workers(tmp_path))
            os.set_blocking(program.stdin.fileno(), False)
            taken = 0
            while select.select([], [program.stdin], [], 1.0)[1]:
                taken += os.write(program.stdin.fileno(), line[taken % len(line) :])
                assert taken < 200 << 20, "it reads without end"
            assert taken > 1 << 20
            status = Path(f"/proc/{program.pid}/status").read_text()
            peak = int(status.partition("VmHWM:")[2].split()[0]) << 10
            assert peak < 200 << 20


@ON_LINUX
def test_a_stopped_program_does_not_take_its_stop_for_a_hang(tmp_path: Path) -> None:
    """Ctrl-Z stops all processes; the time in which they are stopped is nobody's."""
    with started(tmp_path, jobs=2, time_limit=1.5) as program:
        program.stdin.write(harm("slow"))
        wait_for(lambda: workers(tmp_path))
        pids = [program.pid, *workers(tmp_path)]
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        time.sleep(2)
        for pid in pids:
            os.kill(pid, signal.SIGCONT)
        out, err = program.communicate(timeout=20)
        assert out == b'{"id":1}\n', err
