"""The routes of a language model, as OpenAI's clients call them: completions and chat completions."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from modelyard.core.errors import ModelyardError
from modelyard.serving import asked as asking
from modelyard.serving import wording
from modelyard.serving.asked import Asked
from modelyard.serving.body import BodyReader, seconds_given
from modelyard.serving.choices import Choice, choice, note_of, usage
from modelyard.serving.jobs import Delta, Job, deltas
from modelyard.serving.language import Language
from modelyard.serving.noted import Note
from modelyard.serving.replies import (
    DATA_POLICY,
    SECURITY_HEADERS,
    Receive,
    Refusal,
    RefusedError,
    Scope,
    Send,
    reply,
)
from modelyard.serving.requests import parse_json, refuse
from modelyard.serving.writer import refusal_of

if TYPE_CHECKING:
    from modelyard.serving.models import Models
    from modelyard.serving.versions import Version

_EVENTS = b"text/event-stream; charset=utf-8"


class Completions:
    """One of the two routes."""

    def __init__(self, models: Models, bodies: BodyReader, *, chat: bool) -> None:
        self._models, self._bodies, self._chat = models, bodies, chat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        within = seconds_given(scope["modelyard.headers"])
        async with self._bodies.read(scope, receive) as body:
            content = await asyncio.to_thread(parse_json, body)
        versions = self._models.named(content, "chat" if self._chat else "complete").versions
        version = versions.pick()
        with version.held():  # one that is replaced meanwhile still answers
            asked, choices = await self._answer(version, content, scope, send, within)
        if versions.shadow is not None:
            versions.shadowing.texts(versions.shadow, asked, choices)

    async def _answer(
        self, version: Version, content: Any, scope: Scope, send: Send, within: float | None
    ) -> tuple[Asked, list[Choice]]:
        language = version.language
        assert language is not None
        # In a thread: long prompts take long to tokenize, and constraints to compile.
        try:
            asked, choices = await asyncio.to_thread(self._read, language, content)
        except RecursionError:  # the arguments of a call, or a function's parameters
            refuse("the request is nested too deeply")
        note: Note = scope["modelyard.note"]
        note.rows, note.about = len(choices), version.model.about
        job = Job([one.part for one in choices], asked.streams, scope.get("modelyard.abandoned"), within, note.key)
        language.writer.submit(job)
        answer = _Answer(language, asked, choices, scope["modelyard.request_id"])
        try:
            async with aclosing(deltas(job)) as coming:
                if asked.streams:
                    await answer.stream(coming, send, job.deltas.empty)
                else:
                    await answer.whole(coming, send)
            version.answered(len(choices), time.perf_counter() - job.asked)
        finally:
            note_of(note, asked, choices)
            job.failed = True  # whatever is still being written is not wanted any more
            language.writer.done(job)
        return asked, choices

    def _read(self, language: Language, content: Any) -> tuple[Asked, list[Choice]]:
        generator = language.predictor.generator
        if self._chat:
            asked = asking.chat(
                content,
                model=language.name,
                context=generator.context,
                understands_tools=language.has_tools,
                special_calls=language.special_calls,
            )
            tools = asked.tools
            try:
                # What is kept of the request, and shown to a shadow, is what the model reads.
                asked = replace(asked, messages=tuple(language.predictor.read_messages(asked.messages)))
                described = None if tools is None else tools.described
                prompts: list[asking.Prompt] = [language.predictor.conversation_ids(asked.messages, tools=described)]
            except ModelyardError as error:
                raise refusal_of(error, "messages") from error
        else:
            vocabulary = int(generator.decoder.config.vocab_size)
            asked = asking.completion(content, model=language.name, context=generator.context, vocabulary=vocabulary)
            asked = replace(asked, prompts=tuple(_read_as(language, prompt) for prompt in asked.prompts))
            prompts = list(asked.prompts)
        try:
            return asked, [
                choice(language, asked, prompt, number * asked.choices + i, i)
                for number, prompt in enumerate(prompts)
                for i in range(asked.choices)
            ]
        except ModelyardError as error:
            field = "messages" if self._chat else "prompt"
            raise refusal_of(error, field if error.where.startswith("prompts") else None) from error


def _read_as(language: Language, prompt: asking.Prompt) -> asking.Prompt:
    """The prompt as the model reads it. Raises: RefusedError."""
    if isinstance(prompt, str):
        return language.predictor.read(prompt)
    if language.predictor.task.masker is not None:
        rule = "must be text: this model reads prompts without personal data, which is not looked for in token ids"
        raise RefusedError(Refusal(400, rule, "prompt"))
    return prompt


@dataclass(frozen=True, slots=True)
class _Answer:
    """One request's answer, whole or as a stream."""

    language: Language
    asked: Asked
    choices: list[Choice]
    identity: str

    async def whole(self, coming: AsyncIterator[Delta], send: Send) -> None:
        """Send it when all of it is there."""
        asked, choices = self.asked, self.choices
        async for delta in coming:
            one = choices[delta.number]
            text, logprobs, _ = one.take(delta)
            one.text += text
            one.logprobs = wording.joined(one.logprobs, logprobs)
        content = {
            **self._envelope(),
            "choices": [
                wording.choice(asked, i, one.text, one.logprobs, one.reason, one.calls) for i, one in enumerate(choices)
            ],
            "usage": usage(asked, choices),
        }
        await reply(send, 200, _json(content), [DATA_POLICY])

    async def stream(self, coming: AsyncIterator[Delta], send: Send, all_here: Callable[[], bool]) -> None:
        """Send each piece as it comes; those that have come together (`all_here` is not yet so) go together."""
        asked, choices = self.asked, self.choices
        around = self._envelope()
        begun = False
        held = b""
        try:
            async for delta in coming:
                if not begun:
                    begun = True
                    await _begin(send)
                one = choices[delta.number]
                text, logprobs, calls = one.take(delta)
                one.text += text
                shown = wording.part(asked, delta.number, text, logprobs, one.reason, first=not one.sent)
                if calls:
                    shown["delta"]["tool_calls"] = wording.numbered(calls, first=len(one.calls) - len(calls))
                one.sent = True
                held += _event(_json({**around, "choices": [shown]}))
                if all_here() and any(each.reason is None for each in choices):  # the last goes with the end
                    await _send(send, held)
                    held = b""
        except RefusedError as error:
            if not begun:
                raise
            # The status is sent: what went wrong can only be said in the stream.
            refusal = {"message": error.refusal.message, "field": error.refusal.field, "request_id": self.identity}
            held += _event(json.dumps({"error": refusal}).encode())
        else:
            if asked.counts_usage:
                held += _event(_json({**around, "choices": [], "usage": usage(asked, choices)}))
            held += _event(b"[DONE]")
        await _send(send, held)
        await send({"type": "http.response.body", "body": b""})

    def _envelope(self) -> dict[str, Any]:
        language = self.language
        return wording.envelope(
            self.asked,
            identity=self.identity,
            created=int(time.time()),
            model=language.name,
            digest=language.digest,
            streams=self.asked.streams,
        )


async def _begin(send: Send) -> None:
    headers = [(b"content-type", _EVENTS), (b"x-accel-buffering", b"no"), *SECURITY_HEADERS, DATA_POLICY]
    await send({"type": "http.response.start", "status": 200, "headers": headers})


def _event(content: bytes) -> bytes:
    return b"data: " + content + b"\n\n"


async def _send(send: Send, events: bytes) -> None:
    await send({"type": "http.response.body", "body": events, "more_body": True})


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
