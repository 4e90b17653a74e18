"""What a device does in a training step, as amounts; `counting` fills them in, `efficiency` weighs them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from modelyard.core.errors import RecipeError

# `eager`: one kernel an operation. `plain`: fused, but attention's scores are written out (before 2022). `fused`: flash
# attention, compiled or hand-fused. `tuned`: a vendor's own, communication hidden behind products; the same
# before 2022: `plain-tuned`.
Software = Literal["eager", "plain", "plain-tuned", "fused", "tuned"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Training:
    """One optimizer step as a question: `sequences` of `positions` positions on all devices together.

    `pure`: weights, gradients and state in the compute precision. `repeated`: the share of the blocks' forward pass
    that the backward computes again (else by `layout.recompute`).
    Raises: RecipeError for a batch or a length that is no positive number.
    """

    positions: int
    sequences: int
    precision: str = "bf16"
    pure: bool = False
    software: Software = "fused"
    repeated: float | None = None
    optimizer: str = "adamw"

    def __post_init__(self) -> None:
        for name in ("positions", "sequences"):
            if getattr(self, name) < 1:
                raise RecipeError("must be >= 1", where=name, got=getattr(self, name))


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """What the busiest device does in a step, each amount in seconds at the data sheet's peak.

    `steady` amounts are of all its micro-batches together. `bubble` is the idle share that a pipeline adds to them.
    `window` is the share of the steady time in which gradients may be sent; `passes` counts blocks computed,
    `collectives` messages of sharded weights (times the logarithm of who takes part).
    """

    products: float  # bf16, fp16 or fp32
    products_fp8: float
    products_fp4: float
    misaligned: float
    traffic: float
    elementwise: float
    attention: float
    scores: float
    passes: float
    tensor: float
    expert: float
    context: float
    pipeline: float
    data_inside: float
    data_outside: float
    collectives: float
    window: float
    bubble: float
    optimizer: float
    eager: float = 0.0
    tuned: float = 0.0
    hopper: float = 0.0
    sequence: float = 0.0
    nodes: float = 0.0

    def __post_init__(self) -> None:
        for one in fields(self):
            if not getattr(self, one.name) >= 0:
                raise AssertionError(f"{one.name} is {getattr(self, one.name)}")

    def as_mapping(self) -> dict[str, float]:
        """By name (`dataclasses.asdict` takes as long as the rest of a prediction)."""
        return {name: getattr(self, name) for name in self.__slots__}
