"""Does a slice lose more than the rest? Exact tests, and intervals of the difference. N rows."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics.binomial import log_choose
from modelyard.metrics.intervals import wilson

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def worse_p(losses: Floats, rows: Ints, kind: str) -> float:
    """One-sided: do these rows lose more than the rest? Fisher's exact test; of values Wilcoxon's rank sum.

    The rank sum is taken as normal, with its variance under ties and the correction for continuity.
    """
    n, size = len(losses), len(rows)
    if kind == "classification":
        return fisher(int(losses[rows].sum()), size, int(losses.sum()), n)
    ranks = midranks(losses)
    spread = math.sqrt(size * (n - size) / (n - 1) * float(ranks.var()))
    if spread == 0:
        return 1.0
    return 1 - NormalDist().cdf((float(ranks[rows].sum()) - size * float(ranks.mean()) - 0.5) / spread)


def fisher(wrong: int, size: int, all_wrong: int, n: int) -> float:
    """The chance that `size` of `n` rows hold at least `wrong` of the `all_wrong`, were they drawn at random."""
    most = min(size, all_wrong)
    if wrong <= max(0, size + all_wrong - n):
        return 1.0
    k = np.arange(wrong, most + 1)
    terms = log_choose(size, k) + log_choose(n - size, all_wrong - k) - log_choose(n, np.array([all_wrong]))
    return float(min(1.0, np.exp(terms).sum()))


def shares(inside: Floats, outside: Floats, confidence: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Wilson's interval of the slice, and Newcombe's of the difference from the rest.

    Source: Newcombe 1998, "Interval estimation for the difference between independent proportions", method 10.
    """
    first, second = float(inside.mean()), float(outside.mean())
    (low, high), (other_low, other_high) = (
        wilson(float(one.mean()), len(one), confidence) for one in (inside, outside)
    )
    below = math.hypot(first - low, other_high - second)
    above = math.hypot(high - first, second - other_low)
    return (low, high), (first - second - below, first - second + above)


def means(
    inside: Floats, outside: Floats, confidence: float, seed: int, resamples: int = 500
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Percentiles of bootstrap means of the slice, and of their difference from the rest's."""
    random = np.random.default_rng(seed)
    tails = [(1 - confidence) / 2, (1 + confidence) / 2]
    means = [
        np.array([float(one[random.integers(0, len(one), len(one))].mean()) for _ in range(resamples)])
        for one in (inside, outside)
    ]
    low, high = np.quantile(means[0], tails).tolist()
    below, above = np.quantile(means[0] - means[1], tails).tolist()
    return (low, high), (below, above)


def detectable(share: float, size: int, rest: int, tests: int, level: float, power: float = 0.8) -> float:
    """By how much a slice's share of wrong answers must exceed `share` to be shown with that power (normal, rough)."""
    normal = NormalDist()
    total = normal.inv_cdf(1 - level / max(1, tests)) + normal.inv_cdf(power)
    return total * math.sqrt(max(share * (1 - share), 1e-9) * (1 / size + 1 / rest))


def midranks(values: Floats) -> Floats:
    """Ranks from 1, equal values sharing their mean rank."""
    _, back, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[back], dtype=np.float64)
