"""What an hour of a device costs: our dated list, and over it the user's own.

Prices of one part differ tenfold between providers, so a quote names the row it used. The list of the project is a
data file with a date and a source a row; `update` writes the user's beside it, which wins.
"""

from __future__ import annotations

import json
import math
import os
import statistics
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path

from modelyard.core import durable
from modelyard.core.errors import DataError, RecipeError
from modelyard.planning.money.price_rows import MOST_USD, STALE_DAYS, day_of, read_json, today
from modelyard.planning.money.price_rows import TYPES as TYPES
from modelyard.planning.money.price_rows import Price as Price

MACHINE, PROCESSOR = "this machine", "CPU"
# Rows at least so new count for the usual price; one without a date is of a catalogue that was current then.
RECENT = "2024-12"
_MOST_BYTES = 64 << 20  # of a price list


def load() -> list[Price]:
    """The project's rows, and the user's where there are any: those replace ours of the same device.

    Raises: DataError where the user's list is damaged.
    """
    own = user_rows()
    theirs = {row.device for row in own}
    return [*(row for row in bundled() if row.device not in theirs), *own]


def bundled() -> list[Price]:
    """The rows that come with the package."""
    text = resources.files("modelyard.planning").joinpath("data/prices.json").read_text(encoding="utf-8")
    return [Price(**row) for row in json.loads(text)["rows"]]


def user_path() -> Path:
    """Where the user's own rows are kept: `$XDG_CONFIG_HOME/modelyard/prices.json`.

    Raises: RecipeError where this user has no home folder.
    """
    return _home("XDG_CONFIG_HOME", ".config") / "modelyard" / "prices.json"


def _home(variable: str, folder: str) -> Path:
    given = os.environ.get(variable)
    if given:
        return Path(given)
    try:
        return Path.home() / folder
    except RuntimeError as error:  # containers often run programs as a user that has no entry
        raise RecipeError(
            "this user has no home folder", where=variable, remedy=f"Set {variable} to a folder that can be written to."
        ) from error


def user_rows() -> list[Price]:
    """The user's own rows; none where there is no list.

    Raises: DataError where the list is damaged.
    """
    try:
        path = user_path()
    except RecipeError:  # nowhere to keep a list is no list
        return []
    if not path.is_file():
        return []
    return read_json(path)


def usual(rows: Iterable[Price], device: str, *, kind: str = "on-demand") -> Price | None:
    """The row that a quote uses: the (upper) middle one of the recent prices, of the newest where none is recent.

    None where the list has no price of this device.
    """
    of_kind = [row for row in rows if row.device == device and row.type == kind]
    recent = [row for row in of_kind if row.date is None or row.date >= RECENT]
    if not recent and of_kind:
        newest = max(row.date or "" for row in of_kind)
        recent = [row for row in of_kind if (row.date or "")[:4] == newest[:4]]
    if not recent:
        return None
    middle = statistics.median_high([row.usd_per_hour for row in recent])
    return next(row for row in recent if row.usd_per_hour == middle)


def spread(rows: Iterable[Price], device: str, *, kind: str = "on-demand") -> tuple[float, float] | None:
    """The lowest and the highest price of a device on the list."""
    found = [row.usd_per_hour for row in rows if row.device == device and row.type == kind]
    return (min(found), max(found)) if found else None


def machine(rows: Sequence[Price], processors: int, accelerator: str | None = None) -> Price:
    """This machine's own price, else what its processors (or its accelerator) would cost to rent."""
    own = next((row for row in rows if row.device == MACHINE), None)
    if own is not None:
        return own
    rented = usual(rows, accelerator) if accelerator else None
    if rented is not None:
        return rented
    one = usual(rows, PROCESSOR)
    if one is None:
        raise DataError(
            "the price list has no row of CPU", where="prices", remedy="Add one: modelyard prices update FILE"
        )
    return Price(
        device=MACHINE,
        provider=f"{processors} processors as {one.provider} rents them",
        usd_per_hour=one.usd_per_hour * processors,
        date=one.date,
        source=one.source,
    )


def warnings(rows: Iterable[Price]) -> list[str]:
    """One sentence on how old the prices are, where they are older than a quarter."""
    listed = list(rows)
    stale = [row for row in listed if row.is_stale]
    if not stale:
        return []
    ages = [age for row in listed if (age := row.age_days) is not None]
    newest = f"the newest dated one is {min(ages)} days old" if ages else "none has a date"
    some = f"{len(stale)} of {len(listed)} prices are" if len(listed) > 1 else "the price is"
    return [f"{some} older than {STALE_DAYS} days or undated ({newest}); yours: modelyard prices update FILE"]


def update(path: str | os.PathLike[str], *, provider: str = "", date: str | None = None) -> tuple[int, list[str]]:
    """Add a file (our JSON, or a SkyPilot catalogue csv) to the user's list: how many rows, and what was left out.

    `date` is the day of a list that does not state one: today where empty. Rows of the same device, provider, type and
    count are replaced. Raises: DataError for a file that is neither.
    """
    from modelyard.planning.money.skypilot import read_csv

    file = Path(path)
    if date is not None and day_of(date) is None:
        raise DataError("a date is written 2026-03-01", where="--date", got=date, remedy="Give year, month and day.")
    if not file.is_file():
        raise DataError(
            "there is no such file", where=str(file), remedy="Name a JSON price list or a SkyPilot vms.csv."
        )
    if file.stat().st_size > _MOST_BYTES:
        raise DataError("a price list is under 64 MB", where=str(file), remedy="Is it a price list?")
    notes: list[str] = []
    if file.suffix.lower() == ".csv":
        fresh, notes = read_csv(file, provider=provider or _provider(file), date=date or today().isoformat())
    else:
        fresh = read_json(file, date=date)
    if not fresh:
        raise DataError("this file has no price of a device we know", where=str(file), remedy="; ".join(notes[:2]))
    kept = {_key(row): row for row in user_rows()} | {_key(row): row for row in fresh}
    _write(kept.values())
    return len(fresh), notes


def set_machine(usd_per_hour: float) -> None:
    """Keep what an hour of this machine costs. Raises: RecipeError for what is no price."""
    if not 0 <= usd_per_hour <= MOST_USD or not math.isfinite(usd_per_hour):
        raise RecipeError(
            "a price is a number of US dollars an hour", where="--machine", got=usd_per_hour, remedy="Try 0.12."
        )
    row = Price(device=MACHINE, provider="you", usd_per_hour=usd_per_hour, date=today().isoformat(), source="stated")
    _write([*(known for known in user_rows() if known.device != MACHINE), row])


def _write(rows: Iterable[Price]) -> None:
    path = user_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    durable.write_json(path, {"rows": [row.to_json() for row in rows]})


def _key(row: Price) -> tuple[str, str, str, int]:
    return row.device, row.provider, row.type, row.count


def _provider(file: Path) -> str:
    """A SkyPilot catalogue is `<provider>/vms.csv`."""
    return file.parent.name if file.stem == "vms" and file.parent.name else file.stem
