"""Decide where sentences begin and end.

Blank lines end a sentence; so does a single newline, unless the line after it goes on in lower
case or the paragraph is wrapped by hand (wrapping.py). Within such a stretch one pattern finds
every run of closing punctuation, and the characters around it decide:

1. the character after it: a small letter goes on, anything that can open a sentence may end;
2. the word before a full stop, looked up in tables (full_stops.py), or what follows a question,
   an exclamation or an ellipsis (speech.py).

Closing quotes, brackets and note marks belong to the sentence before them. Chinese, Japanese,
Arabic, Urdu and Hindi marks end a sentence without further ado.

It gets wrong: abbreviations that no table knows; a full stop before a name such as "iPhone" is
right, but before "de Gaulle" is taken for an abbreviation; a semicolon never ends a sentence, not
even in Greek; Thai, which has no mark, is one sentence a line. docs/sentences.md has the figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.rule import Rule
from newskit.text.abbreviations import KNOWN
from newskit.text.context import DASHES, FIRST_EMOJI, LAST_EMOJI, LOOK_AHEAD, OPENERS, word_before
from newskit.text.full_stops import full_stop_ends, is_ordinary
from newskit.text.speech import chinese_speaker_follows, loud_stop_ends
from newskit.text.starters import STARTERS
from newskit.text.wrapping import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPS = Rule(
    "sentence-stop",
    r"[.!?…‽。！？｡؟۔।॥]+[\"'”’“»«›‹)\]}』」】）》]*(?:\[\d{1,3}(?:[,–-]\d{1,3})*\]|[*†‡¹²³⁰⁴-⁹])*",
    "Closing punctuation with the quotes, brackets and note marks that cling to it. It only finds "
    "candidates: whether a sentence ends there is for the code to say.",
    hits=("Rain fell.", "“Why?” he asked", "他来了。", "The end.[12]", "Prices rose.²"),
    misses=("no stop here; none, at all",),
)

_SPACES = " \u00a0\u202f"
_EAST_ASIAN = frozenset("。！？｡")
_EAST_ASIAN_GOES_ON = frozenset("。！？｡，、：；")
_UNAMBIGUOUS = frozenset("؟۔।॥")
_EMOJI_JOINERS = "\u200d\ufe0f\u2764"
# A list's letter or number before its bracket: "(iii)".
_LONGEST_LABEL = 3


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
            stop, end = match.span()
            if stop < start:
                continue
            if _is_plain_end(text, start, stop, end):
                yield start, end
                start = end + 1
            elif end := _sentence_end(text, start, (stop, end), last):
                yield start, end
                start = _skip_space(text, end, last)
        if start < last:
            yield start, last


def _is_plain_end(text: str, start: int, stop: int, end: int) -> bool:
    """Tell whether this is a full stop between an ordinary word, one space and a capital.

    Most sentences end so; _sentence_end says the same of them, after more questions.
    """
    if end - stop > 1 or text[stop] != "." or not text[end + 1 : end + 2].isupper():
        return False
    return text[end] == " " and is_ordinary(text[text.rfind(" ", start, stop) + 1 or start : stop])


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


# --- punctuation ----------------------------------------------------------------------------------


def _sentence_end(text: str, start: int, stop: tuple[int, int], last: int) -> int:
    """Return where the sentence from `start` ends if it does at this run of stops, else 0."""
    at, end = stop
    mark = text[at]
    if mark in _EAST_ASIAN:
        return _east_asian_end(text, stop, last)
    if end >= last:
        return last
    if not text[end].isspace():
        return _unspaced_end(text, start, stop)
    ahead = _skip_space(text, end, last)
    if FIRST_EMOJI <= text[ahead] <= LAST_EMOJI or (
        text[ahead] in "»”" and (ahead + 1 == last or text[ahead + 1].isspace())
    ):
        # « Oui. » has a space before its closing mark; emoji go with what they comment on.
        end = _skip_tail(text, ahead, last)
        ahead = _skip_space(text, end, last)
        if ahead >= last:
            return last
    if mark in _UNAMBIGUOUS:
        return end
    rest = text[ahead : min(last, ahead + LOOK_AHEAD)]
    opened = rest.lstrip(OPENERS + _SPACES)
    if not _can_open(rest, opened) and not _is_careless(text, start, stop):
        return 0
    if mark == ".":
        is_end = full_stop_ends(text, start, stop, opened)
    else:
        is_end = loud_stop_ends(text, start, stop, opened)
    return end if is_end else 0


def _skip_tail(text: str, start: int, last: int) -> int:
    """Return where the closing mark or the emoji from `start` end."""
    end = start + 1
    while end < last and (FIRST_EMOJI <= text[end] <= LAST_EMOJI or text[end] in _EMOJI_JOINERS):
        end += 1
    return end


def _east_asian_end(text: str, stop: tuple[int, int], last: int) -> int:
    """Return where a Chinese or Japanese sentence ends, 0 if it goes on after its quotation."""
    at, end = stop
    opening = text.find("“", at, end)
    if opening > 0:
        return opening
    if end >= last:
        return last
    if text[end] in _EAST_ASIAN_GOES_ON:
        return 0
    # 「…。」と続く: after a closing bracket Japanese goes on with a particle.
    closed = text[end - 1] not in _EAST_ASIAN
    if closed and ("ぁ" <= text[end] <= "ゟ" or chinese_speaker_follows(text, end)):
        return 0
    return end


def _can_open(rest: str, opened: str) -> bool:
    """Tell whether a sentence can open with `rest` (`opened`: the same without its quotes)."""
    first = opened[:1]
    if not first:
        return bool(rest)
    if first.islower():
        if opened[1:2].isupper() or opened.startswith(("http://", "https://", "www.")):
            return True  # iPhone, eBay, an address
        label, bracket, after = opened[: _LONGEST_LABEL + 3].partition(") ")
        return bool(bracket) and label.isalpha() and after[:1].isupper()  # (b) The
    if first in DASHES:
        # A dash opens a line of dialogue; after "PORT ELLERY." it ends a dateline.
        return opened.lstrip(DASHES + " ")[:1].isupper() and opened[1:2] not in DASHES
    return first.isalnum() or first in "$£€¥#@•·+…" or not first.isascii()


def _is_careless(text: str, start: int, stop: tuple[int, int]) -> bool:
    """Tell whether the writer uses no capitals: "so tired today. cant sleep."

    Only where the sentence itself began with a small letter, and an ordinary word is before a mark
    without quotes.
    """
    at, end = stop
    if not text[start].islower() or end - at > 1 or text[at] == "…":
        return False
    word = word_before(text, start, at)
    return len(word) > 2 and word.isalpha() and word not in KNOWN


def _unspaced_end(text: str, start: int, stop: tuple[int, int]) -> int:
    """Return the end for a stop with no space after it: only where a space was plainly lost."""
    at, end = stop
    if text[at] in _UNAMBIGUOUS:
        return end
    meeting = text.find("”“", at, end)
    if meeting > 0:
        return meeting + 1
    if end - at != 1 or not text[end].isupper() or not text[end + 1 : end + 2].islower():
        return 0
    word = word_before(text, start, at)
    following = text[end : end + LOOK_AHEAD].split(None, 1)[0]
    if word.isdigit():
        return end if following in STARTERS else 0  # "in 2019.She was", but not "v1.Beta"
    # "was shut.The mayor", but not "Booking.Com", "news.Example", "e.g.The" or a short suffix.
    lost = len(word) > 2 and word.isalpha() and word.islower()
    return end if lost and (following in STARTERS or len(following) > 3) else 0
