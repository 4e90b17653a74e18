"""A training on a device: the layout that suits it, the seconds of a step and the bytes of the busiest device."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from modelyard.core.errors import RecipeError
from modelyard.planning import costs, memory, memory_here
from modelyard.planning.hardware import Device
from modelyard.planning.layout import Layout
from modelyard.planning.quote import Band
from modelyard.planning.workload import Workload

USABLE = 0.94  # of a device's memory: the rest is the context's and lost between blocks
MEMORY_BAND = 0.15


@dataclass(frozen=True, kw_only=True, slots=True)
class Estimate:
    """What a step takes in a layout. `seconds` and `memory` are its parts."""

    layout: Layout
    step: Band
    seconds: Mapping[str, float]
    peak: Band
    memory: Mapping[str, float]

    def fits(self, device: Device) -> bool:
        """Whether the peak is within what the device can give."""
        return self.peak.value <= USABLE * device.memory_bytes


def best(work: Workload, device: Device, count: int) -> Estimate:
    """The fastest layout of `count` devices that fits; where none does, the one that needs least.

    Raises: RecipeError where no layout divides the network or the batch.
    """
    found = [estimate(work, device, layout) for layout in layouts(work, count)]
    if not found:
        raise RecipeError(
            f"a step of {work.batch} examples leaves some of {count} devices without any",
            where="train.batch_size",
            got=work.batch,
            remedy=f"Try {count} or a multiple of it.",
        )
    fitting = [one for one in found if one.fits(device)]
    if fitting:
        return min(fitting, key=lambda one: one.step.value)
    return min(found, key=lambda one: one.peak.value)


def layouts(work: Workload, count: int) -> Iterator[Layout]:
    """What our loop can run: data parallel whole or sharded, each with and without recomputation."""
    if count > work.batch:
        return
    own = -(-work.batch // count)  # of the device with the most: shares may differ by one
    micro = max(size for size in range(1, min(own, work.micro_batch) + 1) if own % size == 0)
    sizes = sorted({micro, *(size for size in (micro // 2, micro // 4, 1) if size and own % size == 0)}, reverse=True)
    for size in sizes:
        for zero in (0, 3) if count > 1 and work.family == "decoder" else (0,):
            yield Layout(data=count, zero=zero, micro_batch=size, recompute="full" if work.recompute else "none")


def estimate(work: Workload, device: Device, layout: Layout) -> Estimate:
    """The step and the memory of one layout. Raises: RecipeError for one that does not divide the network."""
    architecture = work.architecture
    assert architecture is not None
    layout.check(architecture)
    here = device.generation == "cpu"
    precision = precision_of(work, device)
    step = costs.training_step(
        architecture,
        layout,
        device,
        costs.Training(
            positions=max(1, round(work.positions)),
            sequences=work.batch,
            precision=precision,
            # Cut matrices go by the definition's own forward pass, not by our kernels.
            software="fused" if work.family == "decoder" and layout.tensor == 1 and not here else "eager",
            optimizer=work.optimizer,
        ),
    )
    parts = held(work, device, layout)
    return Estimate(
        layout=layout,
        step=Band(value=step.seconds, low=step.low, high=step.high),
        seconds=dict(step.parts),
        peak=Band.around(math.fsum(parts.values()), MEMORY_BAND),
        memory={name: size for name, size in parts.items() if size > 0},
    )


def held(work: Workload, device: Device, layout: Layout) -> dict[str, float]:
    """Bytes of the fullest device by part."""
    precision = precision_of(work, device)
    if device.generation == "cpu":
        return _held_here(work, layout, precision)
    return _held(work, layout, precision)


def _held_here(work: Workload, layout: Layout, precision: str) -> dict[str, float]:
    """On the processors of this machine, by our own engine."""
    assert work.architecture is not None
    parts = memory_here.of(
        work.architecture,
        positions=work.longest,
        examples=layout.micro_batch,
        precision=precision,
        optimizer=work.optimizer,
        recompute=layout.recompute == "full",
        validated=work.validated > 0,
    ).parts
    for block in work.architecture.blocks:
        if block.quantised_bits is not None:  # a frozen base in fewer bits than the float32 that was counted
            frozen = sum(float(p.k * p.n * p.count) for p in block.products if p.weights and p.frozen)
            parts["weights"] -= block.repeats * frozen * (4.0 - block.quantised_bits / 8)
    return parts


def _held(work: Workload, layout: Layout, precision: str) -> dict[str, float]:
    """On an accelerator."""
    assert work.architecture is not None
    return memory.of(
        work.architecture,
        layout,
        positions=work.longest,
        precision=precision,
        optimizer=work.optimizer,
        accumulated=work.batch > layout.data * layout.micro_batch,
        attention="fused" if work.family == "decoder" else "plain",
        fused=work.family == "decoder" and layout.tensor == 1,
    ).parts


def precision_of(work: Workload, device: Device) -> str:
    """What a device would compute in: bfloat16 where it has it and the outputs bear it, as the loop decides."""
    if work.precision != "auto":
        return work.precision
    return "bf16" if "bf16" in device.flops and work.rounds else "fp32"


def describe(layout: Layout) -> str:
    """A layout for a reader: `sharded over 8, micro-batch 4, recomputing`."""
    parts = []
    if layout.data > 1:
        parts.append(f"sharded over {layout.together}" if layout.zero == 3 else f"data x {layout.data}")
    if layout.together < layout.replicas:
        parts.append(f"{layout.replicas // layout.together} replicas")
    for name in ("tensor", "pipeline", "context", "expert"):
        if getattr(layout, name) > 1:
            parts.append(f"{name} x {getattr(layout, name)}")
    if layout.zero in (1, 2):
        parts.append("optimizer sharded")
    if layout.interleave > 1:
        parts.append(f"{layout.interleave} stages each")
    parts.append(f"micro-batch {layout.micro_batch}")
    if layout.recompute != "none":
        parts.append("recomputing" if layout.recompute == "full" else "recomputing attention")
    return ", ".join(parts)


def remedy(work: Workload, device: Device, count: int) -> str:
    """The smallest change that would make it fit on so many of these devices, tried one after the other."""
    for text, changed in _changes(work):
        try:
            found = best(changed, device, count)
        except RecipeError:
            continue
        if found.fits(device):
            return f"{text} ({found.peak.value / 1e9:.3g} GB)"
    for text, architecture in work.alternatives:
        for recompute in (False, True) if work.family == "decoder" and not work.recompute else (work.recompute,):
            changed = dataclasses.replace(work, architecture=architecture, micro_batch=1, recompute=recompute)
            found = best(changed, device, count)
            if found.fits(device):
                again = " train.recompute=true" if recompute and not work.recompute else ""
                size = f"{found.peak.value / 1e9:.3g} GB"
                return f"{text} train.batch_size=1 train.accumulate={work.batch}{again} ({size})"
    for more in (2, 4, 8, 16, 32, 64):
        if work.family == "decoder" and more > count and device.generation != "cpu":
            shard = Layout(data=more, zero=3, micro_batch=1, recompute="full")
            found = estimate(dataclasses.replace(work, batch=max(work.batch, more)), device, shard)
            if found.fits(device):
                size = f"{found.peak.value / 1e9:.3g} GB each"
                return f"{more} devices: train.parallel.shard=true train.recompute=true ({size})"
    return "a smaller model, or a device with more memory"


def _changes(work: Workload) -> Iterator[tuple[str, Workload]]:
    micro = work.micro_batch
    while micro > 1:
        micro //= 2
        yield (
            f"train.batch_size={micro} train.accumulate={work.batch // micro}",
            dataclasses.replace(work, micro_batch=micro),
        )
    if work.family == "decoder" and not work.recompute:
        yield "train.recompute=true", dataclasses.replace(work, recompute=True)
        yield (
            f"train.recompute=true train.batch_size=1 train.accumulate={work.batch}",
            dataclasses.replace(work, recompute=True, micro_batch=1),
        )
