"""The server's answers as ASGI messages: status, headers that every answer carries, and the one form of an error."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

JSON_TYPE = b"application/json"
SECURITY_HEADERS: list[tuple[bytes, bytes]] = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
]
# Nothing in an answer that is not a page may load, run or be framed, even if a browser is led to show it.
DATA_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")
PAGE_POLICY = (
    b"content-security-policy",
    b"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    b"base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that is not answered by the model: the HTTP status, one sentence, and the place in the request."""

    status: int
    message: str
    field: str | None = None
    retry_seconds: int | None = None
    allow: str | None = None


class RefusedError(Exception):
    """Carries a refusal up to the handler."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


def refused(refusal: Refusal, request_id: str) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    """Status, extra headers and body of a refusal."""
    error = {"message": refusal.message, "field": refusal.field, "request_id": request_id}
    headers = [DATA_POLICY]
    if refusal.retry_seconds is not None:
        headers.append((b"retry-after", str(refusal.retry_seconds).encode()))
    if refusal.allow is not None:
        headers.append((b"allow", refusal.allow.encode()))
    if refusal.status == 401:
        headers.append((b"www-authenticate", b"Bearer"))  # a header each: Chromium reads one challenge a header
        headers.append((b"www-authenticate", b'Basic realm="Modelyard (any user; the API key is the password)"'))
    # ASCII only: a refused name may hold half of a surrogate pair, which UTF-8 cannot carry.
    return refusal.status, headers, json.dumps({"error": error}).encode()


async def reply(
    send: Send, status: int, body: bytes, headers: list[tuple[bytes, bytes]], content_type: bytes = JSON_TYPE
) -> None:
    """Send one whole answer."""
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", content_type),
                (b"content-length", str(len(body)).encode()),
                *SECURITY_HEADERS,
                *headers,
            ],
        }
    )
    await send({"type": "http.response.body", "body": body})
