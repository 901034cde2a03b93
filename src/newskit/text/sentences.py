"""Decide where sentences begin and end.

Blank lines end a sentence; so does a single newline, unless the line after it goes on in lower
case or the paragraph is wrapped by hand (wrapping.py). Within such a stretch one pattern finds
every run of closing punctuation, and the characters around it decide, left before right:

1. the word before the full stop, looked up in the tables of abbreviations.py;
2. the character after it: a small letter goes on, anything that can open a sentence ends.

Closing quotes and brackets belong to the sentence before them. Chinese, Japanese, Arabic, Urdu and
Hindi marks end a sentence without further ado.

It gets wrong: abbreviations that no table knows; a full stop before a name such as "iPhone" is
right, but before "de Gaulle" is taken for an abbreviation; a semicolon never ends a sentence, not
even in Greek; Thai, which has no mark, is one sentence a line. docs/sentences.md has the figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.rule import Rule
from newskit.text.abbreviations import (
    ALWAYS_INSIDE,
    BEFORE_LABEL,
    BEFORE_NUMBER,
    BEFORE_ORDINAL,
    CALENDAR,
    EXCLAIMING_NAMES,
    MAYBE,
    SPEECH_VERBS,
    STARTERS,
    UNITS,
)
from newskit.text.wrapping import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPS = Rule(
    "sentence-stop",
    r"[.!?…‽。！？｡؟۔।॥]+[\"'”’“»«›‹)\]}』」】）》]*(?:\[\d{1,3}\])*",
    "Closing punctuation with the quotes, brackets and note marks that cling to it. It only finds "
    "candidates: whether a sentence ends there is for the code to say.",
    hits=("Rain fell.", "“Why?” he asked", "他来了。", "The end.[12]"),
    misses=("no stop here; none, at all",),
)

_OPENERS = "\"'“‘„«»‹›([{¿¡『「【（《*_"
_SPACES = " \u00a0\u202f"
_EAST_ASIAN = frozenset("。！？｡")
_UNAMBIGUOUS = frozenset("؟۔।॥")
_DASHES = "-–—"
# Characters looked at before a full stop; the longest entry of the tables has 8.
_LOOK_BACK = 24
# Characters looked at after it: room for quotes and three words.
_LOOK_AHEAD = 48


def split(text: str) -> list[tuple[int, int]]:
    """Return the sentences of `text` as (start, end) in code points, half-open, in order.

    Spans are free of surrounding white space, do not overlap, and hold every visible character.

    >>> text = "Dr. Lindqvist left at 5 p.m. on Monday. “Why?” asked Mr. Oyelaran."
    >>> [text[start:end] for start, end in split(text)]
    ['Dr. Lindqvist left at 5 p.m. on Monday.', '“Why?” asked Mr. Oyelaran.']
    """
    return list(spans(text))


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield what `split` returns, one sentence at a time, for callers that want only the first."""
    find = STOPS.compiled().finditer
    for first, last in stretches(text):
        start = first
        for match in find(text, first, last):
            stop = match.start()
            if stop < start:
                continue
            end = _sentence_end(text, start, (stop, match.end()), last)
            if end:
                yield start, end
                start = _skip_space(text, end, last)
        if start < last:
            yield start, last


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


# --- punctuation ----------------------------------------------------------------------------------


def _sentence_end(text: str, start: int, stop: tuple[int, int], last: int) -> int:
    """Return where the sentence from `start` ends if it does at this run of stops, else 0."""
    at, end = stop
    mark = text[at]
    if end >= last:
        return last
    if mark in _EAST_ASIAN:
        # 「…。」と続く: after a closing bracket Japanese goes on with a particle.
        closed = text[end - 1] not in _EAST_ASIAN
        return 0 if closed and "ぁ" <= text[end] <= "ゟ" else end
    if not text[end].isspace():
        return _unspaced_end(text, start, stop)
    ahead = _skip_space(text, end, last)
    rest = text[ahead : min(last, ahead + _LOOK_AHEAD)]
    if rest[0] in "»”" and (len(rest) == 1 or rest[1].isspace()):
        # « Oui. » has a space before its closing mark.
        end = ahead + 1
        if end >= last:
            return last
        rest = rest[1:].lstrip()
    if mark in _UNAMBIGUOUS:
        return end
    opened = rest.lstrip(_OPENERS + _SPACES)
    if not _can_open(rest, opened):
        return 0
    if mark == ".":
        is_end = _full_stop_ends(text, start, stop, opened)
    else:
        is_end = _loud_stop_ends(text, start, stop, opened)
    return end if is_end else 0


def _can_open(rest: str, opened: str) -> bool:
    """Tell whether a sentence can open with `rest` (`opened`: the same without its quotes)."""
    first = opened[:1]
    if not first:
        return bool(rest)
    if first.islower():
        return opened[1:2].isupper()  # iPhone, eBay
    if first in _DASHES:
        # A dash opens a line of dialogue; after "PORT ELLERY." it ends a dateline.
        return opened.lstrip(_DASHES + " ")[:1].isupper() and opened[1:2] not in _DASHES
    return first.isalnum() or first in "$£€¥#@•·+…" or not first.isascii()


def _unspaced_end(text: str, start: int, stop: tuple[int, int]) -> int:
    """Return the end for a stop with no space after it: only where a space was plainly lost."""
    at, end = stop
    if text[at] in _UNAMBIGUOUS:
        return end
    if end - at != 1 or not text[end].isupper() or not text[end + 1 : end + 2].islower():
        return 0
    word = _word_before(text, start, at)
    # "was shut.The mayor", but not "Booking.Com", "news.Example", "e.g.The" or a short suffix.
    lost = len(word) > 2 and word.isalpha() and word.islower()
    following = text[end : end + _LOOK_AHEAD].split(None, 1)[0]
    return end if lost and (following in STARTERS or len(following) > 3) else 0


def _word_before(text: str, start: int, at: int) -> str:
    """Return the characters before `at` back to white space, without opening quotes."""
    tail = text[max(start, at - _LOOK_BACK) : at]
    if not tail or tail[-1].isspace():
        return ""
    return tail.rsplit(None, 1)[-1].lstrip(_OPENERS)


def _first_word(opened: str) -> str:
    """Return the letters that `opened` begins with.

    >>> _first_word("The's")
    'The'
    """
    for index, character in enumerate(opened):
        if not character.isalpha():
            return opened[:index]
    return opened


def _loud_stop_ends(text: str, start: int, stop: tuple[int, int], opened: str) -> bool:
    """Judge a question mark, exclamation mark or ellipsis before what can open a sentence."""
    at, end = stop
    if text[at] == "!" and end - at == 1:
        name = _word_before(text, start, at)
        if name in EXCLAIMING_NAMES:
            return _first_word(opened) in STARTERS
    if text[at] == "…":
        return not _is_pause(text, at, opened)
    if text[end - 1] in "\"'”’»":
        if _first_word(opened) in STARTERS:
            return True  # “Why?” He said nothing more.
        return not any(word.strip(".,") in SPEECH_VERBS for word in opened.split()[:3])
    return True


def _is_pause(text: str, at: int, opened: str) -> bool:
    """Tell whether an ellipsis is a pause: "well … I think"."""
    return text[at - 1 : at].isspace() and _first_word(opened) in ("I", "")


def _full_stop_ends(text: str, start: int, stop: tuple[int, int], opened: str) -> bool:
    """Judge a full stop before something that can open a sentence."""
    at, end = stop
    if text[at : at + 2] == "..":
        return not _is_pause(text, at, opened)
    word = _word_before(text, start, at)
    if not word:
        return True
    if opened[:1] in _DASHES and word.isupper():
        return False  # a dateline: "PORT ELLERY. - The council"
    following = _first_word(opened)
    if word[-1].isdigit():
        return not _is_ordinal(text, start, at, (word, following))
    if len(word) == 1:
        return _letter_ends(text, start, at, opened)
    for table in _verdicts(word):
        if table is ALWAYS_INSIDE:
            return False
        if table is BEFORE_NUMBER:
            if opened[:1].isdigit():
                return False
        elif table is UNITS:
            return not opened[:1].isdigit() and following.lower() not in CALENDAR
        else:
            if text[end : end + 2] == " (":
                return False  # "STATE COLLEGE, Pa. (AP)"
            return _opens(following, opened) or (end - at > 1 and text[end - 1] in '"”»')
    return True


def _verdicts(word: str) -> Iterator[frozenset[str]]:
    """Yield the tables that know `word`; unlisted letters with dots (N.K.V.D) are in MAYBE."""
    small = word.lower()
    for table in (ALWAYS_INSIDE, BEFORE_NUMBER, MAYBE, UNITS):
        if word in table or small in table:
            yield table
    if len(word) > 2 and word[-2] in ".-" and word[-1].isupper() and word[0].isupper():
        yield MAYBE


def _opens(following: str, opened: str) -> bool:
    """Tell whether the next word is one that often opens a sentence, and no initial."""
    if len(following) == 1 and opened[1:2] == ".":
        return False
    return following in STARTERS


def _is_ordinal(text: str, start: int, at: int, words: tuple[str, str]) -> bool:
    """Tell whether a number with a full stop counts something: "1. Boil", "am 3. Mai"."""
    number, following = words
    if not number.isdigit() or len(number) > 3:
        return False
    if at - len(number) == start:
        return True
    if following.lower() in CALENDAR and len(number) < 3 and following not in ("May", "March"):
        return True
    return _word_before(text, start, at - len(number) - 1).lower() in BEFORE_ORDINAL


def _letter_ends(text: str, start: int, at: int, opened: str) -> bool:
    """Judge a full stop after a single character: an initial, a list's letter, or a plain word."""
    letter, following = text[at - 1], _first_word(opened)
    if not letter.isalpha() or at - 1 == start:
        return not letter.isalpha()
    if letter == "г" and text[at - 3 : at - 2].isdigit():
        return True
    if letter.islower():
        if letter in "vcгул" or (len(following) == 1 and opened[1:2] == "."):
            return False
        return not (letter in "pn" and opened[:1].isdigit())
    if _word_before(text, start, at - 2).lower() in BEFORE_LABEL:
        return True
    return _opens(following, opened)
