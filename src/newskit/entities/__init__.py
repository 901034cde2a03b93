"""The stage `entities`: it marks what an article names, with values, and how much each matters.

Each finder reads one field at a time and proposes candidates; `spans.resolve` keeps those that do
not overlap; `merge.merge` makes entities of mentions. Today's finders are rules (dates, times,
amounts) and a gazetteer (places, peoples); a tagger for people and organisations is one more.
"""

from __future__ import annotations

import datetime
from typing import Any

from newskit.entities.amounts import amounts
from newskit.entities.merge import merge
from newskit.entities.numerals import scan
from newskit.entities.places import Places
from newskit.entities.spans import TYPES, Candidate, Field, prepare, resolve
from newskit.entities.times import times
from newskit.limits import LIMITS
from newskit.text.words import guess_language

__all__ = ["Entities"]

FIELDS = ("title", "text")


class Entities:
    """Marks dates, times, durations, amounts, places and peoples in `title` and `text`.

    Args:
        types: only entities of these types; None for all that the finders know. Raises ValueError
            for a name that is no type (see newskit.entities.spans.TYPES), BadModel when the
            gazetteer is damaged.
    """

    name = "entities"
    needs = ("text",)
    sets = ("entities",)

    def __init__(self, types: tuple[str, ...] | None = None) -> None:
        if types is not None:
            unknown = [name for name in types if name not in TYPES]
            if unknown or not types:
                raise ValueError(
                    f"unknown entity type {', '.join(map(repr, unknown)) or 'list: it is empty'}; "
                    f"the types are {', '.join(TYPES)}"
                )
        self.types = None if types is None else frozenset(types)
        self.options = {} if types is None else {"types": [t for t in TYPES if t in types]}
        self._places = Places() if self._wants(Places.types) else None

    def __call__(self, article: dict[str, Any]) -> dict[str, Any]:
        """Return `entities`: one object per entity, the most salient first.

        Offsets are code points into the string named by `field`. A `date_published` that is no
        date is a warning, and then relative dates have no value.
        """
        published, warnings = _published(article.get("date_published"))
        language = article.get("language")
        if not isinstance(language, str) or not language:
            language = guess_language(article["text"])
        language = language.lower()
        strings = {name: s for name in FIELDS if isinstance(s := article.get(name), str)}
        found = [
            (name, candidate)
            for name, string in strings.items()
            for candidate in self._find(
                prepare(name, string[: LIMITS.entity_characters], language, published)
            )
        ]
        if any(len(string) > LIMITS.entity_characters for string in strings.values()):
            message = f"only the first {LIMITS.entity_characters:,} characters were searched"
            warnings.append({"code": "long-text", "message": message})
        changes: dict[str, Any] = {"entities": merge(found, strings)}
        if warnings:
            changes["warnings"] = warnings
        return changes

    def _find(self, field: Field) -> list[Candidate]:
        """Return the mentions in a field. Earlier finders win over later ones of equal length."""
        numbers = scan(field)
        found = [*times(field, numbers), *amounts(field, numbers)]
        if self._places is not None:
            found += self._places(field)
        kept = resolve(found)
        if self.types is None:
            return kept
        return [candidate for candidate in kept if candidate.type in self.types]

    def _wants(self, types: frozenset[str]) -> bool:
        return self.types is None or not types.isdisjoint(self.types)


def _published(value: object) -> tuple[datetime.date | None, list[dict[str, str]]]:
    """Return the day of a date of RFC 3339, as it is written there, whatever its zone."""
    if not isinstance(value, str):
        return None, []
    try:
        return datetime.date.fromisoformat(value[:10]), []
    except ValueError:
        message = f"date_published {value[:40]!r} is no date: relative dates have no value"
        return None, [{"code": "bad-date", "message": message}]
