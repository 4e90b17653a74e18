"""An exported folder as a served model: its graph and its data are opened, its own code is never run.

The fitted transforms in the folder are the artifact's, so Modelyard's own code encodes and decodes; torch is needed
only for a Hugging Face export.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable, registry
from modelyard.core.artifact import Artifact, verified
from modelyard.core.errors import ArtifactError
from modelyard.data.personal.masking import Masker
from modelyard.inference.backends import Backend, open_backend
from modelyard.inference.language import LanguagePredictor, generates
from modelyard.inference.onnx_session import open_session
from modelyard.inference.predictor import Predictor
from modelyard.serving.engines import OpenVino

_FORMAT = 1  # of the folder
_DIRECT_ROWS = 1024  # answered at once


def is_export(path: Path) -> bool:
    """Whether `path` is a folder that `export` wrote."""
    manifest = path / durable.MANIFEST
    if not manifest.is_file():
        return False
    try:
        return bool(json.loads(manifest.read_text(encoding="utf-8")).get("kind") == "export")
    except (ValueError, AttributeError):
        return False


def open_export(path: Path, *, threads: int | None = None) -> Predictor:
    """The verified export in `path`, its golden examples replayed.

    Raises: ArtifactError where it is damaged, of a newer version, of a format that is not served, or answers otherwise.
    """
    artifact = opened(path)
    task = _task(artifact)
    model = Predictor(artifact, task, _engine(artifact, task, threads))
    model.replay()
    return LanguagePredictor.of(model) if generates(model) else model


def opened(path: Path) -> Artifact:
    """The export in `path`, every digest compared. Raises: ArtifactError where it is damaged or of a newer version."""
    return verified(path, newest=_FORMAT, what="export")


def _task(artifact: Artifact) -> Any:
    """The task of an export. How texts are cut stands in runner.json there, and beside the tokenizer in an artifact."""
    module = registry.load("tasks", artifact.task, field="task", where=str(artifact.path))
    if not (artifact.path / "tokenizer.json").is_file() or (artifact.path / "tokenizer_config.json").is_file():
        return module.Task.load(artifact.path)
    settings = artifact.json("runner.json")
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        for file in ("tokenizer.json", "task.json"):
            shutil.copyfile(artifact.path / file, directory / file)
        config = {"model_max_length": settings["max_length"], "cut": settings["cut"]}
        (directory / "tokenizer_config.json").write_text(json.dumps(config), encoding="utf-8")
        # The export's own folder says what is replaced in requests, and leads to the key of its pseudonyms.
        return replace(module.Task.load(directory), masker=Masker.load(artifact.path))


def _engine(artifact: Artifact, task: Any, threads: int | None) -> Backend:
    form, spec = str(artifact.manifest.get("target")), task.features
    network = hasattr(registry.load("models", artifact.family, field="family", where=str(artifact.path)), "build")
    if form == "onnx" and not network:
        return _Direct(artifact.path / "model.onnx", threads)
    if form == "openvino" and network:
        return OpenVino(artifact.path / "model.xml", spec.pad_id, threads)
    if form == "openvino":
        return _DirectOpenVino(artifact.path / "model.xml", threads)
    if form in ("onnx", "huggingface"):
        return open_backend(
            "onnx" if form == "onnx" else "torch",
            artifact.path,
            family=artifact.family,
            spec=spec,
            outputs=task.outputs,
            threads=threads,
        )
    raise ArtifactError(
        "an export of this format is not served",
        where=str(artifact.path),
        got=form,
        remedy="Serve its run, or export it with --format onnx.",
    )


class _Direct:
    """A graph of a family that numpy answers otherwise: `linear` and `trees`. N rows; O outputs."""

    name = "onnx"

    def __init__(self, graph: Path, threads: int | None) -> None:
        self._session = open_session(graph, threads)
        self._kinds = {one.name: _KINDS[one.type] for one in self._session.get_inputs()}

    def __call__(self, features: Any) -> NDArray[np.float64]:
        """[N, O], rows in the order of `features`."""
        return self._in_parts(features, lambda given: self._session.run(None, given)[0], self._kinds)

    @staticmethod
    def _in_parts(features: Any, answer: Any, kinds: dict[str, Any]) -> NDArray[np.float64]:
        inputs = _inputs(features)
        count = len(next(iter(inputs.values())))
        parts = [
            answer({name: array[i : i + _DIRECT_ROWS].astype(kinds[name]) for name, array in inputs.items()})
            for i in range(0, count, _DIRECT_ROWS)
        ]
        return np.concatenate(parts).astype(np.float64)


class _DirectOpenVino(_Direct):
    """The same under OpenVINO."""

    def __init__(self, graph: Path, threads: int | None) -> None:
        from modelyard.serving.engines import compiled

        self._model = compiled(graph, threads)
        self._kinds = {one.get_any_name(): one.get_element_type().to_dtype() for one in self._model.inputs}

    def __call__(self, features: Any) -> NDArray[np.float64]:
        """[N, O], rows in the order of `features`."""
        return self._in_parts(features, lambda given: np.array(self._model(given)[0]), self._kinds)


_KINDS = {"tensor(float)": np.float32, "tensor(double)": np.float64, "tensor(int64)": np.int64}


def _inputs(features: Any) -> dict[str, NDArray[Any]]:
    """What the graph takes: `features` of tables; of n-grams the numbers and weights of those a row holds, padded."""
    if not hasattr(features, "indptr"):
        return {"features": np.asarray(features)}
    counts = np.diff(features.indptr)
    held = np.arange(max(1, int(counts.max(initial=0)))) < counts[:, None]
    indices, weights = np.zeros(held.shape, dtype=np.int64), np.zeros(held.shape, dtype=np.float32)
    indices[held], weights[held] = features.indices, features.values
    return {"indices": indices, "values": weights}
