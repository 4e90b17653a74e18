"""Windows over streams of tokens, as batches: which token is predicted, from which others, and in what order.

B sequences; T tokens of a sequence. Windows lie end to end: window w of a stream reads tokens wT to wT + T and predicts
wT + 1 to wT + T + 1, so that each token but the very first is predicted exactly once in a pass. Later passes begin some
tokens further on and go round over the stream's end, which is a document's: a token is then predicted from others.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from modelyard.data.shards import Shards

IGNORED = -100  # a target that is not predicted
_AHEAD = 4  # batches made before they are asked for


@dataclass(frozen=True, slots=True)
class WindowBatch:
    """One batch, int64 [B, T] each. `segments` tells documents apart within a row; None where attention may cross."""

    input_ids: NDArray[np.int64]
    targets: NDArray[np.int64]
    position_ids: NDArray[np.int64]
    segments: NDArray[np.int64] | None


class Windows:
    """Windows of one or several streams, mixed by weight.

    An epoch has as many windows as there are in all streams; a stream gives it the share that its weight has of all
    weights, and goes round again when it is used up. With its number of tokens as each stream's weight an epoch is one
    pass. A window's number is its place among all windows, plus all of them for every token that its pass is shifted.
    """

    def __init__(
        self, sources: Sequence[tuple[Shards, float]], length: int, seed: int, *, cross_documents: bool = False
    ) -> None:
        assert length > 0 and sources
        self._streams = [shards for shards, _ in sources]
        self.length, self.seed, self.cross_documents = length, seed, cross_documents
        self._sizes = [max(0, -(-(shards.tokens - 1) // length)) for shards in self._streams]
        self._bases = np.concatenate([[0], np.cumsum(self._sizes)]).astype(np.int64)
        self._shares = _whole_shares(self._sizes, [weight for _, weight in sources])

    def __len__(self) -> int:
        return int(self._bases[-1])

    def index(self, epoch: int) -> NDArray[np.int64]:
        """The windows of an epoch in their order, [len]; a function of the seed and the epoch alone."""
        chosen = [self._of_stream(i, epoch) for i in range(len(self._streams))]
        order: NDArray[np.int64] = np.concatenate(chosen)
        np.random.default_rng([self.seed, 0, epoch]).shuffle(order)
        return order

    def in_order(self) -> NDArray[np.int64]:
        """Every window once as it stands in the streams, for evaluation."""
        return np.arange(len(self), dtype=np.int64)

    def _of_stream(self, stream: int, epoch: int) -> NDArray[np.int64]:
        """The next share of a stream: it is dealt from endless passes, each in an order of its own."""
        size, share = self._sizes[stream], self._shares[stream]
        if not size or not share:
            return np.zeros(0, dtype=np.int64)
        start, stop = epoch * share, (epoch + 1) * share
        found: list[NDArray[np.int64]] = []
        for turn in range(start // size, -(-stop // size)):
            order = np.random.default_rng([self.seed, 1, stream, turn]).permutation(size)
            shift = self._shift(stream, turn) * len(self)
            found.append(order[max(0, start - turn * size) : stop - turn * size] + shift)
        joined: NDArray[np.int64] = np.concatenate(found).astype(np.int64) + self._bases[stream]
        return joined

    def _shift(self, stream: int, turn: int) -> int:
        """How many tokens after the stream's first a pass begins: none in the first pass, less than a window."""
        return int(np.random.default_rng([self.seed, 2, stream, turn]).integers(self.length)) if turn else 0

    def batch(self, indices: NDArray[np.int64] | Sequence[int]) -> WindowBatch:
        """The windows of those numbers, as `index` gives them."""
        shifts, windows = np.divmod(np.asarray(indices, dtype=np.int64), len(self))
        shape = (len(windows), self.length)
        input_ids = np.empty(shape, dtype=np.int64)
        targets = np.full(shape, IGNORED, dtype=np.int64)
        position_ids = np.tile(np.arange(self.length, dtype=np.int64), (len(windows), 1))
        segments = None if self.cross_documents else np.zeros(shape, dtype=np.int64)
        for row, (shift, window) in enumerate(zip(shifts.tolist(), windows.tolist(), strict=True)):
            stream = int(np.searchsorted(self._bases, window, side="right")) - 1
            shards = self._streams[stream]
            place = (window - int(self._bases[stream])) * self.length
            count = min(self.length, shards.tokens - 1 - place)
            start = (place + shift) % shards.tokens
            read = _around(shards, start, count + 1)
            input_ids[row, :count] = read[:-1]
            input_ids[row, count:] = shards.end_id  # after the end of the last window of a stream
            targets[row, :count] = read[1:]
            if segments is not None:
                begins = _begins(shards.starts, start, count)
                if count < self.length:
                    begins = np.append(begins, count)  # what pads the row
                _mark_documents(begins, segments[row], position_ids[row])
        if segments is not None and not segments.any():
            segments = None
        return WindowBatch(input_ids, targets, position_ids, segments)

    def batches(self, order: NDArray[np.int64], size: int, *, ahead: int = _AHEAD) -> Iterator[WindowBatch]:
        """`batch` over an order, `size` windows at a time (the last may have fewer), made ahead by a thread."""
        ready: queue.Queue[WindowBatch | BaseException | None] = queue.Queue(maxsize=max(1, ahead))
        stopped = threading.Event()

        def put(item: WindowBatch | BaseException | None) -> bool:
            while not stopped.is_set():
                try:
                    ready.put(item, timeout=0.1)
                    return True
                except queue.Full:
                    continue
            return False

        def make() -> None:
            try:
                for start in range(0, len(order), size):
                    if not put(self.batch(order[start : start + size])):
                        return
                put(None)
            except (OSError, ValueError, AssertionError) as error:  # handed on to the one who asks
                put(error)

        thread = threading.Thread(target=make, name="windows", daemon=True)
        thread.start()
        try:
            while (item := ready.get()) is not None:
                if isinstance(item, BaseException):
                    raise item
                yield item
        finally:
            stopped.set()
            thread.join()


def _around(shards: Shards, start: int, count: int) -> NDArray[np.int32]:
    """So many tokens from `start` on; the first follows the last."""
    whole = shards.read(start, min(start + count, shards.tokens))
    rest = count - len(whole)
    return np.concatenate([whole, shards.read(0, rest)]) if rest else whole


def _begins(starts: NDArray[np.int64], start: int, count: int) -> NDArray[np.int64]:
    """Where documents begin within `count` tokens from `start` on, but for the first token; `starts` end the stream."""
    first, last = np.searchsorted(starts, [start, start + count], side="right")
    inside = np.asarray(starts[first:last]) - start
    over = start + count - int(starts[-1])
    if over > 0:  # the last of `inside` is the stream's end, where its first document begins again
        again = np.asarray(starts[1 : int(np.searchsorted(starts, over, side="left"))])
        inside = np.append(inside, again + int(starts[-1]) - start)
    return inside[inside < count]


def _mark_documents(begins: NDArray[np.int64], segments: NDArray[np.int64], positions: NDArray[np.int64]) -> None:
    """Number the parts of a window from 0, and count positions from 0 in each."""
    edges = np.concatenate([[0], begins])
    lengths = np.diff(np.append(edges, len(segments)))
    segments[:] = np.repeat(np.arange(len(edges)), lengths)
    positions -= np.repeat(edges, lengths)


def _whole_shares(sizes: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Windows an epoch takes from each stream: whole numbers that add up to all windows, by largest remainder."""
    assert all(weight >= 0 for weight in weights) and sum(weights) > 0
    usable = np.array([weight if size else 0.0 for size, weight in zip(sizes, weights, strict=True)])
    if len(sizes) == 1 or not usable.sum():
        return list(sizes)
    ideal = sum(sizes) * usable / usable.sum()
    whole = np.floor(ideal).astype(np.int64)
    rest = sum(sizes) - int(whole.sum())
    whole[np.argsort(-(ideal - whole), kind="stable")[:rest]] += 1
    return [int(count) for count in whole]
