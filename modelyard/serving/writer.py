"""The worker of a language model: one thread writes all texts that are asked for, a token of each at every step.

A request that comes while others are being written joins them at the next step (continuous batching).
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections import deque
from contextlib import nullcontext
from queue import Empty, SimpleQueue

from modelyard.core.errors import ModelyardError
from modelyard.inference.continuous import Lane
from modelyard.inference.generation import Generator
from modelyard.inference.scoring import score
from modelyard.serving.body import ClientGoneError
from modelyard.serving.gate import State
from modelyard.serving.jobs import DRAINING_SHARE, Delta, Job, LanguageMetrics, Part, Room, delta_of, too_late
from modelyard.serving.prefixes import PrefixBatch
from modelyard.serving.replies import Refusal, RefusedError
from modelyard.serving.settings import Settings
from modelyard.serving.sharing import Queue, Share, Turn

_LOG = logging.getLogger("modelyard.serving")


class Writer:
    """The queue and its thread. `submit`, `done` and `stop` are called from the event loop's thread only."""

    def __init__(
        self,
        generator: Generator,
        settings: Settings,
        metrics: LanguageMetrics,
        state: State,
        *,
        share: Share | None = None,
        turn: Turn | None = None,
        at_once: int | None = None,
    ) -> None:
        self._generator, self._settings, self._metrics, self._state = generator, settings, metrics, state
        self._room, self._turn = Room(share or Queue(settings.max_queue_generations).share()), turn
        self._at_once = at_once or settings.max_generations
        self.batch = PrefixBatch(generator)
        self._inbox: SimpleQueue[Job | None] = SimpleQueue()
        self._waiting: deque[tuple[Job, Part]] = deque()
        self._running: dict[Lane, tuple[Job, Part, float]] = {}  # until when it may be written
        self._rate = 0.0
        metrics.writers.append(self)
        self._drain_until: float | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._work, name="modelyard-writer", daemon=True)

    def start(self) -> None:
        """Start the thread; deltas go to the running event loop."""
        self._loop = asyncio.get_running_loop()
        self._thread.start()

    async def stop(self) -> None:
        """Let the thread finish what it has, then end it."""
        self._inbox.put(None)
        while self._thread.is_alive():
            await asyncio.sleep(0.01)
        self._metrics.writers.remove(self)

    @property
    def alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    def submit(self, job: Job) -> None:
        """Queue a request; `done` must follow, whatever becomes of it.

        Raises: RefusedError (429) when the queue is full.
        """
        self._room.take(job)
        self._inbox.put(job)

    def done(self, job: Job) -> None:
        """The request is answered, or given up."""
        self._room.give(job)

    @property
    def held(self) -> int:
        """Texts asked for and not yet written in full."""
        return self._room.held

    @property
    def writing(self) -> int:
        """Texts being written now."""
        return len(self._running)

    @property
    def rate(self) -> float:
        """Tokens a second of all texts together; 0 while none is written."""
        return self._rate if self._running else 0.0

    def _work(self) -> None:
        stopping = False
        while True:
            stopping = self._collect(wait=not stopping and not self._waiting and not self._running) or stopping
            if stopping and not self._waiting and not self._running:
                return
            try:
                with nullcontext() if self._turn is None else self._turn.hold():
                    self._admit()
                    if self._running:
                        self._step()
            except Exception:  # noqa: BLE001 - the thread must outlive any failure of a model; it is logged and answered
                _LOG.exception("the model failed while writing")
                self._fail_all()

    def _collect(self, *, wait: bool) -> bool:
        """Take what has come in; true when the thread is to end."""
        try:
            while True:
                job = self._inbox.get() if wait else self._inbox.get_nowait()
                wait = False
                if job is None:
                    return True
                self._waiting.extend((job, part) for part in job.parts)
        except Empty:
            return False

    def _admit(self) -> None:
        """Begin what waits, as far as there is room."""
        now = time.perf_counter()
        some: list[tuple[Job, Part]] = []
        while self._waiting and len(self._running) + len(some) < self._at_once:
            job, part = self._waiting.popleft()
            if job.failed:
                continue
            if job.abandoned is not None and job.abandoned():
                self._fail(job, ClientGoneError())
            elif now > (due := job.due(self._settings.answer_seconds)):
                self._fail(job, too_late(job, due))
            else:
                some.append((job, part))
        if some:
            self._begin(some, now)

    def _begin(self, some: list[tuple[Job, Part]], now: float) -> None:
        scored = [(job, part) for job, part in some if part.scores is not None]
        writing = [(job, part) for job, part in some if part.writes]
        try:
            if scored:
                most = max(part.scores or 0 for _, part in scored)
                prompts = [part.lane.row.prompt for _, part in scored]
                found = score(self._generator.decoder, prompts, top=max(1, most))
                for (job, part), scores in zip(scored, found, strict=True):
                    reason = None if part.writes else "length"
                    self._post([(job, Delta(number=part.number, scores=scores, reason=reason))])
            reused = self.batch.reused
            self.batch.begin([part.lane for _, part in writing], [job.owner for job, _ in writing])
            self._metrics.reused.inc(self.batch.reused - reused)
        except Exception:  # noqa: BLE001 - those being written go on; it is logged and answered
            _LOG.exception("the model failed on a prompt")
            for job, _ in some:
                self._fail(job, RefusedError(Refusal(500, "the model failed on this prompt")))
            return
        self._metrics.read.inc(sum(len(part.lane.row.prompt) for _, part in some))
        for job, part in writing:
            part.lane.is_wanted = job.is_wanted
            until = now + self._settings.generation_seconds
            self._running[part.lane] = (job, part, until if job.within is None else job.due(until - job.asked))
        for job, part in some:
            if not part.writes and part.scores is None:
                self._post([(job, Delta(number=part.number, reason="length"))])

    def _step(self) -> None:
        started = time.perf_counter()
        self._end_late(started)
        before = sum(len(lane.row.tokens) for lane in self._running)
        moved = self.batch.step()
        written = sum(len(lane.row.tokens) for lane in moved) - before
        posts: list[tuple[Job, Delta]] = []
        for lane in moved:
            job, part, _ = self._running[lane]
            if part.sent == 0 and len(lane.row.tokens) == 1:
                self._metrics.first.observe(time.perf_counter() - job.asked)
            if lane.is_over:
                del self._running[lane]
            if lane.row.reason == "cancelled":
                self._fail(job, ClientGoneError())
            elif lane.error is not None:
                self._fail(job, refusal_of(lane.error))
            elif lane.is_over or (job.streams and lane.pieces):
                posts.append((job, delta_of(part)))
        self._post(posts)
        self._count(written, time.perf_counter() - started)

    def _end_late(self, now: float) -> None:
        if self._state.draining and self._drain_until is None:
            self._drain_until = now + DRAINING_SHARE * self._settings.drain_seconds
        for lane, (_, _, until) in self._running.items():
            if now > min(until, self._drain_until or until):
                lane.end("length")

    def _count(self, written: int, seconds: float) -> None:
        self._metrics.written.inc(written)
        rate = written / max(seconds, 1e-6)
        self._rate = 0.9 * self._rate + 0.1 * rate if self._rate else rate

    def _fail_all(self) -> None:
        for job, _, _ in self._running.values():
            self._fail(job, RefusedError(Refusal(500, "the model failed; the server's log holds the cause")))
        self._running.clear()
        self.batch.clear()

    def _fail(self, job: Job, error: BaseException) -> None:
        if not job.failed:
            job.failed = True
            assert self._loop is not None
            self._loop.call_soon_threadsafe(job.deltas.put_nowait, error)

    def _post(self, posts: list[tuple[Job, Delta]]) -> None:
        if posts:
            assert self._loop is not None
            self._loop.call_soon_threadsafe(_deliver, posts)


def refusal_of(error: ModelyardError, field: str | None = None) -> RefusedError:
    """A request that the model cannot follow, as the server's answer; `field` stands for the place it names itself."""
    message = str(error).removeprefix(f"{error.where}: ") if field else str(error)
    return RefusedError(Refusal(422, message, field or error.where or None))


def _deliver(posts: list[tuple[Job, Delta]]) -> None:
    for job, delta in posts:
        job.deltas.put_nowait(delta)
