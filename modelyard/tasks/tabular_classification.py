"""`tabular-classification`: one label for a row of a table."""

from __future__ import annotations

from modelyard.core.schema import Column, Rows, Schema
from modelyard.tasks import _objective, _table
from modelyard.tasks._classes import Classes
from modelyard.tasks._supervised import Supervised


class Task(Supervised):
    """A fitted classifier of table rows: what comes before the model and what comes after it."""

    name = "tabular-classification"
    sort = "table"
    metrics = "classification"
    losses = _objective.CLASSIFICATION
    cheap = "trees"
    candidates = ("linear", "mlp")
    input_side = _table.Table
    answer_side = Classes

    @classmethod
    def tiny(cls) -> tuple[Rows, Schema]:
        """A few rows for the contract tests."""
        rows, columns = _table.tiny()
        label = [("small", "middle", "large")[min(2, i % 8 // 3)] for i in range(len(rows["size"]))]
        target = Column(name="label", kind="category", values=("small", "middle", "large"), example="small")
        return {**rows, "label": label}, Schema(inputs=columns, target=target)
