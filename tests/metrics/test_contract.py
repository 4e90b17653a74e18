"""What every metric module promises, whatever its kind. A new module is found by its METRICS and needs a case here."""

import importlib
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core import registry
from modelyard.metrics import intervals, paired

MODULES = {
    name: module
    for name in registry.names("metrics")
    if hasattr(module := importlib.import_module(f"modelyard.metrics.{name.replace('-', '_')}"), "METRICS")
}


def perfect(name, targets, outputs):
    if name == "language":
        return outputs * [0, 1]  # no nats for as many tokens
    if name == "preference":
        return np.tile([1.0, 0.0], (len(targets), 1))
    return np.eye(3)[targets] if name == "classification" else targets.astype(float)


def examples(name, seed, size=80):
    random = np.random.default_rng(seed)
    if name == "classification":
        targets = np.arange(size) % 3
        outputs = random.dirichlet([1, 1, 1], size)
        outputs[np.arange(size), targets] += 0.5
        return targets, outputs / outputs.sum(1, keepdims=True)
    if name == "regression":
        targets = random.normal(10, 1, size)
        return targets, targets + random.normal(size=size)
    if name == "language":
        targets = random.integers(1, 500, size)
        return targets, np.stack([random.gamma(2, 100, size), random.integers(1, 100, size)], axis=1)
    if name == "preference":
        return random.integers(1, 100, (size, 2)), random.normal(size=(size, 2))
    raise AssertionError(f"add a case for the metric module {name}")


@pytest.fixture(params=sorted(MODULES))
def case(request):
    return request.param, MODULES[request.param]


def test_the_table_is_whole(case):
    name, module = case
    assert module.PRIMARY in module.METRICS
    assert isinstance(module.STRATIFIED, bool)
    targets, outputs = examples(name, 0)
    for key, metric in module.METRICS.items():
        assert metric.name == key and key.isidentifier()
        assert metric.low <= metric.function(targets, outputs) <= metric.high
    names = [n for part in module.resamplers(targets, outputs) for n in part.names]
    assert sorted(names) == sorted(module.METRICS)


def test_nothing_is_better_than_the_truth(case):
    name, module = case
    targets, outputs = examples(name, 1)
    for metric in module.METRICS.values():
        if metric.name == "bytes_per_token":
            continue  # the tokenizer's, whatever the model finds likely
        best, real = metric.function(targets, perfect(name, targets, outputs)), metric.function(targets, outputs)
        assert best > real if metric.higher_is_better else best < real, metric.name
        assert best == pytest.approx(1 if metric.higher_is_better or metric.low == 1 else 0, abs=1e-12)


@given(seed=st.integers(0, 1000), shards=st.integers(1, 9))
@settings(max_examples=25, deadline=None)
@pytest.mark.parametrize("name", sorted(MODULES))
def test_shards_and_order_do_not_matter(name, seed, shards):
    module = MODULES[name]
    targets, outputs = examples(name, seed)
    whole = module.State()
    whole.update(targets, outputs)
    random = np.random.default_rng(seed)
    merged = module.State()
    for index in np.array_split(random.permutation(len(targets)), shards):
        part = module.State()
        part.update(targets[index], outputs[index])
        merged.merge(part)
    assert merged.result() == whole.result()


def test_wrong_shapes_are_refused(case):
    name, module = case
    targets, outputs = examples(name, 2)
    with pytest.raises(ValueError, match=r"must be|targets for"):
        module.METRICS[module.PRIMARY].function(targets[:-1], outputs)
    with pytest.raises(ValueError, match="80 targets for 79 outputs"):
        module.State().update(targets, outputs[:-1])


@pytest.mark.parametrize("size", [1, 2, 3])
def test_few_examples_give_finite_figures_or_reasons(case, size):
    name, module = case
    targets, outputs = examples(name, 3, size)
    found, reasons = intervals.estimates(module, targets, outputs, resamples=200)
    assert set(found) | set(reasons) == set(module.METRICS) and not set(found) & set(reasons)
    assert all(math.isfinite(estimate.value) for estimate in found.values())
    for metric, estimate in found.items():
        assert (estimate.interval is None) == bool(estimate.reason)
        if estimate.interval:
            assert all(math.isfinite(edge) for edge in estimate.interval)
            assert estimate.interval[0] <= estimate.value <= estimate.interval[1]
        difference = paired.compare(module, metric, targets, outputs, outputs, resamples=200)
        assert (difference.outcome, difference.value) == ("tie", 0)


def test_seeds_decide(case):
    name, module = case
    targets, outputs = examples(name, 4)
    one, again, other = (intervals.estimates(module, targets, outputs, resamples=200, seed=s)[0] for s in (1, 1, 2))
    assert one == again
    assert one != other
