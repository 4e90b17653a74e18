"""uvicorn's httptools protocol with deadlines, and without its endless pipeline.

httptools parses all it is given, and uvicorn reads on after every answer. So a client that sends small requests faster
than they are answered would have thousands more parsed before each next answer: memory without bound, and an event
loop that does little else. Here nothing more is parsed, or read, while a request waits for the answer before it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sized
from typing import Any

from uvicorn.protocols.http.flow_control import FlowControl
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from modelyard.serving.deadlines import WatchedConnection

_PIECE = 16 << 10  # bytes parsed before another look at whether a request waits: at most some hundreds can


class _Flow(FlowControl):
    """Does not read while a request waits, whoever asks."""

    def __init__(self, transport: asyncio.Transport, waiting: Sized) -> None:
        super().__init__(transport)
        self._waiting = waiting

    def resume_reading(self) -> None:
        """Read on, unless a request waits or the connection ends."""
        if not self._waiting and not self._transport.is_closing():
            super().resume_reading()


class HttpToolsConnection(WatchedConnection, HttpToolsProtocol):
    """Follows the parser's own callbacks: where a request begins, its headers end, and it is complete."""

    _in_headers = True
    _held = memoryview(b"")  # received, not yet parsed; empty unless a request waits
    _running: Any = None  # the request being answered; uvicorn's `cycle` is the newest, which may wait

    @property
    def is_in_headers(self) -> bool:
        """Whether the headers of a request are still arriving."""
        return self._in_headers

    @property
    def is_answering(self) -> bool:
        """Whether a request has been received in full whose answer is not complete."""
        return bool(self.pipeline) or super().is_answering

    @property
    def may_answer(self) -> bool:
        """Whether bytes written now would be the beginning of an answer."""
        return not self.pipeline and super().may_answer

    def connection_made(self, transport: Any) -> None:
        """Read only what can be handled soon."""
        super().connection_made(transport)
        self.flow = _Flow(transport, self.pipeline)

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the request being answered as well as the newest one."""
        self.abandon()
        self.pipeline.clear()
        self._held = memoryview(b"")
        super().connection_lost(exc)

    def abandon(self) -> None:
        """Mark what is unanswered as not to be answered."""
        super().abandon()
        if self._running is not None and not self._running.response_complete:
            self._running.disconnected = True
            self._running.message_event.set()

    def data_received(self, data: bytes) -> None:
        """Parse it, or keep it until the requests before it are answered."""
        if not self.pipeline and len(data) <= _PIECE:
            super().data_received(data)
            return
        self._held = memoryview(bytes(self._held) + data) if self._held else memoryview(data)
        self._parse_held()

    def _parse_held(self) -> None:
        while self._held and not self.pipeline and not self.transport.is_closing():
            piece, self._held = self._held[:_PIECE], self._held[_PIECE:]
            super().data_received(piece)  # type: ignore[arg-type]

    def _start_asgi_task(self, cycle: Any, app: Any) -> None:
        self._running = cycle
        super()._start_asgi_task(cycle, app)

    def on_message_begin(self) -> None:
        """Start the clock of a request."""
        super().on_message_begin()
        self._in_headers = True
        self.raw_bytes = 0
        if self.arriving_since is None:  # the second request in one packet
            self.arriving_since = self.deadlines.clock()

    def on_headers_complete(self) -> None:
        """Hand the request to the application."""
        self._in_headers = False
        super().on_headers_complete()
        self.note_request()

    def on_message_complete(self) -> None:
        """Stop the clock."""
        super().on_message_complete()
        self.arriving_since = None
        self.raw_bytes = 0

    def on_response_complete(self) -> None:
        """Go on with the next request of the connection, if it has come."""
        if self.arriving_since is not None and not self._running.more_body:
            self.arriving_since = self.deadlines.clock()  # the next request waited for this answer: its time begins
        super().on_response_complete()
        self._parse_held()
        self.flow.resume_reading()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP; a waiting request of which it is the body is not begun."""
        self._held = memoryview(b"")
        if self.pipeline and self.cycle.more_body:
            self.pipeline.popleft()
            self.cycle = self.pipeline[0][0] if self.pipeline else self._running
        super().send_400_response(msg)
