"""`--jobs N` changes nothing that can be seen: the same bytes, messages and rejects, in order."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import record

PAGE = "<!doctype html><html><body><h1>A fair</h1><p>It drew forty people on Monday.</p></body>"
BAD = b'[1]\n\n{"text": 5}\n{"id": "big", "text": "a", "n": 18446744073709551616}\n \xff\n'
NOT_A_PAGE = b"%PDF-1.7\n\x00\x01\x02" + bytes(200)


@pytest.fixture
def inputs(tmp_path: Path) -> list[str]:
    """Return inputs of all kinds: good, bad and blank lines, pages, one missing, one cut off."""
    pages = b"".join(
        json.dumps({"id": f"p{n}", "url": f"https://a.example/{n}", "html": PAGE}).encode() + b"\n"
        for n in range(3)
    )
    good = b"".join(record(n, site="Port Ellery Post") for n in range(15))
    (tmp_path / "a.jsonl").write_bytes(good[:-1])
    (tmp_path / "b.jsonl").write_bytes(record(50) + BAD + pages + record(51) + b'{"text": "cut')
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(good * 4)[:-30])
    (tmp_path / "d.html").write_text(PAGE)
    (tmp_path / "e.pdf").write_bytes(NOT_A_PAGE)
    (tmp_path / "f.jsonl").write_bytes(BAD + record(52))
    return ["a.jsonl", "b.jsonl", "gone.jsonl", "c.jsonl.gz", "d.html", "e.pdf", "f.jsonl"]


def seen(newskit: Any, tmp_path: Path, *args: str) -> tuple[Any, ...]:
    """Return all that a run leaves behind."""
    done = newskit(*args, "--rejects", "rejects.jsonl")
    return done.code, done.out, done.err, (tmp_path / "rejects.jsonl").read_bytes()


@pytest.mark.parametrize(
    "command",
    [
        ("parse",),
        ("clean",),
        ("clean", "--learn-repeats"),
        ("entities", "--fields", "id,entities,nothing"),
        ("summarize", "--words", "9"),
        ("run", "--limit", "30"),
    ],
    ids=" ".join,
)
def test_fault_116_the_same_with_any_number_of_jobs(
    newskit: Any, tmp_path: Path, inputs: list[str], command: tuple[str, ...]
) -> None:
    """Output, messages and rejects are the same to the byte with 1, 2 and 3 jobs."""
    """What comes out, what is said and what is refused is the same with any number of jobs."""
    alone = seen(newskit, tmp_path, *command, *inputs)
    assert alone[0] == 4
    assert b"[1]" in alone[3]
    assert "gone.jsonl" in alone[2]
    for jobs in ("2", "3"):
        assert seen(newskit, tmp_path, *command, "--jobs", jobs, *inputs) == alone


def test_where_it_stops_is_the_same(newskit: Any, tmp_path: Path) -> None:
    """The first refusal with --strict, a later schema, a hundred refusals: each in its turn."""
    good = b"".join(record(n) for n in range(30))
    newer = record(30, schema="newskit/2")
    streams = {
        "strict.jsonl": (good + b"[1]\n" + newer, ["--strict"]),
        "newer.jsonl": (good + b"[1]\n" + newer + b"[2]\n" + good, []),
        "other.jsonl": (b"[1]\n" * 300, []),
    }
    for name, (lines, options) in streams.items():
        (tmp_path / name).write_bytes(lines)
        alone = seen(newskit, tmp_path, "summarize", *options, name)
        assert alone[0] == 4
        assert seen(newskit, tmp_path, "summarize", "-j", "2", *options, name) == alone


def test_a_file_is_written_whole(newskit: Any, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"".join(record(n) for n in range(300)))
    assert newskit("summarize", "a.jsonl", "-o", "1.jsonl.gz").code == 0
    done = newskit("summarize", "a.jsonl", "-o", "2.jsonl.gz", "--jobs", "0")
    assert (done.code, done.out) == (0, b"")
    assert (tmp_path / "1.jsonl.gz").read_bytes() == (tmp_path / "2.jsonl.gz").read_bytes()
    done = newskit("summarize", "a.jsonl", "--dry-run", "--jobs", "2", "--time-limit", "30")
    assert (done.code, done.out) == (0, b"")
    assert "read 300, written 300, refused 0" in done.err


def test_empty_input_starts_no_worker(newskit: Any) -> None:
    done = newskit("run", "--jobs", "8", stdin=b"\n")
    assert (done.code, done.out) == (0, b"")
    assert done.err == "newskit run: read 0, written 0, refused 0\n"


def test_fault_119_nonsense_is_a_usage_error(newskit: Any) -> None:
    """Jobs and time limits out of range, or no number, are told with the range."""
    """Options out of their range are a usage error that names the range."""
    for option, value, told in (
        ("--jobs", "-1", "0<=x<=256"),
        ("--jobs", "1000000", "0<=x<=256"),
        ("--time-limit", "nan", "0.1<=x<=86400"),
        ("--time-limit", "inf", "0.1<=x<=86400"),
        ("--time-limit", "-1", "0.1<=x<=86400"),
        ("--time-limit", "0", "0.1<=x<=86400"),
    ):
        done = newskit("clean", option, value, stdin=record(1))
        assert (done.code, done.out) == (2, b"")
        assert option in done.err
        assert told in done.err


def test_jobs_do_not_go_with_one_story(newskit: Any) -> None:
    done = newskit("summarize", "--together", "--jobs", "2", stdin=record(1))
    assert (done.code, done.out) == (2, b"")
    assert "--jobs" in done.err
