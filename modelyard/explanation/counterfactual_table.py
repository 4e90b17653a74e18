"""The smallest change of a table's row that a search finds to flip the answer, by values that were seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from modelyard.core.schema import Column, Rows
from modelyard.core.words import excerpt
from modelyard.explanation.asking import asked
from modelyard.explanation.case import Case
from modelyard.explanation.found import Floats, Found

# Columns that are changed at most, values tried for each, and changes that are followed.
CHANGED, VALUES, BEAM = 4, 12, 6
_HALVINGS = 8


def of_table(case: Case) -> Found:
    """A beam over single changes, by how far the score falls for each standardised step, then each number nearer."""
    schema = case.model.predictor.schema
    spreads = {column.name: _spread(case.model.background[column.name]) for column in schema.inputs}
    options = {column.name: list(_options(case, column)) for column in schema.inputs}
    costs = {
        name: [_cost(case.row[name], value, spreads[name]) for value in values] for name, values in options.items()
    }
    beam: list[tuple[float, dict[str, Any]]] = [(0.0, {})]
    best: tuple[float, dict[str, Any], str] | None = None
    for _ in range(CHANGED):
        grown = [
            (cost + costs[name][at], {**changes, name: value})
            for cost, changes in beam
            for name, values in options.items()
            if name not in changes
            for at, value in enumerate(values)
        ]
        if not grown or case.game.is_late:
            break
        scores, labels = asked(case, _changed(case, [changes for _, changes in grown]))
        flips = [at for at, label in enumerate(labels) if label != case.label]
        if flips:
            at = min(flips, key=lambda one: grown[one][0])
            best = (*grown[at], labels[at])
            break
        fall = (case.game.full - scores) / np.array([max(0.1, cost) for cost, _ in grown])
        picked = {*np.argsort(-fall)[: BEAM // 2].tolist(), *np.argsort(scores)[: BEAM // 2].tolist()}
        beam = [grown[at] for at in sorted(picked)]
    marks = np.zeros(case.game.count)
    if best is None:
        note = f"no change of at most {CHANGED} columns to values that were seen gives another answer"
        return Found(weights=marks, notes=(note,), extra={"changes": []})
    changes = _nearer(case, best[1], best[2])
    cost = sum(_cost(case.row[name], value, spreads[name]) for name, value in changes.items())
    names = [unit.column for unit in case.units.units]
    for name, value in changes.items():
        marks[names.index(name)] = _cost(case.row[name], value, spreads[name])
    said = [[name, excerpt(case.row[name], 60), excerpt(value, 60)] for name, value in changes.items()]
    note = "the smallest change that the search found (numbers in standard deviations, another category as 1)"
    return Found(
        weights=marks,
        signed=False,
        facts={"columns_changed": float(len(changes)), "distance": float(cost)},
        notes=(note,),
        extra={"changes": [{"kind": "changed", "words": said, "label": best[2], "values": changes}]},
    )


def _options(case: Case, column: Column) -> Iterator[Any]:
    """Values that were seen, but the row's own."""
    own, seen = case.row[column.name], case.model.background[column.name]
    if column.kind == "category":
        known = [value for value, _ in Counter(v for v in [*seen, *column.values] if v is not None).most_common()]
        yield from (value for value in known[:VALUES] if value != own)
    elif column.kind == "number":
        numbers = _numbers(seen)
        bounds = [value for value in (column.low, column.high) if value is not None]
        if len(numbers):
            spread = np.quantile(numbers, np.linspace(0, 1, VALUES - 2), method="nearest")
            yield from (value for value in sorted({*spread.tolist(), *bounds}) if value != own)


def _numbers(cells: Sequence[Any]) -> Floats:
    return np.array([float(cell) for cell in cells if isinstance(cell, int | float) and np.isfinite(cell)])


def _spread(cells: Sequence[Any]) -> float:
    numbers = _numbers(cells)
    return float(numbers.std()) or 1.0 if len(numbers) else 1.0


def _cost(before: Any, after: Any, spread: float) -> float:
    both = isinstance(before, int | float) and isinstance(after, int | float)
    return abs(float(after) - float(before)) / spread if both else 1.0


def _changed(case: Case, changes: Sequence[Mapping[str, Any]]) -> Rows:
    return {name: [one.get(name, value) for one in changes] for name, value in case.row.items()}


def _nearer(case: Case, changes: dict[str, Any], label: str) -> dict[str, Any]:
    """Each changed number as near to the row's own as still gives `label`, by halving."""
    for name, value in list(changes.items()):
        own = case.row[name]
        if not (isinstance(own, int | float) and isinstance(value, int | float)):
            continue
        whole = all(float(cell).is_integer() for cell in _numbers([*case.model.background[name], own]))
        near, far = float(own), float(value)
        for _ in range(_HALVINGS):
            middle = round((near + far) / 2) if whole else (near + far) / 2
            if middle in (near, far):
                break
            _, (found,) = asked(case, _changed(case, [{**changes, name: middle}]))
            near, far = (near, middle) if found == label else (middle, far)
        changes = {**changes, name: int(far) if whole and isinstance(own, int) else far}
    return changes
