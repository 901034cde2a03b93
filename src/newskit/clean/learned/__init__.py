"""Judges blocks by what was learned from labelled pages: keep or drop, the role, and why.

One judge with two models: one for blocks that carry the evidence of a page's markup, one for text
alone. Features (features.py) go into small boosted trees (newskit.model.trees): one ensemble says
how likely a block is the article's own, one of two others then names its role. decide.py turns
probabilities into a decision for the whole text, evidence.py names what weighed most.

docs/clean-judge.md says how it was trained, how good it is, and what it gets wrong.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from newskit.clean.learned.decide import (
    OBVIOUS_PROBABILITY,
    guarded,
    open_rows,
    probability,
    prose_outside_comments,
    threshold,
)  # fmt: skip
from newskit.clean.learned.evidence import Weight, explain
from newskit.clean.learned.features import ROLES, Tables, measure, path_of
from newskit.clean.learned.markup import without_ordinals
from newskit.errors import BadModel
from newskit.model.load import load
from newskit.model.trees import UNIT, Trees

if TYPE_CHECKING:
    from newskit.clean.learned.own import Columns
    from newskit.clean.rules import Hit

DATA = Path(__file__).parents[1] / "data"
KEPT_ROLES = ("standfirst", "body", "subhead", "list", "quote", "note")
# Blocks judged at once: a block takes about 2 KB while it is judged, so this is 40 MB. The longest
# labelled page has 3,000; longer ones are judged part by part.
MOST_BLOCKS = 20_000
DROPPED_ROLES = tuple(role for role in ROLES if role not in KEPT_ROLES)


class Verdict(NamedTuple):
    """What the model says of one block."""

    role: str
    keep: bool
    keep_probability: float  # 0 to 1, four digits
    evidence: tuple[str, ...]  # what spoke most against a block that goes


class Model:
    """The trees and weights for one sort of input, pages or texts."""

    def __init__(self, data: Any) -> None:
        try:
            self.keep = Trees(data["keep"])
            self.kept_roles = Trees(data["kept-roles"])
            self.dropped_roles = Trees(data["dropped-roles"])
            self.weights = {name: Weight(*entry) for name, entry in data["evidence"].items()}
        except (KeyError, TypeError, AttributeError) as error:
            raise BadModel(f"model data of an unknown form ({error})") from error
        parts = (self.keep, self.kept_roles, self.dropped_roles)
        names = {name for trees in parts for name in trees.features}
        self.wanted = frozenset(names | {"in-comments"})


class Judge:
    """The trained judge. Built once; a model is loaded when the first article needs it.

    Args:
        data: decoded model data by file name (``words.json``, ``page.json``, ``text.json``) instead
            of the packaged, for evaluation.
    """

    def __init__(self, data: dict[str, Any] | None = None) -> None:
        self._data = data
        self._tables: Tables | None = None
        self._models: dict[str, Model] = {}

    def judge(
        self, blocks: list[dict[str, Any]], texts: list[str], hits: list[Hit | None],
        title: str | None,
    ) -> list[Verdict]:  # fmt: skip
        """Return a verdict for each block.

        Args:
            blocks: with `kind`, and for pages `path` and `links`.
            texts: the blocks' texts.
            hits: what the rules say of each (newskit.clean.rules), or None.
            title: the article's headline, if known.

        Raises BadModel if the packaged data is damaged.
        """
        if len(blocks) > MOST_BLOCKS:
            parts = [
                slice(start, start + MOST_BLOCKS) for start in range(0, len(blocks), MOST_BLOCKS)
            ]
            given = [self.judge(blocks[p], texts[p], hits[p], title) for p in parts]
            return [verdict for verdicts in given for verdict in verdicts]
        return self._judge(blocks, texts, hits, title) if blocks else []

    def _judge(
        self, blocks: list[dict[str, Any]], texts: list[str], hits: list[Hit | None],
        title: str | None,
    ) -> list[Verdict]:  # fmt: skip
        texts = [text.strip() or "." for text in texts]
        paths = list(map(path_of, blocks))
        is_page = any(paths)
        model = self._model("page.json" if is_page else "text.json")
        tables = self._tables or self._load_tables()
        columns, names = measure(
            blocks, texts, hits=hits, title=title, tables=tables, wanted=model.wanted
        )
        found = [OBVIOUS_PROBABILITY] * len(blocks)
        rows = open_rows(columns)
        if rows:
            for row, score in zip(rows, model.keep.score(columns, rows)[0], strict=True):
                found[row] = probability(score, UNIT)
        columns["keep"] = found
        sizes = list(map(len, texts))
        least = threshold(found, sizes, None if is_page else columns["rules-share"][0])
        least = guarded(least, found, sizes, prose_outside_comments(columns))
        kept = [value > least for value in found]
        roles = _roles(model, columns, kept, _alike(paths, columns, rows))
        verdicts = []
        for row, (role, keep, value) in enumerate(zip(roles, kept, found, strict=True)):
            told = () if keep else explain(columns, row, model.weights, names[row])
            verdicts.append(Verdict(role, keep, value, told))
        return verdicts

    def _model(self, name: str) -> Model:
        model = self._models.get(name)
        if model is None:
            model = self._models[name] = Model(self._read(name))
        return model

    def _load_tables(self) -> Tables:
        data = self._read("words.json")
        try:
            self._tables = Tables(data["words"], data["names"])
        except (KeyError, TypeError) as error:
            raise BadModel(f"model data of an unknown form ({error})") from error
        return self._tables

    def _read(self, name: str) -> Any:
        return load(DATA, name) if self._data is None else self._data[name]


def _alike(paths: list[str], columns: Columns, rows: list[int]) -> list[int]:
    """Return for each block the first one that its role may be taken from, mostly itself.

    Obvious furniture (all but `rows`) in places of the same names, of which words and rules say the
    same, has one role: a menu is asked about once.
    """
    first = list(range(len(paths)))
    obvious = set(first).difference(rows)
    seen: dict[tuple[str, float, float], int] = {}
    rules, says = columns["rule"], columns["says"]
    for row in sorted(obvious):
        key = (without_ordinals(paths[row]), rules[row], says[row])
        first[row] = seen.setdefault(key, row)
    return first


def _roles(model: Model, columns: Columns, kept: list[bool], first: list[int]) -> list[str]:
    """Return the likeliest role of each block among those of kept or of dropped blocks."""
    roles = [""] * len(kept)
    for wanted, trees, names in (
        (True, model.kept_roles, KEPT_ROLES), (False, model.dropped_roles, DROPPED_ROLES)
    ):  # fmt: skip
        rows = [row for row, keep in enumerate(kept) if keep is wanted and first[row] == row]
        if rows:
            scores = zip(*trees.score(columns, rows), strict=True)
            for row, sums in zip(rows, scores, strict=True):
                roles[row] = names[sums.index(max(sums))]
    return [roles[row] for row in first]
