"""`newskit run --resume` gives the same bytes, whatever stopped it (docs/resume.md)."""

from __future__ import annotations

import fcntl
import gzip
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from newskit.io.compress import compressor
from newskit.run.journal import EVERY, Journal, State, encode
from tests.conftest import PROGRAM, record
from tests.faults.failing import (
    KILL,
    POWER,
    UNPACK,
    Outcome,
    files,
    make_small,
    preload,
    run_failing,
)

REFUSED, USAGE, FAILED = 3, 2, 4
BAD = b'{"text": "cut off\n'


class Batch:
    """A private folder with inputs, and the command that is to be gone on with.

    Eleven articles in three inputs: lines, a text, packed lines; two are bad. In the children a
    checkpoint comes after every fourth article.
    """

    def __init__(self, folder: Path, out: str = "out.jsonl.zst") -> None:
        preload()
        self.folder = folder / "out"
        self.folder.mkdir()
        self.inputs = folder / "in"
        self.inputs.mkdir()
        lines = [record(n) for n in range(5)]
        self.write("a.jsonl", b"".join((*lines[:2], BAD, *lines[2:])))
        self.write("b.txt", b"A fair in Port Ellery\n\nIt drew 40 people on Monday.\n")
        self.write("c.gz", gzip.compress(b"".join((record(5), record(6), BAD, record(7)))))
        self.out = out
        names = [f"../in/{name}" for name in ("a.jsonl", "b.txt", "c.gz")]
        self.command = ["run", *names, "-o", out, "--rejects", "bad.jsonl", "--resume"]

    def write(self, name: str, data: bytes) -> None:
        (self.inputs / name).write_bytes(data)

    def run(self, *more: str, **fault: Any) -> Outcome:
        return run_failing([*self.command, *more], self.folder, **({"prepare": make_small} | fault))

    def run_until(self, number: int, then: Callable[[], object], *more: str) -> Outcome:
        """Run until the article of that number, and do something there."""
        return self.run(*more, prepare=lambda: make_small(number, then))

    def killed(self, number: int = 8) -> None:
        """Run until the article of that number, and be killed there."""
        done = self.run_until(number, lambda: os.kill(os.getpid(), signal.SIGKILL))
        assert done.code == -signal.SIGKILL, done
        assert (self.folder / f"{self.out}.journal").exists()

    def whole(self) -> dict[str, bytes]:
        """Return what an uninterrupted run writes, and clear it away."""
        done = self.run()
        assert done.code == REFUSED, done
        found = files(self.folder)
        assert set(found) == {self.out, "bad.jsonl"}
        for path in self.folder.iterdir():
            path.unlink()
        return found

    def refuses(self, *words: str) -> None:
        """Check that the same command stops, says why in one line, and touches nothing."""
        before = files(self.folder)
        done = self.run()
        assert done.code == FAILED, done
        assert len(done.err.splitlines()) == 1
        for word in (
            *words,
            "to start afresh, delete out.jsonl.zst.part and out.jsonl.zst.journal",
        ):
            assert word in done.err, done
        assert files(self.folder) == before


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    return Batch(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("fault", [KILL, POWER])
def test_fault_103a_ended_at_every_call(batch: Batch, fault: str) -> None:
    """Whichever call was the last one, the next run ends with the same bytes."""
    batch.command += ["--limit", "7"]  # more is only more of the same
    whole = batch.whole()
    for number in range(1, 200):
        done = batch.run(number=number, fault=fault)
        if not done.reached:
            break
        assert done.code == -signal.SIGKILL
        if not number % 5:  # and once more, soon
            batch.run(number=9, fault=fault)
        again = batch.run()
        assert again.code == REFUSED, (done, again)
        assert "read 7, written 6, refused 1" in again.err
        assert files(batch.folder) == whole, (done, again)
        for path in batch.folder.iterdir():
            path.unlink()
    assert number > 15


class Fair(NamedTuple):
    """A batch for the real program, of some hundred articles."""

    folder: Path
    written: list[bytes]  # what becomes of each article; nothing if it is bad
    rejects: bytes

    def output(self, suffix: str) -> bytes:
        """Return what is to come out: compressed, a member ends at every checkpoint."""
        out = b""
        for start in range(0, len(self.written), EVERY):
            member = compressor(suffix)
            out += b"".join(map(member.compress, self.written[start : start + EVERY]))
            out += member.flush()
        return out


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Fair:
    folder = tmp_path_factory.mktemp("fair")
    lines = [BAD if n % 40 == 7 else record(n) for n in range(EVERY + 70)]
    (folder / "in.jsonl").write_bytes(b"".join(lines))
    command = [PROGRAM, "run", "in.jsonl", "--rejects", "bad.jsonl"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode == REFUSED
    written = iter(done.stdout.splitlines(keepends=True))
    rejects = (folder / "bad.jsonl").read_bytes()
    return Fair(folder, [b"" if line == BAD else next(written) for line in lines], rejects)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_fault_103a_killed_at_random_moments(fair: Fair, tmp_path: Path, suffix: str) -> None:
    """The real program, killed once before and once after the first checkpoint."""
    chance = random.Random(f"resume{suffix}")
    (tmp_path / "in.jsonl").symlink_to(fair.folder / "in.jsonl")
    out = f"out.jsonl{suffix}"
    command = [PROGRAM, "run", "in.jsonl", "-o", out, "--rejects", "bad.jsonl", "--resume"]
    command += ["--jobs", "2"] if suffix == ".zst" else []
    part, journal = tmp_path / f"{out}.part", Journal(str(tmp_path / f"{out}.journal"))
    for least in (0, EVERY):
        with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as program:
            while not (state := journal.read()) or state.counts.get("read", 0) < least:
                assert program.poll() is None
                time.sleep(0.01)
            time.sleep(chance.random() * 0.05)
            program.kill()
        is_finished = program.returncode == REFUSED  # before it was killed, on a quick machine
        if is_finished:
            break
        assert program.returncode == -signal.SIGKILL
        state = journal.read()
        assert state is not None
        # Fault 103e: what is recorded are whole members.
        certain = UNPACK[suffix](part.read_bytes()[: state.part.size]) if state.part.size else b""
        assert certain == b"".join(fair.written[: state.counts.get("read", 0)])
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == REFUSED
    told = b"articles are done, going on in in.jsonl after article " in done.stderr
    assert told is not is_finished
    found = files(tmp_path)
    assert set(found) == {"in.jsonl", out, "bad.jsonl"}
    assert found[out] == fair.output(suffix)
    assert found["bad.jsonl"] == fair.rejects


@pytest.mark.parametrize(
    ("damage", "word"),
    [
        (lambda data: data[: len(data) // 2], "is damaged"),
        (lambda data: b"", "is damaged"),
        (lambda data: b"\xff\x00" * 50, "is damaged"),
        (lambda data: b"[" * 100_000, "is damaged"),
        (lambda data: data.replace(b'"read": 8', b'"read": 9'), "is damaged"),
        (lambda data: encode(State({})).replace(b'"form": 1', b'"form": 2'), "is damaged"),
    ],
)
def test_fault_103b_damaged_journal(
    batch: Batch, damage: Callable[[bytes], bytes], word: str
) -> None:
    """A journal that is damaged, empty or half-written stops, and says how to start afresh."""
    batch.killed()
    path = batch.folder / "out.jsonl.zst.journal"
    path.write_bytes(damage(path.read_bytes()))
    batch.refuses("newskit run: out.jsonl.zst.journal: ", word)


def test_fault_103b_journal_of_a_later_form(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal of a later version stops."""
    batch.killed()
    monkeypatch.setattr("newskit.run.journal.FORM", 2)
    (batch.folder / "out.jsonl.zst.journal").write_bytes(encode(State({})))
    monkeypatch.undo()
    batch.refuses("out.jsonl.zst.journal: has form 2, this newskit reads 1")


def test_fault_103b_other_inputs(batch: Batch) -> None:
    """Other inputs than those of the journal stop, and say what differs."""
    batch.killed()
    path = batch.inputs / "a.jsonl"
    data, then = path.read_bytes(), path.stat()
    path.write_bytes(data + record(9))
    batch.refuses("input 1 was ../in/a.jsonl (", f"is ../in/a.jsonl ({len(data + record(9))} bytes")
    # The same size and date, but other first bytes.
    path.write_bytes(data.replace(b"fair", b"FAIR"))
    os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))
    batch.refuses("input 1 was ../in/a.jsonl (")
    path.write_bytes(data)
    batch.refuses("input 1 was ../in/a.jsonl (")  # written anew: another date
    os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))
    batch.command.insert(1, "../in/b.txt")
    batch.refuses("the number of inputs was 3, is 4")
    del batch.command[1:3]
    batch.command.insert(2, "../in/b.txt")
    batch.refuses("input 1 was ../in/a.jsonl (", "is ../in/b.txt (")


@pytest.mark.parametrize(
    ("more", "word"),
    [
        (["--words", "60"], "--words was not given, is 60"),
        (["--fields", "id"], "--fields was not given, is id"),
        (["--limit", "10"], "--limit was not given, is 10"),
        (["--rejects", "other.jsonl"], "--rejects was bad.jsonl, is other.jsonl"),
    ],
)
def test_fault_103b_other_options(batch: Batch, more: list[str], word: str) -> None:
    """Other options than those of the journal stop, and say what differs."""
    batch.killed()
    batch.command += more
    batch.refuses(f"out.jsonl.zst.journal: {word}")


def test_fault_103b_other_program(batch: Batch) -> None:
    """Another version of the program than the journal's stops."""
    batch.killed()

    def pretend() -> None:
        import newskit

        make_small()
        newskit.__version__ = "0.0.9"

    done = batch.run(prepare=pretend)
    assert done.code == FAILED
    assert "newskit's version was " in done.err
    assert ", is 0.0.9; to start afresh" in done.err


def test_options_that_change_nothing_may_change(batch: Batch) -> None:
    whole = batch.whole()
    batch.killed(5)
    done = batch.run("-q")
    assert done.code == REFUSED
    assert len(done.err.splitlines()) == 1  # the bad line that came after
    assert files(batch.folder) == whole


@pytest.mark.parametrize("name", ["out.jsonl.zst.part", "bad.jsonl"])
def test_fault_103c_data_cut_off_or_edited(batch: Batch, name: str) -> None:
    """Data that were cut off or edited since stop."""
    whole = batch.whole()
    batch.killed()
    path = batch.folder / name
    data = path.read_bytes()
    path.write_bytes(data[:-9])
    if name == "bad.jsonl":
        batch.refuses(f"{name}: is shorter than the journal says")
    path.write_bytes(data[:20])
    batch.refuses(f"{name}: is shorter than the journal says")
    path.write_bytes(b"!" + data[1:])
    batch.refuses(f"{name}: was changed since the journal was written")
    path.write_bytes(data + b"what came after the last checkpoint")
    assert batch.run().code == REFUSED
    assert files(batch.folder) == whole


def test_fault_103c_part_without_journal(batch: Batch) -> None:
    """A part without its journal is never written over."""
    (batch.folder / "out.jsonl.zst.part").write_bytes(b"something of the user's")
    batch.refuses("out.jsonl.zst.part: is there, but has no journal")
    (batch.folder / "out.jsonl.zst.part").unlink()
    (batch.folder / "out.jsonl.zst.part").symlink_to("../in/other")
    done = batch.run()
    assert done.code == FAILED
    assert "out.jsonl.zst.part: is no regular file" in done.err
    assert not (batch.inputs / "other").exists()


def test_fault_103d_two_runs_on_one_output(batch: Batch) -> None:
    """The second of two runs on one output stops."""
    batch.killed()
    before = files(batch.folder)
    with (batch.folder / "out.jsonl.zst.part").open("r+b") as part:
        fcntl.lockf(part, fcntl.LOCK_EX)
        done = batch.run()
    assert done.code == FAILED
    assert done.err == "newskit run: out.jsonl.zst.part: another run is writing it\n"
    assert files(batch.folder) == before
    assert batch.run().code == REFUSED


@pytest.mark.parametrize("suffix", UNPACK)
def test_fault_103e_members_for_every_compression(tmp_path: Path, suffix: str) -> None:
    """A checkpoint ends a whole member of every compression."""
    batch = Batch(tmp_path, f"out.jsonl{suffix}")
    whole = batch.whole()
    assert len(UNPACK[suffix](whole[batch.out]).splitlines()) == 9
    batch.killed()
    done = batch.run()
    assert done.code == REFUSED
    assert "newskit run: read 11, written 9, refused 2" in done.err
    assert files(batch.folder) == whole
    batch.command[1:4] = ["/dev/null"]  # no article at all: still a whole file of its kind
    done = batch.run("--dry-run")
    assert done.code == USAGE
    batch.write("nothing.jsonl", b"")
    batch.command[1] = "../in/nothing.jsonl"
    assert batch.run().code == 0
    assert UNPACK[suffix]((batch.folder / batch.out).read_bytes()) == b""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_75_signals_keep_what_is_done(batch: Batch, number: int) -> None:
    whole = batch.whole()
    done = batch.run_until(6, lambda: os.kill(os.getpid(), number))
    assert done.code == 128 + number
    assert done.err.splitlines()[-3:] == [
        "newskit run: stopped after 6",
        "newskit run: out.jsonl.zst is not finished: run again with --resume to go on",
        "newskit run: read 7, written 6, refused 1",
    ]
    again = batch.run()
    assert again.code == REFUSED
    told = "4 articles are done, going on in ../in/a.jsonl after article 4"
    assert f"newskit run: out.jsonl.zst: {told}" in again.err
    assert files(batch.folder) == whole


def test_dry_run_says_what_would_be_done(batch: Batch) -> None:
    done = batch.run("--dry-run")
    assert (done.code, files(batch.folder)) == (0, {})
    nothing = "nothing is done, a run would start at the beginning"
    assert done.err == f"newskit run: out.jsonl.zst: {nothing}\n"
    batch.killed(9)
    before = files(batch.folder)
    done = batch.run("--dry-run", "-q")
    assert (done.code, files(batch.folder)) == (0, before)
    told = "8 articles are done, going on in ../in/c.gz after article 1"
    assert done.err == f"newskit run: out.jsonl.zst: {told}\n"
    (batch.folder / "out.jsonl.zst.part").write_bytes(b"")
    assert "is not as the journal says" in batch.run("--dry-run").err
    batch.command += ["--words", "9"]
    assert "--words was not given, is 9" in batch.run("--dry-run").err


def test_92_an_input_that_changes_meanwhile(batch: Batch) -> None:
    def grow() -> None:
        with (batch.inputs / "a.jsonl").open("ab") as file:
            file.write(record(99))

    done = batch.run_until(2, grow)
    assert done.code == FAILED
    assert "newskit run: ../in/a.jsonl: changed while it was read" in done.err
    assert "out.jsonl.zst was not written; to start afresh, delete" in done.err
    assert not (batch.folder / "out.jsonl.zst").exists()
    batch.refuses("input 1 was ../in/a.jsonl (")


def test_an_input_that_fails_stops_the_run(batch: Batch) -> None:
    packed = (batch.inputs / "c.gz").read_bytes()
    batch.write("c.gz", packed[:-9])
    batch.command.insert(4, "../in/b.txt")
    done = batch.run()
    assert done.code == FAILED
    assert "c.gz: input ends early" in done.err
    assert "out.jsonl.zst is not finished" in done.err
    assert "read 11, " in done.err  # nothing of the input behind it
    assert batch.run().code == FAILED


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["../in/a.jsonl"], "needs -o FILE"),
        (["../in/a.jsonl", "-o", "-"], "needs -o FILE"),
        (["-", "-o", "out.jsonl"], "standard input cannot be read a second time"),
        (["-o", "out.jsonl"], "standard input cannot be read a second time"),
        (["fifo", "-o", "out.jsonl"], "fifo cannot be read a second time"),
    ],
)
def test_what_cannot_be_resumed(batch: Batch, command: list[str], words: str) -> None:
    os.mkfifo(batch.folder / "fifo")
    batch.command = ["run", *command, "--resume"]
    done = batch.run()
    assert done.code == USAGE
    assert words in " ".join(done.err.replace("│", "").split())
    assert [p.name for p in batch.folder.iterdir()] == ["fifo"]


@pytest.mark.parametrize("name", ["out.jsonl.part", "out.jsonl.journal", "out.jsonl"])
def test_85_outputs_are_no_inputs(batch: Batch, name: str) -> None:
    (batch.folder / name).write_bytes(record(1))
    batch.command = ["run", name, "-o", "out.jsonl", "--resume"]
    done = batch.run()
    assert (done.code, files(batch.folder)) == (FAILED, {name: record(1)})
    assert f"{name}: is also an output" in done.err
    batch.command = ["run", "../in/a.jsonl", "-o", "out.jsonl", "--rejects", name, "--resume"]
    done = batch.run()
    assert (done.code, files(batch.folder)) == (FAILED, {name: record(1)})
    assert f"{name}: is also an output" in done.err


def test_86_an_output_that_is_there_is_replaced_at_the_end(batch: Batch) -> None:
    out = batch.folder / batch.out
    out.write_bytes(b"old")
    out.chmod(0o640)
    batch.killed()
    assert out.read_bytes() == b"old"
    assert batch.run().code == REFUSED
    assert len(UNPACK[".zst"](out.read_bytes()).splitlines()) == 9
    assert out.stat().st_mode & 0o777 == 0o640


def test_files_of_the_run_are_left_out_of_a_directory(batch: Batch) -> None:
    batch.command = ["run", "-r", ".", "-o", "out.jsonl", "--rejects", "bad.jsonl", "--resume"]
    for name in ("a.jsonl", "c.gz"):
        (batch.folder / name).write_bytes((batch.inputs / name).read_bytes())
    assert batch.run().code == REFUSED
    first = files(batch.folder)
    batch.out = "out.jsonl"
    batch.killed()
    assert batch.run().code == REFUSED
    assert files(batch.folder) == first


def test_limit_counts_what_was_done_before(batch: Batch) -> None:
    batch.command += ["--limit", "8"]
    done = batch.run()
    whole = files(batch.folder)
    assert "read 8, written 7, refused 1" in done.err
    batch.killed(7)
    done = batch.run()
    assert "read 8, written 7, refused 1" in done.err
    assert files(batch.folder) == whole


def test_strict_minds_what_was_refused_before(batch: Batch) -> None:
    batch.killed()
    done = batch.run("--strict")
    assert done.code == FAILED
    assert "an article was refused before (--strict)" in done.err
    assert batch.run().code == REFUSED
