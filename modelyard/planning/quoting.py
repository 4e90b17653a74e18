"""The rows of a quote: the same training on this machine and on every suitable device and count."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Parallel
from modelyard.planning import estimating, laying_out, remedies
from modelyard.planning.hardware import Device, catalogue, find
from modelyard.planning.money import energy, prices
from modelyard.planning.money.prices import Price
from modelyard.planning.quote import HERE, Band, Row
from modelyard.planning.workload import Workload

COUNTS = (1, 2, 4, 8)
MORE_COUNTS = (16, 32, 64)
MOST_COUNTS = (128, 256, 512, 1024)  # where a deadline asks for them
CLUSTERED = 150e9  # bytes a second of a link that no PCIe card has
# What a rented machine takes besides the training: starting, loading, packaging, evaluation.
AROUND_HOURS = Band(value=0.05, low=0.02, high=0.15)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What the recipe's budget asks of a plan. `on` is a device, `any` or this machine (None); `count` of them."""

    usd: float | None = None
    hours: float | None = None
    deadline_hours: float | None = None
    on: str | None = None
    count: int | None = None

    @property
    def limit_hours(self) -> float | None:
        """The shorter of what it may take and when it must be done."""
        return min((one for one in (self.hours, self.deadline_hours) if one is not None), default=None)


Sized = Callable[..., tuple[Workload, Mapping[str, Any]]]


def rows(
    work: Workload,
    wish: Wish,
    *,
    listed: Sequence[Price],
    here: Row,
    sized: Sized | None = None,
    grid_kg: float | None = None,
) -> list[Row]:
    """This machine's row, and one for each device and count that has a price (all counts of the one asked for).

    Raises: RecipeError where a count was asked for that no layout deals the batch to.
    """
    found = [here]
    if not work.network or work.architecture is None:
        return found
    refused: RecipeError | None = None

    def add(device: Device, count: int) -> None:
        nonlocal refused
        try:
            found.extend(_rows(work, device, count, wish, listed, sized, grid_kg))
        except RecipeError as error:  # this many do not divide the batch; other counts are offered
            refused = error

    suitable, counts = _suitable(listed, wish), _counts(wish, work.parallel)
    for device, count in itertools.product(suitable, counts):
        add(device, count)
    free = wish.count is None and work.parallel.data is None
    clusters = [device for device in suitable if device.link_bandwidth >= CLUSTERED and free]
    more = [count for count in (*MORE_COUNTS, *MOST_COUNTS) if count not in counts]
    if not any(row.fits for row in found):  # too large for a node
        for device, count in itertools.product(clusters, (one for one in more if one <= MORE_COUNTS[-1])):
            add(device, count)
        more = [count for count in more if count > MORE_COUNTS[-1]]
    for count in more if wish.deadline_hours is not None else ():
        if all(row.late or not row.fits for row in found):  # until one is done by then
            for device in clusters:
                add(device, count)
    if refused is not None and wish.count is not None and len(found) == 1:
        raise refused  # so many were asked for
    if len(found) == 1 and len(suitable) == 1 and refused is None:
        raise RecipeError(
            f"this engine does not run on {suitable[0].name}, and of other trainers only large decoders are quoted",
            where="budget.on",
            got=wish.on,
            remedy="Name a part of NVIDIA or AMD, or any.",
        )
    return found


def _suitable(listed: Sequence[Price], wish: Wish) -> list[Device]:
    """Devices that our loop runs on and that have a price; the one asked for, price or not."""
    known = catalogue()
    if wish.on not in (None, "any", "here", HERE):
        return [find(str(wish.on), where="budget.on")]
    priced = {row.device for row in listed}
    return [device for name, device in known.items() if name in priced and device.generation != "cpu"]


def _counts(wish: Wish, parallel: Parallel) -> list[int]:
    """One to a node's eight; of a device that was named, whole clusters too; as many as the recipe is for.

    Raises: RecipeError where the recipe is for another number of devices than was asked for.
    """
    if parallel.data is not None:
        count = parallel.data * parallel.tensor
        if wish.count not in (None, count):
            raise RecipeError(
                f"train.parallel is for {count} devices, and {wish.count} are asked for",
                where="train.parallel.data",
                got=parallel.data,
                remedy="Leave data out: it follows from how many devices there are.",
            )
        return [count]
    if wish.count is not None:
        return [wish.count]
    if wish.on in (None, "any", HERE):
        return list(COUNTS)
    return [*COUNTS, *MORE_COUNTS]


def _rows(
    work: Workload,
    device: Device,
    count: int,
    wish: Wish,
    listed: Sequence[Price],
    sized: Sized | None,
    grid_kg: float | None,
) -> list[Row]:
    price = prices.usual(listed, device.name)
    limit = limit_hours(wish, None if price is None else price.usd_per_hour * count)
    details: Mapping[str, Any] = {}
    if sized is not None and limit is not None and work.open_size:
        seconds = max(1.0, limit * 3600 - AROUND_HOURS.value * 3600)

        def step_seconds(asked: Workload) -> float | None:
            one = laying_out.best(asked, device, count)
            return one.step.value if one.fits(device) else None

        work, details = sized(work, seconds, device.peak("bf16") * count, step_seconds)
    return [
        finished_row(
            work,
            device,
            count,
            one,
            wish=wish,
            price=price,
            around=AROUND_HOURS * 3600,
            grid_kg=grid_kg,
            details=details,
            trainer=trainer,
        )
        for one, trainer in laying_out.ways(work, device, count)
    ]


def limit_hours(wish: Wish, usd_per_hour: float | None) -> float | None:
    """The hours that a budget buys at a price: the least of its limits, None where it sets none."""
    limits = [] if wish.limit_hours is None else [wish.limit_hours]
    if wish.usd is not None and usd_per_hour:
        limits.append(wish.usd / usd_per_hour)
    return min(limits, default=None)


def finished_row(
    work: Workload,
    device: Device,
    count: int,
    one: estimating.Estimate,
    *,
    wish: Wish,
    price: Price | None,
    around: Band,
    grid_kg: float | None = None,
    details: Mapping[str, Any] | None = None,
    trainer: str = "",
) -> Row:
    """A row from a step's estimate: the whole of the training with what goes around it."""
    a_device_hour = None if price is None else price.usd_per_hour
    common = {
        "device": device.name,
        "count": count,
        "layout": f"{trainer}: " * bool(trainer) + estimating.describe(one.layout),
        "micro_batch": one.layout.micro_batch,
        "memory_bytes": device.memory_bytes,
        "peak_bytes": one.peak,
        "memory": dict(one.memory),
        "seconds": dict(one.seconds),
        "price": None if price is None else price.to_json(),
        "model": dict(details or {}),
        "trainer": trainer,
        "overrides": () if trainer or device.generation == "cpu" else laying_out.overrides(work, one.layout),
    }
    if not one.fits(device):
        short = one.peak.value - estimating.USABLE * device.memory_bytes
        change = estimating.remedy if device.generation == "cpu" else remedies.remedy
        return Row(**common, short_bytes=short, remedy=change(work, device, count))  # type: ignore[arg-type]
    limit = limit_hours(wish, None if a_device_hour is None else a_device_hour * count)
    steps, hours = work.steps, _hours(work, one.step, work.steps, around)
    if limit is not None and (hours.value > limit or work.ceiling > work.steps):
        steps = work.within(limit * 3600, one.step.value, around.value)
        hours = _hours(work, one.step, steps, around)
    if limit is not None:  # the run holds itself to it, whatever a step takes
        hours = Band(value=min(hours.value, limit), low=min(hours.low, limit), high=min(hours.high, limit))
    power = energy.of(hours, device.power_watts * count, grid_kg=grid_kg)
    usd = None if a_device_hour is None else hours * (a_device_hour * count)
    return Row(
        **common,  # type: ignore[arg-type]
        hours=hours,
        usd=usd,
        kwh=power.kwh,
        kgco2e=power.kgco2e,
        steps=steps,
        late=wish.deadline_hours is not None and _full(work, one.step, around) > wish.deadline_hours,
        over_budget=steps < work.steps,
    )


def held(row: Row, limit: float | None) -> Row:
    """A row whose figures were corrected since, within the hours that its run will hold itself to."""
    if row.hours is None or limit is None or row.hours.high <= limit:
        return row
    shares = [min(one, limit) / one if one else 1.0 for one in (row.hours.value, row.hours.low, row.hours.high)]

    def cut(band: Band | None) -> Band | None:
        if band is None:
            return None
        value, low, high = (one * share for one, share in zip((band.value, band.low, band.high), shares, strict=True))
        return Band(value=value, low=low, high=high)

    return replace(row, hours=cut(row.hours), usd=cut(row.usd), kwh=cut(row.kwh), kgco2e=cut(row.kgco2e))


def _full(work: Workload, step: Band, around: Band) -> float:
    return _hours(work, step, work.steps, around).value


def _hours(work: Workload, step: Band, steps: int, around: Band) -> Band:
    """Steps, validations and the test at a third of a step's cost an example, and what goes around them."""
    passes = (work.evaluations * work.validated + work.judged) / max(1, work.batch) / 3
    return (step * (steps + passes) + around) * (1 / 3600)
