"""newskit run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from newskit.cli.clean import Drop, Keep, roles
from newskit.cli.options import (
    DryRun,
    Fields,
    Inputs,
    Jobs,
    Limit,
    OutputFile,
    Quiet,
    Recursive,
    Rejects,
    Strict,
    TimeLimit,
    names,
)
from newskit.cli.parse import is_lines, read_file
from newskit.cli.stream import Settings, stream
from newskit.cli.summarize import (
    Bullets,
    Chars,
    Headline,
    Keywords,
    Query,
    Ratio,
    Sentences,
    TrimOption,
    Words,
    check,
)
from newskit.run.work import Work
from newskit.stage import Stage

Resume = Annotated[
    bool,
    typer.Option("--resume", help="Go on with the OUT of -o where an earlier run was stopped."),
]


def command(
    ctx: typer.Context,
    inputs: Inputs = None,
    keep: Keep = None,
    drop: Drop = None,
    sentences: Sentences = None,
    words: Words = None,
    chars: Chars = None,
    ratio: Ratio = None,
    query: Query = None,
    bullets: Bullets = False,
    keywords: Keywords = None,
    headline: Headline = False,
    trim: TrimOption = False,
    output: OutputFile = "-",
    recursive: Recursive = False,
    rejects: Rejects = None,
    strict: Strict = False,
    fields: Fields = None,
    limit: Limit = None,
    dry_run: DryRun = False,
    quiet: Quiet = False,
    jobs: Jobs = 1,
    time_limit: TimeLimit = None,
    resume: Resume = False,
) -> None:
    """Run the whole pipe in one process: parse, clean, entities, summarize.

    Example: newskit run -r pages/ -o articles.jsonl.zst
    """
    kept, dropped = roles(keep, "--keep"), roles(drop, "--drop")
    check(chars, ratio=ratio, query=query, bullets=bullets)

    def build() -> Sequence[Stage]:
        from newskit.clean import Clean
        from newskit.entities import Entities
        from newskit.parse import Parse
        from newskit.summarize import Summarize

        return [
            Parse(),
            Clean(keep=kept, drop=dropped),
            Entities(),
            Summarize(
                sentences,
                words,
                chars,
                ratio=ratio,
                query=query,
                bullets=bullets,
                keywords=keywords,
                headline=headline,
                trim=trim,
            ),
        ]

    settings = Settings(
        "run", inputs, output, recursive, rejects, strict, limit, dry_run, quiet, jobs, time_limit
    )
    work = Work(build, read_file, names(fields, "--fields"))
    if resume:
        from newskit.cli.resume import stream_resumable

        stream_resumable(work, settings, ctx.params, is_lines=is_lines)
        return
    stream(work, settings, is_lines=is_lines)
