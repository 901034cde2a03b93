"""`summarize --together` in a pipe: one record, and every article is counted and accounted for."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from newskit.errors import BadModel
from newskit.io.lines import Line
from newskit.run.gather import gather
from newskit.run.pipeline import Reports, Stopped
from newskit.run.work import Unit, Work
from tests.conftest import PROGRAM, record

GOOD = b"".join(record(n) for n in range(3))
BAD = b'{"id": "bad", "text": \n'
COUNTS = re.compile(r"newskit summarize: read (\d+), together (\d+), refused (\d+), written (\d+)")


def counts(err: str) -> list[int]:
    """Return the numbers of the last line, which must agree with one another."""
    match = COUNTS.fullmatch(err.splitlines()[-1])
    assert match, err
    read, together, refused, written = map(int, match.groups())
    assert read == together + refused
    assert written <= 1
    return [read, together, refused, written]


def test_many_articles_in_one_record_out(newskit: Any) -> None:
    done = newskit("summarize", "--together", stdin=GOOD)
    assert done.code == 0
    (story,) = done.articles()
    assert [member["id"] for member in story["articles"]] == ["0", "1", "2"]
    assert counts(done.err) == [3, 3, 0, 1]


def test_a_bad_line_costs_one_article(newskit: Any, tmp_path: Path) -> None:
    arguments = ["--together", "--rejects", "bad.jsonl"]
    done = newskit("summarize", *arguments, stdin=record(1) + BAD + b'{"id": "x"}\n' + record(2))
    assert done.code == 3
    assert [member["id"] for member in done.articles()[0]["articles"]] == ["1", "2"]
    assert counts(done.err) == [4, 2, 2, 1]
    rejects = [json.loads(line) for line in (tmp_path / "bad.jsonl").read_bytes().splitlines()]
    assert [reject["line"] for reject in rejects] == [2, 3]


def test_too_many_articles_are_refused_by_name_of_the_limit(newskit: Any) -> None:
    done = newskit("summarize", "--together", stdin=b"".join(record(n) for n in range(1_002)))
    assert done.code == 3
    assert len(done.articles()[0]["articles"]) == 1_000
    assert done.err.splitlines()[0] == (
        "newskit summarize: -:1001: more than 1,000 articles for one summary"
    )
    assert counts(done.err) == [1_002, 1_000, 2, 1]


@pytest.mark.parametrize(
    ("stdin", "code", "numbers"), [(b"", 0, [0, 0, 0, 0]), (BAD, 3, [1, 0, 1, 0])]
)
def test_without_an_article_there_is_no_record(
    newskit: Any, stdin: bytes, code: int, numbers: list[int]
) -> None:
    done = newskit("summarize", "--together", stdin=stdin)
    assert (done.code, done.out) == (code, b"")
    assert "no article to put together: nothing is written" in done.err
    assert counts(done.err) == numbers


def test_strict_writes_nothing(newskit: Any, tmp_path: Path) -> None:
    done = newskit("summarize", "--together", "--strict", stdin=record(1) + BAD + record(2))
    assert (done.code, done.out) == (4, b"")
    assert counts(done.err) == [2, 1, 1, 0]
    done = newskit("summarize", "--together", "--strict", "-o", "out.jsonl", stdin=BAD)
    assert done.code == 4
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_costs_that_file(newskit: Any, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(record(1))
    done = newskit("summarize", "--together", "gone.jsonl", "a.jsonl")
    assert done.code == 4
    assert [member["id"] for member in done.articles()[0]["articles"]] == ["1"]
    assert "gone.jsonl: No such file" in done.err


def test_fields_limit_output_quiet_and_dry_run(newskit: Any, tmp_path: Path) -> None:
    done = newskit("summarize", "--together", "--limit", "2", "--fields", "articles,id", stdin=GOOD)
    assert list(done.articles()[0]) == ["articles", "id"]
    assert counts(done.err) == [2, 2, 0, 1]
    done = newskit("summarize", "--together", "-q", "-o", "out.jsonl", stdin=GOOD)
    assert (done.code, done.out, done.err) == (0, b"", "")
    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == 1
    done = newskit("summarize", "--together", "--dry-run", stdin=GOOD)
    assert (done.code, done.out) == (0, b"")
    assert counts(done.err) == [3, 3, 0, 1]


def test_options_of_the_summary_hold(newskit: Any) -> None:
    arguments = ["--together", "--words", "9", "--bullets", "--keywords", "2", "--headline"]
    (story,) = newskit("summarize", *arguments, stdin=GOOD).articles()
    assert story["summary"].startswith("- ")
    assert len(story["summary"].split()) <= 10
    assert len(story["keywords"]) == 2
    assert story["headline"]


def test_a_closed_pipe_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(GOOD)
    shell = f"{PROGRAM} summarize --together -q in.jsonl | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_full_disk() -> None:
    with open("/dev/full", "wb") as full:
        command = [PROGRAM, "summarize", "--together"]
        done = subprocess.run(command, input=GOOD, stdout=full, stderr=-1, check=False)
    assert done.returncode == 4
    assert b"No space left on device" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_no_half_summary(number: int, tmp_path: Path) -> None:
    read, write = os.pipe()
    command = [PROGRAM, "summarize", "--together", "--rejects", "bad.jsonl"]
    with subprocess.Popen(command, stdin=read, stdout=-1, stderr=-1, cwd=tmp_path) as program:
        os.close(read)
        os.write(write, GOOD + BAD)
        bad = tmp_path / "bad.jsonl"
        until = time.monotonic() + 20
        while not (bad.exists() and bad.stat().st_size) and time.monotonic() < until:
            time.sleep(0.02)  # until all four have been read
        program.send_signal(number)
        out, err = program.communicate(timeout=10)
        os.close(write)
    assert (program.returncode, out) == (128 + number, b"")
    assert b"stopped after 3" in err
    assert counts(err.decode()) == [4, 3, 1, 0]


def test_a_record_is_no_article(newskit: Any) -> None:
    story = newskit("summarize", "--together", stdin=GOOD).out
    again = newskit("summarize", "--together", stdin=story + record(7))
    assert again.code == 3
    assert "no field 'text'" in again.err
    assert [member["id"] for member in again.articles()[0]["articles"]] == ["7"]


@pytest.mark.parametrize("other", [["--trim"], ["--backend", "transformers:/nowhere"]])
def test_what_goes_with_single_articles_only_is_usage(newskit: Any, other: list[str]) -> None:
    done = newskit("summarize", "--together", *other, stdin=GOOD)
    assert (done.code, done.out) == (2, b"")
    assert "--together" in done.err


# --- what gather does when the record cannot be made ----------------------------------------------


class Told:
    """Collects what is written and said; the articles are two."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.written: list[bytes] = []
        self.reports = Reports(lambda unit, reason: None, self.said.append)

    def run(self, make: Any, **options: Any) -> None:
        lines = [Line(n, b'{"text": "Rain fell."}') for n in (1, 2)]
        units = [Unit("-", line.data, line) for line in lines]
        gather(make)(Work(list), units, self.written.append, self.reports, **options)


def test_a_bug_is_told_and_nothing_is_written() -> None:
    told = Told()
    told.run(lambda: 1 // 0)
    assert told.said[0].startswith("internal error, please report: ZeroDivisionError at ")
    assert (told.written, told.reports.counts.internal_errors) == ([], 1)
    assert str(told.reports.counts) == "read 2, together 2, refused 0, written 0"


def test_damaged_data_stops_it() -> None:
    def make() -> bytes:
        raise BadModel("damaged")

    with pytest.raises(BadModel):
        Told().run(make)


def test_a_signal_while_the_record_is_made_leaves_it_unwritten() -> None:
    told = Told()
    asked = iter([0, 0, 15])
    with pytest.raises(Stopped):
        told.run(lambda: b"{}\n", stopped=lambda: next(asked))
    assert told.written == []
    assert told.reports.counts.records == 0
