"""How far a run is, and the learning rate there."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any, Literal

Schedule = Literal["constant", "linear", "cosine", "polynomial"]
POLYNOMIAL_POWER = 2.0


def factor(schedule: Schedule, position: float, total: int, warmup_steps: int) -> float:
    """The share of the peak learning rate of the step that starts at `position` (in steps of a plan of `total`).

    Warm-up rises linearly so that its last step has the peak; the decay then ends at 0 after the last step.
    """
    if position < warmup_steps:
        return min(1.0, (position + 1) / warmup_steps)
    left = 1.0 - (position - warmup_steps) / max(1, total - warmup_steps)
    left = min(1.0, max(0.0, left))
    if schedule == "constant":
        return 1.0
    if schedule == "linear":
        return left
    if schedule == "cosine":
        return 0.5 * (1.0 - math.cos(math.pi * left))
    return float(left**POLYNOMIAL_POWER)


@dataclass(slots=True)
class Timeline:
    """Maps steps to positions on the schedule, so that a schedule can be refitted to the time left and still end at 0.

    `segments` are (first step, position there, last step): from each first step on, positions rise evenly towards
    `total` at the last step. Everything is written with the run, so that a resumed one repeats it.
    """

    total: int
    segments: list[tuple[int, float, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.segments = [(int(a), float(b), int(c)) for a, b, c in self.segments] or [(0, 0.0, self.total)]

    @property
    def last(self) -> int:
        """The number of steps that the run will take."""
        return self.segments[-1][2]

    def position(self, step: int) -> float:
        """Where on the schedule the step numbered `step` (from 0) starts."""
        first, at, last = next(s for s in reversed(self.segments) if s[0] <= step)
        if (first, at, last) == (0, 0.0, self.total):
            return float(step)
        return at + (step - first) * (self.total - at) / max(1, last - first)

    def refit(self, step: int, last: int) -> None:
        """From `step` on, move evenly to the end of the schedule at `last`."""
        at = self.position(step)
        self.segments = [s for s in self.segments if s[0] < step] + [(step, at, max(step, last))]

    def evaluations_due(self, step: int, evaluations: int) -> int:
        """How many of the run's evaluations should have happened once `step` steps are done."""
        if step >= self.last:
            return evaluations
        return min(evaluations - 1, int(self.position(step) * evaluations / self.total + 1e-9))

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return {"total": self.total, "segments": [list(segment) for segment in self.segments]}
