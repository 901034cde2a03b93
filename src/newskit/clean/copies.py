"""Takes out second copies of the article's text, which pages hold for other screens or for print.

Pages made for several widths hold their text once for each and show one. A run of pieces that all
stand earlier in the article, word for word, is such a copy, if it is long: refrains and headings of
tables come back too, but not as a hundred words in a row.

What it gets wrong: copies that differ in a word are cut in runs too short to be sure of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newskit.clean.pieces import Piece

RUN_PIECES, RUN_WORDS = 3, 100  # that a run must have at least; half of either finds no more copies


def take_copies(pieces: list[Piece]) -> None:
    """Take out runs of kept pieces that stand earlier among the kept ones."""
    seen: set[str] = set()
    run: list[Piece] = []
    for piece in pieces:
        if piece.reason:
            continue
        if piece.text in seen:
            run.append(piece)
            continue
        _take(run)
        run = []
        seen.add(piece.text)
    _take(run)


def _take(run: list[Piece]) -> None:
    if len(run) >= RUN_PIECES and sum(piece.words for piece in run) >= RUN_WORDS:
        for piece in run:
            piece.role, piece.reason = "other", "copy"
