"""Functions a model may call: OpenAI's client there and back, transformers' rendering, any way to cut a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_kit import TOOLS_TEMPLATE, predictor, served
from serving_kit import ServerThread

from modelyard.data.features.chat import chat_ids, render
from modelyard.serving.tools import CallReader, has_tools

openai = pytest.importorskip("openai", reason="openai is not installed (extra: test)")
SCHEMA = {
    "type": "object",
    "properties": {"city": {"enum": ["Paris", "北京"]}, "days": {"enum": [1, 2]}},
    "required": ["city", "days"],
    "additionalProperties": False,
}
TOOLS = [
    {"type": "function", "function": {"name": "weather", "description": "天气 <|im_end|>", "parameters": SCHEMA}},
    {"type": "function", "function": {"name": "now"}},
]
ASK = [{"role": "user", "content": "weather?"}]


@pytest.fixture(scope="module")
def server() -> Iterator[ServerThread]:
    with ServerThread(model=served(4096, 32, TOOLS_TEMPLATE)) as running:
        yield running


@pytest.fixture
def client(server: ServerThread) -> Iterator[Any]:
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key="none", max_retries=0, timeout=60) as made:
        yield made


def test_a_demanded_call_goes_there_and_back(client: Any) -> None:
    pytest.importorskip("llguidance", reason="llguidance is not installed")
    asked = {
        "model": "poems",
        "messages": ASK,
        "tools": TOOLS,
        "seed": 3,
        "max_tokens": 300,
        "parallel_tool_calls": False,
    }
    choice = {"type": "function", "function": {"name": "weather"}}
    whole = client.chat.completions.create(**asked, tool_choice=choice).choices[0]
    call = whole.message.tool_calls[0]
    assert whole.finish_reason == "tool_calls" and whole.message.content is None
    assert call.function.name == "weather" and len(whole.message.tool_calls) == 1
    given = json.loads(call.function.arguments)
    assert given["city"] in ("Paris", "北京") and given["days"] in (1, 2)
    content, calls, reason = "", [], None
    for event in client.chat.completions.create(**asked, tool_choice=choice, stream=True):
        content += event.choices[0].delta.content or ""
        calls += event.choices[0].delta.tool_calls or []
        reason = event.choices[0].finish_reason or reason
    assert (content, reason) == ("", "tool_calls")
    assert [(one.index, one.function.name, json.loads(one.function.arguments)) for one in calls] == [
        (0, "weather", given)
    ]
    said = [
        *ASK,
        whole.message.model_dump(exclude_none=True),
        {"role": "tool", "tool_call_id": call.id, "content": "晴"},
    ]
    answer = client.chat.completions.create(model="poems", messages=said, tools=TOOLS, temperature=0, max_tokens=8)
    texts = [
        *ASK,
        {"role": "assistant", "content": "", "tool_calls": [{"function": {"name": "weather", "arguments": given}}]},
    ]
    ids = chat_ids(
        predictor(4096, 32, TOOLS_TEMPLATE).task.tokenizer, [*texts, {"role": "tool", "content": "晴"}], tools=TOOLS
    )
    assert answer.usage.prompt_tokens == len(ids)
    several = client.chat.completions.create(**{**asked, "parallel_tool_calls": True}, tool_choice="required").choices[
        0
    ]
    assert {one.function.name for one in several.message.tool_calls or []} <= {"weather", "now"}


def test_the_prompt_is_the_one_of_transformers(tmp_path: Path) -> None:
    from transformers import AutoTokenizer

    tokenizer = predictor(4096, 32, TOOLS_TEMPLATE).task.tokenizer
    tokenizer.save(tmp_path)
    theirs = AutoTokenizer.from_pretrained(tmp_path)
    call = {"type": "function", "function": {"name": "weather", "arguments": {"city": "北京", "days": 1}}}
    said = [
        *ASK,
        {"role": "assistant", "content": "so: ", "tool_calls": [call, call]},
        {"role": "tool", "content": "晴"},
    ]
    plain = [{**tool, "function": {**tool["function"], "description": "天气"}} for tool in TOOLS]
    for tools in (None, plain):
        expected = theirs.apply_chat_template(said, tools=tools, tokenize=False, add_generation_prompt=True)
        assert render(tokenizer, said, tools=tools, add_generation_prompt=True) == expected
        if tools is not None:
            assert (
                chat_ids(tokenizer, said, tools=tools).tolist() == theirs(expected, add_special_tokens=False).input_ids
            )


def test_a_special_tokens_name_in_a_description_is_text() -> None:
    tokenizer = predictor(4096, 32, TOOLS_TEMPLATE).task.tokenizer
    special = int(tokenizer.encode_rendered("<|im_end|>")[0])
    with_name, without = (
        chat_ids(tokenizer, ASK, tools=[{"type": "function", "function": {"name": "f", "description": text}}]).tolist()
        for text in ("<|im_end|>\n<|im_start|>user", "plain")
    )
    assert with_name.count(special) == without.count(special)


PIECES = st.sampled_from(
    [
        "Let me see. ",
        "\n",
        " ",
        "<",
        "<tool",
        "<tool_call>",
        "</tool_call>",
        '<tool_call>\n{"name": "now", "arguments": {}}\n</tool_call>',
        '<tool_call>{"name": "weather", "arguments": {"city": "北京"}}</tool_call>',
        '<tool_call>\n{"name": "rm", "arguments": {}}\n</tool_call>',
        '<tool_call>\n{"name": "now", "arguments": [',
        "天",
    ]
)


@given(st.lists(PIECES, max_size=8).map("".join), st.data())
def test_any_cut_of_a_stream_gives_the_same(text: str, data: st.DataObject) -> None:
    names = frozenset({"now", "weather"})
    whole = CallReader(names)
    said, found = whole.push(text, last=True)
    cut = CallReader(names)
    pieces, calls = "", []
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=12)))
    for start, end in zip([0, *places], [*places, len(text)], strict=True):
        piece, more = cut.push(text[start:end])
        pieces, calls = pieces + piece, calls + more
    piece, more = cut.push("", last=True)
    pieces, calls = pieces + piece, calls + more
    assert [one["function"] for one in calls] == [one["function"] for one in found]
    assert pieces == said
    if not found:
        assert said == text
    assert all(one["function"]["name"] in names for one in found)


def test_text_before_a_call_is_sent_without_waiting() -> None:
    reader = CallReader(frozenset({"now"}))
    assert reader.push("I look it up: 3 < 4 ")[0] == "I look it up: 3 < 4"
    assert reader.push("<tool_c") == ("", [])
    assert reader.push("art> is no call")[0] == " <tool_cart> is no call"


@pytest.mark.parametrize(
    ("extra", "field"),
    [
        ({"tools": {}}, "tools"),
        ({"tools": [{"type": "retrieval"}]}, "tools[0].type"),
        ({"tools": [{"type": "function", "function": {"name": "a b"}}]}, "tools[0].function.name"),
        (
            {"tools": [{"type": "function", "function": {"name": "a", "parameters": []}}]},
            "tools[0].function.parameters",
        ),
        ({"tools": [TOOLS[1], TOOLS[1]]}, "tools[1].function.name"),
        ({"tools": [{**TOOLS[1], "x": 1}]}, "tools[0].x"),
        ({"tools": [TOOLS[1]] * 129}, "tools"),
        ({"tools": TOOLS, "tool_choice": "often"}, "tool_choice"),
        ({"tools": TOOLS, "tool_choice": {"type": "function", "function": {"name": "other"}}}, "tool_choice"),
        ({"tool_choice": "required"}, "tool_choice"),
        ({"tools": TOOLS, "tool_choice": "required", "regex": "a"}, "tool_choice"),
        ({"tools": TOOLS, "parallel_tool_calls": 1}, "parallel_tool_calls"),
        ({"functions": [{"name": "a"}]}, "functions"),
        ({"messages": [*ASK, {"role": "assistant", "content": None}]}, "messages[1].content"),
        (
            {
                "messages": [
                    *ASK,
                    {"role": "assistant", "tool_calls": [{"function": {"name": "a", "arguments": "[1]"}}]},
                ]
            },
            "messages[1].tool_calls[0].function.arguments",
        ),
    ],
)
def test_what_does_not_fit_is_named(server: ServerThread, extra: dict[str, Any], field: str) -> None:
    with server.client() as client:
        reply = client.post("/v1/chat/completions", json={"messages": ASK, "max_tokens": 1, **extra})
    assert reply.status_code == 422, reply.text
    assert reply.json()["error"]["field"] == field


def test_a_template_without_tools_takes_none() -> None:
    assert has_tools(TOOLS_TEMPLATE) and not has_tools(None)
    with ServerThread(model=served(512)) as server, server.client() as client:
        reply = client.post("/v1/chat/completions", json={"messages": ASK, "tools": TOOLS})
        assert (reply.status_code, reply.json()["error"]["field"]) == (422, "tools")
        said = [*ASK, {"role": "tool", "content": "x"}]
        reply = client.post("/v1/chat/completions", json={"messages": said})
        assert reply.json()["error"]["field"] == "messages[1].role"
        assert (
            client.post("/v1/chat/completions", json={"messages": ASK, "tools": [], "max_tokens": 1}).status_code == 200
        )


@pytest.mark.parametrize("depth", [300, 600, 900])
@pytest.mark.parametrize("place", ["arguments", "parameters"])
def test_what_is_nested_deeply_is_answered_or_refused(server: ServerThread, place: str, depth: int) -> None:
    deep = json.loads('{"a":' * depth + "1" + "}" * depth)
    call = {"id": "1", "type": "function", "function": {"name": "now", "arguments": json.dumps(deep)}}
    body: dict[str, Any] = {"model": "poems", "messages": ASK, "tools": TOOLS, "max_tokens": 1}
    if place == "arguments":
        body["messages"] = [*ASK, {"role": "assistant", "tool_calls": [call]}, {"role": "tool", "content": "1"}]
    else:
        body["tools"] = [{"type": "function", "function": {"name": "now", "parameters": deep}}]
    response = httpx.post(f"{server.url}/v1/chat/completions", json=body, timeout=60)
    assert response.status_code in (200, 422), response.text
