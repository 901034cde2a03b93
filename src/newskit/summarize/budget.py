"""How long a summary may be, as a user says it, and how its pieces are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newskit.text.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

# Sentences when the caller gives no budget at all: what readers expect of a summary.
DEFAULT_SENTENCES = 3
# Before each line of a summary in lines, as in Markdown.
BULLET = "- "


class Budget(NamedTuple):
    """The most that a summary may have; None is no bound. Characters are code points.

    `mark` is what is written before each piece, in code points: it counts towards `chars`.
    """

    sentences: int | None
    words: int | None
    chars: int | None
    mark: int = 0


class Length:
    """The budgets that a caller gives, which hold together.

    Args:
        sentences: the most sentences, at least 1; `default` when no budget is given.
        words, chars: the most words and code points, at least 1 (3 code points with bullets).
        ratio: the most words, as a share (above 0, up to 1) of those of a text; one at least.
        bullets: whether each piece is a line of its own, begun with BULLET.
        default: see `sentences`.

    Raises ValueError for a value that is out of bounds.
    """

    def __init__(
        self,
        sentences: int | None = None,
        words: int | None = None,
        chars: int | None = None,
        *,
        ratio: float | None = None,
        bullets: bool = False,
        default: int = DEFAULT_SENTENCES,
    ) -> None:
        mark = len(BULLET) if bullets else 0
        given = (("sentences", sentences, 1), ("words", words, 1), ("chars", chars, 1 + mark))
        for name, value, least in given:
            if value is not None and value < least:
                raise ValueError(f"{name} must be at least {least}, not {value}")
        if ratio is not None and not 0 < ratio <= 1:
            raise ValueError(f"ratio must be above 0 and at most 1, not {ratio}")
        if (sentences, words, chars, ratio) == (None, None, None, None):
            sentences = default
        self._budget = Budget(sentences, words, chars, mark)
        self._ratio = None if ratio is None else _exact(ratio)

    def budget_for(self, text: str) -> Budget:
        """Return the budget for a text: a ratio becomes words."""
        if self._ratio is None:
            return self._budget
        words = max(1, int(self._ratio * count_words(text)))
        return self._budget._replace(words=min(words, self._budget.words or words))

    def lay_out(self, pieces: Iterable[str]) -> str:
        """Return the pieces as one string, every run of white space as one space."""
        folded = (" ".join(piece.split()) for piece in pieces)
        if self._budget.mark:
            return "\n".join(BULLET + piece for piece in folded)
        return " ".join(folded)


def _exact(ratio: float) -> Fraction:
    """Return the share as it was written: 0.29 of 100 words are 29, not 28."""
    from fractions import Fraction  # dear to load, and seldom needed

    return Fraction(str(ratio))
