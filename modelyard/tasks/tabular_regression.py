"""`tabular-regression`: one number for a row of a table."""

from __future__ import annotations

from modelyard.core.schema import Column, Rows, Schema
from modelyard.tasks import _objective, _table
from modelyard.tasks._supervised import Supervised
from modelyard.tasks._values import Values


class Task(Supervised):
    """A fitted regression over table rows: what comes before the model and what comes after it."""

    name = "tabular-regression"
    sort = "table"
    metrics = "regression"
    losses = _objective.REGRESSION
    cheap = "trees"
    candidates = ("linear", "mlp")
    input_side = _table.Table
    answer_side = Values

    @classmethod
    def tiny(cls) -> tuple[Rows, Schema]:
        """A few rows for the contract tests."""
        rows, columns = _table.tiny()
        price = [3.0 * (i % 8) + (i % 3) for i in range(len(rows["size"]))]
        return {**rows, "price": price}, Schema(inputs=columns, target=Column(name="price", kind="number", example=3.0))
