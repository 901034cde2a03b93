"""Make a sentence shorter by what a reader does not miss: connectives, asides, who said so.

Nothing is rewritten. A trimmed sentence is the pieces of the text that are kept, put together as
they stand, with white space folded and a first character in upper case: `shown` is that rule, and
the only one. What may be cut, and what forbids it, stands in trim_rules.py; here are the bounds:
enough words must be left, and the rest must have no defect that the whole had not.

What it gets wrong: it does not parse and does not know who is right; so where a claim is told
without a word of the lists, it loses its speaker. docs/trim.md counts how often.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newskit.summarize.defects import shape
from newskit.summarize.leaning import leans
from newskit.summarize.rules import HEAD, QUOTE_MARKS
from newskit.summarize.trim_rules import (
    ASIDE_BEGINNINGS,
    ASIDE_CONNECTIVES,
    ATTRIBUTIONS,
    AUTHORITY,
    BEFORE_ASIDES,
    CLAIMS,
    CONNECTIVES,
    EDITORIAL,
    KEPT_ASIDES,
    PARENTHESIS,
    PARTY,
    STILL_LEANING,
)
from newskit.text.stems import content_words
from newskit.text.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newskit.rule import Rule
    from newskit.summarize.sentence import Sentence

Span = tuple[int, int]

# Share of a sentence's words that must be left; else the longest cut is not made. In 727 articles
# it forbids 2 of 544 trimmed sentences, 0.6 forbids 9 and 0.7 26, which read as well as the rest.
KEPT_SHARE = 0.5
# Words that must be left: the same below which defects.py calls a sentence short.
KEPT_WORDS = 5
# Connectives in a row: "And, of course, the ferry".
CONNECTIVES_IN_A_ROW = 2


class Cut(NamedTuple):
    """A part of a sentence that a reader does not miss; offsets are within the sentence."""

    name: str
    start: int
    end: int


def shown(text: str, kept: Iterable[Span]) -> str:
    """Return a trimmed sentence from the pieces of `text` that were kept, in order.

    The pieces are put together as they are; every run of white space becomes one space, and a
    first character in lower case is written in upper case.

    >>> shown("But rain (half sleet) fell.", [(4, 8), (21, 27)])
    'Rain fell.'
    """
    folded = " ".join("".join(text[start:end] for start, end in kept).split())
    first = folded[:1]
    return (first.upper() if first.islower() else first) + folded[1:]


class Trim:
    """Trims the sentences of one text.

    Args:
        text: of the article.
        asked: words that must not be cut, as content_words() writes them: those of a query.
    """

    def __init__(self, text: str, asked: Iterable[str] = ()) -> None:
        self._text = text
        self._asked = frozenset(asked)

    def __call__(self, sentence: Sentence, leaning: frozenset[str]) -> None:
        """Note the pieces that are kept in a sentence, if anything can be cut.

        Sets `kept`, `trimmed` and what it says. A sentence that has a defect by itself, or
        would get one, stays as it is; so does one of more than HEAD code points. `leaning` are the
        words that make a sentence lean on the one before it when they open it.
        """
        whole = self._text[sentence.start : sentence.end]
        if len(whole) > HEAD or whole[:1].islower():
            return
        if whole != sentence.folded:  # some white space is no single space
            whole = "".join(" " if c.isspace() else c for c in whole)
        cuts = [cut for cut in find_cuts(whole, leaning) if self._may_go(whole, cut)]
        if not cuts or any(shape(sentence)):
            return
        before, said = sentence.folded, sentence.said
        while cuts:
            kept = tuple((sentence.start + s, sentence.start + e) for s, e in _rest(whole, cuts))
            sentence.fold(shown(self._text, kept))
            sentence.say(sentence.chunks)
            if _is_enough(before, sentence):
                sentence.kept = kept
                sentence.trimmed = tuple(dict.fromkeys(cut.name for cut in cuts))
                return
            cuts.remove(max(cuts, key=lambda cut: cut.end - cut.start))
        sentence.fold(before)
        sentence.say(said)

    def _may_go(self, whole: str, cut: Cut) -> bool:
        """Tell whether a cut holds no word that the reader asked for."""
        return not self._asked or self._asked.isdisjoint(content_words(whole[cut.start : cut.end]))


def find_cuts(whole: str, leaning: frozenset[str]) -> list[Cut]:
    """Return what may be cut from a sentence, in order and apart from one another.

    Every white space character of the sentence must be a space.

    >>> find_cuts("But rain (half sleet) fell.", frozenset({"he"}))
    [Cut(name='connective', start=0, end=4), Cut(name='parenthesis', start=8, end=21)]
    """
    found = [*_connectives(whole, leaning)]
    asides = [*_attributions(whole), *_asides(whole)]
    if asides and QUOTE_MARKS.search(whole) is None:  # what is quoted stays, and who said it
        found += asides
    found.sort(key=lambda cut: (cut.start, -cut.end))
    apart: list[Cut] = []
    for cut in found:
        if not apart or cut.start >= apart[-1].end:
            apart.append(cut)
    return apart


def _rest(whole: str, cuts: Iterable[Cut]) -> Iterator[Span]:
    """Yield the spans between the cuts."""
    at = 0
    for cut in cuts:
        if cut.start > at:
            yield at, cut.start
        at = cut.end
    if at < len(whole):
        yield at, len(whole)


def _is_enough(before: str, sentence: Sentence) -> bool:
    """Tell whether a trimmed sentence has words enough and no defect by itself."""
    least = max(KEPT_WORDS, KEPT_SHARE * count_words(before))
    return count_words(sentence.folded) >= least and not any(shape(sentence))


def _connectives(whole: str, leaning: frozenset[str]) -> Iterator[Cut]:
    """Yield the connectives that open a sentence, unless it leans without them; and those within.

    A sentence that still leans is read after the one before it, where its connective helps.
    """
    at = 0
    for _ in range(CONNECTIVES_IN_A_ROW):
        match = _first(CONNECTIVES, whole[at : at + 1].upper() + whole[at + 1 :])
        if match is None:
            break
        at += match.end()
    rest = whole[at:]
    if at and _can_open(rest) and not leans(rest, leaning) and not STILL_LEANING.match(rest):
        yield Cut("connective", 0, at)
    if not whole.startswith(ASIDE_BEGINNINGS, whole.find(",")):
        return
    if (match := _first(ASIDE_CONNECTIVES, whole)) is not None:
        yield Cut("connective", *match.span("cut"))


def _can_open(rest: str) -> bool:
    """Tell whether a sentence may begin here: with a capital, or a letter that has one."""
    first = rest[:1]
    if not first.islower():
        return first.isalnum()
    return len(first.upper()) == 1 and not first.upper().islower() and not rest[1:2].isupper()


def _attributions(whole: str) -> Iterator[Cut]:
    """Yield the words that say who said so, where the office is enough and the claim is plain."""
    at = whole.rfind(", ")  # a speaker holds no comma
    tail, left = whole[at:], whole[:at]
    if at < 0 or not tail.endswith("."):
        return
    for language, rules in ATTRIBUTIONS.items():
        match = _first(rules, tail)
        if match is None or not AUTHORITY.search(match["who"]) or PARTY.search(match["who"]):
            continue
        if match.groupdict().get("verb") and "," in left:
            continue  # it may be the verb of what stands before
        if not any(claim.search(left) for claim in CLAIMS[language]):
            # “in the U.S., police said.” has its full stop already
            yield Cut("attribution", at, at + match.end() + left.endswith("."))


def _asides(whole: str) -> Iterator[Cut]:
    """Yield parentheses and marks of the editor's."""
    if "[" in whole:
        for match in EDITORIAL.finditer(whole):
            yield Cut("editorial-mark", *match.span("cut"))
    if "(" not in whole:
        return
    rest = PARENTHESIS.sub("", whole)
    if "(" in rest or ")" in rest:
        return  # some bracket is no parenthesis, so nobody knows which is
    for match in PARENTHESIS.finditer(whole):
        is_kept = any(rule.search(match["inside"]) for rule in KEPT_ASIDES)
        if not is_kept and BEFORE_ASIDES.search(whole[: match.start("cut")]) is None:
            yield Cut("parenthesis", *match.span("cut"))


def _first(rules: Iterable[Rule], text: str) -> Any:
    """Return the match of the first rule that matches at the start of a text, or None."""
    return next((match for rule in rules if (match := rule.match(text)) is not None), None)
