"""How the last minute went: requests a second and how long they took, for the page and for /health."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

SECONDS = 60.0
_MOST = 8192  # requests that percentiles are taken of; the latest ones


class Live:
    """The requests that the model has answered lately. Belongs to the event loop's thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._started = clock, clock()
        self._seconds: deque[tuple[float, float, int]] = deque(maxlen=_MOST)  # when, how long, tokens written

    def add(self, seconds: float, tokens: int) -> None:
        """One request that was answered."""
        self._seconds.append((self._clock(), seconds, tokens))

    def tell(self) -> dict[str, float | None]:
        """Requests and tokens a second, and percentiles of milliseconds (null where nothing was answered)."""
        now = self._clock()
        while self._seconds and self._seconds[0][0] < now - SECONDS:
            self._seconds.popleft()
        full = len(self._seconds) == _MOST
        span = now - self._seconds[0][0] if full else min(SECONDS, now - self._started)
        taken = sorted(seconds for _, seconds, _ in self._seconds)
        tokens = sum(count for _, _, count in self._seconds)

        def at(share: float) -> float | None:
            return round(taken[min(len(taken) - 1, int(share * len(taken)))] * 1e3, 2) if taken else None

        return {
            "seconds": round(span, 1),
            "requests_per_second": round(len(taken) / max(span, 1e-3), 3),
            "tokens_per_second": round(tokens / max(span, 1e-3), 2),
            "p50_ms": at(0.5),
            "p99_ms": at(0.99),
        }
