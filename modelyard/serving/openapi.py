"""The OpenAPI document of one model: its inputs and answers as its task describes them, and every error it may give."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from modelyard import __version__
from modelyard.serving import openapi_embedding, openapi_explain, openapi_language
from modelyard.serving.model import ServedModel
from modelyard.serving.openapi_embedding import model_schema
from modelyard.serving.settings import Settings

_ERRORS = {
    "400": "The HTTP request is malformed.",
    "401": "An API key is needed and none that is known was sent.",
    "403": "The request comes from a page of another site.",
    "408": "The request did not arrive in time.",
    "413": "The body is over the limit.",
    "415": "The body is not plain JSON in UTF-8.",
    "421": "The Host header names no host of this server.",
    "422": "A row does not fit the model's inputs; the error's field names the place.",
    "429": "The queue is full; Retry-After says when to try again.",
    "431": "The headers are too large.",
    "500": "The server failed.",
    "503": "The server is overloaded or going down; Retry-After says when to try again.",
}
_READ_ERRORS = ("400", "401", "403", "421", "431")


def document(
    model: ServedModel,
    settings: Settings,
    *,
    others: Sequence[str] = (),
    shared: Collection[str] = (),
    chat: bool = False,
    tools: bool = False,
    embeds: int | None = None,
    explains: Sequence[str] = (),
) -> dict[str, Any]:
    """The document of one model, version 3.1.

    `others` are served beside it, and `shared` are the abilities that several of them have: a request for one of these
    must name its model. `embeds` is the width of its vectors, `explains` the methods that
    explain its answers.
    """
    paths: dict[str, Any] = {
        **({"/v1/predict": {"post": _predict()}} if model.engine is None else {}),
        "/v1/model": {"get": _get("The model and its input schema", "model")},
        "/v1/models": {"get": _get("All models, as OpenAI's clients list them", "model")},
        "/health": {"get": _get("Whether the server answers, and what it serves", "health", "503")},
        "/health/live": {"get": _get("Whether the process runs", "health")},
        "/health/ready": {"get": _get("Whether to send it requests", "health", "503")},
        "/metrics": {"get": _get("Prometheus metrics", "health", kind="text/plain")},
        "/openapi.json": {"get": _get("This document", "pages")},
        "/docs": {"get": _get("This document as a page", "pages", kind="text/html")},
        "/": {"get": _get("The playground", "pages", kind="text/html")},
    }
    schemas: dict[str, Any] = {}
    if model.language is not None:
        paths |= _language_paths(chat)
        decoder = model.language.generator.decoder
        schemas = openapi_language.answers() | openapi_language.requests(
            model=model.about["name"],
            context=model.language.generator.context,
            vocabulary=int(decoder.config.vocab_size),
            prompt=model.example_prompt(),
            named="complete" in shared,
            tools=tools,
        )
    if embeds is not None:
        errors = _errors(*_ERRORS, "404")
        paths["/v1/embeddings"] = openapi_embedding.operation(errors)
        schemas |= openapi_embedding.schemas(model.about["name"], embeds, settings.max_rows, named="embed" in shared)
    if explains:
        paths["/v1/explain"] = openapi_explain.operation(_errors(*_ERRORS, "404"))
        labels = list(getattr(model.predictor.task, "labels", ()))
        named = "explain" in shared
        schemas |= openapi_explain.schemas(model.about["name"], explains, labels, model.example(), named=named)
    secured = settings.has_keys
    keys = {
        "key": {"type": "http", "scheme": "bearer"},
        "header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Modelyard: {model.about.get('name', 'model')}",
            "version": __version__,
            "description": " ".join(_described(model, settings, others)),
        },
        **({"security": [{"key": []}, {"header": []}]} if secured else {}),
        "paths": paths,
        "components": {
            **({"securitySchemes": keys} if secured else {}),
            "schemas": {
                **schemas,
                "Row": model.row_schema(),
                "Answer": model.answer_schema(),
                "Request": _request_schema(model, settings, named="predict" in shared),
                "Response": _object(
                    predictions={"type": "array", "items": _ref("Answer"), "description": "One a row, in order."},
                    model={"type": "object", "additionalProperties": {"type": "string"}},
                ),
                "Error": _object(
                    error=_object(
                        message={"type": "string"},
                        field={"type": ["string", "null"], "examples": ["inputs[3].text"]},
                        request_id={"type": "string"},
                    )
                ),
            },
        },
    }


def _described(model: ServedModel, settings: Settings, others: Sequence[str]) -> Iterator[str]:
    yield "Predictions of one trained model."
    if model.language is not None:
        yield openapi_language.limits(settings)
    if others:
        yield "Beside it are served: " + ", ".join(others) + "; /openapi.json?model=NAME describes each."
    yield "X-Modelyard-Deadline-Ms: after so many milliseconds the answer is of no use any more (503)."


def _language_paths(has_chat: bool) -> dict[str, Any]:
    errors = _errors(*_ERRORS, "404")
    paths = {
        "/v1/completions": openapi_language.operation(
            "Continue texts (OpenAI)", "completions", "CompletionRequest", "Completion", errors
        ),
    }
    if has_chat:
        paths["/v1/chat/completions"] = openapi_language.operation(
            "Answer in a conversation (OpenAI)", "chat", "ChatRequest", "ChatCompletion", errors
        )
    return paths


def _request_schema(model: ServedModel, settings: Settings, *, named: bool) -> dict[str, Any]:
    inputs = {"type": "array", "items": _ref("Row"), "minItems": 1, "maxItems": settings.max_rows}
    name = model.about["name"]
    properties = {"inputs": inputs, "model": model_schema(name, named=named)}
    return {
        "type": "object",
        "properties": properties,
        "required": ["inputs", *(["model"] if named else [])],
        "additionalProperties": False,
        "examples": [{"inputs": [model.example()], **({"model": name} if named else {})}],
    }


def _predict() -> dict[str, Any]:
    return {
        "summary": "Answer rows",
        "operationId": "predict",
        "tags": ["model"],
        "requestBody": {"required": True, "content": {"application/json": {"schema": _ref("Request")}}},
        "responses": {"200": _answer("One answer a row, in order", _ref("Response")), **_errors(*_ERRORS, "404")},
    }


def _get(summary: str, tag: str, *errors: str, kind: str = "application/json") -> dict[str, Any]:
    schema = {"type": "object"} if kind == "application/json" else {"type": "string"}
    return {
        "summary": summary,
        "tags": [tag],
        "responses": {"200": _answer(summary, schema, kind), **_errors(*_READ_ERRORS, *errors)},
    }


def _answer(text: str, schema: dict[str, Any], kind: str = "application/json") -> dict[str, Any]:
    return {"description": text, "content": {kind: {"schema": schema}}}


def _errors(*statuses: str) -> dict[str, Any]:
    known = _ERRORS | {"404": "The request names a model that is not served here."}
    return {status: _answer(known[status], _ref("Error")) for status in statuses}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
