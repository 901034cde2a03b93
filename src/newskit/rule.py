"""A rule is one named pattern with the reason for it and its proof.

All regular expressions of newskit live in tables of rules (``*/rules.py`` and the like), so that a
reader sees what is matched and why, and one test proves every one: each hit matches, each miss does
not, and none is slow on hostile text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Rule:
    """One pattern; documentation, specification and test at once.

    Args:
        name: shown to users as the reason; unique in its table; lower-case with hyphens.
        pattern: compiled on first use, so that tables cost nothing at start-up. The standard
            library's ``re`` runs it, unless it uses Unicode classes (``\\p{Lu}``): then ``regex``.
        why: what it is for, and what it gets wrong.
        hits: texts in which it must be found.
        misses: texts in which it must not be found: mistakes made before.
        flags: flags of ``re``.
    """

    __slots__ = ("_compiled", "flags", "hits", "misses", "name", "pattern", "why")

    def __init__(
        self,
        name: str,
        pattern: str,
        why: str,
        *,
        hits: tuple[str, ...],
        misses: tuple[str, ...],
        flags: int = 0,
    ) -> None:
        self.name = name
        self.pattern = pattern
        self.why = why
        self.hits = hits
        self.misses = misses
        self.flags = flags
        self._compiled: Any = None

    def compiled(self) -> Any:
        """Return the compiled pattern (of ``re`` or ``regex``)."""
        if self._compiled is None:
            if "\\p{" in self.pattern:
                import regex

                self._compiled = regex.compile(self.pattern, self.flags)
            else:
                self._compiled = re.compile(self.pattern, self.flags)
        return self._compiled

    def search(self, text: str) -> Any:
        """Return the first match anywhere in `text`, or None."""
        return self.compiled().search(text)

    def match(self, text: str) -> Any:
        """Return a match at the start of `text`, or None."""
        return self.compiled().match(text)

    def fullmatch(self, text: str) -> Any:
        """Return a match of all of `text`, or None."""
        return self.compiled().fullmatch(text)

    def finditer(self, text: str) -> Iterator[Any]:
        """Yield the matches in `text`, left to right."""
        return self.compiled().finditer(text)  # type: ignore[no-any-return]

    def sub(self, replacement: Any, text: str) -> str:
        """Return `text` with every match replaced."""
        return self.compiled().sub(replacement, text)  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"Rule({self.name!r})"
