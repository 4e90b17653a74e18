"""A decoder with weights in 8 or 4 bits, as an artifact that ONNX Runtime answers: `model.onnx`, `weights.safetensors`.

Its golden examples are the original's, with a tolerance of its own, as of every compressed model: twice the largest
difference seen, of the likelihoods of texts and of what is written token by token.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from modelyard.compression.compressed import Compressed, refuse_twice
from modelyard.core import durable
from modelyard.core.artifact import Artifact
from modelyard.core.errors import ArtifactError
from modelyard.inference import Predictor, greedy
from modelyard.inference.golden import Golden
from modelyard.inference.language import LanguagePredictor
from modelyard.models import _decoder_graph
from modelyard.models._decoder_shape import read_shape
from modelyard.models._decoder_weights import SMALLER

HOW = {
    "int8-weights": "weights in 8 bits, a scale for every 128 at most; activations too, within a block",
    "int4": "weights in 4 bits, a scale for every 32, embedding and output in 8; activations in 8, within a block",
}
# What only torch reads, or is written anew.
_LEFT_BEHIND = frozenset(
    {
        durable.MANIFEST,
        "model.safetensors",
        "model.onnx",
        "golden.json",
        "README.md",
        "generation_config.json",
        "adapter.safetensors",
        "adapter.json",
    }
)
_README = """# decoder for {task}, compressed to {name}

Made of the artifact {parent}: {why}.

`model.onnx` and `weights.safetensors` are answered by ONNX Runtime, without torch (`modelyard serve DIR`, `generate`,
`chat`; `modelyard export DIR --format onnx` writes a runner without Modelyard). Its golden examples are the original's,
and an output may differ from theirs by {tolerance:.2g} * max(1, |it|). compression.json says what it loses on unseen
text. **golden.json holds rows of the data: mind that before you share this folder.**
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class CompressedDecoder(Compressed):
    """As any compressed model; `bytes` counts both files."""

    @property
    def bytes(self) -> int:
        """The network's size."""
        return network_bytes(self.path)


def network_bytes(directory: Path) -> int:
    """Of the graph and the weights that it, or torch, reads."""
    weights = directory / (SMALLER if (directory / SMALLER).is_file() else "model.safetensors")
    graph = directory / "model.onnx"
    return weights.stat().st_size + (graph.stat().st_size if graph.is_file() else 0)


def compressible(artifact: Artifact) -> None:
    """Raises: ArtifactError, saying why, where the decoder is compressed already or of another definition."""
    refuse_twice(artifact)
    read_shape(artifact.path)


def build(artifact: Artifact, name: str, directory: Path, *, threads: int | None = None) -> CompressedDecoder:
    """Fill `directory` with the decoder in fewer bits, its golden examples answered.

    Raises: ArtifactError for a variant that decoders do not have, or outputs that are not finite.
    """
    if name not in HOW:
        raise ArtifactError(
            f"a decoder is not compressed to {name}",
            where=str(artifact.path),
            got=name,
            remedy=f"Use --to {' or --to '.join(HOW)}.",
        )
    for file in sorted(artifact.path.iterdir()):
        if file.name not in _LEFT_BEHIND:
            shutil.copyfile(file, directory / file.name)
    _decoder_graph.write_smaller(artifact.path, directory, name)
    dropped = ("files", "seal", "compression")
    manifest: dict[str, Any] = {key: value for key, value in artifact.manifest.items() if key not in dropped}
    manifest |= {"parents": [artifact.digest], "backends": ["onnx"], "compression": {"name": name}}
    opened = Predictor.open(Artifact(path=directory, manifest=manifest, digest=""), backend="onnx", threads=threads)
    model = LanguagePredictor.of(opened)
    golden = Golden.from_json(artifact.json("golden.json"))
    largest = _largest_difference(model, golden)
    if not np.isfinite(largest):
        raise ArtifactError(f"{name} gives outputs that are no numbers", where=str(artifact.path))
    made = CompressedDecoder(name=name, path=directory, model=model, manifest=manifest, largest_difference=largest)
    ours = replace(golden, tolerance={**golden.tolerance, "onnx": made.tolerance})
    durable.write_json(directory / "golden.json", ours.to_json())
    text = _README.format(
        task=artifact.task, name=name, parent=artifact.digest[:12], why=HOW[name], tolerance=made.tolerance
    )
    durable.write_text(directory / "README.md", text)
    return made


def _largest_difference(model: LanguagePredictor, golden: Golden) -> float:
    outputs = model.outputs(golden.inputs)
    largest = float((np.abs(outputs - golden.outputs) / np.maximum(1.0, np.abs(golden.outputs))).max())
    if golden.greedy:
        largest = max(largest, *greedy.largest_difference(model.generator.decoder, golden.greedy))
    return largest
