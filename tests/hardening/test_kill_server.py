"""HARDENING 8: kill -9 of a server of two models under load: right answers or errors, and the same ones after it."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from modelyard.inference import Predictor

KILLS = 12 if os.environ.get("MODELYARD_SOAK") else 2
TEXTS = [f"good film {i} 很好" for i in range(20)]
ROWS = [{"age": i, "job": "clerk", "size": i / 7} for i in range(20)]


@contextmanager
def serving(port: int, *given: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "modelyard", "serve", *given, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            end = time.monotonic() + 60
            while time.monotonic() < end and process.poll() is None:
                try:
                    if httpx.get(f"http://127.0.0.1:{port}/health/ready", trust_env=False).status_code == 200:
                        break
                except httpx.TransportError:
                    time.sleep(0.02)
            assert process.poll() is None, "the server did not start"
            yield process
        finally:
            process.kill()


def test_what_clients_see_of_a_kill(packaged: Callable[[str], Path]) -> None:
    expected = {
        "films": Predictor.load(packaged("linear")).predict([{"text": text} for text in TEXTS]),
        "houses": Predictor.load(packaged("trees")).predict(ROWS),
    }
    rows: dict[str, list[Any]] = {"films": [{"text": text} for text in TEXTS], "houses": ROWS}
    given = [f"films={packaged('linear')}", f"houses={packaged('trees')}"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    dice = random.Random(4)
    for _ in range(KILLS):
        counts: Counter[str] = Counter()
        begun = threading.Event()

        def ask(seed: int, counts: Counter[str] = counts, begun: threading.Event = begun) -> None:
            own = random.Random(seed)
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=20) as client:
                while True:
                    name, i = own.choice(["films", "houses"]), own.randrange(20)
                    try:
                        reply = client.post(f"/v1/models/{name}/predict", json={"inputs": [rows[name][i]]})
                        right = reply.status_code == 200 and reply.json()["predictions"] == [expected[name][i]]
                    except httpx.TransportError:
                        counts["error"] += 1
                        return
                    counts["right" if right else f"wrong: {reply.status_code}"] += 1
                    begun.set()

        with serving(port, *given) as server, ThreadPoolExecutor(8) as pool:
            clients = [pool.submit(ask, seed) for seed in range(8)]
            assert begun.wait(30)
            time.sleep(dice.uniform(0.0, 0.4))
            server.send_signal(signal.SIGKILL)
            for client in clients:
                client.result(30)  # none hangs
        assert set(counts) == {"right", "error"} and counts["error"] == 8, counts
    with serving(port, *given):
        for name in rows:
            reply = httpx.post(
                f"http://127.0.0.1:{port}/v1/predict", json={"model": name, "inputs": rows[name]}, trust_env=False
            )
            assert reply.json()["predictions"] == expected[name]
