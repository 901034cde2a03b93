"""The network computes what its definition says, row by row, and refuses what does not fit."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from newskit.errors import BadModel
from newskit.model.network import Network, pack, unpack

RNG = np.random.default_rng(5)


def layer(rows: int, columns: int) -> dict[str, Any]:
    return pack(RNG.normal(size=(rows, columns))) | {"bias": RNG.normal(size=columns).tolist()}


def network(steps: list[int]) -> dict[str, Any]:
    return {
        "first": layer(5, 4), "around": [layer(12, 4) for _ in steps], "steps": steps,
        "head": layer(4, 2),
    }  # fmt: skip


def by_hand(data: dict[str, Any], rows: np.ndarray[Any, Any]) -> list[list[float]]:
    def dense(part: Any, row: Any) -> Any:
        return row @ unpack(part) + np.array(part["bias"])

    seen = [np.maximum(dense(data["first"], row), 0) for row in rows]
    nothing = np.zeros(4)
    for part, step in zip(data["around"], data["steps"], strict=True):
        made = []
        for i, own in enumerate(seen):
            before = seen[i - step] if i >= step else nothing
            after = seen[i + step] if i + step < len(seen) else nothing
            made.append(own + np.maximum(dense(part, np.concatenate((before, own, after))), 0))
        seen = made
    return [dense(data["head"], own).tolist() for own in seen]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 30])
@pytest.mark.parametrize("steps", [[], [1], [1, 3]])
def test_rows_see_their_neighbours(count: int, steps: list[int]) -> None:
    data = network(steps)
    rows = RNG.normal(size=(count, 5))
    assert np.allclose(Network(data)(rows), by_hand(data, rows))


def test_packing_keeps_two_digits() -> None:
    matrix = RNG.normal(size=(50, 3)) * [1.0, 100.0, 0.0]
    assert np.abs(unpack(pack(matrix)) - matrix).max(0) == pytest.approx([0, 0, 0], abs=2)
    assert np.abs(unpack(pack(matrix)) - matrix)[:, 0].max() < 0.02


@pytest.mark.parametrize(
    "change",
    [
        {"first": {}},
        {"first": [1]},
        {"steps": [0]},
        {"steps": [1, 2]},
        {"steps": ["x"]},
        {"around": [layer(4, 4)]},
        {"head": layer(3, 2)},
        {"head": layer(4, 2) | {"bias": [1.0]}},
        {"head": layer(4, 2) | {"bytes": "!"}},
        {"head": layer(4, 2) | {"scales": [float("nan"), 1.0]}},
        {"head": layer(4, 2) | {"rows": 10**9}},
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(BadModel, match="reinstall newskit"):
        Network(network([1]) | change)
