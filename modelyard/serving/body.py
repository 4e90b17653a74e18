"""Reads the body of a request within limits: its type, its size, and the size of all bodies together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from modelyard.serving.replies import Receive, Refusal, RefusedError, Scope
from modelyard.serving.settings import Settings

# What `curl -d` sends where no type is given. Its content must be JSON all the same.
_FORM = b"application/x-www-form-urlencoded"

_DEADLINE = b"x-modelyard-deadline-ms"


class ClientGoneError(Exception):
    """The client closed the connection before its request was complete; there is nobody to answer."""


class BodyReader:
    """Counts the bytes of all bodies being held, for one server."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.held_bytes = 0

    @asynccontextmanager
    async def read(self, scope: Scope, receive: Receive) -> AsyncIterator[bytes]:
        """The whole body, counted as held until the block ends.

        Raises: RefusedError (413, 415, 503), ClientGoneError.
        """
        headers = scope["modelyard.headers"]
        _check_type(headers)
        limit = self._settings.max_body_bytes
        length = headers.get(b"content-length")
        if length is not None and int(length) > limit:
            raise _too_large(limit)
        parts: list[bytes] = []
        size = 0
        try:
            more = True
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise ClientGoneError
                part = message.get("body", b"")
                more = message.get("more_body", False)
                size += len(part)
                self.held_bytes += len(part)
                if size > limit:
                    raise _too_large(limit)
                if self.held_bytes > self._settings.max_bodies_bytes:
                    raise RefusedError(Refusal(503, "the server holds too many large requests", retry_seconds=1))
                parts.append(part)
            yield parts[0] if len(parts) == 1 else b"".join(parts)
        finally:
            self.held_bytes -= size


def seconds_given(headers: dict[bytes, bytes]) -> float | None:
    """How long the client will wait for its answer, by `X-Modelyard-Deadline-Ms`; None where it does not say.

    Raises: RefusedError (422).
    """
    given = headers.get(_DEADLINE)
    if given is None:
        return None
    if not given.isdigit() or len(given) > 9 or int(given) == 0:
        message = "X-Modelyard-Deadline-Ms must be a whole number of milliseconds, at least 1"
        raise RefusedError(Refusal(422, message, "X-Modelyard-Deadline-Ms"))
    return int(given) / 1e3


def _check_type(headers: dict[bytes, bytes]) -> None:
    encoding = headers.get(b"content-encoding", b"identity").strip().lower()
    if encoding != b"identity":
        raise RefusedError(Refusal(415, "a compressed body is not read; send it as it is"))
    kind, _, parameters = headers.get(b"content-type", _FORM).partition(b";")
    if kind.strip().lower() not in (b"application/json", _FORM):
        raise RefusedError(Refusal(415, "the body must be JSON: send it with Content-Type: application/json"))
    charset = parameters.lower().replace(b'"', b"").replace(b" ", b"")
    if b"charset=" in charset and b"charset=utf-8" not in charset:
        raise RefusedError(Refusal(415, "the body must be UTF-8"))


def _too_large(limit: int) -> RefusedError:
    return RefusedError(Refusal(413, f"the body must be at most {limit} bytes; send the rows in several requests"))
