"""The options that all streaming commands share, each written once."""

from __future__ import annotations

import math
from typing import Annotated

import typer

from newskit.limits import LIMITS


def _seconds(value: float | None) -> float | None:
    """Check a time limit: the range that typer checks lets "nan" through."""
    if value is not None and math.isnan(value):
        message = f"nan is not in the range {LIMITS.least_seconds}<=x<={LIMITS.most_seconds}."
        raise typer.BadParameter(message)
    return value


Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...",
        show_default=False,
        help="Files to read; - or nothing is standard input.",
    ),
]
OutputFile = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        show_default=False,
        help="Write to FILE, which is complete or absent; compressed by its suffix.",
    ),
]
Recursive = Annotated[
    bool, typer.Option("-r", "--recursive", help="Read the files in directories, too.")
]
Rejects = Annotated[
    str | None,
    typer.Option(
        "--rejects",
        metavar="FILE",
        show_default=False,
        help="Keep refused lines in FILE, with the reasons, as JSON Lines.",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first refused article.")]
Fields = Annotated[
    str | None,
    typer.Option(
        "--fields",
        metavar="A,B",
        show_default=False,
        help="Write these fields only, in this order.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", metavar="N", min=0, show_default=False, help="Read the first N articles only."
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Do everything, but write no articles.")]
Jobs = Annotated[
    int,
    typer.Option(
        "-j",
        "--jobs",
        metavar="N",
        min=0,
        max=LIMITS.jobs,
        help="Work in N processes, 0 for one a core; the output is the same, in the same order.",
    ),
]
TimeLimit = Annotated[
    float | None,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        min=LIMITS.least_seconds,
        max=LIMITS.most_seconds,
        callback=_seconds,
        show_default=False,
        help=f"Refuse what takes longer ({LIMITS.article_seconds:g}; with one job, no limit).",
    ),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No counts and no progress bar.")]


def names(value: str | None, option: str) -> tuple[str, ...] | None:
    """Return the names in a comma-separated option. Raises a usage error if it is empty.

    >>> names("id, text", "--fields")
    ('id', 'text')
    """
    if value is None:
        return None
    found = tuple(n.strip() for n in value.split(",") if n.strip())
    if not found:
        raise typer.BadParameter("expected names, separated by commas", param_hint=option)
    return found
