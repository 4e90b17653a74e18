"""What the outermost layer makes of a connection that ends before its answer, and of errors that only look like it."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from serving_kit import FakePredictor

from modelyard.serving.app import create_app
from modelyard.serving.model import ServedModel
from modelyard.serving.settings import Settings


def ask(*, gone: bool) -> str:
    """One request whose every send fails as uvloop's does; the metrics after it."""
    about = {"name": "m", "task": "text-classification", "family": "fake", "digest": "0" * 64}
    app = create_app(ServedModel(FakePredictor(), about=about), Settings(port=0))
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/health/live",
        "raw_path": b"/health/live",
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 2),
        "modelyard.abandoned": lambda: gone,
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        raise RuntimeError("unable to perform operation on <TCPTransport closed=True>; the handler is closed")

    asyncio.run(app(scope, receive, send))
    return str(app.state.service.metrics.text().decode())


def test_a_connection_that_ended_is_counted_and_logged_as_no_error(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="modelyard.serving")
    assert 'status="499"' in ask(gone=True)
    assert [record.levelname for record in caplog.records if record.name == "modelyard.serving"] == ["DEBUG"]


def test_the_same_error_on_a_connection_that_lives_is_an_error(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(RuntimeError, match="unable to perform"):
        ask(gone=False)
    assert "ERROR" in {record.levelname for record in caplog.records}
