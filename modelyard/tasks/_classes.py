"""From logits to answers, the same for every classification task. N examples; C classes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


def softmax(logits: NDArray[np.float64], temperature: float) -> NDArray[np.float64]:
    """Probabilities [N, C] of logits [N, C] divided by the temperature."""
    scaled = np.asarray(logits, dtype=np.float64) / temperature
    scaled = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    total = scaled[:, :1].copy()
    for column in range(1, scaled.shape[1]):
        total += scaled[:, column : column + 1]
    return np.asarray(scaled / total)


def answers(probabilities: NDArray[np.float64], names: Sequence[str]) -> list[dict[str, Any]]:
    """The most probable label of each row, and every label's score."""
    best = probabilities.argmax(axis=1).tolist()
    return [
        {"label": names[winner], "scores": dict(zip(names, row, strict=True))}
        for winner, row in zip(best, probabilities.tolist(), strict=True)
    ]


def answer_schema(names: Sequence[str]) -> dict[str, Any]:
    """JSON schema of one answer."""
    return {
        "type": "object",
        "required": ["label", "scores"],
        "properties": {
            "label": {"type": "string", "enum": list(names), "description": "The most probable label."},
            "scores": {
                "type": "object",
                "description": "Every label's probability.",
                "required": list(names),
                "properties": {name: {"type": "number", "minimum": 0, "maximum": 1} for name in names},
            },
        },
    }
