"""The headline of an article without a title: the first line that goes as one, above the text.

parse finds most headlines; texts of others come without. What is judged to be a headline goes from
the text, so it has to be told somewhere. Only lines of plain text: pages have an `h1`, which stays.

What it gets wrong: a subhead or a teaser above a text that lost its headline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.text.stems import content_words, stop_stems

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from newskit.clean.pieces import Piece

# Words and code points of a headline.
FEWEST_WORDS, LONGEST = 2, 200
# Share of its words, function words left out, that the text behind it has, too. Of 140 pages as
# plain text for which parse tells none, 42 headlines are right and 10 wrong.
SHARED = 0.2
# Code points of the text that are looked at: the point comes early.
COMPARED = 3_000


def find_headline(pieces: Sequence[Piece]) -> str:
    """Return the headline that the judged pieces of an article tell; "" if none is likely."""
    first = next((i for i, piece in enumerate(pieces) if not piece.reason), 0)
    above = [piece if _could_be_headline(piece) else None for piece in pieces[:first]]
    if not any(piece and piece.role == "title" for piece in above):
        return ""
    kept = " ".join(piece.text for piece in pieces[first:] if not piece.reason)[:COMPARED]
    said = frozenset(content_words(kept))
    before = 0.0, ""  # of the line above, if no rule knows it: a headline above its standfirst
    for piece in above:
        if piece is None:
            before = 0.0, ""
            continue
        share = _share(piece.text, said)
        if piece.role == "title" and max(share, before[0]) >= SHARED:
            return piece.text if share >= before[0] else before[1]
        before = (share, piece.text) if piece.hit is None else (0.0, "")
    return ""


def _could_be_headline(piece: Piece) -> bool:
    return (
        not piece.path
        and piece.words >= FEWEST_WORDS
        and len(piece.text) <= LONGEST
        and "\n" not in piece.text
    )


def _share(line: str, said: Set[str]) -> float:
    """Return the share of a line's words, function words left out, that the text has."""
    own = frozenset(content_words(line)) - stop_stems()
    return len(own & said) / len(own) if own else 0.0
