"""Faults of streams: closed, full, slow, interrupted, and a terminal where there is no input."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROGRAM, ROOT, record
from tests.faults import run

GOOD = b"".join(record(n) for n in range(3))
PATIENCE = 60  # seconds for what takes less than one, on a machine that is busy
MIB = 1 << 20


def shell(command: str, folder: Path) -> tuple[int, bytes, list[str]]:
    """Return exit code, standard output and the lines of standard error of a bash command."""
    done = subprocess.run(
        ["bash", "-c", command.replace("newskit", PROGRAM)],
        cwd=folder,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.decode().splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an input of three articles, `in.jsonl`."""
    (tmp_path / "in.jsonl").write_bytes(GOOD)
    return tmp_path


def resident(process: subprocess.Popen[bytes]) -> int:
    """Return the resident memory of a process in MiB."""
    words = Path(f"/proc/{process.pid}/status").read_text().split()
    return int(words[words.index("VmRSS:") + 1]) // 1024


def test_fault_077_closed_streams(folder: Path) -> None:
    """Standard input or output is closed: one line says so, and the exit code is 4."""
    for command in ("summarize in.jsonl >&-", "run in.jsonl >&-", "summarize in.jsonl <&- >&-"):
        code, _, told = shell(f"newskit {command}", folder)
        assert code == 4
        assert told[0].endswith(": standard output: Bad file descriptor"), told
        assert len(told) == 1
    code, out, told = shell("newskit summarize <&-", folder)
    assert (code, out) == (4, b"")
    assert told == ["newskit summarize: standard input is closed"]
    # The input and the output get the free numbers 0, 1 and 2, and all the same nothing is mixed up
    (folder / "bad.jsonl").write_bytes(b"[1]\n")
    command = "newskit summarize in.jsonl bad.jsonl in.jsonl -o out.jsonl <&- >&- 2>&-"
    code, out, told = shell(command, folder)
    assert (code, out, told) == (3, b"", [])
    lines = (folder / "out.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["id"] for line in lines] == [*"012012"]


def test_fault_078_terminal_and_no_files() -> None:
    """With a terminal as input and no files, a command says what it needs and does not wait."""
    master, slave = pty.openpty()
    for command in ("parse", "summarize"):
        done = subprocess.run(
            [PROGRAM, command], stdin=slave, capture_output=True, timeout=PATIENCE, check=False
        )
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"newskit %s: nothing to read: " % command.encode())
        assert len(done.stderr.splitlines()) == 1
    os.close(master)
    os.close(slave)


@pytest.mark.parametrize("sink", ["2>&-", "2>/dev/full"])
def test_fault_079_standard_error_does_not_matter(folder: Path, sink: str) -> None:
    """Standard error is closed or full: all is written, and the exit code is the same."""
    (folder / "in.jsonl").write_bytes(GOOD + b"[1]\n")
    code, out, _ = shell(f"newskit summarize in.jsonl --rejects bad.jsonl {sink}", folder)
    assert (code, len(out.splitlines())) == (3, 3)
    assert json.loads((folder / "bad.jsonl").read_bytes())["line"] == 4


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_fault_080_slow_producer_and_slow_consumer(jobs: str) -> None:
    """Records come while the input is open; a reader that does not read stops what feeds it."""
    command = [PROGRAM, "summarize", "-q", "--jobs", jobs]
    line = record(7, pad="x" * 100_000)
    with subprocess.Popen(command, stdin=-1, stdout=-1, bufsize=0) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for number in range(3):
            program.stdin.write(record(number))
            assert json.loads(program.stdout.readline())["id"] == str(number)
        os.set_blocking(program.stdin.fileno(), False)
        poll = select.poll()
        poll.register(program.stdin, select.POLLOUT)
        fed = 0
        while poll.poll(1_000):  # milliseconds without room: it has stopped reading
            fed += program.stdin.write(line[fed % len(line) :]) or 0
            assert fed < 64 * MIB, "it reads on although nobody takes what it writes"
        assert fed > 100_000
        assert resident(program) < 200
        out, _ = program.communicate(line[fed % len(line) :], timeout=PATIENCE)
    assert program.returncode == 0
    assert len(out.splitlines()) == fed // len(line) + 1
    assert all(json.loads(one)["pad"] == "x" * 100_000 for one in out.splitlines())


def test_fault_081_output_that_does_not_block(folder: Path) -> None:
    """A small pipe that does not block, and a program that is stopped again and again: all comes.

    Calls that a signal handler interrupts, and writes that take seven bytes, need functions of the
    system replaced: test_fault_at_n.py has them.
    """
    wide = b"".join(record(n, pad="x" * 50_000) for n in range(30))
    (folder / "in.jsonl").write_bytes(wide)
    read, write = os.pipe()
    os.set_blocking(write, False)
    command = [PROGRAM, "summarize", "-q", "in.jsonl"]
    with subprocess.Popen(command, stdout=write, cwd=folder) as program:
        os.close(write)
        out = b""
        while data := os.read(read, 20_000):
            out += data
            if len(out) % 3 == 0:
                program.send_signal(signal.SIGSTOP)
                program.send_signal(signal.SIGCONT)  # poll() is interrupted by it
        os.close(read)
    assert program.returncode == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == [str(n) for n in range(30)]
    assert all(json.loads(line)["pad"] == "x" * 50_000 for line in out.splitlines())


def test_fault_082_command_before_it_fails(folder: Path) -> None:
    """What comes before in a pipe fails: pipefail shows it, as documented; `run` needs none."""
    broken = "newskit clean -q in.jsonl gone.jsonl"
    for option, code in (("+o", 0), ("-o", 4)):
        ended = shell(f"set {option} pipefail; {broken} | newskit summarize -q", folder)
        assert ended[0] == code
        assert len(ended[1].splitlines()) == 3
    assert "set -o pipefail" in (ROOT / "docs" / "cli.md").read_text("utf-8")
    done = run("run good.jsonl gone.jsonl", files={"good.jsonl": GOOD}, code=4)
    assert len(done.articles) == 3
    killed = "(head -c 250 in.jsonl; kill -9 $BASHPID)"
    code, out, told = shell(f"set -o pipefail; {killed} | newskit summarize", folder)
    assert code == 3
    assert "cut off?" in told[0]
    assert len(out.splitlines()) == 2
