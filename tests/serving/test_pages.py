"""What a server shows besides predictions: health, metrics, documents, pages, and its log."""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Iterator

import pytest
from serving_kit import TABLE, FakePredictor, ServerThread

from modelyard.serving.observability import RequestLog

LOG = io.StringIO()


@pytest.fixture(scope="module")
def server() -> Iterator[ServerThread]:
    with ServerThread(FakePredictor(TABLE), log=RequestLog(LOG)) as running:
        yield running


def test_health(server: ServerThread) -> None:
    with server.client() as client:
        assert client.get("/health").json()["status"] == "ok"
        assert client.get("/health/live").status_code == client.get("/health/ready").status_code == 200
        assert client.head("/health").status_code == 200


def test_a_draining_server_is_alive_and_not_ready(server: ServerThread) -> None:
    server.service.state.draining = True
    try:
        with server.client() as client:
            assert client.get("/health/live").status_code == 200
            reply = client.get("/health/ready")
            assert (reply.status_code, reply.json()) == (503, {"status": "draining"})
            assert reply.headers["connection"] == "close"
    finally:
        server.service.state.draining = False


def test_metrics_count_requests_and_batches(server: ServerThread) -> None:
    row = {"age": 1, "job": "clerk", "joined": None}
    with server.client() as client:
        client.post("/v1/predict", json={"inputs": [row, row]})
        text = client.get("/metrics").text
    assert re.search(r'modelyard_requests_total\{route="/v1/predict",status="200"\} [1-9]', text)
    assert re.search(r"modelyard_rows_total [1-9]", text)
    for name in ("batch_rows", "batch_seconds", "queue_seconds", "request_seconds"):
        assert f"modelyard_{name}_bucket" in text


def test_the_document_names_the_models_inputs(server: ServerThread) -> None:
    with server.client() as client:
        document = client.get("/openapi.json").json()
        model = client.get("/v1/model").json()
    assert document["components"]["schemas"]["Row"] == server.predictor.task.request_schema()
    assert model["schema"] == TABLE.to_json()
    assert server.app.openapi() == document


@pytest.mark.parametrize("path", ["/", "/docs"])
def test_pages_load_nothing_from_elsewhere(server: ServerThread, path: str) -> None:
    with server.client() as client:
        page = client.get(path)
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert not re.search(r"https?://|<script>|onclick|style=", page.text)
        for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text):
            part = client.get(address)
            assert part.status_code == 200
            assert not re.search(r"https?://[a-z]", part.text)


def test_every_answer_carries_the_security_headers(server: ServerThread) -> None:
    with server.client() as client:
        for path in (
            "/",
            "/docs",
            "/health",
            "/metrics",
            "/openapi.json",
            "/nothing",
            "/v1/predict",
            "/static/style.css",
        ):
            headers = client.get(path).headers
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["x-frame-options"] == "DENY"
            assert "frame-ancestors 'none'" in headers["content-security-policy"]
            assert "access-control-allow-origin" not in headers
            assert "server" not in headers


def test_request_ids_and_the_log(server: ServerThread) -> None:
    LOG.truncate(0)
    LOG.seek(0)
    with server.client(headers={"x-api-key": "canary-key"}) as client:
        assert client.get("/health", headers={"x-request-id": "mine-1"}).headers["x-request-id"] == "mine-1"
        given = client.get("/%1b[31m?secret=canary-query", headers={"x-request-id": "a b"}).headers["x-request-id"]
        assert re.fullmatch("[0-9a-f]{16}", given)
        row = {"age": 1, "job": "canary-body", "joined": None}
        last = client.post("/v1/predict", json={"inputs": [row]}).headers["x-request-id"]
        until = time.monotonic() + 20  # a line is written when the answer has gone out
        while last not in LOG.getvalue() and time.monotonic() < until:
            time.sleep(0.01)
    text = LOG.getvalue()
    assert "canary" not in text
    assert "\x1b" not in text
    told = {line["request_id"]: line for line in map(json.loads, text.splitlines())}
    lines = [told[name] for name in ("mine-1", given, last)]
    assert [line["status"] for line in lines] == [200, 404, 200]
    assert lines[2]["rows"] == 1
