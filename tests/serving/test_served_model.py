"""Real packaged models behind the server: the predictor's answers, without torch, in the command's process."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
from serving_kit import ServerThread

from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.inference import Predictor
from modelyard.serving import serve
from modelyard.serving.model import load

Packaged = Callable[[str], Path]
WORDS = ["good", "bad", "film", "很好看", "难看", "room", "", "é", "😀", "\x00", "1e5", "great plot"]


def some_rows(family: str, count: int, dice: random.Random) -> list[dict[str, Any]]:
    if family in ("mlp", "trees"):
        jobs = ["clerk", "cook", "教师", "unseen", None, ""]
        return [
            {"age": dice.choice([None, 30, 61.5, "44"]), "job": dice.choice(jobs), "size": dice.gauss(0, 1)}
            for _ in range(count)
        ]
    return [{"text": "a " + " ".join(dice.choices(WORDS, k=dice.randrange(1, 40)))} for _ in range(count)]


def assert_same(served: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> None:
    """Batches differ between the two, so float32 sums may too: 1e-5 of a probability or of a value's size."""
    assert len(served) == len(predicted)
    for one, other in zip(served, predicted, strict=True):
        if "value" in one:
            np.testing.assert_allclose(one["value"], other["value"], rtol=1e-5)
            continue
        np.testing.assert_allclose(list(one["scores"].values()), list(other["scores"].values()), atol=1e-5)
        top = sorted(other["scores"].values())[-2:]
        assert one["label"] == other["label"] or top[1] - top[0] < 1e-4


@pytest.mark.parametrize("family", ["linear", "encoder", "mlp", "trees"])
def test_32_clients_get_the_predictors_answers(packaged: Packaged, family: str) -> None:
    pytest.importorskip("torch", reason="torch is not installed (extra: train)")
    path = packaged(family)
    predictor = Predictor.load(path, threads=1)

    def ask(seed: int) -> None:
        dice = random.Random(seed)
        with server.client() as client:
            for _ in range(3):
                rows = some_rows(family, dice.choice([1, 1, 2, 7, 50]), dice)
                reply = client.post("/v1/predict", json={"inputs": rows})
                assert reply.status_code == 200, reply.text
                assert_same(reply.json()["predictions"], predictor.predict(rows))

    with ServerThread(model=load(path, threads=1)) as server, ThreadPoolExecutor(32) as pool:
        list(pool.map(ask, range(32)))


def test_what_predict_refuses_is_422(packaged: Packaged) -> None:
    with ServerThread(model=load(packaged("linear"), threads=1)) as server, server.client() as client:
        reply = client.post("/v1/predict", json={"inputs": [{"text": "fine"}, {"text": " "}]})
        assert reply.status_code == 422
        assert reply.json()["error"]["field"] == "inputs[1].text"
        example = client.get("/v1/model").json()["example"]
        assert client.post("/v1/predict", json={"inputs": [example]}).status_code == 200


@contextmanager
def command(path: Path, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`modelyard.serving.serve` in a process of its own, on a port the system picks; its address."""
    code = (
        "import sys; from pathlib import Path; from modelyard.serving import serve\n"
        "import modelyard.serving.server as server\n"
        "announce = server._announce\n"
        "def told(*given):\n"
        "    heavy = {'torch', 'transformers', 'sklearn', 'pyarrow', 'lightgbm', 'pandas'} & set(sys.modules)\n"
        "    print('heavy', sorted(heavy)); announce(*given)\n"
        "server._announce = told\n"
        "serve(Path(sys.argv[1]), port=0)"
    )
    arguments = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, **environment}
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "heavy []\n"
            first = process.stdout.readline()
            curl = process.stdout.readline()
            assert curl.strip().startswith("curl ")
            yield process, first.split(" on ")[1].split()[0]
        finally:
            process.kill()


def test_the_command_serves_without_torch_and_ends_well(packaged: Packaged) -> None:
    with command(packaged("encoder")) as (process, address):
        with httpx.Client(base_url=address, trust_env=False) as client:
            assert client.get("/health").json()["model"]["family"] == "encoder"
            assert client.post("/v1/predict", json={"inputs": [{"text": "很好"}]}).status_code == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def test_keys_from_the_environment(packaged: Packaged) -> None:
    with command(packaged("linear"), MODELYARD_API_KEYS="canary-key") as (_, address):
        assert httpx.get(f"{address}/health", trust_env=False).status_code == 401
        headers = {"authorization": "Bearer canary-key"}
        assert httpx.get(f"{address}/health", headers=headers, trust_env=False).status_code == 200


def test_a_port_in_use_and_a_folder_without_a_model_are_told(packaged: Packaged, tmp_path: Path) -> None:
    with ServerThread() as server, pytest.raises(RecipeError, match=f":{server.port}.*--port {server.port + 1}"):
        serve(packaged("linear"), port=server.port)
    with pytest.raises(ArtifactError, match="no finished model"):
        serve(tmp_path, port=0)


def test_a_model_that_answers_otherwise_is_not_served(packaged: Packaged, tmp_path: Path) -> None:
    import shutil

    directory = tmp_path / "artifact"
    shutil.copytree(packaged("linear") / "artifact", directory)
    golden = json.loads((directory / "golden.json").read_text(encoding="utf-8"))
    golden["examples"][0]["outputs"][0] += 0.5
    (directory / "golden.json").write_text(json.dumps(golden), encoding="utf-8")
    with pytest.raises(ArtifactError):
        serve(directory, port=0)
