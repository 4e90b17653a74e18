"""ROC and precision-recall by score, ties counted as scikit-learn does. N examples; G distinct scores; R resamples."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics._metric import Floats, Ints


@dataclass(frozen=True, slots=True)
class Ranking:
    """Examples from the highest score to the lowest: `order` [N], where each distinct score `starts` [G]."""

    order: Ints
    starts: Ints
    positive: NDArray[np.bool_]  # in that order
    thresholds: Floats  # the distinct scores, falling [G]

    @classmethod
    def of(cls, positive: NDArray[np.bool_], score: Floats) -> Ranking:
        """Rank by falling score."""
        order = np.argsort(-score, kind="stable").astype(np.int64)
        ranked = score[order]
        starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]]).astype(np.int64)
        return cls(order, starts, positive[order], ranked[starts])

    def cumulative(self) -> tuple[Ints, Ints]:
        """True and false positives when everything at or above each distinct score is called positive, [G] each."""
        ends = np.r_[self.starts[1:], len(self.order)] - 1
        hits = np.cumsum(self.positive)[ends]
        return hits.astype(np.int64), (ends + 1 - hits).astype(np.int64)


def roc_auc_of(positive: NDArray[np.bool_], score: Floats) -> float:
    """The chance that a positive scores above a negative, a tie counting half. Both must occur. Exact."""
    hits, misses = Ranking.of(positive, score).cumulative()
    gained = np.diff(hits, prepend=0)
    # Twice the area in unit squares, in whole numbers: below the tie in full, within the tie half.
    twice = sum((gained * (2 * (misses[-1] - misses) + np.diff(misses, prepend=0))).tolist())
    return float(twice / (2 * int(hits[-1]) * int(misses[-1])))


def average_precision_of(positive: NDArray[np.bool_], score: Floats) -> float:
    """Precision at each distinct score, weighted by the recall gained there. A positive must occur."""
    hits, misses = Ranking.of(positive, score).cumulative()
    steps = np.diff(hits, prepend=0) * (hits / (hits + misses))
    return math.fsum(steps.tolist()) / int(hits[-1])


def roc_curve(positive: NDArray[np.bool_], score: Floats, points: int) -> tuple[Floats, Floats]:
    """False- and true-positive rates from (0, 0) to (1, 1), thinned to at most `points`."""
    hits, misses = Ranking.of(positive, score).cumulative()
    fpr, tpr = np.r_[0, misses] / misses[-1], np.r_[0, hits] / hits[-1]
    kept = _thinned(fpr + tpr, points)
    return fpr[kept], tpr[kept]


def pr_curve(positive: NDArray[np.bool_], score: Floats, points: int) -> tuple[Floats, Floats]:
    """Recall and precision by falling score, thinned to at most `points`."""
    hits, misses = Ranking.of(positive, score).cumulative()
    recall, precision = hits / hits[-1], hits / (hits + misses)
    # Even steps of recall, and of rank where recall stands still at the left end.
    kept = _thinned(recall + (hits + misses) / (hits[-1] + misses[-1]), points)
    return recall[kept], precision[kept]


class ResampledAreas:
    """ROC AUC and average precision of many resamples of one ranking.

    Only what stands at the positives matters: P of them, from the highest score down, and how many negatives score
    above each, and at least as high.
    """

    def __init__(self, positive: NDArray[np.bool_], score: Floats) -> None:
        order = np.argsort(-score, kind="stable").astype(np.int64)
        self._positives, self._negatives = order[positive[order]], order[~positive[order]]
        hits, misses = -score[self._positives], -score[self._negatives]
        self._above = np.searchsorted(misses, hits, side="left")
        self._reached = np.searchsorted(misses, hits, side="right")
        self._tied = bool((self._above != self._reached).any())
        self._last = np.searchsorted(hits, hits, side="right") - 1  # the last positive of the same score
        self._repeats = bool((self._last != np.arange(len(hits))).any())

    def __call__(self, counts_RN: NDArray[np.int32]) -> tuple[Floats, Floats]:
        """Both areas, [R] each; NaN where a resample holds one side only."""
        drawn_RP = counts_RN.take(self._positives, axis=1)
        hits_RP = np.cumsum(drawn_RP, axis=1, dtype=np.int32)
        misses = np.zeros((len(counts_RN), len(self._negatives) + 1), dtype=np.int32)
        np.cumsum(counts_RN.take(self._negatives, axis=1), axis=1, dtype=np.int32, out=misses[:, 1:])
        positives, negatives = hits_RP[:, -1].astype(np.float64), misses[:, -1].astype(np.float64)
        reached_RP = misses.take(self._reached, axis=1)
        weight_RP = drawn_RP.astype(np.float64)
        over = np.einsum("rp,rp->r", weight_RP, reached_RP)
        if self._tied:
            over = (over + np.einsum("rp,rp->r", weight_RP, misses.take(self._above, axis=1))) / 2
        if self._repeats:
            hits_RP = hits_RP.take(self._last, axis=1)
        reached_RP += hits_RP
        precision_RP = hits_RP / np.maximum(reached_RP, 1, out=reached_RP)
        with np.errstate(invalid="ignore", divide="ignore"):
            area = 1 - over / (positives * negatives)
            average = np.einsum("rp,rp->r", weight_RP, precision_RP) / positives
        return area, average


def _thinned(position: Floats, points: int) -> Ints:
    """The indices of at most `points` entries spread evenly over the range of a rising `position`, ends kept."""
    if len(position) <= points:
        return np.arange(len(position))
    wanted = np.linspace(position[0], position[-1], points)
    index = np.searchsorted(position, wanted).clip(0, len(position) - 1)
    index[0], index[-1] = 0, len(position) - 1
    return np.unique(index).astype(np.int64)
