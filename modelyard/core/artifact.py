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
  signature.json    optional, added later: who vouches for the manifest's digest (core.signing)
```

The signature stands inside, so that it travels with what it is of; no manifest lists it, since it is of the manifest.
A reader holds it against the manifest even where it trusts nobody: a signature of something else is damage.
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
SIGNATURE = durable.SIGNATURE
SIGNATURE_FIELDS = frozenset({"format", "algorithm", "key", "signer", "time", "digest", "signature"})
_MOST_SIGNATURE_BYTES = 4096


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


def directory_of(path: Path) -> Path:
    """The artifact of a run directory, or the artifact (or export) itself."""
    return path / "artifact" if (path / "artifact").is_dir() else path


def verify_signed_directory(directory: Path) -> dict[str, Any]:
    """`durable.verify_directory` of what may hold a signature, which must then be of this manifest.

    Whether it is anybody's that is trusted, `core.signing` says. Raises: ArtifactError.
    """
    manifest = durable.verify_directory(directory, beside=(SIGNATURE,))
    if (directory / SIGNATURE).exists():
        read_signature(directory)
    return manifest


def read_signature(directory: Path) -> dict[str, str]:
    """The signature of a directory's manifest, in the form it must have; not whether it is right.

    Raises: ArtifactError where there is none, or it is of another manifest.
    """
    place = directory / SIGNATURE
    for one in (place, directory / durable.MANIFEST):
        if one.is_symlink() or (one.exists() and not one.is_file()):
            raise ArtifactError("an artifact holds plain files only", where=str(one), remedy="Remove it.")
    try:
        with place.open("rb") as file:
            content = json.loads(file.read(_MOST_SIGNATURE_BYTES).decode("utf-8"))
        if not isinstance(content, dict) or content.keys() != SIGNATURE_FIELDS:
            raise ValueError("it has other fields")
        if not all(isinstance(value, str) and value.isprintable() for value in content.values()):
            raise ValueError("a field is no printable text")
        if content["digest"] != durable.file_digest(directory / durable.MANIFEST):
            raise ValueError("it is of another manifest")
    except FileNotFoundError as error:
        raise ArtifactError(
            "this artifact is not signed",
            where=str(directory),
            remedy="Sign it: modelyard sign RUN --key FILE, or take it from who did.",
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise ArtifactError(
            f"the signature is not one of this artifact ({error})",
            where=str(place),
            remedy="Sign it again, or restore it from a copy.",
        ) from error
    return content


def open_artifact(path: Path) -> Artifact:
    """Verify every digest of the artifact in `path` (a run directory or the artifact itself).

    Raises: ArtifactError when there is none, when a byte differs, or when its format is newer than this version.
    """
    directory = directory_of(path)
    if not (directory / durable.MANIFEST).is_file():
        raise ArtifactError(
            "there is no finished model here", where=str(path), remedy="Give a run directory; see: modelyard runs"
        )
    return verified(directory, newest=FORMAT, what="artifact")


def verified(directory: Path, *, newest: int, what: str) -> Artifact:
    """The artifact or export (`what`) in `directory`, every digest compared.

    Raises: ArtifactError where it is damaged, or its format is beyond `newest`.
    """
    manifest = verify_signed_directory(directory)
    if manifest.get("format", 0) > newest:
        raise ArtifactError(
            f"this {what} was written by a newer Modelyard",
            where=str(directory),
            got=manifest.get("format"),
            remedy="Run: pip install --upgrade modelyard",
        )
    return Artifact(path=directory, manifest=manifest, digest=durable.file_digest(directory / durable.MANIFEST))
