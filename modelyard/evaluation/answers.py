"""A subject's answers to the rows of a split, to as many as the time of a default examination allows. N rows."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.exhibit import Exhibit
from modelyard.core.schema import Rows, take
from modelyard.core.words import counted
from modelyard.inference.subject import Subject

Floats = NDArray[np.float64]
_TIMED = 32  # rows answered to see how long one takes
_SHARE = 0.6  # of the allowance that answering may take


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """Rows of one split with their targets and raw outputs [N, O]; `of` is how many there are in all."""

    rows: dict[str, Sequence[Any]]
    targets: NDArray[np.generic]
    outputs: Floats
    of: int


def answered(subject: Subject, split: str, *, seconds: float | None = None) -> Answered:
    """All rows of a split, or as many drawn at random as `seconds` allow (None: all)."""
    known = subject.known(split)
    count = len(known.targets)
    if seconds is not None and count > 2 * _TIMED and not subject.is_answered(split):
        order = np.random.default_rng(subject.recipe.seed).permutation(count)
        started = time.monotonic()
        subject.predictor.outputs(take(known.rows, order[:_TIMED]))
        each = (time.monotonic() - started) / _TIMED
        kept = int(_SHARE * seconds / max(each, 1e-9))
        if kept < count:
            index = np.sort(order[: max(kept, _TIMED)])
            rows = take(known.rows, index)
            return Answered(rows=rows, targets=known.targets[index], outputs=subject.predictor.outputs(rows), of=count)
    return Answered(rows=dict(known.rows), targets=known.targets, outputs=subject.outputs(split), of=count)


def too_few(name: str, title: str, answers: int, of: int, rows: str) -> Exhibit:
    """An examination of the evaluation that was not made: of `of` rows `answers` were answered, and more are needed."""
    said = f"{counted(of, rows)} are too few for it."
    if answers < of:
        said = f"In the time allowed {answers:,} of {counted(of, rows)} were answered, too few: modelyard evaluate RUN."
    return Exhibit(name=name, stage="evaluate", title=title, summary=said, limits=(f"{title}: not examined. {said}",))


def losses_of(subject: Subject, one: Answered) -> Floats:
    """What each row adds to the error, [N]: 0 or 1 for the label answered, the absolute error of a value."""
    given = subject.answered(one.outputs)
    if subject.kind == "classification":
        return np.asarray(subject.decide(given) != one.targets, dtype=np.float64)
    return np.asarray(np.abs(given - one.targets.astype(np.float64)), dtype=np.float64)


def joined(first: Rows, second: Rows) -> dict[str, Sequence[Any]]:
    """The rows of both, column by column."""
    return {
        name: np.concatenate([np.asarray(cells), np.asarray(second[name])])
        if isinstance(cells, np.ndarray)
        else [*cells, *second[name]]
        for name, cells in first.items()
    }
