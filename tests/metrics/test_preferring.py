"""Shares of wins and Bradley-Terry strengths: against a direct fit, and their intervals by simulation."""

import math

import numpy as np
import pytest
from scipy.optimize import minimize

from modelyard.metrics._metric import Undefined
from modelyard.metrics.intervals import wilson
from modelyard.metrics.preferring import bradley_terry, win_share, winning


def tournament(random, strengths, items, ties=0.0):
    """One vote an item on a random pair; the strengths are true of what is no tie."""
    count = len(strengths)
    wins = np.zeros((items, count, count))
    for at in range(items):
        a, b = random.choice(count, 2, replace=False)
        if random.random() < ties:
            wins[at, a, b] = wins[at, b, a] = 0.5
        elif random.random() < winning(strengths[a], strengths[b]):
            wins[at, a, b] = 1
        else:
            wins[at, b, a] = 1
    return wins


def test_the_fit_is_the_maximum_of_the_likelihood():
    wins = tournament(np.random.default_rng(1), [1.0, 0.2, -0.3, -0.9], 300, ties=0.2)
    total = wins.sum(axis=0)

    def loss(strengths):
        return sum(
            total[i, j] * math.log1p(math.exp(strengths[j] - strengths[i]))
            for i in range(4)
            for j in range(4)
            if i != j
        )

    best = minimize(loss, np.zeros(4), tol=1e-12).x
    found = bradley_terry(wins, resamples=50)
    np.testing.assert_allclose(found.values, best - best.mean(), atol=1e-4)


def test_two_models_have_the_log_odds_of_their_wins():
    wins = np.zeros((40, 2, 2))
    wins[:30, 0, 1] = 1
    wins[30:, 1, 0] = 1
    found = bradley_terry(wins, resamples=200)
    assert found.values[0] - found.values[1] == pytest.approx(math.log(3), abs=1e-6)
    assert winning(*found.values) == pytest.approx(0.75)


def test_the_intervals_of_strengths_cover_as_often_as_they_say():
    random, truth, runs = np.random.default_rng(0), (0.8, 0.0, -0.8), 200
    covered = np.zeros(3)
    for run in range(runs):
        found = bradley_terry(tournament(random, truth, 150), resamples=200, seed=run)
        covered += [low <= value <= high for value, (low, high) in zip(truth, found.intervals, strict=True)]
    assert np.all(covered / runs >= 0.95 - 3 * (0.95 * 0.05 / runs) ** 0.5)


def test_a_model_that_never_lost_has_no_strength():
    wins = np.zeros((10, 2, 2))
    wins[:, 0, 1] = 1
    with pytest.raises(Undefined, match="every time"):
        bradley_terry(wins)
    apart = np.zeros((2, 4, 4))
    apart[0, 0, 1] = apart[0, 1, 0] = apart[1, 2, 3] = apart[1, 3, 2] = 1
    with pytest.raises(Undefined, match="never met"):
        bradley_terry(apart)


def test_a_bound_that_nothing_sets_is_left_out():
    wins = np.zeros((20, 2, 2))
    wins[:19, 0, 1] = 1
    wins[19, 1, 0] = 1
    (first, second) = bradley_terry(wins, resamples=500).intervals
    # In a third of the resamples the first one never loses.
    assert first[0] is not None and first[1] is None
    assert second[0] is None and second[1] is not None


def test_a_share_of_single_votes_is_wilsons():
    found = win_share([[1.0]] * 30 + [[0.0]] * 10)
    assert found.value == 0.75
    assert found.interval == pytest.approx(wilson(0.75, 39), abs=1e-12)
    assert win_share([[1.0, 1.0]] * 5).interval == pytest.approx(wilson(1.0, 5))
    with pytest.raises(Undefined):
        win_share([])


def test_votes_on_one_item_are_not_taken_for_independent_ones():
    random = np.random.default_rng(3)
    truth, runs, covered, naive = 0.6, 500, 0, 0
    for _ in range(runs):
        # Five raters who all follow the item: its winner is clear to nine in ten of them.
        winner = random.random(50) < (truth - 0.1) / 0.8
        votes = (random.random((50, 5)) < np.where(winner, 0.9, 0.1)[:, None]).astype(float)
        low, high = win_share(votes.tolist()).interval
        covered += low <= truth <= high
        low, high = wilson(float(votes.mean()), votes.size)
        naive += low <= truth <= high
    assert covered / runs >= 0.95 - 3 * (0.95 * 0.05 / runs) ** 0.5
    assert naive / runs < 0.8


@pytest.mark.parametrize(("items", "votes", "truth"), [(3, 5, 0.5), (5, 3, 0.5), (8, 5, 0.8)])
def test_few_items_that_lie_close_by_chance_are_worth_no_more_than_their_votes(items, votes, truth):
    random = np.random.default_rng(items)
    covered, runs = 0, 1500
    for _ in range(runs):
        low, high = win_share((random.random((items, votes)) < truth).astype(float).tolist()).interval
        covered += low <= truth <= high
    # Their spread alone held 81 % of three items with five votes each.
    assert covered / runs >= 0.95 - 3 * (0.95 * 0.05 / runs) ** 0.5
