"""What a model passes on its way into a server: the signature of a trusted key, and an entry in the audit trail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from modelyard.core import signing, trail
from modelyard.core.errors import ArtifactError
from modelyard.serving import model as opening
from modelyard.serving.model import ServedModel

if TYPE_CHECKING:
    from modelyard.serving.models import Given


def loader(trust: Sequence[Path]) -> Callable[..., ServedModel]:
    """`model.load`, which with `trust` reads a signature first; the keys are read anew each time.

    Raises (when called): ArtifactError where no trusted key has signed it, before its weights are read.
    """
    if not trust:
        return opening.load

    def admitted(
        path: Path, *, threads: int | None = None, name: str | None = None, backend: str = "stored"
    ) -> ServedModel:
        signed = signing.require(path, trust)
        model = opening.load(path, threads=threads, name=name, backend=backend)
        if model.about["digest"] != signed["digest"]:
            raise ArtifactError(
                "the artifact was exchanged between its signature and its opening",
                where=str(path),
                remedy="Start again.",
            )
        return model

    return admitted


def record(
    models: Sequence[Given], paths: Sequence[tuple[str | None, Path]], canary: Path | None, shadow: Path | None
) -> None:
    """Say in the trail what is going to be served. Raises: RunError where that is required and not possible."""
    for given, (_, path) in zip(models, paths, strict=True):
        for role, model, place in (
            ("serve", given.model, path),
            ("canary", given.canary, canary),
            ("shadow", given.shadow, shadow),
        ):
            if model is not None and place is not None:
                trail.record(role, run=place, artifact=str(model.about["digest"]), model=str(model.about["name"]))
