"""Judges blocks by what was learned from labelled pages: keep or drop, the role, and why.

One judge with two models: one for blocks that carry the evidence of a page's markup, one for text
alone. Measures of all blocks (features.py) go into small networks (newskit.model.network) that also
see the blocks around each. One says how likely a block is the article's own; the other, which reads
vectors of words and names too, says its role. decide.py turns probabilities into a decision for the
whole text, evidence.py names what weighed most.

docs/clean-judge.md says how it was trained, how good it is, and what it gets wrong.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np

from newskit.clean.learned import decide
from newskit.clean.learned.evidence import Evidence
from newskit.clean.learned.features import (
    ROLES,
    Input,
    Known,
    bags,
    cases,
    headed,
    measure,
    numbers,
    path_of,
)
from newskit.clean.learned.menus import MenuRoles, open_rows
from newskit.errors import BadModel
from newskit.model.load import load
from newskit.model.network import Network, unpack

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from newskit.clean.learned.features import Measured
    from newskit.clean.rules import Hit

Made = TypeVar("Made")
DATA = Path(__file__).parents[1] / "data"
KEPT_ROLES = ("standfirst", "body", "subhead", "list", "quote", "note")
# Blocks judged at once: a block takes about 10 KB while it is judged, so this is 50 MB. The longest
# labelled page has 3,000; longer ones are judged part by part.
MOST_BLOCKS = 5_000
IS_KEPT = np.array([role in KEPT_ROLES for role in ROLES])


class Verdict(NamedTuple):
    """What the model says of one block."""

    role: str
    keep: bool
    keep_probability: float  # 0 to 1, four digits
    evidence: tuple[str, ...]  # what spoke most against a block that goes


OF_MENU = ("menu",)  # the evidence against links of menus


# What comes of reading data that is not of the form that is expected.
_OF_ANOTHER_FORM = (KeyError, TypeError, ValueError, AttributeError, OverflowError)


def made_from(data: Any, form: Callable[[Any], Made]) -> Made:
    """Return what `form` makes of model data. Raises BadModel if the data is none of its form."""
    try:
        return form(data)
    except _OF_ANOTHER_FORM as error:
        raise BadModel(f"model data of an unknown form ({error}); reinstall newskit") from error


class Model:
    """The networks, vectors and weights for one sort of input, pages or texts."""

    def __init__(self, data: Any, known: Known) -> None:
        try:
            self._inputs = [Input(str(n), float(m), float(d)) for n, m, d in data["inputs"]]
            self._keep, self._role = Network(data["keep"]), Network(data["role"])
            vectors = {name: unpack(entry) for name, entry in data["vectors"].items()}
            self._terms = vectors["terms"]
            self.evidence = Evidence(data["evidence"])
        except _OF_ANOTHER_FORM as error:
            raise BadModel(f"model data of an unknown form ({error}); reinstall newskit") from error
        self.names = vectors.get("names", np.zeros((known.names, 0)))
        fits = len(self._terms) == len(known.weights) and len(self.names) == known.names
        if not fits or (self._keep.outputs, self._role.outputs) != (1, len(ROLES)):
            raise BadModel("model data whose parts do not fit; reinstall newskit")

    def says(self, measured: Measured) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return for each block a score in logits to keep it, and one for each of `ROLES`."""
        columns = measured.columns
        if unknown := {each.name for each in self._inputs} - columns.keys():
            raise BadModel(f"model data with unknown columns {sorted(unknown)}; reinstall newskit")
        dense = np.concatenate((numbers(columns, self._inputs), cases(columns)), axis=1)
        bag = bags(measured.terms, columns["tokens"], self._terms)
        parts = [dense, bag, headed(bag, measured.heads)]
        if measured.along is not None and measured.last is not None:
            parts += [measured.along, measured.last]
        return self._keep(dense)[:, 0], self._role(np.concatenate(parts, axis=1))


class Judge:
    """The trained judge. Built once; a model is loaded when the first article needs it.

    Args:
        data: decoded model data by file name (``words.json``, ``page.json``, ``text.json``) instead
            of the packaged, for evaluation.
    """

    def __init__(self, data: dict[str, Any] | None = None) -> None:
        self._data = data
        self._known: Known | None = None
        self._menus: MenuRoles | None = None
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
        rows = open_rows(blocks, texts)
        if len(rows) < len(blocks):
            given = self._judge_open(
                [blocks[row] for row in rows], [texts[row] for row in rows],
                [hits[row] for row in rows], title,
            )  # fmt: skip
            verdicts: list[Verdict | None] = [None] * len(blocks)
            for row, verdict in zip(rows, given, strict=True):
                verdicts[row] = verdict
            roles = self._menus or self._load_menus()
            return [
                v or Verdict(roles.role(block, text), False, 0.0, OF_MENU)
                for v, block, text in zip(verdicts, blocks, texts, strict=True)
            ]
        return self._judge_open(blocks, texts, hits, title)

    def _judge_open(
        self, blocks: list[dict[str, Any]], texts: list[str], hits: list[Hit | None],
        title: str | None,
    ) -> list[Verdict]:  # fmt: skip
        """Return verdicts on blocks that are no links of menus."""
        is_page = any(map(path_of, blocks))
        known = self._known or self._load_known()
        model = self._model("page.json" if is_page else "text.json", known)
        texts = [text.strip() or "." for text in texts]
        measured = measure(
            blocks, texts, hits=hits, title=title, known=known, names=model.names
        )  # fmt: skip
        columns = measured.columns
        score, says = model.says(measured)
        found = decide.probabilities(score)
        sizes = np.array(list(map(len, texts)), float)
        least = decide.threshold(found, sizes, None if is_page else columns["rules-share"][0])
        least = decide.guarded(least, found, sizes, decide.prose_outside_comments(columns))
        kept = found > least
        fits = kept[:, None] == IS_KEPT
        roles = np.argmax(np.where(fits, says, -np.inf), axis=1).tolist()
        told = model.evidence.explain(columns, kept, measured.worst)
        rows = zip(roles, kept.tolist(), found.tolist(), told, strict=True)
        return [Verdict(ROLES[role], keep, value, why) for role, keep, value, why in rows]

    def _model(self, name: str, known: Known) -> Model:
        model = self._models.get(name)
        if model is None:
            model = self._models[name] = Model(self._read(name), known)
        return model

    def _load_known(self) -> Known:
        self._known = made_from(self._read("words.json"), Known)
        return self._known

    def _load_menus(self) -> MenuRoles:
        self._menus = made_from(self._read("menus.json"), MenuRoles)
        return self._menus

    def _read(self, name: str) -> Any:
        return load(DATA, name) if self._data is None else self._data[name]
