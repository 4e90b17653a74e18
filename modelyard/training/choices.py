"""Choices that were measured once on this machine, so that the same recipe makes the same choice again.

Without it two runs of one recipe could take different precisions where both are about as fast, and end with different
weights. Kept in `$XDG_CACHE_HOME/modelyard/choices.json`; deleting the file only means measuring again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch

from modelyard.core import durable
from modelyard.core.errors import RunError


def key_of(description: dict[str, Any]) -> str:
    """What a choice depends on: the description, this processor and this PyTorch."""
    content = json.dumps([description, _processor(), torch.__version__], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def recall(key: str) -> str | None:
    """The choice made before, None where there is none."""
    value = _read().get(key)
    return value if isinstance(value, str) else None


def remember(key: str, choice: str) -> None:
    """Keep a choice for later runs. Of two runs that write at once, one choice may have to be measured again."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    durable.write_json(path, {**_read(), key: choice})


def once(description: dict[str, Any], among: Sequence[str], measure: Callable[[], str]) -> str:
    """The choice made before, else the one that is measured now and kept where that can be written."""
    key = key_of(description)
    known = recall(key)
    if known in among and known is not None:
        return known
    found = measure()
    with contextlib.suppress(OSError, RunError):  # it is only measured again
        remember(key, found)
    return found


def _path() -> Path:
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError as error:  # containers often run programs as a user that has no entry
        raise OSError("this user has no home folder; set XDG_CACHE_HOME") from error
    return Path(base) / "modelyard" / "choices.json"


def _read() -> dict[str, Any]:
    try:
        found = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):  # a cache that is absent, closed or damaged is an empty one
        return {}
    return found if isinstance(found, dict) else {}


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if not cpuinfo.exists():
        return platform.processor()
    lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
