"""Faults of showing: escapes, overrides and markup in texts, names and messages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import PROGRAM
from tests.faults import check_survives, run
from tests.test_inspect import on_a_terminal

# Colour, title, hyperlink, clipboard and device strings in 7 and 8 bits, overrides and isolates of
# direction, marks, line separators, and control characters.
ESCAPES = (
    "\x1b[31m", "\x1b]0;owned\x07", "\x1b]8;;http://a\x1b\\", "\x1b]52;c;YQ==\x07",
    "\x1bP1$r\x1b\\", "\x9b31m", "\x9d0;owned\x9c", "\x90q\x9c", "\u202e", "\u2066", "\u2069",
    "\u200f", "\u061c",
    "\u2028", "\u2029", "\x85", "\0", "\x7f", "\x08", "\r", "\v", "\f",
)  # fmt: skip
HOSTILE = "".join(f"a{escape}b" for escape in ESCAPES)
MARKUP = "[red]red[/red] [link=http://a]link[/link] :smile: `code` {brace} %s \\[b]"
TEXT = f"The fair {HOSTILE} drew 40 people on Monday.\n\nTessa Lund {MARKUP} left."


def unsafe(shown: str) -> list[str]:
    """Return the characters that do something on a terminal."""
    return re.findall(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", shown
    )


def hostile_record(words: str) -> dict[str, Any]:
    """Return an article that has been through all stages, with some words in each string."""
    span = {"start": 0, "end": 8, "field": "text", "text": words}
    text = f"The fair {words} drew 40 people.\n\n{words}"
    return {
        "schema": "newskit/1", "id": words, "url": words, "canonical_url": words, "site": words,
        "title": words, "authors": [words, words], "date_published": words, "language": words,
        "section": words, "tags": [words], "description": words, "text": text, "summary": words,
        "source": {"path": words, "format": words, "encoding": words},
        "blocks": [{"start": 0, "end": len(text), "kind": words, "role": words}],
        "removed": [{"text": words, "kind": words, "role": words, "reason": words, "after": 0}],
        "entities": [
            {"name": words, "type": words, "count": 2, "value": words, "mentions": [span]}
        ],
        "keywords": [span], "headline": words, words: words,
        "history": [{"stage": words, "version": words}],
        "warnings": [{"stage": words, "code": words, "message": words}],
    }  # fmt: skip


def test_fault_104_escapes_in_articles(tmp_path: Path) -> None:
    """What would steer a terminal is shown as an escape by inspect, on a terminal or not."""
    files = {
        "record.jsonl": json.dumps(hostile_record(HOSTILE)).encode(),
        "raw.jsonl": json.dumps({"text": TEXT, "title": HOSTILE}).encode(),
        "page.html": f"<!doctype html><title>{HOSTILE}</title><p>{TEXT}</p>".encode(),
    }
    done = run("inspect --all record.jsonl raw.jsonl page.html", files=files)
    assert not unsafe(done.out.decode())
    assert b"a\\x1b[31mb" in done.out
    (tmp_path / "record.jsonl").write_bytes(files["record.jsonl"])
    coloured = on_a_terminal("inspect", str(tmp_path / "record.jsonl"))
    assert re.search(r"\x1b\[[0-9;]+m", coloured), "no colours: nothing was tested"
    assert not unsafe(re.sub(r"\x1b\[[0-9;]+m", "", coloured))
    out = run("clean", files["raw.jsonl"] + b"\n").out
    assert not re.search(rb"[\x00-\x09\x0b-\x1f]", out), "JSON escapes these by itself"


def test_fault_104_escapes_in_names_and_messages() -> None:
    """Names of files and options, and what articles hold, reach no message as they are."""
    hostile = HOSTILE.replace("\0", "").replace("/", "")
    name = f"{hostile}.jsonl"
    line = json.dumps({HOSTILE: 1, "text": 7}).encode()
    lines = {line: "field 'text' must be", json.dumps([HOSTILE]).encode(): "found an array"}
    check_survives("summarize --rejects bad.jsonl", lines)
    files = {name: line + b"\n" + HOSTILE.encode() + b"\n"}
    done = run(f"clean --rejects bad -- {_quoted(name)}", files=files, code=3, refused=2)
    for reject in map(json.loads, done.left["bad"].splitlines()):
        assert not unsafe(reject["file"] + reject["reason"])
    run(f"clean -o {_quoted(hostile + '/out')} in", files={"in": b""}, code=4)
    run(f"clean {_quoted(hostile)}", code=4)
    schema = json.dumps({"schema": f"newskit/9{HOSTILE}", "text": "a"}).encode()
    run("clean", schema + b"\n", code=4, refused=None)
    for usage in (
        f"clean --{hostile}", f"clean --limit {_quoted(hostile)}", f"{hostile}".replace("\r", ""),
        f"clean --keep {_quoted(hostile)}", f"entities --types {_quoted(hostile)}",
        f"entities --gazetteer {_quoted(hostile)}", f"summarize --backend {_quoted(hostile)}",
        f"entities --backend {_quoted(hostile)}", f"summarize --ratio {_quoted(hostile)}",
    ):  # fmt: skip
        done = run(usage, code=2)
        assert not unsafe(done.err), (usage[:20], done.err)


def _quoted(word: str) -> str:
    return "'" + word + "'"


def test_fault_105_markup_is_literal() -> None:
    """Markup of libraries that draw on terminals is text in articles, names and messages."""
    record = hostile_record(MARKUP)
    done = run("inspect", json.dumps(record).encode())
    seen = " ".join(done.out.decode().split())
    assert seen.count("[red]red[/red] [link=http://a]link[/link] :smile: `code`") >= 8
    name = "[red]red[bold] {x} %s :smile:.jsonl"
    done = run(f"clean -- {_quoted(name)}", files={name: b"[1]\n"}, code=3, refused=1)
    assert f"{name}:1: expected an object" in done.err
    done = run("clean --no-[red]such[/red]", code=2)
    assert "--no-[red]such[/red]" in done.err


SECRET = "CANARY of the article"
BROKEN = """
import sys
from newskit.summarize import Summarize
def fail(self, article):
    note = article["text"]
    raise ValueError(note)
Summarize.__call__ = fail
sys.argv[0] = "newskit"
from newskit.cli import main
main()
"""


def test_fault_109_a_bug_quotes_no_article(tmp_path: Path) -> None:
    """An error of our own is one line with its place, without the article; the exit code is 1."""
    done = subprocess.run(
        [sys.executable, "-c", BROKEN, "summarize", "--rejects", "bad.jsonl"],
        input=json.dumps({"text": SECRET}).encode() + b"\n",
        cwd=tmp_path, capture_output=True, timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    told = done.stderr.decode().splitlines()
    assert re.fullmatch(
        r"newskit summarize: -:1: internal error, please report: ValueError at <string>:\d+",
        told[0],
    )
    assert told[1:] == ["newskit summarize: read 1, written 0, refused 1"]
    (reject,) = map(json.loads, (tmp_path / "bad.jsonl").read_bytes().splitlines())
    assert SECRET not in reject["reason"]


def test_fault_109_reasons_quote_no_article() -> None:
    """No reason for a refusal quotes more than a name of a field; messages are short."""
    page = f"<!doctype html><p>{SECRET}" + "<div>" * 3_000
    lines = (
        f'{{"text": "{SECRET}"', f'"{SECRET}"', f'["{SECRET}"]', f'{{"text": ["{SECRET}"]}}',
        f'{{"text": "{SECRET}\\ud800"}}', f'{{"text": "{SECRET}", "n": 1{"0" * 40}}}',
        f'{{"text": "{SECRET}"}} {{}}', f'{{"body": "{SECRET}"}}', f'{{"text": "{SECRET}\t"}}',
        f'{{"text": "{SECRET}", "a": {"[" * 200}{"]" * 200}}}', json.dumps({"html": page}),
    )  # fmt: skip
    done = run("run", "\n".join(lines).encode() + b"\n", code=3, refused=len(lines))
    assert "CANARY" not in done.err
    assert max(map(len, done.err.splitlines())) < 150
    long = "x" * 100_000
    done = run(
        "clean",
        json.dumps({"text": "a", "schema": f"newskit/9{long}"}).encode(),
        code=4,
        refused=None,
    )
    assert max(map(len, done.err.splitlines())) < 150


def test_fault_104_help_is_plain() -> None:
    """Help and the schema hold no escapes, whatever the environment asks for."""
    for arguments in (["--help"], ["run", "--help"], ["schema"]):
        env = {"FORCE_COLOR": "1", "TERM": "xterm", "CLICOLOR_FORCE": "1", "PATH": "/usr/bin:/bin"}
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, env=env, check=True)
        assert not unsafe(done.stdout.decode())
