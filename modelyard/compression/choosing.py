"""Which variant: bounds on size, time and loss, the frontier of those that no other beats in all three, the choice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from modelyard.compression.judging import Measured
from modelyard.core.errors import ArtifactError, RequestError
from modelyard.core.words import duration, percent, size

_PART = re.compile(r"\s*(size|loss|latency)\s*=\s*([0-9]*\.?[0-9]+)\s*([A-Za-z%]*)\s*")
_UNITS = {
    "size": {"B": 1.0, "kB": 1e3, "KB": 1e3, "MB": 1e6, "GB": 1e9},
    "loss": {"%": 0.01, "": 1.0},
    "latency": {"ms": 1.0, "s": 1000.0},
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """At most so many bytes of network, milliseconds of an answer, and loss; None where there is no bound."""

    bytes: float | None = None
    milliseconds: float | None = None
    loss: float | None = None

    def __str__(self) -> str:
        parts = [
            f"size {size(self.bytes)}" if self.bytes is not None else "",
            f"latency {duration(self.milliseconds / 1000)}" if self.milliseconds is not None else "",
            f"loss {percent(self.loss)}" if self.loss is not None else "",
        ]
        return ", ".join(part for part in parts if part)

    def holds(self, measured: Measured) -> bool:
        """Whether a variant keeps within all bounds."""
        return (
            (self.bytes is None or measured.bytes <= self.bytes)
            and (self.milliseconds is None or measured.milliseconds <= self.milliseconds)
            and (self.loss is None or measured.loss.value <= self.loss)
        )


def parse(target: str) -> Bounds:
    """`size=20MB`, `latency=5ms`, `loss=1%`, or several of them with commas.

    Raises: RequestError naming what cannot be read.
    """
    found: dict[str, float] = {}
    for part in target.split(","):
        match = _PART.fullmatch(part)
        if match is None or match[3] not in _UNITS[match[1]] or match[1] in found:
            raise RequestError(
                "a target is size=20MB, latency=5ms or loss=1%, or several with commas",
                where="--target",
                got=part.strip(),
            )
        found[match[1]] = float(match[2]) * _UNITS[match[1]][match[3]]
    return Bounds(bytes=found.get("size"), milliseconds=found.get("latency"), loss=found.get("loss"))


def frontier(found: Sequence[Measured]) -> list[Measured]:
    """Those that no other is at least as good as in size, time and loss, and better in one; the smallest first."""

    def beats(one: Measured, other: Measured) -> bool:
        a, b = ((each.bytes, each.milliseconds, each.loss.value) for each in (one, other))
        return a != b and all(x <= y for x, y in zip(a, b, strict=True))

    return sorted((one for one in found if not any(beats(other, one) for other in found)), key=lambda one: one.bytes)


def choose(found: Sequence[Measured], bounds: Bounds) -> Measured:
    """The one to ship within the bounds: the least loss where size or time is bound, else the smallest.

    Raises: ArtifactError that says how near the nearest come, where none is within them.
    """
    within = [measured for measured in found if bounds.holds(measured)]
    if not within:
        near = "; ".join(
            f"{one.name} {size(one.bytes)}, {duration(one.milliseconds / 1000)}, loss {percent(one.loss.value, 2)}"
            for one in frontier(found)
        )
        raise ArtifactError(
            f"no variant is within {bounds}",
            where="--target",
            got=near,
            remedy="Loosen a bound, or train a smaller model.",
        )
    if bounds.bytes is None and bounds.milliseconds is None:
        return min(within, key=lambda one: (one.bytes, one.milliseconds))
    return min(within, key=lambda one: (max(0.0, one.loss.value), one.bytes))
