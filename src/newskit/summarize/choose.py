"""Choose sentences for a summary within exact budgets.

Sentences stand on rungs (defects.py); the lowest rung that has any is used, so a summary
is never empty for want of good sentences. Within it the best score goes first. A sentence that only
leans on the one before it may follow when that one was chosen. Repeats of what is already there are
left out (draft.py).

When something was left out for want of room, other combinations are tried (fill.py), and what still
fits is added. When no sentence fits into the budget, the best one is cut (cut.py).
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from newskit.summarize.budget import Budget
from newskit.summarize.cut import cut
from newskit.summarize.draft import Draft
from newskit.summarize.fill import fill

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newskit.summarize.sentence import Sentence

# A first sentence must score at least this share of the best one; else the best one is cut to fit.
# Lower, and "--words 15" prefers a short aside to the news.
FIRST_SHARE = 0.6


class Chosen(NamedTuple):
    """A piece of the article in the summary: a sentence, or the beginning of one.

    Of a trimmed sentence it has the parts that are kept, from `start` to `end`, and what was cut.
    """

    number: int  # of the sentence
    start: int
    end: int
    kept: tuple[tuple[int, int], ...] = ()
    trimmed: tuple[str, ...] = ()


def choose(
    text: str,
    sentences: Sequence[Sentence],
    scores: Sequence[float],
    budget: Budget,
    *,
    asked: Collection[int] = (),
) -> list[Chosen]:
    """Return the pieces of `text` that make the summary, in the article's order.

    Every sentence must have a word. `asked` are indexes of sentences that hold what the reader
    asked for. Never more than `budget`; empty only for no sentences.
    """
    if not sentences:
        return []
    candidates = _candidates(sentences, asked)
    candidates.sort(key=lambda s: (-scores[s.index], s.index))
    best = candidates[0]
    least = scores[best.index] * FIRST_SHARE
    draft = Draft(budget)
    _add(draft, sentences, candidates, scores)
    if draft.is_tight and draft.chosen and draft.room is not None:
        other = fill(Draft(budget), candidates, scores, least)
        _add(other, sentences, candidates, scores)
        if other.rank > draft.rank:
            draft = other
    if draft.chosen:
        return [_whole(sentences[i]) for i in _order(draft)]
    chars = None if budget.chars is None else budget.chars - budget.mark
    start, end = cut(text, (best.start, best.end), budget.words, chars)
    return [Chosen(best.index, start, end)]


def _whole(sentence: Sentence) -> Chosen:
    """Return a sentence as a piece; what was trimmed at its ends is no part of it."""
    kept = sentence.kept or ((sentence.start, sentence.end),)
    span = kept[0][0], kept[-1][1]
    return Chosen(sentence.index, *span, sentence.kept, sentence.trimmed)


def _order(draft: Draft) -> list[int]:
    return sorted(sentence.index for sentence in draft.chosen)


def _candidates(sentences: Sequence[Sentence], asked: Collection[int]) -> list[Sentence]:
    """Return the sentences of the lowest rung.

    When none of them is asked for, those of rung 1 that are, and do not lean, are added: a question
    or a quotation about the matter is better than nothing about it.
    """
    found = [s for s in sentences if not s.defects]
    rung = 0 if found else min(s.rung for s in sentences)
    found = found or [s for s in sentences if s.rung == rung]
    if rung == 0 and asked and not any(s.index in asked for s in found):
        found += [sentences[i] for i in asked if _is_second_best(sentences[i])]
    return found


def _is_second_best(sentence: Sentence) -> bool:
    return sentence.rung == 1 and "leans" not in sentence.defects


def _add(
    draft: Draft,
    sentences: Sequence[Sentence],
    candidates: Sequence[Sentence],
    scores: Sequence[float],
) -> None:
    """Add whole sentences that fit, best first, and what leans on them."""
    taken = {sentence.index for sentence in draft.chosen}
    heap = [(-scores[s.index], s.index) for s in candidates if s.index not in taken]
    heap += [(-scores[i], i) for s in draft.chosen for i in _leaning_on(s, sentences)]
    heapify(heap)
    least = scores[candidates[0].index] * FIRST_SHARE
    while heap and not draft.is_full:
        score, index = heappop(heap)
        if not draft.chosen and -score < least:
            break
        sentence = sentences[index]
        lost = draft.lost(sentence)
        if lost is None:
            continue
        # Lazy greedy: what others have taken from its score only grows, so it may be put back.
        worth = scores[index] - lost
        if -score > worth and heap and -heap[0][0] > worth:
            heappush(heap, (-worth, index))
        elif draft.take(sentence, worth):
            for following in _leaning_on(sentence, sentences):
                heappush(heap, (-scores[following], following))


def _leaning_on(sentence: Sentence, sentences: Sequence[Sentence]) -> list[int]:
    """Return the index of the next sentence if it lacks nothing but a good one before it."""
    following = sentence.index + 1
    if sentence.rung or following >= len(sentences) or not sentences[following].only_leans:
        return []
    return [following]
