"""Says in two or three words why the model took a block out.

Networks do not explain themselves, so a small linear model was fitted to their scores: each kind of
evidence below is a number from 0 to 1, with a weight (logits) and the amount that a paragraph of an
article usually has. What weighed most against a block is what is told. It is a summary of the
judgment and not the judgment: one block in about ten goes for reasons that only the network sees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[np.float64]
    Columns = dict[str, Column]

TOLD = 0.3  # logits; evidence that weighed less is no reason to tell
MOST_TOLD = 3


def kinds(columns: Columns) -> Columns:
    """Return how much of each kind of evidence each block has, 0 to 1."""
    words, end = columns["words"], columns["end"]
    is_title = (columns["title-share"] > 0.75) & (columns["title-own"] > 0.75)
    found = {
        "short": np.where(words <= 4, 1.0, np.where(words <= 10, 0.6, 0.0)),
        "no-sentence": (end <= 2).astype(float),
        "furniture-words": _unit(-columns["known"] / 3),
        "rule": (columns["rule"] > 0).astype(float),
        "repeated": (columns["times"] > 1).astype(float),
        "title": is_title.astype(float),
        "before-text": (columns["before"] == 0).astype(float),
        "after-text": (columns["after"] <= 1e-9).astype(float),
        "far-from-text": 1 - _unit(columns["around-5"] / 0.1),
        "under-furniture-heading": 1 - _unit(columns["since-section"] / 12),
        "among-furniture": _unit(columns["rules-share"] * 4),
        "capitals": np.where(words > 2, _unit(columns["capitals"]), 0.0),
    }
    if "path" in columns:
        found |= {
            "links": _unit(columns["links"]),
            "links-around": _unit(columns["parent-links"]),
            "path": _unit(-columns["path-worst"] / 2.5),
            "outside": _unit(columns["away"] / 3),
            "box-without-text": 1 - _unit(columns["parent-share"] * 4),
        }
    return found


def _unit(values: Column) -> Column:
    return np.minimum(1.0, np.maximum(0.0, values))


class Evidence:
    """The weight of each kind of evidence, and how much of it a paragraph of an article has.

    Args:
        data: ``{kind: [weight, usual]}``.

    Raises TypeError or ValueError if the data is none of this form.
    """

    def __init__(self, data: Any) -> None:
        self.names = [str(name) for name in data]
        table = np.array([list(map(float, entry)) for entry in data.values()]).reshape(-1, 2)
        self._weights, self._usual = table.T
        if not self.names:
            raise ValueError("no evidence")

    def explain(
        self, columns: Columns, kept: NDArray[np.bool_], worst: list[str]
    ) -> list[tuple[str, ...]]:
        """Return what spoke most against each block that goes, the strongest first.

        ``weak`` stands if nothing did much. `worst` has the worst name along each path; it is told
        where the path is. Raises BadModel for a kind of evidence that there is not.
        """
        amounts = kinds(columns)
        table = np.stack([amounts[name] for name in self.names], axis=1)
        effects = self._weights * (table - self._usual)
        most = np.argsort(effects, axis=1, kind="stable")[:, :MOST_TOLD]
        counts = (np.take_along_axis(effects, most, 1) < -TOLD).sum(1).tolist()
        told: list[tuple[str, ...]] = []
        for keep, order, count, name in zip(
            kept.tolist(), most.tolist(), counts, worst, strict=True
        ):
            if keep:
                told.append(())
                continue
            listed = [self.names[kind] for kind in order[:count]] or ["weak"]
            if name and "path" in listed:
                listed[listed.index("path")] = f"path:{name}"
            told.append(tuple(listed))
        return told
