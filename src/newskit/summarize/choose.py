"""Choose sentences for a summary within exact budgets.

Sentences stand on rungs (defects.py); the lowest rung that has any is used, so a summary
is never empty for want of good sentences. Within it the best score goes first. A sentence that only
leans on the one before it may follow when that one was chosen. Repeats of what is already there are
left out.

When no sentence fits into the budget, the best one is cut (cut.py).
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from newskit.summarize.cut import cut
from newskit.text.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newskit.summarize.defects import Sentence

# Share of a sentence's word triples that the summary already has, above which it is a repeat.
# 0.3 also stops sentences that only share a long name; 0.5 lets rewordings pass.
REPEAT_SHARE = 0.4
# Share of the words of two sentences (the shorter one's, function words left out) that makes one a
# rewording of the other. 0.6 stops sentences of one topic, 0.8 lets most rewordings pass.
REWORDING_SHARE = 0.7
# Taken from the score of a sentence that says only what a chosen one says (maximal marginal
# relevance, Carbonell and Goldstein 1998). Flat from 0.2 to 0.4; at 0 news is told twice where a
# standfirst and the first paragraph say the same.
REDUNDANCY = 0.3
# Chosen sentences that a further one is compared with, so that long summaries stay linear.
COMPARED = 20
# A first sentence must score at least this share of the best one; else the best one is cut to fit.
# Lower, and "--words 15" prefers a short aside to the news.
FIRST_SHARE = 0.6


class Budget(NamedTuple):
    """The most that a summary may have; None is no bound. Characters are code points."""

    sentences: int | None
    words: int | None
    chars: int | None

    def holds(self, sentences: int, words: int, chars: int) -> bool:
        """Tell whether a summary of this size is within every bound."""
        return (
            (self.sentences is None or sentences <= self.sentences)
            and (self.words is None or words <= self.words)
            and (self.chars is None or chars <= self.chars)
        )


class Chosen(NamedTuple):
    """A piece of the article in the summary: a sentence, or the beginning of one."""

    number: int  # of the sentence
    start: int
    end: int


def choose(
    text: str, sentences: Sequence[Sentence], scores: Sequence[float], budget: Budget
) -> list[Chosen]:
    """Return the pieces of `text` that make the summary, in the article's order.

    Every sentence must have a word. Never more than `budget`; empty only for no sentences.
    """
    if not sentences:
        return []
    rung = min(s.rung for s in sentences)
    candidates = [s for s in sentences if s.rung == rung]
    best = max(candidates, key=lambda s: (scores[s.index], -s.index))
    chosen = _fill(sentences, candidates, scores, budget)
    if chosen:
        return [Chosen(i, sentences[i].start, sentences[i].end) for i in sorted(chosen)]
    start, end = cut(text, (best.start, best.end), budget.words, budget.chars)
    return [Chosen(best.index, start, end)]


def _fill(
    sentences: Sequence[Sentence],
    candidates: Sequence[Sentence],
    scores: Sequence[float],
    budget: Budget,
) -> list[int]:
    """Return indexes of whole sentences that fit, best first."""
    heap = [(-scores[s.index], s.index) for s in candidates]
    heapify(heap)
    least = -heap[0][0] * FIRST_SHARE
    chosen: list[int] = []
    seen: set[tuple[str, ...]] = set()
    words = chars = 0
    while heap and (budget.sentences is None or len(chosen) < budget.sentences):
        score, index = heappop(heap)
        if not chosen and -score < least:
            break
        sentence = sentences[index]
        triples = _triples(sentence.words)
        if len(triples & seen) > REPEAT_SHARE * len(triples):
            continue
        shared = max((_shared(sentence, sentences[i]) for i in chosen[:COMPARED]), default=0.0)
        if shared >= REWORDING_SHARE:
            continue
        # Lazy greedy: what others have taken from its score only grows, so it may be put back.
        worth = scores[index] - REDUNDANCY * shared
        if -score > worth and heap and -heap[0][0] > worth:
            heappush(heap, (-worth, index))
            continue
        more_words = words + count_words(sentence.folded)
        more_chars = chars + len(sentence.folded) + bool(chosen)
        if not budget.holds(len(chosen) + 1, more_words, more_chars):
            continue
        chosen.append(index)
        seen |= triples
        words, chars = more_words, more_chars
        if index + 1 < len(sentences) and sentences[index + 1].only_leans and sentence.rung == 0:
            heappush(heap, (-scores[index + 1], index + 1))
    return chosen


def _shared(one: Sentence, other: Sentence) -> float:
    """Return the share of the shorter sentence's content words that the longer one has too."""
    shorter = min(len(one.content), len(other.content))
    return len(one.content & other.content) / shorter if shorter >= 3 else 0.0


def _triples(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Return all runs of three words; of fewer words, the one run there is."""
    if len(words) < 3:
        return {tuple(words)}
    return set(zip(words, words[1:], words[2:], strict=False))
