"""Reads each shape that an article comes in, into the found fields and the record's blocks.

Every function returns (fields, blocks): the fields hold `text` and whatever metadata was found; the
blocks are as the record has them, with offsets in code points into that text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newskit.errors import BadArticle
from newskit.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Sized

Shape = tuple[dict[str, Any], list[dict[str, Any]]]

BETWEEN = "\n\n"


def from_html(html: str, url: str | None) -> Shape:
    """Read a page; raises BadArticle if it is too big or too deep."""
    # Here and not above, so that text needs no HTML parser.
    from newskit.parse.html import parse_tree, read_blocks
    from newskit.parse.metadata import read_metadata

    tree = parse_tree(html)
    fields = read_metadata(tree, url)
    found = read_blocks(tree)
    _check_number(found)
    evidence = [{"kind": b.kind, "path": b.path, "links": b.links} for b in found]
    return _joined(dict(fields), [b.text for b in found], evidence)


def from_markdown(text: str) -> Shape:
    """Read Markdown; what neither front matter nor heading tells may stand beside the heading."""
    from newskit.parse.markdown import read_markdown
    from newskit.parse.plain import read_lines

    fields, found = read_markdown(text.replace("\0", ""))
    _check_number(found)
    texts = [text for text, _, _ in found]
    fields = read_lines(texts, fields.get("title", "")) | fields
    evidence: list[dict[str, Any]] = []
    for _, kind, links in found:
        evidence.append({"kind": kind, "links": links} if links else {"kind": kind})
    return _joined(fields, texts, evidence)


def from_text(text: str) -> Shape:
    """Read plain text: the blocks are its lines or paragraphs, joined anew."""
    from newskit.text.blocks import segment

    text = text.replace("\0", "").lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    spans = segment(text)
    _check_number(spans)
    pieces = [text[start:end] for start, end, _ in spans]
    return _joined(_plain(text, spans), pieces, [{"kind": kind} for _, _, kind in spans])


def from_kept_text(text: str, blocks: object) -> Shape:
    """Read a text that stays as it is; blocks that it came with stay too, if they fit."""
    from newskit.text.blocks import segment

    if isinstance(blocks, list) and blocks and all(_fits(block, len(text)) for block in blocks):
        return {"text": text}, blocks
    spans = segment(text)
    _check_number(spans)
    kept = [{"start": start, "end": end, "kind": kind} for start, end, kind in spans]
    return _plain(text, spans) | {"text": text}, kept


def _check_number(blocks: Sized) -> None:
    if len(blocks) > LIMITS.blocks:
        raise BadArticle(f"{len(blocks):,} blocks (at most {LIMITS.blocks:,})")


def _plain(text: str, spans: list[tuple[int, int, str]]) -> dict[str, Any]:
    from newskit.parse.plain import read_plain

    return read_plain(text, spans)


def _joined(fields: dict[str, Any], texts: list[str], evidence: list[dict[str, Any]]) -> Shape:
    """Join blocks to a text, and give each its place in it."""
    blocks = []
    start = 0
    for text, known in zip(texts, evidence, strict=True):
        end = start + len(text)
        blocks.append({"start": start, "end": end, **known})
        start = end + len(BETWEEN)
    fields["text"] = BETWEEN.join(texts)
    return fields, blocks


def _fits(block: object, length: int) -> bool:
    """Tell whether something is a block of a text of this length."""
    if not isinstance(block, dict) or not isinstance(block.get("kind"), str):
        return False
    start, end = block.get("start"), block.get("end")
    return isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= length
