"""Cross-validation: ordinary runs that go on where they were stopped, a corrected interval, its price, and the verb."""

import csv
import json
import random

import numpy as np
import pytest
from typer.testing import CliRunner

import modelyard
from modelyard import pipeline
from modelyard.cli import app
from modelyard.core import recipe_file
from modelyard.core.errors import Interrupted, RecipeError, RunError
from modelyard.core.run import Run
from modelyard.pipeline import evidence, folds
from modelyard.pipeline.folds_shown import corrected
from modelyard.pipeline.folds_timed import granted
from modelyard.training.budget import OWN_SHARE, own_seconds


def recipe(data, **more):
    return {
        "task": "tabular-classification",
        "data": {"train": str(data), "target": "y"},
        "model": "linear",
        "evaluate": {"resamples": 100, **more},
        "explain": False,
        "audit": False,
    }


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    path = tmp_path_factory.mktemp("folds") / "people.csv"
    draw = random.Random(0)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["a", "b", "y"])
        for _ in range(240):
            a, b = draw.random(), draw.random()
            out.writerow([a, b, "yes" if a + b + draw.gauss(0, 0.3) > 1 else "no"])
    return path


@pytest.fixture(scope="module")
def finished(data):
    path = data.parent / "run"
    modelyard.run(recipe(data), out=path)
    return path


def test_each_fold_is_an_ordinary_run_and_all_rows_are_tested_once(finished):
    found = next(one for one in pipeline.examine(finished, folds=3, only=["folds"]) if one.name == "folds")
    places = []
    for number in (1, 2, 3):
        run = Run(finished / "folds" / str(number))
        assert run.status == "finished"
        own = recipe_file.load_saved(run.path / "recipe.yaml")
        assert own.data.split.fold == f"{number}/3"
        places += [json.loads((run.path / "evaluation.json").read_text())["n"]]
    assert sum(places) == 240
    mean, pooled = found.claims
    assert mean.name == "accuracy_cross_validated"
    assert mean.n == pooled.n == 240
    assert mean.value == pytest.approx(np.mean(found.detail["values"]))
    assert mean.interval[0] < mean.value < mean.interval[1]
    assert pooled.interval[0] < pooled.value < pooled.interval[1]
    notes = " ".join(block["content"] for block in found.blocks if block["kind"] == "text")
    assert "Bengio and Grandvalet 2004" in notes
    assert "nested" in notes
    assert [row["path"] for row in pipeline.runs(finished.parent)] == [str(finished)]
    assert (
        "cross validated" in (finished / "card.md").read_text()
        or "cross_validated" in (finished / "card.md").read_text()
    )


def test_what_was_finished_is_kept_when_it_is_stopped(data, tmp_path, monkeypatch):
    modelyard.run(recipe(data), out=tmp_path / "run")
    real, calls = folds.run_fold, []

    def killed(one, path, after_seconds):
        calls.append(path.name)
        if len(calls) == 2:
            raise Interrupted("stopped", remedy="")
        return real(one, path, after_seconds)

    monkeypatch.setattr(folds, "run_fold", killed)
    with pytest.raises(Interrupted):
        pipeline.examine(tmp_path / "run", folds=3, only=["folds"])
    monkeypatch.setattr(folds, "run_fold", real)
    before = (tmp_path / "run" / "folds" / "1" / "claims.json").stat().st_mtime_ns
    pipeline.examine(tmp_path / "run", folds=3, only=["folds"])
    assert (tmp_path / "run" / "folds" / "1" / "claims.json").stat().st_mtime_ns == before
    data_ = data.read_bytes()
    try:
        data.write_bytes(data_ + b"0.1,0.2,no\r\n")
        with pytest.raises(RunError, match="changed"):
            pipeline.examine(tmp_path / "run", folds=3, only=["folds"])
    finally:
        data.write_bytes(data_)


def test_folds_of_other_settings_are_begun_anew(finished):
    pipeline.examine(finished, folds=2, only=["folds"])
    own = recipe_file.load_saved(finished / "folds" / "1" / "recipe.yaml")
    assert own.data.split.fold == "1/2"
    assert sorted(path.name for path in (finished / "folds").iterdir()) == ["1", "2"]


def test_folds_asked_for_after_the_run_are_not_stopped_by_its_budget(data, tmp_path):
    modelyard.run({**recipe(data), "budget": {"minutes": 1}}, out=tmp_path / "run")
    plan = json.loads((tmp_path / "run/plan.json").read_text())
    (tmp_path / "run/plan.json").write_text(json.dumps({**plan, "budget_seconds": 0.1}))  # spent long ago
    found = pipeline.examine(tmp_path / "run", folds=2, only=["folds"])
    assert found[0].name == "folds" and "budget" not in found[0].summary


def test_the_planner_is_told_their_price(data):
    one, five = (recipe_file.from_mapping(recipe(data, **more), []) for more in ({}, {"folds": 5}))
    assert folds.trainings(five) == 5
    more = evidence.foretold_seconds(five, 100.0) - evidence.foretold_seconds(one, 100.0)
    assert more == pytest.approx(500, abs=2)


def test_a_language_model_has_no_folds():
    from modelyard.pipeline.stages import stages_of

    asked = {"task": "language-modeling", "data": {"train": "a.txt"}, "model": "ngram", "evaluate": {"folds": 3}}
    with pytest.raises(RecipeError, match="cross-validated"):
        stages_of(recipe_file.from_mapping(asked, []))


def test_the_corrected_interval_is_student_s_with_a_wider_variance():
    stats = pytest.importorskip("scipy.stats")
    values = np.array([0.8, 0.82, 0.79, 0.85, 0.81])
    mean, (low, high), p_value = corrected(values, 0.25, 0.9)
    error = values.std(ddof=1) * np.sqrt(1 / 5 + 0.25)
    assert (low, high) == pytest.approx(stats.t(4, values.mean(), error).interval(0.9))
    assert p_value == pytest.approx(2 * stats.t(4).sf(mean / error))
    assert corrected(np.ones(3), 0.5, 0.95) == (1.0, (1.0, 1.0), 0.0)


def test_the_corrected_interval_holds_what_a_naive_one_misses():
    """Least squares on 60 rows: the mean risk of trainings of 48, by 10,000 unseen rows, against five folds of it."""
    stats = pytest.importorskip("scipy.stats")
    draw = np.random.default_rng(0)

    def rows(n):
        x = draw.normal(size=(n, 8))
        return x, x[:, 0] + draw.normal(size=n)

    far = rows(10_000)
    risks = []
    for _ in range(200):
        x, y = rows(48)
        risks.append(float(((far[1] - far[0] @ np.linalg.lstsq(x, y, rcond=None)[0]) ** 2).mean()))
    truth, ours, naive = float(np.mean(risks)), 0, 0
    for _ in range(400):
        x, y = rows(60)
        values = []
        for fold in range(5):
            test = np.arange(60) % 5 == fold
            at = np.linalg.lstsq(x[~test], y[~test], rcond=None)[0]
            values.append(float(((y[test] - x[test] @ at) ** 2).mean()))
        mean, (low, high), _ = corrected(np.array(values), 0.25, 0.95)
        ours += low <= truth <= high
        low, high = stats.t(4, mean, np.std(values, ddof=1) / 5**0.5).interval(0.95)
        naive += low <= truth <= high
    assert ours / 400 >= 0.95 - 0.033
    assert ours > naive


def test_the_verb_examines_a_run(finished):
    done = CliRunner().invoke(
        app, ["evaluate", str(finished), "--only", "slices,costs,sets", "--costs", '{"yes": {"no": 4}}']
    )
    assert done.exit_code == 0, done.output
    assert "costs" in done.output
    assert "sets" in done.output
    with pytest.raises(RecipeError, match="no part of the evaluation"):
        pipeline.examine(finished, only=["fairness"])


def test_the_run_s_own_training_has_its_share_whatever_is_asked_for(data):
    asked = recipe_file.from_mapping({**recipe(data), "evaluate": {"folds": 10}, "budget": {"minutes": 2}})
    planned = evidence.reserved_seconds(asked, 120.0)
    assert planned == pytest.approx((1 - OWN_SHARE) * evidence.TRAINED_SHARE * 120.0)
    for left in (5.0, 60.0, 1000.0):  # also where loading and preparing took most of a short budget
        own = own_seconds(left, planned)
        assert own >= OWN_SHARE * left and own + planned >= left
        # The quote holds as much free of the training as the run does, and less only where the training ends sooner.
        assert evidence.within_budget(1e6, planned, left=left, training_seconds=1e6) == pytest.approx(left - own)
        assert evidence.within_budget(1e6, planned, left=left, training_seconds=0.1 * left) == pytest.approx(0.9 * left)
    assert evidence.within_budget(3.0, planned, left=60.0, training_seconds=1e6) == 3.0
    assert own_seconds(100.0, 0.0) == 100.0


def test_a_quote_with_folds_keeps_its_budget_and_the_training_s_share(tmp_path):
    lines = "\n".join(f"{'good' if i % 2 else 'bad'} thing number {i},{i % 2}" for i in range(3000))
    (tmp_path / "rows.csv").write_text("text,label\n" + lines, encoding="utf-8")
    given = {
        "task": "text-classification",
        "data": {"train": str(tmp_path / "rows.csv"), "inputs": "text", "target": "label"},
        "model": {"family": "cnn"},
        "train": {"epochs": 500},
        "budget": {"minutes": 2},
    }
    alone = modelyard.plan(given).rows[0]
    folded = modelyard.plan({**given, "evaluate": {"folds": 5}}).rows[0]
    assert folded.hours.value * 3600 <= 120 * 1.001
    assert folded.steps >= 0.4 * alone.steps


def test_folds_share_what_a_budget_leaves():
    own = (44.0, 30.0)  # of which a fold that is trained for the least takes 21.5
    assert granted(own, None, 5, 0) == 44.0
    assert granted(own, 1000.0, 5, 0) == 44.0
    assert granted(own, 150.0, 5, 0) == 30.0  # all five, each shorter
    assert granted(own, 80.0, 5, 0) == pytest.approx(80 / 3)  # three of them
    assert granted(own, 30.0, 5, 0) is None  # one alone would say nothing
    assert granted(own, 30.0, 4, 1) == 30.0  # a second one does
    assert granted(own, 20.0, 3, 2) is None
