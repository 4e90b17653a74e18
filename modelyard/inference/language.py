"""A trained language model that continues texts and answers in conversations, beside scoring them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from modelyard.core.artifact import open_artifact
from modelyard.core.errors import ArtifactError
from modelyard.data.features.chat import Message, chat_ids, turn_ends
from modelyard.data.personal.masking import Masker
from modelyard.data.personal.talks import Talk
from modelyard.inference import fastest
from modelyard.inference.backends import Language
from modelyard.inference.constraint import Constraint
from modelyard.inference.decoder_likelihood import OnnxLanguage
from modelyard.inference.decoding import AnyDecoder
from modelyard.inference.generation import Completion, Generator, OnToken, Settings
from modelyard.inference.predictor import Predictor

_NAMES = {"onnxruntime": "onnx"}  # as commands call it
# Tasks whose models learnt to answer in turns.
_CHAT_TASKS = frozenset({"instruction", "preference"})


class LanguagePredictor(Predictor):
    """A Predictor whose model is a decoder."""

    @classmethod
    def of(cls, predictor: Predictor) -> LanguagePredictor:
        """The same opened model.

        Raises: ArtifactError for a model that continues no text.
        """
        if not generates(predictor):
            raise ArtifactError(
                f"this model ({predictor.artifact.family}, {predictor.artifact.task}) continues no text",
                where=str(predictor.artifact.path),
                remedy="Give a run of a decoder; see: modelyard runs",
            )
        made = cls(predictor.artifact, predictor.task, predictor.backend)
        made.largest_difference = predictor.largest_difference
        return made

    @cached_property
    def generator(self) -> Generator:
        """Continues prompts; an answer ends with the text or with a turn."""
        tokenizer = self.task.tokenizer
        plain = Generator(self.decoder, tokenizer)
        ends = {*plain.end_ids, *turn_ends(tokenizer), *(self.task.features.stop_ids or ())}
        return Generator(self.decoder, tokenizer, end_ids=sorted(ends), read=self.read)

    @cached_property
    def decoder(self) -> AnyDecoder:
        """What computes the next token."""
        assert isinstance(self.backend, (Language, OnnxLanguage))
        return self.backend.model

    def read(self, prompt: str) -> str:
        """A prompt as the model reads it: without personal data, where it learnt from such text."""
        masker: Masker | None = self.task.masker
        return prompt if masker is None else masker.text(prompt)

    def read_messages(self, messages: Sequence[Message]) -> list[dict[str, Any]]:
        """The messages of a conversation as the model reads them."""
        masker: Masker | None = self.task.masker
        return [{**one} for one in messages] if masker is None else Talk(masker).messages(messages)

    def conversation_ids(self, messages: Sequence[Message], *, tools: Sequence[Message] | None = None) -> list[int]:
        """What the assistant's next turn is written after. Raises: RequestError as `chat_ids`."""
        return [int(one) for one in chat_ids(self.task.tokenizer, self.read_messages(messages), tools=tools)]

    @property
    def is_chat(self) -> bool:
        """Whether it was trained on conversations; otherwise it is a base model."""
        return self.artifact.task in _CHAT_TASKS

    def generate(
        self,
        prompts: str | Sequence[str | Sequence[int]],
        *,
        max_new_tokens: int = 128,
        temperature: float = 1.0,
        top_k: int | None = None,
        top_p: float | None = None,
        min_p: float | None = None,
        repetition_penalty: float = 1.0,
        stop: Sequence[str] = (),
        seed: int | None = None,
        beams: int = 1,
        choices: Sequence[str] = (),
        regex: str | None = None,
        json_schema: dict[str, object] | str | None = None,
        on_token: OnToken | None = None,
    ) -> list[Completion]:
        """Continue each prompt (the beginning of a text, or token ids); temperature 0 is greedy.

        Where the model learnt from text without personal data, texts are read so; token ids are taken as they are.
        `choices`, `regex` and `json_schema` constrain the whole answer. `on_token(number of the prompt, new text)` is
        called as text comes; answering False ends that prompt.
        Raises: RequestError naming the argument; MissingExtra for a constraint without its library.
        """
        constraint = None
        if choices or regex is not None or json_schema is not None:
            constraint = Constraint(json_schema=json_schema, regex=regex, choice=tuple(choices))
        settings = Settings(
            max_new_tokens=max_new_tokens,
            temperature=temperature,
            top_k=top_k,
            top_p=top_p,
            min_p=min_p,
            repetition_penalty=repetition_penalty,
            stop=tuple(stop),
            seed=seed,
            beams=beams,
            constraint=constraint,
        )
        return self.generator.generate([prompts] if isinstance(prompts, str) else prompts, settings, on_token)

    def chat(
        self,
        messages: Sequence[Message],
        settings: Settings | None = None,
        on_text: Callable[[str], bool | None] | None = None,
    ) -> Completion:
        """The assistant's next turn of a conversation (`[{"role": "user", "content": "..."}]`).

        Raises: RequestError for messages that the template refuses or that fill the model's context.
        """
        ids = self.conversation_ids(messages)
        each = None if on_text is None else lambda _, text: on_text(text)
        return self.generator.generate([ids], settings, each)[0]


def generates(predictor: Predictor) -> bool:
    """Whether the model can continue a text."""
    return isinstance(predictor.backend, (Language, OnnxLanguage)) and hasattr(predictor.task, "tokenizer")


def load(path: Path | str, *, backend: str = "auto", threads: int | None = None) -> Predictor:
    """Open, verify and replay any artifact; a language model as a LanguagePredictor.

    `backend` auto takes for a decoder the fastest on this machine, measured (`inference.fastest`).
    """
    name = _NAMES.get(backend, backend)
    artifact = open_artifact(Path(path))
    if name == "auto" and artifact.family == "decoder" and len(fastest.candidates(artifact)) > 1:
        predictor = fastest.open_fastest(artifact, threads=threads)
    else:
        predictor = Predictor.open(artifact, backend=name, threads=threads)
        predictor.replay()
    return LanguagePredictor.of(predictor) if generates(predictor) else predictor
