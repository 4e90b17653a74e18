"""One answer explained: weights, how they add up, whether they are faithful; as plain data and as blocks."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from modelyard.core import exhibit
from modelyard.core.words import figure, measured, number, percent
from modelyard.explanation.case import Case, Model, case
from modelyard.explanation.faithfulness import faithfulness
from modelyard.explanation.found import Found
from modelyard.explanation.methods import chosen
from modelyard.explanation.units import TextUnits, VectorUnits

# Of the time that an explanation may take, what its method gets; the rest is for its faithfulness.
_METHOD_SHARE = 0.65
_SHOWN = 12  # units named, columns drawn


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """`score` is what is explained (see `game.Score`), `shown` what a reader is told: probability or value.

    `units` are (text, weight) in the row's order, `pieces` the whole text with what lies between them, `phrases`
    the units of scripts without spaces joined. Where the weights add up from `base`, `gap` is by how much they miss the
    score.
    """

    method: str
    said: str
    answer: dict[str, Any]
    label: str | None
    score: float
    shown: float
    sort: str
    units: tuple[tuple[str, float], ...]
    pieces: tuple[tuple[str, float], ...] = ()
    phrases: tuple[tuple[str, float], ...] = ()
    base: float | None = None
    gap: float | None = None
    signed: bool = True
    facts: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    faithfulness: dict[str, Any] | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    evaluations: int = 0
    seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return asdict(self)

    @property
    def top(self) -> list[tuple[str, float]]:
        """The units that weigh most, the heaviest first."""
        return sorted((unit for unit in self.phrases or self.units if unit[1]), key=lambda unit: -abs(unit[1]))[:_SHOWN]

    @property
    def answered(self) -> str:
        """`positive 98.2 %`, or the value."""
        return figure(self.shown, 3) if self.label is None else f"{self.label} {percent(self.shown)}"


def explain(
    model: Model,
    row: Mapping[str, Any],
    *,
    method: str | None = None,
    label: str | None = None,
    seconds: float | None = None,
    check: bool = True,
    own: bool = False,
    served: bool = False,
    room: Callable[[], AbstractContextManager[None]] = nullcontext,
    seed: int = 0,
) -> Explanation:
    """Explain the answer to one row within about `seconds` (None: as long as it takes).

    `check`: also whether the explanation is faithful. `own`: the row is of the run's splits, and may lack values.
    Raises: RequestError for a row, label or method that does not fit.
    """
    started = time.monotonic()
    found_method = chosen(method, model, served=served)
    one = case(
        model,
        row,
        label=label,
        room=room,
        seed=seed,
        seconds=None if seconds is None else _METHOD_SHARE * seconds,
        check=not own,
    )
    found = found_method(one)
    judged = None
    if check and found_method.name not in ("nearest", "counterfactual"):
        # Not less for a method that had to open a network first.
        left = None if seconds is None else seconds - (time.monotonic() - started)
        one.game.allow(None if left is None or seconds is None else max((1 - _METHOD_SHARE) * seconds, left))
        judged = faithfulness(one.game, found.weights if found.signed else np.abs(found.weights), seed=seed)
    return _made(one, found_method.name, found_method.said, found, judged, time.monotonic() - started)


def _made(one: Case, name: str, said: str, found: Found, judged: dict[str, Any] | None, seconds: float) -> Explanation:
    units = one.units
    score = one.game.full
    gap = None if found.base is None or name == "lime" else float(found.base + found.weights.sum() - score)
    shown = float(one.game.shown(np.ones((1, one.game.count), dtype=bool))[0])
    weights = found.weights.tolist()
    extra = dict(found.extra)
    if isinstance(units, VectorUnits):
        extra["grid"] = np.reshape(found.weights, units.grid).tolist()
    return Explanation(
        method=name,
        said=said,
        answer=one.answer,
        label=one.label,
        score=score,
        shown=shown,
        sort=units.sort,
        units=tuple(zip((unit.text for unit in units.units), weights, strict=True)),
        pieces=tuple(units.pieces(weights)) if isinstance(units, TextUnits) else (),
        phrases=tuple(units.phrases(weights)) if isinstance(units, TextUnits) else (),
        base=found.base,
        gap=gap,
        signed=found.signed,
        facts=found.facts,
        notes=found.notes,
        faithfulness=judged,
        extra=extra,
        evaluations=one.game.evaluations,
        seconds=seconds,
    )


def blocks(one: Explanation, *, title: str = "") -> list[exhibit.Json]:
    """How a report draws it."""
    note = "; ".join(told(one))
    largest = max((abs(weight) for _, weight in one.units), default=0.0) or 1.0
    if one.extra.get("changes") is not None:
        found = [exhibit.text(line) for line in changes(one)] or [exhibit.text("No change that was tried flips it.")]
    elif one.extra.get("neighbours"):
        rows = [[n["place"], n["label"], figure(n["similarity"], 3), n["shown"]] for n in one.extra["neighbours"]]
        found = [exhibit.table(["row", "its answer", "similarity", ""], rows, title=title, note=note)]
    elif one.sort == "text":
        found = [exhibit.marked([(p, w / largest) for p, w in one.pieces], title=title, note=note)]
    elif one.sort == "vector":
        values = np.asarray(one.extra["grid"])
        shade = 0.5 + values / (2 * largest) if one.signed else np.abs(values) / largest
        names = ([str(i + 1) for i in range(side)] for side in values.shape)
        found = [exhibit.grid(shade.tolist(), *names, title=title, note=note)]
    else:
        found = [exhibit.bars(one.top, title=title, note=note, signed=one.signed)]
    if one.extra.get("attention"):
        seen = one.extra["attention"]
        found.append(
            exhibit.grid(seen["values"], seen["tokens"], seen["tokens"], title=seen["title"], note=seen["note"])
        )
    return found


def told(one: Explanation) -> list[str]:
    """What a reader should know beside the weights."""
    lines = [f"{one.said}: {one.answered}"]
    if one.gap is not None:
        exact = abs(one.gap) <= 1e-6 * max(1.0, abs(one.score))
        lines.append(f"the weights {'add up to' if exact else f'miss by {abs(one.gap):.1g}'} the score {one.score:.3g}")
    if one.faithfulness is not None:
        value, interval = measured(one.faithfulness["gain"], one.faithfulness["interval"], sign=True)
        chance = "" if one.faithfulness["interval"][0] > 0 else ", no better than chance on this row"
        lines.append(f"faithfulness {value} {interval} over random orders{chance}")
    facts = [f"{name.replace('_', ' ')} {number(value, 3)}" for name, value in one.facts.items()]
    return [*lines, *facts, *one.notes]


def changes(one: Explanation) -> list[str]:
    """The changes of a counterfactual, in words."""
    lines = []
    for change in one.extra.get("changes", ()):
        if change["kind"] == "removed":
            lines.append(f"without {', '.join(map(repr, change['words']))} the answer is {change['label']}")
        elif change["kind"] == "replaced":
            pairs = ", ".join(f"{new!r} for {old!r}" for old, new in change["words"])
            lines.append(f"with {pairs} the answer is {change['label']}")
        else:
            pairs = ", ".join(f"{name} {new} instead of {old}" for name, old, new in change["words"])
            lines.append(f"with {pairs} the answer is {change['label']}")
    return lines
