"""A user's own list of names, which wins over everything that newskit would find itself.

One name a line: ``TYPE<TAB>name[<TAB>id]``; empty lines and lines that begin with # are left out.
Names are found as they are written, capitals and all, where no letter or digit touches them.
"""

from __future__ import annotations

from typing import NamedTuple

from newskit.entities.spans import TYPES, Candidate
from newskit.entities.tagger.tokens import tokenize


class Listed(NamedTuple):
    """A name of a user's list."""

    type: str
    name: str
    id: str


def read_list(text: str) -> tuple[Listed, ...]:
    """Return the names in a list. Raises ValueError, with the number of the line.

    >>> read_list("ORG\\tAcme\\tQ1\\n")
    (Listed(type='ORG', name='Acme', id='Q1'),)
    """
    names = []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, rest = line.partition("\t")
        name, _, identity = rest.partition("\t")
        if kind not in TYPES:
            raise ValueError(f"line {number}: no type {kind[:40]!r}; types are {', '.join(TYPES)}")
        if not name.strip():
            raise ValueError(f"line {number}: expected TYPE<TAB>name[<TAB>id]")
        names.append(Listed(kind, name.strip(), identity.strip()))
    return tuple(names)


class Finder:
    """Finds listed names in a text, the longest first."""

    def __init__(self, names: tuple[Listed, ...]) -> None:
        self._names: dict[tuple[str, ...], Listed] = {}
        self._most: dict[str, int] = {}
        for listed in names:
            tokens = tuple(listed.name[start:end] for start, end in tokenize(listed.name))
            self._names.setdefault(tokens, listed)
            self._most[tokens[0]] = max(self._most.get(tokens[0], 0), len(tokens))

    def __call__(self, text: str) -> list[Candidate]:
        """Return the listed names in a text, in order."""
        spans = tokenize(text)
        tokens = [text[start:end] for start, end in spans]
        found, done = [], 0
        for at, token in enumerate(tokens):
            most = self._most.get(token, 0)
            if at < done or not most:
                continue
            for size in range(min(most, len(tokens) - at), 0, -1):
                listed = self._names.get(tuple(tokens[at : at + size]))
                if listed is not None:
                    start, end = spans[at][0], spans[at + size - 1][1]
                    found.append(Candidate(start, end, listed.type, listed.id, id=listed.id))
                    done = at + size
                    break
        return found
