"""Which backend writes a decoder's texts fastest on this machine, of those that answer as the trained model did.

Measured once for an artifact, this machine and these libraries, and kept in
`$XDG_CACHE_HOME/modelyard/backends.json`: a later start loads the chosen one alone. Deleting the file only means
measuring again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import logging
import os
import platform
import time
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np

from modelyard.core import durable
from modelyard.core.artifact import Artifact
from modelyard.core.errors import ArtifactError
from modelyard.inference import decoding, placement
from modelyard.inference.predictor import Predictor

_LOG = logging.getLogger("modelyard.inference")
_ROUNDS, _STEPS, _PROMPT = 3, 8, 16
_LIBRARIES = {"onnx": "onnxruntime", "torch": "torch"}


def candidates(artifact: Artifact) -> list[str]:
    """The backends that an artifact of a decoder could be opened with here."""
    found = ["onnx"] if (artifact.path / "model.onnx").is_file() else []
    if (artifact.path / "model.safetensors").is_file() and importlib.util.find_spec("torch") is not None:
        found.append("torch")
    return found


def open_fastest(artifact: Artifact, *, threads: int | None) -> Predictor:
    """The verified artifact, opened with the fastest backend whose replay of the golden examples passes.

    Raises: ArtifactError where none passes.
    """
    names = candidates(artifact)
    key = _key(artifact, names, threads)
    known = _read().get(key)
    if known in names:
        names = [known]
    opened: dict[str, Predictor] = {}
    refusals: list[ArtifactError] = []
    for name in names:
        predictor = Predictor.open(artifact, backend=name, threads=threads)
        try:
            predictor.replay()
        except ArtifactError as error:
            _LOG.warning("the %s backend is left out: %s", name, error)
            refusals.append(error)
        else:
            opened[name] = predictor
    if not opened:
        raise refusals[0]
    if len(opened) == 1:
        return next(iter(opened.values()))
    seconds = measure(opened)
    chosen = min(seconds, key=lambda name: seconds[name])
    rates = ", ".join(f"{name} {1 / taken:,.0f}" for name, taken in seconds.items())
    _LOG.info("tokens a second of one text: %s; %s is taken", rates, chosen)
    _remember(key, chosen)
    return opened[chosen]


def measure(opened: Mapping[str, Predictor]) -> dict[str, float]:
    """Seconds a token of one text, the median; the backends take turns, so that all meet the same load."""
    taken: dict[str, list[float]] = {name: [] for name in opened}
    for _ in range(_ROUNDS):
        for name, predictor in opened.items():
            model: Any = predictor.backend.model  # type: ignore[attr-defined]
            session = decoding.start(model, [[0] * min(_PROMPT, predictor.task.context - 1)], _PROMPT + _STEPS + 1)
            for _ in range(min(_STEPS, predictor.task.context - _PROMPT)):
                started = time.perf_counter()
                session.step([int(session.logits[0].argmax())])
                taken[name].append(time.perf_counter() - started)
    return {name: float(np.median(times)) if times else 0.0 for name, times in taken.items()}


def _key(artifact: Artifact, names: list[str], threads: int | None) -> str:
    versions = {name: metadata.version(_LIBRARIES[name]) for name in names}
    machine = [os.cpu_count(), _processor(), *(["gpu"] if placement.has_driver() else [])]
    content = json.dumps([artifact.digest, versions, threads, *machine], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines() if cpuinfo.exists() else []
    return next((line for line in lines if line.startswith("model name")), platform.processor())


def _path() -> Path | None:
    """None for a user without a home folder, for whom every start measures."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "modelyard" / "backends.json"
    except RuntimeError:
        return None


def _read() -> dict[str, Any]:
    path = _path()
    try:
        found = json.loads(path.read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError):  # a cache that is absent, closed or damaged is an empty one
        return {}
    return found if isinstance(found, dict) else {}


def _remember(key: str, chosen: str) -> None:
    path = _path()
    if path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        durable.write_json(path, {**_read(), key: chosen})
    except OSError as error:  # a container's root may be read-only: every start then measures
        _LOG.info("the choice is not kept: %s", error)
