import json
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest

from modelyard.core import durable, registry
from modelyard.core.errors import ArtifactError, RequestError
from modelyard.core.schema import Column, Schema, row_count, take
from modelyard.data.bundle import Bundle
from modelyard.inference import Predictor, backends, predictor
from modelyard.inference.rows import as_columns

FAMILIES = ("linear", "encoder", "lstm", "cnn", "mlp", "trees")
NETWORKS = ("encoder", "lstm", "cnn", "mlp")


def some_rows(run, model):
    rows = Bundle.open(run / "bundle").rows("train")
    return {column.name: list(rows[column.name]) for column in model.schema.inputs}


def reseal(directory, change):
    """Alter an artifact as a mistaken program would: with digests that fit."""
    manifest = json.loads((directory / durable.MANIFEST).read_text())
    del manifest["seal"], manifest["files"]
    copy = directory.with_name("resealed")
    with durable.new_directory(copy, manifest=manifest) as temporary:
        for file in directory.iterdir():
            if file.name != durable.MANIFEST:
                shutil.copyfile(file, temporary / file.name)
        change(temporary)
    return copy


@pytest.mark.parametrize("family", FAMILIES)
def test_order_and_neighbours_do_not_matter(packaged, family, monkeypatch):
    model = Predictor.load(packaged(family))
    rows = some_rows(packaged(family), model)
    count = row_count(rows)
    together = model.outputs(rows)
    assert together.shape == (count, model.task.outputs)
    assert together.dtype == np.float64
    for i in range(0, count, 9):
        np.testing.assert_allclose(model.outputs(take(rows, [i]))[0], together[i], rtol=1e-5, atol=1e-6)
    order = np.random.default_rng(0).permutation(count)
    np.testing.assert_allclose(model.outputs(take(rows, order)), together[order], rtol=1e-5, atol=1e-6)
    monkeypatch.setattr(backends, "BATCH_TOKENS", 96)
    monkeypatch.setattr(backends, "BATCH_ROWS", 5)
    monkeypatch.setattr(predictor, "CHUNK_ROWS", 37)
    np.testing.assert_allclose(model.outputs(rows), together, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("family", FAMILIES)
def test_backends_agree_with_the_trained_model(packaged, family):
    run = packaged(family)
    trained = Predictor.load(run / "models" / family, verify=False)
    rows = some_rows(run, trained)
    expected = trained.outputs(rows)
    for name in ("onnx", "torch") if family in NETWORKS else ("numpy",):
        model = Predictor.load(run / "artifact", backend=name)
        assert model.backend.name == name
        assert model.largest_difference <= 2e-6
        np.testing.assert_allclose(model.outputs(rows), expected, rtol=1e-5, atol=2e-6)
        assert [answer.keys() for answer in model.predict(rows)] == [a.keys() for a in trained.task.decode(expected)]


@pytest.mark.parametrize("family", ["encoder", "mlp", "linear"])
def test_rows_and_columns_get_the_same_answers(packaged, family):
    model = Predictor.load(packaged(family))
    columns = take(some_rows(packaged(family), model), range(5))
    listed = [{name: values[i] for name, values in columns.items()} for i in range(5)]
    assert model.predict(listed) == model.predict(columns)
    assert model.predict([]) == []
    assert model.outputs([]).shape == (0, model.task.outputs)


def test_a_wrong_row_is_named(packaged):
    model = Predictor.load(packaged("encoder"))
    with pytest.raises(RequestError, match=r"inputs\[1\]\.txt: .*Did you mean 'text'"):
        model.predict([{"text": "fine"}, {"text": "fine", "txt": "x"}])
    with pytest.raises(RequestError, match=r"inputs\[0\]\.text"):
        model.predict([{}])
    with pytest.raises(RequestError, match=r"inputs\[0\]: an input must be an object"):
        model.predict(["fine"])


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ({"A": [0.5], "b": [1.0]}, r"inputs\.a: this column is needed"),
        ({"a": 0.5, "b": 1.0}, r"inputs\.a: a column must be a list.*A single row is given in a list"),
        ({"a": [0.5, 1.0], "b": [1.0]}, "all columns must be of one length"),
        ("text", "inputs must be a list of rows"),
        (iter([{"a": 0.5}]), "inputs must be a list of rows"),
    ],
)
def test_columns_that_do_not_fit_are_named(rows, message):
    schema = Schema(inputs=(Column(name="a", kind="number"), Column(name="b", kind="number")))
    with pytest.raises(RequestError, match=message):
        as_columns(rows, schema)
    given = {"b": np.array([2.0, 3.0]), "a": (0.5, None), "target": [1]}
    assert list(as_columns(given, schema)["a"]) == [0.5, None]


def test_opens_from_another_read_only_place(packaged, tmp_path, monkeypatch):
    here = Predictor.load(packaged("encoder"))
    shutil.copytree(packaged("encoder") / "artifact", tmp_path / "moved" / "elsewhere")
    for path in (tmp_path / "moved").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")
    there = Predictor.load("../moved/elsewhere")
    assert there.artifact.digest == here.artifact.digest
    assert there.predict([{"text": "good 房间"}]) == here.predict([{"text": "good 房间"}])


@pytest.mark.parametrize("family", ["encoder", "mlp", "linear", "trees"])
def test_serving_loads_no_training_library(packaged, family):
    script = (
        "import sys\n"
        "from modelyard.inference import Predictor\n"
        "model = Predictor.load(sys.argv[1], threads=1)\n"
        "row = {column.name: column.example for column in model.schema.inputs}\n"
        "assert len(model.predict([row])) == 1\n"
        "heavy = {'torch', 'transformers', 'sklearn', 'scipy', 'lightgbm', 'pyarrow', 'pandas', 'onnx'}\n"
        "loaded = heavy & {name.partition('.')[0] for name in sys.modules}\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(packaged(family))],
        capture_output=True,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")


def test_no_model_is_said_so(tmp_path):
    for verify in (True, False):
        with pytest.raises(ArtifactError, match="no finished model"):
            Predictor.load(tmp_path, verify=verify)


def test_a_candidate_has_nothing_to_verify_it_with(packaged):
    with pytest.raises(ArtifactError, match="no golden examples"):
        Predictor.load(packaged("mlp") / "models" / "mlp")


@pytest.mark.parametrize(("family", "backend"), [("linear", "onnx"), ("mlp", "numpy"), ("mlp", "tensorrt")])
def test_a_backend_that_cannot_run_the_family(packaged, family, backend):
    with pytest.raises(ArtifactError, match="backend"):
        Predictor.load(packaged(family), backend=backend)


@pytest.mark.parametrize("family", ["encoder", "mlp", "linear"])
def test_other_weights_with_fitting_digests_are_refused(packaged, family):
    def change(directory):
        from safetensors.numpy import load_file, save_file

        arrays = load_file(directory / "model.safetensors")
        name = max(arrays, key=lambda name: arrays[name].size)
        arrays[name] = np.where(np.arange(arrays[name].size).reshape(arrays[name].shape) % 7 == 0, 0.3, arrays[name])
        arrays = {key: value.astype(np.float64 if family == "linear" else np.float32) for key, value in arrays.items()}
        save_file(arrays, directory / "model.safetensors", metadata={"format": "pt"})

    copy = reseal(packaged(family) / "artifact", change)
    backend = "numpy" if family == "linear" else "torch"
    with pytest.raises(ArtifactError, match=r"golden examples differ by more than .*; example \d+ \(.*\) gave .* Got "):
        Predictor.load(copy, backend=backend)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("outputs", lambda old: [old[0] + 0.01, *old[1:]], "example 3 .*differ|differ.*example 3"),
        ("outputs", lambda old: [*old, 0.0], "no record of golden examples"),
        ("outputs", lambda old: [*old, 0.0], "shape"),
        ("inputs", lambda old: {}, "no record of golden examples"),
        ("answer", lambda old: {**old, "label": "other"}, "example 3 .*decoded"),
    ],
)
def test_another_golden_record_is_refused(packaged, field, value, message):
    def change(directory):
        golden = json.loads((directory / "golden.json").read_text())
        golden["examples"][3][field] = value(golden["examples"][3][field])
        if message.startswith("shape"):
            for example in golden["examples"]:
                example["outputs"] = [*example["outputs"][:2], 0.0]
        (directory / "golden.json").write_text(json.dumps(golden))

    with pytest.raises(ArtifactError, match=message):
        Predictor.load(reseal(packaged("cnn") / "artifact", change))


def test_a_changed_tokenizer_is_refused(packaged):
    def change(directory):
        content = (directory / "tokenizer.json").read_text()
        (directory / "tokenizer.json").write_text(content.replace('"Lowercase"', '"NFC"'))

    copy = reseal(packaged("encoder") / "artifact", change)
    tokenizer = json.loads((copy / "tokenizer.json").read_text())
    tokenizer["post_processor"] = None
    with pytest.raises(ArtifactError, match="golden examples differ"):
        Predictor.load(reseal(copy, lambda d: (d / "tokenizer.json").write_text(json.dumps(tokenizer))))


def test_batches_hold_every_example_once_and_stay_bounded():
    from modelyard.core.features import Tokens

    dice = np.random.default_rng(0)
    for count in (1, 2, 63, 1000):
        for longest in (1, 30, 9000):
            lengths = dice.integers(0, longest + 1, count)
            offsets = np.concatenate([[0], np.cumsum(lengths)])
            tokens = Tokens(np.zeros(offsets[-1], np.int32), offsets)
            batches = list(backends._batches(tokens))
            assert sorted(np.concatenate(batches).tolist()) == list(range(count))
            for batch in batches:
                area = len(batch) * max(1, int(lengths[batch].max()))
                assert len(batch) == 1 or area <= backends.BATCH_TOKENS


def test_an_unknown_family_is_not_a_traceback(packaged):
    assert registry.names("models")
    copy = reseal(packaged("mlp") / "artifact", lambda d: (d / "model.onnx").write_bytes(b"not a graph"))
    with pytest.raises(ArtifactError, match=r"model\.onnx: the exported network cannot be read"):
        Predictor.load(copy)
