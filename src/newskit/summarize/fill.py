"""Fill a budget of words or characters as well as whole sentences can fill it.

The best sentence first is right while all that is wanted fits. When something does not, a long
sentence may leave a third of the budget empty where two others fill it. So every combination of the
best sentences is looked at, by branch and bound: each is taken or not, best first, and a branch is
left when even a full budget of its next sentence could not win. What fills three quarters wins, and
among those the greatest sum of length times what the score is above an ordinary one. Of 727
articles with 60 words, none is left with fewer than 45 words, and 22 with fewer than 50.

What it gets wrong: two sentences of fair worth may win over the best sentence and a gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.summarize.draft import ORDINARY, Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newskit.summarize.sentence import Sentence

# Sentences that are combined. A budget of 100 words is decided among the first ten.
POOL = 30
# Branches that are followed; the best so far counts then. 60 words need about 10 and at most 90 in
# real articles, 300 words sometimes hundreds of thousands, for little gain.
BRANCHES = 1_000


def fill(empty: Draft, pool: Sequence[Sentence], scores: Sequence[float], least: float) -> Draft:
    """Return the most valuable draft of sentences of `pool` (best first) that begins with `empty`.

    The first sentence scores at least `least`. Deterministic; the draft may have room for more.
    """
    best = empty
    branches = [(0, empty)]
    for _ in range(BRANCHES):
        if not branches:
            break
        at, draft = branches.pop()
        if draft.rank > best.rank:
            best = draft
        if at == min(POOL, len(pool)) or draft.is_full:
            continue
        sentence = pool[at]
        score = scores[sentence.index]
        merit = draft.merit + (draft.room or 0) * (score - ORDINARY)
        if (True, merit) <= best.rank:
            continue
        if not draft.chosen and score < least:
            continue
        branches.append((at + 1, draft))
        lost = draft.lost(sentence)
        if lost is not None:
            other = draft.copy()
            if other.take(sentence, max(0.0, score - lost)):
                branches.append((at + 1, other))
    return best
