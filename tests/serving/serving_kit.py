"""A predictor with the interface of `inference.Predictor` and answers that a test can compute, and a server for it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import httpx
import numpy as np

from modelyard.core import registry
from modelyard.core.errors import RequestError
from modelyard.core.schema import Column, Schema
from modelyard.serving.app import create_app
from modelyard.serving.draining import Server
from modelyard.serving.model import ServedModel
from modelyard.serving.models import Given
from modelyard.serving.observability import RequestLog
from modelyard.serving.server import listen_all
from modelyard.serving.settings import Settings
from modelyard.serving.tracing import Tracing

TEXT = Schema(inputs=(Column(name="text", kind="text", example="A fine film."),))
TABLE = Schema(
    inputs=(
        Column(name="age", kind="number", low=17, high=90, example=39),
        Column(name="job", kind="category", values=("clerk", "farmer", "教师"), example="clerk"),
        Column(name="joined", kind="date", example="2024-05-01"),
    )
)


class FakeTask:
    def __init__(self, schema: Schema) -> None:
        self.is_text = schema is TEXT

    def check(self, rows: Any) -> None:
        for i, date in enumerate(rows.get("joined", [])):
            if date is not None and len(date) != 10:
                raise RequestError("this is not a date", where=f"inputs[{i}].joined", got=date)

    def request_schema(self) -> dict[str, Any]:
        return {"type": "object", "required": ["text"] if self.is_text else []}

    def encode(self, rows: Any) -> list[tuple[Any, ...]]:
        return list(zip(*rows.values(), strict=True))

    def decode(self, outputs: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
        return [answer(row) for row in outputs]

    def answer_schema(self) -> dict[str, Any]:
        scores = {"type": "object", "additionalProperties": {"type": "number"}}
        return {
            "type": "object",
            "properties": {"label": {"type": "string"}, "scores": scores},
            "required": ["label", "scores"],
        }


class FakePredictor:
    """The score of a row is a function of its content alone; `seconds` is what a batch costs."""

    def __init__(self, schema: Schema = TEXT, seconds: float = 0.0) -> None:
        self.schema, self.task, self.seconds = schema, FakeTask(schema), seconds
        self.batches: list[int] = []
        self.fail_on: str | None = None

    def backend(self, table: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        if self.seconds:
            time.sleep(self.seconds)
        self.batches.append(len(table))
        if self.fail_on is not None and any(self.fail_on in map(str, row) for row in table):
            raise ArithmeticError("secret cause at /secret/path")
        return table

    def predict(self, rows: Any) -> list[dict[str, Any]]:
        return self.task.decode(self.backend(self.task.encode(rows)))


def answer(row: tuple[Any, ...]) -> dict[str, Any]:
    size = sum(len(str(cell)) for cell in row)
    high = 1 / (1 + size)
    return {"label": "long" if size > 20 else "short", "scores": {"long": 1 - high, "short": high}}


class TaskPredictor(FakePredictor):
    """A real task between a request and an answer; the model in the middle answers zeros."""

    def __init__(self, name: str) -> None:
        module = registry.load("tasks", name, field="task")
        rows, schema = module.Task.tiny()
        super().__init__(schema)
        family = registry.load("models", "linear", field="model.family")
        self.task = module.Task.fit(rows, schema, family="linear", config=family.Config(), seed=0)

    def backend(self, table: Any) -> Any:
        return np.zeros((len(table), self.task.outputs))


class ServerThread:
    """A real server over a fake model (or a given one), in a thread, on a loopback port the system picks."""

    def __init__(
        self,
        predictor: FakePredictor | None = None,
        *,
        model: ServedModel | Sequence[Given] | None = None,
        log: RequestLog | None = None,
        tracing: Tracing | None = None,
        canary: ServedModel | None = None,
        shadow: ServedModel | None = None,
        load: Callable[[], ServedModel] | None = None,
        **settings: Any,
    ) -> None:
        self.predictor = predictor or FakePredictor()
        self.settings = Settings(port=0, **settings)
        about = {"name": "reviews", "task": "text-classification", "family": "fake", "digest": "0" * 64}
        served = model if model is not None else ServedModel(self.predictor, about=about)
        self.app = create_app(served, self.settings, log=log, tracing=tracing, canary=canary, shadow=shadow, load=load)
        self.service = self.app.state.service
        self._listeners = listen_all(self.settings)
        self.port = self._listeners[0].getsockname()[1]
        if len(self._listeners) > 1:
            self.service.state.management_port = self._listeners[1].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._started = threading.Event()
        self.server = Server(self.app, self.settings, on_started=self._started.set)
        self._thread = threading.Thread(target=self.server.run, kwargs={"sockets": self._listeners}, daemon=True)

    def __enter__(self) -> ServerThread:
        self._thread.start()
        assert self._started.wait(20), "the server did not start"
        return self

    def __exit__(self, *_: object) -> None:
        self.server.should_exit = True
        self._thread.join(20)
        assert not self._thread.is_alive(), "the server did not end"

    def client(self, **options: Any) -> httpx.Client:
        return httpx.Client(base_url=self.url, timeout=20, trust_env=False, **options)

    def ask(self, texts: list[str]) -> httpx.Response:
        with self.client() as client:
            return client.post("/v1/predict", json={"inputs": [{"text": text} for text in texts]})

    def socket(self, timeout: float = 10.0) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)


def raw_request(body: bytes, *, path: str = "/v1/predict", headers: str = "") -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{headers}"
    if "chunked" not in headers:
        head += f"Content-Length: {len(body)}\r\n"
    return head.encode() + b"\r\n" + body


def read_reply(connection: socket.socket) -> tuple[int, dict[str, str], bytes]:
    """One HTTP answer from a socket; status 0 when the connection ended without one."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65_536)
        if not piece:
            return 0, {}, data
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    while len(body) < int(headers.get("content-length", "0")):
        piece = connection.recv(65_536)
        if not piece:
            break
        body += piece
    return int(lines[0].split(" ")[1]), headers, body
