#!/usr/bin/env python3
"""Measures summaries of several articles: which facts of the story they hold, and what they repeat.

    .venv/bin/python scripts/evaluate_together.py

scripts/labels/together.jsonl has a story a line, all invented: `articles`; `facts` that a summary
must hold, each with the wordings that `said` it; `stale`, wordings that a later article has made
untrue; and `same`, pairs of sentences that say the same, by article and opening words.

The baselines are the first sentence of each article, and newskit's summary of all texts one after
another as if they were one article. `repeats` are labelled pairs of which both are in a summary.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

from newskit.summarize import Summarize
from newskit.summarize.story.members import read_sentences
from newskit.summarize.story.near_duplicates import Tellings
from newskit.summarize.story.together import summarize_together
from newskit.text.sentences import spans
from newskit.text.stems import stop_stems

LABELS = Path(__file__).parent / "labels" / "together.jsonl"
Story = dict[str, Any]
System = Callable[[Story], list[str]]


def leads(story: Story) -> list[str]:
    texts = [article["text"] for article in story["articles"]]
    return [text[start:end] for text in texts for start, end in [next(iter(spans(text)))]]


def words_of_leads(story: Story) -> int:
    return len(" ".join(leads(story)).split())


def as_one_article(story: Story, **options: Any) -> list[str]:
    text = "\n\n".join(article["text"] for article in story["articles"])
    pieces = Summarize(**options)({"text": text})["summary_sentences"]
    return [text[p["start"] : p["end"]] for p in pieces]


def together(story: Story, **options: Any) -> list[str]:
    texts = {article["id"]: article["text"] for article in story["articles"]}
    pieces = summarize_together(story["articles"], Summarize(**options))["summary_sentences"]
    return [texts[p["id"]][p["start"] : p["end"]] for p in pieces]


def has(piece: str, said: str) -> bool:
    return " ".join(said.split()) in " ".join(piece.split())


def repeats(story: Story, pieces: list[str]) -> int:
    """Return how many of the labelled pairs stand in two different pieces."""
    return sum(
        any(
            (has(a, one) and has(b, other)) or (has(b, one) and has(a, other))
            for a, b in combinations(pieces, 2)
        )
        for (_, one), (_, other) in story["same"]
    )


def row(name: str, stories: list[Story], system: System) -> str:
    held, words, stale, told_twice = [], 0, 0, 0
    for story in stories:
        pieces = system(story)
        held.append(sum(any(has(p, s) for p in pieces for s in f["said"]) for f in story["facts"]))
        stale += sum(any(has(p, s) for p in pieces) for s in story["stale"])
        told_twice += repeats(story, pieces)
        words += len(" ".join(pieces).split())
    facts = sum(len(story["facts"]) for story in stories)
    share = f"{sum(held):3} of {facts} ({sum(held) / facts:.2f})"
    each = " ".join(map(str, held))
    return f"{name:42} {share}  {words / len(stories):5.0f}  {stale:5}  {told_twice:7}  {each}"


def duplicates(stories: list[Story]) -> str:
    """Return how well sentences that say the same are told from others of the same story."""
    found, right, wanted = 0, 0, 0
    for story in stories:
        sentences = [
            (article["id"], sentence.folded)
            for article in story["articles"]
            for sentence in read_sentences(article)[0]
        ]
        labelled = {frozenset(map(tuple, pair)) for pair in story["same"]}
        tellings = Tellings([folded for _, folded in sentences], stop_stems())
        for a, b in combinations(range(len(sentences)), 2):
            is_same = any(
                (_is(sentences[a], x) and _is(sentences[b], y))
                or (_is(sentences[a], y) and _is(sentences[b], x))
                for x, y in map(tuple, labelled)
            )
            is_found = b in tellings.same_as(a)
            wanted += is_same
            found += is_found
            right += is_same and is_found
            if is_found != is_same:
                kind = "missed" if is_same else "other "
                print(f"  {kind} {sentences[a][1][:70]!r} / {sentences[b][1][:70]!r}")
    return f"near-duplicates: {right} of {wanted} labelled pairs found, {found - right} others"


def _is(sentence: tuple[str, str], label: tuple[str, str]) -> bool:
    return sentence[0] == label[0] and has(sentence[1], label[1])


def main() -> None:
    stories = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    print(f"{'':42} {'facts':16}  words  stale  repeats  facts of each story")
    print(row("first sentence of each article", stories, leads))
    print(row("as one article, 5 sentences", stories, lambda s: as_one_article(s, sentences=5)))
    in_words = [
        ("as one article, the words of the leads", as_one_article),
        ("together, the words of the leads", together),
    ]
    for name, system in in_words:
        print(row(name, stories, lambda s, f=system: f(s, words=words_of_leads(s))))  # type: ignore[misc]
    for count in range(3, 9):
        name = f"together, {count} sentences"
        print(row(name, stories, lambda s, n=count: together(s, sentences=n)))  # type: ignore[misc]
    print(duplicates(stories))


if __name__ == "__main__":
    main()
