"""Krippendorff's alpha: the published examples, an independent implementation, and its interval by simulation."""

import krippendorff as reference
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.metrics._metric import Undefined
from modelyard.metrics.agreement import krippendorff

NAN = np.nan
# Krippendorff 2011, section C: four observers, twelve units.
PUBLISHED = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, 3],
        [NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NAN],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN],
    ]
)


@pytest.mark.parametrize(("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_the_published_example(level, alpha):
    found = krippendorff(PUBLISHED, level)
    assert found.alpha == pytest.approx(alpha, abs=5e-4)
    assert (found.units, found.ratings) == (11, 40)
    assert found.interval[0] <= found.alpha <= found.interval[1]


def test_the_published_binary_example():
    # Krippendorff 2011, section A: two observers, ten units, alpha 0.095.
    first, second = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert krippendorff(np.array([first, second], dtype=float), "nominal").alpha == pytest.approx(0.095, abs=5e-4)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), level=st.sampled_from(["nominal", "ordinal", "interval"]))
def test_it_equals_an_independent_implementation(seed, level):
    random = np.random.default_rng(seed)
    ratings = random.integers(1, 6, (random.integers(2, 6), random.integers(4, 30))).astype(float)
    ratings[random.random(ratings.shape) < 0.3] = NAN
    try:
        found = krippendorff(ratings, level, resamples=20)
    except Undefined:
        return
    assert found.alpha == pytest.approx(reference.alpha(ratings, level_of_measurement=level), abs=1e-10)


def test_what_tells_nothing_has_no_alpha():
    with pytest.raises(Undefined, match="no unit was rated by two"):
        krippendorff(np.array([[1, NAN], [NAN, 2]]), "nominal")
    with pytest.raises(Undefined, match="all ratings are the same"):
        krippendorff(np.array([[3.0, 3], [3, 3]]), "interval")
    full = krippendorff(np.array([[1.0, 2, 3], [1, 2, 3]]), "ordinal")
    assert full.alpha == 1 and full.interval is None


def drawn(random, units):
    """Three raters who see the truth 4 times in 5 and guess otherwise."""
    truth = random.integers(0, 3, units)
    guess = random.integers(0, 3, (3, units))
    return np.where(random.random((3, units)) < 0.8, truth, guess).astype(float)


def test_the_interval_covers_as_often_as_it_says():
    random = np.random.default_rng(0)
    # Two ratings agree beyond chance with probability 0.8 squared.
    truth, runs = 0.64, 300
    assert krippendorff(drawn(random, 20_000), "nominal", resamples=10).alpha == pytest.approx(truth, abs=0.015)
    found = [krippendorff(drawn(random, 80), "nominal", resamples=300, seed=i).interval for i in range(runs)]
    covered = sum(low <= truth <= high for low, high in found) / runs
    # Three deviations of a share of 300, and a percent for a percentile bootstrap of 80 units.
    assert 0.95 - 3 * (0.95 * 0.05 / runs) ** 0.5 - 0.01 <= covered <= 1
