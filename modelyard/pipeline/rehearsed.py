"""What a rehearsal's marks say of the whole run: seconds by part and the peak, extrapolated from what was taken."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from modelyard.core import registry
from modelyard.core.recipe import Recipe
from modelyard.pipeline import evidence
from modelyard.pipeline import usual as usually
from modelyard.pipeline.rehearsal_marks import Marks, timing_seconds
from modelyard.pipeline.rehearsed_peak import peak_bytes
from modelyard.training.budget import own_seconds

# How a figure was found: of the whole data, of a sample of it, from earlier runs of this kind, or a mere guess.
How = Literal["whole", "sampled", "earlier", "guessed"]
Usual = Callable[[str, str], float | None]
PARTS = ("start", "prepare", "fit", "train", "package", "evaluate", "evidence", "report")
# Sorts whose rows the training stage encodes; the stages before it have made tokens of the others.
ENCODED = frozenset({"text", "table"})
# The cheap family beside a named one is stopped after so long.
BASELINE_SECONDS = 60.0
# What a solver is guessed to take that was not reached.
SOLVER_SECONDS, SOLVER_ROW_SECONDS = 2.0, 4e-4
# How the time of a solver grows with its rows: not slower than this, nor faster.
EXPONENTS = (0.6, 1.2)
# Of the evaluation, what does not depend on the rows.
EVALUATION_FIXED = 0.3
# Of a plan's time limit, what the loop takes: its steps are fitted to what is left again and again.
LIMIT_TAKEN = 0.985
SAVING_SHARE = 0.02  # of the loop's time, at most
LEAST_HEARD = 3  # fewer steps of different lengths say less than those that were timed by length


@dataclass(frozen=True, slots=True)
class Figure:
    """Seconds, and how they were found."""

    value: float
    how: How


@dataclass(frozen=True, kw_only=True, slots=True)
class Foretold:
    """What the marks say; `missing` are parts that were not reached."""

    kind: str
    parts: dict[str, Figure]
    peak_bytes: float | None
    sampled: bool
    missing: tuple[str, ...]
    steps: int
    step_seconds: float
    bounded: bool
    stops_early: float
    notes: tuple[str, ...] = ()


def foretell(marks: Marks, recipe: Recipe, usual: Usual) -> Foretold:
    """The whole run, before earlier runs correct it. `usual` tells what a part took in runs of a kind."""
    network = marks.one("network")
    family = network.get("family") or recipe.model.family
    kind = f"{recipe.task}/{family}{'+adapter' if recipe.model.options.get('adapter') else ''}"
    found: dict[str, Figure | None] = {
        "start": Figure(usual(kind, "start") or usually.START, "earlier"),
        "prepare": _prepare(marks),
        "fit": _fit(marks, recipe),
        "train": None,
        **{name: _after(marks, name) for name in ("package", "evaluate", "report")},
        "evidence": None,
    }
    steps, bounded = int(network.get("steps", 0)), False
    if network and found["prepare"] is not None and found["fit"] is not None:
        before = math.fsum(part.value for part in (found["start"], found["prepare"], found["fit"]) if part)
        found["train"], steps, bounded = _train(marks, network, before - _ending(marks))
    solver_alone = bool(marks.one("stage", name="package")) and not network
    if solver_alone:
        found["train"] = Figure(0.0, "whole")
    trained = math.fsum(figure.value for name in ("fit", "train") if (figure := found[name]) is not None)
    known = {part["name"]: float(part["seconds"]) for part in marks.all("part")}
    found["evidence"] = Figure(evidence.foretold_seconds(recipe, trained, known), "guessed")
    missing = tuple(name for name in PARTS if found[name] is None)
    parts = {name: figure or _unreached(name, kind, marks, usual, recipe) for name, figure in found.items()}
    if (budget := network.get("budget_seconds")) is not None:
        others = math.fsum(figure.value for name, figure in parts.items() if name != "evidence")
        parts["evidence"] = Figure(max(0.0, min(parts["evidence"].value, budget - others)), "guessed")
    if missing and missing[0] != "train":  # it took at least as long as it had been going on
        first = missing[0]
        parts[first] = Figure(max(parts[first].value, 1.2 * marks.unfinished_seconds), parts[first].how)
    error = marks.one("error")
    return Foretold(
        kind=kind,
        parts=parts,
        peak_bytes=peak_bytes(marks, network),
        sampled=marks.scale > 1,
        missing=missing,
        steps=steps,
        step_seconds=_step(marks, network) if network else 0.0,
        bounded=bounded,
        stops_early=_earliest(network),
        notes=(f"the rehearsal ended: {error['text']}",) if error else (),
    )


def _prepare(marks: Marks) -> Figure | None:
    """The stages before training, from one or two sizes of the sample."""
    if not marks.one("ground"):
        return None
    rows, total = marks.look["whole"], 0.0
    records = marks.records[: marks.records.index(marks.all("ground")[0])]
    for name in dict.fromkeys(record["name"] for record in records if record["part"] == "stage"):
        stages = [record for record in records if record["part"] == "stage" and record["name"] == name]
        last = stages[-1]
        if marks.scale == 1 or name == "start":
            total += last["seconds"]
        elif len(stages) > 2:  # the few rows twice, so that what is loaded once is known
            once, again = stages[-3]["seconds"], stages[-2]["seconds"]
            slope = max(0.0, last["seconds"] - again) / max(1, last["rows"] - stages[-2]["rows"])
            total += max(0.0, once - again) + last["seconds"] + slope * (rows - last["rows"])
        elif len(stages) > 1 and last["seconds"] < stages[0]["seconds"]:  # the first one loaded a library
            total += _grown([(stage["rows"], stage["seconds"]) for stage in stages], rows)
        elif len(stages) > 1:
            slope = max(0.0, last["seconds"] - stages[0]["seconds"]) / max(1, last["rows"] - stages[0]["rows"])
            total += last["seconds"] + slope * (rows - last["rows"])
        else:
            total += last["seconds"] * marks.scale
    return Figure(total, "whole" if marks.scale == 1 else "sampled")


def _fit(marks: Marks, recipe: Recipe) -> Figure | None:
    """Everything of the training stage but the loop: solvers, fitted transforms, encoding, building, timing steps."""
    families = list(dict.fromkeys(record["family"] for record in marks.all("solver")))
    network = marks.one("network")
    if not network and not marks.one("stage", name="package"):
        return None
    whole, total = marks.scale == 1, marks.one("ground")["seconds"]
    for place, family in enumerate(families):
        points = marks.all("solver", family=family)
        last = points[-1]
        seconds = _grown([(p["rows"], p["seconds"]) for p in points], last["of"] * marks.scale)
        if place == 0 and recipe.model.family not in ("auto", family):
            seconds = min(seconds, BASELINE_SECONDS)
        whole = whole and last["rows"] == last["of"]
        total += seconds
    if set(marks.one("ground")["solvers"]) - set(families):
        whole = False
        total += SOLVER_SECONDS + SOLVER_ROW_SECONDS * marks.one("ground")["counts"].get("train", 0) * marks.scale
    if network:
        scale = marks.scale if marks.look["sort"] in ENCODED else 1.0
        total += network["fit_seconds"] * scale + network["build_seconds"] * math.sqrt(scale)
        total += timing_seconds(network) + marks.one("loop").get("opening_seconds", 0.0)
    return Figure(total + _ending(marks), "whole" if whole else "sampled")


def _ending(marks: Marks) -> float:
    """Seconds of the training stage that follow the loop: what was trained is stored, and one family chosen."""
    return float(marks.one("loop").get("storing_seconds", 0.0) + marks.one("choice").get("seconds", 0.0))


def _grown(points: Sequence[tuple[float, float]], rows: float) -> float:
    """Seconds at `rows`: what the first point takes beside its rows (loading a library), and the growth of the others.

    The power law through the last two points; proportional from a single one.
    """
    (first, once), (size, seconds) = points[0], points[-1]
    if len(points) == 1:
        return once * max(1.0, rows / size)
    fixed = max(0.0, once - seconds * first / size)
    exponent = 1.0
    if len(points) > 2 and points[-2][1] > 0 and seconds > 0:
        exponent = math.log(seconds / points[-2][1]) / math.log(size / points[-2][0])
    low, high = EXPONENTS
    return float(fixed + seconds * max(1.0, rows / size) ** min(high, max(low, exponent)))


def _step(marks: Marks, network: dict[str, Any]) -> float:
    """Seconds of a step of the loop."""
    loop, step = marks.one("loop"), float(network["step_seconds"])
    found = loop.get("loop_step_seconds")
    if found and (loop["steady"] or loop["loop_steps"] >= LEAST_HEARD or not step):
        step = float(found)
    return step


def _train(marks: Marks, network: dict[str, Any], before_seconds: float) -> tuple[Figure | None, int, bool]:
    """The loop (steps, validations and saving), its steps, and whether the budget ends it."""
    step, steps = _step(marks, network), int(network["steps"])
    if not step:
        return None, steps, False
    validations = network["evaluations"] * network["evaluation_seconds"]
    save = marks.one("loop").get("save_seconds", 0.0)
    saves = min((network["evaluations"] + 1) * save, save + SAVING_SHARE * steps * step)
    seconds, bounded, budget = steps * step + validations + saves, False, network["budget_seconds"]
    if budget is not None:
        least = step + network["evaluation_seconds"] + save
        left = budget - before_seconds - network["reserve_seconds"]
        available = max(least, LIMIT_TAKEN * own_seconds(left, network["evidence_seconds"]))
        bounded = available < seconds
        if bounded:
            seconds, steps = available, max(1, int((available - min(validations, available / 6)) / step))
    return Figure(seconds, "whole" if marks.one("loop") else "sampled"), steps, bounded


def _after(marks: Marks, name: str) -> Figure | None:
    found = marks.one("stage", name=name)
    if not found:
        return None
    if name == "evaluate" and marks.scale > 1:
        return Figure(found["seconds"] * (EVALUATION_FIXED + (1 - EVALUATION_FIXED) * marks.scale), "sampled")
    return Figure(found["seconds"], "whole")


def _unreached(name: str, kind: str, marks: Marks, usual: Usual, recipe: Recipe) -> Figure:
    """A part that was not reached: as in earlier runs of this kind, else as such families usually take here."""
    if name == "train":
        return Figure(0.0, "guessed")
    known = usual(kind, name) if name != "prepare" else None
    if known is not None:
        return Figure(known, "earlier")
    if name in ("prepare", "fit"):
        return Figure(usually.UNREACHED * (marks.scale if name == "prepare" else 1.0), "guessed")
    sort = str(registry.load("tasks", recipe.task, field="task").Task.sort)
    family = kind.partition("/")[2].partition("+")[0]
    return Figure(usually.after(name, family, sort, network=bool(marks.one("network"))), "guessed")


def _earliest(network: dict[str, Any]) -> float:
    """The share of the loop after which it may stop early; 1 where it may not."""
    patience, evaluations = network.get("early_stopping"), network.get("evaluations", 0)
    if not patience or not evaluations:
        return 1.0
    return float(min(1.0, (patience + 1) / evaluations))
