"""Exact probabilities of counts: a binomial's upper tail, and the interval of a share."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics._metric import Floats


def clopper_pearson(count: int, of: int, confidence: float) -> tuple[float, float]:
    """The exact interval of a share: never less sure than `confidence`.

    Source: Clopper and Pearson 1934, by bisection of the binomial tails.
    """
    tail = (1 - confidence) / 2
    low = 0.0 if count == 0 else _bisect(lambda p: upper_tail(count, of, p) < tail)
    high = 1.0 if count == of else _bisect(lambda p: 1 - upper_tail(count + 1, of, p) >= tail)
    return low, high


def upper_tail(count: int, of: int, share: float) -> float:
    """The chance of at least `count` of `of` where each has the chance `share`."""
    if count <= 0:
        return 1.0
    if share <= 0 or count > of:
        return 0.0
    if share >= 1:
        return 1.0
    k = np.arange(count, of + 1)
    terms = log_choose(of, k) + k * math.log(share) + (of - k) * math.log1p(-share)
    return float(min(1.0, np.exp(terms).sum()))


def log_choose(n: int, k: NDArray[np.int64]) -> Floats:
    """Logarithms of the numbers of ways to take each `k` of n."""
    table = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, n + 1)))])
    return np.asarray(table[n] - table[k] - table[n - k])


def _bisect(is_low: Callable[[float], bool]) -> float:
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if is_low(middle) else (low, middle)
    return (low + high) / 2
