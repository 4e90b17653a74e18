"""What a server tells about itself: Prometheus metrics, and a JSON line for each request, without bodies or keys."""

from __future__ import annotations

import json
import re
import secrets
import sys
from datetime import UTC, datetime
from typing import TextIO

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_ROWS = (1, 2, 4, 8, 16, 32, 64, 128, 256)
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_PATH_SHOWN = 200
METRICS_TYPE = CONTENT_TYPE_LATEST.encode()


class Metrics:
    """The metrics of one server, in a registry of its own (two servers may live in one process)."""

    def __init__(self, *, model: dict[str, str]) -> None:
        self.registry = CollectorRegistry()
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
        info = Gauge("modelyard_model_info", "The model being served.", tuple(model), registry=self.registry)
        info.labels(**model).set(1)

    def answered(self, route: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        self._requests.labels(route, str(status)).inc()
        self._request_seconds.labels(route).observe(seconds)

    def text(self) -> bytes:
        """The exposition format."""
        return generate_latest(self.registry)


class RequestLog:
    """Writes one JSON line a request; `stream` None writes nothing."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream

    @classmethod
    def to_stderr(cls) -> RequestLog:
        """The log of a server started from the command line."""
        return cls(sys.stderr)

    def write(self, request_id: str, method: str, path: str, status: int, seconds: float, rows: int) -> None:
        """One line. ASCII only, so that a path cannot carry a control sequence to a terminal; no query, no header."""
        if self._stream is None:
            return
        entry = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "request_id": request_id,
            "method": method[:20],
            "path": path[:_PATH_SHOWN],
            "status": status,
            "ms": round(seconds * 1e3, 2),
        }
        if rows:
            entry["rows"] = rows
        self._stream.write(json.dumps(entry) + "\n")


def request_id(given: bytes | None) -> str:
    """The client's own id where it is a plain one, otherwise a new one."""
    if given is not None and _REQUEST_ID.fullmatch(given):
        return given.decode("ascii")
    return secrets.token_hex(8)
