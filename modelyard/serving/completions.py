"""The routes of a language model, as OpenAI's clients call them: completions, chat completions, models."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from modelyard.core.errors import ModelyardError
from modelyard.data.features.chat import chat_ids
from modelyard.inference.generation import Settings as Generation
from modelyard.inference.language import LanguagePredictor
from modelyard.serving import asked as asking
from modelyard.serving import wording
from modelyard.serving.asked import Asked
from modelyard.serving.body import BodyReader
from modelyard.serving.jobs import Delta, Job, Part
from modelyard.serving.model import ServedModel
from modelyard.serving.noted import Note
from modelyard.serving.replies import (
    DATA_POLICY,
    SECURITY_HEADERS,
    Receive,
    RefusedError,
    Scope,
    Send,
    reply,
)
from modelyard.serving.requests import parse_json
from modelyard.serving.wording import Spelling
from modelyard.serving.writer import Writer, refusal_of

_EVENTS = b"text/event-stream; charset=utf-8"


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """What the routes need."""

    predictor: LanguagePredictor
    writer: Writer
    bodies: BodyReader
    texts: wording.TokenTexts
    name: str

    @classmethod
    def of(cls, model: ServedModel, writer: Writer, bodies: BodyReader) -> Language:
        """Of a served model that is a language model."""
        predictor = model.language
        assert predictor is not None
        texts = wording.TokenTexts(predictor.task.tokenizer)
        return cls(predictor=predictor, writer=writer, bodies=bodies, texts=texts, name=str(model.about["name"]))

    def routes(self) -> list[tuple[str, Completions]]:
        """Addresses and what answers there; without a chat template there is no chat."""
        found = [("/v1/completions", Completions(self, chat=False))]
        if self.predictor.task.tokenizer.chat_template is not None:
            found.append(("/v1/chat/completions", Completions(self, chat=True)))
        return found


@dataclass(slots=True)
class _Choice:
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

    def take(self, delta: Delta) -> tuple[str, dict[str, Any] | None]:
        """The new text and log-probabilities, the echoed prompt before them the first time."""
        logprobs = None
        prompt = self.part.lane.row.prompt
        if delta.scores is not None:
            logprobs = self.spelling.of_prompt(prompt, delta.scores, begins=self.begins)
        elif delta.tokens or delta.reason is not None:
            logprobs = self.spelling.spell(delta.tokens, delta.logprobs, delta.tops)
        text, self.echo = self.echo + delta.text, ""
        self.tokens += len(delta.tokens)
        self.reason = delta.reason
        return text, logprobs


class Completions:
    """One of the two routes."""

    def __init__(self, language: Language, *, chat: bool) -> None:
        self._language, self._chat = language, chat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        language = self._language
        async with language.bodies.read(scope, receive) as body:
            # In a thread: long prompts take long to tokenize, and constraints to compile.
            asked, choices = await asyncio.to_thread(self._read, body)
        note: Note = scope["modelyard.note"]
        note.rows = len(choices)
        job = Job([one.part for one in choices], asked.streams, scope.get("modelyard.abandoned"))
        language.writer.submit(job)
        try:
            async with aclosing(_deltas(job)) as deltas:
                if asked.streams:
                    await self._stream(asked, choices, deltas, scope["modelyard.request_id"], send)
                else:
                    await self._whole(asked, choices, deltas, scope["modelyard.request_id"], send)
        finally:
            _note(note, asked, choices)
            job.failed = True  # whatever is still being written is not wanted any more
            language.writer.done(job)

    def _read(self, body: bytes) -> tuple[Asked, list[_Choice]]:
        language, content = self._language, parse_json(body)
        generator = language.predictor.generator
        if self._chat:
            asked = asking.chat(content, model=language.name, context=generator.context)
            try:
                prompts: list[asking.Prompt] = [
                    chat_ids(language.predictor.task.tokenizer, list(asked.messages)).tolist()
                ]
            except ModelyardError as error:
                raise refusal_of(error, "messages") from error
        else:
            vocabulary = int(generator.decoder.config.vocab_size)
            asked = asking.completion(content, model=language.name, context=generator.context, vocabulary=vocabulary)
            prompts = list(asked.prompts)
        try:
            return asked, [
                self._choice(asked, prompt, number * asked.choices + i, i)
                for number, prompt in enumerate(prompts)
                for i in range(asked.choices)
            ]
        except ModelyardError as error:
            field = "messages" if self._chat else "prompt"
            raise refusal_of(error, field if error.where.startswith("prompts") else None) from error

    def _choice(self, asked: Asked, prompt: asking.Prompt, number: int, index: int) -> _Choice:
        settings = asked.settings or Generation(max_new_tokens=1)
        lane = self._language.writer.batch.lane(prompt, settings, index=index, top=asked.top or 0)
        scores = max(1, asked.top or 0) if asked.echo and asked.top is not None else None
        made = _Choice(
            part=Part(number, lane, writes=asked.settings is not None, scores=scores),
            spelling=Spelling(self._language.texts, asked),
            begins=isinstance(prompt, str),
        )
        if asked.echo:
            made.echo = prompt if isinstance(prompt, str) else self._language.texts.tokenizer.decode(prompt)
        return made

    async def _whole(
        self, asked: Asked, choices: list[_Choice], deltas: AsyncIterator[Delta], identity: str, send: Send
    ) -> None:
        async for delta in deltas:
            one = choices[delta.number]
            text, logprobs = one.take(delta)
            one.text += text
            one.logprobs = wording.joined(one.logprobs, logprobs)
        content = {
            **self._envelope(asked, identity),
            "choices": [wording.choice(asked, i, one.text, one.logprobs, one.reason) for i, one in enumerate(choices)],
            "usage": _usage(asked, choices),
        }
        await reply(send, 200, _json(content), [DATA_POLICY])

    async def _stream(
        self, asked: Asked, choices: list[_Choice], deltas: AsyncIterator[Delta], identity: str, send: Send
    ) -> None:
        around = self._envelope(asked, identity)
        begun = False
        try:
            async for delta in deltas:
                if not begun:
                    begun = True
                    await _begin(send)
                one = choices[delta.number]
                text, logprobs = one.take(delta)
                one.text += text
                shown = wording.part(asked, delta.number, text, logprobs, one.reason, first=not one.sent)
                one.sent = True
                await _event(send, _json({**around, "choices": [shown]}))
        except RefusedError as error:
            if not begun:
                raise
            # The status is sent: what went wrong can only be said in the stream.
            refusal = {"message": error.refusal.message, "field": error.refusal.field, "request_id": identity}
            await _event(send, json.dumps({"error": refusal}).encode())
        else:
            if asked.counts_usage:
                await _event(send, _json({**around, "choices": [], "usage": _usage(asked, choices)}))
            await _event(send, b"[DONE]")
        await send({"type": "http.response.body", "body": b""})

    def _envelope(self, asked: Asked, identity: str) -> dict[str, Any]:
        return wording.envelope(
            asked, identity=identity, created=int(time.time()), model=self._language.name, streams=asked.streams
        )


async def _deltas(job: Job) -> AsyncGenerator[Delta, None]:
    """What the writer sends until every part has ended. Raises: what it says went wrong."""
    open_parts = {part.number for part in job.parts}
    while open_parts:
        delta = await job.deltas.get()
        if isinstance(delta, BaseException):
            raise delta
        if delta.reason is not None:
            open_parts.discard(delta.number)
        yield delta


async def _begin(send: Send) -> None:
    headers = [(b"content-type", _EVENTS), (b"x-accel-buffering", b"no"), *SECURITY_HEADERS, DATA_POLICY]
    await send({"type": "http.response.start", "status": 200, "headers": headers})


async def _event(send: Send, content: bytes) -> None:
    await send({"type": "http.response.body", "body": b"data: " + content + b"\n\n", "more_body": True})


def _usage(asked: Asked, choices: list[_Choice]) -> dict[str, int]:
    # A prompt is read once however many choices it has.
    read = sum(len(one.part.lane.row.prompt) for one in choices[:: asked.choices])
    return wording.usage(read, sum(one.tokens for one in choices))


def _note(note: Note, asked: Asked, choices: list[_Choice]) -> None:
    """What was read and written, for whoever tells of the request."""
    used = _usage(asked, choices)
    note.prompt_tokens, note.written_tokens = used["prompt_tokens"], used["completion_tokens"]
    asked_for: list[Any] = [asked.messages] * len(choices) if asked.kind == "chat" else []
    for one in choices if asked.kind != "chat" else ():
        asked_for.append(asked.prompts[one.part.number // asked.choices])
    note.inputs = {"messages" if asked.kind == "chat" else "prompt": asked_for}
    note.answers = [one.text for one in choices]


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
