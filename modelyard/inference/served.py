"""What metrics judge: the labels that are served, which costs of errors can make others than the likeliest. N rows."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.data.features.decisions import LIKELIEST
from modelyard.metrics.classification import OF_LABELS

Floats = NDArray[np.float64]


def chooses(task: Any) -> bool:
    """Whether the label that the task answers may be another than the likeliest."""
    decision = getattr(task, "decision", None)
    return decision is not None and decision.get("rule", LIKELIEST) != LIKELIEST


def for_metric(task: Any, metric: str, answered: Floats) -> Floats:
    """Probabilities [N, C], of a metric of labels certain of the label that is served; all else as it is."""
    return one_hot(task, answered) if metric in OF_LABELS and chooses(task) else answered


def one_hot(task: Any, probabilities: Floats) -> Floats:
    """1 for the label that is served, 0 for the others, [N, C]."""
    return np.asarray(np.eye(probabilities.shape[1])[task.decide(probabilities)])
