"""The table of faults: which numbers there are, which are out of scope, and the tests of each.

A test says by its name which fault it is of, and by the first sentence of its docstring what that
is. So nothing is written down twice, and the table cannot disagree with the tests.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

NAME = re.compile(r"test_fault((?:_\d{3}[a-e]?)+)_[a-z][a-z0-9_]*")


class Section(NamedTuple):
    """A group of faults: its title, and the numbers that belong to it."""

    title: str
    numbers: tuple[str, ...]


class Listed(NamedTuple):
    """A test of a fault: the file it is in, the function's name, and what the fault is."""

    file: str
    name: str
    title: str


def _numbers(first: int, last: int) -> tuple[str, ...]:
    return tuple(f"{number:03d}" for number in range(first, last + 1))


SECTIONS = (
    Section("JSON Lines", _numbers(1, 26)),
    Section("Encodings", _numbers(27, 34)),
    Section("Compression", _numbers(35, 43)),
    Section("HTML", _numbers(44, 55)),
    Section("XML", _numbers(56, 62)),
    Section("Web archives", _numbers(63, 72)),
    Section("Pipes, signals and streams", _numbers(73, 82)),
    Section("Files", _numbers(83, 96)),
    Section("Workers, time and memory", _numbers(97, 102)),
    Section("Resuming", tuple(f"103{letter}" for letter in "abcde")),
    Section("Showing and exporting", _numbers(104, 109)),
    Section("Patterns and models", _numbers(110, 116)),
    Section("Configuration and supply", _numbers(117, 122)),
)

OUT_OF_SCOPE = {
    _numbers(63, 72): "newskit does not read web archives (WARC)",
    _numbers(106, 107): "newskit does not write CSV",
    _numbers(108, 108): "newskit does not write HTML",
}


def numbers_in_scope() -> set[str]:
    """Return the numbers that must have a test."""
    every = {number for section in SECTIONS for number in section.numbers}
    return every - {number for numbers in OUT_OF_SCOPE for number in numbers}


def faults_tested() -> dict[str, list[Listed]]:
    """Return the tests of each fault, as the files have them."""
    found: dict[str, list[Listed]] = {}
    for path in sorted(Path(__file__).parents[1].rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and (named := NAME.fullmatch(node.name)):
                title = (ast.get_docstring(node) or "").split("\n\n")[0].replace("\n", " ")
                for number in named[1].split("_")[1:]:
                    found.setdefault(number, []).append(Listed(path.name, node.name, title))
    return found
