"""A trained model that answers: its task's encoding, a backend, its task's decoding."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable, registry
from modelyard.core.allowed import refuse_code
from modelyard.core.artifact import Artifact, open_artifact
from modelyard.core.errors import ArtifactError
from modelyard.core.schema import Rows, Schema, row_count
from modelyard.inference import greedy
from modelyard.inference.backends import Backend, open_backend
from modelyard.inference.golden import Golden, compare_answers, compare_outputs
from modelyard.inference.members import open_members
from modelyard.inference.rows import as_columns
from modelyard.models import ensemble

BackendName = Literal["auto", "numpy", "onnx", "torch"]
# Rows that are encoded at once: bounds the memory of a large file.
CHUNK_ROWS = 8192


class Predictor:
    """Answers rows. `largest_difference` is how far the golden examples were off when they were replayed, else None."""

    def __init__(self, artifact: Artifact, task: Any, backend: Backend) -> None:
        self.artifact = artifact
        self.schema: Schema = artifact.schema
        self.task = task
        self.backend = backend
        self.largest_difference: float | None = None

    @classmethod
    def load(
        cls, path: Path | str, *, backend: str = "auto", verify: bool = True, threads: int | None = None
    ) -> Predictor:
        """Open a run directory, an artifact, or (with `verify=False`) a candidate under `models/`.

        Verifying checks every digest before anything else is read, and replays the golden examples.
        Raises: ArtifactError where there is no model, where it is damaged, or where it answers otherwise than recorded.
        """
        artifact = open_artifact(Path(path)) if verify else _unverified(Path(path))
        predictor = cls.open(artifact, backend=backend, threads=threads)
        if verify:
            predictor.replay()
        return predictor

    @classmethod
    def open(cls, artifact: Artifact, *, backend: str = "auto", threads: int | None = None) -> Predictor:
        """Assemble the task and the backend of a directory, without replaying its golden examples."""
        refuse_code(artifact.path)
        module = registry.load("tasks", artifact.task, field="task", where=str(artifact.path))
        task = module.Task.load(artifact.path)
        if artifact.family == ensemble.FAMILY:
            return cls(artifact, task, open_members(backend, artifact.path, task, threads))
        engine = open_backend(
            backend,
            artifact.path,
            family=artifact.family,
            spec=task.features,
            outputs=task.outputs,
            threads=threads,
        )
        return cls(artifact, task, engine)

    def outputs(self, rows: Rows | Sequence[Mapping[str, Any]]) -> NDArray[np.float64]:
        """Raw outputs [N, O] in the order of `rows`; neither checked nor decoded."""
        columns = as_columns(rows, self.schema)
        count = row_count(columns)
        parts = [
            # A row of several sequences (a pair of answers) has all their outputs.
            self.backend(self.task.encode({n: values[i : i + CHUNK_ROWS] for n, values in columns.items()})).reshape(
                -1, self.task.outputs
            )
            for i in range(0, count, CHUNK_ROWS)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, self.task.outputs))

    def predict(self, rows: Rows | Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """One answer a row. Raises: RequestError naming `inputs[i].field` where a row does not fit the schema."""
        columns = as_columns(rows, self.schema)
        if not row_count(columns):
            return []
        self.task.check(columns)
        answers: list[dict[str, Any]] = self.task.decode(self.outputs(columns))
        return answers

    def replay(self) -> float:
        """Answer the golden examples again; the largest difference from what was recorded, relative to max(1, |it|).

        Raises: ArtifactError where there are none, or naming the example that differs.
        """
        if not (self.artifact.path / "golden.json").is_file():
            raise ArtifactError(
                "there are no golden examples to verify this model with",
                where=str(self.artifact.path),
                remedy="Open the artifact of a finished run; a candidate opens with verify=False.",
            )
        golden = Golden.from_json(self.artifact.json("golden.json"))
        difference = compare_outputs(golden, self.outputs(golden.inputs), backend=self.backend.name)
        compare_answers(golden, self.task.decode(golden.outputs))
        if golden.greedy:
            difference = max(difference, greedy.compare(golden, self.backend.model))  # type: ignore[attr-defined]
        self.largest_difference = difference
        return self.largest_difference


def _unverified(path: Path) -> Artifact:
    directory = path / "artifact" if (path / "artifact").is_dir() else path
    manifest = directory / durable.MANIFEST
    try:
        content = json.loads(manifest.read_text(encoding="utf-8"))
        digest = durable.file_digest(manifest)
    except (OSError, ValueError) as error:
        raise ArtifactError(
            "there is no finished model here", where=str(path), remedy="Give a run directory; see: modelyard runs"
        ) from error
    return Artifact(path=directory, manifest=content, digest=digest)
