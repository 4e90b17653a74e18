"""Conversations as people write them down, as one form: a list of {"role", "content"}.

Read are OpenAI's messages, ShareGPT's from/value, Alpaca's instruction/input/output, and a prompt beside its answer;
for preferences a prompt (or none), the chosen and the rejected answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.values import encodable

Message = dict[str, str]
Record = dict[str, list[Message]]  # a row by column: messages, or prompt, chosen and rejected

ROLES = ("system", "user", "assistant", "tool")
_ALIASES = {
    "human": "user",
    "prompter": "user",
    "gpt": "assistant",
    "chatgpt": "assistant",
    "bing": "assistant",
    "bard": "assistant",
    "model": "assistant",
    "bot": "assistant",
    "developer": "system",
    "observation": "tool",
    "function": "tool",
}
# Columns that hold a question and its answer, where the recipe does not say.
_PAIRS = (
    ("prompt", "completion"),
    ("prompt", "response"),
    ("question", "answer"),
    ("instruction", "output"),
    ("instruction", "response"),
    ("input", "output"),
    ("query", "response"),
)
_LISTS = ("messages", "conversations", "conversation")
_COMPARED = ("chosen", "rejected")
_LIST = re.compile(r"\s*\[\s*\{")


class Unusable(ValueError):
    """A row that is no conversation; the message is the rule that it breaks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """How the rows of a source hold conversations: `read` makes a record of one row's cells, or raises Unusable."""

    columns: tuple[str, ...]
    read: Callable[[Mapping[str, Any]], Record]
    text: str


def conversations_in(columns: Sequence[str], data: Data, where: str) -> Layout:
    """The layout of conversations. Raises: DataError where no columns can be one."""
    if data.inputs and data.target:
        _require((*data.inputs, data.target), columns, where)
        return _pair(data.inputs, data.target)
    if data.inputs:
        _require(data.inputs, columns, where)
        name = data.inputs[0]
    else:
        name = next((name for name in _LISTS if name in columns), "")
    if name:
        return Layout(
            columns=(name,), read=lambda row: {"messages": conversation(listed(row[name]))}, text=f"messages in {name}"
        )
    for question, answer in _PAIRS:
        if question in columns and answer in columns:
            more = ("input",) if question == "instruction" and "input" in columns else ()
            return _pair((question, *more), answer, system="system" if "system" in columns else None)
    raise DataError(
        "no column holds conversations",
        where=where,
        got=list(columns),
        remedy="Name a column `messages` (lists of role and content), or two: data: {inputs: asked, target: answer}.",
    )


def preferences_in(columns: Sequence[str], data: Data, where: str) -> Layout:
    """The layout of pairs: chosen, rejected and, unless these hold whole conversations, prompt. Raises: DataError."""
    _require(_COMPARED, columns, where)
    name = (
        data.inputs[0] if data.inputs else next((n for n in ("prompt", "question", "instruction") if n in columns), "")
    )
    if name:
        _require((name,), columns, where)

    def read(row: Mapping[str, Any]) -> Record:
        chosen, rejected = (_answer_of(row[column], row.get(name)) for column in _COMPARED)
        if chosen[:-1] != rejected[:-1]:
            raise Unusable("chosen and rejected must answer the same conversation")
        if chosen[-1]["content"] == rejected[-1]["content"]:
            raise Unusable("chosen and rejected must be different answers")
        return {"prompt": chosen[:-1], "chosen": chosen[-1:], "rejected": rejected[-1:]}

    return Layout(columns=tuple(n for n in (name, *_COMPARED) if n), read=read, text="chosen and rejected answers")


def listed(cell: Any) -> list[Message]:
    """The messages of a cell: a list, or its JSON text; OpenAI's keys or ShareGPT's. Raises: Unusable."""
    if isinstance(cell, str):
        try:
            cell = json.loads(cell)
        except (ValueError, RecursionError) as error:
            raise Unusable("messages must be a JSON list of objects with role and content") from error
    if isinstance(cell, dict) and isinstance(cell.get("messages"), list):
        cell = cell["messages"]
    if not isinstance(cell, (list, tuple)):
        raise Unusable("messages must be a JSON list of objects with role and content")
    return [_message(item) for item in cell]


def conversation(messages: Sequence[Message]) -> list[Message]:
    """The messages up to the last answer, checked. Raises: Unusable."""
    answers = [i for i, message in enumerate(messages) if message["role"] == "assistant"]
    if not answers:
        raise Unusable("a conversation needs an answer (role assistant)")
    kept = list(messages[: answers[-1] + 1])
    check_order(kept)
    return kept


def check_order(messages: Sequence[Message]) -> None:
    """Raises: Unusable where the roles do not make a conversation, or an answer is empty."""
    said = [message["role"] for message in messages]
    if "system" in said[1:]:
        raise Unusable("a system message stands first or not at all")
    spoken = said[1:] if said[:1] == ["system"] else said
    if spoken[:1] != ["user"]:
        raise Unusable("a conversation begins with the user (after a system message, where there is one)")
    for before, message in zip([None, *said], messages, strict=False):
        if message["role"] == "assistant" and before == "assistant":
            raise Unusable("two answers stand in a row; put them together")
        if message["role"] != "system" and not message["content"].strip():
            raise Unusable("an answer is empty" if message["role"] == "assistant" else "a message is empty")


def _message(item: Any) -> Message:
    if not isinstance(item, Mapping):
        raise Unusable("a message must be an object with role and content")
    if item.get("tool_calls") or item.get("function_call"):
        raise Unusable("a message calls tools, which are not learned")
    role = item.get("role", item.get("from"))
    content = item.get("content", item.get("value"))
    if not isinstance(role, str):
        raise Unusable("a message needs a role")
    plain = role.strip().lower()
    plain = _ALIASES.get(plain, plain)
    if plain not in ROLES:
        raise Unusable(f"a role must be one of {', '.join(ROLES)}, not {role[:40]!r}")
    return {"role": plain, "content": _content(content, plain)}


def _content(content: Any, role: str) -> str:
    if isinstance(content, (list, tuple)):
        parts = [part if isinstance(part, str) else _part(part) for part in content]
        content = "".join(parts)
    if content is None:
        content = ""
    if not isinstance(content, str):
        raise Unusable("a message's content must be text")
    content = str(encodable(content))
    # Where an answer begins and ends is the template's: blanks there would be tokens of neither.
    return str(content.strip() if role == "assistant" else content)


def _part(part: Any) -> str:
    if isinstance(part, Mapping) and part.get("type", "text") == "text" and isinstance(part.get("text"), str):
        return str(part["text"])
    raise Unusable("a message holds something else than text")


def _pair(questions: Sequence[str], answer: str, system: str | None = None) -> Layout:
    def read(row: Mapping[str, Any]) -> Record:
        before: list[Message] = []
        if system and row.get(system):
            before.append({"role": "system", "content": encodable(str(row[system]))})
        if len(questions) == 1 and _is_list(row[questions[0]]):
            before += listed(row[questions[0]])
        else:
            parts = [encodable(str(row[name])) for name in questions if row.get(name) not in (None, "")]
            before.append({"role": "user", "content": "\n\n".join(parts)})
        return {"messages": conversation([*before, *_said(row[answer])])}

    columns = (*questions, answer, *((system,) if system else ()))
    return Layout(columns=columns, read=read, text=f"{' + '.join(questions)} answered by {answer}")


def _answer_of(cell: Any, prompt: Any) -> list[Message]:
    """The whole conversation that ends with a compared answer."""
    if _is_list(cell):
        said = listed(cell)
        if len(said) > 1 or prompt is None:
            return conversation(said)
    else:
        said = _said(cell)
    if prompt is None or prompt == "":
        raise Unusable("the prompt is empty")
    before = listed(prompt) if _is_list(prompt) else [{"role": "user", "content": encodable(str(prompt))}]
    return conversation([*before, *said])


def _said(cell: Any) -> list[Message]:
    if _is_list(cell):
        return listed(cell)
    return [{"role": "assistant", "content": _content(None if cell is None else str(cell), "assistant")}]


def _is_list(cell: Any) -> bool:
    """Whether a cell holds messages: a list, or text that begins as a JSON list of objects."""
    return isinstance(cell, (list, tuple)) or (isinstance(cell, str) and _LIST.match(cell) is not None)


def _require(names: Sequence[str], columns: Sequence[str], where: str) -> None:
    for name in names:
        if name not in columns:
            raise DataError(
                f"the column {name!r} is needed",
                where=where,
                got=list(columns),
                remedy="Name the columns: data.inputs for what is asked, data.target for the answer.",
            )
