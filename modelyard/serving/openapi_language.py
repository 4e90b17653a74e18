"""What the OpenAPI document says of a language model's routes; the rules are those of `asked`."""

from __future__ import annotations

from typing import Any

from modelyard.serving import asked, conversation, openapi_tools
from modelyard.serving.openapi_embedding import model_schema
from modelyard.serving.settings import Settings


def requests(
    *, model: str, context: int, vocabulary: int, prompt: str, named: bool = False, tools: bool = False
) -> dict[str, Any]:
    """The schemas of the two requests, by name."""
    ids = {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": vocabulary - 1}, "minItems": 1}
    several = {"type": "array", "minItems": 1, "maxItems": asked.MOST_PROMPTS}
    prompts = {
        "description": "A text, several, token ids, or several lists of them; a text is the beginning of a document.",
        "anyOf": [{"type": "string"}, {**several, "items": {"type": "string"}}, ids, {**several, "items": ids}],
    }
    shared = _shared(model, named=named)
    also = ["model"] if named else []
    completion = {
        "prompt": prompts,
        "max_tokens": _integer(0, context, "Tokens to write at most; 16 where empty, 0 with echo for scoring alone."),
        "echo": _optional("boolean", "The prompt stands before the answer, with logprobs its tokens' too."),
        "logprobs": _integer(0, asked.MOST_TOP, "Log-probabilities of each token and of so many alternatives."),
        **shared,
    }
    tokens = _integer(1, context, "Tokens to write at most.")
    chat = {
        "messages": {
            "description": "What was said so far, the last of it by the user; each an object with role and content.",
            "type": "array",
            "minItems": 1,
            "maxItems": conversation.MOST_MESSAGES,
            "items": {
                "type": "object",
                "required": ["role", "content"],
                "properties": {
                    "role": {"enum": ["system", "user", "assistant", *(["tool"] if tools else [])]},
                    "content": {"type": "string", "description": "Names of special tokens in it stay text."},
                },
                "additionalProperties": False,
            },
        },
        **(openapi_tools.fields() if tools else {}),
        "max_completion_tokens": tokens,
        "max_tokens": tokens,
        "logprobs": _optional("boolean", "Log-probabilities of each token."),
        **shared,
    }
    say = [{"role": "user", "content": "..."}]
    return {
        "CompletionRequest": _object(completion, ["prompt", *also], {"prompt": prompt, "max_tokens": 16}),
        "ChatRequest": _object(chat, ["messages", *also], {"messages": say, "max_tokens": 16}),
    }


def answers() -> dict[str, Any]:
    """The schemas of the two answers that are no stream."""
    count = {"type": "integer", "minimum": 0}
    usage = {
        "type": "object",
        "required": ["prompt_tokens", "completion_tokens", "total_tokens"],
        "properties": {"prompt_tokens": count, "completion_tokens": count, "total_tokens": count},
    }
    message = {
        "type": "object",
        "required": ["role", "content"],
        "properties": {
            "role": {"const": "assistant"},
            "content": {"type": ["string", "null"]},
            "tool_calls": {"type": "array", "items": openapi_tools.call()},
        },
    }
    return {
        "Completion": _answer("text_completion", {"text": {"type": "string"}}, usage),
        "ChatCompletion": _answer("chat.completion", {"message": message}, usage),
    }


def operation(summary: str, name: str, request: str, answer: str, errors: dict[str, Any]) -> dict[str, Any]:
    """One of the routes."""
    reference = "#/components/schemas/"
    content = {
        "application/json": {"schema": {"$ref": reference + answer}},
        "text/event-stream": {
            "schema": {
                "type": "object",
                "description": "With stream: true; each event's data is JSON with a piece of text, the last is [DONE].",
                "properties": {"data": {"type": "string"}},
            }
        },
    }
    return {
        "post": {
            "summary": summary,
            "operationId": name,
            "tags": ["model"],
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": {"$ref": reference + request}}},
            },
            "responses": {"200": {"description": summary, "content": content}, **errors},
        }
    }


def limits(settings: Settings) -> str:
    """What a reader of the document should know of the server's limits."""
    at_once, most = settings.max_generations, settings.max_queue_generations
    return f"{at_once} texts are written at the same time, {most} may be asked for."


def _shared(model: str, *, named: bool) -> dict[str, Any]:
    text = {"type": "string", "minLength": 1}
    stops = {"type": "array", "items": {**text, "maxLength": 1000}, "maxItems": asked.MOST_STOPS}
    return {
        "model": model_schema(model, named=named),
        "temperature": _number(0, 2, "0: always the likeliest token. 1 where empty."),
        "top_k": _integer(1, 2**31 - 1, "Draw among so many likeliest tokens."),
        "top_p": {
            **_number(0, 1, "Draw among the likeliest tokens that have this probability."),
            "exclusiveMinimum": 0,
        },
        "min_p": _number(0, 1, "Drop tokens below this share of the likeliest one's probability."),
        "repetition_penalty": _number(0.01, 100, "Above 1: tokens that stand already become less likely."),
        "stop": {"anyOf": [{**text, "maxLength": 1000}, stops, {"type": "null"}], "description": "End before these."},
        "seed": _integer(0, 2**63 - 1, "The same seed gives the same answer."),
        "n": _integer(1, asked.MOST_CHOICES, "Answers to each prompt."),
        "stream": _optional("boolean", "Server-sent events, a piece of text each."),
        "user": {"type": ["string", "null"], "maxLength": 1000, "description": "Read, and not used."},
    }


def _answer(kind: str, says: dict[str, Any], usage: dict[str, Any]) -> dict[str, Any]:
    choice = {
        "type": "object",
        "required": ["index", "finish_reason", "logprobs", *says],
        "properties": {
            "index": {"type": "integer"},
            "finish_reason": {"enum": ["stop", "length", "tool_calls"]},
            "logprobs": {"type": ["object", "null"]},
            **says,
        },
    }
    return {
        "type": "object",
        "required": ["id", "object", "created", "model", "choices", "usage"],
        "properties": {
            "id": {"type": "string"},
            "object": {"const": kind},
            "created": {"type": "integer"},
            "model": {"type": "string"},
            "choices": {"type": "array", "items": choice},
            "usage": usage,
        },
    }


def _object(properties: dict[str, Any], required: list[str], example: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        "examples": [example],
    }


def _optional(kind: str, text: str) -> dict[str, Any]:
    return {"type": [kind, "null"], "description": text}


def _integer(low: int, high: int, text: str) -> dict[str, Any]:
    return {**_optional("integer", text), "minimum": low, "maximum": high}


def _number(low: float, high: float, text: str) -> dict[str, Any]:
    return {**_optional("number", text), "minimum": low, "maximum": high}
