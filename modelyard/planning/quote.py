"""A quote: what a training takes on each device that could do it, each figure with the band that it is expected in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from modelyard.core.errors import RunError
from modelyard.planning.hardware import HERE as HERE

FORMAT = 1
FASTER = 0.05


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """A figure and the range that it lies in nine times of ten."""

    value: float
    low: float
    high: float

    @classmethod
    def around(cls, value: float, share: float, *, up: float | None = None) -> Band:
        """From `share` below to `share` (or `up`) above."""
        return cls(value=value, low=value * (1 - share), high=value * (1 + (share if up is None else up)))

    def __mul__(self, factor: float) -> Band:
        """Each of the three times `factor`."""
        return Band(value=self.value * factor, low=self.low * factor, high=self.high * factor)

    def __add__(self, other: Band) -> Band:
        """The sum, as wide as if both were wrong together."""
        return Band(value=self.value + other.value, low=self.low + other.low, high=self.high + other.high)

    def holds(self, actual: float) -> bool:
        """Whether a measured figure lies in it."""
        return self.low <= actual <= self.high


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One way to do it. Units: hours, US dollars, bytes a device, kWh, kg of CO2e.

    `hours` is None where it does not fit in memory; `short_bytes` then says by how much and `remedy` what would.
    `memory` and `seconds` are the parts of a device's peak and of a step. `model` is what this row would train where
    the budget sets its size. `usd` is None where the price list has no such device. `overrides` ask `modelyard launch`
    for the layout; `trainer` names what runs it where this engine does not.
    """

    device: str
    count: int
    layout: str
    micro_batch: int
    memory_bytes: int
    peak_bytes: Band
    memory: Mapping[str, float]
    hours: Band | None = None
    usd: Band | None = None
    kwh: Band | None = None
    kgco2e: Band | None = None
    steps: int = 0
    seconds: Mapping[str, float] = field(default_factory=dict)
    price: Mapping[str, Any] | None = None
    short_bytes: float = 0.0
    remedy: str = ""
    late: bool = False
    over_budget: bool = False
    model: Mapping[str, Any] = field(default_factory=dict)
    overrides: tuple[str, ...] = ()
    trainer: str = ""

    @property
    def fits(self) -> bool:
        """Whether it fits in memory."""
        return self.hours is not None

    @property
    def name(self) -> str:
        """`8 x H100-SXM-80GB`."""
        return self.device if self.count == 1 else f"{self.count} x {self.device}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """The answer of `modelyard plan`. `rows` begin with this machine's; `recommended` is one's place, None: none fits.

    `work` is what is trained (family, parameters, examples, steps), `data` what the look at the data found, `quality`
    and `serving` what the model will be worth and cost; `what_if` the same question asked otherwise.
    """

    task: str
    title: str
    created: float
    rows: tuple[Row, ...]
    recommended: int | None
    why: str
    work: Mapping[str, Any]
    data: Mapping[str, Any]
    budget: Mapping[str, Any] = field(default_factory=dict)
    quality: Mapping[str, Any] = field(default_factory=dict)
    serving: Mapping[str, Any] = field(default_factory=dict)
    what_if: tuple[Mapping[str, Any], ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def here(self) -> Row:
        """This machine's row."""
        return self.rows[0]

    @property
    def best(self) -> Row | None:
        """The recommended row."""
        return None if self.recommended is None else self.rows[self.recommended]

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return {"format": FORMAT, **_plain(asdict(self))}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Quote:
        """The inverse of `to_json`. Raises: RunError for a quote of a later version."""
        if data.get("format") != FORMAT:
            raise RunError(
                "this quote was written by another version",
                where="quote.json",
                got=data.get("format"),
                remedy="Plan anew.",
            )
        fields = {name: value for name, value in data.items() if name != "format"}
        rows = tuple(_row(row) for row in fields["rows"])
        return cls(**{**fields, "rows": rows, "what_if": tuple(fields["what_if"]), "notes": tuple(fields["notes"])})

    def with_notes(self, *notes: str) -> Quote:
        """With more notes."""
        return replace(self, notes=tuple(dict.fromkeys((*self.notes, *notes))))


def frontier(rows: Sequence[Row]) -> list[Row]:
    """The rows that no other beats in both hours and dollars, the fastest first.

    A row that costs more and is not faster by FASTER is none: figures are not known that well. Nor is one that another
    trainer runs, where this one runs any.
    """
    priced = [row for row in rows if row.hours is not None and row.usd is not None]
    priced = [row for row in priced if not row.trainer] or priced
    found: list[Row] = []
    for row in sorted(priced, key=lambda row: (_value(row.usd), _value(row.hours))):
        if not found or _value(row.hours) < (1 - FASTER) * _value(found[-1].hours):
            found.append(row)
    return found[::-1]


def _value(band: Band | None) -> float:
    assert band is not None
    return band.value


def _row(data: Mapping[str, Any]) -> Row:
    bands = {
        name: None if data.get(name) is None else Band(**data[name])
        for name in ("peak_bytes", "hours", "usd", "kwh", "kgco2e")
    }
    return Row(**{**data, **bands, "overrides": tuple(data.get("overrides", ()))})


def _plain(value: Any) -> Any:
    """Tuples as lists and figures with no more digits than are known, as JSON has them."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, float):
        return float(f"{value:.6g}")
    return value
