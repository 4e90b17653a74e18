"""How far a run is, and the learning rate there."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any, Literal

from modelyard.core.recipe import Train

Schedule = Literal["constant", "linear", "cosine", "polynomial", "wsd"]
DecayShape = Literal["1-sqrt", "linear"]
POLYNOMIAL_POWER = 2.0


def learning_rate(section: Train, peak: float, position: float, total: int) -> float:
    """The rate of the step that starts at `position` (in steps of a plan of `total`)."""
    return peak * factor(
        section.schedule,
        position,
        total,
        round(section.warmup * total),
        decay_steps=round(section.decay * total),
        decay_shape=section.decay_shape,
        min_rate=section.min_rate,
    )


def factor(
    schedule: Schedule,
    position: float,
    total: int,
    warmup_steps: int,
    *,
    decay_steps: int = 0,
    decay_shape: DecayShape = "linear",
    min_rate: float = 0.0,
) -> float:
    """The share of the peak learning rate of the step that starts at `position` (in steps of a plan of `total`).

    Warm-up rises linearly so that its last step has the peak; the rest then ends at `min_rate` after the last step
    (`constant` keeps the peak). `wsd` (warm-up, stable, decay) keeps the peak until its last `decay_steps`.
    Source: Hu et al. 2024, MiniCPM, section 4, for wsd; Hagele et al. 2024, section 3, for its decay by 1 - sqrt.
    """
    if position < warmup_steps:
        return min(1.0, (position + 1) / warmup_steps)
    if schedule == "constant":
        return 1.0
    first = max(warmup_steps, total - decay_steps) if schedule == "wsd" else warmup_steps
    left = min(1.0, max(0.0, 1.0 - (position - first) / max(1, total - first)))
    if schedule == "linear" or (schedule == "wsd" and decay_shape == "linear"):
        share = left
    elif schedule == "wsd":
        share = 1.0 - math.sqrt(1.0 - left)
    elif schedule == "cosine":
        share = 0.5 * (1.0 - math.cos(math.pi * left))
    else:
        share = left**POLYNOMIAL_POWER
    return min_rate + (1.0 - min_rate) * share


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
