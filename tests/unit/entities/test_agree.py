"""One name has one type in an article."""

from __future__ import annotations

from newskit.entities.agree import agree
from newskit.entities.tagger import Name


def types(text: str, *marked: tuple[int, int, str, float]) -> list[str]:
    names = [Name("text", start, end, kind, score) for start, end, kind, score in marked]
    found = agree(names, {"title": "", "text": text})
    assert [name[:3] for name in found] == [name[:3] for name in names]
    return [name.type for name in found]


TEXT = "Whova grew. Whova sells. Whova won."


def test_the_type_with_the_greater_sum_of_scores_goes_to_all() -> None:
    marked = (0, 5, "PRODUCT", 0.9), (12, 17, "ORG", 0.6), (25, 30, "ORG", 0.5)
    assert types(TEXT, *marked) == ["ORG", "ORG", "ORG"]
    assert types(TEXT, marked[0], marked[1]) == ["PRODUCT", "PRODUCT"]


def test_without_scores_the_most_mentions_win_and_the_first_of_as_many() -> None:
    marked = (0, 5, "PRODUCT", 0.0), (12, 17, "ORG", 0.0), (25, 30, "ORG", 0.0)
    assert types(TEXT, *marked) == ["ORG", "ORG", "ORG"]
    assert types(TEXT, *marked[:2]) == ["PRODUCT", "PRODUCT"]


def test_capitals_are_no_other_name_but_in_acronyms() -> None:
    text = "PORT ELLERY - Port Ellery"
    assert types(text, (0, 11, "GPE", 0.9), (14, 25, "ORG", 0.7)) == ["GPE", "GPE"]
    assert types("WHO Who", (0, 3, "ORG", 0.9), (4, 7, "PERSON", 0.7)) == ["ORG", "PERSON"]


def test_other_names_keep_their_types() -> None:
    text = "Ellery, Elleryton"
    assert types(text, (0, 6, "GPE", 0.9), (8, 17, "ORG", 0.3)) == ["GPE", "ORG"]
