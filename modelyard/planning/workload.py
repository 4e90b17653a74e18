"""What a training is, as figures: the network, the examples, the steps. What a device takes for it is `estimating`."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Any

from modelyard.core.architecture import Architecture
from modelyard.core.recipe import Parallel


@dataclass(frozen=True, kw_only=True, slots=True)
class Workload:
    """One training. `positions` is the mean of an example, `longest` the longest, `lengths` how many
    different ones batches are padded to; `batch` examples make a step, of which `micro_batch` are computed at once.

    `steps` is what recipe or default ask for, `ceiling` what a budget may extend them to. `validated` are the examples
    of one validation, `judged` those of the final test. `unique_tokens` and `text_bytes` are of the training split.
    `limit_seconds` is the run's hard stop, None without one. `rounds`: bfloat16's digits
    do for its outputs. `open_size`: the budget sets the network's size. `alternatives` are smaller ones, by override.
    `parallel` is what the recipe asks of several processes; `private`: train.privacy clips each example's gradient.
    """

    task: str
    sort: str
    family: str
    network: bool
    architecture: Architecture | None
    config: Any
    examples: int
    positions: float
    longest: int
    batch: int
    micro_batch: int
    steps: int
    ceiling: int
    evaluations: int
    validated: int
    judged: int
    precision: str
    optimizer: str
    recompute: bool
    rounds: bool = True
    vocabulary: int = 0
    unique_tokens: float = 0.0
    text_bytes: float = 0.0
    bytes_per_token: float = 0.0
    features: int = 0
    outputs: int = 1
    exact: bool = True
    limit_seconds: float | None = None
    open_size: bool = False
    pretrained: bool = False
    adapter: str = ""
    alternatives: tuple[tuple[str, Architecture], ...] = ()
    parallel: Parallel = field(default_factory=Parallel)
    private: bool = False
    lengths: int = 1

    @property
    def is_text(self) -> bool:
        """Whether its examples are sequences of tokens."""
        return self.sort in ("text", "corpus", "masked", "conversations", "pairs")

    @property
    def is_stream(self) -> bool:
        """Whether it learns from running text or conversations: figures are then by token."""
        return self.sort in ("corpus", "masked", "conversations", "pairs")

    @property
    def steps_per_epoch(self) -> int:
        """Steps of one pass over the training split."""
        return max(1, self.examples // self.batch if self.is_stream else math.ceil(self.examples / self.batch))

    def tokens(self, steps: int) -> float:
        """Positions computed in so many steps."""
        return float(steps) * self.batch * self.positions

    def epochs(self, steps: int) -> float:
        """Passes over the training split in so many steps."""
        return steps / self.steps_per_epoch

    def within(self, seconds: float, step_seconds: float, around_seconds: float) -> int:
        """The steps that a limit allows, a sixth of the time left for validations and a twentieth free, as the loop."""
        usable = (seconds - around_seconds) * 0.95
        return max(1, min(self.ceiling, int(usable * (5 / 6) / step_seconds)))

    def grown(self, factor: float) -> Workload:
        """The same training on so many times the data: as many passes, so more steps."""
        return replace(
            self,
            examples=max(1, round(self.examples * factor)),
            steps=max(1, round(self.steps * factor)),
            ceiling=max(1, round(self.ceiling * factor)),
            validated=round(self.validated * factor) if not self.is_stream else self.validated,
            judged=round(self.judged * factor),
            unique_tokens=self.unique_tokens * factor,
            text_bytes=self.text_bytes * factor,
        )
