"""Faults: what newskit does with each thing that can go wrong, one test per number and more.

`check_survives` puts bad articles between good ones, runs the real program on them, and asserts
what always holds:

- the exit code is one that newskit documents, and the one expected;
- standard error is for people: no traceback, no control character, every line says which command
  speaks, and the count at the end says that read is written plus refused;
- standard output is whole lines, each one JSON object, as many as the count says;
- the good articles come out byte for byte as they do without the bad ones, in their order;
- nothing is left in the directory but what was asked for;
- it ends within `seconds`, with `megabytes` at its peak, in an address space of 2 GB.

A test of a fault is a function named `test_fault_NNN_what_it_is`. The first sentence of its
docstring is its title: `scripts/faults` makes a table of them. Put all variants of a fault into one
run (a run costs 0.15 to 0.5 s), and take `summarize`, which starts quickest, where the command does
not matter.

    # lines: each bad line, and a part of the reason for which it is refused (None: it is written)
    done = check_survives("summarize", {b"[1]": "found an array", b'{"text": "Fine."}': None})
    assert done.articles[0]["text"] == "Fine."  # what became of the lines that were written

    # whole files, by name: the content and a part of the reason; good files lie between them
    check_survives("parse", files={"deep.html": (page, "nested too deeply")})
    check_survives("clean", files={"cut.gz": (data[:-9], "ends early")}, code=4)

    # one stream without neighbours: `run` checks the same, but for the good articles
    done = run("clean -o out.jsonl", chunks(), code=3, refused=1)
    assert done.left["out.jsonl"]
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import PROGRAM, record

CODES = {0, 2, 3, 4, 129, 130, 143}
GOOD = (record(1), record(2, title="A fair opens"))
MOST_ADDRESSES = 2 << 30  # bytes of address space: what is not bounded ends here

# Starts the program within a limit, and says on a pipe how it ended and what memory it had at its
# peak. A process of its own, because a child's peak begins with what its parent had at the time.
_LAUNCHER = """
import os, resource, sys
most, report, *command = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_AS, (int(most), int(most)))
_, status, usage = os.wait4(os.posix_spawn(command[0], command, os.environ), 0)
os.write(int(report), b"%d %d" % (os.waitstatus_to_exitcode(status), usage.ru_maxrss >> 10))
"""
_COUNT = re.compile(
    r"newskit \w+: read (\d+), (?:written (\d+), refused (\d+)"
    r"|together (\d+), refused (\d+), written (\d+))"
)


class Survived(NamedTuple):
    """What a run left behind.

    `articles` are the records on standard output, without the good ones of `check_survives`;
    `left` holds the files that it made in its directory, by name; `megabytes` is its peak.
    """

    code: int
    out: bytes
    err: str
    articles: list[dict[str, Any]]
    left: dict[str, bytes]
    megabytes: int


def check_survives(
    command: str,
    lines: Mapping[bytes, str | None] | None = None,
    files: Mapping[str, tuple[bytes, str | None]] | None = None,
    *,
    code: int | None = None,
    refused: int | None = None,
    good: tuple[bytes, bytes] = GOOD,
    **limits: Any,
) -> Survived:
    """Run a command on bad lines, or on bad files, each between two good ones; see above.

    Args:
        command: the subcommand with its options, as in a shell.
        lines: what stands on each bad line, without the line feed, with a part of the reason for
            its refusal, or None if it must be written.
        files: name, content and the same of each bad file; instead of `lines`.
        code: the exit code; if not given, 3 where something is refused, else 0.
        refused: how many articles are; if not given, as many as there are reasons; with `code=4`
            any number (an input that fails is not an article).
        good: two lines that the command accepts; they alternate.
        limits: `seconds`, `megabytes` and `env` of `run`.
    """
    if files is None:
        bad = {f"-:{2 * n}": reason for n, reason in enumerate((lines or {}).values(), 1)}
        stream = b"".join(good[n % 2] + line + b"\n" for n, line in enumerate(lines or {}))
        given: dict[str, Any] = {"stdin": stream + good[len(bad) % 2]}
        full = command
    else:
        bad = {name: reason for name, (_, reason) in files.items()}
        given = {"files": {f"good-{n}.jsonl": good[n % 2] for n in range(len(bad) + 1)}}
        names = [name for pair in zip(given["files"], bad, strict=False) for name in pair]
        given["files"] |= {name: content for name, (content, _) in files.items()}
        full = f"{command} -- {shlex.join([*names, f'good-{len(bad)}.jsonl'])}"
    expected = sum(reason is not None for reason in bad.values())
    code = (3 if expected else 0) if code is None else code
    refused = expected if refused is None and code != 4 else refused
    done = run(full, **given, code=code, refused=refused, **limits)
    _check_reasons(f"newskit {command.split()[0]}: ", done.err, bad)
    neighbours = _alone(command, good, tuple((limits.get("env") or {}).items()))
    return done._replace(articles=_others(done, neighbours, len(bad) + 1))


def run(
    command: str,
    stdin: bytes | Iterable[bytes] = b"",
    *,
    files: Mapping[str, bytes] | None = None,
    code: int = 0,
    refused: int | None = 0,
    seconds: float = 60,
    megabytes: int = 200,
    env: Mapping[str, str] | None = None,
) -> Survived:
    """Run a command in a directory of its own, and check what holds for every run.

    `stdin` may be a generator, for what is too big to hold; `files` are put into the directory
    first; `env` is added to the environment; `refused=None` leaves their number open.
    """
    arguments = shlex.split(command)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (files or {}).items():
            Path(folder, name).write_bytes(content)
        done = _launched(arguments, stdin, Path(folder), seconds, env)
        new = [path for path in Path(folder).iterdir() if path.name not in (files or {})]
        done = done._replace(left={path.name: path.read_bytes() for path in new})
    assert done.code in CODES, f"exit code {done.code}: {done.err[-2000:]}"
    assert done.code == code, f"exit code {done.code}, expected {code}: {done.err[-2000:]}"
    assert done.megabytes <= megabytes, f"{done.megabytes} MB of memory"
    assert not any(name.startswith(".newskit-") for name in done.left), done.left.keys()
    return _checked(done, arguments, refused)


def _launched(
    arguments: list[str],
    stdin: bytes | Iterable[bytes],
    folder: Path,
    seconds: float,
    env: Mapping[str, str] | None,
) -> Survived:
    report, told = os.pipe()
    launcher = [sys.executable, "-I", "-S", "-c", _LAUNCHER, str(MOST_ADDRESSES), str(told)]
    with subprocess.Popen(
        [*launcher, PROGRAM, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=os.environ | (env or {}),
        pass_fds=(told,),
        start_new_session=True,
    ) as process:
        os.close(told)
        chunks = (stdin,) if isinstance(stdin, bytes) else stdin
        feeder = threading.Thread(target=_feed, args=(process.stdin, chunks))
        process.stdin = None  # the feeder's from now on
        feeder.start()
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            raise AssertionError(f"not done after {seconds} s") from None
        finally:
            feeder.join()
    with open(report, "rb") as file:
        code, peak = (int(number) for number in file.read().split())
    return Survived(code, out, err.decode(), [], {}, peak)


def _feed(pipe: Any, chunks: Iterable[bytes]) -> None:
    with contextlib.suppress(BrokenPipeError), pipe:
        for chunk in chunks:
            pipe.write(chunk)


def _checked(done: Survived, arguments: list[str], refused: int | None) -> Survived:
    """Check the streams of a run, and read the records."""
    command, *options = arguments
    if done.code == 2:
        return done
    told = done.err.splitlines()
    assert "Traceback" not in done.err, done.err
    assert done.err.replace("\n", "").isprintable() or not done.err, ascii(done.err)
    for line in told:
        assert line.startswith(f"newskit {command}: "), line
    if command in ("inspect", "schema"):
        return done
    lines = done.out.split(b"\n")
    assert lines.pop() == b"", "the last line is not whole"
    articles = [json.loads(line, parse_constant=_not_json) for line in lines]
    assert all(type(article) is dict for article in articles)
    if not {"-q", "--quiet"} & set(options) and (done.code != 4 or _COUNT.match(told[-1])):
        count = _COUNT.fullmatch(told[-1])
        assert count, f"no count: {told[-1]!r}"
        read, *others = (int(number) for number in count.groups() if number)
        assert read == others[0] + others[1], told[-1]
        assert refused is None or others[1] == refused, told[-1]
        if not {"-o", "--output", "--dry-run"} & set(options):
            assert others[2 if len(others) > 2 else 0] == len(articles), told[-1]
    return done._replace(articles=articles)


def _not_json(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def _check_reasons(speaker: str, err: str, bad: Mapping[str, str | None]) -> None:
    """Check that each bad line or file is told of with its reason, and the accepted ones not."""
    for place, reason in bad.items():
        told = [line for line in err.splitlines() if line.startswith(f"{speaker}{place}:")]
        if reason is None:
            assert not told, f"{place} is complained of: {told}"
        else:
            assert any(reason in line for line in told), f"{place} lacks {reason!r}:\n{err[-4000:]}"


@functools.cache
def _alone(command: str, good: tuple[bytes, bytes], env: tuple[Any, ...]) -> tuple[bytes, ...]:
    """Return what comes out for the good articles when there is no bad one."""
    return tuple(run(command, b"".join(good), env=dict(env)).out.splitlines(keepends=True))


def _others(done: Survived, neighbours: tuple[bytes, ...], number: int) -> list[dict[str, Any]]:
    """Return the articles that are no neighbours; check that these are there and unchanged."""
    lines = done.out.splitlines(keepends=True)
    awaited = 0
    others = []
    for line, article in zip(lines, done.articles, strict=True):
        if awaited < number and line == neighbours[awaited % 2]:
            awaited += 1
        else:
            others.append(article)
    assert awaited == number, f"good article {awaited + 1} of {number} is missing or changed"
    return others
