"""Counts in bounded memory: distinct values, repeated rows, and a fair sample of rows.

Source: Wegman's adaptive sampling, in Flajolet, "On adaptive sampling" (Computing 43, 1990): keep the hashes whose
low `depth` bits are zero, and raise `depth` whenever more than `capacity` are held. All copies of a kept value are
kept, so distinct values and repeats are estimated without bias; the standard error is about 1.2 / sqrt(capacity).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


def hashes(cells: Iterable[Any], count: int) -> NDArray[np.uint64]:
    """64-bit hashes of `count` cells; stable within a process only.

    Raises: TypeError where a cell is a list or a mapping.
    """
    raw = np.fromiter(map(hash, cells), dtype=np.int64, count=count)
    # Python hashes small integers to themselves: mix the bits (the finalizer of splitmix64).
    mixed = raw.view(np.uint64)
    with np.errstate(over="ignore"):
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def combine(parts: Sequence[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """One hash a row from the hashes of its cells; the order of the columns matters."""
    total = np.zeros(len(parts[0]), dtype=np.uint64) if parts else np.zeros(0, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for part in parts:
            total = (total ^ part) * np.uint64(0x9E3779B97F4A7C15)
            total ^= total >> np.uint64(29)
    return total


class Distinct:
    """How many different hashes there are: exact up to `capacity`, then estimated."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._depth = 0
        self._kept: NDArray[np.uint64] = np.empty(0, dtype=np.uint64)

    def add(self, found: NDArray[np.uint64]) -> None:
        """Count these."""
        new = self._of_depth(found)
        self._kept = np.union1d(self._kept, new)
        while len(self._kept) > self._capacity:
            self._depth += 1
            self._kept = self._of_depth(self._kept)

    @property
    def exact(self) -> bool:
        """Whether no hash was left out."""
        return self._depth == 0

    @property
    def count(self) -> int:
        """The number of different hashes."""
        return len(self._kept) << self._depth

    def _of_depth(self, found: NDArray[np.uint64]) -> NDArray[np.uint64]:
        mask = np.uint64((1 << self._depth) - 1)
        return found[(found & mask) == 0] if self._depth else found


class Repeats:
    """How many hashes repeat an earlier one: exact up to `capacity` hashes (8 bytes each), then estimated."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._depth = 0
        self._parts: list[NDArray[np.uint64]] = []
        self._held = 0

    def add(self, found: NDArray[np.uint64]) -> None:
        """Count these."""
        part = self._of_depth(found)
        self._parts.append(part)
        self._held += len(part)
        while self._held > self._capacity:
            self._depth += 1
            self._parts = [self._of_depth(part) for part in self._parts]
            self._held = sum(map(len, self._parts))

    @property
    def exact(self) -> bool:
        """Whether no hash was left out."""
        return self._depth == 0

    @property
    def count(self) -> int:
        """The number of hashes that have an equal one before them."""
        if not self._parts:
            return 0
        return (self._held - len(np.unique(np.concatenate(self._parts)))) << self._depth

    def _of_depth(self, found: NDArray[np.uint64]) -> NDArray[np.uint64]:
        mask = np.uint64((1 << self._depth) - 1)
        return found[(found & mask) == 0].copy() if self._depth else found


class Reservoir:
    """Which rows a fair sample of `size` holds. Source: Vitter, Algorithm R (ACM TOMS 11, 1985)."""

    def __init__(self, size: int, seed: int) -> None:
        self._size = size
        self._random = np.random.default_rng(seed)
        self._seen = 0

    def choose(self, rows: int) -> list[tuple[int, int]]:
        """For the next `rows` rows: (slot, row of this batch) for each row that enters the sample."""
        start = self._seen
        self._seen += rows
        filled = max(0, min(self._size - start, rows))
        chosen = [(start + i, i) for i in range(filled)]
        later = np.arange(start + filled, start + rows)
        slots = (self._random.random(len(later)) * (later + 1)).astype(np.int64)
        last: dict[int, int] = {}
        for i in np.flatnonzero(slots < self._size):
            last[int(slots[i])] = filled + int(i)
        return chosen + sorted(last.items())
