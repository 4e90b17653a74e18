"""Dynamic batching: one worker thread answers what is queued, across connections, in batches of similar length.

There is no waiting window: a request that finds the worker idle starts at once, and a batch is what came in
meanwhile. A request of many rows is taken in parts, in turn with the others, so that it cannot hold them up. Where
several models share the processors, a batch waits for its model's turn.
"""

from __future__ import annotations

import asyncio
import logging
import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from modelyard.serving.noted import Note
from modelyard.serving.observability import Metrics
from modelyard.serving.pace import Pace
from modelyard.serving.replies import Refusal, RefusedError
from modelyard.serving.settings import Settings
from modelyard.serving.sharing import Queue, Share, Turn

_LOG = logging.getLogger("modelyard.serving")


class Answerer(Protocol):
    """What the worker asks of a model: (positions in the rows, their answers), part by part."""

    def answers(self, rows: dict[str, list[Any]]) -> Iterable[tuple[list[int], list[Any]]]:
        """Every row's answer, in any order, in as many parts as is fast."""


class Job:
    """One request in the queue: its rows, how many the worker has taken, and how many are answered."""

    __slots__ = ("abandoned", "answers", "began", "count", "deadline", "future", "left", "queued", "rows", "taken")

    def __init__(
        self, rows: dict[str, list[Any]], count: int, future: asyncio.Future[list[Any]], deadline: float
    ) -> None:
        self.rows, self.count, self.future, self.deadline = rows, count, future, deadline
        self.queued = time.perf_counter()
        self.began = 0.0
        self.taken = 0
        self.left = count
        self.answers: list[Any] = [None] * count
        self.abandoned: Callable[[], bool] | None = None


class Batcher:
    """The queue and its worker. `submit` and `stop` are called from the event loop's thread only."""

    def __init__(
        self,
        answerer: Answerer,
        settings: Settings,
        metrics: Metrics,
        *,
        share: Share | None = None,
        turn: Turn | None = None,
    ) -> None:
        self._answerer, self._settings, self._metrics = answerer, settings, metrics
        self._share, self._turn = share or Queue(settings.max_queue_rows).share(), turn
        self._pace = Pace(settings.max_batch_rows, settings.latency_seconds)
        self._inbox: SimpleQueue[Job | None] = SimpleQueue()
        self._rows = 0  # queued or being answered; touched by the event loop's thread only
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._work, name="modelyard-worker", daemon=True)

    def start(self) -> None:
        """Start the worker; answers go to the running event loop."""
        self._loop = asyncio.get_running_loop()
        self._thread.start()

    async def stop(self) -> None:
        """Let the worker finish what is queued, then end it."""
        self._inbox.put(None)
        while self._thread.is_alive():
            await asyncio.sleep(0.01)

    @property
    def queued_rows(self) -> int:
        """Rows accepted and not yet answered."""
        return self._rows

    @property
    def alive(self) -> bool:
        """Whether the worker runs."""
        return self._thread.is_alive()

    async def answer(
        self,
        rows: dict[str, list[Any]],
        count: int,
        abandoned: Callable[[], bool] | None = None,
        note: Note | None = None,
        within: float | None = None,
    ) -> list[Any]:
        """The answers to `rows`, in order. A request for which `abandoned()` turns true is not worked on any more.

        `within` is how many seconds the client will wait, where that is less than the server's own limit.
        Raises: RefusedError: 429 when the queue is full, or what waits would take too long; 503 when the deadline
        passes before the model gets to it.
        """
        late = not self._pace.admits(self._rows, count)
        if late or not self._share.take(count):
            why = "answers would take too long now" if late else "the queue is full"
            wait = self._pace.retry_seconds(self._rows)
            raise RefusedError(Refusal(429, f"{why}; try again later", retry_seconds=wait))
        assert self._loop is not None
        seconds = min(self._settings.answer_seconds, within or math.inf)
        job = Job(rows, count, self._loop.create_future(), time.perf_counter() + seconds)
        job.abandoned = abandoned
        self._rows += count
        self._inbox.put(job)
        try:
            answers = await job.future
            self._pace.answered(time.perf_counter() - (job.queued if note is None else note.started))
            return answers
        finally:
            self._rows -= count
            self._share.give(count)
            if note is not None and job.began:
                note.queued, note.began, note.ended = job.queued, job.began, time.perf_counter()

    def _work(self) -> None:
        waiting: deque[Job] = deque()
        while True:
            if not waiting:
                job = self._inbox.get()
                if job is None:
                    return
                waiting.append(job)
            stopping = self._collect(waiting)
            self._answer_batch(self._take(waiting))
            if stopping:
                while waiting:
                    self._answer_batch(self._take(waiting))
                return

    def _collect(self, waiting: deque[Job]) -> bool:
        try:
            while True:
                job = self._inbox.get_nowait()
                if job is None:
                    return True
                waiting.append(job)
        except Empty:
            return False

    def _take(self, waiting: deque[Job]) -> list[tuple[Job, int, int]]:
        """The next batch: parts (job, first row, end). What is left of a large job goes behind the others."""
        parts: list[tuple[Job, int, int]] = []
        room = self._pace.batch_rows
        now = time.perf_counter()
        while waiting and room:
            job = waiting.popleft()
            if job.abandoned is not None and job.abandoned():
                self._post(job, RefusedError(Refusal(503, "the client is gone")))
                continue
            if now > job.deadline:
                message = f"no answer within {round(job.deadline - job.queued, 3):g} s: the server is overloaded"
                self._post(job, RefusedError(Refusal(503, message, retry_seconds=1)))
                continue
            if job.taken == 0:
                job.began = now
                self._metrics.queue_seconds.observe(now - job.queued)
            end = min(job.count, job.taken + room)
            parts.append((job, job.taken, end))
            room -= end - job.taken
            job.taken = end
            if end < job.count:
                waiting.append(job)
        return parts

    def _answer_batch(self, parts: list[tuple[Job, int, int]]) -> None:
        if not parts:
            return
        started = time.perf_counter()
        try:
            with nullcontext() if self._turn is None else self._turn.hold():
                self._run(parts)
        except Exception as error:  # noqa: BLE001 - the worker must outlive any failure of a model; it is logged and answered
            if len(parts) > 1:  # one row may be to blame: the others of the batch must not fail with it
                for part in parts:
                    self._answer_batch([part])
                return
            _LOG.exception("the model failed on a batch")
            self._post(parts[0][0], error)
            return
        seconds = time.perf_counter() - started
        count = sum(end - start for _, start, end in parts)
        self._metrics.batch_rows.observe(count)
        self._metrics.model_seconds.observe(seconds)
        self._pace.ran(count, seconds)

    def _run(self, parts: list[tuple[Job, int, int]]) -> None:
        if len(parts) == 1:
            job, start, end = parts[0]
            whole = start == 0 and end == job.count
            rows = job.rows if whole else {name: values[start:end] for name, values in job.rows.items()}
        else:
            rows = {
                name: [value for job, start, end in parts for value in job.rows[name][start:end]]
                for name in parts[0][0].rows
            }
        owners = [(job, i) for job, start, end in parts for i in range(start, end)]
        for positions, answers in self._answerer.answers(rows):
            done: list[Job] = []
            for position, answer in zip(positions, answers, strict=True):
                job, i = owners[position]
                if job.answers[i] is None:
                    job.answers[i] = answer
                    job.left -= 1
                    if job.left == 0:
                        done.append(job)
            if done:
                self._loop_call(_set_results, done)

    def _post(self, job: Job, error: BaseException) -> None:
        self._loop_call(_set_error, job, error)

    def _loop_call(self, function: Callable[..., None], *arguments: Any) -> None:
        assert self._loop is not None
        self._loop.call_soon_threadsafe(function, *arguments)


def _set_results(jobs: list[Job]) -> None:
    for job in jobs:
        if not job.future.done():
            job.future.set_result(job.answers)


def _set_error(job: Job, error: BaseException) -> None:
    if not job.future.done():
        job.future.set_exception(error)
