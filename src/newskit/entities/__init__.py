"""The stage `entities`: it marks what an article names, with values, and how much each matters.

A tagger finds names in the title and the text together; rules find dates, times and amounts in each
field. What overlaps is settled by `settle`; `places` says which place a name is, `aliases` which
names are one, and `merge` makes entities of mentions.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from newskit.entities.agree import agree
from newskit.entities.aliases import Mentioned, group
from newskit.entities.amounts import amounts
from newskit.entities.german import GERMAN, GermanNames
from newskit.entities.listed import Finder, Listed, read_list
from newskit.entities.merge import merge
from newskit.entities.numerals import scan
from newskit.entities.places import Places
from newskit.entities.spans import TYPES, Candidate, Field, prepare, resolve
from newskit.entities.tagger import TAGGED, Tagger, load_tagger
from newskit.entities.times import times
from newskit.limits import LIMITS
from newskit.model.background import language_of, load_backgrounds
from newskit.text.words import guess_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newskit.entities.tagger import Name

__all__ = ["MIN_SCORE", "MIN_SCORE_ELSEWHERE", "Entities", "Listed", "read_list"]

FIELDS = ("title", "text")
COVERED = "en"
SCRIPT_CHARACTERS = 2_000  # code points that tell in which script a text is
NAMED = frozenset(TAGGED)
# Code points that are searched at once: 10,000 tokens, which need 60 MB while they are tagged.
WINDOW = 50_000
# Of names with a lower score a third are right. Without them F1 on newspapers that others annotated
# is 0.007 higher; with 0.3 that on encyclopedia articles is 0.005 lower. In other languages than
# English F1 is the same from 0.1 to 0.4, and precision 0.1 higher with the latter.
MIN_SCORE, MIN_SCORE_ELSEWHERE = 0.1, 0.4
# The first newspaper is of 1605. 0001-01-01 and 9999-12-31 are how many programs write "not known",
# and beside them the calendar ends.
PRINTED_YEARS = range(1605, 3000)


class Entities:
    """Marks names, dates, times, durations and amounts in `title` and `text`.

    Args:
        types: only entities of these types; None for all.
        min_score: names of which the tagger is less sure than this are left out, 0 to 1; None for
            0.1, and 0.4 in languages that the tagger was not taught.
        listed: names of the user's own (see `read_list`), which win over all others.
        backend: ``spacy:MODEL`` for names from a spaCy pipeline; None for newskit's own tagger.

    Raises ValueError for a type or a backend that there is not, BadModel when the tagger, the
    gazetteer or the pipeline is missing or damaged.
    """

    name = "entities"
    needs = ("text",)
    sets = ("entities",)

    def __init__(
        self,
        types: tuple[str, ...] | None = None,
        *,
        min_score: float | None = None,
        listed: tuple[Listed, ...] = (),
        backend: str | None = None,
    ) -> None:
        if types is not None:
            unknown = [name for name in types if name not in TYPES]
            if unknown or not types:
                raise ValueError(
                    f"unknown entity type {', '.join(map(repr, unknown)) or 'list: it is empty'}; "
                    f"the types are {', '.join(TYPES)}"
                )
        if min_score is not None and not 0 <= min_score <= 1:
            raise ValueError(f"a least score of {min_score}: expected 0 to 1")
        self._types = frozenset(TYPES if types is None else types)
        self._least = min_score
        self._listed = Finder(listed) if listed else None
        self._tagger = _tagger(backend) if self._types & NAMED else None
        # Newskit taught its own tagger in English; this is what it takes to read German with it.
        self._german = None
        if isinstance(self._tagger, Tagger):
            self._german = GermanNames(self._tagger.listed, load_backgrounds())
        self._places = Places() if self._tagger is not None else None
        self.options: dict[str, Any] = {}
        if types is not None:
            self.options["types"] = [name for name in TYPES if name in types]
        if min_score is not None:
            self.options["min_score"] = min_score
        if listed:
            self.options["listed"] = len(listed)
        if backend is not None:
            self.options["backend"] = backend

    def __call__(self, article: dict[str, Any]) -> dict[str, Any]:
        """Return `entities`: one object per entity, the most salient first.

        Offsets are code points into the string named by `field`. A `date_published` that is no
        day of a newspaper is a warning, and then relative dates have no value; so is a language
        whose names the tagger was not taught.
        """
        published, warnings = _published(article.get("date_published"))
        language = article.get("language")
        if not isinstance(language, str) or not language:
            language = guess_language(article["text"])
        language = language.lower()
        least = MIN_SCORE if self._least is None else self._least
        other = _other_language(language, article["text"]) if self._german else ""
        if other:
            least = MIN_SCORE_ELSEWHERE if self._least is None else self._least
            message = f"names were learned from English; this is {other}"
            warnings.append({"code": "language-not-covered", "message": message})
        is_german = bool(other) and _is_german(article)
        most = LIMITS.entity_characters
        strings = {name: s for name in FIELDS if isinstance(s := article.get(name), str)}
        if any(len(string) > most for string in strings.values()):
            message = f"only the first {most:,} characters were searched"
            warnings.append({"code": "long-text", "message": message})
        title, text = (strings.get(name, "")[:most] for name in FIELDS)
        found: list[tuple[str, Candidate]] = []
        for start, end in _windows(text):
            head = title if start == 0 else ""
            names = self._names(head, text[start:end], least, is_german=is_german)
            for field, string, at in (("title", head, 0), ("text", text[start:end], start)):
                own = [
                    Candidate(name.start, name.end, name.type, "", score=name.score)
                    for name in names
                    if name.field == field
                ]
                ready = prepare(field, string, language, published)
                kept = self._settle(string, own, find_values(ready))
                if at:
                    kept = [c._replace(start=c.start + at, end=c.end + at) for c in kept]
                found += [(field, candidate) for candidate in kept]
        changes: dict[str, Any] = {"entities": merge(_with_keys(found, strings), strings)}
        if warnings:
            changes["warnings"] = warnings
        return changes

    def _names(self, title: str, text: str, least: float, *, is_german: bool) -> list[Name]:
        """Return the names that are sure enough, or of which no score is given."""
        if self._tagger is None:
            return []
        strings = {"title": title, "text": text}
        found = self._tagger(title, text)
        names = [name for name in found if name.score >= least or not name.score]
        if is_german and self._german is not None:
            names = self._german(names, strings)
        return agree(names, strings)

    def _settle(
        self, text: str, names: list[Candidate], values: list[Candidate]
    ) -> list[Candidate]:
        """Return mentions that do not overlap, of the types that are wanted.

        A listed name wins over all others. Of a name and a value the longer wins, then the name.
        """
        if self._places is not None:
            names = self._places.place(names, text)
        kept = resolve([*names, *values])
        if self._listed is not None:
            listed = self._listed(text)
            kept = sorted([*listed, *_outside(kept, listed)], key=lambda c: c.start)
        return [candidate for candidate in kept if candidate.type in self._types]


def find_values(field: Field) -> list[Candidate]:
    """Return the dates, times and amounts in a field, by rules."""
    numbers = scan(field)
    return [*times(field, numbers), *amounts(field, numbers)]


def _tagger(backend: str | None) -> Callable[[str, str], list[Name]]:
    """Return newskit's own tagger, or what a backend names."""
    if backend is None:
        return load_tagger()
    kind, _, model = backend.partition(":")
    if kind != "spacy" or not model:
        raise ValueError(f"unknown backend {backend[:80]!r}: expected spacy:MODEL")
    from newskit.entities.spacy_backend import SpacyTagger

    return SpacyTagger(model)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text that are searched at once: cut between lines, else words."""
    start = 0
    while True:
        end = start + WINDOW
        if end >= len(text):
            yield start, len(text)
            return
        cut = text.rfind("\n", start, end)
        if cut <= start:
            cut = text.rfind(" ", start, end)
        end = cut + 1 if cut > start else end
        yield start, end
        start = end


def _outside(found: list[Candidate], listed: list[Candidate]) -> list[Candidate]:
    """Return what no listed name overlaps; both are in order."""
    kept, at = [], 0
    for candidate in found:
        while at < len(listed) and listed[at].end <= candidate.start:
            at += 1
        if at == len(listed) or listed[at].start >= candidate.end:
            kept.append(candidate)
    return kept


def _with_keys(
    found: list[tuple[str, Candidate]], strings: dict[str, str]
) -> list[tuple[str, Candidate]]:
    """Return mentions with one key for all names of an entity."""
    places = [place for place, (_, c) in enumerate(found) if c.type in NAMED]
    mentioned: list[Mentioned] = []
    for at, place in enumerate(places):
        field, name = found[place]
        introduced = -1
        if at and found[places[at - 1]][0] == field:
            string, before = strings[field], found[places[at - 1]][1]
            if string[before.end : name.start] == " (" and string[name.end : name.end + 1] == ")":
                introduced = at - 1
        text = strings[field][name.start : name.end]
        mentioned.append(Mentioned(name.type, name.key, text, introduced))
    keyed = list(found)
    for place, number in zip(places, group(mentioned), strict=True):
        keyed[place] = (found[place][0], found[place][1]._replace(key=f"#{number}"))
    return keyed


def _other_language(language: str, text: str) -> str:
    """Return what is not English about a text: its language, or its script; else nothing.

    Pages of every language say that they are in English, so the script counts, too: names are told
    from other words by their capitals, and in a script without them there are none.
    """
    head = text[:SCRIPT_CHARACTERS]
    letters = sum(map(str.isalpha, head))
    cased = sum(map(str.islower, head)) + sum(map(str.isupper, head))
    if 2 * cased < letters:
        return "in a script without capitals"
    return language[:20] if language and language.split("-")[0] != COVERED else ""


def _is_german(article: dict[str, Any]) -> bool:
    """Tell whether a text that is said to be German may be: pages say so of English, too."""
    return language_of(article) == GERMAN and guess_language(article["text"]) in (GERMAN, "")


def _published(value: object) -> tuple[datetime.date | None, list[dict[str, str]]]:
    """Return the day of a date of RFC 3339, as it is written there, whatever its zone."""
    if not isinstance(value, str):
        return None, []
    try:
        day = datetime.date.fromisoformat(value[:10])
    except ValueError:
        problem = "is no date"
    else:
        if day.year in PRINTED_YEARS:
            return day, []
        problem = "is no day of a newspaper"
    message = f"date_published {value[:40]!r} {problem}: relative dates have no value"
    return None, [{"code": "bad-date", "message": message}]
