"""Tags names in an article by what was learned from annotated news: ten types, each with a score.

tokens.py cuts text, lexicon.py and features.py say what a token is by itself, context.py what the
article says of it, network.py weighs all that, decode.py makes spans of it. docs/entities.md says
how it was trained, how good it is, and what it gets wrong.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from newskit.entities.tagger.context import ALL_LOWER, Kinds, look, share_lower
from newskit.entities.tagger.decode import TAGGED, decode
from newskit.entities.tagger.features import BREAK, CLOSERS, ENDS, LONG, describe
from newskit.entities.tagger.lexicon import load_lexicon
from newskit.entities.tagger.network import Network
from newskit.entities.tagger.tokens import tokenize
from newskit.model.arrays import unpack_arrays
from newskit.model.load import load_bytes

if TYPE_CHECKING:
    from newskit.entities.tagger.lexicon import Lexicon

__all__ = ["TAGGED", "Name", "Tagger", "load_tagger"]

DATA = Path(__file__).parents[1] / "data"
# Distinct tokens that are kept; 20 MB. A token that comes again costs a hundredth of a new one.
MOST_TOKENS = 30_000

# Of 61 names in lower case in articles that have capitals, 1 of 49 is right below this score, and 8
# of 12 above it (the four corpora, three folds). Peoples are left alone: Spanish writes them so.
LOWER_SCORE = 0.97
LONGEST = 300  # code points; the longest of 75,000 annotated names has 207


class Name(NamedTuple):
    """A name in a field: code points `start` to `end`, its type, and how sure that is, 0 to 1."""

    field: str
    start: int
    end: int
    type: str
    score: float


class Tagger:
    """Tags the names in the title and the text of an article."""

    def __init__(self, lexicon: Lexicon, network: Network) -> None:
        self.listed = lexicon.names  # the letters of the lists that have a name
        self._network = network
        self._known = Known(lexicon, network)

    def __call__(self, title: str, text: str) -> list[Name]:
        """Return the names in a title and a text, in order; offsets are code points.

        The two are one article: what one says of a word counts in the other.
        """
        spans = [("title", title, tokenize(title)), ("text", text, tokenize(text))]
        tokens = [string[start:end] for _, string, cut in spans for start, end in cut]
        at = len(spans[0][2])
        if at:
            tokens.insert(at, "\n")
        if not tokens:
            return []
        ids = self._known.ids(tokens)
        kinds = self._known.kinds(ids)
        seen = look(kinds, [self._known.folded[i] for i in ids.tolist()], self.listed, at)
        scores = self._network(self._known.own(ids), seen)
        places = [(name, *span) for name, _, cut in spans for span in cut]
        if at:
            places.insert(at, ("title", len(title), len(title)))
        names = [
            Name(places[span.first][0], places[span.first][1], places[span.last][2], *span[2:])
            for span in decode(scores, kinds.case == BREAK)
        ]
        is_lower = {"title": title.islower(), "text": share_lower(kinds.case) > ALL_LOWER}
        strings = {"title": title, "text": text}
        return [n for n in names if _may_be_name(n, strings[n.field], is_lower[n.field])]


def _may_be_name(name: Name, string: str, is_lower: bool) -> bool:
    """Tell whether a span is short enough, no half of an e-mail address, and no common word.

    Nor is it one in a script without capitals, of which the tagger knows nothing: it would take
    clauses of Chinese for organisations. Where the field has capitals, a name in lower case (dpa,
    github) must be almost certain.
    """
    surface = string[name.start : name.end]
    if name.end - name.start > LONGEST or string[name.end : name.end + 1] == "@":
        return False
    if surface.upper() == surface.lower() and any(map(str.isalpha, surface)):
        return False
    if is_lower or name.type == "NORP" or name.score >= LOWER_SCORE:
        return True
    return not surface.islower()


def load_tagger(folder: Path | None = None) -> Tagger:
    """Return the tagger of a folder of model data, or the one that newskit ships.

    Raises BadModel when the data are damaged.
    """
    lexicon = load_lexicon(folder or DATA)
    arrays = unpack_arrays(load_bytes(folder or DATA, "tagger.bin"))
    return Tagger(lexicon, Network(arrays, lexicon))


class Known:
    """The distinct tokens met so far, with all that is known of them."""

    def __init__(self, lexicon: Lexicon, network: Network) -> None:
        self._lexicon, self._network = lexicon, network
        self._forget()

    def _forget(self) -> None:
        self._ids: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self.folded: list[str] = []
        self._facts = np.zeros((0, 6), np.int64)
        self._own = np.zeros((0, self._network.width), np.float32)
        self._count = 0

    def ids(self, tokens: list[str]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """Return the numbers of some tokens, which are learned if they are new."""
        if self._count > MOST_TOKENS:
            self._forget()
        new = [token for token in dict.fromkeys(tokens) if token not in self._ids]
        if new:
            self._learn(new)
        return np.array([self._ids[token] for token in tokens], np.int64)

    def _learn(self, tokens: list[str]) -> None:
        known = [describe(token, self._lexicon) for token in tokens]
        facts = []
        for token, (_, folded, _, case, starts) in zip(tokens, known, strict=True):
            self._ids[token] = len(self._ids)
            self.folded.append(folded)
            word = self._words.setdefault(folded, len(self._words))
            facts.append((word, case, token in ENDS, token in CLOSERS, len(token) > LONG, starts))
        need = self._count + len(tokens)
        if need > len(self._own):
            grown = max(need, 2 * len(self._own), 1024)
            self._own = np.resize(self._own, (grown, self._own.shape[1]))
            self._facts = np.resize(self._facts, (grown, self._facts.shape[1]))
        self._own[self._count : need] = self._network.own([(k.features, k.row) for k in known])
        self._facts[self._count : need] = facts
        self._count = need

    def kinds(self, ids: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Kinds:
        """Return what is known of tokens by themselves."""
        word, case, ends, closes, long, starts = self._facts[ids].T
        return Kinds(word, case, ends > 0, closes > 0, long > 0, starts)

    def own(
        self, ids: np.ndarray[tuple[int], np.dtype[np.int64]]
    ) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        """Return the network's rows for tokens."""
        return self._own[ids]
