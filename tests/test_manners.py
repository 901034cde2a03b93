"""How the program behaves in a pipe and on signals (docs/cli.md); tests/faults has the rest."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import PROGRAM, record

STAGES = ("clean", "entities", "summarize")
GOOD = b"".join(record(n) for n in range(3))


@pytest.mark.parametrize("stage", STAGES)
def test_fault_073_head_ends_every_stage(stage: str, tmp_path: Path) -> None:
    """A reader that has had enough ends every stage silently, with 0."""
    wide = (record(n, pad="x" * 20_000) for n in range(400))  # more than the pipes hold
    (tmp_path / "in.jsonl").write_bytes(b"".join(wide))
    shell = f"{PROGRAM} {stage} in.jsonl | {PROGRAM} clean -q | head -1; echo ${{PIPESTATUS[@]}}"
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, capture_output=True, check=True)
    lines = done.stdout.split(b"\n")
    assert json.loads(lines[0])["id"] == "0"
    assert lines[1] == b"0 0 0"
    assert done.stderr == b""


def test_broken_line_in_the_middle_costs_one_article(newskit, tmp_path) -> None:
    bad = b'{"id": "bad", "text": \n'
    done = newskit("clean", "--rejects", "bad.jsonl", stdin=record(1) + bad + record(2))
    assert done.code == 3
    assert [a["id"] for a in done.articles()] == ["1", "2"]
    told = done.err.splitlines()
    assert told[0].startswith("newskit clean: -:2: not JSON")
    assert told[1] == "newskit clean: read 3, written 2, refused 1"
    reject = json.loads((tmp_path / "bad.jsonl").read_bytes())
    assert reject["raw"] == bad.decode().rstrip("\n")
    assert reject["line"] == 2
    assert "not JSON" in reject["reason"]


@pytest.mark.parametrize("command", ["parse", *STAGES, "run"])
def test_empty_input(newskit, command) -> None:
    done = newskit(command, stdin=b"")
    assert (done.code, done.out) == (0, b"")
    assert "read 0, written 0, refused 0" in done.err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_fault_074_075_076_signal_in_the_middle(number, tmp_path) -> None:
    """A signal in the middle leaves whole lines, the count and the code that says so."""
    read, write = os.pipe()
    with subprocess.Popen([PROGRAM, "clean"], stdin=read, stdout=-1, stderr=-1) as program:
        os.close(read)
        os.write(write, GOOD)
        assert program.stdout is not None
        assert program.stderr is not None
        first = program.stdout.readline()  # it has begun, and now waits for more
        program.send_signal(number)
        start = time.monotonic()
        out, err = program.stdout.read(), program.stderr.read()
        program.wait(10)
        os.close(write)
    assert time.monotonic() - start < 2
    assert program.returncode == 128 + number
    assert [json.loads(line)["id"] for line in (first + out).splitlines()] == ["0", "1", "2"]
    assert b"stopped after 3" in err
    assert b"Traceback" not in err


def test_signal_removes_the_unfinished_output(tmp_path) -> None:
    read, write = os.pipe()
    command = [PROGRAM, "clean", "-o", "out.jsonl"]
    with subprocess.Popen(command, stdin=read, stderr=-1, cwd=tmp_path) as program:
        os.close(read)
        os.write(write, GOOD)
        while not list(tmp_path.glob(".newskit-*")):
            time.sleep(0.02)
        time.sleep(0.2)
        program.send_signal(signal.SIGTERM)
        program.communicate(timeout=10)
        os.close(write)
    assert program.returncode == 143
    assert list(tmp_path.iterdir()) == []


def test_fields_limit_quiet_and_dry_run(newskit) -> None:
    done = newskit("clean", "--fields", "text,id,nothing", "--limit", "2", "-q", stdin=GOOD)
    assert [list(a) for a in done.articles()] == [["text", "id"], ["text", "id"]]
    assert done.err == ""
    done = newskit("clean", "--dry-run", stdin=GOOD)
    assert (done.code, done.out) == (0, b"")
    assert "read 3, written 3, refused 0" in done.err


@pytest.mark.parametrize(
    "args",
    [
        ("summarize", "--sentences", "0"),
        ("summarize", "--words", "x"),
        ("clean", "--keep", "everything"),
        ("clean", "--limit", "-1"),
        ("clean", "--fields", ","),
        ("entities", "--types", "COLOUR"),
        ("nonsense",),
        ("clean", "--nonsense"),
    ],
)
def test_usage_errors(newskit, args) -> None:
    done = newskit(*args, stdin=GOOD)
    assert (done.code, done.out) == (2, b"")
    assert done.err
