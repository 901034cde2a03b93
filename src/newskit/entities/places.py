"""Which words name countries, cities, regions and peoples: GPE, LOC and NORP by gazetteer.

Every word with a capital is looked up, the longest name first; then its neighbours say whether the
name stands alone. A name beside another capitalised word is mostly a piece of a longer one (the
Boston Globe, Paris Hilton), unless that word is known to go with places (a title, a day). Names
that are mostly people or common words, and small towns, need support: a country after a comma,
"in" before, a dateline, or a supported mention elsewhere in the field.

What it gets wrong: towns that are not in the gazetteer; clubs called by their city; a surname that
is also a large city, when it comes without a first name; languages that look like peoples.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from newskit.entities import place_words as near
from newskit.entities.neighbours import (
    LIKELY,
    SURE,
    Found,
    capital_run,
    gap_after,
    has_capitals_everywhere,
    is_backed,
    is_free_after,
    is_free_before,
    is_person,
    is_place_in_headline,
    word,
)
from newskit.entities.spans import Candidate
from newskit.errors import BadModel

if TYPE_CHECKING:
    from newskit.entities.spans import Field

LONGEST = 5  # words of a name: Democratic Republic of the Congo
LONGEST_NAME = 40  # code points, as in scripts/build_gazetteer.py
TYPES = frozenset(("GPE", "LOC", "NORP"))


def load(path: Path | None = None) -> dict[str, str]:
    """Return the gazetteer: name to "type country trust entity". Raises BadModel."""
    path = path or Path(__file__).parent / "data" / "places.tsv"
    try:
        cells = path.read_text(encoding="utf-8").replace("\n", "\t").split("\t")
    except (OSError, UnicodeDecodeError) as error:
        raise BadModel(f"gazetteer {path.name} cannot be read: {error}") from error
    if len(cells) < 1000 or len(cells) % 2 != 1:
        raise BadModel(f"gazetteer {path.name} is damaged")
    return dict(zip(cells[:-1:2], cells[1::2], strict=True))


class Places:
    """Finds places and peoples in a field."""

    types = TYPES

    def __init__(self) -> None:
        self._names = load()

    def __call__(self, field: Field) -> list[Candidate]:
        """Return candidates of the types GPE, LOC and NORP, in order."""
        found = _compounds(field, self._matches(field))
        if field.name == "title" and has_capitals_everywhere(field):
            return [_candidate(name) for name in found if is_place_in_headline(field, name)]
        starts = {name.first: name for name in found}
        ends = {name.last: name for name in found}
        people: set[str] = set()
        supported: set[str] = set()
        alone: list[Found] = []
        for name in found:
            if is_person(field, name):
                people.add(name.entity)
            elif is_free_before(field, name, ends) and is_free_after(field, name, starts):
                if name.trust != SURE and is_backed(field, name, starts):
                    supported.add(name.entity)
                alone.append(name)
            elif name.trust != SURE and name.entity in near.FIRST_NAMES:
                people.add(name.entity)
        kept = [
            name
            for name in alone
            if name.trust == SURE
            or name.entity in supported
            or (name.trust == LIKELY and name.entity not in people)
        ]
        kept = _in_states(field, kept)
        return [*(_candidate(name) for name in kept), *_unlisted(field, kept), *_called(field)]

    def _matches(self, field: Field) -> list[Found]:
        """Return the longest gazetteer names, left to right, whatever their neighbours."""
        text, names = field.text, self._names
        found: list[Found] = []
        done = -1
        for index, (start, _) in enumerate(field.words):
            if index <= done or not text[start].isupper():
                continue
            name = _longest(field, index, names)
            if name is not None:
                found.append(name)
                done = name.last
        return found


def _longest(field: Field, index: int, names: dict[str, str]) -> Found | None:
    text, words = field.text, field.words
    start = words[index][0]
    for last in range(min(index + LONGEST, len(words)) - 1, index - 1, -1):
        end = words[last][1]
        if end - start > LONGEST_NAME:
            continue
        name = text[start:end]
        facts = names.get(name + ".") if text[end : end + 1] == "." else None
        if facts is not None:
            return _found((start, end + 1, index, last), facts, name + ".")
        facts = names.get(name)
        if facts is None and end - start > 3 and name.isupper():
            name = name.title()
            facts = names.get(name)
        if facts is not None:
            return _found((start, end, index, last), facts, name)
    return None


def _found(at: tuple[int, int, int, int], facts: str, name: str) -> Found:
    kind, country, trust, *entity = facts.split(" ", 3)
    return Found(*at, kind, "" if country == "-" else country, trust, entity[0] if entity else name)


def _candidate(name: Found) -> Candidate:
    return Candidate(name.start, name.end, name.type, name.entity, country=name.country)


def _compounds(field: Field, found: list[Found]) -> list[Found]:
    """Join names of one type with a hyphen between them: Israeli-Palestinian, Gaza-Egypt."""
    joined: list[Found] = []
    for name in found:
        if joined:
            left = joined[-1]
            if (
                name.start == left.end + 1
                and field.text[left.end] == "-"
                and left.type == name.type
            ):
                entity = f"{left.entity}-{name.entity}"
                joined[-1] = Found(
                    left.start, name.end, left.first, name.last, name.type, "", SURE, entity
                )
                continue
        joined.append(name)
    return joined


def _in_states(field: Field, kept: list[Found]) -> list[Found]:
    """Move towns to the country of the state that follows them: Paris, Texas; Atlanta, Georgia.

    Only the United States are written so often enough to be sure; a list of a foreign town and a
    state ("in Paris, Texas and Ohio") is misread.
    """
    moved = list(kept)
    for place, (name, state) in enumerate(pairwise(kept)):
        if name.type != "GPE" or name.last + 1 != state.first:
            continue
        if field.text[name.end : state.start] != ", ":
            continue
        if state.entity in near.US_STATES and name.entity not in near.US_STATES:
            entity = name.entity if name.country == "US" else f"{name.entity}, {state.entity}"
            moved[place] = name._replace(country="US", entity=entity)
            moved[place + 1] = state._replace(country="US")
    return moved


def _unlisted(field: Field, kept: list[Found]) -> list[Candidate]:
    """Return towns that the gazetteer does not have, and states in short after a comma."""
    candidates = []
    for name in kept:
        if name.type != "GPE":
            continue
        state = word(field, name.last + 1)
        if (
            state in near.STATE_SHORT
            and name.country == "US"
            and gap_after(field, name.last) == ", "
        ):
            start, end = field.words[name.last + 1]
            end += field.text[end : end + 1] == "." and not state.isupper()
            candidates.append(Candidate(start, end, "GPE", state, country="US"))
        if name.trust == SURE and gap_after(field, name.first - 1) == ", ":
            first = capital_run(field, name.first - 1)
            if word(field, first - 1) in near.TOWARDS and gap_after(field, first - 1) == " ":
                candidates += _town(field, (first, name.first - 1), name.country)
    return candidates


def _town(field: Field, at: tuple[int, int], country: str) -> list[Candidate]:
    start, end = field.words[at[0]][0], field.words[at[1]][1]
    town = field.text[start:end]
    if not town[0].isupper() or len(town) < 3 or town.isupper() or town in near.BEFORE_ANY:
        return []
    return [Candidate(start, end, "GPE", town, country=country)]


def _called(field: Field) -> list[Candidate]:
    """Return what is called a town or a province: `the village of Ellery`, `in Ellery province`."""
    candidates: list[Candidate] = []
    for index, (start, end) in enumerate(field.words):
        head = field.text[start:end]
        if head in near.SETTLEMENTS and word(field, index + 1) == "of":
            one = not word(field, index + 3)[:1].isupper() or gap_after(field, index + 2) != " "
            if one and gap_after(field, index) == " " and gap_after(field, index + 1) == " ":
                candidates += _town(field, (index + 2, index + 2), "")
        elif head in near.DIVISIONS and gap_after(field, index - 1) == " ":
            first = capital_run(field, index - 1)
            before = word(field, first - 1)
            if before == "the" and word(field, first - 2) in near.TOWARDS:
                before = "in"
            if before in near.LOCATIVE:
                candidates += _town(field, (first, index - 1), "")
    return candidates
