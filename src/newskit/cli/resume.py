"""Write an output that a later run can go on with, whatever ended this one (docs/resume.md).

Beside OUT lie OUT.part, the data, and OUT.journal, which says how many bytes of them are certain,
and which articles they are made of. The order in which things reach the disk makes it safe: the
journal is there before the first byte of data, data are on the disk before the journal counts them,
and the journal says that all is finished before OUT gets its name.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import typer

from newskit.cli.signals import catch_signals, say
from newskit.cli.stream import FAILED, Settings, input_paths, own_files, stream
from newskit.errors import BadInput
from newskit.io.output import end_of_links, real_path
from newskit.io.parts import NOTHING, GrowingFile, Part, holds
from newskit.io.shown import shown
from newskit.io.sink import naming, sync_directory
from newskit.run.fingerprint import Inputs, fingerprint
from newskit.run.follow import Follower
from newskit.run.inputs import Failed, Waiting
from newskit.run.journal import EVERY, Journal, State, difference
from newskit.run.pipeline import Counts, Each, Reports, in_turn, run
from newskit.run.work import Unit, Work

# Parameters that change nothing in what is written, so that they may be others when a run goes on.
_FREE = {"dry_run", "jobs", "quiet", "resume", "strict", "time_limit"}
# Those that are held together in another way: the inputs by what they are, the output by its name.
_OTHERWISE = {"inputs", "recursive", "output"}
_COUNTED = ("read", "written", "refused", "internal_errors")


def stream_resumable(
    work: Work,
    settings: Settings,
    parameters: Mapping[str, Any],
    *,
    is_lines: Callable[[bytes, str], bool],
) -> None:
    """Do what `stream` does, so that the same command can go on if it is stopped.

    `parameters` are the command's own, by name; all but those that change nothing must be the same
    when it goes on. Raises a usage error for what cannot be resumed, and typer.Exit.
    """
    _check_usage(settings)
    paths = _only_files(input_paths(settings))
    catch_signals()
    try:
        output = Resumable(settings, paths, _options(parameters))
        told = output.look() if settings.dry_run else output.open()
    except BadInput as error:
        say(f"newskit {settings.command}: {error}")
        raise typer.Exit(FAILED) from error
    if told and not (settings.quiet and not settings.dry_run):
        say(f"newskit {settings.command}: {told}")
    if not settings.dry_run:
        left = settings._replace(limit=output.limit)
        stream(work, left, is_lines=is_lines, process=output.process, resumable=output)


class Resumable:
    """An output with its journal; has what Output has. Raises BadInput, naming a file.

    Making one touches nothing; then comes `open`, or `look` only.
    """

    def __init__(
        self, settings: Settings, paths: Iterable[str], options: Mapping[str, Any]
    ) -> None:
        self._settings = settings
        self.name = shown(settings.output)
        self.unfinished = f"{self.name} is not finished: run again with --resume to go on"
        with naming(self.name):
            self._path = real_path(settings.output, ())
        self._part_path = f"{self._path}.part"
        self._journal = Journal(f"{self._path}.journal")
        self._rejects = end_of_links(settings.rejects) if settings.rejects else None
        own = (self._path, self._part_path, self._journal.path)
        if self._rejects and os.path.realpath(self._rejects) in map(os.path.realpath, own):
            raise BadInput(f"{shown(self._rejects)}: is also an output")
        self._inputs = Inputs(paths, own_files(settings))
        self._state = State(fingerprint(options, self._inputs))
        self._has_name = False
        self._counts = Counts()
        self.rejects: GrowingFile | None = None

    def look(self) -> str:
        """Say what a run would do, and touch nothing."""
        found = self._found()
        if found is None:
            return f"{self.name}: nothing is done, a run would start at the beginning"
        with self._hinting():
            if not self._has_name and not holds(self._part_path, found.part, more=True):
                raise BadInput(f"{shown(self._part_path)}: is not as the journal says")
        return self._told(found)

    def open(self) -> str:
        """Lock the output, cut it back to what is certain; return what to tell, or nothing."""
        self._part = Part(self._path)
        try:
            found = self._found()
            if self._rejects is not None:
                self.rejects = GrowingFile(self._rejects, 0o666)
            if found is None:
                self._state = self._state._replace(rejects=NOTHING if self.rejects else None)
                self._journal.write(self._state)
            else:
                self._state = found
            self._go_on()
        except BadInput:
            if self._part.file.is_new:
                self._part.file.remove_empty()
            self.abandon()
            raise
        self._follower = Follower(self._inputs.paths, self._state.position)
        return self._told(found) if found else ""

    @property
    def limit(self) -> int | None:
        """Articles to read of `paths`, those that are done among them; None for all."""
        if self._settings.limit is None:
            return None
        done = self._state.counts.get("read", 0)
        return self._settings.limit - done + self._state.position.articles

    def paths(self) -> Iterator[str]:
        """Yield the inputs that are not done."""
        return iter(()) if self._state.finished else self._follower.paths()

    def process(
        self,
        work: Callable[[Unit], bytes],
        articles: Iterable[Unit | Failed | Waiting],
        write: Callable[[bytes], Any],
        reports: Reports,
        *,
        strict: bool = False,
        stopped: Callable[[], int] = lambda: 0,
        each: Each = in_turn,
    ) -> None:
        """Stand in for `run`: leave out what is done, and record what is done now."""
        self._counts = reports.counts
        for name in _COUNTED:
            setattr(reports.counts, name, self._state.counts.get(name, 0))
        if self._state.finished:
            return
        if strict and reports.counts.refused:
            raise BadInput("an article was refused before (--strict)")
        run(
            work,
            self._follower.articles(articles),
            write,
            reports,
            strict=strict,
            stopped=stopped,
            each=each,
            finished=self._finished,
        )

    def write(self, line: bytes) -> None:
        """Write a line; it is certain after the next checkpoint."""
        self._part.write(line)

    def flush(self) -> None:
        """Do nothing: nobody can see the data yet."""

    def commit(self) -> None:
        """Finish: give the file its name, and remove the journal."""
        if self._has_name:
            self._part.file.remove_empty()
        else:
            self._record(finished=True)
            self._part.finish()
        with naming(self.name):
            sync_directory(self._path)
        self.unfinished = f"{self.name} is finished, but its journal is still there"
        self._journal.remove()
        self.abandon()

    def abandon(self) -> None:
        """Let go of the files; what was recorded stays."""
        self._part.file.close()
        if self.rejects is not None:
            self.rejects.close()

    def _go_on(self) -> None:
        """Cut the files back to what was recorded."""
        with self._hinting():
            if not self._has_name:
                self._part.file.go_on(self._state.part)
            if self.rejects is not None:
                self.rejects.go_on(self._state.rejects or NOTHING)

    def _finished(self, unit: Unit) -> None:
        self._follower.finished()
        # Where nothing was written yet, the run may still find that this is no JSON Lines at all.
        if self._counts.read % EVERY == 0 and self._counts.written:
            self._record()

    def _record(self, *, finished: bool = False) -> None:
        """Make a checkpoint: what was done until now is certain after it."""
        try:
            self._inputs.check(self._state.position.inputs, self._follower.reading)
        except BadInput:
            self.unfinished = f"{self.name} was not written; {self._hint()}"
            raise
        self._state = State(
            self._state.fingerprint,
            self._follower.position,
            self._part.sync(last=finished),
            self.rejects.sync() if self.rejects else None,
            {name: getattr(self._counts, name) for name in _COUNTED},
            finished,
        )
        self._journal.write(self._state)

    def _found(self) -> State | None:
        """Return what an earlier run recorded. Raises BadInput if this one cannot go on with it."""
        with self._hinting():
            found = self._journal.read()
            size = 0
            with naming(shown(self._part_path)), contextlib.suppress(FileNotFoundError):
                size = os.stat(self._part_path).st_size
            if found is None:
                if size:
                    raise BadInput(f"{shown(self._part_path)}: is there, but has no journal")
                return None
            if differs := difference(found.fingerprint, self._state.fingerprint):
                raise BadInput(f"{self._journal.name}: {differs}")
            self._has_name = found.finished and not size and holds(self._path, found.part)
            return found

    def _told(self, state: State) -> str:
        done = f"{self.name}: {state.counts.get('read', 0)} articles are done"
        if state.finished:
            return f"{done}, and only the name is missing"
        if not state.counts.get("read"):
            return f"{self.name}: nothing is done, going on at the beginning"
        inputs, articles = state.position
        return f"{done}, going on in {shown(self._inputs.paths[inputs])} after article {articles}"

    @contextlib.contextmanager
    def _hinting(self) -> Iterator[None]:
        """Add to an error what a person can do."""
        try:
            yield
        except BadInput as error:
            raise BadInput(f"{error}; {self._hint()}") from error

    def _hint(self) -> str:
        files = f"{shown(self._part_path)} and {self._journal.name}"
        return f"to start afresh, delete {files}"


def _check_usage(settings: Settings) -> None:
    if settings.output == "-":
        raise typer.BadParameter("needs -o FILE", param_hint="--resume")


def _only_files(paths: Iterable[str]) -> Iterator[str]:
    """Yield the inputs. Raises a usage error for one that cannot be read a second time."""
    for path in paths:
        name = "standard input" if path == "-" else shown(path)
        is_file = path != "-"
        with contextlib.suppress(OSError):  # told later, as for every input
            mode = os.stat(path).st_mode if is_file else 0
            is_file = stat.S_ISREG(mode) or stat.S_ISDIR(mode)
        if not is_file:
            message = f"{name} cannot be read a second time: name files"
            raise typer.BadParameter(message, param_hint="--resume")
        yield path


def _options(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options that must not differ when a run goes on, by their names on the line.

    >>> _options({"words": 60, "jobs": 4, "dry_run": False})
    {'--words': 60}
    """
    return {
        "--" + name.replace("_", "-"): shown(value) if isinstance(value, str) else value
        for name, value in parameters.items()
        if name not in _FREE | _OTHERWISE and value is not None and value is not False
    }
