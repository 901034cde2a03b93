"""Every call that touches an output is made to fail in turn, and every time the promises hold.

The promises (docs/cli.md): an exit code that says so, one plain line that names the file, counts
that add up, no half file under a final name, nothing left behind; and with --resume, what is left
is gone on with, to the same bytes.
"""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import record
from tests.faults.failing import (
    BROKEN,
    FULL,
    UNPACK,
    Outcome,
    files,
    make_small,
    preload,
    run_failing,
)

REFUSED, FAILED = 3, 4
LINES = [record(n, pad=str(n) * 40) for n in range(7)]
LINES[2] = b'{"text": "cut off\n'
OLD = b"what was there before\n"
COUNTS = re.compile(r"newskit \w+: read (\d+), written (\d+), refused (\d+)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for outputs, beside one with the input."""
    preload()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "in.jsonl").write_bytes(b"".join(LINES))
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def clear(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def check_words(done: Outcome, *, name: str = r"[\w. ]+") -> None:
    """Every run ends as it should, and says so in plain lines."""
    assert done.code in (REFUSED, FAILED), done
    assert "Traceback" not in done.err, done
    told = done.err.splitlines()
    assert all(line.startswith("newskit ") for line in told), done
    if done.code == FAILED:
        reason = r"(No space left on device|Input/output error)"
        assert sum(bool(re.match(rf"newskit \w+: {name}: {reason}", t)) for t in told) == 1, done
    for counts in COUNTS.findall(done.err):
        read, written, refused = map(int, counts)
        assert read == written + refused, done


def is_whole(data: bytes) -> bool:
    return data == b"" or (data.endswith(b"\n") and all(map(json.loads, data.splitlines())))


def failures(
    arguments: list[str], folder: Path, fault: str, *, before: bytes | None = None
) -> Iterator[Outcome]:
    """Yield what becomes of a run whose first, second … call fails, until none is left to fail."""
    for number in range(1, 200):
        clear(folder)
        if before is not None:
            (folder / arguments[arguments.index("-o") + 1]).write_bytes(before)
        done = run_failing(arguments, folder, number, fault, prepare=make_small)
        if not done.reached:
            assert number > 5, "hardly anything was called"
            return
        yield done
    pytest.fail("it never ends")


@pytest.mark.parametrize("fault", [FULL, BROKEN])
class TestFaultAtN:
    """Fault 83, at every call."""

    def test_standard_output(self, folder: Path, fault: str) -> None:
        command = ["clean", "../in/in.jsonl", "--rejects", "bad.jsonl"]
        whole = run_failing(command, folder, prepare=make_small)
        assert (whole.code, len(whole.out.splitlines())) == (REFUSED, 6)
        bad = (folder / "bad.jsonl").read_bytes()
        for done in failures(command, folder, fault):
            check_words(done)
            assert whole.out.startswith(done.out)
            if fault == BROKEN:
                assert is_whole(done.out)
            elif "write" in done.reached:  # the disk took half a line, and it is no file of ours
                assert done.code == FAILED
            assert files(folder).get("bad.jsonl", b"") in (b"", bad)

    @pytest.mark.parametrize("suffix", UNPACK)
    def test_named_output(self, folder: Path, fault: str, suffix: str) -> None:
        out = f"out.jsonl{suffix}"
        command = ["clean", "../in/in.jsonl", "-o", out, "--rejects", "bad.jsonl"]
        assert run_failing(command, folder, prepare=make_small).code == REFUSED
        whole = files(folder)
        assert len(UNPACK[suffix](whole[out]).splitlines()) == 6
        for done in failures(command, folder, fault, before=OLD):
            check_words(done)
            found = files(folder)
            bad = found.pop("bad.jsonl", b"")
            assert bad in (b"", whole["bad.jsonl"])
            # OUT can be finished when something else fails; never the other way round.
            assert found.pop(out) == (OLD if done.code == FAILED else whole[out]), done
            assert found == {}, done

    def test_resume(self, folder: Path, fault: str) -> None:
        out = "out.jsonl.zst"
        command = ["run", "../in/in.jsonl", "-o", out, "--rejects", "bad.jsonl", "--resume"]
        assert run_failing(command, folder, prepare=make_small).code == REFUSED
        whole = files(folder)
        assert len(UNPACK[".zst"](whole[out]).splitlines()) == 6
        for done in failures(command, folder, fault, before=OLD):
            check_words(done)
            assert (folder / out).read_bytes() in (OLD, whole[out]), done
            assert set(files(folder)) <= {out, f"{out}.part", f"{out}.journal", "bad.jsonl"}, done
            again = run_failing(command, folder, prepare=make_small)
            assert again.code == REFUSED, (done, again)
            assert files(folder) == whole, (done, again)


def test_81_writes_that_take_little(folder: Path) -> None:
    """Each call takes seven bytes: nothing is lost, and nothing comes twice."""

    def take_little() -> None:
        make_small()
        write = os.write
        os.write = lambda fd, data: write(fd, memoryview(data)[:7])

    command = ["clean", "../in/in.jsonl", "--rejects", "bad.jsonl"]
    whole = run_failing(command, folder, prepare=make_small)
    bad = (folder / "bad.jsonl").read_bytes()
    assert run_failing(command, folder, prepare=take_little).out == whole.out
    assert (folder / "bad.jsonl").read_bytes() == bad
    run_failing([*command, "-o", "out.jsonl"], folder, prepare=take_little)
    assert (folder / "out.jsonl").read_bytes() == whole.out


# A full pipe, one that does not block, and calls that are interrupted a thousand times a second.
INTERRUPTED = """
import signal, sys
signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
from newskit.cli import main
sys.argv[0] = "newskit"
try:
    main()
finally:
    signal.setitimer(signal.ITIMER_REAL, 0)
"""


@pytest.mark.parametrize("blocking", [True, False])
def test_81_interrupted_and_non_blocking(tmp_path: Path, blocking: bool) -> None:
    lines = [record(n, pad="x" * 20_000) for n in range(30)]
    (tmp_path / "in.jsonl").write_bytes(b"".join(lines))
    read, write = os.pipe()
    os.set_blocking(write, blocking)
    command = [sys.executable, "-c", INTERRUPTED, "clean", str(tmp_path / "in.jsonl")]
    with subprocess.Popen(command, stdout=write, stderr=subprocess.PIPE) as program:
        os.close(write)
        select.select([read], [], [], 60)  # it has begun, and has more than the pipe holds
        time.sleep(0.1)
        with open(read, "rb") as pipe:
            out = pipe.read()
        err = program.communicate(timeout=60)[1]
    assert program.returncode == 0, err
    assert [json.loads(line)["id"] for line in out.splitlines()] == [str(n) for n in range(30)]


@pytest.mark.parametrize(
    ("rejects", "told"),
    [
        ("/dev/full", "newskit clean: /dev/full: No space left on device"),
        ("nowhere/bad.jsonl", "newskit clean: nowhere/bad.jsonl: No such file or directory"),
        (".", "newskit clean: .: Is a directory"),
        ("./out.jsonl", "newskit clean: ./out.jsonl: is also the output"),
        ("../in/in.jsonl", "newskit clean: ../in/in.jsonl: is also an input"),
    ],
)
def test_83_85_rejects_that_cannot_be_written(folder: Path, rejects: str, told: str) -> None:
    command = ["clean", "../in/in.jsonl", "-o", "out.jsonl", "--rejects", rejects]
    done = run_failing(command, folder, prepare=make_small)
    assert done.code == FAILED
    assert told in done.err.splitlines()
    assert "newskit clean: out.jsonl was not written" in done.err
    assert files(folder) == {}
    assert (folder.parent / "in" / "in.jsonl").read_bytes() == b"".join(LINES)


def test_85_a_directory_that_the_outputs_lie_in(folder: Path) -> None:
    (folder / "in.jsonl").write_bytes(b"".join(LINES))
    command = ["clean", "-r", ".", "-o", "out.jsonl", "--rejects", "bad.jsonl"]
    for _ in range(2):  # the second time, outputs of the first lie there
        done = run_failing(command, folder, prepare=make_small)
        assert (done.code, done.err.splitlines()[-1]) == (
            REFUSED,
            "newskit clean: read 7, written 6, refused 1",
        )
