"""Every classification metric for many bootstrap resamples at once. N examples; C classes; R resamples."""

from __future__ import annotations

import numpy as np

from modelyard.metrics import _counts
from modelyard.metrics._counts import Counts
from modelyard.metrics._losses import brier_losses, log_losses
from modelyard.metrics._metric import Floats, Ints
from modelyard.metrics.calibration import BINS, calibration_gaps
from modelyard.metrics.curves import Ranking, resampled_areas


class CountResampler:
    """The metrics of counts and the mean losses. Prepared once from targets [N] and probabilities [N, C]."""

    cost = 3.0

    def __init__(self, targets: Ints, probabilities: Floats) -> None:
        outputs = probabilities.shape[1]
        predicted = probabilities.argmax(1).astype(np.int64)
        self._several = len(np.unique(targets)) > 1
        self._right = _Sums(np.where(predicted == targets, targets, -1), outputs)
        self._predicted = _Sums(predicted, outputs)
        self._true = _Sums(targets, outputs)
        gaps, bins = calibration_gaps(targets, probabilities)
        self._linear = np.zeros((len(targets), 2 + BINS))
        self._linear[:, 0] = log_losses(targets, probabilities)
        self._linear[:, 1] = brier_losses(targets, probabilities)
        self._linear[np.arange(len(targets)), 2 + bins] = gaps
        self.names: tuple[str, ...] = tuple(self(np.ones((1, len(targets)))))

    def __call__(self, weights_RN: Floats) -> dict[str, Floats]:
        """Every metric that has a value on the examples, each [R]."""
        counts = Counts(self._right(weights_RN), self._predicted(weights_RN), self._true(weights_RN))
        values = _of_counts(counts, self._several)
        size = weights_RN.shape[1]
        sums = weights_RN @ self._linear
        values["log_loss"], values["brier"] = sums[:, 0] / size, sums[:, 1] / size
        values["ece"] = np.abs(sums[:, 2:]).sum(1) / size
        return values


class AreaResampler:
    """The areas under curves, of each class that occurs against the rest (only class 1 of two)."""

    names: tuple[str, ...] = ("roc_auc", "average_precision")

    def __init__(self, targets: Ints, probabilities: Floats) -> None:
        classes = [1] if probabilities.shape[1] == 2 else np.unique(targets).tolist()
        self._rankings = [Ranking.of(targets == index, probabilities[:, index]) for index in classes]
        self.cost = 5.0 * len(classes)

    def __call__(self, weights_RN: Floats) -> dict[str, Floats]:
        """Both areas, each [R]."""
        areas = [resampled_areas(ranking, weights_RN) for ranking in self._rankings]
        return {
            "roc_auc": np.mean([area for area, _ in areas], axis=0),
            "average_precision": np.mean([average for _, average in areas], axis=0),
        }


class _Sums:
    """The weights summed by class: [R, N] -> [R, C]. A class of -1 is left out."""

    def __init__(self, classes: Ints, outputs: int) -> None:
        order = np.argsort(classes, kind="stable")
        self._order = order[classes[order] >= 0]
        ranked = classes[self._order]
        self._starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]]) if len(ranked) else np.zeros(0, np.int64)
        self._present = ranked[self._starts]
        self._outputs = outputs

    def __call__(self, weights_RN: Floats) -> Floats:
        sums = np.zeros((len(weights_RN), self._outputs))
        if len(self._order):
            sums[:, self._present] = np.add.reduceat(weights_RN[:, self._order], self._starts, axis=1)
        return sums


def _of_counts(counts: Counts, several: bool) -> dict[str, Floats]:
    precision, recall, f1 = _counts.precision(counts), _counts.recall(counts), _counts.f1(counts)
    accuracy = _counts.accuracy(counts)
    values = {
        "accuracy": accuracy,
        "balanced_accuracy": _counts.balanced_accuracy(counts),
        **{f"{name}_micro": accuracy for name in ("precision", "recall", "f1")},
    }
    for name, by_class in {"precision": precision, "recall": recall, "f1": f1}.items():
        values[f"{name}_macro"] = _counts.macro(by_class, counts)
        values[f"{name}_weighted"] = _counts.weighted(by_class, counts)
    if several:
        values["mcc"] = _counts.matthews(counts)
    return values
