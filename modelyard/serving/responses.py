"""Whole answers of the routes that are not the model's, with the headers that every answer carries."""

from __future__ import annotations

import json
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from modelyard.serving.replies import DATA_POLICY, JSON_TYPE, SECURITY_HEADERS, Refusal, refused


def json_response(status: int, content: dict[str, Any]) -> Response:
    """An object as JSON."""
    return response(status, json.dumps(content, ensure_ascii=False).encode(), JSON_TYPE, [DATA_POLICY])


def response(status: int, content: bytes, kind: bytes, headers: list[tuple[bytes, bytes]]) -> Response:
    """Bytes of a kind."""
    made = Response(content, status)
    length = (b"content-length", str(len(content)).encode())
    made.raw_headers = [(b"content-type", kind), length, *SECURITY_HEADERS, *headers]
    return made


async def http_error(request: Request, error: Exception) -> Response:
    """What the routing refuses: 404, 405."""
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        message = "there is nothing at this address; see /docs"
    elif error.status_code == 405:
        message = f"this address does not answer {request.method[:20]}; see /docs"
    else:
        message = str(error.detail)
    allow = (error.headers or {}).get("Allow")
    return refused_response(request, Refusal(error.status_code, message, allow=allow))


def refused_response(request: Request, refusal: Refusal) -> Response:
    """The one form of an error."""
    status, headers, body = refused(refusal, request.scope.get("modelyard.request_id", ""))
    return response(status, body, JSON_TYPE, headers)
