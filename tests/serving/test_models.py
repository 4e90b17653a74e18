"""Several models behind one server: each request reaches its own, and none takes the room or the time of another."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_kit import predictor, served
from serving_kit import TABLE, FakePredictor, ServerThread, answer

from modelyard.core.errors import RecipeError
from modelyard.serving.model import ServedModel
from modelyard.serving.models import Given
from modelyard.serving.pace import Pace
from modelyard.serving.sharing import Queue, Turns

ROW = {"age": 39, "job": "clerk", "joined": "2024-05-01"}


def model(name: str, fake: FakePredictor | None = None, digit: str = "1") -> ServedModel:
    about = {"name": name, "task": "text-classification", "family": "fake", "digest": digit * 64}
    return ServedModel(fake or FakePredictor(), about=about)


def several() -> list[Given]:
    return [
        Given(model=model("评论")),
        Given(model=model("people", FakePredictor(TABLE), "2")),
        Given(model=served(512)),
    ]


@pytest.fixture(scope="module")
def server() -> Iterator[ServerThread]:
    with ServerThread(model=several()) as running:
        yield running


@pytest.fixture
def client(server: ServerThread) -> Iterator[httpx.Client]:
    with server.client() as made:
        yield made


def test_the_field_or_the_address_chooses(client: httpx.Client) -> None:
    text, row = {"inputs": [{"text": "很好看"}]}, {"inputs": [ROW]}
    for reply in (
        client.post("/v1/predict", json={**text, "model": "评论"}),
        client.post("/v1/models/评论/predict", json=text),
        client.post("/v1/models/评论/predict", json={**text, "model": "评论"}),
    ):
        assert reply.status_code == 200, reply.text
        assert reply.json()["predictions"] == [answer(("很好看",))]
        assert reply.json()["model"]["name"] == "评论"
    reply = client.post("/v1/models/people/predict", json=row)
    assert reply.json()["predictions"] == [answer(tuple(ROW.values()))]
    reply = client.post("/v1/completions", json={"prompt": "the", "temperature": 0, "max_tokens": 5})
    assert (
        reply.json()["choices"][0]["text"] == predictor(512).generate(["the"], max_new_tokens=5, temperature=0)[0].text
    )
    assert reply.json()["system_fingerprint"] == "0" * 12


@pytest.mark.parametrize(
    ("path", "body", "status", "field"),
    [
        ("/v1/predict", {"inputs": [{"text": "x"}]}, 422, "model"),
        ("/v1/predict", {"inputs": [{"text": "x"}], "model": ""}, 404, "model"),
        ("/v1/predict", {"inputs": [{"text": "x"}], "model": 3}, 422, "model"),
        ("/v1/predict", {"inputs": [{"text": "x"}], "model": "other"}, 404, "model"),
        ("/v1/predict", {"inputs": [{"text": "x"}], "model": "people"}, 422, "inputs[0].text"),
        ("/v1/models/other/predict", {"inputs": [{"text": "x"}]}, 404, "model"),
        ("/v1/models/评论/predict", {"inputs": [{"text": "x"}], "model": "people"}, 422, "model"),
        ("/v1/completions", {"prompt": "x", "model": "评论"}, 404, "model"),
        ("/v1/predict", [1], 422, "model"),
    ],
)
def test_what_names_no_model_is_refused(client: httpx.Client, path: str, body: Any, status: int, field: str) -> None:
    reply = client.post(path, json=body)
    assert (reply.status_code, reply.json()["error"]["field"]) == (status, field), reply.text


def test_each_is_listed_and_described(client: httpx.Client) -> None:
    listed = client.get("/v1/models").json()["data"]
    assert [one["id"] for one in listed] == ["评论", "people", "poems"]
    assert client.get("/v1/models/people").json()["schema"] == TABLE.to_json()
    assert client.get("/v1/models/poems").json()["abilities"] == ["predict", "complete", "chat"]
    assert client.get("/v1/models/none").status_code == 404
    for name, schema in (("评论", "text"), ("people", "age")):
        document = client.get("/openapi.json", params={"model": name}).json()
        assert document["components"]["schemas"]["Request"]["properties"]["model"]["enum"] == [name]
        assert "model" in document["components"]["schemas"]["Request"]["required"]
        assert document["info"]["title"].endswith(name), schema
    assert client.get("/openapi.json", params={"model": "none"}).status_code == 404
    text = client.get("/metrics").text
    assert text.count("modelyard_model_info{") == 3
    assert 'route="/v1/models/none"' not in text


def test_openai_lists_them(server: ServerThread) -> None:
    openai = pytest.importorskip("openai", reason="openai is not installed (extra: test)")
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key="none", max_retries=0) as client:
        assert [one.id for one in client.models.list()] == ["评论", "people", "poems"]
        assert client.models.retrieve("poems").owned_by == "modelyard"


def test_names_must_differ_and_be_plain() -> None:
    with pytest.raises(RecipeError, match="one name"):
        ServerThread(model=[Given(model=model("a")), Given(model=model("a"))])
    with pytest.raises(RecipeError, match="no slash"):
        ServerThread(model=[Given(model=model("a")), Given(model=model("a/b"))])


def test_a_busy_model_takes_neither_the_room_nor_the_time_of_another() -> None:
    slow = FakePredictor(seconds=0.08)
    given = [Given(model=model("slow", slow)), Given(model=model("quick"))]
    with ServerThread(model=given, max_queue_rows=400, max_batch_rows=8) as server, ThreadPoolExecutor(8) as pool:
        rows = {"inputs": [{"text": "x"}] * 100}

        def flood() -> int:
            with server.client() as client:
                return int(client.post("/v1/models/slow/predict", json=rows).status_code)

        asked = [pool.submit(flood) for _ in range(8)]
        while not slow.batches:
            time.sleep(0.001)
        with server.client() as client:
            replies = [client.post("/v1/models/quick/predict", json={"inputs": [{"text": "y"}]}) for _ in range(5)]
        assert [reply.status_code for reply in replies] == [200] * 5
        assert not all(one.done() for one in asked), "the quick model waited for all of the slow one's work"
        statuses = sorted(one.result(30) for one in asked)
    assert set(statuses) == {200, 429}


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 30), st.booleans()), max_size=60))
def test_room_is_never_given_twice_and_everyone_keeps_some(moves: list[tuple[int, int, bool]]) -> None:
    queue = Queue(60)
    shares = [queue.share() for _ in range(3)]
    for who, count, back in moves:
        share = shares[who]
        if back:
            share.give(min(count, share.held))
            continue
        before = share.held
        taken = share.take(count)
        assert taken or before, "who holds nothing is always let in"
        if before + count <= 10:
            assert taken, "a sixth of the queue is everyone's own"
        if taken and before:
            assert sum(one.held for one in shares) <= 60 + 2 * 30  # only first requests may go beyond it


def test_turns_divide_time_not_batches() -> None:
    turns = Turns()
    members = [turns.turn() for _ in range(3)]
    stop = threading.Event()
    longest = 0.0

    def work(member: Any, seconds: float) -> None:
        nonlocal longest
        while not stop.is_set():
            with member.hold():
                started = time.perf_counter()
                time.sleep(seconds)
                longest = max(longest, time.perf_counter() - started)

    threads = [threading.Thread(target=work, args=(m, s)) for m, s in zip(members, (0.001, 0.003, 0.008), strict=True)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    used = [member.used for member in members]
    stop.set()
    for thread in threads:
        thread.join(10)
    assert max(used) - min(used) <= 3 * longest, used


@given(st.floats(0, 0.02), st.floats(1e-5, 0.01), st.lists(st.integers(1, 32), min_size=2, max_size=50))
def test_a_pace_is_the_line_through_the_batches(fixed: float, each: float, sizes: list[int]) -> None:
    pace = Pace(32, 0.05)
    for size in [*sizes, 1, 32]:
        pace.ran(size, fixed + each * size)
    for rows in (1, 7, 32):
        at_once = pace.batch_rows
        batches = -(-rows // at_once)
        assert pace.seconds(rows) == pytest.approx(fixed * batches + each * rows, rel=0.02, abs=1e-5)
    assert pace.batch_rows == 1 or fixed + each * pace.batch_rows <= 0.0226
    assert pace.admits(0, 1000), "who waits for nobody is answered"
    assert not pace.admits(1, 20_000)


def test_late_answers_let_fewer_in_and_timely_ones_more() -> None:
    pace = Pace(32, 0.1)
    pace.ran(10, 0.01)
    assert pace.admits(40, 10)
    for _ in range(30):
        pace.answered(0.2)
    assert not pace.admits(40, 10) and pace.admits(0, 10)
    for _ in range(1000):
        pace.answered(0.05)
    assert pace.admits(40, 10)


def test_beyond_the_latency_target_is_429() -> None:
    slow = FakePredictor(seconds=0.02)
    with ServerThread(slow, latency_seconds=0.1) as server, ThreadPoolExecutor(40) as pool:
        server.ask(["warm"])

        def ask(number: int) -> tuple[int, str]:
            reply = server.ask([f"{number} {i}" for i in range(20)])
            return reply.status_code, reply.headers.get("retry-after", "")

        found = list(pool.map(ask, range(80)))
    assert {status for status, _ in found} == {200, 429}
    assert all(retry for status, retry in found if status == 429)


@pytest.mark.parametrize("path", ["/v1/predict", "/v1/completions"])
def test_a_clients_own_deadline(path: str) -> None:
    body = (
        {"inputs": [{"text": "x"}]}
        if path == "/v1/predict"
        else {"prompt": "the cat", "max_tokens": 4000, "temperature": 0}
    )
    # The first answer takes seconds; where it has ended before the second is asked, both come again.
    given = {"predictor": FakePredictor(seconds=2)} if path == "/v1/predict" else {"model": served(4096)}
    with ServerThread(**given, max_generations=1) as server, server.client() as client, ThreadPoolExecutor(1) as pool:
        for wrong in ("0", "soon", "-5", "9" * 12):
            reply = client.post(path, json=body, headers={"X-Modelyard-Deadline-Ms": wrong})
            assert (reply.status_code, reply.json()["error"]["field"]) == (422, "X-Modelyard-Deadline-Ms")

        def busy() -> bool:
            writer = server.service.writer
            return bool(server.service.versions.queued_rows or (writer and writer.writing))

        for _ in range(10):
            first = pool.submit(
                lambda: httpx.post(server.url + path, json=body, trust_env=False, timeout=60).status_code
            )
            while not busy() and not first.done():
                time.sleep(0.001)
            reply = client.post(path, json=body, headers={"X-Modelyard-Deadline-Ms": "1"})
            assert first.result(60) == 200
            if reply.status_code == 503:
                break
        assert reply.status_code == 503 and "within 0.001 s" in reply.json()["error"]["message"], reply.text


def test_a_language_model_is_replaced_while_it_writes() -> None:
    """Texts that were begun end as they would have, those that come later are the new version's."""
    other = ServedModel(predictor(512), about={**served(512).about, "digest": "7" * 64})
    expected = predictor(512).generate(["the cat"], max_new_tokens=120, temperature=0)[0].text
    body = {"prompt": "the cat", "max_tokens": 120, "temperature": 0}

    def alive() -> int:
        return sum(thread.name == "modelyard-writer" and thread.is_alive() for thread in threading.enumerate())

    before = alive()
    with ServerThread(model=served(512)) as server:
        stop = threading.Event()

        def ask() -> list[tuple[int, str, str]]:
            found = []
            with server.client() as client:
                while not stop.is_set():
                    reply = client.post("/v1/completions", json=body)
                    content = reply.json()
                    found.append((reply.status_code, content["system_fingerprint"], content["choices"][0]["text"]))
            return found

        with ThreadPoolExecutor(6) as pool:
            clients = [pool.submit(ask) for _ in range(6)]
            loop = server.service.versions.main.batcher._loop
            for new in (other, served(512), other):
                time.sleep(0.2)
                asyncio.run_coroutine_threadsafe(server.service.versions.replace(new), loop).result(30)
            time.sleep(0.2)
            stop.set()
            found = [one for client in clients for one in client.result(30)]
        writers = alive()
    assert {(status, text) for status, _, text in found} == {(200, expected)}
    assert {fingerprint for _, fingerprint, _ in found} == {"0" * 12, "7" * 12}
    assert writers == before + 1  # the old ones have ended


def test_a_canary_of_a_language_model() -> None:
    other = ServedModel(predictor(128), about={**served(128).about, "digest": "7" * 64})
    with ServerThread(model=served(128), canary=other, canary_share=0.5) as server, server.client() as client:
        body = {"prompt": "the", "max_tokens": 1}
        seen = {client.post("/v1/completions", json=body).json()["system_fingerprint"] for _ in range(40)}
    assert seen == {"0" * 12, "7" * 12}
