"""How fast a device answers: seconds of a batch of requests, by its own limits of arithmetic and memory traffic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from modelyard.core.architecture import Architecture
from modelyard.planning import decoding, memory
from modelyard.planning.answers import economics
from modelyard.planning.answers.economics import Load, Service, Speed
from modelyard.planning.estimating import USABLE
from modelyard.planning.hardware import Device, catalogue
from modelyard.planning.money import prices
from modelyard.planning.money.prices import Price
from modelyard.planning.workload import Workload

# Of the peak, what products of a prompt reach; of the bandwidth, what reading weights for a token reaches.
PRODUCTS, READING = 0.45, 0.65
# Starting the kernels of a block; and what the server itself does for each request, on one core, in seconds.
LAUNCH, REQUEST = 25e-6, 1e-3
BAND, MEASURED_BAND = 0.35, 0.15
GROUPS = (1, 2, 4, 8)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a run has measured on this machine, one request at a time: an answer, or a token that is written."""

    seconds: float | None = None
    seconds_a_token: float | None = None

    def of(self, load: Load) -> float:
        """Seconds of an answer of this load."""
        if self.seconds is not None:
            return self.seconds
        return (self.seconds_a_token or 0.0) * max(1, load.tokens_out)


def services(
    work: Workload, load: Load, *, listed: Sequence[Price], here: Device, own: Price, measured: Answer | None = None
) -> list[Service]:
    """The cheapest way to bear the load on each device that can, the cheapest first.

    `measured`: this machine's row is of that, and not computed.
    """
    found = []
    architecture = work.architecture
    if measured is not None:
        speed = Speed(batch=1, seconds=max(1e-6, measured.of(load)), band=MEASURED_BAND)
        one = economics.serve(here.name, own.usd_per_hour, [speed], load)
        found += [one] if one is not None else []
    elif architecture is not None:
        found += _on(architecture, here, own.usd_per_hour, load, work)
    if architecture is not None and work.network:
        for name, device in catalogue().items():
            price = prices.usual(listed, name)
            if price is not None and device.vendor == "NVIDIA":
                found += _on(architecture, device, price.usd_per_hour, load, work)
    return sorted(found, key=lambda one: (one.usd_per_1000.value, one.latency_seconds.value))


def _on(architecture: Architecture, device: Device, usd_per_hour: float, load: Load, work: Workload) -> list[Service]:
    """On the smallest group of this device that holds the model within the latency."""
    for group in GROUPS:
        if group > 1 and (device.generation == "cpu" or architecture.logits == 0):
            break
        speeds = economics.speeds(
            lambda batch, group=group: speed_of(architecture, device, batch, load, work, group)  # type: ignore[misc]
        )
        one = economics.serve(device.name, usd_per_hour, speeds, load, group=group) if speeds else None
        if one is not None:
            return [one]
    return []


def speed_of(
    architecture: Architecture, device: Device, batch: int, load: Load, work: Workload, group: int = 1
) -> Speed | None:
    """A batch of requests on a group of devices; None where it does not fit in memory."""
    here = device.generation == "cpu"
    positions = max(1, load.tokens or round(work.positions))
    held = memory.inference(architecture, positions=positions, examples=batch, tensor=group, overhead=not here)
    if held.total > USABLE * device.memory_bytes:
        return None
    if not load.tokens_out:
        return Speed(batch=batch, seconds=_scored(architecture, device, batch, load, work, group), band=BAND)
    engine: decoding.Engine = "eager" if here else "compiled"
    begun = decoding.Generating(batch=batch, tensor=group, engine=engine, prompt=max(1, load.tokens_in))
    first, low, high = decoding.first_token_seconds(architecture, device, begun)
    going = replace(begun, prompt=0, context=load.tokens_in + load.tokens_out / 2)
    written = decoding.throughput(architecture, device, going)
    tokens = batch * load.tokens_out
    seconds = first + tokens / written.tokens_per_second
    slow, fast = high + tokens / written.low, low + tokens / written.high
    return Speed(batch=batch, seconds=seconds + REQUEST * batch, band=min(0.9, (slow - fast) / 2 / seconds))


def _scored(architecture: Architecture, device: Device, batch: int, load: Load, work: Workload, group: int) -> float:
    """Seconds of a forward pass over a batch: arithmetic, or reading the weights, and starting its kernels."""
    blocks = sum(block.repeats for block in architecture.blocks)
    prompt = max(1, load.tokens_in or round(work.positions))
    arithmetic = batch * architecture.forward_flops(prompt, masked=True) / (PRODUCTS * device.peak("bf16") * group)
    weights = 2.0 * architecture.parameters / (READING * device.bandwidth * group)
    return max(arithmetic, weights) + blocks * LAUNCH + REQUEST * batch


def section(found: Sequence[Service], load: Load) -> Mapping[str, Any]:
    """What a quote keeps: the load, and a row a device."""
    return {"load": economics.described(load), "devices": [one.to_json() for one in found]}
