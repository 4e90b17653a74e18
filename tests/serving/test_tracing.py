"""OpenTelemetry spans, by the real SDK with its in-memory exporter."""

from __future__ import annotations

import json
from typing import Any

import pytest
from serving_kit import FakePredictor, ServerThread

from modelyard.core.errors import MissingExtra
from modelyard.serving.tracing import Tracing

pytest.importorskip("opentelemetry.sdk.trace", reason="opentelemetry-sdk is not installed (extra otel)")

ABOUT = {"name": "reviews", "digest": "0" * 64}
CANARY = "canary-text-of-a-person"


@pytest.fixture
def traced() -> Any:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    yield Tracing(provider, ABOUT), exporter
    provider.shutdown()


def test_a_request_is_a_span_with_its_wait_and_its_model_below(traced: Any) -> None:
    tracing, exporter = traced
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    with ServerThread(FakePredictor(seconds=0.02), tracing=tracing) as server, server.client() as client:
        body = {"inputs": [{"text": CANARY}] * 3}
        headers = {"traceparent": parent, "X-Request-Id": "mine-1"}
        assert client.post(f"/v1/predict?q={CANARY}", json=body, headers=headers).status_code == 200
    # A span is recorded when the answer has gone out: all of them stand once the server has ended.
    spans = {span.name: span for span in exporter.get_finished_spans()}
    top, queue, model = spans["POST /v1/predict"], spans["queue"], spans["model"]
    assert format(top.context.trace_id, "032x") == "0af7651916cd43dd8448eb211c80319c"
    assert format(top.parent.span_id, "016x") == "b7ad6b7169203331"
    assert queue.parent.span_id == model.parent.span_id == top.context.span_id
    assert top.start_time <= queue.start_time <= queue.end_time <= model.start_time
    assert model.end_time <= top.end_time and model.end_time - model.start_time >= 20_000_000
    assert top.attributes["http.response.status_code"] == 200
    assert top.attributes["modelyard.rows"] == 3 and top.attributes["modelyard.request_id"] == "mine-1"
    assert top.attributes["modelyard.model.digest"] == "0" * 64
    assert CANARY not in json.dumps([json.loads(span.to_json()) for span in exporter.get_finished_spans()])


def test_what_is_refused_or_fails_is_a_span_too(traced: Any) -> None:
    from opentelemetry.trace import StatusCode

    tracing, exporter = traced
    predictor = FakePredictor()
    predictor.fail_on = "boom"
    with ServerThread(predictor, tracing=tracing) as server, server.client() as client:
        client.get("/somewhere/else", headers={"traceparent": b"nonsense\xff"})
        server.ask(["boom"])
    unknown, failed = [span for span in exporter.get_finished_spans() if span.parent is None]
    assert unknown.name == "GET" and "http.route" not in unknown.attributes
    assert unknown.status.status_code is StatusCode.UNSET
    assert failed.status.status_code is StatusCode.ERROR and failed.attributes["error.type"] == "500"


def test_the_trace_is_in_the_log_line(traced: Any) -> None:
    import io

    from modelyard.serving.observability import RequestLog

    tracing, exporter = traced
    stream = io.StringIO()
    with ServerThread(tracing=tracing, log=RequestLog(stream)) as server:
        server.ask(["x"])
    (line,) = [json.loads(text) for text in stream.getvalue().splitlines()]
    trace = next(span for span in exporter.get_finished_spans() if span.parent is None).context.trace_id
    assert line["trace_id"] == format(trace, "032x")


def test_a_missing_exporter_is_said_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    with pytest.raises(MissingExtra, match="otel"):
        Tracing.from_environment(ABOUT)
