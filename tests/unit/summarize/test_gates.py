"""What is looked at before a pattern is tried may let too much through, and never too little."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.rule import Rule
from newskit.summarize import defects, leaning
from newskit.summarize.leaning_rules import ATTRIBUTION, LEANING_PHRASES, LEANING_WORDS
from newskit.summarize.quotes import MARKS
from newskit.summarize.rules import (
    CAPTION_MARKS,
    CAPTION_OPENINGS,
    ENUMERATION,
    FURNITURE_OPENINGS,
    FURNITURE_PHRASES,
    LABEL,
    QUOTE_MARKS,
)
from newskit.summarize.sentence import Sentence
from newskit.text.stems import WORD, content_words, opening_of


def sentence_of(text: str) -> Sentence:
    return Sentence(0, text, (0, len(text)))


def matching(rule: Rule) -> st.SearchStrategy[str]:
    """Return folded texts in which the rule is found."""
    found = st.from_regex(re.compile(rule.pattern, rule.flags))
    folded = found.map(lambda text: " ".join(text.split()))
    return folded.filter(lambda text: rule.search(text) is not None)


@pytest.mark.parametrize("rule", FURNITURE_OPENINGS + CAPTION_OPENINGS, ids=lambda rule: rule.name)
@settings(max_examples=40)  # a tenth of a second each
@given(st.data())
def test_what_an_opening_rule_matches_is_tried(rule: Rule, data: st.DataObject) -> None:
    text = data.draw(matching(rule))
    if rule.match(text):
        opening = opening_of(sentence_of(text).chunks)
        assert opening in defects._OPENING_STEMS or opening[:1].isdecimal()


@settings(max_examples=200)
@given(matching(ATTRIBUTION))
def test_a_speaker_who_is_a_pronoun_is_looked_for(text: str) -> None:
    folded = f"The harbour of Port Ellery is shut {text.strip()}"
    if ATTRIBUTION.search(folded[-60:].rstrip(".!?… ")):
        words = sentence_of(folded).words
        assert not leaning._SPEAKERS.isdisjoint(words)
        assert not leaning._SPEECH.isdisjoint(words)


@settings(max_examples=200)
@given(matching(CAPTION_MARKS[0]))
def test_a_mark_of_a_caption_is_looked_for(text: str) -> None:
    assert not defects._CAPTION_STEMS.isdisjoint(content_words(text))


@given(st.from_regex(LABEL.pattern))
def test_a_label_has_a_colon_and_a_space(text: str) -> None:
    assert ": " in text


@given(st.from_regex(ENUMERATION.pattern))
def test_a_counted_item_begins_so(text: str) -> None:
    match = ENUMERATION.match(text)
    if match:
        assert text[0] == "#" or text.split()[0][-1] in ".)"


@given(st.from_regex(QUOTE_MARKS.pattern))
def test_every_quotation_mark_is_known(text: str) -> None:
    assert {match.group() for match in QUOTE_MARKS.finditer(text)} <= set(MARKS)


@pytest.mark.parametrize("phrase", FURNITURE_PHRASES)
def test_every_furniture_phrase_is_found(phrase: str) -> None:
    assert "furniture" in defects.shape(sentence_of(f"Ellery, {phrase} Mara."))


@pytest.mark.parametrize("phrase", [*LEANING_PHRASES, *sorted(LEANING_WORDS)])
def test_every_leaning_opening_leans(phrase: str) -> None:
    before, text = "The harbour of Port Ellery is shut for the winter.", f"{phrase} Mara Lind left."
    whole = f"{before} {text}"
    sentences = [
        Sentence(0, whole, (0, len(before))),
        Sentence(1, whole, (len(before) + 1, len(whole))),
    ]
    defects.find_defects(whole, sentences, {})
    assert "leans" in sentences[1].defects


LEANING_ELSEWHERE = (
    ("de", "Das teilte der Rat von Port Ellery am Dienstag zur Brücke am Hafen mit."),
    ("de", "Darauf hat sich der Rat von Port Ellery bei der Brücke am Hafen verständigt."),
    ("de", "Den will der Rat von Port Ellery an der Brücke am Hafen wieder aufbauen."),
    ("fr", "C’est ce qu’a annoncé le conseil de Port Ellery au sujet du pont du port."),
    ("fr", "Cette décision du conseil de Port Ellery ferme le pont du port pour deux ans."),
    ("es", "Esta decisión del consejo de Port Ellery cierra el puente del puerto."),
    ("en", "In Port Ellery, however, the council wants to keep the harbour bridge."),
    ("en", "Despite this, the council of Port Ellery wants to keep the harbour bridge."),
    ("it", "Questa decisione del consiglio di Port Ellery chiude il ponte del porto."),
)


@pytest.mark.parametrize(("language", "text"), LEANING_ELSEWHERE)
def test_what_leans_in_other_languages(language: str, text: str) -> None:
    before = "The harbour of Port Ellery is shut for the winter."
    whole = f"{before} {text}"
    spans = (0, len(before)), (len(before) + 1, len(whole))
    for said in (language, "en"):
        sentences = [Sentence(i, whole, span) for i, span in enumerate(spans)]
        defects.find_defects(whole, sentences, {"language": said})
        # Words of these are other words elsewhere.
        is_read = said == language or language == "de" or text.startswith("C’est")
        assert ("leans" in sentences[1].defects) == is_read


@given(st.text(max_size=60))
def test_the_opening_is_the_first_word(text: str) -> None:
    assert opening_of(text.split()) == next(iter(content_words(text)), "")


@given(st.text(st.characters(max_codepoint=0x2FFF)))
def test_words_taken_apart_by_chunks_are_those_of_the_whole(text: str) -> None:
    small = text.lower().replace("\u00ad", "")
    assert content_words(text) == [word[:6] for word in WORD.compiled().findall(small)]
