"""The run directory: the one truth about a run, and its single owner."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from modelyard.core import durable
from modelyard.core.errors import RunError
from modelyard.core.secrets import without_secrets

_LOCK_ATTEMPTS, _LOCK_PAUSE_SECONDS = 5, 0.02

Listener = Callable[[dict[str, Any]], None]


class Run:
    """A directory with `recipe.yaml`, `plan.json`, `events.jsonl`, `claims.json`, `checkpoints/`, `artifact/`, ...

    Events go to `events.jsonl` and to listeners (the terminal's progress display is one). The kinds in use:
    `stage` (name, state: started|done|kept, seconds), `step` (see training), `notice` (text: one line for the user),
    `checkpoint`, `interrupted`, `finished`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._listeners: list[Listener] = []

    def __repr__(self) -> str:
        return f"Run({str(self.path)!r})"

    @property
    def status(self) -> str:
        """`finished`, `interrupted`, `failed`, `running` (an owner is alive) or `unfinished` (it was killed)."""
        if (self.path / "claims.json").exists() and (self.path / "report.html").exists():
            return "finished"
        if self._owned_elsewhere():
            return "running"
        last = ""
        for event in self.events("interrupted", "failed", "started"):
            last = event["event"]
        return {"interrupted": "interrupted", "failed": "failed"}.get(last, "unfinished")

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` with every event from now on."""
        self._listeners.append(listener)

    @contextlib.contextmanager
    def listening(self, listener: Listener) -> Iterator[None]:
        """Within, call `listener` with every event."""
        self._listeners.append(listener)
        try:
            yield
        finally:
            self._listeners.remove(listener)

    def emit(self, event: str, **fields: Any) -> None:
        """Record an event with its wall-clock time in seconds since 1970."""
        record = {"event": event, "time": round(time.time(), 3), **without_secrets(fields)}
        durable.append_line(self.path / "events.jsonl", json.dumps(record, ensure_ascii=False, default=float))
        for listener in self._listeners:
            listener(record)

    def notice(self, text: str) -> None:
        """One line that the user should see now and find again in the report."""
        self.emit("notice", text=text)

    def events(self, *kinds: str) -> Iterator[dict[str, Any]]:
        """The recorded events of these kinds (all without one), in order."""
        for event in durable.read_lines(self.path / "events.jsonl"):
            if not kinds or event.get("event") in kinds:
                yield event

    def read_json(self, name: str) -> Any:
        """The content of a JSON file of the run.

        Raises: RunError when it is missing or damaged.
        """
        try:
            return json.loads((self.path / name).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise RunError(
                f"this file of the run cannot be read ({error})",
                where=str(self.path / name),
                remedy=f"Is {self.path} a finished run? See: modelyard runs",
            ) from error

    @contextlib.contextmanager
    def owned(self) -> Iterator[None]:
        """Hold the directory for this process: a second owner is refused, a killed owner's hold ends with it.

        Raises: RunError when another live process holds it, or where nothing can be written.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = self._lock_patiently()
        except OSError as error:
            raise RunError(
                f"no run can be kept here: {error.strerror or error}",
                where=str(self.path),
                remedy="Make the folder writable, or give another --out.",
            ) from error
        if lock is None:
            raise RunError(
                "another process is running in this directory",
                where=str(self.path),
                remedy="Wait for it, stop it, or give another --out.",
            )
        try:
            durable.remove_litter(self.path)
            yield
        finally:
            os.close(lock)

    def _lock_patiently(self) -> int | None:
        """The lock; a look at `status` holds it for an instant, and must not be taken for an owner."""
        for _ in range(_LOCK_ATTEMPTS):
            lock = self._lock()
            if lock is not None:
                return lock
            time.sleep(_LOCK_PAUSE_SECONDS)
        return None

    def _lock(self, kind: int = fcntl.LOCK_EX) -> int | None:
        descriptor = os.open(self.path / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        return descriptor

    def _owned_elsewhere(self) -> bool:
        if not (self.path / ".lock").exists():
            return False
        try:
            lock = self._lock(fcntl.LOCK_SH)  # shared: two that look do not take each other for an owner
        except OSError:  # a read-only run directory has no live owner
            return False
        if lock is not None:
            os.close(lock)
        return lock is None
