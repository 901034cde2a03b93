"""Bylines in, names out."""

import pytest

from newskit.parse.people import people, sort_names

CASES = [
    ("Mara Lindqvist", ["Mara Lindqvist"]),
    ("By Mara Lindqvist", ["Mara Lindqvist"]),
    ("Von Mara Lindqvist und Jo Ferro", ["Mara Lindqvist", "Jo Ferro"]),
    ("Por Ana Gil y Luis Prado", ["Ana Gil", "Luis Prado"]),
    ("Par Zoé Marchal et Jo Ferro", ["Zoé Marchal", "Jo Ferro"]),
    ("Mara Lindqvist, Jo Ferro & Ana Gil", ["Mara Lindqvist", "Jo Ferro", "Ana Gil"]),
    ("Written by: Mara Lindqvist, Senior Reporter", ["Mara Lindqvist"]),
    ("Mara Lindqvist, Varrow Times Staff", ["Mara Lindqvist"]),
    ("Mara Lindqvist (Reuters)", ["Mara Lindqvist"]),
    ("Mara Lindqvist mara@example.org @maralind", ["Mara Lindqvist"]),
    ("MARA VAN DER HALE", ["Mara van der Hale"]),
    ("MAEVE O'DELL-KELLER", ["Maeve O'Dell-Keller"]),
    ("Jo Ferro, Jr.", ["Jo Ferro Jr."]),
    ("Lindqvist, Mara", ["Mara Lindqvist"]),
    ("Lindqvist, Mara K.", ["Mara K. Lindqvist"]),
    ("Mara Lindqvist, PhD", ["Mara Lindqvist"]),
    ("Kommentar von Mara Lindqvist", ["Mara Lindqvist"]),
    ("By Mara Lindqvist | Medically reviewed by Jo Ferro", ["Mara Lindqvist"]),
    ("Mara Lindqvist December 17, 2025", ["Mara Lindqvist"]),
    ("Mara Lindqvist Mara Lindqvist", ["Mara Lindqvist"]),
    ("Мария Лебедева", ["Мария Лебедева"]),
    ("作者：王小明", ["王小明"]),
    ("&Eacute;milie Marchal", ["Émilie Marchal"]),
    ("dpa", ["dpa"]),
    ("Varrow Times Staff", ["Varrow Times Staff"]),
    ("https://example.org/mara", []),
    ("48213", []),
    ("admin", []),
    ("{{author}}", []),
    ("x" * 5_000, []),
    ("", []),
]


@pytest.mark.parametrize(("byline", "expected"), CASES)
def test_names_are_read(byline: str, expected: list[str]) -> None:
    assert people([byline]) == expected


def test_people_come_before_organisations() -> None:
    assert people(["Reuters", "Mara Lindqvist"]) == ["Mara Lindqvist"]
    assert sort_names(["Reuters", "Mara Lindqvist"]) == (["Mara Lindqvist"], ["Reuters"])


def test_repeats_are_dropped_whatever_their_case() -> None:
    assert people(["Mara Lindqvist", "MARA LINDQVIST", "Jo Ferro"]) == [
        "Mara Lindqvist",
        "Jo Ferro",
    ]


def test_an_empty_byline_names_nobody() -> None:
    assert sort_names(["am", "von am 3. März 2024"]) == ([], [])
