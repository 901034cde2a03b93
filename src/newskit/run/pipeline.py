"""Stream articles through a Work: every one is written or reported, and the two are counted."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Callable, Generator, Iterable
from typing import Any, NamedTuple

from newskit.errors import BadArticle, BadInput, BadModel
from newskit.run.inputs import Failed, Waiting
from newskit.run.work import Unit

# A stream whose first lines are all refused is not JSON Lines at all.
_HOPELESS = 100


class Stopped(BaseException):
    """A signal asked to stop; `number` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Counts:
    """What became of the articles: `read` is always `written` plus `refused`.

    Where articles are put together (gather.py), `written` are those that went into a record, and
    `records` counts the records; else it is None.
    """

    def __init__(self) -> None:
        self.read = 0
        self.written = 0
        self.refused = 0
        self.records: int | None = None
        self.internal_errors = 0
        self.bad_inputs = 0

    def __str__(self) -> str:
        if self.records is None:
            return f"read {self.read}, written {self.written}, refused {self.refused}"
        gathered = f"together {self.written}, refused {self.refused}"
        return f"read {self.read}, {gathered}, written {self.records}"


class Reports:
    """Where to count and to tell people things: built by the command line, used by the pipeline.

    Args:
        refuse: called with the unit and the reason for each article that was not written.
        complain: called with one line about an input that could not be read.
        counts: where to count on; from zero if there is none.
    """

    def __init__(
        self,
        refuse: Callable[[Unit, str], None],
        complain: Callable[[str], None],
        counts: Counts | None = None,
    ) -> None:
        self.counts = counts or Counts()
        self.refuse = refuse
        self.complain = complain


class Refused(NamedTuple):
    """Why an article is not written; `is_bug` if it is our fault and not the article's."""

    reason: str
    is_bug: bool = False


# What became of a unit: the line to write, or why there is none.
Outcome = bytes | Refused
Results = Generator[tuple[Unit, Outcome] | Failed, None, None]
# Does a work on a stream, and gives each unit with its outcome, in the stream's order.
Each = Callable[[Any, Iterable[Any]], Results]


def in_turn(work: Callable[[Unit], bytes], articles: Iterable[Unit | Failed]) -> Results:
    """Do the work here, one article after another."""
    for item in articles:
        yield item if isinstance(item, Failed) else (item, attempt(work, item))


def attempt(work: Callable[[Unit], bytes], unit: Unit) -> Outcome:
    """Do the work on one article. Raises BadInput and BadModel, which are the end of all."""
    try:
        return work(unit)
    except BadArticle as error:
        return Refused(str(error))
    except (BadInput, BadModel):
        raise
    except MemoryError:
        return Refused("needs more memory than there is")
    except Exception as error:
        return Refused(internal_reason(error), is_bug=True)


def run(
    work: Callable[[Unit], bytes],
    articles: Iterable[Unit | Failed | Waiting],
    write: Callable[[bytes], Any],
    reports: Reports,
    *,
    strict: bool = False,
    stopped: Callable[[], int] = lambda: 0,
    each: Each = in_turn,
    finished: Callable[[Unit], None] = lambda _: None,
) -> None:
    """Process each article, write the result or report the refusal.

    `each` does the work; `finished` is called with each unit that has been written or reported, in
    the stream's order. Raises BadInput when the output fails, the input is not JSON Lines at all
    or, with `strict`, an article is refused; Stopped when `stopped` returns a signal's number
    between two articles; and what `each` raises.
    """
    counts = reports.counts
    with contextlib.closing(each(work, articles)) as results:
        for result in results:
            if isinstance(result, Failed):
                counts.bad_inputs += 1
                reports.complain(result.reason)
                continue
            unit, outcome = result
            if isinstance(outcome, Refused):
                reports.refuse(unit, outcome.reason)
                counts.refused += 1
                counts.internal_errors += outcome.is_bug
            else:
                write(outcome)
                counts.written += 1
            counts.read += 1
            finished(unit)
            if isinstance(outcome, Refused):
                _check_hope(unit, counts, strict=strict)
            if number := stopped():
                raise Stopped(number)


def _check_hope(unit: Unit, counts: Counts, *, strict: bool) -> None:
    """Raise BadInput if a refusal is one too many."""
    if strict:
        raise BadInput("stopped at the first refusal (--strict)")
    if counts.refused == _HOPELESS and not counts.written and unit.line is not None:
        raise BadInput(f"the first {_HOPELESS} lines were refused: is this JSON Lines?")


def internal_reason(error: Exception) -> str:
    """Say where a bug struck, without quoting the article."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{'/'.join(place.filename.split('/')[-2:])}:{place.lineno}"
    return f"internal error, please report: {type(error).__name__} at {where}"
