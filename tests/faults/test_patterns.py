"""Faults of patterns: text that stalls a regular expression, and patterns of the user's."""

from __future__ import annotations

import ast
import json
import time
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from newskit.rule import Rule
from tests.faults import check_survives, run
from tests.test_rules import HOSTILE_CHARACTERS, HOSTILE_SECONDS, RULES, SOURCE

CLASSES = {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "w"}
OTHER = "~"  # for what a class lets through that it does not name
MOST_PIECES = 8  # of one sort, of one pattern: 240 patterns take 2 s of CPU


def atoms(parsed: Any) -> Iterator[tuple[str, str]]:
    """Yield what a parsed pattern looks for, in order: literals, classes, and breaks between."""
    for kind, value in parsed:
        match str(kind):
            case "LITERAL":
                yield "literal", chr(value)
            case "NOT_LITERAL":
                yield "class", OTHER
            case "IN":
                yield "class", members(value)
            case "BRANCH":
                for branch in value[1]:
                    yield "break", ""
                    yield from atoms(branch)
                yield "break", ""
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                yield from atoms(value[2])
            case "SUBPATTERN":
                yield from atoms(value[3])
            case "ATOMIC_GROUP":
                yield from atoms(value)
            case "ASSERT" | "ASSERT_NOT":
                yield from atoms(value[1])
            case _:
                yield "break", ""


def members(parsed: Any) -> str:
    """Return some characters that a class names."""
    found = ""
    for kind, value in parsed:
        match str(kind):
            case "LITERAL":
                found += chr(value)
            case "RANGE":
                found += chr(value[0]) + chr(value[1])
            case "CATEGORY":
                found += CLASSES.get(str(value), OTHER)
    return found or OTHER


def pieces(rule: Rule) -> Iterator[str]:
    """Yield short strings made of what the pattern looks for, to be repeated."""
    yield " ".join(rule.hits)
    for hit in sorted(rule.hits, key=len, reverse=True)[:MOST_PIECES]:
        yield hit
        yield hit[:-1]
    if "\\p{" in rule.pattern:  # the standard library cannot parse it
        return
    runs, classes, whole = [""], [], ""
    for kind, text in atoms(_parser.parse(rule.pattern, rule.flags)):
        if kind == "literal":
            runs[-1] += text
        elif runs[-1]:
            runs.append("")
        if kind == "class":
            classes.append(text)
        whole += text[:1]
    yield whole
    yield " ".join(runs)
    yield from sorted(set(runs), key=len, reverse=True)[:MOST_PIECES]
    yield from sorted(set(classes))[:MOST_PIECES]
    yield from sorted({text[0] for text in classes})[:MOST_PIECES]


def seconds(rule: Rule, text: str) -> float:
    """Return the CPU time of a search that says whether a text has a match: the best of three."""
    best = HOSTILE_SECONDS
    for _ in range(3):
        start = time.process_time()
        rule.search(text)
        best = min(best, time.process_time() - start)
        if best < HOSTILE_SECONDS / 2:
            break
    return best


def test_fault_110_text_made_of_what_a_pattern_looks_for() -> None:
    """No pattern takes 50 ms for 20,000 characters of its own literals, classes and examples."""
    slow = []
    for name, rule in RULES.items():
        rule.search("")  # compile
        for piece in filter(None, dict.fromkeys(pieces(rule))):
            text = (piece * (HOSTILE_CHARACTERS // len(piece) + 1))[:HOSTILE_CHARACTERS]
            if seconds(rule, text) >= HOSTILE_SECONDS:
                slow.append(f"{name} on {piece[:40]!r}")
    assert not slow, slow


def test_fault_110_the_strings_find_slow_patterns() -> None:
    """The strings made of a pattern stall one that is known to be slow."""
    slow = Rule("slow", r"x[ab]+(?:ab)*[ab]+c", "for this test", hits=("xabc",), misses=())
    assert "ab" in {*pieces(slow)}
    trap = Rule("trap", r"[ab]+c", "for this test", hits=("abc",), misses=())
    assert any(seconds(trap, piece * 10_000) >= HOSTILE_SECONDS for piece in {*pieces(trap)})


def test_fault_110_patterns_are_compiled_in_one_place() -> None:
    """Nothing but rule.py compiles a pattern or imports a function that does."""
    callers, importers = set(), set()
    for path in sorted((SOURCE / "newskit").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re" | "regex"), attr=_)):
                    callers.add(path.name)
                case ast.ImportFrom(module="re" | "regex"):
                    importers.add(path.name)
    assert callers == {"rule.py"}
    assert not importers, importers


def test_fault_111_nothing_of_the_users_is_a_pattern() -> None:
    """Names of a gazetteer and words of a query are taken literally, whatever is in them."""
    names = (r"Ada.*Ferro", r"(a+)+$", r"[x", r"\d{3}", "*", r"(?P<n>", "a|b")
    listed = "".join(f"ORG\t{name}\n" for name in names).encode()
    text = f"We saw {' ; '.join(names)} ; 123 in town. AdaxxFerro said {'a' * 20_000}!"
    line = json.dumps({"text": text}).encode() + b"\n"
    files = {"names.tsv": listed, "a.jsonl": line}
    done = run("entities --types ORG --gazetteer names.tsv a.jsonl", files=files, seconds=20)
    # What has a score was found by the tagger, not by the list.
    listed_here = [e for e in done.articles[0]["entities"] if "score" not in e]
    found = {m["text"] for entity in listed_here for m in entity["mentions"]}
    assert {"Ada.*Ferro", "(a+)+$", "[x", "a|b"} <= found <= {*names}
    story = "A fair opened. The mayor (a+)+$ spoke. It rained all of Monday. Aaaa went home. "
    record = json.dumps({"text": story * 3}).encode()
    for query in ("(a+)+$", "[mayor", "fair.*(", "\\d{3}("):
        check_survives(f"summarize --sentences 1 --query '{query}'", {record: None})
