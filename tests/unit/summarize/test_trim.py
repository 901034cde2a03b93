"""`--trim`: what is cut out of sentences, what never is, and that the record says it exactly."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.stage import apply
from newskit.summarize import Summarize
from newskit.summarize.budget import BULLET
from newskit.summarize.defects import find_defects, shape
from newskit.summarize.sentence import Sentence
from newskit.summarize.trim import KEPT_SHARE, KEPT_WORDS, Trim, find_cuts, shown
from newskit.text.words import count_words
from tests.conftest import ROOT

TABLE = [json.loads(line) for line in (Path(__file__).parent / "trim.jsonl").open(encoding="utf-8")]
SCHEMA = json.loads((ROOT / "src/newskit/record.schema.json").read_text("utf-8"))
NAMES = {"connective", "attribution", "parenthesis", "editorial-mark"}


def trimmed(text: str, asked: tuple[str, ...] = ()) -> Sentence:
    """Return a text of one sentence, trimmed."""
    sentence = Sentence(0, text, (0, len(text)))
    find_defects(text, [sentence], {"text": text}, Trim(text, asked))
    return sentence


# --- one sentence ---------------------------------------------------------------------------------


def test_the_table_is_long_and_half_of_it_stays() -> None:
    assert len(TABLE) >= 80
    assert sum("shown" not in row for row in TABLE) >= len(TABLE) / 2


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["text"][:40])
def test_sentences(row: dict[str, Any]) -> None:
    sentence = trimmed(row["text"])
    assert list(sentence.trimmed) == row.get("trimmed", [])
    assert sentence.folded == row.get("shown", row["text"])
    if sentence.kept:
        assert shown(row["text"], sentence.kept) == sentence.folded


def test_pieces_are_put_together_as_they_stand() -> None:
    text = "But  the harbour\nbridge (of Lorne)\tfell."
    assert shown(text, [(5, 23), (34, 40)]) == "The harbour bridge fell."
    assert shown("ǆemper fell.", [(0, 12)]) == "Ǆemper fell."


@pytest.mark.parametrize("letter", ["ŉ", "ß", "ﬁ", "ª"])
def test_a_letter_without_a_capital_opens_no_sentence(letter: str) -> None:
    text = f"But {letter}a ferry of Ardal came home late at night."
    assert trimmed(text).folded == text


def test_a_long_cut_is_left_out_when_too_little_would_be_left() -> None:
    text = "However, the old bridge (built by a firm from Halvard in 1931 and 1932) fell down."
    assert trimmed(text).folded == text.removeprefix("However, t").replace("he", "The", 1)


def test_words_that_are_asked_for_stay() -> None:
    text = "But the pier is 40 miles (64 km) north of Port Ellery, police said."
    assert trimmed(text, ("km",)).folded == "The pier is 40 miles (64 km) north of Port Ellery."
    assert "police said" in trimmed(text, ("police",)).folded


@pytest.mark.parametrize(
    "text",
    [
        "But the harbour bridge of Port Ellery to close",  # no full stop
        "But why did the harbour bridge of Lorne have to close?",
        "But the Harbour Bridge Of Port Ellery Closes.",
        "But sign up for our newsletter from Port Ellery.",
        "But " + "a long road " * 100 + "ends here.",
    ],
)
def test_what_is_no_plain_sentence_is_left_as_it_is(text: str) -> None:
    assert trimmed(text).folded == " ".join(text.split())


# --- summaries ------------------------------------------------------------------------------------

LEAD = "The council of Port Ellery voted on Tuesday to close the harbour bridge for two years."
OTHERS = (
    "Gulls nest in the mill. Nobody counted them. They came in March. Boats lay on the beach. "
    "Rain fell for a week."
)


def pieces_of(result: dict[str, Any]) -> list[dict[str, Any]]:
    return result["summary_sentences"] or []


def test_without_its_connective_a_sentence_stands_alone() -> None:
    said = "But the bridge council of Port Ellery wants money for the harbour from Varrow County."
    text = f"{LEAD}\n\nYes, really.\n\n{said}\n\n{OTHERS}"
    assert said not in Summarize()({"text": text})["summary"]
    result = Summarize(trim=True)({"text": text})
    assert said.removeprefix("But t").replace("he", "The", 1) in result["summary"]
    assert [p.get("trimmed") for p in pieces_of(result)].count(["connective"]) == 1


def test_with_a_pronoun_it_leans_all_the_same() -> None:
    said = "But she wants money for the harbour bridge of Port Ellery from Varrow County."
    text = f"{LEAD}\n\nYes, really.\n\n{said}\n\n{OTHERS}"
    assert "Varrow County" not in Summarize(trim=True)({"text": text})["summary"]


def test_budgets_count_what_is_shown() -> None:
    text = "Two old ferries (of a firm from Lorne) ran aground near Skerry Point on Tuesday."
    shorter = "Two old ferries ran aground near Skerry Point on Tuesday."
    assert Summarize(words=10, trim=True)({"text": text})["summary"] == shorter
    assert Summarize(chars=len(shorter), trim=True)({"text": text})["summary"] == shorter
    assert Summarize(words=10)({"text": text})["summary"] != shorter


def test_what_does_not_fit_trimmed_is_cut_untrimmed() -> None:
    text = "But the council of Port Ellery voted (on Tuesday night) to close the old bridge."
    for budget in ({"words": 6}, {"chars": 30}):
        plain, short = (Summarize(**budget, trim=t)({"text": text}) for t in (False, True))
        assert short["summary"] == plain["summary"]
        assert "kept" not in pieces_of(short)[0]


def test_the_record_says_what_was_cut() -> None:
    text = "But the pier is 40 miles (64 km) north of Port Ellery, police said."
    article = apply(Summarize(trim=True), {"text": text})
    jsonschema.Draft202012Validator(SCHEMA).validate(article)
    (piece,) = article["summary_sentences"]
    assert piece["kept"] == [[4, 24], [32, 53], [66, 67]]
    assert piece["trimmed"] == ["connective", "parenthesis", "attribution"]
    assert (piece["start"], piece["end"]) == (4, 67)
    assert article["history"][0]["options"] == {"trim": True}
    assert Summarize().options == {}


def test_a_dateline_is_no_part_of_what_is_kept() -> None:
    text = "PORT ELLERY, March 3 (Reuters) - But the pier is 40 miles (64 km) north of Lorne."
    (piece,) = pieces_of(Summarize(trim=True)({"text": text}))
    assert shown(text, piece["kept"]) == "The pier is 40 miles north of Lorne."


def test_headline_and_key_phrases_are_as_without() -> None:
    text = (
        f"But the pier of Lorne (64 km to the north) was closed on Tuesday, police said. {OTHERS}"
    )
    plain = Summarize(keywords=5, headline=True)({"text": text})
    short = Summarize(keywords=5, headline=True, trim=True)({"text": text})
    assert short["headline"] == plain["headline"]
    assert short["keywords"] == plain["keywords"]
    assert short["summary"] != plain["summary"]


# --- any text -------------------------------------------------------------------------------------

PARTS = [
    "But ", "However, ", "And, of course, ", "Mais ", "Doch ", "In addition, ", "the mayor ",
    "Mara Lindqvist ", "she ", "the harbour bridge of Port Ellery ", "was closed at noon ",
    "on Tuesday", " (64 km)", " (and two boats)", " (not)", " ((", ")", " [sic]", "[12]", ", ",
    ", however,", ", police said", ", according to police", ", selon la police", "will fall ",
    ", sagte der Sprecher", "“", "” ", '"', "’s ", ". ", ".", "?", "\n", "\n\n", "  ", "U.S.",
    "iPads ", "ß", "ŉ", "東京の橋は", "。", "ǆ", "e\u0301", "denies ", "- ",
    "PORT ELLERY, March 3 (Reuters) - ", "But the pier is 40 miles (64 km) north of Port Ellery. ",
    "The harbour bridge of Port Ellery was closed at noon, police said. ",
    "However, the\nmayor, meanwhile, bought a new ferry (of a firm from Lorne) in the U.S.",
]  # fmt: skip
parts = st.sampled_from(PARTS)
sentences = st.tuples(
    st.sampled_from(["", "But ", "However, ", "And, of course, ", "Doch ", "“But "]) | parts,
    st.sampled_from(["the pier of Lorne", "The mayor", "she", "iPads", "der Rat"]) | parts,
    st.sampled_from(["", " (64 km)", " (not)", " [sic]", ", however,", " ((a)", "’s"]) | parts,
    st.sampled_from([" was closed at noon on Tuesday", " will fall", " denies it all"]) | parts,
    st.sampled_from(["", ", police said", ", the mayor told reporters", ", selon la police"])
    | parts,
    st.sampled_from([". ", ".\n\n", ".” ", "? ", " "]) | parts,
).map("".join)
texts = (
    st.lists(sentences | parts | st.text(max_size=3), max_size=9).map("".join)
    | st.lists(parts, max_size=40).map("".join)
    | st.text()
)
budgets = st.fixed_dictionaries(
    {},
    optional={
        "sentences": st.integers(1, 5),
        "words": st.integers(1, 60),
        "chars": st.integers(3, 300),
        "query": st.sampled_from(["police", "harbour bridge", "km"]),
        "bullets": st.booleans(),
    },
)


@given(texts, budgets)
@settings(max_examples=500, deadline=None)
def test_any_text(text: str, options: dict[str, Any]) -> None:
    stage = Summarize(**options, trim=True)
    result = stage({"text": text})
    assert result == stage({"text": text})
    if not any(map(str.isalnum, text)):
        assert result["summary"] is None
        return
    said, before = [], 0
    for piece in pieces_of(result):
        assert before <= piece["start"] < piece["end"] <= len(text)
        before = piece["end"]
        said.append(said_by(text, piece))
        assert any(map(str.isalnum, said[-1]))
    lines = [BULLET + s for s in said] if options.get("bullets") else [" ".join(said)]
    assert result["summary"] == "\n".join(lines)
    assert len(said) <= options.get("sentences", len(said))
    assert count_words(" ".join(said)) <= options.get("words", count_words(" ".join(said)))
    assert len(result["summary"]) <= options.get("chars", len(result["summary"]))


def said_by(text: str, piece: dict[str, Any]) -> str:
    """Return a piece as it is shown, held to what is promised of trimmed ones."""
    whole = " ".join(text[piece["start"] : piece["end"]].split())
    if "kept" not in piece:
        assert "trimmed" not in piece
        return whole
    kept = piece["kept"]
    assert set(piece["trimmed"]) <= NAMES
    assert piece["trimmed"]
    assert (kept[0][0], kept[-1][1]) == (piece["start"], piece["end"])
    assert all(a[0] < a[1] < b[0] < b[1] for a, b in pairwise(kept))
    said = shown(text, kept)
    assert not said[0].islower()
    assert said[0].isalnum() or said[0] == whole[0]
    assert len(said) <= len(whole)
    assert count_words(said) >= KEPT_WORDS
    for mark in '"“”„«»':  # quotations stay as they are
        assert said.count(mark) == whole.count(mark)
    return said


@given(sentences | st.lists(parts, min_size=1, max_size=12).map("".join))
@settings(max_examples=500, deadline=None)
def test_any_sentence(text: str) -> None:
    whole = " ".join(text.split())
    if not whole:
        return
    sentence = trimmed(whole)
    start = sentence.start
    cuts = find_cuts(whole[start:], frozenset())
    assert all(a.start < a.end <= b.start for a, b in pairwise(cuts))
    if not sentence.kept:
        assert sentence.folded == whole[start:]
        return
    assert not list(shape(sentence))
    assert whole[start:][-1] == sentence.folded[-1]
    assert count_words(sentence.folded) >= KEPT_SHARE * count_words(whole[start:])
    rest = iter(whole[start:].lower())
    assert all(letter in rest for letter in sentence.folded.lower())  # in the same order
    if whole.count("(") == whole.count(")"):
        assert sentence.folded.count("(") == sentence.folded.count(")")
