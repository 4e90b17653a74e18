"""Conformal prediction: coverage at its nominal value by simulation, quantiles against scipy, with a bad model, too."""

import numpy as np
import pytest

from modelyard.metrics import conformal


@pytest.mark.parametrize(("n", "coverage"), [(50, 0.9), (199, 0.95), (1000, 0.8)])
def test_the_spread_of_coverage_is_scipys_beta(n, coverage):
    stats = pytest.importorskip("scipy.stats")
    rank = int(np.ceil((n + 1) * coverage - 1e-9))
    expected = stats.beta(rank, n + 1 - rank).ppf([0.025, 0.975])
    assert conformal.threshold_spread(n, coverage) == pytest.approx(expected, abs=1e-9)


def test_too_few_rows_promise_nothing_less_than_all():
    assert conformal.threshold(np.arange(5.0), 0.9) == np.inf
    assert conformal.threshold(np.arange(9.0), 0.9) == 8.0
    assert conformal.threshold_spread(5, 0.9) == (1.0, 1.0)


def drawn(random, n, classes=4):
    """Probabilities of a model that is wrong about how sure it is, and labels."""
    z = random.normal(size=(n, classes)) * 1.5
    truth = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    labels = (truth.cumsum(axis=1) < random.random(n)[:, None]).sum(axis=1)
    bold = np.exp(3 * z - (3 * z).max(axis=1, keepdims=True))
    return bold / bold.sum(axis=1, keepdims=True), labels


@pytest.mark.parametrize("way", ["least ambiguous", "adaptive"])
def test_sets_hold_the_truth_as_often_as_promised(way):
    random = np.random.default_rng(0)
    held, inside_beta = [], 0
    low, high = conformal.threshold_spread(100, 0.9)
    for _ in range(300):
        known, labels = drawn(random, 100)
        given, truth = drawn(random, 500)
        if way == "adaptive":
            limit = conformal.threshold(conformal.adaptive_scores(known, labels, random.random(100)), 0.9)
            made = conformal.adaptive_sets(given, limit, random.random(500))
            assert made.any(axis=1).all()
        else:
            limit = conformal.threshold(conformal.least_ambiguous_scores(known, labels), 0.9)
            made = conformal.least_ambiguous_sets(given, limit)
        held.append(made[np.arange(500), truth].mean())
        inside_beta += low - 0.02 <= held[-1] <= high + 0.02
    mean = float(np.mean(held))
    assert mean >= 0.9 - 0.006  # three standard errors of 300 calibrations
    if way == "least ambiguous":  # (n + 1) 0.9 = 90.9: rank 91 of 100, so 0.901
        assert mean == pytest.approx(91 / 101, abs=0.006)
        assert inside_beta / 300 > 0.93


def test_an_adaptive_score_is_the_mass_above_and_a_part_of_its_own():
    given = np.array([[0.5, 0.2, 0.3]])
    found = [conformal.adaptive_scores(given, np.array([label]), np.array([0.5]))[0] for label in range(3)]
    assert found == pytest.approx([0.25, 0.9, 0.65])
    assert conformal.adaptive_sets(given, 0.7, np.array([0.5])).tolist() == [[True, False, True]]
    assert conformal.adaptive_sets(given, 0.1, np.array([0.5])).tolist() == [[True, False, False]]


def test_ranges_hold_values_and_are_wide_where_errors_are_large():
    random = np.random.default_rng(1)

    def values(n):
        x = random.random(n) * 10
        return x, x + random.normal(size=n) * (0.2 + 0.3 * x)

    held, low, high = [], [], []
    for _ in range(150):
        shape, rest, test = values(150), values(150), values(400)
        width = conformal.Width(shape[0], np.abs(shape[1] - shape[0]))
        limit = conformal.threshold(np.abs(rest[1] - rest[0]) / width(rest[0]), 0.9)
        holds = np.abs(test[1] - test[0]) <= limit * width(test[0])
        held.append(holds.mean())
        low.append(holds[test[0] < 2].mean())
        high.append(holds[test[0] > 8].mean())
    assert np.mean(held) == pytest.approx(0.9, abs=0.01)
    assert np.mean(low) == pytest.approx(0.9, abs=0.06)
    assert np.mean(high) == pytest.approx(0.9, abs=0.06)
    assert width(np.array([9.0]))[0] > 3 * width(np.array([1.0]))[0]


def test_a_width_of_equal_predictions_is_their_mean_error():
    width = conformal.Width(np.ones(50), np.linspace(0, 2, 50))
    assert width(np.array([1.0, 5.0])) == pytest.approx([width(np.array([1.0]))[0]] * 2)
    assert conformal.Width(np.arange(30.0), np.zeros(30))(np.array([3.0]))[0] > 0
