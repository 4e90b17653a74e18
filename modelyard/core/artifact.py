"""The artifact: a directory that holds everything needed to answer a request, and the proof that it answers right.

```
artifact/
  manifest.json     kind, task, family, parents, data fingerprint, environment, digests of every other file
  schema.json       request and answer
  task.json         the task's fitted state (labels, column statistics, vocabularies); arrays in task.safetensors
  tokenizer.json    where the features are tokens
  config.json       the family's configuration; a `transformers` one where the family has a definition there
  model.safetensors weights
  model.onnx        the exported network (network families)
  golden.json       inputs and outputs recorded at the end of training, with the tolerance
```
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modelyard.core import durable
from modelyard.core.errors import ArtifactError
from modelyard.core.schema import Schema

FORMAT = 1  # of the directory; a reader refuses a newer one


@dataclass(frozen=True, kw_only=True, slots=True)
class Artifact:
    """A verified artifact directory. `digest` is the SHA-256 of its manifest."""

    path: Path
    manifest: dict[str, Any]
    digest: str

    @property
    def task(self) -> str:
        """The task's plug-in name."""
        return str(self.manifest["task"])

    @property
    def family(self) -> str:
        """The model family's plug-in name."""
        return str(self.manifest["family"])

    @property
    def schema(self) -> Schema:
        """What a request holds and what the target was."""
        return Schema.from_json(self.json("schema.json"))

    def json(self, name: str) -> Any:
        """The content of one of its JSON files."""
        return json.loads((self.path / name).read_text(encoding="utf-8"))


def open_artifact(path: Path) -> Artifact:
    """Verify every digest of the artifact in `path` (a run directory or the artifact itself).

    Raises: ArtifactError when there is none, when a byte differs, or when its format is newer than this version.
    """
    directory = path / "artifact" if (path / "artifact").is_dir() else path
    if not (directory / durable.MANIFEST).is_file():
        raise ArtifactError(
            "there is no finished model here", where=str(path), remedy="Give a run directory; see: modelyard runs"
        )
    manifest = durable.verify_directory(directory)
    if manifest.get("format", 0) > FORMAT:
        raise ArtifactError(
            "this artifact was written by a newer Modelyard",
            where=str(directory),
            got=manifest.get("format"),
            remedy="Run: pip install --upgrade modelyard",
        )
    return Artifact(path=directory, manifest=manifest, digest=durable.file_digest(directory / durable.MANIFEST))
