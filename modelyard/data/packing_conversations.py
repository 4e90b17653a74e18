"""Conversations packed into rows of one length: no token sees another conversation, each answer's token counts once.

B rows; T tokens of a row. A conversation longer than a row is read in windows that overlap by half: what a window
repeats of the one before it is seen and not predicted again.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import Tokens
from modelyard.data.packing import IGNORED, WindowBatch

Index = NDArray[np.int64]


class Rows(Protocol):
    """What a feed deals: numbered rows of one length, in an order that a seed and an epoch give."""

    length: int

    def __len__(self) -> int: ...

    def index(self, epoch: int) -> Index:
        """The rows of an epoch in their order."""

    def batch(self, indices: Index | Sequence[int]) -> WindowBatch:
        """The rows of those numbers."""


class PackedRows:
    """Conversations in rows; which stand together is the seed's choice, once for all epochs."""

    def __init__(self, tokens: Tokens, chosen: Index, length: int, seed: int, fill: int) -> None:
        """`chosen` are the sequences of `tokens` to pack; `fill` the token behind the last of a row."""
        self.length, self._seed, self._fill = length, seed, fill
        self._ids = tokens.ids
        self.spans = windows(tokens, chosen, length)
        lengths = self.spans[:, 1] - self.spans[:, 0] - 1
        shuffled = np.random.default_rng([seed, 5]).permutation(len(lengths))
        order, edges = best_fit(lengths[shuffled], length)
        self._order, self._edges = shuffled[order], edges

    def __len__(self) -> int:
        return len(self._edges) - 1

    def index(self, epoch: int) -> Index:
        """Every row once; a function of the seed and the epoch alone."""
        return np.random.default_rng([self._seed, 4, epoch]).permutation(len(self)).astype(np.int64)

    def batch(self, indices: Index | Sequence[int]) -> WindowBatch:
        """The rows of those numbers, int64 [B, T] each."""
        rows = np.asarray(indices, dtype=np.int64)
        shape = (len(rows), self.length)
        input_ids = np.full(shape, self._fill, dtype=np.int64)
        targets = np.full(shape, IGNORED, dtype=np.int64)
        position_ids = np.zeros(shape, dtype=np.int64)
        segments = np.zeros(shape, dtype=np.int64)
        for i, row in enumerate(rows.tolist()):
            at = 0
            members = self._order[self._edges[row] : self._edges[row + 1]]
            for segment, (start, stop, fresh) in enumerate(self.spans[members].tolist()):
                marked = np.asarray(self._ids[start:stop], dtype=np.int64)
                here = slice(at, at + len(marked) - 1)
                input_ids[i, here] = np.where(marked < 0, ~marked, marked)[:-1]
                said = (marked >= 0) & (np.arange(start, stop) >= fresh)
                targets[i, here] = np.where(said, marked, IGNORED)[1:]
                position_ids[i, here] = np.arange(len(marked) - 1)
                segments[i, here] = segment
                at = here.stop
            position_ids[i, at:] = np.arange(self.length - at)
            segments[i, at:] = len(members)
        return WindowBatch(input_ids, targets, position_ids, segments if segments.any() else None)


class Mixed:
    """Rows with a share of others among them, which are dealt from endless passes of their own."""

    def __init__(self, rows: Rows, others: Rows, share: float, seed: int) -> None:
        assert rows.length == others.length and 0 < share < 1
        self.length, self._seed = rows.length, seed
        self._rows, self._others = rows, others
        self.repeated = max(1, round(len(rows) * share / (1 - share)))

    def __len__(self) -> int:
        return len(self._rows) + self.repeated

    def index(self, epoch: int) -> Index:
        """An epoch of the rows, and the next of the others, shuffled."""
        size = len(self._others)
        start, stop = epoch * self.repeated, (epoch + 1) * self.repeated
        turns = [
            np.random.default_rng([self._seed, 6, turn]).permutation(size)
            for turn in range(start // size, -(-stop // size))
        ]
        first = start // size * size
        others = ~np.concatenate(turns)[start - first : stop - first]
        order: Index = np.concatenate([self._rows.index(epoch), others]).astype(np.int64)
        np.random.default_rng([self._seed, 7, epoch]).shuffle(order)
        return order

    def batch(self, indices: Index | Sequence[int]) -> WindowBatch:
        """The rows of those numbers."""
        numbers = np.asarray(indices, dtype=np.int64)
        own = numbers >= 0
        parts = [
            (np.flatnonzero(which), source.batch(one))
            for which, source, one in ((own, self._rows, numbers[own]), (~own, self._others, ~numbers[~own]))
            if which.any()
        ]
        shape = (len(numbers), self.length)
        found = [np.zeros(shape, dtype=np.int64) for _ in range(4)]
        for places, part in parts:
            segments = np.zeros((len(places), self.length), dtype=np.int64) if part.segments is None else part.segments
            for array, of_part in zip(found, (part.input_ids, part.targets, part.position_ids, segments), strict=True):
                array[places] = of_part
        return WindowBatch(found[0], found[1], found[2], found[3] if found[3].any() else None)


def windows(tokens: Tokens, chosen: Index, length: int) -> Index:
    """What is read at once, [windows, 3]: first token, the one after the last, the first that may be predicted.

    A window has at most `length` + 1 tokens. Those in which nothing is left to predict are not among them.
    """
    starts, stops = tokens.offsets[:-1][chosen], tokens.offsets[1:][chosen]
    short = stops - starts <= length + 1
    spans = [np.stack([starts[short], stops[short], starts[short] + 1], axis=1)]
    stride = max(1, length - length // 2)
    for start, stop in zip(starts[~short].tolist(), stops[~short].tolist(), strict=True):
        begins = [*range(start, stop - length - 1, stride), stop - length - 1]
        fresh = start + 1
        for begin in begins:
            end = begin + length + 1
            if (np.asarray(tokens.ids[fresh:end]) >= 0).any():
                spans.append(np.array([[begin, end, fresh]]))
            fresh = end
    return np.concatenate(spans).astype(np.int64)


def best_fit(lengths: Index, size: int) -> tuple[Index, Index]:
    """Items by row: each goes, the longest first, where it leaves least room. The items in order; where rows begin.

    Source: best-fit decreasing; Ding et al. 2024, "Fewer truncations improve language modeling", section 3.
    """
    row_of = np.empty(len(lengths), dtype=np.int64)
    rooms: list[int] = []  # of the rows that have any, each size once, ascending
    rows: dict[int, list[int]] = {}
    count = 0
    for item in np.argsort(-lengths, kind="stable").tolist():
        need = int(lengths[item])
        place = bisect_left(rooms, need)
        if place < len(rooms):
            room = rooms[place]
            row = rows[room].pop()
            if not rows[room]:
                del rows[room]
                rooms.pop(place)
        else:
            room, row = size, count
            count += 1
        row_of[item] = row
        left = room - need
        if left:
            if left not in rows:
                insort(rooms, left)
            rows.setdefault(left, []).append(row)
    order = np.argsort(row_of, kind="stable")
    edges = np.concatenate([[0], np.cumsum(np.bincount(row_of, minlength=count))]).astype(np.int64)
    return order.astype(np.int64), edges
