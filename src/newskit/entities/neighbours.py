"""What stands beside a gazetteer name, and whether it leaves the name standing alone.

Each predicate looks at one side of a name and asks place_words.py. Words are counted as the field
counts them (`U.S.` is two).

What it gets wrong: a longer name that begins or ends with a word in lower case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newskit.entities import place_words as near

if TYPE_CHECKING:
    from newskit.entities.spans import Field

# Trust in a name, as scripts/build_gazetteer.py writes it.
SURE, LIKELY, SUPPORTED, SMALL = "1", "2", "3", "4"


class Found(NamedTuple):
    """A gazetteer name in a field: words `first` to `last`, code points `start` to `end`."""

    start: int
    end: int
    first: int
    last: int
    type: str
    country: str
    trust: str
    entity: str


def word(field: Field, index: int) -> str:
    """Return a word of the field, empty outside it."""
    if 0 <= index < len(field.words):
        start, end = field.words[index]
        return field.text[start:end]
    return ""


def gap_after(field: Field, left: int) -> str:
    """Return what stands between the word `left` and the next."""
    if 0 <= left < len(field.words) - 1:
        return field.text[field.words[left][1] : field.words[left + 1][0]]
    return "  "


def is_person(field: Field, name: Found) -> bool:
    """Tell whether a courtesy title, an initial or a first name stands right before the name."""
    before, gap = word(field, name.first - 1), gap_after(field, name.first - 1)
    if name.type == "NORP":
        return False
    if gap == ". ":
        return before in near.COURTESY or (len(before) == 1 and before.isupper())
    if gap != " ":
        return False
    if before in near.COURTESY:
        return True
    return (
        name.trust != SURE
        and before[0].isupper()
        and before not in near.BEFORE_ANY
        and before not in near.NO_FIRST_NAME
    )


def is_free_before(field: Field, name: Found, ends: dict[int, Found]) -> bool:
    """Tell whether nothing before the name makes it part of a longer one."""
    previous, gap = word(field, name.first - 1), gap_after(field, name.first - 1)
    if field.text[name.start - 1 : name.start] in ("-", "@", "#", "_", ".", "/"):
        return field.text[name.start - 1] == "/"
    if gap == " & ":
        return False
    if gap != " ":
        return True
    if name.entity in near.LANGUAGES:
        alone = field.text[name.end : name.end + 1] in (",", ".", ";", "")
        if previous in near.LANGUAGE_BEFORE or (previous == "in" and alone):
            return False
    if previous in near.OF:
        head, head_gap = word(field, name.first - 2), gap_after(field, name.first - 2)
        if previous == "the":
            previous = head
            head, head_gap = word(field, name.first - 3), gap_after(field, name.first - 3)
        if previous != "of" or head_gap != " " or not head[:1].isupper():
            return True
        if head in near.OF_TITLES or name.first - 2 in ends:
            return True
        return name.trust == SURE and head not in near.OF_BODIES and not head.isupper()
    if not previous[0].isupper():
        return True
    if previous in near.BEFORE_FOREIGN.get(field.language[:2], ()):
        return True
    return previous in near.BEFORE_ANY or name.first - 1 in ends


def is_free_after(field: Field, name: Found, starts: dict[int, Found]) -> bool:
    """Tell whether nothing after the name makes it part of a longer one."""
    text, index = field.text, name.last + 1
    tail = text[name.end : name.end + 2]
    if tail[:1] in ("-", "_", "&") or (tail[:1] in (".", "@") and tail[1:2].isalnum()):
        return False
    following = word(field, index)
    if tail == " w" and following == "war" and name.type != "NORP":
        return False
    if tail.startswith(" ") and name.entity in near.LANGUAGES and following in near.LANGUAGE_AFTER:
        return False
    if text[name.end : name.end + 3] == " & ":
        return False
    if not tail.startswith(" ") or not tail[1:2].isupper():
        return not (tail.startswith(" ") and tail[1:2].isdigit() and name.trust != SURE)
    if following in near.OFFICES:
        return word(field, index + 1) in near.OFFICERS
    if following in near.TITLES:
        return True
    other = starts.get(index)
    if other is None or name.type != "NORP" or other.trust != SURE:
        return False
    return is_free_after(field, other, starts)


def is_backed(field: Field, name: Found, starts: dict[int, Found]) -> bool:
    """Tell whether the text says that a name which may be something else is a place."""
    text = field.text
    if text[name.end : name.end + 2] == ", ":
        other = starts.get(name.last + 1)
        if other is not None and other.trust == SURE and other.type == "GPE":
            return True
        if word(field, name.last + 1) in near.STATE_SHORT:
            return True
    support = near.TOWARDS if name.trust == SMALL else near.LOCATIVE
    if gap_after(field, name.first - 1) == " " and word(field, name.first - 1) in support:
        return True
    dateline = name.start == 0 or text[name.start - 2 : name.start] == "  "
    return dateline and text[name.end : name.end + 3] in near.DATELINE_AFTER


def capital_run(field: Field, last: int) -> int:
    """Return the first word of the capitalised words that end with the word `last`."""
    first = last
    while first > 0 and last - first < 3 and gap_after(field, first - 1) == " ":
        before = word(field, first - 1)
        if not before[0].isupper() or before in near.BEFORE_ANY:
            break
        first -= 1
    return first


def is_place_in_headline(field: Field, name: Found) -> bool:
    """Tell whether a name in a headline with capitals everywhere is a place or a people."""
    following = word(field, name.last + 1).lower() if gap_after(field, name.last) == " " else ""
    hyphen = "-" in (field.text[name.start - 1 : name.start], field.text[name.end : name.end + 1])
    if name.trust != SURE or hyphen or following in near.BODIES:
        return False
    if field.text[name.start : name.end] == "US" and word(field, name.first - 1).isupper():
        return False  # CONTACT US
    return not (
        gap_after(field, name.first - 1) == " " and word(field, name.first - 1) in near.COURTESY
    )


def has_capitals_everywhere(field: Field) -> bool:
    """Tell whether a headline writes its longer words with capitals, so that they tell nothing."""
    long_words = [start for start, end in field.words if end - start > 3]
    capitals = sum(field.text[start].isupper() for start in long_words)
    # Share of words. Sentence case stays below a half even when it is dense with names.
    return len(long_words) > 3 and capitals >= 0.8 * len(long_words)
