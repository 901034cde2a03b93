"""A short run of the fuzzer with a fixed seed; scripts/fuzz runs it for longer, with others.

It also proves that the fuzzer sees: faults that are put into the program on purpose are found.
"""

from __future__ import annotations

from typing import Any

import pytest

from newskit.errors import BadArticle
from newskit.summarize import Summarize
from tests.fuzz import targets
from tests.fuzz.loop import WEIGHTS, Failure, Fuzzer, execute, minimise

SECONDS = 20  # of a processor


@pytest.mark.slow
def test_no_damage_brings_it_down() -> None:
    report = Fuzzer(seed=1).run(SECONDS)
    assert not report.findings, [finding.failure for finding in report.findings.values()]
    for kind in WEIGHTS:
        assert report.executions[kind] > 3, f"{kind} was hardly run"
        assert report.refused[kind] < report.executions[kind], f"{kind} refuses everything"


def test_an_unexpected_exception_is_a_failure_and_made_small(monkeypatch: Any) -> None:
    def target(data: bytes) -> bool:
        if b"bad" in data:
            raise RuntimeError("the middle of a text")
        return True

    monkeypatch.setitem(targets.TARGETS, "test", target)
    failure = execute("test", b"some bad bytes")
    assert isinstance(failure, Failure)
    assert "RuntimeError" in failure.name
    assert minimise("test", b"some bad bytes " * 20, failure.name) == b"bad"
    assert execute("test", b"good") is True


def test_a_refusal_is_none() -> None:
    assert execute("line-clean", b"{") is False
    assert execute("line-clean", b'{"text": 5}') is False
    assert execute("page-plain", b"%PDF-1.4\n\0\0\0") is False


@pytest.mark.parametrize(
    ("field", "change", "said"),
    [
        ("summary", lambda s: s + " More.", "not verbatim"),
        ("summary_sentences", lambda s: [s[0] | {"end": 10_000}], "out of order"),
        ("summary_sentences", lambda s: [s[0] | {"score": float("nan")}], "no number|is none"),
    ],
)
def test_broken_promises_are_failures(field: str, change: Any, said: str, monkeypatch: Any) -> None:
    real = Summarize.__call__

    def broken(self: Summarize, article: Any) -> Any:
        found = real(self, article)
        return found | {field: change(found[field])}

    monkeypatch.setattr(Summarize, "__call__", broken)
    with pytest.raises(AssertionError, match=said):
        targets.TARGETS["line-summarize"](b'{"text": "A fair came to Port Ellery."}')


def test_a_lost_text_is_a_failure(monkeypatch: Any) -> None:
    clean = type(targets.stage("clean"))
    monkeypatch.setattr(clean, "__call__", lambda *_: {"text": "", "blocks": [], "removed": []})
    with pytest.raises(AssertionError, match=r"kept and removed are not"):
        targets.TARGETS["line-clean"](b'{"text": "A fair came to Port Ellery."}')


def test_a_field_that_cannot_be_written_is_a_failure(monkeypatch: Any) -> None:
    def refuse(*_: Any) -> Any:
        raise BadArticle("cannot be written as JSON: str is not valid UTF-8")

    monkeypatch.setattr(type(targets.stage("parse")), "__call__", refuse)
    with pytest.raises(AssertionError, match="cannot be written"):
        targets.TARGETS["page-plain"](b"<p>A fair came to Port Ellery.</p>")
