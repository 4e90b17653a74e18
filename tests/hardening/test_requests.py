"""HARDENING 7: generated requests that fit the document or do not, and raw bytes: no 5xx, no crash, flat memory."""

from __future__ import annotations

import os
import random
import resource
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "serving"))
from fuzz_kit import fuzz
from serving_kit import ServerThread, TaskPredictor, raw_request, read_reply

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed (extra: test)")

# Over the four ways below: 500 cases, or 10,000 in the soak.
CASES = 2500 if os.environ.get("MODELYARD_SOAK") else 125
FUZZ = 5000 if os.environ.get("MODELYARD_SOAK") else 400
TASKS = ("text-classification", "tabular-regression")
# What the JSON schema does not say, and the task checks: the reasons for which it may refuse a row.
BEYOND_SCHEMA = ("must be a text that is not empty", "must be a date", "must be a number")  # "1e999" is none


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[str, ServerThread]]:
    running = {name: ServerThread(TaskPredictor(name)) for name in TASKS}
    with running[TASKS[0]], running[TASKS[1]]:
        yield running


def session() -> Any:
    import requests

    made = requests.Session()
    made.trust_env = False
    return made


@pytest.mark.parametrize("mode", ["positive", "negative"])
@pytest.mark.parametrize("name", TASKS)
def test_generated_predictions(servers: dict[str, ServerThread], name: str, mode: str) -> None:
    server = servers[name]
    fuzz(server.url, server.app.openapi(), "/v1/predict", mode, cases=CASES, beyond=BEYOND_SCHEMA)


def test_generated_reads(servers: dict[str, ServerThread]) -> None:
    server = servers["text-classification"]
    schema = schemathesis.openapi.from_dict(server.app.openapi())
    with session() as client:
        for found in schema.get_all_operations():
            operation = found.ok()
            if operation.method.upper() == "GET":
                operation.Case().call_and_validate(base_url=server.url, session=client)


def mutated(random_: random.Random) -> bytes:
    """A valid request with pieces cut, doubled, exchanged or replaced by what parsers trip over."""
    special = [
        b"\r\n",
        b"\x00",
        b"\xff" * 8,
        b"Transfer-Encoding: chunked\r\n",
        b"Content-Length: 5\r\n",
        b"-1",
        b"\r",
        b"\n",
    ]
    special += [
        b"9" * 400,
        b"HTTP/9.9",
        b"\x16\x03\x01\x02\x00",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"%00%2e%2e",
        b" ",
        b"{" * 50,
    ]
    special += [
        b"Expect: 100-continue\r\n",
        b"Upgrade: websocket\r\nConnection: Upgrade\r\n",
        b"\x1b[31m",
        "密".encode() * 9,
    ]
    data = bytearray(raw_request(b'{"inputs": [{"text": "x"}]}'))
    if random_.random() < 0.1:
        return random_.randbytes(random_.randrange(1, 400))
    for _ in range(random_.randrange(1, 5)):
        at = random_.randrange(len(data) + 1)
        end = min(len(data), at + random_.randrange(20))
        what = random_.randrange(4)
        if what == 0:
            del data[at:end]
        elif what == 1:
            data[at:at] = data[at:end] * 3
        elif what == 2:
            data[at:end] = random_.choice(special)
        else:
            data[at:at] = random_.choice(special)
    return bytes(data)


def test_raw_bytes(servers: dict[str, ServerThread]) -> None:
    """Whatever comes, the connection ends or is answered below 500, and the next client is served."""
    server = servers["text-classification"]
    random_ = random.Random(7)
    before = 0
    for i in range(FUZZ):
        data = mutated(random_)
        with server.socket(timeout=5) as connection:
            try:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                status = read_reply(connection)[0]
            except OSError:
                status = 0
        assert status < 500 or status == 505, data
        if i == FUZZ // 4:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert server.ask(["x"]).status_code == 200
    assert server.service.bodies.held_bytes == 0
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 64 << 10, f"memory grew by {grown} KiB"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"inputs": [{"text": "x", "text": "y"}]}', 422),
        (b'{"inputs": [{"text": NaN}]}', 422),
        (b"[" * 1000 + b"]" * 1000, 422),
        (b'{"inputs": [{"text": ' + b"9" * 100_000 + b"}]}", 422),
        (b'{"inputs": [' + b'{"text": "x"},' * 5000 + b'{"text": "x"}]}', 422),
        (b'{"inputs": [{"text": "' + b"x" * 3_000_000 + b'"}]}', 200),
        (b'{"inputs": [{"text": "' + b"x" * 5_000_000 + b'"}]}', 413),
    ],
    ids=lambda value: str(value)[:30],
)
def test_bodies_that_trip_parsers(servers: dict[str, ServerThread], body: bytes, status: int) -> None:
    with servers["text-classification"].client() as client:
        assert client.post("/v1/predict", content=body).status_code == status


def test_a_hundred_thousand_chunks(servers: dict[str, ServerThread]) -> None:
    body = b'{"inputs": [{"text": "' + b"x" * 100_000 + b'"}]}'
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"
    with servers["text-classification"].socket() as connection:
        connection.sendall(raw_request(chunks, headers="Transfer-Encoding: chunked\r\n"))
        assert read_reply(connection)[0] == 200


def test_a_length_and_chunks_together_are_refused(servers: dict[str, ServerThread]) -> None:
    """The two readings of such a request are how one is smuggled past a proxy."""
    head = b"POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
    with servers["text-classification"].socket() as connection:
        connection.sendall(head + b"0\r\n\r\n")
        assert read_reply(connection)[0] == 400
