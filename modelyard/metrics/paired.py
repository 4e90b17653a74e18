"""Is one model better than another on the same examples? Tests of a difference, paired by example."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics._metric import Floats, MetricModule
from modelyard.metrics.intervals import CONFIDENCE, RESAMPLES, resampled, span, wilson

Outcome = Literal["better", "worse", "tie"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """First minus second, in the metric's unit. `outcome` is the first's: it takes direction into account.

    A difference counts where p < 1 - confidence and the interval leaves out 0; all else is a tie. `p_floor` is the
    least p that the bootstrap's resamples can show: a p that equals it is a bound (`words.p_value`).
    """

    value: float
    interval: tuple[float, float]
    p_value: float
    outcome: Outcome
    p_floor: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """As plain JSON (`interval` as [low, high])."""
        return {
            "value": self.value,
            "interval": list(self.interval),
            "p_value": self.p_value,
            "p_floor": self.p_floor,
            "outcome": self.outcome,
        }


def compare(
    module: MetricModule,
    metric: str,
    targets: NDArray[np.generic],
    first: NDArray[np.generic],
    second: NDArray[np.generic],
    *,
    confidence: float = CONFIDENCE,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Difference:
    """Compare two models' outputs by one metric of `module`.

    The interval is a paired bootstrap's. The p-value is McNemar's (mid-p) for a share of right answers, a paired
    permutation test's for a mean of losses, the bootstrap's for every other metric.
    Raises: Undefined when the metric has no value on these examples.
    """
    entry = module.METRICS[metric]
    value = entry.function(targets, first) - entry.function(targets, second)
    floor = 0.0
    if entry.interval == "wilson":
        drawn, p_value = _compare_shares(_right(targets, first), _right(targets, second), resamples, seed)
    else:
        found = resampled(module, targets, first, second, only=metric, resamples=resamples, seed=seed)
        drawn = found[metric][np.isfinite(found[metric])]
        if entry.losses is not None:
            p_value = permutation(entry.losses(targets, first), entry.losses(targets, second), seed=seed)
        else:
            p_value, floor = _bootstrap_p(drawn, value), 2 / (len(drawn) + 1)
    low, high = span(drawn, value, confidence, resamples) if len(drawn) > 1 else (value, value)
    if low == high and entry.interval == "wilson":
        # The resamples cannot differ, but as many unseen examples could as Wilson's interval of none allows.
        unseen = wilson(0.0, len(targets), confidence)[1]
        low, high = max(-1.0, value - unseen), min(1.0, value + unseen)
    interval = (min(low, value), max(high, value))
    outcome: Outcome = "tie"
    if value != 0 and p_value < 1 - confidence and not interval[0] <= 0 <= interval[1]:
        outcome = "better" if (value > 0) == entry.higher_is_better else "worse"
    return Difference(value=value, interval=interval, p_value=p_value, p_floor=floor, outcome=outcome)


def mcnemar(first_right: NDArray[np.bool_], second_right: NDArray[np.bool_]) -> float:
    """Two-sided mid-p of McNemar's exact test: are the examples that only one got right shared evenly?

    Source: Fagerland, Lydersen and Laake 2013, "The McNemar test for binary matched-pairs data", eq. 6.
    """
    only_first = int((first_right & ~second_right).sum())
    only_second = int((~first_right & second_right).sum())
    several, few = only_first + only_second, min(only_first, only_second)
    if only_first == only_second:
        return 1.0 - _binomial(few, several) / 2 if several else 1.0
    tail = math.fsum(_binomial(k, several) for k in range(few + 1))
    return min(1.0, 2 * tail - _binomial(few, several))


def permutation(first_losses: Floats, second_losses: Floats, *, permutations: int = 10_000, seed: int = 0) -> float:
    """Two-sided p-value of a difference in mean loss, by swapping the two models' losses at random examples.

    Large sets get fewer permutations, at least 1,000.
    """
    differences = first_losses - second_losses
    differences = differences[differences != 0]
    if not len(differences):
        return 1.0
    observed = abs(math.fsum(differences.tolist()))
    permutations = max(1000, min(permutations, int(5e7 / len(differences))))
    random = np.random.default_rng(seed)
    rows = max(1, (1 << 20) // len(differences))
    total, extreme = float(differences.sum()), 0
    for done in range(0, permutations, rows):
        count = min(rows, permutations - done)
        bits = np.unpackbits(random.integers(0, 256, (count, -(-len(differences) // 8)), dtype=np.uint8), axis=1)
        swapped = bits[:, : len(differences)].astype(np.float64) @ differences
        # A tie with the observed sum counts, whatever rounding did to it.
        extreme += int((np.abs(total - 2 * swapped) >= observed * (1 - 1e-9)).sum())
    return (extreme + 1) / (permutations + 1)


def _right(targets: NDArray[np.generic], outputs: NDArray[np.generic]) -> NDArray[np.bool_]:
    return np.asarray(np.asarray(outputs).argmax(axis=1) == np.asarray(targets))


def _compare_shares(
    first: NDArray[np.bool_], second: NDArray[np.bool_], resamples: int, seed: int
) -> tuple[Floats, float]:
    """Resampled differences of two shares, [R], and McNemar's p: only the examples that one alone got right matter."""
    alone = np.array([(first & ~second).sum(), (~first & second).sum()])
    shares = np.r_[alone, len(first) - alone.sum()] / len(first)
    drawn = np.random.default_rng(seed).multinomial(len(first), shares, size=resamples)
    return (drawn[:, 0] - drawn[:, 1]) / len(first), mcnemar(first, second)


def _binomial(k: int, n: int) -> float:
    return math.exp(math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1) - n * math.log(2))


def _bootstrap_p(drawn: Floats, value: float) -> float:
    """Twice the share of resampled differences on the other side of 0."""
    if not len(drawn) or value == 0:
        return 1.0
    other = int((drawn <= 0).sum() if value > 0 else (drawn >= 0).sum())
    return min(1.0, 2 * (other + 1) / (len(drawn) + 1))
