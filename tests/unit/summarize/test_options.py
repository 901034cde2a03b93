"""The options of `summarize`: shares of the text, full budgets, queries, lines."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.stage import apply
from newskit.summarize import Summarize
from newskit.summarize.budget import BULLET
from newskit.text.words import count_words

# Sentences that say nothing twice, so that only length decides which fit.
PLACES = (
    "Ardal", "Bremor", "Calvey", "Dunmore", "Elstow", "Farrin", "Gorley", "Hexton", "Ilmar",
    "Jarrow", "Kesby", "Lorne",
)  # fmt: skip
FILLERS = (
    "ferries", "orchards", "bakers", "miners", "teachers", "bridges", "gardens", "markets",
    "libraries", "stations", "museums", "harbours",
)  # fmt: skip


def sentence(number: int, words: int) -> str:
    """Return a sentence of `words` words (at least 6) that shares few words with the others."""
    place, filler = PLACES[number], FILLERS[number]
    opening = [place, "council", "votes", f"{filler}", "down", "today"]
    rest = [f"{chr(97 + i % 26)}{filler[:4]}{chr(97 + i % 7)}" for i in range(words - 6)]
    return " ".join([*opening, *rest]) + "."


def pieces_of(text: str, result: dict[str, Any]) -> list[str]:
    found, before = [], 0
    for piece in result["summary_sentences"]:
        assert before <= piece["start"] < piece["end"] <= len(text)
        assert 0 <= piece["score"] <= 1
        before = piece["end"]
        found.append(text[piece["start"] : piece["end"]])
    return found


STORY = " ".join(sentence(i, 10) for i in range(10))

# --- budgets --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ratio", "words"), [(1, 100), (0.29, 20), (0.3, 30), (0.1, 10), (0.05, 5), (1e-9, 1)]
)
def test_a_ratio_is_a_share_of_the_words(ratio: float, words: int) -> None:
    stage = Summarize(ratio=ratio)
    assert stage.options == {"ratio": ratio}
    assert count_words(stage({"text": STORY})["summary"]) == words


def test_a_ratio_holds_with_other_budgets() -> None:
    assert len(Summarize(1, ratio=0.9)({"text": STORY})["summary_sentences"]) == 1
    assert count_words(Summarize(words=10, ratio=0.9)({"text": STORY})["summary"]) == 10
    assert count_words(Summarize(words=90, ratio=0.1)({"text": STORY})["summary"]) == 10


@pytest.mark.parametrize("ratio", [0, -0.1, 1.01, float("nan"), float("inf")])
def test_ratios_out_of_bounds_are_refused(ratio: float) -> None:
    with pytest.raises(ValueError, match="above 0 and at most 1"):
        Summarize(ratio=ratio)


def test_two_sentences_that_fill_go_before_one_that_does_not() -> None:
    text = " ".join([sentence(0, 40), sentence(1, 30), sentence(2, 30)])
    chosen = pieces_of(text, Summarize(words=60)({"text": text}))
    assert chosen == [sentence(1, 30), sentence(2, 30)]
    assert len(pieces_of(text, Summarize(words=70)({"text": text}))) == 2


lengths = st.lists(st.integers(6, 45), min_size=1, max_size=len(PLACES))


@given(lengths, st.integers(6, 200))
@settings(max_examples=300, deadline=None)
def test_nothing_that_fits_is_left_out(sizes: list[int], budget: int) -> None:
    said = [sentence(i, size) for i, size in enumerate(sizes)]
    text = " ".join(said)
    chosen = pieces_of(text, Summarize(words=budget)({"text": text}))
    used = sum(map(count_words, chosen))
    assert 0 < used <= budget
    if set(chosen) <= set(said):  # else the best one was cut
        assert all(used + count_words(s) > budget for s in said if s not in chosen)


@given(lengths, st.integers(40, 900))
@settings(max_examples=200, deadline=None)
def test_nothing_that_fits_in_characters_is_left_out(sizes: list[int], budget: int) -> None:
    said = [sentence(i, size) for i, size in enumerate(sizes)]
    result = Summarize(chars=budget)({"text": " ".join(said)})
    assert 0 < len(result["summary"]) <= budget
    chosen = pieces_of(" ".join(said), result)
    if set(chosen) <= set(said):
        left = [s for s in said if s not in chosen]
        assert all(len(result["summary"]) + 1 + len(s) > budget for s in left)


texts = st.text() | st.lists(
    st.sampled_from(
        ["Rain fell on Port Ellery. ", "But she left! ", "“Why", "” ", "\n", "\n\n", "a", "1. ",
         "港の橋は閉まる。", "e\u0301", "Mara said the harbour was shut. ", sentence(0, 12) + " ",
         sentence(1, 25) + " ", sentence(2, 7) + "\n\n"]
    ),
    max_size=40,
).map("".join)  # fmt: skip
shares = st.none() | st.floats(0, 1, exclude_min=True)
queries = st.none() | st.sampled_from(["rain", "Port Ellery", "港の橋", "the", "xyz harbour"])


@given(texts, shares, queries, st.booleans(), st.none() | st.integers(3, 90))
@settings(max_examples=500, deadline=None)
def test_any_text(
    text: str, ratio: float | None, query: str | None, bullets: bool, chars: int | None
) -> None:
    stage = Summarize(ratio=ratio, query=query, bullets=bullets, chars=chars)
    result = stage({"text": text})
    if not any(map(str.isalnum, text)):
        assert result["summary"] is None
        return
    pieces = [" ".join(piece.split()) for piece in pieces_of(text, result)]
    assert any(map(str.isalnum, result["summary"]))
    expected = "\n".join(BULLET + p for p in pieces) if bullets else " ".join(pieces)
    assert result["summary"] == expected
    if chars is not None:
        assert len(expected) <= chars
    if ratio is not None:
        assert count_words(" ".join(pieces)) <= max(1, ratio * count_words(text))


# --- queries --------------------------------------------------------------------------------------


def test_a_query_brings_what_holds_its_words() -> None:
    plain = pieces_of(STORY, Summarize()({"text": STORY}))
    asked = pieces_of(STORY, Summarize(query="libraries")({"text": STORY}))
    assert sentence(8, 10) not in plain
    assert sentence(8, 10) in asked
    assert Summarize(query="libraries").options == {"query": "libraries"}


@pytest.mark.parametrize("query", ["Library council", "LIBRARIES in Ilmar", "the libraries"])
def test_words_are_compared_without_case_ending_and_function_words(query: str) -> None:
    assert sentence(8, 10) in pieces_of(STORY, Summarize(1, query=query)({"text": STORY}))


def test_a_phrase_counts_more_than_its_words() -> None:
    strewn = "Harbour workers of Elstow want a new road and perhaps a bridge for their carts."
    phrase = "Miners of Gorley walked over the harbour bridge with their carts and their lamps."
    text = f"{STORY} {strewn} {STORY.replace('council', 'parish')} {phrase}"
    assert pieces_of(text, Summarize(1, query="harbour bridge")({"text": text})) == [phrase]


def test_without_a_hit_the_summary_is_the_usual_one_and_says_so() -> None:
    usual = apply(Summarize(), {"text": STORY})
    article = apply(Summarize(query="zebra"), {"text": STORY})
    assert article["summary"] == usual["summary"]
    assert article["summary_sentences"] == usual["summary_sentences"]
    assert [w["code"] for w in article["warnings"]] == ["query-not-found"]


def test_a_question_is_taken_when_nothing_else_holds_the_word() -> None:
    question = "How fast can a zebra that nobody owns run through the streets of a town?"
    text = f"{STORY} {question}"
    assert question not in pieces_of(text, Summarize()({"text": text}))
    assert question in pieces_of(text, Summarize(query="zebra")({"text": text}))


def test_what_leans_comes_with_what_it_leans_on() -> None:
    before = "The keeper of the town's stables said nothing at all about the missing animal."
    leaning = "But she was seen with a zebra near the old quay on Monday morning."
    text = f"{STORY}\n\n{before} {leaning}\n\n{STORY.replace('council', 'parish')}"
    chosen = pieces_of(text, Summarize(query="zebra")({"text": text}))
    assert before in chosen
    assert leaning in chosen


@pytest.mark.parametrize("query", ["", " ", "?!"])
def test_a_query_without_a_word_is_refused(query: str) -> None:
    with pytest.raises(ValueError, match="hold a word"):
        Summarize(query=query)


# --- lines ----------------------------------------------------------------------------------------


def test_bullets_are_lines() -> None:
    plain, lines = Summarize()({"text": STORY}), Summarize(bullets=True)({"text": STORY})
    assert lines["summary_sentences"] == plain["summary_sentences"]
    assert lines["summary"].split("\n") == [f"- {s}" for s in pieces_of(STORY, plain)]
    assert Summarize(bullets=True).options == {"bullets": True}


def test_bullets_count_as_characters() -> None:
    assert Summarize(chars=3, bullets=True)({"text": "Rain fell."})["summary"] == "- R"
    with pytest.raises(ValueError, match="at least 3"):
        Summarize(chars=2, bullets=True)
