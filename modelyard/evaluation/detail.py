"""What the report draws: by class, confusion, curves, calibration, scatter and residuals. N rows; C classes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics import calibration, classification
from modelyard.metrics.curves import average_precision_of, pr_curve, roc_auc_of, roc_curve
from modelyard.metrics.intervals import class_intervals

CURVE_POINTS = 200
CURVES = 20  # classes with a curve: those with the smallest area
MATRIX = 100  # classes with a full confusion matrix; beyond, the largest confusions say what matters
CONFUSIONS = 20
SCATTER_POINTS = 1000
RESIDUAL_BINS = 40
_DIGITS = 6

Floats = NDArray[np.float64]


def classification_detail(
    targets: NDArray[np.int64],
    probabilities: Floats,
    labels: Sequence[str],
    *,
    confidence: float,
    resamples: int,
    seed: int,
    labelled: Floats | None = None,
) -> dict[str, Any]:
    """The parts of evaluation.json of a classification.

    `labelled` [N, C] is certain of the label that is answered, where that may be another than the likeliest.
    """
    answered = probabilities if labelled is None else labelled
    counts = classification.counts_of(targets, answered)
    precision, recall, f1, support = classification.by_class(counts)
    spans = class_intervals(counts, confidence=confidence, resamples=resamples, seed=seed)
    matrix = classification.confusion(targets, answered)
    roc, pr = _curves(targets, probabilities, labels)
    return {
        "per_class": [
            {
                "label": label,
                "precision": float(precision[i]),
                "recall": float(recall[i]),
                "f1": float(f1[i]),
                "support": int(support[i]),
                "intervals": {name: found[i] for name, found in spans.items()},
            }
            for i, label in enumerate(labels)
        ],
        "confusion": matrix.tolist() if len(labels) <= MATRIX else [],
        "confusions": _largest(matrix, labels),
        "roc": roc,
        "pr": pr,
        "calibration": [asdict(found) for found in calibration.reliability(targets, probabilities)],
    }


def regression_detail(targets: Floats, values: Floats, *, seed: int) -> dict[str, Any]:
    """The parts of evaluation.json of a regression; a residual is predicted - true."""
    picked = np.arange(len(targets))
    if len(targets) > SCATTER_POINTS:
        picked = np.sort(np.random.default_rng(seed).choice(len(targets), SCATTER_POINTS, replace=False))
    return {
        "scatter": {"true": _rounded(targets[picked]), "predicted": _rounded(values[picked])},
        "residuals": _histogram(values - targets),
    }


def _curves(
    targets: NDArray[np.int64], probabilities: Floats, labels: Sequence[str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    present = [i for i in range(len(labels)) if 0 < (targets == i).sum() < len(targets)]
    area = {i: roc_auc_of(targets == i, probabilities[:, i]) for i in present}
    roc, pr = [], []
    for i in sorted(sorted(present, key=lambda i: area[i])[:CURVES]):
        positive, score = targets == i, probabilities[:, i]
        fpr, tpr = roc_curve(positive, score, CURVE_POINTS)
        roc.append({"label": labels[i], "fpr": _rounded(fpr), "tpr": _rounded(tpr), "auc": area[i]})
        recall, precision = pr_curve(positive, score, CURVE_POINTS)
        pr.append(
            {
                "label": labels[i],
                "recall": _rounded(recall),
                "precision": _rounded(precision),
                "auc": average_precision_of(positive, score),
            }
        )
    return roc, pr


def _largest(matrix: NDArray[np.int64], labels: Sequence[str]) -> list[dict[str, Any]]:
    wrong = matrix.copy()
    np.fill_diagonal(wrong, 0)
    order = np.argsort(-wrong, axis=None, kind="stable")[:CONFUSIONS]
    pairs = [divmod(int(flat), len(labels)) for flat in order]
    return [
        {"target": labels[i], "predicted": labels[j], "count": int(wrong[i, j])} for i, j in pairs if wrong[i, j] > 0
    ]


def _histogram(residuals: Floats) -> dict[str, Any]:
    """Even bins over the middle 99.6 %; what lies beyond is counted in the bin at that end."""
    low, high = np.quantile(residuals, [0.002, 0.998]).tolist()
    if high - low <= 1e-9 * max(abs(low), abs(high)):
        half = 1e-3 * abs(low) or 0.5
        return {"edges": [low - half, low + half], "counts": [len(residuals)]}
    edges = np.linspace(low, high, min(RESIDUAL_BINS, max(5, math.isqrt(len(residuals)))) + 1)
    counts, _ = np.histogram(residuals.clip(low, high), bins=edges)
    return {"edges": _rounded(edges), "counts": counts.tolist()}


def _rounded(numbers: Floats) -> list[float]:
    return [float(f"{number:.{_DIGITS}g}") for number in numbers.tolist()]
