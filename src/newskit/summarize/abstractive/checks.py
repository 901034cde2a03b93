"""Say which numbers and names of a summary the article does not have.

A summary in a model's own words may state what nobody wrote. Numbers are compared by value
(figures.py), names word by word (proper.py). What is found is shown to a person, and not taken out:
a flag is no proof, since a sum or a synonym is flagged as well, and what is not flagged may still
be false. docs/backend.md says how often it errs.

It gets wrong: numbers and names that the article has, but says of something else; in German, where
every noun has a capital, names of one word; in other languages than English, a name of one word
that begins a sentence.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newskit.model.load import load_bytes
from newskit.summarize.abstractive.figures import Reader
from newskit.summarize.abstractive.proper import (
    GAPS,
    ORDINARY,
    PARTICLES,
    SPACES,
    WORDS_FILE,
    Known,
    Token,
    runs,
    tokens,
)
from newskit.text.words import STOP_WORDS_BY_LANGUAGE, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newskit.summarize.abstractive.figures import Value

# What is listed in one warning, and how long each may be, in code points.
MOST_SHOWN = 5
LONGEST_SHOWN = 40
# In languages whose number words are not known, whole numbers up to this are not flagged: the
# article may have them spelled.
SPELLED_UP_TO = 20

# Forms of address, and short words that are written in capitals and name nothing.
UNNAMED = frozenset(
    ("mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "prof", "st", "herr", "frau", "mme",
     "mlle", "monsieur", "madame", "senor", "senora", "sr", "sra", "don", "dona", "ceo", "cfo",
     "coo", "cto", "mp", "mps", "pm", "am", "tv", "dna", "dj", "id", "gps", "suv", "vip", "cctv",
     "gdp", "co", "spring", "summer", "autumn", "winter", "ii", "iii", "iv", "vi", "vii", "viii",
     "ix", "xi", "xii")
)  # fmt: skip
# Endings of English words that are no names, whether the list has them or not.
ORDINARY_ENDINGS = ("tion", "tions", "ments", "ists", "ors", "ities", "ously", "fully")
# Letters from which an English word in capitals is shouted ("HERE", "WARNING"), and no initials.
SHOUTED = 4
# Languages in which names take endings.
INFLECTED = frozenset(
    ("ru", "uk", "be", "bg", "pl", "cs", "sk", "sl", "hr", "sr", "bs", "lt", "lv", "et", "fi", "hu",
     "tr", "el", "ro", "de", "is")
)  # fmt: skip
CAPITAL_NOUNS = frozenset(("de", "lb", "nds"))
# Endings of a German word that begins a sentence and is no name.
GERMAN_OPENERS = ("e", "en", "er", "es", "em", "rund", "laut", "etwa", "knapp", "fast", "trotz",
                  "seit", "dank", "samt", "viel", "mehr", "mit")  # fmt: skip


class Article(NamedTuple):
    """What a summary is checked against.

    `mentions` are the names that the record's entities have; `language` is BCP 47 or empty.
    """

    title: str
    text: str
    language: str = ""
    mentions: tuple[str, ...] = ()


def load_ordinary() -> frozenset[str]:
    """Return English words that are no names. Raises BadModel if the list is damaged."""
    return frozenset(load_bytes(ORDINARY, WORDS_FILE).decode("utf-8").split())


def check(summary: str, article: Article, ordinary: frozenset[str]) -> list[dict[str, str]]:
    """Return a warning ({code, message}) for unsupported numbers, and one for names, if any."""
    language = article.language or guess_language(f"{article.title}\n{article.text}")
    language = language[:2].lower()
    own = guess_language(summary) or language
    found = (
        ("unsupported-number", find_numbers(summary, article, (own, language))),
        ("unsupported-name", find_names(summary, article, own, ordinary)),
    )
    return [{"code": code, "message": _message(names)} for code, names in found if names]


def find_numbers(summary: str, article: Article, languages: tuple[str, str]) -> list[str]:
    """Return the numbers, as the summary writes them, that the article does not have.

    `languages` are the summary's and the article's.
    """
    read, reader = Reader(languages[0]), Reader(languages[1])
    known: set[Value] = {Decimal(1)}
    for string in (article.title, article.text):
        for each in (read, reader) if len(set(languages)) == 2 else (reader,):
            known.update(each.hints(string))
            for figure in each(string):
                known |= figure.readings
                known.update(figure.parts)
    found = []
    for figure in read(summary):
        if not known.isdisjoint(figure.readings):
            continue
        if figure.parts and known.issuperset(figure.parts):
            continue
        if not reader.is_covered and all(_may_be_spelled(value) for value in figure.readings):
            continue
        found.append(summary[figure.start : figure.end])
    return list(dict.fromkeys(found))


def _may_be_spelled(value: Value) -> bool:
    return isinstance(value, Decimal) and value == value.to_integral() and value <= SPELLED_UP_TO


def find_names(
    summary: str, article: Article, language: str, ordinary: frozenset[str]
) -> list[str]:
    """Return the names, as the summary writes them, that the article does not have."""
    known = Known((article.title, article.text), article.mentions, stem=language in INFLECTED)
    judge = _Judge(known, language, ordinary)
    return list(dict.fromkeys(judge(summary)))


class _Judge:
    """Finds the names of a summary that an article does not have."""

    def __init__(self, known: Known, language: str, ordinary: frozenset[str]) -> None:
        self._known = known
        self._is_english = language in ("en", "")
        self._is_german = language in CAPITAL_NOUNS
        self._ordinary = ordinary
        stops = f"{STOP_WORDS_BY_LANGUAGE['en']} {STOP_WORDS_BY_LANGUAGE.get(language, '')}"
        self._stops = UNNAMED.union(stops.split())

    def __call__(self, summary: str) -> Iterator[str]:
        inside = (frozenset(), SPACES) if self._is_german else (PARTICLES - {"s"}, GAPS)
        for words in tokens(summary):
            for run in runs(summary, words, *inside):
                name = self._without_opener(run)
                if name and self._is_unsupported(name):
                    yield " ".join(summary[name[0].start : name[-1].end].split())

    def _is_unsupported(self, name: Sequence[Token]) -> bool:
        for at, token in enumerate(name):
            if self._may_name(token, at, name) and not self._known.has(token):
                return True
        return any(self._known.mixes(one, other) for one, other in pairwise(name))

    def _may_name(self, token: Token, at: int, name: Sequence[Token]) -> bool:
        """Tell whether a capitalised word is held to the article."""
        word = token.folded[0]
        if len(token.raw) < 2 or word in UNNAMED or token.raw[0].isdecimal():
            return False
        if word in self._stops and not token.raw.isupper():  # WHO is a name, who is none
            return False
        if token.raw.isupper() and len(word) >= SHOUTED and self._is_ordinary(word):
            return False
        if self._is_german and not at and not (token.raw.isupper() or _has_digit(token.raw)):
            return False
        if self._is_german:
            return True
        return not token.opens or (self._is_english and not self._is_ordinary(word))

    def _without_opener(self, run: Sequence[Token]) -> Sequence[Token]:
        """Return a run without a first word that has its capital for standing there."""
        first = run[0]
        word = first.folded[0]
        if not first.opens or (len(run) == 1 and self._is_english):
            return run
        if word in self._stops or (self._is_english and self._is_ordinary(word)):
            return run[1:]
        if self._is_german and (word.endswith(GERMAN_OPENERS) or self._known.has_small(first)):
            return run[1:]
        return run

    def _is_ordinary(self, word: str) -> bool:
        return (
            word in self._ordinary
            or (word.endswith("s") and word[:-1] in self._ordinary)
            or word.endswith(ORDINARY_ENDINGS)
            or (word.endswith("ing") and not self._ordinary.isdisjoint(_verbs(word[:-3])))
        )


def _verbs(stem: str) -> tuple[str, ...]:
    """Return the verbs that a word with -ing may be of: admitting, sensing, walking."""
    doubled = stem[-2:-1] == stem[-1:]
    return (stem, f"{stem}e", stem[:-1]) if doubled else (stem, f"{stem}e")


def _has_digit(raw: str) -> bool:
    return any(map(str.isdecimal, raw))


def _message(found: Iterable[str]) -> str:
    names = list(found)
    listed = ", ".join(f"“{_short(name)}”" for name in names[:MOST_SHOWN])
    more = f" and {len(names) - MOST_SHOWN} more" if len(names) > MOST_SHOWN else ""
    return f"not in the article: {listed}{more}"


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_SHOWN else f"{name[: LONGEST_SHOWN - 1]}…"
