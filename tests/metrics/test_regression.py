"""Regression metrics against scikit-learn."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.metrics import regression as metrics

sklearn_metrics = pytest.importorskip("sklearn.metrics")


def example(seed, size=300, scale=1.0):
    random = np.random.default_rng(seed)
    targets = random.normal(5, 2, size) * scale
    return targets, targets + random.normal(size=size) * scale


@pytest.mark.parametrize("size", [2, 3, 300, 301])
@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e9])
def test_agree_with_scikit_learn(size, scale):
    targets, values = example(size, size, scale)
    reference = {
        "mse": sklearn_metrics.mean_squared_error(targets, values),
        "rmse": sklearn_metrics.root_mean_squared_error(targets, values),
        "mae": sklearn_metrics.mean_absolute_error(targets, values),
        "median_ae": sklearn_metrics.median_absolute_error(targets, values),
        "r2": sklearn_metrics.r2_score(targets, values),
        "mape": sklearn_metrics.mean_absolute_percentage_error(targets, values),
    }
    assert set(reference) == set(metrics.METRICS)
    for name, value in reference.items():
        assert metrics.METRICS[name].function(targets, values) == pytest.approx(value, rel=1e-12), name


def test_metrics_without_a_value_are_left_out_with_the_reason():
    state = metrics.State()
    state.update(np.zeros(4), np.ones(4))
    values, reasons = state.evaluate()
    assert values == {"rmse": 1, "mae": 1, "median_ae": 1, "mse": 1}
    assert reasons == {"r2": "the target is constant", "mape": "the target is 0 in 4 rows"}
    single = metrics.State()
    single.update(np.ones(1), np.ones(1))
    assert single.evaluate()[1] == {"r2": "there is only one example"}


@given(cuts=st.lists(st.integers(0, 50), max_size=5), flip=st.booleans(), scale=st.sampled_from([1e-9, 1.0, 1e12]))
@settings(max_examples=40, deadline=None)
def test_merging_shards_in_any_order_is_exact(cuts, flip, scale):
    targets, values = example(1, 50, scale)
    whole, merged = metrics.State(), metrics.State()
    whole.update(targets, values)
    bounds = [0, *sorted(cuts), 50]
    pairs = list(itertools.pairwise(bounds))
    for start, end in reversed(pairs) if flip else pairs:
        part = metrics.State()
        part.update(targets[start:end], values[start:end])
        merged.merge(part)
    assert merged.result() == whole.result()
