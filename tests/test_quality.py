"""The scores on labelled data stay where they are; skipped where the data are not at hand.

A sample of what scripts/quality measures in full.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.conftest import PROGRAM, SHARED

SCORER = SHARED / "tools" / "score.py"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SCORER.exists(), reason="no labelled data beside the checkout"),
]


def score(pipe: str, measure: str) -> dict[str, float]:
    command = f"{pipe} | {sys.executable} {SCORER} {measure}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


@pytest.mark.parametrize(("name", "floor"), [("wcxb", 0.95), ("fundus", 0.95)])
def test_pages(name: str, floor: float) -> None:
    pages = SHARED / "data" / "extraction" / f"{name}.jsonl.zst"
    figures = score(f"{PROGRAM} parse -q --limit 150 {pages} | {PROGRAM} clean -q", "extraction")
    assert figures["f1"] >= floor
    if name == "fundus":
        assert figures["title_exact"] >= 0.85
        assert figures["date_exact"] >= 0.97


def test_lines_of_plain_text() -> None:
    """Rendered pages, line by line, with the roles that people gave them."""
    pages = SHARED / "data" / "roles" / "roles.jsonl.zst"
    pipe = f"{PROGRAM} parse -q --limit 120 {pages} | {PROGRAM} clean -q"
    done = subprocess.run(["bash", "-c", pipe], capture_output=True, check=True)
    kept_roles = {"standfirst", "body", "subhead", "list", "quote", "note"}
    hit = kept = wanted = 0
    titled: list[bool] = []
    for line in done.stdout.splitlines():
        article = json.loads(line)
        roles = zip(article["lines"], article["gold_roles"], strict=True)
        titles = {" ".join(shown.split()) for shown, role in roles if role == "title"}
        if title := article.get("title"):
            titled.append(" ".join(title.split()) in titles)
        text = " ".join(article["text"].split())
        words = len(text.split())
        gold = [
            folded
            for shown, role in zip(article["lines"], article["gold_roles"], strict=True)
            if role in kept_roles and (folded := " ".join(shown.split()))
        ]
        hit += sum(len(g.split()) for g in gold if g in text)
        wanted += sum(len(g.split()) for g in gold)
        kept += words
    precision, recall = hit / kept, hit / wanted
    assert 2 * precision * recall / (precision + recall) >= 0.88
    assert sum(titled) >= 0.74 * 120
    assert sum(titled) >= 0.87 * len(titled)


def test_gist() -> None:
    gist = SHARED / "data" / "gist" / "gist.jsonl.zst"
    assert score(f"{PROGRAM} summarize -q {gist}", "gist")["of_three"] >= 0.47
