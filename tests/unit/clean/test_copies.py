"""Second copies of the text go, refrains and headings that come back stay."""

from __future__ import annotations

from newskit.clean.copies import RUN_WORDS, take_copies
from newskit.clean.pieces import Piece

LONG = [f"Paragraph {name} of the story " + "about the old quay " * 9 for name in "abcde"]


def reasons(texts: list[str]) -> list[str]:
    pieces = [Piece(text, "paragraph", {}) for text in texts]
    take_copies(pieces)
    return [piece.reason for piece in pieces]


def test_the_second_copy_goes() -> None:
    assert reasons(["Head", *LONG, "Head", *LONG, "End"]) == [""] * 6 + ["copy"] * 6 + [""]


def test_a_copy_at_the_end_goes() -> None:
    assert reasons([*LONG, *LONG]) == [""] * 5 + ["copy"] * 5


def test_what_comes_back_in_short_stays() -> None:
    refrain = ["Oh the harbour, oh the sea", "Oh the lights", "And the boats come home"]
    assert not any(reasons([*refrain, LONG[0], *refrain, LONG[1], *refrain]))
    assert not any(reasons([*LONG, LONG[0], "Between", LONG[1]]))


def test_lines_of_code_that_come_back_stay() -> None:
    command = [f"--option-{name} value \\" for name in "abcdefghijklmnopqrstuvwxyz" * 3]
    assert not any(reasons([*command, LONG[0], *command]))


def test_removed_pieces_count_for_nothing() -> None:
    pieces = [Piece(text, "paragraph", {}) for text in [*LONG, *LONG]]
    for piece in pieces[:5]:
        piece.reason = "model"
    take_copies(pieces)
    assert [piece.reason for piece in pieces[5:]] == [""] * 5
    assert RUN_WORDS > 0
