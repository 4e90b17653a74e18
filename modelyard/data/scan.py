"""The second pass: for each row a key (what makes it the same as another), its target, and whether it can be used.

Held for each row: 8 bytes of key, 8 of target, 8 of group or time and 1 of state (25 MB per million rows), and the
texts to be compared for near duplicates within `duplicates.MOST_TEXTS`.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.recipe import Data
from modelyard.core.schema import Column, Schema
from modelyard.data import duplicates, values
from modelyard.data.inspect import as_cells
from modelyard.data.sketches import combine, hashes

if TYPE_CHECKING:
    from modelyard.data.sources import BadRow, Batch

USABLE, EMPTY, UNLABELLED = 0, 1, 2
MOST_EXAMPLES = 100_000  # rows of one finding that are listed


@dataclass(slots=True)
class Scan:
    """One source, row by row. `target` holds class codes into `classes` (or -1), or numbers (NaN where none)."""

    name: str
    key: NDArray[np.uint64]
    target: NDArray[np.float64]
    state: NDArray[np.int8]
    group: NDArray[np.uint64] | None
    ungrouped: NDArray[np.bool_] | None  # rows without a value in the column that they are grouped by
    moment: NDArray[np.float64] | None
    classes: dict[str, int]
    label_forms: dict[str, dict[str, int]]  # class -> the ways it is written with their counts
    bad: list[BadRow]
    malformed: int
    missing: dict[str, list[str]]  # column -> places
    strays: dict[str, list[tuple[str, str]]]  # column -> (place, cell) of no number among numbers, no date among dates
    outliers: dict[str, list[tuple[str, str]]]
    places: RowPlaces
    texts: list[str] | None  # None: too many to compare, or no text task

    def __len__(self) -> int:
        return len(self.key)


@dataclass(slots=True)
class RowPlaces:
    """The place of every row, kept as the readers keep them (numbers, not texts)."""

    starts: list[int] = field(default_factory=list)
    parts: list[Sequence[str]] = field(default_factory=list)

    def append(self, start: int, places: Sequence[str]) -> None:
        """Add the places of a batch whose first row is `start`."""
        self.starts.append(start)
        self.parts.append(places)

    def __getitem__(self, row: int) -> str:
        part = bisect.bisect_right(self.starts, row) - 1
        return self.parts[part][row - self.starts[part]]


def scan(
    name: str,
    batches: Callable[[], Iterator[Batch]],
    schema: Schema,
    section: Data,
    *,
    regression: bool,
    limits: dict[str, tuple[float, float]],
    date_formats: dict[str, str],
    compare_texts: bool,
) -> Scan:
    """Read a source once more. `limits` are the bounds beyond which a number is out of range, by column.

    `date_formats` are those of the date columns of train: no batch and no file is read by another.
    """
    assert schema.target is not None
    collected: dict[str, list[Any]] = {"key": [], "target": [], "state": [], "group": [], "ungrouped": [], "moment": []}
    result = Scan(
        name=name,
        key=np.empty(0, dtype=np.uint64),
        target=np.empty(0),
        state=np.empty(0, dtype=np.int8),
        group=None,
        ungrouped=None,
        moment=None,
        classes={},
        label_forms={},
        bad=[],
        malformed=0,
        missing={},
        strays={},
        outliers={},
        places=RowPlaces(),
        texts=[] if compare_texts else None,
    )
    split = section.split
    start = 0
    for batch in batches():
        result.malformed += sum(not row.kept for row in batch.bad)
        result.bad += batch.bad[: max(0, MOST_EXAMPLES - len(result.bad))]
        count = len(batch.places)
        result.places.append(start, batch.places)
        keys, empty = _inputs(batch, schema.inputs, limits, date_formats, result)
        target = _targets(as_cells(batch.rows[schema.target.name]), result, regression=regression)
        state = np.where(empty, EMPTY, USABLE).astype(np.int8)
        state[np.isnan(target) if regression else target < 0] = UNLABELLED
        collected["key"].append(keys)
        collected["target"].append(target)
        collected["state"].append(state)
        if split.by == "group" and split.column:
            names = values.labels(as_cells(batch.rows[split.column]))
            collected["group"].append(hashes(names, count))
            collected["ungrouped"].append(np.array([name is None for name in names], dtype=bool))
        if split.by == "time" and split.column:
            collected["moment"].append(_moments(as_cells(batch.rows[split.column]), date_formats.get(split.column)))
        if result.texts is not None:
            result.texts += _joined(batch, schema.inputs)
            if len(result.texts) > duplicates.MOST_TEXTS:
                result.texts = None
        start += count
    if start:
        result.key, result.target = np.concatenate(collected["key"]), np.concatenate(collected["target"])
        result.state = np.concatenate(collected["state"])
    result.group = np.concatenate(collected["group"]) if collected["group"] else None
    result.ungrouped = np.concatenate(collected["ungrouped"]) if collected["ungrouped"] else None
    result.moment = np.concatenate(collected["moment"]) if collected["moment"] else None
    return result


def _inputs(
    batch: Batch,
    inputs: Sequence[Column],
    limits: dict[str, tuple[float, float]],
    date_formats: dict[str, str],
    result: Scan,
) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """The key of each row, and whether all its inputs are blank."""
    parts = []
    empty = np.ones(len(batch.places), dtype=bool)
    for column in inputs:
        cells = as_cells(batch.rows[column.name])
        if column.kind == "vector":
            parts.append(hashes([None if cell is None else np.asarray(cell).tobytes() for cell in cells], len(cells)))
            blank = np.array([cell is None for cell in cells], dtype=bool)
        elif column.kind == "number":
            found, wrong = values.numbers(cells)
            blank = np.isnan(found)
            parts.append(hashes(np.where(blank, np.inf, found).tolist(), len(cells)))
            _note_numbers(column.name, cells, found, wrong, limits, batch.places, result)
            blank[wrong] = False
        elif column.kind == "text":
            texts = [values.text(cell) for cell in cells]
            blank = np.array([text is None for text in texts], dtype=bool)
            parts.append(hashes(["" if text is None else values.same_text_key(text) for text in texts], len(cells)))
        else:
            names = values.labels(cells)
            blank = np.array([value is None for value in names], dtype=bool)
            parts.append(hashes(names, len(cells)))
            if column.kind == "date":
                _note_dates(column.name, names, date_formats.get(column.name, values.ISO), batch.places, result)
        empty &= blank
        if blank.any() and len(inputs) > 1:
            held = result.missing.setdefault(column.name, [])
            held += [batch.places[int(i)] for i in np.flatnonzero(blank)[: max(0, MOST_EXAMPLES - len(held))]]
    return combine(parts), empty


def _note_numbers(
    name: str,
    cells: Sequence[Any],
    found: NDArray[np.float64],
    wrong: NDArray[np.int64],
    limits: dict[str, tuple[float, float]],
    places: Sequence[str],
    result: Scan,
) -> None:
    if len(wrong):
        held = result.strays.setdefault(name, [])
        held += [(places[int(i)], str(cells[int(i)])[:80]) for i in wrong[: max(0, MOST_EXAMPLES - len(held))]]
    if name in limits:
        low, high = limits[name]
        outside = np.flatnonzero((found < low) | (found > high))
        if len(outside):
            held = result.outliers.setdefault(name, [])
            held += [(places[int(i)], f"{found[i]:g}") for i in outside[: max(0, MOST_EXAMPLES - len(held))]]


def _note_dates(name: str, cells: Sequence[str | None], date_format: str, places: Sequence[str], result: Scan) -> None:
    strange = {cell for cell in set(cells) if cell is not None and values.date(cell, date_format) is None}
    if strange:
        held = result.strays.setdefault(name, [])
        found = ((places[i], cell[:80]) for i, cell in enumerate(cells) if cell in strange and cell is not None)
        held += islice(found, max(0, MOST_EXAMPLES - len(held)))


def _targets(cells: Sequence[Any], result: Scan, *, regression: bool) -> NDArray[np.float64]:
    if regression:
        return values.numbers(cells)[0]
    codes = []
    classes = result.classes
    for cell, name in zip(cells, values.labels(cells), strict=True):
        if name is None:
            codes.append(-1.0)
            continue
        codes.append(float(classes.setdefault(name, len(classes))))
        if isinstance(cell, str) and cell != name:
            forms = result.label_forms.setdefault(name, {})
            forms[cell] = forms.get(cell, 0) + 1
    return np.array(codes, dtype=np.float64)


def _moments(cells: Sequence[Any], date_format: str | None) -> NDArray[np.float64]:
    """Seconds since 1970 of dates, or the numbers themselves; NaN where it is neither.

    A column without a `date_format` may still hold dates, of which there are too few alike for its kind.
    """
    found, wrong = values.numbers(cells)
    if date_format or len(wrong) > len(cells) / 2:
        date_format = date_format or values.date_format_of(cells, share=0.5) or values.ISO
        moments = [values.date(cell, date_format) for cell in cells]
        found = np.array([np.nan if moment is None else values.seconds(moment) for moment in moments])
    return found


def _joined(batch: Batch, inputs: Sequence[Column]) -> list[str]:
    columns = [[values.text(cell) or "" for cell in batch.rows[column.name]] for column in inputs]
    return columns[0] if len(columns) == 1 else ["\n".join(parts) for parts in zip(*columns, strict=True)]
