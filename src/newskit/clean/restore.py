"""Puts a cleaned article together again: the blocks that parse wrote, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def restore(article: Mapping[str, Any]) -> list[str]:
    """Return the texts of all blocks, kept and removed, as they were before cleaning.

    >>> restore({"text": "B", "blocks": [{"start": 0, "end": 1}],
    ...          "removed": [{"text": "A", "after": -1}, {"text": "C", "after": 0}]})
    ['A', 'B', 'C']
    """
    following: dict[int, list[str]] = {}
    for entry in article.get("removed") or ():
        following.setdefault(entry["after"], []).append(entry["text"])
    texts = following.get(-1, [])
    for index, block in enumerate(article["blocks"]):
        texts.append(block.get("original", article["text"][block["start"] : block["end"]]))
        texts += following.get(index, ())
    return texts
