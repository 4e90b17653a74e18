"""The time of a training step by part: what a device has to do, at the rates that devices are seen to achieve.

`counting.work` counts, `efficiency.step_parts` weighs with few coefficients that are fitted to published runs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from modelyard.core.architecture import Architecture
from modelyard.planning import efficiency
from modelyard.planning.amounts import Software, Training, Work
from modelyard.planning.counting import NODE, work
from modelyard.planning.hardware import Device
from modelyard.planning.layout import Layout

__all__ = ["Software", "Step", "Training", "Work", "likeness", "training_step", "work"]

SEEN = frozenset({"volta", "ampere", "hopper", "blackwell", "tpu"})  # generations of the published training runs


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """Seconds of a training step: the prediction, the band that holds nine of ten runs, and the parts that add up."""

    seconds: float
    low: float
    high: float
    parts: Mapping[str, float]


def training_step(
    architecture: Architecture,
    layout: Layout,
    device: Device,
    training: Training,
    *,
    whole_run: bool = False,
    coefficients: efficiency.Coefficients | None = None,
) -> Step:
    """Predicts the time of one optimizer step.

    `whole_run`: with a long run's share of restarts, evaluations and checkpoints. `coefficients`: others than the
    fitted ones.
    """
    amounts = work(architecture, layout, device, training)
    own = efficiency.coefficients("training") if coefficients is None else coefficients
    parts = {name: float(value) for name, value in efficiency.step_parts(amounts.as_mapping(), own).items()}
    if whole_run:
        parts["interruptions"] = own["interruptions"] * math.fsum(parts.values())
    seconds = math.fsum(parts.values())
    like = likeness(architecture, layout, device, precision=training.precision, whole_run=whole_run)
    band = efficiency.band("training", like)
    kept = {name: value for name, value in parts.items() if value > 0}
    return Step(seconds=seconds, low=seconds * band.low, high=seconds * band.high, parts=kept)


def likeness(
    architecture: Architecture, layout: Layout, device: Device, *, precision: str = "bf16", whole_run: bool = False
) -> str:
    """How like the published runs a question is: what its band depends on."""
    if whole_run:
        return "hours of a run"
    if device.generation not in SEEN:
        return "device of a generation not measured"
    routed = any(product.share < 1 for block in architecture.blocks for product in block.products)
    if routed or layout.context > 1 or device.computes_in(precision) == "fp4":
        return "experts, long context or fp4"
    if layout.devices > device.domain or layout.devices > NODE:
        return "several nodes"
    return "one node"
