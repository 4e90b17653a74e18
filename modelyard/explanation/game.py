"""The model as a function of which units of a row are kept: what every model-agnostic method asks, and nothing else.

U units; M coalitions; O outputs; C classes. It asks `Predictor.outputs` alone, so that it works for exported models
and without torch.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.schema import Rows
from modelyard.explanation.units import Keep, Units

Floats = NDArray[np.float64]
# Rows that are asked at once: what gives way to others, and looks at the clock, does so between them.
AT_ONCE = 32


class Score:
    """What is explained of a model's raw outputs: of a class its logit less the mean of the others' (with two classes
    the log-odds), of a regression the value itself. Linear in the outputs, so that exact contributions stay exact."""

    def __init__(self, predictor: Any, target: int | None) -> None:
        self._predictor, self.target = predictor, target
        task = predictor.task
        if target is None:
            one, zero = (float(task.probabilities(np.full((1, 1), value)).ravel()[0]) for value in (1.0, 0.0))
            self.direction, self.shift = np.array([one - zero]), zero
        else:
            count = int(task.outputs)
            self.direction, self.shift = np.full(count, -1.0 / max(1, count - 1)), 0.0
            self.direction[target] = 1.0

    def of(self, outputs: Floats) -> Floats:
        """[N] of raw outputs [N, O]."""
        found: Floats = outputs @ self.direction + self.shift
        return found

    def answers(self, outputs: Floats) -> Floats:
        """Probabilities [N, C] of raw outputs [N, O], or values [N, 1]."""
        found: Floats = np.asarray(self._predictor.task.probabilities(outputs), dtype=np.float64)
        return found.reshape(len(outputs), -1)

    def shown(self, answers: Floats) -> Floats:
        """What a reader is told of `answers`: the class's probability, or the value [N]."""
        found: Floats = answers[:, self.target or 0]
        return found


class Game:
    """Values of coalitions, each asked once. `seconds` bounds what `affordable` says; `room` is held while a
    batch is asked, so that whoever else needs the processor gets it in between."""

    def __init__(
        self,
        ask: Callable[[Rows], Floats],
        score: Score,
        units: Units,
        *,
        seconds: float | None = None,
        room: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._ask, self.score, self.units = ask, score, units
        self._room = room
        self.allow(seconds)
        self._known: dict[bytes, tuple[Floats, Floats]] = {}  # outputs and answers
        self.evaluations, self.spent = 0, 0.0

    def told_of(self, score: Score) -> Game:
        """The same for another class: what was asked is not asked again."""
        other = copy.copy(self)
        other.score = score
        return other

    def allow(self, seconds: float | None) -> None:
        """From now on so many seconds; None: no limit."""
        self._seconds = seconds
        self._deadline = None if seconds is None else time.monotonic() + seconds

    def restart(self) -> None:
        """The time begins now: what a method makes ready once, as it opens a network, is not counted."""
        self.allow(self._seconds)

    @property
    def count(self) -> int:
        """U."""
        return len(self.units.units)

    def __call__(self, keep: Keep) -> Floats:
        """The score of each coalition [M, U]."""
        return self.score.of(self._all(keep, 0))

    def shown(self, keep: Keep) -> Floats:
        """The probability or value of each coalition."""
        return self.score.shown(self._all(keep, 1))

    def _all(self, keep: Keep, which: int) -> Floats:
        names = [one.tobytes() for one in np.ascontiguousarray(keep)]
        unique = list({name: at for at, name in enumerate(names) if name not in self._known}.values())
        step = max(1, AT_ONCE // self.units.background)
        for first in range(0, len(unique), step):
            self._learn(keep[unique[first : first + step]])
        return np.array([self._known[name][which] for name in names])

    def _learn(self, keep: Keep) -> None:
        with self._room():
            started = time.monotonic()
            outputs = self._ask(self.units.rows(keep))
            self.spent += time.monotonic() - started
        outputs = np.asarray(outputs, dtype=np.float64)
        given, told = (
            values.reshape(len(keep), self.units.background, -1).mean(axis=1)
            for values in (outputs, self.score.answers(outputs))
        )
        for at, one in enumerate(np.ascontiguousarray(keep)):
            self._known[one.tobytes()] = (given[at], told[at])
        self.evaluations += len(keep)

    @property
    def full(self) -> float:
        """The score with all units."""
        return float(self(np.ones((1, self.count), dtype=bool))[0])

    @property
    def answer(self) -> Floats:
        """The probabilities [C] or the value [1] with all units."""
        found: Floats = self._all(np.ones((1, self.count), dtype=bool), 1)[0]
        return found

    @property
    def empty(self) -> float:
        """The score with none."""
        return float(self(np.zeros((1, self.count), dtype=bool))[0])

    def seconds_left(self) -> float | None:
        """Until the time is out; None: there is no limit."""
        return None if self._deadline is None else self._deadline - time.monotonic()

    @property
    def is_late(self) -> bool:
        """Whether the time is out."""
        left = self.seconds_left()
        return left is not None and left <= 0

    def affordable(self, most: int, *, share: float = 1.0) -> int:
        """Evaluations that fit in `share` of the time that is left, at most `most`, at least a few."""
        left = self.seconds_left()
        if left is None:
            return most
        _ = self.full, self.empty  # what one takes is known from here on
        return int(np.clip(share * left / max(1e-6, self.spent / max(1, self.evaluations)), min(8, most), most))


def row_of(rows: Mapping[str, Any], index: int) -> dict[str, Any]:
    """One row of columns."""
    return {name: column[index] for name, column in rows.items()}
