"""The load generator of `serving.py`, a process of its own: N keep-alive connections, each asking as soon as answered.

    python serving_load.py PORT PATH CONNECTIONS SECONDS BODIES.json

A client that is refused waits as Retry-After says. Prints one JSON line: requests a second and latency percentiles in
milliseconds of those answered, answers by status.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

WARM_SECONDS = 0.5


class Connection(asyncio.Protocol):
    """Sends the next request when the last one is answered; reads only what it must of an answer."""

    def __init__(self, load: Load, first: int) -> None:
        self.load, self.next = load, first
        self.buffer = b""
        self.sent = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.send()

    def send(self) -> None:
        request = self.load.requests[self.next % len(self.load.requests)]
        self.next += 1
        self.buffer = b""
        self.sent = time.perf_counter()
        self.transport.write(request)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self.buffer[:end].lower()
        if b"content-length: " in head:
            length = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
            if len(self.buffer) < end + 4 + length:
                return
        elif not self.buffer.endswith(b"0\r\n\r\n"):
            return
        now = time.perf_counter()
        status = int(self.buffer[9:12])
        self.load.answered(status, self.sent, now)
        if now >= self.load.end:
            self.transport.close()
        elif status in (429, 503) and b"retry-after: " in head:
            wait = float(head.split(b"retry-after: ")[1].split(b"\r\n")[0])
            asyncio.get_running_loop().call_later(wait * random.uniform(1.0, 1.5), self.again)
        else:
            self.send()

    def again(self) -> None:
        """Ask anew, as the server said when it refused."""
        if time.perf_counter() < self.load.end:
            self.send()
        else:
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        if time.perf_counter() < self.load.end:
            self.load.statuses["lost"] += 1
        self.load.open -= 1
        if not self.load.open:
            self.load.done.set()


class Load:
    """One measurement."""

    def __init__(self, requests: list[bytes], connections: int, seconds: float) -> None:
        self.requests, self.open = requests, connections
        self.begin = time.perf_counter() + WARM_SECONDS
        self.end = self.begin + seconds
        self.latencies: list[float] = []
        self.statuses: Counter[str] = Counter()
        self.done = asyncio.Event()

    def answered(self, status: int, sent: float, now: float) -> None:
        if self.begin <= now <= self.end:
            if status == 200:
                self.latencies.append(now - sent)
            self.statuses[str(status)] += 1


async def run(port: int, path: str, connections: int, seconds: float, bodies: list[str]) -> dict[str, object]:
    """Load one server."""
    requests = []
    for body in bodies:
        content = body.encode()
        head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        requests.append(f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content)
    load = Load(requests, connections, seconds)
    loop = asyncio.get_running_loop()
    for i in range(connections):
        first = i * len(requests) // connections
        await loop.create_connection(lambda first=first: Connection(load, first), "127.0.0.1", port)  # type: ignore[misc]
    await asyncio.wait_for(load.done.wait(), seconds + 60)
    ordered = sorted(load.latencies) or [float("nan")]

    def percentile(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1e3, 3)

    answered = load.statuses.get("200", 0)
    return {
        "requests_per_second": round(answered / seconds, 1),
        "p50_ms": percentile(0.5),
        "p99_ms": percentile(0.99),
        "statuses": dict(load.statuses),
    }


if __name__ == "__main__":
    port_, path_, connections_, seconds_, bodies_ = sys.argv[1:]
    texts = json.loads(Path(bodies_).read_text(encoding="utf-8"))
    print(json.dumps(asyncio.run(run(int(port_), path_, int(connections_), float(seconds_), texts))))
