"""The web application of one or several models, made by `create_app`; `server` runs it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.routing import Route

from modelyard.serving import status
from modelyard.serving.body import BodyReader
from modelyard.serving.completions import Completions
from modelyard.serving.embedding import Embeddings
from modelyard.serving.explain import Explain
from modelyard.serving.gate import Gate, State
from modelyard.serving.journal import Journal
from modelyard.serving.live import Live
from modelyard.serving.model import ServedModel
from modelyard.serving.models import Given, Models
from modelyard.serving.observability import Metrics, Observer, RequestLog
from modelyard.serving.predict import Predict
from modelyard.serving.responses import http_error
from modelyard.serving.settings import Settings
from modelyard.serving.tracing import Tracing
from modelyard.serving.versions import Versions
from modelyard.serving.vllm_writer import VllmWriter
from modelyard.serving.writer import Writer


@dataclass(frozen=True, slots=True)
class Service:
    """The parts of a running application."""

    models: Models
    settings: Settings
    metrics: Metrics
    bodies: BodyReader
    state: State
    live: Live

    @property
    def versions(self) -> Versions:
        """Of the first model."""
        return self.models.first.versions

    @property
    def model(self) -> ServedModel:
        """The first model's main version."""
        return self.versions.main.model

    @property
    def writer(self) -> Writer | VllmWriter | None:
        """Of the first model, where it is a language model."""
        language = self.versions.main.language
        return None if language is None else language.writer


def create_app(
    model: ServedModel | Sequence[Given],
    settings: Settings,
    *,
    log: RequestLog | None = None,
    tracing: Tracing | None = None,
    canary: ServedModel | None = None,
    shadow: ServedModel | None = None,
    load: Callable[[], ServedModel] | None = None,
) -> FastAPI:
    """The application that serves `model`, or several; `app.state.service` holds its parts. `load` makes one anew.

    Raises: RecipeError where the canary or the shadow takes or gives something else, or two models have one name.
    """
    if isinstance(model, ServedModel):
        model = [Given(model=model, canary=canary, shadow=shadow, load=load)]
    abouts = [{key: str(value) for key, value in one.model.about.items()} for one in model]
    metrics = Metrics(model=abouts[0], usd_per_hour=settings.usd_per_hour)
    for about in abouts[1:]:
        metrics.serves(about)
    journal = None
    if settings.journal is not None:
        journal = Journal(settings.journal, abouts[0], dropped=metrics.lost_log_rows.inc)
    live, state = Live(), State()
    observer = Observer(metrics, log or RequestLog(), tracing, journal, live)
    models = Models(model, settings, metrics, state)
    service = Service(models, settings, metrics, BodyReader(settings), state, live)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        models.start()
        if journal is not None:
            journal.start()
        yield
        await models.stop()
        for told in (journal, tracing):
            if told is not None:
                await asyncio.to_thread(told.stop)

    # FastAPI's own pages load scripts from elsewhere, and its schema knows nothing of the artifact: both are replaced.
    app = FastAPI(title="Modelyard", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.openapi = lambda: status.document(service, models.first)  # type: ignore[method-assign]
    app.router.redirect_slashes = False
    routes = _routes(service)
    app.router.routes.extend(routes)
    app.state.service = service
    app.add_exception_handler(HTTPException, http_error)
    named = [f"/v1/models/{one.name}{end}" for one in models.all for end in ("", "/predict")]
    app.add_middleware(
        Gate,
        settings=settings,
        observer=observer,
        state=service.state,
        routes=frozenset([*(route.path for route in routes), *named]),
    )
    return app


def _routes(service: Service) -> list[Route]:
    # Starlette's own routes: FastAPI's solve dependencies on every call, and a prediction's body is checked by hand.
    models, bodies = service.models, service.bodies
    predict = Predict(models, bodies, service.metrics)
    routes = [Route("/v1/predict", predict, methods=["POST"])]
    routes.append(Route("/v1/models/{name}/predict", predict, methods=["POST"]))
    if models.can("complete"):
        routes.append(Route("/v1/completions", Completions(models, bodies, chat=False), methods=["POST"]))
    if models.can("chat"):
        routes.append(Route("/v1/chat/completions", Completions(models, bodies, chat=True), methods=["POST"]))
    if models.can("embed"):
        routes.append(Route("/v1/embeddings", Embeddings(models, bodies, service.settings), methods=["POST"]))
    if models.can("explain"):
        routes.append(Route("/v1/explain", Explain(models, bodies), methods=["POST"]))
    return routes + status.routes(service)
