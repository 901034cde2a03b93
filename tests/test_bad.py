"""Inputs that once brought newskit down, or nearly: each goes through the oracle that found it.

The files in tests/bad/ are named `TARGET.what`: a target of tests/fuzz/targets.py, and what is bad.
The fuzzer makes its findings small before it writes them; what is kept here is nobody's text.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.fuzz.loop import execute
from tests.fuzz.targets import TARGETS

BAD = sorted((ROOT / "tests" / "bad").iterdir())


def test_there_are_some() -> None:
    assert BAD


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.name)
def test_it_is_accepted_or_refused(path: Path) -> None:
    target = path.name.split(".")[0]
    assert target in TARGETS
    outcome = execute(target, path.read_bytes())
    assert isinstance(outcome, bool), outcome
