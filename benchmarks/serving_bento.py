"""The BentoML peer of `serving.py`: ONNX Runtime behind adaptive batching. Run in an environment with bentoml.

ARTIFACT=DIR bentoml serve serving_bento:Classifier --port PORT
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import bentoml


@bentoml.service(workers=1)
class Classifier:
    """One worker, one compute thread, BentoML's own defaults for the batch's size and waiting."""

    def __init__(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        artifact = Path(os.environ["ARTIFACT"])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(
            artifact / "model.onnx", options, providers=["CPUExecutionProvider"]
        )
        self.tokenizer = Tokenizer.from_file(str(artifact / "tokenizer.json"))
        self.tokenizer.enable_padding()
        state = json.loads((artifact / "task.json").read_text(encoding="utf-8"))
        self.labels, self.temperature = state["labels"], state["temperature"]

    @bentoml.api(batchable=True)
    def predict(self, inputs: list[str]) -> list[dict[str, Any]]:
        import numpy as np

        encoded = self.tokenizer.encode_batch(inputs)
        feed = {
            "input_ids": np.array([one.ids for one in encoded], dtype=np.int64),
            "attention_mask": np.array([one.attention_mask for one in encoded], dtype=np.int64),
        }
        logits = self.session.run(None, feed)[0] / self.temperature
        scores = np.exp(logits - logits.max(axis=1, keepdims=True))
        scores /= scores.sum(axis=1, keepdims=True)
        return [
            {"label": self.labels[int(row.argmax())], "scores": dict(zip(self.labels, row.tolist(), strict=True))}
            for row in scores
        ]
