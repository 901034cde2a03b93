"""Say how much of what the reader asked for a sentence holds.

The query's words are compared as all words are (text/stems.py), function words left out.
Two that stand side by side in the query and in a sentence count once more, as a pair, so that a
phrase counts more than its words strewn about. A word that few sentences of the article hold counts
more than one that many do. A sentence takes a share of what those beside it hold: the answer often
stands next to the word, and a passage says more than a stray hit.

What it gets wrong: it knows no synonyms, and a word of six letters finds all that begin with it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from newskit.text.stems import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newskit.summarize.sentence import Sentence

# Share of the score that a query has whose words are all in the article; of a query that is half
# there it is half as much, since stray hits say little. By two measurements on the highlights of
# other articles: with three of a line's words among seven strange ones it gains 1.8 points of
# ROUGE-1, and 0.7 more at 0.7; with the ten words of a statistical topic nothing is lost at 0.5,
# about 0.5 at 0.7, and 2 points if it does not fall with the words that are missing.
QUERY_SHARE = 0.5
# What a sentence takes from each of its neighbours. In the two measurements 0.1 and 0.2 points of
# ROUGE-1 more than half of the better neighbour's weight in the place of its own.
NEIGHBOUR_SHARE = 0.5


def query_words(query: str, stops: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a query as they are compared; function words only if there are no others.

    >>> query_words("the harbour of Port Ellery", frozenset({"the", "of"}))
    ('harbou', 'port', 'ellery')
    """
    words = content_words(query)
    return tuple([word for word in words if word not in stops] or words)


def find_asked(
    sentences: Sequence[Sentence], asked: Sequence[str], stops: frozenset[str]
) -> tuple[set[int], list[float]]:
    """Return the indexes of the sentences that hold a word of the query, and a weight for each.

    `asked` are query_words(), at least one. The best weight is the share of them that the article
    holds, 0-1.
    """
    wanted: set[tuple[str, ...]] = {(word,) for word in asked}
    wanted.update(pairwise(asked))
    passed = stops.difference(asked)
    held: dict[int, set[tuple[str, ...]]] = {}
    for sentence in sentences:
        words = [word for word in sentence.words if word not in passed]
        if found := wanted.intersection([*((word,) for word in words), *pairwise(words)]):
            held[sentence.index] = found
    counts = Counter(term for terms in held.values() for term in terms)
    rarity = {term: log(1 + len(sentences) / count) for term, count in counts.items()}
    sums = {index: sum(rarity[term] for term in sorted(held[index])) for index in held}
    weights = [
        sums.get(i, 0.0) + NEIGHBOUR_SHARE * (sums.get(i - 1, 0.0) + sums.get(i + 1, 0.0))
        for i in range(len(sentences))
    ]
    most = max(weights, default=1.0) or 1.0
    share = sum((word,) in counts for word in set(asked)) / len(set(asked))
    return set(held), [share * weight / most for weight in weights]


def focus(scores: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return the scores, 0-1, moved towards the weights of find_asked().

    >>> focus([0.8, 0.4, 0.2], [0.5, 1.0, 0.5])
    [0.65, 0.7, 0.35]
    """
    own = 1 - QUERY_SHARE * max(weights, default=0.0)
    return [
        round(own * score + QUERY_SHARE * weight, 4)
        for score, weight in zip(scores, weights, strict=True)
    ]
