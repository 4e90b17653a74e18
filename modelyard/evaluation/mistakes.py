"""The rows a model gets most wrong, as a reader can check them; and sample rows where the input is a picture."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.schema import Rows, Schema

ROWS = 20
PICTURES = 60
TEXT = 500  # characters of a cell
COLUMNS = 40
VECTOR = 16  # numbers of a vector that is no picture

Floats = NDArray[np.float64]


def classification_mistakes(
    rows: Rows,
    places: Sequence[str],
    schema: Schema,
    labels: Sequence[str],
    targets: NDArray[np.int64],
    probabilities: Floats,
) -> list[dict[str, Any]]:
    """The wrong answers, the surest first; `score` is the probability of the answer given."""
    predicted = probabilities.argmax(axis=1)
    score = probabilities.max(axis=1)
    order = np.lexsort((np.arange(len(score)), -score))
    wrong = order[(predicted != targets)[order]][: PICTURES if _picture(schema) else ROWS]
    return [_classified(int(i), rows, places, schema, labels, targets, probabilities) for i in wrong]


def samples(
    rows: Rows,
    places: Sequence[str],
    schema: Schema,
    labels: Sequence[str],
    targets: NDArray[np.int64],
    probabilities: Floats,
    *,
    seed: int,
) -> list[dict[str, Any]]:
    """Random rows with their answers, where an input is a picture; none otherwise."""
    if not _picture(schema):
        return []
    picked = np.random.default_rng(seed).permutation(len(targets))[:PICTURES]
    return [_classified(int(i), rows, places, schema, labels, targets, probabilities) for i in np.sort(picked)]


def regression_mistakes(
    rows: Rows, places: Sequence[str], schema: Schema, targets: Floats, values: Floats
) -> list[dict[str, Any]]:
    """The largest errors first; `score` is predicted - true."""
    errors = values - targets
    worst = np.lexsort((np.arange(len(errors)), -np.abs(errors)))[:ROWS]
    return [
        {
            "place": places[i],
            "inputs": _inputs(rows, i, schema),
            "target": float(targets[i]),
            "predicted": float(values[i]),
            "score": float(errors[i]),
        }
        for i in worst.tolist()
        if errors[i] != 0
    ]


def _classified(
    i: int,
    rows: Rows,
    places: Sequence[str],
    schema: Schema,
    labels: Sequence[str],
    targets: NDArray[np.int64],
    probabilities: Floats,
) -> dict[str, Any]:
    predicted = int(probabilities[i].argmax())
    return {
        "place": places[i],
        "inputs": _inputs(rows, i, schema),
        "target": labels[int(targets[i])],
        "predicted": labels[predicted],
        "score": float(probabilities[i, predicted]),
    }


def _picture(schema: Schema) -> bool:
    return any(column.kind == "vector" and len(column.shape) >= 2 for column in schema.inputs)


def _inputs(rows: Rows, i: int, schema: Schema) -> dict[str, Any]:
    return {
        column.name: _cell(rows[column.name][i], whole=len(column.shape) >= 2) for column in schema.inputs[:COLUMNS]
    }


def _cell(value: Any, *, whole: bool) -> Any:
    """A cell as JSON can hold it, cut to a length a reader bears."""
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        # Six digits are more than a reader needs, and float32 pixels would else take seventeen.
        return float(f"{value:.6g}") if math.isfinite(value) else None
    if isinstance(value, (dt.date, dt.datetime, dt.time)):
        return value.isoformat()
    if isinstance(value, (list, tuple, np.ndarray)):
        return [_cell(item, whole=whole) for item in (value if whole else value[:VECTOR])]
    text = str(dict(value)) if isinstance(value, Mapping) else str(value)
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text if len(text) <= TEXT else text[: TEXT - 1] + "…"
