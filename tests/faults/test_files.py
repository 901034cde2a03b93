"""Faults of files: full disks, names, links, directories, and files that change while read."""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import PROGRAM, record
from tests.faults import GOOD, Survived, check_survives, run

OLD = b"what was there before\n"
LINES = b"".join(record(n) for n in range(3))
WIDE = [record(n, pad="x" * 100_000) for n in range(40)]
PATIENCE = 60  # seconds for what takes less than one, on a machine that is busy


def shell(command: str, folder: Path) -> tuple[int, bytes, list[str]]:
    """Return exit code, standard output and the lines of standard error of a bash command."""
    done = subprocess.run(
        ["bash", "-c", command.replace("newskit", PROGRAM)],
        cwd=folder,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    told = done.stderr.decode().splitlines()
    assert all(line.startswith("newskit ") for line in told), told
    return done.returncode, done.stdout, told


def ids(out: bytes) -> list[str]:
    """Return the ids of the articles that were written."""
    return [json.loads(line)["id"] for line in out.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an input of three articles, `in.jsonl`."""
    (tmp_path / "in.jsonl").write_bytes(LINES)
    return tmp_path


def open_run(folder: Path, output: str, **more: object) -> subprocess.Popen[bytes]:
    """Start a command that has written what is to become `output`, and waits for more input."""
    command = [PROGRAM, "summarize", "-q", "-o", output]
    program = subprocess.Popen(command, stdin=-1, stderr=-1, cwd=folder, **more)  # type: ignore[call-overload]
    assert program.stdin is not None
    program.stdin.write(LINES)
    program.stdin.flush()
    until = time.monotonic() + PATIENCE
    while not list(folder.glob("**/.newskit-*")):
        assert time.monotonic() < until
        time.sleep(0.01)
    return program  # type: ignore[no-any-return]


def test_fault_083_disk_full(folder: Path) -> None:
    """The disk is full: exit code 4, one line that names the file, and no half file is left.

    test_fault_at_n.py makes each call fail in turn.
    """
    for command in ("clean", "summarize", "run"):
        code, _, told = shell(f"newskit {command} -q in.jsonl >/dev/full", folder)
        assert code == 4
        assert told == [f"newskit {command}: standard output: No space left on device"]
    _, _, told = shell("newskit clean in.jsonl >/dev/full", folder)
    assert told[-1].startswith("newskit clean: read ")
    assert told[-1].endswith(", refused 0, not all of it received")
    (folder / "in.jsonl").write_bytes(b"".join(WIDE))
    (folder / "out.jsonl").write_bytes(OLD)
    for name in ("out.jsonl", "new.jsonl"):
        code, _, told = shell(
            f"ulimit -f 1000; newskit summarize in.jsonl -q -o {name}", folder
        )  # KiB; the output has 4,000
        assert code == 4
        assert told == [
            f"newskit summarize: {name}: File too large",
            f"newskit summarize: {name} was not written",
        ]
    assert (folder / "out.jsonl").read_bytes() == OLD
    assert {path.name for path in folder.iterdir()} == {"in.jsonl", "out.jsonl"}


def test_fault_084_output_cannot_be_there(folder: Path) -> None:
    """An output that cannot be written stops before any input is read."""
    reasons = {
        "nowhere/out.jsonl": "No such file or directory",
        "in.jsonl/out.jsonl": "Not a directory",
        ".": "is a directory",
        "": "No such file or directory",
        "n" * 256: "File name too long",
    }
    for name, reason in reasons.items():
        command = [PROGRAM, "summarize", "-o", name]
        with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1, cwd=folder) as program:
            assert program.stdin is not None  # and it stays open: who reads it waits for ever
            assert program.wait(PATIENCE) == 4, name
            assert program.stderr is not None
            assert program.stderr.read().decode() == f"newskit summarize: {name}: {reason}\n"
    assert {path.name for path in folder.iterdir()} == {"in.jsonl"}


def test_fault_085_output_is_an_input(folder: Path) -> None:
    """The output is never one of the inputs, however it is spelled, linked or redirected."""
    (folder / "link").symlink_to("in.jsonl")
    os.link(folder / "in.jsonl", folder / "hard")
    (folder / "other.jsonl").write_bytes(LINES)
    for name in ("in.jsonl", "./in.jsonl", "link", "hard"):
        code, _, told = shell(f"newskit summarize other.jsonl in.jsonl -o {name}", folder)
        assert (code, told) == (4, [f"newskit summarize: {name}: is also an input"])
    code, _, told = shell("newskit summarize -o hard < in.jsonl", folder)
    assert (code, told) == (4, ["newskit summarize: hard: is also an input"])
    code, _, told = shell("newskit summarize other.jsonl link >> in.jsonl", folder)
    assert code == 4
    assert told == ["newskit summarize: standard output: is also an input: it would grow for ever"]
    assert (folder / "in.jsonl").read_bytes() == LINES


def test_fault_086_output_exists(folder: Path) -> None:
    """An output that is there is replaced as a whole or not at all, and keeps its permissions."""
    out = folder / "out.jsonl"
    out.write_bytes(OLD)
    out.chmod(0o640)
    (folder / "link").symlink_to("out.jsonl")
    code, _, _ = shell("printf '[1]\\n' | newskit summarize --strict -o out.jsonl", folder)
    assert (code, out.read_bytes()) == (4, OLD)
    with open_run(folder, "out.jsonl") as program:
        program.kill()
    assert out.read_bytes() == OLD
    (left,) = folder.glob(".newskit-*")  # SIGKILL lets nobody clear up
    left.unlink()
    code, _, _ = shell("newskit summarize in.jsonl -o link", folder)
    assert (code, ids(out.read_bytes())) == (0, [*"012"])
    assert (folder / "link").is_symlink()
    assert out.stat().st_mode & 0o777 == 0o640
    os.mkfifo(folder / "fifo")
    for name in ("fifo", "/dev/null", "/dev/full"):
        code, _, told = shell(f"newskit summarize in.jsonl -o {name}", folder)
        reason = "is no regular file (use > to write there)"
        assert (code, told) == (4, [f"newskit summarize: {name}: {reason}"])
    assert {p.name for p in folder.iterdir()} == {"fifo", "in.jsonl", "link", "out.jsonl"}


def among_good(names: list[str], **expected: int) -> Survived:
    """Run a command on inputs between good ones; the good ones must come out."""
    good = [f"good-{n}.jsonl" for n in range(len(names) + 1)]
    given = [name for pair in zip(good, names, strict=False) for name in pair]
    files = dict.fromkeys(good, GOOD[0])
    done = run(f"summarize {' '.join(given)} {good[-1]}", files=files, **expected)
    assert [article["id"] for article in done.articles] == ["1"] * len(good)
    return done


def test_fault_087_input_cannot_be_read(folder: Path) -> None:
    """An input that is missing or cannot be read is told; the others are read; exit code 4."""
    (folder / "secret").write_bytes(LINES)
    (folder / "secret").chmod(0)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "socket"))
    reasons = {
        "gone.jsonl": "No such file or directory",
        "good-0.jsonl/in.jsonl": "Not a directory",
        str(folder / "socket"): "No such device or address",
        "/proc/self/mem": "Input/output error",  # what opens, and cannot be read
    }
    if os.geteuid():  # root may read everything
        reasons[str(folder / "secret")] = "Permission denied"
    done = among_good([*reasons], code=4)
    told = done.err.splitlines()[:-1]
    assert told == [f"newskit summarize: {name}: {why}" for name, why in reasons.items()]
    # With an output file nothing is begun
    code, _, told = shell("newskit summarize in.jsonl gone.jsonl -o out.jsonl", folder)
    assert (code, told) == (4, ["newskit summarize: gone.jsonl: No such file or directory"])
    assert not (folder / "out.jsonl").exists()


def test_fault_088_directory(folder: Path) -> None:
    """A directory is read with -r only, sorted, without hidden files; else a hint says so."""
    deep = folder / "pages" / "deep"
    deep.mkdir(parents=True)
    (deep / "b.jsonl").write_bytes(record(2))
    (folder / "pages" / "a.jsonl").write_bytes(record(1))
    (folder / "pages" / ".hidden").write_bytes(b"no")
    (deep / "up").symlink_to("..")  # is not followed, or it would have no end
    done = among_good([str(folder / "pages")], code=4)
    assert f"{folder}/pages: is a directory (use -r to read the files in it)\n" in done.err
    (folder / "pages" / "old.jsonl").write_bytes(record(8))
    command = "newskit summarize -r in.jsonl pages -o pages/old.jsonl"
    assert shell(command, folder)[0] == 0
    assert ids((folder / "pages" / "old.jsonl").read_bytes()) == [*"01212"]


def test_fault_089_inputs_that_cannot_seek(folder: Path) -> None:
    """A FIFO, standard input, /dev/stdin and <( … ) are read like files."""
    os.mkfifo(folder / "fifo")
    lines = {name: f"sed -n {number}p in.jsonl" for number, name in enumerate("abc", 1)}
    command = f"newskit summarize fifo /dev/stdin <({lines['c']})"
    code, out, _ = shell(f"{lines['a']} > fifo & {lines['b']} | {command}", folder)
    assert (code, ids(out)) == (0, [*"012"])
    done = run(
        "summarize a.jsonl - b.jsonl", GOOD[1], files=dict.fromkeys(("a.jsonl", "b.jsonl"), GOOD[0])
    )
    assert [article["id"] for article in done.articles] == ["1", "2", "1"]


def test_fault_090_links_that_lead_nowhere(folder: Path) -> None:
    """Links in a circle and to nothing are told, as any input that cannot be read."""
    (folder / "one").symlink_to("two")
    (folder / "two").symlink_to("one")
    (folder / "nothing").symlink_to("gone")
    done = among_good([str(folder / "one"), str(folder / "nothing")], code=4)
    assert f"{folder}/one: Too many levels of symbolic links\n" in done.err
    assert f"{folder}/nothing: No such file or directory\n" in done.err
    code, _, told = shell("newskit summarize in.jsonl -o one", folder)
    assert (code, told) == (4, ["newskit summarize: one: Too many levels of symbolic links"])
    assert shell("newskit summarize in.jsonl -o nothing", folder)[0] == 0
    assert ids((folder / "gone").read_bytes()) == [*"012"]


def test_fault_091_names_of_any_kind(folder: Path) -> None:
    """Files may have any name; messages and records show it without control characters."""
    odd = {
        "with space": "with space",
        "new\nline": r"new\nline",
        "-dash": "-dash",
        "esc\x1b[31m": r"esc\x1b[31m",
        os.fsdecode(b"not-utf8-\xff"): r"not-utf8-\xff",
        "quote'\"": "quote'\"",
        "--output": "--output",
        "n" * 255: "n" * 255,
    }
    for name in odd:
        (folder / name).write_bytes(b"[1]\n")
    (folder / "-").write_bytes(record(5))
    names = [*odd]
    done = subprocess.run(
        [PROGRAM, "summarize", "--", *names, "./-", "-"],
        input=GOOD[1],
        capture_output=True,
        cwd=folder,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, ids(done.stdout)) == (3, ["5", "2"])
    told = done.stderr.decode().splitlines()
    found = "expected an object, found an array"
    assert told[:-1] == [f"newskit summarize: {name}:1: {found}" for name in odd.values()]
    for name in odd:
        (folder / name).write_bytes(b"Tessa Lund opened the fair in Port Ellery on Monday.\n")
    done = subprocess.run(
        [PROGRAM, "parse", "--", *names],
        capture_output=True,
        cwd=folder,
        timeout=PATIENCE,
        check=True,
    )
    sources = [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()]
    assert sources == [os.fsencode(name).decode("utf-8", "backslashreplace") for name in odd]
    for name in (names[1], names[2], names[4], "o" * 255):
        subprocess.run(
            [PROGRAM, "summarize", "in.jsonl", f"-o{name}"], cwd=folder, check=True, stderr=-1
        )
        assert ids((folder / name).read_bytes()) == [*"012"]


@pytest.mark.parametrize("change", ["grows", "shrinks", "is replaced"])
def test_fault_092_input_changes_while_it_is_read(folder: Path, change: str) -> None:
    """An input that grows, shrinks or is replaced while it is read gives whole articles.

    `run --resume` notices the change: see the faults of resuming.
    """
    path = folder / "in.jsonl"
    path.write_bytes(b"".join(WIDE))
    command = [PROGRAM, "summarize", "in.jsonl", "-", "-q"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1, cwd=folder) as program:
        assert program.stdout is not None
        # It has begun, and cannot go on before somebody reads what it writes
        assert select.select([program.stdout], [], [], PATIENCE)[0]
        if change == "grows":
            with path.open("ab") as file:
                file.write(WIDE[0])
        elif change == "shrinks":
            os.truncate(path, len(WIDE[0]) * 25 + 50)
        else:
            (folder / "new").write_bytes(record(99))
            (folder / "new").rename(path)
        out, err = program.communicate(GOOD[0], timeout=PATIENCE)
    numbers = [str(n) for n in range(40)]
    if change == "grows":
        assert (program.returncode, ids(out)) == (0, [*numbers, "0", "1"])
    elif change == "shrinks":
        assert (program.returncode, ids(out)) == (3, [*numbers[:25], "1"])
        assert b"in.jsonl:26: not JSON: the line ends early (cut off?)" in err
    else:
        assert (program.returncode, ids(out)) == (0, [*numbers, "1"])


def test_fault_093_many_inputs_and_few_descriptors(folder: Path) -> None:
    """Ten thousand inputs are read one after another, with twenty file descriptors at most."""
    (folder / "many").mkdir()
    for number in range(10_000):
        (folder / "many" / f"{number:04}").touch()
    for number in (0, 5_000, 9_999):
        (folder / "many" / f"{number:04}").write_bytes(record(number))
    code, out, _ = shell("ulimit -n 20; newskit summarize -r many -o out.jsonl", folder)
    assert (code, out) == (0, b"")
    assert ids((folder / "out.jsonl").read_bytes()) == ["0", "5000", "9999"]


def test_fault_094_repeated_and_empty_inputs() -> None:
    """The same input twice is read twice; inputs of no bytes cost nothing."""
    files = {"a": GOOD[0], "b": GOOD[1], "empty": b"", "blank": b"\n \r\n"}
    done = run("summarize a a empty b blank ./a empty", files=files)
    assert [article["id"] for article in done.articles] == ["1", "1", "2", "1"]
    assert done.err == "newskit summarize: read 4, written 4, refused 0\n"
    done = check_survives("parse", files={"empty.html": (b"", None), "empty.txt": (b"", None)})
    assert done.articles == []


def test_fault_095_temporary_files(folder: Path) -> None:
    """What is not finished lies beside the output, for its owner only, under no name to guess."""
    (folder / "out").mkdir()
    (folder / "elsewhere").mkdir()
    environment = os.environ | {"TMPDIR": str(folder / "elsewhere")}
    names = set()
    for _ in range(2):
        with open_run(folder, "out/a.jsonl", umask=0o027, env=environment) as program:
            (path,) = folder.glob("**/.newskit-*")
            assert path.parent == folder / "out"
            assert path.stat().st_mode & 0o777 == 0o600
            names.add(path.name)
            program.communicate(timeout=PATIENCE)
        assert program.returncode == 0
        assert [p.name for p in (folder / "out").iterdir()] == ["a.jsonl"]
        assert (folder / "out" / "a.jsonl").stat().st_mode & 0o777 == 0o640
        (folder / "out" / "a.jsonl").unlink()
    assert len(names) == 2
    assert not any((folder / "elsewhere").iterdir())


@pytest.mark.slow
def test_fault_096_locale_and_environment() -> None:
    """Locale, encoding variables, time zone and hash seed change no byte of the output."""
    lines = record(1, title="Über Ærø – “ça”", date_published="2024-03-01") + LINES
    environments = (
        {"LC_ALL": "C", "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
        {"LC_ALL": "POSIX", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1", "PYTHONHASHSEED": "3"},
        {"PYTHONUNBUFFERED": "1", "TZ": "America/Lima"},
    )
    outputs = {run("run", lines, env=environment).out for environment in environments}
    assert len(outputs) == 1
