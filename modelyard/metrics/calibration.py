"""Do probabilities mean what they say: reliability bins, and one temperature that mends them. N examples; C classes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics._metric import Floats, Ints

BINS = 15
LOWEST, HIGHEST = 0.05, 20.0  # of a temperature


@dataclass(frozen=True, kw_only=True, slots=True)
class ReliabilityBin:
    """Examples of similar confidence: their mean confidence, the share answered right, and how many they are."""

    confidence: float
    accuracy: float
    count: int


def fit_temperature(logits: NDArray[np.floating], labels: NDArray[np.integer]) -> float:
    """The T in [0.05, 20] for which softmax(logits [N, C] / T) has the least log-loss on `labels` [N].

    The log-loss is convex in 1/T; Newton steps, halved into a bracket, find its minimum. Returns 1 (no change) where
    no finite T is best: no examples, one class, logits equal in every row, or every label already on the largest
    logit (the log-loss then falls without end as T falls, which is no evidence for a T).
    Source: Guo et al. 2017, "On calibration of modern neural networks", section 4.2.
    """
    scores = np.asarray(logits, dtype=np.float64)
    if not np.isfinite(scores).all():
        raise ValueError("logits must be finite")
    if not scores.size or scores.shape[1] < 2:
        return 1.0
    scores = scores - scores.max(axis=1, keepdims=True)
    chosen = scores[np.arange(len(scores)), np.asarray(labels, dtype=np.int64)]
    if (chosen == 0).all():
        return 1.0
    low, high, inverse = 1 / HIGHEST, 1 / LOWEST, 1.0
    for _ in range(100):
        slope, curvature = _derivatives(scores, chosen, inverse)
        if slope > 0:
            high = inverse
        else:
            low = inverse
        following = inverse - slope / curvature if curvature > 0 else low
        if not low < following < high:
            following = (low + high) / 2
        if abs(following - inverse) <= 1e-13 * inverse:
            break
        inverse = following
    return float(np.clip(1 / inverse, LOWEST, HIGHEST))


def reliability(targets: Ints, probabilities: Floats) -> list[ReliabilityBin]:
    """The 15 equal-width bins of the most probable class's probability, empty ones left out."""
    confidence, right, bins = _confidence(targets, probabilities)
    found = []
    for index in np.unique(bins):
        inside = bins == index
        found.append(
            ReliabilityBin(
                confidence=float(confidence[inside].mean()),
                accuracy=float(right[inside].mean()),
                count=int(inside.sum()),
            )
        )
    return found


def calibration_gaps(targets: Ints, probabilities: Floats) -> tuple[Floats, Ints]:
    """Confidence minus being right, [N], and each example's bin, [N]."""
    confidence, right, bins = _confidence(targets, probabilities)
    return confidence - right, bins


def chance_errors(probabilities: NDArray[np.generic], resamples: int, seed: int) -> Floats:
    """The calibration errors that a perfectly calibrated model with these probabilities would show by chance, [R].

    The sum of a bin's gaps is then near normal, with the variance of its right and wrong answers.
    """
    probable = np.asarray(probabilities, dtype=np.float64)
    confidence = probable.max(axis=1)
    bins = _bins(confidence)
    variance = np.bincount(bins, weights=confidence * (1 - confidence).clip(0), minlength=BINS)
    drawn = np.random.default_rng(seed).normal(size=(resamples, BINS)) * np.sqrt(variance)
    return np.asarray(np.abs(drawn).sum(axis=1) / len(probable))


def _bins(confidence: Floats) -> Ints:
    # Closed on the right: a confidence of exactly 1 belongs to the last bin.
    return np.clip(np.ceil(confidence * BINS).astype(np.int64) - 1, 0, BINS - 1)


def _confidence(targets: Ints, probabilities: Floats) -> tuple[Floats, NDArray[np.bool_], Ints]:
    confidence = probabilities.max(axis=1)
    return confidence, probabilities.argmax(axis=1) == targets, _bins(confidence)


def _derivatives(scores: Floats, chosen: Floats, inverse: float) -> tuple[float, float]:
    """First and second derivative of the mean log-loss in 1/T."""
    weights = np.exp(inverse * scores)
    total = weights.sum(axis=1)
    first = (weights * scores).sum(axis=1) / total
    second = (weights * scores**2).sum(axis=1) / total - first**2
    return float((first - chosen).mean()), float(second.mean())
