"""What goes into a model and what comes out: columns, their kinds, and the schema of a request and an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

# Rows travel by column: {"age": [39, 50], "job": ["clerk", None]}. A missing value is None.
# Training, `predict` and the server hand the same shape to the same code.
Rows = Mapping[str, Sequence[Any]]

# `messages` is a conversation: a list of {"role": ..., "content": ...}.
Kind = Literal["text", "number", "category", "date", "vector", "messages"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One input or target column.

    `values` are the known categories in order of frequency; `low` and `high` the range seen in training;
    `shape` the shape of a `vector` ((784,) or, for a picture, (28, 28)); `example` a real value for forms and docs.
    """

    name: str
    kind: Kind
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    shape: tuple[int, ...] = ()
    example: Any = None

    def to_json(self) -> dict[str, Any]:
        """As plain JSON; empty fields are left out."""
        full = {
            "name": self.name,
            "kind": self.kind,
            "values": list(self.values),
            "low": self.low,
            "high": self.high,
            "shape": list(self.shape),
            "example": self.example,
        }
        return {key: value for key, value in full.items() if value not in (None, [])}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Column:
        """The inverse of `to_json`."""
        return cls(
            name=data["name"],
            kind=data["kind"],
            values=tuple(data.get("values", ())),
            low=data.get("low"),
            high=data.get("high"),
            shape=tuple(data.get("shape", ())),
            example=data.get("example"),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Schema:
    """The inputs of a model and its target (None where a task has none)."""

    inputs: tuple[Column, ...]
    target: Column | None = None
    notes: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return {
            "inputs": [column.to_json() for column in self.inputs],
            "target": self.target.to_json() if self.target else None,
            "notes": list(self.notes),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Schema:
        """The inverse of `to_json`."""
        return cls(
            inputs=tuple(Column.from_json(column) for column in data["inputs"]),
            target=Column.from_json(data["target"]) if data.get("target") else None,
            notes=tuple(data.get("notes", ())),
        )


def row_count(rows: Rows) -> int:
    """How many rows a column mapping holds."""
    return len(next(iter(rows.values()))) if rows else 0


def take(rows: Rows, index: Sequence[int] | NDArray[np.integer[Any]]) -> dict[str, Sequence[Any]]:
    """The rows at `index`, in that order; a vector column stays one array [N, width]."""
    places = np.asarray(index, dtype=np.int64)
    numbers = places.tolist()
    return {
        name: values[places] if isinstance(values, np.ndarray) else [values[i] for i in numbers]
        for name, values in rows.items()
    }
