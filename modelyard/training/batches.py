"""Encoded examples in memory, and the order in which a seed and an epoch deal them. N examples; B a batch; T tokens."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from modelyard.core.features import Features, Tokens, pad, rounded_up, take

# Batches that are sorted by length together: enough to leave little padding, few enough to keep batches diverse.
BUCKET_BATCHES = 50
# Validation needs no gradients, so several training batches fit where one did.
EVALUATION_TOKENS = 4096
EVALUATION_ROWS = 1024
# A GPU needs this many times as much at once to be busy.
ACCELERATOR_FACTOR = 16

Batch = dict[str, Tensor]
Index = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Dense:
    features: Tensor

    def inputs(self, index: Tensor) -> Batch:
        return {"features": self.features.index_select(0, index)}


@dataclass(frozen=True, slots=True)
class _Tokens:
    tokens: Tokens
    pad_id: int
    longest: int

    def inputs(self, index: Tensor) -> Batch:
        picked = take(self.tokens, index.numpy())
        assert isinstance(picked, Tokens)
        width = min(self.longest, rounded_up(int(picked.lengths.max(initial=1))))
        ids, mask = pad(picked, self.pad_id, width)
        return {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}


class Examples:
    """The examples of one split: features, targets [N] and, where classes are weighted, a weight for each [N]."""

    def __init__(
        self, features: Features, targets: NDArray[np.generic], weights: NDArray[np.float64] | None, pad_id: int
    ):
        self.targets = targets
        self.lengths = features.lengths if isinstance(features, Tokens) else None
        if isinstance(features, Tokens):
            longest = int(features.lengths.max(initial=1))
            self._inputs: _Dense | _Tokens = _Tokens(features, pad_id, longest)
        elif isinstance(features, np.ndarray):
            self._inputs = _Dense(torch.from_numpy(np.ascontiguousarray(features, dtype=np.float32)))
        else:
            raise TypeError("a network reads tokens or dense features, not sparse ones")
        whole = np.issubdtype(targets.dtype, np.integer)
        self._targets = torch.from_numpy(np.ascontiguousarray(targets, dtype=np.int64 if whole else np.float32))
        self._weights = None if weights is None else torch.from_numpy(weights.astype(np.float32))

    def __len__(self) -> int:
        return len(self.targets)

    def rounded(self, precision: str) -> Examples:
        """These examples with dense features as the first matrix product of that precision reads them.

        Rounded once instead of in every epoch, they are half the bytes to gather; the products are the same.
        """
        if precision != "bf16" or not isinstance(self._inputs, _Dense):
            return self
        found = copy.copy(self)
        found._inputs = _Dense(self._inputs.features.bfloat16())
        return found

    def batch(self, index: Index) -> Batch:
        """The examples at `index`: what `task.loss` reads."""
        where = torch.from_numpy(index)
        batch = self._inputs.inputs(where)
        batch["targets"] = self._targets.index_select(0, where)
        if self._weights is not None:
            batch["weights"] = self._weights.index_select(0, where)
        return batch


class Dealt(Protocol):
    """What can be dealt into batches: `lengths` are those of token sequences, None where there are none."""

    lengths: NDArray[np.int64] | None

    def __len__(self) -> int: ...


class Source(Dealt, Protocol):
    """Examples that a feed takes its batches from."""

    def batch(self, index: Index) -> Batch:
        """The examples at `index`: what `task.loss` reads."""

    def rounded(self, precision: str) -> Source:
        """As the first matrix product of that precision reads them."""


def epoch_batches(examples: Dealt, batch_size: int, *, seed: int, epoch: int) -> list[Index]:
    """The batches of one epoch: every example once, by (seed, epoch) alone, token sequences with their like in length.

    The one batch that may be smaller comes last, so that the number of steps before any step is known.
    """
    count = len(examples)
    random = np.random.Generator(np.random.Philox(key=np.array([seed, epoch], dtype=np.uint64)))
    order = random.permutation(count)
    if examples.lengths is None:
        return [order[start : start + batch_size] for start in range(0, count, batch_size)]
    full = count - count % batch_size
    bucket = batch_size * BUCKET_BATCHES
    parts: list[Index] = []
    for start in range(0, full, bucket):
        chunk = order[start : min(start + bucket, full)]
        chunk = chunk[np.argsort(examples.lengths[chunk], kind="stable")]
        parts.extend(chunk.reshape(-1, batch_size))
    shuffled = [parts[i] for i in random.permutation(len(parts))]
    return [*shuffled, order[full:]] if full < count else shuffled


def evaluation_batches(examples: Examples, kind: str = "cpu") -> Iterator[Index]:
    """Every example once, in batches of like length and bounded size for this kind of device."""
    factor = 1 if kind == "cpu" else ACCELERATOR_FACTOR
    most = factor * EVALUATION_TOKENS
    if examples.lengths is None:
        for start in range(0, len(examples), factor * EVALUATION_ROWS):
            yield np.arange(start, min(start + factor * EVALUATION_ROWS, len(examples)))
        return
    order = np.argsort(examples.lengths, kind="stable")
    start = 0
    while start < len(order):
        # Lengths ascend, so the longest of `rows` candidates is the last of them.
        rows = max(1, most // max(1, int(examples.lengths[order[start]])))
        while rows > 1 and rows * int(examples.lengths[order[min(start + rows, len(order)) - 1]]) > 2 * most:
            rows //= 2
        yield order[start : start + rows]
        start += rows


def balanced_weights(targets: NDArray[np.int64], classes: int) -> NDArray[np.float64]:
    """A weight for each example such that every class that occurs weighs the same in sum, with mean 1."""
    counts = np.bincount(targets, minlength=classes).astype(np.float64)
    per_class = np.divide(len(targets), counts * np.count_nonzero(counts), out=np.zeros_like(counts), where=counts > 0)
    return np.asarray(per_class[targets], dtype=np.float64)
