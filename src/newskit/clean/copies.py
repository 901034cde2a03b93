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

# What a run must have at least, counted over its pieces of eight words and more: lines of code and
# of tables come back in runs. Half of either number finds no more copies.
RUN_PIECES, RUN_WORDS, PIECE_WORDS = 3, 100, 8


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
    sizes = [piece.words for piece in run if piece.words >= PIECE_WORDS]
    if len(sizes) >= RUN_PIECES and sum(sizes) >= RUN_WORDS:
        for piece in run:
            piece.role, piece.reason = "other", "copy"
