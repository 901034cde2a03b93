"""Stream articles through a Work: every one is written or reported, and the two are counted."""

from __future__ import annotations

import itertools
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from newskit.errors import BadArticle, BadInput
from newskit.io.files import Input
from newskit.io.lines import lines
from newskit.limits import LIMITS
from newskit.run.work import Unit

# A stream whose first lines are all refused is not JSON Lines at all.
_HOPELESS = 100


class Stopped(BaseException):
    """A signal asked to stop; `number` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Counts:
    """What became of the articles: `read` is always `written` plus `refused`."""

    def __init__(self) -> None:
        self.read = 0
        self.written = 0
        self.refused = 0
        self.internal_errors = 0
        self.bad_inputs = 0

    def __str__(self) -> str:
        return f"read {self.read}, written {self.written}, refused {self.refused}"


class Reports:
    """Where to count and to tell people things: built by the command line, used by the pipeline.

    Args:
        refuse: called with the unit and the reason for each article that was not written.
        complain: called with one line about an input that could not be read.
    """

    def __init__(
        self, refuse: Callable[[Unit, str], None], complain: Callable[[str], None]
    ) -> None:
        self.counts = Counts()
        self.refuse = refuse
        self.complain = complain


def units(
    paths: Iterable[str],
    reports: Reports,
    *,
    before_wait: Callable[[], None],
    is_lines: Callable[[bytes, str], bool] | None = None,
    opened: Callable[[Input], None] = lambda _: None,
) -> Iterator[Unit]:
    """Yield every article of every input, in order; an input that fails is reported and counted.

    `is_lines` tells from an input's first bytes and path whether it is JSON Lines (True) or one
    article (False; may raise BadArticle); without it, every input is JSON Lines.
    """
    for path in paths:
        source = None
        try:
            source = Input(path, before_wait)
            opened(source)
            yield from _articles(source, is_lines)
        except BadInput as error:
            reports.counts.bad_inputs += 1
            reports.complain(str(error))
        finally:
            if source is not None:
                source.close()


def _articles(source: Input, is_lines: Callable[[bytes, str], bool] | None) -> Iterator[Unit]:
    chunks = source.chunks()
    if is_lines is not None:
        head = next(chunks, b"")
        found = _asked(is_lines, head, source)
        # Lines are told by their first one, so a slow stream of them need not fill the window.
        while not found and len(head) < LIMITS.sniff_bytes and (more := next(chunks, b"")):
            head += more
            found = _asked(is_lines, head, source)
        chunks = itertools.chain((head,), chunks)
        if not found:
            yield Unit(source.path, _whole(chunks), None)
            return
    for line in lines(chunks, source.name):
        yield Unit(source.path, line.data, line)


def _asked(is_lines: Callable[[bytes, str], bool], head: bytes, source: Input) -> bool:
    """Ask whether the input is JSON Lines; what is no text is left to the reader to refuse."""
    try:
        return is_lines(head, source.path)
    except BadArticle:
        return False


def _whole(chunks: Iterable[bytes]) -> bytes:
    """Return all the bytes, or just over the limit of them: then the reader refuses the article."""
    parts, size = [], 0
    for chunk in chunks:
        parts.append(chunk)
        size += len(chunk)
        if size > LIMITS.html_bytes:
            break
    return b"".join(parts)


def run(
    work: Callable[[Unit], bytes],
    articles: Iterable[Unit],
    write: Callable[[bytes], Any],
    reports: Reports,
    *,
    strict: bool = False,
    stopped: Callable[[], int] = lambda: 0,
) -> None:
    """Process each article, write the result or report the refusal.

    Raises BadInput when the output fails, the input is not JSON Lines at all or, with `strict`, an
    article is refused; Stopped when `stopped` returns a signal's number between two articles.
    """
    counts = reports.counts
    for unit in articles:
        counts.read += 1
        try:
            line = work(unit)
        except BadArticle as error:
            _refuse(unit, str(error), reports)
        except (BadInput, Stopped):
            counts.read -= 1
            raise
        except Exception as error:
            counts.internal_errors += 1
            _refuse(unit, _internal(error), reports)
        else:
            write(line)
            counts.written += 1
            if number := stopped():
                raise Stopped(number)
            continue
        if strict:
            raise BadInput("stopped at the first refusal (--strict)")
        if counts.refused == _HOPELESS and not counts.written and unit.line is not None:
            raise BadInput(f"the first {_HOPELESS} lines were refused: is this JSON Lines?")
        if number := stopped():
            raise Stopped(number)


def _refuse(unit: Unit, reason: str, reports: Reports) -> None:
    reports.counts.refused += 1
    reports.refuse(unit, reason)


def _internal(error: Exception) -> str:
    """Say where a bug struck, without quoting the article."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{'/'.join(place.filename.split('/')[-2:])}:{place.lineno}"
    return f"internal error, please report: {type(error).__name__} at {where}"
