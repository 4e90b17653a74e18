"""Explanations of a sample of test rows: by which method, of which rows, within which time."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RequestError
from modelyard.core.schema import take
from modelyard.data.features import grams
from modelyard.explanation.case import BACKGROUND, Model, case
from modelyard.explanation.explain import METHOD_SHARE, Explanation, explain_case, mirrored
from modelyard.explanation.found import Floats
from modelyard.explanation.game import Game, row_of
from modelyard.explanation.gradients import integrated, line_of, missed, on_units, total
from modelyard.explanation.methods import METHODS, Method, usual
from modelyard.explanation.units import Units, is_mask, is_unspaced
from modelyard.inference.subject import Subject

# Rows of a sample at most, and the least that something is said of.
ROWS, FEWEST = 400, 3
# Integrated gradients where many rows are explained: most steps, and the share of the difference they may miss.
_STEPS, _GAP = 64, 0.1
# Where a split is not answered yet: rows answered at once, and for how long at most, to find some worth a look.
_AT_ONCE, _ANSWER_SECONDS = 16, 3.0
# Of the time for an answer, what the class that was answered gets.
_OWN_SHARE = 0.75


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One explained row: its number in the split, the weights [U] for its own answer, and what they were asked with.

    `terms` are (text, weight): words, columns, and of scripts without spaces pairs of neighbouring characters. `missed`
    is the share of the difference that gradients do not make up.
    """

    index: int
    label: str | None
    weights: Floats
    game: Game
    terms: tuple[tuple[str, float], ...]
    missed: float = 0.0


def model_of(subject: Subject) -> Model:
    """The run's model, its usual rows drawn from what it was trained on."""
    model = Model(predictor=subject.predictor, run=subject.run.path)
    training = subject.bundle.rows("train")
    inputs = {column.name: training[column.name] for column in subject.predictor.schema.inputs}
    count = len(next(iter(inputs.values())))
    drawn = np.random.default_rng(subject.recipe.seed).permutation(count)[:BACKGROUND]
    model.use(take(inputs, np.sort(drawn).tolist()))
    return model


def cheap_method(model: Model, row: dict[str, Any]) -> str:
    """The cheapest faithful method: exact where there is one, integrated gradients of networks, else occlusion.

    `row` tells whether the gradients of this network are known.
    """
    if usual(model) == "exact":
        return "exact"
    network = model.predictor.artifact.family not in ("linear", "trees")
    kept = (model.predictor.artifact.path / "model.safetensors").is_file()
    if not (network and kept and importlib.util.find_spec("torch") is not None):
        return "occlusion"
    try:
        line_of(case(model, row, check=False))
    except RequestError:
        return "occlusion"
    return "integrated-gradients"


def explained(subject: Subject, model: Model, method: str, seconds: float | None, most: int = ROWS) -> list[Row]:
    """Rows drawn at random from the known ones, as many as the time allows."""
    known = subject.known()
    count = len(known.places)
    order = np.random.default_rng(subject.recipe.seed).permutation(count)[:most].tolist()
    deadline = None if seconds is None else time.monotonic() + seconds
    found: list[Row] = []
    for number, index in enumerate(order):
        if deadline is not None and len(found) >= FEWEST and time.monotonic() > deadline:
            break
        each = None if seconds is None else seconds / max(FEWEST, min(most, 16))
        found.append(_row(model, row_of(known.rows, index), index, method, each))
        if number % 16 == 0:
            subject.tell(f"{len(found)} of {len(order)} answers explained", len(found) / len(order))
    return found


def _row(model: Model, row: dict[str, Any], index: int, method: str, seconds: float | None) -> Row:
    one = case(model, row, seconds=seconds, check=False)
    if method == "integrated-gradients":
        line = line_of(one)
        one.game.restart()
        parts = integrated(line, parts=2, most=_STEPS, gap=_GAP, left=one.game.seconds_left)
        weights, short = on_units(one, line, total(parts)), missed(parts)
    else:
        weights, short = METHODS[method](one).weights, 0.0
    terms = tuple(_terms(one.units, weights))
    return Row(index=index, label=one.label, weights=weights, game=one.game, terms=terms, missed=short)


def _terms(units: Units, weights: Floats) -> Iterator[tuple[str, float]]:
    if units.sort != "text":
        yield from (
            (unit.column if units.sort == "table" else unit.text, float(w))
            for unit, w in zip(units.units, weights, strict=True)
        )
        return
    single = [is_unspaced(unit.text) for unit in units.units]
    for at, (unit, weight) in enumerate(zip(units.units, weights.tolist(), strict=True)):
        if not single[at]:
            if is_mask(unit.text):
                yield unit.text, weight
            elif unit.text[0].isalnum():
                yield grams.normalise(unit.text), weight
        elif at + 1 < len(single) and single[at + 1] and units.units[at + 1].start == unit.end:
            yield unit.text + units.units[at + 1].text, weight + float(weights[at + 1])


def telling(
    subject: Subject, count: int, wrong: int, seconds: float | None = None
) -> tuple[list[tuple[int, bool]], int]:
    """Up to `count` known rows worth a look, each with whether it is right, and among how many they were chosen.

    At most `wrong` of the surest wrong ones, then right ones from sure to unsure; of regressions the farthest off, then
    the nearer half. Where the split is not answered yet, of rows at random, as many as `seconds` allow.
    """
    index, answers = _answers(subject, seconds)
    targets = subject.known().targets[index]
    if subject.kind == "classification":
        decided = subject.decide(answers)
        good = decided == targets
        sure = answers[np.arange(len(decided)), decided]
    else:
        off = np.abs(answers - np.asarray(targets, dtype=np.float64))
        good, sure = off <= np.median(off), off
    worst = np.flatnonzero(~good)
    best = np.flatnonzero(good)
    chosen = [(int(index[i]), False) for i in worst[np.argsort(-sure[worst], kind="stable")][:wrong]]
    spread = best[np.argsort(-sure[best], kind="stable")]
    count = min(count - len(chosen), len(spread))
    picks = np.unique(np.linspace(0, len(spread) - 1, count).astype(int)).tolist() if count else []
    return [*chosen, *((int(index[spread[i]]), True) for i in picks)], len(index)


def _answers(subject: Subject, seconds: float | None) -> tuple[NDArray[np.intp], Floats]:
    """Known rows in their order, and what is answered to them: all where that is known, else a random sample."""
    rows, count = subject.known().rows, len(subject.known().targets)
    if subject.is_answered():
        return np.arange(count), subject.probabilities()
    order = np.random.default_rng(subject.recipe.seed).permutation(count)[:ROWS]
    deadline = time.monotonic() + (_ANSWER_SECONDS if seconds is None else seconds)
    outputs: list[Floats] = []
    for first in range(0, len(order), _AT_ONCE):
        if outputs and time.monotonic() > deadline:
            break
        outputs.append(subject.predictor.outputs(take(rows, order[first : first + _AT_ONCE].tolist())))
    found = np.concatenate(outputs)
    place = np.argsort(order[: len(found)])
    return order[place], subject.answered(found[place])


def by_class(
    subject: Subject, model: Model, index: int, method: Method, seconds: float | None = None, *, both: bool = True
) -> list[Explanation]:
    """One known row in full: its answer; for `both` also the class it might have been (the true one, else the next).

    Of two classes the other one is the first with its signs turned; of more it gets what time the first leaves.
    """
    known = subject.known()
    row = row_of(known.rows, index)
    own = None if seconds is None else seconds * (_OWN_SHARE if len(subject.labels) > 2 else 1.0)
    one = case(model, row, seconds=None if own is None else METHOD_SHARE * own, check=False)
    found = explain_case(one, method, seconds=own)
    if not (both and found.of_class):
        return [found]
    order = [int(known.targets[index]), *np.argsort(-one.game.answer, kind="stable").tolist()]
    other = next(subject.labels[at] for at in order if subject.labels[at] != one.label)
    if len(subject.labels) == 2:
        return [found, mirrored(found, other)]
    turned = one.of_class(other)
    turned.game.allow(None if seconds is None else (1 - _OWN_SHARE) * seconds)
    return [found, explain_case(turned, method, check=False)]
