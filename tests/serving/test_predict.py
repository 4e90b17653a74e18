"""Predictions over HTTP: the same answers as the predictor's, for any mix of rows and clients."""

from __future__ import annotations

import json
import random
import socket
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from serving_kit import TABLE, FakePredictor, ServerThread, raw_request, read_reply


@pytest.fixture(scope="module")
def server() -> Iterator[ServerThread]:
    with ServerThread() as running:
        yield running


def test_answers_are_the_predictors(server: ServerThread) -> None:
    rows = [{"text": "short"}, {"text": "这家店的菜很好吃"}, {"text": "a\x00b"}, {"text": ""}]
    with server.client() as client:
        reply = client.post("/v1/predict", json={"inputs": rows})
    assert reply.status_code == 200
    content = reply.json()
    assert content["predictions"] == FakePredictor().predict({"text": [row["text"] for row in rows]})
    assert content["model"]["name"] == "reviews"


def test_32_clients_with_random_batches_get_their_own_answers() -> None:
    def ask(seed: int) -> None:
        random_ = random.Random(seed)
        with server.client() as client:
            for _ in range(8):
                texts = ["界x" * random_.randrange(40) + str(seed) for _ in range(random_.randrange(1, 90))]
                reply = client.post("/v1/predict", json={"inputs": [{"text": text} for text in texts]})
                assert reply.status_code == 200
                assert reply.json()["predictions"] == FakePredictor().predict({"text": texts})

    with ServerThread(FakePredictor(seconds=0.001)) as server, ThreadPoolExecutor(32) as pool:
        list(pool.map(ask, range(32)))
        assert max(server.predictor.batches) <= server.settings.max_batch_rows
        assert max(server.predictor.batches) > 1


def test_a_single_request_waits_for_no_batch(server: ServerThread) -> None:
    server.predictor.batches.clear()
    with server.client() as client:
        for _ in range(5):
            client.post("/v1/predict", json={"inputs": [{"text": "x"}]})
    assert server.predictor.batches == [1] * 5


def test_a_large_request_does_not_hold_up_a_small_one() -> None:
    with ServerThread(FakePredictor(seconds=0.02)) as server, ThreadPoolExecutor(1) as pool:
        large = pool.submit(server.ask, ["x"] * 1024)
        while not server.predictor.batches:
            pass
        assert server.ask(["y"]).status_code == 200
        assert not large.done()
        assert len(large.result().json()["predictions"]) == 1024


def test_table_rows_may_miss_values() -> None:
    with ServerThread(FakePredictor(TABLE)) as server, server.client() as client:
        row = {"age": None, "job": None, "joined": None}
        assert client.post("/v1/predict", json={"inputs": [row]}).status_code == 200
        reply = client.post("/v1/predict", json={"inputs": [{**row, "joined": "soon"}]})
        assert reply.status_code == 422
        assert reply.json()["error"]["field"] == "inputs[0].joined"


def test_what_the_model_cannot_do_fails_its_own_request_only(caplog: pytest.LogCaptureFixture) -> None:
    predictor = FakePredictor(seconds=0.05)
    predictor.fail_on = "poison"
    with ServerThread(predictor) as server, ThreadPoolExecutor(9) as pool:
        texts = ["fine"] * 8 + ["poison"]
        replies = list(pool.map(lambda text: server.ask([text]), texts))
        assert [reply.status_code for reply in replies] == [200] * 8 + [500]
        assert "secret" not in replies[-1].text
        assert server.ask(["fine"]).status_code == 200
    assert "the model failed on a batch" in caplog.text


def test_the_line_of_the_readme_works(server: ServerThread) -> None:
    """`curl -d` names the type of a form where none is given."""
    with server.client() as client:
        headers = {"content-type": "application/x-www-form-urlencoded"}
        reply = client.post("/v1/predict", content=b'{"inputs": [{"text": "..."}]}', headers=headers)
    assert reply.status_code == 200


@pytest.mark.parametrize("parser", ["httptools", "h11"])
def test_pipelined_requests_are_answered_in_order(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "h11":
        monkeypatch.setitem(sys.modules, "httptools", None)
    texts = [f"{'x' * i}" for i in (30, 1, 25)]
    with ServerThread() as server, server.socket() as connection:
        connection.sendall(b"".join(raw_request(json.dumps({"inputs": [{"text": text}]}).encode()) for text in texts))
        for text in texts:
            data = read_reply_exactly(connection)
            assert json.loads(data)["predictions"] == FakePredictor().predict({"text": [text]})


def read_reply_exactly(connection: object) -> bytes:
    """One answer and not a byte more, as the next one follows it."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += connection.recv(1)  # type: ignore[attr-defined]
    length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    body = b""
    while len(body) < length:
        body += connection.recv(length - len(body))  # type: ignore[attr-defined]
    return body


def test_a_raw_socket_gets_an_answer(server: ServerThread) -> None:
    with server.socket() as connection:
        connection.sendall(raw_request(b'{"inputs": [{"text": "x"}]}', headers="Connection: close\r\n"))
        status, headers, _ = read_reply(connection)
    assert status == 200
    assert headers["connection"] == "close"


@pytest.mark.parametrize("loop", ["uvloop", "asyncio"])
def test_answers_are_not_held_back_by_the_network(loop: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nagle's algorithm holds the end of an answer for 40 ms where it is left on."""
    if loop == "asyncio":
        monkeypatch.setitem(sys.modules, "uvloop", None)
    with ServerThread() as server, server.client() as client:
        client.get("/health")
        (connection,) = server.server.server_state.connections
        found = connection.transport.get_extra_info("socket")
        assert found.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_no_work_is_done_for_a_client_that_is_gone() -> None:
    with ServerThread(FakePredictor(seconds=0.3), max_batch_rows=1) as server:
        with server.socket() as first, server.socket() as second:
            first.sendall(raw_request(b'{"inputs": [{"text": "x"}]}'))
            time.sleep(0.1)
            second.sendall(raw_request(b'{"inputs": [{"text": "y"}]}'))
            time.sleep(0.05)
            second.close()
            assert read_reply(first)[0] == 200
        assert server.ask(["z"]).status_code == 200
        assert len(server.predictor.batches) == 2
