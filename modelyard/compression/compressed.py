"""A compressed model as an artifact of its own, which serves as any other.

Stored otherwise, it keeps the original's golden examples with a tolerance of its own: twice the largest difference that
was seen when it was made, over all examples asked alone and together. A processor that computes it otherwise (8-bit
products saturate on x86 without VNNI) is told so by the replay when the model is opened. A network that was trained
smaller has golden examples of its own.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from modelyard.compression.calibration import batches_of
from modelyard.compression.graphs import compress_graph, describe
from modelyard.core import durable
from modelyard.core.artifact import Artifact
from modelyard.core.errors import ArtifactError
from modelyard.core.schema import Rows
from modelyard.inference import Predictor
from modelyard.inference.golden import TOLERANCE, Golden

# Weights that are not answered from, and what speaks of them.
_LEFT_BEHIND = frozenset({durable.MANIFEST, "model.safetensors", "model.onnx", "golden.json", "README.md"})
_MARGIN, _LEAST = 2.0, 1e-3
_README = """# {family} for {task}, compressed to {name}

Made of the artifact {parent}: {why}.

Answered by ONNX Runtime, with Modelyard (`modelyard serve DIR`) or without (`modelyard export DIR --out OUT`). Its
golden examples are the original's, and an output may differ from theirs by {tolerance:.2g} * max(1, |it|).
compression.json says what it loses on unseen rows. **golden.json holds rows of the data: mind that before you share
this folder.**
"""


_TRAINED = """
## Smaller

Made of the artifact {parent}: {why}. Its golden examples are its own, recorded when it had been trained;
compression.json says what it loses beside the original on unseen rows.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Compressed:
    """A compressed model that stands in `path`: opened, not yet judged.

    `replayed` says that its golden examples are the original's; those of a network that was trained are its own.
    """

    name: str
    path: Path
    model: Predictor
    manifest: dict[str, Any]
    largest_difference: float
    replayed: bool = True

    @property
    def tolerance(self) -> float:
        """What its golden examples may differ by."""
        return max(_LEAST, float(f"{_MARGIN * self.largest_difference:.2g}"))

    @property
    def bytes(self) -> int:
        """The network's size; labels, tokenizer and columns come to it."""
        return (self.path / "model.onnx").stat().st_size


def refuse_twice(artifact: Artifact) -> None:
    """Raises: ArtifactError where the model is compressed already."""
    if "compression" in artifact.manifest:
        raise ArtifactError(
            "this model is compressed already",
            where=str(artifact.path),
            got=artifact.manifest["compression"]["name"],
            remedy="Compress the run it was made of.",
        )


def compressible(artifact: Artifact) -> None:
    """Raises: ArtifactError, saying why, where the model has no network to compress or is compressed already."""
    refuse_twice(artifact)
    if not (artifact.path / "model.onnx").is_file():
        raise ArtifactError(
            "only networks that stand as model.onnx are compressed",
            where=str(artifact.path),
            got=artifact.family,
            remedy="A linear model or a forest is answered by numpy and is small.",
        )


def build(
    artifact: Artifact, graph: str, directory: Path, *, name: str = "", parent: str = "", rows: Rows | None = None
) -> Compressed:
    """Fill `directory` with the artifact stored as `graph`, its golden examples answered.

    `name` is the whole variant's and `parent` the digest of the model that it was made of, where `artifact` was trained
    between them. `rows` are training rows to find the ranges of activations on (int8-static).
    Raises: ArtifactError where its outputs are not finite.
    """
    name, parent = name or graph, parent or artifact.digest
    for file in sorted(artifact.path.iterdir()):
        if file.name not in _LEFT_BEHIND:
            shutil.copyfile(file, directory / file.name)
    batches = None if rows is None else batches_of(artifact, rows)
    compress_graph(artifact.path / "model.onnx", directory / "model.onnx", graph, batches)
    manifest = {key: value for key, value in artifact.manifest.items() if key not in ("files", "seal", "compression")}
    manifest |= {"parents": [parent], "backends": ["onnx"], "compression": {"name": name}}
    model = Predictor.open(Artifact(path=directory, manifest=manifest, digest=""), backend="onnx")
    golden = Golden.from_json(artifact.json("golden.json"))
    largest = _largest_difference(model, golden)
    if not np.isfinite(largest):
        raise ArtifactError(f"{name} gives outputs that are no numbers", where=str(artifact.path), remedy="Use int8.")
    made = Compressed(name=name, path=directory, model=model, manifest=manifest, largest_difference=largest)
    ours = replace(golden, tolerance={**golden.tolerance, "onnx": made.tolerance})
    durable.write_json(directory / "golden.json", ours.to_json())
    text = _README.format(
        family=artifact.family,
        task=artifact.task,
        name=name,
        parent=parent[:12],
        why=describe(name),
        tolerance=made.tolerance,
    )
    durable.write_text(directory / "README.md", text)
    return made


def trained(model: Predictor, name: str) -> Compressed:
    """A network that was trained smaller and packaged: an ordinary artifact with golden examples of its own."""
    artifact = model.artifact
    manifest = {key: value for key, value in artifact.manifest.items() if key not in ("files", "seal")}
    difference = model.largest_difference or 0.0
    own = Predictor.open(artifact, backend="onnx", threads=1)
    text = (artifact.path / "README.md").read_text(encoding="utf-8")
    note = _TRAINED.format(parent=str(manifest["parents"][0])[:12], why=describe(name))
    (artifact.path / "README.md").write_text(f"{text}\n{note}", encoding="utf-8")
    return Compressed(
        name=name, path=artifact.path, model=own, manifest=manifest, largest_difference=difference, replayed=False
    )


def _largest_difference(model: Predictor, golden: Golden) -> float:
    """From the recorded outputs, over all examples asked alone and together."""
    size = np.maximum(1.0, np.abs(golden.outputs))
    alone = np.concatenate([model.outputs({k: [v[i]] for k, v in golden.inputs.items()}) for i in range(len(golden))])
    together = model.outputs(golden.inputs)
    return float(max(np.abs((outputs - golden.outputs) / size).max() for outputs in (alone, together)))


def keep(made: Compressed, final: Path, record: dict[str, Any]) -> Artifact:
    """The compressed model as a durable artifact in `final`, with the record of what it loses; replayed once more."""
    own = made.tolerance if made.replayed else TOLERANCE["onnx"]
    manifest = {**made.manifest, "compression": {"name": made.name, "tolerance": own}}
    with durable.new_directory(final, manifest=manifest) as directory:
        for file in sorted(made.path.iterdir()):
            if file.name != durable.MANIFEST:
                shutil.copyfile(file, directory / file.name)
        durable.write_json(directory / "compression.json", json.loads(json.dumps(record)))
    return Predictor.load(final).artifact
