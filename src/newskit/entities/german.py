"""Tell names from nouns in German, where the tagger takes many a noun for a name.

The tagger learned from English that a capital inside a sentence means a name. In German every noun
has one, so what it finds is looked at again: what stands before it (an article hardly stands before
a name), whether it is a common word (newskit.model.background), whether a list of names has it, and
whether it is a part of a longer name in the same article. Names of several words are mostly right.

It gets wrong: names that are common words (Bild, Zeit) where no longer name has them; nouns that
nobody lists, after a preposition ("in Klassenchats"); organisations of one unknown word.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newskit.entities.german_words import (
    DETERMINERS,
    ENDINGS,
    MONTHS,
    NAMES,
    PEOPLES,
    PLACE_PREPOSITIONS,
    PLACE_TAILS,
    QUARTERS,
    TITLES,
    TOWN_ENDS,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from newskit.entities.tagger import Name
    from newskit.model.background import Backgrounds

GERMAN = "de"
# Letters of the lists (newskit.entities.tagger.lexicon) that only hold parts of names, and common
# words beside them.
PARTS = frozenset("HTOEVX")
GIVEN = frozenset("GSP")
# Lists whose words are names even behind an article: die Caritas, die Elbe, der Islam.
WITH_ARTICLE, TOWNS = frozenset("ALNPotf"), frozenset("AB")
# What the tagger must be sure of where nothing else speaks for a name of one word, or of several.
SURE, FAIR, LEAST = 0.95, 0.85, 0.65


PEOPLE_ENDS = ("e", "en", "er", "es", "em", "isch", "sch", "in", "innen", "ern")


class GermanNames:
    """Keeps the names among what the tagger found in German text.

    Args:
        listed: the letters of the lists of names by name, in lower case.
        backgrounds: the tables of common words; the German one is decoded when it is first needed.
    """

    def __init__(self, listed: Mapping[str, str], backgrounds: Backgrounds) -> None:
        self._listed = listed
        self._backgrounds = backgrounds

    @cached_property
    def _common(self) -> Collection[str]:
        return self._backgrounds.named(GERMAN).words

    def __call__(self, found: Sequence[Name], strings: Mapping[str, str]) -> list[Name]:
        """Return the names of `found` that are names; `strings` are the fields."""
        written = [_written(strings[name.field][name.start : name.end]) for name in found]
        parts = {
            part
            for name, text in zip(found, written, strict=True)
            if " " in text and self._is_long_name(name, text)
            for part in text.split()
            if part[:1].isupper()
        }
        are_names = []
        for name, text in zip(found, written, strict=True):
            if " " in text:
                is_name = self._is_long_name(name, text)
            else:
                before = strings[name.field][max(0, name.start - 40) : name.start].split()
                last = before[-1] if before else ""
                is_name = text in parts or self._is_short_name(name, text, last)
                if is_name and not self._is_common(text):
                    parts.add(text)  # wherever else it stands
            are_names.append(is_name)
        both = zip(found, written, are_names, strict=True)
        return [name for name, text, is_name in both if is_name or text in parts]

    def _letters(self, word: str) -> frozenset[str]:
        """Return the lists that have a word, or the word of which it is the genitive."""
        small = word.lower()
        found = self._listed.get(small, "")
        if not found and small.endswith("s"):
            found = self._listed.get(small[:-1], "")
        return frozenset(found) - PARTS

    def _is_common(self, word: str) -> bool:
        return word.lower() in self._common

    def _is_long_name(self, name: Name, text: str) -> bool:
        """Tell whether several words are a name: not only common words, no adjective first."""
        words = text.split()
        if self._letters(text):
            return True
        if text[0].islower() and name.type != "PERSON":
            return False
        if words[0].lower() in MONTHS:
            return False
        if name.type != "PERSON" or any(GIVEN & self._letters(word) for word in words):
            return True
        if self._is_common(words[0]) and "-" not in words[0]:
            return False
        return name.score >= LEAST

    def _is_short_name(self, name: Name, text: str, before: str) -> bool:
        """Tell whether one word is a name; `before` is the word before it, with its marks."""
        if text[0].islower():
            return name.type != "NORP" or _is_people(text)
        if name.type in ("NORP", "GPE") and _is_people(text):
            return True
        last = text.rpartition("-")[2]
        small = text.lower()
        bare = small.removesuffix("s")
        if not last.islower() and not last[1:].islower():
            return True  # an acronym, a number
        if name.score >= SURE or small in NAMES or bare in NAMES or self._is_quarter(bare):
            return True
        has_article = before.lower() in DETERMINERS
        if name.type != "PERSON":  # before whom verbs stand, which look like adjectives
            has_article = has_article or _is_adjective(before)
        if letters := self._letters(text):
            if letters & WITH_ARTICLE or not self._is_common(text):
                return True
            if name.type == "GPE" and not letters & TOWNS and name.score < FAIR:
                return before.lower() in PLACE_PREPOSITIONS
            return not has_article
        if name.type in ENDINGS and bare.endswith(ENDINGS[name.type]):
            return not self._is_common(text)
        if name.type == "NORP" or self._is_common(text) or self._is_common(last) or has_article:
            return False
        if name.type == "PERSON":
            return name.score >= FAIR or before.lower().rstrip(".") in TITLES
        if name.type == "GPE" and (
            before.lower() in PLACE_PREPOSITIONS or bare.endswith(TOWN_ENDS)
        ):
            return not self._is_compound(small) or bare.endswith(TOWN_ENDS)
        return name.score >= FAIR and not self._is_compound(small)

    def _is_quarter(self, small: str) -> bool:
        """Tell whether a word is a part of a country: Nordsyrien."""
        return any(
            small.startswith(quarter) and "A" in self._letters(small[len(quarter) :])
            for quarter in QUARTERS
        )

    def _is_compound(self, small: str) -> bool:
        """Tell whether a word ends in a common noun: Raumtemperatur."""
        tails = (small[at:] for at in range(3, len(small) - 4))
        return any(
            tail in self._common
            and tail not in PLACE_TAILS
            and tail not in NAMES
            and not self._letters(tail)
            for tail in tails
        )


def _written(text: str) -> str:
    """Return a name with single spaces and without soft hyphens."""
    return " ".join(text.replace("\u00ad", "").split())


def _is_people(text: str) -> bool:
    """Tell whether one word is a people, or its adjective: Briten, britische; no Industrie."""
    small = text.lower()
    return small.startswith(PEOPLES) and len(small) < 20 and small.endswith(PEOPLE_ENDS)


def _is_adjective(word: str) -> bool:
    """Tell whether a word is inflected as adjectives are; verbs in -te and -en are taken for it."""
    if not word.isalpha() or not word.islower() or len(word) < 5:
        return False
    return word.endswith(("e", "en", "er", "es", "em")) and word not in PLACE_PREPOSITIONS
