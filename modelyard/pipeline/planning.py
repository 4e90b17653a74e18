"""`plan`: the bill before the start. A recipe and a bounded look at its data become a quote; nothing is trained."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from modelyard.core import registry
from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Recipe
from modelyard.pipeline import described, fewest, learning, questions
from modelyard.pipeline.directory import AnyRecipe, read_recipe
from modelyard.pipeline.here import modelled
from modelyard.pipeline.rehearsing import SECONDS
from modelyard.pipeline.sizes import sizer
from modelyard.pipeline.workloads import look_at, workload_of
from modelyard.planning import choosing, hardware, laying_out, machine, quoting
from modelyard.planning.answers.answering import Answer
from modelyard.planning.answers.economics import Load
from modelyard.planning.dealing import check_layout
from modelyard.planning.looking import Look
from modelyard.planning.money import prices
from modelyard.planning.money.prices import Price
from modelyard.planning.quote import HERE, Quote, Row
from modelyard.planning.quoting import Wish
from modelyard.planning.what_if import Change, parse

_DIRTIEST_KG = 3.0
BUSY = 1.5  # programs that want to run, by processor


def plan(
    recipe: AnyRecipe,
    *,
    overrides: Sequence[str] = (),
    what_if: Sequence[str] = (),
    load: Load | None = None,
    grid_kg: float | None = None,
    rehearse: bool = False,
) -> Quote:
    """The quote of a recipe: what it takes here and on every suitable device; nothing is trained or written.

    `what_if` asks the same otherwise (`model.layers=24`, `data x 10`, `gpus=16`, `deadline=12h`); `load` is what a
    service of the model would have to bear; `grid_kg` the grid's kg CO2e a kWh. `rehearse`: this
    machine's row is measured, on at most ten seconds of the real run in a process of its own.
    Raises: RecipeError, DataError.
    """
    begun = time.perf_counter()
    if grid_kg is not None and not 0 <= grid_kg <= _DIRTIEST_KG:
        raise RecipeError("a grid emits 0 to 3 kg CO2e a kWh", where="--grid", got=grid_kg, remedy="Try 0.4.")
    resolved = read_recipe(recipe, overrides)
    questions.check(resolved, what_if)
    changes = [parse(text) for text in what_if]
    wish = wish_of(resolved)
    look = look_at(resolved)
    seconds = SECONDS if rehearse else None
    quote = quote_of(
        resolved,
        look,
        wish,
        load=load,
        grid_kg=grid_kg,
        rehearsal_seconds=seconds,
        answer=described.measured_answer(recipe),
    )
    if rehearse:
        from modelyard.pipeline.curves import learned

        curve, notes = learned(resolved, look, str(quote.work["family"]))
        quote = replace(quote, quality=curve or quote.quality).with_notes(*notes)
    asked = [_asked(recipe, overrides, change, resolved, look, grid_kg) for change in changes]
    return replace(quote, what_if=tuple(asked), seconds=round(time.perf_counter() - begun, 3))


def _asked(
    recipe: AnyRecipe, overrides: Sequence[str], change: Change, base: Recipe, look: Look, grid_kg: float | None
) -> Mapping[str, Any]:
    """The answer to one what-if, as a quote keeps it."""
    resolved = read_recipe(recipe, [*overrides, *change.overrides])
    if resolved.data != base.data or resolved.task != base.task:
        look = look_at(resolved)
    wish = wish_of(resolved)
    if change.gpus is not None:
        wish = replace(wish, count=change.gpus, on=wish.on if wish.on not in (None, HERE) else "any")
    quote = quote_of(resolved, look, wish, grid_kg=grid_kg, grown=change.data)
    rows = {"here": quote.here, "best": quote.best}
    found: dict[str, Any] = {"text": change.text, "why": quote.why, "quality": quote.quality, "work": quote.work}
    for name, row in rows.items():
        found[name] = None if row is None else asdict(row)
    return found


def wish_of(recipe: Recipe) -> Wish:
    """What the recipe's budget asks for. Raises: RecipeError for a device that is not in the catalogue."""
    budget = recipe.budget
    on, count = hardware.asked(budget.on)
    hours = budget.hours if budget.minutes is None else budget.minutes / 60
    return Wish(usd=budget.usd, hours=hours, deadline_hours=budget.deadline_hours, on=on, count=count)


def quote_of(
    recipe: Recipe,
    look: Look,
    wish: Wish,
    *,
    load: Load | None = None,
    grid_kg: float | None = None,
    grown: float = 1.0,
    rehearsal_seconds: float | None = None,
    answer: Answer | None = None,
) -> Quote:
    """The quote of a recipe whose data was looked at; `grown` is how many times as much data there would be.

    With `rehearsal_seconds` this machine's row is measured for so long. `answer` is what a run has measured of its own.
    """
    listed = prices.load()
    family, notes = family_of(recipe)
    own = prices.machine(listed, machine.processors(), machine.accelerator())
    limit = quoting.limit_hours(wish, own.usd_per_hour)
    work = workload_of(recipe, look, family=family, limit_seconds=None if limit is None else limit * 3600)
    if work.network and work.architecture is not None and not work.open_size:
        check_layout(work.architecture, work.parallel, recompute=work.recompute)
    if grown != 1.0:
        work = work.grown(grown)
    sized = sizer(recipe)
    found_here = modelled(work, look, wish, own, recipe, sized, grid_kg)
    here, here_work = found_here.row, found_here.work
    peak = here.peak_bytes
    here, told = learning.here(
        here,
        recipe,
        family,
        parts=found_here.parts,
        watts=found_here.watts,
        grid_kg=grid_kg,
        rehearsal_seconds=rehearsal_seconds,
    )
    if here.hours is None and told["how"] == "modelled":  # small runs that fitted say nothing of one that does not
        here = replace(here, peak_bytes=peak)
    least, short = fewest.of(found_here.least, told, limit)
    here = fewest.at_least(quoting.held(here, limit), limit, least)
    found = quoting.rows(work, wish, listed=listed, here=here, sized=sized, grid_kg=grid_kg)
    recommended, why = choosing.recommend(found, wish)
    taken = None if recommended is None else found[recommended]
    notes += [*described.notes_of(work, look), *laying_out.notes(found, work)]
    return Quote(
        task=recipe.task,
        title=recipe.title or recipe.data.train[0].rpartition("/")[2],
        created=round(time.time(), 3),
        rows=tuple(found),
        recommended=recommended,
        why=why,
        work={**described.describe(here_work), "here": told},
        data={"rows": look.rows, "exact": look.exact, "bytes": look.stored_bytes, "seconds": round(look.seconds, 3)},
        budget=recipe.budget.model_dump(mode="json", exclude_none=True),
        quality=described.quality_of(here_work, {} if recommended is None else found[recommended].model),
        serving={} if load is None else described.serving_of(here_work, load, listed, own, answer),
        notes=tuple(dict.fromkeys([*notes, *told.get("notes", ()), *short, *_busy(told["how"]), *_aged(taken)])),
    )


def _busy(how: str) -> list[str]:
    """That other programs will slow a run here: the model knows this machine as it is alone, a rehearsal hears them."""
    count = machine.processors()
    if how == "rehearsed" or not hasattr(os, "getloadavg") or os.getloadavg()[0] < BUSY * count:
        return []
    load = os.getloadavg()[0]
    return [f"other programs keep this machine busy (load {load:.0f} on {count} processors): it will take longer here"]


def _aged(taken: Row | None) -> list[str]:
    """How old the price is that a recommendation to rent rests on, where it is older than a quarter."""
    if taken is None or taken.device == HERE or taken.price is None:
        return []
    price = Price(**taken.price)
    if not price.is_stale:
        return []
    age = "undated" if price.age_days is None else f"{price.age_days} days old"
    return [f"the price of {taken.device} is {age}; yours: modelyard prices update FILE"]


def family_of(recipe: Recipe) -> tuple[str, list[str]]:
    """The family that is quoted: of `model: auto` the first network that could be tried."""
    if recipe.model.family != "auto":
        return recipe.model.family, []
    task = registry.load("tasks", recipe.task, field="task").Task
    networks = [name for name in task.candidates if hasattr(registry.load("models", name, field="model"), "build")]
    chosen = networks[0] if networks else task.cheap
    note = f"model auto also fits {task.cheap} and ships the better one; {chosen} is what is quoted"
    return chosen, [note]
