"""This machine's row of a quote by the model alone; `pipeline.learning` corrects it by earlier runs, or measures it."""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from modelyard.core.recipe import Recipe
from modelyard.pipeline import evidence, usual
from modelyard.planning import estimating, hardware, local, machine, memory_here, processor, quoting
from modelyard.planning.hardware import Device
from modelyard.planning.looking import Look
from modelyard.planning.money import energy
from modelyard.planning.money.prices import Price
from modelyard.planning.quote import HERE, Band, Row
from modelyard.planning.quoting import Wish
from modelyard.planning.workload import Workload
from modelyard.training import defaults

# Seconds of a solver a cell (an example's feature): a fifth to five times of it, by what has to be learnt.
CELL_SECONDS, CELL_BYTES, SOLVER_BYTES = 2e-6, 12.0, 5.2e8
# How far parts are off where nothing was measured, as a share of nine in ten: what goes around the loop, and a solver.
AROUND_OFF, SOLVED_OFF = (0.45, 0.8), (0.8, 4.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Modelled:
    """This machine's row, what it would train where the budget sets its size, its seconds by part of the run, watts.

    `least` are seconds that a run takes however short its budget is.
    """

    row: Row
    work: Workload
    parts: Mapping[str, Band]
    watts: float
    least: Mapping[str, float]


def device_of(recipe: Recipe) -> Device:
    """What a run here computes on: the machine's GPU where one is known and asked for, else its processors."""
    name = None if recipe.train.device == "cpu" else machine.accelerator()
    if name is None:
        return local.device()
    return dataclasses.replace(hardware.find(name), name=HERE)


def modelled(
    work: Workload, look: Look, wish: Wish, price: Price, recipe: Recipe, sized: quoting.Sized, grid_kg: float | None
) -> Modelled:
    """The row by the model alone."""
    device = device_of(recipe)
    automatic = recipe.model.family == "auto" and recipe.train.epochs is None and recipe.train.steps is None
    if wish.limit_hours is None and wish.usd is None and automatic:
        wish = dataclasses.replace(wish, hours=defaults.AUTO_BUDGET_SECONDS / 3600)
    if not work.network or work.architecture is None:
        solved = CELL_SECONDS * work.examples * _features(work)
        parts = _around(work, look, recipe, comparing=0.0, step_seconds=0.0, loop_seconds=solved)
        least = _least(parts, recipe, step_seconds=0.0)  # a solver is stopped when its time is up
        parts["fit"] = parts["fit"] + Band.around(solved, SOLVED_OFF[0], up=SOLVED_OFF[1])
        return Modelled(
            row=_solved(work, device, price, parts, grid_kg),
            work=work,
            parts=parts,
            watts=device.power_watts,
            least=least,
        )
    details: Mapping[str, Any] = {}
    if work.open_size and work.limit_seconds is not None:
        work, details = sized(work, work.limit_seconds, max(device.flops.values()))
    one, comparing = _estimated(work, device, recipe)
    step = one.step.value
    parts = _around(work, look, recipe, comparing=comparing, step_seconds=step, loop_seconds=work.steps * step)
    around = functools.reduce(Band.__add__, parts.values())
    least = _least(parts, recipe, step_seconds=step)
    row = quoting.finished_row(
        work, device, 1, one, wish=wish, price=price, around=around, grid_kg=grid_kg, details=details
    )
    if row.hours is not None:
        whole = row.hours * 3600
        parts["train"] = Band(
            value=max(0.0, whole.value - around.value),
            low=max(0.0, whole.low - around.low),
            high=max(0.0, whole.high - around.high, whole.value - around.value),
        )
    return Modelled(row=row, work=work, parts=parts, watts=device.power_watts, least=least)


def _estimated(work: Workload, device: Device, recipe: Recipe) -> tuple[estimating.Estimate, float]:
    """A step of the whole training here, and the seconds that comparing precisions and threads takes before it."""
    assert work.architecture is not None
    if device.generation != "cpu":
        return estimating.best(work, device, 1), 0.0
    count = (recipe.train.parallel.data or 1) * recipe.train.parallel.tensor
    precisions = ["fp32", "bf16"] if work.rounds and "bf16" in device.flops else ["fp32"]
    threads = machine.processors()
    compared = processor.settings(
        work.architecture,
        device,
        micro_batch=work.micro_batch,
        positions=max(1, round(work.positions)),
        sequences=work.batch,
        precisions=precisions if work.precision == "auto" else [work.precision],
        threads=threads,
        optimizer=work.optimizer,
        recompute=work.recompute,
        private=work.private,
    )
    if recipe.train.threads is not None and recipe.train.threads < threads:
        compared = [one for one in compared if one.threads == 1]
    taken = processor.chosen(compared)
    both = len({one.precision for one in compared}) > 1 and count == 1
    own = dataclasses.replace(work, precision=taken.precision, micro_batch=-(-work.micro_batch // count))
    if count > 1:
        own = dataclasses.replace(own, batch=-(-work.batch // count))
        taken = processor.shared(taken, count, work.architecture.trained)
    step = Band(value=taken.seconds, low=taken.seconds * processor.LOW, high=taken.seconds * processor.HIGH)
    held = _with_rest(estimating.best(own, device, 1), own, compared=both)
    one = dataclasses.replace(held, step=step, seconds=taken.parts)
    most = processor.comparing_limit(work.limit_seconds)
    return one, 0.0 if count > 1 else processor.comparing_seconds(compared, most)


def _compared(work: Workload) -> float:
    """Bytes of float32's steps beyond bfloat16's: both are tried before the first, and the heap keeps the larger."""
    assert work.architecture is not None
    heaps = [
        memory_here.heap(
            work.architecture,
            positions=work.longest,
            examples=work.micro_batch,
            precision=precision,
            recompute=work.recompute,
        )
        for precision in ("fp32", "bf16")
    ]
    fp32, bf16 = (math.fsum(heap.values()) - heap["gradients"] for heap in heaps)  # which are float32 in either
    return max(0.0, fp32 - bf16)


def _with_rest(one: estimating.Estimate, work: Workload, *, compared: bool) -> estimating.Estimate:
    """With what a process holds beside its training: the cheap family and the export, and oneDNN's kernels by shape."""
    assert work.architecture is not None
    rest = {"baseline and export": usual.DECODER_BYTES if work.family == "decoder" else usual.EXPORT_BYTES}
    if compared and work.precision == "bf16":
        rest["steps tried in float32"] = _compared(work)
    if work.precision == "bf16":
        if work.sort in ("text", "pairs"):
            one_length = usual.kernel_bytes(work.architecture, work.precision)
            rest["kernels by shape"] = one_length * min(work.lengths, 1 + work.steps // 3)
        if work.sort in ("masked", "pairs"):
            rest["kernels by shape"] = rest.get("kernels by shape", 0.0) + usual.PREDICTED_BYTES * min(
                usual.PREDICTED, work.steps
            )
    if work.private:
        rest["single gradients"] = min(usual.SINGLE_BYTES, 4.0 * work.architecture.trained * work.micro_batch)
    more = math.fsum(rest.values())
    peak = Band(value=one.peak.value + more, low=one.peak.low + more / 2, high=one.peak.high + 2 * more)
    return dataclasses.replace(one, peak=peak, memory={**one.memory, **rest})


def _around(
    work: Workload, look: Look, recipe: Recipe, *, comparing: float, step_seconds: float, loop_seconds: float
) -> dict[str, Band]:
    """Seconds by part of the run, all but its loop."""
    columns = len(look.schema.inputs) if look.schema is not None else 1
    cells = float(look.rows * columns)
    seconds = {
        "start": usual.START,
        "prepare": usual.preparing(work.sort, rows=look.rows, cells=cells, text_bytes=look.text_bytes),
        "fit": usual.LOADING + comparing + usual.baseline(work.sort, cells=cells, text_bytes=look.text_bytes),
    }
    if not work.network:
        seconds["fit"] = usual.SOLVER_LOADING
    if work.sort == "pairs":
        seconds["prepare"] += usual.REFERENCE * step_seconds * work.examples / work.batch
    for name in ("package", "evaluate", "report"):
        seconds[name] = usual.after(name, work.family, work.sort, network=work.network)
    foretold = evidence.foretold_seconds(recipe, seconds["fit"] + loop_seconds)
    if work.limit_seconds is not None:
        planned = evidence.reserved_seconds(recipe, work.limit_seconds)
        left = max(0.0, work.limit_seconds - math.fsum(seconds.values()))
        foretold = evidence.within_budget(foretold, planned, left=left, training_seconds=loop_seconds)
    seconds["evidence"] = foretold
    low, up = AROUND_OFF
    return {name: Band.around(value, low, up=up) for name, value in seconds.items()}


def _least(parts: Mapping[str, Band], recipe: Recipe, *, step_seconds: float) -> dict[str, float]:
    """Seconds of a run with a budget of nothing, by part: one step is made, and what was asked for is examined."""
    fixed = {name: band.value for name, band in parts.items() if name != "evidence"}
    return {**fixed, "train": step_seconds, "evidence": evidence.least_seconds(recipe)}


def _features(work: Workload) -> float:
    return max(1.0, work.positions if work.features > 1000 else float(work.features))


def _solved(work: Workload, device: Device, price: Price, parts: Mapping[str, Band], grid_kg: float | None) -> Row:
    """A family that a solver fits: memory by the examples and their features."""
    hours = functools.reduce(Band.__add__, parts.values()) * (1 / 3600)
    power = energy.of(hours, device.power_watts, grid_kg=grid_kg)
    memory = {"features": CELL_BYTES * work.examples * _features(work), "process": SOLVER_BYTES}
    return Row(
        device=HERE,
        count=1,
        layout="solver",
        micro_batch=0,
        memory_bytes=device.memory_bytes,
        peak_bytes=Band.around(sum(memory.values()), 0.4),
        memory=memory,
        hours=hours,
        usd=hours * price.usd_per_hour,
        kwh=power.kwh,
        kgco2e=power.kgco2e,
        price=price.to_json(),
    )
