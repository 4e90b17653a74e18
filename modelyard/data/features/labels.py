"""Targets as numbers: class names to 0..C-1, regression values to mean 0 and deviation 1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.data import values

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Labels:
    """The classes, in natural order ("2" before "10"), so that of two classes the second is "1", "yes", "true"."""

    names: tuple[str, ...]

    @classmethod
    def fit(cls, cells: Sequence[Any], column: str) -> Labels:
        """The classes that occur in a target column.

        Raises: DataError where there are fewer than two.
        """
        names = {name for name in values.labels(cells) if name is not None}
        if len(names) < 2:
            raise DataError(
                "a classifier needs at least two classes in the training rows",
                where=f"data.target: {column}",
                got=sorted(names),
                remedy="Check data.target, and that the split leaves every class some rows.",
            )
        return cls(tuple(sorted(names, key=_natural)))

    def encode(self, cells: Sequence[Any], column: str) -> NDArray[np.int64]:
        """The class of each cell.

        Raises: DataError naming the first row whose label was not seen in training.
        """
        codes = {name: code for code, name in enumerate(self.names)}
        found = [codes.get(name, -1) if name is not None else -1 for name in values.labels(cells)]
        encoded = np.array(found, dtype=np.int64)
        unknown = np.flatnonzero(encoded < 0)
        if len(unknown):
            raise DataError(
                "this label does not occur in the training rows",
                where=f"row {int(unknown[0]) + 1}, {column}",
                got=cells[int(unknown[0])],
                remedy=f"The labels are: {', '.join(self.names[:20])}{', ...' if len(self.names) > 20 else ''}",
            )
        return encoded


@dataclass(frozen=True, slots=True)
class TargetScale:
    """Regression values as (value - mean) / deviation; the deviation of a constant target is taken as 1."""

    mean: float
    deviation: float

    @classmethod
    def fit(cls, cells: Sequence[Any], column: str) -> TargetScale:
        """The scale of the training rows' values."""
        known = _numbers(cells, column)
        return cls(float(known.mean()), float(known.std()) or 1.0)

    def encode(self, cells: Sequence[Any], column: str) -> NDArray[np.float64]:
        """Scaled values. Raises: DataError naming the first row that holds no number."""
        return (_numbers(cells, column) - self.mean) / self.deviation

    def decode(self, scaled: NDArray[np.float64]) -> NDArray[np.float64]:
        """Values in the target's own unit."""
        return scaled * self.deviation + self.mean


def _numbers(cells: Sequence[Any], column: str) -> NDArray[np.float64]:
    found, _ = values.numbers(cells)
    wrong = np.flatnonzero(np.isnan(found))
    if len(wrong) or not len(found):
        raise DataError(
            "the target of a regression must be a number",
            where=f"row {int(wrong[0]) + 1}, {column}" if len(wrong) else column,
            got=cells[int(wrong[0])] if len(wrong) else "no rows",
            remedy="Mend or drop the row, or use task: tabular-classification.",
        )
    return found


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    parts = (part for part in _DIGITS.split(name) if part)
    return tuple((0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts)
