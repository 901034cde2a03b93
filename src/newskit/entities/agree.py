"""Give all mentions of one name one type: what most of them, weighed by their scores, have.

The tagger judges each mention where it stands, so that "Whova" is a product here and a company
there; a reader has it twice among the entities then. An article seldom means two things by one
name.

It gets wrong: articles that do ("Houston said in Houston").
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newskit.entities.tagger import Name

# Code points of a name above which its case does not count: PORT ELLERY. WHO and Who are two.
CASED = 4


def agree(names: Sequence[Name], strings: Mapping[str, str]) -> list[Name]:
    """Return the names, all that are spelled alike with one type; `strings` are the fields."""
    votes: dict[str, dict[str, float]] = defaultdict(dict)
    keys = [_key(strings[name.field][name.start : name.end]) for name in names]
    for name, key in zip(names, keys, strict=True):
        so_far = votes[key].get(name.type, 0.0)
        votes[key][name.type] = so_far + (name.score or 1.0)  # other pipelines give none
    likeliest = {key: max(types, key=types.__getitem__) for key, types in votes.items()}
    return [
        name if name.type == likeliest[key] else name._replace(type=likeliest[key])
        for name, key in zip(names, keys, strict=True)
    ]


def _key(text: str) -> str:
    return text.casefold() if len(text) > CASED else text
