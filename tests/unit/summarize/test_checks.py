"""What a summary says that its article does not: numbers by value, names by word."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.summarize.abstractive.checks import (
    LONGEST_SHOWN,
    MOST_SHOWN,
    Article,
    check,
    find_names,
    find_numbers,
    load_ordinary,
)
from newskit.summarize.abstractive.figures import Reader, read_digits
from newskit.summarize.abstractive.folding import spellings

ORDINARY = load_ordinary()
CLAIMS = [
    json.loads(line)
    for line in (Path(__file__).parent / "claims.jsonl").read_text("utf-8").splitlines()
]


def numbers(summary: str, text: str, language: str = "en") -> list[str]:
    return find_numbers(summary, Article("", text, language), (language, language))


def names(summary: str, text: str, language: str = "en") -> list[str]:
    return find_names(summary, Article("", text, language), language, ORDINARY)


def test_the_table_is_of_two_halves() -> None:
    halves = [claim["half"] for claim in CLAIMS]
    assert halves.count("seen") == halves.count("held out") == 32
    supported = sum(not claim["numbers"] and not claim["names"] for claim in CLAIMS)
    assert 20 < supported < 40


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["summary"][:40])
def test_claims(claim: dict[str, Any]) -> None:
    language, text, summary = claim["language"], claim["text"], claim["summary"]
    for expected, found in (
        (claim["numbers"], numbers(summary, text, language)),
        (claim["names"], names(summary, text, language)),
    ):
        assert len(found) == len(expected), found
        for flag, part in zip(found, expected, strict=True):
            assert part in flag or flag in part


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["text"][:40])
def test_an_article_supports_itself(claim: dict[str, Any]) -> None:
    article = Article(claim.get("title", ""), claim["text"], claim["language"])
    assert check(claim["text"], article, ORDINARY) == []
    unnamed = Article("", claim["text"])
    assert check(claim["text"], unnamed, ORDINARY) == []


# --- numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "1,200", "1200"), ("de", "1.200", "1200"), ("fr", "1 200", "1200"),
        ("fr", "1\u202f200", "1200"), ("de", "1’200", "1200"), ("en", "12,34,567", "1234567"),
        ("en", "1.5", "1.5"), ("de", "1,5", "1.5"), ("en", "1,234.5", "1234.5"),
        ("de", "1.234,5", "1234.5"), ("en", "2½", "2.5"), ("en", "½", "0.5"),
        ("en", "3.5bn", "3500000000"), ("en", "5k", "5000"), ("en", "£12 m", "12000000"),
        ("en", "1.2 million", "1200000"), ("de", "3,5 Mrd.", "3500000000"),
        ("es", "12 mil millones", "12000000000"), ("zh", "3万人", "30000"),
        ("en", "3rd", "3"), ("en", "third", "3"), ("en", "twenty-first", "21"),
        ("en", "two hundred and five", "205"), ("en", "twenty-five thousand", "25000"),
        ("en", "three and a half million", "3500000"), ("en", "half a million", "500000"),
        ("en", "a million", "1000000"), ("en", "two dozen", "24"), ("en", "5 p.m.", "17"),
        ("de", "dreihundertfünfzig", "350"), ("de", "Einundzwanzig", "21"),
        ("de", "zwölftausend", "12000"), ("de", "eine halbe Million", "500000"),
        ("fr", "quatre-vingt-dix-sept", "97"), ("fr", "soixante et onze", "71"),
        ("fr", "mille neuf cent quatre-vingts", "1980"), ("fr", "deux millions et demi", "2500000"),
        ("es", "treinta y cuatro", "34"), ("es", "mil quinientos", "1500"),
        ("es", "diez mil millones", "10000000000"), ("es", "medio millón", "500000"),
    ],
)  # fmt: skip
def test_values(language: str, text: str, value: str) -> None:
    (figure,) = Reader(language)(f"Port Ellery: {text}")
    assert Decimal(value) in figure.readings


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "an hour"), ("en", "50 per cent"), ("es", "50 por ciento"), ("en", "A380"),
     ("en", "millions of"), ("fr", "20 pour cent"), ("de", "eine Frau")],
)  # fmt: skip
def test_no_further_numbers(language: str, text: str) -> None:
    assert len(Reader(language)(text)) == text[0].isdecimal()


def test_a_range_shares_its_scale() -> None:
    low, _ = Reader("en")("between $1.2 and $1.5 million")
    assert Decimal("1200000") in low.readings


def test_a_date_is_its_parts() -> None:
    assert numbers("On 5.3.2024 it rained.", "It rained on March 5, 2024, at 3.") == []
    assert numbers("On 6.3.2024 it rained.", "It rained on March 5, 2024, at 3.") == ["6.3.2024"]


@pytest.mark.parametrize(
    ("summary", "text"),
    [
        ("Two left.", "Both left."),
        ("Ten years on.", "A decade on."),
        ("50 % stayed.", "Half stayed."),
        ("One left.", "Mara Lindqvist left."),
        ("At 17:00.", "At 5 p.m."),
        ("Flight 370 is lost.", "Flight MH370 is lost."),
    ],
)
def test_words_that_lend_a_number(summary: str, text: str) -> None:
    assert numbers(summary, text) == []


def test_in_other_languages_small_numbers_may_be_spelled() -> None:
    assert numbers("2 barche e 45 uomini.", "Due barche.", "it") == ["45"]


def test_a_number_without_end_is_compared_as_written() -> None:
    long = "1" * 100_000
    assert read_digits(long) == (frozenset((long,)), ())
    assert numbers(long, f"It is {long}.") == []
    assert numbers(long, "It is 1.") == [long]


# --- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("summary", "text"),
    [
        ("The Norwegian fleet left.", "The fleet of Norway left."),
        ("A Berliner won.", "A man from Berlin won."),
        ("Ukrainian boats came.", "Boats from Ukraine came."),
        ("The U.S. and the UN agreed.", "The United States and the United Nations agreed."),
        ("Gen. Adam Roe spoke.", "General Adam Roe spoke."),
        ("It begins on Sept. 3.", "It begins on 3 September."),
        ("Jurgen Muller won.", "Jürgen Müller won."),
        ("Juergen Mueller won.", "Jürgen Müller won."),
        ("The Democrat left.", "Democrats left."),
        ("It was Lindqvist’s.", "It was of Lindqvist."),
        ("WARNING: stay away.", "Stay away."),
        ("Mr Roe and CEO Lind met.", "Roe and Lind met."),
        ("Residents complained.", "People complained."),
        ("Admitting nothing, he left.", "He admitted nothing and left."),
    ],
)
def test_names_that_an_article_lends(summary: str, text: str) -> None:
    assert names(summary, text) == []


@pytest.mark.parametrize(
    ("summary", "text", "expected"),
    [
        ("Brannock said so.", "A man said so.", ["Brannock"]),
        ("The man said: “Brannock knew.”", "A man spoke.", ["Brannock"]),
        ("It is up to the Harbour Commission.", "It is up to others.", ["Harbour Commission"]),
        ("The Bank of Zarn paid.", "The bank paid.", ["Bank of Zarn"]),
        ("Lindgren won.", "Lindqvist won.", ["Lindgren"]),
        ("The WHO came.", "The World Bank came.", ["WHO"]),
        ("It opens on Thursday.", "It opens on Wednesday.", ["Thursday"]),
        ("Falk and Falk met.", "They met.", ["Falk"]),
    ],
)
def test_names_that_it_does_not(summary: str, text: str, expected: list[str]) -> None:
    assert names(summary, text) == expected


TWO = "John Ashdown won. Mara Teller, his rival, lost. Ashdown smiled; Teller did not."


def test_a_name_made_of_two_is_flagged() -> None:
    assert names("John Teller won.", TWO) == ["John Teller"]
    assert names("John Ashdown and Mara Teller met.", TWO) == []
    article = Article("", f"{TWO} John said nothing.", "en", ("John Ashdown", "Mara Teller"))
    assert find_names("John Teller won.", article, "en", ORDINARY) == []  # John stands alone, too


def test_spellings() -> None:
    assert spellings("Łódź") == ("lodz",)
    assert spellings("Øyvind") == ("oyvind", "oeyvind")


# --- warnings -------------------------------------------------------------------------------------


def test_warnings_are_short() -> None:
    many = " ".join(f"Also {n}{'7' * 60} and Xerx{'e' * 60}{chr(97 + n)} came." for n in range(9))
    found = check(many, Article("", "Nobody came.", "en"), ORDINARY)
    assert [w["code"] for w in found] == ["unsupported-number", "unsupported-name"]
    for warning in found:
        assert warning["message"].endswith("and 4 more")
        assert len(warning["message"]) < 50 + MOST_SHOWN * (LONGEST_SHOWN + 4)


words = st.sampled_from(
    ["Mara", "Lindqvist", "rain", "fell", "in", "Port", "Ellery", "1,200", "5 %", "twelve", "two",
     "hundred", "and", "million", "3.5bn", "U.S.", "the", "Rat", "der", "von", "Straße", "d'Oyly",
     "WHO", "A380", "“", "”", ".", ",", "\n\n", "3-2", "½", "e\u0301", "港の橋", "٣٤", "10:30", "İ"]
)  # fmt: skip
texts = st.text() | st.lists(words, max_size=30).map(" ".join)


@given(texts, st.sampled_from(["", "en", "de", "fr", "es", "it", "ru"]))
@settings(max_examples=500, deadline=None)
def test_any_text_supports_itself(text: str, language: str) -> None:
    assert check(text, Article("", text, language), ORDINARY) == []


@given(texts, texts)
@settings(max_examples=300, deadline=None)
def test_any_two_texts(summary: str, text: str) -> None:
    for warning in check(summary, Article("", text), ORDINARY):
        assert warning["code"] in ("unsupported-number", "unsupported-name")
