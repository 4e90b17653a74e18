"""A running server, or an artifact, against the golden examples: does it answer as the trained model did?"""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import quote

from modelyard.core import durable
from modelyard.core.artifact import Artifact, open_artifact
from modelyard.core.errors import ArtifactError, RunError
from modelyard.export.parity import Parity, compare
from modelyard.inference import Predictor
from modelyard.inference.golden import Golden

_ROWS = 8  # of a request
_MODELS = "/v1/models/"
_SECONDS = 120
_OTHER = "Is it a Modelyard server?"


def verify_artifact(path: Path) -> Parity:
    """The golden examples of a run or an artifact, answered by the backend that serving would use.

    Raises: ArtifactError for a damaged artifact, and where an answer differs.
    """
    artifact = open_artifact(path)
    model = Predictor.open(artifact)
    golden = Golden.from_json(artifact.json("golden.json"))
    outputs = model.outputs(golden.inputs)
    backend = model.backend.name
    if not (artifact.path / "task.json").is_file():
        raise _no_rows(artifact)
    return compare(
        golden,
        model.task.decode(outputs),
        outputs,
        target=f"artifact, {backend} backend",
        tolerance=golden.tolerance[backend],
        state=artifact.json("task.json"),
    ).require("This model does not answer as it did after training and is not used.")


def verify(url: str, examples: Path | None, *, runs: Path) -> Parity:
    """The golden examples of `examples` (else of the run under `runs` that the server says it serves), over HTTP.

    Of a server of several models `url` names one: `http://.../v1/models/NAME`; otherwise it is the first one.
    The first of MODELYARD_API_KEYS is sent, where there is one.
    Raises: RunError where the server cannot be asked or no run is the one it serves, ArtifactError where it answers
    otherwise.
    """
    base = url.rstrip("/")
    named = base if _MODELS in base else None
    described = _ask(named or f"{base}/v1/model", None)
    about = described.get("model", {})
    if named is None and len(described.get("models", ())) > 1:
        named = f"{base}{_MODELS}{quote(str(about.get('name', '')), safe='')}"
    asked = f"{named}/predict" if named else f"{base}/v1/predict"
    artifact = _served(runs, str(about.get("digest", "")), base) if examples is None else open_artifact(examples)
    golden = Golden.from_json(artifact.json("golden.json"))
    if not (artifact.path / "task.json").is_file() or not {"label", "value"} & golden.answers[0].keys():
        raise _no_rows(artifact)
    rows = [{name: values[i] for name, values in golden.inputs.items()} for i in range(len(golden))]
    answers: list[Any] = []
    for start in range(0, len(rows), _ROWS):
        answers += _ask(asked, {"inputs": rows[start : start + _ROWS]})["predictions"]
    return compare(
        golden,
        answers,
        None,
        target=base,
        tolerance=max(golden.tolerance[name] for name in artifact.manifest.get("backends", ("onnx", "torch"))),
        state=artifact.json("task.json"),
    ).require("This server does not answer as the trained model did: take it out of service.")


def _served(runs: Path, digest: str, url: str) -> Artifact:
    """The artifact with the digest that a server states."""
    for manifest in sorted(runs.glob(f"**/{durable.MANIFEST}")) if runs.is_dir() and digest else []:
        if durable.file_digest(manifest) == digest:
            return open_artifact(manifest.parent)
    raise RunError(
        f"no run under {runs} is the one that this server serves",
        where=url,
        got=digest[:12] or "no digest",
        remedy="Name it: --examples RUN.",
    )


def _ask(url: str, body: dict[str, Any] | None) -> dict[str, Any]:
    """The JSON object that a server answers."""
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    key = os.environ.get("MODELYARD_API_KEYS", "").replace(",", " ").split()
    if key:
        headers["Authorization"] = f"Bearer {key[0]}"
    data = None if body is None else json.dumps(body).encode("utf-8")
    request = urllib.request.Request(url, data=data, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            content = json.loads(answer.read())
    except urllib.error.HTTPError as error:
        said = error.read(2000).decode("utf-8", "replace")
        raise RunError(f"the server answers {error.code}", where=url, got=said, remedy=_OTHER) from error
    except (OSError, ValueError) as error:
        raise RunError(f"the server cannot be asked ({error})", where=url, remedy="Is it running?") from error
    if not isinstance(content, dict):
        raise RunError("the server answers something else than an object", where=url, remedy=_OTHER)
    return content


def _no_rows(artifact: Artifact) -> ArtifactError:
    return ArtifactError(
        "only answers to rows (a label or a value) are verified here",
        where=str(artifact.path),
        got=artifact.task,
        remedy="Opening it replays its golden examples: modelyard serve does so at start.",
    )
