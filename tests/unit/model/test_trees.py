"""The table-driven evaluation says what walking the trees would say."""

from __future__ import annotations

import random
from typing import Any

import pytest

from newskit.errors import BadModel
from newskit.model.trees import LEAVES, Trees

FEATURES = ["length", "links", "path"]


def grow(draw: random.Random, most: int) -> list[Any]:
    """Return a random tree with at most `most` leaves."""
    splits: list[list[Any]] = []
    leaves: list[int] = []

    def node(budget: int) -> int:
        if budget < 2 or draw.random() < 0.1:
            leaves.append(draw.randrange(-900, 900))
            return -len(leaves)
        at = len(splits)
        splits.append([draw.randrange(len(FEATURES)), draw.randrange(-4, 5) / 2])
        left = draw.randrange(1, budget)
        splits[at] += [node(left), node(budget - left)]
        return at

    node(most)
    return [splits, leaves]


def walk(tree: list[Any], values: list[float]) -> int:
    """Return the leaf's value that the values lead to."""
    splits, leaves = tree
    at = 0 if splits else -1
    while at >= 0:
        feature, threshold, left, right = splits[at]
        at = left if values[feature] <= threshold else right
    return int(leaves[-at - 1])


@pytest.mark.parametrize("classes", [1, 3])
def test_the_sums_are_those_of_walking_each_tree(classes: int) -> None:
    draw = random.Random(7)
    trees = [grow(draw, LEAVES) for _ in range(30 * classes)]
    rows = [[draw.randrange(-5, 6) / 2 for _ in FEATURES] for _ in range(80)]
    columns = {name: [row[i] for row in rows] for i, name in enumerate(FEATURES)}
    found = Trees({"features": FEATURES, "classes": classes, "trees": trees}).score(columns)
    for index in range(classes):
        own = trees[index::classes]
        assert found[index] == [sum(walk(tree, row) for tree in own) for row in rows]


def test_a_value_at_the_threshold_goes_left() -> None:
    data = {"features": ["x"], "classes": 1, "trees": [[[[0, 1.5, -1, -2]], [10, 20]]]}
    assert Trees(data).score({"x": [1.5, 1.5000001, -9.0]}) == [[10, 20, 10]]


def test_only_the_rows_asked_for_are_scored() -> None:
    data = {"features": ["x"], "classes": 1, "trees": [[[[0, 0.0, -1, -2]], [1, 2]]]}
    assert Trees(data).score({"x": [0.0, 1.0, 0.0]}, [1, 2]) == [[2, 1]]


def test_a_feature_that_no_tree_asks_for_is_not_needed() -> None:
    data = {"features": ["x", "y"], "classes": 1, "trees": [[[[0, 0.0, -1, -2]], [1, 2]]]}
    assert Trees(data).features == ("x",)


TOO_MANY: list[Any] = [[[0, float(i), -1 - i, i + 1] for i in range(LEAVES)], [0] * (LEAVES + 1)]
TOO_MANY[0][-1][3] = -LEAVES - 1


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        {"features": ["x"], "classes": 1, "trees": []},
        {"features": ["x"], "classes": 2, "trees": [[[], [1]]]},
        {"features": ["x"], "classes": 1, "trees": [[[[5, 0.0, -1, -2]], [1, 2]]]},
        {"features": ["x"], "classes": 1, "trees": [[[[0, 0.0, 0, 0]], [1, 2]]]},
        {"features": ["x"], "classes": 1, "trees": [[[[0, 0.0, -1, -3]], [1, 2]]]},
        {"features": ["x"], "classes": 1, "trees": [TOO_MANY]},
    ],
)
def test_data_of_another_form_is_refused(data: Any) -> None:
    with pytest.raises(BadModel, match="reinstall"):
        Trees(data)
