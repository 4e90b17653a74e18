"""How much of the test text was already in the training text: shared runs of 13 tokens.

Source: Brown et al. 2020, "Language models are few-shot learners", appendix C, with tokens for words.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

RUN = 13
# Training tokens at a time.
CHUNK = 4_000_000
_FACTOR = np.uint64(0x9E3779B97F4A7C15)

Ints = NDArray[np.int32]


class Stream(Protocol):
    """The training tokens."""

    @property
    def tokens(self) -> int:
        """How many."""

    def read(self, start: int, stop: int) -> Ints:
        """The tokens at [start, stop)."""


def shared(documents: list[Ints], training: Stream) -> NDArray[np.float64]:
    """The share of each document's tokens that stand in a run of 13 that the training stream holds too, [N].

    Runs are compared by 64-bit hashes: of a billion training runs and a million test runs, 5e-5 would agree by chance.
    A document shorter than a run shares nothing.
    """
    hashes = [_hashes(tokens) for tokens in documents]
    wanted = np.unique(np.concatenate(hashes)) if hashes else np.empty(0, dtype=np.uint64)
    seen = np.zeros(len(wanted), dtype=bool)
    for start in range(0, training.tokens if len(wanted) else 0, CHUNK):
        found = _hashes(training.read(start, min(training.tokens, start + CHUNK + RUN - 1)))
        at = np.searchsorted(wanted, found)
        at[at == len(wanted)] = 0
        seen[at[wanted[at] == found]] = True
    return np.array([_covered(len(tokens), own, wanted, seen) for tokens, own in zip(documents, hashes, strict=True)])


def _hashes(tokens: Ints) -> NDArray[np.uint64]:
    """Of every run of 13 tokens, by its place."""
    count = len(tokens) - RUN + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    ids = tokens.astype(np.uint64)
    found = np.zeros(count, dtype=np.uint64)
    for offset in range(RUN):
        found = (found ^ (found >> np.uint64(29)) ^ ids[offset : offset + count]) * _FACTOR
    return found


def _covered(length: int, own: NDArray[np.uint64], wanted: NDArray[np.uint64], seen: NDArray[np.bool_]) -> float:
    if not len(own):
        return 0.0
    starts = seen[np.searchsorted(wanted, own)].astype(np.int64)
    edges = np.zeros(length + 1, dtype=np.int64)
    edges[: len(starts)] += starts
    edges[RUN : RUN + len(starts)] -= starts
    return float((np.cumsum(edges)[:length] > 0).mean())
