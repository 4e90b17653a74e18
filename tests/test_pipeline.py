"""From a file to a served answer, through the public calls."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

import modelyard
from modelyard.cli import app
from modelyard.core import durable
from modelyard.core.errors import ArtifactError, RecipeError, RequestError, RunError
from modelyard.core.revision import code_version
from modelyard.core.run import Run
from modelyard.data.bundle import Bundle
from modelyard.pipeline.directory import default_directory, read_recipe, refuse_another_recipe, refuse_other_data
from modelyard.pipeline.files import in_the_file

WORDS = ["bread", "river", "stone", "cloud", "paper", "glass", "horse", "table"]


def write_reviews(path, count=300, seed=0):
    generator = np.random.default_rng(seed)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label"])
        for label in generator.integers(0, 2, count):
            text = " ".join(generator.choice(WORDS, 6)) + (" 很好 lovely" if label else " 很差 awful")
            writer.writerow([text, "pos" if label else "neg"])
    return path


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    folder = tmp_path_factory.mktemp("finished")
    file = write_reviews(folder / "reviews.csv")
    recipe = {
        "task": "text-classification",
        "data": {"train": str(file), "inputs": "text", "target": "label"},
        "model": "linear",
        "evaluate": {"resamples": 200},
    }
    events = []
    run = modelyard.run(recipe, out=folder / "run", listener=events.append)
    return recipe, run, events


def test_a_run_leaves_what_it_should(finished):
    _, run, _ = finished
    for name in ("recipe.yaml", "plan.json", "events.jsonl", "claims.json", "artifact", "report.html", "card.md"):
        assert (run.path / name).exists(), name
    assert run.status == "finished"
    accuracy = next(c for c in run.read_json("claims.json") if c["name"] == "accuracy" and c["subject"] == "model")
    assert accuracy["value"] > 0.95
    assert accuracy["interval"][0] <= accuracy["value"] <= accuracy["interval"][1]
    assert accuracy["split"] == "test"
    assert accuracy["n"] == 60
    assert (run.path / "report.html").stat().st_size < 2_000_000


def test_the_same_command_on_a_finished_run_does_nothing(finished):
    recipe, run, _ = finished
    before = {path: path.stat().st_mtime_ns for path in run.path.rglob("*") if path.is_file() and path.name != ".lock"}
    notices = []
    modelyard.run(recipe, out=run.path, listener=notices.append)
    assert "this run is finished" in notices[-1]["text"]
    assert before == {p: p.stat().st_mtime_ns for p in run.path.rglob("*") if p.is_file() and p.name != ".lock"}


def test_a_run_of_its_own_recipe_is_that_run(finished):
    _, run, _ = finished
    notices = []
    same = modelyard.run(run.path / "recipe.yaml", listener=notices.append)
    assert same.path == run.path
    assert "this run is finished" in notices[-1]["text"]


def test_a_finished_run_needs_no_lock(finished, monkeypatch):
    recipe, run, _ = finished

    def refuse(*given):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Run, "_lock", refuse)
    assert modelyard.run(recipe, out=run.path).path == run.path


def test_a_damaged_neighbour_does_not_stop_a_new_run(finished, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "runs" / "reviews").mkdir(parents=True)
    (tmp_path / "runs" / "reviews" / "recipe.yaml").write_text("task: of an older version\n")
    recipe = read_recipe(finished[0])
    assert default_directory(finished[0], recipe, []) == Path("runs/reviews-2")


def test_a_recipe_that_began_meanwhile_is_not_taken_for_this_one(finished, tmp_path, monkeypatch):
    recipe, run, _ = finished
    owned = Run.owned

    def late(self):
        shutil.copytree(run.path, self.path)
        return owned(self)

    monkeypatch.setattr(Run, "owned", late)
    with pytest.raises(RunError, match="another recipe"):
        modelyard.run(recipe, out=tmp_path / "run", overrides=["seed=5"])


def test_a_row_that_cannot_be_answered_is_named_by_its_line(tmp_path):
    error = RequestError("this field must be a number", where="inputs[1].age", got="abc")
    found = in_the_file(error, ["people.csv:2", "people.csv:4"])
    assert str(found) == "people.csv:4: age: this field must be a number. Got 'abc'."


def test_another_recipe_is_refused_in_the_same_directory(finished):
    recipe, run, _ = finished
    with pytest.raises(RunError, match=r"another recipe \(seed differs\)"):
        modelyard.run(recipe, out=run.path, overrides=["seed=5"])


def test_a_foreign_directory_is_refused(finished, tmp_path):
    (tmp_path / "precious.txt").write_text("mine")
    with pytest.raises(RunError, match="something else than a run"):
        modelyard.run(finished[0], out=tmp_path)
    assert (tmp_path / "precious.txt").read_text() == "mine"


def test_a_run_killed_in_its_first_write_goes_on(finished, tmp_path):
    (tmp_path / ".lock").touch()
    (tmp_path / ".tmp-recipe.yaml-12345678").write_text("task: tex")
    refuse_another_recipe(Run(tmp_path), read_recipe(finished[0]))
    with Run(tmp_path).owned():
        assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def test_a_lost_stage_is_run_again_and_the_others_are_kept(finished, tmp_path):
    recipe, run, _ = finished
    shutil.copytree(run.path, tmp_path / "copy")
    for name in ("report.html", "claims.json"):
        (tmp_path / "copy" / name).unlink()
    events = []
    modelyard.run(recipe, out=tmp_path / "copy", listener=events.append)
    stages = {e["name"]: e["state"] for e in events if e["event"] == "stage"}
    kept = dict.fromkeys(("prepare", "train", "package"), "kept")
    assert stages == kept | {"evaluate": "done", "evidence": "kept", "report": "done"}
    assert (tmp_path / "copy" / "claims.json").read_bytes() == (run.path / "claims.json").read_bytes()


@pytest.fixture
def copied(finished, tmp_path):
    """A copy of the finished run, on data of its own."""
    recipe, run, _ = finished
    file = shutil.copy2(recipe["data"]["train"], tmp_path / "reviews.csv")
    shutil.copytree(run.path, tmp_path / "runs" / "reviews")
    this = Run(tmp_path / "runs" / "reviews")
    for name in ("recipe.yaml", "bundle/sources.json"):
        text = (this.path / name).read_text().replace(recipe["data"]["train"], str(file))
        (this.path / name).write_text(text)
    return {**recipe, "data": {**recipe["data"], "train": str(file)}}, this, file


@pytest.mark.parametrize("lost", [None, "report.html", "models/selection.json"])
def test_data_that_changed_under_a_run_is_never_mixed_in(copied, lost):
    recipe, this, file = copied
    if lost:
        (this.path / lost).unlink()
    with file.open("a", encoding="utf-8") as stream:
        stream.write("one row more,pos\n")
    before = durable.digests(this.path)
    with pytest.raises(RunError, match=r"the data of this run has changed .*reviews\.csv had .* bytes, now") as caught:
        modelyard.run(recipe, out=this.path)
    assert "another --out" in str(caught.value)
    assert durable.digests(this.path) == before


def test_changed_data_gets_a_directory_of_its_own(copied, monkeypatch, tmp_path):
    recipe, this, file = copied
    monkeypatch.chdir(tmp_path)
    resolved, passed = read_recipe(recipe), []
    assert default_directory({**recipe}, resolved, passed) == Path("runs/reviews")
    file.write_bytes(file.read_bytes().replace(b"bread", b"beard"))
    assert default_directory(recipe, resolved, passed) == Path("runs/reviews-2")
    assert passed == [f"runs/reviews is left as it is: the data has changed since ({file} has another content)"]
    assert default_directory(this.path / "recipe.yaml", resolved, []) == Path("runs/reviews-2")


def test_data_that_is_gone_does_not_stop_a_prepared_run(copied):
    recipe, this, file = copied
    file.unlink()
    notices = []
    modelyard.run(recipe, out=this.path, listener=notices.append)
    assert "this run is finished" in notices[-1]["text"]
    assert refuse_other_data(this, read_recipe(recipe)) == [
        f"{file} cannot be looked at any more: the run goes on with what was prepared from it"
    ]


def test_another_version_of_the_code_begins_again_from_the_stage_it_touches(finished, tmp_path, monkeypatch):
    recipe, run, _ = finished
    shutil.copytree(run.path, tmp_path / "run")
    (tmp_path / "run" / "report.html").unlink()

    def other(*packages):
        return "0.2.0" if "evaluation" in packages else code_version(*packages)

    monkeypatch.setattr("modelyard.pipeline.stages.code_version", other)
    events = []
    modelyard.run(recipe, out=tmp_path / "run", listener=events.append)
    stages = {e["name"]: e["state"] for e in events if e["event"] == "stage"}
    kept = dict.fromkeys(("prepare", "train", "package"), "kept")
    assert stages == kept | {"evaluate": "done", "evidence": "done", "report": "done"}
    assert [e["name"] for e in events if e["event"] == "anew"] == ["evaluate"]
    assert any("evaluate begins again: the code was" in e.get("text", "") for e in events)


def test_the_saved_recipe_runs_again_with_the_same_result(finished, tmp_path):
    _, run, _ = finished
    again = modelyard.run(run.path / "recipe.yaml", out=tmp_path / "again")
    first, second = run.read_json("claims.json"), again.read_json("claims.json")
    timeless = [(c["name"], c["subject"], c["value"]) for c in first if c["unit"] not in ("s", "ms")]
    assert timeless == [(c["name"], c["subject"], c["value"]) for c in second if c["unit"] not in ("s", "ms")]
    one, two = (durable.digests(path / "artifact") for path in (run.path, again.path))
    assert one["model.safetensors"] == two["model.safetensors"]


def test_predict_keeps_the_order_and_answers_as_the_loaded_model(finished, tmp_path):
    _, run, _ = finished
    rows = [
        ["id", "text"],
        *([str(i), f"{WORDS[i % 8]} {'lovely 很好' if i % 3 else 'awful 很差'}"] for i in range(50)),
    ]
    rows[7][1] = ""
    with (tmp_path / "in.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    notices = modelyard.predict(run.path, str(tmp_path / "in.csv"), tmp_path / "out.jsonl")
    assert len(notices) == 1
    assert "in.csv:8" in notices[0]
    answers = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == [str(i) for i in range(50)]
    assert answers[6]["prediction"] is None
    model = modelyard.load(run.path)
    for i in (0, 1, 5, 49):
        one = model.predict([{"text": rows[i + 1][1]}])[0]
        assert answers[i]["prediction"] == one["label"]
        assert answers[i]["confidence"] == pytest.approx(max(one["scores"].values()), abs=1e-9)


def test_predict_does_not_replace_the_file_it_reads(finished, tmp_path, monkeypatch):
    _, run, _ = finished
    file = write_reviews(tmp_path / "rows.csv", 5)
    before = file.read_bytes()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RequestError, match="the answers would replace the rows"):
        modelyard.predict(run.path, str(file), "rows.csv")
    assert file.read_bytes() == before


def test_parts_that_need_what_was_not_given_say_so(finished):
    _, run, _ = finished
    result = CliRunner().invoke(app, ["evaluate", str(run.path), "--only", "costs"])
    assert result.exit_code == 0 and result.stdout == "nothing was examined: it needs what errors cost: --costs\n"


def test_a_labelled_file_is_evaluated(finished, tmp_path):
    _, run, _ = finished
    claims, evaluation = modelyard.evaluate(run.path, str(write_reviews(tmp_path / "more.csv", 80, seed=9)))
    assert next(c.value for c in claims if c.name == "accuracy") > 0.95
    assert evaluation["n"] == 80


def test_rows_that_the_model_was_trained_on_are_told(finished):
    recipe, run, _ = finished
    bundle = Bundle.open(run.path / "bundle")
    held = bundle.counts["train"] + bundle.counts["validation"]
    notes = modelyard.evaluate(run.path, recipe["data"]["train"])[1]["notes"]
    assert notes[0].startswith(f"it was trained or chosen on {held} of these 300 rows")


def test_a_family_that_does_not_read_the_task_is_refused_by_check_and_leaves_no_run(finished, tmp_path):
    recipe, _, _ = finished
    with pytest.raises(RecipeError, match="the family trees does not read a text"):
        modelyard.run({**recipe, "model": "trees"}, out=tmp_path / "run")
    assert not (tmp_path / "run").exists()
    with pytest.raises(RecipeError, match=r"the family trees does not read a text\. Got 'trees'\. Try linear"):
        modelyard.check({**recipe, "model": "trees"})


def test_the_artifact_works_elsewhere_and_read_only(finished, tmp_path, monkeypatch):
    _, run, _ = finished
    shutil.copytree(run.path / "artifact", tmp_path / "模型")
    for path in (tmp_path / "模型").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    monkeypatch.chdir(tmp_path)
    assert modelyard.load("模型").predict([{"text": "很好 lovely"}])[0]["label"] == "pos"


def test_a_damaged_artifact_is_refused(finished, tmp_path):
    _, run, _ = finished
    shutil.copytree(run.path / "artifact", tmp_path / "artifact")
    file = tmp_path / "artifact" / "model.safetensors"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    with pytest.raises(ArtifactError, match=r"model\.safetensors: this file is altered"):
        modelyard.load(tmp_path / "artifact")


def test_runs_are_listed(finished):
    _, run, _ = finished
    row = next(row for row in modelyard.runs(run.path.parent) if row["path"] == str(run.path))
    assert row["status"] == "finished"
    assert row["metric"].startswith("accuracy ")
    assert "[" in row["metric"]
    assert row["cost"].endswith(" ms an answer")


def test_light_verbs_load_no_heavy_library(tmp_path):
    code = (
        "import sys, modelyard.cli as c\n"
        "sys.argv = ['modelyard', *sys.argv[1:]]\n"
        "try: c.main()\n"
        "except SystemExit: pass\n"
        "print('HEAVY', sorted({'torch', 'transformers', 'sklearn', 'pyarrow', 'lightgbm'} & set(sys.modules)))"
    )
    (tmp_path / "bad.yaml").write_text("task: text-classification\ndata: {train: x.csv}\ntrain: {epochs: -1}\n")
    write_reviews(tmp_path / "reviews.csv")
    for arguments in (["--help"], ["run", "bad.yaml"], ["list", "models"], ["schema"], ["runs"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        assert "HEAVY []" in done.stdout, (arguments, done.stdout)


def test_new_writes_a_recipe_that_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_reviews(tmp_path / "reviews.csv")
    lines = modelyard.new("reviews.csv")
    assert any("text-classification" in line for line in lines)
    assert "next: modelyard plan recipe.yaml" in lines[-1]
    assert 5 <= len((tmp_path / "recipe.yaml").read_text().splitlines()) <= 25
    run = modelyard.run("recipe.yaml", overrides=["model=linear"])
    assert run.path == Path("runs/reviews")
    assert run.status == "finished"
