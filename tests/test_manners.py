"""How the program behaves in a pipe, with bad input, full disks and signals (docs/cli.md)."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
import pty
import signal
import subprocess
import time
from pathlib import Path

import pytest
import zstandard

from tests.conftest import PROGRAM, record

STAGES = ("clean", "entities", "summarize")
GOOD = b"".join(record(n) for n in range(3))


@pytest.mark.parametrize("stage", STAGES)
def test_head_ends_every_stage_silently(stage: str, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"".join(record(n) for n in range(20_000)))
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


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"[1]", "expected an object, found an array"),
        (b'"a"', "expected an object, found a string"),
        (b'{"title": "x"}', "no field 'text'"),
        (b'{"text": null}', "no field 'text'"),
        (b'{"text": 5}', "must be a string, found a number"),
        (b'{"text": "a"} {"text": "b"}', "jq -c ."),
        (b'{"text": "\xff"}', "UTF-8"),
        (b'{"text": "\\ud800"}', "surrogate"),
        (b'{"text": "a", "n": NaN}', "not JSON"),
        (b'{"text": "a", "n": 1e999}', "infinity"),
        (b'{"text": "a", "n": 18446744073709551616}', "more than 64 bits"),
        (b'{"text": "a", "n": ' + b"9" * 400 + b"}", "not JSON"),
        (b'{"text": "a", "n": ' + b"[" * 101 + b"]" * 101 + b"}", "nested deeper than 100"),
        (b'{"text": "a", "n": ' + b"[" * 5000 + b"]" * 5000 + b"}", "depth"),
        (b'{"text": "raw \x00 nul"}', "control character"),
        (b'\xef\xbb\xbf{"text": "late mark"}', "byte order mark"),
    ],
)
def test_bad_line_is_refused_with_its_reason(newskit, line, reason) -> None:
    done = newskit("entities", stdin=record(1) + line + b"\n" + record(2))
    assert done.code == 3
    assert [a["id"] for a in done.articles()] == ["1", "2"]
    assert "-:2: " in done.err
    assert reason in done.err
    assert "read 3, written 2, refused 1" in done.err


def test_good_odd_lines_are_accepted(newskit) -> None:
    lines = b"\xef\xbb\xbf" + record(1) + b"\n  \r\n" + record(2)[:-1] + b"\r\n"
    lines += record(3, n=18446744073709551615, m=0.1, note="a\u2028b e+ c", nul="\u0000")[:-1]
    done = newskit("clean", stdin=lines)
    assert done.code == 0
    articles = done.articles()
    assert [a["id"] for a in articles] == ["1", "2", "3"]
    assert articles[2]["n"] == 18446744073709551615
    assert articles[2]["note"] == "a\u2028b e+ c"


def test_last_line_cut_off(newskit) -> None:
    done = newskit("clean", stdin=(record(1) + record(2))[:-10])
    assert done.code == 3
    assert "-:2: not JSON: the line ends early (cut off?)" in done.err


def test_pretty_printed_json_is_told_apart(newskit) -> None:
    pretty = json.dumps([{"text": "a"}] * 60, indent=1).encode()
    done = newskit("clean", stdin=pretty)
    assert done.code == 4
    assert "jq -c ." in done.err.splitlines()[0]
    assert "is this JSON Lines?" in done.err


@pytest.mark.parametrize("command", ["parse", *STAGES, "run"])
def test_empty_input(newskit, command) -> None:
    done = newskit(command, stdin=b"")
    assert (done.code, done.out) == (0, b"")
    assert "read 0, written 0, refused 0" in done.err


def test_missing_file_is_reported_and_the_others_read(newskit, tmp_path) -> None:
    (tmp_path / "a.jsonl").write_bytes(record(1))
    (tmp_path / "b.jsonl").write_bytes(record(2))
    done = newskit("clean", "a.jsonl", "gone.jsonl", "b.jsonl")
    assert done.code == 4
    assert [a["id"] for a in done.articles()] == ["1", "2"]
    assert "newskit clean: gone.jsonl: No such file or directory" in done.err


def test_missing_file_with_an_output_stops_before_the_work(newskit, tmp_path) -> None:
    (tmp_path / "a.jsonl").write_bytes(record(1))
    done = newskit("clean", "a.jsonl", "gone.jsonl", "-o", "out.jsonl")
    assert done.code == 4
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.jsonl"]


@pytest.mark.parametrize("stage", STAGES)
def test_full_disk(newskit, stage) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, stage], input=GOOD, stdout=full, stderr=-1, check=False)
    assert done.returncode == 4
    assert b"standard output: No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_output_device_is_refused(newskit) -> None:
    done = newskit("clean", "-o", "/dev/full", stdin=GOOD)
    assert done.code == 4
    assert "/dev/full: is no regular file" in done.err


def test_line_of_100_mb_is_refused_within_memory(tmp_path) -> None:
    script = (
        "import resource,subprocess,sys\n"
        "p=subprocess.Popen([sys.argv[1],'clean'],stdin=-1,stdout=-1,stderr=-1)\n"
        "p.stdin.write(sys.argv[2].encode()+b'\\n')\n"
        'p.stdin.write(b\'{"text": "\')\n'
        "for _ in range(100): p.stdin.write(b'word '*200000)\n"
        "p.stdin.write(b'\"}\\n'+sys.argv[2].encode()+b'\\n')\n"
        "out,err=p.communicate()\n"
        "peak=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "print(p.returncode,len(out.splitlines()),peak)\n"
        "sys.stderr.buffer.write(err)\n"
    )
    from tests.conftest import ROOT

    good = record(1).decode().strip()
    done = subprocess.run(
        [str(Path(PROGRAM).parent / "python"), "-c", script, PROGRAM, good],
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    code, written, peak = (int(n) for n in done.stdout.split())
    assert (code, written) == (3, 2)
    assert b"-:2: line longer than 64 MiB" in done.stderr
    assert peak < 200_000, f"{peak} KB of memory"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_in_the_middle_leaves_whole_lines(number, tmp_path) -> None:
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


def test_records_flow_while_the_input_is_open() -> None:
    with subprocess.Popen([PROGRAM, "clean", "-q"], stdin=-1, stdout=-1) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for number in range(3):
            program.stdin.write(record(number))
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["id"] == str(number)
        program.stdin.close()
        assert program.wait(10) == 0


COMPRESS = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.ZstdCompressor(write_checksum=True).compress,
}


@pytest.mark.parametrize("kind", COMPRESS)
class TestCompression:
    """Inputs are opened by their magic bytes; a cut one is noticed."""

    def test_told_by_content_not_by_name(self, newskit, tmp_path, kind) -> None:
        (tmp_path / "plain-name").write_bytes(COMPRESS[kind](GOOD))
        done = newskit("clean", "plain-name")
        assert (done.code, len(done.articles())) == (0, 3)

    def test_several_members(self, newskit, kind) -> None:
        done = newskit("clean", stdin=COMPRESS[kind](GOOD) + COMPRESS[kind](record(9)))
        assert [a["id"] for a in done.articles()] == ["0", "1", "2", "9"]
        assert done.code == 0

    def test_cut_off(self, newskit, kind) -> None:
        many = b"".join(record(n, pad=os.urandom(40).hex()) for n in range(20_000))
        data = COMPRESS[kind](many)
        done = newskit("clean", "-q", stdin=data[: len(data) * 2 // 3])
        assert done.code == 4
        assert "input ends early" in done.err
        if kind != "bz2":  # its blocks hold 900 kB, and come whole or not at all
            assert 1_000 < len(done.articles()) < 20_000

    def test_bit_flip(self, newskit, kind) -> None:
        data = bytearray(COMPRESS[kind](b"".join(record(n) for n in range(500))))
        data[len(data) // 2] ^= 0x40
        assert newskit("clean", "-q", stdin=bytes(data)).code in (3, 4)

    def test_trailing_junk(self, newskit, kind) -> None:
        done = newskit("clean", stdin=COMPRESS[kind](GOOD) + b"junk and more")
        assert (done.code, len(done.articles())) == (4, 3)
        assert "junk behind" in done.err

    def test_output_by_suffix(self, newskit, tmp_path, kind) -> None:
        assert newskit("clean", "-o", f"out.jsonl.{kind}", stdin=GOOD).code == 0
        again = newskit("clean", f"out.jsonl.{kind}")
        assert [a["id"] for a in again.articles()] == ["0", "1", "2"]
        assert (tmp_path / f"out.jsonl.{kind}").read_bytes()[:1] != b"{"


def test_zstd_bomb_stays_small(tmp_path) -> None:
    data = zstandard.ZstdCompressor().compress(b'{"text": "' + b"a" * (300 << 20))
    (tmp_path / "bomb").write_bytes(data)
    command = f"ulimit -v 1500000; exec {PROGRAM} clean bomb"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 3
    assert b"line longer than" in done.stderr


@pytest.mark.parametrize("name", ["archive.zip", "a.tar"])
def test_archives_are_not_unpacked(newskit, tmp_path, name) -> None:
    head = b"PK\x03\x04" if name.endswith("zip") else b"a".ljust(257, b"\0") + b"ustar"
    (tmp_path / name).write_bytes(head + b"\0" * 600)
    done = newskit("parse", name)
    assert done.code == 4
    assert "unpack it first" in done.err


def test_output_is_never_an_input(newskit, tmp_path) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD)
    (tmp_path / "link").symlink_to("a.jsonl")
    os.link(tmp_path / "a.jsonl", tmp_path / "hard")
    for name in ("a.jsonl", "./a.jsonl", "link", "hard"):
        done = newskit("clean", "a.jsonl", "-o", name)
        assert done.code == 4
        assert "is also an input" in done.err
    assert (tmp_path / "a.jsonl").read_bytes() == GOOD


def test_output_is_replaced_whole_and_keeps_its_mode(newskit, tmp_path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    out.chmod(0o640)
    assert newskit("clean", "-o", "out.jsonl", stdin=b"[1]\n", timeout=20).code == 3
    assert newskit("clean", "--strict", "-o", "out.jsonl", stdin=b"[1]\n").code == 4
    assert out.read_bytes() == b""
    assert newskit("clean", "-o", "out.jsonl", stdin=GOOD).code == 0
    assert len(out.read_bytes().splitlines()) == 3
    assert out.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_output_directory_missing(newskit) -> None:
    done = newskit("clean", "-o", "nowhere/out.jsonl", stdin=GOOD)
    assert done.code == 4
    assert "nowhere/out.jsonl: No such file or directory" in done.err


def test_directory_needs_recursive(newskit, tmp_path) -> None:
    folder = tmp_path / "pages" / "deep"
    folder.mkdir(parents=True)
    (folder / "b.jsonl").write_bytes(record(2))
    (tmp_path / "pages" / "a.jsonl").write_bytes(record(1))
    (tmp_path / "pages" / ".hidden").write_bytes(b"no")
    done = newskit("clean", "pages")
    assert done.code == 4
    assert "is a directory (use -r" in done.err
    done = newskit("clean", "-r", "pages")
    assert [a["id"] for a in done.articles()] == ["1", "2"]


def test_names_of_any_kind(newskit, tmp_path) -> None:
    for name in ("with space.jsonl", "new\nline.jsonl", "-dash.jsonl"):
        (tmp_path / name).write_bytes(record(1))
    (tmp_path / os.fsdecode(b"not-utf8-\xff.jsonl")).write_bytes(b"[1]\n")
    done = newskit("clean", "--", "with space.jsonl", "new\nline.jsonl", "-dash.jsonl")
    assert (done.code, len(done.articles())) == (0, 3)
    done = newskit("clean", os.fsdecode(b"not-utf8-\xff.jsonl"))
    assert done.code == 3
    assert r"not-utf8-\xff.jsonl:1:" in done.err
    (tmp_path / "esc\x1b[31m.jsonl").write_bytes(b"[1]\n")
    assert r"esc\x1b[31m.jsonl:1:" in newskit("clean", "esc\x1b[31m.jsonl").err


def test_standard_input_by_dash_and_fifo(newskit, tmp_path) -> None:
    (tmp_path / "a.jsonl").write_bytes(record(1))
    done = newskit("clean", "a.jsonl", "-", stdin=record(2))
    assert [a["id"] for a in done.articles()] == ["1", "2"]
    shell = f"{PROGRAM} clean -q <(printf '%s' \"$LINE\")"
    env = os.environ | {"LINE": record(7).decode()}
    done2 = subprocess.run(["bash", "-c", shell], capture_output=True, env=env, check=True)
    assert json.loads(done2.stdout)["id"] == "7"


def test_terminal_without_files_gives_help(tmp_path) -> None:
    master, slave = pty.openpty()
    done = subprocess.run([PROGRAM, "clean"], stdin=slave, capture_output=True, timeout=10)
    os.close(master)
    os.close(slave)
    assert done.returncode == 2
    assert b"nothing to read" in done.stderr


@pytest.mark.parametrize("closed", [">&-", "<&-"])
def test_closed_streams(tmp_path, closed) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD)
    source = "a.jsonl" if closed == ">&-" else ""
    shell = f"{PROGRAM} clean {source} {closed}"
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 4
    assert len(done.stderr.splitlines()) <= 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("sink", ["2>&-", "2>/dev/full"])
def test_standard_error_does_not_matter(tmp_path, sink) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD + b"[1]\n")
    shell = f"{PROGRAM} clean a.jsonl {sink}"
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, len(done.stdout.splitlines())) == (3, 3)


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


def test_newer_schema_stops(newskit) -> None:
    done = newskit("clean", stdin=record(1) + record(2, schema="newskit/2"))
    assert done.code == 4
    assert "newskit/2" in done.err


def test_unknown_fields_pass_in_place(newskit) -> None:
    line = b'{"b": 1, "text": "One line of a story.", "a": {"x": null}, "gold": [1.5], "z": null}\n'
    article = newskit("clean", stdin=line).articles()[0]
    assert list(article)[:5] == ["b", "text", "a", "gold", "z"]
    assert article["a"] == {"x": None}
    assert article["z"] is None


@pytest.mark.slow
def test_locale_hash_seed_and_time_zone_change_nothing(newskit, tmp_path) -> None:
    lines = record(1, title="Über Ærø – “ça”", date_published="2024-03-01") + GOOD
    outputs = set()
    for env in (
        {"LC_ALL": "C", "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
        {"LC_ALL": "POSIX", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1", "PYTHONHASHSEED": "3"},
        {"PYTHONUNBUFFERED": "1", "TZ": "America/Lima"},
    ):
        outputs.add(newskit("run", stdin=lines, env=os.environ | env).out)
    assert len(outputs) == 1
