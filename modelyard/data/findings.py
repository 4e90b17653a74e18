"""A finding: what is wrong with the data, where, what it does to a model, and what was done about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from modelyard.data.values import encodable

Severity = Literal["error", "warning", "info"]
PLACES = 10
MOST_ROWS = 100_000  # of one finding in findings.csv


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """`text` says what was found, `effect` what it does, `remedy` what was done or can be; `places` the first 10."""

    kind: str
    severity: Severity
    columns: tuple[str, ...]
    count: int
    places: tuple[str, ...]
    text: str
    effect: str
    remedy: str

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return {**asdict(self), "columns": list(self.columns), "places": list(self.places)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Finding:
        """The inverse of `to_json`."""
        return cls(**{**data, "columns": tuple(data["columns"]), "places": tuple(data["places"])})


def percent(share: float) -> str:
    """A share for a reader: 86.6 %, and never 0.0 % or 100.0 % of what is not none or all."""
    text = f"{100 * share:.1f}"
    if text == "0.0" and share > 0:
        return "under 0.1 %"
    return "over 99.9 %" if text == "100.0" and share < 1 else f"{text} %"


def amount(number: int, noun: str) -> str:
    """`1 row`, `1,200 rows`, `2 classes`."""
    plural = noun + ("es" if noun.endswith("s") else "s")
    return f"{number:,} {noun if number == 1 else plural}"


def be(number: int) -> str:
    """The verb that fits the number."""
    return "is" if number == 1 else "are"


class Findings:
    """Findings as they are made, with every row of each for findings.csv."""

    def __init__(self) -> None:
        self._found: list[tuple[Finding, list[tuple[str, str]]]] = []

    def add(
        self,
        kind: str,
        severity: Severity,
        text: str,
        *,
        effect: str,
        remedy: str,
        columns: Sequence[str] = (),
        rows: Iterable[tuple[str, str]] = (),
        count: int | None = None,
    ) -> None:
        """Record a finding. `rows` are (place, what stands there); `count` where it is not the number of rows."""
        held = list(islice(rows, MOST_ROWS))
        finding = Finding(
            kind=kind,
            severity=severity,
            columns=tuple(columns),
            count=len(held) if count is None else count,
            places=tuple(place for place, _ in held[:PLACES]),
            text=text,
            effect=effect,
            remedy=remedy,
        )
        self._found.append((finding, held))

    @property
    def all(self) -> tuple[Finding, ...]:
        """What was found, the gravest first."""
        order = {"error": 0, "warning": 1, "info": 2}
        return tuple(sorted((finding for finding, _ in self._found), key=lambda finding: order[finding.severity]))

    def write(self, path: Path) -> None:
        """Every row of every finding, as a table without live formulas."""
        from modelyard.data.sources import write_rows

        rows: dict[str, list[str]] = {"finding": [], "columns": [], "place": [], "detail": []}
        for finding, held in self._found:
            for place, detail in held:
                rows["finding"].append(finding.kind)
                rows["columns"].append(", ".join(finding.columns))
                rows["place"].append(place)
                rows["detail"].append(encodable(detail))
        write_rows(path, rows)
