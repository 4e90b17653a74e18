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


def resampled_areas(ranking: Ranking, weights_RN: Floats) -> tuple[Floats, Floats]:
    """ROC AUC and average precision of each resample, [R]; NaN where a resample has one side only."""
    drawn = weights_RN[:, ranking.order]
    hits, both = np.cumsum(drawn * ranking.positive, axis=1), np.cumsum(drawn, axis=1)
    if len(ranking.starts) < drawn.shape[1]:
        ends = np.r_[ranking.starts[1:], drawn.shape[1]] - 1
        hits, both = hits[:, ends], both[:, ends]
    gained = hits.copy()
    gained[:, 1:] -= hits[:, :-1]
    positives = hits[:, -1]
    precision = np.divide(hits, both, out=np.zeros_like(hits), where=both > 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        average = np.einsum("rg,rg->r", gained, precision) / positives
        misses = np.subtract(both, hits, out=both)
        negatives = misses[:, -1]
        above = np.einsum("rg,rg->r", gained, misses) - 0.5 * np.einsum(
            "rg,rg->r", gained, np.diff(misses, axis=1, prepend=0.0)
        )
        area = 1 - above / (positives * negatives)
    return area, average


def _thinned(position: Floats, points: int) -> Ints:
    """The indices of at most `points` entries spread evenly over the range of a rising `position`, ends kept."""
    if len(position) <= points:
        return np.arange(len(position))
    wanted = np.linspace(position[0], position[-1], points)
    index = np.searchsorted(position, wanted).clip(0, len(position) - 1)
    index[0], index[-1] = 0, len(position) - 1
    return np.unique(index).astype(np.int64)
