"""Words as they are compared: lower case, cut to six letters, whatever the language.

Cutting stands for stemming in any language that inflects at the end of words. Runs of Chinese or
Japanese become pairs of characters.

What it gets wrong: words that differ behind the sixth letter are one (`commit`, `committee`).
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from string import ascii_lowercase, digits, punctuation
from typing import TYPE_CHECKING

from newskit.rule import Rule
from newskit.text.words import MARKS, STOP_WORDS, count_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Letters of a word that count.
LETTERS = 6

# Chunks, runs between spaces, whose words are remembered, and how long they may be: 6 MB at most.
REMEMBERED, REMEMBERED_CHARACTERS = 20_000, 30

WORD = Rule(
    "word",
    rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*",
    "A run of letters, with their marks, and digits, for weighing words.",
    hits=("harbour", "东京", "भास्कर"),
    misses=("—", "…", "___"),
)


class _Remembered(dict[str, tuple[str, ...]]):
    """The words of chunks, so that what every article says is taken apart once."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        bare = chunk.lower().strip(punctuation)
        if bare.isascii() and bare.isalnum():  # as most are; a third of the time of what follows
            found: tuple[str, ...] = (bare[:LETTERS],)
        else:
            found = tuple(_words(chunk))
        if len(chunk) <= REMEMBERED_CHARACTERS:
            if len(self) >= REMEMBERED:
                self.clear()
            self[chunk] = found
        return found


def _words(chunk: str) -> Iterator[str]:
    for word in WORD.compiled().findall(chunk.lower().replace("\u00ad", "")):  # soft hyphens
        if count_unspaced(word):
            yield from (word[i : i + 2] for i in range(max(1, len(word) - 1)))
        else:
            yield word[:LETTERS]


_WORDS = _Remembered()


def content_words(text: str) -> list[str]:
    """Return the words of `text` as they are compared.

    >>> content_words("The harbours of Port Ellery")
    ['the', 'harbou', 'of', 'port', 'ellery']
    >>> content_words("दैनिक भास्कर")
    ['दैनिक', 'भास्कर']
    """
    return words_of(text.split())


def words_of(chunks: Iterable[str]) -> list[str]:
    """Return the content_words of what stands between spaces."""
    return list(chain.from_iterable(map(_WORDS.__getitem__, chunks)))


def distinct_words_of(chunks: Iterable[str]) -> frozenset[str]:
    """Return words_of(), each once."""
    return frozenset(chain.from_iterable(map(_WORDS.__getitem__, chunks)))


def opening_of(chunks: Iterable[str]) -> str:
    """Return the first of words_of(), or the empty string."""
    for chunk in chunks:
        if words := _WORDS[chunk]:
            return words[0]
    return ""


@cache
def stop_stems() -> frozenset[str]:
    """Return the stop words of all languages as content_words writes them, and single letters.

    One list for all: an article seldom says its language, and a content word lost to another
    language's stop word ("war", "son") costs little.
    """
    return frozenset(word[:LETTERS] for word in STOP_WORDS).union(ascii_lowercase, digits)
