"""One answer explained: weights, how they add up, whether they are faithful; as plain data and as blocks."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import numpy as np

from modelyard.core.words import figure, measured, number, percent
from modelyard.explanation.case import Case, Model, case
from modelyard.explanation.faithfulness import faithfulness
from modelyard.explanation.found import Found
from modelyard.explanation.methods import Method, chosen
from modelyard.explanation.pieces import unread
from modelyard.explanation.units import TextUnits, VectorUnits

# Of the time that an explanation may take, what its method gets; the rest is for its faithfulness.
METHOD_SHARE = 0.65
# Of an answer, a change that counts as none.
_STILL = 1e-3
_SHOWN = 12  # units named, columns drawn


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """`score` is what is explained (see `game.Score`), `shown` what a reader is told: probability or value.

    `units` are (text, weight) in the row's order, `pieces` the whole text with what lies between them, `phrases`
    the units of scripts without spaces joined. Where the weights add up from `base`, `gap` is by how much they miss the
    score. `turned`: it is another one with its signs turned.
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
    turned: bool = False

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return asdict(self)

    @property
    def top(self) -> list[tuple[str, float]]:
        """The units that weigh most, the heaviest first."""
        return sorted((unit for unit in self.phrases or self.units if unit[1]), key=lambda unit: -abs(unit[1]))[:_SHOWN]

    @property
    def of_class(self) -> bool:
        """Whether its weights would be others for another class."""
        return self.signed and self.label is not None and self.extra.get("changes") is None

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
    found_method = chosen(method, model, served=served)  # before anything is asked
    one = case(
        model,
        row,
        label=label,
        room=room,
        seed=seed,
        seconds=None if seconds is None else METHOD_SHARE * seconds,
        check=not own,
    )
    return explain_case(one, found_method, seconds=seconds, check=check, started=started)


def explain_case(
    one: Case, method: Method, *, seconds: float | None = None, check: bool = True, started: float | None = None
) -> Explanation:
    """`explain` of what is ready to be explained; `started` is when its `seconds` began."""
    started = time.monotonic() if started is None else started
    found = method(one)
    judged = None
    if check and method.name not in ("nearest", "counterfactual"):
        # Not less for a method that had to open a network first.
        left = None if seconds is None else seconds - (time.monotonic() - started)
        one.game.allow(None if left is None or seconds is None else max((1 - METHOD_SHARE) * seconds, left))
        judged = faithfulness(one.game, found.weights if found.signed else np.abs(found.weights), seed=one.seed)
    return _made(one, method.name, method.said, found, judged, time.monotonic() - started)


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
        notes=(*found.notes, *unread(one)),
        faithfulness=judged,
        extra=extra,
        evaluations=one.game.evaluations,
        seconds=seconds,
    )


def mirrored(one: Explanation, label: str) -> Explanation:
    """Of two classes what speaks for the other one: the score turns its sign, and with it all that is linear in it."""
    return replace(
        one,
        label=label,
        score=-one.score,
        shown=1.0 - one.shown,
        units=tuple((text, -weight) for text, weight in one.units),
        pieces=tuple((text, -weight) for text, weight in one.pieces),
        phrases=tuple((text, -weight) for text, weight in one.phrases),
        base=None if one.base is None else -one.base,
        gap=None if one.gap is None else -one.gap,
        facts={},
        faithfulness=None,
        turned=True,
        extra={name: (-np.array(value)).tolist() if name == "grid" else value for name, value in one.extra.items()},
    )


def moves(judged: Mapping[str, Any]) -> bool:
    """Whether the answer changes at all while units are taken out and put in."""
    values = np.array([judged[name] for name in ("deletion", "insertion", "random_deletion", "random_insertion")])
    return float(np.ptp(values)) > _STILL * float(np.abs(values).max())


def told(one: Explanation) -> list[str]:
    """What a reader should know beside the weights."""
    lines = [f"{one.said}: {one.answered}"]
    if one.gap is not None:
        exact = abs(one.gap) <= 1e-6 * max(1.0, abs(one.score))
        lines.append(
            f"the weights {'add up to' if exact else f'miss by {abs(one.gap):.1g}'} the score {measured(one.score)[0]}"
        )
    if one.faithfulness is not None and not moves(one.faithfulness):
        lines.append("the answer stays what it is whatever is taken out: faithfulness cannot be told")
    elif one.faithfulness is not None:
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
