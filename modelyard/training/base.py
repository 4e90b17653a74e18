"""The model that a run starts from: `base/`, its tokenizer with a chat template and what its files were."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from modelyard.core import durable
from modelyard.core.artifact import Artifact, open_artifact
from modelyard.core.checkpoint import local_checkpoint
from modelyard.core.errors import RunError
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.features.turns import with_template

NAME = "base"
_FILES = ("config.json", "*.safetensors", "*.safetensors.index.json")


def take(recipe: Recipe, run: Run) -> None:
    """Write `base/`: the starting model's tokenizer, and the digests of its weights.

    An artifact of ours is verified. Raises: RecipeError where there is no such model, ArtifactError for a damaged one.
    """
    source = str(recipe.model.options["from"])
    directory = local_checkpoint(source)
    if (directory / durable.MANIFEST).is_file():
        verified: Artifact = open_artifact(directory)
        run.emit("base", source=source, digest=verified.digest)
    tokenizer = with_template(LanguageTokenizer.from_checkpoint(source))
    files = {path.name: _described(path) for path in _weights(directory)}
    with durable.new_directory(run.path / NAME, manifest={"kind": "base", "format": 1}) as temporary:
        (temporary / "tokenizer").mkdir()
        tokenizer.save(temporary / "tokenizer")
        durable.write_json(temporary / "base.json", {"from": source, "files": files})


def tokenizer(run: Run) -> LanguageTokenizer:
    """The tokenizer that the run's conversations were rendered with. Raises: ArtifactError."""
    return LanguageTokenizer.load(run.path / NAME / "tokenizer")


def digest(run: Run) -> str:
    """Of the starting weights, wherever they stand; empty before they were taken."""
    try:
        files = json.loads((run.path / NAME / "base.json").read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError):  # there is no such stage yet, or it is made again
        return ""
    return hashlib.sha256(json.dumps({name: file["sha256"] for name, file in files.items()}).encode()).hexdigest()


def check(run: Run) -> Path:
    """The directory of the starting model, whose weights are what they were when the run began.

    Raises: RunError where they are not.
    """
    known = run.read_json(f"{NAME}/base.json")
    directory = local_checkpoint(known["from"])
    names = [path.name for path in _weights(directory)]
    changed = sorted(set(names) ^ set(known["files"]))
    for name in [] if changed else names:
        path, was = directory / name, known["files"][name]
        now = path.stat()
        if (now.st_size, now.st_mtime_ns) != (was["bytes"], was["mtime_ns"]) and durable.file_digest(path) != was[
            "sha256"
        ]:
            changed.append(name)
    if changed:
        raise RunError(
            f"the model that this run starts from has changed since: {', '.join(changed)}",
            where=str(directory),
            remedy="Restore it, or give another --out to begin again.",
        )
    return directory


def _weights(directory: Path) -> list[Path]:
    return sorted({path for pattern in _FILES for path in directory.glob(pattern)})


def _described(path: Path) -> dict[str, Any]:
    found = path.stat()
    return {"sha256": durable.file_digest(path), "bytes": found.st_size, "mtime_ns": found.st_mtime_ns}
