"""Brings whatever an article has, blocks or only text, into the pieces that clean judges.

Blocks of `parse` are taken as they are if they fit the text; otherwise the text is cut into blocks
again. An article that clean has already seen is put together again first, removed pieces in their
places, and judged as a whole: so clean may run again with other settings, and with the same ones
changes nothing.
"""

from __future__ import annotations

from typing import Any

from newskit.article import KINDS
from newskit.clean.rules import Hit
from newskit.text.blocks import segment
from newskit.text.words import count_words, stop_share

PATH_STEPS = 100  # steps of a path that are looked at; real pages have 10 to 40


class Piece:
    """One block while it is judged."""

    __slots__ = (
        "_stop", "block", "hit", "kind", "links", "path", "reason", "role", "score", "text",
        "words",
    )  # fmt: skip

    def __init__(self, text: str, kind: str, block: dict[str, Any]) -> None:
        self.text = text
        self.kind = kind
        self.block = block  # as it came, for path and links
        path = block.get("path")
        if not isinstance(path, str):
            path = ""
        elif path.count("/") >= PATH_STEPS:
            path = _shortened(path)
        self.path: str = path
        links = block.get("links")
        self.links = float(links) if isinstance(links, (int, float)) else 0.0
        self.words = count_words(text)
        self._stop = -1.0  # not measured
        self.hit: Hit | None = None
        self.score = 1.0
        self.role = "body"
        self.reason = ""  # why it goes; empty while it stays

    @property
    def stop(self) -> float:
        """Share of stop words, measured when it is asked for: few pieces are."""
        if self._stop < 0:
            self._stop = stop_share(self.text) if self.words > 3 else 0.0
        return self._stop


def _shortened(path: str) -> str:
    steps = path.split("/")
    return "/".join((*steps[: PATH_STEPS - 1], steps[-1]))


def fitting_blocks(text: str, blocks: Any) -> bool:
    """Return whether `blocks` are those of `text`: in order, within it, and covering its words."""
    if not isinstance(blocks, list):
        return False
    at, size = 0, len(text)
    for block in blocks:
        if not isinstance(block, dict):
            return False
        start, end = block.get("start"), block.get("end")
        if type(start) is not int or type(end) is not int or block.get("kind") not in KINDS:
            return False
        if not at <= start < end <= size or not (start == at or text[at:start].isspace()):
            return False
        at = end
    return at == size or text[at:].isspace()


def read_pieces(article: dict[str, Any]) -> tuple[list[Piece], list[dict[str, str]]]:
    """Return the pieces of an article as parse wrote them, in order, and warnings."""
    text = article["text"]
    blocks = article.get("blocks")
    warnings = []
    if not fitting_blocks(text, blocks):
        if blocks is not None:
            message = "the blocks did not fit the text; it was cut into blocks again"
            warnings.append({"code": "blocks-ignored", "message": message})
        blocks = [{"start": s, "end": e, "kind": k} for s, e, k in segment(text)]
    kept = []
    for block in blocks or ():
        original = block.get("original")
        whole = original if isinstance(original, str) else text[block["start"] : block["end"]]
        kept.append(Piece(whole, block["kind"], block))
    return _merged(kept, article.get("removed")), warnings


def _merged(kept: list[Piece], removed: Any) -> list[Piece]:
    """Put what earlier runs removed back in its places; wrong places are moved to the nearest."""
    if not isinstance(removed, list) or not removed:
        return kept
    following: dict[int, list[Piece]] = {}
    for entry in removed:
        if isinstance(entry, dict) and isinstance(entry.get("text"), str) and entry["text"]:
            after = entry.get("after")
            after = max(-1, min(after, len(kept) - 1)) if type(after) is int else len(kept) - 1
            kind = entry.get("kind") if entry.get("kind") in KINDS else "other"
            following.setdefault(after, []).append(Piece(entry["text"], str(kind), entry))
    pieces = following.get(-1, [])
    for index, piece in enumerate(kept):
        pieces.append(piece)
        pieces += following.get(index, ())
    return pieces
