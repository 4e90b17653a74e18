"""A decoder under ONNX Runtime: the likeliest tokens one after the other, keys and values kept in place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np


class Decoder:
    """`model` is an onnxruntime.InferenceSession; `settings` are those of runner.json."""

    def __init__(self, directory: Path, model: Any) -> None:
        self.settings: dict[str, Any] = json.loads((directory / "runner.json").read_text(encoding="utf-8"))
        self._model = model

    def write(self, ids: Sequence[int], count: int) -> Iterator[tuple[int, float]]:
        """At most `count` tokens after `ids`, each with its log-probability; they end where the context is full."""
        room = min(len(ids) + count, self.settings["context"])
        shape = (1, self.settings["kv_heads"], room, self.settings["head"])
        # Bound as past and present alike: a step appends to this memory and copies nothing.
        cache = {name: np.zeros(shape, dtype=np.float32) for name in self.settings["cache"]}
        given, held = list(ids), 0
        for _ in range(room - len(ids)):
            held += len(given)
            logits = self._step(given, held, cache)
            token = int(logits.argmax())
            yield token, float(logits[token] - logits.max() - np.log(np.exp(logits - logits.max()).sum()))
            given = [token]

    def _step(self, given: list[int], held: int, cache: dict[str, Any]) -> Any:
        inputs = {
            "input_ids": np.array([given], dtype=np.int64),
            "last": np.array([held - 1], dtype=np.int32),
            "length": np.array(held, dtype=np.int32),
            "rows": np.array([len(given) - 1], dtype=np.int64),
        }
        binding = self._model.io_binding()
        for name, array in (*inputs.items(), *((f"past.{name}", array) for name, array in cache.items())):
            binding.bind_input(name, "cpu", 0, array.dtype, array.shape, array.ctypes.data)
        for name, array in cache.items():
            binding.bind_output(f"present.{name}", "cpu", 0, array.dtype, array.shape, array.ctypes.data)
        logits = np.empty((1, self.settings["vocabulary"]), dtype=np.float32)
        binding.bind_output("logits", "cpu", 0, logits.dtype, logits.shape, logits.ctypes.data)
        self._model.run_with_iobinding(binding)
        return logits[0].astype(np.float64)
