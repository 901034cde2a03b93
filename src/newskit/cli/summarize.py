"""newskit summarize."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated

import typer

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

Together = Annotated[
    bool,
    typer.Option("--together", help="Summarise all articles as one story, in one record."),
]
TrimOption = Annotated[
    bool,
    typer.Option("--trim", help="Shorten sentences by what a reader does not miss (docs/trim.md)."),
]
Backend = Annotated[
    str | None,
    typer.Option(
        "--backend",
        metavar="openai:URL, transformers:PATH",
        show_default=False,
        help="Let a model of yours write it; what the article lacks is flagged (docs/backend.md).",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        show_default=False,
        help="The model's name on the server of --backend openai:URL.",
    ),
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
    trim: TrimOption = False,
    together: Together = False,
    backend: Backend = None,
    model: Model = None,
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
) -> None:
    """Choose the sentences that carry the story, word for word.

    Example: newskit parse page.html | newskit clean | newskit summarize --words 60
    """

    check(chars, ratio=ratio, query=query, bullets=bullets)
    key = os.environ.get("NEWSKIT_API_KEY", "") if backend else ""
    check_backend(backend, model=model, query=query, key=key, trim=trim)

    def build() -> Sequence[Stage]:
        if backend is not None:
            from newskit.summarize.abstractive.abstract import Abstract

            abstract = Abstract(
                backend,
                model=model,
                key=key,
                sentences=sentences,
                words=words,
                chars=chars,
                ratio=ratio,
                query=query,
                bullets=bullets,
                keywords=keywords,
                headline=headline,
            )
            return [abstract]
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
            trim=trim,
        )
        return [stage]

    settings = Settings(
        "summarize",
        inputs,
        output,
        recursive,
        rejects,
        strict,
        limit,
        dry_run,
        quiet,
        jobs,
        time_limit,
    )
    if together:
        from newskit.cli.together import stream_together

        if trim or backend is not None:
            raise typer.BadParameter("not with --trim or --backend", param_hint="--together")
        if jobs != 1 or time_limit is not None:
            message = "all articles are held in one process: not with --jobs or --time-limit"
            raise typer.BadParameter(message, param_hint="--together")
        stream_together(build, settings, names(fields, "--fields"))
        return
    stream(Work(build, fields=names(fields, "--fields")), settings)


def check(chars: int | None, *, ratio: float | None, query: str | None, bullets: bool) -> None:
    """Raise a usage error for values that the stage would refuse."""
    if bullets and chars is not None and chars < 3:
        raise typer.BadParameter("a line with its bullet takes 3 characters", param_hint="--chars")
    if ratio is not None and not 0 < ratio <= 1:
        raise typer.BadParameter(f"{ratio} is not above 0 and at most 1", param_hint="--ratio")
    if query is not None and not any(map(str.isalnum, query)):
        raise typer.BadParameter("expected a word", param_hint="--query")


def check_backend(
    backend: str | None, *, model: str | None, query: str | None, key: str, trim: bool
) -> None:
    """Raise a usage error for a backend that there is not, or options that it cannot hold."""
    if backend is None:
        if model is not None:
            raise typer.BadParameter("needs --backend openai:URL", param_hint="--model")
        return
    if trim:
        message = "a model writes its own sentences: not with --trim"
        raise typer.BadParameter(message, param_hint="--backend")
    from newskit.summarize.abstractive.endpoint import check_options

    try:
        check_options(backend, model=model, query=query, key=key)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--backend") from error
