"""The verbs `export` and `verify`: a folder that answers without Modelyard, and the proof, of it or of a server."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from modelyard.core import durable, signing
from modelyard.core.artifact import directory_of
from modelyard.core.errors import RecipeError
from modelyard.core.private_copy import unchanging
from modelyard.export.parity import Parity

ORIGINAL = "fp32"


def export(
    path: str | os.PathLike[str], out: str | os.PathLike[str], *, form: str = "onnx", precision: str = ORIGINAL
) -> Parity:
    """Write a finished run (or an artifact) as a folder with a runner that needs no Modelyard, and replay it there.

    `precision` is fp32, or a variant of `compress`: the one in `compressed/` of the run, compressed now where it is not
    there yet.
    """
    from modelyard.core.artifact import open_artifact
    from modelyard.export import decoders, folder

    source = Path(path)
    if open_artifact(source).family == "decoder":
        if form != "gguf" and precision != ORIGINAL:
            source = _compressed(source, precision)
        return decoders.export(source, Path(out), form=form, precision=precision)
    if precision != ORIGINAL:
        source = _compressed(source, precision)
    return folder.export(source, Path(out), form=form)


def _compressed(run: Path, name: str) -> Path:
    from modelyard.core.artifact import open_artifact
    from modelyard.pipeline.compress_settings import asked
    from modelyard.pipeline.compressed import FOLDER
    from modelyard.pipeline.compressing import compress

    section = asked({"to": [name]}, None)
    made = run / FOLDER / section.to[0]
    if made.is_dir() and open_artifact(made).manifest["parents"] == [open_artifact(run).digest]:
        return made
    compress(run, section)
    return made


def verify(
    target: str,
    *,
    examples_of: str | os.PathLike[str] | None = None,
    trust_code: bool = False,
    runs: str = "runs",
    trust: Sequence[str | os.PathLike[str]] = (),
) -> Parity:
    """Answer the golden examples again: by an export, a run, an artifact or a server (`http://...`).

    A server's examples are those of `examples_of` (a run or an artifact), or of the run under `runs` that has the
    digest which the server states. With `trust` one of these public keys must have signed what is in a folder, before
    anything else of it is read.
    Raises: ArtifactError where an answer differs by more than the tolerance, where something is damaged or not there.
    """
    from modelyard.export import decoders, folder, server

    if target.startswith(("http://", "https://")):
        if trust:
            rule = "what a server holds cannot be seen from outside"
            raise RecipeError(
                rule, where="--trust", got=target, remedy="Start it with: modelyard serve RUN --trust KEY"
            )
        return server.verify(target, None if examples_of is None else Path(examples_of), runs=Path(runs))
    path = Path(target)
    is_export = (path / durable.MANIFEST).is_file() and (path / "run.py").is_file()
    with contextlib.ExitStack() as held:
        if trust or is_export:  # the signature that was checked, the code that was compared, is what is opened and run
            path = held.enter_context(unchanging(directory_of(path)))
        if trust:
            signing.require(path, [Path(one) for one in trust])
        if not is_export:
            return server.verify_artifact(path)
        if decoders.is_export(path):
            return decoders.verify(path, trusted=trust_code)
        return folder.verify(path, trusted=trust_code)
