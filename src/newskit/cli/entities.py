"""newskit entities."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

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
from newskit.io.shown import shown
from newskit.limits import LIMITS
from newskit.run.work import Work
from newskit.stage import Stage

if TYPE_CHECKING:
    from newskit.entities.listed import Listed

Types = Annotated[
    str | None,
    typer.Option(
        "--types",
        metavar="TYPE,...",
        show_default=False,
        help="Find these types only: PERSON, ORG, GPE, DATE, MONEY …",
    ),
]


def _score(value: float | None) -> float | None:
    """Check a score: the range that typer checks lets "nan" through."""
    if value is not None and math.isnan(value):
        raise typer.BadParameter("nan is not in the range 0.0<=x<=1.0.")
    return value


MinScore = Annotated[
    float | None,
    typer.Option(
        "--min-score",
        metavar="P",
        min=0.0,
        max=1.0,
        callback=_score,
        show_default=False,
        help="Leave out names of which the tagger is less sure, 0 to 1 (0.1; other languages 0.4).",
    ),
]
Gazetteer = Annotated[
    str | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        show_default=False,
        help="Names of your own, which win: TYPE, tab, name, and perhaps tab, id on each line.",
    ),
]
Backend = Annotated[
    str | None,
    typer.Option(
        "--backend",
        metavar="spacy:MODEL",
        show_default=False,
        help="Take names from a spaCy pipeline that you have, not from newskit's tagger.",
    ),
]


def command(
    inputs: Inputs = None,
    types: Types = None,
    min_score: MinScore = None,
    gazetteer: Gazetteer = None,
    backend: Backend = None,
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
    """Mark who, where, when and how much: people, organisations, places, dates, money.

    Example: newskit parse page.html | newskit clean | newskit entities --types PERSON,ORG
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

    if backend is not None and (backend[:6] != "spacy:" or not backend[6:]):
        raise typer.BadParameter(f"expected spacy:MODEL, found {backend!r}", param_hint="--backend")
    listed = () if gazetteer is None else read_gazetteer(gazetteer)

    def build() -> Sequence[Stage]:
        from newskit.entities import Entities

        return [Entities(wanted, min_score=min_score, listed=listed, backend=backend)]

    settings = Settings(
        "entities",
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
    stream(Work(build, fields=names(fields, "--fields")), settings)


def read_gazetteer(path: str) -> tuple[Listed, ...]:
    """Return the names in a user's list. Raises a usage error if it cannot be read."""
    from newskit.entities.listed import read_list

    try:
        with open(path, "rb") as lines:
            data = lines.read(LIMITS.list_bytes + 1)
        if len(data) > LIMITS.list_bytes:
            raise ValueError(f"more than {LIMITS.list_bytes:,} bytes")
        return read_list(data.decode("utf-8-sig"))
    except OSError as error:
        reason = error.strerror or "unreadable"
    except UnicodeDecodeError:
        reason = "not UTF-8"
    except ValueError as error:
        reason = str(error)
    raise typer.BadParameter(f"{shown(path)}: {reason}", param_hint="--gazetteer")
