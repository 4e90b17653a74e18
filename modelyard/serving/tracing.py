"""OpenTelemetry spans of requests: one for each, and below it the wait and the model. No input text, no key, no path.

A span is made when its request is over, from the times that were noted: nothing is added to the way of a request.
Source: OpenTelemetry semantic conventions (HTTP server spans; generative AI); W3C Trace Context.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from modelyard.core import registry
from modelyard.serving.noted import Note

if TYPE_CHECKING:
    from opentelemetry.trace import TracerProvider

_SERVICE = "modelyard"


class Tracing:
    """Writes the spans of one server to a provider of the SDK."""

    def __init__(self, provider: TracerProvider, about: dict[str, str]) -> None:
        with registry.needing("tracing"):
            from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
        self._tracer = provider.get_tracer(_SERVICE)
        self._provider = provider
        self._parents = TraceContextTextMapPropagator()
        self._about = about
        # What perf_counter's zero is on the wall's clock; a clock that is set later moves no span against another.
        self._zero = time.time_ns() - time.perf_counter_ns()

    @classmethod
    def from_environment(cls, about: dict[str, str]) -> Tracing:
        """To a collector by OTLP over HTTP, as the standard variables say (OTEL_EXPORTER_OTLP_ENDPOINT, ...).

        Raises: MissingExtra.
        """
        with registry.needing("--traces"):
            from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
            from opentelemetry.sdk.resources import Resource
            from opentelemetry.sdk.trace import TracerProvider as Provider
            from opentelemetry.sdk.trace.export import BatchSpanProcessor
        provider = Provider(resource=Resource.create({"service.name": _SERVICE}))  # OTEL_SERVICE_NAME wins over it
        provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        return cls(provider, about)

    def record(self, note: Note) -> None:
        """The spans of an answered request; its trace id is noted for the log."""
        from opentelemetry.trace import SpanKind, Status, StatusCode, set_span_in_context

        carrier = {} if note.traceparent is None else {"traceparent": note.traceparent.decode("latin-1")}
        span = self._tracer.start_span(
            f"{note.method} {note.route}" if note.route != "other" else note.method,
            context=self._parents.extract(carrier),
            kind=SpanKind.SERVER,
            start_time=self._at(note.started),
            attributes=self._attributes(note),
        )
        note.trace = format(span.get_span_context().trace_id, "032x")
        if note.status >= 500:
            span.set_status(Status(StatusCode.ERROR))
        below = set_span_in_context(span)
        for name, begin, end in (("queue", note.queued, note.began), ("model", note.began, note.ended)):
            if begin and end:
                child = self._tracer.start_span(name, context=below, start_time=self._at(begin))
                child.end(self._at(end))
        span.end(self._at(note.started + note.seconds))

    def stop(self) -> None:
        """Send what is still held."""
        shutdown = getattr(self._provider, "shutdown", None)  # the API's own provider has none
        if shutdown is not None:
            shutdown()

    def _attributes(self, note: Note) -> dict[str, Any]:
        found: dict[str, Any] = {
            "http.request.method": note.method,
            "http.response.status_code": note.status,
            "modelyard.request_id": note.request_id,
        }
        about = note.about or self._about
        found |= {f"modelyard.model.{name}": str(about[name]) for name in ("name", "digest") if name in about}
        if note.route != "other":
            found["http.route"] = note.route
        if note.status >= 500:
            found["error.type"] = str(note.status)
        if note.rows:
            found["modelyard.rows"] = note.rows
        if note.prompt_tokens:
            found["gen_ai.usage.input_tokens"] = note.prompt_tokens
            found["gen_ai.usage.output_tokens"] = note.written_tokens
        return found

    def _at(self, moment: float) -> int:
        return self._zero + round(moment * 1e9)
