"""Two models on the same rows: what the second gains over the first, overall and slice by slice. N rows.

Every difference is second minus first in the metric's own unit, and everything is paired by row.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.evaluation.judging import Ground
from modelyard.evaluation.slicing import Slice
from modelyard.metrics import multiplicity
from modelyard.metrics._metric import Undefined
from modelyard.metrics.binomial import clopper_pearson
from modelyard.metrics.classification import OF_LABELS
from modelyard.metrics.intervals import wilson
from modelyard.metrics.paired import Difference, compare

Floats = NDArray[np.float64]
Array = NDArray[np.generic]
SLICE_RESAMPLES = 400  # of each slice's interval: many slices, two digits


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """The outputs of two models on one ground: probabilities [N, C], values [N] or likelihoods [N, 2].

    `labelled` [N, C] of each are certain of the label that it answers, where that may be another than the likeliest.
    """

    ground: Ground
    first: Array
    second: Array
    labelled: tuple[Array | None, Array | None] = (None, None)

    def sides(self, metric: str = "") -> tuple[Array, Array]:
        """Both as `metric` judges them; without one, by the labels they answer."""
        first, second = self.labelled if not metric or metric in OF_LABELS else (None, None)
        return self.first if first is None else first, self.second if second is None else second


def compared(pair: Pair, metric: str, slices: Sequence[Slice]) -> dict[str, Any]:
    """The whole comparison by `metric`, as plain JSON: the other metrics, the effect, and the slices beside it."""
    ground = pair.ground
    found: dict[str, Any] = {
        "kind": ground.kind,
        "metric": metric,
        "higher_is_better": ground.metrics.METRICS[metric].higher_is_better,
        "unit": ground.metrics.METRICS[metric].unit.replace("target", ground.unit),
        "n": len(ground.known.targets),
        "confidence": ground.settings.confidence,
        "metrics": _metrics(pair),
    }
    (found["verdict"],) = (row for row in found["metrics"] if row["name"] == metric)
    found["effect"] = effect(pair)
    found["slices"] = _slices(pair, metric, slices)
    return found


def _metrics(pair: Pair) -> list[dict[str, Any]]:
    """Each metric of both models with its difference; a metric without a value on these rows is left out."""
    rows = []
    for name, entry in pair.ground.metrics.METRICS.items():
        try:
            values = [entry.function(pair.ground.known.targets, outputs) for outputs in pair.sides(name)]
            difference = _difference(pair, name, pair.ground.settings.resamples)
        except Undefined:
            continue
        rows.append(
            {
                "name": name,
                "unit": entry.unit.replace("target", pair.ground.unit),
                "first": values[0],
                "second": values[1],
                "difference": difference.value,
                **_judged(difference, len(pair.ground.known.targets)),
            }
        )
    return rows


def _difference(pair: Pair, metric: str, resamples: int, rows: NDArray[np.bool_] | slice = slice(None)) -> Difference:
    ground = pair.ground
    first, second = pair.sides(metric)
    return compare(
        ground.metrics,
        metric,
        ground.known.targets[rows],
        second[rows],
        first[rows],
        confidence=ground.settings.confidence,
        resamples=resamples,
        seed=ground.seed,
    )


def _judged(difference: Difference, n: int) -> dict[str, Any]:
    several = n > 1
    return {
        "interval": list(difference.interval) if several else None,
        "p_value": difference.p_value if several else None,
        "p_floor": difference.p_floor,
        "outcome": difference.outcome if several else "tie",
    }


def effect(pair: Pair) -> dict[str, Any]:
    """How large the difference is, beside how sure.

    Of answers that are right or wrong: the rows that one model alone gets right, Cohen's g (the second's share of them
    beyond a half) and their odds ratio with the exact conditional interval (Clopper-Pearson's of the share). Of values
    and likelihoods: the mean of the paired differences in loss over their standard deviation (Cohen's d_z), and the
    share of rows on which the second's loss is the smaller, ties as halves.
    """
    ground = pair.ground
    if ground.kind == "classification":
        targets = ground.known.targets
        first, second = (np.asarray(side).argmax(axis=1) == targets for side in pair.sides())
        gained, lost = int((second & ~first).sum()), int((first & ~second).sum())
        found: dict[str, Any] = {
            "both_right": int((first & second).sum()),
            "only_second": gained,
            "only_first": lost,
            "both_wrong": int((~first & ~second).sum()),
        }
        if gained + lost:
            low, high = clopper_pearson(gained, gained + lost, ground.settings.confidence)
            found["cohens_g"] = gained / (gained + lost) - 0.5
            found["odds_ratio"] = gained / lost if lost else None
            found["odds_ratio_interval"] = [low / (1 - low), high / (1 - high) if high < 1 else None]
        return found
    better = losses(ground, pair.first) - losses(ground, pair.second)
    spread = float(better.std(ddof=1)) if len(better) > 1 else 0.0
    share = float((better > 0).mean() + (better == 0).mean() / 2)
    return {
        "cohens_dz": float(better.mean()) / spread if spread > 0 else None,
        "share_better": share,
        "share_better_interval": list(wilson(share, len(better), ground.settings.confidence)),
    }


def losses(ground: Ground, outputs: Array) -> Floats:
    """What each row adds to the error, [N]: 0 or 1, the absolute error, bits per byte."""
    targets = ground.known.targets
    if ground.kind == "classification":
        return np.asarray(np.asarray(outputs).argmax(axis=1) != targets, dtype=np.float64)
    if ground.kind == "regression":
        return np.asarray(np.abs(np.asarray(outputs, dtype=np.float64) - targets.astype(np.float64)))
    nats = np.asarray(outputs, dtype=np.float64)
    return np.asarray(nats[:, 0] / targets.astype(np.float64) / math.log(2))


def _slices(pair: Pair, metric: str, slices: Sequence[Slice]) -> list[dict[str, Any]]:
    """Each slice's difference, its p corrected over all of them: Holm's for a claim, Benjamini-Hochberg's beside it."""
    count = len(pair.ground.known.targets)
    rows = []
    for one in slices:
        mask = one.mask(count)
        try:
            difference = _difference(pair, metric, min(SLICE_RESAMPLES, pair.ground.settings.resamples), mask)
        except Undefined:
            continue
        function = pair.ground.metrics.METRICS[metric].function
        targets = pair.ground.known.targets[mask]
        first, second = pair.sides(metric)
        rows.append(
            {
                "slice": one.name,
                "kind": one.kind,
                "n": int(mask.sum()),
                "first": function(targets, first[mask]),
                "second": function(targets, second[mask]),
                "difference": difference.value,
                **_judged(difference, int(mask.sum())),
            }
        )
    if not rows:
        return []
    p_values = [row["p_value"] for row in rows]
    level = 1 - pair.ground.settings.confidence
    for row, holm, fdr in zip(
        rows, multiplicity.holm(p_values), multiplicity.benjamini_hochberg(p_values), strict=True
    ):
        row["p_holm"], row["p_benjamini_hochberg"] = float(holm), float(fdr)
        if holm >= level:
            row["outcome"] = "tie"
    return sorted(rows, key=lambda row: (row["p_value"], -row["n"], row["slice"]))
