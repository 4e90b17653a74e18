"""One published price of a device, and how a JSON list of them is read."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from modelyard.core.errors import DataError

STALE_DAYS = 90
TYPES = ("on-demand", "spot", "reserved")
MOST_USD = 1e5


@dataclass(frozen=True, kw_only=True, slots=True)
class Price:
    """One published price: `usd_per_hour` of one device in an instance of `count`; `date` is None where unknown."""

    device: str
    provider: str
    usd_per_hour: float
    count: int = 1
    type: str = "on-demand"
    date: str | None = None
    source: str = ""

    @property
    def age_days(self) -> int | None:
        """Whole days since the row was published; None where that is unknown."""
        day = day_of(self.date)
        return None if day is None else max(0, (today() - day).days)

    @property
    def is_stale(self) -> bool:
        """Whether it is older than a quarter, or of unknown age."""
        age = self.age_days
        return age is None or age > STALE_DAYS

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return asdict(self)


def read_json(path: Path, *, date: str | None = None) -> list[Price]:
    """Rows of a JSON price list. Raises: DataError that names the row and the field."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise DataError(
            f"this price list cannot be read ({error})", where=str(path), remedy="Mend it, or remove it."
        ) from error
    rows = found.get("rows") if isinstance(found, Mapping) else found
    if not isinstance(rows, list):
        raise DataError("a price list holds rows", where=str(path), remedy='For example: {"rows": [{"device": ...}]}')
    return [_checked(row, f"{path}: rows[{i}]", date) for i, row in enumerate(rows)]


def _checked(row: Any, where: str, date: str | None) -> Price:
    if not isinstance(row, Mapping):
        raise DataError("a price is an object", where=where, got=row)
    unknown = sorted(set(row) - set(Price.__slots__))
    if unknown:
        raise DataError(
            f"{unknown[0]} is no field of a price", where=where, remedy=f"Known: {', '.join(Price.__slots__)}."
        )
    value, count = row.get("usd_per_hour"), row.get("count", 1)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= MOST_USD:
        raise DataError(
            "usd_per_hour is a number of US dollars", where=where, got=value, remedy="Give the price of one device."
        )
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        raise DataError("count is a number of devices", where=where, got=count, remedy="Try 1.")
    for name in ("device", "provider"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise DataError(f"{name} must be named", where=where, got=row.get(name), remedy="Give its name.")
    if row.get("type", "on-demand") not in TYPES:
        raise DataError("type is one of " + ", ".join(TYPES), where=where, got=row["type"], remedy="Try on-demand.")
    stated = row.get("date") or date
    if stated is not None and day_of(stated) is None:
        raise DataError("a date is written 2026-03-01", where=where, got=stated, remedy="Give year, month and day.")
    return Price(
        device=row["device"].strip(),
        provider=row["provider"].strip(),
        usd_per_hour=float(value),
        count=count,
        type=str(row.get("type", "on-demand")),
        date=stated,
        source=str(row.get("source", "")),
    )


def today() -> datetime.date:
    """The day it is, in UTC."""
    return datetime.datetime.now(datetime.UTC).date()


def day_of(text: Any) -> datetime.date | None:
    """A year, a month or a day; the first day of it."""
    if not isinstance(text, str) or len(text) not in (4, 7, 10):
        return None
    try:
        return datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return None
