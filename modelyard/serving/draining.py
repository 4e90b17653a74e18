"""The uvicorn server of one application: deadlines on its connections, and an end that loses no accepted request."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import ssl
import struct
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType

import uvicorn
from fastapi import FastAPI

from modelyard.core.errors import RecipeError
from modelyard.serving.deadlines import Deadlines, protocol_class
from modelyard.serving.settings import Settings

_LOG = logging.getLogger("modelyard.serving")
_SWEEP_SECONDS = 0.25
_ACCEPT_SECONDS = 0.1
_SO_ATTACH_FILTER = 26  # linux/asm-generic/socket.h; Python has no name for it


class Server(uvicorn.Server):
    """Drains on the first signal, ends at once on the second; a drained end is a success, so no signal is raised again.

    While it drains it is not ready (/health/ready), goes on answering for `grace_seconds`, ends each connection after
    its answer, and then stops listening and waits for what is in flight.
    """

    def __init__(self, app: FastAPI, settings: Settings, *, on_started: Callable[[], None] = lambda: None) -> None:
        self._service = app.state.service
        self._settings, self._on_started = settings, on_started
        self._deadlines = Deadlines(settings, self._service.metrics, time.monotonic)
        self._drain_at: float | None = None
        self._sweeper: asyncio.Task[None] | None = None
        self._anew: asyncio.Future[None] | None = None
        self._certificate = certificate_state(settings)
        super().__init__(
            uvicorn.Config(
                app,
                http=protocol_class(self._deadlines),
                ws="none",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_keep_alive=settings.keep_alive_seconds,
                timeout_graceful_shutdown=settings.drain_seconds,
                ssl_certfile=settings.tls_certificate,
                ssl_keyfile=settings.tls_key,
                h11_max_incomplete_event_size=settings.max_header_bytes,
            )
        )

    def drain(self, grace_seconds: float) -> None:
        """Begin the end."""
        self._service.state.draining = True
        self._drain_at = time.monotonic() + grace_seconds

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Drain on the first signal; somebody who presses Ctrl-C does not wait for a balancer."""
        if self._drain_at is None:
            self.drain(self._settings.grace_seconds if sig == signal.SIGTERM else 0.0)
        else:
            self.should_exit = self.force_exit = True

    async def on_tick(self, counter: int) -> bool:
        """End when the grace is over."""
        if self._drain_at is not None and time.monotonic() >= self._drain_at:
            self.should_exit = True
        return await super().on_tick(counter)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start the sweep with the server."""
        await super().startup(sockets)
        self._sweeper = asyncio.create_task(self._sweep())
        if threading.current_thread() is threading.main_thread() and sys.platform != "win32":
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self._reload)
        self._sweeper.add_done_callback(self._sweep_ended)
        self._on_started()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, refuse what is new, finish what is accepted."""
        self._service.state.draining = True
        for listener in sockets or []:
            _stop_arrivals(listener)
        await asyncio.sleep(_ACCEPT_SECONDS)  # the event loop accepts what the system has already connected
        self._service.state.closing = True
        await super().shutdown(sockets)
        if self._sweeper is not None:
            self._sweeper.cancel()

    def _reload(self) -> None:
        """SIGHUP: take every model anew from its place."""
        self._anew = asyncio.ensure_future(self._service.models.reload())

    async def _sweep(self) -> None:
        while True:
            self._deadlines.sweep(self.server_state.connections)
            self._renew_certificate()
            await asyncio.sleep(_SWEEP_SECONDS)

    def _renew_certificate(self) -> None:
        """Take a certificate that has been replaced for the connections to come; keep the old one if it is damaged."""
        if self.config.ssl is None or (state := certificate_state(self._settings)) == self._certificate:
            return
        self._certificate = state
        assert self._settings.tls_certificate is not None
        try:
            self.config.ssl.load_cert_chain(self._settings.tls_certificate, self._settings.tls_key)
        except (OSError, ssl.SSLError) as error:
            _LOG.error("the TLS certificate stays as it was: %s", error)
        else:
            _LOG.info("the TLS certificate was read again")

    def _sweep_ended(self, sweeper: asyncio.Task[None]) -> None:
        """Without deadlines the server would fill with slow clients: it drains, loudly, and can be started again."""
        if not sweeper.cancelled():
            _LOG.critical("the sweep over the connections failed; the server drains", exc_info=sweeper.exception())
            self.drain(self._settings.grace_seconds)


def check_certificate(settings: Settings) -> None:
    """Try the TLS files before a model is loaded.

    Raises: RecipeError where they cannot be read or do not belong together.
    """
    if settings.tls_certificate is None:
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(
            settings.tls_certificate, settings.tls_key, password=lambda: b""
        )
    except (OSError, ssl.SSLError) as error:
        raise RecipeError(
            "the TLS certificate and its key cannot be used",
            where=str(settings.tls_certificate),
            remedy=f"Both must be PEM, the key without a password ({error}).",
        ) from error


def certificate_state(settings: Settings) -> tuple[int, ...]:
    """What changes when one of the TLS files is replaced."""
    found: list[int] = []
    for path in (settings.tls_certificate, settings.tls_key):
        try:
            status = path.stat() if path is not None else None
        except OSError:
            return ()
        if status is not None:
            found += (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
    return tuple(found)


def _stop_arrivals(listener: socket.socket) -> None:
    """Let the system drop what would become a new connection.

    Closing a listener resets the connections that wait to be accepted, whose clients think they are through. So
    nothing new may arrive while they are accepted; a client that is dropped tries again and then finds the port closed.
    Source: Linux, Documentation/networking/filter.rst (classic BPF; the one instruction returns 0 bytes: drop).
    """
    if sys.platform != "linux":
        return
    import ctypes

    instruction = ctypes.create_string_buffer(struct.pack("HBBI", 0x06, 0, 0, 0), 8)
    program = struct.pack("HP", 1, ctypes.addressof(instruction))
    listener.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, program)
