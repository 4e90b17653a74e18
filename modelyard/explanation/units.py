"""What a row is made of for an explanation: words or characters, columns, patches; and the row without some of them.

U units; M coalitions (which units are kept); B background rows. A text's unit that is not kept is cut out; a column's
cell or a picture's patch that is not kept is taken from background rows, over which answers are averaged.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from modelyard.core.schema import Rows, Schema
from modelyard.core.words import excerpt
from modelyard.data import values
from modelyard.data.features import grams

Keep = NDArray[np.bool_]
APOSTROPHES = "'’"
# A picture is weighed by at most SIDE x SIDE patches, a series by as many stretches.
SIDE = 8
# What stands in place of personal data (`data.personal.masking`): one unit, whatever signs it is made of.
_MASK = re.compile(r"〔[A-Z]+(?:-[0-9a-f]+)?〕")
# Characters below this share of the heaviest one end a phrase.
_LIGHT = 0.2


@dataclass(frozen=True, slots=True)
class Unit:
    """`text` is how it is shown; `start` and `end` are its characters in a text's columns read one after the other."""

    column: str
    text: str
    start: int = 0
    end: int = 0


class Units(Protocol):
    """A row in units. `sort` is text, table or vector; `background` is B, the rows asked for one coalition."""

    sort: str
    units: tuple[Unit, ...]
    background: int

    def rows(self, keep: Keep) -> Rows:
        """The rows of coalitions [M, U]: M * B, those of one coalition beside each other."""


def units_of(row: Mapping[str, Any], schema: Schema, sort: str, background: Rows | None) -> Units:
    """The units of a row of a task over `sort` (text or table)."""
    if sort == "text":
        return TextUnits(row, schema)
    known = background or {column.name: [None] for column in schema.inputs}
    if len(schema.inputs) == 1 and schema.inputs[0].kind == "vector" and row[schema.inputs[0].name] is not None:
        return VectorUnits(row, schema, known)
    return TableUnits(row, schema, known)


class TextUnits:
    """Words of scripts with spaces, single characters of those without, runs of signs."""

    sort = "text"
    background = 1

    def __init__(self, row: Mapping[str, Any], schema: Schema) -> None:
        self._names = [column.name for column in schema.inputs]
        self.texts = [_text(row[name]) for name in self._names]
        found: list[Unit] = []
        self._bounds: list[tuple[int, int]] = []  # of each column's units
        start = 0
        for name, text in zip(self._names, self.texts, strict=True):
            first = len(found)
            found += [Unit(name, text[a:b], start + a, start + b) for a, b in spans(text)]
            self._bounds.append((first, len(found)))
            start += len(text) + 1  # the task puts one line break between columns
        self.units = tuple(found)

    @property
    def joined(self) -> str:
        """The text as the model reads it."""
        return "\n".join(self.texts)

    def rows(self, keep: Keep) -> Rows:
        """See `Units`."""
        kept = keep.tolist()
        return {name: [self._cut(at, one) for one in kept] for at, name in enumerate(self._names)}

    def _cut(self, column: int, keep: list[bool]) -> str:
        first, last = self._bounds[column]
        offset = sum(len(text) + 1 for text in self.texts[:column])
        text, parts, done = self.texts[column], [], 0
        for unit, stays in zip(self.units[first:last], keep[first:last], strict=True):
            if not stays:
                parts.append(text[done : unit.start - offset])
                done = unit.end - offset
        return "".join([*parts, text[done:]])

    def by_unit(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """Weights of the joined text's characters, summed by unit [U]."""
        sums = np.concatenate([np.zeros(1), np.cumsum(weights)])
        starts, ends = (np.array([getattr(unit, side) for unit in self.units], dtype=int) for side in ("start", "end"))
        found: NDArray[np.float64] = sums[ends] - sums[starts]
        return found

    def pieces(self, weights: Sequence[float]) -> list[tuple[str, float]]:
        """The whole joined text in pieces, what lies between units at weight 0."""
        text, found, done = self.joined, [], 0
        for unit, weight in zip(self.units, weights, strict=True):
            if unit.start > done:
                found.append((text[done : unit.start], 0.0))
            found.append((text[unit.start : unit.end], float(weight)))
            done = unit.end
        return [*found, (text[done:], 0.0)] if done < len(text) else found

    def phrases(self, weights: Sequence[float]) -> list[tuple[str, float]]:
        """Units and their weights, neighbouring characters without spaces that pull one way joined."""
        least = _LIGHT * max((abs(weight) for weight in weights), default=0.0)
        found: list[tuple[str, float]] = []
        end, grows = -1, False
        for unit, weight in zip(self.units, weights, strict=True):
            joins = is_unspaced(unit.text) and abs(weight) >= least
            if grows and joins and unit.start == end and found[-1][1] * weight > 0:
                found[-1] = (found[-1][0] + unit.text, found[-1][1] + weight)
            else:
                found.append((unit.text, weight))
            end, grows = unit.end, joins
        return found


class TableUnits:
    """One unit a column."""

    sort = "table"

    def __init__(self, row: Mapping[str, Any], schema: Schema, background: Rows) -> None:
        self._row, self._known = row, background
        self.background = len(next(iter(background.values())))
        self.units = tuple(Unit(one.name, f"{one.name} = {excerpt(row[one.name], 60)}") for one in schema.inputs)

    def rows(self, keep: Keep) -> Rows:
        """See `Units`."""
        return {
            unit.column: [
                cell
                for stays in keep[:, at].tolist()
                for cell in ([self._row[unit.column]] * self.background if stays else self._known[unit.column])
            ]
            for at, unit in enumerate(self.units)
        }


class VectorUnits:
    """Patches of a picture, stretches of a series; what is not kept is the background's mean."""

    sort = "vector"
    background = 1

    def __init__(self, row: Mapping[str, Any], schema: Schema, background: Rows) -> None:
        column = schema.inputs[0]
        self._name = column.name
        self._vector = np.asarray(row[self._name], dtype=np.float64).ravel()
        shape = column.shape if math.prod(column.shape) == len(self._vector) else (len(self._vector),)
        self.shape = shape[:2] if len(shape) > 1 else (1, shape[0])
        deep = len(self._vector) // math.prod(self.shape)  # colours of a pixel
        known = [np.asarray(one, dtype=np.float64).ravel() for one in background[self._name] if one is not None]
        self._mean = np.mean(known, axis=0) if known else np.zeros(len(self._vector))
        across = [np.minimum(SIDE, length) * np.arange(length) // length for length in self.shape]
        if self.shape[0] == 1:
            across[1] = min(SIDE * SIDE, self.shape[1]) * np.arange(self.shape[1]) // self.shape[1]
        numbers = across[0][:, None] * (across[1].max() + 1) + across[1][None, :]
        self.cells = np.repeat(numbers.ravel(), deep)  # the unit of each number
        self.grid = (int(across[0].max()) + 1, int(across[1].max()) + 1)
        self.units = tuple(Unit(self._name, self._named(i)) for i in range(int(self.cells.max()) + 1))

    def _named(self, number: int) -> str:
        row, column = divmod(number, self.grid[1])
        return f"patch {row + 1},{column + 1}" if self.grid[0] > 1 else f"part {column + 1}"

    def rows(self, keep: Keep) -> Rows:
        """See `Units`."""
        return {self._name: list(np.where(keep[:, self.cells], self._vector, self._mean))}

    def by_unit(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """Weights of the numbers, summed by unit."""
        found: NDArray[np.float64] = np.bincount(self.cells, weights, minlength=len(self.units)).astype(np.float64)
        return found


def spans(text: str) -> list[tuple[int, int]]:
    """The units of a text: a run of letters, digits and marks (an apostrophe within is a part of it); each single
    character of a script without spaces; a mask of personal data; a run of anything else that is no blank."""
    kinds = grams.character_classes(text).tolist()
    masks = {found.start(): found.end() for found in _MASK.finditer(text)}
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        kind, end = kinds[start], start + 1
        if kind == grams.SPACE:
            start = end
            continue
        end = masks.get(start, end)
        while end < len(text) and kind != grams.UNSPACED and start not in masks and end not in masks:
            inside = kind == grams.WORD and text[end] in APOSTROPHES and kinds[end + 1 : end + 2] == [grams.WORD]
            if kinds[end] != kind and not inside:
                break
            end += 1
        found.append((start, end))
        start = end
    return found


def is_mask(text: str) -> bool:
    """Whether it stands in place of personal data."""
    return _MASK.fullmatch(text) is not None


def is_unspaced(text: str) -> bool:
    """Whether all its characters are of scripts without spaces."""
    return bool((grams.character_classes(text) == grams.UNSPACED).all())


def _text(cell: Any) -> str:
    return cell if type(cell) is str else values.text(cell) or ""
