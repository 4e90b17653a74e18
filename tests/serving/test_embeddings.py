"""`/v1/embeddings` by OpenAI's own client against the mean of the last hidden states that transformers computes."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from serving_kit import ServerThread

from modelyard.serving.model import load

Packaged = Callable[[str], Path]
TEXTS = ["good film", "很好 房间 é 😀", "x", "awful plot " * 200, "\x00 odd"]


@pytest.fixture(scope="module")
def server(packaged: Packaged) -> Iterator[ServerThread]:
    pytest.importorskip("torch", reason="torch is not installed (extra: train)")
    with ServerThread(model=load(packaged("encoder"), threads=1, name="films")) as running:
        yield running


@pytest.fixture
def client(server: ServerThread) -> Iterator[Any]:
    openai = pytest.importorskip("openai", reason="openai is not installed (extra: test)")
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key="none", max_retries=0, timeout=30) as made:
        yield made


def reference(path: Path, texts: list[str]) -> Any:
    """By transformers alone; the tokenizer's own cut of long texts keeps both ends, so ids are taken from the task."""
    import torch
    from transformers import AutoModelForSequenceClassification

    from modelyard.inference import Predictor

    tokens = Predictor.load(path).task.transform.encode(texts)
    network = AutoModelForSequenceClassification.from_pretrained(path / "artifact", attn_implementation="eager").eval()
    found = []
    for i in range(len(texts)):
        ids = torch.tensor(tokens.ids[tokens.offsets[i] : tokens.offsets[i + 1]].astype(np.int64))[None]
        with torch.no_grad():
            hidden = network.base_model(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state[0]
        mean = hidden.mean(dim=0).numpy().astype(np.float64)
        found.append(mean / np.linalg.norm(mean))
    return np.stack(found), int(tokens.lengths.sum())


def test_vectors_are_the_means_of_the_last_hidden_states(client: Any, packaged: Packaged) -> None:
    expected, tokens = reference(packaged("encoder"), TEXTS)
    answer = client.embeddings.create(model="films", input=TEXTS)
    np.testing.assert_allclose([one.embedding for one in answer.data], expected, atol=2e-5)  # float32, other sums
    assert [one.index for one in answer.data] == list(range(len(TEXTS)))
    assert answer.usage.prompt_tokens == answer.usage.total_tokens == tokens
    whole = client.embeddings.create(model="films", input=TEXTS[1], encoding_format="float", dimensions=32)
    np.testing.assert_allclose(whole.data[0].embedding, expected[1], atol=2e-5)


def test_torch_answers_the_same(packaged: Packaged, server: ServerThread) -> None:
    with ServerThread(model=load(packaged("encoder"), threads=1, backend="torch")) as other:
        found = []
        for one in (server, other):
            with one.client() as client:
                reply = client.post("/v1/embeddings", json={"input": TEXTS, "encoding_format": "base64"}).json()
            found.append([np.frombuffer(base64.b64decode(each["embedding"]), "<f4") for each in reply["data"]])
    np.testing.assert_allclose(found[0], found[1], atol=2e-5)


def test_clients_get_their_own_vectors(server: ServerThread) -> None:
    words = ["good", "bad", "film", "很好", "服务"]
    with server.client() as client:
        alone = {word: client.post("/v1/embeddings", json={"input": word}).json()["data"][0] for word in words}

    def ask(seed: int) -> None:
        dice = random.Random(seed)
        with server.client() as client:
            for _ in range(5):
                some = dice.choices(words, k=dice.randrange(1, 40))
                rows = client.post("/v1/embeddings", json={"input": some}).json()["data"]
                expected = [alone[word]["embedding"] for word in some]
                np.testing.assert_allclose([row["embedding"] for row in rows], expected, atol=2e-5)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(ask, range(8)))


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "input"),
        ({"input": []}, "input"),
        ({"input": ""}, "input"),
        ({"input": ["a", " "]}, "input[1]"),
        ({"input": ["a", 5]}, "input[1]"),
        ({"input": [1, 2]}, "input"),
        ({"input": ["a"] * 1025}, "input"),
        ({"input": "a", "dimensions": 16}, "dimensions"),
        ({"input": "a", "encoding_format": "hex"}, "encoding_format"),
        ({"input": "a", "inptu": 1}, "inptu"),
        ({"input": "a", "model": 7}, "model"),
    ],
)
def test_what_does_not_fit_is_named(server: ServerThread, body: dict[str, Any], field: str) -> None:
    with server.client() as client:
        reply = client.post("/v1/embeddings", json=body)
    assert (reply.status_code, reply.json()["error"]["field"]) == (422, field)


def test_other_models_and_models_without_vectors(server: ServerThread, packaged: Packaged) -> None:
    with server.client() as client:
        reply = client.post("/v1/embeddings", json={"input": "a", "model": "other"})
        assert (reply.status_code, reply.json()["error"]["field"]) == (404, "model")
        assert "/v1/embeddings" in client.get("/openapi.json").json()["paths"]
        assert "embed" in client.get("/v1/model").json()["abilities"]
    with ServerThread(model=load(packaged("linear"), threads=1)) as other, other.client() as client:
        assert client.post("/v1/embeddings", json={"input": "a"}).status_code == 404
        assert "/v1/embeddings" not in client.get("/openapi.json").json()["paths"]
