"""A learning curve from small trainings, carried on to all of the data and to ten times as much, with an interval.

The error of n examples is e + b n^-c: what no data mends, and a power of the number of examples. Four sizes cannot
tell three unknowns apart, so the answer is the whole of what the measurements allow: e and c are weighed over a grid by
how well they explain them (b is then the best one), and an interval holds 90 % of the weight.
Source: Hestness et al. 2017, "Deep learning scaling is predictable, empirically" (the form; exponents of 0.07 to 0.35
on language, images and speech); Viering & Loog 2022, "The shape of learning curves", section 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.planning.quote import Band

SHARES = (0.01, 0.02, 0.04, 0.08)
EXPONENTS = np.linspace(0.03, 1.2, 79)
FLOORS = np.linspace(0.0, 0.98, 50)  # of the smallest error measured
# How improbable an exponent is beforehand: most published ones lie between 0.1 and 0.6.
_USUAL, _SPREAD = 0.35, 0.3
# Scatter of a training from the smooth curve, as a share of its error, beside the sampling of the validation rows.
SCATTER = 0.05
TAIL = 0.04  # at either end: with it, nine of ten intervals held the truth of simulated curves


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One training: examples, its error on held-out data (lower is better), and that error's standard error."""

    examples: int
    error: float
    deviation: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Curve:
    """The weighed grid. `metric` names the error; `points` are what it rests on."""

    metric: str
    points: tuple[Point, ...]
    exponent: float
    weights: NDArray[np.float64]
    floors: NDArray[np.float64]
    factors: NDArray[np.float64]

    def at(self, examples: float) -> Band:
        """The error with so many examples: the median and the range of nine in ten."""
        errors = self.floors + self.factors * examples ** -EXPONENTS[None, :]
        return _quantiles(errors.ravel(), self.weights.ravel())

    def gain(self, examples: float, times: float = 10.0) -> Band:
        """By how much the error falls with `times` as many examples."""
        now, then = (self.floors + self.factors * (k * examples) ** -EXPONENTS[None, :] for k in (1.0, times))
        return _quantiles((now - then).ravel(), self.weights.ravel())

    def to_json(self, examples: int) -> dict[str, Any]:
        """What a quote keeps of it, for a training on so many examples."""
        return {
            "metric": self.metric,
            "points": [asdict(point) for point in self.points],
            "exponent": self.exponent,
            "examples": examples,
            "expected": asdict(self.at(examples)),
            "ten_times": asdict(self.at(10 * examples)),
            "gain_of_ten_times": asdict(self.gain(examples)),
        }


def fit(points: Sequence[Point], *, metric: str = "error") -> Curve:
    """The curve through some trainings of growing size.

    Raises: DataError for fewer than three sizes: they allow any curve.
    """
    if len({point.examples for point in points}) < 3:
        raise DataError(
            "a learning curve needs trainings of at least three sizes", got=len(points), remedy="Use more of the data."
        )
    n = np.array([point.examples for point in points], dtype=np.float64)
    errors = np.array([max(point.error, 1e-9) for point in points])
    deviations = np.sqrt(np.array([point.deviation for point in points]) ** 2 + (SCATTER * errors) ** 2)
    floors = np.broadcast_to((FLOORS * errors.min())[:, None], (len(FLOORS), len(EXPONENTS)))
    falling = n[:, None] ** -EXPONENTS[None, :]
    scale = 1 / deviations**2
    # The best factor of each (floor, exponent), by weighted least squares; one that rises with data is no curve.
    rest = errors[:, None, None] - floors[None]
    factors = (scale[:, None, None] * falling[:, None, :] * rest).sum(0) / (scale[:, None] * falling**2).sum(0)[None]
    factors = np.maximum(factors, 0.0)
    misses = ((rest - factors[None] * falling[:, None, :]) ** 2 * scale[:, None, None]).sum(0)
    prior = ((EXPONENTS - _USUAL) / _SPREAD)[None, :] ** 2
    logs = -(misses + prior) / 2
    weights = np.exp(logs - logs.max())
    weights = weights / weights.sum()
    middle = _quantiles(np.broadcast_to(EXPONENTS, weights.shape).ravel(), weights.ravel())
    return Curve(
        metric=metric,
        points=tuple(points),
        exponent=float(middle.value),
        weights=weights,
        floors=np.asarray(floors),
        factors=factors,
    )


def _quantiles(values: NDArray[np.float64], weights: NDArray[np.float64]) -> Band:
    order = np.argsort(values)
    summed = np.cumsum(weights[order])
    low, middle, high = (
        float(values[order][min(len(values) - 1, int(np.searchsorted(summed, q)))]) for q in (TAIL, 0.5, 1 - TAIL)
    )
    return Band(value=middle, low=low, high=high)
