"""What a training decides before its first step, as a file that a resumed one repeats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from modelyard.training.schedule import Timeline
from modelyard.training.shortage import Parts
from modelyard.training.spikes import Rewinds


@dataclass(kw_only=True, slots=True)
class Plan:
    """What was decided before the first step; all of it stands in `plan.json` and is reused on resume.

    `digest` is of all that the decisions depend on; `limit_seconds` the time for the loop, None without a budget;
    `ceiling_steps` how far a refit may extend the run; `judged_rows` how many rows a validation reads (None: all).
    """

    digest: str
    family: str
    seed: int
    batch_size: int
    learning_rate: float
    precision: str
    threads: int
    evaluations: int
    timeline: Timeline
    steps_per_epoch: int
    limit_seconds: float | None = None
    step_seconds: float = 0.0
    evaluation_seconds: float = 0.0
    ceiling_steps: int = 0
    judged_rows: int | None = None
    config: dict[str, Any] | None = None
    attention: str = ""
    device: str = "cpu"
    compile: bool = False
    parts: Parts = field(default_factory=Parts)
    rewinds: Rewinds = field(default_factory=Rewinds)
    tried_seconds: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.parts.sizes:
            self.parts = Parts.of(self.batch_size)

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        own = {name: getattr(self, name) for name in self.__slots__}
        return {**own, **{name: own[name].to_json() for name in ("timeline", "parts", "rewinds")}}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Plan:
        """The inverse of `to_json`."""
        timeline = Timeline(data["timeline"]["total"], [tuple(segment) for segment in data["timeline"]["segments"]])
        parts, rewinds = Parts.from_json(data["parts"]), Rewinds.from_json(data["rewinds"])
        return cls(**{**data, "timeline": timeline, "parts": parts, "rewinds": rewinds})
