"""Put the articles of a stream together in one record, which is written at the end.

Each article is taken in or refused on its own, as `run` does it. An article that was taken in but
whose record could not be made is counted as taken in: the exit code and a message tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from newskit.errors import BadInput, BadModel
from newskit.run.pipeline import Reports, Stopped, internal_reason, run
from newskit.run.work import Unit, Work


def gather(make: Callable[[], bytes | None]) -> Callable[..., None]:
    """Return what stands in for `run`: the work takes articles in, `make` makes their record.

    `make` returns the record's line, or None if no article was taken in.
    """

    def process(
        work: Work,
        articles: Iterable[Any],
        write: Callable[[bytes], Any],
        reports: Reports,
        *,
        strict: bool = False,
        stopped: Callable[[], int] = lambda: 0,
    ) -> None:
        def take(unit: Unit) -> bytes:
            work.article(unit)
            return b""

        counts = reports.counts
        counts.records = 0
        run(take, articles, lambda _: None, reports, strict=strict, stopped=stopped)
        try:
            line = make()
        except (BadInput, BadModel):
            raise
        except Exception as error:
            counts.internal_errors += 1
            reports.complain(internal_reason(error))
            return
        if number := stopped():
            raise Stopped(number)
        if line is None:
            reports.complain("no article to put together: nothing is written")
            return
        write(line)
        counts.records = 1

    return process
