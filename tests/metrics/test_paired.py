"""Tests of a difference: against references, and right about how often they are wrong."""

import numpy as np
import pytest

from modelyard.metrics import classification, paired, regression

stats = pytest.importorskip("scipy.stats")


def two_models(seed, size=400, gap=0.0):
    """Two models with shared noise; the first is better by `gap` in its logits."""
    random = np.random.default_rng(seed)
    targets = random.integers(0, 2, size)
    shared = random.normal(size=(size, 2))
    answers = []
    for extra in (gap, 0.0):
        logits = shared + random.normal(size=(size, 2)) * 0.7
        logits[np.arange(size), targets] += 1 + extra
        powers = np.exp(logits)
        answers.append(powers / powers.sum(1, keepdims=True))
    return targets, *answers


@pytest.mark.parametrize(
    ("only_first", "only_second"), [(0, 0), (1, 0), (5, 5), (12, 3), (3, 12), (40, 70), (900, 1000)]
)
def test_mcnemar_is_the_mid_p_of_the_binomial(only_first, only_second):
    first = np.array([True] * only_first + [False] * only_second + [True, False])
    second = np.array([False] * only_first + [True] * only_second + [True, False])
    several, few = only_first + only_second, min(only_first, only_second)
    expected = min(1.0, 2 * stats.binom.cdf(few, several, 0.5) - stats.binom.pmf(few, several, 0.5)) if several else 1
    if only_first == only_second and several:  # the paper's supplement, below its equation 2
        expected = 1 - stats.binom.pmf(few, several, 0.5) / 2
    assert paired.mcnemar(first, second) == pytest.approx(expected, rel=1e-9)


def test_permutation_agrees_with_all_swaps():
    random = np.random.default_rng(0)
    first, second = random.normal(size=12), random.normal(0.5, size=12)
    signs = 1 - 2 * ((np.arange(4096)[:, None] >> np.arange(12)) & 1)
    sums = signs @ (first - second)
    exact = (np.abs(sums) >= abs((first - second).sum()) - 1e-12).mean()
    assert paired.permutation(first, second, permutations=20_000) == pytest.approx(exact, abs=0.01)
    assert paired.permutation(first, first) == 1.0


@pytest.mark.parametrize("metric", ["accuracy", "f1_macro", "roc_auc", "log_loss"])
def test_a_clear_gap_is_found_in_either_direction(metric):
    targets, good, bad = two_models(0, gap=1.5)
    forward = paired.compare(classification, metric, targets, good, bad, resamples=500)
    backward = paired.compare(classification, metric, targets, bad, good, resamples=500)
    assert (forward.outcome, backward.outcome) == ("better", "worse")
    assert forward.value == -backward.value
    assert forward.interval[0] <= forward.value <= forward.interval[1]
    assert (forward.value > 0) == classification.METRICS[metric].higher_is_better


@pytest.mark.parametrize("metric", ["accuracy", "roc_auc", "log_loss"])
def test_equal_models_are_seldom_told_apart(metric):
    wrong = 0
    for seed in range(60):
        targets, first, second = two_models(seed, 150)
        wrong += paired.compare(classification, metric, targets, first, second, resamples=200).outcome != "tie"
    assert wrong <= 9  # 60 x 5 % = 3, and three standard deviations


@pytest.mark.parametrize("metric", ["rmse", "mae", "median_ae", "r2"])
def test_regression(metric):
    random = np.random.default_rng(0)
    targets = random.normal(size=300)
    close, far = targets + random.normal(size=300) * 0.5, targets + random.normal(size=300)
    assert paired.compare(regression, metric, targets, close, far).outcome == "better"
    same = paired.compare(regression, metric, targets, close, close)
    assert (same.outcome, same.value, same.interval, same.p_value) == ("tie", 0, (0, 0), 1)


def test_one_example_is_a_tie():
    found = paired.compare(classification, "accuracy", np.array([1]), np.array([[0.2, 0.8]]), np.array([[0.7, 0.3]]))
    assert found.outcome == "tie"
    assert found.to_json()["interval"] == pytest.approx([0.2065, 1.0], abs=1e-4)


def test_agreement_on_few_examples_is_not_certainty():
    targets = np.array([0, 1] * 20)
    found = paired.compare(classification, "accuracy", targets, np.eye(2)[targets], np.eye(2)[targets])
    assert (found.outcome, found.value, found.p_value) == ("tie", 0, 1)
    assert found.interval == pytest.approx((-0.0876, 0.0876), abs=1e-4)


@pytest.mark.parametrize("metric", ["rmse", "median_ae"])
def test_a_comparison_of_very_many_rows_still_has_an_answer(metric, monkeypatch):
    monkeypatch.setattr("modelyard.metrics.intervals._MOST_WORK", 1.0)
    random = np.random.default_rng(0)
    true = random.normal(size=500)
    near, far = (true + random.normal(size=500) * width for width in (0.1, 0.5))
    found = paired.compare(regression, metric, true, near, far)
    assert found.outcome == "better" and found.interval[0] < found.value < found.interval[1] < 0


def test_the_least_p_of_the_bootstrap_is_stated():
    targets = np.arange(40) % 2
    sure = np.eye(2)[targets] * 0.9 + 0.05
    better = paired.compare(classification, "roc_auc", targets, sure, sure[:, ::-1], resamples=1000)
    assert better.p_value == better.p_floor == 2 / 1001 and better.to_json()["p_floor"] == better.p_floor
    assert paired.compare(classification, "accuracy", targets, sure, sure[:, ::-1]).p_floor == 0
