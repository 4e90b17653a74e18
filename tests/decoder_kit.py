"""A tiny untrained decoder as a finished artifact, for tests that put `tests/` on Python's path."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import torch

from modelyard.core import durable
from modelyard.core.features import FeatureSpec
from modelyard.core.schema import Column, Schema
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.personal.masking import Masker
from modelyard.inference import greedy
from modelyard.inference.backends import Language
from modelyard.inference.golden import Golden
from modelyard.models import _decoder_graph, decoder
from modelyard.tasks import language_modeling

TEXTS = ["the cat sat on the mat. ", "床前明月光，疑是地上霜。", '{"name": "cat", "age": 3}'] * 20
CONTEXT = 128


@cache
def parts(qk_norm: bool = False) -> tuple[Any, Any, Any]:
    """Task, config and weights, which are far enough apart that no two tokens are nearly equal."""
    torch.manual_seed(1)
    tokenizer = LanguageTokenizer.fit(TEXTS, 400)
    schema = Schema(inputs=(Column(name="text", kind="text", example="the cat sat on the mat"),))
    task = language_modeling.Task(schema=schema, tokenizer=tokenizer, context=CONTEXT)
    config = decoder.Config(layers=2, width=64, heads=4, kv_heads=2, max_length=CONTEXT, qk_norm=qk_norm or None)
    spec: FeatureSpec = task.features
    model = decoder.build(config, spec).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.ndim > 1:
                parameter.mul_(8)
    return task, config, model


def written(path: Path, *, qk_norm: bool = False, masker: Masker | None = None) -> Path:
    """The artifact, its golden examples answered by torch."""
    task, config, model = parts(qk_norm)
    backend: Any = Language.__new__(Language)
    backend.model, backend._spec = model, task.features
    inputs: dict[str, list[Any]] = {"text": [*TEXTS[:3], "", "a cat 床前 " * 12]}
    tokens = task.encode(inputs)
    outputs = backend(tokens)
    golden = Golden(
        inputs=inputs,
        outputs=outputs,
        answers=task.decode(outputs),
        notes=["x"] * 5,
        recorded_with="torch",
        greedy=greedy.record(model, tokens, context=CONTEXT),
    )
    manifest: dict[str, Any] = {
        "format": 1,
        "kind": "artifact",
        "task": "language-modeling",
        "family": "decoder",
        "created": "2026-01-01T00:00:00+00:00",
        "parents": [],
        "data": {},
        "backends": ["onnx", "torch"],
        "golden_contains_data": True,
        "versions": {},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with durable.new_directory(path, manifest=manifest) as directory:
        replace(task, masker=masker).save(directory)
        decoder.save(model, config, directory)
        durable.write_json(directory / "schema.json", task.schema.to_json())
        durable.write_json(directory / "golden.json", golden.to_json())
        _decoder_graph.write_graph(directory)
    return path
