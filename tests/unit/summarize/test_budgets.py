"""Budgets are exact for any text: 10,000 texts made by chance, seeded, each with chance budgets."""

from __future__ import annotations

import random
from typing import Any

import pytest

from newskit.summarize import Summarize
from newskit.text.words import count_words

INPUTS = 10_000
PARTS = 10
# What texts are made of: words, names, marks, and what trips a splitter or a counter.
PIECES = (
    *("the", "a", "of", "and", "to", "in", "harbour", "council", "said", "vote", "water", "rose"),
    *(
        "Mara",
        "Lindqvist",
        "Port",
        "Ellery",
        "Dr.",
        "U.S.",
        "No.",
        "e.g.",
        "p.m.",
        "12",
        "3.5",
        "%",
    ),
    *("bridge", "ferry", "closed", "But", "He", "They", "However", "This", "“", "”", '"', "'", "("),
    *(")", ",", ";", ":", "–", "—", "…", "?", "!", ".", ".", ".", ".", ".", ".", "•"),
    *("\n", "\n\n", "\n\n", "  ", "\t", "\u00a0", "\u2028", "\u200b", "\x00", "- "),
    *("東京で雨が降った。", "市長は", "ラジオ", "é", "e\u0301", "🙂", "\U0001f469\u200d\U0001f680"),
    *("ä" * 40, "http://example.org/a?b=c", "1." * 9, "İ", "ß", "ﬁ", "שלום", "مرحبا؟"),
    *("By Mara Lindqvist", "PORT ELLERY (Reuters) -", "Photo: Ilse Brandt"),
    "Sign up for our newsletter.",
    "The council voted on Monday to close the old harbour bridge for a year.",
    "Ferries will run every ten minutes, the mayor said.",
)


def made(chance: random.Random) -> str:
    count = chance.choice((0, 1, 2, 5, 20, 60))
    joint = chance.choice((" ", " ", " ", "", "\n"))
    return joint.join(chance.choice(PIECES) for _ in range(count))


def budgets(chance: random.Random) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if chance.random() < 0.4:
        found["sentences"] = chance.choice((1, 2, 3, 50))
    if chance.random() < 0.5:
        found["words"] = chance.choice((1, 2, 5, 13, 30, 60, 500))
    if chance.random() < 0.4:
        found["chars"] = chance.choice((3, 4, 10, 31, 80, 280, 5000))
    if chance.random() < 0.3:
        found["ratio"] = chance.choice((0.01, 0.1, 0.29, 0.5, 1.0))
    found["bullets"] = chance.random() < 0.3
    if chance.random() < 0.2:
        found["query"] = chance.choice(("harbour bridge", "Mara", "東京", "unheard"))
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_no_summary_is_over_its_budget_or_empty_or_invented(part: int) -> None:
    chance = random.Random(part)
    stages: dict[str, Summarize] = {}
    for _ in range(INPUTS // PARTS):
        text, options = made(chance), budgets(chance)
        stage = stages.setdefault(repr(options), Summarize(**options))
        result = stage({"text": text})
        about = repr((text, options, result))
        if not any(map(str.isalnum, text)):
            assert result["summary"] is None, about
            continue
        pieces = [text[p["start"] : p["end"]] for p in result["summary_sentences"]]
        summary = result["summary"]
        bare = (
            "\n".join(line[2:] for line in summary.split("\n")) if options["bullets"] else summary
        )
        assert bare.split() == " ".join(pieces).split(), about
        assert any(map(str.isalnum, summary)), about
        ends = [0] + [p["end"] for p in result["summary_sentences"]]
        assert all(
            e <= p["start"] for e, p in zip(ends, result["summary_sentences"], strict=False)
        ), about
        if "sentences" in options or not {"words", "chars", "ratio"} & set(options):
            assert len(pieces) <= options.get("sentences", 3), about
        if "words" in options:
            assert sum(map(count_words, pieces)) <= options["words"], about
        if "chars" in options:
            assert len(summary) <= options["chars"], about
        if "ratio" in options:
            assert sum(map(count_words, pieces)) <= max(1, options["ratio"] * count_words(text)), (
                about
            )
