"""`tabular-regression`: one number for a row of a table."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import FeatureSpec
from modelyard.core.recipe import DenseConfig, Section, Train
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data.features.labels import TargetScale
from modelyard.tasks import _objective, _table
from modelyard.tasks._table import Table

if TYPE_CHECKING:
    from torch import Tensor, nn


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A fitted regression over table rows: what comes before the model and what comes after it.

    The model sees the target at mean 0 and deviation 1 (unchanged with `scale: none`).
    """

    name: ClassVar[str] = "tabular-regression"
    sort: ClassVar[str] = "table"
    metrics: ClassVar[str] = "regression"
    cheap: ClassVar[str] = "trees"
    candidates: ClassVar[tuple[str, ...]] = ("linear", "mlp")

    table: Table
    target_scale: TargetScale
    loss_name: str

    @classmethod
    def fit(
        cls, rows: Rows, schema: Schema, *, family: str, config: Section, seed: int = 0, train: Train | None = None
    ) -> Task:
        """Learn the target's scale and the columns' transform. Nothing here is random: `seed` is not used."""
        table = Table.fit(rows, schema, family=family, config=config)
        scale = TargetScale.fit(rows[table.target.name], table.target.name)
        if isinstance(config, DenseConfig) and config.scale == "none":
            scale = TargetScale(0.0, 1.0)
        name = _objective.choose(train or Train(), _objective.REGRESSION, 1)
        return cls(table=table, target_scale=scale, loss_name=name)

    @property
    def features(self) -> FeatureSpec:
        """What a model must know of the features."""
        return self.table.transform.spec

    @property
    def outputs(self) -> int:
        """One value."""
        return 1

    @property
    def labels(self) -> tuple[str, ...]:
        """None: a number has no classes."""
        return ()

    def encode(self, rows: Rows) -> NDArray[Any]:
        """The features of each row."""
        return self.table.encode(rows)

    def encode_targets(self, rows: Rows) -> NDArray[np.float64]:
        """The scaled target of each row. Raises: DataError naming a row that holds no number."""
        return self.target_scale.encode(rows[self.table.target.name], self.table.target.name)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """The loss summed over the batch, and the count to divide by."""
        return _objective.evaluate(self.loss_name, 0.0, model, batch)

    def calibrated(self, outputs: NDArray[np.float64], targets: NDArray[np.float64]) -> Task:
        """This task as it is: values have no temperature."""
        return self

    def probabilities(self, outputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Values [N] in the target's own unit."""
        return self.target_scale.decode(np.asarray(outputs, dtype=np.float64)[:, 0])

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """`{"value": ...}` of each row."""
        return [{"value": value} for value in self.probabilities(outputs).tolist()]

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input."""
        return self.table.request_schema()

    def answer_schema(self) -> dict[str, Any]:
        """JSON schema of one answer."""
        value = {"type": "number", "description": f"The predicted {self.table.target.name}."}
        return {"type": "object", "required": ["value"], "properties": {"value": value}}

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that cannot be read."""
        self.table.check(rows)

    def save(self, directory: Path) -> None:
        """Write `task.json` and the transform's files."""
        state = {"task": self.name, "target_scale": asdict(self.target_scale), "loss": self.loss_name}
        self.table.save(directory, state)

    @classmethod
    def load(cls, directory: Path) -> Task:
        """The inverse of `save`."""
        table, state = Table.load(directory)
        return cls(table=table, target_scale=TargetScale(**state["target_scale"]), loss_name=state["loss"])

    @classmethod
    def tiny(cls) -> tuple[Rows, Schema]:
        """A few rows for the contract tests."""
        rows, columns = _table.tiny()
        price = [3.0 * (i % 8) + (i % 3) for i in range(len(rows["size"]))]
        return {**rows, "price": price}, Schema(inputs=columns, target=Column(name="price", kind="number", example=3.0))
