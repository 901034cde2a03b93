"""Tell sentences the kind and role of the block they stand in, where the blocks fit the text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newskit.summarize.sentence import Sentence


# Share of the text in captions above which they are what the article says: a gallery.
GALLERY_SHARE = 0.5


def note_blocks(sentences: Sequence[Sentence], blocks: object, length: int) -> None:
    """Give each sentence the kind and role of its block, if the blocks fit the text.

    Blocks of another text, or malformed ones, are as good as none: then only shape counts. So are
    the captions of a gallery.
    """
    if not isinstance(blocks, list) or not all(_is_block(block, length) for block in blocks):
        return
    if any(a["end"] > b["start"] for a, b in pairwise(blocks)):
        return
    in_captions = sum(b["end"] - b["start"] for b in blocks if b.get("kind") == "caption")
    is_gallery = in_captions > GALLERY_SHARE * length
    position = 0
    for sentence in sentences:
        while position < len(blocks) and blocks[position]["end"] <= sentence.start:
            position += 1
        if position == len(blocks):
            return
        block = blocks[position]
        if is_gallery and block.get("kind") == "caption":
            continue
        if block["start"] <= sentence.start:
            sentence.kind = _string(block.get("kind"))
            sentence.role = _string(block.get("role"))


def _is_block(block: object, length: int) -> bool:
    if not isinstance(block, dict):
        return False
    start, end = block.get("start"), block.get("end")
    return isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= length


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
