"""Raw outputs to answers: calibrated scores of the labels, or a value in the target's own unit."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.data.features.decisions import answers, ranged
from modelyard.data.features.scores import probabilities

Decode = Callable[[NDArray[Any]], list[dict[str, Any]]]


def load(directory: Path) -> Decode:
    """A function from outputs [rows, O] to the answer to each row.

    `{"label", "scores"}`, with what the recipe states of answers also `confident` and `label_set`; or `{"value"}`,
    also `low` and `high`.
    """
    state = json.loads((directory / "task.json").read_text(encoding="utf-8"))
    decision = state.get("answer")
    if "target_scale" in state:
        mean, deviation = state["target_scale"]["mean"], state["target_scale"]["deviation"]

        def value(outputs: NDArray[Any]) -> list[dict[str, Any]]:
            return ranged(outputs[:, 0].astype(np.float64) * deviation + mean, decision)

        return value
    labels, temperature, calibration = state["labels"], state["temperature"], state.get("calibration")

    def classes(outputs: NDArray[Any]) -> list[dict[str, Any]]:
        return answers(labels, probabilities(outputs, temperature, calibration), decision)

    return classes
