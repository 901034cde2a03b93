"""Decide whether a question, an exclamation or an ellipsis ends a sentence.

Most do. A quotation goes on when its speaker follows (“Why?” Smith asked), `Yahoo!` is a name, and
an ellipsis with a space before it is a pause unless a word follows that often opens a sentence.

It gets wrong: speakers with no verb of speech in sight (“Why?” Smith turned round), and sentences
whose subject an ellipsis holds back ("He paused ... Mara left").
"""

from __future__ import annotations

from newskit.text.abbreviations import EXCLAIMING_NAMES, KNOWN, SPEECH_CHARACTERS, SPEECH_VERBS
from newskit.text.context import first_word, word_before
from newskit.text.starters import STARTERS

_CLOSING_QUOTES = "\"'”’»“"
# Words after a quotation among which its verb of speech is sought: "Mayor Ines Quarry wanted".
_SPEAKER_WORDS = 5
# Characters of a Chinese clause that names a speaker: 市长办公室主任王明说.
_SPEAKER_CHARACTERS = 12
# Stops before the last one of an ellipsis written with spaces: ". . . ."
_SPACED_DOTS = 3
# What stands right before a pause; "[...]" is one in brackets.
_BEFORE_PAUSE = " \u00a0\n[("


def loud_stop_ends(text: str, start: int, stop: tuple[int, int], opened: str) -> bool:
    """Judge a question mark, exclamation mark or ellipsis before what can open a sentence."""
    at, end = stop
    if text[at] == "!" and end - at == 1 and word_before(text, start, at) in EXCLAIMING_NAMES:
        return first_word(opened) in STARTERS
    if text[at] == "…":
        return at > start and not is_pause(text, at, opened)
    return text[end - 1] not in _CLOSING_QUOTES or not _speaker_follows(opened)


def is_pause(text: str, at: int, opened: str) -> bool:
    """Tell whether an ellipsis whose last run begins at `at` is a pause: "the winner is ... Mara".

    After a word without a space, or after the end of a sentence, it is none: "gone. ... India".
    """
    for _ in range(_SPACED_DOTS):
        if text[at - 2 : at] == ". ":
            at -= 2
    before = text[max(0, at - 4) : at].rstrip(_BEFORE_PAUSE + _CLOSING_QUOTES)
    if text[at - 1 : at] not in _BEFORE_PAUSE or before[-1:] in ".!?":
        return False
    following = first_word(opened)
    return following == "I" or following not in STARTERS


def _speaker_follows(opened: str) -> bool:
    """Tell whether the words after a quotation name its speaker: "Smith asked", "I said"."""
    words = opened.split(None, _SPEAKER_WORDS)[:_SPEAKER_WORDS]
    if first_word(opened) in STARTERS:
        # “Why?” He said nothing more; but "I" has its capital anywhere.
        return words[0] == "I" and words[1:2] != [] and words[1].rstrip(".,") in SPEECH_VERBS
    for word in words:
        if word.rstrip(".,:") in SPEECH_VERBS:
            return True
        if word[-1] in ".?!" and len(word) > 2 and KNOWN.isdisjoint((word[:-1], word[:-1].lower())):
            return False
    return False


def chinese_speaker_follows(text: str, end: int) -> bool:
    """Tell whether a short clause that says who spoke follows a closing quote: “…？”他问。"""
    for at in range(end, min(len(text), end + _SPEAKER_CHARACTERS)):
        if not text[at].isalpha():
            # A colon announces the next quotation instead (“好。”他说：“走。”); 听说 is to hear.
            speaks = text[at] != "：" and text[at - 2 : at - 1] not in "听聽"
            return at > end and speaks and text[at - 1] in SPEECH_CHARACTERS
    return False
