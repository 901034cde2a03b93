"""Run a Work over the inputs that the user named, and end with the right exit code.

0 all written; 1 a bug of ours; 2 usage; 3 finished, some articles refused; 4 an input or the output
failed: the output is incomplete; 130, 129, 143 stopped by a signal.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from newskit.cli.signals import catch_signals, leave, say, stopped
from newskit.errors import BadInput, BadModel
from newskit.io.files import walk
from newskit.io.output import Output
from newskit.io.shown import shown
from newskit.limits import LIMITS
from newskit.run.inputs import units, waited
from newskit.run.pipeline import Counts, Stopped, run
from newskit.run.work import Work

if TYPE_CHECKING:
    from newskit.cli.progress import Progress
    from newskit.cli.resume import Resumable
    from newskit.run.workers import Workers

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
    jobs: int = 1
    time_limit: float | None = None


def stream(
    work: Work,
    settings: Settings,
    *,
    is_lines: Callable[[bytes, str], bool] | None = None,
    process: Callable[..., None] = run,
    resumable: Resumable | None = None,
) -> None:
    """Read, process and write all articles; raises typer.Exit with the exit code if it is not 0.

    `process` is what runs the work on the articles: `run`, or what gather() returns. `resumable` is
    an output that is open already, and knows what is left to read.
    """
    paths = resumable.paths() if resumable else input_paths(settings)
    catch_signals()
    try:
        path = None if settings.dry_run else settings.output
        output = resumable or Output(path, settings.inputs or ["-"])
    except BadInput as error:
        say(f"newskit {settings.command}: {error}")
        raise typer.Exit(FAILED) from error
    counts = Counts()
    try:
        code = _stream(
            work, settings, paths, output, counts=counts, is_lines=is_lines, process=process
        )
    except BrokenPipeError:
        output.abandon()
        leave(OK)
    except BaseException:
        output.abandon()
        raise
    if code not in (OK, REFUSED):
        output.abandon()
    _tell(settings, output, counts, code=code)
    if code:
        raise typer.Exit(code)


def _stream(
    work: Work,
    settings: Settings,
    paths: Iterator[str],
    output: Output | Resumable,
    *,
    counts: Counts,
    is_lines: Callable[[bytes, str], bool] | None,
    process: Callable[..., None],
) -> int:
    """Return the exit code, having finished the output if all was well."""
    from newskit.cli.rejects import reports_for

    def before_wait() -> None:
        output.flush()
        if number := stopped():
            raise Stopped(number)

    options: dict[str, Any] = {"strict": settings.strict, "stopped": stopped}
    if settings.jobs != 1 or settings.time_limit is not None:
        options["each"] = _workers(settings, before_wait)
    try:
        with (
            reports_for(settings, counts, getattr(output, "rejects", None)) as reports,
            contextlib.closing(_progress(settings)) as progress,
        ):
            items = units(paths, is_lines=is_lines, opened=progress, limit=settings.limit)
            articles = items if "each" in options else waited(items, before_wait)
            try:
                process(work, articles, output.write, reports, **options)
            finally:
                output.flush()
        code = _code(counts)
        if code in (OK, REFUSED):
            output.commit()
    except Stopped as stop:
        return 128 + stop.number
    except (BadInput, BadModel) as error:
        say(f"newskit {settings.command}: {shown(str(error))}")
        return FAILED
    return code


def _workers(settings: Settings, before_wait: Callable[[], None]) -> Workers:
    """Return what does the work in other processes; imported when asked for."""
    from newskit.run.workers import Workers

    # Threads of OpenMP do not survive a fork: a worker would wait for them for ever if a model of
    # the user's (torch) had used any while it was loaded. The processes are the threads.
    os.environ["OMP_NUM_THREADS"] = "1"
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    seconds = settings.time_limit or LIMITS.article_seconds
    return Workers(settings.jobs or min(cores, LIMITS.jobs), seconds, before_wait)


def _tell(settings: Settings, output: Output | Resumable, counts: Counts, *, code: int) -> None:
    """Say what became of the articles and the output; whatever failed has been said."""
    if code > FAILED and not settings.quiet:
        say(f"newskit {settings.command}: stopped after {counts.written}")
    if code not in (OK, REFUSED) and settings.output != "-" and not settings.dry_run:
        say(f"newskit {settings.command}: {output.unfinished}")
    if not settings.quiet:
        # Of what was handed to standard output nobody knows how much went through before it failed.
        is_cut = isinstance(output, Output) and output.has_failed and settings.output == "-"
        say(f"newskit {settings.command}: {counts}{', not all of it received' if is_cut else ''}")


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
                say(f"newskit {settings.command}: {shown(path)}: No such file or directory")
                raise typer.Exit(FAILED)
    if not settings.recursive:
        return iter(paths)
    return _walked(paths, settings)


def _walked(paths: list[str], settings: Settings) -> Iterator[str]:
    """Yield the files, and those in the directories but for what the run itself writes there."""
    own = own_files(settings)  # once the run has begun, so that they are there
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        for file in walk(path):
            with contextlib.suppress(OSError):
                found = os.stat(file)
                if (found.st_dev, found.st_ino) in own:
                    continue
            yield file


def own_files(settings: Settings) -> set[tuple[int, int]]:
    """Return the regular files that a run writes, as device and inode, where they are there."""
    found = []
    if settings.output == "-":
        with contextlib.suppress(OSError):
            found.append(os.fstat(1))
    path = os.path.realpath(settings.output)
    for name in (path, f"{path}.part", f"{path}.journal", settings.rejects or path):
        with contextlib.suppress(OSError):
            found.append(os.stat(name))
    return {(f.st_dev, f.st_ino) for f in found if stat.S_ISREG(f.st_mode)}


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
