"""Confidence intervals by the bootstrap, all metrics of a module from the same resamples.

N examples; R resamples. Source: Efron and Tibshirani 1993, "An introduction to the bootstrap", chapters 13 and 14;
Wilson 1927 for a share.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics._counts import Counts
from modelyard.metrics._metric import Floats, Metric, MetricModule, Undefined, evaluate

CONFIDENCE = 0.95
RESAMPLES = 1000
# Passes over an example: more (many rows times many classes) get fewer resamples, then no bootstrap at all.
_WORK, _MOST_WORK = 1e9, 3e9  # about 2 ns each
_FEWEST = 200
_DRAW = 4.0  # passes that drawing a resample takes
# Below this many resamples, tail percentiles are noise and their standard deviation is the better guide.
_ENOUGH = 500
_CHUNK = 1 << 17  # counts at a time: more than the processor's cache holds takes twice as long


@dataclass(frozen=True, kw_only=True, slots=True)
class Estimate:
    """A metric's value with its interval; `reason` says why it has none."""

    value: float
    interval: tuple[float, float] | None
    reason: str = ""


def estimates(
    module: MetricModule,
    targets: NDArray[np.generic],
    outputs: NDArray[np.generic],
    *,
    confidence: float = CONFIDENCE,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> tuple[dict[str, Estimate], dict[str, str]]:
    """Every metric of `module` with its interval, and the reasons by name for the metrics without a value.

    The interval holds the value; it is for the class sizes of these very examples. Where all resamples agree
    (everything right, say), a bounded ratio gets the Wilson interval of as many examples as the classes' sizes are
    worth, and any other metric none.
    """
    values, reasons = evaluate(module.METRICS, targets, outputs)
    try:
        drawn = resampled(module, targets, outputs, resamples=resamples, seed=seed)
    except Undefined:
        drawn = {}
    worth = _effective_size(targets) if module.STRATIFIED else len(targets)
    found = {}
    for name, value in values.items():
        metric = module.METRICS[name]
        if metric.interval == "wilson":
            found[name] = Estimate(value=value, interval=wilson(value, len(targets), confidence))
        else:
            chance = metric.null(outputs, resamples, seed) if metric.null else None
            found[name] = _estimate(metric, value, drawn.get(name, np.zeros(0)), confidence, resamples, worth, chance)
    return found, reasons


def resampled(
    module: MetricModule,
    targets: NDArray[np.generic],
    *outputs: NDArray[np.generic],
    only: str | None = None,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> dict[str, Floats]:
    """The metrics on bootstrap resamples, each [R]; for two outputs the differences first - second, paired by example.

    `only` asks for one metric, and gets those that are found together with it. A metric whose resampling would take
    too long has fewer resamples, or is left out; one that is asked for by itself is never left out.
    """
    order = np.argsort(targets, kind="stable") if module.STRATIFIED else np.arange(len(targets))
    ranked = np.asarray(targets)[order]
    sides = [module.resamplers(ranked, np.asarray(output)[order]) for output in outputs]
    if only:
        sides = [tuple(part for part in parts if only in part.names) for parts in sides]
    costs = [sum(part.cost for part in parts) for parts in zip(*sides, strict=True)]
    least = min(resamples, _FEWEST) if only else 0
    wanted = [max(least, _affordable(len(ranked) * (_DRAW + cost), resamples)) for cost in costs]
    pieces: dict[str, list[Floats]] = {}
    done = 0
    for counts in draw(ranked if module.STRATIFIED else np.zeros(len(ranked)), max(wanted, default=0), seed):
        for limit, parts in zip(wanted, zip(*sides, strict=True), strict=True):
            if done < limit:
                answers = [part(counts[: limit - done]) for part in parts]
                # A compressor counts no tokens: what both sides have can be compared.
                for name in (name for name in answers[0] if name in answers[-1]):
                    value = answers[0][name] if len(answers) == 1 else answers[0][name] - answers[1][name]
                    pieces.setdefault(name, []).append(value)
        done += len(counts)
    return {name: np.concatenate(values) for name, values in pieces.items()}


def class_intervals(
    counts: Counts, *, confidence: float = CONFIDENCE, resamples: int = RESAMPLES, seed: int = 0
) -> dict[str, list[tuple[float, float] | None]]:
    """The intervals of `precision`, `recall` (Wilson's) and `f1` (bootstrap) of each class; None without examples."""
    right, predicted, true = counts.right, counts.predicted, counts.true
    total = true.sum()
    found: dict[str, list[tuple[float, float] | None]] = {
        name: [wilson(r / n, n, confidence) if n else None for r, n in zip(right.tolist(), of.tolist(), strict=True)]
        for name, of in (("precision", predicted), ("recall", true))
    }
    random = np.random.default_rng(seed)
    found["f1"] = []
    for r, p, t in zip(right.tolist(), predicted.tolist(), true.tolist(), strict=True):
        drawn = random.multinomial(int(total), np.array([r, p - r, t - r, total - p - t + r]) / total, size=resamples)
        both = 2 * drawn[:, 0] + drawn[:, 1] + drawn[:, 2]
        scores = 2 * drawn[:, 0] / np.maximum(both, 1)
        if p + t == 0:
            found["f1"].append(None)
        elif scores.min() == scores.max():
            found["f1"].append(wilson(float(scores[0]), max(p, t), confidence))
        else:
            low, high = np.quantile(scores, [(1 - confidence) / 2, (1 + confidence) / 2]).tolist()
            found["f1"].append((min(low, 2 * r / (p + t)), max(high, 2 * r / (p + t))))
    return found


def draw(strata: NDArray[np.generic], resamples: int, seed: int) -> Iterator[NDArray[np.int32]]:
    """How often each of N examples is drawn, [R', N] at a time, with replacement inside each run of equal `strata`."""
    size = len(strata)
    bounds = np.flatnonzero(np.r_[True, strata[1:] != strata[:-1], True])
    lengths = np.diff(bounds)
    start, length = np.repeat(bounds[:-1], lengths), np.repeat(lengths, lengths).astype(np.float64)
    rows = max(1, _CHUNK // max(1, size))
    random = np.random.default_rng(seed)
    for done in range(0, resamples, rows):
        count = min(rows, resamples - done)
        picked = (random.random((count, size)) * length).astype(np.int64)
        picked += start
        picked += np.arange(count)[:, None] * size
        yield np.bincount(picked.ravel(), minlength=count * size).reshape(count, size).astype(np.int32)


def wilson(share: float, size: float, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Wilson's interval of a share of `size` independent examples."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    centre = (share + z * z / (2 * size)) / (1 + z * z / size)
    half = z / (1 + z * z / size) * math.sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    return max(0.0, min(centre - half, share)), min(1.0, max(centre + half, share))


def span(drawn: Floats, centre: float, confidence: float, wanted: int) -> tuple[float, float]:
    """The percentile interval of resamples, or where few of the `wanted` were affordable, the normal one."""
    if len(drawn) < min(wanted, _ENOUGH):
        half = NormalDist().inv_cdf((1 + confidence) / 2) * float(drawn.std(ddof=1))
        return centre - half, centre + half
    low, high = np.quantile(drawn, [(1 - confidence) / 2, (1 + confidence) / 2]).tolist()
    return low, high


def _estimate(
    metric: Metric,
    value: float,
    drawn: Floats,
    confidence: float,
    wanted: int,
    worth: float,
    chance: Floats | None,
) -> Estimate:
    drawn = drawn[np.isfinite(drawn)]
    if len(drawn) < min(wanted, _FEWEST) / 2:
        return Estimate(value=value, interval=None, reason="too few resamples have a value, or they take too long")
    if drawn.max() - drawn.min() <= 1e-12 * abs(value):
        if metric.low == 0 and metric.high == 1 and value in (0, 1) and metric.interval == "percentile":
            return Estimate(value=value, interval=wilson(value, worth, confidence))
        return Estimate(value=value, interval=None, reason="the examples are too few or too alike to tell")
    low, high = span(drawn, value, confidence, wanted)
    if metric.interval == "basic":
        low, high = 2 * value - high, 2 * value - low
    if chance is not None and value <= np.quantile(chance, (1 + confidence) / 2):
        low = metric.low
    low, high = max(metric.low, min(low, value)), min(metric.high, max(high, value))
    return Estimate(value=value, interval=(low, high))


def _affordable(work_each: float, wanted: int) -> int:
    if work_each * min(wanted, _FEWEST) > _MOST_WORK:
        return 0
    return min(wanted, max(_FEWEST, int(_WORK / work_each)))


def _effective_size(targets: NDArray[np.generic]) -> float:
    """As many examples as a mean over classes is worth: C^2 / sum of 1 / n_c."""
    counts = np.unique(targets, return_counts=True)[1]
    return float(len(counts) ** 2 / (1 / counts).sum())
