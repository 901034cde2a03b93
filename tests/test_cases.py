"""Every folder below cases/ is a run of the real program: a command, its inputs, its outcome.

`cmd` holds the shell line to run (`newskit` is the installed program); `in.*` and other files are
copied beside it; `out.*` is standard output: `out.jsonl` is compared record by record, field by
field, anything else byte for byte; `err` standard error; `code` the exit code (0 when absent). In
`cmd`, --fields keeps a case to what it is about. `pytest tests/test_cases.py --accept` writes what
came out; git diff shows what that changed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROGRAM, ROOT

CASES = sorted(p.parent for p in (ROOT / "tests" / "cases").glob("*/*/cmd"))


def test_there_are_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.parent.name}/{c.name}")
def test_case(case: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    for file in case.iterdir():
        if file.name not in ("cmd", "err", "code", "note.md") and not file.name.startswith("out."):
            shutil.copy(file, tmp_path)
    path = f"{Path(PROGRAM).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", (case / "cmd").read_text("utf-8")],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
        env=os.environ | {"PATH": path, "SAMPLES": str(ROOT / "samples")},
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    if request.config.getoption("--accept"):
        accept(case, done)
    for expected in case.glob("out.*"):
        if expected.suffix == ".jsonl":
            assert records(done.stdout) == records(expected.read_bytes())
        else:
            assert done.stdout.decode() == expected.read_text("utf-8")
    if (case / "err").exists():
        assert done.stderr.decode() == (case / "err").read_text("utf-8")
    code = int((case / "code").read_text()) if (case / "code").exists() else 0
    assert done.returncode == code


def records(data: bytes) -> list[object]:
    return [json.loads(line) for line in data.split(b"\n") if line.strip()]


def accept(case: Path, done: subprocess.CompletedProcess[bytes]) -> None:
    """Write what came out as what is expected."""
    out = next(iter(case.glob("out.*")), None)
    if out is None and done.stdout:
        is_json = done.stdout.startswith(b"{")
        out = case / ("out.jsonl" if is_json else "out.txt")
    if out is not None:
        out.write_bytes(done.stdout)
    if done.stderr:
        (case / "err").write_bytes(done.stderr)
    if done.returncode:
        (case / "code").write_text(f"{done.returncode}\n")
