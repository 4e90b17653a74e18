"""What a model passes on its way into a server: the signature of a trusted key, and an entry in the audit trail."""

from __future__ import annotations

import contextlib
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from modelyard.core import signing, trail
from modelyard.core.artifact import directory_of
from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.core.private_copy import unchanging
from modelyard.serving import model as opening
from modelyard.serving.model import ServedModel

if TYPE_CHECKING:
    from modelyard.serving.models import Given


def loader(trust: Sequence[Path], signed_since: str | None = None) -> Callable[..., ServedModel]:
    """`model.load`, which with `trust` reads a signature first; the keys are read anew each time.

    What others could exchange between check and opening is copied first, and the copy is checked and opened; it is gone
    with the model. Raises: RecipeError for a time without keys; ArtifactError (when called) where no trusted key has
    signed it, or not since then, before its weights are read.
    """
    if not trust:
        if signed_since is not None:
            rule = "whether a signature is old is asked of trusted ones only"
            raise RecipeError(rule, where="--signed-since", got=signed_since, remedy="Give --trust too.")
        return opening.load
    since = None if signed_since is None else signing.moment(signed_since)

    def admitted(
        path: Path, *, threads: int | None = None, name: str | None = None, backend: str = "stored"
    ) -> ServedModel:
        original = directory_of(path).resolve()
        with contextlib.ExitStack() as held:
            place = held.enter_context(unchanging(original))
            try:
                signed = signing.require(place, trust, since=since)
                model = opening.load(place, threads=threads, name=name or opening.called(original), backend=backend)
            except ArtifactError as error:  # the folder is told, not the copy of it
                where = error.where.replace(str(place), str(original))
                got = {} if error.got is None else {"got": error.got}
                raise ArtifactError(error.rule, where=where, remedy=error.remedy, **got) from error
            if model.about["digest"] != signed["digest"]:
                raise ArtifactError(
                    "the artifact was exchanged between its signature and its opening",
                    where=str(path),
                    remedy="Start again.",
                )
            model.card = opening.card_of(original)
            model.release = weakref.finalize(model.predictor, held.pop_all().close)
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
