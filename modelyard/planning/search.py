"""Layouts of a training that fit a count of devices, the fastest first: what any trainer could run."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from modelyard.core.architecture import Architecture
from modelyard.core.errors import RecipeError
from modelyard.planning import memory
from modelyard.planning.costs import Step, Training, training_step
from modelyard.planning.hardware import Device
from modelyard.planning.layout import Layout, Recompute
from modelyard.planning.memory import Bytes

USABLE = 0.94  # of a device's memory: the rest is the driver's and lost between blocks
LONG = 16_384  # positions above which splitting a sequence is tried
MOST_MICRO = 64
INTERLEAVE = 4
RECOMPUTED: tuple[Recompute, ...] = ("none", "full")


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A layout that fits, with its step's time and its peak memory."""

    layout: Layout
    step: Step
    memory: Bytes

    @property
    def device_seconds(self) -> float:
        """What is paid for a step: seconds times devices."""
        return self.step.seconds * self.layout.devices


def search(
    architecture: Architecture, device: Device, count: int, training: Training, *, usable: float = USABLE
) -> list[Candidate]:
    """The layouts of `count` devices that fit, fastest first; empty where none does.

    Over data (whole, or its state shared out, or all of it), tensor, pipeline, context and expert parallelism, the
    micro-batch and recomputation. Raises: RecipeError where no layout divides the network and the batch.
    """
    found = []
    asked = _Question(architecture, device, training)
    splits = list(_splits(architecture, device, count, training.positions, training.sequences))
    if not splits:
        raise RecipeError(
            f"no layout of {count} devices divides the network and a batch of {training.sequences} sequences",
            where="devices",
            got=count,
            remedy=f"Try {math.gcd(count, training.sequences)} devices, or a batch that is a multiple of {count}",
        )
    for split in splits:
        for recompute in RECOMPUTED:
            fitting = asked.largest(replace(split, recompute=recompute), usable * device.memory_bytes)
            if fitting is not None:
                found.append(Candidate(layout=fitting[0], step=asked.step(fitting[0]), memory=fitting[1]))
                if recompute == "none":
                    break
    return sorted(found, key=lambda one: one.step.seconds)


@dataclass(frozen=True)
class _Question:
    """What stays the same over the layouts that are tried."""

    architecture: Architecture
    device: Device
    training: Training

    def bytes(self, layout: Layout) -> Bytes:
        asked = self.training
        return memory.of(
            self.architecture,
            layout,
            positions=asked.positions,
            precision="bf16" if asked.precision in ("fp8", "fp4") else asked.precision,
            pure=asked.pure,
            optimizer=asked.optimizer,
            accumulated=layout.micro_batches(asked.sequences) > 1,
            attention="fused" if asked.software in ("fused", "tuned") else "plain",
        )

    def step(self, layout: Layout) -> Step:
        return training_step(self.architecture, layout, self.device, self.training)

    def largest(self, layout: Layout, room: float) -> tuple[Layout, Bytes] | None:
        """With the largest micro-batch that fits and divides the batch, up to what keeps a pipeline full."""
        own = self.training.sequences // layout.data
        keeps = max(1, own // (4 * layout.pipeline)) if layout.pipeline > 1 else own
        sizes = [size for size in _powers(MOST_MICRO) if own % size == 0 and size <= keeps]
        low, high, best = 0, len(sizes) - 1, None
        while low <= high:
            middle = (low + high) // 2
            tried = replace(layout, micro_batch=sizes[middle])
            peak = self.bytes(tried)
            if peak.total <= room:
                best, low = (tried, peak), middle + 1
            else:
                high = middle - 1
        return best


def _splits(architecture: Architecture, device: Device, count: int, positions: int, sequences: int) -> Iterator[Layout]:
    """Every way to deal the devices out that divides the network, the sequence and the batch."""
    layers = sum(block.repeats for block in architecture.blocks if block.recomputable)
    experts = max((p.count for b in architecture.blocks for p in b.products if p.share < 1), default=1)
    fast = min(device.domain, 8)
    tensors = [size for size in _powers(fast) if count % size == 0]
    stages = [1] if not layers else [size for size in _powers(64) if layers % size == 0]
    contexts = [1] if positions < LONG else [size for size in _powers(8) if positions % (2 * size) == 0]
    for tensor, pipeline, context in itertools.product(tensors, stages, contexts):
        rest = count // (tensor * pipeline * context)
        if rest * tensor * pipeline * context != count or sequences % rest:
            continue
        shared = rest * context > 1
        zeros = (0,) if not shared else (1,) if pipeline > 1 else (1, 3)
        interleave = next((v for v in (INTERLEAVE, 2) if pipeline > 1 and layers // pipeline % v == 0), 1)
        for zero, expert in itertools.product(zeros, _expert_degrees(experts, rest * context * tensor)):
            layout = Layout(
                data=rest,
                zero=zero,
                tensor=tensor,
                sequence=tensor > 1,
                pipeline=pipeline,
                interleave=interleave,
                context=context,
                expert=expert,
            )
            try:
                layout.check(architecture, positions=positions, sequences=sequences)
            except RecipeError:
                continue
            yield layout


def _expert_degrees(experts: int, devices: int) -> tuple[int, ...]:
    if experts == 1:
        return (1,)
    sizes = [size for size in _powers(min(experts, devices)) if experts % size == 0 and devices % size == 0]
    return tuple(dict.fromkeys((1, sizes[len(sizes) // 2], sizes[-1])))


def _powers(most: int) -> list[int]:
    return [2**power for power in range(max(1, most).bit_length())]
