"""Measures each piece: the evidence that `judge.py` weighs, by name, mostly between 0 and 1.

Three views: the piece by itself (length, punctuation, stop words, links, rules that hit), its place
on the page (names along the path, the container that holds most prose, position, repetition), and
its neighbours (how much prose stands before, after and beside it). A trained judge can take the
same
numbers; nothing here decides anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.clean.names import CAPTION_NAMES, LEAD_NAMES, NAME_WORD, PathNames
from newskit.clean.phrase import OUTER, fold
from newskit.text.words import STOP_WORDS

if TYPE_CHECKING:
    from newskit.clean.pieces import Piece
    from newskit.clean.rules import Hit, RuleBook

FULL_STOPS = (".", "。", "।", "۔", ".”", '."', ".»", "。」")
SENTENCE_END = tuple(".!?…。！？؟।") + tuple(m + q for m in ".!?…。！？" for q in "\"”»’)“」』'")
DIGITS = frozenset("0123456789")
RULE_WORDS = 120  # words; no rule speaks of longer pieces
PROSE_WORDS = 8  # words; shorter pieces are labels as often as sentences
PROSE_STOP_SHARE = 0.2  # share; prose has 0.3 to 0.55, lists of headlines 0.1 to 0.25
COMMENTED_WORDS = 60  # words of prose that come before comments; above them they are links
UNKNOWN_LINES = 8  # short lines that no rule knows; a page's menus have dozens
LEAD_WORDS = 60  # words of prose after which nothing is a standfirst any more
MAIN_SHARE = 0.7  # share of the page's prose that the main container must hold


def is_prose(piece: Piece) -> bool:
    """Return whether a piece looks like running text by itself."""
    if piece.words < PROSE_WORDS or piece.links > 0.5 or piece.kind == "code":
        return False
    ended = piece.text.endswith(SENTENCE_END)
    return (ended and piece.stop > 0.1) or (piece.words >= 25 and piece.stop > PROSE_STOP_SHARE)


def measure(pieces: list[Piece], title: str, book: RuleBook) -> None:
    """Fill `hit`, `names` and `evidence` of all pieces of one article."""
    known: dict[tuple[str, bool], Hit | None] = {}  # menus repeat themselves
    for piece in pieces:
        if piece.words <= RULE_WORDS:
            cells = piece.kind == "table"
            key = (piece.text, cells)
            if key not in known:
                known[key] = book.match(piece.text.strip(), piece.words, cells)
            piece.hit = known[key]
        piece.evidence = _own(piece)
    _settle_biographies(pieces)
    prose = [
        piece.words * (1 - piece.links) if is_prose(piece) and (
            piece.hit is None or piece.hit.role == "note"
        ) else 0.0
        for piece in pieces
    ]  # fmt: skip
    if any(piece.path for piece in pieces):
        _names(pieces)
        _containers(pieces, prose)
    _repetition(pieces, title)
    _surroundings(pieces, prose)


def _settle_biographies(pieces: list[Piece]) -> None:
    """Drop the rule for biographies where prose follows: there it is a sentence of the article."""
    prose_after = 0
    for piece in reversed(pieces):
        if piece.hit is not None and piece.hit.name == "author-bio" and prose_after >= 2:
            piece.hit = None
        elif is_prose(piece):
            prose_after += 1


def _own(piece: Piece) -> dict[str, float]:
    text, words = piece.text, piece.words
    evidence = {"bias": 1.0, "length": min(words, 50) / 50, "links": piece.links}
    if piece.kind != "paragraph":
        evidence["kind-" + piece.kind] = 1.0
    if words >= 4:
        evidence["stop-words"] = min(piece.stop, 0.5) * 2
    if words <= 3:
        evidence["fragment"] = 1.0
    if text.endswith(SENTENCE_END):
        evidence["sentence" if words >= 5 else "short-sentence"] = 1.0
    elif words >= 12:
        evidence["unended"] = 1.0
    if words > 2:
        evidence["commas"] = min(
            1.0, (text.count(",") + text.count("，") + text.count("、")) * 5 / words
        )
        if words <= 25:
            parts = text.split()
            evidence["capitals"] = sum([part[0].isupper() for part in parts]) / len(parts)
    if words <= 25:
        if not DIGITS.isdisjoint(text):
            digits = sum([character in DIGITS for character in text])
            evidence["figures"] = min(1.0, 2 * digits / len(text))
        if "@" in text or "://" in text or "www." in text:
            evidence["address"] = 1.0
    if piece.hit is not None:
        strength = 1.0 if piece.hit.whole else 0.6
        evidence["rule-" + piece.hit.role] = strength
    return evidence


def _names(pieces: list[Piece]) -> None:
    names = PathNames()
    for piece in pieces:
        good, bad, comment = names.weigh(piece.path)
        piece.names = (good, bad)
        piece.evidence["article-names"] = min(good, 4.0) / 4
        piece.evidence["furniture-names"] = min(-bad, 6.0) / 6
        if comment:
            piece.evidence["comment-names"] = 1.0
        ending = "/".join(piece.path.rsplit("/", 2)[-2:])
        last = NAME_WORD.compiled().findall(ending)
        if not CAPTION_NAMES.isdisjoint(last):
            piece.evidence["caption-names"] = 1.0
        if piece.words >= 6 and piece.links < 0.3 and not LEAD_NAMES.isdisjoint(last):
            piece.evidence["lead-names"] = 1.0


def _containers(pieces: list[Piece], prose: list[float]) -> None:
    """Find where the page's prose hangs together, and how far from there each piece is."""
    mass: dict[str, float] = {}
    for piece, amount in zip(pieces, prose, strict=True):
        if not amount:
            continue
        amount *= 1.0 if piece.names[1] > -2.0 else 0.3  # prose under furniture's names counts less
        path = piece.path
        while path:
            path = path.rpartition("/")[0]
            mass[path] = mass.get(path, 0.0) + amount
    total = mass.get("", 0.0) or 1.0
    enough = [path for path, amount in mass.items() if amount >= MAIN_SHARE * total]
    main = max(enough, key=len, default="")
    parents: dict[str, float] = {}
    for piece in pieces:
        path = piece.path.rpartition("/")[0]
        outer = path.rpartition("/")[0]
        key = path + "\n" + outer
        if key not in parents:
            parents[key] = max(mass.get(path, 0.0), 0.8 * mass.get(outer, 0.0) if outer else 0.0)
        evidence = piece.evidence
        evidence["mass"] = min(1.0, parents[key] / total)
        inside = not main or path == main or path.startswith(main + "/")
        evidence["inside" if inside else "outside"] = 1.0
        if inside:
            evidence["depth-inside"] = min(6, path.count("/") - main.count("/")) / 6


def _repetition(pieces: list[Piece], title: str) -> None:
    seen: set[str] = set()
    wanted = fold(title)
    title_words = {w for w in wanted.split() if w not in STOP_WORDS}
    for piece in pieces:
        key = piece.text.lower().strip(OUTER)
        if wanted and abs(len(key) - len(wanted)) <= 10 and fold(key) == wanted:
            piece.evidence["title"] = 1.0
        elif title_words and 3 <= piece.words <= 30:
            shared = len(title_words.intersection(key.split()))
            piece.evidence["title-words"] = shared / len(title_words)
        if key in seen:
            piece.evidence["repeated-prose" if piece.words >= PROSE_WORDS else "repeated"] = 1.0
        seen.add(key)


def _surroundings(pieces: list[Piece], prose: list[float]) -> None:
    total = sum(prose) or 1.0
    count = len(pieces)
    sums = [0.0]
    for amount in prose:
        sums.append(sums[-1] + min(amount, 100.0))
    capped = sums[-1] or 1.0
    since = 99  # pieces since the last heading of a section of furniture
    comments = 0.0
    marks = [piece.hit is not None and piece.hit.role == "comment" for piece in pieces]
    for index, piece in enumerate(pieces):
        evidence = piece.evidence
        for name, reach in (("next-to-prose", 1), ("near-prose", 3), ("among-prose", 10)):
            low, high = max(0, index - reach), min(count, index + reach + 1)
            around = sums[high] - sums[low] - (sums[index + 1] - sums[index])
            evidence[name] = min(1.0, around / (40.0 * reach))
        before, after = sums[index] / capped, (capped - sums[index + 1]) / capped
        evidence["between"] = min(1.0, 4 * min(before, after))
        evidence["before-all"] = 1.0 if before == 0.0 else 0.0
        if sums[index] >= LEAD_WORDS:
            evidence.pop("lead-names", None)
        evidence["after-all"] = 1.0 if after == 0.0 else 0.0
        evidence["late"] = before
        if prose[index] >= 40:
            since += 3
        since = 0 if piece.hit is not None and piece.hit.section else since + 1
        if 0 < since <= 12:
            evidence["under-section"] = 1 - since / 13
        if marks[index] and sums[index] >= COMMENTED_WORDS:
            comments = min(1.0, comments + 0.34)
        evidence["after-comments"] = comments
        beside = sum(marks[max(0, index - 4) : index + 5])
        if beside > 1:
            evidence["among-comments"] = min(1.0, beside / 4)
    evidence_of_page(pieces, total)


def evidence_of_page(pieces: list[Piece], total: float) -> None:
    """Note on every piece how much of a whole page this is, and how much an article alone."""
    shorts = [p for p in pieces if p.words < PROSE_WORDS]
    hits = sum(1 for p in pieces if p.hit is not None and p.hit.role not in ("note", "caption"))
    kinds = len({p.hit.name for p in pieces if p.hit is not None})
    page = min(1.0, hits / 12) * 0.5 + min(1.0, kinds / 6) * 0.5
    short_share = len(shorts) / max(1, len(pieces))
    unknown = sum(1 for p in shorts if p.hit is None and not p.text.endswith(SENTENCE_END))
    alone = max(0.0, 1 - 2 * page, 1 - unknown / UNKNOWN_LINES)
    for piece in pieces:
        piece.evidence["page"] = page
        piece.evidence["page-short"] = page * short_share
        piece.evidence["alone"] = alone
