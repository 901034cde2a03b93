"""Tell whether a sentence leans on the one before it: alone, it is not understood.

It opens with a pronoun or a connective, has one behind its first words, or is said by somebody who
is only a pronoun. The words are in leaning_rules.py.

What it gets wrong: it does not parse, so "That" may point at what follows; languages without a list
lean on nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newskit.summarize.leaning_rules import (
    ATTRIBUTION,
    ATTRIBUTION_SPEAKERS,
    ATTRIBUTION_VERBS,
    LEANING_IN,
    LEANING_PHRASES,
    LEANING_WITHIN,
    LEANING_WITHIN_WORDS,
    LEANING_WORDS,
    STANDING_PHRASES,
)
from newskit.summarize.rules import HEAD
from newskit.text.stems import WORD, content_words, opening_of

if TYPE_CHECKING:
    from newskit.summarize.sentence import Sentence

_QUOTES = "\"'“‘„«»‹›"
_LEANING_PHRASES: dict[str, list[str]] = {}
for _phrase in LEANING_PHRASES:
    _LEANING_PHRASES.setdefault(opening_of(_phrase.split()), []).append(_phrase)
# One of either is in whatever ATTRIBUTION finds.
_SPEAKERS = frozenset(content_words(" ".join(ATTRIBUTION_SPEAKERS)))
_SPEECH = frozenset(content_words(" ".join(ATTRIBUTION_VERBS)))
# And one of these in whatever LEANING_WITHIN finds.
_WITHIN = frozenset(content_words(" ".join(LEANING_WITHIN_WORDS)))


@lru_cache(maxsize=100)
def leaning_in(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that lean in a language, and the stems with which what leans begins."""
    leaning = LEANING_WORDS.union(LEANING_IN.get(language, ()))
    return leaning, frozenset(word[:6] for word in leaning).union(_LEANING_PHRASES)


def is_leaning(sentence: Sentence, leaning: frozenset[str], stems: frozenset[str]) -> bool:
    """Tell what `leans` tells; `stems` are of the words that leaning openings begin with."""
    own = sentence.own
    if not _WITHIN.isdisjoint(own) and LEANING_WITHIN.match(sentence.folded[:80].lower()):
        return True
    if opening_of(sentence.chunks) in stems:
        return leans(sentence.folded, leaning)
    if len(sentence.folded) <= HEAD and (_SPEAKERS.isdisjoint(own) or _SPEECH.isdisjoint(own)):
        return False
    return _is_said_by_pronoun(sentence.folded)


def leans(folded: str, leaning: frozenset[str]) -> bool:
    """Tell whether a sentence needs the one before it to be understood.

    It opens with a pronoun or a connective, or quotes somebody who is only a pronoun.

    >>> leans("But rain fell.", frozenset({"but"})), leans("Rain fell.", frozenset({"but"}))
    (True, False)
    """
    head = folded[:200].lstrip(_QUOTES + "([ ")
    word = WORD.match(head)
    first = word.group().lower() if word else ""
    follows = head[len(first) : len(first) + 1]
    if first in leaning and follows not in ("-", "&"):
        return not head.lower().startswith(STANDING_PHRASES)
    if first[:6] in _LEANING_PHRASES:
        small = head[:40].lower()
        for phrase in _LEANING_PHRASES[first[:6]]:
            if small.startswith(phrase) and not small[len(phrase) : len(phrase) + 1].isalnum():
                return True
    return _is_said_by_pronoun(folded)


def _is_said_by_pronoun(folded: str) -> bool:
    return ATTRIBUTION.search(folded[-60:].rstrip(".!?… ")) is not None
