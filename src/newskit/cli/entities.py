"""newskit entities."""

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

Types = Annotated[
    str | None,
    typer.Option(
        "--types",
        metavar="TYPE,...",
        show_default=False,
        help="Find these types only: DATE, MONEY, GPE …",
    ),
]


def command(
    inputs: Inputs = None,
    types: Types = None,
    output: OutputFile = "-",
    recursive: Recursive = False,
    rejects: Rejects = None,
    strict: Strict = False,
    fields: Fields = None,
    limit: Limit = None,
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Mark who, where, when and how much: places, nationalities, dates, money, quantities.

    Example: newskit parse page.html | newskit clean | newskit entities --types DATE,MONEY
    """
    wanted = names(types, "--types")
    if wanted is not None:
        from newskit.entities.spans import TYPES

        for name in wanted:
            if name not in TYPES:
                known = ", ".join(TYPES)
                raise typer.BadParameter(
                    f"no type {name!r}; types are {known}", param_hint="--types"
                )

    def build() -> Sequence[Stage]:
        from newskit.entities import Entities

        return [Entities(types=wanted)]

    settings = Settings(
        "entities", inputs, output, recursive, rejects, strict, limit, dry_run, quiet
    )
    stream(Work(build, fields=names(fields, "--fields")), settings)
