"""What one pass over a source found: the profile of a table and of each of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

ProfileKind = Literal["text", "number", "category", "date", "vector", "identifier", "constant", "mixed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ColumnProfile:
    """One column. Exact: `missing`, `low`, `high`, `mean`, `deviation`, `non_numbers`, `longest`, and whatever
    `estimated` does not list; the rest comes from the sample or from hashes.

    `counts` are the values with their frequencies, most frequent first, and empty where there are too many to hold.
    `lengths` are quantiles of the characters of a text by share ("0.5": 84). `scripts` are shares of texts.
    """

    name: str
    kind: ProfileKind
    missing: int
    distinct: int
    counts: Mapping[str, int] = field(default_factory=dict)
    numeric_share: float = 0.0  # of the values that are present
    whole: bool = False  # every number is a whole one
    low: float | None = None
    high: float | None = None
    mean: float | None = None
    deviation: float | None = None
    quantiles: Mapping[str, float] = field(default_factory=dict)
    non_numbers: int = 0  # among numbers: cells that are present and no number
    non_number_places: tuple[tuple[str, str], ...] = ()  # (place, cell), the first 10
    date_format: str | None = None
    longest: int = 0
    lengths: Mapping[str, float] = field(default_factory=dict)
    scripts: Mapping[str, float] = field(default_factory=dict)
    shape: tuple[int, ...] = ()
    opaque: bool = False  # bytes or structures: nothing reads them
    examples: tuple[Any, ...] = ()
    estimated: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As plain JSON; long value lists are cut to the 100 most frequent, with the number left out."""
        data = asdict(self)
        data["counts"] = dict(list(self.counts.items())[:100])
        data["counts_left_out"] = max(0, len(self.counts) - 100)
        return data


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """One source. `sample` holds whole rows, drawn with equal chance; texts in it are cut at `SAMPLE_CHARACTERS`.

    `repeated` rows have an identical row before them; estimated from a sample of row hashes beyond the limit.
    """

    rows: int
    malformed: int
    columns: tuple[ColumnProfile, ...]
    description: Mapping[str, Any]
    repeated: int
    estimated: tuple[str, ...]
    sample: Mapping[str, Sequence[Any]]
    sample_places: tuple[str, ...]
    seconds: float = 0.0

    def __getitem__(self, name: str) -> ColumnProfile:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns in the order of the file."""
        return tuple(column.name for column in self.columns)

    def to_json(self) -> dict[str, Any]:
        """As plain JSON, without the sample (which may hold personal data)."""
        return {
            "rows": self.rows,
            "malformed": self.malformed,
            "repeated": self.repeated,
            "estimated": list(self.estimated),
            "description": dict(self.description),
            "seconds": round(self.seconds, 3),
            "columns": [column.to_json() for column in self.columns],
        }
