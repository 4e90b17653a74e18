"""What the OpenAPI document says of functions that a model may call; the rules are those of `tools`."""

from __future__ import annotations

from typing import Any

from modelyard.serving.tools import MOST_TOOLS


def fields() -> dict[str, Any]:
    """The fields of a chat request that are about functions."""
    function = {
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "pattern": "^[A-Za-z0-9_.-]{1,64}$"},
            "description": {"type": ["string", "null"], "maxLength": 100_000},
            "parameters": {"type": ["object", "null"], "description": "A JSON schema of the arguments."},
            "strict": {"type": ["boolean", "null"], "description": "Read, and not used."},
        },
        "additionalProperties": False,
    }
    tool = {
        "type": "object",
        "required": ["type", "function"],
        "properties": {"type": {"const": "function"}, "function": function},
        "additionalProperties": False,
    }
    return {
        "tools": {
            "type": ["array", "null"],
            "items": tool,
            "maxItems": MOST_TOOLS,
            "description": "Functions the model is told of; an answer that calls some has finish_reason tool_calls.",
        },
        "tool_choice": {
            "enum": ["none", "auto", None],
            "description": "Also required, or a function by its name, which the answer must then call.",
        },
        "parallel_tool_calls": {
            "type": ["boolean", "null"],
            "description": "Of demanded calls: whether several may come.",
        },
    }


def call() -> dict[str, Any]:
    """One call in an answer."""
    text = {"type": "string"}
    function = {"type": "object", "required": ["name", "arguments"], "properties": {"name": text, "arguments": text}}
    return {
        "type": "object",
        "required": ["id", "type", "function"],
        "properties": {"id": text, "type": {"const": "function"}, "function": function},
    }
