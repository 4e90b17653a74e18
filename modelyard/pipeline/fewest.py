"""The least that a run takes on this machine, however short its budget: what goes around its training, and a step."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from modelyard.core.words import duration
from modelyard.pipeline.learning import AFTER
from modelyard.planning.quote import Band, Row

# Beside the training nothing is bounded: half as long on a machine that knows the libraries, twice where it is busy.
LOW, HIGH = 0.6, 2.0
# Parts as a reader knows them.
NAMES = {
    "opening": ("start", "prepare"),
    "libraries, baseline and choosing settings": ("fit",),
    "one step": ("train",),
    "packaging": ("package",),
    "evaluation": ("evaluate",),
    "what is examined by name": ("evidence",),
    "report": ("report",),
}


def of(least: Mapping[str, float], told: Mapping[str, Any], limit: float | None) -> tuple[Band, Sequence[str]]:
    """Hours that a run takes at least, and what to say where a budget of `limit` hours is less.

    `least` are the modelled seconds by part; what a rehearsal has reached of them is taken from `told`.
    """
    parts, reached = dict(least), set(told.get("foretold", {})) - set(told.get("missing", ()))
    if told.get("how") == "rehearsed":
        parts |= {name: float(told["foretold"][name]) for name in ("start", "prepare", *AFTER) if name in reached}
    seconds = math.fsum(parts.values())
    hours = Band(value=seconds / 3600, low=LOW * seconds / 3600, high=HIGH * seconds / 3600)
    if limit is None or limit >= hours.value:
        return hours, ()
    sums = {said: math.fsum(parts.get(name, 0.0) for name in names) for said, names in NAMES.items()}
    listed = ", ".join(f"{said} {duration(taken)}" for said, taken in sums.items() if taken)
    return hours, [
        f"the budget of {duration(limit * 3600)} is under the least that a run takes here, about {duration(seconds)} "
        f"({listed}): one step is trained, and the budget is exceeded"
    ]


def at_least(row: Row, limit: float | None, least: Band) -> Row:
    """The row of a run whose budget is under what it takes at least: hours of that, and what follows from them."""
    if row.hours is None or limit is None or limit >= least.value or not row.hours.value:
        return row
    more = least.value / row.hours.value

    def grown(band: Band | None) -> Band | None:
        return None if band is None else Band(value=more * band.value, low=more * band.low, high=more * band.high)

    return replace(row, hours=least, usd=grown(row.usd), kwh=grown(row.kwh), kgco2e=grown(row.kgco2e), over_budget=True)
