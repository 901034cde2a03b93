"""Rebuilds the tree of containers from the paths of an article's blocks.

A path prefix identifies one container of the page, so sums over prefixes give each container's
prose, text and links. Every container is one node; outer ones come before inner ones.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newskit.clean.learned.vocabulary import Step, Steps

    Column = NDArray[np.float64]


class Tree:
    """The containers around some blocks; node 0 is the whole page.

    Attributes:
        nodes: number of each node by its path.
        outer: the node around each node.
        depth: how many steps each node's path has.
        steps: the different steps of all paths; `step` says which one each node has.
        at: the node of each block.
    """

    def __init__(self, paths: list[str], known: Steps) -> None:
        self.nodes: dict[str, int] = {"": 0}
        self.outer, self.depth, self.step = [0], [0], [0]
        self.steps: list[Step] = [known[""]]
        self._known = known
        self._numbers: dict[str, int] = {"": 0}
        self.at = [self._node(path) for path in paths]
        self._levels: list[NDArray[np.int64]] | None = None

    def _node(self, path: str) -> int:
        nodes = self.nodes
        node = nodes.get(path)
        if node is not None:
            return node
        missing = []
        while node is None:  # no recursion: a path may have many steps
            missing.append(path)
            path = path.rpartition("/")[0]
            node = nodes.get(path)
        outer, depth, steps, numbers = self.outer, self.depth, self.step, self._numbers
        for path in reversed(missing):
            outer.append(node)
            depth.append(depth[node] + 1)
            node = nodes[path] = len(outer) - 1
            key = path[path.rfind("/") + 1 :].partition("~")[0]
            number = numbers.get(key)
            if number is None:
                number = numbers[key] = len(self.steps)
                self.steps.append(self._known[key])
            steps.append(number)
        return node

    def levels(self) -> list[NDArray[np.int64]]:
        """Return the nodes of each depth, from 1 on."""
        if self._levels is None:
            depths = np.array(self.depth)
            order = np.argsort(depths, kind="stable")
            ends = np.searchsorted(depths[order], np.arange(1, depths.max() + 2)).tolist()
            self._levels = [order[a:b] for a, b in pairwise(ends)]
        return self._levels

    def sums(self, columns: Column) -> Column:
        """Return what all blocks in each node add up to; `columns` has one row a block."""
        made = np.zeros((len(self.outer), columns.shape[1]))
        np.add.at(made, self.at, columns)
        outer = np.array(self.outer)
        for level in reversed(self.levels()):
            np.add.at(made, outer[level], made[level])
        return made

    def along(self, vectors: Column) -> Column:
        """Return the sum along each node's path of its steps' vectors."""
        made = vectors[self.step]
        outer = np.array(self.outer)
        for level in self.levels():
            made[level] += made[outer[level]]
        return made

    def shared(self, node: int) -> NDArray[np.int64]:
        """Return how many steps each node's path has in common with that of `node`."""
        chain = {node}
        while node:
            node = self.outer[node]
            chain.add(node)
        found = [0] * len(self.outer)
        for i, around in enumerate(self.outer):
            found[i] = self.depth[i] if i in chain else found[around]
        return np.array(found)
