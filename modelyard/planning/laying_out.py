"""The layouts of a training on accelerators: the fastest that our own loop runs, and what other trainers could do.

Our loop deals rows over devices (DDP), weights too (FSDP2), and a decoder's matrices (DTensor); it has no pipeline, no
context and no expert parallelism (docs/distributed.md). Those are `search`'s, for trainers that have them.
"""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Iterator, Sequence

from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Parallel
from modelyard.planning import efficiency, estimating, search
from modelyard.planning.costs import Training
from modelyard.planning.counting import NODE
from modelyard.planning.estimating import MEMORY_BAND, Estimate
from modelyard.planning.hardware import Device, catalogue
from modelyard.planning.layout import Layout, Recompute
from modelyard.planning.quote import Band, Row
from modelyard.planning.workload import Workload

OTHER = "another trainer"
# PyTorch has a build for these that our loop computes on; of the others no layout is ours.
RUNS_ON = ("NVIDIA", "AMD", "CPU")
LARGE = 1e9  # parameters below which no matrix is worth sharing
A_DAY = 24.0  # hours
MOST_MICRO = 64  # sequences at once, where the recipe asks for fewer
TWO_DEVICES = ("MI250X", "MI250")  # to PyTorch; quoted as one with the memory of both
WORTH_NAMING = 1.1  # times as fast: what another trainer's layout must be to be named beside ours


def ways(work: Workload, device: Device, count: int) -> list[tuple[Estimate, str]]:
    """How so many devices would do it, each with the trainer it needs (empty: this one), ours first.

    Another's is named where ours does not fit or is clearly slower. None for a count that the recipe does not ask for.
    Raises: RecipeError where no layout deals the batch out.
    """
    asked = work.parallel
    if asked.data is not None and count != asked.data * asked.tensor:
        return []
    found = [(best(work, device, count), "")] if device.vendor in RUNS_ON else []
    other = _other(work, device, count) if asked == Parallel() else None
    if other is None:
        return found
    ours = found[0][0] if found else None
    if ours is None or not ours.fits(device) or ours.step.value > WORTH_NAMING * other.step.value:
        found.append((other, OTHER))
    return found


def best(work: Workload, device: Device, count: int) -> Estimate:
    """The fastest layout of `count` devices that our loop runs and that fits; where none does, what needs least.

    Raises: RecipeError where no layout divides the network or the batch.
    """
    assert work.architecture is not None
    room = estimating.USABLE * device.memory_bytes
    fitting: Estimate | None = None
    least: tuple[float, Layout] | None = None
    for split in _splits(work, device, count):
        split.check(work.architecture)
        smallest, *larger = _sized(work, split)
        peak = _peak(work, device, smallest)
        if least is None or peak < least[0]:
            least = peak, smallest
        if peak > room:
            continue
        chosen = next((one for one in reversed(larger) if _peak(work, device, one) <= room), smallest)
        found = estimating.estimate(work, device, chosen)
        if fitting is None or found.step.value < fitting.step.value:
            fitting = found
    if least is None:
        raise RecipeError(
            f"a step of {work.batch} examples leaves some of {count} devices without any",
            where="train.batch_size",
            got=work.batch,
            remedy=f"Try {count} or a multiple of it.",
        )
    return fitting or estimating.estimate(work, device, least[1])


def _splits(work: Workload, device: Device, count: int) -> Iterator[Layout]:
    """Every way to deal the devices out, before the micro-batch: `train.parallel` and `train.recompute`."""
    network = work.architecture
    assert network is not None
    tensors = [work.parallel.tensor]
    if network.parameters > LARGE and tensors == [1] and work.parallel.data is None:
        most = min(count, device.domain)
        tensors += [size for size in (2, 4, 8) if size <= most and count % size == 0 and network.dealt % size == 0]
    recomputes = (False, True) if network.recomputes and not work.recompute else (work.recompute,)
    for tensor in tensors:
        data = count // tensor
        if data > work.batch or count % tensor or (tensor > 1 and network.dealt == 0):
            continue
        for zero, shard in _sharded(work, device, data, tensor):
            for again in recomputes:
                recompute: Recompute = "full" if again else "none"
                yield Layout(data=data, zero=zero, shard=shard, tensor=tensor, recompute=recompute)


def _sharded(work: Workload, device: Device, data: int, tensor: int) -> Iterator[tuple[int, int | None]]:
    """Whole on each, in parts over all, in parts within a machine: ZeRO's stage, and how many hold one model."""
    network, asked = work.architecture, work.parallel.shard
    assert network is not None
    if not asked:
        yield 0, None
    if data == 1 or not network.dealt:
        return
    if isinstance(asked, bool):
        yield 3, None
        within = min(device.domain, NODE) // tensor
        if not asked and 1 < within < data and data % within == 0:
            yield 3, within
    elif data % asked == 0:
        yield 3, asked


def _sized(work: Workload, split: Layout) -> list[Layout]:
    """With each micro-batch, the smallest first."""
    sizes = micro_batches(work.batch, split.data, max(work.micro_batch, MOST_MICRO))
    return [dataclasses.replace(split, micro_batch=size) for size in reversed(sizes)]


def _peak(work: Workload, device: Device, layout: Layout) -> float:
    return math.fsum(estimating.held(work, device, layout).values())


@functools.cache
def micro_batches(batch: int, data: int, most: int) -> list[int]:
    """Sizes of equal parts of the fullest device's share (shares may differ by one), largest first."""
    own = -(-batch // data)
    common = math.gcd(own, batch)
    parts = [part for part in range(1, common + 1) if common % part == 0]
    return [own // part for part in parts if own // part <= most] or [own // common]


def _other(work: Workload, device: Device, count: int) -> Estimate | None:
    """The fastest layout of all that fits; None where there is none, or the network is one that ours deals with."""
    network = work.architecture
    assert network is not None
    packed = any(block.quantised_bits is not None for block in network.blocks)
    if work.family != "decoder" or count == 1 or packed or network.parameters < LARGE:
        return None
    try:
        found = search.search(
            network,
            device,
            count,
            Training(
                positions=work.longest,
                sequences=work.batch,
                precision=estimating.precision_of(work, device),
                optimizer=work.optimizer,
            ),
        )
    except RecipeError:  # no layout of so many divides the network and the batch
        return None
    if not found:
        return None
    first = found[0]
    return Estimate(
        layout=first.layout,
        step=Band(value=first.step.seconds, low=first.step.low, high=first.step.high),
        seconds=dict(first.step.parts),
        peak=Band.around(first.memory.total, MEMORY_BAND),
        memory={name: size for name, size in first.memory.parts.items() if size > 0},
    )


def overrides(work: Workload, layout: Layout) -> tuple[str, ...]:
    """What asks our loop for a layout, beside the recipe: `modelyard launch recipe.yaml OVERRIDES`."""
    found = []
    if layout.zero == 3 and not work.parallel.shard:
        found.append(f"train.parallel.shard={layout.shard or 'true'}")
    if layout.tensor != work.parallel.tensor:
        found.append(f"train.parallel.tensor={layout.tensor}")
    if layout.recompute == "full" and not work.recompute:
        found.append("train.recompute=true")
    own = -(-work.batch // layout.data)
    parts = max(1, own // layout.micro_batch)
    if work.batch // parts != work.micro_batch:
        found += [f"train.batch_size={work.batch // parts}", f"train.accumulate={parts}"]
    return tuple(found)


def notes(rows: Sequence[Row], work: Workload) -> list[str]:
    """What a reader of these rows should know of who runs them, and which devices have none."""
    found = []
    if any(row.trainer and row.fits for row in rows):
        found.append(
            f"rows of {OTHER} are not run by this engine: their device, their pipeline, expert, context or sequence "
            "parallelism, or sharding of this definition"
        )
    if any(row.hours is not None and row.hours.value > A_DAY and row.count >= NODE for row in rows):
        more = efficiency.coefficients("training")["interruptions"]
        found.append(f"trainings of days on many devices stop and start: published ones took about {more:.0%} more")
    shown = {row.device for row in rows}
    known = catalogue()
    makers = {device.vendor for name, device in known.items() if name in shown}
    if "AMD" in makers:
        found.append("nothing of this engine was run on an AMD part: its band is that of devices not measured")
    found += [f"{name}: {known[name].note}" for name in TWO_DEVICES if name in shown]
    large = work.architecture is not None and work.architecture.parameters > LARGE
    if large and len(shown) > 2 and "AMD" not in makers:
        found.append("AMD parts have no price in the list: budget.on=mi300x quotes one")
    return found
