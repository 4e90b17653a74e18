"""Two models on the same rows: effects against scipy, errors at their nominal rates, slices, and the sentence."""

import numpy as np
import pytest

from modelyard.core import registry
from modelyard.core.recipe import Evaluate
from modelyard.core.schema import Column, Schema
from modelyard.evaluation import comparison, slicing
from modelyard.evaluation.comparison_words import cost_rows, lines, metric_rows, sentence, slice_rows
from modelyard.evaluation.judging import Ground
from modelyard.inference.labelled import Labelled
from modelyard.metrics import binomial


def ground(kind, targets, rows=None, labels=("no", "yes"), **settings):
    return Ground(
        kind=kind,
        metrics=registry.load("metrics", kind, field="metrics"),
        labels=labels if kind == "classification" else (),
        known=Labelled(rows=rows or {}, places=[str(i) for i in range(len(targets))], targets=targets, notes=()),
        split="test",
        settings=Evaluate(**{"resamples": 300, **settings}),
        seed=0,
        unit="usd",
    )


def answers(targets, right):
    """Probabilities whose largest is the target's where `right` says so."""
    return np.eye(2)[np.where(right, targets, 1 - targets)] * 0.8 + 0.1


def drawn(random, n, gained, lost, both):
    """Rightness of two models: shares of rows that the second alone, the first alone and both get right."""
    cell = random.choice(4, n, p=[gained, lost, both, 1 - gained - lost - both])
    return (cell == 1) | (cell == 2), (cell == 0) | (cell == 2)


@pytest.mark.parametrize(("count", "of"), [(0, 7), (7, 7), (3, 10), (34, 47), (500, 1000)])
def test_the_exact_interval_is_scipys(count, of):
    stats = pytest.importorskip("scipy.stats")
    found = stats.binomtest(count, of).proportion_ci(0.9, method="exact")
    assert binomial.clopper_pearson(count, of, 0.9) == pytest.approx((found.low, found.high), abs=1e-9)


def test_the_paired_odds_ratio_is_that_of_mcnemars_table():
    targets = np.array([0, 1] * 500)
    first, second = np.ones(1000, bool), np.ones(1000, bool)
    first[:34], second[34:47], first[900:], second[900:] = False, False, False, False
    found = comparison.effect(
        comparison.Pair(
            ground=ground("classification", targets), first=answers(targets, first), second=answers(targets, second)
        )
    )
    assert (found["both_right"], found["only_second"], found["only_first"], found["both_wrong"]) == (853, 34, 13, 100)
    assert found["cohens_g"] == pytest.approx(34 / 47 - 0.5)
    assert found["odds_ratio"] == pytest.approx(34 / 13)
    low, high = found["odds_ratio_interval"]
    assert low < 34 / 13 < high


def test_intervals_hold_the_truth_and_tests_err_as_often_as_they_say():
    random = np.random.default_rng(1)
    held = found_better = 0
    trials = 300
    for _ in range(trials):
        targets = random.integers(0, 2, 400)
        first, second = drawn(random, 400, 0.08, 0.05, 0.7)
        pair = comparison.Pair(
            ground=ground("classification", targets), first=answers(targets, first), second=answers(targets, second)
        )
        low, high = comparison._difference(pair, "accuracy", 300).interval
        held += low <= 0.03 <= high
        first, second = drawn(random, 400, 0.06, 0.06, 0.7)
        pair = comparison.Pair(
            ground=ground("classification", targets), first=answers(targets, first), second=answers(targets, second)
        )
        found_better += comparison._difference(pair, "accuracy", 300).outcome != "tie"
    assert held / trials == pytest.approx(0.95, abs=0.04)  # three standard errors of 300 trials
    assert found_better / trials <= 0.05 + 0.04


def test_regression_says_how_often_and_by_how_much_the_errors_are_smaller():
    random = np.random.default_rng(2)
    targets = random.normal(size=500) * 10
    worse, better = targets + random.normal(size=500) * 4, targets + random.normal(size=500)
    pair = comparison.Pair(ground=ground("regression", targets), first=worse, second=better)
    found = comparison.compared(pair, "rmse", [])
    assert found["verdict"]["outcome"] == "better"
    assert found["verdict"]["difference"] < 0
    gains = np.abs(worse - targets) - np.abs(better - targets)
    assert found["effect"]["cohens_dz"] == pytest.approx(gains.mean() / gains.std(ddof=1))
    assert found["effect"]["share_better"] == pytest.approx((gains > 0).mean())
    said = sentence(found, ("old", "new"), "row")
    assert said.startswith("new is better than old: rmse lower by ")
    assert "of 500 rows" in said


def test_likelihoods_are_compared_by_document():
    random = np.random.default_rng(3)
    targets = random.integers(100, 1000, 80).astype(float)
    nats = targets * 1.2
    first = np.stack([nats, targets / 4], axis=1)
    second = np.stack([nats * random.uniform(0.9, 0.98, 80), targets / 4], axis=1)
    pair = comparison.Pair(ground=ground("language", targets), first=first, second=second)
    found = comparison.compared(pair, "bits_per_byte", [])
    assert found["verdict"]["outcome"] == "better"
    assert found["effect"]["share_better"] == 1.0
    assert "bits per byte lower by" in sentence(found, ("old", "new"), "document")


def whole(pair, slices=()):
    found = comparison.compared(pair, "accuracy", slices)
    cost = {"milliseconds": 1.0, "bytes": 1000, "seconds": None, "model": "linear"}
    found |= {"notes": ["something"], "cost": {"first": cost, "second": cost}}
    found["sentence"] = sentence(found, ("A", "B"), "text")
    return found


def test_the_sentence_says_points_and_rows_of_a_thousand():
    targets = np.array([0, 1] * 1000)
    first, second = np.ones(2000, bool), np.ones(2000, bool)
    first[:68], second[68:94] = False, False
    pair = comparison.Pair(
        ground=ground("classification", targets), first=answers(targets, first), second=answers(targets, second)
    )
    found = whole(pair)
    assert found["sentence"].startswith("B is better than A: right on 2.1 points more [")
    assert "of 1,000 texts it gets 34 right that the other gets wrong, and loses 13." in found["sentence"]
    assert any("Cohen's g +0.22" in line for line in lines(found))
    assert any("training" in row for row in cost_rows(found, ("A", "B"))[0])
    names = [row[0] for row in metric_rows(found, ("A", "B"))]
    assert "  accuracy" in names
    assert "  f1_micro" not in names  # the same figure again
    back = whole(comparison.Pair(ground=pair.ground, first=pair.second, second=pair.first))
    assert back["sentence"].startswith("B is worse than A: right on 2.1 points fewer [")


def test_only_the_slice_where_they_differ_is_called_different():
    random = np.random.default_rng(4)
    targets = random.integers(0, 2, 1200)
    kinds = [f"k{i % 6}" for i in range(1200)]
    first = random.random(1200) < 0.85
    second = np.where(np.array(kinds) == "k2", random.random(1200) < 0.55, first ^ (random.random(1200) < 0.02))
    rows = {"kind": kinds}
    schema = Schema(inputs=(Column(name="kind", kind="category"),), target=Column(name="y", kind="category"))
    made = slicing.plain(rows, schema, 30)
    assert [one.name for one in made] == [f"kind = k{i}" for i in range(6)]
    pair = comparison.Pair(
        ground=ground("classification", targets, rows), first=answers(targets, first), second=answers(targets, second)
    )
    found = whole(pair, made)
    assert [row["slice"] for row in found["slices"] if row["outcome"] == "worse"] == ["kind = k2"]
    assert found["slices"][0]["p_holm"] >= found["slices"][0]["p_benjamini_hochberg"] >= found["slices"][0]["p_value"]
    assert slice_rows(found, ("A", "B"))[1][0] == "  kind = k2"


def test_slices_of_every_kind_of_column():
    n = 200
    rows = {
        "text": ["short" if i % 2 else "一段长得多的中文文本" * 3 for i in range(n)],
        "age": [None if i % 10 == 0 else float(i) for i in range(n)],
        "rooms": [float(i % 3) for i in range(n)],
        "when": [f"2024-{1 + i % 12:02d}-{1 + i % 28:02d}" for i in range(n)],
        "pixels": np.zeros((n, 4)),
    }
    kinds = {"text": "text", "age": "number", "rooms": "number", "when": "date", "pixels": "vector"}
    schema = Schema(inputs=tuple(Column(name=name, kind=kind) for name, kind in kinds.items()))
    found = {one.name: one for one in slicing.plain(rows, schema, 10)}
    assert {"age missing", "rooms = 2", "script of text Chinese", "script of text Latin"} <= set(found)
    assert any(name.startswith("when up to 2024-0") for name in found)
    assert any(name.startswith("when on a ") for name in found)
    assert any(name.startswith("length of text up to 5 characters") for name in found)
    assert not any("pixels" in name for name in found)
    ranges = [one for one in found.values() if one.kind == "range"]
    assert sum(len(one.rows) for one in ranges) == 180
    assert all((np.diff(one.rows) > 0).all() for one in found.values())
    assert found["rooms = 2"].mask(n).sum() == len(found["rooms = 2"].rows)


def test_classes_have_slices_of_their_own():
    found = slicing.classes(np.array([0] * 30 + [1] * 5), ("no", "yes"), 10)
    assert [one.name for one in found] == ["class 'no'"]
    assert len(found[0].rows) == 30


def test_cells_of_a_file_that_are_no_numbers_are_in_no_range():
    rows = {"age": [*(str(20 + i % 50) for i in range(198)), "about forty", None]}
    schema = Schema(inputs=(Column(name="age", kind="number"),), target=Column(name="y", kind="category"))
    found = slicing.plain(rows, schema, 1)
    assert [one.name for one in found if one.kind == "missing"] == ["age missing"]
    assert sorted(np.concatenate([one.rows for one in found if one.kind == "range"]).tolist()) == list(range(198))
