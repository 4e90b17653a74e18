"""Temperature against scipy's minimizer, and its corners."""

import numpy as np
import pytest

from modelyard.metrics.calibration import HIGHEST, fit_temperature, reliability

optimize = pytest.importorskip("scipy.optimize")
special = pytest.importorskip("scipy.special")


def example(seed, scale, size=400, classes=3):
    """Logits that are `scale` times what would be calibrated."""
    random = np.random.default_rng(seed)
    logits = random.normal(size=(size, classes)) * 1.5
    labels = np.array([random.choice(classes, p=special.softmax(row)) for row in logits])
    return logits * scale, labels


@pytest.mark.parametrize("scale", [0.2, 1.0, 3.0, 8.0])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_is_the_least_log_loss(scale, dtype):
    logits, labels = example(0, scale)
    logits = logits.astype(dtype).astype(np.float64)

    def loss(inverse):
        return -special.log_softmax(logits * inverse, axis=1)[np.arange(len(labels)), labels].mean()

    best = optimize.minimize_scalar(loss, bounds=(1 / 20, 20), method="bounded", options={"xatol": 1e-12})
    found = fit_temperature(logits, labels)
    assert found == pytest.approx(1 / best.x, rel=1e-5)  # the minimizer's own precision
    assert loss(1 / found) <= best.fun + 1e-14
    assert found == pytest.approx(scale, rel=0.2)


def test_large_logits_and_shifts_do_not_matter():
    logits, labels = example(1, 2.0)
    assert fit_temperature(logits + 1e4, labels) == pytest.approx(fit_temperature(logits, labels), rel=1e-8)
    assert fit_temperature(-100 * logits, labels) == pytest.approx(HIGHEST, rel=1e-9)


@pytest.mark.parametrize(
    ("logits", "labels"),
    [
        (np.zeros((0, 3)), []),
        (np.zeros((4, 3)), [0, 1, 2, 0]),
        (np.ones((4, 1)), [0, 0, 0, 0]),
        (np.eye(3), [0, 1, 2]),
    ],
    ids=["no examples", "equal logits", "one class", "all right"],
)
def test_no_change_where_no_temperature_is_best(logits, labels):
    assert fit_temperature(logits, np.array(labels, dtype=np.int64)) == 1.0


def test_refuses_logits_that_are_not_finite():
    with pytest.raises(ValueError, match="finite"):
        fit_temperature(np.array([[np.nan, 1.0]]), np.array([0]))


def test_reliability_bins_hold_every_example():
    probabilities = np.array([[1.0, 0.0], [0.5, 0.5], [0.34, 0.66], [0.3, 0.7]])
    bins = reliability(np.array([0, 1, 1, 0]), probabilities)
    assert [(b.count, b.accuracy) for b in bins] == [(1, 0.0), (1, 1.0), (1, 0.0), (1, 1.0)]
    assert bins[-1].confidence == 1.0
