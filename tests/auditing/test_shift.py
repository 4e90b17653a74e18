"""Shift: none is seen where there is none (at the nominal rate), a planted one is, and what differs is named."""

from __future__ import annotations

import numpy as np
import pytest

from modelyard.auditing import shift
from modelyard.auditing.shift import told_apart
from modelyard.auditing.shift_differences import differing
from modelyard.core.schema import Column, Schema

TABLE = Schema(inputs=(Column(name="x", kind="number"), Column(name="c", kind="category")))
TEXT = Schema(inputs=(Column(name="text", kind="text"),))


def table(random: np.random.Generator, count: int, mean: float = 0.0, red: float = 0.3) -> dict[str, list[object]]:
    x = random.normal(mean, 1, count)
    return {
        "x": [None if random.random() < 0.05 else float(value) for value in x],
        "c": [("red" if random.random() < red else "蓝") for _ in range(count)],
    }


def texts(random: np.random.Generator, count: int, extra: float = 0.0) -> dict[str, list[object]]:
    words = [f"w{i}" for i in range(60)]
    return {
        "text": [
            " ".join([*random.choice(words, 10), *(["延迟"] if random.random() < extra else [])]) for _ in range(count)
        ]
    }


def test_no_shift_is_seen_at_the_nominal_rate() -> None:
    random = np.random.default_rng(0)
    seen = differences = 0
    for seed in range(150):
        first, second = table(random, 80), table(random, 60)
        seen += told_apart(first, second, TABLE, 0.95, seed)[2] < 0.05
        differences += bool(differing(first, second, TABLE, 0.95))
    most = 0.05 + 3 * (0.05 * 0.95 / 150) ** 0.5
    assert seen / 150 <= most and differences / 150 <= most
    assert seen > 0


def test_a_planted_shift_is_seen_and_named() -> None:
    random = np.random.default_rng(1)
    area, interval, p_value, count = told_apart(table(random, 500), table(random, 500, mean=1.0), TABLE, 0.95)
    assert p_value < 1e-6 and interval[0] > 0.6 and count == 500
    # The best possible: Phi(1 / sqrt(2)) = 0.760.
    assert area == pytest.approx(0.76, abs=0.06)
    assert [item.name for item in differing(table(random, 500), table(random, 500, red=0.6), TABLE, 0.95)] == ["c"]


def test_texts() -> None:
    random = np.random.default_rng(2)
    first, second = texts(random, 400), texts(random, 400, extra=0.4)
    assert told_apart(first, second, TEXT, 0.95)[2] < 1e-4
    named = differing(first, second, TEXT, 0.95)
    assert {item.name for item in named[:3]} == {"延迟", "延", "迟"} and named[0].second.startswith(("3", "4"))
    assert told_apart(texts(random, 400), texts(random, 400), TEXT, 0.95)[2] > 0.001


def test_the_area_and_its_error_are_scipys_and_the_bootstraps() -> None:
    from sklearn.metrics import roc_auc_score

    random = np.random.default_rng(3)
    side = np.repeat([0, 1], [150, 100])
    scores = np.round(random.normal(side * 0.8, 1), 1)  # with ties
    area, deviation = shift._area(scores, side)
    assert area == pytest.approx(roc_auc_score(side, scores), abs=1e-12)
    drawn = []
    for _ in range(500):
        rows = np.concatenate([random.integers(0, 150, 150), random.integers(150, 250, 100)])
        drawn.append(roc_auc_score(side[rows], scores[rows]))
    assert deviation == pytest.approx(np.std(drawn), rel=0.1)


def test_all_told_apart_is_no_certainty() -> None:
    side = np.repeat([0, 1], 30)
    schema = Schema(inputs=(Column(name="x", kind="number"),))
    area, (low, high), p_value, count = told_apart(
        {"x": side[:30].astype(float).tolist()}, {"x": side[30:].astype(float).tolist()}, schema, 0.95
    )
    assert (area, high, count) == (1.0, 1.0, 30) and 0.7 < low < 0.9 and p_value < 1e-4


def test_categories_that_differ_in_a_trailing_nul() -> None:
    schema = Schema(inputs=(Column(name="c", kind="category"),))
    found = differing({"c": ["a"] * 100}, {"c": ["a\x00"] * 100}, schema, 0.95)
    assert [item.name for item in found] == ["c"]
