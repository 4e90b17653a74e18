"""What the lines of a ledger say: sessions, what they spent by month, and the sums of projects."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """One process's work on a run. `usd` by month, as `2026-11`; `state` is open, closed or lost (its process died)."""

    id: str
    project: str
    run: str
    opened: float
    quote_usd: float
    quote_seconds: float
    seconds: float
    usd: Mapping[str, float]
    state: str

    @property
    def total_usd(self) -> float:
        """Spent in all months."""
        return math.fsum(self.usd.values())

    @property
    def reserved_usd(self) -> float:
        """What a living session may still spend of its quote."""
        return max(0.0, self.quote_usd - self.total_usd) if self.state == "open" else 0.0


@dataclass(slots=True)
class Seen:
    """What is known of a session while the lines go by."""

    record: dict[str, Any]
    usd: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    closed: bool = False


def month_of(moment: float) -> str:
    """`2026-11`, in UTC."""
    return f"{datetime.datetime.fromtimestamp(moment, datetime.UTC):%Y-%m}"


def by_project(sessions: Sequence[Session]) -> list[dict[str, Any]]:
    """Runs, hours, quoted and spent dollars by month and project, the newest month first.

    A run that was quoted anew after a kill counts its first quote once.
    """
    totals: dict[tuple[str, str], dict[str, Any]] = {}
    quoted: set[tuple[str, str]] = set()
    for one in sorted(sessions, key=lambda session: session.opened):
        first = month_of(one.opened)
        for month in sorted({first, *one.usd}):
            row = totals.setdefault(
                (month, one.project),
                {"month": month, "project": one.project, "runs": 0, "hours": 0.0, "quote_usd": 0.0, "usd": 0.0},
            )
            row["usd"] += one.usd.get(month, 0.0)
            if month == first:
                row["hours"] += one.seconds / 3600
                if (one.project, one.run) not in quoted:
                    quoted.add((one.project, one.run))
                    row["runs"] += 1
                    row["quote_usd"] += one.quote_usd
    return sorted(totals.values(), key=lambda row: (row["month"], row["usd"]), reverse=True)


def take(seen: dict[str, Seen], line: Mapping[str, Any]) -> None:
    """One line into what is known; a line that makes no sense is as if it were torn."""
    name, do = line.get("session"), line.get("do")
    moment = amount(line.get("time"))
    if not isinstance(name, str) or moment is None:
        return
    if do == "open":
        seen.setdefault(name, Seen(dict(line)))
    elif do in ("spent", "close") and name in seen:
        usd, seconds = amount(line.get("usd")), amount(line.get("seconds"))
        month = month_of(moment)
        seen[name].usd[month] = seen[name].usd.get(month, 0.0) + (usd or 0.0)
        seen[name].seconds += seconds or 0.0
        seen[name].closed = seen[name].closed or do == "close"


def amount(value: Any) -> float | None:
    """A number from 0 on; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < math.inf:
        return None
    return float(value)
