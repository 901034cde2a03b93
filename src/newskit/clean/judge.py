"""Weighs the evidence on each piece, decides which stay, and says why the others go.

The score is a logistic sum: each kind of evidence (features.py) times its weight below, from 0
(furniture) to 1 (the article). Two columns: pages with markup, and plain text, where only the shape
of lines is left. Then, in this order: what a rule names goes by that rule; the headlines under
"Related articles" and beside "Next article" go with it; the rest stays if it scores `KEEP` or more;
and `guard` steps in when an article would lose nearly all of its prose.

What it gets wrong: teasers written as whole sentences (they look like short paragraphs), readers'
comments in plain text without a heading, lists whose items are as short as a menu's.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple

from newskit.clean.features import FULL_STOPS, SENTENCE_END, is_prose

if TYPE_CHECKING:
    from newskit.clean.pieces import Piece


class Weight(NamedTuple):
    """What one unit of evidence adds to the score, in logits, on pages and in plain text."""

    html: float
    text: float
    usual: float  # how much of it a paragraph of an article has; reasons are told against this
    why: str


# Set by logistic regression on one half of the sites of three labelled sets (each page weighs the
# same, blocks by the root of their words), then rounded to a tenth. Changing one weight by 20 % was
# tried for twelve of them: F1 on the other half moves by up to 0.001 for HTML and 0.005 for plain
# text, either way.
WEIGHTS: dict[str, Weight] = {
    "bias": Weight(0.3, -0.9, 1, "where the sum starts"),
    # the piece by itself
    "length": Weight(1.9, 1.8, 0.7, "words, full at 50: furniture is short"),
    "stop-words": Weight(0.1, 0.1, 0.7, "function words: prose is half made of them"),
    "commas": Weight(-0.1, 0.4, 0.2, "commas per word"),
    "short-sentence": Weight(-0.2, -0, 0, "ends like a sentence, but has under five words"),
    "unended": Weight(-0.8, -0.8, 0, "twelve words and more, and no full stop: a headline, a "
    "teaser"),
    "fragment": Weight(-0.4, -0.9, 0, "three words at most: a label"),
    "capitals": Weight(0.2, -0.2, 0.2, "words with a capital: names of sections, headlines"),
    "figures": Weight(0.4, 0.4, 0, "digits in a short line: tables, results"),
    "address": Weight(-1.1, -0.9, 0, "an e-mail or web address in a short line"),
    "links": Weight(-1.7, 0, 0, "share of the characters inside links"),
    "kind-heading": Weight(0.4, 1.2, 0, "a heading"),
    "kind-list-item": Weight(0.6, 0.8, 0, "an item of a list; menus are caught by links and names"),
    "kind-table": Weight(0.6, 0, 0, "a cell of a table"),
    "kind-quote": Weight(-0.9, -0.1, 0, "a quotation set apart; often a testimonial or a post"),
    "kind-code": Weight(-0.9, 0, 0, "code; most often leftovers of scripts"),
    "kind-other": Weight(-1.1, 0.1, 0, "options of a form and the like"),
    "kind-caption": Weight(-2.1, -1, 0, "a caption; most sets leave them out"),
    # what the rules say; the score only settles cases where a rule alone must not (`RULED`)
    "rule-ad": Weight(-1.2, -1.7, 0, "a rule calls it advertising"),
    "rule-author": Weight(-0.3, -0.8, 0, "a rule calls it the author's biography"),
    "rule-byline": Weight(-1, -1.1, 0, "a rule calls it a byline"),
    "rule-caption": Weight(-2.2, -2.8, 0, "a rule calls it a caption or credit"),
    "rule-comment": Weight(-0.5, -0.8, 0, "a rule calls it part of the comments"),
    "rule-date": Weight(-1.8, -1.7, 0, "a rule calls it a stamp"),
    "rule-legal": Weight(-1.1, -2.5, 0, "a rule calls it legal"),
    "rule-nav": Weight(-1.4, -1.8, 0, "a rule calls it navigation"),
    "rule-related": Weight(-2.7, -3, 0, "a rule calls it a pointer to other stories"),
    "rule-share": Weight(-1.4, -2.5, 0, "a rule calls it a share button"),
    "rule-signup": Weight(-2.5, -3.5, 0, "a rule calls it a call to sign up or pay"),
    "rule-tag": Weight(-0.5, -0.9, 0, "a rule calls it topic labels"),
    "rule-widget": Weight(-1.3, -2.1, 0, "a rule calls it a player, search or label"),
    # its place on the page
    "article-names": Weight(0.7, 0, 0.5, "names along the path that articles bear"),
    "furniture-names": Weight(-1.5, 0, 0.1, "names along the path that furniture bears"),
    "inside": Weight(1.4, 0, 1, "within the container that holds most of the page's prose"),
    "outside": Weight(-1.2, 0, 0, "not within it"),
    "depth-inside": Weight(-0.5, 0, 0.1, "how deep below that container: boxes inside the article"),
    "mass": Weight(1.3, 0, 0.7, "share of the page's prose that stands in the piece's own "
    "container"),
    "title-words": Weight(2.1, 1.9, 0.1, "share of the headline's words that it repeats"),
    "lead-names": Weight(1.9, 0, 0, "named after standfirsts, and no text before it"),
    "comment-names": Weight(-2.1, 0, 0, "inside an element named after comments"),
    "repeated-prose": Weight(-2.7, -2.8, 0, "the same sentence or paragraph stood there before"),
    "repeated": Weight(-0.4, -0.5, 0, "the same label stood on the page before"),
    "page": Weight(-1.7, -0.6, 0.3, "how much rule-known furniture the whole text has"),
    "page-short": Weight(0.6, -0.8, 0.2, "the same, times the share of short lines"),
    "alone": Weight(0, 4, 0, "next to none of it: the text is an article already"),
    # its neighbours
    "next-to-prose": Weight(0.3, 0.8, 0.8, "prose right before or after it"),
    "near-prose": Weight(0.2, 0.5, 0.8, "prose within three pieces"),
    "among-prose": Weight(0, 1.5, 0.7, "prose within ten pieces"),
    "between": Weight(0.8, 2.1, 0.8, "prose both before and after it, anywhere"),
    "before-all": Weight(-0.7, -0.6, 0, "no prose before it"),
    "after-all": Weight(-0.3, -0.2, 0, "no prose after it"),
    "late": Weight(-1.2, -1.3, 0.5, "share of all prose that stands before it"),
    "under-section": Weight(-1.3, -2.1, 0, "shortly under a heading such as Related articles"),
    "among-comments": Weight(-0.7, -2.1, 0, "lines of a comment section close by, above or below"),
    "after-comments": Weight(-1.7, -3.4, 0, "lines of a comment section stood before it"),
}  # fmt: skip

KEEP = 0.5  # score from which a piece stays; 0.6 costs 0.002 F1 for HTML, 0.008 for plain text
SURE = 0.97  # score from which a sentence stays though a rule knows how it begins; 0.8 lets ads in
TOLD = 0.3  # logits; evidence that weighed less is no reason to tell
UNTOLD = frozenset(
    ("bias", "inside", "page", "page-short")
)  # outside tells inside; others, the page
# Rules whose opening words also begin sentences of articles, advice and reviews above all.
UNSURE = frozenset(
    ("advertisement", "call-to-action", "legal", "navigation", "paywall", "player", "read-also")
)
CAPTION_WORDS = 60  # words; what stands longer in <figcaption> is text of a site that misuses it
SECTION_PIECES = 30  # pieces; the longest list of headlines that one heading condemns
HEADING_WORDS = 8  # words; in plain text a longer line that heads nothing may be a paragraph
CONTROLS = ("button", "select", "option", "textarea", "input", "label")  # no text of an article
HEADLINE_WORDS = 25  # words; longer pieces are no headline
GUARD_SHARE = 0.3  # of the main container's prose: if less is kept, the judgment has failed
GUARD_WORDS = 40  # words of prose below which a page has no text to fall back to


def judge(pieces: list[Piece], repeats: bool = False) -> bool:
    """Set `score` and, for those that go, `role` and `reason`; return whether guard stepped in."""
    pages = any(piece.path for piece in pieces)
    weights = {name: w.html if pages else w.text for name, w in WEIGHTS.items()}
    told = {name: weights[name] for name, w in WEIGHTS.items() if name not in UNTOLD}
    usual = [(name, told[name], WEIGHTS[name].usual) for name in told if WEIGHTS[name].usual]
    for name, _, _ in usual:
        del told[name]
    for piece in pieces:
        total = 0.0
        for name, value in piece.evidence.items():
            total += weights.get(name, 0.0) * value
        piece.score = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
        if is_ruled(piece):
            assert piece.hit is not None
            piece.role, piece.reason = piece.hit.role, piece.hit.name
        elif is_caption(piece):
            piece.role, piece.reason = "caption", "caption"
        elif repeats and "repeats" in piece.block:
            piece.role, piece.reason = "nav", "repeats"
        elif piece.path.rpartition("/")[2].startswith(CONTROLS):
            piece.role, piece.reason = "widget", "control"
        elif piece.score < KEEP:
            piece.reason = "score:" + ",".join(strongest(piece, told, usual))
    condemn_sections(pieces)
    failed = guard(pieces)
    condemn_headings(pieces)
    return failed


def is_ruled(piece: Piece) -> bool:
    """Return whether the rule that hit `piece` is enough to take it out."""
    hit = piece.hit
    if hit is None or hit.role == "note":
        return False
    if hit.name in ("timestamp", "label") and piece.kind in ("table", "list-item"):
        return piece.score < KEEP  # results and schedules of the article have such cells
    if hit.name in UNSURE and not hit.whole and "sentence" in piece.evidence and piece.words >= 12:
        return piece.score < SURE
    return True


def is_caption(piece: Piece) -> bool:
    """Return whether kind or names make `piece` a caption, and it is not too long for one."""
    named = piece.kind == "caption" or "caption-names" in piece.evidence
    return named and piece.words <= CAPTION_WORDS


def strongest(
    piece: Piece, weights: dict[str, float], usual: list[tuple[str, float, float]]
) -> list[str]:
    """Return the one to three kinds of evidence that spoke most against `piece`.

    `weights` are those of evidence that a paragraph of an article has not, `usual` the others as
    (name, weight, how much a paragraph has).
    """
    found = piece.evidence
    effects = [
        (effect, name)
        for name, value in found.items()
        if (effect := weights.get(name, 0.0) * value) < -TOLD
    ]
    effects += [
        (effect, name)
        for name, weight, amount in usual
        if (effect := weight * (found.get(name, 0.0) - amount)) < -TOLD
    ]
    return [name for _, name in sorted(effects)[:3]] or ["weak"]


def condemn_sections(pieces: list[Piece]) -> None:
    """Take out the headlines that stand under a heading of furniture or beside Next article."""
    left, heading = 0, None
    for piece in pieces:
        hit = piece.hit
        if hit is not None and hit.whole and piece.reason == hit.name:
            if hit.section:
                left, heading = SECTION_PIECES, hit
            elif hit.name == "next-previous":
                left, heading = 1, hit
            continue
        if left and heading is not None and is_headline(piece):
            left -= 1
            piece.role = heading.role if heading.section else "related"
            piece.reason = heading.name
        elif not piece.reason:
            left = 0


def condemn_headings(pieces: list[Piece]) -> None:
    """Take out headings of which nothing is left that stood under them.

    On a page, a heading heads what shares its container; in plain text, what follows it.
    """
    body_seen = False
    for index, piece in enumerate(pieces):
        if piece.reason:
            continue
        if not body_seen or not is_heading(piece):
            body_seen = body_seen or piece.words >= HEADLINE_WORDS
            continue
        under = next(
            (i for i in range(index + 1, len(pieces)) if not pieces[i].reason), len(pieces)
        )
        box = piece.path.rpartition("/")[0] + "/"
        first = pieces[index + 1] if index + 1 < len(pieces) else None
        if first is None or not first.reason:
            continue
        boxed = first.path.startswith(box) if piece.path else under == len(pieces)
        if boxed and (under == len(pieces) or not pieces[under].path.startswith(box)):
            piece.role, piece.reason = first.role, "heads-nothing"


def is_heading(piece: Piece) -> bool:
    """Return whether `piece` is a heading by its markup or, in plain text, by its shape."""
    if piece.path:
        return piece.kind == "heading"
    return piece.words <= HEADING_WORDS and not piece.text.endswith(SENTENCE_END)


def is_headline(piece: Piece) -> bool:
    """Return whether `piece` may be another story's headline: short, or a link, and no sentence."""
    if piece.links > 0.8 and piece.words <= 2 * HEADLINE_WORDS:
        return True
    if piece.path and piece.score >= SURE:
        return False
    return piece.words <= HEADLINE_WORDS and not piece.text.endswith(FULL_STOPS)


def guard(pieces: list[Piece]) -> bool:
    """Give back the prose of the main container if hardly any of it was kept."""
    candidates = [
        piece
        for piece in pieces
        if is_prose(piece)
        and not is_ruled(piece)
        and "outside" not in piece.evidence
        and "comment-names" not in piece.evidence
    ]
    there = sum(piece.words for piece in candidates)
    kept = sum(piece.words for piece in pieces if not piece.reason)
    if there < GUARD_WORDS or kept >= GUARD_SHARE * there:
        candidates = []
    for piece in candidates:
        piece.reason, piece.role = "", "body"
    return bool(candidates)
