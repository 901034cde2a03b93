"""Decides which pieces stay, and says why the others go: rules first, then the trained judge.

In this order: what a rule names for certain goes by that rule; captions by their markup and the
controls of forms go; the rest stays if the trained judge (learned/) says so. Then the headlines
under "Related articles" and beside "Next article" go with them, and headings under which nothing is
left. A piece that the judge is all but sure of stays though a rule knows how it begins.

What it gets wrong: teasers written as whole sentences, readers' comments in plain text without a
heading, boxes of facts and biographies, about which the labelled sets disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newskit.clean.lines import ends_sentence, is_prose
from newskit.clean.phrase import fold
from newskit.clean.sections import (
    CAPTION_WORDS,
    HEADLINE_WORDS,
    LIKELY,
    SURE,
    condemn_biographies,
    condemn_captions,
    condemn_headings,
    condemn_sections,
    is_title,
)
from newskit.rule import Rule

if TYPE_CHECKING:
    from newskit.clean.learned import Judge
    from newskit.clean.pieces import Piece
    from newskit.clean.rules import Hit, RuleBook

# Sentences of plain text within two lines of a kept paragraph stay from this probability on. With
# 0.05 the last sentence of a short article among furniture went; F1 as text is within 0.0005.
SPARED, SPARED_REACH, SPARED_WORDS = 0.03, 2, 5
SPARING = 0.4  # probability from which a paragraph that is spared spares the next one
REOPENING = 0.3  # probability of a sentence that ends the list of headlines above it
KEEP = 0.5  # probability of pieces that are as likely the article's as not
CERTAIN = frozenset(("caption", "share", "comment"))  # roles whose shapes occur in no article
SETTLED = frozenset(("cookies",))  # rules that were right wherever the judge was as sure
# Rules whose opening words also begin sentences of articles, advice and reviews above all.
UNSURE = frozenset(
    ("advertisement", "call-to-action", "cookies", "legal", "navigation", "paywall", "player",
     "read-also")
)  # fmt: skip
UNSURE_WORDS = 12  # words; shorter sentences that begin as calls are calls
RULE_WORDS = 120  # words; no rule speaks of longer pieces
BAR = " | "  # between the cells of a row
CAPTION_CLASS = Rule(
    "caption-class",
    r"(?:caption|cutline|bildunterschrift|image-?meta|(?:image|photo)-?credit)"
    r"[^/]{0,100}(?:/[^/]{0,200})?$",
    "The last two steps of a path that call it a caption: of 580 such blocks with a role four have "
    "one that is kept.",
    hits=("p.image-metadata", "div.photo__caption/p", "p.captionbox"),
    misses=("article.post/p", "div.caption/ul/li", "div.metadata/p"),
)
STANDFIRST_CLASS = Rule(
    "standfirst-class",
    r"(?:sub-?head(?:line)?|sub-?title|standfirst|excerpt|vorspann|chapo|ingress|teaser-?text"
    r"|[^a-z](?:dek|deck|lead|intro))(?![a-z])[^/]{0,100}(?:/[^/]{0,200})?$",
    "The last two steps of a path that call it the summary under the headline: of 240 such blocks "
    "close under one, 200 have a role that is kept.",
    hits=("h2.subheadline", "div.article-excerpt/p", "p.lead"),
    misses=("div.leadership/p", "article.post/p", "div.introduction-to-boats/p"),
)
STANDFIRST_REACH, STANDFIRST_WORDS = 6, 5  # pieces below the headline; words
CONTROLS = ("button", "select", "option", "textarea", "input", "label")  # no text of an article


def find_hits(pieces: list[Piece], book: RuleBook) -> None:
    """Set `hit` of all pieces: what the rules say of them."""
    biographies = False
    look_up = book.look_up
    for index, piece in enumerate(pieces):
        if piece.words <= RULE_WORDS:
            cells = piece.kind == "table" or (BAR in piece.text and is_row(pieces, index))
            piece.hit = hit = look_up(piece.text, piece.words, cells)
            if hit is not None and hit.name == "author-bio":
                biographies = True
    if biographies:
        drop_biographies(pieces)


def is_row(pieces: list[Piece], index: int) -> bool:
    """Return whether a line of text is a row of a table: one beside it has as many bars."""
    bars = pieces[index].text.count(BAR)
    beside = pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2]
    return bars >= 2 and any(piece.text.count(BAR) == bars for piece in beside)


def drop_biographies(pieces: list[Piece]) -> None:
    """Take back the hits of biographies above prose: there it is a sentence of the article."""
    prose_after = 0
    for piece in reversed(pieces):
        if piece.hit is not None and piece.hit.name == "author-bio" and prose_after >= 2:
            piece.hit = None
        elif is_prose(piece):
            prose_after += 1


def judge(pieces: list[Piece], title: str, learned: Judge, repeats: bool = False) -> None:
    """Set `score`, `role` and, for those that go, `reason` of all pieces, whose hits are known."""
    blocks = [_judged(piece) for piece in pieces]
    texts = [piece.text for piece in pieces]
    hits = [piece.hit for piece in pieces]
    verdicts = learned.judge(blocks, texts, hits, title or None)
    for piece, verdict in zip(pieces, verdicts, strict=True):
        piece.score, piece.role = verdict.keep_probability, verdict.role
        if piece.hit is not None and is_ruled(piece, piece.hit):
            piece.role, piece.reason = piece.hit.role, piece.hit.name
        elif is_caption(piece) and piece.words <= CAPTION_WORDS:
            piece.role, piece.reason = "caption", "caption"
        elif piece.path.startswith(CONTROLS, piece.path.rfind("/") + 1):
            piece.role, piece.reason = "widget", "control"
        elif repeats and "repeats" in piece.block:
            piece.role, piece.reason = "nav", "repeats"
        elif not verdict.keep:
            piece.reason = ":".join(("model", ",".join(verdict.evidence))).rstrip(":")
        elif piece.words <= CAPTION_WORDS and is_called_caption(piece):
            piece.role, piece.reason = "caption", "caption"
        elif piece.hit is not None and piece.hit.role == "note":
            piece.role = "note"
        elif piece.kind == "quote":
            piece.role = "quote"
    if not any(piece.path for piece in pieces):
        spare_sentences(pieces)
    condemn_sections(pieces, fold(title))
    condemn_headings(pieces)
    condemn_biographies(pieces)
    condemn_captions(pieces)
    spare_standfirst(pieces, fold(title))


def _judged(piece: Piece) -> dict[str, Any]:
    """Return the block as the judge reads it; one that clean removed before may lie on its kind."""
    block = piece.block
    return block if block.get("kind") == piece.kind else block | {"kind": piece.kind}


def is_caption(piece: Piece) -> bool:
    """Return whether `piece` is a caption by its element, or by the class that WordPress gives."""
    return piece.kind == "caption" or piece.path.endswith(".wp-caption-text")


def is_called_caption(piece: Piece) -> bool:
    """Return whether the class of the element of `piece`, or of the one around it, says caption."""
    return bool(piece.path) and CAPTION_CLASS.search(piece.path) is not None


def spare_sentences(pieces: list[Piece]) -> None:
    """Give back sentences of plain text that stand beside paragraphs that stay.

    Without markup the judge is unsure of short paragraphs among furniture, and a lost sentence
    costs a reader more than a teaser left over.
    """
    pieces = _in_the_open(pieces)
    kept = [not piece.reason and is_prose(piece) for piece in pieces]
    for index, piece in enumerate(pieces):
        if not piece.reason or piece.hit is not None or piece.score < SPARED:
            continue
        reach = SPARED_REACH if is_prose(piece) else 1
        if piece.words < SPARED_WORDS or not ends_sentence(piece.text):
            continue
        if any(kept[max(0, index - reach) : index + reach + 1]):
            piece.role, piece.reason = "body", ""
            kept[index] = is_prose(piece) and piece.score >= SPARING


def spare_standfirst(pieces: list[Piece], title: str) -> None:
    """Give back what stands close under the headline and is called its summary by its class."""
    left = 0
    for piece in pieces:
        if piece.path and is_title(piece, title):
            left = STANDFIRST_REACH
        elif left:
            left -= 1
            if (
                piece.reason.startswith("model")
                and piece.words >= STANDFIRST_WORDS
                and piece.links < 0.3
                and STANDFIRST_CLASS.search(piece.path) is not None
            ):
                piece.role, piece.reason = "standfirst", ""
                return


def _in_the_open(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces that no rule took out, without what stands in a section of furniture.

    A list of headlines ends with a paragraph; readers' comments where the judge keeps one.
    """
    found = []
    closed = ""
    for piece in pieces:
        hit = piece.hit
        if hit is not None and piece.reason == hit.name:
            if hit.whole and (hit.section or hit.role == "comment") and closed != "comment":
                closed = hit.role
        elif is_prose(piece) and (
            not piece.reason or (closed != "comment" and is_text_again(piece))
        ):
            closed = ""
        if not closed and (not piece.reason or piece.reason.startswith("model")):
            found.append(piece)
    return found


def is_text_again(piece: Piece) -> bool:
    """Return whether a piece, which is prose, stands no longer under the heading above it."""
    return piece.words >= HEADLINE_WORDS or (piece.score >= REOPENING and ends_sentence(piece.text))


def is_ruled(piece: Piece, hit: Hit) -> bool:
    """Return whether the rule that hit `piece` is enough to take it out."""
    if hit.role == "note":
        return False
    if hit.name in ("timestamp", "label") and piece.kind in ("table", "list-item", "heading"):
        return piece.score < KEEP  # results, schedules and diaries of the article have such cells
    if piece.path and piece.score >= LIKELY and hit.role not in CERTAIN and hit.name not in SETTLED:
        return False  # with markup the judge knows better what a line is than what it says
    if hit.name in UNSURE and not hit.whole and piece.words >= UNSURE_WORDS:
        return piece.score < SURE or not ends_sentence(piece.text)
    return True
