"""What is noted of a request while it is answered, for whoever tells of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Note:
    """One request. Times are of `time.perf_counter`; zero: it did not come so far.

    `inputs` (by column) and `answers` are what passed through, for the request log alone; they are never written
    without consent.
    """

    request_id: str
    started: float
    method: str = ""
    route: str = ""  # one of the server's own, or "other"
    path: str = ""
    status: int = 0
    seconds: float = 0.0
    key: str | None = None  # its name
    consents: bool = False
    rows: int = 0
    prompt_tokens: int = 0
    written_tokens: int = 0
    queued: float = 0.0
    began: float = 0.0
    ended: float = 0.0
    trace: str | None = None
    traceparent: bytes | None = None
    about: Mapping[str, Any] | None = None  # of the model that answered
    inputs: Mapping[str, Sequence[Any]] | None = None
    answers: Sequence[Any] | None = None

    @property
    def queue_seconds(self) -> float | None:
        """The wait for the model; None where it was not asked."""
        return self.began - self.queued if self.began else None

    @property
    def model_seconds(self) -> float | None:
        """From the first batch it was in to its last."""
        return self.ended - self.began if self.ended else None
