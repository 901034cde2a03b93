"""Cut a text into runs of capitalised words, and say which words an article lends to a summary.

A name is a run of words with capitals. `Known` holds an article's words, folded, and says whether a
word of a summary is one of them: without accents, in the plural, as a people's name (`Norway`,
`Norwegian`), as initials (`United Nations`, `UN`), as a month cut short.

What it gets wrong: it compares words, so a name of which the article has every word passes, unless
it is plainly made of two (`Known.mixes`); in scripts without capitals there are no names.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newskit.rule import Rule
from newskit.summarize.abstractive.folding import spellings
from newskit.summarize.abstractive.namesakes import PEOPLE_ENDINGS, PLACE_ENDINGS, SAME
from newskit.text.sentences import spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ORDINARY = Path(__file__).parent.parent / "data" / "ordinary"
WORDS_FILE = "words.txt"

TOKEN = Rule(
    "name-token",
    r"\p{Lu}\.(?:\p{Lu}\.?)+(?!\p{L})|[\p{L}\p{M}\p{Nd}]+",
    "A word, or initials with full stops. Apostrophes and hyphens part words, so that `Ellery's`, "
    "`l'Ukraine` and `Jean-Luc` are compared by their parts.",
    hits=("Mara", "U.S.", "Étienne", "A380"),
    misses=("-", "’", " "),
)

# Between two words of one name; hyphens and apostrophes part the nouns of German compounds.
SPACES = frozenset((" ", ". ", "\u00a0", "\n"))
GAPS = SPACES | {"-", "\u2011", "'", "’", "."}
# Small words inside a name: "Bank of Ostmark", "Ludwig van Aalst".
PARTICLES = frozenset(
    ("of", "the", "for", "de", "del", "la", "las", "los", "le", "les", "des", "du", "d", "di", "da",
     "do", "dos", "das", "van", "von", "der", "den", "al", "el", "bin", "ibn", "y", "e", "s")
)  # fmt: skip
OPENING_MARKS = "“„«‘‹\"'([¿¡*_"
MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
NEAR = 4  # code points before a word in which a colon or a quotation mark opens something
LONGEST_INITIALS = 6
# Letters of a word that an inflected name must share with the article's, and that may differ.
STEM, ENDING = 4, 3
# Share of a sentence's words with a capital from which it is written like a headline.
HEADLINE_SHARE = 0.75


class Token(NamedTuple):
    """A word: its place in code points, its spellings, whether it has a capital, and opens.

    A word opens if a capital says nothing of it: at the beginning of a sentence or a quotation,
    after a colon, in a headline.
    """

    start: int
    end: int
    raw: str
    folded: tuple[str, ...]
    is_capital: bool
    opens: bool


def tokens(text: str) -> Iterator[list[Token]]:
    """Yield the words of each sentence of a text."""
    for start, end in spans(text):
        places = [(start + m.start(), start + m.end()) for m in TOKEN.finditer(text[start:end])]
        raws = [text[first:last].replace(".", "") for first, last in places]
        capitals = [any(map(str.isupper, raw)) for raw in raws]
        loud = len(raws) > 3 and sum(capitals) >= HEADLINE_SHARE * len(raws)
        yield [
            Token(
                *place,
                raw,
                spellings(raw),
                is_capital,
                loud or not at or _opens(text[max(0, place[0] - NEAR) : place[0]]),
            )
            for at, (place, raw, is_capital) in enumerate(zip(places, raws, capitals, strict=True))
        ]


def _opens(before: str) -> bool:
    return before[-1:] in OPENING_MARKS or before.rstrip()[-1:] in ":–—…•"


def runs(
    text: str, words: Sequence[Token], particles: frozenset[str], gaps: frozenset[str] = GAPS
) -> Iterator[list[Token]]:
    """Yield the runs of capitalised words of a sentence; small words inside one are left out.

    `gaps` may stand between two words of a run, and so may a word of `particles`.
    """
    run: list[Token] = []
    end = -1
    for token in words:
        is_near = text[end : token.start] in gaps if end >= 0 else False
        if token.is_capital:
            if run and not is_near:
                yield run
                run = []
            run.append(token)
            end = token.end
        elif run and is_near and token.folded[0] in particles:
            end = token.end
        elif run:
            yield run
            run = []
    if run:
        yield run


class Known:
    """What an article's names and words are.

    Args:
        strings: the title and the text.
        mentions: names that the record's entities have found in them.
        stem: whether names are inflected in the article's language.
    """

    def __init__(self, strings: Iterable[str], mentions: Iterable[str], *, stem: bool) -> None:
        self._words: set[str] = set()
        self._small: set[str] = set()
        self._capitals: set[str] = set()
        self._joined: set[str] = set()
        self._stems: set[str] = set()
        self._initials: set[str] = set()
        self._together: set[tuple[str, str]] = set()
        self._places: dict[str, Counter[str]] = {}
        for string in strings:
            for words in tokens(string):
                self._add(string, words, stem=stem)
        for mention in mentions:
            for words in tokens(mention):
                self._add_run([word.folded[0] for word in words])

    def _add(self, text: str, words: Sequence[Token], *, stem: bool) -> None:
        for token in words:
            self._words.update(token.folded)
            (self._capitals if token.is_capital else self._small).update(token.folded)
            if token.is_capital and stem:
                word = token.folded[0]
                self._stems.update(word[:at] for at in range(STEM, len(word) + 1))
        self._joined.update(a.folded[0] + b.folded[0] for a, b in pairwise(words))
        is_headline = all(token.opens for token in words)
        for run in runs(text, words, PARTICLES):
            names = [token.folded[0] for token in run]
            self._add_run(names)
            self._add_initials(text, run)
            if not is_headline:
                kept = names[1:] if run[0].opens and names[0] in self._small else names
                for name, place in zip(kept, _places(len(kept)), strict=True):
                    self._places.setdefault(name, Counter())[place] += 1

    def _add_run(self, names: Sequence[str]) -> None:
        near = names[:20]  # a longer run is a headline or a list
        self._together.update((a, b) for a in near for b in near)

    def _add_initials(self, text: str, run: Sequence[Token]) -> None:
        """Note the initials of every part of a run, with and without the small words in it."""
        for first in range(len(run)):
            for last in range(first + 1, min(first + LONGEST_INITIALS, len(run))):
                part = run[first : last + 1]
                self._initials.add("".join(token.folded[0][:1] for token in part))
                whole = TOKEN.finditer(text[part[0].start : part[-1].end])
                self._initials.add("".join(match.group()[:1].lower() for match in whole))

    def has_small(self, token: Token) -> bool:
        """Tell whether the article has a word in lower case."""
        return any(word in self._small for word in token.folded)

    def has(self, token: Token) -> bool:
        """Tell whether the article has a word, or one that it is made of."""
        if any(word in self._words or word in self._joined for word in token.folded):
            return True
        if token.raw.isupper() and token.folded[0] in self._initials:
            return True
        return any(self._has_form(word) for word in token.folded)

    def _has_form(self, word: str) -> bool:
        if not self._capitals.isdisjoint(SAME.get(word, ())):
            return True
        forms = {f"{word}s", f"{word}es"}
        if word.endswith("s"):
            forms |= {word[:-1], word.removesuffix("es")}
        if word in MONTHS:
            forms.update(month for month in MONTHS if month[:3] == word[:3])
        if word.endswith(("ies", "y")):
            forms |= {f"{word[:-3]}y", f"{word[:-1]}ies"}
        if not forms.isdisjoint(self._words):
            return True
        if len(word) >= STEM and any(form in self._words for form in _peoples(word)):
            return True
        return len(word) >= STEM and word[: max(STEM, len(word) - ENDING)] in self._stems

    def mixes(self, one: Token, other: Token) -> bool:
        """Tell whether two words side by side are parts of two names of the article.

        The first only ever begins a name of several words, the second ends one, and the article
        never has them in one name.
        """
        a, b = one.folded[0], other.folded[0]
        first, last = self._places.get(a), self._places.get(b)
        if first is None or last is None or (a, b) in self._together:
            return False
        if self.has_small(one) or self.has_small(other):
            return False
        return set(first) == {"first"} and last["last"] > 0


def _places(length: int) -> list[str]:
    """Return where each word of a run stands."""
    if length == 1:
        return ["alone"]
    return ["first", *["inside"] * (length - 2), "last"] if length else []


def _peoples(word: str) -> Iterator[str]:
    """Yield the places whose people a word may be, and the peoples whose place it may be."""
    for people in PEOPLE_ENDINGS:
        if word.endswith(people) and len(word) - len(people) >= STEM:
            yield from (word.removesuffix(people) + place for place in PLACE_ENDINGS)
    for place in PLACE_ENDINGS:
        if word.endswith(place) and len(word) - len(place) >= STEM:
            yield from (word.removesuffix(place) + people for people in PEOPLE_ENDINGS)
