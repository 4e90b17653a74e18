"""Corrections for many tests, against scipy and against their definitions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.metrics import multiplicity

P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=30)


@settings(max_examples=100, deadline=None)
@given(p_values=P_VALUES)
def test_false_discovery_rates_are_scipys(p_values):
    stats = pytest.importorskip("scipy.stats")
    assert multiplicity.benjamini_hochberg(p_values) == pytest.approx(
        stats.false_discovery_control(p_values, method="bh")
    )
    assert multiplicity.benjamini_yekutieli(p_values) == pytest.approx(
        stats.false_discovery_control(p_values, method="by")
    )


@settings(max_examples=100, deadline=None)
@given(p_values=P_VALUES, level=st.floats(0.001, 0.5))
def test_holm_rejects_what_his_steps_reject(p_values, level):
    order = np.argsort(p_values, kind="stable")
    rejected = set()
    for step, index in enumerate(order):
        if p_values[index] * (len(p_values) - step) > level:
            break
        rejected.add(int(index))
    assert set(np.flatnonzero(multiplicity.holm(p_values) <= level).tolist()) == rejected


def test_holm_keeps_the_chance_of_any_false_finding():
    random = np.random.default_rng(0)
    wrong = sum(bool((multiplicity.holm(random.random(20)) < 0.05).any()) for _ in range(2000))
    assert wrong / 2000 == pytest.approx(0.05, abs=0.015)  # three standard errors of 2,000 trials
