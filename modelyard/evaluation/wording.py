"""How figures are said: the digits that the interval supports, units, and nothing that a terminal would obey."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence

from modelyard.core.report import Claim

_FINEST = 4  # decimals of a figure of ordinary size


def format_claim(claim: Claim, *, name: bool = True) -> str:
    """`accuracy 0.893 [0.878, 0.907]`: as many decimals as the interval's half-width supports, then the unit."""
    places = decimals(claim.interval, claim.value)
    parts = [claim.name.replace("_", " ")] if name else []
    parts.append(figure(claim.value, places))
    if claim.interval:
        parts.append(span(claim.interval, places))
    if claim.unit != "1":
        parts.append(printable(claim.unit))
    return " ".join(parts)


def decimals(interval: Sequence[float] | None, value: float) -> int:
    """Decimals that two significant digits of the interval's half-width take; four of the value's without interval."""
    half = abs(interval[1] - interval[0]) / 2 if interval else 0.0
    size, digits = (half, 2) if half > 0 and math.isfinite(half) else (abs(value), 4)
    if size <= 0 or not math.isfinite(size):
        return _FINEST
    wanted = max(0, digits - 1 - math.floor(math.log10(size)))
    # A figure below 0.001 would vanish at four decimals.
    return wanted if abs(value) < 1e-3 and value else min(_FINEST, wanted)


def figure(value: float, places: int, *, sign: bool = False) -> str:
    """A number with thousands separated; scientific beyond 1e15 or nine decimals."""
    plus = "+" if sign else ""
    if abs(value) >= 1e15 or places > 9:
        return f"{value:{plus}.3g}"
    text = f"{value:{plus},.{places}f}"
    return text.replace("-", "") if float(text.replace(",", "")) == 0 and not sign else text


def span(interval: Sequence[float], places: int, *, sign: bool = False) -> str:
    """`[low, high]`."""
    return f"[{figure(interval[0], places, sign=sign)}, {figure(interval[1], places, sign=sign)}]"


def duration(seconds: float) -> str:
    """Seconds as a reader says them: 31 ms, 0.8 s, 14 s, 6.2 min, 3.4 h."""
    if seconds < 0.0995:
        return milliseconds(1000 * seconds)
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    if seconds < 99.5:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.1f} min" if seconds < 5970 else f"{seconds / 3600:.1f} h"


def milliseconds(value: float) -> str:
    """Milliseconds with two significant digits: 0.031 ms, 2.4 ms, 120 ms."""
    places = max(0, 1 - math.floor(math.log10(value))) if value > 0 else 0
    return f"{value:,.{places}f} ms"


def printable(text: str, limit: int = 60) -> str:
    """A label or name on one line: control characters, direction overrides and lone surrogates are replaced."""
    clean = "".join(
        character if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp") else "\ufffd"
        for character in text
    )
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"
