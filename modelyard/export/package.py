"""The shipped model becomes `artifact/`: everything needed to answer a request, and the proof that it answers right."""

from __future__ import annotations

import contextlib
import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from modelyard.core import durable, registry
from modelyard.core.artifact import FORMAT, Artifact
from modelyard.core.errors import RunError
from modelyard.core.recipe import Answer
from modelyard.core.run import Run
from modelyard.data.bundle import Bundle
from modelyard.data.conversations import Conversations
from modelyard.data.corpus import Corpus
from modelyard.data.prepared import open_prepared
from modelyard.export.examples import greedy_of, record
from modelyard.export.onnx import OPSET, export_onnx
from modelyard.export.readme import readme
from modelyard.inference import Predictor
from modelyard.inference.deciding import decided
from modelyard.inference.kept_outputs import keep_outputs
from modelyard.models import _decoder_graph
from modelyard.models._decoder_shape import is_plain

# What training leaves beside the model that answering does not need.
_LEFT_BEHIND = frozenset({durable.MANIFEST, "training.json"})
_VERSIONS_OF = ("modelyard", "numpy", "onnxruntime", "tokenizers", "safetensors", "torch", "transformers")


def package(run: Run, answer: Answer | None = None, seed: int = 0) -> Artifact:
    """Write `artifact/` from the model that training chose, and replay its golden examples on every backend.

    Raises: ArtifactError, and writes nothing, where a backend does not answer as the trained model did; RecipeError
    where `answer` cannot be fitted.
    """
    family = str(run.read_json("models/selection.json")["shipped"])
    source = run.path / "models" / family
    if not source.is_dir():
        raise RunError(
            "the model that training chose is not there",
            where=str(source),
            remedy="Remove models/ and run the same command again.",
        )
    bundle = open_prepared(run.path / "bundle")
    decision, outputs = None, None
    if answer is not None and answer.stated and isinstance(bundle, Bundle):
        decision, outputs = decided(Predictor.load(source, verify=False), bundle, answer, seed)
    shipped = package_model(source, bundle, run.path / "artifact", environment=_environment(run), decision=decision)
    if outputs is not None:
        keep_outputs(run, "validation", shipped.artifact.digest, outputs)
    run.emit(
        "golden",
        examples=len(shipped.artifact.json("golden.json")["examples"]),
        largest_difference=shipped.largest_difference,
    )
    return shipped.artifact


def package_model(
    source: Path,
    bundle: Bundle | Corpus | Conversations,
    final: Path,
    *,
    environment: dict[str, Any],
    parents: tuple[str, ...] | None = None,
    decision: dict[str, Any] | None = None,
) -> Predictor:
    """Write `final` from a trained model in `source`, its golden examples recorded now and replayed on every backend.

    `parents` are the digests of what it was made of; its own model directory where None. `decision` is what answers
    shall be, fitted to this very model (`inference.deciding.decided`).
    Raises: ArtifactError, and writes nothing, where a backend does not answer as the trained model did.
    """
    family = str(json.loads((source / durable.MANIFEST).read_text(encoding="utf-8"))["family"])
    trained = Predictor.load(source, verify=False)
    if decision is not None:
        trained.task = trained.task.deciding(decision)
    golden = record(trained, bundle)
    module = registry.load("models", family, field="family", where=str(source))
    network = hasattr(module, "build")
    backends: tuple[str, ...] = getattr(module, "BACKENDS", ("onnx", "torch")) if network else ("numpy",)
    writes_graph = family == "decoder" and is_plain(source)
    if writes_graph:
        backends = ("onnx", *backends)
        golden = replace(golden, greedy=greedy_of(trained, golden))
    if trained.task.features.mask_id is not None:
        backends = ("torch",)  # it fills in tokens: what is exported answers in classes
    exports = "onnx" in backends
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "kind": "artifact",
        "task": trained.artifact.task,
        "family": family,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "parents": list(parents) if parents else [durable.file_digest(source / durable.MANIFEST)],
        "data": {"fingerprint": bundle.fingerprint},
        "golden_contains_data": True,  # golden.json holds rows of the user's data: mind it when sharing
        "backends": list(backends),
        "versions": _versions(),
        "environment": environment,
    }
    if exports:
        manifest["opset"] = OPSET
    with durable.new_directory(final, manifest=manifest) as directory:
        for file in sorted(source.iterdir()):
            if file.name not in _LEFT_BEHIND:
                shutil.copyfile(file, directory / file.name)
        if decision is not None:
            trained.task.save_state(directory)
        durable.write_json(directory / "schema.json", trained.schema.to_json())
        durable.write_json(directory / "golden.json", golden.to_json())
        if network:
            _name_labels(directory / "config.json", trained.task)
        if writes_graph:
            _decoder_graph.write_graph(directory)
        elif exports:
            model = module.open(directory, trained.task.features, trained.task.outputs)
            export_onnx(model, trained.task.features, directory / "model.onnx")
        durable.write_text(
            directory / "README.md", readme(trained, exports=exports and not writes_graph, graph=writes_graph)
        )
        unfinished = Artifact(path=directory, manifest=manifest, digest="")
        for backend in backends:
            Predictor.open(unfinished, backend=backend).replay()
    return Predictor.load(final)


def _name_labels(config: Path, task: Any) -> None:
    """Give a `transformers` configuration the names of the classes."""
    content = json.loads(config.read_text(encoding="utf-8"))
    if "architectures" in content and len(task.labels) == task.outputs:
        content["id2label"] = {str(i): label for i, label in enumerate(task.labels)}
        content["label2id"] = {label: i for i, label in enumerate(task.labels)}
        durable.write_json(config, content)


def _versions() -> dict[str, str]:
    versions = {}
    for name in _VERSIONS_OF:
        with contextlib.suppress(metadata.PackageNotFoundError):
            versions[name] = metadata.version(name)
    return versions


def _environment(run: Run) -> dict[str, Any]:
    plan = run.read_json("plan.json") if (run.path / "plan.json").is_file() else {}
    return dict(plan.get("environment", {}))
