"""Read the record's `entities` as what key phrases need: names, and spans of dates and amounts.

Entities may have been written by anybody, and for another text: a mention counts only where its
`text` stands at its offsets, and what is malformed is passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Types that are a date, a time or an amount: no key phrases, but they part phrases.
VALUES = frozenset(
    ("DATE", "TIME", "DURATION", "SET", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL")
)
FIELDS = ("title", "text")
LONGEST = 100  # code points of a mention; what is longer names nothing


class Span(NamedTuple):
    """A piece of one of the article's strings, half-open, in code points."""

    field: str
    start: int
    end: int


class Name(NamedTuple):
    """An entity: its mentions in order, `fullest` among them."""

    fullest: Span
    mentions: tuple[Span, ...]
    salience: float
    is_value: bool


def read_names(article: Mapping[str, Any]) -> list[Name]:
    """Return the entities that fit the article's strings."""
    entities = article.get("entities")
    found = []
    for entity in entities if isinstance(entities, list) else ():
        if not isinstance(entity, dict):
            continue
        mentions = tuple(_mentions(article, entity.get("mentions")))
        if not mentions:
            continue
        named = (s for s in mentions if article[s.field][s.start : s.end] == entity.get("name"))
        salience = entity.get("salience")
        weight = min(1.0, max(0.0, salience)) if isinstance(salience, int | float) else 0.0
        is_value = entity.get("type") in VALUES if isinstance(entity.get("type"), str) else False
        found.append(Name(next(named, mentions[0]), mentions, weight, is_value))
    return found


def _mentions(article: Mapping[str, Any], mentions: object) -> Iterator[Span]:
    for mention in mentions if isinstance(mentions, list) else ():
        if not isinstance(mention, dict):
            continue
        field, start, end = mention.get("field"), mention.get("start"), mention.get("end")
        whole = article.get(field) if field in FIELDS else None
        if not (isinstance(whole, str) and isinstance(start, int) and isinstance(end, int)):
            continue
        if not 0 <= start < end <= min(len(whole), start + LONGEST):
            continue
        named = whole[start:end]
        if named == mention.get("text") and named == named.strip():
            yield Span(str(field), start, end)
