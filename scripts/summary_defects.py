"""What a reader would mark in a summary: checks of their own, not those that newskit chooses by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newskit.text.words import STOP_WORDS

Span = tuple[int, int]

OPENER = re.compile(
    r"[\"'“‘(]*(?:he|she|it|they|his|her|its|their|him|them|this|that|these|those|but|and|or|so|"
    r"however|meanwhile|moreover|also|then|instead|therefore|yet|still|such|another|both)\b"
    r"(?! (?:week|month|year|morning|afternoon|evening|summer|winter|spring|autumn|season)\b)",
    re.I,
)
ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")
SMALL = re.compile(r"[\"'“‘(]*[a-z]")
FURNITURE = re.compile(
    r"\b(?:sign up|subscribe|click here|read more|scroll down|follow us|all rights reserved|"
    r"copyright|newsletter|contributed to this|last updated|getty images|e-?mail (?:us|the author)|"
    r"share this|see also)\b|^(?-i:By [A-Z]\w+ [A-Z])|^(?:updated?:|published:|created:|photo:|"
    r"\d\d:\d\d )",
    re.I | re.M,
)
DATELINE = 60  # code points that may stand before the first sentence
WORD = re.compile(r"[\w'’]+")


def defects(text: str, pieces: Sequence[Span]) -> list[str]:
    """Return the names of the defects that a summary of these pieces of `text` has, once each."""
    said = [" ".join(text[start:end].split()) for start, end in pieces]
    found = []
    if any(is_orphan(text, pieces, i) for i in range(len(pieces))):
        found.append("orphan opener")
    if any(has_odd_quotes(sentence) for sentence in said):
        found.append("odd quotes")
    if repeats(said):
        found.append("repeated trigram")
    if any(not ENDS.search(sentence) or SMALL.match(sentence) for sentence in said):
        found.append("fragment")
    if FURNITURE.search("\n".join(said)):
        found.append("boilerplate")
    return found


def is_orphan(text: str, pieces: Sequence[Span], place: int) -> bool:
    """Tell whether a piece leans on a sentence before it that is not the piece before it.

    What opens the article leans on nothing.
    """
    start, end = pieces[place]
    if start < DATELINE or not OPENER.match(" ".join(text[start:end].split())):
        return False
    return place == 0 or any(map(str.isalnum, text[pieces[place - 1][1] : start]))


def has_odd_quotes(sentence: str) -> bool:
    """Tell whether double quotation marks do not pair."""
    return sentence.count('"') % 2 == 1 or sentence.count("“") != sentence.count("”")


def repeats(said: Sequence[str]) -> bool:
    """Tell whether two sentences share three words of which two are no names or function words."""
    seen: set[tuple[str, ...]] = set()
    for sentence in said:
        words = WORD.findall(sentence)
        plain = [word.islower() and word not in STOP_WORDS for word in words]
        runs = set()
        for i in range(len(words) - 2):
            if sum(plain[i : i + 3]) >= 2:
                runs.add(tuple(word.lower() for word in words[i : i + 3]))
        if runs & seen:
            return True
        seen |= runs
    return False
