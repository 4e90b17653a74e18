"""The input side of an ensemble: every member reads the rows in its own way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modelyard.core import registry
from modelyard.core.allowed import refuse_code
from modelyard.core.errors import ArtifactError
from modelyard.core.features import FeatureKind, Features, FeatureSpec, Several
from modelyard.core.schema import Rows, Schema
from modelyard.models import ensemble

KIND: FeatureKind = "members"


@dataclass(frozen=True, slots=True)
class _Together:
    """Stands where others have a fitted transform: the members have theirs."""

    spec: FeatureSpec

    def save(self, directory: Path) -> None:
        """Nothing: the members are whole artifacts, which stand in `directory` already."""


@dataclass(frozen=True, slots=True)
class Members:
    """The members' tasks, in their order, and the schema that they share."""

    schema: Schema
    tasks: tuple[Any, ...]

    @classmethod
    def load(cls, schema: Schema, task: str, directory: Path) -> Members:
        """The members of the artifact in `directory`. Raises: ArtifactError for one that does not belong there."""
        found = []
        for member in ensemble.read(directory):
            folder = directory / member.folder
            refuse_code(folder)
            name = ensemble.manifest_of(folder)["task"]
            if name != task:
                raise ArtifactError(
                    f"every member of an ensemble answers its task, {task}", where=str(folder), got=name
                )
            found.append(registry.load("tasks", name, field="task", where=str(folder)).Task.load(folder))
        return cls(schema, tuple(found))

    @property
    def transform(self) -> _Together:
        """What says of which kind the features are."""
        return _Together(FeatureSpec(kind=KIND, width=len(self.tasks)))

    def encode(self, rows: Rows) -> Features:
        """The rows as each member reads them."""
        return Several(tuple(task.encode(rows) for task in self.tasks))

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input: the members learnt from the same columns."""
        return dict(self.tasks[0].request_schema())

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that a member cannot read."""
        for task in self.tasks:
            task.check(rows)
