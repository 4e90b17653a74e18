"""The peers of `serving.py` behind a plain FastAPI handler: ONNX Runtime, or the `transformers` pipeline.

    python serving_peers.py onnx|pipeline ARTIFACT PORT

What somebody writes in an afternoon, without its mistakes: the model loaded once, one compute thread, no copies.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel


class Row(BaseModel):
    text: str


class Request(BaseModel):
    inputs: list[Row]


def onnx_app(artifact: Path) -> FastAPI:
    """Answers in the event loop: with one compute thread nothing else could be computed meanwhile."""
    import numpy as np
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(artifact / "model.onnx", options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(artifact / "tokenizer.json"))
    tokenizer.enable_padding()
    state = json.loads((artifact / "task.json").read_text(encoding="utf-8"))
    labels, temperature = state["labels"], state["temperature"]
    app = FastAPI()

    @app.post("/v1/predict")
    async def predict(request: Request) -> dict[str, Any]:
        encoded = tokenizer.encode_batch([row.text for row in request.inputs])
        feed = {
            "input_ids": np.array([one.ids for one in encoded], dtype=np.int64),
            "attention_mask": np.array([one.attention_mask for one in encoded], dtype=np.int64),
        }
        logits = session.run(None, feed)[0] / temperature
        scores = np.exp(logits - logits.max(axis=1, keepdims=True))
        scores /= scores.sum(axis=1, keepdims=True)
        return {
            "predictions": [
                {"label": labels[int(row.argmax())], "scores": dict(zip(labels, row.tolist(), strict=True))}
                for row in scores
            ]
        }

    return app


def pipeline_app(artifact: Path) -> FastAPI:
    """The `transformers` pipeline over the same weights."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer, pipeline

    torch.set_num_threads(1)
    model = AutoModelForSequenceClassification.from_pretrained(artifact).eval()
    classify = pipeline(
        "text-classification", model=model, tokenizer=AutoTokenizer.from_pretrained(artifact), top_k=None
    )
    app = FastAPI()

    @app.post("/v1/predict")
    async def predict(request: Request) -> dict[str, Any]:
        return {"predictions": classify([row.text for row in request.inputs])}

    return app


if __name__ == "__main__":
    kind, artifact_, port = sys.argv[1:]
    made = {"onnx": onnx_app, "pipeline": pipeline_app}[kind](Path(artifact_))
    uvicorn.run(made, port=int(port), log_level="warning", access_log=False)
