"""Clients of `serving_soak.py`: HTTP/1.1 read strictly, so that what ends before its end is never taken for whole."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any


class Broken(Exception):
    """The connection ended before the answer did: what a client must see when a server dies."""


@dataclass(slots=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes = b""
    events: list[Any] = field(default_factory=list)


async def ask(port: int, path: str, content: Any, *, events: int | None = None) -> Reply:
    """One request on a connection of its own; of a stream the first `events` alone, after which the client leaves.

    Raises: Broken, OSError.
    """
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        body = json.dumps(content).encode() if content is not None else b""
        head = f"{'POST' if body else 'GET'} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        await writer.drain()
        try:
            return await _read(reader, events)
        except asyncio.IncompleteReadError as error:
            raise Broken from error
    finally:
        writer.close()


async def _read(reader: asyncio.StreamReader, events: int | None) -> Reply:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:] if line)}
    reply = Reply(int(lines[0].split()[1]), headers)
    if "content-length" in headers:
        reply.body = await reader.readexactly(int(headers["content-length"]))
        return reply
    held = b""
    while True:
        size = int((await reader.readuntil(b"\r\n")).strip(), 16)
        piece = await reader.readexactly(size + 2)
        if not size:
            break
        held += piece[:-2]
        *whole, held = held.split(b"\n\n")
        reply.events += [event.removeprefix(b"data: ") for event in whole]
        if events is not None and len(reply.events) >= events:
            return reply
    if held or not reply.events or (reply.events[-1] != b"[DONE]" and b'"error"' not in reply.events[-1]):
        raise Broken
    return reply


def text_of(reply: Reply) -> tuple[str, int]:
    """The text of a whole stream, and how many tokens the server says it has."""
    parsed = [json.loads(event) for event in reply.events if event != b"[DONE]"]
    text = "".join(choice["text"] for event in parsed for choice in event["choices"])
    return text, int(parsed[-1]["usage"]["completion_tokens"])
