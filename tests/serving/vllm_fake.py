"""A fake of vLLM's server, for its protocol alone: `/v1/completions` of token ids over the tiny decoder of the tests.

Written after vLLM's `entrypoints/openai/completion/{protocol,serving}.py`: the fields of a request, the shape of
answers, chunks and errors. A field that vLLM does not have is refused here, where vLLM would ignore it.
"""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import AsyncIterator
from typing import Any

import uvicorn
from language_kit import predictor
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from modelyard.inference.constraint import Constraint
from modelyard.inference.continuous import Batch
from modelyard.inference.generation import Generator, Settings
from modelyard.inference.scoring import score
from modelyard.serving.vllm_client import Address

FIELDS = {
    *("model", "prompt", "max_tokens", "n", "seed", "stop", "stream", "temperature", "top_p", "top_k", "min_p"),
    *("repetition_penalty", "stop_token_ids", "logprobs", "prompt_logprobs", "structured_outputs", "cache_salt"),
    *("return_token_ids", "return_tokens_as_token_ids"),
}
EXPOSITION = """# HELP vllm:num_requests_running n
# TYPE vllm:num_requests_running gauge
vllm:num_requests_running{engine="0"} 0.0
process_open_fds 9.0
"""


class FakeVllm:
    """The server, in a thread. `mode` makes it misbehave; `asked` holds the bodies, `aborted` counts cut streams."""

    def __init__(self, *, together: int = 2, seconds: float = 0.0) -> None:
        self._together, self._seconds = together, seconds
        self.asked: list[dict[str, Any]] = []
        self.aborted = 0
        self.mode = "well"
        self.alive = True
        self.closed = False
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self.address = Address.new(self._listener.getsockname()[1])
        routes = [
            Route("/v1/completions", self._completions, methods=["POST"]),
            Route("/health", self._health),
            Route("/metrics", self._metrics),
        ]
        config = uvicorn.Config(Starlette(routes=routes), log_config=None, lifespan="off", ws="none")
        self._server = uvicorn.Server(config)
        self._server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._listener]}, daemon=True)

    def __enter__(self) -> FakeVllm:
        self._thread.start()
        while not self._server.started:
            threading.Event().wait(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)

    def close(self) -> None:
        """As `vllm_process.Process`."""
        self.closed = True

    async def _health(self, request: Request) -> Response:
        return Response(status_code=503 if self.mode == "ill" else 200)

    async def _metrics(self, request: Request) -> Response:
        return PlainTextResponse(EXPOSITION)

    async def _completions(self, request: Request) -> Response:
        if request.headers.get("authorization") != f"Bearer {self.address.key}":
            return JSONResponse({"error": "Unauthorized"}, 401)
        body = await request.json()
        self.asked.append(body)
        unknown = sorted(body.keys() - FIELDS)
        if unknown or body["model"] != "poems" or self.mode == "refusing":
            return _error(400, f"not so: {unknown}")
        if self.mode == "broken":
            return _error(500, "EngineCore encountered an issue at /secret/path")
        if "prompt_logprobs" in body:
            return JSONResponse(self._scored(body))
        assert body["stream"] is True
        return StreamingResponse(self._chunks(body), media_type="text/event-stream")

    def _scored(self, body: dict[str, Any]) -> dict[str, Any]:
        decoder = predictor().backend.model  # type: ignore[attr-defined]
        scores = score(decoder, [body["prompt"]], top=body["prompt_logprobs"])[0]
        found: list[Any] = [None]
        for token, logprob, top in zip(body["prompt"][1:], scores.logprobs, scores.tops, strict=True):
            pairs = {**dict(top), token: logprob}
            found.append({str(i): {"logprob": p, "rank": 1, "decoded_token": "?"} for i, p in pairs.items()})
        choice = {"index": 0, "text": "?", "logprobs": None, "finish_reason": "length", "prompt_logprobs": found}
        return {"id": "cmpl-1", "object": "text_completion", "created": 1, "model": "poems", "choices": [choice]}

    async def _chunks(self, body: dict[str, Any]) -> AsyncIterator[str]:
        ended = False
        try:
            for number, choice in enumerate(self._written(body)):
                if self.mode == "failing" and number == 1:
                    error = {
                        "message": "died at /secret/path",
                        "type": "InternalServerError",
                        "param": None,
                        "code": 500,
                    }
                    yield f"data: {json.dumps({'error': error})}\n\n"
                    break
                if self.mode == "cutting" and number == 1:
                    ended = True
                    return
                if self.mode == "garbled":
                    choice = {**choice, "token_ids": ["?"], "logprobs": None}
                envelope = {"id": "cmpl-1", "object": "text_completion", "created": 1, "model": "poems", "usage": None}
                yield f"data: {json.dumps({**envelope, 'choices': [choice]})}\n\n"
                await asyncio.sleep(self._seconds)
            yield "data: [DONE]\n\n"
            ended = True
        finally:
            self.aborted += not ended

    def _written(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        """All chunks: `together` tokens each; the token that ends a text is among them, a stop string's too."""
        model = predictor()
        constraint = None
        if asked := body.get("structured_outputs"):
            known = {"json_schema": asked.get("json"), "regex": asked.get("regex")}
            constraint = Constraint(**known, choice=tuple(asked.get("choice", ())))
        names = ("temperature", "top_k", "min_p", "repetition_penalty", "seed")
        settings = Settings(
            max_new_tokens=body["max_tokens"],
            top_p=body["top_p"] if body["top_p"] < 1 else None,
            constraint=constraint,
            **{name: body[name] for name in names if name in body},
        )
        generator = Generator(
            model.backend.model,  # type: ignore[attr-defined]
            model.task.tokenizer,
            end_ids=body["stop_token_ids"],
        )
        batch = Batch(generator)
        lane = batch.lane(body["prompt"], settings, top=max(1, body["logprobs"]))
        batch.begin([lane])
        text = ""
        while not lane.is_over and not any(stop in text for stop in body["stop"]):
            batch.step()
            text += lane.take()
        row = lane.row
        reason = "length" if row.reason == "length" else "stop"
        ids, logprobs = list(row.tokens), list(row.logprobs)
        tops = [dict(top[: body["logprobs"]]) | {t: p} for t, p, top in zip(ids, logprobs, lane.tops, strict=True)]
        if row.reason == "stop" and constraint is None:
            ids, logprobs, tops = [*ids, body["stop_token_ids"][0]], [*logprobs, -0.1], [*tops, {0: -0.1}]
        chunks = []
        for start in range(0, max(1, len(ids)), self._together):
            part = slice(start, start + self._together)
            names_of = [f"token_id:{token}" for token in ids[part]]
            shown = {
                "text_offset": [0] * len(names_of),
                "token_logprobs": logprobs[part],
                "tokens": names_of,
                "top_logprobs": [{f"token_id:{t}": p for t, p in top.items()} for top in tops[part]],
            }
            last = start + self._together >= len(ids)
            chunk = {"index": 0, "text": "?", "logprobs": shown, "finish_reason": reason if last else None}
            chunks.append({**chunk, "stop_reason": None, "prompt_token_ids": None, "token_ids": ids[part]})
        return chunks


def _error(status: int, message: str) -> JSONResponse:
    return JSONResponse(
        {"error": {"message": message, "type": "BadRequestError", "param": None, "code": status}}, status
    )
