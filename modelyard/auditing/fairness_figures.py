"""Figures of a decision by group, with intervals. N rows; G groups.

A difference between groups is the largest less the smallest, a ratio the smallest over the largest. Its interval holds
for every pair of groups at once (each pair at 1 - (1 - confidence) / pairs, Bonferroni), so that its lower end is above
0 on fair data in at most 1 - confidence of the cases, however many groups there are: it is also the test.

Source: Wilson 1927; Newcombe 1998, "Interval estimation for the difference between independent proportions", method 10;
Donner and Zou 2012, "Closed-form confidence intervals for functions of the normal mean and standard deviation"
(the ratio, MOVER-R); Hardt, Price and Srebro 2016, "Equality of opportunity in supervised learning" (equalised odds).
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics.calibration import BINS

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Interval = tuple[float, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rate:
    """A share of each group: `hits` of `of`, [G]."""

    hits: Floats
    of: Floats

    @property
    def values(self) -> Floats:
        """The shares, NaN where there is nothing to take a share of."""
        return np.where(self.of > 0, self.hits / np.maximum(self.of, 1.0), np.nan)

    def interval(self, group: int, confidence: float) -> Interval:
        """Wilson's interval of one group's share."""
        low, high = wilson(self.hits[group : group + 1], self.of[group : group + 1], confidence)
        return float(low[0]), float(high[0])


@dataclass(frozen=True, kw_only=True, slots=True)
class Spread:
    """How far groups are apart: `lowest` and `highest` are their numbers."""

    difference: float
    difference_interval: Interval
    ratio: float
    ratio_interval: Interval
    lowest: int
    highest: int

    @property
    def apart(self) -> bool:
        """Whether the groups differ at the confidence asked for."""
        return self.difference_interval[0] > 0


def rates(codes: Ints, groups: int, truth: Bools, chosen: Bools) -> dict[str, Rate]:
    """Every rate of a yes-or-no decision by group: `chosen` [N] is the model's favourable answer, `truth` what was."""

    def count(mask: Bools) -> Floats:
        return np.bincount(codes[mask], minlength=groups).astype(np.float64)

    every = np.ones(len(codes), dtype=bool)
    size, positive, selected = count(every), count(truth), count(chosen)
    both = count(truth & chosen)
    return {
        "selection_rate": Rate(hits=selected, of=size),
        "true_positive_rate": Rate(hits=both, of=positive),
        "false_positive_rate": Rate(hits=selected - both, of=size - positive),
        "precision": Rate(hits=both, of=selected),
        "accuracy": Rate(hits=count(truth == chosen), of=size),
    }


def wilson(hits: Floats, of: Floats, confidence: float) -> tuple[Floats, Floats]:
    """Wilson's intervals of many shares; [0, 1] where there is nothing to take a share of."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    size = np.maximum(of, 1e-12)
    share = hits / size
    centre = (share + z * z / (2 * size)) / (1 + z * z / size)
    half = z / (1 + z * z / size) * np.sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    low, high = np.clip(centre - half, 0, share), np.clip(centre + half, share, 1)
    return np.where(of > 0, low, 0.0), np.where(of > 0, high, 1.0)


def spread(rate: Rate, judged: Bools, confidence: float) -> Spread | None:
    """Over the groups that are `judged` [G]; None where fewer than two are."""
    at = np.flatnonzero(judged & (rate.of > 0))
    if len(at) < 2:
        return None
    share = rate.values[at]
    pairs = len(at) * (len(at) - 1) / 2
    low, high = wilson(rate.hits[at], rate.of[at], 1 - (1 - confidence) / pairs)
    lowest, highest = int(share.argmin()), int(share.argmax())
    difference, below, above = _differences(share, low, high)
    under, over = _ratios(share, low, high)
    top = float(share.max())
    return Spread(
        difference=difference,
        difference_interval=(max(0.0, below), min(1.0, above)),
        ratio=float(share.min() / top) if top > 0 else 1.0,
        ratio_interval=(under, over),
        lowest=int(at[lowest]),
        highest=int(at[highest]),
    )


def worst(first: Spread | None, second: Spread | None) -> Spread | None:
    """The larger difference and the smaller ratio of two (equalised odds); both must have been found at half the error.

    The interval of a maximum of two: the larger of their ends.
    """
    if first is None or second is None:
        return None  # odds of one kind alone are not equalised odds
    large = first if first.difference >= second.difference else second
    return Spread(
        difference=large.difference,
        difference_interval=(
            max(first.difference_interval[0], second.difference_interval[0]),
            max(first.difference_interval[1], second.difference_interval[1]),
        ),
        ratio=min(first.ratio, second.ratio),
        ratio_interval=(
            min(first.ratio_interval[0], second.ratio_interval[0]),
            min(first.ratio_interval[1], second.ratio_interval[1]),
        ),
        lowest=large.lowest,
        highest=large.highest,
    )


def mean_interval(numbers: Floats, confidence: float) -> tuple[float, float]:
    """A mean and the half width of its interval (normal; NaN below two numbers)."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    half = z * float(numbers.std(ddof=1)) / len(numbers) ** 0.5 if len(numbers) > 1 else np.nan
    return float(numbers.mean()), half


def mean_spread(
    errors: Floats, codes: Ints, judged: Bools, confidence: float
) -> tuple[float, Interval, int, int] | None:
    """The largest less the smallest mean of groups, its interval as above, and which groups; None below two groups."""
    at = np.flatnonzero(judged)
    if len(at) < 2:
        return None
    z = NormalDist().inv_cdf(1 - (1 - confidence) / (len(at) * (len(at) - 1)))
    parts = [errors[codes == group] for group in at]
    mean = np.array([part.mean() for part in parts])
    variance = np.array([part.var(ddof=1) / len(part) for part in parts])
    gap = mean[:, None] - mean[None, :]
    half = z * np.sqrt(variance[:, None] + variance[None, :])
    np.fill_diagonal(half, 0.0)
    interval = (max(0.0, float((gap - half).max())), float((gap + half).max()))
    return float(gap.max()), interval, int(at[mean.argmin()]), int(at[mean.argmax()])


def calibration_error(truth: Bools, probability: Floats) -> float:
    """The expected calibration error of a probability over equal-width bins (the number that `metrics` uses)."""
    bins = np.clip(np.ceil(probability * BINS).astype(np.int64) - 1, 0, BINS - 1)
    return float(np.abs(np.bincount(bins, weights=probability - truth, minlength=BINS)).sum() / max(1, len(truth)))


def calibration_chance(probability: Floats, resamples: int = 500, seed: int = 0) -> Floats:
    """The errors that a perfectly calibrated probability would show by chance, [R].

    A bin's sum of gaps is then near normal, with the variance of its answers.
    """
    bins = np.clip(np.ceil(probability * BINS).astype(np.int64) - 1, 0, BINS - 1)
    variance = np.bincount(bins, weights=probability * (1 - probability), minlength=BINS)
    drawn = np.random.default_rng(seed).normal(size=(resamples, BINS)) * np.sqrt(variance)
    return np.asarray(np.abs(drawn).sum(axis=1) / max(1, len(probability)))


def calibration_interval(
    truth: Bools, probability: Floats, confidence: float, resamples: int = 500, seed: int = 0
) -> Interval:
    """The basic bootstrap interval of the calibration error: chance only adds to it, which this takes off again.

    Its lower end is 0 where the error is no larger than chance alone makes it.
    """
    bins = np.clip(np.ceil(probability * BINS).astype(np.int64) - 1, 0, BINS - 1)
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


def _differences(share: Floats, low: Floats, high: Floats) -> tuple[float, float, float]:
    gap = share[:, None] - share[None, :]
    down = np.sqrt((share - low)[:, None] ** 2 + (high - share)[None, :] ** 2)
    up = np.sqrt((high - share)[:, None] ** 2 + (share - low)[None, :] ** 2)
    np.fill_diagonal(down, 0.0)
    np.fill_diagonal(up, 0.0)
    return float(gap.max()), float((gap - down).max()), float((gap + up).max())


def _ratios(share: Floats, low: Floats, high: Floats) -> Interval:
    """Of the smallest over the largest share: the least of the pairs' lower ends, and of their upper ends."""
    product = share[:, None] * share[None, :]
    lower, upper = low * (2 * share - low), high * (2 * share - high)
    root = np.sqrt(np.maximum(0.0, product**2 - lower[:, None] * upper[None, :]))
    whole = product + root
    under = np.where(whole > 0, lower[:, None] / np.where(whole > 0, whole, 1.0), 0.0)
    root = np.sqrt(np.maximum(0.0, product**2 - upper[:, None] * lower[None, :]))
    there = lower[None, :] > 0
    over = np.where(there, (product + root) / np.where(there, lower[None, :], 1.0), np.inf)
    np.fill_diagonal(under, 1.0)
    np.fill_diagonal(over, 1.0)
    return min(1.0, float(under.min())), min(1.0, float(over.min()))
