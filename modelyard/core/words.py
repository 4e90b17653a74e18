"""How texts and figures are written for a reader: nothing invisible, units always, no more digits than are known.

A minus is the ASCII one, so that a figure can be copied into a spreadsheet or a script.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from typing import Any

from modelyard.core.errors import LONGEST_KEY, hidden

MISSING = "–"
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEPT = frozenset("\n\t")
_DECIMALS = 4  # of a figure of ordinary size
_TINY, _HUGE = 1e-4, 1e15  # below and from here on figures are scientific


def visible(text: str) -> str:
    """The text with every control, direction override and lone surrogate replaced by a visible mark.

    NUL and ESC become ␀ and ␛, so a terminal sequence or a broken byte can be read but does nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_mark(character) for character in text)


def _mark(character: str) -> str:
    code = ord(character)
    if character in _KEPT:
        return character
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if character in _BIDI or character in "\u2028\u2029\ufeff":
        return f"‹U+{code:04X}›"
    if unicodedata.category(character) in ("Cs", "Cc", "Cn"):
        return "\ufffd"
    return character


def printable(text: str, limit: int = 60) -> str:
    """A label or name on one line of a terminal: what it would obey or could not show is replaced, the rest cut."""
    clean = "".join(
        character if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp") else "\ufffd"
        for character in text
    )
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"


def excerpt(value: Any, limit: int = 280) -> str:
    """A value as one short text: whole where it is short, else its beginning and its length in characters."""
    if value is None:
        return MISSING
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    if len(text) <= limit:
        return text
    # Hidden before it is cut: the beginning of a key is not known as one.
    return f"{hidden(text[: limit + LONGEST_KEY])[:limit].rstrip()} … ({len(text):,} characters)"


def width_em(text: str) -> float:
    """The rough width of a text in em: a Chinese character is one, a Latin letter a little over a half."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WF" else 0.56 for character in text)


def clip(text: str, limit_em: float) -> str:
    """The beginning of a text that fits in `limit_em`."""
    if width_em(text) <= limit_em:
        return text
    kept, used = [], 1.0
    for character in text:
        used += width_em(character)
        if used > limit_em:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def measured(value: float, interval: Sequence[float] | None = None, *, sign: bool = False) -> tuple[str, str]:
    """A figure and its interval, written alike: `0.893` and `[0.878, 0.907]`; no interval is an empty text.

    Two significant digits of the interval's half-width are shown, four of a figure without one; at most four decimals,
    unless the largest of the numbers would then keep less than two digits. What is tiny or huge is scientific
    (`4.1e-6`, `[2.4e-6, 5.1e-6]`), so that nothing but 0 is ever written as 0 throughout. `sign`: a plus is written.
    """
    numbers = (value, *(interval or ()))
    largest = max(map(abs, numbers))
    half = abs(interval[1] - interval[0]) / 2 if interval else 0.0
    size, digits = (half, 2) if 0 < half < math.inf else (largest, 4)
    if not 0 < size < math.inf:
        places = 0 if largest == 0 else _DECIMALS
        texts = [figure(number, places, sign=sign) for number in numbers]
    elif _TINY <= largest < _HUGE:
        most = max(_DECIMALS, 1 - _magnitude(largest))
        places = min(most, max(0, digits - 1 - _magnitude(size)))
        texts = [figure(number, places, sign=sign) for number in numbers]
    else:
        digits = max(2, min(4, digits + _magnitude(largest) - _magnitude(size)))
        form = f"{'+' if sign else ''}.{digits - 1}e"
        texts = [_short_exponent(format(number, form)) if number else "0" for number in numbers]
    return texts[0], f"[{texts[1]}, {texts[2]}]" if interval else ""


def p_value(value: float, floor: float = 0.0, *, digits: int = 2) -> str:
    """`p = 0.03`, or `p < 0.001`; where resamples can show no less than `floor`, `p < 0.002` for that."""
    least = max(0.001, floor)
    return f"p < {number(least, 1)}" if value < 0.001 or value <= floor else f"p = {number(value, digits)}"


def figure(value: float | None, places: int, *, sign: bool = False) -> str:
    """A figure with a fixed number of decimals and thousands separated; a plus where `sign` asks for it."""
    if value is None or not math.isfinite(value):
        return MISSING
    text = f"{value:{'+' if sign else ''},.{places}f}"
    return text.replace("-", "") if not sign and float(text.replace(",", "")) == 0 else text


def number(value: float | None, digits: int = 4) -> str:
    """A figure with `digits` significant digits, thousands separated; `–` where there is none."""
    if value is None or not math.isfinite(value):
        return MISSING
    if value == int(value) and abs(value) < _HUGE:
        return f"{int(value):,}"
    size = _magnitude(value)
    if size >= 9 or size < -4:
        return _short_exponent(f"{value:.{digits}g}")
    return f"{value:,.{max(0, digits - 1 - size)}f}"


def _magnitude(value: float) -> int:
    return math.floor(math.log10(abs(value)))


def _short_exponent(text: str) -> str:
    """`4.1e-6` for `4.1e-06`."""
    mantissa, e, exponent = text.partition("e")
    return f"{mantissa}e{int(exponent)}" if e else mantissa


def duration(seconds: float | None) -> str:
    """Seconds as a reader says them: 2.4 ms, 14.1 s, 6.2 min, 3.4 h."""
    if seconds is None or not math.isfinite(seconds):
        return MISSING
    if seconds < 0.9995:
        return milliseconds(1000 * seconds) if seconds else "0 s"
    if seconds < 100:
        return f"{seconds:.1f} s"
    return f"{seconds / 60:.1f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"


def milliseconds(value: float) -> str:
    """Milliseconds with two significant digits at least: 0.031 ms, 2.4 ms, 119 ms."""
    places = max(0, 1 - _magnitude(value)) if value > 0 else 0
    return f"{value:,.{places}f} ms"


def size(count: float | None) -> str:
    """Bytes in decimal units, as disks and clouds bill them."""
    if count is None or not math.isfinite(count):
        return MISSING
    for unit, scale in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= scale:
            return f"{count / scale:.3g} {unit}"
    return f"{count:.0f} B"


def quantity(count: float) -> str:
    """A count of parameters as the field writes it: 4.2 M."""
    for unit, scale, divisor in (("B", 1e9, 1e9), ("M", 1e6, 1e6), ("k", 1e4, 1e3)):
        if count >= scale:
            return f"{count / divisor:.3g} {unit}"
    return f"{count:,.0f}"


def percent(share: float | None, digits: int = 1) -> str:
    """A share as a percentage."""
    if share is None or not math.isfinite(share):
        return MISSING
    least = 10.0**-digits
    return f"< {least:g} %" if 0 < 100 * share < least / 2 else f"{100 * share:.{digits}f} %"


def as_stated(share: float) -> str:
    """A share that somebody stated, with as many digits: `97.5 %`."""
    return f"{100 * share:.6g} %"


def counted(count: int, noun: str) -> str:
    """`1 row`, `1,553 rows`: the noun in the plural where it is one."""
    return f"{count:,} {noun if count == 1 else noun + 's'}"
