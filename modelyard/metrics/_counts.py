"""Metrics that need only counts: how often each class was right, predicted and true. Exact, and vectorised.

R leading dimensions (none, or resamples); C classes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from modelyard.metrics._metric import Floats, Ints


@dataclass(frozen=True, slots=True)
class Counts:
    """By class: right (true positives), predicted, and true (support); each [..., C]."""

    right: Floats
    predicted: Floats
    true: Floats


def count(targets: Ints, predicted: Ints, classes: int) -> Counts:
    """The counts of N predictions."""
    right = np.bincount(targets[targets == predicted], minlength=classes)
    return Counts(
        right.astype(np.float64),
        np.bincount(predicted, minlength=classes).astype(np.float64),
        np.bincount(targets, minlength=classes).astype(np.float64),
    )


def ratio(part: Floats, whole: Floats) -> Floats:
    """`part / whole`, and 0 where `whole` is 0, as scikit-learn's zero_division=0."""
    return np.divide(part, whole, out=np.zeros(np.broadcast(part, whole).shape), where=whole != 0)


def precision(counts: Counts) -> Floats:
    """Of the examples predicted as a class, the share that are; 0 for a class never predicted. [..., C]."""
    return ratio(counts.right, counts.predicted)


def recall(counts: Counts) -> Floats:
    """Of the examples of a class, the share predicted as it; 0 for a class that does not occur. [..., C]."""
    return ratio(counts.right, counts.true)


def f1(counts: Counts) -> Floats:
    """The harmonic mean of precision and recall, by class. [..., C]."""
    return ratio(2 * counts.right, counts.predicted + counts.true)


def macro(by_class: Floats, counts: Counts) -> Floats:
    """The mean over the classes that occur in the targets or the predictions, as scikit-learn's default."""
    occurs = (counts.true + counts.predicted) > 0
    return (by_class * occurs).sum(-1) / occurs.sum(-1)  # type: ignore[no-any-return]


def weighted(by_class: Floats, counts: Counts) -> Floats:
    """The mean over classes, each weighted by how often it is true."""
    return (by_class * counts.true).sum(-1) / counts.true.sum(-1)  # type: ignore[no-any-return]


def accuracy(counts: Counts) -> Floats:
    """The share of right answers (and, with one label an example, micro precision, recall and F1)."""
    return counts.right.sum(-1) / counts.true.sum(-1)  # type: ignore[no-any-return]


def balanced_accuracy(counts: Counts) -> Floats:
    """The mean recall of the classes that occur in the targets."""
    return recall(counts).sum(-1) / (counts.true > 0).sum(-1)  # type: ignore[no-any-return]


def matthews(counts: Counts) -> Floats:
    """Matthews' correlation of predictions and targets; 0 where all predictions are one class.

    Source: Gorodkin 2004, "Comparing two K-category assignments by a K-category correlation coefficient", eq. 8.
    """
    total = counts.true.sum(-1)
    covariance = counts.right.sum(-1) * total - (counts.true * counts.predicted).sum(-1)
    spread = (total**2 - (counts.true**2).sum(-1)) * (total**2 - (counts.predicted**2).sum(-1))
    return ratio(covariance, np.sqrt(spread))


# By name, [...] of counts [..., C]. With one label an example all three micro averages are the accuracy.
OF_COUNTS: dict[str, Callable[[Counts], Floats]] = {
    "accuracy": accuracy,
    "balanced_accuracy": balanced_accuracy,
    "f1_macro": lambda counts: macro(f1(counts), counts),
    "f1_weighted": lambda counts: weighted(f1(counts), counts),
    "precision_macro": lambda counts: macro(precision(counts), counts),
    "precision_weighted": lambda counts: weighted(precision(counts), counts),
    "recall_macro": lambda counts: macro(recall(counts), counts),
    "recall_weighted": lambda counts: weighted(recall(counts), counts),
    "f1_micro": accuracy,
    "precision_micro": accuracy,
    "recall_micro": accuracy,
    "mcc": matthews,
}
NEEDS_TWO_CLASSES = frozenset({"mcc"})
