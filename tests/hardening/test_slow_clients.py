"""HARDENING 8: slow clients are cut, healthy ones are answered, overload is 429 or 503, and SIGTERM loses nothing."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from modelyard.serving.deadlines import Deadlines

SERVING = Path(__file__).parents[1] / "serving"
sys.path.insert(0, str(SERVING))
from serving_kit import FakePredictor, ServerThread, raw_request, read_reply  # noqa: E402

SOAK = bool(os.environ.get("MODELYARD_SOAK"))
SLOW = 500 if SOAK else 100
BODY = b'{"inputs": [{"text": "x"}]}'
WHOLE = raw_request(BODY)
PAGE = b"GET /static/style.css HTTP/1.1\r\nHost: localhost\r\n\r\n"
LIVE = b"GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
LAST = LIVE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")


def read_one(connection: socket.socket) -> tuple[int, bytes]:
    """One answer of several on a connection, and nothing of the next one."""
    data = b""
    while not data.endswith(b"\r\n\r\n"):
        data += connection.recv(1)
    size = int(re.search(rb"content-length: (\d+)", data).group(1))  # type: ignore[union-attr]
    content = b""
    while len(content) < size:
        content += connection.recv(size - len(content))
    return int(data.split(b" ")[1]), content


def drip(server: ServerThread, first: bytes, piece: bytes, seconds: float) -> float:
    """Send slowly until the server ends the connection; how long that took, or `seconds`."""
    started = time.monotonic()
    with server.socket() as connection:
        connection.sendall(first)
        connection.settimeout(0.1)
        while time.monotonic() - started < seconds:
            try:
                if not connection.recv(4096):
                    break
            except TimeoutError:
                pass
            except OSError:
                break
            try:
                connection.sendall(piece)
            except OSError:
                break
        return time.monotonic() - started


SLOW_WAYS = {
    "nothing": (b"", b""),
    "empty lines": (b"\r\n", b"\r\n"),
    "request line": (b"POST", b"T"),
    "header": (b"GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: ", b"a"),
    "many headers": (b"GET /health HTTP/1.1\r\nHost: localhost\r\n", b"X-A: a\r\n"),
    "body": (WHOLE[:-20], b" "),
    "chunks": (raw_request(b"1\r\n{\r\n", headers="Transfer-Encoding: chunked\r\n"), b"1\r\n \r\n"),
    "refused body": (b"POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n", b"x"),
    "second request": (WHOLE + b"GET /hea", b"l"),
}


@pytest.fixture(params=["httptools", "h11"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Either of the two parsers that uvicorn may have."""
    if request.param == "h11":
        monkeypatch.setitem(sys.modules, "httptools", None)
    else:
        pytest.importorskip("httptools", reason="httptools is not installed")
    return str(request.param)


@pytest.mark.parametrize("way", SLOW_WAYS)
def test_a_request_has_a_deadline_to_arrive(way: str, parser: str) -> None:
    first, piece = SLOW_WAYS[way]
    with ServerThread(request_seconds=0.5, keep_alive_seconds=1) as server:
        assert drip(server, first, piece, seconds=8) < 8
        assert server.ask(["x"]).status_code == 200


def test_a_late_request_is_told_so(parser: str) -> None:
    with ServerThread(request_seconds=0.3) as server, server.socket() as connection:
        connection.sendall(WHOLE[:-5])
        status, headers, body = read_reply(connection)
    assert status == 408
    assert headers["connection"] == "close"
    assert "within 0.3 s" in json.loads(body)["error"]["message"]


def test_a_client_that_does_not_read_is_cut(parser: str) -> None:
    """Pipelined requests for a page, none of whose answers is read: the kernel's buffers fill, then the server's.

    Sent as fast as the server takes them: the more of them httptools has at once, the longer each answer once took.
    """
    with ServerThread(reading_seconds=0.5) as server:
        with socket.socket() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.connect(("127.0.0.1", server.port))
            connection.settimeout(30)
            with pytest.raises(ConnectionError):  # in the middle of a send, which only the server's cut can end
                while True:
                    connection.sendall(PAGE * 2000)
        assert 'cut_connections_total{reason="unread"} 1.0' in server.service.metrics.text().decode()
        assert server.ask(["x"]).status_code == 200


def test_pipelined_requests_are_parsed_as_they_are_answered(parser: str) -> None:
    """However many come at once, few wait in memory, and every one is answered in order."""
    count, waiting = 20_000, 0
    with ServerThread() as server, server.socket() as connection:
        sender = threading.Thread(target=connection.sendall, args=(LIVE * count + LAST,), daemon=True)
        sender.start()
        answers, tail = 0, b""
        while piece := connection.recv(1 << 16):
            waiting = max(
                waiting,
                *(len(getattr(one, "pipeline", ())) for one in server.server.server_state.connections.copy()),
                0,
            )
            answers += (tail + piece).count(b"HTTP/1.1 200 OK") - tail.count(b"HTTP/1.1 200 OK")
            tail = piece[-14:]
        sender.join(20)
    assert answers == count + 1
    assert waiting < 1000


@pytest.mark.parametrize("broken", [b"garbage\r\n\r\n", b"GET\x00/ HTTP/1.1\r\n\r\n"])
def test_requests_before_what_is_no_http_are_answered_first(broken: bytes, parser: str) -> None:
    with ServerThread(FakePredictor(seconds=0.1)) as server, server.socket() as connection:
        connection.sendall(WHOLE + WHOLE + broken)
        data = b""
        while piece := connection.recv(1 << 16):
            data += piece
    assert data.startswith(b"HTTP/1.1 200 OK")


def test_the_time_of_a_request_begins_after_the_answer_before_it(parser: str) -> None:
    """A request that the server itself makes wait is not late."""
    with ServerThread(FakePredictor(seconds=1.0), request_seconds=0.4) as server, server.socket() as connection:
        connection.sendall(WHOLE + WHOLE[:-5])
        assert read_reply(connection)[0] == 200
        connection.sendall(WHOLE[-5:])
        assert read_reply(connection)[0] == 200


def test_a_body_that_waits_arrives_whole(parser: str) -> None:
    """A body of many pieces behind a request that is being answered, both sent at once."""
    text = "\u4e2d\u6587 " * 50_000
    body = json.dumps({"inputs": [{"text": text}]}).encode()
    with ServerThread(FakePredictor(seconds=0.1)) as server, server.socket() as connection:
        connection.sendall(WHOLE + raw_request(body) + WHOLE)
        replies = [read_one(connection) for _ in range(3)]
    assert [status for status, _ in replies] == [200, 200, 200]
    assert [json.loads(content)["predictions"][0]["label"] for _, content in replies] == ["short", "long", "short"]


def test_a_cut_connection_is_no_error_of_the_server(parser: str, caplog: pytest.LogCaptureFixture) -> None:
    """Answers that were still to be written are counted as 499, and nothing is logged as failed."""
    with ServerThread(reading_seconds=0.3) as server:
        with socket.socket() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.connect(("127.0.0.1", server.port))
            connection.settimeout(30)
            with pytest.raises(ConnectionError):
                while True:
                    connection.sendall(PAGE * 2000)
        for _ in range(50):  # clients that leave in the middle
            with server.socket() as connection:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                connection.sendall(PAGE * 20)
        assert server.ask(["x"]).status_code == 200
    assert [record.getMessage() for record in caplog.records if record.levelname in ("ERROR", "CRITICAL")] == []


def test_an_error_of_the_application_is_still_logged(parser: str, caplog: pytest.LogCaptureFixture) -> None:
    predictor = FakePredictor()
    predictor.fail_on = "boom"
    with ServerThread(predictor) as server:
        assert server.ask(["boom"]).status_code == 500
    assert any(record.levelname == "ERROR" for record in caplog.records)


def test_one_connection_that_cannot_be_checked_leaves_the_others_their_deadlines(
    parser: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    check = Deadlines._check
    broken: list[object] = []

    def failing(self: Deadlines, connection: Any, now: float) -> None:
        if not broken or broken[0] is connection:
            broken[:] = [connection]
            raise OSError("injected")
        check(self, connection, now)

    monkeypatch.setattr(Deadlines, "_check", failing)
    with ServerThread(request_seconds=0.3) as server, server.socket() as first:
        first.sendall(b"GET /")
        while not broken:
            time.sleep(0.01)
        assert drip(server, b"POST", b"T", seconds=8) < 8
    assert "could not be checked" in caplog.text


def test_a_sweep_that_ends_is_said_and_ends_the_server(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with ServerThread(grace_seconds=0) as server:

        def failing(connections: object) -> None:
            raise OSError("injected")

        monkeypatch.setattr(server.server._deadlines, "sweep", failing)
        server._thread.join(20)
        assert not server._thread.is_alive()
    assert "the sweep over the connections failed" in caplog.text


def test_healthy_clients_are_answered_among_slow_ones() -> None:
    with ServerThread(request_seconds=2.0) as server:
        slow = []
        try:
            ways = list(SLOW_WAYS.values())
            for i in range(SLOW):
                connection = server.socket()
                connection.sendall(ways[i % len(ways)][0])
                slow.append(connection)
            with server.client() as client:
                for _ in range(50):
                    assert client.post("/v1/predict", content=BODY).status_code == 200
        finally:
            for connection in slow:
                connection.close()


def test_when_connections_run_out_the_slowest_makes_room() -> None:
    with ServerThread(max_connections=20, request_seconds=30.0) as server:
        slow = [server.socket() for _ in range(40)]
        try:
            for connection in slow:
                connection.sendall(b"GET /health HTT")
            assert server.ask(["x"]).status_code == 200
            assert len(server.server.server_state.connections) <= 21
        finally:
            for connection in slow:
                connection.close()


def test_headers_without_end_are_refused(parser: str) -> None:
    with ServerThread() as server, server.socket() as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n")
        with pytest.raises(OSError):
            for _ in range(10_000):
                connection.sendall(b"X-A: " + b"a" * 1000 + b"\r\n")
                time.sleep(0)
    with ServerThread() as server, server.socket() as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: " + b"a" * 40_000 + b"\r\n\r\n")
        assert read_reply(connection)[0] == 431


def test_overload_is_answered_with_429_or_503_only() -> None:
    clients, requests = (320, 20) if SOAK else (64, 5)
    statuses: Counter[int] = Counter()

    def load(_: int) -> None:
        with server.client() as client:
            for _ in range(requests):
                statuses[client.post("/v1/predict", content=BODY).status_code] += 1

    with (
        ServerThread(FakePredictor(seconds=0.02), max_queue_rows=8, max_batch_rows=2, answer_seconds=1.0) as server,
        ThreadPoolExecutor(clients) as pool,
    ):
        list(pool.map(load, range(clients)))
    assert sum(statuses.values()) == clients * requests
    assert set(statuses) <= {200, 429, 503}
    assert statuses[200]
    assert statuses[429]


@contextmanager
def process(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    command = [sys.executable, str(SERVING / "run_fake.py"), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            port = int(server.stdout.readline())
            for _ in range(2):  # the announcement: from here on it answers
                server.stdout.readline()
            yield server, port
        finally:
            server.kill()


def closed_loop(port: int, counts: Counter[str], stop: threading.Event, *, keep_alive: bool) -> None:
    """Ask again and again; a request whose connection was refused was never accepted, any other must be answered."""
    while not stop.is_set():
        try:
            connection = socket.create_connection(("127.0.0.1", port), timeout=20)
        except ConnectionRefusedError:
            counts["refused"] += 1
            return
        with connection:
            while not stop.is_set():
                try:
                    connection.sendall(WHOLE if keep_alive else raw_request(BODY, headers="Connection: close\r\n"))
                    status, headers, _ = read_reply(connection)
                except OSError as error:
                    counts[f"lost: {error!r}"] += 1
                    return
                counts[str(status)] += 1
                if headers.get("connection") == "close" or status == 0:
                    break


@pytest.mark.parametrize("keep_alive", [True, False])
def test_sigterm_under_load_loses_no_accepted_request(keep_alive: bool) -> None:
    counts: Counter[str] = Counter()
    stop = threading.Event()
    with process("0.02", "max_batch_rows=4") as (server, port), ThreadPoolExecutor(32) as pool:
        for _ in range(32):
            pool.submit(closed_loop, port, counts, stop, keep_alive=keep_alive)
        time.sleep(0.7)
        server.send_signal(signal.SIGTERM)
        try:
            assert server.wait(20) == 0
        finally:
            stop.set()
    assert set(counts) <= {"200", "503", "refused"}, counts
    assert counts["200"] > 32


def test_a_request_in_progress_is_answered_after_sigterm() -> None:
    with process("1.5", "grace_seconds=0") as (server, port):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
            connection.sendall(WHOLE)
            time.sleep(0.3)
            server.send_signal(signal.SIGTERM)
            status, headers, _ = read_reply(connection)
            assert (status, headers["connection"]) == (200, "close")
        assert server.wait(20) == 0


def test_a_request_whose_body_arrives_during_the_drain_is_answered() -> None:
    with process("1.5", "grace_seconds=0") as (server, port):
        with (
            socket.create_connection(("127.0.0.1", port), timeout=20) as first,
            socket.create_connection(("127.0.0.1", port), timeout=20) as second,
        ):
            first.sendall(WHOLE)
            second.sendall(WHOLE[:-1])
            time.sleep(0.3)
            server.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", port), timeout=20)
            second.sendall(WHOLE[-1:])
            assert read_reply(second)[0] == read_reply(first)[0] == 200
        assert server.wait(20) == 0


def test_once_the_server_closes_what_is_new_gets_503() -> None:
    with ServerThread() as server, server.client() as client:
        server.service.state.draining = server.service.state.closing = True
        reply = client.post("/v1/predict", content=BODY)
        assert (reply.status_code, reply.headers["connection"], reply.headers["retry-after"]) == (503, "close", "1")
        assert client.get("/health/live").status_code == 200
