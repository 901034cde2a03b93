"""Starting is cheap: imports are guarded by name, the cost as a multiple of Python's own."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys

import pytest

from tests.conftest import PROGRAM, record

NEVER = (
    "pydantic", "rich", "asyncio", "lxml", "markdown_it", "pygments", "tqdm", "socket",
    "http", "newskit.run.workers",
)  # fmt: skip
# Modules that one command may load, and the others must not.
ONLY = {
    "selectolax": {"parse-html"},
    "charset_normalizer": set(),
    "zstandard": set(),
    "numpy": {"clean", "entities"},
    "newskit.parse": {"parse-html", "parse-text"},
    "newskit.clean": {"clean"},
    "newskit.entities": {"entities"},
    "newskit.summarize": {"summarize", "keywords"},
    "newskit.summarize.keyphrases.keywords": {"keywords"},
    "newskit.summarize.headline": {"keywords"},
}
RUNS = {
    "version": (["--version"], b""),
    "clean-nothing": (["clean"], b""),
    "parse-text": (["parse"], b"A headline of a story\n\nIt began on a Monday.\n"),
    "parse-html": (["parse"], b"<!doctype html><html><body><p>It began on a Monday.</p>"),
    "clean": (["clean"], record(1)),
    "entities": (["entities"], record(1)),
    "summarize": (["summarize"], record(1)),
    "keywords": (["summarize", "--keywords", "3", "--headline"], record(1)),
}


def imported(arguments: list[str], stdin: bytes) -> set[str]:
    program = (
        "import sys, json, atexit\n"
        "atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))\n"
        "sys.argv = ['newskit', *sys.argv[1:]]\n"
        "from newskit.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], input=stdin, capture_output=True, check=False
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("name", RUNS)
def test_imports(name: str) -> None:
    found = imported(*RUNS[name])
    for module in NEVER:
        assert module not in found, f"{module} is imported"
    for module, allowed in ONLY.items():
        if name not in allowed:
            assert module not in found, f"{module} is imported"
    if name in ("version", "clean-nothing"):
        assert "orjson" not in found
        assert "regex" not in found


# An installed package is compiled; a checkout is, too, unless the environment forbids it.
COMPILED = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def cpu_seconds(command: list[str], stdin: bytes) -> float:
    """Return the least CPU time of a dozen runs."""
    best = 60.0
    for _ in range(12):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, input=stdin, capture_output=True, check=True, env=COMPILED)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = min(best, spent)
    return best


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "most"), [("version", 7.0), ("clean-nothing", 7.5), ("summarize", 9.0)]
)
def test_cost_as_a_multiple_of_bare_python(name: str, most: float) -> None:
    arguments, stdin = RUNS[name]
    multiples = []
    for _ in range(4):  # a neighbour on the same core can spoil one measurement, hardly four
        bare = cpu_seconds([sys.executable, "-c", "pass"], b"")
        multiples.append(cpu_seconds([PROGRAM, *arguments], stdin) / bare)
        if multiples[-1] <= most:
            return
    pytest.fail(f"{min(multiples):.1f} times the start of Python itself, at most {most} allowed")
