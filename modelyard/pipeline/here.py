"""This machine's row of a quote by the model alone; `pipeline.learning` corrects it by earlier runs, or measures it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from modelyard.core.recipe import Recipe
from modelyard.pipeline.rehearsed import GUESSES
from modelyard.planning import energy, estimating, hardware, local, machine, quoting
from modelyard.planning.hardware import Device
from modelyard.planning.prices import Price
from modelyard.planning.quote import HERE, Band, Row
from modelyard.planning.quoting import Wish
from modelyard.planning.workload import Workload
from modelyard.training import defaults

# Seconds of a solver a cell (an example's feature): a fifth to five times of it, by what has to be learnt.
CELL_SECONDS, CELL_BYTES, SOLVER_BYTES = 2e-6, 12.0, 4e8
GUESSED = 0.6  # how far what goes around the loop is off where nothing was measured


def device_of(recipe: Recipe) -> Device:
    """What a run here computes on: the machine's GPU where one is known and asked for, else its processors."""
    name = None if recipe.train.device == "cpu" else machine.accelerator()
    if name is None:
        return local.device()
    return dataclasses.replace(hardware.find(name), name=HERE)


def modelled(
    work: Workload, wish: Wish, price: Price, recipe: Recipe, sized: quoting.Sized, grid_kg: float | None
) -> tuple[Row, Workload]:
    """The row, and what it would train where the budget sets its size."""
    device = device_of(recipe)
    automatic = recipe.model.family == "auto" and recipe.train.epochs is None and recipe.train.steps is None
    if wish.limit_hours is None and wish.usd is None and automatic:
        wish = dataclasses.replace(wish, hours=defaults.AUTO_BUDGET_SECONDS / 3600)
    value = sum(guesses[0 if work.network else 1] for guesses in GUESSES.values())
    around = Band.around(value, GUESSED, up=2 * GUESSED)
    if not work.network or work.architecture is None:
        return _solved(work, device.memory_bytes, device.power_watts, price, around, grid_kg), work
    details: Mapping[str, Any] = {}
    if work.open_size and work.limit_seconds is not None:
        work, details = sized(work, work.limit_seconds, max(device.flops.values()))
    one = estimating.best(work, device, 1)
    row = quoting.finished_row(
        work, device, 1, one, wish=wish, price=price, around=around, grid_kg=grid_kg, details=details
    )
    return row, work


def _solved(work: Workload, memory_bytes: int, watts: float, price: Price, around: Band, grid_kg: float | None) -> Row:
    """A family that a solver fits: time and memory by the examples and their features."""
    cells = work.examples * max(1.0, work.positions if work.features > 1000 else float(work.features))
    hours = (Band(value=1.0, low=0.2, high=5.0) * (CELL_SECONDS * cells) + around) * (1 / 3600)
    power = energy.of(hours, watts, grid_kg=grid_kg)
    memory = {"features": CELL_BYTES * cells, "process": SOLVER_BYTES}
    return Row(
        device=HERE,
        count=1,
        layout="solver",
        micro_batch=0,
        memory_bytes=memory_bytes,
        peak_bytes=Band.around(sum(memory.values()), 0.4),
        memory=memory,
        hours=hours,
        usd=hours * price.usd_per_hour,
        kwh=power.kwh,
        kgco2e=power.kgco2e,
        price=price.to_json(),
    )
