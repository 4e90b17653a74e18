"""Exported folders behind the server: the run's own answers, nothing of the folder's code run, damage refused."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from serving_kit import ServerThread
from test_served_model import assert_same, some_rows

from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.export.folder import export
from modelyard.inference import Predictor
from modelyard.serving.exported import is_export
from modelyard.serving.model import load

Packaged = Callable[[str], Path]


@pytest.fixture(scope="module")
def exported(packaged: Packaged, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    pytest.importorskip("torch", reason="torch is not installed (extra: train)")
    made: dict[tuple[str, str], Path] = {}

    def make(family: str, form: str = "onnx") -> Path:
        if (family, form) not in made:
            out = tmp_path_factory.mktemp("exports") / f"{family}-{form}"
            export(packaged(family), out, form=form)
            made[family, form] = out
        return made[family, form]

    return make


@pytest.mark.parametrize("family", ["linear", "encoder", "mlp", "trees"])
def test_an_export_answers_as_its_run(exported: Callable[..., Path], packaged: Packaged, family: str) -> None:
    import random

    folder = exported(family)
    assert is_export(folder) and not is_export(packaged(family) / "artifact")
    rows = some_rows(family, 40, random.Random(family))
    with ServerThread(model=load(folder, threads=1)) as server, server.client() as client:
        reply = client.post("/v1/predict", json={"inputs": rows})
        name = client.get("/v1/model").json()["model"]["name"]
    assert reply.status_code == 200, reply.text
    assert name == folder.name
    assert_same(reply.json()["predictions"], Predictor.load(packaged(family), threads=1).predict(rows))


@pytest.mark.parametrize("family", ["encoder", "linear"])
def test_an_openvino_export_answers_as_its_run(exported: Callable[..., Path], packaged: Packaged, family: str) -> None:
    import random

    pytest.importorskip("openvino", reason="openvino is not installed (extra: openvino)")
    rows = some_rows(family, 40, random.Random(1))
    with ServerThread(model=load(exported(family, "openvino"), threads=1)) as server, server.client() as client:
        reply = client.post("/v1/predict", json={"inputs": rows})
    assert_same(reply.json()["predictions"], Predictor.load(packaged(family), threads=1).predict(rows))


def test_it_needs_no_torch_and_runs_none_of_the_folders_code(exported: Callable[..., Path], tmp_path: Path) -> None:
    folder = exported("encoder")
    code = (
        "import sys; from pathlib import Path; from modelyard.serving.model import load\n"
        "before = set(sys.modules); load(Path(sys.argv[1]))\n"
        "heavy = {'torch', 'transformers', 'sklearn', 'pandas'} & set(sys.modules)\n"
        "own = [n for n, m in sys.modules.items() if str(getattr(m, '__file__', '') or '').startswith(sys.argv[1])]\n"
        "print(sorted(heavy), own)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout == "[] []\n"


def test_a_changed_or_newer_export_is_refused(exported: Callable[..., Path], tmp_path: Path) -> None:
    from modelyard.core import durable

    folder = tmp_path / "copy"
    shutil.copytree(exported("linear"), folder)
    (folder / "run.py").write_text("print('other')", encoding="utf-8")
    with pytest.raises(ArtifactError, match=r"run\.py"):
        load(folder)
    shutil.rmtree(folder)
    shutil.copytree(exported("linear"), folder)
    golden = json.loads((folder / "golden.json").read_text(encoding="utf-8"))
    golden["examples"][3]["outputs"][0] += 0.5
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    shutil.rmtree(folder)
    content = {name: value for name, value in manifest.items() if name not in ("files", "seal")}
    with durable.new_directory(folder, manifest=content) as made:
        shutil.copytree(exported("linear"), made, dirs_exist_ok=True, ignore=shutil.ignore_patterns("manifest.json"))
        durable.write_json(made / "golden.json", golden)
    with pytest.raises(ArtifactError, match=r"1 of .* golden examples differ"):
        load(folder)


def test_a_format_that_is_not_served_and_a_backend_are_told(exported: Callable[..., Path]) -> None:
    with pytest.raises(ArtifactError, match="--format onnx"):
        load(exported("mlp", "torch-export"))
    with pytest.raises(RecipeError, match="exported for"):
        load(exported("linear"), backend="torch")


def test_verify_asks_each_of_several_models(exported: Callable[..., Path], packaged: Packaged) -> None:
    from modelyard.pipeline import exporting
    from modelyard.serving.models import Given

    models = [Given(model=load(packaged("linear"), name="一 a")), Given(model=load(exported("linear"), name="out"))]
    with ServerThread(model=models) as server:
        first = exporting.verify(server.url, runs=str(packaged("linear")))
        second = exporting.verify(f"{server.url}/v1/models/out", runs=str(exported("linear").parent))
    assert len(first.notes) == len(second.notes) == 64
