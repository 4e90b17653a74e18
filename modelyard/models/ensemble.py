"""`ensemble`: several whole models that answer together; made of finished runs by `modelyard ensemble`, never trained.

On disk `config.json` lists the members, `{"members": [{"folder", "name", "family", "digest"}]}`; each is a whole
artifact in its folder, with its own preprocessing, manifest and golden examples. `digest` is of its manifest.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.core.errors import ArtifactError

FAMILY, FOLDER = "ensemble", "members"
MOST = 64
# Why there is no `Config`: what a recipe that names this family is told.
UNTRAINED = "Train its members as runs of their own, and join them: modelyard ensemble RUN RUN --how vote --out DIR"
_FIELDS = frozenset({"folder", "name", "family", "digest"})
# Below any probability that float64 holds to its full digits: its logarithm is finite.
_TINY = 1e-300


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """One model of an ensemble: the run it came from by name, its family, and the digest of its manifest."""

    folder: str
    name: str
    family: str
    digest: str


def write(directory: Path, members: Sequence[Member]) -> None:
    """Write `config.json`."""
    durable.write_json(directory / "config.json", {"members": [asdict(one) for one in members]})


def read(directory: Path) -> list[Member]:
    """The members of an artifact, each as it was when the artifact was made.

    Raises: ArtifactError where the list is none, where a member is missing, is another one, or is an ensemble itself.
    """
    place = directory / "config.json"
    try:
        listed = json.loads(place.read_text(encoding="utf-8"))["members"]
        found = [Member(**{name: str(one[name]) for name in _FIELDS}) for one in listed]
        if not 1 < len(found) <= MOST or [one.folder for one in found] != [folder_of(i) for i in range(len(found))]:
            raise ValueError(f"{len(found)} members")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArtifactError(
            f"the list of an ensemble's members cannot be read ({error})",
            where=str(place),
            remedy="Restore the directory from a copy, or make it again: modelyard ensemble.",
        ) from error
    for one in found:
        _require(directory / one.folder, one)
    return found


def folder_of(number: int) -> str:
    """Where a member lies in the artifact."""
    return f"{FOLDER}/{number:02d}"


def manifest_of(folder: Path) -> dict[str, Any]:
    """A member's manifest. Raises: ArtifactError where there is none."""
    try:
        content = json.loads((folder / durable.MANIFEST).read_text(encoding="utf-8"))
        return {"task": str(content["task"]), "family": str(content["family"]), **content}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArtifactError(
            "a member of this ensemble is missing or damaged",
            where=str(folder),
            remedy="Restore the directory from a copy, or make it again: modelyard ensemble.",
        ) from error


def log_of_mean(answers: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """The logarithm of the members' mean probabilities: outputs [N, C] that a softmax makes that mean of."""
    return np.asarray(np.log(np.maximum(np.mean(answers, axis=0), _TINY)))


def _require(folder: Path, member: Member) -> None:
    manifest = manifest_of(folder)
    if FAMILY in (member.family, manifest["family"]):
        raise ArtifactError(
            "a member of an ensemble must not be an ensemble itself",
            where=str(folder),
            remedy="Join the runs that it is made of: modelyard ensemble RUN RUN ...",
        )
    if durable.file_digest(folder / durable.MANIFEST) != member.digest or manifest["family"] != member.family:
        raise ArtifactError(
            "this is another member than the ensemble was made with",
            where=str(folder),
            got=manifest["family"],
            remedy="Restore the directory from a copy, or make it again: modelyard ensemble.",
        )
