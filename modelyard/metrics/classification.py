"""Classification metrics. `targets` are class indices [N], `probabilities` [N, C] (one column a class).

A metric that has no value on a split raises Undefined with the reason; none is ever NaN. Averages over classes and
zero divisions are scikit-learn's. N examples; C classes; R resamples.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics import _counts
from modelyard.metrics import _metric as base
from modelyard.metrics._classification_resampler import AreaResampler, CountResampler
from modelyard.metrics._counts import Counts
from modelyard.metrics._losses import brier_losses, log_losses
from modelyard.metrics._metric import Floats, Ints, Metric, Resampler, Undefined, mean
from modelyard.metrics.calibration import calibration_gaps, chance_errors
from modelyard.metrics.curves import average_precision_of, roc_auc_of

Array = NDArray[np.generic]
_ONE_LABEL = "every example has the same label"


def counts_of(targets: Array, probabilities: Array) -> Counts:
    """Right, predicted and true examples by class; the prediction is the most probable class, the first of a tie."""
    labels, probable = _checked(targets, probabilities)
    return _counts.count(labels, probable.argmax(1).astype(np.int64), probable.shape[1])


def confusion(targets: Array, probabilities: Array) -> Ints:
    """How often true class i was answered as class j, [C, C]."""
    labels, probable = _checked(targets, probabilities)
    classes = probable.shape[1]
    flat = labels * classes + probable.argmax(1)
    return np.bincount(flat, minlength=classes * classes).reshape(classes, classes).astype(np.int64)


def by_class(counts: Counts) -> tuple[Floats, Floats, Floats, Floats]:
    """Precision, recall, F1 and support of each class, [C] each."""
    return _counts.precision(counts), _counts.recall(counts), _counts.f1(counts), counts.true


def _of_counts(name: str) -> Callable[[Array, Array], float]:
    """The metric `name` of `_counts.OF_COUNTS`. It raises Undefined where it needs two labels and has one."""

    def function(targets: Array, probabilities: Array) -> float:
        counts = counts_of(targets, probabilities)
        if name in _counts.NEEDS_TWO_CLASSES and (counts.true > 0).sum() < 2:
            raise Undefined(_ONE_LABEL)
        return float(_counts.OF_COUNTS[name](counts))

    return function


def roc_auc(targets: Array, probabilities: Array) -> float:
    """Area under the ROC curve; with several classes the mean of one class against the rest, over those that occur.

    Raises: Undefined when the targets hold one class only.
    """
    labels, probable = _checked(targets, probabilities)
    return _one_against_rest(labels, probable, roc_auc_of)


def average_precision(targets: Array, probabilities: Array) -> float:
    """Area under the precision-recall steps: of class 1 for two classes, else the mean over those that occur.

    Raises: Undefined when the targets hold one class only.
    """
    labels, probable = _checked(targets, probabilities)
    return _one_against_rest(labels, probable, average_precision_of)


def log_loss(targets: Array, probabilities: Array) -> float:
    """Mean negative log-probability of the true class, in nats; probabilities are clipped to [2.2e-16, 1 - 2.2e-16]."""
    return mean(log_losses(*_checked(targets, probabilities)))


def brier(targets: Array, probabilities: Array) -> float:
    """Mean squared error of the probabilities: of class 1 for two classes, else summed over the classes."""
    return mean(brier_losses(*_checked(targets, probabilities)))


def ece(targets: Array, probabilities: Array) -> float:
    """Expected calibration error of the most probable class, over 15 bins of equal width, closed on the right.

    Source: Guo et al. 2017, "On calibration of modern neural networks", eq. 3.
    """
    labels, probable = _checked(targets, probabilities)
    gaps, bins = calibration_gaps(labels, probable)
    return math.fsum(abs(math.fsum(gaps[bins == index].tolist())) for index in np.unique(bins)) / len(labels)


def _log_losses(targets: Array, probabilities: Array) -> Floats:
    return log_losses(*_checked(targets, probabilities))


def _brier_losses(targets: Array, probabilities: Array) -> Floats:
    return brier_losses(*_checked(targets, probabilities))


def _one_against_rest(targets: Ints, probable: Floats, area: Callable[[NDArray[np.bool_], Floats], float]) -> float:
    present = np.unique(targets)
    if len(present) < 2:
        raise Undefined(_ONE_LABEL)
    if probable.shape[1] == 2:
        return area(targets == 1, probable[:, 1])
    return math.fsum(area(targets == index, probable[:, index]) for index in present.tolist()) / len(present)


def _checked(targets: Array, probabilities: Array) -> tuple[Ints, Floats]:
    labels = np.asarray(targets, dtype=np.int64)
    probable = np.asarray(probabilities, dtype=np.float64)
    if probable.ndim != 2 or labels.shape != (len(probable),):
        raise ValueError(f"targets must be [N] and probabilities [N, C], not {labels.shape} and {probable.shape}")
    if not len(labels):
        raise Undefined("there are no examples")
    if not np.isfinite(probable).all():
        raise Undefined("the model's outputs are not finite")
    if labels.min() < 0 or labels.max() >= probable.shape[1]:
        raise ValueError(f"targets must be in [0, {probable.shape[1]})")
    return labels, probable


METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        *(
            Metric(
                name,
                _of_counts(name),
                True,
                low=-1 if name == "mcc" else 0,
                high=1,
                interval="wilson" if of is _counts.accuracy else "percentile",
            )
            for name, of in _counts.OF_COUNTS.items()
        ),
        Metric("roc_auc", roc_auc, True, low=0, high=1),
        Metric("average_precision", average_precision, True, low=0, high=1),
        Metric("log_loss", log_loss, False, unit="nat", low=0, losses=_log_losses),
        Metric("brier", brier, False, low=0, high=2, losses=_brier_losses),
        Metric("ece", ece, False, interval="basic", low=0, high=1, null=chance_errors),
    )
}
PRIMARY = "accuracy"
# What is found from the label answered alone: of probabilities, the most probable one.
OF_LABELS = frozenset(_counts.OF_COUNTS)
STRATIFIED = True


class State(base.State):
    """Class indices and probabilities seen so far."""

    def __init__(self) -> None:
        super().__init__(METRICS)


def resamplers(targets: Array, probabilities: Array) -> tuple[Resampler, ...]:
    """All metrics under resampling. Raises: Undefined for no examples or outputs that are not finite."""
    labels, probable = _checked(targets, probabilities)
    first = CountResampler(labels, probable)
    return (first, AreaResampler(labels, probable)) if len(np.unique(labels)) > 1 else (first,)
