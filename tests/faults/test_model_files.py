"""Faults of model files: changed, cut, exchanged, missing, of absurd size, or full of NaN.

One process imports a copy of the package, and forks a child for each run of the program: the copy's
data are damaged between the runs.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from newskit.model.arrays import pack_arrays, unpack_arrays
from tests.conftest import ROOT
from tests.faults import run

# Reads a line of JSON, the arguments; runs the program with them; answers exit code and peak.
_DRIVER = """
import json, os, sys, traceback
import newskit.clean.judge, newskit.clean.learned, newskit.clean.stage, newskit.cli.run
import newskit.cli.clean, newskit.cli.entities, newskit.cli.summarize, newskit.entities.tagger
import newskit.entities.places, newskit.parse.html, newskit.parse.plain, newskit.summarize.extras
from newskit.cli import main
from newskit.errors import BadModel
print(newskit.__file__, flush=True)
while line := sys.stdin.readline():
    if child := os.fork():
        _, status, usage = os.wait4(child, 0)
        print(os.waitstatus_to_exitcode(status), usage.ru_maxrss >> 10, flush=True)
        continue
    for name, number, flags in (
        (os.devnull, 0, os.O_RDONLY), ("out", 1, 577), ("err", 2, 577)
    ):
        os.dup2(os.open(name, flags, 0o600), number)
    code = 1
    try:
        sys.argv = ["newskit", *json.loads(line)]
        if sys.argv[1] == "checks":
            from newskit.summarize.abstractive.checks import load_ordinary
            load_ordinary()
            code = 0
        else:
            main()
    except SystemExit as end:
        code = end.code or 0
    except BadModel as error:
        print("newskit checks:", error, file=sys.stderr)
        code = 4
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
"""
LINKS = "".join(f"<li><a href=/s{n}>Section {n}</a>" for n in range(30))
PAGE = f"<html><body><nav><ul>{LINKS}</ul></nav><article><h1>A fair opens</h1>" + "".join(
    f"<p>The fair of Port Ellery drew {n} people on Monday, said Ada Ferro of the council.</p>"
    for n in range(40, 46)
)
STORY = "A fair opens\n\nThe fair of Port Ellery drew 40 people.\n\nIt ended on Monday."
PIPE = ["run", "--keywords", "2", "page.html", "story.txt"]
# What reads each folder of data. The words for checking a model's summary only --backend reads:
# "checks" calls the function.
READERS = {
    "clean/data": ["clean", "records.jsonl"],
    "entities/data": ["entities", "records.jsonl"],
    "model/data": ["summarize", "--keywords", "2", "records.jsonl"],
    "summarize/data/ordinary": ["checks"],
}
MOST_MEGABYTES = 250


class Ran(NamedTuple):
    """What a run of the copy left behind."""

    code: int
    out: str
    err: str
    megabytes: int


class Copy:
    """A copy of the package, and a process that has it imported."""

    def __init__(self, folder: Path) -> None:
        """Copy the package into a folder, and start the process."""
        self.package = folder / "newskit"
        shutil.copytree(
            ROOT / "src/newskit", self.package, ignore=shutil.ignore_patterns("__pycache__")
        )
        (folder / "page.html").write_text(PAGE)
        (folder / "story.txt").write_text(STORY)
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, "-c", _DRIVER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(folder), "OPENBLAS_NUM_THREADS": "1"},
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().startswith(str(self.package))

    def run(self, arguments: list[str]) -> Ran:
        """Run the program on the data as they are now."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(arguments), file=self._process.stdin, flush=True)
        code, megabytes = map(int, self._process.stdout.readline().split())
        out, err = ((self._folder / name).read_text("utf-8") for name in ("out", "err"))
        return Ran(code, out, err, megabytes)

    def with_content(self, path: Path, content: bytes | None, *, is_listed: bool) -> Ran:
        """Run with another content of a data file (None: without it), in the manifest or not."""
        manifest = path.parent / "manifest.json"
        before, listed = path.read_bytes(), manifest.read_bytes()
        try:
            path.unlink() if content is None else path.write_bytes(content)
            if is_listed and content is not None:
                told = json.loads(listed)
                digest = hashlib.sha256(content).hexdigest()
                told["files"][path.name] = {"bytes": len(content), "sha256": digest}
                manifest.write_text(json.dumps(told))
            return self.run(READERS[path.parent.relative_to(self.package).as_posix()])
        finally:
            path.write_bytes(before)
            manifest.write_bytes(listed)

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    """Make the copy once for all tests of this file."""
    made = Copy(tmp_path_factory.mktemp("copy"))
    ran = made.run(PIPE)
    assert ran.code == 0
    (made.package.parent / "records.jsonl").write_text(ran.out)
    assert all(made.run(arguments).code == 0 for arguments in READERS.values())
    yield made
    made.close()


def check_refused(ran: Ran, what: str) -> None:
    """Check that the program stopped with one line, and nothing that is no record came out."""
    assert ran.code == 4, (what, ran)
    reasons = [line for line in ran.err.splitlines() if "reinstall newskit" in line]
    counts = [line for line in ran.err.splitlines() if ": read " in line]
    assert len(reasons) == 1, (what, ran.err)
    assert len(ran.err.splitlines()) == 1 + len(counts) <= 2, (what, ran.err)
    assert reasons[0].startswith("newskit "), what
    assert ran.megabytes <= MOST_MEGABYTES, (what, ran.megabytes)
    assert "NaN" not in ran.out


def flipped(content: bytes) -> bytes:
    """Return a content with one bit of its middle byte changed."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def test_fault_112_damaged_model_files(copy: Copy) -> None:
    """A file of the models that is changed, cut, exchanged or missing stops the command with 4."""
    manifests = sorted(copy.package.rglob("manifest.json"))
    assert len(manifests) == 4
    for manifest in manifests:
        names = [*json.loads(manifest.read_bytes())["files"]]
        assert {*names} == {
            p.name for p in manifest.parent.iterdir() if p.is_file() and p != manifest
        }
        contents = {name: (manifest.parent / name).read_bytes() for name in names}
        for name, other in zip(names, names[1:] + names[:1], strict=True):
            content = contents[name]
            swapped = contents[other] if other != name else content[::-1]
            kinds = [flipped(content), None]
            if name == names[0]:
                kinds += [content[:-1], b"", swapped]
            for new in kinds:
                ran = copy.with_content(manifest.parent / name, new, is_listed=False)
                check_refused(ran, f"{name}, {None if new is None else len(new)}")
        for new in (None, manifest.read_bytes()[:-9]):
            check_refused(copy.with_content(manifest, new, is_listed=False), str(manifest))
    for new in (b"[]", b'{"files": 3}', b'{"files": {}}', b"[" * 99_999):
        check_refused(copy.with_content(manifests[-1], new, is_listed=False), repr(new[:20]))


def block(header: Any, content: bytes = b"") -> bytes:
    """Return a block of arrays with any header."""
    encoded = json.dumps(header).encode()
    return zlib.compress(len(encoded).to_bytes(4, "little") + encoded + content)


def test_fault_113_model_files_of_absurd_size(copy: Copy) -> None:
    """Data that claim 10¹² numbers, or unpack to gigabytes, are refused, though their hash fits."""
    tagger = copy.package / "entities/data/tagger.bin"
    shapes = ([10**12], [10**6, 10**6], [2**32, 2**32], [2**62, 4], [2**63], [10**30], [-1])
    blocks = [block([["features", "<f4", shape]], bytes(64)) for shape in shapes]
    blocks.append(zlib.compress(bytes(200 << 20), 1))
    blocks.append((2**32 - 1).to_bytes(4, "little") + b"[]")
    for content in blocks:
        check_refused(copy.with_content(tagger, content, is_listed=True), repr(content[:40]))
    page = copy.package / "clean/data/page.json"
    for rows, columns in ((10**12, 1), (10**30, 10**30), (-1, -1), ("9" * 5000, 1)):
        data = json.loads(page.read_bytes())
        data["keep"]["first"] |= {"rows": rows, "columns": columns}
        new = json.dumps(data).encode()
        check_refused(copy.with_content(page, new, is_listed=True), f"{rows} rows")
    with tagger.open("r+b") as file:  # 100 GB, of which the disk holds nothing
        before = file.read()
        file.truncate(100 << 30)
    ran = copy.run(READERS["entities/data"])
    tagger.write_bytes(before)
    check_refused(ran, "sparse")


def changed(content: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    """Return a file of JSON with a change in what it holds."""
    data = json.loads(content)
    change(data)
    return json.dumps(data).encode()


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), float("-inf")])
def test_fault_114_numbers_that_are_none(copy: Copy, bad: float) -> None:
    """NaN and infinity among a model's numbers are refused, though the hash fits."""
    for name, array in (("tagger", "tags_bias"), ("tagger", "scales"), ("words", "points")):
        path = copy.package / f"entities/data/{name}.bin"
        arrays = unpack_arrays(path.read_bytes())
        damaged = np.array(arrays[array])
        damaged.flat[0] = bad
        new = pack_arrays(arrays | {array: damaged})
        check_refused(copy.with_content(path, new, is_listed=True), f"{array} {bad}")
    page = copy.package / "clean/data/page.json"
    for key in ("bias", "scales"):

        def change(data: dict[str, Any], key: str = key) -> None:
            data["keep"]["head"][key][0] = bad

        new = changed(page.read_bytes(), change)
        check_refused(copy.with_content(page, new, is_listed=True), f"{key} {bad}")
    new = changed(page.read_bytes(), lambda data: data["inputs"][0].__setitem__(1, bad))
    check_refused(copy.with_content(page, new, is_listed=True), f"inputs {bad}")
    words = copy.package / "model/data/words.txt"
    new = words.read_bytes().replace(b"\n", f"\n{bad} fair\n".encode(), 1)
    check_refused(copy.with_content(words, new, is_listed=True), f"words {bad}")


def test_fault_114_nothing_for_a_model_to_judge() -> None:
    """Texts of nothing, of spaces or of one character give records without null or NaN scores."""
    texts = ("", " ", "\n\n\n", ".", "\u200b", "a", "中", "\ufffd", "1")
    lines = "".join(json.dumps({"title": text, "text": text}) + "\n" for text in texts).encode()
    for command in ("clean", "entities", "summarize --keywords 2 --headline", "run --keywords 2"):
        done = run(command, lines, refused=None, code=0)
        assert len(done.articles) == len(texts)
        for article in done.articles:
            assert not any(value is None for value in article.values()), article
            for entity in article.get("entities", ()):
                assert None not in entity.values()


def test_fault_114_measures_beyond_bounds() -> None:
    """A record's own share of links, whatever it says, gives a judgement and no noise."""
    text = "The fair drew 40 people.\n\nHome | Contact"
    places = {"start": 0, "end": 24, "kind": "paragraph"}, {"start": 26, "end": 40, "kind": "other"}
    lines = [
        json.dumps({"text": text, "blocks": [place | {"links": links} for place in places]})
        for links in (1e308, -1e308, -1, 10**18)
    ]
    done = run("run", "\n".join(lines).encode())
    assert len(done.articles) == len(lines)
    assert done.err.count("\n") == 1, "more than the count"
    gone = [piece for article in done.articles for piece in article.get("removed", ())]
    assert all(0 <= piece["score"] <= 1 for piece in gone)
