"""Continuing prompts and conversations with a finished run: what `generate` and `chat` print."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from modelyard.core import trail
from modelyard.core.errors import DataError, RequestError

if TYPE_CHECKING:
    from modelyard.inference.generation import Completion, OnToken, Settings
    from modelyard.inference.language import LanguagePredictor

AT_ONCE = 16  # prompts of a file that are continued together
_FIELDS = ("prompt", "text", "content")


class Options(Protocol):
    """How a prompt is continued: the arguments of `LanguagePredictor.generate`."""

    def settings(self) -> Settings:
        """Checked. Raises: RequestError naming the field."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """The options of the command line, before any library is loaded."""

    max_new_tokens: int
    temperature: float
    top_k: int | None = None
    top_p: float | None = None
    min_p: float | None = None
    repetition_penalty: float = 1.0
    stop: tuple[str, ...] = ()
    seed: int | None = None
    beams: int = 1
    choices: tuple[str, ...] = ()
    regex: str | None = None
    json_schema: str | None = None

    def settings(self) -> Settings:
        """Checked. Raises: RequestError naming the field."""
        from modelyard.inference.constraint import Constraint
        from modelyard.inference.generation import Settings

        constraint = None
        if self.choices or self.regex is not None or self.json_schema is not None:
            constraint = Constraint(json_schema=_schema(self.json_schema), regex=self.regex, choice=self.choices)
        return Settings(
            max_new_tokens=self.max_new_tokens,
            temperature=self.temperature,
            top_k=self.top_k,
            top_p=self.top_p,
            min_p=self.min_p,
            repetition_penalty=self.repetition_penalty,
            stop=self.stop,
            seed=self.seed,
            beams=self.beams,
            constraint=constraint,
        )


def load_language(
    path: str | os.PathLike[str], *, backend: str = "auto", threads: int | None = None
) -> LanguagePredictor:
    """Open a finished run of a language model that can continue texts; `backend` auto takes the fastest here.

    Raises: ArtifactError for any other run.
    """
    from modelyard.inference.language import LanguagePredictor, load

    trail.record_artifact("open", path)
    predictor = load(Path(path), backend=backend, threads=threads)
    return predictor if isinstance(predictor, LanguagePredictor) else LanguagePredictor.of(predictor)


def read_prompts(file: str | os.PathLike[str]) -> list[str]:
    """The prompts of a file: a line each, or of jsonl a text or an object with a `prompt` each.

    Raises: DataError naming the line.
    """
    path = Path(file)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError("this file cannot be read as UTF-8", where=str(path), remedy=str(error)) from error
    if path.suffix not in (".jsonl", ".ndjson"):
        found = [line for line in lines if line.strip()]
    else:
        found = [_prompt(line, f"{path}:{i}") for i, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise DataError("there is no prompt in this", where=str(path), remedy="Write one a line.")
    return found


def _prompt(line: str, where: str) -> str:
    try:
        content = json.loads(line)
    except json.JSONDecodeError as error:
        raise DataError(f"this is not JSON ({error.msg})", where=where, remedy="Write one object a line.") from error
    if isinstance(content, dict):
        content = next((content[name] for name in _FIELDS if name in content), None)
    if not isinstance(content, str):
        raise DataError('a line must be a text or {"prompt": text}', where=where, got=line[:60])
    return content


def generate(
    model: LanguagePredictor, prompts: Sequence[str], options: Options, on_token: OnToken | None = None
) -> Iterator[tuple[str, Completion]]:
    """Each prompt with its continuation, in order, some prompts at a time."""
    settings = options.settings()
    for start in range(0, len(prompts), AT_ONCE):
        some = prompts[start : start + AT_ONCE]
        for prompt, completion in zip(some, model.generator.generate(some, settings, on_token), strict=True):
            yield prompt, completion
            if completion.finish_reason == "cancelled":
                return


def as_json(prompt: str, completion: Completion) -> str:
    """One line that holds all of a continuation."""
    content = {
        "prompt": prompt,
        "text": completion.text,
        "finish_reason": completion.finish_reason,
        "prompt_tokens": completion.prompt_tokens,
        "tokens": list(completion.tokens),
        "logprobs": [round(value, 6) for value in completion.logprobs],
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False)


@dataclass(slots=True)
class Conversation:
    """A chat with a model: its history, shortened from the front where it fills the model's context."""

    model: LanguagePredictor
    settings: Settings
    system: str | None = None
    messages: list[dict[str, str]] = field(default_factory=list)

    def about(self) -> str:
        """One line about the model; a base model is said to be one."""
        artifact = self.model.artifact
        context = f"context {self.model.generator.context:,} tokens"
        if self.model.is_chat:
            return f"{artifact.family}, trained on conversations, {context}"
        return f"{artifact.family}, {context}: a base model. It continues text and was not trained to answer."

    def reset(self) -> None:
        """Forget what was said."""
        self.messages.clear()

    def say(self, text: str, on_text: Any = None) -> Completion:
        """The answer to a text, which becomes part of the history with it.

        Raises: RequestError where the text alone leaves no room in the context.
        """
        first = [{"role": "system", "content": self.system}] if self.system else []
        said = [*self.messages, {"role": "user", "content": text}]
        room = self.model.generator.context - min(self.settings.max_new_tokens, self.model.generator.context // 2)
        while len(said) > 1 and len(self.model.conversation_ids([*first, *said])) > room:
            del said[:2]  # the oldest question and its answer
        completion = self.model.chat([*first, *said], self.settings, on_text)
        self.messages = [*said, {"role": "assistant", "content": completion.text}]
        return completion


def _schema(given: str | None) -> str | None:
    """The schema itself, or the content of the file it names."""
    if given is None or given.lstrip().startswith("{"):
        return given
    try:
        return Path(given).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise RequestError(
            "json_schema is neither a schema nor a file that can be read", where="json_schema", got=given
        ) from error
