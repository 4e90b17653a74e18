"""`plan`: the bill before the start. A recipe and a bounded look at its data become a quote; nothing is trained."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

from modelyard.core import registry
from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Recipe
from modelyard.pipeline.directory import AnyRecipe, read_recipe
from modelyard.pipeline.workloads import look_at, workload_of
from modelyard.planning import energy, estimating, local, machine, prices, quoting
from modelyard.planning.looking import Look
from modelyard.planning.prices import Price
from modelyard.planning.quote import HERE, Band, Quote, Row
from modelyard.planning.quoting import Wish
from modelyard.planning.workload import Workload
from modelyard.training import defaults
from modelyard.training.budget import LEAST_SECONDS_AFTER_DATA


def plan(recipe: AnyRecipe, *, overrides: Sequence[str] = (), grid_kg: float | None = None) -> Quote:
    """The quote of a recipe: what it takes here and on every suitable device; nothing is trained or written.

    `grid_kg` is the grid's kg CO2e a kWh. Raises: RecipeError, DataError.
    """
    begun = time.perf_counter()
    resolved = read_recipe(recipe, overrides)
    wish = wish_of(resolved)
    look = look_at(resolved)
    quote = quote_of(resolved, look, wish, grid_kg=grid_kg)
    from dataclasses import replace

    return replace(quote, seconds=round(time.perf_counter() - begun, 3))


def wish_of(recipe: Recipe) -> Wish:
    """What the recipe's budget asks for. Raises: RecipeError for a device that is not in the catalogue."""
    from modelyard.planning.hardware import find

    budget = recipe.budget
    on, count = _device(budget.on)
    if on not in (None, "any", HERE):
        on = find(str(on), where="budget.on").name
    hours = budget.hours if budget.minutes is None else budget.minutes / 60
    return Wish(usd=budget.usd, hours=hours, deadline_hours=budget.deadline_hours, on=on, count=count)


def _device(text: str | None) -> tuple[str | None, int | None]:
    """`8 x h100` as its two parts; `here` is this machine."""
    if text is None or text.strip().lower() in ("here", HERE):
        return (None if text is None else HERE), None
    plain = text.strip()
    first, _, rest = plain.replace("×", "x").partition("x")
    if first.strip().isdigit() and rest.strip():
        count = int(first)
        if count < 1:
            raise RecipeError("a count of devices is at least 1", where="budget.on", got=text, remedy="Try 8 x h100.")
        return rest.strip(), count
    return ("any" if plain.lower() == "any" else plain), None


def quote_of(recipe: Recipe, look: Look, wish: Wish, *, grid_kg: float | None = None) -> Quote:
    """The quote of a recipe whose data was looked at."""
    listed = prices.load()
    family, notes = family_of(recipe)
    own = prices.machine(listed, machine.processors())
    limit = quoting.limit_hours(wish, own.usd_per_hour)
    work = workload_of(recipe, look, family=family, limit_seconds=None if limit is None else limit * 3600)
    here = here_row(work, wish, own, recipe, grid_kg)
    found = quoting.rows(work, wish, listed=listed, here=here, sized=None, grid_kg=grid_kg)
    recommended, why = quoting.recommend(found, wish, work)
    notes += _notes(work, look)
    used = [Price(**row.price) for row in found if row.price]
    return Quote(
        task=recipe.task,
        title=recipe.title or recipe.data.train[0].rpartition("/")[2],
        created=round(time.time(), 3),
        rows=tuple(found),
        recommended=recommended,
        why=why,
        work=describe(work),
        data={"rows": look.rows, "exact": look.exact, "bytes": look.stored_bytes, "seconds": round(look.seconds, 3)},
        budget=recipe.budget.model_dump(mode="json", exclude_none=True),
        notes=tuple(dict.fromkeys([*notes, *prices.warnings(used)])),
    )


def family_of(recipe: Recipe) -> tuple[str, list[str]]:
    """The family that is quoted: of `model: auto` the first network that could be tried."""
    if recipe.model.family != "auto":
        return recipe.model.family, []
    task = registry.load("tasks", recipe.task, field="task").Task
    networks = [name for name in task.candidates if hasattr(registry.load("models", name, field="model"), "build")]
    chosen = networks[0] if networks else task.cheap
    note = f"model auto also fits {task.cheap} and ships the better one; {chosen} is what is quoted"
    return chosen, [note]


def here_row(work: Workload, wish: Wish, price: Price, recipe: Recipe, grid_kg: float | None) -> Row:
    """This machine's row."""
    device = local.device()
    around = Band.around(LEAST_SECONDS_AFTER_DATA["network" if work.network else "solver"], 0.5)
    if wish.limit_hours is None and recipe.model.family == "auto" and wish.usd is None and work.ceiling == work.steps:
        wish = Wish(hours=defaults.AUTO_BUDGET_SECONDS / 3600)
    if work.network and work.architecture is not None:
        one = estimating.best(work, device, 1)
        return quoting.finished_row(work, device, 1, one, wish=wish, price=price, around=around, grid_kg=grid_kg)
    return _solved(work, device.memory_bytes, device.power_watts, price, around, grid_kg)


def _solved(work: Workload, memory_bytes: int, watts: float, price: Price, around: Band, grid_kg: float | None) -> Row:
    """A family that a solver fits: time and memory by the examples and their features."""
    cells = work.examples * max(1.0, work.positions if work.features > 1000 else float(work.features))
    seconds = Band(value=2e-6 * cells, low=4e-7 * cells, high=1e-5 * cells) + around
    hours = seconds * (1 / 3600)
    power = energy.of(hours, watts, grid_kg=grid_kg)
    memory = {"features": 12.0 * cells, "framework": 4e8}
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


def describe(work: Workload) -> Mapping[str, Any]:
    """What is trained, as plain values."""
    architecture = work.architecture
    found: dict[str, Any] = {
        "family": work.family,
        "examples": work.examples,
        "positions": round(work.positions, 1),
        "longest": work.longest,
        "batch": work.batch,
        "steps": work.steps,
        "epochs": round(work.epochs(work.steps), 3),
        "unit": "tokens" if work.is_text and work.network else "examples",
        "outputs": work.outputs,
    }
    if work.network:
        found |= {"optimizer": work.optimizer, "precision": work.precision}
    if architecture is not None and work.network:
        found |= {"parameters": architecture.parameters, "trained": architecture.trained}
    if work.is_stream:
        found |= {
            "tokens": round(work.tokens(work.steps)),
            "unique_tokens": round(work.unique_tokens),
            "vocabulary": work.vocabulary,
            "bytes_per_token": round(work.bytes_per_token, 2),
        }
    if work.adapter:
        found["adapter"] = work.adapter
    return found


def _notes(work: Workload, look: Look) -> list[str]:
    notes = []
    if not look.exact:
        notes.append(f"{look.rows:,} rows are an estimate: the data was looked at for {look.seconds:.2f} s only")
    if work.is_stream:
        notes.append(
            f"{work.unique_tokens:,.0f} training tokens are an estimate ({work.bytes_per_token:.2f} bytes a token, "
            "before cleaning and duplicates)"
        )
    if work.network and work.ceiling == work.steps and work.pretrained is False and work.limit_seconds is None:
        notes.append("a training that stops early takes less")
    return notes
