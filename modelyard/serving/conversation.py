"""The messages of a chat request, checked, in the form that chat templates read."""

from __future__ import annotations

import json
from typing import Any

from modelyard.serving.fields import Fields

MOST_MESSAGES = 1000
_ROLES = ("system", "user", "assistant")


def messages(fields: Fields, *, with_tools: bool) -> tuple[dict[str, Any], ...]:
    """What was said so far; with tools also calls, and what came of them. Raises: RefusedError."""
    value = fields.any("messages")
    if type(value) is not list or not 1 <= len(value) <= MOST_MESSAGES:
        fields.refuse("messages", f"must be a list of 1 to {MOST_MESSAGES} messages")
    return tuple(_message(Fields(one, f"messages[{i}]"), with_tools) for i, one in enumerate(value))


def _message(message: Fields, with_tools: bool) -> dict[str, Any]:
    role = message.text("role", 100)
    roles = (*_ROLES, "tool") if with_tools else _ROLES
    if role not in roles:
        message.refuse("role", f"must be one of {', '.join(roles)}")
    content, calls = message.any("content"), None
    if role == "assistant" and with_tools:
        calls = _calls(message)
        message.neutral("refusal")
    if type(content) is list:
        parts = [Fields(part, message.name(f"content[{i}]")) for i, part in enumerate(content)]
        for part in parts:
            if part.text("type", 100) != "text":
                part.refuse("type", "must be text: this model reads nothing else")
        content = "".join(part.text("text") or "" for part in parts)
        for part in parts:
            part.done()
    text = "" if content is None and calls else message.checked("content", content)
    found: dict[str, Any] = {"role": str(role), "content": text}
    name = message.text("name", 1000)
    if role == "tool":
        identity = message.text("tool_call_id", 1000)
        found |= {key: one for key, one in (("name", name), ("tool_call_id", identity)) if one is not None}
    message.done()
    return {**found, "tool_calls": calls} if calls else found


def _calls(message: Fields) -> list[dict[str, Any]] | None:
    """Calls with their arguments as objects, which templates write as JSON."""
    value = message.any("tool_calls")
    if value is None:
        return None
    if type(value) is not list or len(value) > MOST_MESSAGES:
        message.refuse("tool_calls", f"must be a list of at most {MOST_MESSAGES} calls")
    return [_call(Fields(one, message.name(f"tool_calls[{i}]"))) for i, one in enumerate(value)]


def _call(call: Fields) -> dict[str, Any]:
    identity = call.text("id", 1000)
    if call.text("type", 100) not in (None, "function"):
        call.refuse("type", "must be function")
    inner = Fields(call.any("function"), call.name("function"))
    name = inner.checked("name", inner.any("name"), 1000)
    given = inner.checked("arguments", inner.any("arguments"))
    try:
        arguments = json.loads(given) if given else {}
    except (ValueError, RecursionError):
        arguments = None
    if type(arguments) is not dict:
        inner.refuse("arguments", "must be an object written as JSON")
    inner.done()
    call.done()
    return {"id": identity, "type": "function", "function": {"name": name, "arguments": arguments}}
