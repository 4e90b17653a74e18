"""Figures of a quote as words: a value with its band, and rows of cells as lines."""

from __future__ import annotations

from collections.abc import Sequence

from modelyard.core.words import duration, number, size
from modelyard.planning.quote import Band, Row

NARROW = 0.35  # of a figure: half a band that is written as +-
_UNITS = {"ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0}


def aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows as lines whose columns stand below each other."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  ".join(c + " " * (w - len(c)) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows]


def ended(steps: int, late: bool, over_budget: bool, wanted: int) -> str:
    """What a limit leaves undone, if it does: `; the deadline ends it after 2,900 of 10,000 steps`."""
    if not late and not over_budget:
        return ""
    done = f" after {steps:,} of {wanted:,} steps" if steps < wanted else ""
    return f"; the {'deadline' if late else 'budget'} ends it{done}"


def hours(band: Band | None) -> str:
    """`6.2 min +-0.9`; a band that is wide or lopsided as its ends: `6.2 min [2.1, 17]`."""
    if band is None:
        return "-"
    seconds = band * 3600
    value = duration(seconds.value)
    scale = _UNITS[value.rpartition(" ")[2]] if seconds.value else 1.0
    half = (seconds.high - seconds.low) / 2
    if half <= NARROW * seconds.value:
        return f"{value} +-{half / scale:.2g}"
    return f"{value} [{seconds.low / scale:.2g}, {seconds.high / scale:.3g}]"


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
    """`1.9 GB +-0.3 of 80`."""
    value = size(row.peak_bytes.value)
    unit = value.rpartition(" ")[2]
    half = (row.peak_bytes.high - row.peak_bytes.low) / 2 / {"kB": 1e3, "MB": 1e6, "GB": 1e9}.get(unit, 1.0)
    return f"{value} +-{number(half, 2)} of {row.memory_bytes / 1e9:.3g}"


def energy(band: Band | None) -> str:
    """`2.1 [1.2, 4.8]`."""
    if band is None:
        return "-"
    return f"{number(band.value, 2)} [{number(band.low, 1)}, {number(band.high, 2)}]"
