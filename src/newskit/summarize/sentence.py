"""A sentence of an article, with all that is found out about it on the way to a summary.

It stands on the rung of its worst defect (defects.py finds them); choose.py takes sentences from
the lowest rung that has any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.summarize.rules import HEAD
from newskit.text.stems import distinct_words_of, words_of
from newskit.text.words import count_words

if TYPE_CHECKING:
    from collections.abc import Mapping

# 0: fit to be read by itself. Higher rungs are used only when all below are empty.
DEFECT_RUNGS = {
    # understood with the sentence before it: taken from rung 0 when that one is in the summary
    "leans": 1,
    "question": 1,
    "mostly-quote": 1,
    "label": 1,
    "list-item": 1,
    # no sentence of the article's own prose
    "short": 2,
    "fragment": 2,
    "heading": 2,
    "caption": 2,
    "quote-only": 2,
    "open-quote": 2,
    "repeats-title": 2,
    # not of the article at all
    "furniture": 3,
}


class Sentence:
    """One sentence with what choose.py and weights.py need to know of it."""

    __slots__ = (
        "chunks", "content", "defects", "end", "folded", "index", "kept", "kind",
        "length", "own", "role", "said", "start", "trimmed", "worth",
    )  # fmt: skip

    def __init__(self, index: int, text: str, span: tuple[int, int]) -> None:
        self.index = index
        self.start, self.end = span
        self.fold(text[self.start : self.end])
        self.say(self.chunks if len(self.folded) <= HEAD else self.folded[:HEAD].split())
        self.content: frozenset[str] = frozenset()  # `own` without function words: weights.py
        self.worth: Mapping[str, float] = {}  # of the article's words: weights.py
        self.kind = ""
        self.role = ""
        self.defects: list[str] = []
        self.kept: tuple[tuple[int, int], ...] = ()  # pieces of the text, if trim.py cut anything
        self.trimmed: tuple[str, ...] = ()  # names of what it cut

    def fold(self, text: str) -> None:
        """Take `text` for what is shown of the sentence: its chunks, folded and with its length."""
        chunks = self.chunks = text.split()
        folded = self.folded = " ".join(chunks)
        self.length = len(chunks) if text.isascii() else count_words(folded)

    def say(self, chunks: list[str]) -> None:
        """Take these chunks for what the sentence says: `own`, its words, each once.

        A dateline that is not shown counts: it says where the story takes place.
        """
        self.said = chunks
        self.own = distinct_words_of(chunks)

    @property
    def words(self) -> list[str]:
        """The words, in order; made anew each time, for few sentences are asked."""
        return words_of(self.said)

    @property
    def rung(self) -> int:
        """The rung of the ladder on which its worst defect puts it."""
        return max(map(DEFECT_RUNGS.__getitem__, self.defects)) if self.defects else 0

    @property
    def only_leans(self) -> bool:
        """Whether all that it lacks is the sentence before it."""
        return self.defects == ["leans"]
