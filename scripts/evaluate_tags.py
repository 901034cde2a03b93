#!/usr/bin/env python3
"""Measures key phrases in German, French and Spanish against the tags that publishers set.

    PYTHONPATH=src python scripts/evaluate_tags.py ../shared/data LISTS

LISTS is the folder that scripts/build_idf.py reads. The articles are those pages of the extraction
sets that have two tags or more which stand in title or text. They are harder than an editor's
phrases: tags name sections and series, too. The table that newskit is given is built without the
half of the sites that the page is of. Names come from `newskit entities`.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path
from typing import Any

from build_idf import LISTS, complemented, count, english_texts, listed, other_texts, pages, table
from evaluate_keywords import BARE, COUNT, NEWSKIT, YAKE, Scores, f1, grouped, show, yake
from newskit.entities import Entities
from newskit.model.background import ENGLISH, Background
from newskit.stage import apply
from newskit.summarize.keyphrases.keywords import keywords
from train_keywords import Article, backgrounds, bare

HALVES = (0, 1)
LEAST_TAGS = 2
LONGEST_TAG = 50  # code points; what is longer is a list or a sentence


def half_of(article: Article) -> int:
    return hashlib.sha256(article["site"].encode()).digest()[-1] % len(HALVES)


def standing(article: Article) -> list[str]:
    """Return the tags that stand in the article as words, each once."""
    whole = f"{article['title']}\n{article['text']}".casefold()
    return [
        tag
        for tag in dict.fromkeys(article["tags"])
        if 1 < len(tag) <= LONGEST_TAG
        and re.search(rf"(?<!\w){re.escape(tag.casefold())}(?!\w)", whole)
    ]


def tables(articles: list[Article], data: Path, lists: Path) -> dict[tuple[str, int], Background]:
    """Return the table of each language made without each half of the sites."""
    english = count(english_texts(data))
    made = {}
    for language in LISTS:
        for held in HALVES:
            rest = [article for article in articles if half_of(article) != held]
            own = count(other_texts(language, rest))
            counts = complemented(own, listed(language, lists), english)
            made[language, held] = Background(table(english[0], counts))
    return made


def phrases(article: Article, background: Background) -> list[str]:
    return [k["text"] for k in keywords(article, COUNT, background)]


def measure(articles: list[Article], made: dict[tuple[str, int], Background]) -> Scores:
    """Return F1 of every article by system."""
    english = backgrounds().named(ENGLISH)
    scores: Scores = {}
    for article in articles:
        own = made[article["language"], half_of(article)]
        found: dict[str, Any] = {
            NEWSKIT: phrases(article, own),
            f"{NEWSKIT}, English table": phrases(article, english),
            BARE: phrases(bare(article), own),
            f"{BARE}, English table": phrases(bare(article), english),
            YAKE: yake(article),
        }
        for name, texts in found.items():
            scores.setdefault(name, []).append(f1(texts, article))
    return scores


def main() -> None:
    data, lists = map(Path, sys.argv[1:])
    articles = pages(data)
    entities = Entities()
    chosen = [a | {"gold_key_phrases": standing(a)} for a in articles]
    chosen = [apply(entities, a) for a in chosen if len(a["gold_key_phrases"]) >= LEAST_TAGS]
    scores = measure(chosen, tables(articles, data, lists))
    against = [f"{NEWSKIT}, English table", f"{BARE}, English table", YAKE]
    for title, places in grouped("tags", chosen, "language").items():
        show(title, scores, places, against)


if __name__ == "__main__":
    main()
