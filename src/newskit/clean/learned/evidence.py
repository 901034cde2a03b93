"""Says in two or three words why the model took a block out.

Trees do not explain themselves, so a small linear model was fitted to their scores: each kind of
evidence below is a number from 0 to 1, with a weight (logits) and the amount that a paragraph of an
article usually has. What weighed most against a block is what is told. It is a summary of the
judgment and not the judgment: one block in about ten goes for reasons that only the trees see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newskit.clean.learned.own import Columns

TOLD = 0.3  # logits; evidence that weighed less is no reason to tell
MOST_TOLD = 3


class Weight(NamedTuple):
    """The weight of one kind of evidence, and how much of it a paragraph of an article has."""

    weight: float
    usual: float


def kinds(columns: Columns, row: int) -> dict[str, float]:
    """Return how much of each kind of evidence a block has, 0 to 1."""
    words = columns["words"][row]
    share, own = columns["title-share"][row], columns["title-own"][row]
    found = {
        "short": 1.0 if words <= 4 else 0.6 if words <= 10 else 0.0,
        "no-sentence": 1.0 if columns["end"][row] in (0, 1, 2) else 0.0,
        "furniture-words": _unit(-columns["known"][row] / 3),
        "rule": 1.0 if columns["rule"][row] >= 0 else 0.0,
        "repeated": 1.0 if columns["times"][row] > 1 else 0.0,
        "title": 1.0 if own > 0.75 and share > 0.75 else 0.0,
        "before-text": 1.0 if columns["before"][row] == 0 else 0.0,
        "after-text": 1.0 if columns["after"][row] == 0 else 0.0,
        "far-from-text": 1 - _unit(columns["around-5"][row] / 0.1),
        "under-furniture-heading": 1 - _unit(columns["since-section"][row] / 12),
        "among-furniture": _unit(columns["rules-share"][row] * 4),
        "capitals": columns["capitals"][row] if words > 2 else 0.0,
    }
    if "path" in columns:
        found |= {
            "links": columns["links"][row],
            "links-around": columns["parent-links"][row],
            "path": _unit(-columns["path-worst"][row] / 2.5),
            "outside": _unit(columns["away"][row] / 3),
            "box-without-text": 1 - _unit(columns["parent-share"][row] * 4),
        }
    return found


def _unit(value: float) -> float:
    return 0.0 if value < 0 else 1.0 if value > 1 else value


def explain(columns: Columns, row: int, weights: dict[str, Weight], name: str) -> tuple[str, ...]:
    """Return what spoke most against a block, the strongest first; ``weak`` if nothing did much.

    `name` is the worst name along its path; it is told where the path is.
    """
    effects = []
    for kind, amount in kinds(columns, row).items():
        weight, usual = weights[kind]
        effect = weight * (amount - usual)
        if effect < -TOLD:
            effects.append((effect, kind))
    effects.sort()
    told = [kind for _, kind in effects[:MOST_TOLD]] or ["weak"]
    return tuple(f"path:{name}" if kind == "path" and name else kind for kind in told)
