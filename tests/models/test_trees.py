import lightgbm
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureSpec
from modelyard.models import trees


def table(count, seed, *, missing=0.1, categories=7):
    random = np.random.default_rng(seed)
    features = np.column_stack(
        [
            random.normal(size=count),
            random.integers(0, 4, count) / 4,
            random.integers(0, categories, count),
            random.normal(size=count).round(1) * 1e6,
            np.full(count, 3.0),
        ]
    )
    effect = random.normal(size=categories) * 2
    values = features[:, 0] ** 2 + features[:, 1] + effect[features[:, 2].astype(int)] + 0.1 * random.normal(size=count)
    features[random.random(features.shape) < missing] = np.nan
    return features, values, FeatureSpec(kind="columns", width=5, categories=(0, 0, categories, 0, 0))


def odd_rows(count, seed):
    """Rows with unknown and negative categories, zeros, infinities and missing values."""
    random = np.random.default_rng(seed)
    pool = np.array([np.nan, 0.0, -0.0, -1.0, -0.5, 0.5, 1.0, 2.0, 2.5, 6.0, 7.0, 99.0, 1e305, -1e300, np.inf, -np.inf])
    rows = random.choice(pool, size=(count, 5))
    # LightGBM casts a category to int, which has no meaning for values beyond it.
    rows[:, 2] = np.clip(np.nan_to_num(rows[:, 2], nan=-1.0), -5, 500)
    rows[random.random(count) < 0.3, 2] = np.nan
    return rows


def check(weights, rows):
    booster = lightgbm.Booster(model_str=bytes(weights["model_txt"]).decode())
    expected = booster.predict(rows, raw_score=True, num_threads=1)
    found = trees.forward(weights, trees.Config(), rows)
    if "binary" in weights:
        assert not found[:, 0].any()
        found = found[:, 1]
    np.testing.assert_allclose(found.reshape(expected.shape), expected, rtol=1e-12, atol=1e-12)


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    outputs=st.sampled_from([1, 2, 3]),
    missing=st.sampled_from([0.0, 0.2]),
    leaves=st.sampled_from([2, 7, 64]),
    categories=st.sampled_from([1, 2, 7, 40]),
)
def test_answers_equal_lightgbms(seed, outputs, missing, leaves, categories):
    features, values, spec = table(300, seed, missing=missing, categories=categories)
    targets = values if outputs == 1 else np.digitize(values, np.quantile(values, [0.5, 0.8][: outputs - 1]))
    config = trees.Config(trees=15, leaves=leaves, min_leaf=3, learning_rate=0.3)
    weights = trees.fit(
        config,
        features,
        targets,
        outputs=outputs,
        loss="mse" if outputs == 1 else "cross_entropy",
        seed=seed,
        spec=spec,
    )
    check(weights, features)
    check(weights, odd_rows(200, seed))


def test_every_threshold_is_on_its_own_side():
    features = np.arange(200.0)[:, None]
    config = trees.Config(trees=30, min_leaf=1)
    weights = trees.fit(config, features, np.sin(features[:, 0]), outputs=1, loss="mse")
    edges = weights["thresholds"]
    rows = np.concatenate([edges, np.nextafter(edges, np.inf), np.nextafter(edges, -np.inf)])[:, None]
    check(weights, rows)


@pytest.mark.parametrize("loss", ["mse", "mae", "huber"])
def test_regression_losses(loss):
    features, values, spec = table(500, 1)
    weights = trees.fit(trees.Config(), features, values, outputs=1, loss=loss, spec=spec)
    found = trees.forward(weights, trees.Config(), features)[:, 0]
    assert np.corrcoef(found, values)[0, 1] > 0.8


def test_the_number_of_threads_does_not_matter():
    features, values, spec = table(2000, 2)
    one, two = (
        trees.fit(trees.Config(trees=20, threads=threads), features, values, outputs=1, loss="mse", spec=spec)
        for threads in (1, 2)
    )
    np.testing.assert_array_equal(one["leaf_values"], two["leaf_values"])


def test_validation_stops_growing():
    features, values, spec = table(400, 3)
    noise = np.random.default_rng(0).normal(size=100)
    weights = trees.fit(
        trees.Config(trees=1000), features, values, outputs=1, loss="mse", validation=(features[:100], noise), spec=spec
    )
    assert len(weights["leaf_values"]) < 100


def test_a_row_alone_is_answered_as_among_others():
    features, values, spec = table(300, 4)
    weights = trees.fit(trees.Config(trees=200), features, values, outputs=1, loss="mse", spec=spec)
    whole = trees.forward(weights, trees.Config(), features)
    for i in range(0, 300, 17):
        np.testing.assert_array_equal(trees.forward(weights, trees.Config(), features[i : i + 1])[0], whole[i])


def test_iris_in_a_moment():
    from sklearn.datasets import load_iris

    features, targets = load_iris(return_X_y=True)
    train = np.arange(150) % 5 != 0
    weights = trees.fit(trees.Config(), features[train], targets[train], outputs=3, loss="cross_entropy")
    found = trees.forward(weights, trees.Config(), features[~train]).argmax(axis=1)
    assert (found == targets[~train]).mean() >= 0.9


@pytest.mark.parametrize("count", [2, 5, 39, 41])
def test_a_few_rows_never_fail(count):
    features, _, spec = table(count, 5)
    targets = np.arange(count) % 2
    weights = trees.fit(trees.Config(), features, targets, outputs=2, loss="cross_entropy", spec=spec)
    check(weights, features)


def test_constant_features_give_the_share_of_the_classes():
    targets = np.array([0] * 30 + [1] * 10)
    weights = trees.fit(trees.Config(), np.ones((40, 2)), targets, outputs=2, loss="cross_entropy")
    logits = trees.forward(weights, trees.Config(), np.ones((1, 2)))[0]
    assert 0.1 < 1 / (1 + np.exp(-logits[1])) < 0.4


def test_a_late_deadline_still_gives_a_model():
    features, values, spec = table(300, 6)
    weights = trees.fit(trees.Config(), features, values, outputs=1, loss="mse", deadline=0.0, spec=spec)
    assert len(weights["leaf_values"]) == 1


def test_a_loss_that_does_not_fit_is_refused():
    features, values, _ = table(60, 7)
    with pytest.raises(RecipeError, match=r"train\.loss"):
        trees.fit(trees.Config(), features, values, outputs=1, loss="cross_entropy")
    with pytest.raises(RecipeError, match=r"train\.loss"):
        trees.fit(trees.Config(), features, (values > 0).astype(int), outputs=2, loss="mae")
