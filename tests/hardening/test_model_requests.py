"""HARDENING 7, 14 and 15 for what several models add: generated requests by each model's document, traps, keys."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "serving"))
from fuzz_kit import fuzz
from language_kit import TOOLS_TEMPLATE, served
from serving_kit import ServerThread, TaskPredictor

from modelyard.serving.model import ServedModel, load
from modelyard.serving.models import Given

CASES = 1000 if os.environ.get("MODELYARD_SOAK") else 25
# What the JSON schema does not say: a prompt that fills the context, and what depends on two fields.
BEYOND_SCHEMA = (
    "must leave room",
    "times the prompts",
    "needs logprobs",
    "is no text",
    "must be a number",
    "must be a date",
    "needs tools",
    "stands twice",
    "chat template refuses",
    "must be a text that is not empty",  # of blanks that JSON schema's patterns do not know
)
OPERATIONS = [
    ("films", "/v1/embeddings"),
    ("films", "/v1/predict"),
    ("people", "/v1/predict"),
    ("poems", "/v1/chat/completions"),
    ("poems", "/v1/completions"),
]


@pytest.fixture(scope="module")
def server(packaged: Callable[[str], Path]) -> Iterator[ServerThread]:
    pytest.importorskip("torch", reason="torch is not installed (extra: train)")
    about = {"name": "people", "task": "tabular-regression", "family": "fake", "digest": "3" * 64}
    models = [
        Given(model=load(packaged("encoder"), threads=1, name="films")),
        Given(model=ServedModel(TaskPredictor("tabular-regression"), about=about)),
        Given(model=served(4096, 32, TOOLS_TEMPLATE)),
    ]
    with ServerThread(model=models, generation_seconds=0.3) as running:
        yield running


@pytest.mark.parametrize("mode", ["positive", "negative"])
@pytest.mark.parametrize(("name", "path"), OPERATIONS)
def test_generated_requests(server: ServerThread, name: str, path: str, mode: str) -> None:
    with server.client() as client:
        document = client.get("/openapi.json", params={"model": name}).json()
    fuzz(server.url, document, path, mode, cases=CASES, beyond=BEYOND_SCHEMA)


@pytest.mark.parametrize(
    "body",
    [
        b'{"input": "a", "input": "b"}',
        b'{"input": ' + b"[" * 1000 + b"]" * 1000 + b"}",
        b'{"input": [NaN]}',
        b'{"input": "\\ud800"}',
        b'{"input": "a", "dimensions": ' + b"9" * 5000 + b"}",
        b"[]",
        b"\xff",
        b'{"model": {"a": 1}, "input": "a"}',
        b'{"model": "' + b"x" * 100_000 + b'", "input": "a"}',
    ],
    ids=lambda body: body[:40].decode("latin-1"),
)
@pytest.mark.parametrize("path", ["/v1/embeddings", "/v1/predict", "/v1/models/films/predict", "/v1/chat/completions"])
def test_bodies_that_trip_parsers(server: ServerThread, path: str, body: bytes) -> None:
    with server.client() as client:
        reply = client.post(path, content=body, headers={"content-type": "application/json"})
        assert reply.status_code in (404, 422), reply.text
        assert len(reply.content) < 3000
        assert client.post("/v1/embeddings", json={"input": "a"}).status_code == 200


@pytest.mark.parametrize(
    "name", ["..", "%2e%2e%2f", "films%2fpredict", "a" * 5000, "%00", "<script>", "films/../people"]
)
def test_names_in_addresses_reach_nothing_else(server: ServerThread, name: str) -> None:
    with server.client() as client:
        for path in (f"/v1/models/{name}", f"/?model={name}", f"/openapi.json?model={name}"):
            reply = client.get(path)
            assert reply.status_code in (404, 405) or reply.json().get("model", {}).get("name") == "people", path
            assert "<script>" not in reply.text or reply.headers["content-type"] == "application/json"


def test_every_new_route_asks_for_the_key(packaged: Callable[[str], Path]) -> None:
    from modelyard.serving.access import key_digests

    model = load(packaged("encoder"), threads=1, name="films")
    with ServerThread(model=model, key_digests=key_digests(("canary-key",))) as server, server.client() as client:
        for path in (
            "/v1/embeddings",
            "/v1/models",
            "/v1/models/films",
            "/v1/models/films/predict",
            "/card",
            "/v1/model",
        ):
            for method in ("GET", "POST", "DELETE"):
                assert client.request(method, path).status_code == 401
        key = {"authorization": "Bearer canary-key"}
        assert client.post("/v1/embeddings", json={"input": "a"}, headers=key).status_code == 200
        foreign = {**key, "origin": "https://example.org"}
        assert client.post("/v1/embeddings", json={"input": "a"}, headers=foreign).status_code == 403
