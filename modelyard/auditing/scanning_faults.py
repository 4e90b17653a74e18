"""What a look at one file brings to light."""

from __future__ import annotations

from typing import Any, NamedTuple

MOST_FINDINGS = 1000  # more than anybody reads: a scan ends there


class Fault(NamedTuple):
    """What must hold, what stands there instead, and what to do."""

    rule: str
    value: str
    remedy: str


class Malformed(ValueError):
    """A file is not what its name says; the message says why."""


def whole(value: Any, what: str) -> int:
    """A whole number of at least 0. Raises: Malformed."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Malformed(f"{what} is no whole number: {value!r:.60}")
    return value
