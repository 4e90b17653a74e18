"""The artifact's README.md: what it is and how to open it, with and without Modelyard."""

from __future__ import annotations

import json
from typing import Any

from modelyard.export.onnx import OPSET
from modelyard.inference import Predictor

_PLAIN = """# {title}

A model trained by Modelyard: task `{task}`, family `{family}`.

`manifest.json` holds the SHA-256 of every file, the versions and the fingerprint of the data. `golden.json` holds
examples with the answers of the trained model, replayed whenever the model is opened. **They hold rows of the data it
was trained and judged on: mind that before you share this folder.**

```python
import modelyard

model = modelyard.load("artifact")
model.predict([{example}])
```

or `modelyard serve artifact`.
"""
_NETWORK = """
`model.onnx` (opset {opset}, float32, any batch and length) takes what the task's encoding yields:

```python
import numpy as np, onnxruntime

session = onnxruntime.InferenceSession("model.onnx")
session.run(["outputs"], {inputs})[0]  # raw outputs [batch, {outputs}]
```
"""
_TRANSFORMERS = """
`config.json` and `model.safetensors` open in `transformers` as they are, `tokenizer.json` in `tokenizers`:

```python
from tokenizers import Tokenizer
from transformers import AutoModelForSequenceClassification

network = AutoModelForSequenceClassification.from_pretrained(".")
tokenizer = Tokenizer.from_file("tokenizer.json")
```

A text of more than {longest} tokens loses {cut} before it is answered.
"""
_LANGUAGE = """
`config.json` and `model.safetensors` open in `transformers` as they are, with the tokenizer beside them:

```python
from transformers import {architecture}, AutoTokenizer

network = {architecture}.from_pretrained(".")
tokenizer = AutoTokenizer.from_pretrained(".")
```
"""
_GRAPH = """
`model.onnx` is the same network for ONNX Runtime (operators of com.microsoft, keys and values kept in place); its
weights stay in `model.safetensors`. `modelyard export DIR --format onnx` writes a runner for it.
"""
_CHAT = """
The chat template stands in `tokenizer_config.json`:
`tokenizer.apply_chat_template(messages, add_generation_prompt=True)`.
"""


def readme(trained: Predictor, *, exports: bool, graph: bool = False) -> str:
    """The text for the trained model; `exports` says that model.onnx stands beside it, `graph` that of a decoder."""
    spec = trained.task.features
    example = {column.name: _short(column.example) for column in trained.schema.inputs}
    text = _PLAIN.format(
        title=f"{trained.artifact.family} for {trained.artifact.task}",
        task=trained.artifact.task,
        family=trained.artifact.family,
        example=json.dumps(example, ensure_ascii=False, default=str),
    )
    if exports:
        tokens = "{'input_ids': np.array([[...]]), 'attention_mask': np.array([[...]])}"
        inputs = tokens if spec.kind == "tokens" else f"{{'features': np.zeros((1, {spec.width}), np.float32)}}"
        text += _NETWORK.format(opset=OPSET, inputs=inputs, outputs=trained.task.outputs)
    if trained.artifact.family == "decoder":
        text += _LANGUAGE.format(architecture="AutoModelForCausalLM")
        text += _GRAPH if graph else ""
        text += _CHAT if hasattr(trained.task, "turns") else ""
    elif spec.mask_id is not None:
        text += _LANGUAGE.format(architecture="AutoModelForMaskedLM")
    elif trained.artifact.family == "encoder":
        cut = {"middle": "its middle", "end": "its end"}[trained.task.transform.cut]
        text += _TRANSFORMERS.format(longest=spec.max_length, cut=cut)
    return text


def _short(value: Any) -> Any:
    """Enough of a value to show its form."""
    return f"{value[:60]}..." if isinstance(value, str) and len(value) > 60 else value
