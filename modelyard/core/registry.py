"""The plug-in rule: a name is a module.

`text-classification` is `modelyard.tasks.text_classification`; a dotted name (`mycorp.triage`) is that module.
"""

from __future__ import annotations

import difflib
import importlib
import importlib.util
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from modelyard.core.errors import MissingExtra, RecipeError

# The extra that brings a missing third-party module, for the error that names it.
EXTRA_OF_MODULE = {
    "torch": "train",
    "transformers": "train",
    "sklearn": "train",
    "scipy": "train",
    "lightgbm": "train",
    "onnx": "train",
    "onnxscript": "train",
    "datasets": "hf",
    "s3fs": "s3",
    "gcsfs": "gcs",
    "adbc_driver_postgresql": "sql",
    "adbc_driver_sqlite": "sql",
    "python_calamine": "xlsx",
    "pyarrow": "train",
    "peft": "peft",
    "bitsandbytes": "quantised",
    "llguidance": "constrain",
    "lm_eval": "harness",
    "opentelemetry": "otel",
    "openvino": "openvino",
    "gguf": "gguf",
    "executorch": "executorch",
    "fairlearn": "fairness",
    "cryptography": "security",
    "opacus": "privacy",
    "opencc": "metrics",
    "rapidfuzz": "metrics",
    "sacrebleu": "metrics",
}


_UNTRAINED = ("ensemble",)  # families that no recipe trains: not offered


def names(kind: str) -> list[str]:
    """The plug-ins of one kind (`tasks`, `models`, `metrics`), read from the folder."""
    package = importlib.import_module(f"modelyard.{kind}")
    return sorted(
        info.name.replace("_", "-") for info in pkgutil.iter_modules(package.__path__) if not info.name.startswith("_")
    )


def load(kind: str, name: str, *, field: str, where: str = "") -> ModuleType:
    """Import the module that `name` stands for.

    Raises: RecipeError for an unknown name (with the nearest known one), MissingExtra where the module exists
    but a library it imports does not.
    """
    path = name if "." in name else f"modelyard.{kind}.{name.replace('-', '_')}"
    known = names(kind)
    if "." not in name and name not in known:
        known = [one for one in known if one not in _UNTRAINED]
        near = difflib.get_close_matches(name, known, n=1)
        others = "; or auto, or {from: a checkpoint}" if kind == "models" else ""
        remedy = f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(known)}{others}."
        raise RecipeError(f"{field} is not a known name", where=where, got=name, remedy=remedy)
    try:
        return importlib.import_module(path)
    except ModuleNotFoundError as error:
        missing = error.name or ""
        if missing and path.startswith(missing):
            raise RecipeError(
                f"{field} names a module that cannot be imported",
                where=where,
                got=name,
                remedy=f"Put {missing!r} on PYTHONPATH, or use one of: {', '.join(known)}.",
            ) from error
        raise missing_extra(missing, needed_for=f"{field}: {name}") from error


@contextmanager
def needing(what: str) -> Iterator[None]:
    """Imports in this block are of optional libraries that `what` needs. Raises: MissingExtra where one is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise missing_extra(error.name or "", needed_for=what) from error


def missing_extra(module: str, *, needed_for: str) -> MissingExtra:
    """The error for a third-party module that is not installed."""
    top = module.partition(".")[0]
    return MissingExtra(EXTRA_OF_MODULE.get(top, "all"), needed_for=needed_for, module=top)
