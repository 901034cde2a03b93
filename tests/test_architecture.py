"""The layout holds: imports run one way, third-party packages have one home, files stay small."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "newskit"
MODULES = sorted(SOURCE.rglob("*.py"))
STAGES = {"parse", "clean", "entities", "summarize"}
GROUND = {"article", "stage", "rule", "limits", "errors", ""}  # "" is newskit itself: the version
ALLOWED = {
    "text": GROUND | {"text"},
    "model": GROUND | {"text", "model"},
    **{stage: GROUND | {"text", "model", stage} for stage in STAGES},
    "io": GROUND | {"io"},
    "run": GROUND | {"io", "run"},
    "cli": GROUND | STAGES | {"text", "io", "run", "cli"},
}
HOMES = {
    "typer": ("cli/",),
    "tqdm": ("cli/progress.py",),
    "orjson": ("io/jsonl.py",),
    "zstandard": ("io/",),
    "selectolax": ("parse/",),
    "charset_normalizer": ("parse/encoding.py",),
    "regex": ("rule.py",),
    "numpy": ("clean/learned/", "entities/tagger/", "model/arrays.py", "model/network.py"),
    "spacy": ("entities/spacy_backend.py",),
    "torch": ("summarize/abstractive/transformers_backend.py",),
    "transformers": ("summarize/abstractive/transformers_backend.py",),
}
# What can reach a network, and the one module that may: the client of `summarize --backend openai:`
# (docs/decisions/0011). It is imported when that option is given, and then only.
NETWORK = {
    "socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "asyncio", "ftplib",
    "imaplib", "poplib", "smtplib", "socketserver", "telnetlib", "xmlrpc",
}  # fmt: skip
NETWORK_HOME = "summarize/abstractive/backend.py"
DOORS = {"__init__.py", "__main__.py"}  # the library's names, and the program
EDGES = {"io", "run", "cli"}
FORBIDDEN_NAMES = {
    "util", "utils", "helper", "helpers", "common", "base", "manager", "handler", "misc",
}  # fmt: skip
# Tables may be long: they are read by looking things up.
MOST_LINES = 300


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def layer_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else path.stem


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Yield every imported module's full name, with its line."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno
            if node.module == "newskit":
                yield from ((f"newskit.{a.name}", node.lineno) for a in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_run_one_way(path: Path) -> None:
    layer = layer_of(path)
    allowed = ALLOWED.get(layer, GROUND)
    for module, line in imported(path):
        first, _, rest = module.partition(".")
        if first == "newskit" and name_of(path) not in DOORS and rest != "__version__":
            target = rest.split(".")[0]
            assert target in allowed, f"{layer} imports {module} in line {line}"
        elif first not in sys.stdlib_module_names and first != "newskit":
            homes = HOMES.get(first, ())
            assert name_of(path).startswith(homes), f"{first} is imported in line {line}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_are_small_and_names_say_something(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert not set(path.stem.split("_")) & FORBIDDEN_NAMES
    code = [n for n in tree.body if not isinstance(n, ast.Assign | ast.AnnAssign | ast.Expr)]
    lines = sum((n.end_lineno or n.lineno) - n.lineno + 1 for n in code)
    assert lines <= MOST_LINES, f"{lines} lines without its tables"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            documented = len((ast.get_docstring(node) or "").splitlines())
            is_command = node.name == "command"  # its parameters are the options, one a line
            assert is_command or length - documented <= 40, f"{node.name} has {length} lines"
            assert ast.get_docstring(tree) is not None
            if not is_command:
                positional = [a for a in node.args.args if a.arg not in ("self", "cls")]
                assert len(positional) <= 4, f"{node.name} takes too many positional arguments"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_middle_is_pure(path: Path) -> None:
    """Stages print nothing, know no clock, no environment, no chance."""
    if layer_of(path) in EDGES:
        return
    for module, line in imported(path):
        assert module not in ("random", "time", "os", "sys", "subprocess"), f"line {line}"
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("print", "open", "eval", "exec", "input")


def test_one_module_knows_the_network() -> None:
    for path in MODULES:
        found = {
            module for module, _ in imported(path)
            if module in NETWORK or module.split(".")[0] in NETWORK
        }  # fmt: skip
        assert not found or name_of(path) == NETWORK_HOME, f"{name_of(path)} imports {found}"


def test_every_module_starts_with_what_it_decides() -> None:
    for path in MODULES:
        documented = ast.get_docstring(ast.parse(path.read_text("utf-8")))
        assert documented, f"{name_of(path)} has no docstring"
