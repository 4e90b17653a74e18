"""Raw outputs to calibrated probabilities: what training, serving and exports all run. N rows; C classes.

A calibration is a mapping as `task.json` keeps it, or None for the temperature alone:
`{"method": "vector", "scale": [C], "shift": [C]}` stretches each logit less the row's mean, and moves it;
`{"method": "isotonic", "at": [[...]], "to": [[...]]}` bends each class's probability along a rising line through its
points, of two classes the second's alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def probabilities(outputs: NDArray[Any], temperature: float, calibration: Mapping[str, Any] | None = None) -> Floats:
    """Probabilities [N, C] of logits [N, C]."""
    logits = np.asarray(outputs, dtype=np.float64)
    if calibration is not None and calibration["method"] == "vector":
        centred = logits - _total(logits) / logits.shape[1]
        return _softmax(centred * np.asarray(calibration["scale"]) + np.asarray(calibration["shift"]))
    found = _softmax(logits / temperature)
    if calibration is None:
        return found
    lines = [
        (np.asarray(at, dtype=np.float64), np.asarray(to, dtype=np.float64))
        for at, to in zip(calibration["at"], calibration["to"], strict=True)
    ]
    if found.shape[1] == 2:
        second = np.interp(found[:, 1], *lines[0])
        return np.stack([1 - second, second], axis=1)
    bent = np.stack([np.interp(found[:, index], at, to) for index, (at, to) in enumerate(lines)], axis=1)
    return np.asarray(bent / _total(bent))


def steepness(temperature: float, calibration: Mapping[str, Any] | None = None) -> float:
    """By how much a probability may change with a logit, at most."""
    if calibration is None:
        return 0.5 / temperature
    if calibration["method"] == "vector":
        return float(np.abs(np.asarray(calibration["scale"])).max())
    slopes = [
        float((np.diff(to) / np.diff(at)).max()) for at, to in zip(calibration["at"], calibration["to"], strict=True)
    ]
    # Dividing by a sum of bent probabilities can double a change, and more where they add up to little.
    return 0.5 / temperature * max(slopes) * (1 if len(slopes) == 1 else 4)


def _softmax(scaled: Floats) -> Floats:
    weights = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return np.asarray(weights / _total(weights))


def _total(values: Floats) -> Floats:
    # Added from the first class to the last: `sum` may pair the terms differently for a single row.
    total = values[:, :1].copy()
    for column in range(1, values.shape[1]):
        total += values[:, column : column + 1]
    return total
