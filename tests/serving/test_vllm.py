"""The vLLM backend against a fake of its protocol: the same answers as our own writer; errors, ends and cancellation.

No GPU and no vLLM took part.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from language_kit import ABOUT, predictor, served
from serving_kit import ServerThread
from vllm_fake import FakeVllm

from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.inference import greedy
from modelyard.serving import vllm, vllm_client, vllm_process
from modelyard.serving.model import ServedModel
from modelyard.serving.server import serve
from modelyard.serving.vllm import VllmPredictor

openai = pytest.importorskip("openai", reason="openai is not installed (extra: test)")


def _model(engine: Any, **golden: Any) -> VllmPredictor:
    """The tiny decoder as vLLM would serve it: its folder is read, its weights are the engine's."""
    local = predictor()
    config = local.backend.model.config  # type: ignore[attr-defined]
    held = {"vocab_size": config.vocab_size, "eos_token_id": config.eos_token_id}
    files = {"config.json": {**held, "max_position_embeddings": config.max_position_embeddings}, "golden.json": golden}
    artifact: Any = SimpleNamespace(**{**vars(local.artifact), "json": lambda name: files[name]})
    return VllmPredictor(artifact, local.task, engine, "poems")


def _server(engine: Any, **settings: Any) -> ServerThread:
    return ServerThread(model=ServedModel(_model(engine), about=ABOUT), **settings)


@pytest.fixture(scope="module")
def ours() -> Iterator[ServerThread]:
    with ServerThread(model=served()) as running:
        yield running


@pytest.fixture(scope="module")
def engine() -> Iterator[FakeVllm]:
    with FakeVllm() as running:
        yield running


@pytest.fixture(scope="module")
def server(engine: FakeVllm) -> Iterator[ServerThread]:
    with _server(engine) as running:
        yield running


@pytest.fixture(autouse=True)
def well(engine: FakeVllm) -> Iterator[None]:
    engine.asked.clear()
    yield
    engine.mode = "well"


ASKED: list[dict[str, Any]] = [
    {"prompt": ["the cat", "床前明", "{"], "temperature": 0, "max_tokens": 12},
    {"prompt": "月", "temperature": 0, "max_tokens": 20, "logprobs": 3},
    {"prompt": "the cat", "temperature": 0, "max_tokens": 30, "stop": ["a", "光"]},
    {"prompt": [5, 9, 300], "max_tokens": 9, "seed": 7, "top_k": 5, "top_p": 0.9, "min_p": 0.01},
    {"prompt": "on the mat", "temperature": 0, "max_tokens": 1, "logprobs": 2, "echo": True},
    {"prompt": "on the mat", "max_tokens": 0, "logprobs": 1, "echo": True},
    {"prompt": "on", "max_tokens": 0},
    {"prompt": "{", "temperature": 0, "max_tokens": 40, "repetition_penalty": 1.3, "logprobs": 0},
]


@pytest.mark.parametrize("number", range(len(ASKED)))
def test_answers_are_those_of_our_own_writer(ours: ServerThread, server: ServerThread, number: int) -> None:
    found = []
    for one in (ours, server):
        with one.client() as client:
            found.append(client.post("/v1/completions", json={"model": "poems", **ASKED[number]}).json())
    for content in found:
        content.pop("id"), content.pop("created")
    choices = [content.pop("choices") for content in found]
    assert found[0] == found[1]
    for one, other in zip(*choices, strict=True):
        logprobs = [choice.pop("logprobs") for choice in (one, other)]
        assert one == other
        if logprobs[0] is not None:
            assert logprobs[0]["tokens"] == logprobs[1]["tokens"]
            assert logprobs[0]["text_offset"] == logprobs[1]["text_offset"]
            for a, b in zip(logprobs[0]["top_logprobs"], logprobs[1]["top_logprobs"], strict=True):
                assert a == (b if b is None else pytest.approx(b, abs=1e-4))


def test_a_stream_and_a_chat_are_the_same_too(ours: ServerThread, server: ServerThread, engine: FakeVllm) -> None:
    texts = []
    for one in (ours, server):
        with openai.OpenAI(base_url=f"{one.url}/v1", api_key="none", max_retries=0, timeout=30) as client:
            asked = {"model": "poems", "temperature": 0, "max_tokens": 25, "stream": True}
            asked["stream_options"] = {"include_usage": True}
            events = list(client.completions.create(prompt=["月", "光"], **asked))
            pieces = ["", ""]
            for event in events[:-1]:
                pieces[event.choices[0].index] += event.choices[0].text
            asked.pop("stream"), asked.pop("stream_options")
            said = client.chat.completions.create(messages=[{"role": "user", "content": "猫?"}], n=2, **asked)
            texts.append((pieces, events[-1].usage, [choice.message.content for choice in said.choices], said.usage))
    assert texts[0] == texts[1]
    assert all(body["return_token_ids"] and body["stream"] for body in engine.asked)


def test_constraints_are_vllms_own(server: ServerThread, engine: FakeVllm) -> None:
    pytest.importorskip("llguidance", reason="the fake follows constraints by llguidance (extra: constrain)")
    schema = {"type": "object", "properties": {"age": {"type": "integer"}}, "required": ["age"]}
    wanted = {"type": "json_schema", "json_schema": {"name": "a", "schema": schema}}
    with server.client() as client:
        asked = {"prompt": "{", "temperature": 0, "max_tokens": 30}
        client.post("/v1/completions", json={**asked, "response_format": wanted})
        client.post("/v1/completions", json={**asked, "regex": "[0-9]{3}"})
        answer = client.post("/v1/completions", json={**asked, "choices": ["cat", "dog"]}).json()
    assert [body["structured_outputs"] for body in engine.asked] == [
        {"json": schema},
        {"regex": "[0-9]{3}"},
        {"choice": ["cat", "dog"]},
    ]
    assert answer["choices"][0]["text"] in ("cat", "dog")


@pytest.mark.parametrize(
    ("mode", "status", "said"),
    [
        ("refusing", 422, "the engine refuses this: not so"),
        ("broken", 500, "failed"),
        ("cutting", 503, "does not answer"),
        ("garbled", 500, "not understood"),
    ],
)
def test_what_goes_wrong_there_is_said_here(
    server: ServerThread, engine: FakeVllm, mode: str, status: int, said: str
) -> None:
    engine.mode = mode
    with server.client() as client:
        answer = client.post("/v1/completions", json={"prompt": "the cat", "max_tokens": 9, "temperature": 0})
        scored = client.post("/v1/completions", json={"prompt": "a b", "max_tokens": 0, "echo": True, "logprobs": 1})
    assert answer.status_code == status and said in answer.json()["error"]["message"]
    assert "/secret" not in answer.text and "/secret" not in scored.text
    assert scored.status_code == (200 if mode in ("cutting", "garbled") else status)


def test_a_failure_within_a_stream_is_an_event(server: ServerThread, engine: FakeVllm) -> None:
    engine.mode = "failing"
    with server.client() as client:
        text = client.post("/v1/completions", json={"prompt": "the cat", "max_tokens": 9, "stream": True}).text
    events = [json.loads(line[6:]) for line in text.splitlines() if line.startswith("data: ")]
    assert "choices" in events[0] and "failed" in events[-1]["error"]["message"] and "/secret" not in text


def test_keys_limits_metrics_and_health_are_ours() -> None:
    with FakeVllm() as engine, _server(engine, key_digests=_digests("good"), max_queue_generations=2) as server:
        with server.client() as client:
            assert client.post("/v1/completions", json={"prompt": "a"}).status_code == 401
            assert not engine.asked
        with server.client(headers={"Authorization": "Bearer good"}) as client:
            assert client.post("/v1/completions", json={"prompt": "a", "nonsense": 1}).status_code == 422
            assert client.post("/v1/completions", json={"prompt": ["a"] * 99}).status_code in (200, 429)
            assert client.post("/v1/completions", json={"prompt": "a", "max_tokens": 5}).status_code == 200
            assert client.post("/v1/predict", json={"inputs": [{"text": "a"}]}).status_code == 404
            told = client.get("/metrics").text
            assert "vllm:num_requests_running" in told and "process_open_fds 9.0" not in told
            assert "modelyard_generated_tokens_total" in told
            assert client.post("/v1/models/poems/predict", json={"inputs": [{"text": "a"}]}).status_code == 404
            assert "/v1/predict" not in client.get("/openapi.json").json()["paths"]
            models = client.get("/v1/model").json()
            assert "predict" not in models["abilities"] and "complete" in models["abilities"]
            assert client.get("/health").json()["status"] == "ok"
            engine.alive = False
            assert client.get("/health/ready").status_code == 503
    assert engine.closed
    assert len({body["cache_salt"] for body in engine.asked}) == 1 and len(engine.asked[0]["cache_salt"]) == 48


def _digests(*keys: str) -> tuple[bytes, ...]:
    from modelyard.serving.access import key_digests

    return key_digests(keys)


def test_a_client_that_goes_ends_the_work_there() -> None:
    with FakeVllm(together=1, seconds=0.1) as engine, _server(engine) as server:
        with server.client() as client:
            asked = {"prompt": "the cat", "max_tokens": 100, "temperature": 0, "stream": True}
            with client.stream("POST", "/v1/completions", json=asked) as answer:
                next(answer.iter_lines())
        _until(lambda: engine.aborted == 1)
        _until(lambda: server.service.writer.writing == 0 and server.service.writer.held == 0)
        with server.client() as client:
            headers = {"X-Modelyard-Deadline-Ms": "3000"}
            answer = client.post("/v1/completions", json={**asked, "stream": False}, headers=headers)
        assert answer.json()["choices"][0]["finish_reason"] == "length"
        assert 0 < answer.json()["usage"]["completion_tokens"] < 100


def _until(holds: Any) -> None:
    until = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_an_engine_that_is_gone_is_a_503() -> None:
    with FakeVllm() as engine, _server(engine) as server:
        engine.__exit__()
        answer = httpx.post(f"{server.url}/v1/completions", json={"prompt": "a"}, trust_env=False)
        assert answer.status_code == 503 and answer.headers["retry-after"] == "1"


def test_what_was_recorded_is_compared(engine: FakeVllm) -> None:
    local = predictor()
    documents = local.task.tokenizer.encode(["the cat sat on the mat. ", "床前明月光，疑是地上霜。"])
    recorded = greedy.record(local.backend.model, documents, context=128)  # type: ignore[attr-defined]
    example = {"inputs": {"text": "a"}, "outputs": [[0.0]], "answer": {}, "note": ""}
    golden: dict[str, Any] = {"recorded_with": "torch", "tolerance": {}, "examples": [example], "greedy": recorded}
    assert _model(engine, **golden).replay() < 1e-4
    with pytest.raises(ArtifactError, match="nothing recorded"):
        _model(engine, **{**golden, "greedy": []}).replay()
    recorded[0]["logprobs"][3] -= 0.5
    with pytest.raises(ArtifactError, match="differ by more than"):
        _model(engine, **golden).replay()
    engine.mode = "broken"
    with pytest.raises(ArtifactError, match="does not answer as it should"):
        _model(engine, **golden).replay()


def test_without_vllm_or_a_gpu_it_says_what_to_install(monkeypatch: Any, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RecipeError, match=r"vLLM is not installed here.*pip install vllm"):
        vllm.open_model(tmp_path)
    _program(tmp_path, "pass")
    monkeypatch.setattr(vllm_process, "has_gpu", lambda: False)
    with pytest.raises(RecipeError, match=r"no GPU here.*pip install vllm"):
        vllm.open_model(tmp_path)
    with pytest.raises(RecipeError, match="one model"):
        serve([(None, tmp_path), (None, tmp_path)], backend="vllm", port=0)


def _program(directory: Path, code: str) -> Path:
    path = directory / "vllm"
    path.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


HEALTHY = """
import http.server, json, os, pathlib, sys
here = pathlib.Path(__file__).parent
secret = os.environ["VLLM_API_KEY"]
assert secret not in " ".join(sys.argv)
(here / "asked.json").write_text(json.dumps({"arguments": sys.argv[1:], "pid": os.getpid()}))
print("loading weights", flush=True)
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.headers["Authorization"] == "Bearer " + secret else 401)
        self.end_headers()
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Answer).serve_forever()
"""


def test_vllm_is_started_and_ended_with_us(monkeypatch: Any, tmp_path: Path) -> None:
    _program(tmp_path, HEALTHY)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("MODELYARD_VLLM_ARGS", "--tensor-parallel-size 2")
    monkeypatch.setattr(vllm_process, "has_gpu", lambda: True)
    process = vllm_process.start(tmp_path / "model", "poems")
    process.wait_until_ready(20)
    asked = json.loads((tmp_path / "asked.json").read_text())
    assert asked["arguments"][:2] == ["serve", str(tmp_path / "model")]
    assert asked["arguments"][-2:] == ["--tensor-parallel-size", "2"]
    assert asked["arguments"][6:8] == ["--served-model-name", "poems"]
    process.close()
    assert not process.alive
    _until(lambda: not Path(f"/proc/{asked['pid']}").exists() or _is_zombie(asked["pid"]))


def test_vllm_ends_where_its_owner_is_killed(tmp_path: Path) -> None:
    _program(tmp_path, HEALTHY)
    code = (
        "import sys, pathlib; from modelyard.serving import vllm_process as p; p.has_gpu = lambda: True;"
        "one = p.start(pathlib.Path('model'), 'poems'); one.wait_until_ready(20); print('ready', flush=True);"
        "sys.stdin.read()"
    )
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code], env=environment, **pipes) as owner:
        assert owner.stdout is not None and owner.stdout.readline() == b"ready\n"
        pid = json.loads((tmp_path / "asked.json").read_text())["pid"]
        owner.kill()
    _until(lambda: not Path(f"/proc/{pid}").exists() or _is_zombie(pid))


def _is_zombie(pid: int) -> bool:
    try:
        return ") Z " in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return True


def test_what_it_said_last_stands_in_the_error(monkeypatch: Any, tmp_path: Path) -> None:
    _program(tmp_path, "import sys\nprint('CUDA out of memory', flush=True)\nsys.exit(3)")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(vllm_process, "has_gpu", lambda: True)
    process = vllm_process.start(tmp_path, "poems")
    with pytest.raises(ArtifactError, match=r"ended before it was ready.*CUDA out of memory"):
        process.wait_until_ready(20)


def test_an_address_is_no_secret_in_a_log() -> None:
    address = vllm_client.Address.new(1)
    assert address.key not in repr(address)
