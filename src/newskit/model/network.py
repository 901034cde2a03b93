"""Evaluates a small residual network over a sequence of rows, the same on every machine.

One dense layer, then layers that each look at a row and at the rows a few steps before and after
it, and add what they see; last one matrix for what it says. Weights are stored as whole bytes with
one scale a column, and everything is computed in double precision, so that differences between
processors lie far below the digits that anyone prints.

What it costs: about half a millisecond for 230 rows of 200 numbers, in one thread. A process that
wants that sets OPENBLAS_NUM_THREADS to 1 before numpy is loaded, as the command line does.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import numpy as np

from newskit.errors import BadModel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

MOST_NUMBERS = 4_000_000  # of one matrix


def unpack(data: Any) -> Matrix:
    """Return a matrix that was stored as bytes with a scale for each column.

    Args:
        data: ``{"rows": n, "columns": n, "bytes": base64 of int8, "scales": [number]}``.

    Raises BadModel if it is none of this form.
    """
    try:
        shape = int(data["rows"]), int(data["columns"])
        if not 0 < shape[0] * shape[1] <= MOST_NUMBERS:
            raise ValueError("size")
        numbers = np.frombuffer(base64.b64decode(data["bytes"], validate=True), np.int8)
        scales = np.array(data["scales"], np.float64)
        if scales.shape != (shape[1],) or not np.isfinite(scales).all():
            raise ValueError("scales")
        return numbers.reshape(shape) * scales
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BadModel(f"a matrix of an unknown form ({error}); reinstall newskit") from error


def pack(matrix: Matrix) -> dict[str, Any]:
    """Return a matrix in the form that `unpack` reads."""
    top = np.abs(matrix).max(0)
    scales = np.array([float(f"{v:.5g}") for v in np.where(top > 0, top, 1.0) / 127])
    numbers = np.clip(np.rint(matrix / scales), -127, 127).astype(np.int8)
    packed = base64.b64encode(numbers.tobytes()).decode("ascii")
    rows, columns = matrix.shape
    return {"rows": rows, "columns": columns, "bytes": packed, "scales": scales.tolist()}


def unpack_integers(packed: str) -> NDArray[np.int64]:
    """Return whole numbers that were stored as base64 of int32. Raises ValueError if they were not.

    >>> unpack_integers(pack_integers([1, -2])).tolist()
    [1, -2]
    """
    numbers = np.frombuffer(base64.b64decode(packed, validate=True), "<i4")
    return numbers.astype(np.int64)


def pack_integers(numbers: list[int]) -> str:
    """Return whole numbers in the form that `unpack_integers` reads."""
    return base64.b64encode(np.array(numbers, "<i4").tobytes()).decode("ascii")


class Layer:
    """One matrix and what is added to its product."""

    def __init__(self, data: Any) -> None:
        self.matrix = unpack(data)
        self.bias: Matrix = np.array(data.get("bias"), np.float64)
        if self.bias.shape != self.matrix.shape[1:] or not np.isfinite(self.bias).all():
            raise BadModel("a layer of an unknown form; reinstall newskit")

    def __call__(self, rows: Matrix) -> Matrix:
        made: Matrix = rows @ self.matrix + self.bias
        return made


class Network:
    """A first layer, layers over neighbours, and a head.

    Args:
        data: ``{"first": layer, "around": [layer], "steps": [number], "head": layer}``; a layer is
            what `pack` gives, with ``bias``.

    Attributes:
        inputs: the number of columns that rows must have.
        outputs: the number of columns that come out.

    Raises BadModel if the data is none of this form.
    """

    def __init__(self, data: Any) -> None:
        try:
            self._first, self._head = Layer(data["first"]), Layer(data["head"])
            self._around = [Layer(layer) for layer in data["around"]]
            self._steps = [int(step) for step in data["steps"]]
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise BadModel(f"a network of an unknown form ({error}); reinstall newskit") from error
        self.inputs, width = self._first.matrix.shape
        wide = [layer.matrix.shape for layer in self._around]
        if wide != [(3 * width, width)] * len(self._steps) or min(self._steps, default=1) < 1:
            raise BadModel("a network whose layers do not fit; reinstall newskit")
        # One product for the rows before, the rows themselves and those after, added up shifted.
        self._beside = [np.hstack(np.split(layer.matrix, 3)) for layer in self._around]
        if self._head.matrix.shape[0] != width:
            raise BadModel("a network whose head does not fit; reinstall newskit")
        self.outputs = self._head.matrix.shape[1]

    def __call__(self, rows: Matrix) -> Matrix:
        """Return what the head says of each row, one line a row."""
        seen = np.maximum(self._first(rows), 0.0)
        for layer, step, matrix in zip(self._around, self._steps, self._beside, strict=True):
            before, made, after = np.split(seen @ matrix, 3, axis=1)
            made += layer.bias
            made[step:] += before[:-step]
            made[:-step] += after[step:]
            seen += np.maximum(made, 0.0)
        return self._head(seen)
