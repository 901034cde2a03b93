"""Lay the sentences of several articles out in one row, as if they were one article's.

So choose.py can fill its budgets as it does for a single article: offsets point into the texts one
after another, and every sentence knows whose it is. Before that, only what may be chosen is kept,
and of each thing that is said one telling (near_duplicates.py).
"""

from __future__ import annotations

from bisect import bisect_left
from copy import copy
from math import nan
from typing import TYPE_CHECKING, Any

from newskit.limits import LIMITS
from newskit.summarize.defects import PARAGRAPH
from newskit.summarize.query import find_asked, focus
from newskit.summarize.sentence import Sentence
from newskit.summarize.story.centrality import centrality
from newskit.summarize.story.near_duplicates import keep_one_of_each

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newskit.summarize.budget import Budget
    from newskit.summarize.choose import Chosen
    from newskit.summarize.story.members import Member

# Shares of the score; they add up to 1. `own` is what the sentence scores in its own article,
# `centrality` how central it is to them all, `lateness` how late the article is among them, since
# later ones know more. Chosen on the first three stories of scripts/labels/together.jsonl, where
# they hold 0.68 of the facts (mean of six budgets) and `own` alone 0.56; on the last three it is
# 0.59 and 0.42. Any of the three 20 % up or down moves the mean of all by at most 0.015.
WEIGHTS = {"own": 0.45, "centrality": 0.4, "lateness": 0.15}
# The rung of questions, quotations and list items, which are taken when they hold what is asked.
SECOND_RUNG = 1


class Pool:
    """The sentences of articles in one row; `owners` says of each the index of its article.

    Offsets are those of `text`, in which all texts stand. Every sentence's `index` is its place in
    the row. Between two articles lies a gap, a sentence of no words, so that neither is the other's
    neighbour.
    """

    def __init__(self, members: Sequence[Member], leading: Mapping[str, float]) -> None:
        self.text = PARAGRAPH.join(member.text for member in members)
        self.sentences: list[Sentence] = []
        self.owners: list[int] = []
        self.scores: list[float] = []
        self.asked: set[int] = set()
        self.is_cut = False
        self._members = members
        self._starts = [0]
        self._moments = [nan if member.moment is None else member.moment for member in members]
        lateness = _lateness(self._moments)
        mass = sum(leading.values())
        for owner, member in enumerate(members):
            for sentence, own in zip(member.sentences, member.scores, strict=True):
                score = own
                if mass:
                    score = WEIGHTS["own"] * own + WEIGHTS["lateness"] * lateness[owner]
                    score += WEIGHTS["centrality"] * centrality(sentence, leading, mass)
                self._add(sentence, owner, round(score, 4))
            gap = Sentence(0, "", (0, 0))
            gap.defects = ["furniture"]
            self._add(gap, owner, 0.0)
            self._starts.append(self._starts[-1] + len(member.text) + len(PARAGRAPH))

    def _add(self, sentence: Sentence, owner: int, score: float) -> None:
        moved = copy(sentence)
        moved.index = len(self.sentences)
        moved.start += self._starts[owner]
        moved.end += self._starts[owner]
        self.sentences.append(moved)
        self.owners.append(owner)
        self.scores.append(score)

    def focus(self, asked: Sequence[str], stops: frozenset[str]) -> None:
        """Move the scores towards the sentences that hold the words of a query."""
        self.asked, weights = find_asked(self.sentences, asked, stops)
        self.scores = focus(self.scores, weights)

    def narrow(self, budget: Budget, stops: frozenset[str]) -> None:
        """Keep what may be chosen: the lowest rungs, and one telling of each thing.

        What is too long for the budget may still be cut to fit: it stays, and takes no other's
        place. At most LIMITS.together_sentences stay, the best ones; those of copies go first.
        """
        found = [sentence for sentence in self.sentences if sentence.folded]
        rung = max(SECOND_RUNG, min((s.rung for s in found), default=0))
        found = [s for s in found if s.rung <= rung]
        if len(found) > LIMITS.together_sentences:
            found.sort(key=lambda s: (self._is_of_copy(s), s.rung, -self.scores[s.index], s.index))
            found = sorted(found[: LIMITS.together_sentences], key=lambda s: s.index)
            self.is_cut = True
        fitting = [s for s in found if _fits(s, budget)]
        kept = {s.index for s in found if not _fits(s, budget)}
        moments = [self._moments[owner] for owner in self.owners]
        kept |= keep_one_of_each(fitting, self.scores, moments, stops)
        self._keep(sorted(kept))

    def _is_of_copy(self, sentence: Sentence) -> bool:
        return self._members[self.owners[sentence.index]].is_copy

    def _keep(self, kept: Sequence[int]) -> None:
        """Keep these places of the row, and number them anew."""
        self.owners = [self.owners[i] for i in kept]
        self.scores = [self.scores[i] for i in kept]
        self.asked = {new for new, old in enumerate(kept) if old in self.asked}
        self.sentences = [self.sentences[i] for i in kept]
        for number, sentence in enumerate(self.sentences):
            sentence.index = number

    def entry(self, piece: Chosen) -> dict[str, Any]:
        """Return a piece as it stands in `summary_sentences`, with its article's own offsets."""
        owner = self.owners[piece.number]
        start = self._starts[owner]
        return {
            "id": self._members[owner].id,
            "field": "text",
            "start": piece.start - start,
            "end": piece.end - start,
            "score": self.scores[piece.number],
        }


def _lateness(moments: Sequence[float]) -> list[float]:
    """Return 0 for the articles of the first moment up to 1 for those of the last; 0 for NaN."""
    ranks = sorted({moment for moment in moments if moment == moment})
    return [
        bisect_left(ranks, moment) / (len(ranks) - 1) if moment == moment and ranks[1:] else 0.0
        for moment in moments
    ]


def _fits(sentence: Sentence, budget: Budget) -> bool:
    chars = len(sentence.folded) + budget.mark
    return (budget.words is None or sentence.length <= budget.words) and (
        budget.chars is None or chars <= budget.chars
    )
