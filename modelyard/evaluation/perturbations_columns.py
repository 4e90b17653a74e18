"""Changes of a table's cells that happen where a model is used: values unknown, measured roughly, or never seen."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.schema import Column, Rows

# A category that no training has seen: a text that nobody writes.
UNSEEN = "modelyard: a value that was never seen"
NOISE = (0.1, 0.3, 1.0)  # of a column's own standard deviation
USUAL_NOISE = 0.1
SHARES = (0.1, 0.3)  # of the cells
USUAL_SHARE = 0.1


def without(rows: Rows, column: str) -> dict[str, Sequence[Any]]:
    """As if this column were not known of any row."""
    return {**rows, column: [None] * len(rows[column])}


def noisy(
    rows: Rows,
    columns: Sequence[Column],
    share: float,
    deviations: dict[str, float],
    *,
    seed: int,
    places: Sequence[int],
) -> dict[str, Sequence[Any]]:
    """Normal noise of `share` of its deviation on every number and vector; whole numbers stay whole, in range stays in
    range: a count below 0 would be no measurement.
    """
    found: dict[str, Sequence[Any]] = dict(rows)
    for column in columns:
        if column.kind == "vector":
            found[column.name] = _noisy_vectors(np.asarray(rows[column.name]), share, column.name, seed, places)
        elif column.kind == "number" and deviations.get(column.name):
            width = share * deviations[column.name]
            found[column.name] = _noisy_numbers(rows[column.name], width, column, seed, places)
    return found


def deviations(rows: Rows, columns: Sequence[Column]) -> dict[str, float]:
    """The standard deviation of each column of numbers; none of one that does not vary."""
    found = {}
    for column in columns:
        if column.kind != "number":
            continue
        known = np.array([value for value in rows[column.name] if value is not None], dtype=np.float64)
        known = known[np.isfinite(known)]
        if len(known) > 1 and known.std() > 0:
            found[column.name] = float(known.std())
    return found


def replaced(
    rows: Rows, columns: Sequence[Column], share: float, value: Any, *, seed: int, places: Sequence[int]
) -> dict[str, Sequence[Any]]:
    """A share of the cells of these columns replaced by `value` (None: unknown); a missing cell stays missing."""
    found = dict(rows)
    for column in columns:
        hit = [random.Random(f"{seed}:{column.name}:{value}:{share}:{place}").random() < share for place in places]
        found[column.name] = [
            value if chosen and cell is not None else cell for cell, chosen in zip(rows[column.name], hit, strict=True)
        ]
    return found


def _noisy_numbers(cells: Sequence[Any], width: float, column: Column, seed: int, places: Sequence[int]) -> list[Any]:
    whole = all(cell is None or float(cell).is_integer() for cell in cells)
    low = column.low if column.low is not None else -np.inf
    high = column.high if column.high is not None else np.inf
    found: list[Any] = []
    for cell, place in zip(cells, places, strict=True):
        if cell is None:
            found.append(None)
            continue
        draw = random.Random(f"{seed}:{column.name}:{width}:{place}")
        value = float(cell) + draw.gauss(0, width)
        value = float(round(value)) if whole else value
        # What stood outside the range of the training stays where it stood, or nearer.
        found.append(float(min(max(value, min(low, float(cell))), max(high, float(cell)))))
    return found


def _noisy_vectors(vectors: NDArray[Any], share: float, name: str, seed: int, places: Sequence[int]) -> Any:
    known = vectors[np.isfinite(vectors)] if vectors.dtype.kind == "f" else vectors
    width = share * float(known.std()) if known.size else 0.0
    found = vectors.astype(np.float64)
    for at, place in enumerate(places):
        draw = random.Random(f"{seed}:{name}:{share}:{place}").getrandbits(64)
        found[at] += np.random.default_rng(draw).normal(0, width, found.shape[1])
    if vectors.dtype == np.uint8:
        found = np.clip(np.rint(found), 0, 255)
    return found.astype(vectors.dtype)
