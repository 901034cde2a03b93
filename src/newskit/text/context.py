"""Tell what stands right before and right after a full stop.

Only a bounded piece of text is looked at on either side, so that the splitter's time stays linear
in the length of the text.
"""

from __future__ import annotations

OPENERS = "\"'“‘„«»‹›([{¿¡『「【（《*_"
DASHES = "-–—"
# Emoji lie in these blocks; before them come signs that serve as bullets, behind them letters.
FIRST_EMOJI, LAST_EMOJI = "\U0001f000", "\U0001faff"
# Characters looked at before a full stop; the longest entry of the tables has 8.
_LOOK_BACK = 24
# Characters looked at after it: room for quotes and three words.
LOOK_AHEAD = 48


def word_before(text: str, start: int, at: int) -> str:
    """Return the characters before `at` back to white space, without opening quotes."""
    tail = text[max(start, at - _LOOK_BACK) : at]
    if not tail or tail[-1].isspace():
        return ""
    return tail.rsplit(None, 1)[-1].lstrip(OPENERS)


def first_word(opened: str) -> str:
    """Return the letters that `opened` begins with.

    >>> first_word("The's")
    'The'
    """
    for index, character in enumerate(opened):
        if not character.isalpha():
            return opened[:index]
    return opened
