"""Say how rare a word is in news and web pages: its inverse document frequency.

data/words.txt says in how many of some 3,000 English texts each word stands; scripts/build_idf.py
made it from texts that may be used so. A first line gives the number of texts, every further one a
number of texts and all words that stand in so many.

It knows English only: words of other languages are all equally rare to it.
"""

from __future__ import annotations

from math import log
from pathlib import Path

from newskit.errors import BadModel
from newskit.model.load import load_bytes

DATA = Path(__file__).parent / "data"
WORDS_FILE = "words.txt"
# Texts in which a word is taken to stand that the table does not have.
UNSEEN = 0.5


class Background:
    """How many of `texts` have each word."""

    def __init__(self, data: bytes) -> None:
        """Read what scripts/build_idf.py wrote. Raises BadModel if it is of another form."""
        try:
            first, *lines = data.decode("utf-8").splitlines()
            self.texts = int(first)
            self._rarities: dict[str, float] = {}
            for line in lines:
                count, *words = line.split()
                self._rarities.update(dict.fromkeys(words, self._rarity_of(int(count))))
        except ValueError as error:
            raise BadModel(f"model data of an unknown form ({error}); reinstall newskit") from error

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


def fold(word: str) -> str:
    """Return a word as the table has it: without case and without the possessive 's.

    >>> fold("Ellery’s")
    'ellery'
    """
    return word.casefold().replace("’", "'").removesuffix("'s")


def load_background() -> Background:
    """Return the table that comes with newskit. Raises BadModel if it is damaged."""
    return Background(load_bytes(DATA, WORDS_FILE))
