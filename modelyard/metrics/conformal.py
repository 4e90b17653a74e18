"""Split conformal prediction: sets and ranges that hold the truth as often as asked, whatever the model. N rows.

What is promised is an average over rows like those that calibrated, and over what those happened to be. C classes.
Source: Angelopoulos and Bates 2023, "Conformal prediction: a gentle introduction"; Vovk, Gammerman and Shafer 2005.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics._metric import Floats, Ints

_ROUNDING = 1e-12  # a score that is the threshold but for rounding is inside


def threshold(scores: Floats, coverage: float) -> float:
    """The score that a new row's exceeds with a chance of at most 1 - coverage; infinite where rows are too few."""
    rank = math.ceil((len(scores) + 1) * coverage - 1e-9)
    return math.inf if rank > len(scores) else float(np.sort(scores)[max(rank, 1) - 1])


def threshold_spread(n: int, coverage: float, confidence: float = 0.95) -> tuple[float, float]:
    """Where the coverage of all future rows lies with that confidence, given `n` rows that calibrated: a beta's.

    Source: Vovk 2012, "Conditional validity of inductive conformal predictors", proposition 2a.
    """
    rank = math.ceil((n + 1) * coverage - 1e-9)
    if rank > n:
        return 1.0, 1.0
    tail = (1 - confidence) / 2
    return _beta_quantile(rank, n + 1 - rank, tail), _beta_quantile(rank, n + 1 - rank, 1 - tail)


def least_ambiguous_scores(probabilities: Floats, labels: Ints) -> Floats:
    """One minus the true class's probability, [N]: sets of these are the smallest on average.

    Source: Sadinle, Lei and Wasserman 2019, "Least ambiguous set-valued classifiers".
    """
    return np.asarray(1 - probabilities[np.arange(len(labels)), labels])


def least_ambiguous_sets(probabilities: Floats, limit: float) -> NDArray[np.bool_]:
    """Which classes are in each row's set, [N, C]."""
    return np.asarray(1 - probabilities <= limit + _ROUNDING)


def adaptive_scores(probabilities: Floats, labels: Ints, draws: Floats) -> Floats:
    """The probability of all classes above the true one, and `draws` [N] in [0, 1] of its own, [N].

    Sets of these are larger where the model is unsure, so that hard rows are covered more alike than by the others.
    Source: Romano, Sesia and Candes 2020, "Classification with valid and adaptive coverage".
    """
    return np.asarray(_above(probabilities, draws)[np.arange(len(labels)), labels])


def adaptive_sets(probabilities: Floats, limit: float, draws: Floats) -> NDArray[np.bool_]:
    """Which classes are in each row's set, [N, C]; the likeliest always is, so that none is empty."""
    inside = _above(probabilities, draws) <= limit + _ROUNDING
    inside[np.arange(len(inside)), probabilities.argmax(axis=1)] = True
    return np.asarray(inside)


def _above(probabilities: Floats, draws: Floats) -> Floats:
    order = np.argsort(-probabilities, axis=1, kind="stable")
    ranked = np.take_along_axis(probabilities, order, axis=1)
    before = np.cumsum(ranked, axis=1) - ranked + draws[:, None] * ranked
    found = np.empty_like(before)
    np.put_along_axis(found, order, before, axis=1)
    return found


class Width:
    """How far off values usually are, by the value predicted: mean absolute errors of bins, joined by lines.

    Dividing errors by it makes ranges wide where the model errs much and narrow where it does not.
    Source: Lei et al. 2018, "Distribution-free predictive inference for regression", section 5.2.
    """

    def __init__(self, predicted: Floats, errors: Floats, bins: int = 10) -> None:
        order = np.argsort(predicted, kind="stable")
        parts = np.array_split(order, max(1, min(bins, len(order) // 20)))
        usual = max(float(errors.mean()), 1e-12)
        centres = np.array([float(predicted[part].mean()) for part in parts])
        widths = np.array([max(float(errors[part].mean()), usual / 10) for part in parts])
        self._at, first = np.unique(centres, return_index=True)
        self._to = widths[first]

    def to_json(self) -> dict[str, list[float]]:
        """The points of the line: `at` these values `to` these usual errors."""
        return {"at": self._at.tolist(), "to": self._to.tolist()}

    def __call__(self, predicted: Floats) -> Floats:
        """The usual error at each value, [N]."""
        return np.asarray(np.interp(predicted, self._at, self._to))


def _beta_quantile(first: int, second: int, share: float) -> float:
    """By bisection of P(Beta(a, b) <= x) = P(Binomial(a + b - 1, x) >= a)."""
    n = first + second - 1
    k = np.arange(first, n + 1)
    table = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, n + 1)))])
    ways = table[n] - table[k] - table[n - k]
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        below = np.exp(ways + k * math.log(middle) + (n - k) * math.log1p(-middle)).sum()
        low, high = (middle, high) if below < share else (low, middle)
    return (low + high) / 2
