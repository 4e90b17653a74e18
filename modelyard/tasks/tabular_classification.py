"""`tabular-classification`: one label for a row of a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import FeatureSpec
from modelyard.core.recipe import Section, Train
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data.features.labels import Labels
from modelyard.metrics.calibration import fit_temperature
from modelyard.tasks import _classes, _objective, _table
from modelyard.tasks._table import Table

if TYPE_CHECKING:
    from torch import Tensor, nn


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A fitted classifier of table rows: what comes before the model and what comes after it."""

    name: ClassVar[str] = "tabular-classification"
    sort: ClassVar[str] = "table"
    metrics: ClassVar[str] = "classification"
    cheap: ClassVar[str] = "trees"
    candidates: ClassVar[tuple[str, ...]] = ("linear", "mlp")

    table: Table
    classes: Labels
    loss_name: str
    label_smoothing: float
    temperature: float = 1.0

    @classmethod
    def fit(
        cls, rows: Rows, schema: Schema, *, family: str, config: Section, seed: int = 0, train: Train | None = None
    ) -> Task:
        """Learn the labels and the columns' transform. Nothing here is random: `seed` is not used."""
        table = Table.fit(rows, schema, family=family, config=config)
        classes = Labels.fit(rows[table.target.name], table.target.name)
        train = train or Train()
        return cls(
            table=table,
            classes=classes,
            loss_name=_objective.choose(train, _objective.CLASSIFICATION, len(classes.names)),
            label_smoothing=train.label_smoothing,
        )

    @property
    def features(self) -> FeatureSpec:
        """What a model must know of the features."""
        return self.table.transform.spec

    @property
    def outputs(self) -> int:
        """The number of logits: one a class."""
        return len(self.classes.names)

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes' names, by code."""
        return self.classes.names

    def encode(self, rows: Rows) -> NDArray[Any]:
        """The features of each row."""
        return self.table.encode(rows)

    def encode_targets(self, rows: Rows) -> NDArray[np.int64]:
        """The class of each row. Raises: DataError naming a row with an unknown label."""
        return self.classes.encode(rows[self.table.target.name], self.table.target.name)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """The loss summed over the batch, and the count to divide by."""
        return _objective.evaluate(self.loss_name, self.label_smoothing, model, batch)

    def calibrated(self, outputs: NDArray[np.float64], targets: NDArray[np.int64]) -> Task:
        """This task with the temperature that suits the validation outputs."""
        return replace(self, temperature=fit_temperature(outputs, targets))

    def probabilities(self, outputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Calibrated probabilities [N, C]."""
        return _classes.softmax(outputs, self.temperature)

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """`{"label": ..., "scores": {label: probability}}` of each row."""
        return _classes.answers(self.probabilities(outputs), self.labels)

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input."""
        return self.table.request_schema()

    def answer_schema(self) -> dict[str, Any]:
        """JSON schema of one answer."""
        return _classes.answer_schema(self.labels)

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that cannot be read."""
        self.table.check(rows)

    def save(self, directory: Path) -> None:
        """Write `task.json` and the transform's files."""
        state = {
            "task": self.name,
            "labels": list(self.labels),
            "loss": self.loss_name,
            "label_smoothing": self.label_smoothing,
            "temperature": self.temperature,
        }
        self.table.save(directory, state)

    @classmethod
    def load(cls, directory: Path) -> Task:
        """The inverse of `save`."""
        table, state = Table.load(directory)
        return cls(
            table=table,
            classes=Labels(tuple(state["labels"])),
            loss_name=state["loss"],
            label_smoothing=state["label_smoothing"],
            temperature=state["temperature"],
        )

    @classmethod
    def tiny(cls) -> tuple[Rows, Schema]:
        """A few rows for the contract tests."""
        rows, columns = _table.tiny()
        label = [("small", "middle", "large")[min(2, i % 8 // 3)] for i in range(len(rows["size"]))]
        target = Column(name="label", kind="category", values=("small", "middle", "large"), example="small")
        return {**rows, "label": label}, Schema(inputs=columns, target=target)
