"""What a shadow is asked after the client has its answer, and how its answer compares; only metrics tell of it.

Of a text two things are asked: the same request, and how likely the shadow finds what the client was sent, token by
token. The second compares also what was drawn, which no two models draw alike.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Coroutine, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from modelyard.inference.generation import Settings as Generation
from modelyard.serving.asked import Asked, Prompt
from modelyard.serving.choices import Choice, choice
from modelyard.serving.comparing import VersionMetrics, same_answer
from modelyard.serving.jobs import Delta, Job, Part, deltas
from modelyard.serving.language import Language
from modelyard.serving.replies import Refusal, RefusedError
from modelyard.serving.settings import Settings

if TYPE_CHECKING:
    from modelyard.serving.versions import Version

_SHARE = 0.25  # of the queue: a shadow that cannot keep up misses requests, it never delays one


class Shadowing:
    """The requests of one model on their way to its shadow. All methods belong to the event loop's thread."""

    def __init__(self, told: VersionMetrics, settings: Settings) -> None:
        self._told, self._settings = told, settings
        self._tasks: set[asyncio.Task[None]] = set()

    def stop(self) -> None:
        """Give up what is still asked."""
        for task in list(self._tasks):
            task.cancel()

    def rows(self, shadow: Version, rows: dict[str, list[Any]], count: int, answers: list[Any]) -> None:
        """Ask for the answers of rows, which were answered so."""
        full = shadow.batcher.queued_rows + count > _SHARE * self._settings.max_queue_rows
        self._begin(self._rows(shadow, rows, count, answers), count, full=full)

    def texts(self, shadow: Version, asked: Asked, choices: Sequence[Choice]) -> None:
        """Ask for the texts of a request, which was answered so; not where nothing was written."""
        assert shadow.language is not None
        if asked.settings is None:
            return
        full = shadow.language.writer.held + 2 * len(choices) > _SHARE * self._settings.max_queue_generations
        self._begin(self._texts(shadow, asked, choices), len(choices), full=full)

    def _begin(self, asking: Coroutine[Any, Any, None], count: int, *, full: bool) -> None:
        if full:
            asking.close()
            self._told.shadow.labels("missed").inc(count)
            return
        task = asyncio.get_running_loop().create_task(self._guarded(asking, count))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, asking: Coroutine[Any, Any, None], count: int) -> None:
        try:
            await asking
        except RefusedError as error:
            self._told.shadow.labels("missed" if error.refusal.status in (429, 503) else "failed").inc(count)
        except Exception:  # noqa: BLE001 - whatever a shadow does, no client may feel it; it is counted
            self._told.shadow.labels("failed").inc(count)

    async def _rows(self, shadow: Version, rows: dict[str, list[Any]], count: int, answers: list[Any]) -> None:
        began = time.perf_counter()
        others = await shadow.batcher.answer(rows, count)
        shadow.answered(count, time.perf_counter() - began)
        for one, other in zip(answers, others, strict=True):
            self._told.shadow.labels("same" if same_answer(one, other) else "other").inc()

    async def _texts(self, shadow: Version, asked: Asked, choices: Sequence[Choice]) -> None:
        language = shadow.language
        assert language is not None and asked.settings is not None
        writing = await asyncio.to_thread(_writing, language, asked, choices)
        began = time.perf_counter()
        texts = [""] * len(choices)
        async for delta in _answered(language, writing):
            texts[delta.number] += delta.text
        shadow.answered(len(choices), time.perf_counter() - began)
        answers = [_answer(language, one) for one in choices]
        scoring = [_scoring(language, part, answer) for part, answer in zip(writing, answers, strict=True)]
        async for delta in _answered(language, scoring):
            self._judged(answers[delta.number], delta)
        for one, text in zip(choices, texts, strict=True):
            row = one.part.lane.row
            self._told.shadow_nats.labels("main").inc(-sum(row.logprobs))
            same = "same" if text == row.stream.text else "other"
            self._told.shadow.labels(same if asked.settings.temperature == 0 else "drawn").inc()

    def _judged(self, answer: Sequence[int], delta: Delta) -> None:
        """What the shadow says of the tokens that were sent, the last ones that it has scored."""
        assert delta.scores is not None
        if answer:
            found = zip(answer, delta.scores.logprobs[-len(answer) :], delta.scores.tops[-len(answer) :], strict=True)
            for token, logprob, top in found:
                self._told.shadow_nats.labels("shadow").inc(-logprob)
                self._told.shadow_tokens.labels("same" if top[0][0] == token else "other").inc()


async def _answered(language: Language, parts: Sequence[Part]) -> AsyncGenerator[Delta, None]:
    """What comes of some parts. Raises: RefusedError."""
    job = Job(parts, streams=False, abandoned=None)
    language.writer.submit(job)
    try:
        async with aclosing(deltas(job)) as found:
            async for delta in found:
                yield delta
    finally:
        job.failed = True
        language.writer.done(job)


def _writing(language: Language, asked: Asked, choices: Sequence[Choice]) -> list[Part]:
    """The same request. Raises: RefusedError, ModelyardError where this model cannot be asked it."""
    quiet = replace(asked, echo=False, top=None, streams=False)
    if not _same_tokens(language, choices[0]) and any(isinstance(prompt, list) for prompt in asked.prompts):
        raise RefusedError(Refusal(422, "another tokenizer's ids"))
    return [
        choice(language, quiet, _prompt(language, asked, number), number, number % asked.choices).part
        for number in range(len(choices))
    ]


def _scoring(language: Language, part: Part, answer: Sequence[int]) -> Part:
    """The prompt with the answer that was sent, to be scored. Raises: RequestError where that is too long."""
    lane = language.writer.batch.lane([*part.lane.row.prompt, *answer], Generation(max_new_tokens=1))
    return Part(part.number, lane, writes=False, scores=1)


def _answer(language: Language, one: Choice) -> list[int]:
    """What the client was sent, in the shadow's own tokens."""
    if _same_tokens(language, one):
        return one.part.lane.row.tokens
    ids: list[int] = language.predictor.task.tokenizer.encode([one.part.lane.row.stream.text]).ids.tolist()
    return ids


def _same_tokens(language: Language, one: Choice) -> bool:
    return bool(one.spelling.texts.tokenizer.content == language.predictor.task.tokenizer.content)


def _prompt(language: Language, asked: Asked, number: int) -> Prompt:
    if asked.kind == "chat":
        tools = None if asked.tools is None else asked.tools.described
        return language.predictor.conversation_ids(asked.messages, tools=tools)
    return asked.prompts[number // asked.choices]
