"""German: nouns have capitals, too, and are no names."""

from __future__ import annotations

from functools import cache

import pytest

from newskit.entities import Entities
from newskit.entities.german import GermanNames
from newskit.entities.tagger import DATA, Name
from newskit.entities.tagger.lexicon import load_lexicon
from newskit.model.background import load_backgrounds
from newskit.stage import apply


@cache
def german() -> GermanNames:
    return GermanNames(load_lexicon(DATA).names, load_backgrounds())


def kept(text: str, *marked: tuple[str, str, float]) -> list[str]:
    """Return which of the marked words of a text are names."""
    names = []
    for word, kind, score in marked:
        start = text.index(word)
        names.append(Name("text", start, start + len(word), kind, score))
    found = german()(names, {"title": "", "text": text})
    return [text[name.start : name.end] for name in found]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Auf den Bau der Seilbahn folgt Streit.", "Seilbahn", "ORG"),
        ("Sie kamen in den Kraftraum.", "Kraftraum", "GPE"),
        ("Das Werk stellt Verpackungspapier her.", "Verpackungspapier", "ORG"),
        ("Bei Raumtemperatur wächst Schimmel.", "Raumtemperatur", "GPE"),
        ("Das ist in Zukunft anders.", "Zukunft", "GPE"),
        ("Mit einem finnischen Konzern wird verhandelt.", "Konzern", "NORP"),
        ("Kein Wunder, dass er ging.", "Kein Wunder", "PERSON"),
        ("Viele Häuser standen leer.", "Viele Häuser", "PERSON"),
        ("Die klassische Lösung hielt.", "klassische", "NORP"),
        ("Die deutsche Wirtschaft wächst.", "deutsche Wirtschaft", "ORG"),
        ("Er hat bis März Zeit.", "März Zeit", "ORG"),
        ("Ein TikTok-Video zeigt es.", "TikTok-Video", "PRODUCT"),
    ],
)
def test_nouns_are_no_names(text: str, word: str, kind: str) -> None:
    assert kept(text, (word, kind, 0.8)) == []


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Der Zug fuhr nach Niedernhain.", "Niedernhain", "GPE"),
        ("Sie flog in die Schweiz.", "Schweiz", "GPE"),
        ("Er kam aus Moskau zurück.", "Moskau", "GPE"),
        ("Er floh aus Nordsyrien.", "Nordsyrien", "GPE"),
        ("Das teilte das Kultusministerium mit.", "Kultusministerium", "ORG"),
        ("Der Wagen stand in der Lindbergstraße.", "Lindbergstraße", "FAC"),
        ("Sie badeten am Hufeisensee.", "Hufeisensee", "LOC"),
        ("Das sagt die SPD.", "SPD", "ORG"),
        ("Die Briten gewannen.", "Briten", "NORP"),
        ("Der britische Verband zahlt.", "britische", "NORP"),
        ("Es sprach Ruth Sandvoss.", "Ruth Sandvoss", "PERSON"),
        ("Die Universität Jadestedt half.", "Universität Jadestedt", "ORG"),
        ("Er lebt in Deutsch\u00adland.", "Deutsch\u00adland", "GPE"),
    ],
)
def test_names_stay(text: str, word: str, kind: str) -> None:
    assert kept(text, (word, kind, 0.7)) == [word]


def test_a_part_of_a_longer_name_is_a_name() -> None:
    text = "Ruth Brand kam. Später lachte Brand."
    marked = ("Brand.", "PERSON", 0.5)
    assert kept(text, marked) == []
    names = [Name("text", 0, 10, "PERSON", 0.9), Name("text", 30, 35, "PERSON", 0.5)]
    assert german()(names, {"title": "", "text": text}) == names


def test_what_is_a_name_once_is_one_everywhere() -> None:
    text = "Sie zog nach Tarsk. Das Tarsk von damals gibt es nicht mehr."
    names = [Name("text", 13, 18, "GPE", 0.7), Name("text", 24, 29, "GPE", 0.7)]
    assert german()(names, {"title": "", "text": text}) == names
    assert german()(names[1:], {"title": "", "text": text}) == []


GERMAN = (
    "Die Papierfabrik in Rabenau ist zahlungsunfähig. Das Unternehmen stellte am Montag beim "
    "Gericht einen Antrag. Zum Verwalter bestellte das Gericht die Anwältin Corinna Dahlbeck. Die "
    "Maschinen sind gut und die Bücher sind nicht leer, sagte Dahlbeck. Die Fabrik stellt "
    "Verpackungspapier her und verkauft es nach Polen."
)


def test_the_stage_names_no_nouns_in_german() -> None:
    named = {
        e["name"]
        for e in apply(Entities(("PERSON", "ORG", "GPE", "NORP")), {"text": GERMAN})["entities"]
    }
    assert {"Corinna Dahlbeck", "Rabenau", "Polen"} <= named
    assert not {"Gericht", "Fabrik", "Maschinen", "Bücher", "Verpackungspapier"} & named


def test_an_english_text_on_a_page_that_says_german_is_read_as_english() -> None:
    text = (
        "The mill in Rabenau is out of money. The firm told the court on Monday that it had no "
        "more than a week, and the town of Ellery is to lose 200 jobs, said Mara Dahlbeck."
    )
    stage = Entities(("PERSON", "ORG", "GPE"))
    said = [
        apply(stage, {"text": text, "language": language})["entities"] for language in ("de", "fr")
    ]
    assert said[0] == said[1] != []
