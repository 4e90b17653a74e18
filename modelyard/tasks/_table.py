"""The input side of every task over table rows: the columns' transform, the schema of a request, its check."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import registry
from modelyard.core.errors import RecipeError, RequestError
from modelyard.core.recipe import DenseConfig, Section
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data import values
from modelyard.data.features import parts
from modelyard.data.features.columns import TableColumns

_NUMBER_PATTERN = r"^\s*([+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?)?\s*$"
_EXPECTED = {
    "number": ("a number", "For example: 12.5, or null where it is not known."),
    "category": ("a text, a number or a boolean", 'For example: "red", or null where it is not known.'),
    "text": ("a text", 'For example: "a few words", or null where there is none.'),
}


@dataclass(frozen=True, slots=True)
class Table:
    """The fitted transform of a table's input columns, and their schema."""

    schema: Schema
    transform: TableColumns

    @classmethod
    def fit(cls, rows: Rows, schema: Schema, *, family: str, config: Section) -> Table:
        """Learn the transform for the family's kind of features.

        Raises: RecipeError where the family does not read tables.
        """
        kind = registry.load("models", family, field="model.family").FEATURES.get("table")
        scale = config.scale if isinstance(config, DenseConfig) else "standard"
        if kind not in ("dense", "columns"):
            raise RecipeError(
                "this model family does not read tables", where="model.family", got=family, remedy="Use trees or mlp."
            )
        return cls(schema, TableColumns.fit(rows, schema, kind=kind, scale=scale))

    @classmethod
    def load(cls, schema: Schema, kind: str, directory: Path) -> Table:
        """Open the transform; its own file says of which kind it is."""
        return cls(schema, TableColumns.load(directory))

    def encode(self, rows: Rows) -> NDArray[Any]:
        """The features of each row."""
        return self.transform.encode(rows)

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input. Every field may be missing: a missing value is handled as training handled it."""
        columns = zip(self.schema.inputs, self.transform.fitted, strict=True)
        properties = {column.name: _property(column, fitted.date_format, fitted.size) for column, fitted in columns}
        return {"type": "object", "properties": properties, "additionalProperties": False}

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that cannot be read as its column's kind."""
        for column, fitted in zip(self.schema.inputs, self.transform.fitted, strict=True):
            for i, cell in enumerate(rows[column.name]):
                if cell is None or (column.kind != "vector" and isinstance(cell, str) and not cell.strip()):
                    continue
                expected = _fault(column, fitted.date_format, fitted.size, cell)
                if expected:
                    raise RequestError(
                        f"this field must be {expected[0]}",
                        where=f"inputs[{i}].{column.name}",
                        got=cell,
                        remedy=expected[1],
                    )


def tiny(count: int = 32) -> tuple[dict[str, list[Any]], tuple[Column, ...]]:
    """Rows and columns for the contract tests: every kind, with missing values."""
    rows: dict[str, list[Any]] = {
        "size": [None if i == 5 else round(0.37 * (i % 8) - 1, 2) for i in range(count)],
        "colour": [None if i == 7 else ("red", "green", "蓝")[i % 3] for i in range(count)],
        "day": [f"2024-{1 + i % 12:02d}-{1 + i % 28:02d}" for i in range(count)],
        "pixels": [[(i * 7 + j) % 5 for j in range(4)] for i in range(count)],
    }
    columns = (
        Column(name="size", kind="number", low=-1.0, high=1.59, example=0.5),
        Column(name="colour", kind="category", values=("red", "green", "蓝"), example="red"),
        Column(name="day", kind="date", example="2024-03-01"),
        Column(name="pixels", kind="vector", shape=(4,), example=[0, 1, 2, 3]),
    )
    return rows, columns


def _fault(column: Column, date_format: str, size: int, cell: Any) -> tuple[str, str] | None:
    """What the cell should have been, and a remedy; None where it can be read."""
    if column.kind == "number":
        return None if values.number(cell) is not None or _is_nan(cell) else _EXPECTED["number"]
    if column.kind == "date":
        if values.date(cell, date_format) is not None:
            return None
        return f"a date ({date_format})", f"For example: {column.example or '2024-03-01'!r}."
    if column.kind == "vector":
        row = parts.vector(cell)
        if row is not None and row.size == size and bool(np.isfinite(row).all()):
            return None
        return f"a list of {size} numbers", "Check its length: it is that of the training rows."
    if column.kind == "text":
        return None if isinstance(cell, str) else _EXPECTED["text"]
    return _EXPECTED["category"] if isinstance(cell, (list, tuple, dict, set, bytes)) else None


def _is_nan(cell: Any) -> bool:
    return isinstance(cell, (float, np.floating)) and bool(np.isnan(cell))


def _property(column: Column, date_format: str, size: int) -> dict[str, Any]:
    examples = {"examples": [column.example]} if column.example is not None else {}
    named: dict[str, Any] = {"title": column.name, **examples}
    if column.kind == "number":
        seen = f"From {column.low:g} to {column.high:g} in training." if None not in (column.low, column.high) else ""
        return {
            **named,
            "type": ["number", "string", "boolean", "null"],
            "pattern": _NUMBER_PATTERN,
            "description": seen,
        }
    if column.kind == "category":
        shown = ", ".join(column.values[:20])
        return {
            **named,
            "type": ["string", "number", "boolean", "null"],
            "description": f"In training: {shown}{', ...' if len(column.values) > 20 else ''}",
        }
    if column.kind == "vector":
        flat = _list_of({"type": "number"}, size)
        if len(column.shape) < 2:
            return {**named, **flat, "type": ["array", "null"]}
        nested: dict[str, Any] = {"type": "number"}
        for length in reversed(column.shape):
            nested = _list_of(nested, length)
        return {**named, "anyOf": [nested, flat, {"type": "null"}]}
    if column.kind == "date":
        return {**named, "type": ["string", "null"], "description": f"A date ({date_format})."}
    return {**named, "type": ["string", "null"]}


def _list_of(items: dict[str, Any], length: int) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": length, "maxItems": length}
