"""What `modelyard list` prints: read from the folders, so that a new file is listed at once."""

from __future__ import annotations

import ast
import importlib
import importlib.util
from pathlib import Path

from modelyard.core import registry
from modelyard.core.errors import RecipeError

KINDS = ("tasks", "models", "metrics")


def lines(kind: str) -> list[str]:
    """One line a plug-in: its name and its module's first sentence; for metrics, the figures each module gives.

    Raises: RecipeError for an unknown kind.
    """
    if kind not in KINDS:
        raise RecipeError("list knows tasks, models and metrics", where="command line", got=kind)
    if kind == "metrics":
        return [
            f"{metric:<24} {name}"
            for name in registry.names(kind)
            for metric in getattr(importlib.import_module(f"modelyard.metrics.{name.replace('-', '_')}"), "METRICS", {})
        ]
    return [f"{name:<24} {_first_sentence(kind, name)}" for name in registry.names(kind) if _is_plugin(kind, name)]


def _source(kind: str, name: str) -> ast.Module:
    spec = importlib.util.find_spec(f"modelyard.{kind}.{name.replace('-', '_')}")
    assert spec is not None and spec.origin is not None
    return ast.parse(Path(spec.origin).read_text(encoding="utf-8"))


def _first_sentence(kind: str, name: str) -> str:
    # Read, not imported: a family may need torch, and a list should answer at once.
    sentence = (ast.get_docstring(_source(kind, name)) or "").strip().partition("\n")[0]
    return sentence.removeprefix(f"`{name}`: ")


def _is_plugin(kind: str, name: str) -> bool:
    """A task defines `Task`, a family `Config`; other modules of the folder are their helpers."""
    wanted = {"tasks": "Task", "models": "Config"}[kind]
    return any(isinstance(node, ast.ClassDef) and node.name == wanted for node in _source(kind, name).body)
