"""newskit clean."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
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

Keep = Annotated[
    str | None,
    typer.Option(
        "--keep",
        metavar="ROLE,...",
        show_default=False,
        help="Keep these roles as well: caption, author, byline, date, title, related, comment …",
    ),
]
Drop = Annotated[
    str | None,
    typer.Option(
        "--drop",
        metavar="ROLE,...",
        show_default=False,
        help="Drop these roles as well: standfirst, subhead, list, quote, note …",
    ),
]


class NormalForm(StrEnum):
    """What of the kept text is brought into normal form."""

    SPACES = "spaces"
    CHARACTERS = "characters"
    NOTHING = "nothing"


Normalise = Annotated[
    NormalForm,
    typer.Option(
        "--normalise",
        help="Normalise white space; characters as well (NFC, no soft hyphens); or nothing.",
    ),
]
LearnRepeats = Annotated[
    bool,
    typer.Option(
        "--learn-repeats",
        help="Take out what recurs across the articles of a site, from the fourth on.",
    ),
]


def command(
    inputs: Inputs = None,
    keep: Keep = None,
    drop: Drop = None,
    normalise: Normalise = NormalForm.SPACES,
    learn_repeats: LearnRepeats = False,
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
    """Remove boilerplate from articles, each piece with its reason.

    Example: newskit parse page.html | newskit clean | jq -r .text
    """
    kept, dropped = roles(keep, "--keep"), roles(drop, "--drop")

    def build() -> Sequence[Stage]:
        from newskit.clean import Clean  # here, so that --help and empty inputs stay quick

        return [Clean(kept, dropped, normalise=str(normalise), repeats=learn_repeats)]

    prepare = None
    if learn_repeats:
        from newskit.clean.repeats import Repeats

        prepare = Repeats().mark

    settings = Settings(
        "clean", inputs, output, recursive, rejects, strict, limit, dry_run, quiet, jobs, time_limit
    )
    stream(Work(build, fields=names(fields, "--fields"), prepare=prepare), settings)


def roles(value: str | None, option: str) -> tuple[str, ...]:
    """Return the roles that an option names. Raises a usage error for an unknown one."""
    from newskit.article import ARTICLE_ROLES, FURNITURE_ROLES

    found = names(value, option) or ()
    for role in found:
        if role not in ARTICLE_ROLES + FURNITURE_ROLES:
            known = ", ".join(dict.fromkeys(ARTICLE_ROLES + FURNITURE_ROLES))
            raise typer.BadParameter(f"no role {role!r}; roles are {known}", param_hint=option)
    return found
