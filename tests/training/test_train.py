"""The stage: what is written, what ships and why, what is kept, and that a killed stage goes on."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from modelyard.core import durable
from modelyard.core.errors import RecipeError, TrainingError
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.core.schema import Column, Schema
from modelyard.training import deciding, network
from modelyard.training import train as stage
from modelyard.training.ground import Ground

torch = pytest.importorskip("torch")


class Bundle:
    """A bundle in memory: a table whose target is the sign of a product, which no linear map finds."""

    fingerprint = "f" * 64
    path = Path("nowhere")

    def __init__(self, train=400, validation=200, kind="classification", linear=False):
        random = np.random.default_rng(0)
        self._splits = {}
        for name, count in (("train", train), ("validation", validation), ("test", 50)):
            x = random.normal(size=(count, 3))
            value = x[:, 0] + 0.5 * x[:, 1] if linear else x[:, 0] * x[:, 1]
            target = np.where(value > 0, "yes", "no").tolist() if kind == "classification" else value.tolist()
            self._splits[name] = {"a": x[:, 0].tolist(), "b": x[:, 1].tolist(), "c": x[:, 2].tolist(), "y": target}
        self.counts = {"train": train, "validation": validation, "test": 50}
        inputs = tuple(Column(name=name, kind="number", low=-4.0, high=4.0) for name in "abc")
        target = Column(name="y", kind="category", values=("yes", "no"))
        if kind != "classification":
            target = Column(name="y", kind="number", low=-4.0, high=4.0)
        self.schema = Schema(inputs=inputs, target=target)

    def rows(self, split):
        return self._splits[split]


def recipe(model, *, task="tabular-classification", budget=None, **section):
    given = {"steps": 60, "threads": 1, "precision": "fp32", **section}
    return Recipe.model_validate(
        {"task": task, "data": {"train": "x.csv"}, "model": model, "train": given, "budget": budget or {}}
    )


def run_of(path):
    run = Run(path)
    path.mkdir(exist_ok=True)
    run.emit("started")
    return run


def selection(run):
    return json.loads((run.path / "models" / "selection.json").read_text())


def train(chosen, bundle, run):
    stage.train(Ground(chosen, bundle, run))


def notices(run):
    return [event["text"] for event in run.events("notice")]


def test_a_named_network_ships_beside_the_cheap_family(tmp_path):
    run = run_of(tmp_path / "run")
    train(recipe({"family": "mlp", "hidden": [16], "dropout": 0.0}, steps=400, learning_rate=0.01), Bundle(), run)
    found = selection(run)
    assert found["shipped"] == "mlp"
    assert [candidate["family"] for candidate in found["candidates"]] == [found["cheap"], "mlp"]
    assert found["reason"].startswith("the recipe names mlp; accuracy 0.")
    assert set(found["test"]) >= {"difference", "interval", "p_value"}
    for family in (found["cheap"], "mlp"):
        directory = run.path / "models" / family
        manifest = durable.verify_directory(directory)
        assert manifest["kind"] == "model"
        assert manifest["family"] == family
        names = {path.name for path in directory.iterdir()}
        assert names >= {"config.json", "model.safetensors", "task.json", "schema.json", "training.json"}
    record = json.loads((run.path / "models" / "mlp" / "training.json").read_text())
    assert record["steps"] == record["total_steps"] == 400
    assert record["stopped"] in ("finished", "early")
    assert record["parameters"] == 3 * 16 + 16 + 16 * 2 + 2
    assert record["validation"][-1]["accuracy"] > 0.8
    assert {"step", "loss", "learning_rate"} == set(record["curve"][0])


def test_auto_ships_the_cheap_family_on_a_tie_and_says_why(tmp_path):
    run = run_of(tmp_path / "run")
    train(recipe("auto"), Bundle(linear=True), run)
    found = selection(run)
    rival = found["test"]
    if rival["outcome"] != "better":
        assert found["shipped"] == found["cheap"]
    assert "on the validation rows" in found["reason"]
    assert notices(run)[-1] == found["reason"]


def test_auto_ships_what_is_shown_to_be_better(tmp_path, monkeypatch):
    """With the cheap family held back (one stump), a linear map wins on a linear target."""
    from modelyard.models import trees

    real = trees.fit

    def weak(config, features, targets, **named):
        return real(config, features, np.roll(targets, 7), **named)

    monkeypatch.setattr(trees, "fit", weak)
    run = run_of(tmp_path / "run")
    train(recipe("auto"), Bundle(linear=True), run)
    found = selection(run)
    assert found["cheap"] == "trees"
    assert found["shipped"] != "trees"
    assert found["test"]["outcome"] == "better"


def test_auto_on_few_validation_rows_trains_the_cheap_family_alone(tmp_path):
    run = run_of(tmp_path / "run")
    train(recipe("auto"), Bundle(train=40, validation=10), run)
    found = selection(run)
    assert [candidate["family"] for candidate in found["candidates"]] == [found["cheap"]]
    assert found["test"] is None
    assert "10 validation rows are too few to show a difference" in found["reason"]


def test_a_candidate_that_diverges_is_named_and_not_shipped(tmp_path, monkeypatch):
    def diverge(self):
        raise TrainingError("the loss is not a number at step 3")

    monkeypatch.setattr(network.Training, "run", diverge)
    run = run_of(tmp_path / "run")
    train(recipe("auto"), Bundle(), run)
    assert any("mlp failed and is not considered: the loss is not a number" in text for text in notices(run))
    assert {"family": "mlp", "reason": "its training failed"} in selection(run)["skipped"]
    with pytest.raises(TrainingError):  # asked for by name, it is the user's to know
        train(recipe("mlp"), Bundle(), run_of(tmp_path / "named"))


def test_regression_is_judged_in_the_targets_own_unit(tmp_path):
    run = run_of(tmp_path / "run")
    bundle = Bundle(kind="regression", linear=True)
    for name in ("train", "validation", "test"):
        bundle._splits[name]["y"] = [1000 * value + 50 for value in bundle._splits[name]["y"]]
    train(recipe("linear", task="tabular-regression"), bundle, run)
    found = selection(run)
    assert found["metric"] == "rmse"
    value = {candidate["family"]: candidate["value"] for candidate in found["candidates"]}
    assert value["linear"] < 20
    assert 20 < value["trees"] < 1000


def test_finished_families_are_kept_and_a_change_trains_again(tmp_path, monkeypatch):
    run = run_of(tmp_path / "run")
    train(recipe("mlp"), Bundle(), run)
    digests = {path.name: durable.file_digest(path / "model.safetensors") for path in (run.path / "models").glob("*/")}
    (run.path / "models" / "selection.json").unlink()
    with monkeypatch.context() as patch:
        patch.setattr(network, "fit", lambda *a: pytest.fail("trained again"))
        train(recipe("mlp"), Bundle(), run)
    assert selection(run)["shipped"] == "mlp"
    train(recipe("mlp", learning_rate=0.02), Bundle(), run)
    changed = durable.file_digest(run.path / "models" / "mlp" / "model.safetensors")
    assert changed != digests["mlp"]
    # A damaged one is noticed and trained again.
    target = run.path / "models" / "mlp" / "model.safetensors"
    target.write_bytes(target.read_bytes()[:-1] + b"x")
    train(recipe("mlp", learning_rate=0.02), Bundle(), run)
    assert durable.file_digest(target) == changed
    assert any("mlp is trained again" in text for text in notices(run))
    # So are damaged outputs on the validation rows, which selection needs.
    outputs = run.path / "checkpoints" / "mlp" / "outputs.safetensors"
    whole = outputs.read_bytes()
    for damaged in (whole[:20], b""):
        outputs.write_bytes(damaged)
        train(recipe("mlp", learning_rate=0.02), Bundle(), run)
        assert outputs.read_bytes() == whole
    assert any("outputs.safetensors is missing, damaged" in text for text in notices(run))


def test_a_stage_cut_off_in_the_loop_goes_on_to_the_same_weights(tmp_path, monkeypatch):
    chosen = recipe("mlp", checkpoint_seconds=0, precision="auto")
    whole, cut = run_of(tmp_path / "whole"), run_of(tmp_path / "cut")

    class Killed(Exception):
        pass

    def kill(event):
        if event["event"] == "checkpoint" and event["step"] == 31:
            raise Killed

    cut.subscribe(kill)
    with pytest.raises(Killed):
        train(chosen, Bundle(), cut)
    plan = json.loads((cut.path / "checkpoints" / "mlp" / "plan.json").read_text())
    cut._listeners.clear()
    train(chosen, Bundle(), cut)
    assert json.loads((cut.path / "checkpoints" / "mlp" / "plan.json").read_text()) == plan
    # The other run reuses the measured precision, which may differ between two rehearsals.
    train(recipe("mlp", checkpoint_seconds=0, precision=plan["precision"]), Bundle(), whole)
    digests = [durable.file_digest(run.path / "models" / "mlp" / "model.safetensors") for run in (whole, cut)]
    assert digests[0] == digests[1]


def test_a_budget_bounds_the_training_and_is_recorded(tmp_path):
    run = run_of(tmp_path / "run")
    chosen = Recipe.model_validate(
        {
            "task": "tabular-classification",
            "data": {"train": "x.csv"},
            "model": {"family": "mlp", "hidden": [8]},
            "train": {"threads": 1, "early_stopping": None},
            "budget": {"minutes": 0.1},
        }
    )
    train(chosen, Bundle(), run)
    record = json.loads((run.path / "models" / "mlp" / "training.json").read_text())
    plan = json.loads((run.path / "checkpoints" / "mlp" / "plan.json").read_text())
    assert plan["limit_seconds"] <= 6.0
    assert record["steps"] >= 1
    assert record["validation"]
    assert record["total_steps"] == plan["timeline"]["segments"][-1][2]


def test_class_weights_without_classes_are_refused(tmp_path):
    with pytest.raises(RecipeError, match=r"train\.class_weights"):
        train(
            recipe("linear", task="tabular-regression", class_weights="balanced"),
            Bundle(kind="regression"),
            run_of(tmp_path / "run"),
        )


def test_a_wrong_family_field_is_found_before_the_baseline_is_trained(tmp_path, monkeypatch):
    from modelyard.models import trees

    monkeypatch.setattr(trees, "fit", lambda *a, **k: pytest.fail("trained"))
    with pytest.raises(RecipeError, match="hiden"):
        train(recipe({"family": "mlp", "hiden": [3]}), Bundle(), run_of(tmp_path / "run"))


def slow(monkeypatch, *, validation=0.0, step=0.0):
    """A rehearsal that measures these seconds."""
    measured = deciding.rehearse

    def measure(*given, **named):
        return replace(measured(*given, **named), evaluation_seconds=validation, step_seconds=step)

    monkeypatch.setattr(deciding, "rehearse", measure)


def test_a_validation_that_would_overrun_the_budget_reads_a_sample(tmp_path, monkeypatch):
    slow(monkeypatch, validation=400.0, step=0.001)
    run, bundle = run_of(tmp_path / "run"), Bundle(validation=2000)
    bundle.counts["test"] = 0
    chosen = recipe({"family": "mlp", "hidden": [16], "dropout": 0.0}, budget={"minutes": 2})
    train(chosen, bundle, run)
    plan = json.loads((run.path / "checkpoints" / "mlp" / "plan.json").read_text())
    assert 30 < plan["judged_rows"] < 150
    assert plan["evaluation_seconds"] == pytest.approx(400.0 * plan["judged_rows"] / 2000)
    assert plan["evaluation_seconds"] < plan["limit_seconds"] / 6 or plan["judged_rows"] == 100
    assert any(f"mlp is validated on {plan['judged_rows']} of 2,000 rows" in text for text in notices(run))
    found = selection(run)
    # Both families are compared on the rows that the slower one was judged on.
    for line in found["candidates"]:
        right = line["value"] * plan["judged_rows"]
        assert right == pytest.approx(round(right), abs=1e-6)
    assert f"on {plan['judged_rows']} of the 2,000 validation rows" in found["reason"]
    before = (run.path / "models" / "mlp" / "model.safetensors").stat().st_mtime_ns
    train(chosen, bundle, run)
    assert (run.path / "models" / "mlp" / "model.safetensors").stat().st_mtime_ns == before


def test_a_network_that_cannot_keep_the_budget_says_by_how_much(tmp_path, monkeypatch):
    slow(monkeypatch, validation=4000.0, step=9.0)
    run = run_of(tmp_path / "run")
    train(recipe({"family": "mlp", "hidden": [16]}, budget={"minutes": 1}), Bundle(validation=400), run)
    said = next(text for text in notices(run) if "the budget will be exceeded by about" in text)
    assert said.startswith("mlp: ")
    assert selection(run)["candidates"][1]["steps"] == 1


def test_a_budget_below_the_fixed_costs_is_said_before_anything_is_trained(tmp_path):
    run = run_of(tmp_path / "run")
    train(recipe("trees", budget={"minutes": 0.02}), Bundle(), run)
    assert notices(run)[0].startswith("the budget of 1.2 s will be exceeded: ")
    assert selection(run)["shipped"] == "trees"


def test_smaller_samples_of_the_judged_rows_lie_in_larger_ones(tmp_path):
    ground = Ground(recipe("trees"), Bundle(validation=500), run_of(tmp_path / "run"))
    outputs = np.arange(500.0)[:, None]
    for large, small in ((500, 90), (90, 12), (12, 12)):
        assert set(ground.judged(small)) <= set(ground.judged(large))
        cut = ground.common(outputs[ground.judged(large)], small)
        assert cut[:, 0].astype(int).tolist() == ground.judged(small).tolist()
