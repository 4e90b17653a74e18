"""A claim: one measured figure with everything needed to trust it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from modelyard.core.words import figure, measured, printable

_COUNTED = frozenset(("rows", "values"))  # units of whole numbers


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """`name` of `subject` (the shipped model, a baseline) on `split`, with a confidence interval.

    `unit` is "1" for a ratio, else what it counts (s, bytes, USD, the target's unit). `n` is the number of examples.
    `source` says what produced it: the stage and file, so that a reader can find the evidence.
    `higher_is_better` is None where neither direction is better.
    """

    name: str
    value: float
    unit: str = "1"
    n: int
    interval: tuple[float, float] | None = None
    split: str = "test"
    source: str = "evaluation"
    subject: str = "model"
    higher_is_better: bool | None = None

    def to_json(self) -> dict[str, Any]:
        """As plain JSON (`interval` as [low, high])."""
        return {**asdict(self), "interval": list(self.interval) if self.interval else None}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Claim:
        """The inverse of `to_json`."""
        return cls(**{**data, "interval": tuple(data["interval"]) if data.get("interval") else None})

    @property
    def shown(self) -> tuple[str, str]:
        """The value and its interval for a reader, as `measured` writes them; what is counted has no decimals."""
        if self.unit in _COUNTED and self.interval is None and self.value.is_integer():
            return figure(self.value, 0), ""
        return measured(self.value, self.interval)

    @property
    def shown_unit(self) -> str:
        """The unit for a reader: nothing for a ratio, nor where the name says it (bits per byte)."""
        said = self.unit.replace("/", " per ") == self.name.replace("_", " ")
        return "" if said or self.unit == "1" else self.unit

    def __str__(self) -> str:
        """`accuracy 0.893 [0.878, 0.907]`: the digits that the interval supports, then the unit; on one line."""
        value, interval = self.shown
        unit = printable(self.shown_unit)
        return " ".join(part for part in (self.name.replace("_", " "), value, interval, unit) if part)
