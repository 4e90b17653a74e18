"""The web application of one model, made by `create_app`; `server` runs it."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from modelyard.core.errors import RequestError
from modelyard.serving import openapi, pages
from modelyard.serving.body import BodyReader
from modelyard.serving.completions import Language
from modelyard.serving.gate import Gate, State
from modelyard.serving.jobs import LanguageMetrics
from modelyard.serving.journal import Journal
from modelyard.serving.model import ServedModel
from modelyard.serving.observability import METRICS_TYPE, Metrics, Observer, RequestLog
from modelyard.serving.replies import (
    DATA_POLICY,
    JSON_TYPE,
    PAGE_POLICY,
    Receive,
    Refusal,
    RefusedError,
    Scope,
    Send,
    reply,
)
from modelyard.serving.requests import RequestReader, parse_json
from modelyard.serving.responses import http_error, json_response, response
from modelyard.serving.settings import Settings
from modelyard.serving.tracing import Tracing
from modelyard.serving.versions import Versions
from modelyard.serving.wording import models
from modelyard.serving.writer import Writer

_LARGE_BODY_BYTES = 64 << 10  # parsed in a thread: the event loop must not stand still for the other connections


@dataclass(frozen=True, slots=True)
class Service:
    """The parts of a running application."""

    versions: Versions
    settings: Settings
    metrics: Metrics
    bodies: BodyReader
    requests: RequestReader
    state: State
    writer: Writer | None  # of a language model

    @property
    def model(self) -> ServedModel:
        """The main version."""
        return self.versions.main.model


def create_app(
    model: ServedModel,
    settings: Settings,
    *,
    log: RequestLog | None = None,
    tracing: Tracing | None = None,
    canary: ServedModel | None = None,
    shadow: ServedModel | None = None,
    load: Callable[[], ServedModel] | None = None,
) -> FastAPI:
    """The application that serves `model`; `app.state.service` holds its parts. `load` makes the model anew.

    Raises: RecipeError where the canary or the shadow takes or gives something else.
    """
    about = {key: str(value) for key, value in model.about.items()}
    metrics = Metrics(model=about, usd_per_hour=settings.usd_per_hour)
    journal = None
    if settings.journal is not None:
        journal = Journal(settings.journal, about, dropped=metrics.lost_log_rows.inc)
    observer = Observer(metrics, log or RequestLog(), tracing, journal)
    state = State()
    writer = None
    if model.language is not None:
        writer = Writer(model.language.generator, settings, LanguageMetrics(metrics.registry), state)
    service = Service(
        versions=Versions(model, settings, metrics, canary=canary, shadow=shadow, load=load),
        settings=settings,
        metrics=metrics,
        bodies=BodyReader(settings),
        requests=RequestReader(
            model.schema.inputs, required=model.row_schema().get("required", ()), max_rows=settings.max_rows
        ),
        state=state,
        writer=writer,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        workers: list[Versions | Writer] = [service.versions] if writer is None else [service.versions, writer]
        for worker in workers:
            worker.start()
        if journal is not None:
            journal.start()
        yield
        for worker in workers:
            await worker.stop()
        for told in (journal, tracing):
            if told is not None:
                await asyncio.to_thread(told.stop)

    # FastAPI's own pages load scripts from elsewhere, and its schema knows nothing of the artifact: both are replaced.
    app = FastAPI(title="Modelyard", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    document = openapi.document(model, settings)
    app.openapi = lambda: document  # type: ignore[method-assign]
    app.router.redirect_slashes = False
    routes = _routes(service, document)
    app.router.routes.extend(routes)
    app.state.service = service
    app.add_exception_handler(HTTPException, http_error)
    app.add_middleware(
        Gate,
        settings=settings,
        observer=observer,
        state=service.state,
        routes=frozenset(route.path for route in routes),
    )
    return app


def _routes(service: Service, document: dict[str, Any]) -> list[Route]:
    # Starlette's own routes: FastAPI's solve dependencies on every call, and a prediction's body is checked by hand.
    predict = _Predict(service)
    routes = [Route("/v1/predict", predict, methods=["POST"])]
    files = pages.load(language=service.writer is not None)
    files["/openapi.json"] = (JSON_TYPE, json.dumps(document, ensure_ascii=False).encode())
    if service.writer is not None:
        language = Language.of(service.model, service.writer, service.bodies)
        files["/v1/models"] = (JSON_TYPE, models(language.name, int(time.time())))
        routes += [Route(path, answer, methods=["POST"]) for path, answer in language.routes()]
    routes += [Route(path, _static(kind, content), methods=["GET"]) for path, (kind, content) in files.items()]
    for path, answer in (
        ("/v1/model", _model(service)),
        ("/health", _health(service)),
        ("/health/live", _live),
        ("/health/ready", _ready(service)),
        ("/metrics", _metrics(service)),
    ):
        routes.append(Route(path, answer, methods=["GET"]))
    return routes


class _Predict:
    def __init__(self, service: Service) -> None:
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        service = self._service
        async with service.bodies.read(scope, receive) as body:
            if len(body) > _LARGE_BODY_BYTES:
                rows = await asyncio.to_thread(self._rows, body)
            else:
                rows = self._rows(body)
            count = len(next(iter(rows.values())))
            note = scope["modelyard.note"]
            note.rows, note.inputs = count, rows
            abandoned = scope.get("modelyard.abandoned")
            answers, version = await service.versions.answer(rows, count, abandoned, note)
        note.answers = answers
        service.metrics.rows.inc(count)
        text = json.dumps(answers, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        content = f'{{"predictions":{text},"model":{version.about}}}'.encode()
        await reply(send, 200, content, [DATA_POLICY])

    def _rows(self, body: bytes) -> dict[str, list[Any]]:
        rows = self._service.requests.rows(parse_json(body))
        try:
            self._service.model.check(rows)
        except RequestError as error:
            raise RefusedError(Refusal(422, str(error), error.where or None)) from error
        return rows


Answer = Callable[[Request], Awaitable[Response]]


def _static(kind: bytes, content: bytes) -> Answer:
    policy = PAGE_POLICY if kind.startswith(b"text/html") else DATA_POLICY

    async def answer(_: Request) -> Response:
        return response(200, content, kind, [policy])

    return answer


def _model(service: Service) -> Answer:
    async def answer(_: Request) -> Response:
        return json_response(200, service.model.description())

    return answer


def _status(service: Service) -> str:
    if service.state.draining:
        return "draining"
    alive = service.versions.alive and (service.writer is None or service.writer.alive)
    return "ok" if alive else "failed"


def _health(service: Service) -> Answer:
    async def answer(_: Request) -> Response:
        status = _status(service)
        content = {"status": status, "model": service.model.about, "queue_rows": service.versions.queued_rows}
        return json_response(503 if status == "failed" else 200, content)

    return answer


async def _live(_: Request) -> Response:
    return json_response(200, {"status": "ok"})


def _ready(service: Service) -> Answer:
    async def answer(_: Request) -> Response:
        status = _status(service)
        return json_response(200 if status == "ok" else 503, {"status": status})

    return answer


def _metrics(service: Service) -> Answer:
    async def answer(_: Request) -> Response:
        service.metrics.queue_rows.set(service.versions.queued_rows)
        if service.writer is not None:
            service.writer.count_queue()
        return response(200, service.metrics.text(), METRICS_TYPE, [DATA_POLICY])

    return answer
