"""The money of a run: its price an hour, the time that its dollars buy, its quote, and its place in the ledger."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from modelyard.core import durable, processes
from modelyard.core.errors import DataError, ModelyardError, RecipeError, RunError
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.pipeline.planning import plan, wish_of
from modelyard.planning import hardware, machine
from modelyard.planning.money import prices
from modelyard.planning.money.ledger import Ledger, project_of
from modelyard.planning.money.prices import Price
from modelyard.planning.quote import HERE, Quote
from modelyard.training.budget import seconds_spent

QUOTE = "quote.json"


def price_here(recipe: Recipe) -> Price:
    """What an hour of the run costs on this machine, all its processes together.

    Raises: RecipeError where the budget is for a device that this machine does not have.
    """
    wish, own = wish_of(recipe), machine.accelerator()
    if wish.on not in (None, "any", HERE) and wish.on != own:
        asked = hardware.find(str(wish.on), where="budget.on").name
        raise RecipeError(
            f"the budget is for {asked}, and this machine has {own or 'no accelerator that is known'}",
            where="budget.on",
            got=recipe.budget.on,
            remedy="Run it there, or give budget.on=here; modelyard plan says what it takes on other devices.",
        )
    listed = prices.load()
    price = prices.machine(listed, machine.processors(), own)
    if price.device == prices.MACHINE or processes.count() == 1:
        return price
    return Price(**{**price.to_json(), "usd_per_hour": price.usd_per_hour * processes.count()})


def bill_of(recipe: Recipe) -> dict[str, Any]:
    """What `plan.json` keeps of it: the price, and the limit in seconds that the run holds."""
    price = price_here(recipe)
    limits = [] if recipe.budget.seconds is None else [recipe.budget.seconds]
    if recipe.budget.usd is not None:
        if not price.usd_per_hour:
            raise RecipeError(
                "dollars set no limit on a machine that costs nothing an hour",
                where="budget.usd",
                got=recipe.budget.usd,
                remedy="Give budget.hours, or its price: modelyard prices --machine USD_PER_HOUR",
            )
        limits.append(recipe.budget.usd / price.usd_per_hour * 3600)
    return {
        "budget_seconds": min(limits, default=None),
        "budget_usd": recipe.budget.usd,
        "price": price.to_json(),
    }


def keep_quote(recipe: Recipe, run: Run) -> Quote | None:
    """The quote that stands in the run directory, made before the first stage; None where none can be made.

    A plan that fails does not stop a run: what is wrong with the data is said by the stage that reads it.
    """
    path = run.path / QUOTE
    if path.is_file():
        try:
            return Quote.from_json(run.read_json(QUOTE))
        except (RunError, KeyError, TypeError):  # an older version's: the run goes on without
            return None
    if any(run.events("stage")):
        return None  # it began before there were quotes: one made now would know the outcome's machine, not its start
    try:
        quote = plan(recipe)
    except ModelyardError as error:
        run.notice(f"there is no quote for this run: {error}")
        return None
    durable.write_json(path, quote.to_json())
    return quote


@contextlib.contextmanager
def booked(run: Run, quote: Quote | None) -> Iterator[None]:
    """Within, the run is in the ledger: its quote held, what it spends noted.

    Raises: RunError where it would break the month's cap. A ledger that cannot be written is a notice where there is
    no cap to keep.
    """
    plan_ = run.read_json("plan.json")
    price = plan_.get("price")
    if price is None:
        yield
        return
    rate = float(price["usd_per_hour"])
    left = _left_seconds(run, plan_, quote)
    try:
        session = Ledger().session(
            run=str(run.path),
            project=project_of(Path()),
            quote_usd=left / 3600 * rate,
            quote_seconds=left,
            usd_per_hour=rate,
        )
        session.__enter__()
    except (RecipeError, OSError) as error:
        if _caps():
            raise RunError(
                f"a month's cap is set, and the ledger cannot be written ({error})",
                where="ledger",
                remedy="Make it writable, or take the cap away: modelyard ledger --no-cap",
            ) from error
        run.notice(f"this run is not in the ledger: {error}")
        yield
        return
    except DataError as error:
        raise RunError(str(error), where="ledger") from error
    with contextlib.ExitStack() as stack:
        stack.push(session.__exit__)
        yield


def _caps() -> dict[str, float]:
    """The caps that are known; none where the ledger cannot even be read."""
    try:
        return Ledger().caps()
    except (RecipeError, OSError):
        return {}


def _left_seconds(run: Run, plan_: dict[str, Any], quote: Quote | None) -> float:
    """What the run may still take: by its quote, at most its limit, less what earlier processes took."""
    expected = quote.here.hours.value * 3600 if quote is not None and quote.here.hours is not None else None
    limits = [limit for limit in (expected, plan_.get("budget_seconds")) if limit is not None]
    return max(0.0, min(limits, default=0.0) - seconds_spent(run))


def reconciled(run: Run) -> dict[str, Any]:
    """The quote beside the actual, from the files of a run; empty where it was not quoted."""
    if not (run.path / QUOTE).is_file():
        return {}
    try:
        quote = Quote.from_json(run.read_json(QUOTE))
    except (RunError, KeyError, TypeError):
        return {}
    here, summary = quote.here, run.read_json("summary.json")
    rate = float((run.read_json("plan.json").get("price") or {}).get("usd_per_hour") or 0.0)
    seconds, peak = float(summary["seconds"]), float(summary["peak_memory_bytes"])
    found: dict[str, Any] = {
        "seconds": seconds,
        "peak_memory_bytes": peak,
        "usd": seconds / 3600 * rate,
        "quote_memory_bytes": here.peak_bytes.value,
        "memory_in_band": here.peak_bytes.holds(peak),
    }
    if here.hours is not None:
        band = here.hours * 3600
        found |= {
            "quote_seconds": band.value,
            "quote_low_seconds": band.low,
            "quote_high_seconds": band.high,
            "time_in_band": band.holds(seconds),
        }
    return {name: value for name, value in found.items() if not isinstance(value, float) or math.isfinite(value)}
