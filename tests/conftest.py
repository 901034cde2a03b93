"""`newskit(...)` runs the real program in a private directory; what every test may rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
PROGRAM = str(Path(sys.executable).parent / "newskit")
SHARED = ROOT.parent / "shared"  # labelled data: not part of the project, and absent in a clone

settings.register_profile("thorough", deadline=None)  # see test_properties.py


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let cases be accepted as they come out."""
    parser.addoption("--accept", action="store_true", help="write what came out as expected")


class Ran(NamedTuple):
    """What a run of the program left behind."""

    code: int
    out: bytes
    err: str

    def articles(self) -> list[dict[str, Any]]:
        """Return the records on standard output; every line must be one."""
        assert self.out.endswith(b"\n") or not self.out, "the last line is not whole"
        return [json.loads(line) for line in self.out.split(b"\n") if line]


@pytest.fixture
def newskit(tmp_path: Path) -> Callable[..., Ran]:
    """Run newskit with arguments; `stdin` is bytes or a file; the directory is the test's own."""

    def run(*args: str, stdin: Any = b"", timeout: float = 60, **more: Any) -> Ran:
        source = {"input": stdin} if isinstance(stdin, bytes) else {"stdin": stdin}
        done = subprocess.run(
            [PROGRAM, *args],
            capture_output=True,
            cwd=tmp_path,
            timeout=timeout,
            check=False,
            **(source | more),
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Ran(done.returncode, done.stdout, done.stderr.decode())

    return run


def record(number: int, **fields: Any) -> bytes:
    """Return a line with a small article of its own."""
    text = f"Article {number} tells of a fair in Port Ellery. It drew 40 people on Monday."
    article = {"id": str(number), "text": text} | fields
    return json.dumps(article, ensure_ascii=False).encode() + b"\n"
