"""Which names in an article are one: surnames, first names, acronyms, and shortened forms.

Names of one type are compared by their words, without case, accents and dots. A shorter name joins
a longer one

- of a person, when its words are the other's in order and the first or the last agrees, or when it
  is one of its words (Lula, Luiz Inácio Lula da Silva); initials stand for names;
- of an organisation, when it is its acronym, by its letters or because the longer stands right
  before it and it in parentheses; when what the longer has more at the end says nothing (Barclays
  Bank, Leeds United); or when it is the longer's end, and of no other (Rangers, Cape Rangers);
- of places and the rest, when the longer adds what kind of place it is (Volta, Volta Region).

If several longer names would do, each mention goes to the one that was mentioned last before it.
Names of countries and peoples are joined by the gazetteer (U.S., United States).

What it gets wrong: nicknames; two people of one surname of whom only one is named in full; a body
and its branch that share their words.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from newskit.entities import alias_words as words
from newskit.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_FORMS = 2_000  # of one type; more are not compared with one another
SHORTEST = 2  # letters of a word that may stand for a name on its own
LONGEST_ACRONYM = 8

WORD = Rule(
    "alias-word",
    r"[^\W_]+(?:['’][^\W_]+)*",
    "A word of a name: dots, hyphens and other marks part words.",
    hits=("O'Brien", "Al"),
    misses=("-", "."),
)
DOTS = Rule(
    "alias-dots",
    r"(?<![^\W_])([^\W_])\.(?=[^\W_](?:\.|$|\s))|(?<=\.[^\W_])\.",
    "Dots of an acronym, which go: U.N. is UN.",
    hits=("U.N.",),
    misses=("St. Louis",),
)


class Mentioned(NamedTuple):
    """One mention, as aliases are looked for."""

    type: str
    key: str  # what the gazetteer calls it, empty if it does not know it
    text: str
    introduced: int  # the mention that this one stands behind, in parentheses, or -1


class Form(NamedTuple):
    """A distinct name of one type, with its mentions."""

    words: tuple[str, ...]
    text: str
    mentions: list[int]


def group(mentions: list[Mentioned]) -> list[int]:
    """Return for each mention a number, the same for those of one entity.

    >>> group([Mentioned("PERSON", "", name, -1) for name in ("Ana Roy", "Li", "Roy")])
    [0, 1, 0]
    """
    forms: dict[tuple[str, tuple[str, ...]], Form] = {}
    known: dict[tuple[str, str], Form] = {}
    for place, mention in enumerate(mentions):
        form = known.get((mention.type, mention.text))
        if form is None or mention.key:
            folded = fold(mention.text)
            spelled = (mention.key,) if mention.key else folded
            if mention.type == "NORP" and not mention.key:
                spelled = (*spelled[:-1], _singular(spelled[-1]))
            form = forms.setdefault((mention.type, spelled), Form(folded, mention.text, []))
            if not mention.key:
                known[mention.type, mention.text] = form
        form.mentions.append(place)
    numbers = list(range(len(mentions)))
    by_type: dict[str, list[Form]] = {}
    for (kind, _), form in forms.items():
        by_type.setdefault(kind, []).append(form)
        for place in form.mentions:
            numbers[place] = form.mentions[0]
    for kind, listed in by_type.items():
        if len(listed) <= MOST_FORMS and kind != "NORP":
            _join(kind, listed, mentions, numbers)
    return [_root(numbers, place) for place in numbers]


def fold(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared.

    >>> fold("U.N. Women"), fold("José-Luis")
    (('un', 'women'), ('jose', 'luis'))
    """
    plain = name.replace(" ", "")
    if plain.isascii() and plain.isalnum():  # nine names of ten
        return tuple(name.lower().split())
    name = DOTS.sub(lambda found: found[1] or "", name.replace("\u00ad", ""))
    found = tuple(word[0].lower().replace("’", "'") for word in WORD.finditer(name))
    if not name.isascii():
        found = tuple(
            "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
            for word in found
        )
    return found or (name.lower(),)


def _root(numbers: list[int], place: int) -> int:
    while numbers[place] != place:
        place = numbers[place]
    return place


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _join(kind: str, forms: list[Form], mentions: list[Mentioned], numbers: list[int]) -> None:
    """Let short forms join long ones, the longest first, so that chains end at the fullest."""
    is_short_for = RULES.get(kind, _is_short_for_thing)
    ordered = sorted(forms, key=lambda form: (-len(form.words), form.mentions[0]))
    for at, short in enumerate(ordered):
        introduced = [i for place in short.mentions if (i := mentions[place].introduced) >= 0]
        if introduced and mentions[introduced[0]].type == kind:
            target = _root(numbers, introduced[0])
            if target != short.mentions[0]:
                numbers[short.mentions[0]] = target
            continue
        longer = [
            form
            for form in ordered[:at]
            if len(form.words) > len(short.words) and is_short_for(short, form)
        ]
        roots = {_root(numbers, form.mentions[0]) for form in longer}
        if len(roots) == 1:
            numbers[short.mentions[0]] = roots.pop()
        elif roots and (kind == "PERSON" or len(short.words) > 1):
            _part(short, longer, numbers)


def _part(short: Form, longer: list[Form], numbers: list[int]) -> None:
    """Give each mention of a short name to the longer name that was mentioned last before it."""
    for place in short.mentions:
        before = [(m, form) for form in longer for m in form.mentions if m < place]
        if before:
            form = max(before, key=lambda pair: pair[0])[1]
        else:
            form = min(longer, key=lambda form: form.mentions[0])
        numbers[place] = _root(numbers, form.mentions[0])


def _is_short_for_person(short: Form, long: Form) -> bool:
    left = tuple(w for w in short.words if w not in words.SUFFIXES_OF_PERSONS)
    right = tuple(w for w in long.words if w not in words.SUFFIXES_OF_PERSONS)
    if not left or not right or len(left) > len(right):
        return False
    if len(left) == 1:
        return len(left[0]) >= SHORTEST and left[0] in right
    at = 0
    for word in left:
        while at < len(right) and not _stands_for(word, right[at]):
            at += 1
        if at == len(right):
            return False
        at += 1
    return left[-1] == right[-1] or left[0] == right[0]


def _stands_for(word: str, full: str) -> bool:
    return word == full or (len(word) == 1 and full.startswith(word))


def _is_acronym(short: Form, long: Form) -> bool:
    text = short.text.replace(".", "").replace("&", "")
    if len(short.words) > 1 or not 1 < len(text) <= LONGEST_ACRONYM or not text[:2].isupper():
        return False
    wanted = short.words[0]
    every = "".join(word[0] for word in long.words)
    telling = "".join(word[0] for word in long.words if word not in words.LINKING)
    return wanted in (every, telling)


def _is_front(short: Form, long: Form, more: frozenset[str]) -> bool:
    size = len(short.words)
    rest = long.words[size:]
    return long.words[:size] == short.words and all(w in more or w.isdigit() for w in rest)


def _is_end(short: Form, long: Form) -> bool:
    return long.words[-len(short.words) :] == short.words


def _is_short_for_org(short: Form, long: Form) -> bool:
    return (
        _is_acronym(short, long)
        or _is_front(short, long, words.AFTER_ORG)
        or (_is_end(short, long) and long.words[-len(short.words) - 1] not in words.LINKING)
    )


def _is_short_for_place(short: Form, long: Form) -> bool:
    return _is_front(short, long, words.AFTER_PLACE)


def _is_short_for_thing(short: Form, long: Form) -> bool:
    return (
        _is_acronym(short, long)
        or _is_end(short, long)
        or _is_front(short, long, words.AFTER_EVENT)
    )


RULES: dict[str, Callable[[Form, Form], bool]] = {
    "PERSON": _is_short_for_person,
    "ORG": _is_short_for_org,
    "GPE": _is_short_for_place,
    "LOC": _is_short_for_place,
    "FAC": _is_short_for_place,
}
