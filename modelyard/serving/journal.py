"""The request log: a sample of requests and answers in Parquet files, for monitoring to read.

A file appears whole or not at all (written beside its place, synced, renamed), so none that is read is ever torn; what
a killed server had not written yet is lost, at most `SECONDS` of it. The oldest files go when the folder is full.
"""

from __future__ import annotations

import logging
import os
import random
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from modelyard.core import durable, registry
from modelyard.core.errors import RecipeError, RunError
from modelyard.serving.journal_rows import lengths_only, rows_of, write
from modelyard.serving.noted import Note

SECONDS = 30.0
ROWS = 4096  # of one file at most, but for a request that has more
PREFIX, SUFFIX = "requests-", ".parquet"
INPUTS = ("none", "consented", "all")
_WAITING = 4 * ROWS  # rows held in memory; further ones are dropped, and counted
_LITTER_SECONDS = 3600.0
_LOG = logging.getLogger("modelyard.serving")


@dataclass(frozen=True, kw_only=True, slots=True)
class JournalSettings:
    """Where and how much.

    `inputs` says whose inputs are kept, and answers that are texts: of nobody, of requests with the header
    `X-Modelyard-Consent: yes`, of all (whoever runs the server has asked them).
    """

    directory: Path
    share: float = 1.0
    inputs: str = "none"
    most_bytes: int = 1 << 30

    def __post_init__(self) -> None:
        if not 0 < self.share <= 1:
            raise RecipeError("serve.request_log_share must be above 0 and at most 1", got=self.share)
        if self.inputs not in INPUTS:
            raise RecipeError(f"serve.request_log_inputs is one of {', '.join(INPUTS)}", got=self.inputs)
        if self.most_bytes < 1 << 20:
            raise RecipeError("serve.request_log_bytes must be at least 1 MiB", got=self.most_bytes)


class Journal:
    """The log of one server. `add` is called from the event loop's thread; a thread of its own writes."""

    def __init__(
        self,
        settings: JournalSettings,
        about: dict[str, str],
        *,
        dropped: Callable[[int], None] = lambda rows: None,
        seconds: float = SECONDS,
    ) -> None:
        with registry.needing("a request log"):
            import pyarrow.parquet  # noqa: F401 - said at the start, not at the first request
        self._settings, self._about, self._dropped, self._seconds = settings, about, dropped, seconds
        self._waiting: deque[tuple[datetime, Note]] = deque()
        self._rows = 0
        self._number = 0
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._stopping = False
        self._random = random.Random()
        try:
            settings.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise RunError("no request log can be kept here", where=str(settings.directory)) from error
        self._remove_litter()
        self._thread = threading.Thread(target=self._work, name="modelyard-journal", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Write what is held, and end the thread."""
        self._stopping = True
        self._wake.set()
        self._thread.join(self._seconds)

    def add(self, note: Note) -> None:
        """Keep a request that the model has answered, if the draw says so."""
        if note.answers is None or self._random.random() >= self._settings.share:
            return
        if not self._may_keep(note):
            note.inputs = lengths_only(note.inputs)
            if note.written_tokens:
                note.answers = [None] * len(note.answers)
        with self._lock:
            if self._rows and self._rows + note.rows > _WAITING:
                self._dropped(note.rows)
                return
            self._waiting.append((datetime.now(UTC), note))
            self._rows += note.rows
            full = self._rows >= ROWS
        if full:
            self._wake.set()

    def _may_keep(self, note: Note) -> bool:
        return self._settings.inputs == "all" or (self._settings.inputs == "consented" and note.consents)

    def _work(self) -> None:
        while True:
            self._wake.wait(self._seconds)
            self._wake.clear()
            stopping = self._stopping
            try:
                self.flush()
            except Exception:  # noqa: BLE001 - the log must not take the server with it; it is said and counted
                _LOG.exception("the request log failed")
            if stopping:
                return

    def flush(self) -> None:
        """Write what is held into one file, and make room."""
        with self._lock:
            notes, rows = list(self._waiting), self._rows
            self._waiting.clear()
            self._rows = 0
        if not notes:
            return
        self._number += 1
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        path = self._settings.directory / f"{PREFIX}{stamp}-{os.getpid()}-{self._number}{SUFFIX}"
        try:
            table = [row for moment, note in notes for row in self._rows_of(moment, note)]
            durable.write_file(path, lambda temporary: write(table, temporary))
        except RunError as error:
            _LOG.error("%d rows of the request log are lost: %s", rows, error)
            self._dropped(rows)
        self._make_room()

    def _make_room(self) -> None:
        """Remove the oldest files until the rest fits. Their names begin with their times."""
        files = sorted(self._settings.directory.glob(f"{PREFIX}*{SUFFIX}"))
        sizes = [(path, path.stat().st_size) for path in files if path.is_file()]
        total = sum(size for _, size in sizes)
        for path, size in sizes[:-1]:
            if total <= self._settings.most_bytes:
                return
            path.unlink(missing_ok=True)
            total -= size

    def _remove_litter(self) -> None:
        """What a killed server left half-written; another one's that is being written now is younger."""
        for path in self._settings.directory.glob(f"{durable.TEMPORARY}{PREFIX}*"):
            if time.time() - path.stat().st_mtime > _LITTER_SECONDS:
                path.unlink(missing_ok=True)

    def _rows_of(self, moment: datetime, note: Note) -> list[dict[str, Any]]:
        return rows_of(moment, note, note.about or self._about, keeps=self._may_keep(note))
