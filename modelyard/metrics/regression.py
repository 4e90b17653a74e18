"""Regression metrics. `targets` and `values` are [N], in the target's own unit; a constant target has no R2.

A metric that has no value on a split raises Undefined with the reason; none is ever NaN.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics import _metric as base
from modelyard.metrics._metric import Floats, Metric, Resampler, Undefined, mean

Array = NDArray[np.generic]


def mse(targets: Array, values: Array) -> float:
    """Mean squared error."""
    true, predicted = _checked(targets, values)
    return mean((true - predicted) ** 2)


def rmse(targets: Array, values: Array) -> float:
    """Root of the mean squared error."""
    return math.sqrt(mse(targets, values))


def mae(targets: Array, values: Array) -> float:
    """Mean absolute error."""
    true, predicted = _checked(targets, values)
    return mean(np.abs(true - predicted))


def median_ae(targets: Array, values: Array) -> float:
    """Median absolute error."""
    true, predicted = _checked(targets, values)
    return float(np.median(np.abs(true - predicted)))


def r2(targets: Array, values: Array) -> float:
    """The share of the target's variance that is explained; below 0 it is worse than the mean.

    Raises: Undefined for fewer than two examples or a constant target.
    """
    true, predicted = _checked(targets, values)
    if len(true) < 2:
        raise Undefined("there is only one example")
    if (true == true[0]).all():
        raise Undefined("the target is constant")
    return 1 - mean((true - predicted) ** 2) / mean((true - mean(true)) ** 2)


def mape(targets: Array, values: Array) -> float:
    """Mean absolute error as a share of the target.

    Raises: Undefined where a target is 0 (scikit-learn divides by 2.2e-16 there and answers with an absurd figure).
    """
    true, predicted = _checked(targets, values)
    zeros = int((true == 0).sum())
    if zeros:
        raise Undefined(f"the target is 0 in {zeros:,} {'row' if zeros == 1 else 'rows'}")
    return mean(np.abs((true - predicted) / true))


class State(base.State):
    """Targets and predicted values seen so far."""

    def __init__(self) -> None:
        super().__init__(METRICS)


class RegressionResampler:
    """Every regression metric for many bootstrap resamples at once, from targets [N] and values [N]."""

    cost = 2.0

    def __init__(self, targets: Floats, values: Floats) -> None:
        errors = np.abs(targets - values)
        self._constant = bool((targets == targets[0]).all())
        self._zero = bool((targets == 0).any())
        centred = targets - targets.mean()
        relative = errors / np.where(targets == 0, 1, np.abs(targets))
        self._linear = np.stack([errors**2, errors, relative, centred, centred**2], axis=1)
        self._order = np.argsort(errors, kind="stable")
        self._ranked = errors[self._order]
        self.names: tuple[str, ...] = tuple(self(np.ones((1, len(targets)), dtype=np.int32)))

    def __call__(self, counts_RN: NDArray[np.int32]) -> dict[str, Floats]:
        """Every metric that has a value on the examples, each [R]; R2 is NaN where a resample's target is constant."""
        size = counts_RN.shape[1]
        square, absolute, relative, first, second = (counts_RN.astype(np.float64) @ self._linear / size).T
        values = {"mse": square, "rmse": np.sqrt(square), "mae": absolute, "median_ae": self._medians(counts_RN)}
        if not self._zero:
            values["mape"] = relative
        if not self._constant:
            spread = second - first**2
            # Below rounding error a resample's target is constant.
            varies = spread > 1e-12 * second.max(initial=0)
            values["r2"] = 1 - np.divide(square, spread, out=np.full_like(square, np.nan), where=varies)
        return values

    def _medians(self, counts_RN: NDArray[np.int32]) -> Floats:
        size = counts_RN.shape[1]
        reached = np.cumsum(counts_RN.take(self._order, axis=1), axis=1, dtype=np.int32)
        low = (reached < (size + 1) // 2).sum(1)
        high = (reached < size // 2 + 1).sum(1)
        return (self._ranked[low] + self._ranked[high]) / 2  # type: ignore[no-any-return]


def resamplers(targets: Array, values: Array) -> tuple[Resampler, ...]:
    """All metrics under resampling. Raises: Undefined for no examples or outputs that are not finite."""
    return (RegressionResampler(*_checked(targets, values)),)


def _square_losses(targets: Array, values: Array) -> Floats:
    true, predicted = _checked(targets, values)
    return (true - predicted) ** 2


def _absolute_losses(targets: Array, values: Array) -> Floats:
    true, predicted = _checked(targets, values)
    return np.abs(true - predicted)


def _checked(targets: Array, values: Array) -> tuple[Floats, Floats]:
    true = np.asarray(targets, dtype=np.float64)
    predicted = np.asarray(values, dtype=np.float64)
    if predicted.ndim == 2 and predicted.shape[1] == 1:
        predicted = predicted[:, 0]
    if true.ndim != 1 or true.shape != predicted.shape:
        raise ValueError(f"targets and values must be [N], not {true.shape} and {predicted.shape}")
    if not len(true):
        raise Undefined("there are no examples")
    if not np.isfinite(predicted).all() or not np.isfinite(true).all():
        raise Undefined("the targets or the model's outputs are not finite")
    return true, predicted


METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric("rmse", rmse, False, unit="target", low=0, losses=_square_losses),
        Metric("mae", mae, False, unit="target", low=0, losses=_absolute_losses),
        Metric("median_ae", median_ae, False, unit="target", low=0),
        Metric("mse", mse, False, unit="target^2", low=0, losses=_square_losses),
        Metric("r2", r2, True, high=1),
        Metric("mape", mape, False, low=0),
    )
}
PRIMARY = "rmse"
STRATIFIED = False
