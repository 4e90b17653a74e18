"""What a server tells about itself: Prometheus metrics, and a JSON line for each request, without bodies or keys."""

from __future__ import annotations

import json
import math
import re
import secrets
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TextIO

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from modelyard.data.personal.redaction import redact
from modelyard.serving.noted import Note

if TYPE_CHECKING:
    from modelyard.serving.journal import Journal
    from modelyard.serving.live import Live
    from modelyard.serving.tracing import Tracing

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_ROWS = (1, 2, 4, 8, 16, 32, 64, 128, 256)
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_PATH_SHOWN = 200
_BUCKET_SECONDS, _WINDOW_SECONDS = 10.0, 300.0  # of the cost of a request
_FREE = ("/v1/model",)  # beginnings of addresses where the model is not asked, but for those that end so:
_ASKED = "/predict"
_REASONS = {401: "key", 403: "access", 421: "access", 429: "busy", 499: "client gone", 503: "busy"}
METRICS_TYPE = CONTENT_TYPE_LATEST.encode()


class Metrics:
    """The metrics of one server, in a registry of its own (two servers may live in one process)."""

    def __init__(
        self,
        *,
        model: dict[str, str],
        usd_per_hour: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.registry = CollectorRegistry()
        self._cost = None if usd_per_hour is None else Cost(self.registry, usd_per_hour, clock)
        self.in_flight = Gauge("modelyard_requests_in_flight", "Requests being answered.", registry=self.registry)
        self.refused = Counter(
            "modelyard_refused", "Requests not answered by the model.", ("reason",), registry=self.registry
        )
        self.lost_log_rows = Counter(
            "modelyard_request_log_lost_rows", "Rows that the request log could not take.", registry=self.registry
        )
        self._requests = Counter(
            "modelyard_requests", "Requests answered.", ("route", "status"), registry=self.registry
        )
        self._request_seconds = Histogram(
            "modelyard_request_seconds",
            "From the request's headers to the end of its answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.queue_seconds = Histogram(
            "modelyard_queue_seconds", "A request's wait for the model.", buckets=_SECONDS, registry=self.registry
        )
        self.model_seconds = Histogram(
            "modelyard_batch_seconds",
            "Encoding, model and decoding of a batch.",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.batch_rows = Histogram("modelyard_batch_rows", "Rows of a batch.", buckets=_ROWS, registry=self.registry)
        self.rows = Counter("modelyard_rows", "Rows answered.", registry=self.registry)
        self.queue_rows = Gauge("modelyard_queue_rows", "Rows accepted and not yet answered.", registry=self.registry)
        self.connections = Gauge("modelyard_connections", "Open connections.", registry=self.registry)
        self.cut_connections = Counter(
            "modelyard_cut_connections", "Connections cut by the server.", ("reason",), registry=self.registry
        )
        self._info = Gauge("modelyard_model_info", "The model being served.", tuple(model), registry=self.registry)
        self.serves(model)

    def serves(self, model: dict[str, str], *, instead_of: Mapping[str, Any] | None = None) -> None:
        """Tell of a model that is served now, and that another one is no more."""
        if instead_of is not None:
            self._info.remove(*(str(instead_of[name]) for name in model))
        self._info.labels(**model).set(1)

    def answered(self, route: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        self._requests.labels(route, str(status)).inc()
        self._request_seconds.labels(route).observe(seconds)
        if status >= 400:
            self.refused.labels(_REASONS.get(status, "server" if status >= 500 else "request")).inc()
        elif (
            self._cost is not None
            and route.startswith("/v1/")
            and (not route.startswith(_FREE) or route.endswith(_ASKED))
        ):
            self._cost.count()

    def text(self) -> bytes:
        """The exposition format."""
        if self._cost is not None:
            self._cost.update()
        return generate_latest(self.registry)


class Cost:
    """What answers cost: the price of the machine over what it answered lately."""

    def __init__(self, registry: CollectorRegistry, usd_per_hour: float, clock: Callable[[], float]) -> None:
        self._usd_per_second, self._clock = usd_per_hour / 3600, clock
        self._started = self._counted = clock()
        self._buckets: deque[list[float]] = deque()  # [number of the bucket, requests]
        price = Gauge("modelyard_price_usd_per_hour", "The price this server was started with.", registry=registry)
        price.set(usd_per_hour)
        self._usd = Counter("modelyard_cost_usd", "Price times the time it has run.", registry=registry)
        self._each = Gauge(
            "modelyard_usd_per_1000_requests",
            "Price over answered requests, of the last 5 minutes; NaN where there was none.",
            registry=registry,
        )
        self._each.set(math.nan)

    def count(self) -> None:
        """One request answered by the model."""
        bucket = self._clock() // _BUCKET_SECONDS
        if not self._buckets or self._buckets[-1][0] != bucket:
            self._buckets.append([bucket, 0.0])
            self._forget(bucket)
        self._buckets[-1][1] += 1

    def update(self) -> None:
        """Bring the figures up to now."""
        now = self._clock()
        self._usd.inc((now - self._counted) * self._usd_per_second)
        self._counted = now
        self._forget(now // _BUCKET_SECONDS)
        requests = sum(count for _, count in self._buckets)
        seconds = max(1e-9, min(_WINDOW_SECONDS, now - self._started))
        self._each.set(1000 * seconds * self._usd_per_second / requests if requests else math.nan)

    def _forget(self, bucket: float) -> None:
        while self._buckets and self._buckets[0][0] <= bucket - _WINDOW_SECONDS / _BUCKET_SECONDS:
            self._buckets.popleft()


class RequestLog:
    """Writes one JSON line a request; `stream` None writes nothing."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream

    @classmethod
    def to_stderr(cls) -> RequestLog:
        """The log of a server started from the command line."""
        return cls(sys.stderr)

    def write(self, note: Note) -> None:
        """One line, without bodies, headers, query or key.

        ASCII only: a path carries no control sequence to a terminal. In a path that is none of the server's own, what
        looks like a secret or personal data is replaced.
        """
        if self._stream is None:
            return
        entry: dict[str, Any] = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "request_id": note.request_id,
            "method": note.method[:20],
            "path": note.path if note.route != "other" else redact(note.path[:_PATH_SHOWN]),
            "status": note.status,
            "ms": _milliseconds(note.seconds),
        }
        optional = {
            "rows": note.rows,
            "key": note.key,
            "queue_ms": _milliseconds(note.queue_seconds),
            "model_ms": _milliseconds(note.model_seconds),
            "prompt_tokens": note.prompt_tokens,
            "written_tokens": note.written_tokens,
            "trace_id": note.trace,
        }
        entry |= {name: value for name, value in optional.items() if value}
        self._stream.write(json.dumps(entry) + "\n")


def _milliseconds(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds * 1e3, 2)


@dataclass(frozen=True, slots=True)
class Observer:
    """All that is told of a request when it is over."""

    metrics: Metrics
    log: RequestLog
    tracing: Tracing | None = None
    journal: Journal | None = None
    live: Live | None = None

    def over(self, note: Note) -> None:
        """The request is answered, refused or given up."""
        self.metrics.answered(note.route, note.status, note.seconds)
        if self.live is not None and note.status < 400 and note.rows:
            self.live.add(note.seconds, note.written_tokens)
        if self.tracing is not None:
            self.tracing.record(note)
        self.log.write(note)
        if self.journal is not None and note.status < 400:
            self.journal.add(note)


def request_id(given: bytes | None) -> str:
    """The client's own id where it is a plain one, otherwise a new one."""
    if given is not None and _REQUEST_ID.fullmatch(given):
        return given.decode("ascii")
    return secrets.token_hex(8)
