"""Methods that ask the model alone, on functions whose truth is known and beside definitions and the shap library."""

from __future__ import annotations

import itertools
import math
import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from games import game

from modelyard.explanation.faithfulness import faithfulness, pooled
from modelyard.explanation.lime import lime, ridge
from modelyard.explanation.occlusion import occlusion
from modelyard.explanation.shapley import exact, owen, permutations, shap

LONG = " ".join(f"w{i}" for i in range(40))


def planted(kept):
    return 4.0 * ("w7" in kept) - 2.0 * ("w20" in kept)


def additive(kept):
    return sum(float(word[1:]) for word in kept) / 10


def interacting(kept):
    return 1.0 * ("w0" in kept and "w1" in kept) - 2.0 * ("w2" in kept) + 0.5 * ("w3" in kept or "w0" in kept)


def brute(one):
    """The definition over all orders."""
    count = one.count
    weights = np.zeros(count)
    for order in itertools.permutations(range(count)):
        keep = np.zeros((count + 1, count), dtype=bool)
        for place, unit in enumerate(order):
            keep[place + 1 :, unit] = True
        weights[list(order)] += np.diff(one(keep))
    return weights / math.factorial(count)


@pytest.mark.parametrize("method", [occlusion, shap, owen, permutations, lime])
def test_the_planted_words_are_found_with_their_signs(method):
    found = method(game(LONG, planted))
    order = np.argsort(-np.abs(found.weights))
    assert order[:2].tolist() == [7, 20]
    assert found.weights[7] > 0 > found.weights[20]
    others = np.delete(found.weights, [7, 20])
    assert np.abs(others).max() < (0.25 if method is lime else 1e-9)


@pytest.mark.parametrize("method", [exact, owen, permutations])
@pytest.mark.parametrize("function", [planted, additive, interacting])
def test_shapley_values_add_up(method, function):
    one = game("w0 w1 w2 w3 w7 w20", function)
    found = method(one)
    assert found.base + found.weights.sum() == pytest.approx(one.full, abs=1e-12)


def test_exact_is_the_definition():
    one = game("w0 w1 w2 w3 w4", interacting)
    assert exact(one).weights == pytest.approx(brute(one), abs=1e-12)


def test_of_a_sum_every_way_gives_its_terms():
    truth = np.arange(40) / 10
    for method in (occlusion, owen, permutations):
        assert method(game(LONG, additive)).weights == pytest.approx(truth, abs=1e-9)


def test_owen_without_time_still_adds_up_and_says_what_it_shared():
    one = game(LONG, additive, seconds=0.0)
    found = owen(one)
    assert found.base + found.weights.sum() == pytest.approx(one.full, abs=1e-9)
    assert found.notes


def test_the_standard_error_covers_the_truth():
    """Of 60 seeds, the estimate of w0 is within two of its stated errors in about 95 %."""
    truth = brute(game("w0 w1 w2 w3 w4", interacting))
    within = 0
    for seed in range(60):
        found = permutations(game("w0 w1 w2 w3 w4", interacting), seed=seed, most=20)
        within += bool((np.abs(found.weights - truth) <= 2.2 * found.facts["standard_error"] + 1e-12).all())
    assert within >= 51


def test_occlusion_in_a_hurry_finds_the_stretch():
    found = occlusion(game(" ".join(f"w{i}" for i in range(300)), planted, seconds=0.0))
    assert found.notes and np.abs(found.weights[0:60]).sum() > 0
    assert found.weights.sum() == pytest.approx(2.0, abs=1e-9)


def test_lime_repeats_itself_and_fits_a_sum():
    first, again, other = (lime(game(LONG, additive), seed=seed) for seed in (1, 1, 2))
    assert (first.weights == again.weights).all() and (first.weights != other.weights).any()
    assert first.facts["r2"] > 0.95


def test_ridge_is_scikit_learns():
    linear_model = pytest.importorskip("sklearn.linear_model")
    dice = np.random.default_rng(0)
    for rows, columns in ((80, 7), (6, 9)):
        inputs, targets, weights = dice.normal(size=(rows, columns)), dice.normal(size=rows), dice.random(rows) + 0.1
        coefficients, base, fit = ridge(inputs, targets, weights, 1.0)
        reference = linear_model.Ridge(alpha=1.0).fit(inputs, targets, sample_weight=weights)
        assert coefficients == pytest.approx(reference.coef_, abs=1e-8)
        assert base == pytest.approx(reference.intercept_, abs=1e-8)
        assert fit == pytest.approx(reference.score(inputs, targets, weights), abs=1e-8)


def test_exact_is_shaps():
    library = pytest.importorskip("shap")
    one = game("w0 w1 w2 w3 w7", interacting)
    explainer = library.explainers.Exact(lambda keep: one(keep.astype(bool)), np.zeros((1, 5)))
    reference = explainer(np.ones((1, 5)), silent=True)
    assert exact(one).weights == pytest.approx(reference.values[0], abs=1e-9)


def test_a_faithful_order_beats_chance_and_a_wrong_one_does_not():
    right, wrong = np.zeros(40), np.zeros(40)
    right[7], right[20] = 4.0, -2.0
    wrong[3:6] = 1.0
    assert faithfulness(game(LONG, planted), right)["interval"][0] > 0
    assert faithfulness(game(LONG, planted), -right)["interval"][1] < 0
    found = faithfulness(game(LONG, planted), wrong)
    assert found["gain"] < faithfulness(game(LONG, planted), right)["gain"]
    assert faithfulness(game("w1 w2", planted), np.ones(2)) is None
    assert faithfulness(game(LONG, planted), np.zeros(40)) is None


def test_the_pooled_interval_covers_the_mean():
    dice = np.random.default_rng(0)
    covered = 0
    for seed in range(200):
        low, high = pooled(dice.normal(0.1, 0.2, size=24).tolist(), seed=seed)[1]
        covered += low <= 0.1 <= high
    assert 0.88 <= covered / 200 <= 0.98
    assert pooled([0.1, 0.2])[1] is None
