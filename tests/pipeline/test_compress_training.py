"""Every network family, pruned, taught and stored otherwise: what is kept loads, is smaller, and says what it loses."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from modelyard.core.artifact import open_artifact
from modelyard.core.errors import ArtifactError, DataError, RecipeError, RunError
from modelyard.core.recipe import Compress
from modelyard.core.run import Run
from modelyard.inference import Predictor
from modelyard.inference.golden import TOLERANCE
from modelyard.pipeline import compress_judging, compressing, exporting
from modelyard.pipeline.compress_settings import asked
from modelyard.pipeline.compressing import compress

HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("compress_kit", HERE / "compress_kit.py")
kit = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(kit)
ANY_LOSS = 0.99
WAYS = {
    "encoder": ("prune=0.5", "prune=0.5+int8", "int8-static"),
    "cnn": ("prune=0.5", "sparse=0.5+bf16"),
    "lstm": ("prune=0.5+distill", "sparse=0.5"),
    "mlp": ("prune=0.5", "sparse=0.5"),
}


@pytest.fixture(scope="module")
def compressed(packaged, tmp_path_factory):
    """`compressed(family)`: a run and what all its ways gave, made once."""
    made = {}

    def make(family):
        if family not in made:
            run = kit.trainable(packaged(family), tmp_path_factory.mktemp("ways") / family)
            (run / "claims.json").write_text("[]")
            made[family] = run, compress(run, Compress(to=WAYS[family], loss=ANY_LOSS))
        return made[family]

    return make


@pytest.mark.parametrize(("family", "way"), [(family, way) for family, ways in WAYS.items() for way in ways])
def test_each_way_of_each_family_is_an_artifact_that_says_what_it_loses(compressed, family, way):
    run, found = compressed(family)
    assert way in found["kept"]
    own = next(row for row in found["variants"] if row["name"] == way)
    original = found["variants"][0]
    model = Predictor.load(run / "compressed" / way)  # digests, and its golden examples
    assert model.largest_difference <= model.artifact.manifest["compression"]["tolerance"]
    assert model.artifact.manifest["parents"] == [open_artifact(run).digest]
    if way == "sparse=0.5":  # nothing is smaller but the compressed file
        assert own["bytes"] == pytest.approx(original["bytes"], rel=0.05)
        assert own["packed_bytes"] < 0.9 * original["packed_bytes"]
    else:
        assert own["bytes"] < original["bytes"]
    low, high = own["loss"]["interval"]
    assert low <= own["loss"]["value"] <= high
    assert own["loss"]["value"] == pytest.approx(original["value"] - own["value"])
    claims = {(c["subject"], c["name"]): c for c in json.loads((run / "claims.json").read_text())}
    assert claims[way, f"{own['metric']}_lost"]["interval"] == own["loss"]["interval"]
    record = json.loads((run / "compressed" / way / "compression.json").read_text())
    assert record["how"] and record["bound"] == ANY_LOSS


def test_a_pruned_encoder_opens_in_transformers_with_its_smaller_shape(compressed, tmp_path):
    from transformers import AutoModelForSequenceClassification

    run, _ = compressed("encoder")
    network = AutoModelForSequenceClassification.from_pretrained(run / "compressed" / "prune=0.5")
    own = network.config
    assert (own.hidden_size, own.num_attention_heads) == (16, 1)
    assert own.id2label == {0: "bad", 1: "good"}
    parity = exporting.export(run, tmp_path / "out", form="huggingface", precision="prune=0.5")
    assert parity.tolerance == TOLERANCE["torch"]
    assert sorted(open_artifact(run / "compressed" / "prune=0.5").manifest["backends"]) == ["onnx", "torch"]


def test_weights_that_were_set_to_zero_stay_so_while_they_are_trained_again(compressed, packaged, tmp_path):
    """Also by an optimizer that mixes the entries of a matrix."""
    from safetensors.numpy import load_file

    mixed = kit.trainable(packaged("lstm"), tmp_path / "run", optimizer="muon")
    compress(mixed, Compress(to="sparse=0.5", loss=ANY_LOSS))
    for run in (compressed("lstm")[0], mixed):
        before = load_file(run / "artifact" / "model.safetensors")
        after = load_file(run / "compressed" / "sparse=0.5" / "model.safetensors")
        large = [name for name, array in after.items() if array.ndim > 1 and array.size >= 64]
        assert large
        for name in large:
            assert np.count_nonzero(before[name]) > 0.9 * before[name].size
            assert np.count_nonzero(after[name]) == pytest.approx(after[name].size / 2, abs=1)
            assert not np.array_equal(after[name][after[name] != 0], before[name][after[name] != 0])  # they have learnt


def test_no_trace_of_a_training_stays(compressed):
    run, _ = compressed("mlp")
    assert sorted(path.name for path in (run / "compressed").iterdir()) == sorted(
        [*WAYS["mlp"], "compression.json", "frontier.html"]
    )
    assert not [path for path in run.iterdir() if path.name.startswith(".tmp")]


def test_a_student_of_another_family_with_rows_that_have_no_labels(packaged, tmp_path):
    run = kit.trainable(packaged("encoder"), tmp_path / "run")
    (tmp_path / "more.csv").write_text("text\ngood film\n\n房间 很好\nbad plot\n", encoding="utf-8")
    student = {"family": "cnn", "filters": 8, "embedding": 8, "vocabulary": 300}
    section = Compress(
        to=("distill+int8", "distill"),
        student=student,
        unlabelled=str(tmp_path / "more.csv"),
        hidden=0.5,
        epochs=2,
        compare=True,
        loss=ANY_LOSS,
    )
    found = compress(run, section)
    assert found["kept"] == ["distill+int8", "distill"]
    assert found["taught"]["over"] == "student-alone" and len(found["taught"]["interval"]) == 2
    sizes = {row["name"]: row["bytes"] for row in found["variants"]}
    assert list(sizes) == ["float32", "distill+int8", "distill", "student-alone"]
    assert found["taught"]["name"] == "distill+int8" and sizes["student-alone"] < 1.1 * sizes["distill+int8"]  # alike
    assert not (run / "compressed" / "student-alone").exists()
    model = Predictor.load(run / "compressed" / "distill")
    assert model.artifact.family == "cnn" and not (model.artifact.path / "training.json").exists()
    record = json.loads((run / "compressed" / "distill+int8" / "compression.json").read_text())
    assert record["taught"]["n"] > 10


def test_a_student_of_numbers_learns_in_its_own_scale(packaged, tmp_path):
    run = kit.trainable(packaged("mlp"), tmp_path / "run")
    found = compress(run, Compress(student={"family": "mlp", "hidden": [4]}, epochs=1, loss=ANY_LOSS))
    assert found["kept"] == ["distill"]


def test_a_target_searches_what_is_trained_too(packaged, tmp_path):
    run = kit.trainable(packaged("cnn"), tmp_path / "run")
    student = {"family": "cnn", "filters": 2, "embedding": 4, "vocabulary": 300}
    found = compress(run, Compress(target="size=100MB", student=student, epochs=1, loss=ANY_LOSS))
    names = {row["name"] for row in found["searched"]}
    assert {"prune=0.5", "distill"} <= names and "int8" in names | set(found["left_out"])
    assert set(found["left_out"]).isdisjoint(names) and all(found["left_out"].values())
    (kept,) = found["kept"]
    page = (run / "compressed" / "frontier.html").read_text()
    assert kept in page and "distill" in page


def test_beyond_the_bound_a_trained_one_is_refused_and_its_training_not_repeated(packaged, tmp_path, monkeypatch):
    run = kit.trainable(packaged("mlp"), tmp_path / "run")
    real = compress_judging.answers_of

    def worse(model, ground):
        answers = real(model, ground)
        return np.eye(2)[1 - ground.known.targets] if "trained" in str(model.artifact.path) else answers

    monkeypatch.setattr(compress_judging, "answers_of", worse)
    with pytest.raises(ArtifactError, match=r"prune=0\.5 loses .* and is not kept"):
        compress(run, Compress(to=("prune=0.5",)))
    assert not (run / "compressed" / "prune=0.5").exists()
    monkeypatch.setattr(compress_judging, "answers_of", real)
    monkeypatch.setattr("modelyard.training.network.Training.run", None)  # it would fail
    assert compress(run, Compress(to=("prune=0.5",), loss=ANY_LOSS))["kept"] == ["prune=0.5"]


@pytest.mark.parametrize(
    ("options", "student", "said"),
    [
        ({"to": ["prune=1.5"]}, None, "give the share that is removed"),
        ({"to": ["prune=half"]}, None, "prune=0.5 removes half"),
        ({"to": ["distill"]}, None, "distill needs a student"),
        ({"to": ["int3"]}, None, "is no way to compress"),
        ({"to": ["int8"], "recovery": 0}, None, "must be > 0"),
        ({"to": ["distill"], "temperature": -1}, "cnn", "must be > 0"),
        ({}, "[1, 2]", "compress.student"),
    ],
)
def test_wrong_amounts_are_one_clear_error(options, student, said):
    with pytest.raises(RecipeError, match=said):
        asked(options, student)


def test_what_cannot_be_made_says_why(packaged, tmp_path):
    run = kit.trainable(packaged("cnn"), tmp_path / "run")
    for section, error, said in (
        (Compress(to="heads=0.5"), ArtifactError, "heads=0.5 removes nothing of this network"),
        (Compress(to="layers=0.5"), ArtifactError, "removes nothing"),
        (Compress(student="linear"), RecipeError, "a student is a network that reads a text"),
        (Compress(student="mlp"), RecipeError, "a student is a network that reads a text"),
        (Compress(student="cmm"), RecipeError, "not a known name"),
        (Compress(student={"family": "cnn", "filterz": 3}), RecipeError, "filterz"),
        (Compress(student="cnn", unlabelled=str(tmp_path / "none.csv")), DataError, "none.csv"),
    ):
        with pytest.raises(error, match=said):
            compress(run, section)
    (tmp_path / "other.csv").write_text("words\na\n")
    with pytest.raises(DataError, match="the model reads the column 'text'"):
        compress(run, Compress(student="cnn", unlabelled=str(tmp_path / "other.csv")))
    (run / "recipe.yaml").unlink()
    with pytest.raises(RunError, match="needs the run's recipe"):
        compress(run, Compress(to="prune=0.5"))
    assert [path for path in (run / "compressed").iterdir() if path.name[0] != "."] == []


def test_a_stage_without_time_left_trains_nothing(packaged, tmp_path, monkeypatch):
    run = kit.trainable(packaged("mlp"), tmp_path / "run")
    monkeypatch.setattr(compressing, "LEAST_SECONDS", 0.0)
    compressing.compress_stage(Compress(to="prune=0.5", loss=ANY_LOSS), Run(run), 0, -100.0)
    record = json.loads((run / "compressed" / "compression.json").read_text())
    assert record["kept"] == [] and "the budget leaves no time" in record["reason"]


_CHILD = """
import sys
from modelyard.core.recipe import Compress
from modelyard.pipeline.compressing import compress
compress(sys.argv[1], Compress(to=("prune=0.5",), recovery=float(sys.argv[2]), loss=0.99))
"""


def test_a_kill_in_the_middle_of_the_training_leaves_no_half_variant_and_the_same_weights(packaged, tmp_path):
    runs = {name: kit.trainable(packaged("mlp"), tmp_path / name) for name in ("killed", "whole")}
    recovery = 3.0
    command = [sys.executable, "-c", _CHILD, str(runs["killed"]), str(recovery)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    work = runs["killed"] / "compressed" / ".work" / "prune=0.5" / "checkpoints" / "mlp"
    try:
        for _ in range(6000):
            if process.poll() is not None or any(path.name.isdecimal() for path in work.glob("0*")):
                break
            time.sleep(0.01)
        assert process.poll() is None, process.stderr.read().decode()
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    names = [path.name for path in (runs["killed"] / "compressed").iterdir()]
    assert names == [".work"] and open_artifact(runs["killed"])
    # In a process of its own, too: this one may have begun with other sources, where somebody works on them.
    subprocess.run(command, env=environment, check=True)
    assert compress(runs["whole"], Compress(to=("prune=0.5",), recovery=recovery, loss=ANY_LOSS))["kept"] == [
        "prune=0.5"
    ]
    events = [event["text"] for event in Run(runs["killed"]).events("notice")]
    assert any("going on from step" in text for text in events)
    weights = [(run / "compressed" / "prune=0.5" / "model.safetensors").read_bytes() for run in runs.values()]
    assert weights[0] == weights[1]
    assert not (runs["killed"] / "compressed" / ".work").exists()
