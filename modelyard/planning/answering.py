"""How fast a device answers: seconds of a batch of requests, by its own limits of arithmetic and memory traffic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from modelyard.core.architecture import Architecture
from modelyard.planning import economics, memory, prices
from modelyard.planning.economics import Load, Service, Speed
from modelyard.planning.estimating import USABLE
from modelyard.planning.hardware import Device, catalogue
from modelyard.planning.prices import Price
from modelyard.planning.workload import Workload

# Of the peak, what products of a prompt reach; of the bandwidth, what reading weights for a token reaches.
PRODUCTS, READING = 0.45, 0.65
# Starting the kernels of a block and answering a request over HTTP, in seconds.
LAUNCH, REQUEST = 25e-6, 1e-3
BAND = 0.35
GROUPS = (1, 2, 4, 8)


def services(
    work: Workload, load: Load, *, listed: Sequence[Price], here: Device, own: Price, measured: float | None = None
) -> list[Service]:
    """The cheapest way to bear the load on each device that can, the cheapest first.

    `measured` is the seconds of one answer on this machine, where a run has measured it.
    """
    found = []
    architecture = work.architecture
    if measured is not None:
        one = economics.serve(here.name, own.usd_per_hour, [Speed(batch=1, seconds=measured, band=0.15)], load)
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
            lambda batch, group=group: seconds_of(architecture, device, batch, load, work, group),  # type: ignore[misc]
            band=BAND,
        )
        one = economics.serve(device.name, usd_per_hour, speeds, load, group=group) if speeds else None
        if one is not None:
            return [one]
    return []


def seconds_of(
    architecture: Architecture, device: Device, batch: int, load: Load, work: Workload, group: int = 1
) -> float | None:
    """Seconds until a batch of requests is answered; None where it does not fit in memory."""
    positions = max(1, load.tokens or round(work.positions))
    held = memory.inference(
        architecture, positions=positions, examples=batch, tensor=group, overhead=device.generation != "cpu"
    )
    if held.total > USABLE * device.memory_bytes:
        return None
    blocks = sum(block.repeats for block in architecture.blocks)
    rate, reading = PRODUCTS * device.peak("bf16") * group, READING * device.bandwidth * group
    weights = 2.0 * architecture.parameters
    prompt = max(1, load.tokens_in or round(work.positions))
    first = max(batch * architecture.forward_flops(prompt, masked=True) / rate, weights / reading) + blocks * LAUNCH
    if not load.tokens_out:
        return first + REQUEST
    mean = prompt + load.tokens_out / 2
    cache = 2.0 * batch * architecture.cache_values(round(mean))
    per_token = architecture.forward_flops(round(mean), masked=True) / mean
    token = max((weights + cache) / reading, batch * per_token / rate) + blocks * LAUNCH
    return first + load.tokens_out * token + REQUEST


def section(found: Sequence[Service], load: Load) -> Mapping[str, Any]:
    """What a quote keeps: the load, and a row a device."""
    return {"load": economics.described(load), "devices": [one.to_json() for one in found]}
