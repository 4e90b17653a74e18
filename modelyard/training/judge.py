"""What a training is judged by: the loss and the score of the present weights on the validation split."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from modelyard.training.batches import Examples, Index, evaluation_batches
from modelyard.training.objective import Compute, Outputs

# The score of outputs on the validation split; a higher one is better.
Score = Callable[[Outputs], float]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Mean loss, score (higher is better) and the raw outputs [N, O] that it was computed from."""

    loss: float
    score: float
    outputs: Outputs


class Judge(Protocol):
    """Judges weights. `sign` times a score is the value of `metric`."""

    @property
    def metric(self) -> str:
        """The primary metric's name."""

    @property
    def sign(self) -> float:
        """1 where a higher value of the metric is better, else -1."""

    def judge(self, compute: Compute) -> Judgement:
        """Of the present weights; neither they nor the random state are changed."""

    def seconds(self, compute: Compute) -> float:
        """How long `judge` takes, from a part of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ExampleJudge:
    """Judges by the outputs on encoded examples."""

    examples: Examples
    metric: str
    sign: float
    score: Score

    def judge(self, compute: Compute) -> Judgement:
        """One pass over the examples gives the loss and the outputs."""
        loss, outputs = compute.evaluate(self.examples)
        score = self.score(outputs) if math.isfinite(loss) else -math.inf
        return Judgement(loss, score, outputs)

    def seconds(self, compute: Compute) -> float:
        """From a short, a middle and a long batch."""
        batches = list(evaluation_batches(self.examples, compute.device.type))
        picked = [batches[i] for i in sorted({0, len(batches) // 2, len(batches) - 1})]
        start = time.perf_counter()
        for index in picked:
            compute.forward(self.examples.batch(index))
        seconds = time.perf_counter() - start
        return seconds * sum(map(self._work, batches)) / sum(map(self._work, picked))

    def _work(self, index: Index) -> float:
        lengths = self.examples.lengths
        return float(len(index) if lengths is None else len(index) * int(lengths[index].max()))
