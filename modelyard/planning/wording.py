"""A quote as lines for the terminal: the table, the recommended row and why, what does not fit and what would."""

from __future__ import annotations

from collections.abc import Sequence

from modelyard.core.words import counted, duration, number, quantity, size
from modelyard.planning import quoting
from modelyard.planning.quote import Band, Quote, Row

HEADER = ("", "device", "time", "cost", "peak memory", "energy", "CO2e", "layout")


def lines(quote: Quote, recipe: str = "recipe.yaml") -> list[str]:
    """All that `modelyard plan` prints."""
    found = [*head(quote), *aligned(table(quote))]
    refused = refusals(quote.rows)
    if refused:
        found += ["does not fit", *refused]
    best = quote.best
    if best is None:
        found.append(f"recommended   none: {quote.why}")
    else:
        found.append(f"recommended   {best.name}: {quote.why}")
    found += [f"  note: {note}" for note in quote.notes]
    found.append(f"next: modelyard run {recipe}")
    return found


def aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows as lines whose columns stand below each other."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  ".join(c + " " * (w - len(c)) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows]


def head(quote: Quote) -> list[str]:
    """What is trained, on what."""
    work, data = quote.work, quote.data
    model = str(work["family"])
    if work.get("parameters"):
        model += f", {quantity(work['parameters'])} parameters"
        if work.get("trained") and work["trained"] < work["parameters"]:
            model += f" ({quantity(work['trained'])} trained)"
    rows = f"{data['rows']:,} rows" if not work.get("unique_tokens") else f"{quantity(work['unique_tokens'])} tokens"
    about = "" if data["exact"] and not work.get("unique_tokens") else "about "
    steps = f", {counted(work['steps'], 'step')} of {work['batch']:,}" if work.get("parameters") else ""
    passes = f" ({number(work['epochs'], 3)} passes)" if work.get("parameters") else ""
    return [f"{quote.title}   {about}{rows}   {model}{steps}{passes}"]


def table(quote: Quote) -> list[tuple[str, ...]]:
    """The header and a row of cells for each device that is shown."""
    shown = quoting.shown(quote.rows, quote.recommended)
    return [HEADER, *(_cells(quote.rows[i], i == quote.recommended) for i in shown if quote.rows[i].fits)]


def _cells(row: Row, recommended: bool) -> tuple[str, ...]:
    return (
        "->" if recommended else "",
        row.name,
        hours(row.hours),
        usd(row.usd),
        memory(row),
        energy(row.kwh, "kWh"),
        energy(row.kgco2e, "kg"),
        row.layout,
    )


def hours(band: Band | None) -> str:
    """`6.2 min +-0.9`."""
    if band is None:
        return "-"
    seconds = band * 3600
    half = (seconds.high - seconds.low) / 2
    value = duration(seconds.value)
    unit = value.rpartition(" ")[2]
    scale = {"ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0}[unit]
    return f"{value} +-{half / scale:.2g}"


def usd(band: Band | None) -> str:
    """`$12.40 [9.1, 16]`."""
    if band is None:
        return "no price"
    return f"{money(band.value)} [{money(band.low, '')}, {money(band.high, '')}]"


def money(value: float, sign: str = "$") -> str:
    """Dollars with cents where they matter."""
    if value >= 1000:
        return f"{sign}{value:,.0f}"
    if value >= 0.01:
        return f"{sign}{value:.2f}"
    return f"{sign}{value:.1g}" if value else f"{sign}0"


def memory(row: Row) -> str:
    """`1.9 GB of 80`."""
    return f"{size(row.peak_bytes.value)} of {row.memory_bytes / 1e9:.3g}"


def energy(band: Band | None, unit: str) -> str:
    """`2.1 kWh`."""
    return "-" if band is None else f"{number(band.value, 2)} {unit}"


def refusals(rows: Sequence[Row], most: int = 4) -> list[str]:
    """What does not fit, by how much, and the change that would make it fit; one line a device."""
    found: list[str] = []
    for row in rows:
        if row.fits or any(line.startswith(f"  {row.name} ") for line in found):
            continue
        found.append(f"  {row.name} lacks {size(row.short_bytes)}: {row.remedy}")
    return found[:most]
