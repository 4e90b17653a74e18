"""What would make a training fit on accelerators that it does not fit on."""

from __future__ import annotations

import dataclasses

from modelyard.planning import estimating, laying_out
from modelyard.planning.estimating import Estimate
from modelyard.planning.hardware import Device
from modelyard.planning.layout import Layout
from modelyard.planning.workload import Workload

MORE_DEVICES = (2, 4, 8, 16, 32, 64, 128, 256)


def remedy(work: Workload, device: Device, count: int) -> str:
    """The smallest change that would make it fit on so many of these devices, tried one after the other."""
    for text, architecture in work.alternatives:
        changed = dataclasses.replace(work, architecture=architecture)
        if (found := _within(changed, device, count)) is not None:
            return (
                " ".join((text, *laying_out.overrides(changed, found.layout))) + f" ({found.peak.value / 1e9:.3g} GB)"
            )
    for more in MORE_DEVICES:
        changed = dataclasses.replace(work, batch=max(work.batch, more))
        if more > count and (found := _within(changed, device, more)) is not None:
            asked = " ".join(laying_out.overrides(changed, found.layout))
            return f"{more} devices: {asked} ({found.peak.value / 1e9:.3g} GB each)"
    return "a smaller model, or a device with more memory"


def _within(work: Workload, device: Device, count: int) -> Estimate | None:
    """The layout of ours that is best, where it fits; the one that needs least is asked first, alone."""
    network = work.architecture
    assert network is not None
    if device.vendor not in laying_out.RUNS_ON or count > work.batch:
        return None
    smallest = Layout(
        data=count,
        zero=3 if count > 1 and network.dealt else 0,
        micro_batch=laying_out.micro_batches(work.batch, count, laying_out.MOST_MICRO)[-1],
        recompute="full" if network.recomputes or work.recompute else "none",
    )
    if not estimating.estimate(work, device, smallest).fits(device):
        return None
    return laying_out.best(work, device, count)
