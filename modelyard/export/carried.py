"""What every export carries beside its model: a manifest, and code that is run only where it is this version's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from modelyard.core.artifact import Artifact
from modelyard.core.errors import ArtifactError
from modelyard.export import runner

FORMAT = 1  # of the folder
_RUNS = (".py", ".so", ".pyd", ".pyc")


def manifest(artifact: Artifact, form: str, features: str, code: Mapping[str, str], tolerance: float) -> dict[str, Any]:
    """Of an export of `artifact` as `form`, which reads `features` and carries `code`; writing it adds the digests."""
    return {
        "kind": "export",
        "format": FORMAT,
        "target": form,
        "features": features,
        "task": artifact.task,
        "family": artifact.family,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "parents": [artifact.digest],
        "code": runner.digest(dict(code)),
        "tolerance": tolerance,
        "golden_contains_data": True,
        "versions": artifact.manifest.get("versions", {}),
    }


def write_code(directory: Path, code: Mapping[str, str], requirements: str) -> None:
    """Write the files of the code by their places, and what they import."""
    for place, text in code.items():
        (directory / place).parent.mkdir(exist_ok=True)
        (directory / place).write_text(text, encoding="utf-8")
    (directory / "requirements.txt").write_text(requirements, encoding="utf-8")


def require_code(directory: Path, files: Mapping[str, str], own: Mapping[str, str], *, trusted: bool) -> None:
    """Raises: ArtifactError where the code among `files` is not `own`, byte for byte, and nobody trusts it."""
    if trusted:
        return
    same = {name for name in files if name.endswith(_RUNS)} == own.keys() and all(
        (directory / place).read_bytes() == text.encode("utf-8") for place, text in own.items()
    )
    if not same:
        raise ArtifactError(
            "the code of this export is not the one that this version writes, so it is not run",
            where=str(directory),
            remedy="Export again, or add --trust-code if you know who wrote it.",
        )
