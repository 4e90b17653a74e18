"""Calibrations beyond a temperature: found when needed, not when not, against scikit-learn and finite differences."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.data.features.scores import probabilities, steepness
from modelyard.metrics.recalibration import choose, fit_curve, fit_vector


def softmax(z):
    weights = np.exp(z - z.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def sample(seed, n, classes=3, scale=1.0, shift=0.0):
    """Logits z and labels drawn from softmax(scale * (z - mean) + shift)."""
    random = np.random.default_rng(seed)
    z = random.normal(size=(n, classes)) * 2
    chances = softmax((z - z.mean(axis=1, keepdims=True)) * scale + shift)
    labels = (chances.cumsum(axis=1) < random.random(n)[:, None]).sum(axis=1)
    return z, labels, chances


def log_loss(found, labels):
    return -np.log(found[np.arange(len(labels)), labels]).mean()


def test_the_temperature_alone_where_nothing_else_is_needed():
    kept = 0
    for seed in range(40):
        z, labels, _ = sample(seed, 1200, scale=0.5)
        found = choose(z, labels, "auto", probabilities)
        assert found.temperature == pytest.approx(2.0, rel=0.25)
        kept += found.calibration is None
    assert kept >= 36  # the level is 5 %


def test_classes_that_are_favoured_are_moved_back():
    z, labels, _ = sample(1, 3000, scale=np.array([0.4, 1.2, 0.8]), shift=np.array([1.5, 0, -1.0]))
    found = choose(z, labels, "auto", probabilities)
    assert found.calibration["method"] == "vector"
    assert {one.method for one in found.tried} == {"temperature", "vector", "isotonic"}
    new, labels_, truth = sample(2, 4000, scale=np.array([0.4, 1.2, 0.8]), shift=np.array([1.5, 0, -1.0]))
    ours = log_loss(probabilities(new, found.temperature, found.calibration), labels_)
    assert ours < log_loss(probabilities(new, found.temperature), labels_) - 0.05
    assert ours == pytest.approx(log_loss(truth, labels_), abs=0.01)


def test_what_no_line_of_logits_bends_is_bent_by_a_curve():
    random = np.random.default_rng(3)

    def drawn(n):
        p = random.random(n)
        truth = np.where(p < 0.5, 0.35, 0.65) + 0.1 * (p - 0.5)
        return np.stack([np.zeros(n), np.log(p / (1 - p))], axis=1), (random.random(n) < truth).astype(int), truth

    z, labels, _ = drawn(4000)
    found = choose(z, labels, "auto", probabilities)
    assert found.calibration["method"] == "isotonic"
    new, labels_, truth = drawn(8000)
    bent = probabilities(new, found.temperature, found.calibration)
    assert np.abs(bent[:, 1] - truth).mean() < 0.05
    assert log_loss(bent, labels_) < log_loss(probabilities(new, found.temperature), labels_)


def test_vector_scaling_is_at_the_minimum():
    z, labels, _ = sample(4, 500, scale=np.array([0.7, 1.1, 0.9]), shift=np.array([0.5, 0, -0.3]))
    scale, shift = fit_vector(z, labels, 1.2)
    centred = z - z.mean(axis=1, keepdims=True)
    weights = np.array([max(1.0, (centred**2).mean())] * 3 + [1.0] * 3) / len(z)
    prior = np.array([1 / 1.2] * 3 + [0.0] * 3)

    def value(at):
        own = -np.log(softmax(centred * at[:3] + at[3:])[np.arange(len(z)), labels]).mean()
        return own + (weights * (at - prior) ** 2).sum() / 2

    at = np.concatenate([scale, shift])
    slopes = [(value(at + 1e-5 * one) - value(at - 1e-5 * one)) / 2e-5 for one in np.eye(6)]
    assert np.abs(slopes).max() < 1e-5


def test_a_curve_is_scikit_learns_where_no_step_is_steep():
    isotonic = pytest.importorskip("sklearn.isotonic")
    random = np.random.default_rng(5)
    scores = random.random(20_000)
    right = random.random(20_000) < scores**2
    at, to = fit_curve(scores, right)
    theirs = isotonic.IsotonicRegression(out_of_bounds="clip").fit(scores, right)
    where = np.linspace(0.05, 0.95, 50)
    ours, steps = np.interp(where, at, to), theirs.predict(where)
    assert ours == pytest.approx(steps, abs=0.06)  # his line goes in steps, ours between their middles
    assert np.abs(ours - where**2).mean() <= np.abs(steps - where**2).mean()


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), n=st.integers(1, 60), classes=st.integers(2, 4))
def test_any_calibration_gives_probabilities_that_stand_alone(seed, n, classes):
    random = np.random.default_rng(seed)
    z = random.normal(size=(n, classes)) * random.choice([0.1, 3, 50])
    labels = random.integers(0, classes, n)
    for mode in ("none", "temperature", "vector", "isotonic", "auto"):
        found = choose(z, labels, mode, probabilities)
        whole = probabilities(z, found.temperature, found.calibration)
        assert np.isfinite(whole).all()
        assert whole.min() >= 0
        assert whole.sum(axis=1) == pytest.approx(np.ones(n))
        single = np.concatenate([probabilities(z[i : i + 1], found.temperature, found.calibration) for i in range(n)])
        assert (single == whole).all()  # a row alone is answered bit for bit as among others
        if found.calibration is not None and found.calibration["method"] == "isotonic":
            for at, to in zip(found.calibration["at"], found.calibration["to"], strict=True):
                assert (np.diff(at) > 0).all()
                assert (np.diff(to) > 0).all()
                assert to[0] > 0
                assert to[-1] < 1


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), method=st.sampled_from(["temperature", "vector", "isotonic"]))
def test_no_probability_moves_more_than_the_stated_steepness(seed, method):
    z, labels, _ = sample(seed, 400)
    found = choose(z, labels, method, probabilities)
    moved = z + np.random.default_rng(seed).uniform(-1e-4, 1e-4, z.shape)
    before, after = (probabilities(one, found.temperature, found.calibration) for one in (z, moved))
    assert np.abs(after - before).max() <= 2e-4 * steepness(found.temperature, found.calibration) * 1.01
