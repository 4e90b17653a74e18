"""This machine as a device of the catalogue, without loading PyTorch."""

from __future__ import annotations

import os
from pathlib import Path

from modelyard.planning.hardware import Device, catalogue
from modelyard.planning.money.energy import CORE_WATTS
from modelyard.planning.quote import HERE

# Of one core where nothing was measured: eight to sixteen float32 multiply-adds a cycle reach about this.
CORE_FLOPS, CORE_BANDWIDTH = 45e9, 6e9
# Products of bfloat16 over those of float32 as the libraries reach them. Measured on Zen 5 (avx512_bf16): 4.3 to 4.6,
# for float32 reaches only half of its peak there. Matrix units: 16 by the data sheets; about half of that is supposed.
BF16_FACTORS = {"amx_bf16": 8.0, "avx512_bf16": 4.3}


def processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def memory_bytes() -> int:
    """The memory of this machine, or the share of it that a container may use."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    for path in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        try:
            limit = int(Path(path).read_text().strip())
        except (OSError, ValueError):  # no such limit is set
            continue
        total = min(total, limit)
    return int(total)


def accelerators() -> list[str]:
    """The models of the NVIDIA GPUs that the driver lists."""
    found = []
    for file in sorted(Path("/proc/driver/nvidia/gpus").glob("*/information")):
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("Model:"):
                found.append(line.partition(":")[2].strip())
    return found


def accelerator() -> str | None:
    """The catalogue's name of this machine's NVIDIA GPU; None where there is none, or one that is not listed."""
    found = accelerators()
    if not found:
        return None
    plain = found[0].lower().replace(" ", "").replace("-", "")
    fitting = [name for name in catalogue() if name.lower().replace("-", " ").split()[0] in plain]
    # `NVIDIA H100 80GB HBM3` is the SXM part, `NVIDIA H100 PCIe` says what it is.
    exact = [name for name in fitting if ("pcie" in plain) == ("pcie" in name.lower())] or fitting
    sized = [name for name in exact if name.lower().rpartition("-")[2] in plain] or exact
    return sized[0] if sized else None


def device() -> Device:
    """The processors as a device, by what a core usually reaches."""
    count = processors()
    flops = {"fp32": CORE_FLOPS * count}
    faster = _bf16_factor()
    if faster:
        flops["bf16"] = faster * CORE_FLOPS * count
    return Device(
        name=HERE,
        vendor="",
        generation="cpu",
        memory_bytes=memory_bytes(),
        bandwidth=CORE_BANDWIDTH * count,
        flops=flops,
        link_bandwidth=CORE_BANDWIDTH * count,
        network_bandwidth=1e9,
        domain=1,
        power_watts=CORE_WATTS * count,
    )


def _bf16_factor() -> float | None:
    """How many times as fast as float32 this processor multiplies bfloat16 matrices; None where it does not."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:  # not Linux
        return None
    return next((factor for flag, factor in BF16_FACTORS.items() if flag in text), None)
