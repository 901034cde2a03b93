"""Brings the text of one block into a normal form, by the list below and nothing else.

In this order; what is marked * only if characters are to be normalised as well as white space:

1. line ends: CR LF, CR, NEL, line and paragraph separators, form feed, vertical tab become LF
2. deleted: control characters (but LF and tab) and noncharacters that stand for nothing
2* deleted as well: soft hyphens, zero-width spaces, word joiners, byte order marks, bidirectional
   embeddings, overrides and isolates, interlinear annotation marks. Kept: the joiners U+200C and
   U+200D (Persian, Indic scripts, emoji) and the marks U+200E and U+200F
3* Unicode NFC (not NFKC: superscripts, ligatures and full-width forms carry meaning)
4. spaces: every Unicode space becomes U+0020, no-break space included; but a narrow or thin space
   between two digits stays, as U+202F, because it holds the groups of one number together
5. runs of spaces and tabs become one, and none stay at the ends of lines; empty lines go
6. hard wraps: if the lines can only be the greedy wrapping of one paragraph (see `is_wrapped`),
   they are joined; a hyphen at the end of such a line goes when lower-case letters meet across it.
   Any other single LF stays: a <br> in verse, an address, a list of results

What it gets wrong: a compound that was wrapped at its own hyphen ("well-" / "known") loses it; a
wrapped paragraph whose every line happens to start with a capital letter stays wrapped.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from newskit.rule import Rule
from newskit.text.words import count_unspaced

_LINE_ENDS: dict[int, str | None] = dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], "\n")
_SPACES: dict[int, str | None] = dict.fromkeys(
    [0x09, 0xA0, 0x1680, *range(0x2000, 0x2009), 0x200A, 0x205F, 0x3000], " "
)
_CONTROLS: dict[int, str | None] = dict.fromkeys(
    [
        *(c for c in range(0x20) if c not in (0x09, 0x0A, 0x0B, 0x0C)),
        *(c for c in range(0x7F, 0xA0) if c != 0x85),
        0xFFFE, 0xFFFF,
    ]
)  # fmt: skip
_INVISIBLE: dict[int, str | None] = dict.fromkeys(
    [
        0xAD,  # soft hyphen
        0x200B, 0x2060, 0xFEFF,  # zero-width space, word joiner, byte order mark
        *range(0x202A, 0x202F), *range(0x2066, 0x206A),  # embeddings, overrides, isolates
        *range(0xFFF9, 0xFFFC),  # interlinear annotation
    ]
)  # fmt: skip

# What `str.translate` does to each code point; thin spaces are left to UNGROUPED.
_WHITE: dict[int, str | None] = _CONTROLS | _SPACES | _LINE_ENDS
_ALL: dict[int, str | None] = _WHITE | _INVISIBLE

UNGROUPED = Rule(
    "ungrouped-narrow-space",
    "(?<![0-9])[\u2009\u202f]|[\u2009\u202f](?![0-9])",
    "A narrow or thin space that does not stand inside a number is an ordinary space.",
    hits=("10\u202f€", "Quoi\u202f?", "\u2009x"),
    misses=("10\u202f000", "2\u2009500\u2009000", "10 000"),
)
UNUSUAL = Rule(
    "unusual-characters",
    "[^\\n -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u1679\u2010-\u2027\u2030-\u205e\u20a0-\u2bff"
    "\u3001-\ufef0]",
    "Finds whether anything but plain letters and punctuation is there; most blocks end here.",
    hits=("a\u00a0b", "a\u00adb", "e\u0301", "\tx"),
    misses=("Zażółć gęślą jaźń, said “Mara”…", "Привет, мир", "東京都"),
)

WRAP_CHARACTERS = 40  # below this, lines are verse or an address; e-mail wraps at 65 to 76


def is_wrapped(lines: list[str]) -> bool:
    """Return whether stripped `lines` can only be one paragraph wrapped at a fixed width.

    Wrapping is greedy: the first word of each line would not have fitted on the line before. Verse
    and addresses break that somewhere. Two lines break it seldom, so a further sign is asked for:
    some line goes on in lower case (or in a script without case).

    >>> is_wrapped(["The harbour authority in Port Ellery said on", "Friday that it would close."])
    False
    >>> is_wrapped(["The harbour authority in Port Ellery said that", "it would close on Friday."])
    True
    """
    longest = max(map(len, lines))
    unspaced = count_unspaced(lines[0]) * 2 > len(lines[0])
    if len(lines) < 2 or longest < (WRAP_CHARACTERS // 2 if unspaced else WRAP_CHARACTERS):
        return False
    goes_on = False
    for line, following in pairwise(lines):
        if unspaced:
            if len(line) + 2 < longest:
                return False
            goes_on = goes_on or line[-1] not in "。！？"
            continue
        word = following.split(None, 1)[0]
        if len(line) + 1 + len(word) <= longest:
            return False
        goes_on = goes_on or word[0].islower()
    return goes_on


def unwrap(lines: list[str]) -> str:
    """Join the lines of one hard-wrapped paragraph; undo hyphenation at the line ends.

    >>> unwrap(["The govern-", "ment resigned."])
    'The government resigned.'
    """
    joined = lines[0]
    for line in lines[1:]:
        if joined[-1] == "-" and joined[-2:-1].islower() and line[0].islower():
            joined = joined[:-1] + line
        elif count_unspaced(joined[-1]) and count_unspaced(line[0]):
            joined += line
        else:
            joined += " " + line
    return joined


def normalise(text: str, *, characters: bool = False) -> str:
    """Return the normal form of one block's text; applying it twice changes nothing more.

    `characters` asks for what the list above marks with *.

    >>> normalise("12 Quay Street \\nPort\\u00a0 Ellery")
    '12 Quay Street\\nPort Ellery'
    >>> normalise("Cafe\\u0301 co\\u00adoperative", characters=True)
    'Café cooperative'
    """
    if UNUSUAL.search(text) is not None:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = text.translate(_ALL if characters else _WHITE)
        text = UNGROUPED.sub(" ", text).replace("\u2009", "\u202f")
    if characters and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "\n" not in text:
        return _one_space(text) if "  " in text else text.strip(" ")
    lines = [line for raw in text.split("\n") if (line := _one_space(raw))]
    if len(lines) > 1 and is_wrapped(lines):
        return unwrap(lines)
    return "\n".join(lines)


def _one_space(text: str) -> str:
    return " ".join(filter(None, text.split(" ")))
