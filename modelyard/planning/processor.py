"""The time of a training step on processors, by what this machine was measured to do; and which setting a run takes.

The amounts are `counting`'s, as on accelerators. What becomes of them is weighed by coefficients of their own: an
operation costs its start, the products of small networks stay far below the best rate, and in bfloat16 everything
that is no product is converted to and fro. Source of the coefficients: benchmarks/quotes_steps.py.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from modelyard.core.architecture import Architecture
from modelyard.planning.amounts import Training, Work
from modelyard.planning.counting import work as counted
from modelyard.planning.hardware import Device
from modelyard.planning.layout import Layout
from modelyard.planning.local import BANDWIDTH_EXPONENT

# Weights of a step's amounts by precision: times the seconds that the measured rates would take; of `passes` and `step`
# seconds each. Fitted to the processor time of one thread on 14 networks, from 0.9 to 1,000 ms a step; a network left
# out of the fit was off by 20 % in the median.
COEFFICIENTS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "fp32": {"products": 1.0, "traffic": 0.1, "elementwise": 5.6, "passes": 1e-5, "optimizer": 2.2, "step": 6e-4},
        "bf16": {
            "products": 1.27,
            "traffic": 1.4,
            "elementwise": 4.9,
            "passes": 2.4e-5,
            "optimizer": 3.7,
            "step": 6e-4,
        },
    }
)
LOW, HIGH = 0.62, 1.75  # factors between which nine of ten of those steps lie, each left out of the fit
# As `training.rehearsal` compares settings: steps of each, and the gain that a dearer one must bring.
COMPARED_STEPS, WORTHWHILE, ENOUGH_SECONDS, LEAST_SECONDS = 6, 0.95, 0.5, 0.1
COMPARING_SECONDS, COMPARING_SHARE = 10.0, 0.04
# Differentially private steps (train.privacy): each example has a gradient of its own, as large as all that is
# trained, which is made, squared, clipped and summed. Times the seconds that moving those bytes once takes: of an mlp
# 72, cnn 87, encoder 81, decoder 90, and of an lstm, whose examples go one by one, 54. Source: processor time of one
# thread in float32 beside the same step without privacy, which took 20, 11, 3.3, 1.5 and 8.6 times less.
SINGLE_GRADIENTS = 80.0
# Processes of one machine: gradients go through the host's memory, and every step has messages to agree on.
EXCHANGED_PER_SECOND, AGREEING_SECONDS, SHARED_SLOWER = 1e9, 2e-3, 1.15


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """A precision and a number of threads, and the seconds of a step by part."""

    precision: str
    threads: int
    parts: Mapping[str, float]

    @property
    def seconds(self) -> float:
        """Of a step."""
        return math.fsum(self.parts.values())


def settings(
    architecture: Architecture,
    device: Device,
    *,
    micro_batch: int,
    positions: int,
    sequences: int,
    precisions: Sequence[str],
    threads: int,
    optimizer: str = "adamw",
    recompute: bool = False,
    private: bool = False,
) -> list[Setting]:
    """What a run would compare, the plainest first: each precision on one thread and on all `threads`.

    `private`: the gradients of single examples are clipped (train.privacy).

    Raises: RecipeError for a batch or a length that is no positive number.
    """
    found = []
    layout = Layout(micro_batch=micro_batch, recompute="full" if recompute else "none")
    for precision in precisions:
        for count in sorted({1, threads}):
            slower = dataclasses.replace(
                device,
                flops={name: rate * count / threads for name, rate in device.flops.items()},
                matmul_flops=(device.matmul_flops or device.peak("bf16")) * count / threads,
                bandwidth=device.bandwidth * (count / threads) ** BANDWIDTH_EXPONENT,
            )
            asked = Training(
                positions=positions, sequences=sequences, precision=precision, software="eager", optimizer=optimizer
            )
            amounts = counted(architecture, layout, slower, asked)
            parts = weighed(amounts, precision)
            if private:
                single = 4.0 * architecture.trained * sequences
                parts["single gradients"] = SINGLE_GRADIENTS * single / slower.bandwidth
            found.append(Setting(precision=precision, threads=count, parts=parts))
    return found


def weighed(amounts: Work, precision: str) -> dict[str, float]:
    """Seconds of a step by part."""
    c = COEFFICIENTS["bf16" if precision in ("bf16", "fp16") else "fp32"]
    wide = 1.0 if precision in ("bf16", "fp16") else 2.0  # operands were counted as two bytes each
    return {
        "products": c["products"] * (amounts.products + amounts.attention),
        "operands": c["traffic"] * wide * amounts.traffic,
        "memory-bound": c["elementwise"] * (amounts.elementwise + amounts.scores),
        "operations": c["passes"] * amounts.passes,
        "optimizer": c["optimizer"] * amounts.optimizer,
        "overhead": c["step"],
    }


def chosen(compared: Sequence[Setting]) -> Setting:
    """The one that a run takes: a dearer one must be worth it."""
    best = compared[0]
    for one in compared[1:]:
        if one.seconds < WORTHWHILE * best.seconds:
            best = one
    return best


def comparing_limit(limit_seconds: float | None) -> float:
    """As `training.deciding` bounds it: of a training without and with a time limit."""
    if limit_seconds is None:
        return COMPARING_SECONDS
    return min(COMPARING_SHARE * limit_seconds, max(COMPARING_SECONDS, 0.25 * COMPARING_SHARE * limit_seconds))


def comparing_seconds(compared: Sequence[Setting], most: float) -> float:
    """How long a run compares them before its first step; nothing where there is one only."""
    if len(compared) < 2:
        return 0.0
    once = math.fsum(one.seconds for one in compared)
    return min(most, LEAST_SECONDS + once + max(COMPARED_STEPS * once, min(ENOUGH_SECONDS, 12 * COMPARED_STEPS * once)))


def shared(step: Setting, processes: int, trained: int) -> Setting:
    """The same step dealt to processes of this machine, which share its processors."""
    if processes == 1:
        return step
    parts = {name: SHARED_SLOWER * seconds for name, seconds in step.parts.items()}
    parts["exchange"] = 2 * 4.0 * trained / EXCHANGED_PER_SECOND + AGREEING_SECONDS
    return Setting(precision=step.precision, threads=step.threads, parts=parts)
