"""Do a group's probabilities mean what they say: in the large, and by bins. N rows; R resamples."""

from __future__ import annotations

import numpy as np

from modelyard.auditing.fairness_figures import Bools, Floats, Interval, Ints
from modelyard.metrics.calibration import BINS
from modelyard.metrics.intervals import wilson


def in_the_large(truth: Bools, probability: Floats, confidence: float) -> tuple[float, Interval]:
    """The mean probability less the share of what is true, with its interval.

    It is the share's by Wilson, for as many rows as the spread of the gaps is worth: where next to nothing, or
    everything, is true in a small group, the gaps' own deviation says next to nothing.
    Source: Korn and Graubard 1998 (effective rows).
    """
    share, gap = float(truth.mean()), probability - truth
    variance = float(gap.var(ddof=1)) if len(gap) > 1 else 0.0
    worth = len(gap) * share * (1 - share) / variance if variance > 0 and 0 < share < 1 else float(len(gap))
    low, high = wilson(share, worth, confidence)
    mean = float(probability.mean())
    return mean - share, (mean - high, mean - low)


def calibration_error(truth: Bools, probability: Floats) -> float:
    """The expected calibration error of a probability over equal-width bins (the number that `metrics` uses)."""
    bins = _bins(probability)
    return float(np.abs(np.bincount(bins, weights=probability - truth, minlength=BINS)).sum() / max(1, len(truth)))


def calibration_chance(probability: Floats, resamples: int = 500, seed: int = 0) -> Floats:
    """The errors that a perfectly calibrated probability would show by chance, [R].

    A bin's sum of gaps is then near normal, with the variance of its answers.
    """
    bins = _bins(probability)
    variance = np.bincount(bins, weights=probability * (1 - probability), minlength=BINS)
    drawn = np.random.default_rng(seed).normal(size=(resamples, BINS)) * np.sqrt(variance)
    return np.asarray(np.abs(drawn).sum(axis=1) / max(1, len(probability)))


def calibration_interval(
    truth: Bools, probability: Floats, confidence: float, resamples: int = 500, seed: int = 0
) -> Interval:
    """The basic bootstrap interval of the calibration error: chance only adds to it, which this takes off again.

    Its lower end is 0 where the error is no larger than chance alone makes it.
    """
    bins = _bins(probability)
    size = np.bincount(bins, minlength=BINS)
    gap = probability - truth
    total = np.bincount(bins, weights=gap, minlength=BINS)
    squares = np.bincount(bins, weights=gap * gap, minlength=BINS)
    # A resample's sum of gaps in a bin is near normal, with the sum and the squares of what it is drawn from.
    drawn = np.random.default_rng(seed).normal(size=(resamples, BINS))
    sums = total + drawn * np.sqrt(np.maximum(squares - total**2 / max(1, size.sum()), 0.0))
    errors = np.abs(sums).sum(axis=1) / max(1, len(truth))
    value = calibration_error(truth, probability)
    low, high = np.quantile(errors, [(1 - confidence) / 2, (1 + confidence) / 2]).tolist()
    if value <= np.quantile(calibration_chance(probability, resamples, seed), (1 + confidence) / 2):
        return 0.0, max(value, 2 * value - low)
    return max(0.0, min(value, 2 * value - high)), max(value, 2 * value - low)


def _bins(probability: Floats) -> Ints:
    # Closed on the right, as in `metrics.calibration`.
    return np.clip(np.ceil(probability * BINS).astype(np.int64) - 1, 0, BINS - 1)
