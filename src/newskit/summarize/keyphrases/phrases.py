"""Find what may be a key phrase: names, and runs of one to four words without a boundary.

Boundaries are stop words, contractions, punctuation, line breaks, and the dates and amounts among
the record's `entities`. Where nouns have a capital, a phrase ends in one. A phrase is known by its
words in folded form, plurals in -s as their singulars, so that `Ferry`, `ferry` and `ferries` are
one. A name stands under the entity's fullest form.

It gets wrong: it knows no word classes, so verbs between two boundaries are candidates as well; a
Chinese or Japanese text gives only runs of Han characters or katakana, uncut.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

from newskit.limits import LIMITS
from newskit.model.background import fold, language_of
from newskit.summarize.dateline import dateline_end
from newskit.summarize.keyphrases.names import FIELDS, Name, Span, read_names
from newskit.summarize.keyphrases.phrase_rules import (
    AFTER_VERBS,
    BEFORE_VERBS,
    CONTRACTION,
    ELIDED_VERB,
    MORE_BOUNDARIES,
    TERM,
    TIME_WORDS,
)
from newskit.text.words import STOP_WORDS, count_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

CAPITAL_NOUNS = frozenset({"de", "lb"})  # languages that write every noun with a capital
LONGEST = 4  # words; of the editors' phrases 5 in 1,000 are longer
LONGEST_NAME = 8  # words; longer ones are titles of works
LONGEST_WORD = 40  # code points; what is longer is an address or noise
LONGEST_RUN = 8  # characters of a script without spaces; what is longer is a clause and no phrase


class Phrase:
    """A candidate: its words, where it stands first, and what was counted over its mentions."""

    __slots__ = ("beginning", "count", "cutting", "ending", "key", "place", "salience", "span",
                 "verbal", "words")  # fmt: skip

    def __init__(self, key: tuple[str, ...], words: tuple[str, ...], span: Span) -> None:
        self.key = key  # what makes two phrases the same
        self.words = words  # as the background table has them
        self.span = span  # of the first mention
        self.place = 0  # words before the first mention
        self.count = 0  # mentions
        self.beginning = self.ending = 0  # of them: at the beginning, at the end of a run
        self.cutting = 0  # of them: inside or across a name
        self.verbal = 0  # of them: where a verb would stand
        self.salience = 0.0  # of the entity, for a name


class Word(NamedTuple):
    """A word of a field; `end` leaves a possessive 's out, `full_end` does not."""

    start: int
    end: int
    full_end: int
    folded: str
    small: str
    key: str


def find_phrases(article: Mapping[str, Any]) -> list[Phrase]:
    """Return the candidates of `title` and `text`, each once.

    Only the first LIMITS.phrase_characters code points of a field are read, and no dateline: what
    only that names is where it was written.
    """
    text = article.get("text")
    if isinstance(text, str) and (length := dateline_end(text)):
        article = {**article, "text": " " * length + text[length:]}
    names = read_names(article)
    capital_nouns = language_of(article) in CAPITAL_NOUNS
    found: dict[tuple[str, ...], Phrase] = {}
    readers: dict[str, _Field] = {}
    for field in FIELDS:
        whole = article.get(field)
        if isinstance(whole, str):
            before = sum(len(reader.words) for reader in readers.values())
            readers[field] = reader = _Field(
                field, whole, names, before=before, capital_nouns=capital_nouns
            )
            for run in reader.runs():
                reader.read(run, found)
    fullest = {readers[name.fullest.field].add(name, found) for name in names if not name.is_value}
    for name in names:
        for field, start, end in name.mentions:
            other = key_of([word.folded for word in _words(article[field][start:end])])
            if other not in fullest:
                found.pop(other, None)
    return list(found.values())


def key_of(words: Sequence[str]) -> tuple[str, ...]:
    """Return what a phrase of folded words is known by.

    >>> key_of(["ferries", "glass", "routes"])
    ('ferry', 'glass', 'route')
    """
    return tuple(map(_singular, words))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _words(whole: str) -> Iterator[Word]:
    limit = LIMITS.phrase_characters
    for match in TERM.compiled().finditer(whole, 0, limit):
        raw, (start, end) = match.group(), match.span()
        if end == limit < len(whole):
            return  # perhaps half a word
        small = raw.lower().replace("’", "'")
        bare = end - 2 if small.endswith("'s") and len(raw) > 2 else end
        folded = fold(raw)
        yield Word(start, bare, end, folded, small, _singular(folded))


class _Field:
    """The words of one field, what is known of each, and how many stand `before` it."""

    def __init__(
        self, field: str, whole: str, names: Sequence[Name], *, before: int, capital_nouns: bool
    ) -> None:
        self.field, self.whole, self.before = field, whole, before
        self._capital_nouns = capital_nouns
        self.words = list(_words(whole))
        self._ends = [word.end for word in self.words]
        self._name: list[tuple[int, int] | None] = [None] * len(self.words)
        self._is_value = [False] * len(self.words)
        for name in names:
            for span in name.mentions:
                if span.field == field:
                    self._mark(span, name.is_value)

    def _mark(self, span: Span, is_value: bool) -> None:
        first = last = bisect_left(self._ends, span.start + 1)
        while last < len(self.words) and self.words[last].start < span.end:
            last += 1
        for i in range(first, last):
            if is_value:
                self._is_value[i] = True
            else:
                self._name[i] = (first, last)

    def touch(self, i: int) -> bool:
        """Tell whether nothing but a space stands between the words i - 1 and i."""
        if not 0 < i < len(self.words):
            return False
        before, after = self.words[i - 1], self.words[i]
        return self.whole[before.full_end : after.start] == " "

    def runs(self) -> Iterator[tuple[int, int]]:
        """Yield the longest runs of words without a boundary, half-open."""
        first = 0
        for i, word in enumerate(self.words):
            if first < i and (not self.touch(i) or self._is_possessive(i - 1)):
                yield first, i
                first = i
            if self._is_boundary(word, i):
                if first < i:
                    yield first, i
                first = i + 1
        if first < len(self.words):
            yield first, len(self.words)

    def _is_possessive(self, i: int) -> bool:
        return self.words[i].end < self.words[i].full_end

    def _is_boundary(self, word: Word, i: int) -> bool:
        return (
            self._is_value[i]
            or word.folded in STOP_WORDS
            or word.small in STOP_WORDS
            or word.folded in TIME_WORDS
            or word.folded in MORE_BOUNDARIES
            or ("'" in word.small and self._is_elided(word))
            or len(word.folded) > LONGEST_WORD
            or (len(word.folded) > LONGEST_RUN and count_unspaced(word.folded) > LONGEST_RUN)
        )

    def _is_elided(self, word: Word) -> bool:
        """Tell whether a word with an apostrophe holds a pronoun or a verb."""
        if CONTRACTION.compiled().match(word.small):
            return True
        return ELIDED_VERB.compiled().match(self.whole, word.start) is not None

    def read(self, run: tuple[int, int], found: dict[tuple[str, ...], Phrase]) -> None:
        """Count every phrase of a run."""
        for first in range(*run):
            if not self._may_begin(first):
                continue
            for last in range(first + 1, min(first + LONGEST, run[1]) + 1):
                if not self._may_be(first, last):
                    continue
                key = tuple([word.key for word in self.words[first:last]])
                phrase = found.get(key)
                if phrase is None:
                    words = tuple(word.folded for word in self.words[first:last])
                    span = Span(self.field, self.words[first].start, self.words[last - 1].end)
                    phrase = found[key] = Phrase(key, words, span)
                    phrase.place = self.before + first
                phrase.count += 1
                phrase.beginning += first == run[0]
                phrase.ending += last == run[1]
                phrase.cutting += self._cuts(first, last)
                phrase.verbal += self._is_verbal(first, last)

    def _may_begin(self, i: int) -> bool:
        word = self.words[i].folded
        return len(word) > 1 and not word.isdecimal()

    def _may_be(self, first: int, last: int) -> bool:
        """Tell whether words may be a phrase: no number or two small letters by themselves.

        Nor may they end within a number: 230.000, 1,5; nor in anything but a noun where nouns have
        a capital: "tritt zurück".
        """
        word = self.words[last - 1]
        after = self.whole[word.end : word.end + 2]
        if word.folded.isdecimal() and after[:1] in (".", ",") and after[1:].isdecimal():
            return False
        raw = self.whole[word.start : word.end]
        if self._capital_nouns and raw.islower():
            return False
        if last - first > 1:
            return len(word.folded) > 1
        return not raw[0].isdecimal() and not (len(raw) < 3 and raw.islower())

    def _cuts(self, first: int, last: int) -> bool:
        """Tell whether a phrase is a part of a name, or ends or begins inside one."""
        name = next((n for n in self._name[first:last] if n is not None), None)
        return name is not None and not (first <= name[0] and name[1] <= last)

    def _is_verbal(self, first: int, last: int) -> bool:
        if self.touch(first) and self.words[first - 1].small in BEFORE_VERBS:
            return True
        return self.touch(last) and self.words[last].small in AFTER_VERBS

    def add(self, name: Name, found: dict[tuple[str, ...], Phrase]) -> tuple[str, ...]:
        """Make one phrase of an entity, under its fullest form, and return its key."""
        _, start, end = name.fullest
        words = tuple(word.folded for word in _words(self.whole[start:end]))
        key = key_of(words)
        if not 0 < len(words) <= LONGEST_NAME:
            return key
        phrase = found.get(key)
        if phrase is None:
            phrase = found[key] = Phrase(key, words, name.fullest)
            phrase.place = self.before + bisect_left(self._ends, start + 1)
            phrase.beginning = phrase.ending = phrase.count = 1
        if name.salience >= phrase.salience:
            phrase.salience = name.salience
            phrase.span = name.fullest
        return key
