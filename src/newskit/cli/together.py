"""newskit summarize --together: all articles are held, and one record is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from newskit.cli.stream import Settings, stream
from newskit.run.gather import gather
from newskit.run.work import Work
from newskit.stage import Stage
from newskit.summarize.story.together import Story


def stream_together(
    build: Callable[[], Sequence[Stage]], settings: Settings, fields: tuple[str, ...] | None
) -> None:
    """Read all articles and write the record of their story, or its `fields`.

    `build` returns the stage Summarize whose options hold. Raises typer.Exit as `stream` does.
    """
    story: Story | None = None

    def begin() -> Sequence[Stage]:
        nonlocal story
        story = Story(build()[0].options)
        return []

    def take(article: dict[str, Any]) -> dict[str, Any]:
        assert story is not None
        story.add(article)
        return article

    def make() -> bytes | None:
        from newskit.io.jsonl import dumps

        record = story.record() if story is not None else None
        if record is None:
            return None
        return dumps({f: record[f] for f in fields if f in record} if fields else record)

    stream(Work(begin, prepare=take), settings, process=gather(make))
