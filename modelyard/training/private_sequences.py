"""What a language model is trained on privately: of each drawn document or conversation one sequence, unpacked.

An example is all that one document or conversation gives to a step: packed together, the gradient of one row would be
of several. A longer one gives another sequence of the model's context each time it is drawn.
B examples; T tokens of the longest of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray

from modelyard.core.features import Tokens, rounded_up
from modelyard.data.packing import IGNORED
from modelyard.data.packing_conversations import windows
from modelyard.data.shards import Shards
from modelyard.training.batches import Batch, Index


class Sequences:
    """Examples of unlike lengths (`lengths` [N], the tokens that are read, at most `context`)."""

    unit = "example"

    def __init__(self, lengths: NDArray[np.int64], context: int, fill: int) -> None:
        self.lengths: NDArray[np.int64] | None = np.minimum(lengths, context)
        self.context, self._fill = context, fill

    def __len__(self) -> int:
        assert self.lengths is not None
        return len(self.lengths)

    def rounded(self, precision: str) -> Self:
        """Token ids have no precision."""
        return self

    def sequence(self, number: int, random: np.random.Generator | None) -> tuple[Index, Index]:
        """Tokens of an example, and those after them (-100: not predicted); its first sequence without `random`."""
        raise NotImplementedError

    def batch(self, index: Index, random: np.random.Generator | None = None) -> Batch:
        """The examples at `index`, [B, T]; each one's loss is the mean over the tokens that it predicts."""
        found = [self.sequence(number, random) for number in np.asarray(index).tolist()]
        width = min(self.context, rounded_up(max(len(ids) for ids, _ in found)))
        input_ids = np.full((len(found), width), self._fill, dtype=np.int64)
        targets = np.full((len(found), width), IGNORED, dtype=np.int64)
        for row, (ids, after) in enumerate(found):
            input_ids[row, : len(ids)], targets[row, : len(after)] = ids, after
        predicted = (targets != IGNORED).sum(axis=1)
        weights = np.where(predicted > 0, 1.0 / np.maximum(predicted, 1), 0.0).astype(np.float32)
        return {
            "input_ids": torch.from_numpy(input_ids),
            "targets": torch.from_numpy(targets),
            "weights": torch.from_numpy(weights),
        }


class Documents(Sequences):
    """The documents of a corpus, each between two end tokens."""

    unit = "document"

    def __init__(self, shards: Shards, context: int) -> None:
        super().__init__(np.diff(shards.starts).astype(np.int64), context, shards.end_id)
        self._shards = shards

    def sequence(self, number: int, random: np.random.Generator | None) -> tuple[Index, Index]:
        """A part of the document of at most `context` tokens, anywhere in it."""
        start, stop = (int(place) for place in self._shards.starts[number : number + 2])
        first = start
        if random is not None and stop - start > self.context:
            first += int(random.integers(stop - start - self.context + 1))
        last = min(stop, first + self.context)
        read = self._shards.read(first, min(last + 1, stop)).astype(np.int64)
        after = read[1:] if last < stop else np.append(read[1:], self._fill)
        return read[: last - first], after


class Talks(Sequences):
    """Conversations, of which the answers are predicted."""

    unit = "conversation"

    def __init__(self, tokens: Tokens, chosen: Index, context: int, fill: int) -> None:
        """`chosen` are the sequences of `tokens`, in which what is given stands as ~id."""
        super().__init__(np.asarray(tokens.lengths[chosen] - 1, dtype=np.int64), context, fill)
        self._tokens, self._chosen = tokens, chosen

    def sequence(self, number: int, random: np.random.Generator | None) -> tuple[Index, Index]:
        """The conversation, or one of the overlapping windows in which it is read."""
        spans: Sequence[Sequence[int]] = windows(self._tokens, self._chosen[number : number + 1], self.context).tolist()
        if not spans:  # nothing in it is said by an assistant
            return np.full(1, self._fill, dtype=np.int64), np.full(1, IGNORED, dtype=np.int64)
        start, stop, fresh = spans[0 if random is None else int(random.integers(len(spans)))]
        marked = np.asarray(self._tokens.ids[start:stop], dtype=np.int64)
        said = (marked >= 0) & (np.arange(start, stop) >= fresh)
        return np.where(marked < 0, ~marked, marked)[:-1], np.where(said, marked, IGNORED)[1:]
