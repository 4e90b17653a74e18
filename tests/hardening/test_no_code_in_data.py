"""HARDENING 12: nothing in a model directory, a checkpoint or a recipe is ever run.

A canary is data that creates a file when it is run by what would read it carelessly.
"""

import ast
import json
import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest

from modelyard.core import durable, recipe_file
from modelyard.core.errors import ModelyardError
from modelyard.core.features import FeatureSpec
from modelyard.inference import Predictor

SOURCE = Path(__file__).parents[2] / "modelyard"


class Canary:
    """Unpickled, it writes a file."""

    def __init__(self, path):
        self.path = str(path)

    def __reduce__(self):
        return (Path.touch, (Path(self.path),))


@pytest.fixture
def canary(tmp_path):
    """The pickled canary and the file that must not appear."""
    sung = tmp_path / "sung"
    data = pickle.dumps(Canary(sung))
    yield data, sung
    assert not sung.exists(), "the canary was run"
    pickle.loads(data)
    assert sung.exists(), "the canary is no canary"


def resealed(source, copy, change):
    """An artifact as an attacker would hand it on: changed, and with digests that fit."""
    manifest = json.loads((source / durable.MANIFEST).read_text())
    content = {name: value for name, value in manifest.items() if name not in ("seal", "files")}
    with durable.new_directory(copy, manifest=content) as temporary:
        for file in source.iterdir():
            if file.name != durable.MANIFEST:
                shutil.copyfile(file, temporary / file.name)
        change(temporary)
    return copy


def numpy_pickle(data):
    import io

    stream = io.BytesIO()
    np.save(stream, np.array([pickle.loads], dtype=object), allow_pickle=True)
    return stream.getvalue() + data


@pytest.mark.parametrize(
    "name",
    [
        "weights.pt",
        "weights.pth",
        "model.pkl",
        "pytorch_model.bin",
        "a.joblib",
        "a.npy",
        "a.npz",
        "hook.py",
        "a.so",
        "x",
    ],
)
@pytest.mark.parametrize("verify", [True, False])
def test_an_artifact_with_another_format_is_refused(packaged, tmp_path, canary, name, verify):
    data, _ = canary
    content = numpy_pickle(data) if name.endswith(("npy", "npz")) else data
    copy = resealed(packaged("mlp") / "artifact", tmp_path / "a", lambda d: (d / name).write_bytes(content))
    with pytest.raises(ModelyardError, match=f"{name}: an artifact holds .* files only"):
        Predictor.load(copy, verify=verify)


@pytest.mark.parametrize("family", ["mlp", "linear", "encoder"])
@pytest.mark.parametrize("name", ["model.safetensors", "model.onnx", "task.safetensors"])
def test_a_pickle_under_a_good_name_is_not_read_as_one(packaged, tmp_path, canary, family, name):
    data, _ = canary
    copy = resealed(packaged(family) / "artifact", tmp_path / "a", lambda d: (d / name).write_bytes(data))
    backend = "auto" if family == "linear" else "torch" if name == "model.safetensors" else "onnx"
    if name == "task.safetensors" or (family == "linear" and name == "model.onnx"):
        assert Predictor.load(copy).predict(
            [Predictor.load(copy).artifact.json("golden.json")["examples"][40]["inputs"]]
        )
        return  # nobody reads it
    with pytest.raises(ModelyardError):
        Predictor.load(copy, backend=backend)


@pytest.mark.parametrize("backend", ["onnx", "torch"])
def test_auto_map_is_never_followed(packaged, tmp_path, canary, backend):
    _, sung = canary

    def change(directory):
        config = json.loads((directory / "config.json").read_text())
        config["auto_map"] = {"AutoConfig": "evil.Config", "AutoModelForSequenceClassification": "evil.Model"}
        (directory / "config.json").write_text(json.dumps(config))
        (directory / "evil.txt").write_text(f"open({str(sung)!r}, 'w')")

    copy = resealed(packaged("encoder") / "artifact", tmp_path / "a", change)
    with pytest.raises(ModelyardError, match="auto_map"):
        Predictor.load(copy, backend=backend)


def test_a_checkpoint_with_code_and_pickles_is_refused(packaged, tmp_path, canary):
    from modelyard.models import encoder

    data, sung = canary
    source = tmp_path / "checkpoint"
    source.mkdir()
    config = json.loads((packaged("encoder") / "artifact" / "config.json").read_text())
    spec = FeatureSpec(kind="tokens", width=config["vocab_size"], max_length=8)
    options = encoder.Config.model_validate({"from": str(source)})
    (source / "config.json").write_text(json.dumps(config))
    (source / "pytorch_model.bin").write_bytes(data)
    with pytest.raises(ModelyardError, match=r"safetensors.*pytorch_model\.bin"):
        encoder.build(options, spec, 2)
    (source / "model.safetensors").write_bytes(data)
    with pytest.raises(ModelyardError, match="cannot be read"):  # and no second try with the pickle
        encoder.build(options, spec, 2)
    config |= {"model_type": "evil", "auto_map": {"AutoConfig": "evil.Config"}}
    (source / "config.json").write_text(json.dumps(config))
    (source / "evil.py").write_text(f"open({str(sung)!r}, 'w')")
    with pytest.raises(ModelyardError, match="no definition"):
        encoder.build(options, spec, 2)


@pytest.mark.parametrize(
    "text",
    [
        "task: !!python/object/apply:pathlib.Path.touch [{path}]",
        "task: !!python/name:os.system",
        "data: !!python/object/new:subprocess.Popen [[touch, {path}]]",
    ],
)
def test_a_tag_in_a_recipe_is_not_run(tmp_path, canary, text):
    _, sung = canary
    (tmp_path / "recipe.yaml").write_text(text.replace("{path}", str(sung)))
    with pytest.raises(ModelyardError):
        recipe_file.load(tmp_path / "recipe.yaml")


def calls(path):
    """(line, dotted name, keywords that are literally True) of every call of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            named = {k.arg for k in node.keywords if isinstance(k.value, ast.Constant) and k.value.value is True}
            yield node.lineno, ast.unparse(node.func), named


FORBIDDEN_CALLS = {
    *("eval", "exec", "compile", "__import__", "os.system", "os.popen", "yaml.load", "yaml.unsafe_load", "torch.load"),
    *("pickle.load", "pickle.loads", "joblib.load", "dill.load", "marshal.loads", "torch.hub.load", "shelve.open"),
}
FORBIDDEN_MODULES = {"pickle", "cPickle", "joblib", "dill", "cloudpickle", "marshal", "shelve"}
FORBIDDEN_TRUE = {"allow_pickle", "shell", "trust_remote_code"}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_the_source_has_no_way_to_run_data(path):
    for line, name, true in calls(path):
        assert name not in FORBIDDEN_CALLS, f"{path}:{line}: {name}"
        assert not true & FORBIDDEN_TRUE, f"{path}:{line}: {true & FORBIDDEN_TRUE}"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        modules += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        assert not {module.partition(".")[0] for module in modules} & FORBIDDEN_MODULES, f"{path}:{node.lineno}"


def test_the_lint_sees_what_it_should(tmp_path):
    (tmp_path / "x.py").write_text("np.load(f, allow_pickle=True)\npickle.load(f)\n")
    assert list(calls(tmp_path / "x.py")) == [(1, "np.load", {"allow_pickle"}), (2, "pickle.load", set())]
