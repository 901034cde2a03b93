"""Fold words so that two spellings of one name or number word are the same.

`bare` takes case and accents away; `spellings` adds the other way to write an umlaut ("Müller",
"Mueller", "Muller"). What it gets wrong: transliterations that differ in letters ("Kyiv", "Kiev").
"""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
                          "ı": "i", "ħ": "h", "ŧ": "t"})  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


def bare(word: str) -> str:
    """Return a word without case, accents and ligatures.

    >>> bare("Étienne"), bare("Møller"), bare("Straße")
    ('etienne', 'moller', 'strasse')
    """
    word = word.casefold()
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word)
    letters = "".join(c for c in parts if not unicodedata.combining(c))
    return letters.translate(_LETTERS)


def spellings(word: str) -> tuple[str, ...]:
    """Return the folded forms that a word may have.

    >>> spellings("Jürgen"), spellings("Mara")
    (('jurgen', 'juergen'), ('mara',))
    """
    first = bare(word)
    if word.isascii():
        return (first,)
    written = unicodedata.normalize("NFC", word.casefold()).translate(_UMLAUTS)
    second = bare(written)
    return (first,) if first == second else (first, second)
