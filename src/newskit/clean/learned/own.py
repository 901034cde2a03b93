"""Measures what a block says by itself: length, punctuation, stop words, figures, known words.

Every measure is one column, a list with one number a block. Nothing here looks at neighbours or
markup, so the same columns serve pages and plain text. Words are those of `newskit.text.words`;
where a script writes none, two characters count as one.

What it gets wrong: Thai and Khmer write without spaces too, and count as one long word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.article import ARTICLE_ROLES, FURNITURE_ROLES
from newskit.clean.learned.vocabulary import (
    HEAD_CHARACTERS,
    HEAD_WORDS,
    UNSPACED_HEAD,
    fold,
    pairs,
    read,
    strongest,
    with_pairs,
)  # fmt: skip
from newskit.text.words import STOP_WORDS, count_unspaced, stop_share

if TYPE_CHECKING:
    from newskit.clean.learned.vocabulary import Says, Table

Columns = dict[str, list[float]]
ROLES = ARTICLE_ROLES + FURNITURE_ROLES

# Characters that count as a word in scripts without spaces (see newskit.text.words).
PER_WORD = 2

ENDS = dict.fromkeys(".。।۔", 3) | dict.fromkeys("!?！？؟", 4) | dict.fromkeys(":：", 1)
ENDS |= dict.fromkeys("…", 2) | dict.fromkeys(",;，；、،", 5)
QUOTES_AND_BRACKETS = "\"'”’»)]」』）】›"
BARS = "|»›•·/→>"
DIGITS = "0123456789"
OPENING_QUOTES = "\"'“‘«„「『"
BULLETS = "-–—*•·●■▪►▶#+"


def end_of(text: str) -> int:
    """Return how a text ends: 3 full stop, 4 ! or ?, 2 ellipsis, 1 colon, 5 comma, 0 none.

    Quotes and brackets behind the mark are looked through.

    >>> end_of('He said: "No."'), end_of("More news"), end_of("Wait ...")
    (3, 0, 2)
    """
    last = text[-1]
    if last in QUOTES_AND_BRACKETS:
        text = text.rstrip(QUOTES_AND_BRACKETS)
        last = text[-1:]
    if last == "." and text[-2:-1] == ".":
        return 2
    return ENDS.get(last, 0)


def start_of(text: str) -> int:
    """Return how a text starts: 0 lower case, 1 upper, 2 figure, 3 quote, 4 bullet, 5 other.

    >>> start_of("of"), start_of("Of"), start_of("3 of"), start_of("東京")
    (0, 1, 2, 5)
    """
    first = text[0]
    if first.islower():
        return 0
    if first.isupper():
        return 1
    if first.isdigit():
        return 2
    if first in OPENING_QUOTES:
        return 3
    return 4 if first in BULLETS else 5


NAMES = (
    "length", "words", "stop", "end", "start", "sentences", "commas", "figures", "capitals",
    "shout", "bars", "address", "copyright", "questions", "lines", "tokens", "known", "known-mean",
)  # fmt: skip


def measure(texts: list[str], table: Table, wanted: frozenset[str] | None) -> Columns:
    """Return the columns of `NAMES` for stripped, non-empty texts, and what their words say."""
    seen: dict[str, tuple[tuple[float, ...], Says]] = {}
    rows, said = [], []
    for text in texts:
        entry = seen.get(text)
        if entry is None:
            entry = seen[text] = _row(text, table)
        rows.append(entry[0])
        said.append(entry[1])
    made: Columns = dict(zip(NAMES, map(list, zip(*rows, strict=True)), strict=True))
    return made | says(said, "says", wanted)


def _figures(text: str) -> int:
    """Return the number of digits; of ASCII text by ten counts, which is quicker."""
    return sum(map(text.count, DIGITS)) if text.isascii() else sum(map(str.isdigit, text))


def says(said: list[Says], prefix: str, wanted: frozenset[str] | None) -> Columns:
    """Return one column for each role with the weight of what speaks for it, and the strongest.

    Of the single roles only those whose column is named in `wanted`, or all.
    """
    made: Columns = {prefix: [strongest(found) for found in said]}
    for index, role in enumerate(ROLES):
        name = f"{prefix}-{role}"
        if wanted is None or name in wanted:
            made[name] = [found.get(index, 0.0) for found in said]
    return made


def _row(text: str, table: Table) -> tuple[tuple[float, ...], Says]:
    size = len(text)
    head = text if size <= HEAD_CHARACTERS else text[:HEAD_CHARACTERS]
    unspaced = count_unspaced(head)
    if unspaced * 3 > len(head):
        unspaced = int(unspaced * size / len(head))
        words = max(1, unspaced // PER_WORD)
        size += unspaced
        stop, capitals = stop_share(head), 0.0
        tokens = pairs(head[:UNSPACED_HEAD].lower())
    else:
        listed = head.split()[:HEAD_WORDS]
        words = max(len(listed), len(text.split()) if size > 60 else 0)
        lower = [word.lower() for word in listed]
        stop = sum(map(STOP_WORDS.__contains__, lower)) / len(lower)
        capitals = sum([word[0].isupper() for word in listed]) / len(listed)
        tokens = with_pairs(fold(lower))
    known, said = read(tokens, table)
    is_short = len(head) == len(text)
    row = (
        min(size, 4000),
        min(words, 600),
        stop,
        end_of(text),
        start_of(text),
        text.count(". ") + text.count("。") + text.count("? ") + text.count("! "),
        (text.count(", ") + text.count("，") + text.count("、") + text.count("، ")) / words,
        _figures(head[:80]) / min(len(text), 80),
        capitals,
        is_short and text.isupper(),
        sum(map(head.count, BARS)) if is_short else 0,
        ("@" in head) + 2 * ("://" in head or "www." in head),
        "©" in head or "(c)" in head,
        (text.count("?") + text.count("？") + 3 * min(2, text.count("!"))) if is_short else 0,
        min(text.count("\n"), 20),
        min(len(tokens), 60),
        known,
        known / len(tokens) if tokens else 0.0,
    )
    return row, said
