"""Sequences that ONNX Runtime continues side by side, each at its own length: `models._decoding.Session` without torch.

A sequence keeps its row of the memory while others come and go: the logits come in the order that is asked for, and a
row that becomes free is filled by the last one. B sequences; V vocabulary.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.inference.decoder_onnx import CHUNK, Floats, OnnxDecoder, Pass

# Prompts shorter than this are read together: alone they would leave the products' rows empty.
_SHORT = 64


class OnnxSession:
    """`logits` [B, V] are for the next token of each sequence; they are overwritten by the next step."""

    logits: Floats

    def __init__(self, decoder: OnnxDecoder, prompts: Sequence[Sequence[int]], capacity: int) -> None:
        self._decoder = decoder
        self._memory = decoder.memory(len(prompts), capacity)
        self._lengths = np.zeros(len(prompts), dtype=np.int32)  # by row
        self._row_of = np.arange(len(prompts))  # by sequence
        self._pass: Pass | None = None
        # The short ones stand together, so that a pass may take several rows.
        order = sorted(range(len(prompts)), key=lambda i: len(prompts[i]))
        self._row_of[order] = np.arange(len(prompts))
        by_row = np.empty((len(prompts), decoder.shape.vocabulary), dtype=np.float32)
        waiting = [prompts[i] for i in order]
        while waiting:
            some = _together(waiting)
            first = len(prompts) - len(waiting)
            by_row[first : first + len(some)] = self._begin(first, some)
            del waiting[: len(some)]
        self.logits = by_row[self._row_of]

    def step(self, tokens: Sequence[int]) -> None:
        """Append one token to each sequence."""
        count = len(self._row_of)
        if self._pass is None:
            self._pass = self._decoder.standing(self._memory, count)
            self._pass.rows[:] = self._row_of
        self._pass.ids[self._row_of, 0] = tokens
        self._pass.last[:] = self._lengths[:count]
        self._lengths[:count] += 1
        self.logits = self._pass.run(int(self._lengths[:count].max()))

    def select(self, rows: Sequence[int]) -> None:
        """Go on with these sequences only, in this order; one may stand twice."""
        self._pass = None
        self.logits = self.logits[list(rows)]
        self._reserve(len(rows), self._memory.capacity)
        wanted, held = self._row_of[list(rows)], set()
        placed = np.full(len(rows), -1)
        for place, row in enumerate(wanted.tolist()):
            if row < len(rows) and row not in held:
                placed[place] = row
                held.add(row)
        # What is written to is no source: a source below the new count stays where it is.
        free = (row for row in range(len(rows)) if row not in held)
        for place in np.flatnonzero(placed < 0).tolist():
            target, source = next(free), int(wanted[place])
            self._memory.copy_row(target, self._memory, source, int(self._lengths[source]))
            self._lengths[target] = self._lengths[source]
            placed[place] = target
        self._row_of = placed

    def continued(self, tokens: Sequence[int], capacity: int) -> OnnxSession:
        """A session of its own that goes on from this one, which holds one sequence, with more tokens read."""
        row, held = int(self._row_of[0]), int(self._lengths[self._row_of[0]])
        made = copy.copy(self)
        made._memory = self._decoder.memory(1, capacity)
        made._memory.copy_row(0, self._memory, row, held)
        made._lengths, made._row_of, made._pass = np.array([held + len(tokens)], dtype=np.int32), np.arange(1), None
        made.logits = made._read(0, held, tokens)
        return made

    def join(self, other: Any) -> bool:
        """Take over the sequences of another session of the same decoder, behind the own."""
        if not isinstance(other, OnnxSession):
            return False
        before, more = len(self._row_of), len(other._row_of)
        self._pass = None
        self._reserve(before + more, other._memory.capacity)
        for row in range(more):
            self._memory.copy_row(before + row, other._memory, row, int(other._lengths[row]))
        self._lengths[before : before + more] = other._lengths[:more]
        self._row_of = np.concatenate([self._row_of, before + other._row_of])
        self.logits = np.concatenate([self.logits, other.logits])
        return True

    def _begin(self, first: int, prompts: Sequence[Sequence[int]]) -> Floats:
        """Read prompts into the rows from `first` on: several short ones, or one in parts."""
        count = len(prompts)
        lengths = np.array([len(prompt) for prompt in prompts], dtype=np.int32)
        assert lengths.min() > 0, "a prompt holds at least the token that begins a document"
        self._lengths[first : first + count] = lengths
        if count > 1:
            ids: NDArray[np.int64] = np.zeros((count, int(lengths.max())), dtype=np.int64)
            for row, prompt in enumerate(prompts):
                ids[row, : len(prompt)] = prompt
            ends = np.arange(count) * ids.shape[1] + lengths - 1
            return self._decoder.run(self._memory, first, ids, lengths, ends)
        return self._read(first, 0, prompts[0])

    def _read(self, row: int, held: int, tokens: Sequence[int]) -> Floats:
        """Read tokens, at least one, behind those that a row holds, in parts; the logits after the last."""
        logits: Floats | None = None
        for start in range(0, len(tokens), CHUNK):
            ids = np.asarray(tokens[start : start + CHUNK], dtype=np.int64)[None]
            end = np.array([held + start + ids.shape[1]], dtype=np.int32)
            logits = self._decoder.run(self._memory, row, ids, end, np.array([ids.shape[1] - 1]))
        assert logits is not None
        return logits

    def _reserve(self, rows: int, capacity: int) -> None:
        """Room for so many rows of so many tokens; it doubles, so that joining one by one copies little."""
        old = self._memory
        if rows <= old.rows and capacity <= old.capacity:
            return
        rows = old.rows if rows <= old.rows else max(rows, 2 * old.rows)
        self._memory = self._decoder.memory(rows, max(capacity, old.capacity))
        lengths = np.zeros(rows, dtype=np.int32)
        lengths[: len(self._lengths)] = self._lengths
        for row in np.unique(self._row_of).tolist():
            self._memory.copy_row(row, old, row, int(lengths[row]))
        self._lengths = lengths


def _together(prompts: Sequence[Sequence[int]]) -> Sequence[Sequence[int]]:
    """The first prompts (the shortest come first) that one pass reads: a long one is read alone."""
    count = 1
    while count < len(prompts) and len(prompts[count]) < _SHORT and (count + 1) * len(prompts[count]) <= 4 * CHUNK:
        count += 1
    return prompts[:count]
