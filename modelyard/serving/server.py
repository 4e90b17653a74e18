"""Runs the application: loads and proves the model, listens, and ends without losing an accepted request."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from modelyard.core.errors import RecipeError
from modelyard.serving.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

_SWEEP_SECONDS = 0.25
# How long a thread keeps the interpreter when another asks for it. With Python's own 5 ms the worker, back from the
# model, would wait that long for the event loop; measured in benchmarks/results/serving.md.
_SWITCH_SECONDS = 0.0005


def serve(
    path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    api_keys: tuple[str, ...] = (),
    api_keys_file: Path | None = None,
    allowed_hosts: tuple[str, ...] = (),
    threads: int | None = None,
    log_requests: bool = True,
) -> None:
    """Serve the model in `path` (a run directory or an artifact) until SIGTERM or SIGINT.

    Keys come from `api_keys`, the file and the environment together; with none of them every request is answered.
    `threads` is the number of compute threads (default: all cores but the one that HTTP needs, at least one).
    Raises: ArtifactError for a model that does not answer as it did after training; RecipeError for a setting or an
    address that cannot be used.
    """
    from modelyard.serving.access import key_digests

    settings = Settings(
        host=host,
        port=port,
        allowed_hosts=tuple(allowed_hosts),
        key_digests=key_digests(tuple(api_keys), api_keys_file),
    )
    from modelyard.serving.model import load

    model = load(Path(path), threads=threads)
    from modelyard.serving.app import create_app
    from modelyard.serving.observability import RequestLog

    log = RequestLog.to_stderr() if log_requests else RequestLog()
    run_app(create_app(model, settings, log=log), settings)


def run_app(app: FastAPI, settings: Settings) -> None:
    """Run an application of `create_app` until a signal."""
    import socket

    import uvicorn

    from modelyard.serving.deadlines import Deadlines, protocol_class

    service = app.state.service
    deadlines = Deadlines(settings, service.metrics, time.monotonic)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http=protocol_class(deadlines),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=settings.keep_alive_seconds,
        timeout_graceful_shutdown=settings.drain_seconds,
        h11_max_incomplete_event_size=settings.max_header_bytes,
    )
    listener = _listen(settings, socket)

    class Server(uvicorn.Server):
        """Drains on the first signal, ends at once on the second; a drained end is a success."""

        drain_at: float | None = None

        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            if self.drain_at is not None:
                self.should_exit = self.force_exit = True
                return
            service.state.draining = True
            self.drain_at = time.monotonic() + (settings.grace_seconds if sig == signal.SIGTERM else 0.0)

        async def on_tick(self, counter: int) -> bool:
            if self.drain_at is not None and time.monotonic() >= self.drain_at:
                self.should_exit = True
            return await super().on_tick(counter)

        async def startup(self, sockets: list[Any] | None = None) -> None:
            await super().startup(sockets)
            self.sweeper = asyncio.create_task(self._sweep())
            _announce(app, settings, listener.getsockname()[1])

        async def shutdown(self, sockets: list[Any] | None = None) -> None:
            service.state.closing = True
            await super().shutdown(sockets)
            self.sweeper.cancel()

        async def _sweep(self) -> None:
            while True:
                deadlines.sweep(self.server_state.connections)
                await asyncio.sleep(_SWEEP_SECONDS)

    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.collect()
    gc.freeze()  # what is loaded stays: later collections, which stop every thread, need not look at it
    Server(config).run(sockets=[listener])


def _listen(settings: Settings, socket: Any) -> Any:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        remedy = f"Try --port {settings.port + 1}." if settings.port < 65_535 else "Try --port 8000."
        reason = (error.strerror or str(error)).lower()
        raise RecipeError(
            f"cannot listen: {reason}", where=f"{settings.host}:{settings.port}", remedy=remedy
        ) from error
    return listener


def _announce(app: FastAPI, settings: Settings, port: int) -> None:
    import json
    import shlex

    service = app.state.service
    name = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{name}:{port}"
    body = json.dumps({"inputs": [service.model.example()]}, ensure_ascii=False)
    key = " -H 'Authorization: Bearer KEY'" if settings.key_digests else ""
    print(f"{service.model.about['name']} on {address}     playground /   documents /docs   metrics /metrics")
    print(f"  curl {address}/v1/predict{key} -H 'Content-Type: application/json' -d {shlex.quote(body)}")
    if not settings.is_loopback and not settings.key_digests:
        print("  anyone who reaches this address may use it: set MODELYARD_API_KEYS to ask for a key")
    sys.stdout.flush()
