"""What passes between finders, the resolver and the merger: fields, candidates, mentions.

A finder reads one field of an article and proposes candidates; `resolve` keeps those that do not
overlap. A trained tagger is one more finder: its candidates compete under the same two laws, the
longer span first, then the earlier finder in the stage's list.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from newskit.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

TYPES = (
    "PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW",
    "DATE", "TIME", "DURATION", "SET", "MONEY", "PERCENT", "QUANTITY", "ORDINAL",
)  # fmt: skip

WORD = Rule(
    "word",
    r"[^\W_]+",
    "Letters and digits with nothing between them: U.S. is two words, so is mid-July.",
    hits=("July", "U", "1990s"),
    misses=("_", " - "),
)


class Field(NamedTuple):
    """One field of an article, made ready once for all finders.

    `text` is as long as the record's string, with every line break and no-break space a space and
    every apostrophe straight, so that offsets hold; `lower` is the same in lower case. `words` are
    the (start, end) of its words, `low` those words in lower case.
    """

    name: str
    text: str
    lower: str
    words: list[tuple[int, int]]
    low: list[str]
    language: str
    published: datetime.date | None


class Candidate(NamedTuple):
    """A span that a finder proposes, with what makes it the same entity as another span."""

    start: int
    end: int
    type: str
    key: str  # candidates of one type and one key are one entity
    value: str = ""
    mod: str = ""
    country: str = ""
    id: str = ""  # in a list of known things: geonames:2332459
    score: float = 0.0  # how sure the tagger is, 0 to 1; 0 where nothing was weighed


def prepare(name: str, text: str, language: str, published: datetime.date | None) -> Field:
    """Return a field made ready for the finders; offsets stay those of `text`."""
    plain = text.replace("\n", " ").replace("\u00a0", " ").replace("\u2019", "'")
    plain = plain.replace("\u202f", " ").replace("\t", " ").replace("\r", " ")
    lower = plain.lower()
    if len(lower) != len(plain):  # a few capitals, as the dotted I, have a longer small letter
        lower = "".join(small if len(small := c.lower()) == 1 else c for c in plain)
    words = [found.span() for found in WORD.finditer(plain)]
    low = [lower[start:end] for start, end in words]
    return Field(name, plain, lower, words, low, language, published)


def resolve(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates that do not overlap, in order: the longer wins, then the one given first.

    >>> resolve([Candidate(0, 3, "GPE", "a"), Candidate(0, 9, "ORG", "b")])[0].type
    'ORG'
    """
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: c.start):
        length = candidate.end - candidate.start
        while kept and kept[-1].end > candidate.start:
            if kept[-1].end - kept[-1].start >= length:
                break
            kept.pop()
        else:
            kept.append(candidate)
    return kept
