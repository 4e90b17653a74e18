"""The marks that a rehearsal leaves, one a part of the run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

TIMED_STEPS = 7  # of each setting, where a training times them again


@dataclass(slots=True)
class Marks:
    """The records of a rehearsal."""

    records: list[dict[str, Any]]
    look: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.look = self.one("look")

    def all(self, part: str, **fields: Any) -> list[dict[str, Any]]:
        """Those of a part, with these fields."""
        return [
            record
            for record in self.records
            if record["part"] == part and all(record.get(name) == value for name, value in fields.items())
        ]

    def one(self, part: str, **fields: Any) -> dict[str, Any]:
        """The last of them; empty where there is none."""
        found = self.all(part, **fields)
        return found[-1] if found else {}

    @property
    def scale(self) -> float:
        """Rows of the whole data over those of the sample."""
        return float(self.look["whole"] / self.look["size"]) if self.look else 1.0

    @property
    def unfinished_seconds(self) -> float:
        """How long what was cut off had been going on."""
        timed = [record for record in self.records if "at" in record]
        ended = self.one("ended")
        return max(0.0, ended["at"] - timed[-2]["at"]) if ended and len(timed) > 1 else 0.0


def timing_seconds(network: dict[str, Any]) -> float:
    """Seconds in which the run itself will time steps: none where the choice is made and there is no time limit."""
    if network["limit_seconds"] is None and network["chosen"]:
        return 0.0
    steps = [network["step_seconds"]] if network["chosen"] else list(network["tried_seconds"].values())
    return float(min(network["timing_limit_seconds"], max(0.5, TIMED_STEPS * sum(steps))))
