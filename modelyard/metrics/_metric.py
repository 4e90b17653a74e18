"""What a metric is, when it has no value, and the state that merges over shards. N examples; C classes; R resamples."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Undefined(ValueError):
    """The metric has no value on these examples; the message is the reason. It is then left out, never NaN."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure of merit: `function(targets [N], outputs)`, where outputs are probabilities [N, C] or values [N].

    `unit` is "1" for a ratio, "target" for the target's own unit, "target^2" for its square.
    `interval` says how its interval is found: `percentile` of bootstrap resamples; `basic` mirrors them about the
    value, for a metric whose resamples are biased (a calibration error only grows with noise), and `null(outputs, R,
    seed)` then gives the values that chance alone would show were the true one the best; `wilson` is Wilson's
    for a share of the examples. `losses` gives what each example adds, [N], where the metric rises and falls with
    their mean: a permutation test then needs no resampling of the metric.
    """

    name: str
    function: Callable[[NDArray[np.generic], NDArray[np.generic]], float]
    higher_is_better: bool
    unit: str = "1"
    interval: Literal["percentile", "basic", "wilson"] = "percentile"
    low: float = -math.inf
    high: float = math.inf
    losses: Callable[[NDArray[np.generic], NDArray[np.generic]], Floats] | None = None
    null: Callable[[NDArray[np.generic], int, int], Floats] | None = None


class Resampler(Protocol):
    """Several metrics at once, for R resamples given as how often each example was drawn.

    `names` are the metrics it answers with; `cost` is about how many passes over the weights a resample takes.
    """

    names: tuple[str, ...]
    cost: float

    def __call__(self, counts_RN: NDArray[np.int32]) -> dict[str, Floats]:
        """The metrics' values, each [R]; NaN where one has none. Every row of `counts_RN` sums to N."""


class MetricModule(Protocol):
    """What a metric module offers. `STRATIFIED`: resamples keep the number of examples of each target value."""

    METRICS: dict[str, Metric]
    PRIMARY: str
    STRATIFIED: bool

    def resamplers(self, targets: NDArray[np.generic], outputs: NDArray[np.generic], /) -> tuple[Resampler, ...]:
        """All metrics under resampling. Raises: Undefined for no examples or outputs that are not finite."""


class State:
    """The examples seen so far: exact over any sharding, because every sum of a metric is correctly rounded."""

    def __init__(self, metrics: Mapping[str, Metric]) -> None:
        self.metrics = metrics
        self._targets: list[NDArray[np.generic]] = []
        self._outputs: list[NDArray[np.generic]] = []

    def __len__(self) -> int:
        return sum(map(len, self._targets))

    def update(self, targets: NDArray[np.generic], outputs: NDArray[np.generic]) -> None:
        """Add examples. Raises: ValueError when the two have different lengths."""
        if len(targets) != len(outputs):
            raise ValueError(f"{len(targets)} targets for {len(outputs)} outputs")
        if len(targets):
            self._targets.append(np.asarray(targets))
            self._outputs.append(np.asarray(outputs))

    def merge(self, other: State) -> None:
        """Add the examples of another shard."""
        self._targets += other._targets
        self._outputs += other._outputs

    def result(self) -> dict[str, float]:
        """Every metric that has a value on these examples."""
        return self.evaluate()[0]

    def evaluate(self) -> tuple[dict[str, float], dict[str, str]]:
        """The values by name, and the reasons by name for the metrics that have none."""
        if not self._targets:
            return {}, dict.fromkeys(self.metrics, "there are no examples")
        return evaluate(self.metrics, np.concatenate(self._targets), np.concatenate(self._outputs))


def evaluate(
    metrics: Mapping[str, Metric], targets: NDArray[np.generic], outputs: NDArray[np.generic]
) -> tuple[dict[str, float], dict[str, str]]:
    """The values by name, and the reasons by name for the metrics that have none."""
    values: dict[str, float] = {}
    reasons: dict[str, str] = {}
    for name, metric in metrics.items():
        try:
            values[name] = metric.function(targets, outputs)
        except Undefined as reason:
            reasons[name] = str(reason)
    return values, reasons


def mean(values: Floats) -> float:
    """The correctly rounded sum over the count: the same whatever the order."""
    return math.fsum(values.tolist()) / len(values)
