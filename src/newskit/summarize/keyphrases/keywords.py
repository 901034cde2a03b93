"""Choose an article's key phrases: what an editor would name to say what it is about.

Every candidate (phrases.py) gets a score between 0 and 1, a logistic function of the sum below: how
often and how early it stands, how rare its words are elsewhere (background.py), how long it is, how
salient the name is. The best are taken; one whose words are part of a chosen one's, or the other
way round, says the same and is left out.

It gets wrong: phrases with a function word inside (“dying of cancer”) are found only as names; what
an article is about but does not say; and languages without a table of rare words are ranked by
number and place alone.
"""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, Any

from newskit.summarize.keyphrases.phrases import Phrase, find_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newskit.model.background import Background

# Fitted by scripts/train_keywords.py to editors' phrases in one half of 430 articles, with and
# without `entities`; the other half is measured in docs/keywords.md. Any one of them 20 % up or
# down moves F1 by less than 0.008. Weights fitted to four fifths are no better on that half.
WEIGHTS = {
    "one word": -2.69,
    "two words": 1.53,
    "three words": 1.12,
    "count": 0.55,
    "repeated": 1.61,
    "rarity of one word": 0.35,
    "rarity of the commonest word": 0.24,
    "place": -0.41,
    "part of a phrase as frequent": -1.52,
    "begins a run": 0.57,
    "ends a run": 0.88,
    "cuts a name": -2.75,
    "salience": 1.83,
    "verb's place": -1.42,
    "last word like a verb": -1.16,
    "short": -1.4,
}
BIAS = -4.96
# English words that are mostly verbs or adverbs; a few nouns (“speed”, “family”) suffer.
VERB_ENDINGS = ("ed", "ly")
SHORT = 4  # characters below which a phrase is mostly an abbreviation nobody would name


def keywords(
    article: Mapping[str, Any], count: int, background: Background
) -> list[dict[str, Any]]:
    """Return at most `count` key phrases, best first: {text, score, start, end, field}.

    `text` is verbatim `field`[start:end], the phrase's first mention; for a name, the first in its
    fullest form.
    """
    phrases = find_phrases(article)
    parts = parts_of(phrases)
    ranked = []
    for phrase in phrases:
        features = features_of(phrase, parts.get(phrase.key, 0), background)
        ranked.append((sum(WEIGHTS[name] * value for name, value in features.items()), phrase))
    ranked.sort(key=lambda entry: (-entry[0], entry[1].place, entry[1].span))
    result = []
    for phrase, value in _distinct(article, ranked, count):
        field, start, end = phrase.span
        text = article[field][start:end]
        score = round(1 / (1 + exp(-BIAS - value)), 4)
        result.append({"text": text, "score": score, "start": start, "end": end, "field": field})
    return result


def parts_of(phrases: Iterable[Phrase]) -> dict[tuple[str, ...], int]:
    """Return, for each part of repeated phrases, how often the most frequent of these stands."""
    most: dict[tuple[str, ...], int] = {}
    for phrase in phrases:
        if phrase.count > 1:
            for part in _parts(phrase.key):
                most[part] = max(most.get(part, 0), phrase.count)
    return most


def _parts(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the shorter phrases within a phrase."""
    for length in range(1, len(key)):
        for first in range(len(key) - length + 1):
            yield key[first : first + length]


def features_of(phrase: Phrase, longer: int, background: Background) -> dict[str, float]:
    """Return what WEIGHTS weighs; `longer` is the count of the most frequent phrase around it."""
    words, count = phrase.words, max(1, phrase.count)
    rarest = min(map(background.rarity, words))
    is_one = len(words) == 1
    is_repeated = count > 1
    return {
        "one word": float(is_one),
        "two words": float(len(words) == 2),
        "three words": float(len(words) == 3),
        "count": log(count),
        "repeated": float(is_repeated),
        "rarity of one word": rarest if is_one else 0.0,
        "rarity of the commonest word": rarest,
        "place": log(1 + phrase.place),
        "part of a phrase as frequent": float(is_repeated and longer >= count),
        "begins a run": phrase.beginning / count,
        "ends a run": phrase.ending / count,
        "cuts a name": phrase.cutting / count,
        "salience": phrase.salience,
        "verb's place": phrase.verbal / count,
        "last word like a verb": float(words[-1].endswith(VERB_ENDINGS)),
        "short": float(sum(map(len, words)) < SHORT),
    }


def _distinct(
    article: Mapping[str, Any], ranked: list[tuple[float, Phrase]], count: int
) -> list[tuple[Phrase, float]]:
    """Return the best phrases of which none is part of another, or spelled as another."""
    chosen: list[tuple[Phrase, float]] = []
    keys: set[tuple[str, ...]] = set()
    parts: set[tuple[str, ...]] = set()
    spelled: set[str] = set()
    for value, phrase in ranked:
        if len(chosen) == count:
            break
        field, start, end = phrase.span
        spelling = article[field][start:end].casefold()
        own = set(_parts(phrase.key))
        if spelling in spelled or phrase.key in parts or own & keys:
            continue
        spelled.add(spelling)
        keys.add(phrase.key)
        parts |= own
        chosen.append((phrase, value))
    return chosen
