"""Gives every piece its role: what part of the article it is, or what sort of furniture.

Kept pieces get theirs from kind and place; removed ones from the rule that took them, or else from
the first telling name along their path, or else from their shape. The role of a scored removal is a
guess for the reader; nothing is decided by it, unless an option asks for roles to be kept.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from newskit.article import ARTICLE_ROLES, FURNITURE_ROLES
from newskit.clean.features import SENTENCE_END
from newskit.clean.names import NAME_WORD

if TYPE_CHECKING:
    from newskit.clean.pieces import Piece

ROLES = ARTICLE_ROLES + FURNITURE_ROLES
KEPT_ROLES = ("standfirst", "body", "subhead", "list", "quote", "note")  # title: see stage.py

# Names along the path, innermost step first, and the role of furniture that they betray.
NAMED_ROLES: dict[str, str] = {
    word: role
    for role, words in (
        ("comment", "comments comment commentlist commentform respond reply replies disqus"),
        ("related", "related recommended recommendations teaser teasers similar popular trending"),
        ("related", "latest card cards readnext recirc carousel posts tile"),
        ("share", "share sharing social socials follow addtoany sharedaddy"),
        ("signup", "newsletter subscribe subscription signup register login paywall donate"),
        ("ad", "ad ads advert advertisement sponsor sponsored promo banner promoted"),
        ("legal", "footer contentinfo copyright legal cookie cookies consent privacy disclaimer"),
        ("caption", "caption figcaption figure credit"),
        ("author", "author authors bio profile authorbox"),
        ("byline", "byline bylines"),
        ("date", "date time dateline timestamp datepublished published"),
        ("tag", "tags tag topics taglist categories kicker"),
        ("widget", "search form poll quiz player video weather widget"),
        ("nav", "nav navigation navbar menu breadcrumb breadcrumbs header masthead pagination"),
    )
    for word in words.split()
}  # fmt: skip

LABEL_WORDS = 10  # words; a line of plain text, no longer and no sentence, is a subhead above text


def assign_roles(pieces: list[Piece], title: str) -> None:
    """Set `role` of all pieces of one article that has `title` (empty if it has none)."""
    body_seen = False
    title_seen = bool(title)
    for piece, following in zip_longest(pieces, pieces[1:]):
        if piece.reason:
            if piece.reason.startswith("score:"):
                piece.role = guessed_role(piece)
        elif not title_seen and not body_seen and piece.path.rpartition("/")[2][:2] == "h1":
            piece.role = "title"
            title_seen = True
        else:
            piece.role = kept_role(piece, following, body_seen)
            body_seen = body_seen or piece.role == "body"


def kept_role(piece: Piece, following: Piece | None, body_seen: bool) -> str:
    """Return the role of a piece that stays, and is followed by `following`."""
    if piece.hit is not None and piece.hit.role == "note":
        return "note"
    if not body_seen and "lead-names" in piece.evidence:
        return "standfirst"
    if piece.kind == "heading":
        return "subhead"
    if piece.kind in ("list-item", "table"):
        return "list"
    if piece.kind == "quote":
        return "quote"
    heads = following is not None and following.words > 2 * LABEL_WORDS
    label = piece.words <= LABEL_WORDS and not piece.text.endswith(SENTENCE_END)
    if heads and label and not piece.path:
        return "subhead"
    return "body"


def guessed_role(piece: Piece) -> str:
    """Return what sort of furniture a piece is that went by its score."""
    if piece.hit is not None:
        return piece.hit.role
    if piece.kind == "caption":
        return "caption"
    for step in reversed(piece.path.split("/")):
        for word in NAME_WORD.compiled().findall(step):
            if word in NAMED_ROLES:
                return NAMED_ROLES[word]
    if "after-comments" in piece.evidence and piece.evidence["after-comments"] == 1.0:
        return "comment"
    if piece.words <= 4:
        return "nav"
    return "related" if piece.links > 0.5 or not piece.path else "other"
