"""The planner's fit: it finds coefficients again, holds what data do not tell near its prior, and bands cover."""

import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy")
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
planner_fit = pytest.importorskip("planner_fit")

PRIORS = {"work": (1.0, 0.5, "a rate"), "start": (0.01, 0.7, "a constant"), "unseen": (3.0, 0.5, "in no row")}


def seconds(amounts, c):
    return c["work"] * amounts["work"] + c["start"] + 0.0 * c["unseen"]


def rows(number=200, sources=8, outliers=10):
    random = np.random.default_rng(3)
    amounts = {"work": random.lognormal(-2, 2, number)}
    measured = (1.8 * amounts["work"] + 0.03) * random.lognormal(0, 0.05, number)
    measured[:outliers] *= 4
    return amounts, measured, [f"source {place % sources}" for place in range(number)]


def test_coefficients_are_found_again_beside_outliers():
    found = planner_fit.fit(PRIORS, seconds, *rows())
    assert found["work"] == pytest.approx(1.8, rel=0.05)
    assert found["start"] == pytest.approx(0.03, rel=0.10)
    assert found["unseen"] == pytest.approx(3.0)


def test_a_fold_never_saw_its_source():
    amounts, measured, sources = rows(outliers=0)
    own = np.array(sources) == "source 0"
    folds = planner_fit.without_each(PRIORS, seconds, amounts, measured, sources)
    measured[own] *= 100
    assert planner_fit.without_each(PRIORS, seconds, amounts, measured, sources)["source 0"] == folds["source 0"]
    assert folds.keys() == set(sources)


@pytest.mark.parametrize("fitted", [True, False])
def test_nine_of_ten_lie_within_the_band(fitted):
    random = np.random.default_rng(5)
    errors = random.normal(0.1, 0.2, 4000)
    low, high = planner_fit.band_factors(errors, [f"{place % 40}" for place in range(4000)], fitted=fitted)
    inside = np.mean((-errors >= np.log(low)) & (-errors <= np.log(high)))
    assert inside == pytest.approx(0.90, abs=0.02)


def test_few_sources_widen_the_band():
    errors = np.random.default_rng(5).normal(0, 0.2, 400)
    few = planner_fit.band_factors(errors, [f"{place % 3}" for place in range(400)], fitted=True)
    many = planner_fit.band_factors(errors, [f"{place % 40}" for place in range(400)], fitted=True)
    assert few[0] < many[0] < 1 < many[1] < few[1]
