"""The stage as a whole: offsets, merging, order, options, odd input."""

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.entities import Entities
from newskit.entities.spans import Candidate, resolve
from newskit.stage import apply

STAGE = Entities()
ARTICLE = {
    "title": "U.S. signs deal with China",
    "text": "The United States and China signed a deal on Monday, 11 March.\n\n"
    "American officials said on Monday the US would pay $5 million, or 5 million dollars.",
    "date_published": "2024-03-12T09:00:00+08:00",
}


def by_name(article):
    return {entity["name"]: entity for entity in STAGE(article)["entities"]}


def test_aliases_are_one_entity_called_by_its_fullest_form():
    entity = by_name(ARTICLE)["United States"]
    assert [mention["text"] for mention in entity["mentions"]] == ["U.S.", "United States", "US"]
    assert entity["count"] == 3
    assert entity["country"] == "US"
    assert [mention["field"] for mention in entity["mentions"]] == ["title", "text", "text"]


def test_equal_values_are_one_entity():
    found = by_name(ARTICLE)
    assert found["Monday, 11 March"]["count"] == 2
    assert found["$5 million"]["value"] == "USD 5000000"
    assert found["$5 million"]["count"] == 2


def test_the_most_salient_come_first():
    entities = STAGE(ARTICLE)["entities"]
    assert entities[0]["name"] == "United States"
    salience = [entity["salience"] for entity in entities]
    assert salience == sorted(salience, reverse=True)
    assert all(0 <= value <= 1 for value in salience)


def test_types_are_chosen_and_named_in_history():
    stage = Entities(types=("MONEY", "GPE"))
    article = apply(stage, dict(ARTICLE))
    assert {entity["type"] for entity in article["entities"]} == {"MONEY", "GPE"}
    assert article["history"][0]["options"] == {"types": ["GPE", "MONEY"]}
    assert Entities().options == {}


@pytest.mark.parametrize("types", [("PLACE",), (), ("gpe",)])
def test_unknown_types_are_refused(types):
    with pytest.raises(ValueError, match="the types are"):
        Entities(types=types)


def test_a_bad_date_is_a_warning():
    article = apply(STAGE, {"text": "It began on Monday.", "date_published": "soon"})
    assert article["warnings"][0]["code"] == "bad-date"
    assert "value" not in article["entities"][0]


@pytest.mark.parametrize("odd", [None, 5, ["x"], {"a": 1}])
def test_other_fields_of_odd_types_are_left_out(odd):
    article = {"text": "It rained in Peru.", "title": odd, "language": odd, "date_published": odd}
    assert STAGE(article)["entities"][0]["name"] == "Peru"


def test_nothing_is_an_empty_list():
    assert STAGE({"text": ""}) == {"entities": []}


def test_the_longer_span_wins_then_the_earlier_finder():
    one, two = Candidate(0, 4, "GPE", "a"), Candidate(2, 9, "ORG", "b")
    assert resolve([one, two]) == [two]
    same = Candidate(0, 4, "ORG", "c")
    assert resolve([one, same]) == [one]


PIECES = (
    "Monday", "last", "week", "next", "March", "12", "2024", "$", "5", "million", "Iraqi", "U.S.",
    "Paris", ",", ". ", " ", "-", "\n\n", "the", "of", "p.m.", "€", "3.5", "%", "km", "early",
    "May", "twenty", "two", "hundred", "and", "a", "half", "year", "ago", "İ", "’s", "½", "/",
    "1/2",
)  # fmt: skip


HOSTILE = ("1", "1,", "March 1 ", "a ", "Iraqi-", "$1", "12:00 ", "A", "one ")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join),
    st.none() | st.dates().map(datetime.date.isoformat),
    st.sampled_from(["", "en", "de", "fr-FR"]),
)
def test_any_text_gives_true_offsets_and_no_overlap(text, published, language):
    article = {"text": text, "date_published": published, "language": language}
    mentions = [mention for entity in STAGE(article)["entities"] for mention in entity["mentions"]]
    end = 0
    for mention in sorted(mentions, key=lambda m: m["start"]):
        assert mention["start"] >= end
        assert mention["end"] > mention["start"]
        assert text[mention["start"] : mention["end"]] == mention["text"]
        assert mention["text"] == mention["text"].strip()
        end = mention["end"]


@pytest.mark.parametrize(
    "piece", ["1", "1,", "March 1 ", "a ", "Iraqi-", "$1", "12:00 ", "A", "one "]
)
def test_hostile_text_takes_linear_time(piece):
    def seconds(size):
        start = time.process_time()
        STAGE({"text": piece * (size // len(piece)), "date_published": "2024-03-12"})
        return time.process_time() - start

    # Four times the text may take eight times as long: a quadratic finder takes sixteen.
    assert seconds(80_000) < 8 * max(seconds(20_000), 0.02)


def test_only_the_beginning_of_a_very_long_text_is_searched():
    from newskit.limits import LIMITS

    text = "The ferry left. " * (LIMITS.entity_characters // 16 + 10) + "It cost $5 in France."
    changes = STAGE({"text": text})
    assert changes["entities"] == []
    assert [warning["code"] for warning in changes["warnings"]] == ["long-text"]
