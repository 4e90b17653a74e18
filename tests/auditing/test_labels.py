"""Wrong labels: the method equals cleanlab's, and planted ones are found."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from modelyard.auditing.labels import audit, planted, search
from modelyard.auditing.labels_confident import confident, margins
from modelyard.auditing.labels_probe import Probe
from modelyard.core.recipe import Recipe
from modelyard.core.schema import Column, Schema
from modelyard.inference.labelled import Labelled


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("classes", [2, 5])
def test_equal_to_cleanlab(classes: int) -> None:
    pytest.importorskip("cleanlab")
    from cleanlab.count import compute_confident_joint
    from cleanlab.filter import find_label_issues
    from cleanlab.rank import get_normalized_margin_for_each_label

    random = np.random.default_rng(classes)
    truth = random.choice(classes, 2000, p=np.arange(1, classes + 1) / np.arange(1, classes + 1).sum())
    given = np.where(random.random(2000) < 0.1, random.integers(0, classes, 2000), truth)
    raw = random.gamma(1.0, size=(2000, classes)) + 2 * np.eye(classes)[truth]
    probabilities = raw / raw.sum(axis=1, keepdims=True)
    ours = confident(given, probabilities)
    joint, off = compute_confident_joint(given, probabilities, calibrate=True, return_indices_of_off_diagonals=True)
    # cleanlab rounds its calibrated counts to whole rows.
    assert np.abs(ours.joint - joint).max() <= 1.0 and set(ours.suspects) == set(off)
    theirs = get_normalized_margin_for_each_label(given, probabilities)
    np.testing.assert_allclose((ours.margin + 1) / 2, theirs, atol=1e-12)
    ranked = find_label_issues(
        given, probabilities, filter_by="confident_learning", return_indices_ranked_by="normalized_margin"
    )
    # cleanlab leaves out rows whose given label is the likeliest after all.
    kept = [row for row in ours.suspects if margins(given, probabilities)[row] < 0]
    assert list(ranked) == kept


def a_table(count: int = 1500) -> tuple[dict[str, list[float]], Schema, np.ndarray]:
    random = np.random.default_rng(0)
    x, z = random.normal(size=count), random.normal(size=count)
    schema = Schema(inputs=(Column(name="x", kind="number"), Column(name="z", kind="number")))
    return {"x": x.tolist(), "z": z.tolist()}, schema, (x + 0.3 * z > 0).astype(np.int64)


def test_planted_errors_come_first_in_a_table() -> None:
    rows, schema, truth = a_table()
    random = np.random.default_rng(1)
    wrong = random.choice(len(truth), 60, replace=False)
    given = truth.copy()
    given[wrong] = 1 - given[wrong]
    probe = Probe(rows, schema)
    found = search(probe, given, 2)
    assert np.isin(found.suspects[:60], wrong).mean() > 0.8
    right, all_planted = planted(probe, truth, 2, 60, 0)
    assert all_planted == 30 and right >= 24


@pytest.mark.parametrize(
    ("good", "bad"), [("great lovely fine", "awful dull bad"), ("很好 干净 满意", "糟糕 很脏 失望")]
)
def test_planted_errors_come_first_in_texts(good: str, bad: str) -> None:
    random = np.random.default_rng(2)
    words = [[f"word{i}" for i in range(40)] + side.split() * 4 for side in (bad, good)]
    truth = random.integers(0, 2, 600)
    texts = [" ".join(random.choice(words[label], 12)) for label in truth]
    given = truth.copy()
    wrong = random.choice(600, 30, replace=False)
    given[wrong] = 1 - given[wrong]
    probe = Probe({"text": texts}, Schema(inputs=(Column(name="text", kind="text"),)))
    found = search(probe, given, 2)
    assert np.isin(found.suspects[:30], wrong).mean() > 0.7
    assert (
        found.suggested[np.isin(found.suspects, wrong)] == truth[found.suspects[np.isin(found.suspects, wrong)]]
    ).all()


def subject_of(directory: Path, targets: np.ndarray, classes: int) -> Any:
    rows, schema, _ = a_table(len(targets))
    known = Labelled(rows=dict(rows), places=[f"f:{i}" for i in range(len(targets))], targets=targets, notes=())
    return SimpleNamespace(
        kind="classification",
        labels=tuple(f"c{i}" for i in range(classes)),
        known=lambda split: known,
        bundle=SimpleNamespace(schema=schema, findings=(), path=directory),
        recipe=Recipe.model_validate({"task": "tabular-classification", "data": {"train": "f"}}),
        allowance=None,
        run=SimpleNamespace(path=directory),
    )


def test_what_is_left_out_is_said_and_why(tmp_path: Path) -> None:
    targets = np.r_[np.arange(300) % 2, np.full(4, 2)]
    found = audit(subject_of(tmp_path, targets, 3))
    assert found is not None
    (said,) = [limit for limit in found.limits if "were looked at in" in limit]
    assert "300 of 304" in said and "without classes of under 10 rows (c2)" in said and "want of time" not in said


def test_labels_that_cannot_be_looked_at_are_no_silence(tmp_path: Path) -> None:
    many = audit(subject_of(tmp_path, np.arange(600) % 60, 60))
    assert many is not None and "there are 60 classes" in many.summary and many.limits == (many.summary,)
    few = audit(subject_of(tmp_path, np.r_[np.zeros(50, np.int64), np.ones(5, np.int64)], 2))
    assert few is not None and "no two classes have 10 training rows" in few.summary


def test_a_copy_does_not_vouch_for_a_wrong_label() -> None:
    rows, schema, truth = a_table(600)
    random = np.random.default_rng(5)
    wrong = random.choice(600, 30, replace=False)
    given = truth.copy()
    given[wrong] = 1 - given[wrong]
    twice: dict[str, Any] = {name: [*cells, *cells, *cells] for name, cells in rows.items()}
    all_given, all_wrong = np.tile(given, 3), np.concatenate([wrong, wrong + 600, wrong + 1200])
    copies = np.tile(np.arange(600), 3)
    apart, together = (search(Probe(twice, schema, one), all_given, 2).suspects for one in (None, copies))
    assert np.isin(all_wrong, together).mean() > np.isin(all_wrong, apart).mean() + 0.3
    assert np.isin(all_wrong, together).mean() > 0.8
