"""`serve`: loads and proves the model, listens, and answers until it is told to stop."""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import json
import shlex
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.core.errors import RecipeError
from modelyard.serving import logs
from modelyard.serving.journal import JournalSettings
from modelyard.serving.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    from modelyard.serving.explain import Explainer
    from modelyard.serving.model import ServedModel
    from modelyard.serving.models import Given

# How long a thread keeps the interpreter when another asks for it. With Python's own 5 ms the worker, back from the
# model, would wait that long for the event loop.
_SWITCH_SECONDS = 0.0005


def serve(
    path: Path | Sequence[tuple[str | None, Path]],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    api_keys: tuple[str, ...] = (),
    api_keys_file: Path | None = None,
    allowed_hosts: tuple[str, ...] = (),
    threads: int | None = None,
    management_port: int | None = None,
    tls_certificate: Path | None = None,
    tls_key: Path | None = None,
    usd_per_hour: float | None = None,
    journal: JournalSettings | None = None,
    traces: bool = False,
    canary: Path | None = None,
    canary_share: float = 0.05,
    shadow: Path | None = None,
    latency_seconds: float | None = None,
    backend: str = "stored",
    trust: Sequence[Path] = (),
    signed_since: str | None = None,
    log_requests: bool = True,
    explainer: Callable[[Any], Explainer | None] | None = None,
) -> None:
    """Serve the model in `path` (a run directory, an artifact or an export) until SIGTERM or SIGINT.

    Several are (name or None, path) each and stand behind one address; `canary` and `shadow` are of the first.
    Keys come from `api_keys`, the file and the environment (MODELYARD_API_KEYS) together; with none of them every
    request is answered. `backend` is one of `engines.BACKENDS`. `threads` is the number of compute threads: by default
    all cores but the one HTTP needs.
    With `trust`, public keys in files or folders, only what one of them has signed (since `signed_since`, a date or
    time) is opened.
    Raises: ArtifactError for a model that does not answer as it did after training; RecipeError for a setting or an
    address that cannot be used.
    """
    from modelyard.serving.access import key_digests
    from modelyard.serving.admission import loader
    from modelyard.serving.explain import explaining
    from modelyard.serving.keys import read

    logs.install()
    paths = [(None, path)] if isinstance(path, Path) else list(path)
    settings = Settings(
        host=host,
        port=port,
        management_port=management_port,
        tls_certificate=tls_certificate,
        tls_key=tls_key,
        usd_per_hour=usd_per_hour,
        journal=journal,
        canary_share=canary_share,
        latency_seconds=latency_seconds,
        allowed_hosts=tuple(allowed_hosts),
        key_digests=key_digests(tuple(api_keys)),
        keys_file=api_keys_file,
    )
    if settings.tls_certificate is not None:
        from modelyard.serving.draining import check_certificate

        check_certificate(settings)
    if settings.keys_file is not None:
        read(settings.keys_file)  # a mistake in it is said before a large model is read
    with contextlib.ExitStack() as open_sockets:
        # First: an address in use is known before a large model is read.
        listeners = [open_sockets.enter_context(listener) for listener in listen_all(settings)]
        # Imported while the model is loaded and proven, which is mostly compute outside the interpreter.
        web = threading.Thread(target=importlib.import_module, args=("modelyard.serving.draining",))
        web.start()
        load = loader(trust, signed_since)
        models = _load_all(
            paths, threads, backend, canary, shadow, load if explainer is None else explaining(load, explainer)
        )
        web.join()
        from modelyard.serving import admission
        from modelyard.serving.app import create_app
        from modelyard.serving.observability import RequestLog
        from modelyard.serving.tracing import Tracing

        log = RequestLog.to_stderr() if log_requests else RequestLog()
        tracing = Tracing.from_environment(models[0].model.about) if traces else None
        app = create_app(models, settings, log=log, tracing=tracing)
        admission.record(models, paths, canary, shadow)
        run_app(app, settings, *listeners)


def _load_all(
    paths: Sequence[tuple[str | None, Path]],
    threads: int | None,
    backend: str,
    canary: Path | None,
    shadow: Path | None,
    load: Callable[..., ServedModel],
) -> list[Given]:
    """Every model, verified; each can be loaded again from where it is, but for what vLLM holds."""
    from modelyard.serving.models import Given

    if backend == "vllm":
        if len(paths) > 1 or canary is not None or shadow is not None:
            rule = "vLLM takes a GPU for itself: it serves one model, without canary or shadow"
            raise RecipeError(rule, where="--backend", got=backend, remedy="Start a server for each.")
        return [Given(model=load(paths[0][1], name=paths[0][0], backend=backend))]
    found = []
    for number, (name, path) in enumerate(paths):
        again = functools.partial(load, path, threads=threads, name=name, backend=backend)
        model = again()
        called = str(model.about["name"])  # clients ask for the one name, whoever answers
        beside = [
            None if one is None or number else load(Path(one), threads=threads, name=called, backend=backend)
            for one in (canary, shadow)
        ]
        found.append(Given(model=model, canary=beside[0], shadow=beside[1], load=again))
    return found


def run_app(app: FastAPI, settings: Settings, *listeners: socket.socket) -> None:
    """Run an application of `create_app` in this process, which is its own, until a signal.

    The second listener, where there is one, is the management port's.
    """
    from modelyard.serving.draining import Server

    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.collect()
    gc.freeze()  # what is loaded stays: later collections, which stop every thread, need not look at it
    port = listeners[0].getsockname()[1]
    if len(listeners) > 1:
        app.state.service.state.management_port = listeners[1].getsockname()[1]
    Server(app, settings, on_started=lambda: _announce(app, settings, port)).run(sockets=list(listeners))


def listen_all(settings: Settings) -> list[socket.socket]:
    """The bound sockets: the server's own, and the management port's where there is one.

    Raises: RecipeError when an address is in use or is not this machine's.
    """
    first = listen(settings)
    if settings.management_port is None:
        return [first]
    try:
        return [first, listen(settings, settings.management_port)]
    except RecipeError:
        first.close()
        raise


def listen(settings: Settings, port: int | None = None) -> socket.socket:
    """A bound socket.

    Raises: RecipeError when the address is in use or is not this machine's.
    """
    port = settings.port if port is None else port
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # The protocol must be named: asyncio looks at it to switch Nagle's algorithm off, which delays an answer by 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, port))
    except OSError as error:
        listener.close()
        option = "--port" if port == settings.port else "--management-port"
        remedy = f"Try {option} {port + 1 if port < 65_535 else 8000}."
        rule = f"cannot listen here ({(error.strerror or str(error)).lower()})"
        raise RecipeError(rule, where=f"{settings.host}:{port}", remedy=remedy) from error
    return listener


def _announce(app: FastAPI, settings: Settings, port: int) -> None:
    model = app.state.service.model
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)
    scheme = "http" if settings.tls_certificate is None else "https"
    address = f"{scheme}://[{host}]:{port}" if ":" in host and "[" not in host else f"{scheme}://{host}:{port}"
    route, content = model.example_request()
    body = json.dumps(content, ensure_ascii=False)
    key = " -H 'Authorization: Bearer KEY'" if settings.has_keys else ""
    names = ", ".join(one.name for one in app.state.service.models.all)
    print(f"{names} on {address}     playground {address}/   documents {address}/docs")
    print(f"  curl {address}{route}{key} -H 'Content-Type: application/json' -d {shlex.quote(body)}")
    if not settings.is_loopback and not settings.has_keys:
        print("  anyone who reaches this machine may use it: set MODELYARD_API_KEYS to ask for a key")
    sys.stdout.flush()
