"""Layouts of a training that fit a device: the fastest for a count of them, the cheapest over counts."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from modelyard.core.architecture import Architecture
from modelyard.core.errors import RecipeError
from modelyard.planning import memory
from modelyard.planning.costs import Software, Step, training_step
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
    architecture: Architecture,
    device: Device,
    count: int,
    *,
    positions: int,
    sequences: int,
    precision: str = "bf16",
    pure: bool = False,
    optimizer: str = "adamw",
    software: Software = "fused",
    usable: float = USABLE,
    sharded_only: bool = False,
) -> list[Candidate]:
    """The layouts of `count` devices that fit, fastest first; empty where none does (`least` says by how much).

    Over data (whole, or its state shared out, or all of it), tensor, pipeline, context and expert parallelism, the
    micro-batch and recomputation. `sharded_only`: what runs without a framework for the others, data parallelism whole
    or sharded. Raises: RecipeError where no layout divides the network and the batch.
    """
    found = []
    asked = _Question(architecture, device, positions, sequences, precision, pure, optimizer, software)
    splits = list(_splits(architecture, device, count, positions, sequences, sharded_only=sharded_only))
    if not splits:
        raise RecipeError(
            f"no layout of {count} devices divides the network and a batch of {sequences} sequences",
            where="devices",
            got=count,
            remedy=f"Try {math.gcd(count, sequences)} devices, or a batch that is a multiple of {count}",
        )
    for split in splits:
        for recompute in RECOMPUTED:
            fitting = asked.largest(replace(split, recompute=recompute), usable * device.memory_bytes)
            if fitting is not None:
                found.append(Candidate(layout=fitting[0], step=asked.step(fitting[0]), memory=fitting[1]))
                if recompute == "none":
                    break
    return sorted(found, key=lambda one: one.step.seconds)


def cheapest(
    architecture: Architecture,
    device: Device,
    counts: Sequence[int],
    *,
    positions: int,
    sequences: int,
    precision: str = "bf16",
    pure: bool = False,
    optimizer: str = "adamw",
    software: Software = "fused",
    usable: float = USABLE,
) -> Candidate | None:
    """The layout of those counts of one device that pays the fewest device-seconds; None where none fits.

    Counts that divide neither the network nor the batch are passed over.
    """
    best: Candidate | None = None
    for count in counts:
        try:
            found = search(
                architecture,
                device,
                count,
                positions=positions,
                sequences=sequences,
                precision=precision,
                pure=pure,
                optimizer=optimizer,
                software=software,
                usable=usable,
            )
        except RecipeError:
            continue
        if found and (best is None or found[0].device_seconds < best.device_seconds):
            best = found[0]
    return best


def least(
    architecture: Architecture,
    device: Device,
    count: int,
    *,
    positions: int,
    sequences: int,
    precision: str = "bf16",
    pure: bool = False,
    optimizer: str = "adamw",
) -> tuple[Layout, Bytes]:
    """The layout of `count` devices that needs the least memory, whether it fits or not.

    Raises: RecipeError where none divides the network and the batch.
    """
    asked = _Question(architecture, device, positions, sequences, precision, pure, optimizer, "fused")
    splits = list(_splits(architecture, device, count, positions, sequences, sharded_only=False))
    if not splits:
        raise RecipeError("no layout divides the network and the batch", where="devices", got=count)
    layouts = [replace(split, recompute="full") for split in splits]
    found = [(layout, asked.bytes(layout)) for layout in layouts]
    return min(found, key=lambda one: one[1].total)


@dataclass(frozen=True)
class _Question:
    """What stays the same over the layouts that are tried."""

    architecture: Architecture
    device: Device
    positions: int
    sequences: int
    precision: str
    pure: bool
    optimizer: str
    software: Software

    def bytes(self, layout: Layout) -> Bytes:
        return memory.of(
            self.architecture,
            layout,
            positions=self.positions,
            precision="bf16" if self.precision in ("fp8", "fp4") else self.precision,
            pure=self.pure,
            optimizer=self.optimizer,
            accumulated=layout.micro_batches(self.sequences) > 1,
            attention="fused" if self.software in ("fused", "tuned") else "plain",
        )

    def step(self, layout: Layout) -> Step:
        return training_step(
            self.architecture,
            layout,
            self.device,
            positions=self.positions,
            sequences=self.sequences,
            precision=self.precision,
            pure=self.pure,
            software=self.software,
            optimizer=self.optimizer,
        )

    def largest(self, layout: Layout, room: float) -> tuple[Layout, Bytes] | None:
        """With the largest micro-batch that fits and divides the batch, up to what keeps a pipeline full."""
        own = self.sequences // layout.data
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


def _splits(
    architecture: Architecture, device: Device, count: int, positions: int, sequences: int, *, sharded_only: bool
) -> Iterator[Layout]:
    """Every way to deal the devices out that divides the network, the sequence and the batch."""
    layers = sum(block.repeats for block in architecture.blocks if block.recomputable)
    experts = max((p.count for b in architecture.blocks for p in b.products if p.share < 1), default=1)
    fast = min(device.domain, 8)
    tensors = [1] if sharded_only else [size for size in _powers(fast) if count % size == 0]
    stages = [1] if sharded_only or not layers else [size for size in _powers(64) if layers % size == 0]
    contexts = [1] if sharded_only or positions < LONG else [size for size in _powers(8) if positions % (2 * size) == 0]
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
