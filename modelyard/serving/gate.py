"""The outermost layer of the application: what every request passes, whatever its route.

Access, limits, the request id, headers that every answer carries, metrics and the log stand here once, so no route can
forget them.
"""

from __future__ import annotations

import logging
import time

from modelyard.serving.access import Access
from modelyard.serving.body import ClientGoneError
from modelyard.serving.noted import Note
from modelyard.serving.observability import Observer, request_id
from modelyard.serving.replies import (
    Message,
    Receive,
    Refusal,
    RefusedError,
    Scope,
    Send,
    refused,
    reply,
)
from modelyard.serving.settings import Settings

_MANAGEMENT = frozenset({"/health", "/health/live", "/health/ready", "/metrics"})
_LOG = logging.getLogger("modelyard.serving")
_CLIENT_GONE = 499  # only for the log and the metrics; nginx made the number known
_SINGLE = (b"host", b"authorization", b"x-api-key", b"origin", b"content-type", b"content-length", b"content-encoding")


class State:
    """What the server tells its application: whether it is going down, and how."""

    __slots__ = ("closing", "draining", "management_port")

    def __init__(self) -> None:
        self.draining = False  # not ready any more; connections end after their answer
        self.closing = False  # new requests are refused
        self.management_port: int | None = None  # the one that is listened on


class Gate:
    """ASGI middleware around the whole application."""

    def __init__(
        self,
        app: object,
        *,
        settings: Settings,
        observer: Observer,
        state: State,
        routes: frozenset[str],
    ) -> None:
        self._app, self._settings, self._observer, self._state = app, settings, observer, state
        self._routes = routes
        self._access = Access(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)  # type: ignore[operator]
            return
        started = time.perf_counter()
        headers, repeated = _by_name(scope["headers"])
        scope["modelyard.headers"] = headers
        identity = scope["modelyard.request_id"] = request_id(headers.get(b"x-request-id"))
        note = scope["modelyard.note"] = Note(
            identity,
            started,
            scope["method"],
            traceparent=headers.get(b"traceparent"),
            consents=headers.get(b"x-modelyard-consent", b"").strip().lower() == b"yes",
        )
        abandoned = scope.get("modelyard.abandoned", _never)
        status = 0

        async def finish(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"].append((b"x-request-id", identity.encode()))
                if self._state.draining:
                    message["headers"].append((b"connection", b"close"))
            try:
                await send(message)
            except RuntimeError as error:  # how uvloop says that the connection was cut, or its client has gone
                if not abandoned():
                    raise
                raise ClientGoneError from error

        self._observer.metrics.in_flight.inc()
        try:
            refusal = self._refusal(scope, headers, repeated)
            if refusal is None:
                await self._app(scope, receive, finish)  # type: ignore[operator]
            else:
                code, extra, body = refused(refusal, identity)
                await reply(finish, code, body, extra)
        except RefusedError as error:
            code, extra, body = refused(error.refusal, identity)
            await reply(finish, code, body, extra)
        except ClientGoneError:
            status = _CLIENT_GONE
            _LOG.debug("request %s: its connection ended before its answer", identity)
        except Exception:
            # Whatever it is: the client gets the one form of error, no traceback, and keeps its connection.
            _LOG.exception("request %s failed", identity)
            if status:
                raise
            refusal = Refusal(500, "the server failed; its log holds the cause under this request_id")
            code, extra, body = refused(refusal, identity)
            await reply(finish, code, body, extra)
        finally:
            self._observer.metrics.in_flight.dec()
            note.seconds, note.path, note.status = time.perf_counter() - started, scope["path"], status or 500
            note.route = note.path if note.path in self._routes else "other"
            self._observer.over(note)

    def _refusal(self, scope: Scope, headers: dict[bytes, bytes], repeated: bytes | None) -> Refusal | None:
        size = sum(len(name) + len(value) for name, value in scope["headers"]) + len(scope["raw_path"])
        if size > self._settings.max_header_bytes:
            return Refusal(431, f"the request's headers must be at most {self._settings.max_header_bytes} bytes")
        if repeated is not None:
            return Refusal(400, f"the header {repeated.decode()} must not stand twice")
        managed = self._state.management_port is not None and scope["server"][1] == self._state.management_port
        if managed and scope["path"] not in _MANAGEMENT:
            return Refusal(404, "this port answers health and metrics only")
        if not managed:
            key, refusal = self._access.key(headers, scope["path"])
            scope["modelyard.note"].key = None if key is None else key.name
            if refusal is not None:
                return refusal
        refusal = self._access.refusal(headers)
        if refusal is None and self._state.closing and scope["path"] not in _MANAGEMENT:
            return Refusal(503, "the server is going down; send the request to another one", retry_seconds=1)
        return refusal


def _never() -> bool:
    return False


def _by_name(headers: list[tuple[bytes, bytes]]) -> tuple[dict[bytes, bytes], bytes | None]:
    """Headers by name, and the first repeated one whose repetition could mean two things."""
    found = dict(headers)
    if len(found) == len(headers):
        return found, None
    seen: set[bytes] = set()
    for name, _ in headers:
        if name in seen and name in _SINGLE:
            return found, name
        seen.add(name)
    return found, None
