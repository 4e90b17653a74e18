"""Confident learning: which labels are probably wrong, from probabilities of models that did not see them.

N rows; C classes. A row counts as confidently of class j where its probability of j is at least the mean probability of
j among the rows labelled j, and j is the most probable of those; where that is not its given label, the label is
probably wrong.

Source: Northcutt, Jiang and Chuang 2021, "Confident learning: estimating uncertainty in dataset labels", section 3.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_TOLERANCE = 1e-6  # by which a probability may miss its threshold: a class of one probability must meet its own mean


@dataclass(frozen=True, kw_only=True, slots=True)
class Confident:
    """`joint` [C, C] estimates how many rows of each given label (rows) are truly of each class (columns).

    `suspects` are the rows whose label is probably wrong, the surest first, and `suggested` their likelier labels.
    `margin` [N] is the probability of the given label less that of the best other one: the least is the most suspect.
    """

    joint: Floats
    suspects: Ints
    suggested: Ints
    margin: Floats

    @property
    def errors(self) -> float:
        """The estimated number of wrong labels."""
        return float(self.joint.sum() - np.trace(self.joint))


def confident(given: Ints, probabilities: Floats) -> Confident:
    """Judge the labels `given` [N] by `probabilities` [N, C] from models that were not shown them."""
    classes = probabilities.shape[1]
    above = probabilities >= thresholds(given, probabilities) - _TOLERANCE
    guess = np.where(above.sum(axis=1) > 1, probabilities.argmax(axis=1), above.argmax(axis=1))
    sure = above.any(axis=1)
    counts = np.bincount(given[sure] * classes + guess[sure], minlength=classes * classes).reshape(classes, classes)
    np.fill_diagonal(counts, counts.diagonal().clip(min=1))
    margin = margins(given, probabilities)
    suspects = np.flatnonzero(sure & (guess != given))
    suspects = suspects[np.argsort(margin[suspects], kind="stable")]
    return Confident(
        joint=_calibrated(counts, np.bincount(given, minlength=classes)),
        suspects=suspects,
        suggested=guess[suspects].astype(np.int64),
        margin=margin,
    )


def thresholds(given: Ints, probabilities: Floats) -> Floats:
    """The mean probability of each class among the rows labelled so, [C]; of a class without rows, out of reach."""
    found = np.full(probabilities.shape[1], np.inf)
    for label in np.unique(given):
        found[label] = probabilities[given == label, label].mean()
    return found


def margins(given: Ints, probabilities: Floats) -> Floats:
    """The probability of the given label less that of the best other one, [N]."""
    rows = np.arange(len(given))
    others = probabilities.copy()
    others[rows, given] = -np.inf
    return np.asarray(probabilities[rows, given] - others.max(axis=1))


def _calibrated(counts: NDArray[np.int64], labelled: NDArray[np.int64]) -> Floats:
    """Each row of the joint scaled to the rows that have that label (Northcutt et al., equation 3)."""
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return np.asarray(shares * labelled[:, None], dtype=np.float64)
