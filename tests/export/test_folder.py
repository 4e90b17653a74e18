import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from modelyard.core import durable
from modelyard.core.errors import ArtifactError, MissingExtra, RunError
from modelyard.export import folder, isolated, targets
from modelyard.inference import Predictor

FAMILIES = ("encoder", "lstm", "cnn", "linear", "mlp", "trees")


@pytest.fixture(scope="module")
def exported(packaged, tmp_path_factory):
    """`exported("encoder")` is an ONNX export, to be copied before it is changed."""
    made: dict[str, Path] = {}

    def make(family: str) -> Path:
        if family not in made:
            made[family] = tmp_path_factory.mktemp(family) / "export"
            folder.export(packaged(family), made[family], form="onnx")
        return made[family]

    return make


@pytest.mark.parametrize("family", FAMILIES)
def test_the_runner_answers_as_the_model_without_modelyard(exported, packaged, family):
    directory = exported(family)
    parity = json.loads((directory / "parity.json").read_text())
    assert parity["examples"] == 64 == len(parity["table"]) and parity["wrong"] == []
    assert parity["largest_output_difference"] < 1e-5
    golden = json.loads((directory / "golden.json").read_text())["examples"]
    rows = [golden[i]["inputs"] for i in (0, 3, 20)]
    model = Predictor.load(packaged(family))
    done = subprocess.run(
        [sys.executable, str(directory / "run.py"), *(json.dumps(row, ensure_ascii=False) for row in rows)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    for answer, wanted in zip(answers, model.predict(rows), strict=True):
        assert answer.keys() == wanted.keys() and answer.get("label") == wanted.get("label")
        name = "scores" if "scores" in wanted else "value"
        assert answer[name] == pytest.approx(wanted[name], rel=1e-5, abs=1e-5)
    assert folder.verify(directory).wrong.size == 0  # running it has written nothing


def test_a_plain_text_is_enough(exported):
    run = exported("encoder") / "run.py"
    given = subprocess.run([sys.executable, str(run), "good film 很好"], capture_output=True, text=True, check=True)
    piped = subprocess.run(
        [sys.executable, str(run)], input="good film 很好\n\nbad\n", capture_output=True, text=True, check=True
    )
    assert set(json.loads(given.stdout)) == {"label", "scores"}
    assert piped.stdout.splitlines()[0] == given.stdout.strip() and len(piped.stdout.splitlines()) == 2


def test_a_plain_text_is_no_row_of_a_table(exported):
    done = subprocess.run([sys.executable, str(exported("trees") / "run.py"), "good"], capture_output=True, text=True)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.startswith("a row of several columns is JSON, with any of: ")


@pytest.mark.parametrize("family", ["encoder", "linear", "trees"])
def test_any_number_of_rows_at_once(exported, packaged, family):
    program = "import json, sys, run; print(json.dumps(run.run(json.load(sys.stdin)).tolist()))"
    golden = json.loads((exported(family) / "golden.json").read_text())["examples"][:12]
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps([example["inputs"] for example in golden]),
        cwd=exported(family),
        capture_output=True,
        text=True,
        check=True,
    )
    np.testing.assert_allclose(json.loads(done.stdout), [example["outputs"] for example in golden], atol=2e-5)


def test_what_the_folder_holds(exported, packaged):
    manifest = durable.verify_directory(exported("encoder"))
    assert manifest["parents"] == [durable.file_digest(packaged("encoder") / "artifact" / durable.MANIFEST)]
    assert (manifest["kind"], manifest["target"], manifest["family"]) == ("export", "onnx", "encoder")
    run = (exported("encoder") / "run.py").read_text()
    assert len(run.splitlines()) < 32
    for file in exported("trees").rglob("*.py"):
        assert "modelyard" not in [
            line.split()[1].split(".")[0]
            for line in file.read_text().splitlines()
            if line.startswith(("import ", "from "))
        ]
    text = "".join(p.read_text() for p in exported("encoder").rglob("*") if p.suffix in (".json", ".md", ".py", ".txt"))
    assert str(Path.cwd()) not in text


def test_an_export_that_answers_otherwise_is_refused(packaged, tmp_path, monkeypatch):
    real = targets.write

    def wrong(form, model, directory):
        real(form, model, directory)
        import onnx
        from onnx import numpy_helper

        graph = onnx.load(directory / "model.onnx")
        for constant in graph.graph.initializer:
            if constant.name == "bias":
                constant.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(constant) + np.float32(0.01), "bias"))
        onnx.save(graph, directory / "model.onnx")

    monkeypatch.setattr(targets, "write", wrong)
    with pytest.raises(ArtifactError, match=r"golden examples differ .* nothing is written"):
        folder.export(packaged("linear"), tmp_path / "out", form="onnx")
    assert list(tmp_path.iterdir()) == []


def _altered(directory: Path, name: str, change) -> None:
    """A folder whose file is another one, with a manifest that fits it."""
    (directory / name).write_bytes(change((directory / name).read_bytes()))
    manifest = json.loads((directory / durable.MANIFEST).read_text())
    manifest.pop("seal")
    copy = directory.with_name("sealed")
    with durable.new_directory(copy, manifest={k: v for k, v in manifest.items() if k != "files"}) as new:
        for path in directory.rglob("*"):
            if path.is_file() and path.name != durable.MANIFEST:
                (new / path.relative_to(directory)).parent.mkdir(exist_ok=True)
                shutil.copyfile(path, new / path.relative_to(directory))
    shutil.rmtree(directory)
    copy.rename(directory)


def test_verify_finds_a_damaged_byte_another_answer_and_foreign_code(exported, tmp_path):
    damaged = tmp_path / "damaged"
    shutil.copytree(exported("linear"), damaged)
    (damaged / "model.onnx").write_bytes(b"x" + (damaged / "model.onnx").read_bytes())
    with pytest.raises(ArtifactError, match=r"model\.onnx: this file is altered"):
        folder.verify(damaged)

    other = tmp_path / "other"
    shutil.copytree(exported("linear"), other)
    _altered(other, "task.json", lambda data: data.replace(b'"temperature": ', b'"temperature": 3'))
    with pytest.raises(ArtifactError, match="golden examples differ"):
        folder.verify(other)

    foreign = tmp_path / "foreign"
    shutil.copytree(exported("linear"), foreign)
    marker = tmp_path / "ran"
    _altered(foreign, "run.py", lambda data: data + f"\nopen({str(marker)!r}, 'w').close()\n".encode())
    with pytest.raises(ArtifactError, match="is not the one that this version writes"):
        folder.verify(foreign)
    assert not marker.exists()
    folder.verify(foreign, trusted=True)
    assert marker.exists()


def test_a_compiled_file_beside_the_source_is_not_run(exported, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(exported("linear"), copy)
    (copy / "transforms" / "__pycache__").mkdir()
    _altered(copy, "README.md", lambda data: data)
    (copy / "transforms" / "values.pyc").write_bytes(b"")
    _altered(copy, "README.md", lambda data: data)
    with pytest.raises(ArtifactError, match="is not the one that this version writes"):
        folder.verify(copy)


@pytest.mark.parametrize(
    ("family", "form"), [("encoder", "huggingface"), ("encoder", "torch-export"), ("mlp", "torch-export")]
)
def test_forms_for_torch(packaged, tmp_path, family, form):
    parity = folder.export(packaged(family), tmp_path / "out", form=form)
    assert parity.to_json()["largest_output_difference"] < 1e-5
    assert folder.verify(tmp_path / "out").wrong.size == 0


@pytest.mark.parametrize(
    ("family", "form"),
    [
        ("trees", "torch-export"),
        ("linear", "huggingface"),
        ("trees", "openvino"),
        ("lstm", "executorch"),
        ("linear", "executorch"),
    ],
)
def test_a_form_that_a_family_has_not_is_refused_in_words(packaged, tmp_path, family, form):
    with pytest.raises(ArtifactError, match=f"no form as {form}: .*--format onnx"):
        folder.export(packaged(family), tmp_path / "out", form=form)
    assert not (tmp_path / "out").exists()


def test_a_taken_place_and_an_unknown_format(packaged, tmp_path):
    with pytest.raises(RunError, match="taken"):
        folder.export(packaged("linear"), tmp_path, form="onnx")
    with pytest.raises(RunError, match="onnx, huggingface, openvino, torch-export"):
        folder.export(packaged("linear"), tmp_path / "x", form="pickle")


def test_openvino_or_the_extra_that_brings_it(packaged, tmp_path):
    if importlib.util.find_spec("openvino") is None:
        with pytest.raises(MissingExtra, match=r"pip install 'modelyard\[openvino\]'"):
            folder.export(packaged("mlp"), tmp_path / "out", form="openvino")
        assert not (tmp_path / "out").exists()
        return
    assert folder.export(packaged("mlp"), tmp_path / "out", form="openvino").outputs.max() < 1e-4


def test_a_runner_that_does_not_end_is_stopped(exported, monkeypatch):
    monkeypatch.setattr(isolated, "_SECONDS", 0.01)
    with pytest.raises(ArtifactError, match="has not answered 64 rows within"):
        folder.verify(exported("linear"))


@pytest.mark.parametrize("family", ["mlp", "cnn", "encoder"])
@pytest.mark.filterwarnings("ignore")  # of ExecuTorch's own modules
def test_executorch_or_the_extra_that_brings_it(packaged, tmp_path, family):
    out = tmp_path / "out"
    if importlib.util.find_spec("executorch") is None:
        with pytest.raises(MissingExtra, match=r"pip install 'modelyard\[executorch\]'"):
            folder.export(packaged(family), out, form="executorch")
        assert not out.exists()
        return
    parity = folder.export(packaged(family), out, form="executorch")
    assert parity.to_json()["largest_output_difference"] < 1e-5
    assert folder.verify(out).wrong.size == 0
    golden = json.loads((out / "golden.json").read_text())["examples"][:3]
    program = "import json, sys, run; print(json.dumps(run.run(json.load(sys.stdin)).tolist()))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps([example["inputs"] for example in golden]),
        cwd=out,
        capture_output=True,
        text=True,
        check=True,
    )
    np.testing.assert_allclose(json.loads(done.stdout), [example["outputs"] for example in golden], atol=2e-5)
