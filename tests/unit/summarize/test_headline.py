"""Headlines: short, the article's own words, and without what is said after the news."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.stage import apply
from newskit.summarize import Summarize
from newskit.summarize.headline import MADE, WRITTEN, drop_tails
from newskit.text.words import count_words


def headline_of(text: str, **fields: object) -> str | None:
    made = apply(Summarize(headline=True), {"text": text, **fields}).get("headline")
    if made is not None:
        title = fields.get("title")
        whole = " ".join(title.split()) if isinstance(title, str) else ""
        assert made in whole or made in " ".join(text.split())
        lines = [" ".join(line.split()) for line in text.split("\n")]
        words, chars = WRITTEN if made in whole or made in lines else MADE
        assert count_words(made) <= words
        assert len(made) <= chars
    return made


def test_the_title_is_the_headline() -> None:
    text = "The council of Port Ellery voted on Tuesday to close the harbour bridge."
    assert headline_of(text, title="Bridge  to close\n") == "Bridge to close"
    assert headline_of(text, title="…") == headline_of(text)


LONG = "The council votes to close the harbour bridge of Port Ellery for two years from May"


def test_a_title_is_not_cut_where_it_is_a_little_long() -> None:
    body = "The council of Port Ellery voted on Tuesday to close the harbour bridge."
    assert headline_of(body, title=LONG) == LONG
    assert headline_of(f"{LONG}\n\n{body}") == LONG
    assert headline_of(f"{LONG}.\n\n{LONG}.") == LONG.partition(" for")[0]
    assert headline_of(body, title=f"{LONG}, and the ferry sails again") == LONG


def test_a_first_line_without_a_stop_is_the_headline() -> None:
    body = "The council of Port Ellery voted on Tuesday to close the harbour bridge."
    assert headline_of(f"Harbour bridge to close\n\n{body}") == "Harbour bridge to close"
    assert headline_of(f"Photo: the harbour\n\n{body}") != "Photo: the harbour"


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        ("The bridge will close for two years, Mayor Mara Lindqvist said on Tuesday.",
         "The bridge will close for two years"),
        ("Cracks were found in three pillars, according to a report.",
         "Cracks were found in three pillars"),
        ("The bridge was closed on Monday, which surprised shopkeepers.", "The bridge was closed"),
        ("The council of Port Ellery, which met on Tuesday, voted to close it.",
         "The council of Port Ellery, which met on Tuesday, voted to close it"),
        ("Nobody was hurt, he said.", "Nobody was hurt, he said"),  # too little would be left
        ("The bridge closed for good — nobody knows why.", "The bridge closed for good"),
    ],
)  # fmt: skip
def test_tails_are_dropped(sentence: str, short: str) -> None:
    assert drop_tails(sentence).startswith(short)


def test_a_dateline_is_left_out() -> None:
    text = "PORT ELLERY, March 3 (Reuters) - The harbour bridge will close for two years."
    assert headline_of(text) == "The harbour bridge will close for two years"


def test_no_word_no_headline() -> None:
    assert headline_of("…", headline="old") is None


def test_nothing_asked_nothing_set() -> None:
    assert "headline" not in apply(Summarize(), {"text": "Rain fell."})


PIECES = st.lists(
    st.sampled_from(
        ["The harbour bridge", "will close", ", which", "said", "“no”", "“", "(", ")", "'", ".",
         "\n\n", " — ", "on Tuesday", "according to", "東京で雨が降った。", "ABCDEFGH" * 12]
    )
    | st.text(max_size=8),
    max_size=40,
).map(" ".join)  # fmt: skip


@settings(max_examples=300)
@given(text=PIECES | st.text(max_size=200), title=st.none() | PIECES)
def test_any_text(text: str, title: str | None) -> None:
    fields = {} if title is None else {"title": title}
    made = headline_of(text, **fields)
    assert made == headline_of(text, **fields)
    has_word = any(map(str.isalnum, text + (title or "")))
    assert (made is not None) == has_word
    assert made is None or any(map(str.isalnum, made))
