"""Modelyard: from a table of your own data to a proven, served model.

The verbs of the command line as Python calls; each is imported when first used, so that `import modelyard` is instant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = [
    "__version__",
    "audit",
    "check",
    "collect",
    "compare",
    "decrypt",
    "encrypt",
    "ensemble",
    "evaluate",
    "explain",
    "judge",
    "load",
    "merge",
    "new",
    "plan",
    "predict",
    "run",
    "runs",
    "scan",
    "serve",
    "sign",
]

if TYPE_CHECKING:
    from modelyard.pipeline import (
        audit,
        check,
        collect,
        compare,
        decrypt,
        encrypt,
        ensemble,
        evaluate,
        explain,
        judge,
        load,
        merge,
        new,
        plan,
        predict,
        run,
        runs,
        scan,
        serve,
        sign,
    )


def __getattr__(name: str) -> Any:
    if name in __all__:
        from modelyard import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'modelyard' has no attribute {name!r}")
