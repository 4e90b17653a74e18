"""How strings and figures are written for a reader: nothing invisible, nothing secret, units always."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

_CREDENTIALS = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.\-]*://)[^/\s@'\"]*@")
_SECRET_FIELD = re.compile(
    r"(?i)(?P<name>[?&;][\w-]*(?:pass(?:word|wd)?|pwd|secret|token|key|sig(?:nature)?|credential)[\w-]*=)[^\s&;'\"]+"
)
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEPT = frozenset("\n\t")
MISSING = "–"


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


def redact(value: Any) -> Any:
    """The value with the passwords, keys and signatures of every URL in it replaced by `***`."""
    if isinstance(value, str):
        return _SECRET_FIELD.sub(r"\g<name>***", _CREDENTIALS.sub(r"\g<scheme>***@", value))
    if isinstance(value, Mapping):
        return {redact(key): redact(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [redact(item) for item in value]
    return value


def excerpt(value: Any, limit: int = 280) -> str:
    """A value as one short text: whole where it is short, else its beginning and its length."""
    if value is None:
        return MISSING
    if isinstance(value, float):
        return _minus(f"{value:.6g}")
    text = str(value)
    return text if len(text) <= limit else f"{text[:limit].rstrip()} … ({len(text):,} characters)"


def number(value: float | None, digits: int = 4) -> str:
    """A figure with `digits` significant digits, thousands separated; `–` where there is none."""
    if value is None or not math.isfinite(value):
        return MISSING
    if value == int(value) and abs(value) < 1e15:
        return _minus(f"{int(value):,}")
    size = math.floor(math.log10(abs(value)))
    if size >= 9 or size < -4:
        return _minus(f"{value:.{digits - 1}g}".replace("e-0", "e-").replace("e+0", "e"))
    return _minus(f"{value:,.{max(0, digits - 1 - size)}f}")


def _minus(text: str) -> str:
    return "−" + text[1:] if text.startswith("-") else text


def decimals(interval: Sequence[float] | None, value: float) -> int:
    """Decimals that the interval's half-width supports (two significant digits of it, at most four decimals)."""
    half = abs(interval[1] - interval[0]) / 2 if interval else 0.0
    if half <= 0 or not math.isfinite(half):
        size = math.floor(math.log10(abs(value))) if value and math.isfinite(value) else 0
        return max(0, min(4, 3 - max(size, 0)))
    return max(0, min(4, 1 - math.floor(math.log10(half))))


def figure(value: float | None, places: int, *, sign: bool = False) -> str:
    """A figure with a fixed number of decimals, a true minus sign, and a plus where `sign` asks for it."""
    if value is None or not math.isfinite(value):
        return MISSING
    return _minus(f"{value:+,.{places}f}" if sign else f"{value:,.{places}f}")


def span(interval: Sequence[float] | None, places: int, *, sign: bool = False) -> str:
    """An interval as `[low, high]`; empty where there is none."""
    if not interval:
        return ""
    return f"[{figure(interval[0], places, sign=sign)}, {figure(interval[1], places, sign=sign)}]"


def duration(seconds: float | None) -> str:
    """Seconds as a reader says them: 0.8 ms, 12.3 s, 6.2 min, 3.4 h."""
    if seconds is None or not math.isfinite(seconds):
        return MISSING
    if seconds < 1:
        return f"{seconds * 1000:.3g} ms" if seconds else "0 s"
    if seconds < 100:
        return f"{seconds:.1f} s"
    return f"{seconds / 60:.1f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"


def size(count: float | None) -> str:
    """Bytes in decimal units, as disks and clouds bill them."""
    if count is None or not math.isfinite(count):
        return MISSING
    for unit, scale in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= scale:
            return f"{count / scale:.3g} {unit}"
    return f"{count:.0f} B"


def percent(share: float | None, digits: int = 1) -> str:
    """A share as a percentage."""
    if share is None or not math.isfinite(share):
        return MISSING
    least = 10.0**-digits
    return f"< {least:g} %" if 0 < 100 * share < least / 2 else f"{100 * share:.{digits}f} %"


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
