"""Decide whether a full stop ends a sentence, given that something follows that can open one.

The word before it is looked up in the tables of abbreviations.py; what the tables do not know may
still look like an abbreviation (N.K.V.D., FF., Hauptstr., Blvd.). Most abbreviations end a sentence
only before a word that often opens one (starters.py).

It gets wrong: "the U.S. Canada did not" (not cut), "Fenn Pharm. Mara left" (cut), initials before
such a word ("Malcolm X. The film").
"""

from __future__ import annotations

from newskit.text.abbreviations import (
    AFTER_COMPANY,
    AFTER_DAY,
    ALWAYS_INSIDE,
    BEFORE_LABEL,
    BEFORE_NUMBER,
    BEFORE_ORDINAL,
    CALENDAR,
    COMPANY,
    KNOWN,
    LETTERS_INSIDE,
    MAYBE,
    UNITS,
)
from newskit.text.context import DASHES, first_word, word_before
from newskit.text.speech import is_pause
from newskit.text.starters import ELIDED, FUNCTION_WORDS, STARTERS

_VOWELS = frozenset("aeiouyAEIOUY")
# Characters of an unlisted word that may be cut short by leaving out its vowels ("Blvd").
_LONGEST_CUT = 5
_ROMAN = frozenset("IVX")
# Two like capitals stand for a Spanish plural (EE. UU., FF. AA.); these are numbers.
_DOUBLED_NUMBERS = ("II", "XX")


def is_ordinary(word: str) -> bool:
    """Tell whether a full stop after `word` ends a sentence before whatever can open one.

    So it is for most words, which need not be looked at any closer; some others are ordinary, too.

    >>> is_ordinary("harbour"), is_ordinary("Ellery"), is_ordinary("Blvd"), is_ordinary("Inc")
    (True, True, False, False)
    """
    return (
        word.isalpha()
        and word[1:].islower()
        and word not in KNOWN
        and word.lower() not in KNOWN
        and (len(word) > _LONGEST_CUT or not _VOWELS.isdisjoint(word))
        and not word.endswith("str")
    )


def full_stop_ends(text: str, start: int, stop: tuple[int, int], opened: str) -> bool:
    """Tell whether the sentence from `start` ends here, before `opened` (without its quotes)."""
    at, end = stop
    if text[at : at + 2] == ".." or text[at - 2 : at] == ". ":
        return at > start and not is_pause(text, at, opened)
    word = word_before(text, start, at)
    if not word:
        return True
    if is_ordinary(word):
        return True
    if opened[:1] in DASHES and word.isupper():
        return False  # a dateline: "PORT ELLERY. - The council"
    if word[-1].isdigit():
        return not _is_ordinal(text, start, at, opened)
    if len(word) == 1:
        return _letter_ends(text, start, at, opened)
    if at - len(word) == start and _ROMAN.issuperset(word):
        return False  # "II. The vote was held."
    forms = _forms(word, opened)
    if KNOWN.isdisjoint(forms):
        return not _looks_abbreviated(word, at - len(word) == start) or _opens(opened)
    quoted = end - at > 1 and text[end - 1] in '"”»'
    if AFTER_DAY.isdisjoint(forms) or not word_before(text, start, at - len(word) - 1).isdigit():
        return _abbreviation_ends(forms, opened, quoted, bracketed=text[end : end + 2] == " (")
    return not opened[:1].isdigit()


def _forms(word: str, opened: str) -> tuple[str, ...]:
    """Return the spellings to look up: also "art" for "l’art", "Ing" for "Dipl.-Ing"."""
    small = word.lower()
    if word.isupper() and first_word(opened).isupper():
        return word, small, word.capitalize()
    for mark in "'’-":
        if mark in word:
            head, _, tail = word.rpartition(mark)
            # "30-Nov. 5" is a span of days, "06-Nov. Mara" the end of a date.
            if len(tail) > 1 and not (head[-1:].isdigit() and first_word(opened)):
                return word, small, tail, tail.lower()
    return word, small


def _abbreviation_ends(
    forms: tuple[str, ...], opened: str, quoted: bool, *, bracketed: bool
) -> bool:
    """Judge a known abbreviation by its tables, the strictest first."""
    following = first_word(opened)
    if not ALWAYS_INSIDE.isdisjoint(forms):
        return False
    if not BEFORE_NUMBER.isdisjoint(forms) and _is_number_or_label(opened, following):
        return False
    if not COMPANY.isdisjoint(forms):
        return bool(following) and following not in AFTER_COMPANY and not bracketed
    if not MAYBE.isdisjoint(forms):
        # "STATE COLLEGE, Pa. (AP)"
        return not bracketed and (quoted or _opens(opened))
    if not UNITS.isdisjoint(forms):
        return _unit_ends(opened, following)
    return True


def _unit_ends(opened: str, following: str) -> bool:
    """Judge "p.m." and the like: no end before a number, a dash, a weekday or "Paris time"."""
    if opened[:1].isdigit() or opened[:1] in DASHES or following.lower() in CALENDAR:
        return False
    words = opened.split(None, 2)
    return len(words) < 2 or words[1].rstrip(".,;:") != "time"


def _is_number_or_label(opened: str, following: str) -> bool:
    """Tell whether "12", "XV", "IV", "B." or "B," follows."""
    if opened[:1].isdigit():
        return True
    if len(following) == 1 and opened[1:2] and opened[1] in ".,;:)":
        return True
    return bool(following) and following != "I" and _ROMAN.issuperset(following)


def _looks_abbreviated(word: str, is_first: bool) -> bool:
    """Tell whether an unlisted word looks cut short.

    Letters with full stops (N.K.V.D), doubled capitals (FF), German streets (Hauptstr), and up to
    five letters without a vowel (Blvd, Sgt), unless the sentence begins with them ("Hmm.").
    """
    if len(word) > 2 and word[-2] in ".-" and word[-1].isupper() and word[0].isupper():
        return True
    if len(word) == 2 and word[0] == word[1] and word.isupper():
        return word not in _DOUBLED_NUMBERS
    if len(word) <= _LONGEST_CUT and _VOWELS.isdisjoint(word):
        lower = word[1:].islower()  # not "MSPs"
        return not is_first and lower and word.isascii() and word.isalpha()
    return word.endswith("str")


def _opens(opened: str) -> bool:
    """Tell whether the next word is one that often opens a sentence, and no initial or "No. 5"."""
    following = first_word(opened)
    mark = opened[len(following) : len(following) + 1]
    if mark == "." and (len(following) == 1 or following in ("No", "Nos")):
        return False
    if mark in ("'", "’") and len(following) == 1:
        return following in ELIDED
    if following in STARTERS:
        return True
    # THE U.S. THEY LEFT: in capitals throughout; "U.S. IT firms" is not.
    return following.isupper() and following.capitalize() in STARTERS and opened[:12].isupper()


def _is_ordinal(text: str, start: int, at: int, opened: str) -> bool:
    """Tell whether a number with a full stop counts something: "1. Boil", "am 3. Mai"."""
    word, following = word_before(text, start, at), first_word(opened)
    number = word.rpartition("(")[2]
    if not number.isdigit() or len(number) > 3:
        return False
    before = word_before(text, start, at - len(number) - 1)
    if at - len(number) == start or before[-1:] in (":", ";"):
        return True
    if len(before) == 1 and not before.isalnum():
        return True  # "• 9. Add salt"
    if following.lower() in CALENDAR and len(number) < 3 and following not in ("May", "March"):
        return True
    if opened[:1].isdigit() and before[-1:] == "." and before[:-1].isdigit():
        return True  # "am 3. 5. 2010"
    return before.lower() in BEFORE_ORDINAL


def _letter_ends(text: str, start: int, at: int, opened: str) -> bool:
    """Judge a full stop after a single character: an initial, a list's letter, or a plain word."""
    letter, following = text[at - 1], first_word(opened)
    if not letter.isalpha() or at - 1 == start:
        return not letter.isalpha()
    if letter == "г" and text[at - 3 : at - 2].isdigit():
        return True
    before = word_before(text, start, at - 2).lower()
    if letter.islower():
        if letter in LETTERS_INSIDE or (len(following) == 1 and opened[1:2] == "."):
            return False
        if _is_number_or_label(opened, following):
            return before[-1:].isdigit()  # "2.5 m. 3 boats" ends, "p. 3" and "s. XV" do not
        # "Birnen u. a. Der", but "Kehl a. d. Ruhl"
        return not (len(before) == 2 and before[1] == ".") or _opens(opened)
    if before.rstrip(".") in BEFORE_LABEL or (letter in "CF" and before.isdigit()):
        return True
    if letter == "B" and before == "z.":
        return False
    # "R. Price", "A. Read": surnames; only words that are none open a sentence after an initial.
    return _opens(opened) and following in FUNCTION_WORDS
