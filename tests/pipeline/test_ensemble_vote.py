"""A vote as an artifact: families mixed, answers the members' mean, damage refused, and what works on any artifact."""

import json
import shutil

import numpy as np
import pytest

import modelyard
from modelyard import pipeline
from modelyard.core import durable, keyfiles, recipe_file, sealed_artifact, signing
from modelyard.core.errors import ArtifactError, Interrupted, ModelyardError, RecipeError, RequestError, RunError
from modelyard.inference import Predictor
from modelyard.models import ensemble
from modelyard.pipeline import ensemble_bag, ensemble_vote

ROWS = [{"size": 0.4, "colour": "red"}, {"size": None, "colour": "蓝"}, {"size": 2, "colour": None}]


def table(folder, classes):
    """Rows whose target both a line and a step see; of classes "c" is rare."""
    draw, lines = np.random.default_rng(0), ["size,colour,target"]
    for i in range(360):
        size, colour = draw.normal(), ["red", "green", "蓝"][i % 3]
        value = 2 * size + (colour == "蓝") + 0.5 * (size > 1) + 0.3 * draw.normal()
        label = "c" if i % 90 == 0 else ("a" if value > 0.5 else "b")
        lines.append(f"{size:.4f},{colour},{label if classes else f'{100 + 40 * value:.3f}'}")
    (folder / "rows.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder / "rows.csv"


def trained(folder, task, families):
    data = {"train": str(table(folder, task == "tabular-classification")), "target": "target"}
    made = []
    for family in families:
        recipe = {"task": task, "data": data, "model": family, "explain": False, "audit": False}
        recipe["evaluate"] = {"resamples": 100, "baseline": False}
        if family["family"] == "mlp":
            recipe["train"] = {"epochs": 3}
        made.append(pipeline.run(recipe, out=folder / f"{family['family']}").path)
    return made


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    families = [{"family": "trees", "trees": 20}, {"family": "linear"}, {"family": "mlp", "hidden": [8]}]
    return trained(tmp_path_factory.mktemp("runs"), "tabular-classification", families)


@pytest.fixture(scope="module")
def voted(runs, tmp_path_factory):
    out = tmp_path_factory.mktemp("voted") / "out"
    found = pipeline.ensemble(runs, how="vote", out=out)
    return out, found


def test_an_artifact_whose_price_cannot_be_measured_has_its_card(runs, tmp_path, monkeypatch):
    from modelyard.core.errors import RunError
    from modelyard.pipeline import ensemble_told

    def failing(artifact):
        raise RunError("measuring what an answer takes failed", where=str(artifact), got="MemoryError")

    monkeypatch.setattr(ensemble_told, "price", failing)
    found = pipeline.ensemble(runs[:2], how="vote", out=tmp_path / "out")
    card = (tmp_path / "out" / "card.md").read_text(encoding="utf-8")
    assert "What answering takes is not known: measuring what an answer takes failed (MemoryError)." in found.limits
    assert "is not known" in card and str(tmp_path) not in card and (tmp_path / "out" / "ensemble.json").is_file()


def test_families_are_mixed_and_the_answer_is_their_mean(runs, voted):
    out, found = voted
    model = Predictor.load(out)
    assert model.artifact.family == "ensemble" and model.backend.name == "onnx"
    singles = [Predictor.load(path) for path in runs]
    mean = np.mean([one.task.probabilities(one.outputs(ROWS)) for one in singles], axis=0)
    np.testing.assert_allclose(np.exp(model.outputs(ROWS)), mean, rtol=1e-6)
    np.testing.assert_allclose(np.exp(model.outputs(ROWS[:1])), mean[:1], rtol=1e-6)
    # The calibration keeps the order of the classes, whatever it does to their probabilities.
    answers = model.predict(ROWS)
    assert all(abs(sum(one["scores"].values()) - 1) < 1e-9 for one in answers)
    assert model.artifact.manifest["parents"] == [one.artifact.digest for one in singles]
    assert found.detail["price"]["own"]["bytes"] > 1e6 and found.detail["price"]["own"]["seconds"] > 0
    card = (out / "card.md").read_text(encoding="utf-8")
    assert "members/02" in card and "| mlp | mlp |" in card and "times the memory" in card
    assert "a vote of 3 runs" in card and "Fairness" in card
    with pytest.raises(ArtifactError, match="mlp does not run on the numpy"):
        Predictor.load(out, backend="numpy")
    assert Predictor.load(out, backend="torch").largest_difference <= 1e-4


def test_what_works_on_an_artifact_works_on_a_vote(voted, tmp_path):
    out, _ = voted
    assert pipeline.scan(out).findings == []
    assert pipeline.verify(str(out)).to_json()["largest_output_difference"] < 1e-4
    explained = modelyard.explain(out, {"size": 2.0, "colour": "red"}, method="occlusion")
    assert len(explained.units) == 2
    for method, said in (("exact", "exact contributions"), ("saliency", "need a network")):
        with pytest.raises(RequestError, match=said):
            modelyard.explain(out, {"size": 2.0, "colour": "red"}, method=method)
    rows = tmp_path / "rows.csv"
    table(tmp_path, classes=True)
    claims, evaluation = pipeline.evaluate(out, str(rows))
    assert evaluation["n"] == 360 and claims
    key, signer = tmp_path / "key", tmp_path / "signer"
    keyfiles.new(key, purpose=keyfiles.ENCRYPT)
    keyfiles.new(signer)
    copy = tmp_path / "copy"
    shutil.copytree(out / "artifact", copy)
    signing.sign(copy, signer)
    sealed = sealed_artifact.encrypt(copy, [tmp_path / "key.pub"], tmp_path / "voted.sealed")
    sealed_artifact.decrypt(sealed, key, tmp_path / "opened")
    signing.require(tmp_path / "opened", [tmp_path / "signer.pub"])
    assert Predictor.load(tmp_path / "opened").predict(ROWS) == Predictor.load(out).predict(ROWS)


def test_a_server_answers_as_the_model_does(voted):
    from modelyard.serving.model import load

    out, _ = voted
    for backend in ("stored", "auto"):
        served = load(out, backend=backend)
        columns = {name: [row[name] for row in ROWS] for name in ("size", "colour")}
        ((positions, answers),) = served.answers(columns)
        assert positions == [0, 1, 2] and answers == Predictor.load(out).predict(ROWS)
    assert served.about["family"] == "ensemble" and "Several models together" in served.card
    with pytest.raises(ModelyardError, match=r"opens model\.onnx"):
        load(out, backend="openvino")


def copied(voted, tmp_path):
    target = tmp_path / "copy"
    shutil.copytree(voted[0] / "artifact", target)
    return target


def resealed(directory):
    """The manifest anew, as somebody would who wants to hide a change."""
    manifest = json.loads((directory / durable.MANIFEST).read_text(encoding="utf-8"))
    content = {name: value for name, value in manifest.items() if name not in ("files", "seal")}
    before = directory.with_name("before")
    directory.rename(before)
    with durable.new_directory(directory, manifest=content) as place:
        shutil.copytree(before, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("none"))
        (place / durable.MANIFEST).unlink()
    shutil.rmtree(before)


def refused(directory, told):
    with pytest.raises(ArtifactError, match=told):
        Predictor.load(directory)


def test_a_member_that_is_missing_altered_swapped_or_an_ensemble_is_one_error(voted, tmp_path):
    place = copied(voted, tmp_path)
    weights = place / "members/01/model.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    refused(place, "altered")
    shutil.rmtree(place / "members/01")
    refused(place, "missing")
    resealed(place)
    refused(place, "missing or damaged")
    shutil.copytree(place / "members/00", place / "members/01")
    resealed(place)
    refused(place, "another member")
    listed = json.loads((place / "config.json").read_text(encoding="utf-8"))
    shutil.rmtree(place / "members/01")
    shutil.copytree(voted[0] / "artifact", place / "members/01")
    for one in listed["members"][1:2]:
        one["digest"] = durable.file_digest(place / "members/01" / durable.MANIFEST)
        one["family"] = "ensemble"
    (place / "config.json").write_text(json.dumps(listed), encoding="utf-8")
    resealed(place)
    refused(place, "must not be an ensemble itself")
    for wrong in ("members/../members/01", "/etc"):
        listed["members"][1]["folder"] = wrong
        (place / "config.json").write_text(json.dumps(listed), encoding="utf-8")
        resealed(place)
        refused(place, "list of an ensemble's members cannot be read")


def test_what_does_not_suit_an_ensemble_names_the_way(voted, runs, tmp_path, linear_runs):
    out, _ = voted
    with pytest.raises(ArtifactError, match="--teacher"):
        pipeline.export(out, tmp_path / "export")
    with pytest.raises(RunError, match="--teacher"):
        pipeline.compress(out, pipeline_section(student={"family": "mlp"}))
    with pytest.raises(RecipeError, match="modelyard ensemble"):
        recipe_file.from_mapping({"task": "tabular-classification", "data": {"train": "x.csv"}, "model": "ensemble"})
    with pytest.raises(RunError, match="something here already"):
        pipeline.ensemble(runs, how="vote", out=out)
    text = linear_runs["plain"].path
    with pytest.raises(RequestError, match="not trained on the same rows"):
        pipeline.ensemble([runs[0], text], how="vote")
    with pytest.raises(ArtifactError, match="answers something else"):
        pipeline.compress(runs[2], pipeline_section(student={"family": "mlp", "hidden": [4]}, teacher=str(text)))


def pipeline_section(**fields):
    from modelyard.core.recipe import Compress

    return Compress.model_validate(fields)


def test_an_ensemble_teaches_a_student(voted, runs):
    section = pipeline_section(student={"family": "mlp", "hidden": [4]}, teacher=str(voted[0]), loss=0.9, epochs=2)
    found = pipeline.compress(runs[2], section)
    assert found["kept"] == ["distill"]
    lessons = Predictor.load(voted[0])
    assert Predictor.load(runs[2] / "compressed" / "distill").task.labels == lessons.task.labels


def test_values_are_averaged_in_their_own_unit(tmp_path):
    families = [{"family": "trees", "trees": 20}, {"family": "linear"}]
    paths = trained(tmp_path, "tabular-regression", families)
    pipeline.ensemble(paths, how="vote", out=tmp_path / "out")
    model, singles = Predictor.load(tmp_path / "out"), [Predictor.load(path) for path in paths]
    assert model.backend.name == "numpy"
    found = [one["value"] for one in model.predict(ROWS)]
    wanted = np.mean([[one["value"] for one in single.predict(ROWS)] for single in singles], axis=0)
    np.testing.assert_allclose(found, wanted, rtol=1e-9)
    with pytest.raises(ArtifactError, match="no member of this ensemble runs on the torch backend"):
        Predictor.load(tmp_path / "out", backend="torch")


def test_a_bag_is_kept_goes_on_after_a_stop_and_knows_rare_classes(runs, tmp_path, monkeypatch):
    trees, trained_numbers = runs[0], []
    original = ensemble_bag.trained_again

    def stopped(subject, rows, place, *, seed):
        assert set(rows["target"]) == {"a", "b", "c"}
        trained_numbers.append(place.name)
        if len(trained_numbers) == 2:
            raise KeyboardInterrupt
        return original(subject, rows, place, seed=seed)

    monkeypatch.setattr(ensemble_bag, "trained_again", stopped)
    with pytest.raises(Interrupted, match="are kept"):
        pipeline.ensemble([trees], bag=3, out=tmp_path / "bag")
    assert not (tmp_path / "bag" / "artifact").exists()
    for name in (".tmp-artifact-0123abcd", ".tmp-of-another"):  # what a killed packaging left, and what is not its own
        (tmp_path / "bag" / name).mkdir(parents=True)
    pipeline.ensemble([trees], bag=3, out=tmp_path / "bag")
    assert trained_numbers == ["000", "001", "001", "002"]  # the first was not trained again
    model = Predictor.load(tmp_path / "bag")
    assert [one.name for one in ensemble.read(model.artifact.path)] == ["bag 1", "bag 2", "bag 3"]
    assert len({one.digest for one in ensemble.read(model.artifact.path)}) == 3
    assert not (trees / "evidence" / ".bags").exists()
    assert (
        not (tmp_path / "bag" / ".tmp-artifact-0123abcd").exists() and (tmp_path / "bag" / ".tmp-of-another").exists()
    )


class Binary:
    """A task's answer side alone."""

    def __init__(self):
        from modelyard.data.features.labels import Labels
        from modelyard.tasks._classes import Classes

        self.answers = Classes(codes=Labels(("a", "b")), loss_name="cross_entropy", label_smoothing=0.0)
        self.metrics = "classification"

    def probabilities(self, outputs):
        return self.answers.probabilities(outputs)

    def calibrated(self, outputs, targets):
        made = Binary()
        made.answers = self.answers.calibrated(outputs, targets)
        return made


@pytest.mark.parametrize(("sharpness", "bent"), [(1.0, False), (0.4, True)])
def test_a_mean_is_recalibrated_only_where_that_is_shown_to_help(sharpness, bent):
    draw = np.random.default_rng(3)
    logits = draw.normal(size=2000) * 2
    truth = (draw.random(2000) < 1 / (1 + np.exp(-logits))).astype(np.int64)
    outputs = np.stack([np.zeros(2000), sharpness * logits], axis=1)
    task = Binary()
    found = ensemble_vote.recalibrated(task, outputs, truth)
    assert (found is not task) == bent
    if bent:
        np.testing.assert_allclose(found.probabilities(outputs)[:, 1], 1 / (1 + np.exp(-logits)), atol=0.05)


def test_logarithms_of_means_are_finite_and_give_the_mean_back():
    from modelyard.data.features.scores import probabilities

    first, second = np.array([[0.0, 1.0], [0.25, 0.75]]), np.array([[0.0, 1.0], [0.5, 0.5]])
    outputs = ensemble.log_of_mean([first, second])
    assert np.isfinite(outputs).all()
    np.testing.assert_allclose(probabilities(outputs, 1.0), [[0, 1], [0.375, 0.625]], atol=1e-15)
