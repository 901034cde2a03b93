"""Other sentence splitters, for scripts/evaluate_sentences.py --peers: those that are installed.

Each takes an article (`text`, and `language` where known) and returns the ends of its sentences in
code points. Like newskit they get whole paragraphs, and line breaks count as ends: the hard cases
hold headlines, and none of these splitters but newskit reads lines.

blingfire and pysbd come from PyPI, spacy is one of scripts/training.txt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

Ends = Callable[[str, str], Iterator[int]]

# The usual first attempt: a full stop, question or exclamation mark, space, a capital.
PATTERN = re.compile(r"[.!?][\"'”’»)]*(?=\s+[\"'“‘«(¿¡]*[A-ZÄÖÜÀÉÈÇÑА-Я0-9])|[。！？]")


def pattern(text: str, language: str) -> Iterator[int]:
    """Yield the ends that a plain pattern finds."""
    yield from (match.end() for match in PATTERN.finditer(text))


def sentencizer(text: str, language: str) -> Iterator[int]:
    """Yield the ends of spaCy's rule-based sentencizer, with its tokeniser for the language."""
    yield from (sentence.end_char for sentence in _spacy(language)(text).sents)


def pysbd(text: str, language: str) -> Iterator[int]:
    """Yield the ends of pysbd; English rules for a language that it does not know."""
    position = 0
    for sentence in _segmenter(language).segment(text):
        found = text.find(sentence.strip(), position)
        if found >= 0:
            position = found + len(sentence.strip())
            yield position


def blingfire(text: str, language: str) -> Iterator[int]:
    """Yield the ends of blingfire, which has one model for all languages."""
    import blingfire

    yield from (end for _, end in blingfire.text_to_sentences_and_offsets(text)[1])


@cache
def _spacy(language: str) -> Any:
    import spacy

    try:
        nlp = spacy.blank(language)
    except ImportError:  # a language whose tokeniser is a package of its own
        nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    return nlp


@cache
def _segmenter(language: str) -> Any:
    import pysbd
    from pysbd.languages import LANGUAGE_CODES

    known = language if language in LANGUAGE_CODES else "en"
    return pysbd.Segmenter(language=known, clean=False)


def _by_lines(ends: Ends) -> Callable[[dict[str, Any]], set[int]]:
    """Return a splitter that reads an article line by line and trims white space off its ends."""

    def splitter(article: dict[str, Any]) -> set[int]:
        text, language, found, start = article["text"], article.get("language", "en"), set(), 0
        for line in text.splitlines(keepends=True):
            ends_here = {*ends(line, language), len(line)} if line.strip() else set()
            found |= {start + len(line[:end].rstrip()) for end in ends_here}
            start += len(line)
        return found

    return splitter


def installed() -> Iterator[tuple[str, Callable[[dict[str, Any]], set[int]]]]:
    """Yield the name and the splitter of each peer that can be imported."""
    for name, ends in (
        ("pattern", pattern),
        ("sentencizer", sentencizer),
        ("pysbd", pysbd),
        ("blingfire", blingfire),
    ):
        try:
            next(ends("Rain fell.", "en"), None)
        except ImportError:
            continue
        yield name, _by_lines(ends)
