"""Every article is written or refused, whatever happens to it."""

from __future__ import annotations

from typing import Any

import pytest

from newskit.errors import BadArticle, BadInput, BadModel
from newskit.io.lines import Line
from newskit.run.pipeline import Reports, Stopped, run
from newskit.run.work import Unit


def stream(behaviour: list[Any], **options: Any) -> tuple[list[bytes], list[str], Reports]:
    """Run articles that each end as `behaviour` says: bytes to write, or an error to raise."""
    written: list[bytes] = []
    refused: list[str] = []
    reports = Reports(lambda unit, reason: refused.append(reason), lambda message: None)

    def work(unit: Unit) -> bytes:
        what = behaviour[int(unit.data)]
        if isinstance(what, BaseException):
            raise what
        return what  # type: ignore[no-any-return]

    units = [Unit("-", b"%d" % n, Line(n + 1, b"")) for n in range(len(behaviour))]
    try:
        run(work, units, written.append, reports, **options)
    except (BadInput, BadModel, Stopped) as error:
        refused.append(f"stop: {error}")
    return written, refused, reports


def test_bugs_cost_one_article() -> None:
    written, refused, reports = stream([b"a", KeyError("secret text"), BadArticle("bad"), b"b"])
    assert written == [b"a", b"b"]
    assert refused[0].startswith("internal error, please report: KeyError at ")
    assert "secret" not in refused[0]
    assert refused[1] == "bad"
    assert str(reports.counts) == "read 4, written 2, refused 2"
    assert reports.counts.internal_errors == 1


def test_strict_stops_at_the_first() -> None:
    written, refused, reports = stream([b"a", BadArticle("bad"), b"b"], strict=True)
    assert written == [b"a"]
    assert refused[-1].startswith("stop: stopped at the first refusal")
    assert str(reports.counts) == "read 2, written 1, refused 1"


def test_a_hundred_refusals_and_nothing_else_stop() -> None:
    _, refused, reports = stream([BadArticle("bad")] * 150)
    assert reports.counts.refused == 100
    assert "is this JSON Lines?" in refused[-1]
    _, _, reports = stream([b"good", *[BadArticle("bad")] * 150])
    assert reports.counts.refused == 150


def test_a_signal_stops_between_two_articles() -> None:
    numbers = iter([0, 15])
    written, _, reports = stream([b"a", b"b", b"c"], stopped=lambda: next(numbers))
    assert written == [b"a", b"b"]
    assert str(reports.counts) == "read 2, written 2, refused 0"


def test_what_stops_everything_is_not_counted() -> None:
    with pytest.raises(SystemExit):
        stream([b"a", SystemExit(3)])
    for error in (BadInput("a later schema"), BadModel("cut off")):
        written, told, reports = stream([b"a", error])
        assert written == [b"a"]
        assert told == [f"stop: {error}"]
        assert str(reports.counts) == "read 1, written 1, refused 0"


def test_a_lack_of_memory_is_no_bug() -> None:
    written, refused, reports = stream([MemoryError(), b"b"])
    assert (written, refused) == ([b"b"], ["needs more memory than there is"])
    assert reports.counts.internal_errors == 0


def test_an_output_that_fails_is_no_article_read() -> None:
    """`read` stays `written` plus `refused`, whatever fails."""

    def write(line: bytes) -> None:
        raise BadInput("disk full")

    reports = Reports(lambda unit, reason: None, lambda message: None)
    with pytest.raises(BadInput):
        run(lambda unit: b"a", [Unit("-", b"", Line(1, b""))], write, reports)
    assert str(reports.counts) == "read 0, written 0, refused 0"


def test_what_is_finished_is_told_in_order() -> None:
    finished: list[int] = []
    behaviour = [b"a", BadArticle("bad"), b"c", BadInput("end")]
    stream(behaviour, finished=lambda unit: finished.append(unit.line.number))
    assert finished == [1, 2, 3]
