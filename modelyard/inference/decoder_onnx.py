"""A decoder that ONNX Runtime computes, without torch: its graph (`models._decoder_graph`), opened and run.

B sequences; T tokens of one pass; K key heads; C capacity; E width of a head; V vocabulary; N wanted positions.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.inference import huge_pages
from modelyard.inference.onnx_session import open_session
from modelyard.models._decoder_shape import read_shape

Floats = NDArray[np.float32]
# Tokens of a prompt that are read in one pass: attention's weights and the logits of a pass stay small.
CHUNK = 256
_ROUNDED = 64  # capacities are multiples of this, so that sessions join without moving what they hold


class OnnxDecoder:
    """Opened once, shared by all its sessions; `config` is the content of config.json."""

    def __init__(self, directory: Path, threads: int | None = None) -> None:
        self.config: Any = SimpleNamespace(**json.loads((directory / "config.json").read_text(encoding="utf-8")))
        self.config.eos_token_id = getattr(self.config, "eos_token_id", None)
        self.shape = read_shape(directory)
        before = huge_pages.anonymous()
        self._session = open_session(directory / "model.onnx", threads)
        huge_pages.ask_for(huge_pages.anonymous() - before)

    def eval(self) -> OnnxDecoder:
        """Itself: it is never trained."""
        return self

    def memory(self, rows: int, capacity: int) -> Memory:
        """Room for keys and values of so many sequences of so many tokens."""
        return Memory(self, rows, capacity)

    def run(self, memory: Memory, first: int, ids_BT: NDArray[np.int64], lengths_B: NDArray[np.int32],
            rows_N: NDArray[np.int64]) -> Floats:  # fmt: skip
        """Append tokens to the sequences from `first` on, and answer the logits [N, V] of the wanted positions.

        `lengths_B` count what each holds afterwards. A pass of several tokens of several sequences begins them.
        """
        logits = np.empty((len(rows_N), self.shape.vocabulary), dtype=np.float32)
        Pass(self._session, memory, first, ids_BT, lengths_B - np.int32(1), rows_N, logits).run(int(lengths_B.max()))
        return logits

    def standing(self, memory: Memory, count: int) -> Pass:
        """A pass of one token of each of the first `count` sequences, to be run again and again."""
        ids, last = np.zeros((count, 1), dtype=np.int64), np.zeros(count, dtype=np.int32)
        logits = np.empty((count, self.shape.vocabulary), dtype=np.float32)
        return Pass(self._session, memory, 0, ids, last, np.arange(count), logits)

    def read(self, sequence: Sequence[int]) -> Iterator[tuple[int, Floats]]:
        """The logits of the token after each of `sequence`, in parts [n, V] with the index of their first."""
        memory = self.memory(1, len(sequence))
        for start in range(0, len(sequence), CHUNK):
            ids = np.asarray(sequence[start : start + CHUNK], dtype=np.int64)[None]
            end = start + ids.shape[1]
            yield start, self.run(memory, 0, ids, np.array([end], dtype=np.int32), np.arange(ids.shape[1]))


class Memory:
    """Keys and values of all layers, [rows, K, C, E] each: what is computed writes into it, nothing is copied."""

    def __init__(self, decoder: OnnxDecoder, rows: int, capacity: int) -> None:
        shape = decoder.shape
        self.rows, self.capacity = rows, -(-capacity // _ROUNDED) * _ROUNDED
        dims = (rows, shape.kv_heads, self.capacity, shape.head)
        self.arrays = {
            f"{layer}.{part}": np.empty(dims, dtype=np.float32) for layer in range(shape.layers)
            for part in ("key", "value")
        }  # fmt: skip

    def copy_row(self, target: int, source: Memory, row: int, length: int) -> None:
        """Take over a sequence of `length` tokens, of this memory or another."""
        for name, array in self.arrays.items():
            array[target, :, :length] = source.arrays[name][row, :, :length]


class Pass:
    """The graph with its inputs and outputs bound to memory. The arrays may be changed between runs."""

    def __init__(self, session: Any, memory: Memory, first: int, ids_BT: NDArray[np.int64],
                 last_B: NDArray[np.int32], rows_N: NDArray[np.int64], logits_NV: Floats) -> None:  # fmt: skip
        self.ids, self.last, self.rows, self.logits = ids_BT, last_B, rows_N, logits_NV
        self._length = np.zeros((), dtype=np.int32)
        self._memory, self._session = memory, session  # held: the runtime knows only addresses
        self._binding = session.io_binding()
        given: dict[str, NDArray[Any]] = {"input_ids": ids_BT, "last": last_B, "length": self._length, "rows": rows_N}
        for name, array in given.items():
            assert array.flags.c_contiguous
            self._binding.bind_input(name, "cpu", 0, array.dtype, array.shape, array.ctypes.data)
        self._binding.bind_output("logits", "cpu", 0, np.float32, logits_NV.shape, logits_NV.ctypes.data)
        for name, array in memory.arrays.items():
            part = array[first : first + len(ids_BT)]
            self._binding.bind_input(f"past.{name}", "cpu", 0, np.float32, part.shape, part.ctypes.data)
            self._binding.bind_output(f"present.{name}", "cpu", 0, np.float32, part.shape, part.ctypes.data)

    def run(self, length: int) -> Floats:
        """Compute; `length` is the largest of the lengths afterwards."""
        self._length[...] = length
        self._session.run_with_iobinding(self._binding)
        return self.logits
