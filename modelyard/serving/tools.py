"""Functions that a model may call: what clients describe, what an answer must look like, and the calls read from it.

The format is Hermes' and Qwen's, which the model's chat template states to it: each call is
`<tool_call>\\n{"name": ..., "arguments": {...}}\\n</tool_call>`. Other formats are not read; a template that does not
hold `<tool_call>` has no tools here.
"""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import dataclass, field
from typing import Any

from modelyard.inference.constraint import Constraint
from modelyard.serving.fields import Fields

MOST_TOOLS = 128
_NAME = re.compile(r"[A-Za-z0-9_.-]{1,64}")
BEGIN, END = "<tool_call>", "</tool_call>"


def has_tools(template: str | None) -> bool:
    """Whether a chat template shows functions to the model, and asks for calls in the format that is read here."""
    return template is not None and BEGIN in template and re.search(r"\btools\b", template) is not None


@dataclass(frozen=True, slots=True)
class Tools:
    """What one request offers. `calls`: who must be called; none: the model decides."""

    described: tuple[dict[str, Any], ...]
    must: tuple[str, ...] = ()
    several: bool = True

    @property
    def names(self) -> frozenset[str]:
        """The functions' names."""
        return frozenset(str(one["function"]["name"]) for one in self.described)

    def constraint(self, *, special: bool) -> Constraint | None:
        """What the answer must fit where a call is demanded; `special`: the marks are tokens of their own."""
        if not self.must:
            return None
        forms = [
            {
                "type": "object",
                "properties": {
                    "name": {"const": one["function"]["name"]},
                    "arguments": one["function"].get("parameters") or {"type": "object"},
                },
                "required": ["name", "arguments"],
                "additionalProperties": False,
            }
            for one in self.described
            if one["function"]["name"] in self.must
        ]
        schema = json.dumps({"anyOf": forms, "x-guidance": {"whitespace_flexible": False}}, ensure_ascii=True)
        begin, end = (mark if special else json.dumps(mark) for mark in (BEGIN, END))
        more = ' ("\\n" call)*' if self.several else ""
        return _Calls(lark=f'start: call{more}\ncall: {begin} "\\n" body "\\n" {end}\nbody: %json {schema}\n')


@dataclass(frozen=True, kw_only=True, slots=True)
class _Calls(Constraint):
    """A grammar of the library's own."""

    lark: str = ""

    def __post_init__(self) -> None:
        """Nothing of the other kinds is given."""

    def grammar(self) -> str:
        """The library's form of it."""
        from llguidance import LLMatcher

        return str(LLMatcher.grammar_from_lark(self.lark))


def asked(fields: Fields, *, understood: bool) -> Tools | None:
    """The tools of a chat request; None where there are none, or none may be called. Raises: RefusedError."""
    value, choice = fields.any("tools"), fields.any("tool_choice")
    several = fields.any("parallel_tool_calls")
    if several is not None and type(several) is not bool:
        fields.refuse("parallel_tool_calls", "must be true or false")
    fields.neutral("functions", [])
    fields.neutral("function_call", "none", instead="there are tools")
    if value is not None and type(value) is not list:
        fields.refuse("tools", "must be a list")
    if not value:
        if choice not in (None, "none", "auto"):
            fields.refuse("tool_choice", "needs tools")
        return None
    if not understood:
        fields.refuse(
            "tools", f"need a chat template that shows them and asks for calls as {BEGIN}: this model has none"
        )
    if len(value) > MOST_TOOLS:
        fields.refuse("tools", f"must hold at most {MOST_TOOLS}, not {len(value)}")
    described = tuple(_described(Fields(one, f"tools[{i}]")) for i, one in enumerate(value))
    names = [one["function"]["name"] for one in described]
    for i, name in enumerate(names):
        if name in names[:i]:
            fields.refuse(f"tools[{i}].function.name", "stands twice")
    if choice == "none":
        return None
    must = _must(fields, choice, names)
    return Tools(described, must, several is not False)


def _must(fields: Fields, choice: Any, names: list[str]) -> tuple[str, ...]:
    if choice in (None, "auto"):
        return ()
    if choice == "required":
        return tuple(names)
    if type(choice) is dict and choice.get("type") == "function" and type(choice.get("function")) is dict:
        name = choice["function"].get("name")
        if type(name) is str and name in names and set(choice) == {"type", "function"}:
            return (name,)
    fields.refuse("tool_choice", "must be none, auto, required, or name one of the tools")


def _described(tool: Fields) -> dict[str, Any]:
    if tool.text("type", 100) != "function":
        tool.refuse("type", "must be function")
    inner = Fields(tool.any("function"), tool.name("function"))
    name = inner.checked("name", inner.any("name"), 1000)
    if not _NAME.fullmatch(name):
        inner.refuse("name", "must have 1 to 64 letters, digits, dots, underscores or hyphens")
    found: dict[str, Any] = {"name": name}
    description, parameters = inner.text("description", 100_000), inner.any("parameters")
    if description is not None:
        found["description"] = description
    if parameters is not None:
        if type(parameters) is not dict:
            inner.refuse("parameters", "must be a JSON schema, an object")
        found["parameters"] = parameters
    inner.flag("strict")
    inner.done()
    tool.done()
    return {"type": "function", "function": found}


@dataclass(slots=True)
class CallReader:
    """Divides an answer as it comes into text and calls. What turns out to be no call of a given tool stays text.

    Blanks around calls are dropped.
    """

    names: frozenset[str]
    held: str = ""
    fresh: bool = False  # nothing was said since the last call
    calls: list[dict[str, Any]] = field(default_factory=list)

    def push(self, text: str, *, last: bool = False) -> tuple[str, list[dict[str, Any]]]:
        """The text that is certain now, and the calls that are complete; after `last` nothing is held back."""
        self.held += text
        said, found = "", []
        while True:
            start = self.held.find(BEGIN)
            if start < 0:
                break
            end = self.held.find(END, start)
            if end < 0:
                break
            call = self._call(self.held[start + len(BEGIN) : end])
            piece = self.held[:start].rstrip() if call is not None else self.held[: end + len(END)]
            said += piece.lstrip() if self.fresh else piece
            self.fresh = self.fresh and not piece.strip()
            self.held = self.held[end + len(END) :]
            if call is not None:
                self.fresh = True
                found.append(call)
            if self.fresh:
                self.held = self.held.lstrip()
        certain = len(self.held) if last else self._certain()
        rest, self.held = self.held[:certain], self.held[certain:]
        if self.fresh:
            rest = rest.lstrip()
        self.fresh = self.fresh and not rest
        return said + rest, found

    def _certain(self) -> int:
        """How much of what is held can be no part of a call, or of the blanks before one."""
        start = self.held.find(BEGIN)
        if start < 0:
            start = next(
                (len(self.held) - n for n in range(len(BEGIN) - 1, 0, -1) if self.held.endswith(BEGIN[:n])), -1
            )
        return len((self.held if start < 0 else self.held[:start]).rstrip())

    def _call(self, text: str) -> dict[str, Any] | None:
        try:
            content = json.loads(text)
        except (ValueError, RecursionError):
            return None
        if type(content) is not dict or content.get("name") not in self.names:
            return None
        arguments = content.get("arguments", {})
        if type(arguments) is not dict:
            return None
        call = {
            "id": f"call_{secrets.token_hex(12)}",
            "type": "function",
            "function": {"name": content["name"], "arguments": json.dumps(arguments, ensure_ascii=False)},
        }
        self.calls.append(call)
        return call
