"""Measures what the markup says: names along the path, containers and how much prose they hold.

The main container is the deepest one that holds most of the prose.

What it gets wrong: pages whose paragraphs each stand in a box of their own, with the advertisements
between them, have a main container that says little.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from newskit.clean.learned.tree import Tree

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newskit.clean.learned.vocabulary import Steps

    Column = NDArray[np.float64]
    Columns = dict[str, Column]

MAIN_SHARE = 0.6  # share of the prose that the main container must hold (0.5 and 0.7 do the same)
TAGS = {
    tag: code
    for code, tag in enumerate(
        ("other", "p", "div", "li", "td", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "a",
         "blockquote", "section", "article", "span", "header", "footer", "time", "label", "button",
         "dd", "dt", "pre", "aside")
    )
}  # fmt: skip


class Markup(NamedTuple):
    """What a page's paths say."""

    columns: Columns
    along: Column  # (blocks, dimensions): the sum of the vectors of all names along each path
    last: Column  # the same of the last step alone
    worst: list[str]  # of each block, the name along its path that speaks most for furniture


def measure(paths: list[str], columns: Columns, known: Steps, names: Column) -> Markup:
    """Return what the paths say; `columns` has length, links and prose, `names` vectors."""
    tree = Tree(paths, known)
    at = np.array(tree.at)
    made, worst = _names(tree, at)
    steps = np.array(tree.step)[at]
    tags = np.array([float(TAGS.get(step.tag, 0)) for step in tree.steps])
    made["tag"] = tags[steps]
    made |= _containers(tree, at, columns)
    made |= _patterns(paths, columns)
    outer = np.array(tree.outer)[at]
    made |= _beside("sibling", outer)
    made |= _from_title(tree, at, made["tag"], columns)
    listed = [step.names for step in tree.steps]
    ends = np.cumsum(np.fromiter(map(len, listed), np.int64, len(listed)))
    sums = np.zeros((ends[-1] + 1, names.shape[1]))
    np.cumsum(names[list(chain.from_iterable(listed))], axis=0, out=sums[1:])
    vectors = np.diff(sums[ends], axis=0, prepend=0.0)
    return Markup(made, tree.along(vectors)[at], vectors[steps], worst)


def _names(tree: Tree, at: NDArray[np.int64]) -> tuple[Columns, list[str]]:
    """Return the weights of the names along each path, and the name with the lowest one."""
    rows: list[tuple[float, ...]] = [(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)]
    worst_names = [""]
    pairs = zip(tree.outer, tree.step, strict=True)
    next(pairs)  # the page itself
    for around, number in pairs:
        step = tree.steps[number]
        score = step.weight
        total, last, best, worst, comment, hidden = rows[around]
        rows.append((
            total + score, score or last, max(best, score), min(worst, score),
            comment or step.is_comment, hidden or step.is_hidden,
        ))  # fmt: skip
        worst_names.append(step.worst if score < worst else worst_names[around])
    table = np.array(rows)[at].T
    titles = ("path", "path-last", "path-best", "path-worst", "in-comments", "hidden")
    return dict(zip(titles, table, strict=True)), [worst_names[node] for node in tree.at]


def _containers(tree: Tree, at: NDArray[np.int64], columns: Columns) -> Columns:
    """Return what the containers around each block hold, and how far it is from the main one."""
    length, links, prose = columns["length"], columns["links"], columns["prose"]
    sums = tree.sums(np.column_stack((np.ones(len(at)), length, length * links, prose)))
    blocks, text, linked, mass = sums.T
    total = mass[0] or 1.0
    depth, outer = np.array(tree.depth), np.array(tree.outer)
    share = mass / total
    main = int(np.argmax(np.where(mass >= MAIN_SHARE * total, depth + share, -1.0)))
    shared, deep = tree.shared(main)[at], depth[at]
    away = np.where(shared < depth[main], deep - shared, 0)
    made = {
        "depth": deep.astype(float),
        "away": away.astype(float),
        "main-above": (depth[main] - shared).astype(float),
        "main-below": np.where(away > 0, -1, deep - depth[main]).astype(float),
    }
    near = at
    for name in ("parent", "outer", "third"):
        near = outer[near]
        made[f"{name}-share"] = share[near]
        made[f"{name}-links"] = (linked / np.maximum(text, 1.0))[near]
        made[f"{name}-density"] = (mass / np.maximum(text, 1.0))[near]
        made[f"{name}-blocks"] = blocks[near]
    made["parent-prose"] = mass[outer[at]]
    return made


def _headline(tags: Column, columns: Columns) -> int:
    """Return the block that says most of the title, h1 first; else the only h1; else -1."""
    share, own = columns["title-share"], columns["title-own"]
    is_top = tags == TAGS["h1"]
    score = np.where((share >= 0.5) & (own >= 0.3), share + own + is_top, 0.0)
    at = int(np.argmax(score))
    if score[at] > 0.6:
        return at
    tops = np.flatnonzero(is_top)
    return int(tops[0]) if len(tops) == 1 else -1


def _from_title(tree: Tree, at: NDArray[np.int64], tags: Column, columns: Columns) -> Columns:
    """Return how far each block's container is from that of the headline; -1 without one."""
    row = _headline(tags, columns)
    if row < 0:
        missing = np.full(len(at), -1.0)
        return {"title-above": missing, "title-below": missing, "after-title": missing}
    depth = np.array(tree.depth)
    wanted = tree.outer[tree.at[row]]
    shared = tree.shared(wanted)[at]
    return {
        "title-above": (depth[wanted] - shared).astype(float),
        "title-below": (depth[at] - 1 - shared).astype(float),
        "after-title": np.clip(np.arange(len(at)) - row, -30, 60).astype(float),
    }


def without_ordinals(path: str) -> str:
    """Return a path without the numbers that tell like containers apart.

    >>> without_ordinals("ul~2/li~14/p")
    'ul/li/p'
    """
    if "~" not in path:
        return path
    return "/".join([step.partition("~")[0] for step in path.split("/")])


def _patterns(paths: list[str], columns: Columns) -> Columns:
    """Return how many blocks have the same path but for ordinals, and their means."""
    folded = {path: without_ordinals(path) for path in dict.fromkeys(paths)}
    numbers: dict[str, int] = {}
    of = np.array([numbers.setdefault(folded[path], len(numbers)) for path in paths])
    length, links, prose = columns["length"], columns["links"], columns["prose"]
    blocks = np.bincount(of)
    text = np.bincount(of, length)
    made = {
        "pattern-blocks": blocks[of].astype(float),
        "pattern-length": (text / blocks)[of],
        "pattern-links": (np.bincount(of, length * links) / text)[of],
        "pattern-prose": (np.bincount(of, prose) / (prose.sum() or 1.0))[of],
    }
    return made | _beside("same", of)


def _beside(name: str, numbers: NDArray[np.int64]) -> Columns:
    """Return whether the number of the block before, and of that after, is the same."""
    same = numbers[1:] == numbers[:-1]
    return {
        f"{name}-before": np.concatenate(([0.0], same)),
        f"{name}-after": np.concatenate((same, [0.0])),
    }
