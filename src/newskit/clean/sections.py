"""What goes with a heading of furniture: the headlines, topics and biographies that stand under it.

What it gets wrong: a heading of the article itself that is spelled like one of the page's.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newskit.clean.lines import FULL_STOPS, PROSE_WORDS, ends_sentence
from newskit.clean.phrase import fold

if TYPE_CHECKING:
    from newskit.clean.pieces import Piece
    from newskit.clean.rules import Hit

LIKELY = 0.7  # probability from which, on a page, a rule is not enough
SURE = 0.97  # probability from which a sentence stays though a rule knows how it begins
HEADLINE_WORDS = 25  # words; longer pieces are no headline
CAPTION_WORDS = 60  # words; what stands longer in <figcaption> is text of a site that misuses it
BULLETS = frozenset("-–—*•·▪■►▶")  # that begin the items of a list
SECTION_PIECES = 30  # pieces; the longest list of headlines that one heading condemns
TAG_WORDS = 5  # words; longer pieces are no topic label
HEADING_WORDS = 8  # words; in plain text a longer line that heads nothing may be a paragraph
ABOUT_AUTHOR, BIOGRAPHY_WORDS = "author-box", 80  # its rule; words of a biography, at most
DESCRIBED = "glued-credit"  # the rule of a picture's description with its credit
SHOWN = "picture-shown"  # the reason of a picture's description above its caption
HIDE = "hide caption"  # a button below a caption
# What the description of a picture begins with, and the fewest words of one.
INDEFINITE, SHOWN_WORDS = ("A ", "An ", "Two ", "Three ", "Several ", "People "), 6
CREDIT_WORDS = 8  # words of a picture's credit
KEPT_TIMES = 3  # times the words below "About the author" that must stand above it
OF_MENU = "model:menu"  # the reason of links of menus, which stand anywhere


def condemn_sections(pieces: list[Piece], title: str) -> None:
    """Take out the headlines that stand under a heading of furniture or beside Next article.

    On a page they share its box or the one around it, and none lies beyond the article's headline
    (folded: `title`). A list with bullets ends where the bullets end: what follows may head the
    article's next part.
    """
    left, heading, bullet, box = 0, None, "", ""
    for piece in pieces:
        hit = piece.hit
        if hit is not None and piece.reason == hit.name and (hit.whole or hit.section):
            if hit.section or hit.name == "next-previous":
                left, heading, bullet = SECTION_PIECES if hit.section else 1, hit, ""
                box = piece.path.rpartition("/")[0].rpartition("/")[0]
            continue
        if left and is_title(piece, title):
            left = 0
        if piece.reason == OF_MENU:
            continue
        first = piece.text[:1]
        is_item = (not bullet or first == bullet) and piece.path.startswith(box)
        if left and heading is not None and is_item and is_headline(piece, heading):
            left -= 1
            bullet = first if first in BULLETS else ""
            piece.role = heading.role if heading.section else "related"
            piece.reason = heading.name
        elif not piece.reason:
            left = 0


def condemn_headings(pieces: list[Piece]) -> None:
    """Take out headings of which nothing is left that stood under them.

    On a page, a heading heads what shares its container; in plain text, what follows it. A heading
    that the judge gives 0.7 stays on a page.
    """
    body_seen = False
    for index, piece in enumerate(pieces):
        if piece.reason or (piece.path and piece.score >= LIKELY):
            body_seen = body_seen or (not piece.reason and piece.words >= HEADLINE_WORDS)
            continue
        if not body_seen or not is_heading(piece):
            body_seen = body_seen or piece.words >= HEADLINE_WORDS
            continue
        rest = range(index + 1, len(pieces))
        under = next((i for i in rest if not pieces[i].reason), len(pieces))
        box = piece.path.rpartition("/")[0] + "/"
        first = pieces[index + 1] if index + 1 < len(pieces) else None
        if first is None or not first.reason:
            continue
        boxed = first.path.startswith(box) if piece.path else under == len(pieces)
        if boxed and (under == len(pieces) or not pieces[under].path.startswith(box)):
            piece.role, piece.reason = first.role, "heads-nothing"


def condemn_biographies(pieces: list[Piece]) -> None:
    """Take out what little is left of a plain text under "About the author"."""
    headings = (i for i, piece in enumerate(pieces) if piece.reason == ABOUT_AUTHOR)
    at = next(headings, len(pieces))
    left = [piece for piece in pieces[at:] if not piece.reason]
    words = sum(piece.words for piece in left)
    if words > BIOGRAPHY_WORDS or any(piece.path for piece in left):
        return
    if sum(piece.words for piece in pieces[:at] if not piece.reason) >= KEPT_TIMES * words:
        for piece in left:
            piece.role, piece.reason = "author", ABOUT_AUTHOR


def condemn_captions(pieces: list[Piece]) -> None:
    """Take out what stands in plain text above or below what only belongs to a picture.

    Above "hide caption" the caption and its credit; above a caption what the picture shows; below
    that, with its credit, the caption, if it has no full stop.
    """
    for index, piece in enumerate(pieces):
        if piece.text.casefold() == HIDE and not piece.path:
            has_credit = index > 1 and pieces[index - 1].words <= CREDIT_WORDS
            above = pieces[max(0, index - 1 - has_credit) : index]
            told = {one.text for one in above}  # the credit, which is told again below
            _take_caption([*above, *(p for p in pieces[index + 1 : index + 3] if p.text in told)])
    for piece, credited in pairwise(pieces):
        is_caption = credited.reason and credited.role == "caption"
        if is_caption and not (piece.reason or piece.path) and _says_what_is_shown(piece):
            piece.role, piece.reason = "caption", SHOWN
    for described, piece in pairwise(pieces):
        is_below = described.reason == DESCRIBED and not piece.reason and piece.hit is None
        fits = SHOWN_WORDS <= piece.words <= HEADLINE_WORDS
        if is_below and fits and not ends_sentence(piece.text):
            piece.role, piece.reason = "caption", DESCRIBED


def _says_what_is_shown(piece: Piece) -> bool:
    """Tell whether a piece describes a picture for those who do not see it.

    Such lines name nobody and nothing; the beginning of an article does.
    """
    if not (SHOWN_WORDS <= piece.words <= HEADLINE_WORDS and piece.text.startswith(INDEFINITE)):
        return False
    return piece.text[1:].islower() and not any(map(str.isdigit, piece.text))


def _take_caption(pieces: list[Piece]) -> None:
    for piece in pieces:
        if not piece.reason and piece.words <= CAPTION_WORDS:
            piece.role, piece.reason = "caption", "caption"


def is_heading(piece: Piece) -> bool:
    """Return whether `piece` is a heading by its markup or, in plain text, by its shape."""
    if piece.path:
        return piece.kind == "heading"
    return piece.words <= HEADING_WORDS and not ends_sentence(piece.text)


def is_headline(piece: Piece, heading: Hit) -> bool:
    """Return whether `piece` may be one of a list under `heading`: short, or a link, no sentence.

    Under topics stand words; under related articles, headlines; under a line that only begins like
    such a heading, links.
    """
    if piece.links > 0.8 and piece.words <= 2 * HEADLINE_WORDS:
        return True
    if not heading.whole or piece.score >= (LIKELY if piece.path else SURE):
        return False
    most = TAG_WORDS if heading.role == "tag" else HEADLINE_WORDS
    return piece.words <= most and not piece.text.endswith(FULL_STOPS)


def is_title(piece: Piece, wanted: str) -> bool:
    """Return whether `piece` says the headline, folded as `wanted`, and nothing else."""
    if not wanted or piece.words > 4 * PROSE_WORDS + len(wanted) // 4:
        return False
    return abs(len(piece.text) - len(wanted)) <= 20 and fold(piece.text) == wanted
