"""One streaming pass over a source, in memory that does not grow with its size.

Held at once: one batch, `SAMPLE_ROWS` sampled rows, `REPEAT_HASHES` row hashes (8 MB per million), and for each column
up to `COUNTED_VALUES` values or `DISTINCT_HASHES` hashes.
"""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.data import values
from modelyard.data.kinds import Facts, profile_column
from modelyard.data.profile import Profile
from modelyard.data.sketches import Distinct, Repeats, Reservoir, hashes

if TYPE_CHECKING:
    from modelyard.data.held import Held
    from modelyard.data.sources import Source

SAMPLE_ROWS = 10_000
SAMPLE_CHARACTERS = 4_096
SAMPLE_CELLS = 2_000_000  # a table of very many columns gets fewer sampled rows
COUNTED_VALUES = 2_000
DISTINCT_HASHES = 16_384
REPEAT_HASHES = 4_000_000
PLACES = 10


def inspect(source: Source | Held, *, seed: int = 0) -> Profile:
    """Profile every column of `source`, reading it once.

    Raises: DataError where the source cannot be read.
    """
    started = time.perf_counter()
    trackers = {name: _Tracker(name) for name in source.columns}
    size = max(100, min(SAMPLE_ROWS, SAMPLE_CELLS // max(1, len(source.columns))))
    reservoir, repeats = Reservoir(size, seed), Repeats(REPEAT_HASHES)
    sample: dict[str, list[Any]] = {name: [] for name in source.columns}
    places: list[str] = []
    rows = malformed = 0
    for batch in source.batches():
        malformed += sum(not row.kept for row in batch.bad)  # what was mended stands in the rows
        count = len(batch.places)
        if not count:
            continue
        chosen = reservoir.choose(count)
        hashable = []
        for name, tracker in trackers.items():
            cells = as_cells(batch.rows[name])
            hashable.append(tracker.add(cells, batch.places))
            _keep(sample[name], [(slot, _cut(cells[row])) for slot, row in chosen])
        _keep(places, [(slot, batch.places[row]) for slot, row in chosen])
        repeats.add(hashes(zip(*hashable, strict=True), count))
        rows += count
    columns = tuple(
        profile_column(tracker.facts(), sample[name], rows, sampled=rows > size) for name, tracker in trackers.items()
    )
    return Profile(
        rows=rows,
        malformed=malformed,
        columns=columns,
        description=dict(source.description),
        repeated=repeats.count,
        estimated=() if repeats.exact else ("repeated",),
        sample=sample,
        sample_places=tuple(places),
        seconds=time.perf_counter() - started,
    )


def as_cells(column: Any) -> Sequence[Any]:
    """A column as a sequence of cells: lists and arrays of vectors stay, arrays of numbers become lists."""
    if isinstance(column, np.ndarray) and column.ndim == 1:
        listed: list[Any] = column.tolist()
        return listed
    return column  # type: ignore[no-any-return]


def _keep(held: list[Any], chosen: list[tuple[int, Any]]) -> None:
    for slot, value in chosen:
        if slot == len(held):
            held.append(value)
        else:
            held[slot] = value


def _no_numbers(cells: Sequence[Any]) -> bool:
    """Whether hardly any of 500 cells spread over the first batch is a number: then the rest is not tried."""
    some = [cell for cell in cells[:: max(1, len(cells) // 500)] if cell is not None]
    return bool(some) and sum(values.number(cell) is not None for cell in some) < 0.05 * len(some)


def _cut(cell: Any) -> Any:
    return cell[:SAMPLE_CHARACTERS] if isinstance(cell, str) and len(cell) > SAMPLE_CHARACTERS else cell


class _Tracker:
    """What is counted of one column while its cells go by."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.present = self.missing = 0
        self.counts: Counter[Any] | None = Counter()
        self.distinct = Distinct(DISTINCT_HASHES)
        self.numeric = True  # until a batch has more texts than numbers
        self.number_count = self.wrong = 0
        self.wrong_places: list[tuple[str, str]] = []
        self.mean = self.squares = 0.0  # squares: of the distances from the mean
        self.low, self.high = math.inf, -math.inf
        self.whole = True
        self.longest = 0
        self.shape: tuple[int, ...] = ()
        self.shapes_differ = False

    def add(self, cells: Sequence[Any], places: Any) -> Sequence[Any]:
        """Count a batch; returns its cells as values that can be hashed."""
        if isinstance(cells, np.ndarray) or any(values.is_vector(cell) for cell in cells[:20]):
            return self._add_vectors(cells)
        missing = cells.count(None)
        there = [cell for cell in cells if cell is not None] if missing else cells
        self.missing += missing
        self.present += len(there)
        if not there:
            return cells
        try:
            self._count_values(there)
        except TypeError:  # a list or a mapping among the cells
            cells = [values.text(cell) for cell in cells]
            there = [cell for cell in cells if cell is not None]
            self._count_values(there)
        if self.numeric:
            self._add_numbers(cells, places, len(there))
        if not self.numeric:
            try:
                self.longest = max(self.longest, max(map(len, there)))
            except TypeError:
                self.longest = max(self.longest, max(len(cell) if isinstance(cell, str) else 0 for cell in there))
        return cells

    def _count_values(self, there: Sequence[Any]) -> None:
        """Exact counts while they are few; from then on hashes."""
        if self.counts is None:
            self.distinct.add(hashes(there, len(there)))
            return
        self.counts.update(there)
        if len(self.counts) > COUNTED_VALUES:
            self.distinct.add(hashes(self.counts, len(self.counts)))
            self.counts = None

    def _add_numbers(self, cells: Sequence[Any], places: Any, there: int) -> None:
        if not self.number_count and not self.wrong and _no_numbers(cells):
            self.numeric = False
            return
        found, wrong = values.numbers(cells)
        good = found[~np.isnan(found)]
        self.number_count += len(good)
        self.wrong += len(wrong)
        for i in wrong[: max(0, PLACES - len(self.wrong_places))]:
            self.wrong_places.append((places[int(i)], str(cells[int(i)])[:80]))
        if len(wrong) > there / 2 and self.wrong > self.number_count:
            self.numeric = False
        if not len(good):
            return
        self._add_moments(good)
        self.low, self.high = min(self.low, float(good.min())), max(self.high, float(good.max()))
        self.whole = self.whole and bool((good == np.floor(good)).all())

    def _add_moments(self, good: NDArray[np.float64]) -> None:
        """Mean and squared distances merged batch by batch. Source: Chan, Golub & LeVeque (1979)."""
        with np.errstate(over="ignore", invalid="ignore"):  # of numbers near 1e300; the figure is then left out
            mean = float(good.mean())
            squares = float(np.square(good - mean).sum())
            apart = mean - self.mean
            before = self.number_count - len(good)
            self.mean += apart * len(good) / self.number_count
            self.squares += squares + float(np.float64(apart) ** 2) * before * len(good) / self.number_count

    def _add_vectors(self, cells: Any) -> Sequence[Any]:
        self.numeric, self.counts = False, None
        arrays = [None if cell is None else np.asarray(cell) for cell in cells]
        for array in arrays:
            if array is None:
                self.missing += 1
            else:
                self.present += 1
                self._shape_is(array.shape)
        raw = [None if array is None else array.tobytes() for array in arrays]
        self.distinct.add(hashes(raw, len(raw)))
        return raw

    def _shape_is(self, shape: tuple[int, ...]) -> None:
        self.shapes_differ = self.shapes_differ or (bool(self.shape) and shape != self.shape)
        self.shape = self.shape or shape

    def facts(self) -> Facts:
        """What was counted."""
        numbers = self.number_count
        spread = math.sqrt(self.squares / numbers) if numbers and math.isfinite(self.squares) else None
        return Facts(
            name=self.name,
            present=self.present,
            missing=self.missing,
            counts=self.counts,
            distinct=len(self.counts) if self.counts is not None else self.distinct.count,
            distinct_exact=self.counts is not None or self.distinct.exact,
            numbers=numbers if self.numeric else 0,
            non_numbers=self.wrong if self.numeric else 0,
            non_number_places=tuple(self.wrong_places) if self.numeric else (),
            low=self.low if numbers else None,
            high=self.high if numbers else None,
            mean=self.mean if numbers and math.isfinite(self.mean) else None,
            deviation=spread,
            whole=self.whole and numbers > 0,
            longest=self.longest,
            shape=self.shape,
            shapes_differ=self.shapes_differ,
        )
