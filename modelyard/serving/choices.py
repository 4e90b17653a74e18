"""The choices of one request to a language model on their way to the client."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from modelyard.inference.generation import Settings as Generation
from modelyard.serving import asked as asking
from modelyard.serving import wording
from modelyard.serving.asked import Asked
from modelyard.serving.jobs import Delta, Part
from modelyard.serving.language import Language
from modelyard.serving.noted import Note
from modelyard.serving.tools import CallReader
from modelyard.serving.wording import Spelling


@dataclass(slots=True)
class Choice:
    """One choice on its way to the client."""

    part: Part
    spelling: Spelling
    begins: bool  # its prompt is a text, before which the token that begins every text was put
    echo: str = ""
    text: str = ""
    logprobs: dict[str, Any] | None = None
    tokens: int = 0
    reason: str | None = None
    sent: bool = False
    written: str = ""  # the whole answer as the model wrote it, calls too
    reader: CallReader | None = None  # where it may call functions

    @property
    def calls(self) -> list[dict[str, Any]]:
        """The calls so far."""
        return [] if self.reader is None else self.reader.calls

    def take(self, delta: Delta) -> tuple[str, dict[str, Any] | None, list[dict[str, Any]]]:
        """What is new: text, log-probabilities, calls. The first time the echoed prompt stands before."""
        logprobs = None
        prompt = self.part.lane.row.prompt
        if delta.scores is not None:
            logprobs = self.spelling.of_prompt(prompt, delta.scores, begins=self.begins)
        elif delta.tokens or delta.reason is not None:
            logprobs = self.spelling.spell(delta.tokens, delta.logprobs, delta.tops)
        text, self.echo = self.echo + delta.text, ""
        self.written += text
        calls: list[dict[str, Any]] = []
        if self.reader is not None:
            text, calls = self.reader.push(text, last=delta.reason is not None)
        self.tokens += len(delta.tokens)
        self.reason = "tool_calls" if delta.reason == "stop" and self.calls else delta.reason
        return text, logprobs, calls


def choice(language: Language, asked: Asked, prompt: asking.Prompt, number: int, index: int) -> Choice:
    """A choice that has not begun. Raises: RequestError, MissingExtra as Generator.generate."""
    settings = asked.settings or Generation(max_new_tokens=1)
    lane = language.writer.batch.lane(prompt, settings, index=index, top=asked.top or 0)
    scores = max(1, asked.top or 0) if asked.echo and asked.top is not None else None
    made = Choice(
        part=Part(number, lane, writes=asked.settings is not None, scores=scores),
        spelling=Spelling(language.texts, asked),
        begins=isinstance(prompt, str),
    )
    if asked.tools is not None:
        made.reader = CallReader(asked.tools.names)
    if asked.echo:
        made.echo = prompt if isinstance(prompt, str) else language.texts.tokenizer.decode(prompt)
    return made


def usage(asked: Asked, choices: Sequence[Choice]) -> dict[str, int]:
    """The tokens that were read and written."""
    # A prompt is read once however many choices it has.
    read = sum(len(one.part.lane.row.prompt) for one in choices[:: asked.choices])
    return wording.usage(read, sum(one.tokens for one in choices))


def note_of(note: Note, asked: Asked, choices: Sequence[Choice]) -> None:
    """What was read and written, for whoever tells of the request."""
    used = usage(asked, choices)
    note.prompt_tokens, note.written_tokens = used["prompt_tokens"], used["completion_tokens"]
    asked_for: list[Any] = [asked.messages] * len(choices) if asked.kind == "chat" else []
    for one in choices if asked.kind != "chat" else ():
        asked_for.append(asked.prompts[one.part.number // asked.choices])
    note.inputs = {"messages" if asked.kind == "chat" else "prompt": asked_for}
    note.answers = [one.written for one in choices]
