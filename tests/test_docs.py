"""The documentation is true: its shown runs are repeated, its options and links are looked up."""

from __future__ import annotations

import os
import re
import subprocess
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from newskit.cli import COMMANDS
from tests.conftest import PROGRAM, ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "samples/README.md"])
STREAMING = [c for c in COMMANDS if c not in ("inspect", "schema")]
PATH = f"{Path(PROGRAM).parent}{os.pathsep}{os.environ['PATH']}"
# A shown command runs to the end of the line, or of the lines that end in a backslash.
COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.M)


def shown_runs() -> Iterator[tuple[str, str, str]]:
    """Yield page, command and shown output of every `console` block."""
    for page in PAGES:
        for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.S):
            for command, output in COMMAND.findall(block):
                yield page.name, command.replace("\n> ", "\n"), output


SHOWN_RUNS = list(shown_runs())


def test_the_readme_shows_runs() -> None:
    assert sum(page == "README.md" for page, _, _ in SHOWN_RUNS) >= 4


@pytest.mark.parametrize(("page", "command", "output"), SHOWN_RUNS)
def test_runs_are_as_shown(page: str, command: str, output: str) -> None:
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env=os.environ | {"PATH": PATH, "COLUMNS": "80"},
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == output


def test_the_library_example_of_the_readme_runs() -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert blocks
    import doctest

    for block in blocks:
        parser = doctest.DocTestParser()
        test = parser.get_doctest(textwrap.dedent(block), {}, "README.md", None, None)
        os.chdir(ROOT)
        assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_and_its_options_are_documented(newskit, command: str) -> None:
    done = newskit(command, "--help")
    assert done.code == 0
    text = done.out.decode()
    assert "Example: newskit" in text
    options = set(re.findall(r"(?m)^ +(?:-\w, )?(--[a-z-]+)", text)) - {"--help"}
    documented = "".join((ROOT / "docs" / n).read_text("utf-8") for n in ("cli.md",))
    for option in options:
        assert option in documented, f"{command} {option} is not documented"
    if command in STREAMING:
        assert {"--output", "--rejects", "--strict", "--fields", "--limit", "--quiet"} <= options


def test_commands_are_documented(newskit) -> None:
    shown = newskit("--help").out.decode()
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for command in COMMANDS:
        assert re.search(rf"(?m)^  {command} ", shown)
        assert f"newskit {command} " in page


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), target


def test_the_version_is_said_once() -> None:
    from newskit import __version__

    assert "version" not in (ROOT / "pyproject.toml").read_text("utf-8").split("dynamic")[0]
    assert (ROOT / "src/newskit/__init__.py").read_text("utf-8").count(f'"{__version__}"') == 1
