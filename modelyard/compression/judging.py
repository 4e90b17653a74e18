"""What a compressed model loses on the same rows, and how fast it answers beside the original. N rows; C classes."""

from __future__ import annotations

import time
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from modelyard.core.schema import Rows, row_count, take
from modelyard.metrics._metric import MetricModule
from modelyard.metrics.paired import compare

_ROUNDS, _ROWS = 3, 30


class Answering(Protocol):
    """What timing needs of a predictor."""

    def outputs(self, rows: Rows) -> NDArray[np.float64]:
        """Raw outputs [N, O]."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Loss:
    """How much worse the compressed model is: positive is worse.

    Of a ratio (accuracy) in its own unit; of anything else (an error in the target's unit) as a share of the
    original's value, which `relative` says.
    """

    value: float
    interval: tuple[float, float]
    p_value: float
    relative: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """One variant as measured: `bytes` of its network, `milliseconds` of one answer asked alone, metric and loss.

    `packed_bytes` is its size as a compressed file (deflate), where that is what a variant is for.
    """

    name: str
    bytes: int
    milliseconds: float
    metric: str
    value: float
    loss: Loss
    split: str
    n: int
    packed_bytes: int | None = None

    def to_json(self) -> dict[str, Any]:
        """As plain JSON (intervals as [low, high])."""
        content = asdict(self)
        content["loss"]["interval"] = list(self.loss.interval)
        return content


def loss(
    module: MetricModule,
    metric: str,
    targets: NDArray[np.generic],
    original: NDArray[np.generic],
    compressed: NDArray[np.generic],
    *,
    confidence: float,
    resamples: int,
    seed: int,
) -> Loss:
    """The paired difference of two models' answers: probabilities [N, C], or values [N]."""
    entry = module.METRICS[metric]
    found = compare(
        module, metric, targets, compressed, original, confidence=confidence, resamples=resamples, seed=seed
    )
    value, (low, high) = found.value, found.interval
    if entry.higher_is_better:
        value, low, high = 0.0 - value, 0.0 - high, 0.0 - low  # no minus before a zero
    relative = entry.unit != "1"
    before = abs(entry.function(targets, original)) if relative else 1.0
    scale = 1.0 / before if before else 1.0
    return Loss(
        value=value * scale,
        interval=(low * scale, high * scale),
        p_value=found.p_value,
        relative=relative and before > 0,
    )


def packed_bytes(path: Path) -> int:
    """The file's size when it is deflated."""
    squeeze, total = zlib.compressobj(), 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            total += len(squeeze.compress(block))
    return total + len(squeeze.flush())


def milliseconds(models: Mapping[str, Answering], rows: Rows) -> dict[str, float]:
    """The median time of one answer asked alone, of each model; they take turns, so that all meet the same load."""
    taken: dict[str, list[float]] = {name: [] for name in models}
    count = min(_ROWS, row_count(rows))
    for _ in range(_ROUNDS):
        for i in range(count):
            row = take(rows, [i])
            for name, model in models.items():
                started = time.perf_counter()
                model.outputs(row)
                taken[name].append(1000 * (time.perf_counter() - started))
    return {name: float(f"{float(np.median(times)):.3g}") for name, times in taken.items()}
