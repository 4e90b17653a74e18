"""The rows a model gets most wrong, as a reader can check them; and sample rows where the input is a picture."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.schema import Schema
from modelyard.inference.labelled import Labelled

ROWS = 20
PICTURES = 60
TEXT = 500  # characters of a cell
COLUMNS = 40
VECTOR = 16  # numbers of a vector that is no picture

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def classification_mistakes(
    known: Labelled, schema: Schema, labels: Sequence[str], probabilities: Floats, chosen: Ints
) -> list[dict[str, Any]]:
    """The wrong answers, the surest first; `score` is the probability of the class `chosen` [N] as the answer."""
    score = probabilities[np.arange(len(chosen)), chosen]
    order = np.lexsort((np.arange(len(score)), -score))
    wrong = order[(chosen != known.targets)[order]][: PICTURES if _picture(schema) else ROWS]
    return [_classified(i, known, schema, labels, probabilities, chosen) for i in wrong.tolist()]


def samples(
    known: Labelled, schema: Schema, labels: Sequence[str], probabilities: Floats, chosen: Ints, *, seed: int
) -> list[dict[str, Any]]:
    """Random rows with their answers, where an input is a picture; none otherwise."""
    if not _picture(schema):
        return []
    picked = np.random.default_rng(seed).permutation(len(known.targets))[:PICTURES]
    return [_classified(i, known, schema, labels, probabilities, chosen) for i in np.sort(picked).tolist()]


def regression_mistakes(known: Labelled, schema: Schema, values: Floats) -> list[dict[str, Any]]:
    """The largest errors first; `score` is predicted - true."""
    errors = values - known.targets.astype(np.float64)
    worst = np.lexsort((np.arange(len(errors)), -np.abs(errors)))[:ROWS]
    return [
        {
            "place": known.places[i],
            "inputs": _inputs(known, i, schema),
            "target": float(known.targets[i]),
            "predicted": float(values[i]),
            "score": float(errors[i]),
        }
        for i in worst.tolist()
        if errors[i] != 0
    ]


def _classified(
    i: int, known: Labelled, schema: Schema, labels: Sequence[str], probabilities: Floats, chosen: Ints
) -> dict[str, Any]:
    predicted = int(chosen[i])
    return {
        "place": known.places[i],
        "inputs": _inputs(known, i, schema),
        "target": labels[int(known.targets[i])],
        "predicted": labels[predicted],
        "score": float(probabilities[i, predicted]),
    }


def _picture(schema: Schema) -> bool:
    return any(column.kind == "vector" and len(column.shape) >= 2 for column in schema.inputs)


def _inputs(known: Labelled, i: int, schema: Schema) -> dict[str, Any]:
    return {
        column.name: _cell(known.rows[column.name][i], whole=len(column.shape) >= 2)
        for column in schema.inputs[:COLUMNS]
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
