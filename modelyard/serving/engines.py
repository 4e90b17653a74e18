"""What answers for a served model: the artifact's own backend, OpenVINO over its graph, or the fastest of them.

`auto` measures every backend that is installed on the golden examples and takes the fastest of those that answer them
as after training. OpenVINO computes in float32: its own choice on processors with bfloat16 is beyond the tolerance.
"""

from __future__ import annotations

import importlib.util
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.artifact import Artifact, open_artifact
from modelyard.core.errors import ArtifactError, ModelyardError, RecipeError
from modelyard.core.features import Features
from modelyard.core.registry import needing
from modelyard.inference.backends import _in_batches
from modelyard.inference.golden import Golden
from modelyard.inference.language import load as load_any
from modelyard.inference.predictor import Predictor

_LOG = logging.getLogger("modelyard.serving")
BACKENDS = ("stored", "auto", "numpy", "onnx", "onnxruntime", "openvino", "torch", "vllm")
_ROUNDS = 5
_MEASURE_SECONDS = 1.0  # of each backend, after its first answer


class OpenVino:
    """A network's graph under OpenVINO, on the processor. N examples; O outputs."""

    name = "onnx"  # its key among the tolerances: the same float32 in another order of sums

    def __init__(self, graph: Path, pad_id: int, threads: int | None) -> None:
        self._model = compiled(graph, threads)
        self._pad_id = pad_id

    def __call__(self, features: Features) -> NDArray[np.float64]:
        """[N, O], rows in the order of `features`."""

        def answer(batch: dict[str, NDArray[Any]]) -> NDArray[Any]:
            return np.array(self._model(batch)[0])

        return _in_batches(features, self._pad_id, answer)


def compiled(graph: Path, threads: int | None) -> Any:
    """A graph that OpenVINO has compiled for the processor. Raises: MissingExtra, ArtifactError."""
    with needing("the openvino backend"):
        import openvino
    settings: dict[str, Any] = {"INFERENCE_PRECISION_HINT": "f32", "PERFORMANCE_HINT": "LATENCY"}
    if threads is not None:
        settings["INFERENCE_NUM_THREADS"] = threads
    try:
        return openvino.compile_model(graph, "CPU", settings)
    except RuntimeError as error:
        said = str(error).strip().splitlines()[-1:]
        raise ArtifactError("OpenVINO cannot open this network", where=str(graph), got=said) from error


def open_model(path: Path, *, backend: str = "stored", threads: int | None = None) -> Predictor:
    """The verified model of a run or an artifact, by a backend; its golden examples are replayed.

    Raises: RecipeError for a backend that is not known, ArtifactError, MissingExtra.
    """
    if backend not in BACKENDS:
        raise RecipeError("there is no such backend", where="--backend", got=backend, remedy=", ".join(BACKENDS))
    if backend == "openvino":
        return _by_openvino(open_artifact(path), threads)
    if backend == "auto":
        return _fastest(open_artifact(path), threads)
    return load_any(path, backend="auto" if backend == "stored" else backend, threads=threads)


def _by_openvino(artifact: Artifact, threads: int | None) -> Predictor:
    if not (artifact.path / "model.onnx").is_file():
        raise ArtifactError(
            "the openvino backend opens model.onnx, which this artifact has not",
            where=str(artifact.path),
            got=artifact.family,
            remedy="Use --backend stored.",
        )
    task = Predictor.open(artifact, backend="onnx", threads=threads).task
    made = Predictor(artifact, task, OpenVino(artifact.path / "model.onnx", task.features.pad_id, threads))
    made.replay()
    return made


def _fastest(artifact: Artifact, threads: int | None) -> Predictor:
    """The fastest backend that answers the golden examples as after training; decoders choose in `inference`."""
    if artifact.family == "decoder" or not (artifact.path / "model.onnx").is_file():
        return load_any(artifact.path, threads=threads)
    openers: dict[str, Callable[[], Predictor]] = {
        "onnx": lambda: load_any(artifact.path, backend="onnx", threads=threads)
    }
    if importlib.util.find_spec("openvino") is not None:
        openers["openvino"] = lambda: _by_openvino(artifact, threads)
    if importlib.util.find_spec("torch") is not None and (artifact.path / "model.safetensors").is_file():
        openers["torch"] = lambda: load_any(artifact.path, backend="torch", threads=threads)
    found: dict[str, tuple[float, Predictor]] = {}
    for name, opener in openers.items():
        try:
            model = opener()
        except ModelyardError as error:
            _LOG.warning("the %s backend is left out: %s", name, error)
            continue
        found[name] = (_seconds(model), model)
    if not found:
        raise ArtifactError("no backend answers as after training", where=str(artifact.path))
    best = min(found, key=lambda name: found[name][0])
    measured = ", ".join(f"{name} {seconds * 1e3:.1f} ms" for name, (seconds, _) in found.items())
    _LOG.info("the golden examples took %s: %s answers", measured, best)
    return found[best][1]


def _seconds(model: Predictor) -> float:
    """The least time that a model takes for its golden examples, encoding left out."""
    golden = Golden.from_json(model.artifact.json("golden.json"))
    features = model.task.encode(golden.inputs)
    model.backend(features)
    best, begin = float("inf"), time.perf_counter()
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        model.backend(features)
        now = time.perf_counter()
        best = min(best, now - started)
        if now - begin > _MEASURE_SECONDS:
            break
    return best
