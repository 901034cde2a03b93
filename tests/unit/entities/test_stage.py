"""The stage as a whole: offsets, merging, order, options, odd input."""

import datetime
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.entities import Entities
from newskit.entities.spans import Candidate, resolve
from newskit.limits import LIMITS
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
    "piece",
    ["1", "1,", "March 1 ", "a ", "Iraqi-", "$1", "12:00 ", "A", "one ", "Al Bo of ", "N.Y."],
)
def test_hostile_text_takes_linear_time(piece):
    def seconds(size):
        start = time.process_time()
        STAGE({"text": piece * (size // len(piece)), "date_published": "2024-03-12"})
        return time.process_time() - start

    # Four times the text may take eight times as long: a quadratic finder takes sixteen.
    assert seconds(80_000) < 8 * max(seconds(20_000), 0.02)


def test_only_the_beginning_of_a_very_long_text_is_searched(monkeypatch):
    few = LIMITS._replace(entity_characters=100_000)
    monkeypatch.setattr("newskit.entities.LIMITS", few)
    text = "The ferry left. " * 6_500 + "It cost $5 in France."
    changes = STAGE({"text": text})
    assert changes["entities"] == []
    assert [warning["code"] for warning in changes["warnings"]] == ["long-text"]


def test_a_long_text_is_read_in_parts_and_nothing_is_lost(monkeypatch):
    line = "Ngozi Adeyemi of the Nigerian Ports Authority paid $5 million in Lagos on Monday.\n\n"
    monkeypatch.setattr("newskit.entities.WINDOW", 500)
    text = line * 40
    article = {"title": "Adeyemi", "text": text, "language": "en"}
    for entity in STAGE(article)["entities"]:
        assert entity["count"] == 40 + (entity["name"] == "Ngozi Adeyemi")
        for mention in entity["mentions"]:
            assert article[mention["field"]][mention["start"] : mention["end"]] == mention["text"]


@pytest.mark.parametrize("text", ["x" * 2_000, "x " * 1_000, "\n" * 2_000, "Ab\u00ad" * 700])
def test_text_is_cut_anywhere_if_it_must_be(monkeypatch, text):
    monkeypatch.setattr("newskit.entities.WINDOW", 500)
    assert isinstance(STAGE({"text": text, "language": "en"})["entities"], list)


def test_a_higher_least_score_leaves_out_names_only():
    article = {**ARTICLE, "text": ARTICLE["text"] + " Blorp Zint met Wug at Fnarr on Tuesday."}
    every = {e["name"]: e for e in Entities(min_score=0)(article)["entities"]}
    sure = {e["name"]: e for e in Entities(min_score=0.97)(article)["entities"]}
    assert sure.keys() < every.keys()
    assert all(e["score"] >= 0.97 for e in sure.values() if "score" in e)
    assert {n for n, e in every.items() if "value" in e} <= sure.keys()
    assert Entities(min_score=0.97).options == {"min_score": 0.97}


@pytest.mark.parametrize("score", [-0.1, 1.1])
def test_a_least_score_is_a_probability(score):
    with pytest.raises(ValueError, match="expected 0 to 1"):
        Entities(min_score=score)


def test_a_script_without_capitals_has_no_names():
    """The tagger took whole clauses of Chinese for organisations."""
    chinese = "埃勒里港务委员会星期一决定出售旧码头。林德奎斯特说，委员会将在五月公布价格。"
    assert STAGE({"text": chinese})["entities"] == []
    found = STAGE({"text": "Mara Lindqvist (玛拉) left Port Ellery (埃勒里港) for Peru on Monday."})
    names = {entity["name"] for entity in found["entities"] if "score" in entity}
    assert names == {"Mara Lindqvist", "Port Ellery", "Peru"}


@pytest.mark.parametrize(
    ("article", "warned"),
    [
        ({"language": "en-GB", "text": "Peru."}, False),
        ({"language": "de", "text": "Peru."}, True),
        ({"text": "Peru."}, False),
        ({"text": "Der Rat der Stadt hat am Montag über die Brücke und den Hafen beraten."}, True),
        ({"text": "埃勒里港务委员会星期一决定出售旧码头。", "language": "en"}, True),
        ({"text": "The council of Port Ellery (埃勒里港) met on Monday."}, False),
        ({"text": "1, 2, 3"}, False),
    ],
)
def test_a_language_that_is_not_covered_is_a_warning(article, warned):
    codes = [warning["code"] for warning in STAGE(article).get("warnings", ())]
    assert codes == ["language-not-covered"] * warned
    assert "warnings" not in Entities(types=("DATE",))(article)


def test_names_and_values_do_not_overlap():
    text = "The 2026 World Cup final on May 3, 2026 drew Theresa May and 50 Cent to Times Square."
    spans = sorted(
        (m["start"], m["end"]) for e in STAGE({"text": text})["entities"] for m in e["mentions"]
    )
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
