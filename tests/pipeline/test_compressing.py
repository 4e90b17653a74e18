import json
import shutil

import numpy as np
import pytest
from pydantic import ValidationError

from modelyard.compression.graphs import VARIANTS
from modelyard.core import durable
from modelyard.core.artifact import open_artifact
from modelyard.core.errors import ArtifactError, RecipeError, RunError
from modelyard.core.recipe import Compress
from modelyard.core.recipe_compress import GRAPHS
from modelyard.core.report import Claim
from modelyard.core.run import Run
from modelyard.export import folder
from modelyard.inference import Predictor
from modelyard.pipeline import compress_judging, compressing, exporting
from modelyard.pipeline.compress_settings import asked
from modelyard.pipeline.compressing import compress


@pytest.fixture(scope="module")
def compressed(packaged, tmp_path_factory):
    """A run with its int8 model beside it; copied before it is changed."""
    run = tmp_path_factory.mktemp("compressed") / "run"
    shutil.copytree(packaged("encoder"), run)
    durable.write_json(run / "claims.json", [Claim(name="accuracy", value=0.5, n=10).to_json()])
    return run, compress(run, Compress(to=("int8",), loss=0.2))


def test_it_is_smaller_and_serves_as_any_other(compressed):
    run, found = compressed
    original, small = found["variants"]
    assert found["kept"] == ["int8"] and (original["name"], small["name"]) == ("float32", "int8")
    assert small["bytes"] < 0.6 * original["bytes"]
    model = Predictor.load(run / "compressed" / "int8")
    assert model.artifact.manifest["backends"] == ["onnx"]
    assert model.artifact.manifest["parents"] == [open_artifact(run).digest]
    assert not (model.artifact.path / "model.safetensors").exists()
    assert 0 < model.largest_difference <= model.artifact.manifest["compression"]["tolerance"]
    answers = model.predict([{"text": "good film"}, {"text": "房间 很好"}])
    for answer, wanted in zip(answers, Predictor.load(run).predict({"text": ["good film", "房间 很好"]}), strict=True):
        assert answer["scores"] == pytest.approx(wanted["scores"], abs=0.05)


def test_what_it_loses_is_written_with_a_paired_interval(compressed):
    run, found = compressed
    small = found["variants"][1]
    low, high = small["loss"]["interval"]
    assert low <= small["loss"]["value"] <= high and small["split"] == "test" and small["n"] > 10
    assert small["loss"]["value"] == pytest.approx(found["variants"][0]["value"] - small["value"])
    own = json.loads((run / "compressed" / "int8" / "compression.json").read_text())
    assert own["original"]["value"] == found["variants"][0]["value"] and own["bound"] == 0.2
    claims = {(c["subject"], c["name"]): c for c in json.loads((run / "claims.json").read_text())}
    assert ("model", "accuracy") in claims
    assert claims["int8", "accuracy_lost"]["value"] == small["loss"]["value"]
    assert claims["int8", "network_size"]["value"] == small["bytes"]
    page = (run / "compressed" / "frontier.html").read_text()
    assert page.count("<svg") == 2 and "int8" in page and "<script" not in page


def test_a_compressed_model_is_exported_with_its_own_tolerance(compressed, tmp_path):
    run, _ = compressed
    parity = exporting.export(run, tmp_path / "out", precision="int8")
    assert parity.tolerance == open_artifact(run / "compressed" / "int8").manifest["compression"]["tolerance"]
    assert folder.verify(tmp_path / "out").wrong.size == 0
    with pytest.raises(ArtifactError, match="no form as huggingface"):
        exporting.export(run, tmp_path / "other", form="huggingface", precision="int8")


def test_beyond_the_bound_nothing_is_kept(compressed, tmp_path, monkeypatch):
    run = tmp_path / "run"
    shutil.copytree(compressed[0], run)
    real = compress_judging.answers_of

    def worse(model, ground):
        answers = real(model, ground)
        return np.eye(2)[1 - ground.known.targets] if "compression" in model.artifact.manifest else answers

    monkeypatch.setattr(compress_judging, "answers_of", worse)
    with pytest.raises(ArtifactError, match=r"bf16 loses .* of accuracy .* more than .* 0\.01, and is not kept"):
        compress(run, Compress(to=("bf16",)))
    assert not (run / "compressed" / "bf16").exists()
    record = json.loads((run / "compressed" / "compression.json").read_text())
    assert (record["kept"], record["refused"]) == ([], ["bf16"])
    assert "bf16" not in (run / "claims.json").read_text()
    assert [path.name for path in run.iterdir() if path.name.startswith(".tmp")] == []


def test_a_target_searches_the_variants(packaged, tmp_path):
    run = tmp_path / "run"
    shutil.copytree(packaged("lstm"), run)
    limit = (run / "artifact" / "model.onnx").stat().st_size * 0.7
    found = compress(run, Compress(target=f"size={limit / 1000:.3f}kB", loss=0.5, train=False))
    assert {row["name"] for row in found["searched"]} >= {"float32", "int8"}
    assert all(row["split"] == "validation" for row in found["searched"])
    (kept,) = found["kept"]
    assert (run / "compressed" / kept / "model.onnx").stat().st_size <= limit
    with pytest.raises(ArtifactError, match="no variant is within size 10 B"):
        compress(run, Compress(target="size=10B", train=False))


@pytest.mark.parametrize("family", ["linear", "trees"])
def test_what_numpy_answers_is_not_compressed(packaged, family):
    with pytest.raises(ArtifactError, match=r"only networks .* is small"):
        compress(packaged(family), Compress(to=("int8",)))


def test_what_is_asked_must_make_sense(packaged, compressed):
    run, _ = compressed
    for wrong in ({}, {"to": ["int8"], "target": "size=1MB"}):
        with pytest.raises(RecipeError, match="give either to"):
            asked(wrong, None)
    with pytest.raises(RecipeError, match=r"--model is a family"):
        asked({}, "{family: ")
    assert asked({}, "{family: encoder, layers: 2}").student.options == {"layers": 2}
    with pytest.raises(RunError, match="Give the run directory"):
        compress(run / "artifact", Compress(to=("int8",)))


def test_a_damaged_int8_network_is_refused_when_opened(compressed, tmp_path):
    run, _ = compressed
    copy = tmp_path / "int8"
    shutil.copytree(run / "compressed" / "int8", copy)
    manifest = json.loads((copy / "manifest.json").read_text())
    import onnx
    from onnx import numpy_helper

    network = onnx.load(copy / "model.onnx")
    for constant in network.graph.initializer:
        if constant.name.endswith("_scale") and np.prod(constant.dims) > 1:
            array = numpy_helper.to_array(constant)
            constant.CopyFrom(numpy_helper.from_array((array * 3).astype(array.dtype), constant.name))
    onnx.save(network, copy / "model.onnx")
    plain = {key: value for key, value in manifest.items() if key not in ("files", "seal")}
    with durable.new_directory(tmp_path / "sealed", manifest=plain) as new:
        for file in copy.iterdir():
            if file.name != "manifest.json":
                shutil.copyfile(file, new / file.name)
    with pytest.raises(ArtifactError, match="golden examples differ"):
        Predictor.load(tmp_path / "sealed")


def test_the_recipes_section_names_every_variant_and_a_refusal_does_not_stop_the_run(packaged, tmp_path):
    section = Compress(to="int8")  # one is enough
    assert section.to == ("int8",)
    assert set(GRAPHS) == set(VARIANTS)
    for wrong in ({}, {"to": ["int8"], "target": "size=1MB"}, {"to": ["int3"]}, {"target": "speed=3"}):
        with pytest.raises(ValidationError):
            Compress(**wrong)
    run = Run(tmp_path / "run")
    shutil.copytree(packaged("linear"), run.path)
    compressing.compress_stage(section, run, 0)
    record = json.loads((run.path / "compressed" / "compression.json").read_text())
    assert record["kept"] == [] and "only networks" in record["reason"]
    assert "only networks" in next(run.events("notice"))["text"]
