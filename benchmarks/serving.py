"""Modelyard's server against its peers on one model: requests a second and latency at 1, 8 and 32 connections.

    python benchmarks/serving.py [--work build/serving] [--rounds 5] [--seconds 4]

The model stands in float32 and in 8 bits. The peers: ONNX Runtime behind a bare FastAPI handler (both), BentoML's
adaptive batching, the `transformers` pipeline; every one with one compute thread, over the same artifact, measured in
turn within each round by a load generator in a process of its own. BentoML gets an environment of its own, made here.
Also measured: from the process's start to the first 200 on /health, healthy requests among 500 slow connections, and
more connections than a latency target allows. Writes benchmarks/results/serving.json and .md.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import platform
import signal
import socket
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from serving_model import build, build_int8, texts  # noqa: E402
from serving_report import markdown  # noqa: E402

CONNECTIONS = (1, 8, 32)
SLOW = 500
LATENCY_MS = 100  # the target of the server that is asked more than it can answer
BEYOND = (32, 128, 512)  # connections
# BentoML 1.4.40 asks for certifi>=2026.10.19, which not every package index has yet; 1.4.39 installs from scratch.
BENTO = ("bentoml==1.4.39", "onnxruntime==1.31.1", "tokenizers==0.23.3", "numpy")
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false", "NO_PROXY": "127.0.0.1"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/serving"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4.0)
    options = parser.parse_args()
    run = build(options.work / "run")
    rows = [json.dumps({"inputs": [{"text": one}]}) for one in texts(400)]
    (options.work / "rows.json").write_text(json.dumps(rows), encoding="utf-8")
    bento_rows = [json.dumps({"inputs": [one]}) for one in texts(400)]
    (options.work / "bento_rows.json").write_text(json.dumps(bento_rows), encoding="utf-8")
    small = build_int8(run, options.work / "int8")
    serve = [sys.executable, "-m", "modelyard", "serve"]
    servers = {
        "modelyard": ([*serve, str(run)], "/v1/predict", "rows.json"),
        "modelyard-int8": ([*serve, str(small)], "/v1/predict", "rows.json"),
        "bare": (
            [sys.executable, str(HERE / "serving_peers.py"), "onnx", str(run / "artifact")],
            "/v1/predict",
            "rows.json",
        ),
        "bare-int8": (
            [sys.executable, str(HERE / "serving_peers.py"), "onnx", str(small)],
            "/v1/predict",
            "rows.json",
        ),
        "bentoml": (bento(options.work), "/predict", "bento_rows.json"),
        "pipeline": (
            [sys.executable, str(HERE / "serving_peers.py"), "pipeline", str(run / "artifact")],
            "/v1/predict",
            "rows.json",
        ),
    }
    with contextlib.ExitStack() as stack:
        ports = {name: stack.enter_context(started(name, command, run)) for name, (command, _, _) in servers.items()}
        agree(ports, servers, options.work)
        load_before = os.getloadavg()[0]
        measured = rounds(ports, servers, options)
    result = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "load_average_before": round(load_before, 2),
        "versions": {
            name: metadata.version(name) for name in ("onnxruntime", "fastapi", "uvicorn", "transformers", "torch")
        }
        | {"bentoml": BENTO[0].partition("==")[2]},
        "model": "encoder, 4 layers of width 256, weights as drawn; sentences of 4 to 40 words",
        "rounds": options.rounds,
        "seconds": options.seconds,
        "servers": {name: summary(found) for name, found in measured.items()},
        "ready_seconds": ready(run),
        "slow_clients": slow_clients(run),
        "beyond": {str(count): beyond(small, options, count) for count in BEYOND},
    }
    (HERE / "results" / "serving.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    (HERE / "results" / "serving.md").write_text(markdown(result), encoding="utf-8")
    print(markdown(result))


def bento(work: Path) -> list[str]:
    """BentoML's command, in an environment of its own that is made where it is missing."""
    home = (work / "bentoml").resolve()
    if not (home / "bin" / "bentoml").exists():
        venv.create(home, with_pip=True)
        subprocess.run([home / "bin" / "pip", "install", "-q", *BENTO], check=True)
    return [str(home / "bin" / "bentoml"), "serve", "serving_bento:Classifier", "--host", "127.0.0.1"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def started(name: str, command: list[str], run: Path) -> Iterator[int]:
    """A server that answers, on a free port; its whole process group is ended."""
    port = free_port()
    where = [str(port)] if "serving_peers.py" in command[1] else ["--port", str(port)]
    environment = {**ENVIRONMENT, "ARTIFACT": str((run / "artifact").resolve()), "BENTOML_DO_NOT_TRACK": "1"}
    process = subprocess.Popen(
        [*command, *where],
        cwd=HERE if name == "bentoml" else None,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait(process, port)
        yield port
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait(process: subprocess.Popen[bytes], port: int, path: str = "/health") -> None:
    """Until the server answers anything at all (BentoML and the peers have other health addresses)."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SystemExit(f"a server ended: {process.args}")
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path)
            connection.getresponse().read()
            connection.close()
            return
        except OSError:
            time.sleep(0.005)
    raise SystemExit(f"a server did not answer: {process.args}")


def agree(ports: dict[str, int], servers: dict[str, Any], work: Path) -> None:
    """Every server must give the same scores, or the comparison would be of different models."""
    seen: dict[str, dict[str, float]] = {}
    for name, (_, path, rows) in servers.items():
        body = json.loads((work / rows).read_text(encoding="utf-8"))[7]
        connection = http.client.HTTPConnection("127.0.0.1", ports[name], timeout=60)
        connection.request("POST", path, body, {"Content-Type": "application/json"})
        content = json.loads(connection.getresponse().read())
        first = (content["predictions"] if isinstance(content, dict) else content)[0]
        scores = {one["label"]: one["score"] for one in first} if isinstance(first, list) else first["scores"]
        seen[name] = {str(label): float(score) for label, score in scores.items()}
    for name, scores in seen.items():
        for label, score in seen["modelyard"].items():
            # In 8 bits the scores of the golden examples were off by so much.
            assert abs(scores[label] - score) < (0.05 if name.endswith("int8") else 1e-3), (name, seen)


def rounds(ports: dict[str, int], servers: dict[str, Any], options: argparse.Namespace) -> dict[str, Any]:
    """Interleaved: what disturbs the machine disturbs all."""
    found: dict[str, Any] = {name: {count: [] for count in CONNECTIONS} for name in servers}
    for turn in range(options.rounds):
        for count in CONNECTIONS:
            names = list(servers)
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                _, path, rows = servers[name]
                one = load(ports[name], path, count, options.seconds, options.work / rows)
                found[name][count].append(one)
                print(turn, name, count, one, flush=True)
    return found


def load(port: int, path: str, connections: int, seconds: float, rows: Path) -> dict[str, Any]:
    command = [
        sys.executable,
        str(HERE / "serving_load.py"),
        str(port),
        path,
        str(connections),
        str(seconds),
        str(rows),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def summary(found: dict[int, list[dict[str, Any]]]) -> dict[str, Any]:
    """Medians over the rounds; other answers than 200 are summed."""
    table = {}
    for count, turns in found.items():
        statuses: dict[str, int] = {}
        for turn in turns:
            for status, number in turn["statuses"].items():
                if status != "200":
                    statuses[status] = statuses.get(status, 0) + number
        names = ("requests_per_second", "p50_ms", "p99_ms")
        medians = {name: round(statistics.median(turn[name] for turn in turns), 2) for name in names}
        table[str(count)] = {**medians, "not_200": statuses, "rounds": [turn["requests_per_second"] for turn in turns]}
    return table


def beyond(small: Path, options: argparse.Namespace, connections: int) -> dict[str, Any]:
    """More connections than can be answered within a latency target: who is answered, and who is told to wait."""
    command = [sys.executable, "-m", "modelyard", "serve", str(small), "--latency-ms", str(LATENCY_MS)]
    with started("modelyard", command, small) as port:
        load(port, "/v1/predict", 8, 1.0, options.work / "rows.json")
        return load(port, "/v1/predict", connections, 2 * options.seconds, options.work / "rows.json")


def ready(run: Path, repetitions: int = 7) -> dict[str, Any]:
    """Seconds from the start of the command to the first answer on /health."""
    taken = []
    for _ in range(repetitions):
        begin = time.perf_counter()
        with started("modelyard", [sys.executable, "-m", "modelyard", "serve", str(run)], run):
            taken.append(round(time.perf_counter() - begin, 3))
    return {"median": statistics.median(taken), "all": sorted(taken)}


def slow_clients(run: Path, seconds: float = 4.0) -> dict[str, Any]:
    """Healthy requests over 8 connections alone, and among slow ones that send a byte a second."""
    rows = run.parent / "rows.json"
    with started("modelyard", [sys.executable, "-m", "modelyard", "serve", str(run)], run) as port:
        alone = [load(port, "/v1/predict", 8, seconds, rows) for _ in range(3)]
        slow = []
        starts = (
            b"POST /v1/predict HT",
            b"POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{",
            b"",
        )
        for i in range(SLOW):
            connection = socket.create_connection(("127.0.0.1", port))
            connection.sendall(starts[i % len(starts)])
            slow.append(connection)
        # Shorter than the time a request has to arrive, so that all of them are open throughout.
        among = [load(port, "/v1/predict", 8, seconds / 2, rows) for _ in range(3)]
        time.sleep(6)
        cut = 0
        for connection in slow:
            connection.settimeout(0.01)
            with contextlib.suppress(TimeoutError):
                try:
                    connection.recv(4096)
                    cut += 1
                except ConnectionResetError:
                    cut += 1
            connection.close()
    middle = statistics.median
    return {
        "connections": SLOW,
        "cut": cut,
        "p99_ms_alone": middle(one["p99_ms"] for one in alone),
        "p99_ms_among": middle(one["p99_ms"] for one in among),
    }


if __name__ == "__main__":
    main()
