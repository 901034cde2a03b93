"""newskit parse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

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

HtmlField = Annotated[
    str, typer.Option("--html-field", metavar="NAME", help="The field that holds a page's HTML.")
]
RawTextField = Annotated[
    str, typer.Option("--raw-text-field", metavar="NAME", help="The field of unparsed plain text.")
]
TextField = Annotated[
    str,
    typer.Option("--text-field", metavar="NAME", help="The field that holds an article's body."),
]
UrlField = Annotated[
    str, typer.Option("--url-field", metavar="NAME", help="The field that holds the address.")
]


def command(
    inputs: Inputs = None,
    html_field: HtmlField = "html",
    raw_text_field: RawTextField = "raw_text",
    text_field: TextField = "text",
    url_field: UrlField = "url",
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
    """Turn files into articles: HTML, plain text, Markdown, or JSON Lines that hold them.

    Nothing is judged here: all that a reader could see is kept, with the evidence.

    Example: newskit parse *.html *.txt | newskit clean
    """

    def build() -> Sequence[Stage]:
        from newskit.parse import Parse

        return [
            Parse(
                html_field=html_field,
                raw_text_field=raw_text_field,
                text_field=text_field,
                url_field=url_field,
            )
        ]

    settings = Settings(
        "parse", inputs, output, recursive, rejects, strict, limit, dry_run, quiet, jobs, time_limit
    )
    work = Work(build, read_file, names(fields, "--fields"))
    stream(work, settings, is_lines=is_lines)


def read_file(data: bytes, path: str) -> dict[str, Any]:
    """Turn a whole file into an article to be parsed."""
    from newskit.parse import read_document

    return read_document(data, path)


def is_lines(head: bytes, path: str) -> bool:
    """Tell from an input's first bytes whether it is JSON Lines."""
    if not head.strip():
        return True  # nothing there: no article
    from newskit.parse.sniff import sniff

    return sniff(head, path) == "json"
