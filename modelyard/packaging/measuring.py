"""What a server of this model needs, measured: one is started here, asked, and watched.

A figure of the training run would be the wrong one: training holds gradients and the data beside the weights.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from modelyard.core.errors import RunError

SECONDS = 2.0  # of asking alone, and again of asking together
_CLIENTS = 4
_BATCH_ROWS = 32
_TOKENS = 32
_START_SECONDS = 300.0
_ADDRESS = re.compile(r"http://\S+?:\d+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """Of one server process with `threads` compute threads on this machine.

    `answers_per_second` counts rows, or tokens of a model that writes (`unit` says which); `median_seconds` is of
    one request asked alone; `peak_bytes` the most resident memory while it was asked by several at once.
    """

    unit: str
    threads: int
    ready_seconds: float
    median_seconds: float
    answers_per_second: float
    peak_bytes: int

    @property
    def is_language(self) -> bool:
        """Whether the model writes texts."""
        return self.unit == "tokens"


def measure(artifact: Path, *, threads: int, seconds: float = SECONDS) -> Measured:
    """Start `modelyard serve` on a port of its own and ask it the artifact's golden examples.

    Raises: RunError when it does not start or does not answer.
    """
    bodies = _Bodies.of(artifact)
    with _server(artifact, threads) as (process, address, ready):
        asking = _Asking(address, bodies)
        alone = asking.one_by_one(seconds)
        rate = asking.together(seconds)
        return Measured(
            unit=bodies.unit,
            threads=threads,
            ready_seconds=round(ready, 2),
            median_seconds=sorted(alone)[len(alone) // 2],
            answers_per_second=round(rate, 1),
            peak_bytes=_peak_bytes(process.pid),
        )


@dataclass(frozen=True, slots=True)
class _Bodies:
    """Requests to send: one row each, and as many as a batch holds."""

    route: str
    unit: str
    single: tuple[bytes, ...]
    large: tuple[bytes, ...]

    @classmethod
    def of(cls, artifact: Path) -> _Bodies:
        task = json.loads((artifact / "manifest.json").read_text(encoding="utf-8"))["task"]
        rows = [one["inputs"] for one in json.loads((artifact / "golden.json").read_text(encoding="utf-8"))["examples"]]
        if (artifact / "generation_config.json").exists() or task in ("language-modeling", "instruction", "preference"):
            asked = tuple(_json({"prompt": _prompt(row), "max_tokens": _TOKENS, "temperature": 0}) for row in rows)
            return cls("/v1/completions", "tokens", asked, asked)
        filled = (rows * (_BATCH_ROWS // max(1, len(rows)) + 1))[:_BATCH_ROWS]
        return cls("/v1/predict", "rows", tuple(_json({"inputs": [row]}) for row in rows), (_json({"inputs": filled}),))


def _prompt(row: dict[str, Any]) -> str:
    """The beginning of an example's first text, also where it stands in a list of messages."""
    value = next(iter(row.values()))
    if isinstance(value, list):
        value = value[0]["content"] if value else ""
    return str(value)[:60] or "The"


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


class _Asking:
    """Clients of one server."""

    def __init__(self, address: str, bodies: _Bodies) -> None:
        self._host = urlsplit(address).netloc
        self._bodies = bodies

    def one_by_one(self, seconds: float) -> list[float]:
        """The seconds of each request, the first (a warm-up) left out."""
        times: list[float] = []
        with _connected(self._host) as connection:
            end = time.monotonic() + seconds
            while len(times) < 4 or time.monotonic() < end:
                began = time.perf_counter()
                self._ask(connection, self._bodies.single[len(times) % len(self._bodies.single)])
                times.append(time.perf_counter() - began)
        return times[1:]

    def together(self, seconds: float) -> float:
        """Rows or tokens a second that several clients get."""
        counts = [0] * _CLIENTS
        errors: list[BaseException] = []
        began = time.perf_counter()
        end = time.monotonic() + seconds

        def client(number: int) -> None:
            try:
                with _connected(self._host) as connection:
                    for turn in range(1 << 30):
                        body = self._bodies.large[(number + turn) % len(self._bodies.large)]
                        counts[number] += self._ask(connection, body)
                        if time.monotonic() > end:
                            return
            except (OSError, http.client.HTTPException, RunError) as error:
                errors.append(error)

        workers = [threading.Thread(target=client, args=(number,)) for number in range(_CLIENTS)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        if errors:
            raise RunError(f"the server failed while it was measured: {errors[0]}") from errors[0]
        return sum(counts) / (time.perf_counter() - began)

    def _ask(self, connection: http.client.HTTPConnection, body: bytes) -> int:
        connection.request("POST", self._bodies.route, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        content = json.loads(answer.read())
        if answer.status != 200:
            message = content.get("error", {}).get("message", "")
            raise RunError(f"the server does not answer its own golden examples: {answer.status} {message}")
        if self._bodies.unit == "tokens":
            return int(content["usage"]["completion_tokens"])
        return len(content["predictions"])


@contextmanager
def _connected(host: str) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection(host, timeout=120)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def _server(artifact: Path, threads: int) -> Iterator[tuple[subprocess.Popen[str], str, float]]:
    """A running server: its process, its address, and the seconds until it was ready."""
    environment = {name: value for name, value in os.environ.items() if name != "MODELYARD_API_KEYS"}
    # Modules come from where this process takes them, and none from the folder it stands in (-P).
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    command = [
        sys.executable,
        "-P",
        "-m",
        "modelyard",
        "serve",
        str(artifact),
        "--port",
        "0",
        "--threads",
        str(threads),
    ]
    began = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8", env=environment
    )
    watch = threading.Timer(_START_SECONDS, process.kill)
    watch.start()
    try:
        assert process.stdout is not None
        found = _ADDRESS.search(process.stdout.readline())
        if found is None:
            raise RunError(
                "a server of this model does not start here, so what it needs cannot be measured",
                where=str(artifact),
                remedy=f"See why: modelyard serve {artifact}",
            )
        yield process, found[0], time.monotonic() - began
    finally:
        watch.cancel()
        process.kill()
        process.communicate()


def _peak_bytes(pid: int) -> int:
    """The most memory that the process has had resident. Source: proc(5), VmHWM."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise RunError("the memory of a process cannot be read on this system", where=f"/proc/{pid}/status")
