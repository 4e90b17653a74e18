"""Personal data replaced in conversations: what is found in a message is replaced in it and in all that follow.

Nothing that comes later changes what stands before, so that the beginning of a conversation is read in a request as it
was in training.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from modelyard.data.personal.masking import Masker


@dataclass(slots=True)
class Talk:
    """One conversation that is read from its beginning; `counts` by kind of what was replaced in it so far."""

    masker: Masker
    known: dict[str, str] = field(default_factory=dict)  # the kind of each value that was found
    counts: Counter[str] = field(default_factory=Counter)

    def messages(self, messages: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The next messages: their texts, and the arguments of the calls that they make."""
        return [self._message(message) for message in messages]

    def fork(self) -> Talk:
        """The same beginning for one of several answers."""
        return Talk(self.masker, dict(self.known), Counter())

    def value(self, value: Any) -> Any:
        """A text, or every text in lists and objects, whatever their depth; names of fields stay."""
        if isinstance(value, str):
            return self.masker.text(value, counts=self.counts, known=self.known)
        if isinstance(value, Mapping):
            return {key: self.value(one) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(one) for one in value]
        return value

    def _message(self, message: Mapping[str, Any]) -> dict[str, Any]:
        found = {**message}
        if isinstance(message.get("content"), str):
            found["content"] = self.value(message["content"])
        if message.get("tool_calls"):
            found["tool_calls"] = [self._call(call) for call in message["tool_calls"]]
        return found

    def _call(self, call: Mapping[str, Any]) -> dict[str, Any]:
        function = call.get("function")
        if not isinstance(function, Mapping):
            return {**call}
        return {**call, "function": {**function, "arguments": self.value(function.get("arguments"))}}


def replaced(record: Mapping[str, Sequence[Mapping[str, Any]]], masker: Masker) -> tuple[dict[str, Any], Counter[str]]:
    """A row of conversations, and what was replaced by kind: `messages`, or a `prompt` and two answers to it."""
    talk = Talk(masker)
    first, *answers = record
    found: dict[str, Any] = {first: talk.messages(record[first])}
    counts = Counter(talk.counts)
    for name in answers:
        branch = talk.fork()
        found[name] = branch.messages(record[name])
        counts += branch.counts
    return found, counts
