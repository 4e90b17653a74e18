"""Every metric module: exact merging over shards, and a stated direction."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core import registry

MODULES = [
    name for name in registry.names("metrics") if hasattr(registry.load("metrics", name, field="metrics"), "METRICS")
]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_names_its_primary_metric(name):
    module = registry.load("metrics", name, field="metrics")
    assert module.PRIMARY in module.METRICS
    assert all(key == metric.name for key, metric in module.METRICS.items())


@pytest.mark.parametrize("name", MODULES)
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), cuts=st.lists(st.integers(0, 60), max_size=5))
def test_metrics_merge_exactly_over_shards(name, seed, cuts):
    module = registry.load("metrics", name, field="metrics")
    random = np.random.default_rng(seed)
    if name == "classification":
        outputs = random.dirichlet(np.ones(3), 60)
        targets = np.concatenate([np.arange(3), random.integers(0, 3, 57)])
    elif name == "language":
        targets = random.integers(1, 500, 60)
        outputs = np.stack([random.gamma(2, 100, 60), random.integers(1, 100, 60)], axis=1)
    elif name == "preference":
        targets = random.integers(1, 100, (60, 2))
        outputs = random.normal(size=(60, 2))
    else:
        targets = random.normal(size=60) * 10
        outputs = targets + random.normal(size=60)
    whole = module.State()
    whole.update(targets, outputs)
    merged = module.State()
    bounds = [0, *sorted(cuts), 60]
    for start, end in itertools.pairwise(bounds):
        shard = module.State()
        shard.update(targets[start:end], outputs[start:end])
        merged.merge(shard)
    assert merged.result() == whole.result()
