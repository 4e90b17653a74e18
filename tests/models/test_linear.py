import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression, Ridge

from modelyard.core.errors import RecipeError
from modelyard.core.features import Sparse, take
from modelyard.core.recipe import NgramConfig
from modelyard.data.features.ngrams import Ngrams
from modelyard.models import linear


def table(count=300, width=5, seed=0):
    random = np.random.default_rng(seed)
    features = random.normal(size=(count, width)).astype(np.float32)
    return features, features @ random.normal(size=width) + 0.1 * random.normal(size=count)


def texts(count=400, seed=0):
    random = np.random.default_rng(seed)
    words = [f"w{i}" for i in range(60)]
    targets = random.integers(0, 3, count)
    rows = [
        " ".join(random.choice(words[20 * t : 20 * t + 20] if random.random() < 0.4 else words) for _ in range(8))
        for t in targets
    ]
    return Ngrams.fit(rows, NgramConfig(character_ngrams=3)).encode(rows), targets


def test_table_logits_equal_scikit_learns():
    features, values = table()
    for targets, outputs in ((values > 0).astype(np.int64), 2), (np.digitize(values, [-1, 1]).astype(np.int64), 3):
        config = linear.Config(c=0.5)
        held = features[:30], targets[:30]
        weights = linear.fit(config, features, targets, outputs=outputs, loss="cross_entropy", validation=held)
        reference = LogisticRegression(C=0.5, max_iter=300).fit(features.astype(np.float64), targets)
        expected = reference.decision_function(features.astype(np.float64))
        found = linear.forward(weights, config, features)
        found = found[:, 1] - found[:, 0] if outputs == 2 else found
        np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9)


def test_ridge_equals_scikit_learns():
    features, values = table()
    scaled = (features - features.mean(axis=0, dtype=np.float64)) / features.std(axis=0, dtype=np.float64)
    config = linear.Config(c=0.01)
    weights = linear.fit(config, scaled, values, outputs=1, loss="mse", validation=(scaled[:9], values[:9]))
    expected = Ridge(alpha=100.0).fit(scaled, values).predict(scaled)
    np.testing.assert_allclose(linear.forward(weights, config, scaled)[:, 0], expected, rtol=1e-9, atol=1e-9)


def test_a_line_is_found_exactly():
    features = np.linspace(0, 10, 100)[:, None]
    weights = linear.fit(linear.Config(), features, features[:, 0] / 2, outputs=1, loss="mse")
    np.testing.assert_allclose(linear.forward(weights, linear.Config(), features)[:, 0], features[:, 0] / 2, atol=1e-4)


def test_constant_and_repeated_columns_never_fail():
    features, values = table(60, 3)
    features = np.concatenate([features, features, np.ones((60, 2))], axis=1)
    for outputs, targets, loss in (1, values, "mse"), (2, (values > 0).astype(np.int64), "cross_entropy"):
        weights = linear.fit(linear.Config(), features, targets, outputs=outputs, loss=loss)
        assert np.isfinite(linear.forward(weights, linear.Config(), features)).all()


def test_sparse_rows_are_summed_as_scipy_does():
    from scipy.sparse import csr_matrix

    features, targets = texts()
    weights = linear.fit(linear.Config(), features, targets, outputs=3, loss="cross_entropy")
    rows = csr_matrix((features.values, features.indices, features.indptr), shape=(len(features), features.width))
    expected = rows.astype(np.float64) @ weights["weight"].astype(np.float64) + weights["bias"]
    found = linear.forward(weights, linear.Config(), features)
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)
    assert (found.argmax(axis=1) == targets).mean() > 0.9


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 399), min_size=1, max_size=20), st.sampled_from([2, 3]))
def test_a_rows_answer_does_not_depend_on_the_batch(picked, outputs):
    random = np.random.default_rng(1)
    binary = {"binary": np.ones(1, dtype=np.uint8)} if outputs == 2 else {}
    columns = 1 if outputs == 2 else 3
    sparse = Sparse(
        np.arange(0, 400 * 7 + 1, 7), random.integers(0, 50, 2800).astype(np.int32), random.random(2800, np.float32), 50
    )
    for features in (random.normal(size=(400, 50)).astype(np.float32), sparse):
        weights = {"weight": random.normal(size=(50, columns)), "bias": random.normal(size=columns), **binary}
        whole = linear.forward(weights, linear.Config(), features)
        assert whole.shape == (400, outputs)
        np.testing.assert_array_equal(linear.forward(weights, linear.Config(), take(features, picked)), whole[picked])


def test_an_empty_row_gets_the_bias():
    empty = Sparse(np.zeros(3, dtype=np.int64), np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32), 4)
    weights = {"weight": np.ones((4, 2)), "bias": np.array([1.0, 2.0])}
    np.testing.assert_array_equal(linear.forward(weights, linear.Config(), empty), [[1, 2], [1, 2]])


def test_weights_of_examples_count():
    features = np.zeros((40, 1), dtype=np.float32)
    targets = np.array([0] * 30 + [1] * 10)
    weights = np.where(targets == 1, 3.0, 1.0)
    solved = linear.fit(
        linear.Config(), features, targets, outputs=2, loss="binary", weights=weights, validation=(features, targets)
    )
    np.testing.assert_allclose(linear.forward(solved, linear.Config(), features)[0], [0, 0], atol=1e-4)


def test_a_late_deadline_still_gives_a_model():
    features, targets = texts(60)
    weights = linear.fit(linear.Config(), features, targets, outputs=3, loss="cross_entropy", deadline=0.0)
    assert np.isfinite(linear.forward(weights, linear.Config(), features)).all()


def test_a_class_may_lack_rows():
    features, values = table(40)
    targets = np.where(values > 0, 2, 0).astype(np.int64)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        weights = linear.fit(linear.Config(), features, targets, outputs=3, loss="cross_entropy")
    assert set(linear.forward(weights, linear.Config(), features).argmax(axis=1)) == {0, 2}


def test_a_loss_without_a_solver_is_refused():
    with pytest.raises(RecipeError, match=r"train\.loss"):
        linear.fit(linear.Config(), *table(), outputs=1, loss="huber")
