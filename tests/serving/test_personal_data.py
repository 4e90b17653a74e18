"""A model that learnt from text without personal data reads its prompts so, whichever way they come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from language_kit import ABOUT, TOOLS_TEMPLATE, predictor
from serving_kit import ServerThread

from modelyard.data.personal.masking import Masker
from modelyard.inference.language import LanguagePredictor
from modelyard.serving.model import ServedModel

openai = pytest.importorskip("openai", reason="openai is not installed (extra: test)")
TEXT, READ = "My name is Mary Jones, call 415-555-0132. the cat", "My name is 〔NAME〕, call 〔PHONE〕. the cat"
GREEDY = {"temperature": 0, "max_tokens": 6}


def _model() -> LanguagePredictor:
    plain = predictor(context=1024, template=TOOLS_TEMPLATE)
    task = replace(plain.task, masker=Masker(mode="mask", columns=("text",)))
    return LanguagePredictor(plain.artifact, task, plain.backend)


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with (
        ServerThread(model=ServedModel(_model(), about=ABOUT)) as running,
        openai.OpenAI(base_url=f"{running.url}/v1", api_key="none", max_retries=0, timeout=30) as made,
    ):
        yield made


def test_prompts_are_read_without_personal_data() -> None:
    model, plain = _model(), predictor(context=1024, template=TOOLS_TEMPLATE)
    (found,) = model.generate([TEXT], max_new_tokens=6, temperature=0)
    (same,) = plain.generate([READ], max_new_tokens=6, temperature=0)
    (other,) = plain.generate([TEXT], max_new_tokens=6, temperature=0)
    assert found == same and found.prompt_tokens != other.prompt_tokens
    assert model.outputs({"text": [TEXT]}).tolist() == plain.outputs({"text": [READ]}).tolist()
    asked, read = [{"role": "user", "content": TEXT}], [{"role": "user", "content": READ}]
    assert model.conversation_ids(asked) == plain.conversation_ids(read)


def test_served_completions(client: Any) -> None:
    answer = client.completions.create(model="poems", prompt=[TEXT, "the cat"], echo=True, **GREEDY)
    plain = predictor(context=1024, template=TOOLS_TEMPLATE)
    expected = plain.generate([READ, "the cat"], max_new_tokens=6, temperature=0)
    wanted = [f"{prompt}{one.text}" for prompt, one in zip([READ, "the cat"], expected, strict=True)]
    assert [choice.text for choice in answer.choices] == wanted
    with pytest.raises(openai.BadRequestError, match="must be text"):
        client.completions.create(model="poems", prompt=[1, 2, 3], **GREEDY)


def test_served_conversations_with_calls(client: Any) -> None:
    call = {"name": "find", "arguments": '{"who": "Mary Jones"}'}
    asked = [
        {"role": "system", "content": "Customer: Mary Jones."},
        {"role": "user", "content": TEXT},
        {"role": "assistant", "content": None, "tool_calls": [{"id": "1", "type": "function", "function": call}]},
        {"role": "tool", "content": "Mary Jones: 3 orders", "tool_call_id": "1"},
    ]
    tools = [{"type": "function", "function": {"name": "find", "parameters": {"type": "object"}}}]
    answer = client.chat.completions.create(model="poems", messages=asked, tools=tools, **GREEDY)
    plain = predictor(context=1024, template=TOOLS_TEMPLATE)
    read = [
        {"role": "system", "content": "Customer: 〔NAME〕."},
        {"role": "user", "content": READ},
        {
            "role": "assistant",
            "content": "",
            "tool_calls": [
                {"id": "1", "type": "function", "function": {"name": "find", "arguments": {"who": "〔NAME〕"}}}
            ],
        },
        {"role": "tool", "content": "〔NAME〕: 3 orders", "tool_call_id": "1"},
    ]
    assert answer.usage.prompt_tokens == len(plain.conversation_ids(read, tools=tools))
