"""Run a Work over the inputs that the user named, and end with the right exit code.

0 all written; 1 a bug of ours; 2 usage; 3 finished, some articles refused; 4 an input or the output
failed: the output is incomplete; 130, 129, 143 stopped by a signal.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import typer

from newskit.cli.signals import catch_signals, leave, say, stopped
from newskit.errors import BadInput, BadModel
from newskit.io.files import walk
from newskit.io.output import Output
from newskit.run.pipeline import Counts, Stopped, run, units
from newskit.run.work import Work

if TYPE_CHECKING:
    from newskit.cli.progress import Progress

OK, BUG, USAGE, REFUSED, FAILED = 0, 1, 2, 3, 4


class Settings(NamedTuple):
    """What the shared options of a streaming command say (see options.py)."""

    command: str
    inputs: list[str] | None
    output: str = "-"
    recursive: bool = False
    rejects: str | None = None
    strict: bool = False
    limit: int | None = None
    dry_run: bool = False
    quiet: bool = False


def stream(
    work: Work,
    settings: Settings,
    *,
    is_lines: Callable[[bytes, str], bool] | None = None,
) -> None:
    """Read, process and write all articles; raises typer.Exit with the exit code if it is not 0."""
    paths = input_paths(settings)
    catch_signals()
    output = None
    try:
        output = Output(None if settings.dry_run else settings.output, settings.inputs or ["-"])
        code = _stream(work, settings, paths, output, is_lines=is_lines)
        output.commit() if code in (OK, REFUSED) else output.flush()
    except BrokenPipeError:
        if output is not None:
            output.abandon()
        leave(OK)
    except (BadInput, BadModel) as error:
        say(f"newskit {settings.command}: {error}")
        code = FAILED
    if output is not None and code not in (OK, REFUSED):
        output.abandon()
        if settings.output != "-" and not settings.dry_run:
            say(f"newskit {settings.command}: {output.name} was not written")
    if code:
        raise typer.Exit(code)


def _stream(
    work: Work,
    settings: Settings,
    paths: Iterator[str],
    output: Output,
    *,
    is_lines: Callable[[bytes, str], bool] | None,
) -> int:
    """Return the exit code; the counts are told in any case but a closed pipe."""
    from newskit.cli.rejects import reports_for

    progress = _progress(settings)

    def before_wait() -> None:
        output.flush()
        if number := stopped():
            raise Stopped(number)

    with reports_for(settings) as reports, contextlib.closing(progress):
        articles = units(
            paths, reports, before_wait=before_wait, is_lines=is_lines, opened=progress
        )
        limited = itertools.islice(articles, settings.limit)
        code = OK
        try:
            run(work, limited, output.write, reports, strict=settings.strict, stopped=stopped)
        except Stopped as stop:
            code = 128 + stop.number
        except (BadInput, BadModel) as error:
            reports.complain(str(error))
            code = FAILED
        output.flush()
    if not settings.quiet:
        if code > FAILED:
            say(f"newskit {settings.command}: stopped after {reports.counts.written}")
        say(f"newskit {settings.command}: {reports.counts}")
    return code or _code(reports.counts)


def _code(counts: Counts) -> int:
    assert counts.read == counts.written + counts.refused, "an article vanished"
    if counts.internal_errors:
        return BUG
    if counts.bad_inputs:
        return FAILED
    return REFUSED if counts.refused else OK


def input_paths(settings: Settings) -> Iterator[str]:
    """Return the inputs to read, directories opened up if asked; ends with usage at a terminal.

    With an output file, an input that is missing stops everything before the work begins.
    """
    paths = settings.inputs or ["-"]
    if not settings.inputs and sys.stdin is not None and sys.stdin.isatty():
        say(f"newskit {settings.command}: nothing to read: name files, or pipe into it (--help)")
        raise typer.Exit(USAGE)
    if "-" in paths and sys.stdin is None:
        say(f"newskit {settings.command}: standard input is closed")
        raise typer.Exit(FAILED)
    if settings.output != "-":
        for path in paths:
            if path != "-" and not os.path.exists(path):
                from newskit.io.shown import shown

                say(f"newskit {settings.command}: {shown(path)}: No such file or directory")
                raise typer.Exit(FAILED)
    if not settings.recursive:
        return iter(paths)
    return itertools.chain.from_iterable(walk(p) if os.path.isdir(p) else (p,) for p in paths)


class _NoProgress:
    """Shows nothing."""

    def __call__(self, source: object) -> None: ...
    def close(self) -> None: ...


def _progress(settings: Settings) -> Progress | _NoProgress:
    """Return a bar if a person is there to see it: stderr a terminal, and not quiet."""
    if settings.quiet or not sys.stderr.isatty():
        return _NoProgress()
    from newskit.cli.progress import Progress

    return Progress(settings)
