"""Say how rare a word is in news and web pages: its inverse document frequency.

Each table in data/ says in how many of some 3,000 texts of a language each word stands;
scripts/build_idf.py made them from texts and lists that may be used so. A first line gives the
number of texts, every further one a number of texts and all words that stand in so many. The
article's `language` picks the table, or its function words where it states none.

It knows English, German, French and Spanish. Other languages get the English table, in which most
of their words are equally rare; so does a text that states the wrong language.
"""

from __future__ import annotations

from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newskit.errors import BadModel
from newskit.model.load import load_bytes
from newskit.text.words import guess_language

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

DATA = Path(__file__).parent / "data"
ENGLISH = "en"
TABLES = {ENGLISH: "words.txt", "de": "words-de.txt", "fr": "words-fr.txt", "es": "words-es.txt"}
WORDS_FILE = TABLES[ENGLISH]
UNDETERMINED = "und"  # what BCP 47 has for a language that nobody knows
# Texts in which a word is taken to stand that the table does not have.
UNSEEN = 0.5


class Background:
    """How many of `texts` have each word."""

    def __init__(self, data: bytes) -> None:
        """Read what scripts/build_idf.py wrote. Raises BadModel if it is of another form."""
        try:
            first, *lines = data.decode("utf-8").splitlines()
            self.texts = int(first)
            if self.texts < 1:
                raise ValueError("no texts")
            self._rarities: dict[str, float] = {}
            for line in lines:
                count, *words = line.split()
                self._rarities.update(dict.fromkeys(words, self._rarity_of(int(count))))
        except ValueError as error:
            raise BadModel(f"model data of an unknown form ({error}); reinstall newskit") from error

    @property
    def words(self) -> Collection[str]:
        """All words of the table, folded."""
        return self._rarities.keys()

    def rarity(self, word: str) -> float:
        """Return the logarithm of texts to texts with the word, which must be folded.

        Of an unknown word with a hyphen the rarest part counts, of an unknown plural its singular.
        """
        rarity = self._rarities.get(word)
        if rarity is None and "-" in word:
            return max(self.rarity(part) for part in word.split("-"))
        if rarity is None and word.endswith("s"):
            rarity = self._rarities.get(word[:-1])
        return self._rarity_of(UNSEEN) if rarity is None else rarity

    def _rarity_of(self, texts: float) -> float:
        return log((self.texts + 1) / (texts + 0.5))


class Backgrounds:
    """The tables of all languages, each decoded when it is first asked for: 4 to 27 ms apiece."""

    def __init__(self, tables: Mapping[str, bytes]) -> None:
        """Keep the tables' content by language; that of ENGLISH must be there."""
        self._tables = tables
        self._decoded: dict[str, Background] = {}

    def named(self, language: str) -> Background:
        """Return the table of a language (BCP 47), the English one for a language without.

        Raises BadModel if it is of another form.
        """
        primary = _primary(language)
        known = primary if primary in self._tables else ENGLISH
        if known not in self._decoded:
            self._decoded[known] = Background(self._tables[known])
        return self._decoded[known]

    def of(self, article: Mapping[str, Any]) -> Background:
        """Return the table of the language that the article states, or of what its text looks like.

        Raises BadModel if it is of another form.
        """
        return self.named(language_of(article))


def language_of(article: Mapping[str, Any]) -> str:
    """Return the language that an article states, or that its text looks like, without a region.

    >>> language_of({"language": "de-AT", "text": ""})
    'de'
    """
    stated = article.get("language")
    if isinstance(stated, str) and stated and stated.lower() != UNDETERMINED:
        return _primary(stated)
    return guess_language(article["text"])


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def fold(word: str) -> str:
    """Return a word as the table has it: no case, no possessive 's, no soft hyphen.

    >>> fold("Elle\\u00adry’s")
    'ellery'
    """
    return word.casefold().replace("\u00ad", "").replace("’", "'").removesuffix("'s")


def load_backgrounds() -> Backgrounds:
    """Return the tables that come with newskit. Raises BadModel if one of them is damaged."""
    return Backgrounds({language: load_bytes(DATA, name) for language, name in TABLES.items()})
