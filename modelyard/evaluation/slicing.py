"""Slices: groups of rows that can be said in a few words (a class, a length, a category, a time, a word). N rows.

A slice is a rule over inputs, and of all the rows that it was made for `rows` are the members; nothing here looks at
answers, so that a slice found on some rows can be tested on others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.schema import Column, Rows, Schema, row_count
from modelyard.core.words import number
from modelyard.data import scripts, values

MOST_VALUES = 40  # of a column, the most frequent ones
BINS = 5  # of lengths, numbers and times: as many rows in each
Ints = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Slice:
    """`name` says the rule (`length up to 13 characters`), `kind` of which sort it is, `rows` [n] are in order."""

    kind: str
    name: str
    rows: Ints

    def mask(self, count: int) -> NDArray[np.bool_]:
        """Membership of each of `count` rows."""
        found = np.zeros(count, dtype=bool)
        found[self.rows] = True
        return found


def plain(rows: Rows, schema: Schema, least: int) -> list[Slice]:
    """The slices by column: lengths and scripts of texts, values, ranges, times and missing cells.

    Each has at least `least` members and leaves as many out.
    """
    several = len(schema.inputs) > 1
    count = row_count(rows)
    found = [one for column in schema.inputs for one in _of_column(column, rows[column.name], several)]
    return [one for one in found if least <= len(one.rows) <= count - least]


def classes(targets: NDArray[np.generic], labels: Sequence[str], least: int) -> list[Slice]:
    """A slice for each class that has `least` rows."""
    of = [np.flatnonzero(targets == index) for index in range(len(labels))]
    return [
        Slice(kind="class", name=f"class {label!r}", rows=rows)
        for label, rows in zip(labels, of, strict=True)
        if len(rows) >= least
    ]


def _of_column(column: Column, cells: Sequence[Any], several: bool) -> Iterator[Slice]:
    if column.kind == "vector":
        return
    missing = np.array([values.is_blank(cell) for cell in cells], dtype=bool)
    if missing.any():
        yield Slice(kind="missing", name=f"{column.name} missing", rows=np.flatnonzero(missing))
    there = np.flatnonzero(~missing)
    if column.kind == "text":
        yield from _of_text(column.name if several else "", [str(cells[i]) for i in there.tolist()], there)
    elif column.kind == "category":
        yield from _of_values(column.name, [str(cells[i]) for i in there.tolist()], there)
    elif column.kind == "number":
        read, _ = values.numbers(list(cells))
        there = np.flatnonzero(np.isfinite(read))  # in a file of somebody else's, cells may be no numbers
        numbers = read[there]
        if len(np.unique(numbers)) <= 2 * BINS:
            yield from _of_values(column.name, [number(value) for value in numbers.tolist()], there)
        else:
            yield from _of_ranges("range", column.name, numbers, there, number)
    elif column.kind == "date":
        yield from _of_times(column.name, [str(cells[i]) for i in there.tolist()], there)


def _of_text(column: str, texts: Sequence[str], there: Ints) -> Iterator[Slice]:
    of = f" of {column}" if column else ""
    lengths = np.array([len(text) for text in texts], dtype=np.float64)
    yield from _of_ranges("length", f"length{of}", lengths, there, lambda value: f"{value:,.0f} characters")
    written = np.array(scripts.dominant(texts))
    for name in np.unique(written).tolist() if len(np.unique(written)) > 1 else []:
        yield Slice(kind="script", name=f"script{of} {name}", rows=there[written == name])


def _of_values(column: str, cells: Sequence[str], there: Ints) -> Iterator[Slice]:
    if not len(there):
        return
    names, codes, counts = np.unique(np.array(cells), return_inverse=True, return_counts=True)
    for index in np.argsort(-counts, kind="stable")[:MOST_VALUES].tolist():
        yield Slice(kind="value", name=f"{column} = {str(names[index])[:40]}", rows=there[codes == index])


def _of_ranges(kind: str, name: str, numbers: NDArray[np.float64], there: Ints, said: Any) -> Iterator[Slice]:
    """As many rows in each; equal numbers stay together."""
    if not len(numbers):
        return
    cuts = np.unique(np.quantile(numbers, np.linspace(0, 1, BINS + 1)[1:-1], method="lower"))
    cuts = cuts[cuts < numbers.max()]
    if not len(cuts):
        return
    edges = np.array([-np.inf, *cuts, np.inf])
    for low, high in pairwise(edges):
        inside = there[(numbers > low) & (numbers <= high)]
        if low == -np.inf:
            words = f"{name} up to {said(high)}"
        elif high == np.inf:
            words = f"{name} over {said(low)}"
        else:
            words = f"{name} over {said(low)} to {said(high)}"
        yield Slice(kind=kind, name=words, rows=inside)


def _of_times(column: str, cells: Sequence[str], there: Ints) -> Iterator[Slice]:
    """Stretches of time with as many rows in each, and days of the week."""
    moments = [values.date(cell) for cell in cells]
    known = np.array([i for i, moment in enumerate(moments) if moment is not None], dtype=np.int64)
    seconds = np.array([values.seconds(moment) for moment in moments if moment is not None])

    def day(value: float) -> str:
        return (dt.datetime(1970, 1, 1) + dt.timedelta(seconds=value)).date().isoformat()

    yield from _of_ranges("time", column, seconds, there[known], day)
    week = np.array([moment.weekday() for moment in moments if moment is not None])
    for number_, name in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")):
        if (week == number_).any() and (week != number_).any():
            yield Slice(kind="time", name=f"{column} on a {name}", rows=there[known][week == number_])
