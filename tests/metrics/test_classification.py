"""Classification metrics against scikit-learn."""

import itertools
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.metrics import classification as metrics
from modelyard.metrics._metric import Undefined

sklearn_metrics = pytest.importorskip("sklearn.metrics")


def example(seed, size=300, classes=4, levels=None, missing=()):
    """Targets and probabilities; `levels` makes ties, `missing` classes never occur."""
    random = np.random.default_rng(seed)
    targets = random.choice([c for c in range(classes) if c not in missing], size)
    logits = random.normal(size=(size, classes))
    logits[np.arange(size), targets] += 1.0
    if levels:
        logits = np.round(logits * levels) / levels
    probabilities = np.exp(logits)
    return targets.astype(np.int64), probabilities / probabilities.sum(1, keepdims=True)


def quiet(function, *args, **kwargs):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return function(*args, **kwargs)


CASES = {
    "binary": example(0, classes=2),
    "binary ties": example(1, classes=2, levels=1),
    "several": example(2),
    "several ties": example(3, levels=1),
    "missing classes": example(4, classes=6, missing=(1, 5)),
    "two of many": example(5, classes=5, missing=(0, 2, 3)),
    "tiny": example(6, size=7, classes=3),
}


@pytest.mark.parametrize("case", CASES)
def test_counts_agree_with_scikit_learn(case):
    targets, probabilities = CASES[case]
    predicted = probabilities.argmax(1)
    reference = {
        "accuracy": sklearn_metrics.accuracy_score(targets, predicted),
        "balanced_accuracy": quiet(sklearn_metrics.balanced_accuracy_score, targets, predicted),
        "mcc": sklearn_metrics.matthews_corrcoef(targets, predicted),
    }
    for name in ("precision", "recall", "f1"):
        score = getattr(sklearn_metrics, f"{name}_score")
        for average in ("macro", "micro", "weighted"):
            reference[f"{name}_{average}"] = score(targets, predicted, average=average, zero_division=0)
    for name, value in reference.items():
        assert metrics.METRICS[name].function(targets, probabilities) == pytest.approx(value, abs=1e-12), name
    counts = metrics.counts_of(targets, probabilities)
    labels = range(probabilities.shape[1])
    by_class = sklearn_metrics.precision_recall_fscore_support(targets, predicted, labels=labels, zero_division=0)
    for ours, theirs in zip(metrics.by_class(counts), by_class, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-12)
    np.testing.assert_array_equal(
        metrics.confusion(targets, probabilities),
        sklearn_metrics.confusion_matrix(targets, predicted, labels=list(labels)),
    )


@pytest.mark.parametrize("case", CASES)
def test_scores_agree_with_scikit_learn(case):
    targets, probabilities = CASES[case]
    classes = probabilities.shape[1]
    labels = list(range(classes))
    scored = [1] if classes == 2 else np.unique(targets)
    reference = {
        "roc_auc": np.mean([sklearn_metrics.roc_auc_score(targets == c, probabilities[:, c]) for c in scored]),
        "average_precision": np.mean(
            [sklearn_metrics.average_precision_score(targets == c, probabilities[:, c]) for c in scored]
        ),
        "log_loss": sklearn_metrics.log_loss(targets, probabilities, labels=labels),
        "brier": sklearn_metrics.brier_score_loss(
            targets, probabilities[:, 1] if classes == 2 else probabilities, labels=labels
        ),
    }
    for name, value in reference.items():
        assert metrics.METRICS[name].function(targets, probabilities) == pytest.approx(value, abs=1e-12), name


def test_log_loss_is_finite_for_a_certain_mistake():
    targets, certain = np.array([0, 1]), np.array([[0.0, 1.0], [0.0, 1.0]])
    expected = sklearn_metrics.log_loss(targets, certain)
    assert metrics.log_loss(targets, certain) == pytest.approx(expected, rel=1e-12)


def test_ece_is_the_definition():
    targets, probabilities = CASES["several"]
    confidence, right = probabilities.max(1), probabilities.argmax(1) == targets
    expected = 0.0
    for index in range(15):
        inside = (confidence > index / 15) & (confidence <= (index + 1) / 15)
        if inside.any():
            expected += inside.mean() * abs(confidence[inside].mean() - right[inside].mean())
    assert metrics.ece(targets, probabilities) == pytest.approx(expected, abs=1e-12)


def test_metrics_without_a_value_are_left_out_with_the_reason():
    state = metrics.State()
    state.update(np.zeros(5, np.int64), CASES["binary"][1][:5])
    values, reasons = state.evaluate()
    assert set(reasons) == {"roc_auc", "average_precision", "mcc"}
    assert "every example has the same label" in reasons["roc_auc"]
    assert all(np.isfinite(list(values.values())))
    assert set(metrics.State().evaluate()[1]) == set(metrics.METRICS)
    with pytest.raises(Undefined, match="not finite"):
        metrics.METRICS["accuracy"].function(np.array([0]), np.array([[np.nan, 1.0]]))


@given(
    cuts=st.lists(st.integers(0, 60), max_size=5),
    order=st.permutations(range(6)),
    classes=st.integers(2, 4),
    levels=st.sampled_from([None, 1]),
)
@settings(max_examples=40, deadline=None)
def test_merging_shards_in_any_order_is_exact(cuts, order, classes, levels):
    targets, probabilities = example(7, 60, classes, levels)
    whole = metrics.State()
    whole.update(targets, probabilities)
    bounds = [0, *sorted(cuts), 60]
    shards = [slice(a, b) for a, b in itertools.pairwise(bounds)]
    merged = metrics.State()
    for index in order:
        if index < len(shards):
            part = metrics.State()
            part.update(targets[shards[index]], probabilities[shards[index]])
            merged.merge(part)
    assert len(merged) == 60
    assert merged.result() == whole.result()
