"""Slices: tests against scipy, errors at their nominal rate on noise, planted slices found, words of two languages."""

import random
from types import SimpleNamespace

import numpy as np
import pytest

from modelyard.core.recipe import Evaluate
from modelyard.core.schema import Column, Schema
from modelyard.evaluation import slice_search, slice_tests, slices
from modelyard.evaluation.slicing import Slice
from modelyard.evaluation.slicing_words import by_words
from modelyard.inference.labelled import Labelled

TEXTS = Schema(inputs=(Column(name="text", kind="text"),), target=Column(name="y", kind="category"))


@pytest.mark.parametrize(
    ("wrong", "size", "all_wrong", "n"), [(7, 20, 30, 200), (0, 5, 3, 50), (3, 3, 3, 9), (5, 8, 40, 50)]
)
def test_fishers_test_is_scipys(wrong, size, all_wrong, n):
    stats = pytest.importorskip("scipy.stats")
    table = [[wrong, size - wrong], [all_wrong - wrong, n - size - all_wrong + wrong]]
    expected = stats.fisher_exact(table, alternative="greater").pvalue
    assert slice_tests.fisher(wrong, size, all_wrong, n) == pytest.approx(expected, rel=1e-9)


def test_the_rank_sum_is_scipys():
    stats = pytest.importorskip("scipy.stats")
    losses = np.round(np.random.default_rng(0).exponential(size=300), 1)  # with ties
    rows = np.arange(60)
    expected = stats.mannwhitneyu(losses[rows], losses[60:], alternative="greater", method="asymptotic").pvalue
    # scipy's variance is of the same tie-corrected form; both correct for continuity.
    assert slice_tests.worse_p(losses, rows, "regression") == pytest.approx(expected, rel=1e-6)


def test_the_difference_of_shares_is_newcombes():
    inside, outside = np.r_[np.ones(56), np.zeros(14)], np.r_[np.ones(48), np.zeros(32)]
    _, (low, high) = slice_tests.shares(inside, outside, 0.95)
    assert (low, high) == pytest.approx((0.0524, 0.3339), abs=1e-4)  # his table II, case (a)


def random_slices(draw, n, count, share=0.1):
    return [Slice(kind="words", name=f"s{i}", rows=np.flatnonzero(draw.random(n) < share)) for i in range(count)]


@pytest.mark.parametrize("kind", ["classification", "regression"])
def test_on_noise_a_slice_is_named_no_more_often_than_the_level(kind):
    draw = np.random.default_rng(1)
    trials, false = 250, 0
    for _ in range(trials):
        made = random_slices(draw, 800, 60)
        losses = (draw.random(800) < 0.2).astype(float) if kind == "classification" else draw.exponential(size=800)
        found, looked = slice_search.search(made, losses, np.arange(400), np.arange(400, 800), kind=kind, least=20)
        assert looked > 50
        false += any(one.p_holm < 0.05 for one in found)
    assert false / trials <= 0.05 + 3 * (0.05 * 0.95 / trials) ** 0.5


def test_searching_and_testing_on_the_same_rows_would_err():
    """Why two samples are needed: the same noise, tested where it was found."""
    draw = np.random.default_rng(2)
    false = 0
    for _ in range(100):
        made = random_slices(draw, 400, 60)
        losses = (draw.random(400) < 0.2).astype(float)
        found, _ = slice_search.search(made, losses, np.arange(400), np.arange(400), kind="classification", least=20)
        false += any(one.p_holm < 0.05 for one in found)
    assert false > 10


def test_intervals_of_what_is_tested_hold_the_truth():
    """Conditional on the search: the tested rows know nothing of it."""
    draw = np.random.default_rng(3)
    held = total = 0
    for _ in range(150):
        made = random_slices(draw, 800, 30)
        losses = (draw.random(800) < 0.2).astype(float)
        found, _ = slice_search.search(
            made, losses, np.arange(400), np.arange(400, 800), kind="classification", least=20
        )
        total += len(found)
        held += sum(one.difference[0] <= 0 <= one.difference[1] for one in found)
    assert held / total == pytest.approx(0.95, abs=0.03)


def test_every_run_of_words_is_found_with_its_texts():
    texts = ["a fine film", "a dull film", "味道不错，很好", "味道很差", "", "fine fine"] * 6
    found = {one.name: set(one.rows.tolist()) for one in by_words({"text": texts}, TEXTS, 5)}
    assert found["contains 'a fine'"] == {i for i, text in enumerate(texts) if "a fine" in text}
    assert found["contains '味道不错'"] == {i for i, text in enumerate(texts) if "味道不错" in text}
    assert found["contains 'fine'"] == {i for i, text in enumerate(texts) if "fine" in text}
    assert found["contains '很'"] == {i for i, text in enumerate(texts) if "很" in text}
    assert "contains '错很'" not in found  # a comma stands between


def test_windows_join_texts_and_numbers(monkeypatch):
    texts = ["alpha beta", "gamma", "alpha 好吃", "好吃"] * 8
    whole = {one.name: one.rows.tolist() for one in by_words({"text": texts}, TEXTS, 4)}
    monkeypatch.setattr("modelyard.evaluation.slicing_words._WINDOW", 12)
    assert {one.name: one.rows.tolist() for one in by_words({"text": texts}, TEXTS, 4)} == whole


def subject(rows, schema, right, kind="classification", split_at=700, allowance=None):
    """As `inference.subject.Subject` answers, over rows whose answers are right where `right` says so."""
    n = len(right)
    targets = np.arange(n) % 2 if kind == "classification" else np.zeros(n)
    given = np.where(right, targets, 1 - targets)
    outputs = np.eye(2)[given.astype(int)] if kind == "classification" else np.where(right, 0.1, 5.0)[:, None]
    where = {"validation": np.arange(split_at), "test": np.arange(split_at, n)}
    names = list(rows)

    def known(split=None):
        at = where[split or "test"]
        return Labelled(
            rows={name: [rows[name][i] for i in at] for name in names},
            places=[str(i) for i in at],
            targets=targets[at],
            notes=(),
        )

    return SimpleNamespace(
        kind=kind,
        split="test",
        labels=("0", "1"),
        allowance=allowance,
        recipe=SimpleNamespace(evaluate=Evaluate(), seed=0),
        bundle=SimpleNamespace(counts={name: len(at) for name, at in where.items()}),
        predictor=SimpleNamespace(schema=schema, outputs=lambda rows: np.tile(outputs[:1], (len(rows[names[0]]), 1))),
        known=known,
        outputs=lambda split=None: outputs[where[split or "test"]],
        is_answered=lambda split=None: False,
        answered=lambda found: found if kind == "classification" else found[:, 0],
        decide=lambda found: found.argmax(axis=1),
    )


def reviews(n, seed=0):
    draw = random.Random(seed)
    words = ["味道", "很好", "不错", "推荐", "服务", "价格", "环境", "good", "place", "food"]
    return [" ".join(draw.sample(words, 4)) + (" 退款" if i % 12 == 0 else "") for i in range(n)]


def test_a_planted_word_is_found_and_told():
    texts = reviews(2000)
    draw = np.random.default_rng(5)
    right = draw.random(2000) < np.where(["退款" in text for text in texts], 0.55, 0.92)
    found = slices.slices(subject({"text": texts}, TEXTS, right))
    assert [row["slice"] for row in found.detail["tested"] if row["worse"]] == ["contains '退款'"]
    assert found.summary.startswith("The model is worse on 1 slice: accuracy 0.")
    assert "contains '退款'" in found.limits[0]
    (claim,) = found.claims
    assert claim.name == "accuracy where contains '退款'"
    assert claim.interval[0] <= claim.value <= claim.interval[1]
    assert {block["kind"] for block in found.blocks} == {"table", "whiskers", "text"}


def test_two_conditions_at_once_are_found_in_a_table():
    draw = random.Random(7)
    rows = {
        "city": [draw.choice("ABCD") for _ in range(3000)],
        "age": [float(draw.randint(18, 80)) for _ in range(3000)],
    }
    schema = Schema(inputs=(Column(name="city", kind="category"), Column(name="age", kind="number")))
    bad = np.array([c == "B" and a > 68 for c, a in zip(rows["city"], rows["age"], strict=True)])
    right = np.random.default_rng(8).random(3000) < np.where(bad, 0.4, 0.95)
    found = slices.slices(subject(rows, schema, right, split_at=1500))
    worse = [row["slice"] for row in found.detail["tested"] if row["worse"]]
    assert any("city = B" in name and "age over 6" in name for name in worse)


def test_columns_whose_names_begin_alike_are_two_columns():
    draw = random.Random(7)
    rows = {name: [draw.choice("ABCD") for _ in range(3000)] for name in ("home city", "home type")}
    schema = Schema(inputs=tuple(Column(name=name, kind="category") for name in rows))
    bad = np.array([first == "B" and second == "C" for first, second in zip(*rows.values(), strict=True)])
    right = np.random.default_rng(8).random(3000) < np.where(bad, 0.5, 0.9)
    found = slices.slices(subject(rows, schema, right, split_at=1500))
    worse = [row["slice"] for row in found.detail["tested"] if row["worse"]]
    assert any("home city = B" in name and "home type = C" in name for name in worse)


def test_errors_of_values_are_sliced_too():
    texts = reviews(1500, seed=1)
    right = np.random.default_rng(9).random(1500) < np.where(["退款" in text for text in texts], 0.3, 0.95)
    found = slices.slices(subject({"text": texts}, TEXTS, right, kind="regression"))
    assert found.detail["tested"][0]["slice"] == "contains '退款'"
    assert "mean absolute error" in found.summary


def test_nothing_is_found_where_there_is_nothing():
    texts = reviews(1500, seed=2)
    right = np.random.default_rng(10).random(1500) < 0.9
    found = slices.slices(subject({"text": texts}, TEXTS, right))
    assert found.summary.startswith("On none of ")
    assert found.claims == ()
    assert "None is no proof of none" in found.blocks[-1]["content"]


def test_too_few_rows_and_nothing_to_slice_by_are_said():
    few = slices.slices(subject({"text": reviews(150)}, TEXTS, np.ones(150, bool), split_at=100))
    assert few.summary == "50 test rows are too few for it."
    pixels = Schema(inputs=(Column(name="pixels", kind="vector"),))
    rows = {"pixels": [np.zeros(4)] * 1000}
    assert slices.slices(subject(rows, pixels, np.ones(1000, bool))) is None


def test_a_short_allowance_looks_at_fewer_rows_and_says_so():
    one = subject({"text": reviews(2000)}, TEXTS, np.ones(2000, bool), allowance=1e-7)
    one.predictor.outputs = lambda rows: np.tile([[1.0, 0.0]], (len(rows["text"]), 1))
    found = slices.slices(one)
    assert found.summary.startswith("In the time allowed 32 of 1,300 test rows were answered, too few")
    assert found.limits == (f"Where it is worse: not examined. {found.summary}",)


def test_without_validation_rows_the_test_rows_are_halved():
    texts = reviews(1200, seed=3)
    right = np.random.default_rng(11).random(1200) < 0.9
    found = slices.slices(subject({"text": texts}, TEXTS, right, split_at=0))
    assert found.detail["found_on"].startswith("one half of the test rows")


def test_a_large_test_split_lends_rows_to_the_search():
    texts = reviews(1500, seed=4)
    right = np.random.default_rng(12).random(1500) < 0.9
    found = slices.slices(subject({"text": texts}, TEXTS, right, split_at=200))
    assert found.detail["found_on"] == "the validation rows and 300 test rows drawn at random"
    assert "1,000 rows of test" in found.summary
