"""Membership inference: its figures against sklearn and by simulation, and on models whose overfitting is known."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score, roc_curve

import modelyard
from modelyard.auditing.membership_figures import caught, confidence_scores, curve, figures, likelihood_ratios
from modelyard.core.exhibit import Exhibit
from modelyard.pipeline.evidence import examined


def test_area_and_share_are_those_of_sklearn() -> None:
    random = np.random.default_rng(0)
    members, others = np.round(random.normal(0.4, 1, 400), 2), np.round(random.normal(0, 1, 300), 2)
    found = figures(members, others)
    truth = np.repeat([1, 0], [400, 300])
    assert found.area == pytest.approx(roc_auc_score(truth, np.concatenate([members, others])), abs=1e-12)
    falls, hits, _ = roc_curve(truth, np.concatenate([members, others]), drop_intermediate=False)
    assert found.caught == pytest.approx(hits[falls <= 0.01].max(), abs=1e-12)
    xs, ys = curve(members, others)
    assert all(y <= hits[falls <= x + 1e-12].max() + 1e-12 for x, y in zip(xs, ys, strict=True))


def test_intervals_hold_as_often_as_they_say() -> None:
    random = np.random.default_rng(1)
    shift, inside = 1.0, 0
    truth = 0.7602499  # of two normals one apart: the distribution function at 1 / sqrt(2)
    for _ in range(300):
        low, high = figures(random.normal(shift, 1, 80), random.normal(0, 1, 60), seed=0).area_interval
        inside += low <= truth <= high
    assert 0.92 <= inside / 300 <= 0.98


def test_a_perfect_attack_has_an_interval_below_one() -> None:
    found = figures(np.arange(100.0) + 1000, np.arange(100.0))
    assert found.area == 1.0 and found.area_interval[0] < 0.9999 and found.area_interval[1] == 1.0
    assert caught(np.arange(100.0) + 1000, np.arange(100.0), 0.01) == 1.0


def test_likelihood_ratios_find_who_was_in_and_beat_the_plain_loss() -> None:
    random = np.random.default_rng(2)
    rows, shadows = 600, 16
    hardness = random.normal(0, 3, rows)  # what hides membership from a plain threshold
    member = random.random(rows) < 0.5
    inside = random.random((shadows, rows)).argsort(axis=0) < shadows // 2
    scores = hardness + 1.5 * inside + random.normal(0, 0.7, (shadows, rows))
    own = hardness + 1.5 * member + random.normal(0, 0.7, rows)
    ratios = likelihood_ratios(own, scores, inside)
    plain = figures(own[member], own[~member])
    better = figures(ratios[member], ratios[~member])
    assert better.area > 0.88 > plain.area + 0.1
    assert better.caught > 5 * plain.caught


def test_rows_without_enough_shadows_have_no_ratio() -> None:
    inside = np.array([[True, True], [True, False], [False, True], [False, False]])
    inside[:, 1] = [True, True, True, False]
    assert np.isnan(likelihood_ratios(np.zeros(2), np.zeros((4, 2)), inside)).tolist() == [False, True]


def test_confidence_is_the_log_odds() -> None:
    assert confidence_scores(np.array([0.5, 0.9])).tolist() == pytest.approx([0.0, np.log(9)])


def _noise(folder: Path, **train: Any) -> Path:
    """A run on a table whose labels are noise: what is learnt of it is learnt by heart."""
    random = np.random.default_rng(0)
    with (folder / "d.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([*(f"x{i}" for i in range(12)), "label"])
        for row in random.normal(size=(400, 12)).round(3).tolist():
            writer.writerow([*row, "ab"[int(random.integers(2))]])
    loop = {"evaluations": 1, "learning_rate": 0.01, "weight_decay": 0.0, "threads": 1, "precision": "fp32"}
    recipe = {
        "task": "tabular-classification",
        "data": {"train": str(folder / "d.csv"), "target": "label", "split": {"test": 0.4, "validation": 0.1}},
        "model": {"family": "mlp", "hidden": [128], "dropout": 0.0},
        "train": {**loop, **train},
    }
    modelyard.run(recipe, out=folder / "run")
    return folder / "run"


def _found(run: Path, name: str) -> Exhibit:
    return Exhibit.from_json(json.loads((run / f"evidence/audit/{name}.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def overfitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _noise(tmp_path_factory.mktemp("overfitted"), epochs=80)


def test_a_model_that_learnt_by_heart_is_found_out(overfitted: Path) -> None:
    found = _found(overfitted, "membership")
    area = next(claim for claim in found.claims if claim.name == "membership_auc")
    assert area.value > 0.8 and area.interval is not None and area.interval[0] > 0.7
    assert found.concern and "train.privacy" in found.limits[0]


def test_shadow_models_find_it_too(overfitted: Path) -> None:
    (found,) = examined(overfitted, ["membership_shadows"], overrides=["audit.membership=4"])
    area = next(claim for claim in found.claims if claim.name == "membership_shadows_auc")
    assert area.value > 0.8
    assert not (overfitted / "evidence" / ".shadows").exists()


def test_a_privately_trained_model_gives_hardly_anything_away(overfitted: Path, tmp_path: Path) -> None:
    run = _noise(tmp_path, steps=60, privacy={"epsilon": 1.0, "delta": 1e-3})
    areas = [
        next(claim for claim in _found(one, "membership").claims if claim.name == "membership_auc")
        for one in (overfitted, run)
    ]
    assert areas[1].interval is not None and areas[0].interval is not None
    assert areas[1].interval[0] < 0.55 and areas[1].interval[1] < areas[0].interval[0]
    spent = _found(run, "private_training")
    assert 0.9 < next(claim.value for claim in spent.claims if claim.name == "privacy_epsilon") <= 1.0
    assert "without privacy" in (run / "card.md").read_text(encoding="utf-8")
