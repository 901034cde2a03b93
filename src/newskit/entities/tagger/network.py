"""The tagger's network: what a token is by itself, what is around it, and the same word elsewhere.

A token's features and vector make one row of numbers, worked out once for each distinct token and
kept. To it comes what the article says of the token; then layers look at the neighbours on both
sides; then each token is given the mean of what was seen at every mention of its word in the
article, where telling mentions weigh more, so that the body vouches for the headline; then layers
look around once more, and the last one scores the tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from newskit.entities.tagger.context import COLUMNS
from newskit.entities.tagger.decode import TAGS
from newskit.errors import BadModel
from newskit.model.arrays import lines_of

if TYPE_CHECKING:
    from newskit.entities.tagger.context import Seen
    from newskit.entities.tagger.lexicon import Lexicon

    Matrix = np.ndarray[Any, np.dtype[np.float32]]

MOST_ATTENTION = 6.0  # of the exponent of a mention's weight, either way


class Network:
    """The network, ready to score.

    Args:
        arrays: as scripts/train_entities.py packs them: `features`, the features with a vector of
            their own; `vectors` and `scales`, these vectors; and layers.
        lexicon: whose vectors the network was trained on.

    Raises BadModel if the arrays do not fit.
    """

    def __init__(self, arrays: dict[str, Any], lexicon: Lexicon) -> None:
        try:
            names = lines_of(arrays["features"])
            vectors = arrays["vectors"].astype(np.float32) * arrays["scales"].astype(np.float32)
            layers = {
                name: array.astype(np.float32)
                for name, array in arrays.items()
                if name not in ("features", "vectors", "scales")
            }
            self._own, self._own_bias = layers["own"], layers["own_bias"]
            self._facts = layers["facts"]
            self._around = _numbered(layers, "around")
            self._telling, self._telling_bias = layers["telling"], float(layers["telling_bias"][0])
            self._elsewhere, self._elsewhere_bias = layers["elsewhere"], layers["elsewhere_bias"]
            self._again = _numbered(layers, "again")
            self._tags, self._tags_bias = layers["tags"], layers["tags_bias"]
        except (KeyError, ValueError, AttributeError) as error:
            raise BadModel(f"a tagger without {error}; reinstall newskit") from error
        self.width = self._own.shape[1]
        wide = {
            "own": (vectors.shape[1] + lexicon.dimensions, self.width),
            "facts": (COLUMNS, self.width),
            "elsewhere": (2 * self.width, self.width),
            "tags": (self.width, TAGS),
            "telling": (self.width, 1),
        }
        if len(names) != len(vectors) or any(
            layers[name].shape != shape for name, shape in wide.items()
        ):
            raise BadModel("a tagger whose layers do not fit; reinstall newskit")
        self._lexicon = lexicon
        self._rows = dict(zip(names, range(1, len(names) + 1), strict=True))
        self._vectors = np.vstack((np.zeros((1, vectors.shape[1]), np.float32), vectors))

    def own(self, described: list[tuple[list[str], int]]) -> Matrix:
        """Return a row for each token of its own (features, row of the lexicon).

        Each row is multiplied by itself: a product of many rows may differ in the last digit with
        how many there are, and then an article's scores would depend on those before it.
        """
        find = self._rows.get
        known: list[int] = []
        starts = []
        for features, _ in described:
            starts.append(len(known))
            known.append(0)  # a row of zeros, so that none is without
            known += [row for name in features if (row := find(name)) is not None]
        sums = np.add.reduceat(self._vectors[known], starts)
        words = self._lexicon.vectors(np.array([row for _, row in described], np.int64))
        rows = np.concatenate((sums, words), 1)[:, None, :]
        made: Matrix = np.matmul(rows, self._own)[:, 0, :] + self._own_bias
        return made

    def __call__(self, own: Matrix, seen: Seen) -> Matrix:
        """Return scores of the tags, (tokens, TAGS).

        Args:
            own: a row for each token, from `own`.
            seen: what the article says of the tokens.
        """
        rows = np.maximum(own + seen.facts @ self._facts, 0)
        for layer in self._around:
            rows = _look_around(rows, *layer)
        rows += np.maximum(self._remember(rows, seen), 0)
        for layer in self._again:
            rows = _look_around(rows, *layer)
        made: Matrix = rows @ self._tags + self._tags_bias
        return made

    def _remember(self, rows: Matrix, seen: Seen) -> Matrix:
        exponent = rows @ self._telling + self._telling_bias
        weight = np.exp(np.clip(exponent, -MOST_ATTENTION, MOST_ATTENTION))
        order = np.argsort(seen.group, kind="stable")
        starts = np.searchsorted(seen.group[order], np.arange(seen.groups))
        total = np.add.reduceat((rows * weight)[order], starts)
        total /= np.add.reduceat(weight[order], starts)
        first, second = np.split(self._elsewhere, 2)
        made: Matrix = rows @ first + (total @ second)[seen.group] + self._elsewhere_bias
        return made


def _numbered(layers: dict[str, Matrix], name: str) -> list[tuple[Matrix, Matrix]]:
    """Return layers that look around: their matrices side by side, for before, own and after."""
    found: list[tuple[Matrix, Matrix]] = []
    while f"{name}{len(found)}" in layers:
        key = f"{name}{len(found)}"
        found.append((np.hstack(np.split(layers[key], 3)), layers[f"{key}_bias"]))
    return found


def _look_around(rows: Matrix, matrix: Matrix, bias: Matrix) -> Matrix:
    """Return the rows with what is seen one step to each side added."""
    width = rows.shape[1]
    products = rows @ matrix
    made = products[:, width : 2 * width] + bias
    made[1:] += products[:-1, :width]
    made[:-1] += products[1:, 2 * width :]
    np.maximum(made, 0, out=made)
    made += rows
    return made
