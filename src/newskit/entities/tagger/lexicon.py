"""What is known of words before any article is read: vectors, usual case, and lists of names.

Word vectors are GloVe's, turned to their main axes and stored as 25 codes of one byte, each for the
nearest of 256 points in four of the hundred dimensions (product quantisation): 91 % of the variance
is left in a quarter of a byte a number. Names are looked up as tokens in lower case, acronyms in
capitals; every list has a letter.

What it gets wrong: a word of two senses has one vector, of the commoner one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from newskit.errors import BadModel
from newskit.model.arrays import lines_of, unpack_arrays
from newskit.model.load import load_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

# The letter of each list of names in scripts/labels/names; A to D, L and N also hold the places and
# peoples of the gazetteer, A the surest. X says that an acronym stood in capitals.
LISTS = {
    "companies": "c", "media": "m", "universities": "u", "bands": "b", "government": "g",
    "parties": "p", "groups": "o", "teams": "t", "facilities": "f", "locations": "L",
    "peoples": "N", "people": "P", "given_names": "G", "surnames": "S", "works": "w",
    "products": "d", "events": "e", "laws": "l", "titles": "T", "org_heads": "O",
    "place_heads": "H", "event_heads": "E", "speech_verbs": "V",
}  # fmt: skip
LETTERS = "ABCDLNcmubgpotfPGSwdelTOHEVX"
LONGEST_NAME = 7  # tokens; 99.5 % of the annotated names are no longer
LONGEST_ACRONYM = 6
NO_CASE = 0


def key_of(tokens: list[str]) -> str:
    """Return how a name is looked up: its tokens in lower case, but an acronym as it is.

    >>> key_of(["Bank", "of", "England"]), key_of(["WHO"])
    ('bank of england', 'WHO')
    """
    if len(tokens) == 1 and 1 < len(tokens[0]) <= LONGEST_ACRONYM and tokens[0].isupper():
        return tokens[0]
    return " ".join(tokens).lower()


class Lexicon:
    """Words with vectors and case, and names with the letters of their lists.

    Args:
        words: arrays as scripts/build_lexicon.py packs them.
        names: likewise.

    Attributes:
        index: the row of each word, in lower case.
        dimensions: numbers in a vector.
        cases: for each row how the word is mostly written, 0 if not known, else 1 (in lower case)
            to 9 (in capitals).
        names: the letters of the lists a name is in.
        starts: for the first token of names of several tokens, the most that any has.

    Raises BadModel if the arrays are none of this form.
    """

    def __init__(self, words: dict[str, NDArray[Any]], names: dict[str, NDArray[Any]]) -> None:
        try:
            spelled = lines_of(words["words"])
            self.cases = words["cases"].tobytes()
            self._codes, self._points = words["codes"], words["points"].astype(np.float32)
            keys, letters = lines_of(names["keys"]), lines_of(names["letters"])
            firsts, most = lines_of(names["firsts"]), names["most"].tolist()
        except KeyError as error:
            raise BadModel(f"a lexicon without {error}; reinstall newskit") from error
        parts, points, width = self._points.shape
        if self._codes.shape != (len(spelled), parts) or points != 256:
            raise BadModel("a lexicon whose vectors do not fit; reinstall newskit")
        lengths = (len(self.cases), len(keys), len(firsts))
        if lengths != (len(spelled), len(letters), len(most)):
            raise BadModel("a lexicon whose lists do not fit; reinstall newskit")
        self.index = dict(zip(spelled, range(len(spelled)), strict=True))
        self.names = dict(zip(keys, letters, strict=True))
        self.dimensions = parts * width
        self._part = np.arange(parts)
        self.starts = dict(zip(firsts, most, strict=True))

    def vectors(self, rows: NDArray[Any]) -> NDArray[np.float32]:
        """Return the vectors of some rows, (len(rows), dimensions); zeros for row -1."""
        found = self._points[self._part, self._codes[rows]].reshape(len(rows), self.dimensions)
        made: NDArray[np.float32] = np.where((rows >= 0)[:, None], found, np.float32(0))
        return made


def load_lexicon(folder: Path) -> Lexicon:
    """Return the lexicon of a folder of model data. Raises BadModel."""
    words, names = (unpack_arrays(load_bytes(folder, f"{name}.bin")) for name in ("words", "names"))
    return Lexicon(words, names)
