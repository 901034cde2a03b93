"""inspect shows a person everything, in colour only on a terminal, and no control character."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import PROGRAM, ROOT

SAMPLE = ROOT / "samples" / "harbour-tram.txt"


def on_a_terminal(*args: str, **env: str) -> str:
    """Return what the program writes to a terminal 80 columns wide."""
    master, slave = pty.openpty()
    command = [PROGRAM, *args]
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
    environment = clean | {"TERM": "xterm", "COLUMNS": "80"} | env
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, env=environment
    ) as p:
        os.close(slave)
        parts = []
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:
                break
            if not part:
                break
            parts.append(part)
        p.wait(10)
    os.close(master)
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_a_raw_file_runs_the_whole_pipe(newskit) -> None:
    done = newskit("inspect", str(SAMPLE))
    assert done.code == 0
    shown = done.out.decode()
    lines = shown.splitlines()
    assert lines[0] == "Port Ellery's harbour tram runs again after 61 years"
    assert any(re.match(r"  \| \[signup: .*\] No time to read\?", line) for line in lines)
    assert any(re.match(r"  \| \[related: .*\] Fishing fleet to get", line) for line in lines)
    assert "Entities" in lines
    assert "Summary" in lines
    assert "MONEY        €38.4 million  = EUR 38400000" in shown
    assert "\x1b" not in shown
    assert max(map(len, lines)) <= 100


def test_colours_on_a_terminal_only() -> None:
    coloured = on_a_terminal("inspect", str(SAMPLE))
    assert "\x1b[2;9mNo time to read?\x1b[0m" in coloured
    assert "\x1b[33m€38.4 million\x1b[0m" in coloured
    for plain in (
        on_a_terminal("inspect", str(SAMPLE), NO_COLOR="1"),
        on_a_terminal("inspect", str(SAMPLE), TERM="dumb"),
    ):
        assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).count("Lisbon") == plain.count("Lisbon")


def test_hostile_text_is_made_visible(newskit, tmp_path: Path) -> None:
    article = {
        "title": "Hello \x1b]0;owned\x07",
        "text": "One \x1b[31mred\x1b[0m line \u202edesrever\u202c of it, and \x9b2J more.",
        "authors": ["Mara\x1b[5m Lindqvist"],
        "url": "http://x/\x1b[0m",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(article) + "\n")
    done = newskit("inspect", "a.jsonl")
    assert done.code == 0
    for char in done.out.decode():
        assert char == "\n" or unicodedata.category(char) != "Cc"
        assert not 0x202A <= ord(char) <= 0x202E
    assert rb"Hello \x1b]0;owned\x07" in done.out
    assert rb"Mara\x1b[5m Lindqvist" in done.out
    assert "\x1b" in on_a_terminal("inspect", str(tmp_path / "a.jsonl")), "colours of our own"


def test_records_from_any_stage_and_choosing_one(newskit) -> None:
    both = newskit("parse", str(SAMPLE), str(ROOT / "samples/wire-flood.txt")).out
    cleaned = newskit("clean", stdin=both).out
    assert newskit("inspect", stdin=both).out == newskit("inspect", stdin=cleaned).out
    second = newskit("inspect", "-n", "2", stdin=both)
    assert second.out != newskit("inspect", stdin=both).out
    every = newskit("inspect", "--all", stdin=both).out
    assert every.endswith(second.out)
    missing = newskit("inspect", "-n", "3", stdin=both)
    assert (missing.code, missing.out) == (4, b"")
    assert "no article number 3" in missing.err


@pytest.mark.parametrize(
    ("data", "code"), [(b"", 4), (b'{"text": 5}\n', 3), (b'{"text": "a", "removed": 7}\n', 3)]
)
def test_what_cannot_be_shown(newskit, data: bytes, code: int) -> None:
    done = newskit("inspect", stdin=data)
    assert done.code == code
    assert len(done.err.splitlines()) == 1


def test_a_closed_pipe_is_silent() -> None:
    shell = f"{PROGRAM} inspect {SAMPLE} | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=True)
    assert done.stderr == b""
    assert done.stdout.endswith(b"\n0\n")
