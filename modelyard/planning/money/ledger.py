"""What runs were quoted and what they spent, by project and month; and a cap that no run may break.

An append-only file, `$XDG_DATA_HOME/modelyard/ledger.jsonl` (or `$MODELYARD_LEDGER`). A run is a *session* of one
process: it opens with its quote, notes now and then what it has spent, and closes. Each line stands by itself, so that
a process killed anywhere leaves what it had noted. A session lives as long as its process holds the lock on its file:
the system lets go of it however the process ends. Asking the cap and opening are one step, under the ledger's own lock.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import math
import os
import secrets
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from modelyard.core import durable
from modelyard.core.errors import RecipeError, RunError
from modelyard.planning.money.ledger_place import default_path
from modelyard.planning.money.ledger_place import project_of as project_of
from modelyard.planning.money.ledger_records import Seen, amount, take
from modelyard.planning.money.ledger_records import Session as Session
from modelyard.planning.money.ledger_records import by_project as by_project
from modelyard.planning.money.ledger_records import month_of as month_of

BEAT_SECONDS = 10.0  # between two notes of what was spent: so much a kill can lose
ALL = "*"  # the cap of all projects together


class Ledger:
    """The ledger of a user: sessions and caps, read from its file whenever it is asked."""

    def __init__(self, path: Path | None = None) -> None:
        """Raises: RecipeError where no place is known for it."""
        self.path = path or default_path()

    def sessions(self) -> list[Session]:
        """All that was ever opened, the oldest first."""
        seen: dict[str, Seen] = {}
        for line in durable.read_lines(self.path):
            take(seen, line)
        return [self._session(name, one) for name, one in seen.items()]

    def caps(self) -> dict[str, float]:
        """US dollars a month by project; ALL for all of them."""
        found: dict[str, float] = {}
        for line in durable.read_lines(self.path):
            if line.get("do") == "cap" and isinstance(line.get("project"), str):
                usd = amount(line.get("usd"))
                if usd is None:
                    found.pop(line["project"], None)
                else:
                    found[line["project"]] = usd
        return found

    def set_cap(self, usd: float | None, project: str = ALL) -> None:
        """Let no month cost more than `usd`; None takes the cap away. Raises: RecipeError for what is no amount."""
        if usd is not None and not (0 <= usd < math.inf):
            raise RecipeError("a cap is US dollars a month", where="--cap", got=usd, remedy="Try 200.")
        with self._locked():
            self._append({"do": "cap", "project": project, "usd": usd})

    def spent(self, month: str, project: str = ALL, sessions: Sequence[Session] | None = None) -> float:
        """US dollars of a month."""
        known = self.sessions() if sessions is None else sessions
        return math.fsum(one.usd.get(month, 0.0) for one in known if project in (ALL, one.project))

    def refuse_over(self, project: str, usd: float) -> None:
        """Raises: RunError where a run of `usd` would break a cap with what is spent and still reserved this month."""
        sessions, month = self.sessions(), month_of(time.time())
        for name, cap in self.caps().items():
            if name not in (ALL, project):
                continue
            spent = self.spent(month, name, sessions)
            held = math.fsum(one.reserved_usd for one in sessions if name in (ALL, one.project))
            if spent + held + usd <= cap * (1 + 1e-9):
                continue
            whose = "the month's cap" if name == ALL else f"the month's cap of {name}"
            held_text = f" and ${held:,.2f} held by runs that go on" if held else ""
            raise RunError(
                f"this run would break {whose} of ${cap:,.2f}: ${spent:,.2f} are spent{held_text}",
                where="ledger",
                got=f"${usd:,.2f}",
                remedy=f"Lower budget.usd to {max(0.0, cap - spent - held):.2f}, or: modelyard ledger --cap USD",
            )

    @contextlib.contextmanager
    def session(
        self, *, run: str, project: str, quote_usd: float, quote_seconds: float, usd_per_hour: float
    ) -> Iterator[Meter]:
        """Open a session, and within note what it spends; closed when left, also by an error.

        Raises: RunError where it would break a cap, or where nothing can be written.
        """
        name = f"{int(time.time() * 1000):x}-{secrets.token_hex(4)}"
        self._folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(self._folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with self._locked():
                self.refuse_over(project, quote_usd)
                self._append(
                    {
                        "do": "open",
                        "session": name,
                        "project": project,
                        "run": run,
                        "quote_usd": quote_usd,
                        "quote_seconds": quote_seconds,
                        "usd_per_hour": usd_per_hour,
                    }
                )
            meter = Meter(self, name, usd_per_hour)
            try:
                yield meter
            finally:
                meter.close()
        finally:
            with contextlib.suppress(OSError):
                (self._folder / name).unlink()
            os.close(lock)

    def _session(self, name: str, one: Seen) -> Session:
        record = one.record
        state = "closed" if one.closed else "open" if self._lives(name) else "lost"
        return Session(
            id=name,
            project=str(record.get("project", "?")),
            run=str(record.get("run", "?")),
            opened=float(record.get("time", 0.0)),
            quote_usd=amount(record.get("quote_usd")) or 0.0,
            quote_seconds=amount(record.get("quote_seconds")) or 0.0,
            seconds=one.seconds,
            usd=dict(one.usd),
            state=state,
        )

    def _lives(self, name: str) -> bool:
        """Whether some process holds the session's file: a dead one's hold has ended with it."""
        if not name.replace("-", "").isalnum():
            return False
        try:
            descriptor = os.open(self._folder / name, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:  # closed, or of another machine's disk
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(descriptor)
        return False

    @property
    def _folder(self) -> Path:
        return self.path.with_suffix(".sessions")

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the ledger: what is read is what is decided on."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            lock = os.open(self.path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise RunError(
                f"the ledger cannot be written: {error.strerror or error}",
                where=str(self.path),
                remedy="Set MODELYARD_LEDGER to a file in a folder that can be written to.",
            ) from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _append(self, record: Mapping[str, Any]) -> None:
        """One line, on the disk when this returns."""
        content = {"time": round(time.time(), 3), **record}
        durable.append_line(self.path, json.dumps(content, ensure_ascii=False, allow_nan=False))
        descriptor = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


class Meter:
    """Notes what a session has spent: every BEAT_SECONDS by a thread of its own, and when it closes."""

    def __init__(self, ledger: Ledger, name: str, usd_per_hour: float) -> None:
        self._ledger, self._name, self._usd_per_second = ledger, name, usd_per_hour / 3600
        self._begun = self._noted = time.monotonic()
        self._over = threading.Event()
        self._hold = threading.Lock()
        self._thread = threading.Thread(target=self._beat, name="ledger", daemon=True)
        self._thread.start()

    @property
    def usd(self) -> float:
        """Spent so far."""
        return (time.monotonic() - self._begun) * self._usd_per_second

    def note(self, do: str = "spent") -> None:
        """Append what was spent since the last note."""
        with self._hold:
            now = time.monotonic()
            seconds, self._noted = now - self._noted, now
            self._ledger._append(
                {
                    "do": do,
                    "session": self._name,
                    "seconds": round(seconds, 3),
                    "usd": round(seconds * self._usd_per_second, 9),
                }
            )

    def close(self) -> None:
        """The last note."""
        self._over.set()
        self._thread.join(timeout=5)
        self.note("close")

    def _beat(self) -> None:
        while not self._over.wait(BEAT_SECONDS):
            # A disk that is full for a while only means that the next note holds more.
            with contextlib.suppress(RunError, OSError):
                self.note()
