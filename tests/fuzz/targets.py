"""What is fuzzed: each target takes bytes, and fails by raising anything at all.

A target returns whether it accepted the bytes: False is a refusal with the documented error.
"""

from __future__ import annotations

import bz2
import datetime
import gzip
import lzma
import tempfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import orjson
import zstandard

from newskit.clean import Clean
from newskit.cli.parse import is_lines
from newskit.entities import Entities
from newskit.errors import BadArticle, BadInput
from newskit.io.decompress import compression
from newskit.io.jsonl import loads
from newskit.io.lines import Line
from newskit.io.zstd import ZstdDecompressor
from newskit.parse import Parse, read_document
from newskit.parse.charsets import LABELS
from newskit.parse.dates import clock_time, find_dates, to_rfc3339
from newskit.parse.encoding import decode
from newskit.run.inputs import Failed, units
from newskit.run.work import Unit
from newskit.stage import Stage, check_schema
from newskit.summarize import Summarize
from newskit.summarize.story.together import Story
from tests.fuzz.oracle import check_again, check_output, check_stages

SETTINGS: dict[str, dict[str, Any]] = {
    "plain": {},
    "extras": {"keywords": 5, "headline": True, "trim": True},
    "query": {"query": "Port Ellery fair", "words": 40, "keywords": 3},
    "words": {"words": 7},
    "chars": {"chars": 60, "bullets": True},
    "ratio": {"ratio": 0.13, "trim": True},
}
PATHS = {
    "plain": "page.html",
    "extras": "-",
    "query": "page.txt",
    "words": "page.md",
    "chars": "page",
}


@cache
def stage(name: str, settings: str = "plain") -> Stage:
    """Return a stage, built once."""
    if name == "summarize":
        return Summarize(**SETTINGS[settings])
    if name == "clean" and settings == "chars":
        return Clean(normalise="characters", repeats=True)
    made: Stage = {"parse": Parse, "clean": Clean, "entities": Entities}[name]()
    return made


def _page(settings: str, data: bytes) -> bool:
    """Run the whole pipe on a page."""
    try:
        article = read_document(data, PATHS.get(settings, "-"))
        names = ("parse", "clean", "entities", "summarize")
        check_stages(article, [stage(name, settings) for name in names])
    except BadArticle as error:
        # A field in which a page brings nonsense is left out, and costs no article.
        if "cannot be written" in str(error):
            raise AssertionError(str(error)) from error
        return False
    return True


def _again(data: bytes) -> bool:
    """Run the stages twice where they promise to change nothing then."""
    try:
        article = check_stages(read_document(data, "-"), [stage("parse")])
    except BadArticle:
        return False
    for name in ("clean", "summarize"):
        check_again(article, stage(name, "extras"))
    return True


def _line(name: str, data: bytes) -> bool:
    """Run one stage, or all, on a line of JSON."""
    command, _, settings = name.partition("-")
    names = ("parse", "clean", "entities", "summarize") if command == "run" else (command,)
    line = Line(1, data)
    try:
        article = loads(line)
        check_schema(article)
        check_stages(article, [stage(one, settings or "plain") for one in names], line)
    except (BadArticle, BadInput):
        return False
    return True


def _story(data: bytes) -> bool:
    """Summarise lines together."""
    story = Story({"words": 60, "keywords": 4, "headline": True})
    for number, text in enumerate(data.split(b"\n"), 1):
        try:
            article = loads(Line(number, text))
            check_schema(article)
            story.add(article)
        except (BadArticle, BadInput):
            continue
    record = story.record()
    if record is None:
        return False
    check_output(orjson.dumps(record) + b"\n", record)
    return True


def _input(data: bytes) -> bool:
    """Read lines from a file, whatever its compression."""
    with tempfile.NamedTemporaryFile(dir=_fast_folder()) as file:
        Path(file.name).write_bytes(data)
        items = list(units([file.name]))
        _check_whole(list(units([file.name], is_lines=is_lines)), data)
    failed = [item.reason for item in items if isinstance(item, Failed)]
    found = [item.line for item in items if isinstance(item, Unit) and item.line is not None]
    expected = _expected(data)
    if expected is None:
        assert failed, "an input that ends early, or is damaged, went by in silence"
    elif not failed:
        lines = [(i, line) for i, line in enumerate(expected.split(b"\n"), 1) if line.strip()]
        lines = [(i, s.removeprefix(b"\xef\xbb\xbf") if i == 1 else s) for i, s in lines]
        lines = [(i, line) for i, line in lines if line]
        assert [(line.number, line.data) for line in found] == lines, "not the lines that are there"
    return not failed


def _fast_folder() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _check_whole(items: list[Any], data: bytes) -> None:
    """Check that an input that is not JSON Lines comes whole, or fails."""
    wholes = [item for item in items if isinstance(item, Unit) and item.line is None]
    assert len(wholes) <= 1, "one input, several articles"
    if wholes and not any(isinstance(item, Failed) for item in items):
        expected = _expected(data)
        assert expected is not None, "a damaged input went by in silence"
        assert wholes[0].data == expected, "not the bytes that are there"


def _expected(data: bytes) -> bytes | None:
    """Return what the reference implementations make of compressed bytes; None if they fail."""
    kind = compression(data)
    if kind is None:
        return data
    try:
        if kind == "zstd":
            return b"".join(_zstd_frames(data))
        return {"gzip": gzip.decompress, "bzip2": bz2.decompress, "xz": lzma.decompress}[kind](data)
    except (OSError, ValueError, EOFError, lzma.LZMAError, zlib.error, zstandard.ZstdError):
        return None


def _zstd_frames(data: bytes) -> Iterator[bytes]:
    while data := data.lstrip(b"\0"):
        frame = zstandard.ZstdDecompressor(max_window_size=128 << 20).decompressobj()
        yield frame.decompress(data)
        if not frame.eof:
            raise EOFError
        data = frame.unused_data


def _zstd(data: bytes) -> bool:
    """Decompress a frame at once and in small bites."""
    outcomes = []
    for bite, most in ((len(data) or 1, -1), (7, 1_000)):
        frame, out, left = ZstdDecompressor(), [], data
        try:
            while not frame.eof and (left or not frame.needs_input):
                out.append(frame.decompress(left[:bite], most))
                left = left[bite:]
        except ValueError as error:
            outcomes.append((b"".join(out), str(error)))
        else:
            outcomes.append((b"".join(out), frame.eof))
    assert outcomes[0] == outcomes[1], "the size of the bites tells"
    return outcomes[0][1] is True


def _dates(data: bytes) -> bool:
    """Read dates in a string."""
    text = data.decode("utf-8", "replace")
    values = [to_rfc3339(text, first) for first in (None, True, False)]
    for found in find_dates(text, True):
        assert 0 <= found.start < found.end <= len(text), "a span outside"
        values.append(found.value)
    for value in values:
        if value is not None:
            datetime.datetime.fromisoformat(value)
            assert len(value) == 10 or value.endswith("Z") or value[-6] in "+-", value
    if (clock := clock_time(text)) is not None:
        datetime.time.fromisoformat(clock)
    return any(values)


def _encoding(data: bytes) -> bool:
    """Turn bytes into text."""
    for declared in (None, "utf-8", "windows-1251", "utf-7"):
        found = decode(data, declared)
        found.text.encode("utf-8")
        known = {*LABELS.values(), "utf-32-le", "utf-32-be"}
        assert found.encoding in known, found.encoding
        assert found.replaced >= 0, "less than none"
        try:
            assert found.text == data.decode("utf-8").removeprefix("\ufeff"), "not UTF-8"
        except UnicodeDecodeError:
            continue
    return True


LINE_TARGETS = (
    "parse", "clean", "clean-chars", "entities", "summarize", "summarize-extras", "summarize-query",
    "summarize-chars", "run-extras",
)  # fmt: skip
TARGETS: dict[str, Callable[[bytes], bool]] = {
    **{f"page-{name}": partial(_page, name) for name in SETTINGS},
    **{f"line-{name}": partial(_line, name) for name in LINE_TARGETS},
    "again": _again,
    "story": _story,
    "input": _input,
    "zstd": _zstd,
    "dates": _dates,
    "encoding": _encoding,
}
