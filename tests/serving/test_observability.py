"""What a server tells of itself: enough to run it by, and nothing of what was asked."""

from __future__ import annotations

import io
import json
import logging
import math
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families
from serving_kit import FakePredictor, ServerThread

from modelyard.serving.access import key_digests
from modelyard.serving.journal import JournalSettings
from modelyard.serving.logs import JsonFormatter, install
from modelyard.serving.noted import Note
from modelyard.serving.observability import Metrics, RequestLog

CANARY = "canary-text-of-a-person"


def samples(text: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(text: str, name: str, **labels: str) -> float:
    return samples(text)[(name, frozenset(labels.items()))]


def test_metrics_count_what_happened() -> None:
    with ServerThread(usd_per_hour=3.6) as server, server.client() as client:
        for _ in range(3):
            server.ask(["a", "b"])
        assert client.post("/v1/predict", json={"inputs": []}).status_code == 422
        assert client.get("/nothing").status_code == 404
        text = client.get("/metrics").text
    assert value(text, "modelyard_requests_total", route="/v1/predict", status="200") == 3
    assert value(text, "modelyard_refused_total", reason="request") == 2
    assert value(text, "modelyard_rows_total") == 6
    assert value(text, "modelyard_batch_rows_count") >= 1
    assert value(text, "modelyard_queue_rows") == 0
    assert value(text, "modelyard_requests_in_flight") == 1  # this one
    assert value(text, "modelyard_request_seconds_count", route="/v1/predict") == 4
    assert value(text, "modelyard_price_usd_per_hour") == 3.6
    assert value(text, "modelyard_usd_per_1000_requests") > 0


def test_the_cost_of_a_request_is_price_times_time_over_answers() -> None:
    now = [1000.0]
    metrics = Metrics(model={"name": "m"}, usd_per_hour=3.6, clock=lambda: now[0])
    assert math.isnan(value(metrics.text().decode(), "modelyard_usd_per_1000_requests"))
    now[0] += 100
    for _ in range(50):
        metrics.answered("/v1/predict", 200, 0.01)
    metrics.answered("/v1/predict", 429, 0.01)  # brings nothing
    metrics.answered("/health", 200, 0.01)
    text = metrics.text().decode()
    assert value(text, "modelyard_usd_per_1000_requests") == pytest.approx(1000 * 100 * 0.001 / 50)
    assert value(text, "modelyard_cost_usd_total") == pytest.approx(0.1)
    now[0] += 1000  # nothing more is asked: the answers of long ago count no longer, the bill does
    text = metrics.text().decode()
    assert math.isnan(value(text, "modelyard_usd_per_1000_requests"))
    assert value(text, "modelyard_cost_usd_total") == pytest.approx(1.1)


def test_without_a_price_no_cost_is_told() -> None:
    assert b"usd" not in Metrics(model={"name": "m"}).text()


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_tells_the_way_of_a_request_and_nothing_it_said() -> None:
    stream = io.StringIO()
    key = "canary-key-0123456789"
    digests = key_digests((key,))
    with (
        ServerThread(FakePredictor(seconds=0.02), log=RequestLog(stream), key_digests=digests) as server,
        server.client(headers={"X-API-Key": key}) as client,
    ):
        body = {"inputs": [{"text": CANARY}]}
        client.post(f"/v1/predict?q={CANARY}", json=body, headers={"X-Request-Id": "mine-1", "X-Secret": CANARY})
        client.post("/v1/predict", json={"inputs": [{"text": 1, CANARY: 2}]})
        client.get(f"/users/ann@example.org/sk-{'a' * 40}")
    first, wrong, unknown = lines(stream)
    assert first["request_id"] == "mine-1" and first["status"] == 200 and first["rows"] == 1
    assert first["model_ms"] >= 20 and first["ms"] >= first["model_ms"]
    assert first["key"] == digests[0].hex()[:8]
    assert wrong["status"] == 422
    assert unknown["path"] == "/users/[email]/***" and unknown["status"] == 404
    assert CANARY not in stream.getvalue() and key not in stream.getvalue()


def test_an_error_is_told_by_its_kind_and_place_not_its_words() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logger = logging.getLogger("modelyard.serving")
    logger.addHandler(handler)
    predictor = FakePredictor()
    predictor.fail_on = CANARY
    try:
        with ServerThread(predictor) as server:
            assert server.ask([CANARY]).status_code == 500
    finally:
        logger.removeHandler(handler)
    told = lines(stream)
    assert told and all(line["level"] == "error" for line in told)
    assert {line.get("error") for line in told} == {"ArithmeticError"}
    assert any(place.startswith("serving_kit.py:") for place in told[0]["at"])
    assert CANARY not in stream.getvalue() and "secret cause" not in stream.getvalue()


def test_a_message_with_a_secret_or_a_control_character_is_cleaned() -> None:
    stream = io.StringIO()
    root = logging.getLogger()
    before = (root.handlers[:], root.level, logging.getLogger("modelyard").level)
    try:
        install(stream)
        logging.getLogger("modelyard.serving").info("from ann@example.org \x1b[31m %s", "x\ny")
        logging.getLogger("other").info("not told")
    finally:
        root.handlers[:], root.level = before[0], before[1]
        logging.getLogger("modelyard").setLevel(before[2])
    (line,) = stream.getvalue().splitlines()
    assert json.loads(line)["message"] == "from [email] \x1b[31m x\ny"
    assert line.isascii() and "\x1b" not in line


def test_a_log_without_a_stream_writes_nothing() -> None:
    RequestLog().write(Note("x", 0.0))


def test_a_language_model_tells_tokens_and_its_queue_and_no_text(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="torch is not installed (extra train)")
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (extra train)")
    from language_kit import served

    stream = io.StringIO()
    journal = JournalSettings(directory=tmp_path / "log", inputs="consented")
    body = {"prompt": "The sky", "max_tokens": 5, "temperature": 0}
    with (
        ServerThread(model=served(), log=RequestLog(stream), journal=journal) as server,
        server.client() as client,
    ):
        first = client.post("/v1/completions", json=body)
        client.post("/v1/completions", json={**body, "stream": True}, headers={"X-Modelyard-Consent": "yes"})
        text = client.get("/metrics").text
    written = first.json()["usage"]["completion_tokens"]
    assert value(text, "modelyard_queue_generations") == 0
    assert value(text, "modelyard_generated_tokens_total") == 2 * written
    assert lines(stream)[0]["written_tokens"] == written and "The sky" not in stream.getvalue()
    rows = [row for path in (tmp_path / "log").iterdir() for row in pq.read_table(path).to_pylist()]
    assert [row["consent"] for row in rows] == [False, True]
    assert rows[0]["inputs"] is None and rows[0]["answer"] is None and rows[0]["characters"] == len("The sky")
    assert json.loads(rows[1]["inputs"]) == {"prompt": "The sky"}
    assert json.loads(rows[1]["answer"]) == first.json()["choices"][0]["text"]
