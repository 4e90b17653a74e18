"""Near duplicates among the sections of a corpus on disk, in bounded memory.

The signatures stay on disk; one band of them is in memory at a time (about 50 bytes a section while it is sorted).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from modelyard.data import duplicates, parts, values

# Signatures that agree so far need no look at the texts: of pairs just under the threshold one in 60 does.
SURELY_NEAR = 0.9
_ROWS = 100_000  # signatures compared at once


def near_groups(directory: Path, sections: Sequence[int], alive: NDArray[np.int64]) -> NDArray[np.uint64]:
    """A group number for each section; those of `alive` that are alike (`duplicates.THRESHOLD`) share one."""
    signatures = _Signatures(directory, sections)
    texts = _Texts(directory, signatures.edges)
    root = np.arange(signatures.edges[-1], dtype=np.int64)
    for pairs, agreement in _candidates(signatures, alive):
        for (a, b), share in zip(pairs.tolist(), agreement.tolist(), strict=True):
            first, second = _root(root, a), _root(root, b)
            if first != second and (share >= SURELY_NEAR or texts.are_near(a, b)):
                root[max(first, second)] = min(first, second)
    while True:
        above = root[root]
        if (above == root).all():
            return root.astype(np.uint64)
        root = above


def _candidates(
    signatures: _Signatures, alive: NDArray[np.int64]
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """Pairs that share a band and may be near, with the share of their signatures that agrees."""
    for start in range(0, duplicates.PERMUTATIONS, duplicates.BAND_ROWS):
        pairs = alive[duplicates.band_pairs(signatures.band(start)[alive])]
        for at in range(0, len(pairs), _ROWS):
            some = pairs[at : at + _ROWS]
            agreement = (signatures.rows(some[:, 0]) == signatures.rows(some[:, 1])).mean(axis=1)
            near = agreement >= duplicates.MAY_BE_NEAR
            yield some[near], agreement[near]


def _root(root: NDArray[np.int64], row: int) -> int:
    while root[row] != row:
        root[row] = root[root[row]]
        row = int(root[row])
    return row


class _Signatures:
    """The signatures of all parts, mapped; sections are counted over the parts."""

    def __init__(self, directory: Path, sections: Sequence[int]) -> None:
        self.edges = np.concatenate([[0], np.cumsum(sections)]).astype(np.int64)
        self._held = [parts.signatures(directory, i) for i in range(len(sections))]

    def band(self, start: int) -> NDArray[np.uint32]:
        return np.concatenate([held[:, start : start + duplicates.BAND_ROWS] for held in self._held])

    def rows(self, numbers: NDArray[np.int64]) -> NDArray[np.uint32]:
        result = np.empty((len(numbers), duplicates.PERMUTATIONS), dtype=np.uint32)
        part = np.searchsorted(self.edges, numbers, side="right") - 1
        for one in np.unique(part).tolist():
            here = part == one
            result[here] = self._held[one][numbers[here] - self.edges[one]]
        return result


class _Texts:
    """The shingles of sections, those last used kept."""

    HELD = 400  # sections, of up to 130 KB each

    def __init__(self, directory: Path, edges: NDArray[np.int64]) -> None:
        self._directory, self._edges = directory, edges
        self._held: dict[int, tuple[NDArray[np.uint64], int]] = {}

    def are_near(self, a: int, b: int) -> bool:
        """Whether the two are alike by their shingles; texts whose shingles differ in width are not."""
        first, second = self._shingles(a), self._shingles(b)
        return first[1] == second[1] and duplicates.similarity(first[0], second[0]) >= duplicates.THRESHOLD

    def _shingles(self, row: int) -> tuple[NDArray[np.uint64], int]:
        found = self._held.pop(row, None)
        if found is None:
            if len(self._held) >= self.HELD:
                del self._held[next(iter(self._held))]
            part = int(np.searchsorted(self._edges, row, side="right")) - 1
            wanted = np.zeros(int(self._edges[part + 1] - self._edges[part]), dtype=bool)
            wanted[row - int(self._edges[part])] = True
            text, _ = next(parts.read(self._directory, part, wanted))
            form = values.same_text_key(text)
            width = parts.shingle_width(form)
            found = (duplicates.shingles(form, width), width)
        self._held[row] = found
        return found
