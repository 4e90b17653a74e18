import json
import shutil

import numpy as np
import pytest
import torch

from modelyard.core import durable
from modelyard.core.artifact import open_artifact
from modelyard.core.errors import ArtifactError, RunError
from modelyard.core.run import Run
from modelyard.data.bundle import Bundle
from modelyard.export import package as packaging
from modelyard.export.package import package
from modelyard.inference import Predictor


@pytest.fixture
def run(packaged, tmp_path):
    """A copy of a packaged run, to package again."""

    def copy(family):
        shutil.copytree(packaged(family), tmp_path / family)
        return Run(tmp_path / family)

    return copy


@pytest.mark.parametrize("family", ["encoder", "mlp", "linear", "trees"])
def test_the_manifest_says_what_it_is(packaged, family):
    artifact = open_artifact(packaged(family))
    manifest = artifact.manifest
    assert (manifest["kind"], manifest["format"], manifest["family"]) == ("artifact", 1, family)
    assert manifest["golden_contains_data"] is True
    assert manifest["data"]["fingerprint"] == Bundle.open(packaged(family) / "bundle").fingerprint
    assert manifest["parents"] == [durable.file_digest(packaged(family) / "models" / family / durable.MANIFEST)]
    assert manifest["versions"]["numpy"] == np.__version__
    assert manifest["backends"] == (["onnx", "torch"] if family in ("encoder", "mlp") else ["numpy"])
    assert ("model.onnx" in manifest["files"]) == (family in ("encoder", "mlp"))
    assert "training.json" not in manifest["files"]
    readme = (artifact.path / "README.md").read_text()
    assert "golden.json" in readme
    assert ("from_pretrained" in readme) == (family == "encoder")


@pytest.mark.parametrize("family", ["encoder", "linear", "mlp", "trees"])
def test_golden_examples_are_many_and_at_the_edges(packaged, family):
    golden = open_artifact(packaged(family)).json("golden.json")
    notes = [example["note"] for example in golden["examples"]]
    assert len(notes) == 64
    assert sum(note in ("validation", "test", "train") for note in notes) >= 50
    assert notes.count("train") < 30
    edges = {"one character", "emoji and joiners", "Chinese, full width"} if family in ("encoder", "linear") else set()
    edges |= {"longest of validation"} if family in ("encoder", "linear") else {"nothing given", "highest and unseen"}
    assert edges <= set(notes)
    assert golden["tolerance"].keys() == {"numpy", "onnx", "torch"}
    outputs = Predictor.load(packaged(family) / "models" / family, verify=False)
    inputs = {name: [e["inputs"][name] for e in golden["examples"]] for name in golden["examples"][0]["inputs"]}
    assert outputs.outputs(inputs).tolist() == [example["outputs"] for example in golden["examples"]]


def test_opens_in_transformers_and_tokenizers_as_it_is(packaged):
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    directory = packaged("encoder") / "artifact"
    network = AutoModelForSequenceClassification.from_pretrained(directory).eval()
    tokenizer = AutoTokenizer.from_pretrained(directory)
    texts = ["good film", "房间 很好 😀", "a"]
    model = Predictor.load(directory, backend="torch")
    encoded = tokenizer(texts, padding=True, return_tensors="pt", return_token_type_ids=False)
    with torch.no_grad():
        logits = network(**encoded).logits.numpy()
    np.testing.assert_allclose(model.outputs({"text": texts}), logits, atol=2e-6)
    assert tuple(network.config.id2label[i] for i in range(2)) == model.task.labels


def test_an_export_that_answers_otherwise_is_refused(run, monkeypatch):
    this = run("mlp")
    shutil.rmtree(this.path / "artifact")
    real = packaging.export_onnx

    def wrong(model, spec, path):
        with torch.no_grad():
            next(model.parameters()).add_(0.1)
        real(model, spec, path)

    monkeypatch.setattr(packaging, "export_onnx", wrong)
    with pytest.raises(ArtifactError, match=r"onnx backend: .*golden examples differ .* gave \[.*Got \["):
        package(this)
    assert sorted(path.name for path in this.path.iterdir() if "artifact" in path.name) == []


def test_a_failed_package_leaves_the_old_artifact(run, monkeypatch):
    this = run("linear")
    before = open_artifact(this.path).digest

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(packaging.shutil, "copyfile", full)
    with pytest.raises(RunError, match="No space left"):
        package(this)
    assert open_artifact(this.path).digest == before
    assert [path.name for path in this.path.iterdir() if path.name.startswith(".tmp")] == []


def test_packaging_again_replaces_the_artifact_with_an_equal_one(run):
    this = run("trees")
    before = open_artifact(this.path).manifest["files"]
    assert package(this).manifest["files"] == before


def test_a_model_that_is_gone_is_named(run):
    this = run("linear")
    (this.path / "models" / "selection.json").write_text(json.dumps({"shipped": "encoder"}))
    with pytest.raises(RunError, match="models/encoder"):
        package(this)
