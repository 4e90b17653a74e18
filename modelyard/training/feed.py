"""What a training is fed with: the batches of every step, by (seed, step) alone."""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np

from modelyard.training.batches import Batch, Index, Source, epoch_batches


class Feed(Protocol):
    """Deals a split into steps. A *step* is one optimizer update; `work_per_step` counts `unit`s.

    `context` are the tokens that a prediction may see, 0 where that is unknown or means nothing; `steady` says that
    every batch but an epoch's last has one shape.
    """

    unit: str
    context: int
    steady: bool
    work_per_step: int
    steps_per_epoch: int

    def step(self, number: int, size: int) -> list[Batch]:
        """The step numbered `number` (from 0), at most `size` examples at a time; any step may be asked for."""

    def typical(self, count: int) -> list[list[Batch]]:
        """At most `count` whole steps from the cheapest to the dearest: their mean time stands for the epoch's.

        Typical ones come first, so that a rehearsal that is cut short has seen those.
        """

    def dearest(self) -> list[Batch]:
        """A step that takes as much memory as any."""

    def rounded(self, precision: str) -> Feed:
        """This feed with its inputs as the first matrix product of that precision reads them."""


class ExampleFeed:
    """Encoded examples in memory, every one once an epoch."""

    unit = "examples"
    context = 0

    def __init__(self, examples: Source, *, batch_size: int, accumulate: int, seed: int) -> None:
        self.examples = examples
        self.work_per_step = batch_size * accumulate
        self.steps_per_epoch = math.ceil(len(examples) / self.work_per_step)
        self.steady = examples.lengths is None
        self._batch_size, self._accumulate, self._seed = batch_size, accumulate, seed
        self._order: list[Index] = []
        self._epoch = -1

    def step(self, number: int, size: int) -> list[Batch]:
        """The parts of one step; only the last may be smaller."""
        epoch, place = divmod(number, self.steps_per_epoch)
        if epoch != self._epoch:
            self._order = epoch_batches(self.examples, self.work_per_step, seed=self._seed, epoch=epoch)
            self._epoch = epoch
        return self._parts(self._order[place], size)

    def typical(self, count: int) -> list[list[Batch]]:
        """Whole steps from the shortest examples to the longest, from the middle outwards."""
        batches = epoch_batches(self.examples, self.work_per_step, seed=self._seed, epoch=0)
        whole = [index for index in batches if len(index) == len(batches[0])]
        if self.examples.lengths is not None:
            lengths = self.examples.lengths
            whole.sort(key=lambda index: int(lengths[index].max()))
        centres = ((np.arange(min(count, len(whole))) + 0.5) * len(whole) / min(count, len(whole))).astype(int)
        return [self._parts(whole[i], self._batch_size) for i in sorted(centres, key=lambda i: abs(2 * i - len(whole)))]

    def dearest(self) -> list[Batch]:
        """The step of the first epoch with the longest example."""
        order = epoch_batches(self.examples, self.work_per_step, seed=self._seed, epoch=0)
        lengths = self.examples.lengths
        if lengths is None:
            return self._parts(order[0], self._batch_size)
        longest = max(order, key=lambda index: (int(lengths[index].max()), len(index)))
        return self._parts(longest, self._batch_size)

    def rounded(self, precision: str) -> ExampleFeed:
        """As `Examples.rounded`."""
        return ExampleFeed(
            self.examples.rounded(precision),
            batch_size=self._batch_size,
            accumulate=self._accumulate,
            seed=self._seed,
        )

    def _parts(self, index: Index, size: int) -> list[Batch]:
        return [self.examples.batch(index[start : start + size]) for start in range(0, len(index), size)]
