"""HARDENING 7 and 8 for the routes of a language model: requests of any form, departed clients, overload, drain."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "serving"))
from fuzz_kit import fuzz
from language_kit import served
from serving_kit import ServerThread, raw_request, read_reply

CASES = 2500 if os.environ.get("MODELYARD_SOAK") else 40
ROUTES = ("/v1/completions", "/v1/chat/completions")
# What the JSON schema does not say: a prompt that fills the context, and what depends on two fields.
BEYOND_SCHEMA = ("must leave room", "times the prompts", "needs logprobs", "at most 4,000,000", "is no text")
LONG = json.dumps({"prompt": "the cat", "max_tokens": 4000, "temperature": 0, "stream": True}).encode()


@pytest.fixture(scope="module")
def server() -> Iterator[ServerThread]:
    with ServerThread(model=served()) as running:
        yield running


@pytest.mark.parametrize("mode", ["positive", "negative"])
@pytest.mark.parametrize("route", ROUTES)
def test_generated_requests(server: ServerThread, route: str, mode: str) -> None:
    fuzz(server.url, server.app.openapi(), route, mode, cases=CASES, beyond=BEYOND_SCHEMA)


@pytest.mark.parametrize(
    "body",
    [
        b'{"prompt": "a", "prompt": "b"}',
        b'{"prompt": "a", "temperature": NaN}',
        b'{"prompt": ' + b"[" * 1000 + b"]" * 1000 + b"}",
        b'{"prompt": "a", "seed": ' + b"9" * 5000 + b"}",
        b'{"prompt": [1e999]}',
        b"[]",
        b"\xff",
        b'{"prompt": "a", "regex": "' + b"(a*)*" * 200 + b'{9999}"}',
        b'{"prompt": "a", "regex": "((a{1,1000}){1,1000}){1,1000}"}',
        b'{"prompt": "a", "json_schema": {"$ref": "file:///etc/passwd"}}',
        b'{"prompt": "a", "json_schema": {"$ref": "#"}}',
    ],
    ids=lambda body: body[:40].decode("latin-1"),
)
def test_bodies_that_trip_parsers(server: ServerThread, body: bytes) -> None:
    with server.client() as client:
        reply = client.post("/v1/completions", content=body, headers={"content-type": "application/json"})
        assert reply.status_code in (200, 422), reply.text
        assert client.post("/v1/completions", json={"prompt": "a", "max_tokens": 1}).status_code == 200


def test_a_body_that_is_too_large_is_refused(server: ServerThread) -> None:
    with server.client() as client:
        assert client.post("/v1/completions", json={"prompt": "x" * (5 << 20)}).status_code == 413


def until(seconds: float, holds: Any) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.01)
    return False


def written(server: ServerThread) -> float:
    with server.client() as client:
        lines = client.get("/metrics").text.splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("modelyard_generated_tokens_total"))


def test_a_client_that_leaves_ends_its_text() -> None:
    with ServerThread(model=served(8192)) as server:
        with server.socket() as connection:
            connection.sendall(raw_request(LONG, path=ROUTES[0]))
            assert b"data: " in connection.recv(4096) + connection.recv(4096)
        writer = server.service.writer
        assert until(10, lambda: not writer._running), "nobody waits for it, and it is still being written"
        assert written(server) < 4000
        assert server.ask(["the cat"]).status_code == 200
        assert until(5, lambda: writer.held == 0)


def test_overload_is_429_or_503_and_the_others_are_answered() -> None:
    limits = {"max_generations": 1, "max_queue_generations": 4, "answer_seconds": 0.5}
    body = {"prompt": "the cat", "max_tokens": 200, "temperature": 0}

    def ask(_: int) -> tuple[int, str]:
        with server.client() as client:
            reply = client.post("/v1/completions", json=body)
            return reply.status_code, reply.headers.get("retry-after", "")

    with ServerThread(model=served(512), **limits) as server, ThreadPoolExecutor(24) as pool:
        found = list(pool.map(ask, range(48)))
    counts = Counter(status for status, _ in found)
    assert set(counts) <= {200, 429, 503} and counts[200] >= 1 and counts[429] >= 1
    assert all(retry for status, retry in found if status != 200)


def test_the_end_of_a_server_loses_no_text() -> None:
    server = ServerThread(model=served(2048))
    pieces: list[bytes] = []

    def read() -> None:
        with server.client() as client:
            body = {"prompt": "the cat", "max_tokens": 600, "temperature": 0, "stream": True}
            with client.stream("POST", "/v1/completions", json=body) as reply:
                pieces.extend(reply.iter_bytes())

    with server:
        reader = threading.Thread(target=read)
        reader.start()
        assert until(10, lambda: pieces)
    reader.join(20)
    assert b"".join(pieces).endswith(b"data: [DONE]\n\n")


def test_a_text_that_takes_too_long_ends_as_if_by_its_length() -> None:
    with ServerThread(model=served(8192), generation_seconds=0.2) as server, server.client() as client:
        reply = client.post("/v1/completions", json={"prompt": "the cat", "max_tokens": 8000, "temperature": 0}).json()
    assert reply["choices"][0]["finish_reason"] == "length"
    assert 0 < reply["usage"]["completion_tokens"] < 8000


def test_a_model_that_fails_is_said_and_the_server_goes_on(server: ServerThread) -> None:
    batch = server.service.writer.batch

    def fail() -> Any:
        raise ArithmeticError("secret cause at /secret/path")

    with server.client() as client:
        batch.step = fail
        reply = client.post("/v1/completions", json={"prompt": "a"})
        del batch.step
        assert reply.status_code == 500 and "secret" not in reply.text
        assert client.post("/v1/completions", json={"prompt": "a"}).status_code == 200


def test_one_byte_at_a_time(server: ServerThread) -> None:
    with server.socket() as connection:
        for byte in raw_request(b'{"prompt": "a", "max_tokens": 1}', path=ROUTES[0]):
            connection.sendall(bytes([byte]))
        assert read_reply(connection)[0] == 200


def test_every_route_asks_for_the_key() -> None:
    from modelyard.serving.access import key_digests

    with ServerThread(model=served(), key_digests=key_digests(("canary-key",))) as server, server.client() as client:
        for path in (*ROUTES, "/v1/models", "/"):
            for method in ("GET", "POST", "DELETE"):
                assert client.request(method, path).status_code == 401
        key = {"authorization": "Bearer canary-key"}
        assert client.get("/v1/models", headers=key).status_code == 200
        assert client.post(ROUTES[0], json={"prompt": "a", "max_tokens": 1}, headers=key).status_code == 200
        foreign = {**key, "origin": "https://example.org"}
        assert client.post(ROUTES[0], json={"prompt": "a"}, headers=foreign).status_code == 403
