"""A tiny untrained decoder behind a real server: its answers are those of its own Generator."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import torch

from modelyard.core.schema import Column, Schema
from modelyard.data.features.language import LanguageTokenizer
from modelyard.inference.backends import Language
from modelyard.inference.language import LanguagePredictor
from modelyard.models import decoder
from modelyard.serving.model import ServedModel
from modelyard.tasks import language_modeling

TEXTS = ["the cat sat on the mat. ", "床前明月光，疑是地上霜。", '{"name": "cat", "age": 3}'] * 20
ABOUT = {"name": "poems", "task": "language-modeling", "family": "decoder", "digest": "0" * 64}


@cache
def predictor(context: int = 128, width: int = 32) -> LanguagePredictor:
    """Weights far enough apart that no two tokens are nearly equal."""
    torch.manual_seed(1)
    tokenizer = LanguageTokenizer.fit(TEXTS, 400)
    schema = Schema(inputs=(Column(name="text", kind="text", example="the cat sat on the mat"),))
    task = language_modeling.Task(schema=schema, tokenizer=tokenizer, context=context)
    config = decoder.Config(layers=2, width=width, heads=4, kv_heads=2, max_length=context)
    model = decoder.build(config, task.features).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.ndim > 1:
                parameter.mul_(8)
    backend: Any = Language.__new__(Language)
    backend.model, backend._spec = model, task.features
    artifact: Any = SimpleNamespace(
        schema=schema, task=ABOUT["task"], family="decoder", path=Path("artifact"), digest=ABOUT["digest"]
    )
    return LanguagePredictor(artifact, task, backend)


def served(context: int = 128, width: int = 32) -> ServedModel:
    return ServedModel(predictor(context, width), about=ABOUT)
