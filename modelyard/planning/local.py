"""This machine as measured: rates of matrix products by precision and size, bandwidth; and a process's peak memory.

Kept in `$XDG_CACHE_HOME/modelyard/machine.json`: the best ever seen, for a busy machine measures too little and no
measurement too much. Deleting the file only means measuring again. A plan measures by numpy (`glance`), a rehearsal by
PyTorch (`measure`).
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import itertools
import json
import os
import platform
import resource
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modelyard.core import durable
from modelyard.core.errors import RunError
from modelyard.planning import machine
from modelyard.planning.hardware import Device

FORMAT = 2
# Rows of square factors that one thread multiplies within a slice of a busy processor's time.
SIZES = (128, 512)
SECONDS = 0.05  # of one measurement
LEAST_REPEATS = 3
# Numpy's BLAS takes one thread for products of at most this size, which reach this share of the best rate.
GLANCE_SIZE, GLANCE_SHARE = 64, 0.9
COPIED_BYTES, PIECES = 1 << 23, 4  # at once, of arrays that together are larger than most caches
# Threads share the memory: what so many of them reach over what one does.
BANDWIDTH_EXPONENT = 0.5


def folder() -> Path:
    """Where measurements of this machine are kept. Raises: OSError where this user has no home folder."""
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError as error:  # containers often run programs as a user that has no entry
        raise OSError("this user has no home folder; set XDG_CACHE_HOME") from error
    return Path(base) / "modelyard"


def key() -> str:
    """What measurements depend on: the processor, how many of them there are, and their memory."""
    parts = [_processor(), machine.processors(), round(machine.memory_bytes() / 2**30)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rates:
    """`flops` a second by precision and number of rows of square factors, all cores together; bytes a second copied.

    One thread is measured, for several would wait for each other beside other programs, and multiplied.
    """

    flops: Mapping[str, Mapping[int, float]]
    bandwidth: float

    def peak(self, precision: str) -> float | None:
        """The best of any size; None where that precision was not measured."""
        return max(self.flops.get(precision, {}).values(), default=None)


def recall() -> Rates | None:
    """What was measured before; None where nothing was, or what stands is damaged."""
    stored = _read().get(key())
    try:
        return None if stored is None else _rates(stored)
    except (TypeError, ValueError, KeyError, AttributeError):
        return None


def measure() -> Rates:
    """Measure now (half a second), keep the better of this and what was measured before, and return that.

    Without PyTorch only float32 is measured, by numpy. A cache that cannot be written only means measuring again.
    """
    return _keep(_measured())


def glance() -> Rates:
    """What was measured before; where nothing was, float32 and a copy are measured now, by numpy in 0.1 s."""
    known = recall()
    return known if known is not None else _keep(_glanced())


def _keep(found: Rates) -> Rates:
    """The better of this and what was measured before, stored."""
    known = recall()
    if known is not None:
        precisions = {*found.flops, *known.flops}
        found = dataclasses.replace(
            found,
            flops={name: _better(found.flops.get(name, {}), known.flops.get(name, {})) for name in precisions},
            bandwidth=max(found.bandwidth, known.bandwidth),
        )
    with contextlib.suppress(OSError, RunError):
        folder().mkdir(parents=True, exist_ok=True)
        flops = {name: {str(size): rate for size, rate in by.items()} for name, by in found.flops.items()}
        entry = {"format": FORMAT, "flops": flops, "bandwidth": found.bandwidth}
        durable.write_json(_path(), {**_read(), key(): entry})
    return found


def device() -> Device:
    """This machine as a device of the planner, measured.

    A precision that was not measured is told by how it stands to float32 on such processors.
    """
    usual, rates = machine.device(), glance()
    single = rates.peak("fp32") or usual.flops["fp32"]
    flops = {name: rates.peak(name) or single * rate / usual.flops["fp32"] for name, rate in usual.flops.items()}
    return dataclasses.replace(
        usual,
        flops=flops,
        bandwidth=rates.bandwidth,
        link_bandwidth=rates.bandwidth,
        matmul_flops=flops.get("bf16", flops["fp32"]),  # as measured: no share of it is lost once more
    )


class Peak:
    """The most that this process had resident, between two moments."""

    def now(self) -> int:
        """Bytes resident."""
        return _status("VmRSS") or _most()

    def since(self) -> int:
        """Bytes at most since the last call; since the start of the process where the system cannot forget."""
        most = _status("VmHWM") or _most()
        with contextlib.suppress(OSError):  # a container may refuse it: the peak then is that of all so far
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        return most


def _status(name: str) -> int:
    try:
        text = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:  # not Linux
        return 0
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith(f"{name}:")), 0)


def _most() -> int:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _measured() -> Rates:
    try:
        import torch
    except ModuleNotFoundError:
        return _glanced()
    flops: dict[str, dict[int, float]] = {}
    precisions = {name: getattr(torch, kind) for name, kind in (("fp32", "float32"), ("bf16", "bfloat16"))}
    count, threads = machine.processors(), torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        for name in machine.device().flops:
            for size in SIZES:
                left = torch.ones(size, size, dtype=precisions[name])
                product = torch.empty_like(left)
                seconds = _least_seconds(lambda left=left, product=product: torch.mm(left, left, out=product))  # type: ignore[misc]
                flops.setdefault(name, {})[size] = count * 2.0 * size**3 / seconds
    finally:
        torch.set_num_threads(threads)
    return Rates(flops=flops, bandwidth=_bandwidth(count))


def _glanced() -> Rates:
    import numpy as np

    count = machine.processors()
    left = np.ones((GLANCE_SIZE, GLANCE_SIZE), dtype=np.float32)
    product = np.empty_like(left)
    rate = 2.0 * GLANCE_SIZE**3 / _least_seconds(lambda: np.dot(left, left, out=product))
    return Rates(flops={"fp32": {GLANCE_SIZE: count * rate / GLANCE_SHARE}}, bandwidth=_bandwidth(count))


def _bandwidth(count: int) -> float:
    """Bytes read and written a second by all processors, from one thread's copies of pieces outside of its caches."""
    import numpy as np

    source = np.ones((PIECES, COPIED_BYTES // 4), dtype=np.float32)
    target = np.zeros_like(source)
    pieces = itertools.cycle(zip(target, source, strict=True))
    threads: float = count**BANDWIDTH_EXPONENT
    return threads * 2 * COPIED_BYTES / _least_seconds(lambda: np.copyto(*next(pieces)))


def _least_seconds(call: Callable[[], Any]) -> float:
    """The fastest of some calls: what delays a call is never the machine's own."""
    call()
    least, begun, repeats = float("inf"), time.perf_counter(), 0
    while repeats < LEAST_REPEATS or time.perf_counter() - begun < SECONDS:
        start = time.perf_counter()
        call()
        least = min(least, time.perf_counter() - start)
        repeats += 1
    return least


def _better(one: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    return {size: max(one.get(size, 0.0), other.get(size, 0.0)) for size in {*one, *other}}


def _rates(stored: Mapping[str, Any]) -> Rates:
    if stored["format"] != FORMAT:  # measured in another way
        raise ValueError(stored["format"])
    flops = {
        name: {int(size): float(rate) for size, rate in by.items() if rate > 0} for name, by in stored["flops"].items()
    }
    found = Rates(flops=flops, bandwidth=float(stored["bandwidth"]))
    if not found.bandwidth > 0:
        raise ValueError("a bandwidth of nothing")
    return found


def _path() -> Path:
    return folder() / "machine.json"


def _read() -> dict[str, Any]:
    try:
        found = json.loads((_path()).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # a cache that is absent, closed or damaged is an empty one
        return {}
    return found if isinstance(found, dict) else {}


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if not cpuinfo.exists():
        return platform.processor()
    lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
