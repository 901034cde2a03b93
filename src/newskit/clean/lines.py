"""What a line shows by itself: whether it ends as a sentence does, and whether it is prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.rule import Rule

if TYPE_CHECKING:
    from newskit.clean.pieces import Piece

FULL_STOPS = (".", "。", "।", "۔", ".”", '."', ".»", "。」")
SENTENCE_END = tuple(".!?…。！？؟।") + tuple(m + q for m in ".!?…。！？" for q in "\"”»’)“」』'")
AGENCY_MARK = Rule(
    "agency-mark",
    r"[.!?…][\"”»’“]?\s\([\p{L}][\p{L}/, .-]{1,23}\)$",
    "Who wrote the last sentence, behind its full stop, as German agencies have it.",
    hits=("The port is shut. (aro/dpa)", "„Es brennt.“ (AFP)"),
    misses=("A boat (Reuters)", "The port is shut.", "It was late (at night)."),
)
PROSE_WORDS = 8  # words; shorter pieces are labels as often as sentences
LONG_WORDS = 25  # words; so long a piece may be prose though it ends in no full stop
PROSE_STOP_SHARE = 0.2  # share; prose has 0.3 to 0.55, lists of headlines 0.1 to 0.25


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as a sentence does, perhaps with an agency's mark behind it."""
    return text.endswith(SENTENCE_END) or (
        text.endswith(")") and AGENCY_MARK.search(text[-32:]) is not None
    )


def is_prose(piece: Piece) -> bool:
    """Return whether a piece looks like running text by itself."""
    if piece.words < PROSE_WORDS or piece.links > 0.5 or piece.kind == "code":
        return False
    return (ends_sentence(piece.text) and piece.stop > 0.1) or (
        piece.words >= LONG_WORDS and piece.stop > PROSE_STOP_SHARE
    )
