"""This machine's row of a quote, corrected by the runs that were finished here; and what a finished run adds to it.

A rehearsal is kept for some days, so that the run of the same recipe has its figures as its quote.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import math
import time
from collections.abc import Mapping
from typing import Any

from modelyard.core import durable
from modelyard.core.errors import RunError
from modelyard.core.recipe import Recipe
from modelyard.core.revision import code_version
from modelyard.core.run import Run
from modelyard.pipeline.rehearsing import Rehearsed, rehearse, total
from modelyard.planning import calibration, local
from modelyard.planning.calibration import Entry
from modelyard.planning.money import energy
from modelyard.planning.quote import Band, Row

# What the parts of a modelled row are called in the store, beside those of a rehearsed one.
MODELLED = "modelled "
PEAK = MODELLED + "peak"
UNMODELLED = "found by measuring"
KEPT_SECONDS, MOST_KEPT = 3 * 86_400.0, 40
AFTER = ("package", "evaluate", "report")
EVIDENCE = "evidence"  # it takes a share of the training's time, so that its own says nothing of another run's
PARTS = ("start", "prepare", "fit", "train", *AFTER, EVIDENCE)


def here(
    row: Row,
    recipe: Recipe,
    family: str,
    *,
    parts: Mapping[str, Band],
    watts: float,
    grid_kg: float | None,
    rehearsal_seconds: float | None = None,
) -> tuple[Row, dict[str, Any]]:
    """The row as earlier runs correct it or, where asked for, as a rehearsal finds it; and what a run shall remember.

    `parts` are the seconds of the modelled row, one of PARTS each. The second result is plain JSON: how it was found,
    the kind of run, and the figures before correction.
    """
    key = _key(recipe)
    found = _kept(key) if rehearsal_seconds is None else _rehearsed_now(recipe, rehearsal_seconds)
    foretold = {PEAK: row.peak_bytes.value, **{MODELLED + name: part.value for name, part in parts.items()}}
    told: dict[str, Any]
    if found is not None and found.seconds is not None and found.peak_bytes is not None:
        if rehearsal_seconds is not None:
            _keep(key, found)
        told = {"how": "rehearsed", "kind": found.kind, "foretold": {**foretold, **found.foretold}}
        told |= {"missing": list(found.missing), "notes": list(found.notes)}
        told |= {"rehearsal_seconds": round(found.took_seconds, 2)}
        return _summing(_rehearsed(row, found, watts, grid_kg)), told
    kind, entries = kind_of(recipe, family), calibration.read()
    told = {"how": "modelled", "kind": kind, "foretold": foretold}
    if found is not None:
        late = f"a rehearsal of {found.took_seconds:.0f} s did not reach the training: this machine's row is modelled"
        told |= {"missing": list(found.missing), "notes": list(found.notes) or [late]}
    row = _summing(dataclasses.replace(row, peak_bytes=_shifted(row.peak_bytes, entries, kind)))
    if row.hours is None:
        return row, told
    corrected = {name: _corrected(part, entries, kind, MODELLED + name) for name, part in parts.items()}
    hours = total(corrected, most=recipe.budget.seconds) * (1 / 3600)  # a run holds itself to its budget
    return _timed(row, hours, watts, grid_kg), told


def _rehearsed_now(recipe: Recipe, seconds: float) -> Rehearsed:
    return rehearse(recipe, seconds=seconds, after_seconds=after_seconds(recipe))


def kind_of(recipe: Recipe, family: str) -> str:
    """Runs of one kind are off by like shares: the task, the family, and whether an adapter is trained."""
    return f"{recipe.task}/{family}{'+adapter' if recipe.model.options.get('adapter') else ''}"


def after_seconds(recipe: Recipe) -> float | None:
    """What packaging, evaluation and report took together in runs of this kind here; None where too few tell."""
    family, entries = recipe.model.family, calibration.read()
    kinds = {kind_of(recipe, family)}
    if family == "auto":  # whichever will ship
        kinds = {entry.kind for entry in entries if entry.kind.startswith(f"{recipe.task}/")}
    found = []
    for kind in kinds:
        sums = [
            math.fsum(entry.actual[name] for name in AFTER)
            for entry in entries
            if entry.kind == kind and entry.actual.keys() >= set(AFTER)
        ][-calibration.NEWEST :]
        if len(sums) >= calibration.LEAST:
            # The upper middle: by the slowest, a run beside much other work would take most of the next budget.
            found.append(sorted(sums)[len(sums) // 2])
    return max(found, default=None)


def learn(run: Run) -> None:
    """Add a finished run to what this machine knows. What cannot be read of it teaches nothing, and breaks nothing."""
    try:
        actual = actual_of(run)
        told: Mapping[str, Any] = run.read_json("quote.json")["work"]["here"]
        kind, foretold = str(told["kind"]), {str(name): float(value) for name, value in told["foretold"].items()}
    except (RunError, KeyError, TypeError, ValueError, AttributeError):
        return
    if not actual:
        return
    planned, made = actual.pop("planned_steps", 0.0), actual.pop("steps", 0.0)
    early = bool(planned) and made < planned
    if early and "train" in foretold:  # a training that stopped early is held to what it did
        foretold["train"] *= made / planned
    for name in list(foretold):
        if name.startswith(MODELLED):
            if early and name == MODELLED + "train":
                foretold[name] *= made / planned
            actual[name] = actual.get(name.removeprefix(MODELLED), 0.0)
    calibration.add(Entry(kind=kind, foretold=foretold, actual=actual))


def actual_of(run: Run) -> dict[str, float]:
    """Seconds by part and the peak of a finished run; empty where it was not made in one go by one process."""
    started = list(run.events("started"))
    stages = list(run.events("stage"))
    done = {event["name"]: event for event in stages if event["state"] == "done"}
    if len(started) != 1 or any(True for _ in run.events("interrupted", "failed", "anew")):
        return {}
    if not {"train", *AFTER} <= done.keys():
        return {}
    begun = next(event["time"] for event in stages if event["state"] == "started")
    before = [name for name in done if name not in ("train", *AFTER, EVIDENCE)]
    found = {
        "start": max(0.0, float(begun - started[0]["time"])),
        "prepare": math.fsum(float(done[name]["seconds"]) for name in before),
    }
    loop = 0.0
    for path in sorted((run.path / "models").glob("*/training.json")):
        record = run.read_json(str(path.relative_to(run.path)))
        if record.get("total_steps"):
            loop += float(record["seconds"])
            found |= {"planned_steps": float(record["total_steps"]), "steps": float(record["steps"])}
    found |= {"fit": max(0.0, float(done["train"]["seconds"]) - loop), "train": loop}
    found |= {name: float(done[name]["seconds"]) for name in (*AFTER, EVIDENCE) if name in done}
    found["peak"] = float(max(event.get("peak_memory_bytes", 0) for event in done.values()))
    return found


def _key(recipe: Recipe) -> str:
    """Of the recipe, this machine and this version of the code."""
    content = [recipe.model_dump(mode="json"), local.key(), code_version("training", "models", "tasks", "pipeline")]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:24]


def _keep(key: str, found: Rehearsed) -> None:
    """Keep a rehearsal for the run that follows; where nothing can be written, that run is quoted without it."""
    kept = {**_stored(), key: {"at": time.time(), "found": found.to_json()}}
    newest = sorted(kept, key=lambda one: float(kept[one]["at"]))[-MOST_KEPT:]
    with contextlib.suppress(OSError, RunError):
        local.folder().mkdir(parents=True, exist_ok=True)
        durable.write_json(local.folder() / "rehearsals.json", {one: kept[one] for one in newest})


def _kept(key: str) -> Rehearsed | None:
    entry = _stored().get(key)
    try:
        return None if entry is None else Rehearsed.from_json(entry["found"])
    except (KeyError, TypeError, ValueError, AttributeError):  # damaged, or another version's
        return None


def _stored() -> dict[str, Any]:
    """The rehearsals of the last days, by key."""
    try:
        found = json.loads((local.folder() / "rehearsals.json").read_text(encoding="utf-8"))
        return {key: one for key, one in found.items() if time.time() - float(one["at"]) < KEPT_SECONDS}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):  # absent, closed or damaged: none is kept
        return {}


def _corrected(band: Band, entries: list[Entry], kind: str, part: str) -> Band:
    """Times the ratio; as wide as earlier runs were off, where enough of them tell."""
    known = calibration.correction(entries, kind, part)
    moved = band * known.ratio
    if known.spread is None:
        return moved
    width = math.exp(1.645 * max(0.05, known.spread))
    return Band(value=moved.value, low=moved.value / width, high=moved.value * width)


def _shifted(peak: Band, entries: list[Entry], kind: str) -> Band:
    """The peak as earlier runs correct it."""
    known = calibration.correction(entries, kind, PEAK)
    value = calibration.shifted(entries, kind, PEAK, peak.value)
    if known.spread is None:
        return peak * (value / peak.value)
    width = math.exp(1.645 * max(0.05, known.spread))
    return Band(value=value, low=value / width, high=value * width)


def _rehearsed(row: Row, found: Rehearsed, watts: float, grid_kg: float | None) -> Row:
    assert found.seconds is not None and found.peak_bytes is not None
    if row.hours is None:  # the model said that it does not fit: the rehearsal's figures stand beside that
        return dataclasses.replace(row, peak_bytes=found.peak_bytes)
    seconds = {name: band.value for name, band in found.parts.items()}
    measured = dataclasses.replace(row, peak_bytes=found.peak_bytes, steps=found.steps or row.steps)
    return _timed(dataclasses.replace(measured, seconds=seconds), found.seconds * (1 / 3600), watts, grid_kg)


def _summing(row: Row) -> Row:
    """With memory's parts adding up to the peak, which was measured or corrected since they were modelled."""
    parts, peak = dict(row.memory), row.peak_bytes.value
    modelled = math.fsum(parts.values())
    if peak > modelled:
        parts[UNMODELLED] = peak - modelled
    elif modelled > 0:
        parts = {name: size * peak / modelled for name, size in parts.items()}
    return dataclasses.replace(row, memory=parts)


def _timed(row: Row, hours: Band, watts: float, grid_kg: float | None) -> Row:
    """The row with other hours, and what follows from them."""
    power = energy.of(hours, watts * row.count, grid_kg=grid_kg)
    price = None if row.price is None else float(row.price["usd_per_hour"]) * row.count
    usd = None if price is None else hours * price
    return dataclasses.replace(row, hours=hours, usd=usd, kwh=power.kwh, kgco2e=power.kgco2e)
