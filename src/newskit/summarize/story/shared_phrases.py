"""Choose the key phrases of several articles: those that most of them have.

Every article gives its own (keywords.py). The score of a phrase is the mean of what it scores in
the articles that have it, times the square of their share: a phrase of half the articles counts a
quarter. One that is part of a chosen one, or has one as a part, says the same and is left out, as
within one article.

What it gets wrong: the same thing under two names is two phrases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newskit.text.stems import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newskit.summarize.story.members import Member

# Phrases asked of each article for one of the story's: what is third in every article may win.
CANDIDATES = 3


def shared_phrases(members: Sequence[Member], count: int) -> list[dict[str, Any]]:
    """Return at most `count` phrases, best first, each where the first of the articles has it."""
    found: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for member in members:
        for phrase in member.keywords:
            key = tuple(content_words(phrase["text"]))
            found.setdefault(key, []).append({"id": member.id, **phrase})
    most = len(members)
    scores = {
        key: round(sum(p["score"] for p in phrases) * len(phrases) / (most * most), 4)
        for key, phrases in found.items()
    }
    chosen: list[tuple[str, ...]] = []
    for key in sorted(scores, key=lambda key: -scores[key]):  # of equals, the first found
        if len(chosen) == count:
            break
        if not any(_is_part(key, other) or _is_part(other, key) for other in chosen):
            chosen.append(key)
    return [_as_written(found[key]) | {"score": scores[key]} for key in chosen]


def _as_written(phrases: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the first mention that is not in capitals, as datelines are; else the first."""
    return next((p for p in phrases if not p["text"].isupper()), phrases[0])


def _is_part(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the words of a phrase stand side by side in another."""
    return any(other[i : i + len(key)] == key for i in range(len(other) - len(key) + 1))
