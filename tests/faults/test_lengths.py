"""Faults of number and length: many articles, and articles that are long in one way."""

from __future__ import annotations

import json

import pytest

from tests.faults import check_survives, run
from tests.faults.soak import soak


@pytest.mark.slow
def test_fault_101_memory_over_many_articles() -> None:
    """Memory stays the same however many articles come; scripts/soak does it with 200,000."""
    first, last = soak(["run", "-q"], [200, 1_000], casts=200)
    # KiB. 3,200 were measured, most of them for the numbers, which are words that are remembered.
    assert last.resident - first.resident < 6 << 10, (first, last)


def line(text: str) -> bytes:
    return json.dumps({"text": text}).encode()


def codes(article: dict[str, object]) -> list[object]:
    warnings = article.get("warnings", [])
    assert isinstance(warnings, list)
    return [warning["code"] for warning in warnings]


WORD = "a" * 1_000_000
LONG_WORD = "a" * 2_100_000 + ". Tessa Lund opened the fair."
SENTENCE = (
    "Tessa Lund said " + "that the fair in Port Ellery drew 40 people and " * 105_000 + "left."
)
SENTENCES = " ".join(f"On day {n} the fair drew people." for n in range(200_000))
SPACES = "A fair" + " " * 1_000_000 + "opened."


@pytest.mark.slow
@pytest.mark.parametrize("stage", ["parse", "clean", "summarize"])
def test_fault_102_long_words_sentences_and_texts(stage: str) -> None:
    """A word of 1 MB, a sentence of 5 MB and 200,000 sentences take little; what is cut is told."""
    texts = (WORD, LONG_WORD, SENTENCE, SENTENCES, SPACES)
    assert len(SENTENCE) > 5_000_000
    done = check_survives(stage, {line(text): None for text in texts}, megabytes=400)
    if stage == "summarize":
        assert [codes(article) for article in done.articles] == [[], [], [], ["long-text"], []]
        said = done.articles[3]["warnings"][0]["message"]
        assert said == "only the first 20000 sentences were considered"


@pytest.mark.slow
def test_fault_102_many_entities() -> None:
    """A hundred thousand entities are found in bounded time; of a longer text, the first part."""
    prices = "$5, " * 100_000
    done = run(
        "entities",
        line(prices) + b"\n" + line(LONG_WORD) + b"\n" + line(WORD) + b"\n",
        megabytes=400,
    )
    many, long, word = done.articles
    assert sum(len(entity["mentions"]) for entity in many["entities"]) == 100_000
    assert codes(long) == ["long-text"]
    assert codes(word) == []
    assert word["entities"] == []
