"""The shipped model becomes `artifact/`: everything needed to answer a request, and the proof that it answers right."""

from __future__ import annotations

import contextlib
import json
import shutil
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from modelyard.core import durable, registry
from modelyard.core.artifact import FORMAT, Artifact
from modelyard.core.errors import RunError
from modelyard.core.run import Run
from modelyard.data.prepared import open_prepared
from modelyard.export.examples import record
from modelyard.export.onnx import OPSET, export_onnx
from modelyard.export.readme import readme
from modelyard.inference import Predictor

# What training leaves beside the model that answering does not need.
_LEFT_BEHIND = frozenset({durable.MANIFEST, "training.json"})
_VERSIONS_OF = ("modelyard", "numpy", "onnxruntime", "tokenizers", "safetensors", "torch", "transformers")


def package(run: Run) -> Artifact:
    """Write `artifact/` from the model that training chose, and replay its golden examples on every backend.

    Raises: ArtifactError, and writes nothing, where a backend does not answer as the trained model did.
    """
    family = str(run.read_json("models/selection.json")["shipped"])
    source = run.path / "models" / family
    if not source.is_dir():
        raise RunError(
            "the model that training chose is not there",
            where=str(source),
            remedy="Remove models/ and run the same command again.",
        )
    trained = Predictor.load(source, verify=False)
    bundle = open_prepared(run.path / "bundle")
    golden = record(trained, bundle)
    module = registry.load("models", family, field="family", where=str(source))
    network = hasattr(module, "build")
    backends: tuple[str, ...] = getattr(module, "BACKENDS", ("onnx", "torch")) if network else ("numpy",)
    if trained.task.features.mask_id is not None:
        backends = ("torch",)  # it fills in tokens: what is exported answers in classes
    exports = "onnx" in backends
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "kind": "artifact",
        "task": trained.artifact.task,
        "family": family,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "parents": [durable.file_digest(source / durable.MANIFEST)],
        "data": {"fingerprint": bundle.fingerprint},
        "golden_contains_data": True,  # golden.json holds rows of the user's data: mind it when sharing
        "backends": list(backends),
        "versions": _versions(),
        "environment": _environment(run),
    }
    if exports:
        manifest["opset"] = OPSET
    with durable.new_directory(run.path / "artifact", manifest=manifest) as directory:
        for file in sorted(source.iterdir()):
            if file.name not in _LEFT_BEHIND:
                shutil.copyfile(file, directory / file.name)
        durable.write_json(directory / "schema.json", trained.schema.to_json())
        durable.write_json(directory / "golden.json", golden.to_json())
        if network:
            _name_labels(directory / "config.json", trained.task)
        if exports:
            model = module.open(directory, trained.task.features, trained.task.outputs)
            export_onnx(model, trained.task.features, directory / "model.onnx")
        durable.write_text(directory / "README.md", readme(trained, exports=exports))
        unfinished = Artifact(path=directory, manifest=manifest, digest="")
        for backend in backends:
            Predictor.open(unfinished, backend=backend).replay()
    shipped = Predictor.load(run.path / "artifact")
    run.emit("golden", examples=len(golden), largest_difference=shipped.largest_difference)
    return shipped.artifact


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
