"""An export's runner in a process of its own, which can import neither Modelyard nor what it has no need of."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import ArtifactError, MissingExtra

_SECONDS = 600
_HEAVY = ("modelyard", "torch", "transformers", "sklearn", "lightgbm", "pyarrow", "pydantic", "fastapi")
# torch and transformers look themselves for what else is there.
_HIDDEN = {
    "torch-export": ("modelyard", "transformers"),
    "executorch": ("modelyard", "transformers"),
    "huggingface": ("modelyard",),
}
_EXTRA = {
    "openvino": "openvino",
    "torch": "train",
    "transformers": "train",
    "onnxruntime": "all",
    "executorch": "executorch",
}
# Reads rows as JSON, answers them one by one through run.py, and writes outputs and answers. A module that is hidden is
# reported as one that is not installed, as it will be where the export runs.
_PROGRAM = """
import importlib.util, json, sys
hidden, place, rows = json.loads(sys.stdin.read())
class Hide:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in hidden:
            raise ModuleNotFoundError(f"{name} is hidden from an export", name=name)
sys.meta_path.insert(0, Hide())
spec = importlib.util.spec_from_file_location("run", place)
run = importlib.util.module_from_spec(spec)
try:
    spec.loader.exec_module(run)
except ModuleNotFoundError as error:
    print(json.dumps({"missing": error.name}))
    raise SystemExit(0)
found = [run.run([row]) for row in rows]
print(json.dumps({"outputs": [each[0].tolist() for each in found], "answers": [run.decode(each)[0] for each in found]}))
"""


def answer(
    directory: Path, rows: Sequence[dict[str, Any]], *, form: str, environment: Mapping[str, str] | None = None
) -> tuple[NDArray[np.float64], list[dict[str, Any]]]:
    """The outputs [N, O] and answers of `directory`/run.py, asked row by row.

    `environment` is added to this process's own.
    Raises: ArtifactError with what the runner said where it fails, MissingExtra where its library is not installed.
    """
    hidden = _HIDDEN.get(form, _HEAVY)
    try:
        done = _run(directory, json.dumps([hidden, str(directory.resolve() / "run.py"), list(rows)]), environment or {})
    except subprocess.TimeoutExpired as error:
        raise ArtifactError(
            f"the export's runner has not answered {len(rows)} rows within {_SECONDS} s",
            where=str(directory / "run.py"),
            remedy="Export a smaller model, or on a machine with less to do.",
        ) from error
    last = done.stdout.strip().rpartition("\n")[2]
    try:
        content = json.loads(last) if done.returncode == 0 else {}
    except ValueError:
        content = {}
    if "missing" in content:
        name = str(content["missing"]).partition(".")[0]
        if name in hidden:
            raise ArtifactError(f"the export would need {name}, which it promises not to", where=str(directory))
        raise MissingExtra(_EXTRA.get(name, "all"), needed_for=f"running an export as {form}", module=name)
    if "outputs" not in content:
        raise ArtifactError(
            "the export's runner fails",
            where=str(directory / "run.py"),
            got=(done.stderr.strip().splitlines() or ["nothing written"])[-1],
            remedy="Export again; this one is not used.",
        )
    return np.array(content["outputs"], dtype=np.float64), content["answers"]


def _run(directory: Path, asked: str, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        # Nothing is written to the folder, and no compiled file that stands in it is run in the place of its source.
        [sys.executable, "-I", "-B", "-X", f"pycache_prefix={directory.resolve() / '.none'}", "-c", _PROGRAM],
        input=asked,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
