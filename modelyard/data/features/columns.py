"""Table rows as numbers, fitted on the training rows: `dense` for networks and linear models, `columns` for trees.

`dense`: numbers scaled, a missing one at its mean with a column that says so (where training had any); a category as
one column for each frequent value, one for every other and, where training had any, one for none; dates by their
parts; a vector's numbers on one scale.
`columns`: the same parts unscaled, NaN where missing, a category as its code and every rare or unknown value as the
code after the last. Neither fails on a constant column, an unknown category or a value out of range.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import FeatureSpec
from modelyard.core.schema import Column, Rows, Schema, row_count
from modelyard.data import values
from modelyard.data.features import parts

Scale = Literal["standard", "minmax", "none"]
DenseOrColumns = Literal["dense", "columns"]

# Values of a category that get a column or a code of their own, the most frequent first.
FREQUENT = {"dense": 100, "columns": 250}
# Scaled numbers are kept within +-FAR: one absurd cell must not swamp the rest of its row.
FAR = 10.0
_LARGEST = float(np.finfo(np.float32).max)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitted:
    """What one column's encoding has learnt. `shift` and `factor` [P]: dense = (part - shift) * factor; `fill` [P]."""

    name: str
    kind: str
    shift: tuple[float, ...] = ()
    factor: tuple[float, ...] = ()
    fill: tuple[float, ...] = ()
    missing: bool = False
    known: tuple[str, ...] = ()
    date_format: str = values.ISO
    size: int = 1


@dataclass(frozen=True, slots=True)
class TableColumns:
    """A fitted transform: rows -> [N, F]."""

    kind: DenseOrColumns
    scale: Scale
    fitted: tuple[Fitted, ...]

    @classmethod
    def fit(cls, rows: Rows, schema: Schema, *, kind: DenseOrColumns, scale: Scale = "standard") -> TableColumns:
        """Learn categories, ranges and scales from the training rows."""
        fitted = tuple(_fit(column, rows[column.name], kind, scale) for column in schema.inputs)
        return cls(kind, scale, fitted)

    @property
    def spec(self) -> FeatureSpec:
        """What a model needs to know."""
        widths = [_width(one, self.kind) for one in self.fitted]
        categories: tuple[int, ...] = ()
        if self.kind == "columns":
            categories = tuple(
                len(one.known) + 1 if one.kind == "category" else 0
                for one, width in zip(self.fitted, widths, strict=True)
                for _ in range(width)
            )
        return FeatureSpec(kind=self.kind, width=sum(widths), categories=categories)

    @property
    def names(self) -> tuple[str, ...]:
        """What each feature is, for explanations."""
        return tuple(name for one in self.fitted for name in _names(one, self.kind))

    def encode(self, rows: Rows) -> NDArray[Any]:
        """[N, F]: float32 for `dense`, float64 for `columns`."""
        dense = self.kind == "dense"
        encoded = np.empty((row_count(rows), self.spec.width), dtype=np.float32 if dense else np.float64)
        start = 0
        for one in self.fitted:
            end = start + _width(one, self.kind)
            cells = rows[one.name]
            if one.kind == "category":
                codes = _codes(one, cells)
                if dense:
                    encoded[:, start:end] = 0.0
                    encoded[np.arange(len(codes)), start + codes] = 1.0
                else:
                    encoded[:, start] = codes
                    encoded[[values.is_blank(cell) for cell in cells], start] = np.nan
            elif dense:
                _scale(one, _parts(one, cells), self.scale, encoded[:, start:end])
            else:
                encoded[:, start:end] = _parts(one, cells)
            start = end
        return encoded

    def save(self, directory: Path) -> None:
        """Write `columns.json`."""
        state = {"kind": self.kind, "scale": self.scale, "columns": [asdict(one) for one in self.fitted]}
        content = json.dumps(state, ensure_ascii=False, allow_nan=False) + "\n"
        (directory / "columns.json").write_text(content, encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> TableColumns:
        """The inverse of `save`."""
        state = json.loads((directory / "columns.json").read_text(encoding="utf-8"))
        columns: list[dict[str, Any]] = [
            {name: tuple(value) if isinstance(value, list) else value for name, value in one.items()}
            for one in state["columns"]
        ]
        return cls(state["kind"], state["scale"], tuple(Fitted(**one) for one in columns))


def _fit(column: Column, cells: Sequence[Any], kind: DenseOrColumns, scale: Scale) -> Fitted:
    fitted = Fitted(name=column.name, kind=column.kind)
    if column.kind == "category":
        names = Counter(values.labels(cells))
        frequent = sorted((name for name in names if name is not None), key=lambda name: (-names[name], name))
        return replace(fitted, known=tuple(frequent[: FREQUENT[kind]]), missing=kind == "dense" and None in names)
    if column.kind == "date":
        fitted = replace(fitted, date_format=values.date_format_of(cells) or values.ISO)
    elif column.kind == "text":
        fitted = replace(fitted, known=parts.frequent_words(cells))
    elif column.kind == "vector":
        fitted = replace(fitted, size=parts.vector_size(cells, column))
    if kind == "columns":
        return fitted
    found = _parts(fitted, cells)
    if column.kind == "vector":
        return _fit_vector(fitted, found, scale)
    missing = np.isnan(found)
    known = np.where(missing.all(axis=0), 0.0, found)
    mean = np.nanmean(known, axis=0)
    shift, factor = _range(scale, mean, np.nanstd(known, axis=0), np.nanmin(known, axis=0), np.nanmax(known, axis=0))
    return replace(
        fitted,
        shift=tuple(shift.tolist()),
        factor=tuple(factor.tolist()),
        fill=tuple(mean.tolist()),
        missing=bool(missing.any()),
    )


def _fit_vector(fitted: Fitted, found: NDArray[Any], scale: Scale) -> Fitted:
    """One scale for all numbers of a vector: a pixel that is nearly always 0 must not be blown up."""
    known = found[~np.isnan(found).any(axis=1)] if found.dtype.kind == "f" else found
    if not known.size:
        known = np.zeros((1, fitted.size))
    mean = float(known.mean(dtype=np.float64))
    # The deviation by rows keeps the temporary small: [N, size] doubles would be eight times a picture's bytes.
    square = float(np.mean([np.mean((row - mean) ** 2) for row in np.array_split(known, max(1, len(known) // 1024))]))
    bounds = (np.array([value]) for value in (mean, square**0.5, float(known.min()), float(known.max())))
    shift, factor = _range(scale, *bounds)
    missing = len(known) < len(found)
    return replace(fitted, shift=(float(shift[0]),), factor=(float(factor[0]),), fill=(mean,), missing=missing)


def _range(
    scale: Scale,
    mean: NDArray[np.float64],
    deviation: NDArray[np.float64],
    low: NDArray[np.float64],
    high: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The shift and factor of a scale; a constant column becomes 0 (or stays as it is with `none`)."""
    if scale == "none":
        return np.zeros_like(mean), np.ones_like(mean)
    if scale == "standard":
        # Rounding leaves a constant column a deviation near 1e-16 of its size.
        constant = deviation <= 1e-12 * np.maximum(np.abs(mean), 1e-300)
        return mean, 1.0 / np.where(constant, 1.0, deviation)
    half = high / 2 - low / 2
    return low / 2 + high / 2, 1.0 / np.where(half > 0, half, 1.0)


def _scale(one: Fitted, found: NDArray[Any], scale: Scale, out: NDArray[np.float32]) -> None:
    """Write scaled parts, and the column that says what was missing, to `out`."""
    width = found.shape[1]
    if one.kind == "vector" and found.dtype.kind in "iub":
        target = out[:, :width]
        np.subtract(found, np.float32(one.shift[0]), out=target, casting="unsafe", dtype=np.float32)
        target *= np.float32(one.factor[0])
        if one.missing:
            out[:, width] = 0.0
        return
    missing = np.isnan(found)
    filled = np.where(missing, np.array(one.fill), found)
    limit = _LARGEST if scale == "none" else FAR
    with np.errstate(over="ignore"):
        scaled = (filled - np.array(one.shift)) * np.array(one.factor)
    out[:, :width] = np.clip(scaled, -limit, limit)
    if one.missing:
        out[:, width] = missing.any(axis=1)


def _parts(one: Fitted, cells: Sequence[Any]) -> NDArray[Any]:
    if one.kind == "number":
        return parts.numbers(cells)
    if one.kind == "date":
        return parts.dates(cells, one.date_format)
    if one.kind == "vector":
        return parts.vectors(cells, one.size, one.name)
    return parts.texts(cells, one.known)


def _codes(one: Fitted, cells: Sequence[Any]) -> NDArray[np.int64]:
    other = len(one.known)
    codes: dict[str | None, int] = {name: code for code, name in enumerate(one.known)}
    codes[None] = other + one.missing
    return np.array([codes.get(name, other) for name in values.labels(cells)], dtype=np.int64)


def _names(one: Fitted, kind: DenseOrColumns) -> list[str]:
    if one.kind == "category":
        if kind == "columns":
            return [one.name]
        names = [f"{one.name} = {name}" for name in (*one.known, "(other)")]
    else:
        names = [one.name]
    if one.kind == "date":
        names = [f"{one.name}: {part}" for part in parts.DATE_PARTS]
    elif one.kind == "vector":
        names = [f"{one.name}[{i}]" for i in range(one.size)]
    elif one.kind == "text":
        names = [f"{one.name}: characters", *(f"{one.name} has {word!r}" for word in one.known)]
    return [*names, f"{one.name} missing"] if kind == "dense" and one.missing else names


def _width(one: Fitted, kind: DenseOrColumns) -> int:
    if one.kind == "category":
        return len(one.known) + 1 + one.missing if kind == "dense" else 1
    width = {"number": 1, "date": len(parts.DATE_PARTS), "vector": one.size, "text": 1 + len(one.known)}[one.kind]
    return width + (kind == "dense" and one.missing)
