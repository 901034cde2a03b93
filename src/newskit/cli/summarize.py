"""newskit summarize."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from newskit.cli.options import (
    DryRun,
    Fields,
    Inputs,
    Limit,
    OutputFile,
    Quiet,
    Recursive,
    Rejects,
    Strict,
    names,
)
from newskit.cli.stream import Settings, stream
from newskit.run.work import Work
from newskit.stage import Stage

Sentences = Annotated[
    int | None,
    typer.Option(
        "--sentences",
        metavar="N",
        min=1,
        show_default=False,
        help="At most N sentences (3 if no budget is given).",
    ),
]
Words = Annotated[
    int | None,
    typer.Option("--words", metavar="N", min=1, show_default=False, help="At most N words."),
]
Chars = Annotated[
    int | None,
    typer.Option(
        "--chars",
        metavar="N",
        min=1,
        show_default=False,
        help="At most N characters (code points).",
    ),
]


def command(
    inputs: Inputs = None,
    sentences: Sentences = None,
    words: Words = None,
    chars: Chars = None,
    output: OutputFile = "-",
    recursive: Recursive = False,
    rejects: Rejects = None,
    strict: Strict = False,
    fields: Fields = None,
    limit: Limit = None,
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Choose the sentences that carry the story, word for word.

    Example: newskit parse page.html | newskit clean | newskit summarize --words 60
    """

    def build() -> Sequence[Stage]:
        from newskit.summarize import Summarize

        return [Summarize(sentences=sentences, words=words, chars=chars)]

    settings = Settings(
        "summarize", inputs, output, recursive, rejects, strict, limit, dry_run, quiet
    )
    stream(Work(build, fields=names(fields, "--fields")), settings)
