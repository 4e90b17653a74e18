"""What passes between the routes of a language model and its worker, and what the worker counts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from modelyard.inference.continuous import Lane, Top
from modelyard.inference.scoring import Scores
from modelyard.serving.replies import Refusal, RefusedError
from modelyard.serving.sharing import Share

DRAINING_SHARE = 0.8  # of the time for draining, after which what is being written ends as if by its length
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


@dataclass(slots=True, eq=False)
class Part:
    """One text of a request. `scores`: alternatives to keep of each prompt token; None: the prompt is not scored."""

    number: int
    lane: Lane
    writes: bool = True
    scores: int | None = None
    sent: int = 0  # tokens


@dataclass(frozen=True, kw_only=True, slots=True)
class Delta:
    """What is new of one part. `reason` (stop or length) stands in its last one."""

    number: int
    text: str = ""
    tokens: tuple[int, ...] = ()
    logprobs: tuple[float, ...] = ()
    tops: tuple[Top, ...] = ()
    scores: Scores | None = None
    reason: str | None = None


@dataclass(slots=True, eq=False)
class Job:
    """One request: its parts, and the deltas for whoever answers it."""

    parts: Sequence[Part]
    streams: bool
    abandoned: Callable[[], bool] | None
    within: float | None = None  # seconds that the client will wait
    owner: str | None = None  # the name of its key
    deltas: asyncio.Queue[Delta | BaseException] = field(default_factory=asyncio.Queue)
    asked: float = field(default_factory=time.perf_counter)
    failed: bool = False

    def due(self, seconds: float) -> float:
        """Until when it must have begun, where the server allows so many seconds."""
        return self.asked + min(seconds, self.within or seconds)

    def is_wanted(self) -> bool:
        """Whether somebody still waits for it."""
        return not self.failed and not (self.abandoned is not None and self.abandoned())


def delta_of(part: Part) -> Delta:
    """What has come of a part since it was last told."""
    row, start = part.lane.row, part.sent
    part.sent = len(row.tokens)
    return Delta(
        number=part.number,
        text=part.lane.take(),
        tokens=tuple(row.tokens[start:]),
        logprobs=tuple(row.logprobs[start:]),
        tops=tuple(part.lane.tops[start:]),
        reason=row.reason,
    )


async def deltas(job: Job) -> AsyncGenerator[Delta, None]:
    """What the writer sends until every part has ended. Raises: what it says went wrong."""
    open_parts = {part.number for part in job.parts}
    while open_parts:
        delta = await job.deltas.get()
        if isinstance(delta, BaseException):
            raise delta
        if delta.reason is not None:
            open_parts.discard(delta.number)
        yield delta


class Room:
    """The texts that a writer has been asked for, within its share of the queue."""

    def __init__(self, share: Share) -> None:
        self._share = share
        self.held = 0

    def take(self, job: Job) -> None:
        """Let a request in; `give` must follow, whatever becomes of it. Raises: RefusedError (429) for a full queue."""
        if not self._share.take(len(job.parts)):
            raise RefusedError(Refusal(429, "the queue is full; try again later", retry_seconds=1))
        self.held += len(job.parts)

    def give(self, job: Job) -> None:
        """The request is answered, or given up."""
        self.held -= len(job.parts)
        self._share.give(len(job.parts))


def too_late(job: Job, due: float) -> RefusedError:
    """What a request is told that had to begin by `due`."""
    message = f"no answer within {round(due - job.asked, 3):g} s: the server is overloaded"
    return RefusedError(Refusal(503, message, retry_seconds=1))


class Writing(Protocol):
    """What is counted of a worker that writes."""

    @property
    def held(self) -> int:
        """Texts asked for and not yet written in full."""

    @property
    def writing(self) -> int:
        """Texts being written now."""

    @property
    def rate(self) -> float:
        """Tokens a second of all texts together; 0 while none is written."""


class LanguageMetrics:
    """What a server of a language model tells beside the others."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.writers: list[Writing] = []
        self.written = Counter("modelyard_generated_tokens", "Tokens written.", registry=registry)
        self.read = Counter("modelyard_prompt_tokens", "Tokens of prompts read.", registry=registry)
        self.reused = Counter(
            "modelyard_prompt_tokens_reused", "Tokens of prompts that were not read again.", registry=registry
        )
        self.active = Gauge("modelyard_generations", "Texts being written now.", registry=registry)
        self.queue = Gauge(
            "modelyard_queue_generations", "Texts asked for and not yet written in full.", registry=registry
        )
        self.rate = Gauge(
            "modelyard_generated_tokens_per_second", "All texts together; 0 while none is written.", registry=registry
        )
        self.first = Histogram(
            "modelyard_first_token_seconds", "From a request to its first token.", buckets=_SECONDS, registry=registry
        )

    def count(self) -> None:
        """Bring the gauges up to now, all models together."""
        self.queue.set(sum(one.held for one in self.writers))
        self.active.set(sum(one.writing for one in self.writers))
        self.rate.set(sum(one.rate for one in self.writers))
