"""One table column as numbers: [N, P] float64 with NaN where there is no value. N rows; P parts."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.core.schema import Column
from modelyard.data import values

Parts = NDArray[np.float64]

DATE_PARTS = ("year", "month", "day", "weekday", "day of year", "days since 1970")
# Words whose presence becomes a part of a text column in a table: the most frequent ones that tell rows apart.
WORDS = 32
_WORD_SHARE = 0.02, 0.98
_WORD = re.compile(r"\w+")
_EPOCH = dt.datetime(1970, 1, 1)


def numbers(cells: Sequence[Any]) -> Parts:
    """[N, 1]; a cell that is no number counts as missing."""
    if isinstance(cells, np.ndarray) and cells.dtype.kind in "iufb":
        found = cells.astype(np.float64)
    elif len(cells) and not isinstance(cells[0], str) and (plain := np.array(cells)).dtype.kind in "iufb":
        found = plain.astype(np.float64)  # no text and nothing missing among them
    else:
        found, _ = values.numbers(cells)
    found[~np.isfinite(found)] = np.nan
    return found[:, None]


def dates(cells: Sequence[Any], date_format: str) -> Parts:
    """[N, 6], the parts named by DATE_PARTS; the last holds the time of day as a fraction. A zone is turned to UTC."""
    known: dict[Any, tuple[float, ...]] = {}
    missing = (np.nan,) * len(DATE_PARTS)
    for cell in cells:
        if cell not in known:
            moment = values.date(cell, date_format)
            known[cell] = missing if moment is None else _date_parts(moment)
    return np.array([known[cell] for cell in cells], dtype=np.float64).reshape(len(cells), len(DATE_PARTS))


def vectors(cells: Sequence[Any], size: int, column: str) -> NDArray[Any]:
    """[N, size] in the cells' own numeric type; a missing vector is all NaN.

    Raises: DataError naming a row of another size.
    """
    if not any(cell is None for cell in cells):
        try:
            whole = np.asarray(cells)
            if whole.dtype.kind in "iufb" and whole.size == len(cells) * size:
                return whole.reshape(len(cells), size)
        except ValueError:
            pass  # ragged: the rows are looked at one by one, to name the wrong one
    found = np.full((len(cells), size), np.nan)
    for i, cell in enumerate(cells):
        if cell is None:
            continue
        row = vector(cell)
        if row is None or row.size != size:
            raise DataError(
                f"a vector of {size} numbers is expected",
                where=f"row {i + 1}, {column}",
                got=cell,
                remedy="Mend the row.",
            )
        found[i] = row
    return found


def vector(cell: Any) -> NDArray[np.float64] | None:
    """The numbers of one cell, flattened; None where it is not made of numbers."""
    try:
        row = np.asarray(cell)
    except ValueError:
        return None
    return row.astype(np.float64).ravel() if row.dtype.kind in "iufb" else None


def vector_size(cells: Sequence[Any], column: Column) -> int:
    """How many numbers a vector column's cells hold: by its schema, or by its first vector."""
    if column.shape:
        return math.prod(column.shape)
    first = next((row for cell in cells if cell is not None and (row := vector(cell)) is not None), None)
    if first is None:
        raise DataError("a vector column holds no vector", where=column.name, remedy="Leave it out of data.inputs.")
    return int(first.size)


def frequent_words(cells: Sequence[Any]) -> tuple[str, ...]:
    """The words of a text column whose presence tells rows apart, the most frequent first."""
    counts: Counter[str] = Counter()
    for cell in cells:
        counts.update(_words(cell))
    low, high = (share * len(cells) for share in _WORD_SHARE)
    kept = [(-count, word) for word, count in counts.items() if max(low, 2) <= count <= high]
    return tuple(word for _, word in sorted(kept)[:WORDS])


def texts(cells: Sequence[Any], words: Sequence[str]) -> Parts:
    """[N, 1 + words]: the number of characters, then 1 where a word occurs. A missing text is all NaN."""
    places = {word: place + 1 for place, word in enumerate(words)}
    found = np.zeros((len(cells), 1 + len(words)))
    for i, cell in enumerate(cells):
        content = values.text(cell)
        if content is None:
            found[i] = np.nan
            continue
        found[i, 0] = len(content)
        for word in _words(content):
            if word in places:
                found[i, places[word]] = 1.0
    return found


def _words(cell: Any) -> set[str]:
    return set(_WORD.findall((values.text(cell) or "").lower()))


def _date_parts(moment: dt.datetime) -> tuple[float, ...]:
    moment = moment.replace(tzinfo=None)  # `values.date` gives UTC
    days = (moment - _EPOCH) / dt.timedelta(days=1)
    return moment.year, moment.month, moment.day, moment.weekday(), moment.timetuple().tm_yday, days
