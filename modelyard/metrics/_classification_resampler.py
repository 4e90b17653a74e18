"""Every classification metric for many bootstrap resamples at once. N examples; C classes; R resamples."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics._counts import NEEDS_TWO_CLASSES, OF_COUNTS, Counts
from modelyard.metrics._losses import brier_losses, log_losses
from modelyard.metrics._metric import Floats, Ints
from modelyard.metrics.calibration import BINS, calibration_gaps
from modelyard.metrics.curves import ResampledAreas


class CountResampler:
    """The metrics of counts and the mean losses. Prepared once from targets [N] and probabilities [N, C]."""

    cost = 2.0

    def __init__(self, targets: Ints, probabilities: Floats) -> None:
        outputs = probabilities.shape[1]
        predicted = probabilities.argmax(1).astype(np.int64)
        several = len(np.unique(targets)) > 1
        self._of_counts = {name: of for name, of in OF_COUNTS.items() if several or name not in NEEDS_TWO_CLASSES}
        self._cells = _Cells(targets, predicted, outputs)
        gaps, bins = calibration_gaps(targets, probabilities)
        self._linear = np.zeros((len(targets), 2 + BINS))
        self._linear[:, 0] = log_losses(targets, probabilities)
        self._linear[:, 1] = brier_losses(targets, probabilities)
        self._linear[np.arange(len(targets)), 2 + bins] = gaps
        self.names: tuple[str, ...] = tuple(self(np.ones((1, len(targets)), dtype=np.int32)))

    def __call__(self, counts_RN: NDArray[np.int32]) -> dict[str, Floats]:
        """Every metric that has a value on the examples, each [R]."""
        counts = self._cells(counts_RN)
        values = {name: function(counts) for name, function in self._of_counts.items()}
        size = counts_RN.shape[1]
        sums = counts_RN.astype(np.float64) @ self._linear
        values["log_loss"], values["brier"] = sums[:, 0] / size, sums[:, 1] / size
        values["ece"] = np.abs(sums[:, 2:]).sum(1) / size
        return values


class AreaResampler:
    """The areas under curves, of each class that occurs against the rest (only class 1 of two)."""

    names: tuple[str, ...] = ("roc_auc", "average_precision")

    def __init__(self, targets: Ints, probabilities: Floats) -> None:
        self._targets, self._probabilities = targets, probabilities
        self._classes = [1] if probabilities.shape[1] == 2 else np.unique(targets).tolist()
        self.cost = float(len(self._classes))

    @cached_property
    def _areas(self) -> list[ResampledAreas]:
        # Built when first asked: with many classes and rows it is large, and may be found too dear to ask.
        return [ResampledAreas(self._targets == index, self._probabilities[:, index]) for index in self._classes]

    def __call__(self, counts_RN: NDArray[np.int32]) -> dict[str, Floats]:
        """Both areas, each [R]."""
        found = [area(counts_RN) for area in self._areas]
        return {
            "roc_auc": np.mean([area for area, _ in found], axis=0),
            "average_precision": np.mean([average for _, average in found], axis=0),
        }


class _Cells:
    """How often each class was right, predicted and true in each resample, by way of the confusion cells in use."""

    def __init__(self, targets: Ints, predicted: Ints, outputs: int) -> None:
        cells = targets * outputs + predicted
        self._order = np.argsort(cells, kind="stable")
        ranked = cells[self._order]
        self._starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]])
        true, answered = np.divmod(ranked[self._starts], outputs)
        self._members = (_members(np.where(true == answered, true, -1)), _members(answered), _members(true))
        self._outputs = outputs

    def __call__(self, counts_RN: NDArray[np.int32]) -> Counts:
        cells = np.add.reduceat(counts_RN.take(self._order, axis=1), self._starts, axis=1, dtype=np.float64)
        return Counts(*(self._summed(cells, *members) for members in self._members))

    def _summed(self, cells: Floats, order: Ints, starts: Ints, classes: Ints) -> Floats:
        sums = np.zeros((len(cells), self._outputs))
        if len(order):
            sums[:, classes] = np.add.reduceat(cells.take(order, axis=1), starts, axis=1)
        return sums


def _members(classes: Ints) -> tuple[Ints, Ints, Ints]:
    """The cells of each class in turn, where each class starts, and which it is; a class of -1 is left out."""
    order = np.argsort(classes, kind="stable")
    order = order[classes[order] >= 0]
    ranked = classes[order]
    starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]]) if len(ranked) else order
    return order, starts, ranked[starts]
