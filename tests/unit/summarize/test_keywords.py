"""Key phrases: verbatim at their offsets, at most N, none within another, names in full."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.errors import BadModel
from newskit.limits import LIMITS
from newskit.model.background import (
    DATA,
    TABLES,
    Background,
    Backgrounds,
    load_backgrounds,
)
from newskit.stage import apply
from newskit.summarize import Summarize
from newskit.summarize.keyphrases.keywords import keywords

STORY = (
    "The harbour bridge in Port Ellery will close for two years. Engineers found cracks in three "
    "pillars of the harbour bridge, Mara Lindqvist said. Ferries will replace it. Mayor Lindqvist "
    "wants more ferries, and Lindqvist wants them by Tuesday."
)


BACKGROUNDS = load_backgrounds()
ENGLISH = BACKGROUNDS.named("en")


def found(article: dict[str, Any], count: int = 10) -> list[str]:
    """Return the texts of the key phrases, checked to be as promised."""
    phrases = keywords(article, count, BACKGROUNDS.of(article))
    check(article, phrases, count)
    return [phrase["text"] for phrase in phrases]


def check(article: dict[str, Any], phrases: list[dict[str, Any]], count: int) -> None:
    assert len(phrases) <= count
    for phrase in phrases:
        assert phrase["text"] == article[phrase["field"]][phrase["start"] : phrase["end"]]
        assert phrase["text"].strip() == phrase["text"] != ""
        assert 0 <= phrase["score"] <= 1
    scores = [phrase["score"] for phrase in phrases]
    assert scores == sorted(scores, reverse=True)
    assert len({phrase["text"].casefold() for phrase in phrases}) == len(phrases)


def entity(text: str, name: str, kind: str, *forms: str, salience: float = 0.5) -> dict[str, Any]:
    mentions = []
    for form in (name, *forms):
        start = text.index(form)
        mentions.append({"field": "text", "start": start, "end": start + len(form), "text": form})
    return {"name": name, "type": kind, "salience": salience, "mentions": mentions}


def test_a_repeated_phrase_goes_first_and_its_parts_are_in_it() -> None:
    phrases = found({"text": STORY})
    assert phrases[0] == "harbour bridge"
    assert not {"harbour", "bridge"} & set(phrases)


def test_plural_and_singular_are_one_phrase() -> None:
    phrases = found({"text": "Ferries are here. A ferry was there."})
    assert "Ferries" in phrases
    assert "ferry" not in phrases


def test_names_stand_in_full_and_dates_are_left_out() -> None:
    entities = [
        entity(STORY, "Mara Lindqvist", "PERSON", "Lindqvist", salience=0.9),
        entity(STORY, "Tuesday", "DATE"),
        entity(STORY, "two years", "DURATION"),
    ]
    phrases = found({"text": STORY, "entities": entities}, 50)
    assert "Mara Lindqvist" in phrases[:2]
    assert not {"Lindqvist", "Mara", "Tuesday", "two years"} & set(phrases)


def test_a_name_with_a_function_word_is_found_whole() -> None:
    text = "The Bank of Ellery raised its rates. Rates rose."
    assert "Bank of Ellery" in found(
        {"text": text, "entities": [entity(text, "Bank of Ellery", "ORG")]}
    )
    assert "Bank of Ellery" not in found({"text": text})


def test_the_title_counts_and_is_named_as_the_field() -> None:
    phrases = keywords({"title": "Ferries to sail", "text": "It rained."}, 3, ENGLISH)
    assert ("Ferries", "title", 0) in [(p["text"], p["field"], p["start"]) for p in phrases]


def test_phrases_end_at_stop_words_marks_and_lines() -> None:
    phrases = found({"text": "Salt harbour, stone quay\nglass tower of iron."}, 50)
    assert set(phrases) == {"Salt harbour", "stone quay", "glass tower", "iron"}


def test_a_possessive_is_no_part_of_the_phrase() -> None:
    assert "Ellery" in found({"text": "Ellery’s ferries sank in Ellery."}, 50)


def test_clauses_of_a_script_without_spaces_are_none() -> None:
    text = "埃勒里港务委员会星期一决定出售旧码头。“鱼航员”已到达。"
    assert found({"text": text}) == ["鱼航员", "已到达"]


def test_what_only_a_dateline_names_is_none() -> None:
    text = "SKARVIK, Varrow (Ellery News) — A fire closed the tannery on Monday. Varrow sent help."
    entities = [entity(text, "SKARVIK", "GPE", salience=0.9)]
    phrases = found({"text": text, "entities": entities})
    assert "tannery" in phrases
    assert any("Varrow" in phrase for phrase in phrases)
    assert "SKARVIK" not in phrases
    assert "Ellery News" not in phrases


def test_no_phrase_holds_a_part_of_a_number() -> None:
    phrases = found(
        {"text": "Sube el salario de casi 230.000 obreros. Casi 230.000 obreros ganan."}
    )
    assert "obreros" in phrases
    assert not any("230" in phrase for phrase in phrases)


def test_numbers_by_themselves_are_none() -> None:
    assert found({"text": "In 2024, 40 came, and 300 were there."}) == ["came"]


@pytest.mark.parametrize(
    "entities",
    [
        "no list", [None, 3, {}], [{"mentions": [None, {"field": ["text"]}]}],
        [{"name": "X", "mentions": [{"field": "text", "start": 0, "end": 99, "text": "X"}]}],
        [{"name": 7, "type": [], "salience": "much",
          "mentions": [{"field": "text", "start": 4, "end": 11, "text": "harbour"}]}],
    ],
)  # fmt: skip
def test_entities_of_another_form_or_text_do_no_harm(entities: object) -> None:
    assert "Port Ellery" in found({"text": STORY, "entities": entities}, 50)


def test_beyond_the_limit_there_is_a_warning() -> None:
    text = "Rain fell in Ellery. " * (LIMITS.phrase_characters // 20)
    article = apply(Summarize(keywords=2), {"text": f"{text} Zanzibar Zanzibar"})
    assert [w["code"] for w in article["warnings"]].count("long-text") >= 1
    assert "Zanzibar" not in [k["text"] for k in article["keywords"]]


def test_nothing_asked_nothing_set_and_nothing_found_nothing_set() -> None:
    assert "keywords" not in apply(Summarize(), {"text": STORY})
    article = apply(Summarize(keywords=3), {"text": "It is.", "keywords": [{"text": "old"}]})
    assert "keywords" not in article
    with pytest.raises(ValueError, match="keywords must be at least 1"):
        Summarize(keywords=0)


def test_rare_words_are_rarer_and_unseen_ones_rarest() -> None:
    assert ENGLISH.rarity("the") < 0.1 < ENGLISH.rarity("bridge")
    assert ENGLISH.rarity("bridge") < ENGLISH.rarity("qwxyz")
    assert ENGLISH.rarity("the-qwxyz") == ENGLISH.rarity("qwxyz")


@pytest.mark.parametrize(
    ("language", "common", "rare"),
    [("en", "said", "harbour"), ("de", "nicht", "hafen"), ("fr", "dans", "pont"),
     ("es", "para", "puente")],
)  # fmt: skip
def test_every_language_has_its_own_words_on_one_scale(
    language: str, common: str, rare: str
) -> None:
    background = BACKGROUNDS.named(language)
    assert background.rarity(common) < 2 < 3 < background.rarity(rare)
    assert background.rarity(rare) < background.rarity("qwxyz") == ENGLISH.rarity("qwxyz")


GERMAN = "Der Rat der Stadt hat am Montag über die Brücke und den Hafen beraten."


@pytest.mark.parametrize(
    ("article", "language"),
    [
        ({"language": "de"}, "de"), ({"language": "fr-CA"}, "fr"), ({"language": "ES_mx"}, "es"),
        ({"language": "it"}, "en"), ({"language": "und"}, "de"), ({"language": ""}, "de"),
        ({"language": ["fr"]}, "de"), ({}, "de"),
    ],
)  # fmt: skip
def test_the_language_stated_picks_the_table_or_else_the_function_words(
    article: dict[str, Any], language: str
) -> None:
    assert BACKGROUNDS.of(article | {"text": GERMAN}) is BACKGROUNDS.named(language)


def test_the_stage_weighs_words_by_the_language_of_each_article() -> None:
    text = "Le pont de Valmorin sera fermé. Dans la ville, le maire est contre, dit le maire."
    stage = Summarize(keywords=20)
    stated = apply(stage, {"language": "fr", "text": text})["keywords"]
    wrong = apply(stage, {"language": "en", "text": text})["keywords"]
    assert wrong == keywords({"text": text}, 20, ENGLISH)
    assert stated == keywords({"text": text}, 20, BACKGROUNDS.named("fr")) != wrong


def test_a_table_is_decoded_when_its_language_is_asked_for() -> None:
    backgrounds = Backgrounds({"en": b"3\n2 the\n", "de": b"no table"})
    assert backgrounds.named("en").rarity("the") < backgrounds.named("it").rarity("il")
    with pytest.raises(BadModel):
        backgrounds.named("de")


def test_the_tables_are_small() -> None:
    files = [DATA / name for name in TABLES.values()]
    assert sum(file.stat().st_size for file in files) <= 440_000


def test_elided_articles_are_no_part_of_a_word_and_elided_verbs_no_phrase() -> None:
    text = "L’incendie de l'hôpital s'étend. D'Angelo quitte L'Oréal, qu'Arlette n’aime plus."
    phrases = found({"language": "fr", "text": text}, 50)
    assert {"incendie", "hôpital", "D'Angelo quitte L'Oréal"} <= set(phrases)
    assert not {"s'étend", "étend", "n’aime", "aime"} & set(phrases)


def test_contractions_and_other_function_words_are_in_no_phrase() -> None:
    text = "When you’re looking at any harbour, another quay wouldn't crumble, engineers etc. say."
    phrases = found({"language": "en", "text": text}, 50)
    assert {"harbour", "quay"} <= set(phrases)
    assert not any(
        word in phrase.split()
        for phrase in phrases
        for word in ("you’re", "any", "another", "wouldn't", "etc")
    )


def test_a_german_phrase_ends_in_a_noun() -> None:
    text = (
        "Der Bürgermeister tritt zurück. Die alte Hafenbrücke wurde gesprengt, erklärt Dr. Weber."
    )
    phrases = found({"text": text, "language": "de"}, 50)
    assert set(phrases) == {"Bürgermeister", "alte Hafenbrücke", "Weber"}
    assert "gesprengt" in found({"text": text, "language": "nl"}, 50)


def test_soft_hyphens_end_no_word() -> None:
    text = "Im Mit\u00adtel\u00adal\u00adter war der Hafen ein Markt. Das Mittelalter war lang."
    phrases = keywords({"text": text, "language": "de"}, 50, BACKGROUNDS.named("de"))
    assert [p["text"] for p in phrases if p["text"].endswith("ter")] == [
        "Mit\u00adtel\u00adal\u00adter"
    ]


def test_vowel_signs_and_accents_end_no_word() -> None:
    phrases = found({"text": "समस्तीपुर पुलिस ने दैनिक भास्कर।", "language": "hi"}, 50)
    assert set(phrases) == {"समस्तीपुर पुलिस", "दैनिक भास्कर"}
    assert "Cafe\u0301" in found({"text": "The Cafe\u0301 of the town."}, 50)


@pytest.mark.parametrize(
    "text",
    ["Il y a trois semaines, hier ou en février.", "Vor drei Wochen, gestern oder im Februar.",
     "Hace tres semanas, ayer o en febrero."],
)  # fmt: skip
def test_words_of_time_are_none(text: str) -> None:
    assert not {"semaines", "hier", "février", "Wochen", "gestern", "Februar", "semanas", "ayer",
                "febrero"} & set(found({"text": text}))  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"x", b"3\nx the", b"\xff", b"3\n\n"])
def test_a_table_of_another_form_is_refused(data: bytes) -> None:
    with pytest.raises(BadModel):
        Background(data)


TEXTS = st.lists(
    st.sampled_from(
        ["Mara Lindqvist", "harbour bridge", "ferries", "the", "of", "’s", "U.S.", "-", "“", "\n",
         "2024", "東京", "フェリー", "ß", "İ", "é", " ", ".", ","]
    )
    | st.text(max_size=6),
    max_size=60,
).map(" ".join)  # fmt: skip


@settings(max_examples=300)
@given(text=TEXTS | st.text(max_size=200), title=TEXTS, count=st.integers(1, 20), data=st.data())
def test_any_text(text: str, title: str, count: int, data: st.DataObject) -> None:
    entities = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, max(0, len(text) - 1)))
        piece = text[start : start + data.draw(st.integers(1, 30))]
        mention = {"field": "text", "start": start, "end": start + len(piece), "text": piece}
        kind = data.draw(st.sampled_from(["PERSON", "DATE"]))
        entities.append({"name": piece, "type": kind, "salience": 0.4, "mentions": [mention]})
    article = {"title": title, "text": text, "entities": entities}
    phrases = keywords(article, count, BACKGROUNDS.of(article))
    check(article, phrases, count)
    assert phrases == keywords(article, count, BACKGROUNDS.of(article))
