"""An adapter added to its base as a plain checkpoint folder: for vLLM, llama.cpp, transformers, the next training."""

from __future__ import annotations

import shutil
from pathlib import Path

from modelyard.core import durable
from modelyard.core.artifact import open_artifact
from modelyard.core.errors import RunError

# What belongs to the model and its tokenizer, as `transformers` names it.
_FILES = (
    "config.json",
    "generation_config.json",
    "model*.safetensors",
    "model.safetensors.index.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "README.md",
)
_ADAPTER = "adapter.safetensors"


def merge(run: Path | str, out: Path | str | None = None) -> Path:
    """Write the merged model of a run (or an artifact) to `out`, by default `merged/` in the run; return the folder.

    The artifact is verified first: what is written is bit for bit what its golden examples were recorded with.
    Raises: ArtifactError for a damaged artifact; RunError where the run trained no adapter, or `out` exists.
    """
    artifact = open_artifact(Path(run))
    if not (artifact.path / _ADAPTER).is_file():
        raise RunError(
            "this run trained no adapter, so there is nothing to merge",
            where=str(run),
            remedy=f"Its weights stand in {artifact.path}, which transformers opens as it is.",
        )
    target = Path(out) if out is not None else artifact.path.parent / "merged"
    if target.exists():
        raise RunError("this place is taken", where=str(target), remedy="Give another --out.")
    manifest = {"kind": "checkpoint", "format": 1, "parents": [artifact.digest], "family": artifact.family}
    with durable.new_directory(target, manifest=manifest) as directory:
        for pattern in _FILES:
            for path in sorted(artifact.path.glob(pattern)):
                shutil.copyfile(path, directory / path.name)
    return target
