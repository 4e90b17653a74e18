"""Connections with deadlines: uvicorn's protocols wait for a request, and for a client to read, without an end.

`Deadlines.sweep` runs a few times a second over all connections instead of a timer for each request: on the path of a
request stand only two assignments.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from modelyard.serving.observability import Metrics
from modelyard.serving.replies import SECURITY_HEADERS, Refusal, refused
from modelyard.serving.settings import Settings

_LOG = logging.getLogger("modelyard.serving")
_PHRASES = {
    400: b"Bad Request",
    408: b"Request Timeout",
    431: b"Request Header Fields Too Large",
    503: b"Service Unavailable",
}


class Deadlines:
    """The limits of all connections of one server."""

    def __init__(self, settings: Settings, metrics: Metrics, clock: Callable[[], float]) -> None:
        self.settings, self.metrics, self.clock = settings, metrics, clock

    def sweep(self, connections: set[Any]) -> None:
        """Cut every connection whose request is late or whose client does not read its answer."""
        now = self.clock()
        self.metrics.connections.set(len(connections))
        for connection in list(connections):
            if isinstance(connection, WatchedConnection):
                try:
                    self._check(connection, now)
                except Exception:  # noqa: BLE001 - it is logged, and the other connections keep their deadlines
                    _LOG.exception("a connection's deadlines could not be checked")

    def make_room(self, connections: set[Any]) -> bool:
        """Whether one more connection may stay; the one that has been sending its request for longest makes room."""
        if len(connections) <= self.settings.max_connections:
            return True
        candidates = [one for one in connections if isinstance(one, WatchedConnection) and not one.is_answering]
        if not candidates:
            return False
        slowest = min(candidates, key=lambda one: one.arriving_since or one.opened)
        self.cut(slowest, "crowded")
        return True

    def cut(self, connection: WatchedConnection, reason: str, status: int = 0, message: str = "") -> None:
        """End a connection at once, with an answer where none has begun."""
        self.metrics.cut_connections.labels(reason).inc()
        if status and connection.may_answer:
            connection.transport.write(raw_reply(Refusal(status, message)))
            connection.transport.close()
            connection.unread_since = self.clock() - self.settings.reading_seconds + 1.0
        else:
            connection.transport.abort()
        connection.abandon()

    def _check(self, connection: WatchedConnection, now: float) -> None:
        if connection.transport is None:
            return
        # A closing connection waits for its client to read the rest of an answer, too.
        if connection.transport.is_closing() or connection.transport.get_write_buffer_size():
            if connection.unread_since is None:
                connection.unread_since = now
            elif now - connection.unread_since > self.settings.reading_seconds:
                self.cut(connection, "unread")
            return
        connection.unread_since = None
        since = None if connection.is_answering else connection.arriving_since
        if since is not None and now - since > self.settings.request_seconds:
            message = f"the request must arrive within {self.settings.request_seconds:g} s"
            self.cut(connection, "late", 408, message)


class WatchedConnection:
    """What `Deadlines` knows of a connection; mixed into uvicorn's protocols.

    `arriving_since` is when the request that is now arriving began (or the connection, before its first one), None
    while none is arriving.
    """

    deadlines: Deadlines  # set on the subclass that a server makes for itself
    transport: Any
    cycle: Any
    scope: Any
    connections: set[Any]

    arriving_since: float | None
    unread_since: float | None = None
    opened: float
    raw_bytes = 0

    @property
    def is_answering(self) -> bool:
        """Whether a request has been received in full whose answer is not complete."""
        return self.cycle is not None and not self.cycle.response_complete and not self.cycle.more_body

    @property
    def may_answer(self) -> bool:
        """Whether bytes written now would be the beginning of an answer."""
        return self.cycle is None or self.cycle.response_complete or not self.cycle.response_started

    def connection_made(self, transport: Any) -> None:
        """Start the clock of the first request."""
        super().connection_made(transport)  # type: ignore[misc]
        self.opened = self.arriving_since = self.deadlines.clock()
        if not self.deadlines.make_room(self.connections):
            self.deadlines.cut(self, "crowded", 503, "the server has too many connections")

    def data_received(self, data: bytes) -> None:
        """Count what arrives, and refuse headers without end."""
        if self.transport.is_closing():
            return
        if self.arriving_since is None:
            self.arriving_since = self.deadlines.clock()
        self.raw_bytes += len(data)
        settings = self.deadlines.settings
        super().data_received(data)  # type: ignore[misc]
        if self.is_in_headers and self.raw_bytes > settings.max_header_bytes + len(data):
            message = f"the request's headers must be at most {settings.max_header_bytes} bytes"
            self.deadlines.cut(self, "headers", 431, message)
        # Chunk sizes and what follows a refused body count too; a body may be sent a few bytes a chunk.
        elif self.raw_bytes > settings.max_header_bytes + 8 * settings.max_body_bytes:
            self.deadlines.cut(self, "size")

    def note_request(self) -> None:
        """Let the application ask whether the client of the newest request is still there."""
        cycle, transport = self.cycle, self.transport

        def abandoned() -> bool:
            if transport.is_closing() and not cycle.response_complete:
                cycle.disconnected = True  # uvicorn itself hears of it later, through connection_lost
            return bool(cycle.disconnected)

        self.scope["modelyard.abandoned"] = abandoned

    def abandon(self) -> None:
        """Mark what is unanswered as not to be answered."""
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.disconnected = True
            self.cycle.message_event.set()

    @property
    def is_in_headers(self) -> bool:
        """Whether the headers of a request are still arriving."""
        raise NotImplementedError

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP; an accepted request before it on the same connection is answered first."""
        if self.is_answering:
            self.cycle.keep_alive = False
            return
        if self.may_answer:
            self.transport.write(raw_reply(Refusal(400, "this is not a valid HTTP request")))
        self.transport.close()


def protocol_class(deadlines: Deadlines) -> type[asyncio.Protocol]:
    """uvicorn's fastest protocol that is installed, watched by `deadlines`."""
    try:
        import httptools  # noqa: F401
    except ModuleNotFoundError:
        from modelyard.serving.h11_connection import H11Connection as Connection
    else:
        from modelyard.serving.httptools_connection import HttpToolsConnection as Connection  # type: ignore[assignment]
    return type("Connection", (Connection,), {"deadlines": deadlines})


def raw_reply(refusal: Refusal) -> bytes:
    """A whole HTTP answer in bytes, for where there is no request to answer through ASGI."""
    status, headers, body = refused(refusal, "")
    lines = [b"HTTP/1.1 %d %s" % (status, _PHRASES[status])]
    fixed = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    for name, value in [*fixed, *SECURITY_HEADERS, *headers, (b"connection", b"close")]:
        lines.append(name + b": " + value)
    return b"\r\n".join(lines) + b"\r\n\r\n" + body
