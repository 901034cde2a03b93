"""Every sample comes out as its expectation says: the story whole, furniture gone, the facts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

EXPECTED = sorted((ROOT / "samples" / "expected").glob("*.json"))


def folded(text: str) -> str:
    """Return the text as the expectations are written: no soft hyphens, white space folded."""
    return " ".join(text.replace("\u00ad", "").split())


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Return every sample's finished record, by the stem of its file; one run for all."""
    import subprocess

    from tests.conftest import PROGRAM

    files = [str(sample_of(e)) for e in EXPECTED]
    done = subprocess.run([PROGRAM, "run", *files], capture_output=True, check=True)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    return {Path(r["source"]["path"]).stem: r for r in records}


def sample_of(expected: Path) -> Path:
    """Return the sample that an expectation is about."""
    return next(p for p in expected.parent.parent.glob(f"{expected.stem}.*"))


def test_there_are_samples_of_every_kind() -> None:
    suffixes = [sample_of(e).suffix for e in EXPECTED]
    assert len(suffixes) >= 16
    assert suffixes.count(".html") >= 9
    assert suffixes.count(".txt") >= 7


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.stem)
class TestSample:
    """One sample, one question at a time."""

    def test_metadata(self, articles: dict[str, Any], path: Path) -> None:
        article, expected = articles[path.stem], json.loads(path.read_text("utf-8"))
        for field in ("title", "date_published", "language"):
            assert article.get(field) == expected[field], field
        assert article.get("authors", []) == expected["authors"]

    def test_the_story_is_whole_and_in_order(self, articles: dict[str, Any], path: Path) -> None:
        text, place = folded(articles[path.stem]["text"]), 0
        for piece in json.loads(path.read_text("utf-8"))["keep"]:
            found = text.find(folded(piece), place)
            assert found >= 0, f"missing: {piece[:80]}"
            place = found + len(folded(piece))

    def test_the_furniture_is_gone(self, articles: dict[str, Any], path: Path) -> None:
        article, expected = articles[path.stem], json.loads(path.read_text("utf-8"))
        text = folded(article["text"])
        for piece in expected["drop"]:
            assert folded(piece) not in text, f"left: {piece}"
        words = sum(len(p.split()) for p in expected["keep"])
        assert len(text.split()) <= words * 1.02 + 2, "something else was left, too"

    def test_facts(self, articles: dict[str, Any], path: Path) -> None:
        found = {}
        for entity in articles[path.stem]["entities"]:
            for mention in entity["mentions"]:
                found[(folded(mention["text"]), entity["type"])] = entity.get("value")
        for surface, kind, value in json.loads(path.read_text("utf-8"))["entities"]:
            assert (surface, kind) in found, f"no {kind} {surface!r}"
            if value is not None:
                assert same(found[(surface, kind)], value), f"{surface!r}: {found[surface, kind]}"

    def test_summary(self, articles: dict[str, Any], path: Path) -> None:
        summary = folded(articles[path.stem]["summary"])
        wanted = json.loads(path.read_text("utf-8"))["summary_any"]
        assert any(folded(s) in summary for s in wanted), summary


def same(found: str | None, wanted: str) -> bool:
    """Compare values; amounts as numbers, whatever their zeros."""
    if found is None or found == wanted:
        return found == wanted
    *found_unit, found_number = found.split(" ")
    *unit, number = wanted.split(" ")
    try:
        return found_unit == unit and float(found_number) == float(number)
    except ValueError:
        return False
