"""What a model's folder may hold: the one rule set of loading, of starting from a checkpoint, and of `scan`.

Formats are allowed by list, never searched for what is bad; a configuration must not name code of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from modelyard.core.errors import ArtifactError

# What an artifact may hold: none of these formats can carry code.
ARTIFACT_SUFFIXES = frozenset({".json", ".safetensors", ".onnx", ".md", ".txt"})
# What is read by unpickling, whatever it holds.
PICKLES = frozenset(
    {".bin", ".pt", ".pth", ".pkl", ".ckpt", ".pickle", ".p", ".joblib", ".dill", ".cloudpickle", ".pt2", ".mar"}
)
# Keys of a configuration that make a library import what they name.
CODE_KEYS = frozenset(
    {"auto_map", "custom_pipelines", "trust_remote_code", "_target_", "py/object", "py/reduce", "py/type"}
)
_NOTHING: tuple[Any, ...] = (None, False, {}, [], "")


def code_named(definition: Any) -> Iterator[tuple[str, Any]]:
    """Every key of a configuration, however deep, that names code, with its value."""
    waiting = [definition]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield from ((key, inner) for key, inner in value.items() if key in CODE_KEYS and inner not in _NOTHING)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def refuse_named_code(config: Path) -> None:
    """Raises: ArtifactError where a configuration asks for code of its own: none is ever run."""
    for key, _ in code_named(json.loads(config.read_text(encoding="utf-8"))):
        raise ArtifactError(
            f"a model's configuration must not bring code ({key})",
            where=str(config),
            remedy="Use a model whose definition is in transformers itself.",
        )


def refuse_code(artifact: Path) -> None:
    """Refuse what could bring code, before anything is read: unknown formats, and a configuration that names code.

    Raises: ArtifactError.
    """
    for path in sorted(artifact.rglob("*")):
        if path.is_file() and path.suffix not in ARTIFACT_SUFFIXES:
            raise ArtifactError(
                f"an artifact holds {', '.join(sorted(ARTIFACT_SUFFIXES))} files only: other formats can carry code",
                where=str(path),
                remedy="Remove it, or restore the directory from a copy.",
            )
    if (artifact / "config.json").is_file():
        refuse_named_code(artifact / "config.json")
