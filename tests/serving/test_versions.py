"""Canary, shadow and replacement: every request answered once, by one version, whatever changes meanwhile."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from serving_kit import TABLE, FakePredictor, ServerThread, TaskPredictor, answer

from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.serving.comparing import refuse_another
from modelyard.serving.model import ServedModel


def model(digit: str, predictor: FakePredictor | None = None) -> ServedModel:
    about = {"name": "reviews", "task": "text-classification", "family": "fake", "digest": digit * 64}
    return ServedModel(predictor or FakePredictor(), about=about)


class Other(FakePredictor):
    """Always of another mind, and answers only once it may."""

    def __init__(self) -> None:
        super().__init__()
        self.may = threading.Event()

    def backend(self, table: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        assert self.may.wait(20)
        return [(str(row[0]) * 30,) if len(str(row[0])) < 21 else ("x",) for row in super().backend(table)]


def given_by(response: Any) -> str:
    return str(response.json()["model"]["digest"][0])


def test_a_canary_gets_its_share() -> None:
    with ServerThread(model=model("0"), canary=model("1"), canary_share=0.3) as server, server.client() as client:
        server.service.versions._random.seed(3)
        body = {"inputs": [{"text": "x"}]}
        found = [given_by(client.post("/v1/predict", json=body)) for _ in range(300)]
        text = client.get("/metrics").text
    share = found.count("1") / 300
    assert 0.2 < share < 0.4 and set(found) == {"0", "1"}
    assert f'modelyard_version_rows_total{{digest="{"1" * 12}",role="canary"}} {float(found.count("1"))}' in text


def test_a_shadow_is_compared_and_never_felt() -> None:
    shadow = Other()
    with ServerThread(model=model("0"), shadow=model("2", shadow)) as server, server.client() as client:
        response = server.ask(["short", "also short"])  # it is not waited for: it still may not answer
        shadow.may.set()
        assert given_by(response) == "0"
        assert response.json()["predictions"] == [answer(("short",)), answer(("also short",))]
        until = time.monotonic() + 10
        while 'outcome="other"' not in (text := client.get("/metrics").text) and time.monotonic() < until:
            time.sleep(0.02)
    assert 'modelyard_shadow_rows_total{outcome="other"} 2.0' in text


@pytest.mark.parametrize("trouble", ["fails", "is slow"])
def test_a_shadow_in_trouble_costs_no_request(trouble: str) -> None:
    predictor = Other() if trouble == "is slow" else FakePredictor()
    predictor.fail_on = "x" if trouble == "fails" else None
    with ServerThread(model=model("0"), shadow=model("2", predictor), max_queue_rows=8) as server:
        assert [server.ask(["x"]).status_code for _ in range(12)] == [200] * 12
        outcome = f'outcome="{"failed" if trouble == "fails" else "missed"}"'
        until = time.monotonic() + 10
        while outcome not in (text := server.service.metrics.text().decode()) and time.monotonic() < until:
            time.sleep(0.02)
        if isinstance(predictor, Other):
            predictor.may.set()
    assert outcome in text


def test_a_replacement_under_load_drops_nothing() -> None:
    """Twelve replacements while eight clients ask without a pause."""
    with ServerThread(model=model("0", FakePredictor(seconds=0.002))) as server:
        stop = threading.Event()
        seen: list[str] = []

        def ask() -> int:
            count = 0
            with server.client() as client:
                while not stop.is_set():
                    response = client.post("/v1/predict", json={"inputs": [{"text": f"t{count}"}]})
                    assert response.status_code == 200, response.text
                    assert response.json()["predictions"] == [answer((f"t{count}",))]
                    seen.append(given_by(response))
                    count += 1
            return count

        with ThreadPoolExecutor(8) as pool:
            clients = [pool.submit(ask) for _ in range(8)]
            for number in range(1, 13):
                loop = server.service.versions.main.batcher._loop
                new = model("123456789abc"[number - 1], FakePredictor(seconds=0.002))
                asyncio.run_coroutine_threadsafe(server.service.versions.replace(new), loop).result(20)
                until = time.monotonic() + 5
                while "123456789abc"[number - 1] not in seen[-40:] and time.monotonic() < until:
                    time.sleep(0.005)
            stop.set()
            counts = [client.result(20) for client in clients]
        assert sum(counts) == len(seen) and min(counts) > 0
        assert set(seen) >= set("123456789abc")
        with server.client() as client:
            assert client.get("/v1/model").json()["model"]["digest"] == "c" * 64
            info = [line for line in client.get("/metrics").text.splitlines() if "modelyard_model_info{" in line]
        assert len(info) == 1 and "c" * 64 in info[0]
        alive = [thread for thread in threading.enumerate() if thread.name == "modelyard-worker"]
        assert len(alive) == 1  # the old workers have ended


def test_what_takes_or_gives_something_else_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    table = ServedModel(FakePredictor(TABLE), about={"name": "t", "task": "t", "family": "f", "digest": "3" * 64})
    for role in ("canary", "shadow"):
        with pytest.raises(RecipeError, match="something else"):
            ServerThread(model=model("0"), **{role: table})

    def load() -> ServedModel:
        return loads.pop()()

    def damaged() -> ServedModel:
        raise ArtifactError("this file is altered", where="model.safetensors")

    loads = [lambda: model("7"), lambda: table, damaged]
    with ServerThread(model=model("0"), load=load) as server:
        loop = server.service.versions.main.batcher._loop
        for digest, told in (("0", "is altered"), ("0", "something else"), ("7", "")):
            asyncio.run_coroutine_threadsafe(server.service.versions.reload(), loop).result(20)
            assert given_by(server.ask(["x"])) == digest
            assert told in caplog.text
    refused = [record for record in caplog.records if "stays as it was" in record.getMessage()]
    assert len(refused) == 2 and {record.levelno for record in refused} == {logging.ERROR}


def _texts(digit: str, width: int = 32) -> ServedModel:
    from language_kit import ABOUT, predictor

    return ServedModel(predictor(width=width), about={**ABOUT, "digest": digit * 64})


def _told(server: ServerThread, wanted: str) -> str:
    until = time.monotonic() + 20
    while wanted not in (text := server.service.metrics.text().decode()) and time.monotonic() < until:
        time.sleep(0.02)
    assert wanted in text
    return text


def _value(text: str, name: str) -> float:
    return next(float(line.rpartition(" ")[2]) for line in text.splitlines() if line.startswith(name))


def test_a_shadow_of_texts_writes_and_judges_what_was_sent() -> None:
    pytest.importorskip("torch", reason="torch is not installed")
    asked = {"prompt": ["the cat", "床前明"], "max_tokens": 9}
    messages = [{"role": "user", "content": "猫?"}]
    with ServerThread(model=_texts("0"), shadow=_texts("2")) as server, server.client() as client:
        first = client.post("/v1/completions", json={**asked, "temperature": 0})
        assert first.json()["system_fingerprint"] == "0" * 12
        text = _told(server, 'modelyard_shadow_rows_total{outcome="same"} 2.0')
        # The same model: each token was its own likeliest, and as likely as to the one that wrote.
        assert 'modelyard_shadow_tokens_total{outcome="other"}' not in text
        main, shadow = (_value(text, f'modelyard_shadow_nats_total{{role="{role}"}}') for role in ("main", "shadow"))
        assert main == pytest.approx(shadow, rel=1e-4) and main > 0
        client.post("/v1/completions", json={**asked, "temperature": 1.0, "stream": True, "n": 2})
        text = _told(server, 'modelyard_shadow_rows_total{outcome="drawn"} 4.0')
        assert _value(text, 'modelyard_shadow_tokens_total{outcome="other"}') > 0
        main, shadow = (_value(text, f'modelyard_shadow_nats_total{{role="{role}"}}') for role in ("main", "shadow"))
        assert main == pytest.approx(shadow, rel=1e-4)
        client.post("/v1/chat/completions", json={"messages": messages, "max_tokens": 5, "temperature": 0})
        _told(server, 'modelyard_shadow_rows_total{outcome="same"} 3.0')
        # Nothing is written: nothing is asked of the shadow.
        client.post("/v1/completions", json={"prompt": "a b", "max_tokens": 0, "echo": True, "logprobs": 1})
        assert f'modelyard_version_rows_total{{digest="{"2" * 12}",role="shadow"}} 7.0' in client.get("/metrics").text


def test_another_shadow_of_texts_is_of_another_mind_and_never_felt() -> None:
    pytest.importorskip("torch", reason="torch is not installed")
    asked = {"prompt": "the cat", "max_tokens": 9, "temperature": 0}
    shadow = _texts("2", width=48)
    with ServerThread(model=_texts("0"), shadow=shadow, max_queue_generations=8) as server, server.client() as client:
        first = client.post("/v1/completions", json=asked).json()["choices"]
        text = _told(server, 'modelyard_shadow_rows_total{outcome="other"}')
        assert client.post("/v1/completions", json=asked).json()["choices"] == first
        nats = [_value(text, f'modelyard_shadow_nats_total{{role="{role}"}}') for role in ("main", "shadow")]
        assert nats[1] > nats[0]
        client.post("/v1/completions", json={**asked, "prompt": ["a"] * 4})  # more than its part of the queue
        text = _told(server, 'modelyard_shadow_rows_total{outcome="missed"}')
        assert _value(text, 'modelyard_shadow_rows_total{outcome="missed"}') >= 4


def test_whoever_answers_has_the_one_name() -> None:
    from pathlib import Path

    from modelyard.serving import server

    def load(path: Path, *, threads: int | None, name: str | None = None, backend: str) -> ServedModel:
        about = {"name": name or path.name, "task": "t", "family": "f", "digest": "0" * 64}
        return ServedModel(FakePredictor(), about=about)

    paths = [(None, Path("now")), ("second", Path("other"))]
    given = server._load_all(paths, None, "stored", Path("next"), Path("idea"), load)
    first = given[0]
    assert first.canary is not None and first.shadow is not None and given[1].canary is given[1].shadow is None
    assert [one.about["name"] for one in (first.model, first.canary, first.shadow)] == ["now"] * 3
    assert given[1].model.about["name"] == "second"


def test_another_promise_is_the_same_kind_of_answer_and_another_field_is_not() -> None:
    def stating(**decision: Any) -> ServedModel:
        predictor = TaskPredictor("text-classification")
        predictor.task = predictor.task.deciding({"rule": "likeliest label", **decision} if decision else None)
        return model("1", predictor)

    one = stating(accuracy=0.9, confident_from=0.8)
    refuse_another(one, stating(accuracy=0.95, confident_from=0.9), "canary")
    with pytest.raises(RecipeError, match="gives something else"):
        refuse_another(one, stating(), "canary")
