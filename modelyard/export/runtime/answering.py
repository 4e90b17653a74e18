"""Raw outputs to answers: calibrated scores of the labels, or a value in the target's own unit."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.data.features.scores import probabilities

Decode = Callable[[NDArray[Any]], list[dict[str, Any]]]


def load(directory: Path) -> Decode:
    """A function from outputs [rows, O] to `{"label", "scores"}` or `{"value"}` of each row."""
    state = json.loads((directory / "task.json").read_text(encoding="utf-8"))
    if "target_scale" in state:
        mean, deviation = state["target_scale"]["mean"], state["target_scale"]["deviation"]

        def value(outputs: NDArray[Any]) -> list[dict[str, Any]]:
            return [{"value": each} for each in (outputs[:, 0].astype(np.float64) * deviation + mean).tolist()]

        return value
    labels, temperature, calibration = state["labels"], state["temperature"], state.get("calibration")

    def classes(outputs: NDArray[Any]) -> list[dict[str, Any]]:
        scores = probabilities(outputs, temperature, calibration)
        best = scores.argmax(axis=1).tolist()
        return [
            {"label": labels[winner], "scores": dict(zip(labels, row, strict=True))}
            for winner, row in zip(best, scores.tolist(), strict=True)
        ]

    return classes
