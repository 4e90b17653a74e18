"""Table rows to numbers, by the columns' fitted ranges and categories."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from modelyard.data.features.columns import TableColumns

Encode = Callable[[Sequence[Mapping[str, Any]]], dict[str, NDArray[Any]]]


def load(directory: Path) -> Encode:
    """A function from rows to `features` [rows, F]: float32, of trees float64 with NaN where a value is missing."""
    names = json.loads((directory / "runner.json").read_text(encoding="utf-8"))["inputs"]
    columns = TableColumns.load(directory)

    def encode(rows: Sequence[Mapping[str, Any]]) -> dict[str, NDArray[Any]]:
        return {"features": columns.encode({name: [row.get(name) for row in rows] for name in names})}

    return encode
