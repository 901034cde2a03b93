"""What is done to one article, from the bytes that were read to the bytes to write.

A `Work` knows nothing of files, streams or other articles, so it can run in this process or in any
other; the one that reads the input need not decode it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from newskit.errors import BadArticle
from newskit.io.lines import Line
from newskit.stage import Stage, apply, check_schema


class Unit(NamedTuple):
    """One article as it was read: a line of JSON, or (`line` is None) a whole file's bytes."""

    path: str
    data: bytes
    line: Line | None


class Work:
    """A chain of stages, built when the first article arrives.

    Args:
        build: returns the stages in order. Called once, late: an empty input costs nothing.
        read_file: turns a whole file's bytes and path into an article; None if only lines are read.
        fields: the fields to write, in this order; None for all.
        prepare: applied to each article before the stages, in the stream's order; it alone may
            remember what came before.
    """

    def __init__(
        self,
        build: Callable[[], Sequence[Stage]],
        read_file: Callable[[bytes, str], dict[str, Any]] | None = None,
        fields: tuple[str, ...] | None = None,
        prepare: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
    ) -> None:
        self._build = build
        self._stages: Sequence[Stage] | None = None
        self._read_file = read_file
        self._fields = fields
        self._prepare = prepare

    def build(self) -> Sequence[Stage]:
        """Return the stages, built if they are not yet. Raises BadModel."""
        if self._stages is None:
            self._stages = self._build()
        return self._stages

    def article(self, unit: Unit) -> dict[str, Any]:
        """Return the finished article. Raises BadArticle, BadInput (a later schema), BadModel."""
        self.build()
        article = self._read(unit)
        return self._staged(article if self._prepare is None else self._prepare(article))

    def __call__(self, unit: Unit) -> bytes:
        """Return the finished article as one line. Raises as `article` does."""
        return self._line(self.article(unit), unit)

    def prepared(self, unit: Unit) -> bytes:
        """Return what `finish` has to know of the articles before this one; often nothing.

        To be called in the stream's order, in one process. Raises as `article` does.
        """
        from newskit.io.jsonl import dumps

        return b"" if self._prepare is None else dumps(self._prepare(self._read(unit)))

    def finish(self, unit: Unit, prepared: bytes) -> bytes:
        """Return the finished article as one line, in any process, with what `prepared` made."""
        from newskit.io.jsonl import reload

        article = reload(prepared) if prepared else self._read(unit)
        return self._line(self._staged(article), unit)

    def _read(self, unit: Unit) -> dict[str, Any]:
        from newskit.io.jsonl import loads  # late, as the stages are

        if unit.line is not None:
            article = loads(unit.line)
            check_schema(article)
            return article
        if self._read_file is not None:
            return self._read_file(unit.data, unit.path)
        raise BadArticle("expected JSON Lines")

    def _staged(self, article: dict[str, Any]) -> dict[str, Any]:
        for stage in self.build():
            article = apply(stage, article)
        return article

    def _line(self, article: dict[str, Any], unit: Unit) -> bytes:
        from newskit.io.jsonl import dumps

        if self._fields is not None:
            article = {f: article[f] for f in self._fields if f in article}
        return dumps(article, unit.line)
