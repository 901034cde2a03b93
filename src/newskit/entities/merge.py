"""From mentions to entities: what is one entity, what it is called, and how much it matters.

Mentions of one type and one key are one entity: the finder gives the key, a place its gazetteer
entry (so that U.S. and United States meet), a date or an amount its value. What has no key is
itself, in lower case.

Salience is a sum of three shares between 0 and 1: mentions, as a share of the most mentioned
entity's (half the weight); how early the first one comes (0.3); being in the title (0.2). Dates and
amounts get half of that: an article is seldom about them. The weights were set by reading; no gold
was used yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newskit.entities.spans import Candidate

MENTIONS, EARLY, TITLE = 0.5, 0.3, 0.2
VALUED = frozenset(("DATE", "TIME", "DURATION", "MONEY", "PERCENT", "QUANTITY"))
VALUED_WEIGHT = 0.5


def merge(found: Iterable[tuple[str, Candidate]], strings: dict[str, str]) -> list[dict[str, Any]]:
    """Return the entities of an article, the most salient first, then in order of mention.

    `found` are (field, candidate) pairs in order; `strings` the fields' original strings.
    """
    groups: dict[tuple[str, str], list[tuple[str, Candidate]]] = {}
    for field, candidate in found:
        key = candidate.key or strings[field][candidate.start : candidate.end].lower()
        groups.setdefault((candidate.type, key), []).append((field, candidate))
    most = max(map(len, groups.values()), default=1)
    entities = [_entity(group, strings, most) for group in groups.values()]
    entities.sort(key=lambda entity: -entity["salience"])  # stable: then in order of mention
    return entities


def _entity(
    group: list[tuple[str, Candidate]], strings: dict[str, str], most: int
) -> dict[str, Any]:
    mentions = [
        {"field": field, "start": c.start, "end": c.end, "text": strings[field][c.start : c.end]}
        for field, c in group
    ]
    first = group[0][1]
    names = [str(mention["text"]) for mention in mentions]
    entity: dict[str, Any] = {
        "name": names[0] if first.type in VALUED else max(names, key=_fullness),
        "type": first.type,
        "count": len(mentions),
        "salience": _salience(group, strings, most),
    }
    for name in ("value", "mod", "country"):
        value = next((v for _, c in group if (v := getattr(c, name))), "")
        if value:
            entity[name] = value
    entity["mentions"] = mentions
    return entity


def _fullness(name: str) -> tuple[int, bool]:
    return len(name), not name.isupper()


def _salience(group: list[tuple[str, Candidate]], strings: dict[str, str], most: int) -> float:
    in_title = any(field == "title" for field, _ in group)
    at = next((c.start for field, c in group if field == "text"), None)
    early = 0.0 if at is None else 1 - at / (len(strings["text"]) or 1)
    salience = MENTIONS * len(group) / most + EARLY * early + TITLE * in_title
    return round(salience * (VALUED_WEIGHT if group[0][1].type in VALUED else 1), 3)
