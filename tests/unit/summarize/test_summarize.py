"""The stage `summarize`: what it chooses, what it leaves out, and that budgets are exact."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.limits import LIMITS
from newskit.stage import apply
from newskit.summarize import Summarize
from newskit.summarize.dateline import dateline_end
from newskit.text.words import count_words

STORY = (
    "The council of Port Ellery voted on Tuesday to close the harbour bridge for two years. "
    "Engineers had found cracks in three of its pillars, according to a report. "
    "Mayor Mara Lindqvist said the town could not wait for money from Varrow County. "
    "Ferries will carry people across the harbour from the first of May. "
    "Shops near the bridge expect to lose half of their customers. "
    "The bridge was opened in 1931 and carries nine thousand cars a day."
)


def summary_of(text: str, **fields: Any) -> list[str]:
    """Return the sentences chosen from `text` by default, checked to be verbatim."""
    result = Summarize()({"text": text, **fields})
    check(text, result, Summarize())
    return [text[s["start"] : s["end"]] for s in result["summary_sentences"] or []]


def check(text: str, result: dict[str, Any], stage: Summarize) -> None:
    """Hold a result to all that is promised of any text."""
    pieces, summary = result["summary_sentences"], result["summary"]
    if not any(map(str.isalnum, text)):
        return
    assert summary
    assert any(map(str.isalnum, summary))
    assert summary == " ".join(" ".join(text[p["start"] : p["end"]].split()) for p in pieces)
    before = 0
    for piece in pieces:
        assert before <= piece["start"] < piece["end"] <= len(text)
        assert piece["field"] == "text"
        assert 0 <= piece["score"] <= 1
        before = piece["end"]
    options = stage.options or {"sentences": 3}
    assert len(pieces) <= options.get("sentences", len(pieces))
    assert count_words(summary) <= options.get("words", count_words(summary))
    assert len(summary) <= options.get("chars", len(summary))


# --- choosing -------------------------------------------------------------------------------------


def test_the_lead_comes_first_and_order_is_kept() -> None:
    chosen = summary_of(STORY)
    assert len(chosen) == 3
    assert chosen[0].startswith("The council of Port Ellery voted")
    assert [STORY.index(s) for s in chosen] == sorted(STORY.index(s) for s in chosen)


# Each is put before the story as a paragraph of its own, and must not be chosen.
UNFIT = {
    "program": "if e == email { pubkeys = append(pubkeys, k) } else { return nil, fmt.Errorf(k) }.",
    "heading": "Harbour bridge to close after council vote",
    "headline case": "Council Of Port Ellery Votes To Close The Harbour Bridge.",
    "short": "It is over.",
    "question": "Who would have thought that the bridge would ever have to close?",
    "Spanish question": "¿Quién habría pensado que el puente tendría que cerrar algún día?",
    "quotation": "“We should have seen the cracks in the bridge many years ago, all of us.”",
    "two sentences of speech": "“The bridge is a danger to us all. We cannot wait for the county,” "
    "Lindqvist said.",
    "byline": "By Mara Lindqvist and Tomas Oyelaran.",
    "stamp": "Updated: 14:32 on Tuesday, 3 March 2026.",
    "invitation": "Sign up for our morning letter about Port Ellery and the bridge.",
    "German invitation": "Lesen Sie auch: Die Brücke von Port Ellery muss geschlossen werden.",
    "credit": "Reporting by Mara Lindqvist in Port Ellery; editing by Tomas Oyelaran.",
    "caption": "Photo: The harbour bridge of Port Ellery seen from the town hall on Tuesday.",
    "caption mark": "Mara Lindqvist (left) looks at the harbour bridge of Port Ellery on Tuesday.",
    "label": "At the bridge: Engineers look for cracks in the pillars on Tuesday.",
    "list item": "1. The harbour bridge of Port Ellery is closed for two years.",
    "ticked item": "✅ The harbour bridge of Port Ellery is closed by its council for two years.",
    "sale": "Schedule a demo with Lindqvist & Sons for a bridge like that of Port Ellery.",
    "colon": "The council of Port Ellery decided three things about the bridge on Tuesday:",
    "dateline alone": "PORT ELLERY, March 3 (Reuters) -",
    "cut off": "and the bridge of Port Ellery will be closed to all cars until May.",
}


@pytest.mark.parametrize("sentence", UNFIT.values(), ids=UNFIT)
def test_unfit_sentences_are_passed_over(sentence: str) -> None:
    chosen = summary_of(f"{sentence}\n\n{STORY}")
    assert len(chosen) == 3
    assert not any(s in sentence or sentence in s for s in chosen)


@pytest.mark.parametrize("sentence", UNFIT.values(), ids=UNFIT)
def test_but_nothing_else_is_better_than_nothing(sentence: str) -> None:
    assert summary_of(sentence)


LEANING = (
    "But the harbour bridge of Port Ellery will be closed by the council in May.",
    "She told the council that the bridge of Port Ellery has cracks in its pillars.",
    "As a result, the council of Port Ellery wants to close the harbour bridge.",
    "“The bridge is closed because of the cracks in its old pillars,” she said.",
    "Sin embargo, el puente de Port Ellery se cierra en mayo por las grietas.",
    "Er sagte, die Brücke von Port Ellery werde im Mai für zwei Jahre geschlossen.",
)


@pytest.mark.parametrize("sentence", LEANING)
def test_what_leans_on_an_unchosen_sentence_is_left(sentence: str) -> None:
    text = f"{STORY}\n\nYes, really.\n\n{sentence}"
    assert sentence not in summary_of(text)


def test_answers_lean_on_their_question() -> None:
    question = "Will the harbour bridge of Port Ellery be open by the summer? "
    answer = "The council of Port Ellery says that the harbour bridge will stay closed until May."
    assert answer in summary_of(f"Yes. {answer} {STORY}")
    assert answer not in summary_of(f"{question}{answer} {STORY}")


STANDING = (
    "This week the council of Port Ellery closed the harbour bridge for two years.",
    "Another 20 cracks were found in the pillars of the Port Ellery harbour bridge.",
    "In factories near the Port Ellery harbour bridge the council found more cracks.",
    "Die Macht des Rates von Port Ellery über die Brücke am Hafen hat ein Ende.",
    "Hier in Port Ellery hat der Rat die Brücke am Hafen für zwei Jahre gesperrt.",
    "Cette semaine, le conseil de Port Ellery a fermé le pont du port pour deux ans.",
    "C'est en cherchant une échelle que le conseil de Port Ellery a trouvé le pont.",
    "Esta semana el consejo de Port Ellery cerró el puente del puerto por dos años.",
)


@pytest.mark.parametrize("sentence", STANDING)
def test_what_only_looks_as_if_it_leaned_is_taken(sentence: str) -> None:
    assert sentence in summary_of(f"Harbour news\n\n{sentence} The rest is known.")


def test_what_leans_may_follow_what_it_leans_on() -> None:
    text = (
        "The council of Port Ellery voted on Tuesday to close the harbour bridge. "
        "But the council wants Varrow County to pay for a harbour ferry to Port Ellery. "
        "Gulls were seen over the town."
    )
    assert summary_of(text)[1].startswith("But the council")


def test_repeats_of_title_and_text_are_left_out() -> None:
    title = "Council of Port Ellery votes to close the harbour bridge"
    again = "The council of Port Ellery on Tuesday voted to close the harbour bridge for two years."
    chosen = summary_of(f"{title}.\n\n{STORY}\n\n{again}", title=title)
    assert title + "." not in chosen
    assert not (again in chosen and STORY.split(". ")[0] + "." in chosen)


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT ELLERY, March 3 (Reuters) - ",
        "ELLERY, May 3 (Ellery Press) - ",
        "PORT ELLERY, Varrow — ",
        "(CNN) -- ",
        "Port Ellery (dpa) - ",
    ],
)
def test_datelines_are_cut_off(dateline: str) -> None:
    assert summary_of(dateline + STORY)[0].startswith("The council of Port Ellery voted")


def test_line_breaks_inside_a_sentence_become_spaces() -> None:
    text = "The council of Port Ellery voted on Tuesday\nto close the harbour bridge."
    assert Summarize()({"text": text})["summary"] == text.replace("\n", " ")


# --- what blocks say ------------------------------------------------------------------------------


def test_kinds_and_roles_of_blocks_count() -> None:
    first = "Gulls over the harbour bridge of Port Ellery have built nests in its pillars."
    text = f"{first}\n\n{STORY}"
    spans = [{"start": 0, "end": len(first)}, {"start": len(first) + 2, "end": len(text)}]
    assert summary_of(text)[0] == first
    for evidence in ({"kind": "caption"}, {"kind": "paragraph", "role": "note"}):
        blocks = [{**spans[0], **evidence}, {**spans[1], "kind": "paragraph"}]
        assert first not in summary_of(text, blocks=blocks)


def test_captions_of_a_gallery_are_what_it_says() -> None:
    lead = "A fair in pictures."
    text = f"{lead}\n\n{STORY}"
    blocks = [
        {"start": 0, "end": len(lead), "kind": "paragraph"},
        {"start": len(lead) + 2, "end": len(text), "kind": "caption"},
    ]
    assert summary_of(text, blocks=blocks) == summary_of(STORY)


@pytest.mark.parametrize("credit", ["Foto: Ilse Brandt/dpa", "新华社记者 李文 摄"])
def test_what_stands_with_whose_picture_it_is_is_a_caption(credit: str) -> None:
    caption = "The harbour bridge of Port Ellery, seen from the town hall on Tuesday."
    assert summary_of(f"{caption}\n\n{STORY}")[0] == caption
    assert caption not in summary_of(f"{caption} {credit}\n\n{STORY}")


@pytest.mark.parametrize(
    "blocks",
    ["x", [1], [{"start": 0}], [{"start": "0", "end": 1}], [{"start": 0, "end": 10**9}],
     [{"start": 5, "end": 9, "kind": 3}, {"start": 0, "end": 2}], None, {}],
)  # fmt: skip
def test_blocks_of_another_text_are_as_good_as_none(blocks: object) -> None:
    assert summary_of(STORY, blocks=blocks) == summary_of(STORY)


@pytest.mark.parametrize("field", ["title", "language"])
def test_fields_of_the_wrong_type_are_as_good_as_none(field: str) -> None:
    assert summary_of(STORY, **{field: ["en"]}) == summary_of(STORY)


# --- other languages ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "El concejo de Port Ellery decidió el martes cerrar el puente del puerto por dos años. "
            "Pero nadie sabe cuándo. ¿Quién pagará los daños de las tiendas del puerto?",
            "El concejo",
        ),
        (
            "Der Rat von Port Ellery hat am 3. März beschlossen, die Hafenbrücke zu schließen. "
            "Aber niemand weiß, wie lange das dauert. „Wir haben lange genug gewartet.“",
            "Der Rat",
        ),
        ("港の橋は二年間閉鎖されると市議会が火曜日に決めた。誰が払うのか？", "港の橋"),
    ],
    ids=["es", "de", "ja"],
)  # fmt: skip
def test_languages(text: str, lead: str) -> None:
    assert summary_of(text)[0].startswith(lead)


# --- budgets --------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 2, 5, 12, 40, 90, 150, 400, 10_000])
@pytest.mark.parametrize("unit", ["sentences", "words", "chars"])
def test_budgets_are_exact(unit: str, size: int) -> None:
    stage = Summarize(**{unit: size})
    assert stage.options == {unit: size}
    check(STORY, stage({"text": STORY}), stage)


def test_all_budgets_hold_together() -> None:
    stage = Summarize(sentences=2, words=20, chars=100)
    check(STORY, stage({"text": STORY}), stage)


def test_a_budget_of_words_is_filled_with_whole_sentences() -> None:
    summary = Summarize(words=60)({"text": STORY})["summary"]
    assert summary.endswith(".")
    assert 40 < count_words(summary) <= 60


CUTS = [
    ("The council of Port Ellery voted, after a long debate, to close the bridge.", {"chars": 55},
     "The council of Port Ellery voted, after a long debate"),
    ("The council of Port Ellery voted to close the bridge in the harbour.", {"words": 10},
     "The council of Port Ellery voted to close the bridge"),
    ("The council of Port Ellery voted to close the bridge in the harbour.", {"words": 9},
     "The council of Port Ellery voted to close"),
    ("“Unbelievable” is what the council of Port Ellery said about the bridge.", {"chars": 5},
     "Unbel"),
    ("港の橋は、二年間閉鎖されると市議会が火曜日に決めた。", {"chars": 8}, "港の橋は"),
    ("港の橋は二年間閉鎖されると市議会が火曜日に決めた。", {"words": 4}, "港の橋は二年間閉"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "budget", "expected"), CUTS)
def test_a_sentence_too_long_is_cut(text: str, budget: dict[str, int], expected: str) -> None:
    assert Summarize(**budget)({"text": text})["summary"] == expected


def test_the_news_is_cut_rather_than_an_aside_chosen() -> None:
    text = STORY + " Nobody spoke against the plan."
    assert Summarize(words=9)({"text": text})["summary"].startswith("The council")


def test_letters_keep_their_marks() -> None:
    summary = Summarize(chars=3)({"text": "ae\u0301e\u0301e\u0301e\u0301e\u0301"})["summary"]
    assert summary == "ae\u0301"


@pytest.mark.parametrize("budget", [{"sentences": 0}, {"words": -1}, {"chars": 0}])
def test_budgets_below_one_are_refused(budget: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Summarize(**budget)


# --- edges ----------------------------------------------------------------------------------------


def test_no_word_no_summary() -> None:
    article = apply(Summarize(), {"text": "… — !\n\n***", "summary": "old"})
    assert "summary" not in article
    assert "summary_sentences" not in article
    assert [w["code"] for w in article["warnings"]] == ["no-summary"]


def test_a_book_is_read_up_to_the_cap() -> None:
    article = Summarize()({"text": "The bridge of Ellery is old. " * (LIMITS.sentences + 1)})
    assert [w["code"] for w in article["warnings"]] == ["long-text"]


def test_the_stage_leaves_its_article_alone() -> None:
    article = {"text": STORY, "title": "Bridge", "blocks": [{"start": 0, "end": len(STORY)}]}
    copy = {**article, "blocks": [dict(article["blocks"][0])]}
    stage = Summarize()
    assert stage(article) == stage(article)
    assert article == copy


texts = st.text() | st.lists(
    st.sampled_from(
        ["Rain fell on Port Ellery. ", "But she left! ", "“Why", "” ", "\n", "\n\n", "1. ", "a",
         "港の橋。", "(CNN) - ", "e\u0301", "— ", "Mara said the harbour was shut. ", ", "]
    ),
    max_size=40,
).map("".join)  # fmt: skip
sizes = st.none() | st.integers(1, 60)


@given(texts, sizes, sizes, sizes)
@settings(max_examples=300)
def test_any_text(text: str, sentences: int | None, words: int | None, chars: int | None) -> None:
    stage = Summarize(sentences=sentences, words=words, chars=chars)
    result = stage({"text": text})
    check(text, result, stage)
    assert result == Summarize(sentences=sentences, words=words, chars=chars)({"text": text})


@given(texts, st.text(max_size=80), st.sampled_from(["en", "fr", "de-AT", "", "xx"]))
def test_any_title_and_language(text: str, title: str, language: str) -> None:
    stage = Summarize()
    check(text, stage({"text": text, "title": title, "language": language}), stage)


HOSTILE = {
    "no stop": "word " * 400_000,
    "one word": "a" * 2_000_000,
    "dots": "." * 1_000_000 + "a",
    "many sentences": "The bridge of Ellery is old. " * 100_000,
    "no two alike": "".join(f"The bridge {i} of town {i * 7} is old. " for i in range(60_000)),
    "a word at the end": "? " * 50_000 + "Rain",
    "leaning": "He left. " * 100_000,
    "open quotes": "“Rain fell on the old town. " * 50_000,
    "unspaced": "橋" * 1_000_000,
    "spaces": "a " + " " * 1_000_000 + "b.",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    "budget", [{}, {"words": 10_000}, {"chars": 50}], ids=["none", "words", "chars"]
)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_is_bounded(text: str, budget: dict[str, int]) -> None:
    stage = Summarize(**budget)
    began = time.process_time()
    check(text, stage({"text": text}), stage)
    assert time.process_time() - began < 5  # seconds, the checks included


def test_a_label_further_down_is_no_dateline() -> None:
    points = ("Saddle: Set it low.", "Wheels: Pump them up.", "Chain: Oil every link of it.")
    text = "\n\n".join(points)
    assert dateline_end(text, text.index("Chain")) == text.index("Chain")
    assert dateline_end(text, text.index("Wheels")) == text.index("Pump")


def test_a_place_and_a_colon_are_a_dateline_where_an_article_begins() -> None:
    assert summary_of(f"Marhapur: {STORY}")[0].startswith("The council of Port Ellery voted")
    interview = f"Marhapur: {STORY}\n\nMarhapur: We shall see about that on Friday morning."
    assert not summary_of(interview)[0].startswith("The council of Port Ellery voted")
