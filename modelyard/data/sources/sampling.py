"""`data.limit`: a random sample of what is near, the first rows of what is far. Memory: 8 bytes a sampled row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from modelyard.data.sources.base import BadRow, Batch


class Sample:
    """A random sample of `limit` rows, in their order; of malformed rows the same share. The same for a seed.

    It does not depend on how rows fall into batches. Source: sampling without replacement of row numbers.
    """

    def __init__(self, batches: Iterable[Batch], limit: int, seed: int) -> None:
        """Counts the rows of `batches`, which it reads once."""
        self.rows = lost = 0
        for batch in batches:
            self.rows += len(batch.places)
            lost += sum(not row.kept for row in batch.bad)
        self.limit = min(limit, self.rows)
        dice = np.random.default_rng(seed)
        self._chosen = np.sort(dice.choice(self.rows, self.limit, replace=False))
        share = self.limit / self.rows if self.rows else 1.0
        self._lost = np.sort(dice.choice(lost, round(lost * share), replace=False))

    def of(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """The sampled rows of the same batches, read again."""
        rows = lost = 0
        for batch in batches:
            picked = _between(self._chosen, rows, rows + len(batch.places))
            rows += len(batch.places)
            missing = [row for row in batch.bad if not row.kept]
            bad = [missing[int(i)] for i in _between(self._lost, lost, lost + len(missing))]
            lost += len(missing)
            if len(picked) or bad:
                yield _taken(batch, picked, bad)


def first(batches: Iterable[Batch], limit: int) -> Iterator[Batch]:
    """The first `limit` rows, and the malformed ones met on the way to them."""
    left = limit
    for batch in batches:
        if len(batch.places) > left:
            last = _line(batch.places[left - 1])
            bad = [row for row in batch.bad if not row.kept and (last is None or (_line(row.place) or 0) <= last)]
            batch = _taken(batch, np.arange(left), bad)
        left -= len(batch.places)
        yield batch
        if left == 0:
            return


def _between(numbers: NDArray[np.int64], start: int, stop: int) -> NDArray[np.int64]:
    """Those of ascending numbers in [start, stop), counted from start."""
    low, high = np.searchsorted(numbers, (start, stop))
    return numbers[low:high] - start


def _taken(batch: Batch, picked: NDArray[np.int64], lost: list[BadRow]) -> Batch:
    places = [batch.places[int(i)] for i in picked]
    there = set(places)
    mended = [row for row in batch.bad if row.kept and row.place in there]
    rows = {
        name: cells[picked] if isinstance(cells, np.ndarray) else [cells[int(i)] for i in picked]
        for name, cells in batch.rows.items()
    }
    return Batch(rows, places, [*lost, *mended], batch.cleaned)


def _line(place: str) -> int | None:
    """The number at the end of `file:number`; None where a place has none."""
    number = place.rpartition(":")[2]
    return int(number) if number.isdecimal() else None
