"""The clean stage: an article goes in with everything visible, and comes out with its body.

Reading (pieces.py), rules (rules.py) and judgment (judge.py, learned/) are separate; this module
puts them in order and writes the outcome. What was removed stays in the record with its
reason, so kept and removed together are what parse wrote (restore.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newskit.article import ARTICLE_ROLES, FURNITURE_ROLES
from newskit.clean.copies import take_copies
from newskit.clean.headline import find_headline
from newskit.clean.judge import find_hits, judge
from newskit.clean.lines import FULL_STOPS
from newskit.clean.phrase import fold
from newskit.clean.pieces import read_pieces
from newskit.clean.rules import RuleBook
from newskit.clean.sections import is_title
from newskit.rule import Rule
from newskit.text.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newskit.clean.learned import Judge
    from newskit.clean.pieces import Piece

BYLINE_WORDS = 20  # words; longer lines that name an author are sentences
LEAD_WORDS = 30  # words; the text begins with the first longer piece, and bylines are above it
BIOGRAPHY_WORDS = 60  # words; a last piece that begins with an author's name is his biography
BIOGRAPHY_PIECES = 4  # of an article; in a shorter one the author may be what it is about
KICKER_WORDS = 6  # words of a line that names the section
LIFE = Rule(
    "life-of-author",
    r",? (?:who )?(?:is (?:an?|the|editor|co-)|teaches|writes|covers|reports (?:on|from|for)"
    r"|has (?:written|covered|reported)|works (?:as|for|at)|lives in|hosts|edits)\b",
    "What a biography says behind the author's name.",
    hits=(" is the author of", " teaches urban history", ", who covers fish,"),
    misses=(" is late", " said", " was born"),
)
NORMAL_FORMS = ("spaces", "characters", "nothing")
ROLES = ARTICLE_ROLES + FURNITURE_ROLES
NOTHING_LEFT = {
    "code": "nothing-judged-body",
    "message": "no block was judged to be the article's body; the likeliest ones were kept",
}


class Clean:
    """Remove boilerplate from an article, each piece with its reason.

    Args:
        keep: roles to keep besides `learned.KEPT_ROLES` (docs/clean.md lists all roles).
        drop: roles to take out of those that are kept by default.
        normalise: what of kept blocks is brought into normal form (text/normal.py): "spaces", all
            "characters", or "nothing".
        repeats: whether blocks that repeats.py has marked go.
        learned: the trained judge, if not the packaged one (for evaluation).

    Raises:
        ValueError: for a role or a normal form that there is not.
    """

    name = "clean"
    needs = ("text",)
    sets = ("title", "text", "blocks", "removed")

    def __init__(
        self,
        keep: tuple[str, ...] = (),
        drop: tuple[str, ...] = (),
        *,
        normalise: str = "spaces",
        repeats: bool = False,
        learned: Judge | None = None,
    ) -> None:
        for role in (*keep, *drop):
            if role not in ROLES:
                raise ValueError(f"no such role: {role!r} (roles are {', '.join(ROLES)})")
        if normalise not in NORMAL_FORMS:
            raise ValueError(f"no such normal form: {normalise!r}")
        self.keep = frozenset(keep)
        self.drop = frozenset(drop)
        self.normalise = normalise
        self.repeats = repeats
        options: dict[str, Any] = {}
        if keep:
            options["keep"] = sorted(self.keep)
        if drop:
            options["drop"] = sorted(self.drop)
        if normalise != "spaces":
            options["normalise"] = normalise
        if repeats:
            options["repeats"] = True
        self.options: Mapping[str, Any] = options
        # Made for the first article: an empty stream is quick.
        self._book: RuleBook | None = None
        self._learned = learned

    def __call__(self, article: dict[str, Any]) -> dict[str, Any]:
        """Return `text`, `blocks` and `removed` of the cleaned article, and a `title` it lacked."""
        title = article.get("title")
        title = title if isinstance(title, str) else ""
        pieces, warnings = self._judged(article, title)
        told = {}
        if not title and (found := find_headline(pieces)):
            told["title"] = title = found
            # Judged again, as it will be when this article comes once more, with its title.
            pieces, warnings = self._judged(article, title)
        if title:
            _take_title(pieces, title)
        else:
            _keep_headline(pieces)
        _take_bylines(pieces, article.get("authors"))
        if title:
            _take_kickers(pieces)
        _take_ornaments(pieces)
        if _never_empty(pieces) and not _has_said_so(article):
            warnings.append(NOTHING_LEFT)
        self._apply_options(pieces)
        return told | self._write(pieces) | {"warnings": warnings}

    def _judged(
        self, article: dict[str, Any], title: str
    ) -> tuple[list[Piece], list[dict[str, str]]]:
        """Return the pieces of an article, judged, and warnings."""
        pieces, warnings = read_pieces(article)
        self._book = self._book or RuleBook()
        if self._learned is None:
            from newskit.clean.learned import Judge  # numpy: only where there is an article

            self._learned = Judge()
        find_hits(pieces, self._book)
        judge(pieces, title, self._learned, self.repeats)
        take_copies(pieces)
        return pieces, warnings

    def _apply_options(self, pieces: list[Piece]) -> None:
        for piece in pieces:
            if piece.reason and piece.role in self.keep:
                piece.reason = ""
            elif not piece.reason and piece.role in self.drop:
                piece.reason = "drop"

    def _write(self, pieces: list[Piece]) -> dict[str, Any]:
        blocks: list[dict[str, Any]] = []
        removed: list[dict[str, Any]] = []
        texts: list[str] = []
        at = 0
        for piece in pieces:
            text = piece.text
            if not piece.reason and self.normalise != "nothing":
                text = normalise(text, characters=self.normalise == "characters")
                if not text:
                    piece.reason, piece.role = "empty", "other"
            if piece.reason:
                removed.append(_removed(piece, len(blocks) - 1))
                continue
            block: dict[str, Any] = {"start": at, "end": at + len(text), "kind": piece.kind}
            _add_evidence(block, piece)
            block["role"] = piece.role
            if text != piece.text:
                block["original"] = piece.text
            blocks.append(block)
            texts.append(text)
            at += len(text) + 2
        return {"text": "\n\n".join(texts), "blocks": blocks, "removed": removed}


def _has_said_so(article: dict[str, Any]) -> bool:
    said = article.get("warnings")
    return isinstance(said, list) and any(
        isinstance(w, dict) and w.get("code") == NOTHING_LEFT["code"] for w in said
    )


def _add_evidence(block: dict[str, Any], piece: Piece) -> None:
    for key in ("path", "links"):
        if key in piece.block:
            block[key] = piece.block[key]


def _removed(piece: Piece, after: int) -> dict[str, Any]:
    entry = {
        "text": piece.text,
        "kind": piece.kind,
        "role": piece.role,
        "reason": piece.reason,
        "score": round(piece.score, 3),
        "after": after,
    }
    _add_evidence(entry, piece)
    return entry


def _take_title(pieces: list[Piece], title: str) -> None:
    """Take out the headline: the record has it in a field of its own."""
    wanted = fold(title)
    if len(pieces) > 1:
        for piece in pieces:
            if is_title(piece, wanted):
                piece.role, piece.reason = "title", "title"


def _take_bylines(pieces: list[Piece], authors: Any) -> None:
    """Take out short lines above the text that name an author, and biographies at either end."""
    if not isinstance(authors, list):
        return
    names = [name.casefold() for name in authors if isinstance(name, str) and " " in name]
    kept = [piece for piece in pieces if not piece.reason]
    for piece in kept:
        if piece.words > LEAD_WORDS:
            break
        line = piece.text.casefold()
        named = piece.words <= BYLINE_WORDS and any(name in line for name in names)
        if named and not line.endswith(FULL_STOPS):
            piece.role, piece.reason = "byline", "names-author"
        elif any(line.startswith(name) and LIFE.match(line[len(name) :]) for name in names):
            piece.role, piece.reason = "author", "names-author"
    last = kept[-1] if len(kept) >= BIOGRAPHY_PIECES else None
    if last and last.words <= BIOGRAPHY_WORDS and last.text.casefold().startswith(tuple(names)):
        last.role, last.reason = "author", "names-author"


def _take_kickers(pieces: list[Piece]) -> None:
    """Take out a line in capitals between headline and text: the section, or the subject."""
    for piece in pieces:
        if not piece.reason:
            if piece.words > LEAD_WORDS:
                return
            if piece.words <= KICKER_WORDS and piece.text.isupper() and not piece.path:
                piece.role, piece.reason = "tag", "kicker"


def _take_ornaments(pieces: list[Piece]) -> None:
    """Take out rules and asterisks above and below the text: there they part it from nothing."""
    for order in (pieces, reversed(pieces)):
        for piece in order:
            if piece.reason:
                continue
            if any(map(str.isalnum, piece.text)):
                break
            piece.role, piece.reason = "other", "ornament"


def _keep_headline(pieces: list[Piece]) -> None:
    """Keep the headline of an article that has no title field: the last h1 before the body."""
    headline = None
    for piece in pieces:
        if piece.path.rpartition("/")[2][:2] == "h1" and piece.hit is None:
            headline = piece
        elif not piece.reason and piece.kind == "paragraph":
            break
    if headline is not None:
        headline.role, headline.reason = "title", ""


def _never_empty(pieces: list[Piece]) -> bool:
    """Keep the likeliest pieces of an article of which nothing would stay."""
    if not pieces or any(not piece.reason for piece in pieces):
        return False
    best = max(piece.score for piece in pieces)
    for piece in pieces:
        if piece.score >= 0.5 * best and not (piece.reason == "title" and len(pieces) > 1):
            piece.reason, piece.role = "", "body"
    return any(not piece.reason for piece in pieces)
