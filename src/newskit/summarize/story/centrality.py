"""Say how central a sentence is to a story that several articles tell.

A word that stands in many of the articles belongs to the story, one that stands in a single paper
to that paper's angle. So words are weighed by the number of articles that have them (their document
frequency), and a sentence by the weight that it holds of the leading ones.

Near-copies of one article (an agency's, in ten papers) count once, however many they are; the
longest of them counts.

What it gets wrong: ten papers that rewrote one agency's text, each in other words, count ten times;
and what a single reporter found out stays a single paper's.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from newskit.summarize.draft import triples_of
from newskit.summarize.story.near_duplicates import comparable_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newskit.summarize.sentence import Sentence

# Share of an article's word triples that one longer article has, from which it is a near-copy. In
# scripts/labels/together.jsonl copies share 0.53 to 0.98, later reports by the same agency up to
# 0.25.
COPY_SHARE = 0.4
# Words of the story that sentences are weighed by. 20 and 60 cover as many facts, within the noise.
LEADING_WORDS = 40
# Furniture of the page recurs in articles of one site, and is no part of the story.
FURNITURE_RUNG = 3
# An article is related to another by the share of its most frequent words that are among the
# other's. Of the 24 articles of the six labelled stories the least related has 0.23. Of 1,000 real
# articles 984 have less than 0.15 among three of other stories, 966 among nine. Pairs of real
# articles on one event have 0.3 and more.
FREQUENT_WORDS = 40
UNRELATED_SHARE = 0.15


def find_distinct(texts: Sequence[str]) -> set[int]:
    """Return the indexes of the texts that are no near-copies of a longer one."""
    triples = [triples_of(comparable_words(text)) for text in texts]
    places: dict[tuple[str, ...], list[int]] = {}
    kept = set()
    for i in sorted(range(len(texts)), key=lambda i: (-len(triples[i]), i)):
        shared: Counter[int] = Counter()
        for triple in triples[i] & places.keys():
            shared.update(places[triple])
        if shared and max(shared.values()) >= COPY_SHARE * len(triples[i]):
            continue
        kept.add(i)
        for triple in triples[i]:
            places.setdefault(triple, []).append(i)
    return kept


def leading_words(articles: Sequence[Counter[str]]) -> dict[str, float]:
    """Return the words that most articles share, each with its weight, at most LEADING_WORDS.

    `articles` are count_content(). Nothing for a single article.
    """
    frequency = Counter(word for words in articles for word in words)
    total: Counter[str] = Counter()
    for words in articles:
        total.update(words)
    shared = [word for word, count in frequency.items() if count > 1 and len(word) > 1]
    shared.sort(key=lambda word: (-frequency[word], -total[word], word))
    most = len(articles) - 1
    return {
        word: (frequency[word] - 1) / most * (1 + log(total[word]))
        for word in shared[:LEADING_WORDS]
    }


def count_content(sentences: Iterable[Sentence]) -> Counter[str]:
    """Return in how many of an article's own sentences each content word stands."""
    return Counter(word for s in sentences if s.rung < FURNITURE_RUNG for word in s.content)


def centrality(sentence: Sentence, leading: Mapping[str, float], mass: float) -> float:
    """Return the share of the leading words' weight that a sentence holds, doubled, at most 1.

    `mass` is the sum of the weights.
    """
    held = sum(leading[word] for word in sorted(sentence.content & leading.keys()))
    return min(1.0, 2 * held / mass) if mass else 0.0


def find_unrelated(articles: Sequence[Counter[str]]) -> list[int]:
    """Return the indexes of the articles that share almost nothing with any other."""
    frequent = [_most_frequent(words) for words in articles]
    found = []
    for i, own in enumerate(frequent):
        least = UNRELATED_SHARE * len(own)
        others = (other for j, other in enumerate(frequent) if j != i)
        if own and len(frequent) > 1 and not any(len(own & other) >= least for other in others):
            found.append(i)
    return found


def _most_frequent(words: Counter[str]) -> frozenset[str]:
    ranked = sorted((-count, word) for word, count in words.items() if len(word) > 1)
    return frozenset(word for _, word in ranked[:FREQUENT_WORDS])
