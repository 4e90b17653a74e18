"""Figures of a decision by group, with intervals. N rows; G groups.

A difference between groups is the largest less the smallest, a ratio the smallest over the largest. Its interval holds
for every pair of groups at once (each pair at 1 - (1 - confidence) / pairs, Bonferroni), so that its lower end is above
0 on fair data in at most 1 - confidence of the cases, however many groups there are: it is also the test.

Source: Wilson 1927; Newcombe 1998, "Interval estimation for the difference between independent proportions", method 10;
Donner and Zou 2012, "Closed-form confidence intervals for functions of the normal mean and standard deviation"
(the ratio, MOVER-R); Hardt, Price and Srebro 2016, "Equality of opportunity in supervised learning" (equalised odds).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from modelyard.core.registry import needing

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Interval = tuple[float, float]
_PAIRS = 1 << 20  # of groups that are looked at together


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
    below, above = _differences(share, low, high)
    top = float(share.max())
    return Spread(
        difference=top - float(share.min()),
        difference_interval=(below, min(1.0, above)),
        ratio=float(share.min() / top) if top > 0 else 1.0,
        ratio_interval=_ratios(share, low, high),
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


def mean_intervals(numbers: Floats, codes: Ints, groups: int, confidence: float) -> tuple[Floats, Floats]:
    """The mean of each group [G] and the half width of Student's interval; infinite below two numbers."""
    with needing("fairness of values"):
        from scipy.stats import t
    size = np.bincount(codes, minlength=groups)
    mean = np.bincount(codes, weights=numbers, minlength=groups) / np.maximum(size, 1)
    squares = np.bincount(codes, weights=(numbers - mean[codes]) ** 2, minlength=groups)
    several = size > 1
    free = np.maximum(size - 1, 1)
    half = t.ppf((1 + confidence) / 2, free) * np.sqrt(squares / free / np.maximum(size, 1))
    return mean, np.where(several, half, np.inf)


def mean_interval(numbers: Floats, confidence: float) -> tuple[float, float]:
    """A mean and the half width of Student's interval; infinite below two numbers."""
    mean, half = mean_intervals(numbers, np.zeros(len(numbers), dtype=np.int64), 1, confidence)
    return float(mean[0]), float(half[0])


def mean_spread(
    errors: Floats, codes: Ints, judged: Bools, confidence: float
) -> tuple[float, Interval, int, int] | None:
    """The largest less the smallest mean of groups, its interval as above, and which groups; None below two groups.

    Source: Zou and Donner 2008, "Construction of confidence limits about effect measures" (of two means' limits).
    """
    at = np.flatnonzero(judged)
    if len(at) < 2:
        return None
    pairs = len(at) * (len(at) - 1) / 2
    means, halves = mean_intervals(errors, codes, len(judged), 1 - (1 - confidence) / pairs)
    mean, half = means[at], halves[at]
    interval = _differences(mean, mean - half, mean + half)
    return float(np.ptp(mean)), interval, int(at[mean.argmin()]), int(at[mean.argmax()])


def _differences(values: Floats, low: Floats, high: Floats) -> Interval:
    """Of the largest less the smallest: the largest of the pairs' lower ends, and of their upper ends (MOVER)."""
    below, above = 0.0, 0.0  # a group is as far from itself
    for part in _runs(len(values)):
        gap = values[part, None] - values[None, :]
        down = np.hypot((values - low)[part, None], (high - values)[None, :])
        up = np.hypot((high - values)[part, None], (values - low)[None, :])
        own = np.arange(len(gap)), np.arange(len(values))[part]
        down[own] = up[own] = 0.0
        below, above = max(below, float((gap - down).max())), max(above, float((gap + up).max()))
    return below, above


def _ratios(share: Floats, low: Floats, high: Floats) -> Interval:
    """Of the smallest over the largest share: the least of the pairs' lower ends, and of their upper ends."""
    lower, upper = low * (2 * share - low), high * (2 * share - high)
    there = lower > 0
    least, most = 1.0, 1.0
    for part in _runs(len(share)):
        product = share[part, None] * share[None, :]
        whole = product + np.sqrt(np.maximum(0.0, product**2 - lower[part, None] * upper[None, :]))
        under = np.where(whole > 0, lower[part, None] / np.where(whole > 0, whole, 1.0), 0.0)
        whole = product + np.sqrt(np.maximum(0.0, product**2 - upper[part, None] * lower[None, :]))
        over = np.where(there, whole / np.where(there, lower, 1.0), np.inf)
        own = np.arange(len(under)), np.arange(len(share))[part]
        under[own] = over[own] = 1.0
        least, most = min(least, float(under.min())), min(most, float(over.min()))
    return least, most


def _runs(count: int) -> Iterator[slice]:
    """Runs of so many groups that their pairs with all others fit in memory."""
    step = max(1, _PAIRS // count)
    return (slice(start, start + step) for start in range(0, count, step))
