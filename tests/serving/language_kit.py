"""A tiny untrained decoder behind a real server: its answers are those of its own Generator."""

from __future__ import annotations

import json
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


# As Qwen 2.5 has it (Apache-2.0), but for its own name.
TOOLS_TEMPLATE = (
    "{%- if tools %}{{- '<|im_start|>system\\n' }}{%- if messages[0]['role'] == 'system' %}"
    "{{- messages[0]['content'] }}{%- else %}{{- 'You are a helpful assistant.' }}{%- endif %}"
    '{{- "\\n\\n# Tools\\n\\nYou may call one or more functions.\\n<tools>" }}'
    '{%- for tool in tools %}{{- "\\n" }}{{- tool | tojson }}{%- endfor %}'
    '{{- "\\n</tools>\\n\\nReturn a json object within <tool_call></tool_call> XML tags:\\n<tool_call>\\n'
    '{\\"name\\": <function-name>, \\"arguments\\": <args-json-object>}\\n</tool_call><|im_end|>\\n" }}{%- endif %}'
    '{%- for message in messages %}{%- if message.role == "user" or (message.role == "system" and not tools) or '
    '(message.role == "assistant" and not message.tool_calls) %}'
    "{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>' + '\\n' }}"
    "{%- elif message.role == \"assistant\" %}{{- '<|im_start|>' + message.role }}"
    "{%- if message.content %}{{- '\\n' + message.content }}{%- endif %}"
    "{%- for tool_call in message.tool_calls %}{%- if tool_call.function is defined %}"
    "{%- set tool_call = tool_call.function %}{%- endif %}"
    '{{- \'\\n<tool_call>\\n{"name": "\' }}{{- tool_call.name }}{{- \'", "arguments": \' }}'
    "{{- tool_call.arguments | tojson }}{{- '}\\n</tool_call>' }}{%- endfor %}{{- '<|im_end|>\\n' }}"
    '{%- elif message.role == "tool" %}'
    "{{- '<|im_start|>user\\n<tool_response>\\n' + message.content + '\\n</tool_response><|im_end|>\\n' }}"
    "{%- endif %}{%- endfor %}{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}"
)


@cache
def predictor(context: int = 128, width: int = 32, template: str | None = None) -> LanguagePredictor:
    """Weights far enough apart that no two tokens are nearly equal."""
    torch.manual_seed(1)
    tokenizer = LanguageTokenizer.fit(TEXTS, 400)
    if template is not None:
        settings = json.dumps({**json.loads(tokenizer.settings), "chat_template": template})
        tokenizer = LanguageTokenizer._open(tokenizer.content, settings, where="test")
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


def served(context: int = 128, width: int = 32, template: str | None = None) -> ServedModel:
    return ServedModel(predictor(context, width, template), about=ABOUT)
