"""The worker of a language model that vLLM writes: to the routes as `writer.Writer`, to vLLM a client of token ids.

Prompts are rendered and tokenized, answers decoded and cut at stop strings by our own code, so that a text is the same
whichever backend writes it. All of it belongs to the event loop's thread, but for `lane`.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import secrets
import time
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from modelyard.inference.continuous import Lane
from modelyard.inference.generation import Generator
from modelyard.inference.scoring import Scores
from modelyard.serving import vllm_client as client
from modelyard.serving import vllm_wire as wire
from modelyard.serving.body import ClientGoneError
from modelyard.serving.gate import State
from modelyard.serving.jobs import DRAINING_SHARE, Delta, Job, LanguageMetrics, Part, Room, delta_of, too_late
from modelyard.serving.replies import Refusal, RefusedError
from modelyard.serving.settings import Settings
from modelyard.serving.sharing import Queue, Share
from modelyard.serving.vllm_process import Process

_LOG = logging.getLogger("modelyard.serving")
_LOOK_SECONDS = 0.25
_HEALTH_SECONDS = 5.0
_FAILURES = 3  # of its health in a row, after which the server says that it has failed


@dataclass(slots=True, eq=False)
class _Running:
    """A part that vLLM writes."""

    job: Job
    part: Part
    due: float  # until when its first token must come
    until: float


class VllmWriter:
    """Requests on their way to vLLM and back."""

    def __init__(
        self,
        generator: Generator,
        settings: Settings,
        metrics: LanguageMetrics,
        state: State,
        *,
        engine: Process,
        name: str,
        share: Share | None = None,
    ) -> None:
        self._settings, self._metrics, self._state = settings, metrics, state
        self._room = Room(share or Queue(settings.max_queue_generations).share())
        self._engine, self._name, self._ends = engine, name, frozenset(generator.end_ids)
        self.batch = wire.VllmBatch(generator)
        self._tasks: dict[asyncio.Task[None], _Running] = {}
        self._salt = secrets.token_bytes(32)
        self._failures = self._written = 0
        self._rate = 0.0
        self._drain_until: float | None = None
        self._watcher: asyncio.Task[None] | None = None
        metrics.writers.append(self)

    def start(self) -> None:
        """Begin to look after requests and the engine."""
        self._watcher = asyncio.get_running_loop().create_task(self._watch())

    async def stop(self) -> None:
        """Let what has begun be written, then end vLLM."""
        while self._tasks:
            await asyncio.sleep(0.01)
        if self._watcher is not None:
            self._watcher.cancel()
        self._metrics.writers.remove(self)
        await asyncio.to_thread(self._engine.close)

    @property
    def alive(self) -> bool:
        """Whether vLLM runs and says that it is well."""
        watched = self._watcher is None or not self._watcher.done()
        return self._engine.alive and self._failures < _FAILURES and watched

    def submit(self, job: Job) -> None:
        """Send a request; `done` must follow, whatever becomes of it. Raises: RefusedError (429)."""
        self._room.take(job)
        now = time.perf_counter()
        for part in job.parts:
            until = now + self._settings.generation_seconds
            until = until if job.within is None else job.due(until - job.asked)
            running = _Running(job, part, job.due(self._settings.answer_seconds), until)
            task = asyncio.get_running_loop().create_task(self._run(running))
            self._tasks[task] = running
            task.add_done_callback(lambda one: self._tasks.pop(one, None))

    def done(self, job: Job) -> None:
        """The request is answered, or given up: what is still being written is not wanted."""
        self._room.give(job)
        for task, running in list(self._tasks.items()):
            if running.job is job:
                task.cancel()

    @property
    def held(self) -> int:
        """Texts asked for and not yet written in full."""
        return self._room.held

    @property
    def writing(self) -> int:
        """Texts being written now."""
        return len(self._tasks)

    @property
    def rate(self) -> float:
        """Tokens a second of all texts together; 0 while none is written."""
        return self._rate if self._tasks else 0.0

    async def exposition(self) -> bytes:
        """vLLM's own metrics; none where it does not answer."""
        try:
            return await asyncio.wait_for(client.metrics(self._engine.address), 2.0)
        except (client.EngineError, TimeoutError):
            return b""

    async def _run(self, running: _Running) -> None:
        job, part = running.job, running.part
        try:
            self._metrics.read.inc(len(part.lane.row.prompt))
            if part.scores is not None:
                scores = await self._score(job, part, part.scores)
                job.deltas.put_nowait(
                    Delta(number=part.number, scores=scores, reason=None if part.writes else "length")
                )
            elif not part.writes:
                job.deltas.put_nowait(Delta(number=part.number, reason="length"))
            if part.writes:
                await self._write(job, part)
        except client.EngineError as error:
            _LOG.warning("vLLM refused a request (%s): %s", error.status or "no answer", error.message)
            self._fail(job, wire.refusal_of(error))
        except Exception:  # noqa: BLE001 - whatever vLLM sends, the request must be answered; it is logged
            _LOG.exception("vLLM's answer is not understood")
            self._fail(job, RefusedError(Refusal(500, "the engine's answer is not understood")))

    async def _write(self, job: Job, part: Part) -> None:
        lane = part.lane
        async with aclosing(
            client.stream(
                self._engine.address, wire.completion(self._name, part.lane, self._ends, self._salt_of(job.owner))
            )
        ) as events:
            async for event in events:
                for choice in event["choices"]:
                    if not lane.row.tokens and choice["token_ids"]:
                        self._metrics.first.observe(time.perf_counter() - job.asked)
                    before = len(lane.row.tokens)
                    self._take(lane, choice)
                    self._metrics.written.inc(len(lane.row.tokens) - before)
                    self._written += len(lane.row.tokens) - before
                if lane.is_over or (job.streams and lane.pieces):
                    job.deltas.put_nowait(delta_of(part))
                if lane.is_over:
                    return
        raise client.EngineError(0, "its stream ended early")

    def _take(self, lane: Lane, choice: dict[str, Any]) -> None:
        """The tokens of one event; what comes after an end or a stop string is not wanted."""
        row, logprobs = lane.row, choice["logprobs"]
        ids = choice["token_ids"] or []
        for place, token in enumerate(ids):
            if token in self._ends:
                return self._end(lane, "stop")
            row.tokens.append(token)
            row.logprobs.append(logprobs["token_logprobs"][place])
            lane.tops.append(wire.top_of(logprobs["top_logprobs"][place], lane.top))
            lane.pieces.append(row.stream.push(token))
            if row.stream.stopped:
                return self._end(lane, "stop")
            if len(row.tokens) >= row.limit:
                return self._end(lane, "length")
        if choice["finish_reason"] is not None:
            if choice["finish_reason"] not in ("stop", "length"):
                raise client.EngineError(0, "it gave the text up")
            self._end(lane, choice["finish_reason"])
        return None

    @staticmethod
    def _end(lane: Lane, reason: str) -> None:
        lane.pieces.append(lane.row.stream.close())
        lane.row.reason = "stop" if lane.row.stream.stopped or reason == "stop" else "length"

    async def _score(self, job: Job, part: Part, top: int) -> Scores:
        prompt = part.lane.row.prompt
        asked = wire.scoring(self._name, prompt, top, self._salt_of(job.owner))
        return wire.scores_of(prompt, await client.complete(self._engine.address, asked), top)

    def _salt_of(self, owner: str | None) -> str:
        """Only prompts of one key share what vLLM keeps of them: how fast an answer begins tells nothing of others'."""
        return hashlib.blake2b((owner or "").encode(), key=self._salt, digest_size=24).hexdigest()

    async def _watch(self) -> None:
        last, looked = time.perf_counter(), 0.0
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            now = time.perf_counter()
            if self._state.draining and self._drain_until is None:
                self._drain_until = now + DRAINING_SHARE * self._settings.drain_seconds
            for task, running in list(self._tasks.items()):
                self._look_at(task, running, now)
            self._rate, self._written, last = self._written / (now - last), 0, now
            if now - looked > _HEALTH_SECONDS:
                looked = now
                well = await asyncio.to_thread(client.healthy, self._engine.address)
                self._failures = 0 if well else self._failures + 1

    def _look_at(self, task: asyncio.Task[None], running: _Running, now: float) -> None:
        """End what nobody waits for, what did not begin in time, and what takes too long."""
        job, lane = running.job, running.part.lane
        if not job.is_wanted():
            self._fail(job, ClientGoneError())
            task.cancel()
        elif not lane.row.tokens and now > running.due:
            self._fail(job, too_late(job, running.due))
            task.cancel()
        elif now > min(running.until, self._drain_until or running.until) and not lane.is_over:
            lane.end("length")
            job.deltas.put_nowait(delta_of(running.part))
            task.cancel()

    @staticmethod
    def _fail(job: Job, error: BaseException) -> None:
        if not job.failed:
            job.failed = True
            job.deltas.put_nowait(error)
