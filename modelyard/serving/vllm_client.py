"""What is asked of vLLM over HTTP: completions of token ids as streams, log-probabilities of prompts, health, metrics.

Source: vLLM 0.19 to 0.32, `vllm/entrypoints/openai/completion/protocol.py` and `serving.py`.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import secrets
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

import h11

_PIECE = 1 << 16
_MOST_ANSWER = 256 << 20  # bytes of an answer that is read whole: log-probabilities of a long prompt
_MOST_EVENT = 8 << 20
_CONNECT_SECONDS = 5.0
_SAID = 300  # characters of a refusal that are shown


class EngineError(Exception):
    """vLLM refused a request (`status` 400 and above), or did not answer (status 0)."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


@dataclass(frozen=True, slots=True)
class Address:
    """Where one vLLM listens."""

    host: str
    port: int
    key: str = field(repr=False)

    @classmethod
    def new(cls, port: int) -> Address:
        """On this machine, with a key of its own."""
        return cls("127.0.0.1", port, secrets.token_urlsafe(32))

    def headers(self) -> list[tuple[str, str]]:
        """What every request carries."""
        return [
            ("Host", f"{self.host}:{self.port}"),
            ("Authorization", f"Bearer {self.key}"),
            ("Connection", "close"),
        ]


def healthy(address: Address) -> bool:
    """Whether vLLM answers and its engine lives. Blocks for two seconds at most."""
    connection = http.client.HTTPConnection(address.host, address.port, timeout=2)
    try:
        connection.request("GET", "/health", headers=dict(address.headers()))
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def ask(address: Address, body: Mapping[str, Any]) -> dict[str, Any]:
    """A completion as a whole; blocks. Raises: EngineError."""

    async def answer() -> dict[str, Any]:
        return await complete(address, body)

    return asyncio.run(answer())


async def complete(address: Address, body: Mapping[str, Any]) -> dict[str, Any]:
    """A completion as a whole. Raises: EngineError."""
    content = b""
    async with aclosing(_pieces(address, "POST", "/v1/completions", json.dumps(body).encode())) as pieces:
        async for piece in pieces:
            content += piece
            if len(content) > _MOST_ANSWER:
                raise EngineError(0, "its answer is too long")
    try:
        found: dict[str, Any] = json.loads(content)
    except ValueError as error:
        raise EngineError(0, "its answer is no JSON") from error
    return found


async def stream(address: Address, body: Mapping[str, Any]) -> AsyncGenerator[dict[str, Any], None]:
    """The events of a completion; closing the generator ends the connection, and with it the work.

    Raises: EngineError, also for an event that tells of one, and where the stream ends without its last event.
    """
    asked = json.dumps({**body, "stream": True}).encode()
    held = b""
    async with aclosing(_pieces(address, "POST", "/v1/completions", asked)) as pieces:
        async for piece in pieces:
            *lines, held = (held + piece).split(b"\n")
            if len(held) > _MOST_EVENT:
                raise EngineError(0, "its event is too long")
            for line in lines:
                if not line.startswith(b"data:"):
                    continue
                data = line[5:].strip()
                if data == b"[DONE]":
                    return
                yield _event(data)
    raise EngineError(0, "its stream ended early")


async def metrics(address: Address) -> bytes:
    """vLLM's own metrics in Prometheus' format, those of its process left out. Raises: EngineError."""
    content = b""
    async with aclosing(_pieces(address, "GET", "/metrics", b"")) as pieces:
        async for piece in pieces:
            content += piece
    wanted = (b"vllm:", b"# HELP vllm:", b"# TYPE vllm:")
    return b"".join(line + b"\n" for line in content.splitlines() if line.startswith(wanted))


def _event(data: bytes) -> dict[str, Any]:
    try:
        event = json.loads(data)
    except ValueError as error:
        raise EngineError(0, "its event is no JSON") from error
    if not isinstance(event, dict) or "error" in event:
        raise _refused(500, data)
    return event


async def _pieces(address: Address, method: str, path: str, body: bytes) -> AsyncGenerator[bytes, None]:
    """The body of the answer as it comes."""
    try:
        async with asyncio.timeout(_CONNECT_SECONDS):
            reader, writer = await asyncio.open_connection(address.host, address.port)
    except (OSError, TimeoutError) as error:
        raise EngineError(0, "it cannot be reached") from error
    connection = h11.Connection(h11.CLIENT)
    headers = [*address.headers(), ("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    try:
        request = h11.Request(method=method, target=path, headers=headers)
        for event in (request, h11.Data(data=body), h11.EndOfMessage()):
            writer.write(connection.send(event) or b"")
        await writer.drain()
        status = await _status(connection, reader)
        refusal = b""
        async for piece in _data(connection, reader):
            if status == 200:
                yield piece
            else:
                refusal = (refusal + piece)[:_PIECE]
        if status != 200:
            raise _refused(status, refusal)
    except (OSError, h11.RemoteProtocolError) as error:
        raise EngineError(0, "its connection ended") from error
    finally:
        writer.close()


async def _status(connection: h11.Connection, reader: asyncio.StreamReader) -> int:
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(_PIECE))
        elif isinstance(event, h11.Response):
            return int(event.status_code)


async def _data(connection: h11.Connection, reader: asyncio.StreamReader) -> AsyncGenerator[bytes, None]:
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(_PIECE))
        elif isinstance(event, h11.Data):
            yield bytes(event.data)
        elif isinstance(event, h11.EndOfMessage):
            return


def _refused(status: int, content: bytes) -> EngineError:
    """What vLLM says of a refusal: `{"error": {"message", "type", "param", "code"}}`."""
    try:
        error = json.loads(content)["error"]
        message, code = str(error["message"]), error.get("code")
    except (ValueError, KeyError, TypeError):
        message, code = "it gave no reason", None
    lines = message.strip().splitlines() or [""]
    return EngineError(code if status == 500 and isinstance(code, int) and code >= 400 else status, lines[0][:_SAID])
