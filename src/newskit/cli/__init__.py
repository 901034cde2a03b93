"""The newskit command: the list of subcommands, and the one place where exit codes are made.

Each subcommand is a module of its name with a function `command`. Only the module that is asked for
is imported, so that a short pipe starts quickly; `--help` imports them all for their first lines.
"""

from __future__ import annotations

import importlib
import os
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from newskit.io.shown import shown

COMMANDS = ("parse", "clean", "entities", "summarize", "run", "inspect", "schema")


class Subcommand(TyperCommand):
    """A subcommand whose usage errors are safe to show: an unknown option may be a file's name."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Return the arguments that are left. Raises usage errors."""
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            if isinstance(message := getattr(error, "message", None), str):
                error.message = shown(message)  # type: ignore[attr-defined]
            raise


class Commands(TyperGroup):
    """The subcommands, in the order of the pipe, imported when used."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of the subcommands."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | None:  # type: ignore[override]
        """Return a subcommand, or None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"newskit.cli.{cmd_name}")
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name, cls=Subcommand)(module.command)
        found = typer.main.get_command(single)
        assert isinstance(found, TyperCommand)
        return found


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from newskit import __version__

        typer.echo(f"newskit {__version__}")
        raise typer.Exit


@app.callback()
def newskit(
    version: Annotated[  # noqa: FBT002, RUF100
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """News articles in Unix pipes: every command reads and writes JSON Lines.

    Example: newskit parse *.html | newskit clean | newskit entities | newskit summarize
    """


def main() -> None:
    """Run the command line program."""
    # The judge's matrices are small: more threads than one would wait for each other, and burn CPU.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from newskit.cli.signals import end_quietly

    with end_quietly():
        app(prog_name="newskit")
