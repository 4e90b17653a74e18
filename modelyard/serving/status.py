"""The routes that tell of the server: health, metrics, the models, the documents and pages."""

from __future__ import annotations

import json
import time
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from modelyard.serving import openapi, pages
from modelyard.serving.models import Ability, Served
from modelyard.serving.observability import METRICS_TYPE
from modelyard.serving.replies import DATA_POLICY, JSON_TYPE, PAGE_POLICY, RefusedError
from modelyard.serving.responses import json_response, refused_response, response
from modelyard.serving.vllm_writer import VllmWriter

if TYPE_CHECKING:
    from modelyard.serving.app import Service

Answer = Callable[[Request], Awaitable[Response]]


def routes(service: Service) -> list[Route]:
    """All of them."""
    return _Status(service).routes()


class _Status:
    def __init__(self, service: Service) -> None:
        self._service = service
        self._created = int(time.time())
        self._pages = pages.load()
        self._document = lru_cache(maxsize=64)(self._new_document)

    def routes(self) -> list[Route]:
        """Address and handler of each."""
        found: dict[str, Answer] = {
            "/v1/models": self._models,
            "/v1/models/{name}": self._model,
            "/v1/model": self._model,
            "/health": self._health,
            "/health/live": self._live,
            "/health/ready": self._ready,
            "/metrics": self._metrics,
            "/openapi.json": self._openapi,
            "/": self._page,
        }
        for path, (kind, content) in self._pages.items():
            if path not in ("/rows", "/language"):
                found[path] = _static(kind, content)
        return [Route(path, _refusing(answer), methods=["GET"]) for path, answer in found.items()]

    def _named(self, request: Request) -> Served:
        """The model that the address or its query names; the first one otherwise. Raises: RefusedError."""
        name = request.path_params.get("name") or request.query_params.get("model")
        return self._service.models.get(name)

    async def _models(self, _: Request) -> Response:
        return response(200, self._service.models.listed(self._created), JSON_TYPE, [DATA_POLICY])

    async def _model(self, request: Request) -> Response:
        models, served = self._service.models, self._named(request)
        content = {**models.entry(served, self._created), **served.model.description()}
        content["abilities"] = [what for what in get_args(Ability) if served.can(what)]
        content["models"] = [one.name for one in models.all]
        return json_response(200, content)

    async def _openapi(self, request: Request) -> Response:
        served = self._named(request)
        content = self._document(served.name, str(served.model.about["digest"]))
        return response(200, content, JSON_TYPE, [DATA_POLICY])

    def _new_document(self, name: str, digest: str) -> bytes:
        """Made once for each version of a model."""
        return json.dumps(document(self._service, self._service.models.get(name)), ensure_ascii=False).encode()

    async def _page(self, request: Request) -> Response:
        language = self._named(request).model.language is not None
        kind, content = self._pages["/language" if language else "/rows"]
        return response(200, content, kind, [PAGE_POLICY])

    def _state(self) -> str:
        if self._service.state.draining:
            return "draining"
        return "ok" if self._service.models.alive else "failed"

    async def _health(self, _: Request) -> Response:
        service, status = self._service, self._state()
        content: dict[str, Any] = {"status": status, "model": service.model.about}
        content |= {"queue_rows": service.models.queued_rows, "lately": service.live.tell()}
        return json_response(503 if status == "failed" else 200, content)

    async def _live(self, _: Request) -> Response:
        return json_response(200, {"status": "ok"})

    async def _ready(self, _: Request) -> Response:
        status = self._state()
        return json_response(200 if status == "ok" else 503, {"status": status})

    async def _metrics(self, _: Request) -> Response:
        service = self._service
        service.metrics.queue_rows.set(service.models.queued_rows)
        if service.models.language is not None:
            service.models.language.count()
        text = service.metrics.text()
        writer = service.writer
        if isinstance(writer, VllmWriter):
            text += await writer.exposition()
        return response(200, text, METRICS_TYPE, [DATA_POLICY])


def document(service: Service, served: Served) -> dict[str, Any]:
    """The OpenAPI document of one model."""
    main, models = served.versions.main, service.models.all
    return openapi.document(
        served.model,
        service.settings,
        others=[one.name for one in models if one is not served],
        shared=[what for what in get_args(Ability) if sum(one.can(what) for one in models) > 1],
        chat=served.can("chat"),
        tools=main.language is not None and main.language.has_tools,
        embeds=None if main.embedding is None else main.embedding.width,
        explains=served.model.explainer.methods if served.model.explainer is not None else (),
    )


def _static(kind: bytes, content: bytes) -> Answer:
    policy = PAGE_POLICY if kind.startswith(b"text/html") else DATA_POLICY

    async def answer(_: Request) -> Response:
        return response(200, content, kind, [policy])

    return answer


def _refusing(answer: Answer) -> Answer:
    """What a handler refuses is answered in the one form of errors."""

    async def checked(request: Request) -> Response:
        try:
            return await answer(request)
        except RefusedError as error:
            return refused_response(request, error.refusal)

    return checked
