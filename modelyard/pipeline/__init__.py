"""Layer 5: the stages bound together, and the verbs that the command line and Python share.

Each verb's module is imported when the verb is first used: a mistake in a recipe is said before the planner is loaded.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from modelyard.pipeline.auditing import audit
    from modelyard.pipeline.comparing import compare
    from modelyard.pipeline.compressing import compress
    from modelyard.pipeline.directory import AnyRecipe, read_recipe
    from modelyard.pipeline.ensembling import ensemble
    from modelyard.pipeline.evaluating import examine
    from modelyard.pipeline.explaining import explain
    from modelyard.pipeline.exporting import export, verify
    from modelyard.pipeline.files import evaluate, predict
    from modelyard.pipeline.judging_people import collect, judge
    from modelyard.pipeline.launching import follow, launch
    from modelyard.pipeline.planning import plan
    from modelyard.pipeline.running import environment, run
    from modelyard.pipeline.scanning import scan
    from modelyard.pipeline.serving import package, serve
    from modelyard.pipeline.stating import card
    from modelyard.pipeline.trust import decrypt, encrypt, sign
    from modelyard.pipeline.verbs import check, load, merge, new, recipe_schema, runs

_MODULES = {
    "auditing": ("audit",),
    "comparing": ("compare",),
    "compressing": ("compress",),
    "directory": ("AnyRecipe", "read_recipe"),
    "ensembling": ("ensemble",),
    "explaining": ("explain",),
    "evaluating": ("examine",),
    "exporting": ("export", "verify"),
    "files": ("evaluate", "predict"),
    "judging_people": ("collect", "judge"),
    "launching": ("follow", "launch"),
    "planning": ("plan",),
    "running": ("environment", "run"),
    "scanning": ("scan",),
    "serving": ("package", "serve"),
    "stating": ("card",),
    "trust": ("decrypt", "encrypt", "sign"),
    "verbs": ("check", "load", "merge", "new", "recipe_schema", "runs"),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "AnyRecipe",
    "audit",
    "card",
    "check",
    "collect",
    "compare",
    "compress",
    "decrypt",
    "encrypt",
    "ensemble",
    "environment",
    "evaluate",
    "examine",
    "explain",
    "export",
    "follow",
    "judge",
    "launch",
    "load",
    "merge",
    "new",
    "package",
    "plan",
    "predict",
    "read_recipe",
    "recipe_schema",
    "run",
    "runs",
    "scan",
    "serve",
    "sign",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'modelyard.pipeline' has no attribute {name!r}")
    return getattr(importlib.import_module(f"modelyard.pipeline.{_MODULE_OF[name]}"), name)
