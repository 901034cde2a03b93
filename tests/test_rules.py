"""Every rule proves itself: hits match, misses do not, and hostile text cannot stall it."""

from __future__ import annotations

import ast
import importlib
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newskit.rule import Rule
from tests.conftest import ROOT

SOURCE = ROOT / "src"
USES = ("compile", "search", "match", "fullmatch", "sub", "findall", "finditer", "split")
HOSTILE_CHARACTERS = 20_000
HOSTILE_SECONDS = 0.05


def rules_in(value: Any, depth: int = 0) -> Iterator[Rule]:
    """Yield the rules in a module's value, also those in tuples, lists and mappings."""
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, tuple | list) and depth < 4:
        for part in value:
            yield from rules_in(part, depth + 1)
    elif isinstance(value, dict) and depth < 4:
        for part in value.values():
            yield from rules_in(part, depth + 1)


def all_rules() -> dict[str, Rule]:
    found: dict[int, tuple[str, Rule]] = {}
    for path in sorted((SOURCE / "newskit").rglob("*.py")):
        name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        if name.endswith("__main__"):
            continue
        module = importlib.import_module(name.removesuffix(".__init__"))
        for value in vars(module).values():
            for rule in rules_in(value):
                found.setdefault(id(rule), (f"{name.removeprefix('newskit.')}:{rule.name}", rule))
    return dict(found.values())


RULES = all_rules()


def test_there_are_rules() -> None:
    assert len(RULES) > 50


@pytest.mark.parametrize("name", RULES)
def test_hits_and_misses(name: str) -> None:
    rule = RULES[name]
    assert rule.why
    assert rule.hits, "a rule without a proof"
    for text in rule.hits:
        assert rule.search(text), f"must match: {text!r}"
    for text in rule.misses:
        assert not rule.search(text), f"must not match: {text!r}"


def hostile(rule: Rule) -> Iterator[str]:
    """Yield long strings made of what the pattern itself looks for."""
    pieces = {" ", "a", "A", "1", ".", "\n", "-", "'", "(", "a ", "1 ", "A a ", "1,", "é", "中"}
    pieces |= set(re.findall(r"[A-Za-z]{2,}", rule.pattern)[:12])
    pieces |= {hit[:60] for hit in rule.hits[:3]} | {hit[:-1] for hit in rule.hits[:2]}
    for piece in sorted(pieces):
        if piece:
            text = (piece * (HOSTILE_CHARACTERS // len(piece) + 1))[:HOSTILE_CHARACTERS]
            yield text
            yield text + "!"


@pytest.mark.slow
@pytest.mark.parametrize("name", RULES)
def test_no_text_stalls_it(name: str) -> None:
    rule = RULES[name]
    rule.search("")  # compile
    for text in hostile(rule):
        best = HOSTILE_SECONDS + 1
        for _ in range(3):  # CPU time, the best of three: the machine is not ours alone
            start = time.process_time()
            rule.search(text)
            best = min(best, time.process_time() - start)
            if best < HOSTILE_SECONDS:
                break
        assert best < HOSTILE_SECONDS, f"{best:.3f} s on {text[:30]!r} …"


def test_patterns_live_in_rules_only() -> None:
    for path in sorted((SOURCE / "newskit").rglob("*.py")):
        if path.name == "rule.py":
            continue
        for node in ast.walk(ast.parse(Path(path).read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                is_pattern = node.value.id in ("re", "regex") and node.attr in USES
                assert not is_pattern, f"{path.name}:{node.lineno}: put the pattern into a rule"
