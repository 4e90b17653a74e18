"""A source that is read several times: from memory where it fits, from its files where it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.core.errors import DataError

if TYPE_CHECKING:
    from modelyard.data.sources import Batch, Source

HELD_BYTES = 512 << 20  # of a source's rows in memory between the passes
_CELL_BYTES = 56  # of a Python object in a list


class Held:
    """A source whose batches stay in memory once read, as long as they take less than HELD_BYTES."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._batches: list[Batch] | None = []
        self._complete = False
        self._rows: int | None = None
        self._change: Callable[[Batch], Batch] | None = None

    def change(self, function: Callable[[Batch], Batch]) -> None:
        """Let every batch go through `function` from now on, those already read too."""
        assert self._change is None, "a source is changed once"
        self._change = function
        if self._batches is not None:
            self._batches = [function(batch) for batch in self._batches]

    @property
    def columns(self) -> tuple[str, ...]:
        """The source's columns."""
        return self._source.columns

    @property
    def description(self) -> dict[str, Any]:
        """The source's description."""
        return self._source.description

    def batches(self, rows: int = 65_536) -> Iterator[Batch]:
        """The rows from the start.

        Raises: DataError where the source has not as many rows as the first time.
        """
        if self._complete and self._batches is not None:
            yield from self._batches
            return
        held: list[Batch] | None = [] if self._batches is not None else None
        size = count = 0
        for read in self._source.batches(rows):
            batch = read if self._change is None else self._change(read)
            count += len(batch.places)
            size += _bytes(batch)
            if size > HELD_BYTES:
                held = None
            if held is not None:
                held.append(batch)
            yield batch
        if self._rows is not None and count != self._rows:
            raise DataError(
                "the data changed while it was read",
                where=str(self.description.get("paths", ["data"])[0]),
                got=f"{self._rows:,} rows, then {count:,}",
                remedy="Read from a copy that stays as it is.",
            )
        self._batches, self._complete, self._rows = held, True, count


def _bytes(batch: Batch) -> int:
    """About what a batch takes in memory, from a hundred of its rows."""
    count = len(batch.places)
    step = max(1, count // 100)
    total = 0
    for cells in batch.rows.values():
        some = cells[::step]
        taken = sum(
            len(cell) if isinstance(cell, (str, bytes)) else cell.nbytes if isinstance(cell, np.ndarray) else 0
            for cell in some
        )
        total += count * _CELL_BYTES + count * taken // max(1, len(some))
    return total
