"""newskit inspect."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Annotated, Any

import typer

from newskit.cli.options import Inputs
from newskit.cli.parse import is_lines, read_file
from newskit.cli.signals import catch_signals, leave, say, stopped
from newskit.cli.stream import BUG, FAILED, REFUSED, Settings, input_paths
from newskit.errors import BadArticle, BadInput, BadModel
from newskit.io.shown import shown
from newskit.run.inputs import Failed, units, waited
from newskit.run.pipeline import Stopped, internal_reason
from newskit.run.work import Unit, Work
from newskit.stage import Stage

Number = Annotated[
    int, typer.Option("-n", "--number", metavar="N", min=1, help="Show the Nth article.")
]
All = Annotated[bool, typer.Option("--all", help="Show all articles, one after another.")]

# A stage is run for `inspect` unless the article already carries what it sets.
_MARKS = (
    ("parse", "text"),
    ("clean", "removed"),
    ("entities", "entities"),
    ("summarize", "summary"),
)


def command(inputs: Inputs = None, number: Number = 1, every: All = False) -> None:
    """Show one article to a person: what was found, removed and chosen, and why.

    Takes raw files as well as records; the stages that a record has not been through are run first.

    Example: newskit inspect article.txt
    """
    paths = input_paths(Settings("inspect", inputs))
    catch_signals()
    try:
        code = _show(list(paths), number, every)
        sys.stdout.flush()
    except BrokenPipeError:
        leave(0)
    except Stopped as stop:
        code = 128 + stop.number
    except (BadInput, BadModel) as error:
        say(f"newskit inspect: {error}")
        code = FAILED
    except OSError as error:
        say(f"newskit inspect: standard output: {error.strerror}")
        leave(FAILED)
    if code:
        raise typer.Exit(code)


def _show(paths: list[str], number: int, every: bool) -> int:
    """Print the articles that were asked for; return the exit code."""
    from newskit.cli.show import Page

    page = Page(shutil.get_terminal_size().columns, _colour())
    work = Work(list, read_file)
    stages: dict[str, Stage] = {}
    code = index = 0
    found = failed = False
    for item in waited(units(paths, is_lines=is_lines), _wake):
        if isinstance(item, Failed):
            say(f"newskit inspect: {item.reason}")
            failed = True
            continue
        index += 1
        if index < number and not every:
            continue
        found = True
        code = max(code, _show_one(item, work, stages, page))
        if not every:
            break
    if failed:
        return FAILED
    if not found:
        say(
            f"newskit inspect: no article number {number}"
            if number > 1
            else "newskit inspect: no article"
        )
        return FAILED
    return code


def _show_one(unit: Unit, work: Work, stages: dict[str, Stage], page: Any) -> int:
    try:
        article = finish(work.article(unit), stages)
        lines = list(page.draw(article))
    except BadArticle as error:
        where = unit.path if unit.line is None else f"{unit.path}:{unit.line.number}"
        say(f"newskit inspect: {shown(where)}: {shown(str(error))}")
        return REFUSED
    except (BadInput, BadModel, OSError, Stopped):
        raise
    except Exception as error:  # a record that is none; else a bug, whose message may quote it
        where = shown(unit.path) if unit.line is None else f"{shown(unit.path)}:{unit.line.number}"
        if unit.line is not None and isinstance(error, (KeyError, TypeError, AttributeError)):
            say(f"newskit inspect: {where}: not a newskit record: {type(error).__name__}")
            return REFUSED
        say(f"newskit inspect: {where}: {shown(internal_reason(error))}")
        return BUG
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        data = line.encode(encoding, "replace").decode(encoding)
        sys.stdout.write(data + "\n")
    return 0


def finish(article: dict[str, Any], stages: dict[str, Stage]) -> dict[str, Any]:
    """Run the stages that an article has not been through; `stages` keeps what has been built."""
    from newskit.stage import apply, check_schema

    check_schema(article)
    for name, mark in _MARKS:
        if article.get(mark) is None:
            if name not in stages:
                stages[name] = _built(name)
            article = apply(stages[name], article)
    return article


def _built(name: str) -> Stage:
    if name == "parse":
        from newskit.parse import Parse

        return Parse()
    if name == "clean":
        from newskit.clean import Clean

        return Clean()
    if name == "entities":
        from newskit.entities import Entities

        return Entities()
    from newskit.summarize import Summarize

    return Summarize()


def _colour() -> bool:
    """Tell whether to colour: a terminal, and NO_COLOR (no-color.org) not set."""
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _wake() -> None:
    if number := stopped():
        raise Stopped(number)
