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
Ratio = Annotated[
    float | None,
    typer.Option(
        "--ratio",
        metavar="R",
        show_default=False,
        help="At most this share of the text's words, above 0, up to 1.",
    ),
]
Query = Annotated[
    str | None,
    typer.Option(
        "--query",
        metavar="WORDS",
        show_default=False,
        help="Prefer sentences that hold these words; a phrase counts more than its words.",
    ),
]
Bullets = Annotated[
    bool, typer.Option("--bullets", help='Write one sentence a line, each begun with "- ".')
]
Keywords = Annotated[
    int | None,
    typer.Option(
        "--keywords",
        metavar="N",
        min=1,
        show_default=False,
        help="Add the N best key phrases, with where each stands first.",
    ),
]
Headline = Annotated[
    bool, typer.Option("--headline", help="Add a short headline in the article's own words.")
]


def command(
    inputs: Inputs = None,
    sentences: Sentences = None,
    words: Words = None,
    chars: Chars = None,
    ratio: Ratio = None,
    query: Query = None,
    bullets: Bullets = False,
    keywords: Keywords = None,
    headline: Headline = False,
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

    check(chars, ratio=ratio, query=query, bullets=bullets)

    def build() -> Sequence[Stage]:
        from newskit.summarize import Summarize

        stage = Summarize(
            sentences,
            words,
            chars,
            ratio=ratio,
            query=query,
            bullets=bullets,
            keywords=keywords,
            headline=headline,
        )
        return [stage]

    settings = Settings(
        "summarize", inputs, output, recursive, rejects, strict, limit, dry_run, quiet
    )
    stream(Work(build, fields=names(fields, "--fields")), settings)


def check(chars: int | None, *, ratio: float | None, query: str | None, bullets: bool) -> None:
    """Raise a usage error for values that the stage would refuse."""
    if bullets and chars is not None and chars < 3:
        raise typer.BadParameter("a line with its bullet takes 3 characters", param_hint="--chars")
    if ratio is not None and not 0 < ratio <= 1:
        raise typer.BadParameter(f"{ratio} is not above 0 and at most 1", param_hint="--ratio")
    if query is not None and not any(map(str.isalnum, query)):
        raise typer.BadParameter("expected a word", param_hint="--query")
