"""Tokens: a name never begins or ends inside one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.entities.tagger.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Ms. Roy's U.S.-led firm.", ["Ms.", "Roy", "'s", "U.S.", "-", "led", "firm", "."]),
        ("N3.2bn, 1,000 F-16s", ["N3", ".", "2bn", ",", "1,000", "F", "-", "16s"]),
        ("Shi’ite O'Brien’s", ["Shi’ite", "O'Brien", "’s"]),
        ("one\n\n two", ["one", "\n\n ", "two"]),
        ("co\u00adoperate", ["co\u00adoperate"]),
        ("AT&T @home #Acme", ["AT", "&", "T", "@", "home", "#", "Acme"]),
        ("Jose\u0301 ran", ["Jose\u0301", "ran"]),
        ("", []),
    ],
)
def test_tokens(text, tokens):
    assert [text[start:end] for start, end in tokenize(text)] == tokens


@given(st.text())
def test_nothing_but_white_space_is_left_out(text):
    spans = tokenize(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    gaps = zip(edges[::2], edges[1::2], strict=True)
    assert not any(text[start:end].strip() for start, end in gaps)
    assert all(end > start for start, end in spans)
