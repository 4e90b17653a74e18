"""Metrics of preferences. `targets` are the tokens of the chosen and the rejected answer, [N, 2]; `outputs` [N, 2] what
each of them gained: its log-likelihood minus that under the starting model, in nats. Times beta this is the implicit
reward of DPO.

Source: Rafailov et al. 2023, "Direct preference optimization", eq. 5 and section 5.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics import _metric as base
from modelyard.metrics._metric import Floats, Metric, Resampler, Undefined, mean

Array = NDArray[np.generic]


def reward_accuracy(targets: Array, outputs: Array) -> float:
    """The share of pairs whose chosen answer gained more than the rejected one; a tie counts half."""
    return mean(_right(_checked(targets, outputs)[1]))


def reward_margin(targets: Array, outputs: Array) -> float:
    """By how much more the chosen answer gained, in nats a pair."""
    gained = _checked(targets, outputs)[1]
    return mean(gained[:, 0] - gained[:, 1])


class State(base.State):
    """Pairs seen so far."""

    def __init__(self) -> None:
        super().__init__(METRICS)


class PreferenceResampler:
    """Every metric for many bootstrap resamples of pairs at once."""

    cost = 1.0
    names: tuple[str, ...] = ("reward_accuracy", "reward_margin")

    def __init__(self, gained: Floats) -> None:
        self._values = np.stack([_right(gained), gained[:, 0] - gained[:, 1]], axis=1)

    def __call__(self, counts_RN: NDArray[np.int32]) -> dict[str, Floats]:
        """Both metrics, each [R]."""
        means = counts_RN.astype(np.float64) @ self._values / len(self._values)
        return dict(zip(self.names, means.T, strict=True))


def resamplers(targets: Array, outputs: Array) -> tuple[Resampler, ...]:
    """All metrics under resampling. Raises: Undefined for no pairs or figures that are not finite."""
    return (PreferenceResampler(_checked(targets, outputs)[1]),)


def _right(gained: Floats) -> Floats:
    difference = gained[:, 0] - gained[:, 1]
    return np.where(difference > 0, 1.0, np.where(difference == 0, 0.5, 0.0))


def _wrong(targets: Array, outputs: Array) -> Floats:
    return 1.0 - _right(_checked(targets, outputs)[1])


def _checked(targets: Array, outputs: Array) -> tuple[Floats, Floats]:
    tokens, gained = np.asarray(targets, dtype=np.float64), np.asarray(outputs, dtype=np.float64)
    if tokens.shape != gained.shape or gained.ndim != 2 or gained.shape[1] != 2:
        raise ValueError(f"targets and outputs must be [N, 2], not {tokens.shape} and {gained.shape}")
    if not len(gained):
        raise Undefined("there are no pairs")
    if not np.isfinite(gained).all():
        raise Undefined("the model's outputs are not finite")
    return tokens, gained


METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric("reward_accuracy", reward_accuracy, True, low=0, high=1, losses=_wrong),
        Metric("reward_margin", reward_margin, True, unit="nats"),
    )
}
PRIMARY = "reward_accuracy"
STRATIFIED = False
