"""One answer that is to be explained, and the methods by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from modelyard.core.errors import RequestError
from modelyard.core.schema import Rows, row_count, take
from modelyard.explanation.exact import Weights
from modelyard.explanation.game import Game, Score
from modelyard.explanation.units import Units, units_of
from modelyard.inference.golden import Golden

# Rows that stand for what is usual where a cell is taken out.
BACKGROUND = 16
_SPLITS = ("train", "validation", "test")


@dataclass(kw_only=True)
class Model:
    """An opened model and what explaining it needs, read once. `run` is its run's directory, where there is one."""

    predictor: Any
    run: Path | None = None
    _background: Rows | None = None
    _weights: Weights | None = None
    _looked: bool = False
    kept: dict[str, Any] = field(default_factory=dict)  # what methods read once: a network, vectors of training rows

    @property
    def sort(self) -> str:
        """`text` or `table`."""
        return str(self.predictor.task.sort)

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes; empty for a regression."""
        return tuple(self.predictor.task.labels) if self.predictor.task.metrics == "classification" else ()

    @property
    def weights(self) -> Weights | None:
        """Of a linear model or trees."""
        if not self._looked:
            self._weights, self._looked = Weights.of(self.predictor), True
        return self._weights

    @property
    def background(self) -> Rows:
        """Usual rows: golden examples that are rows of the splits, which every artifact has."""
        if self._background is None:
            golden = Golden.from_json(self.predictor.artifact.json("golden.json"))
            usual = [i for i, note in enumerate(golden.notes) if note in _SPLITS] or list(range(len(golden)))
            self._background = take(golden.inputs, usual[-BACKGROUND:])
        return self._background

    def use(self, background: Rows) -> None:
        """Take other rows for usual ones."""
        assert row_count(background), "there must be a row"
        self._background = background


@dataclass(kw_only=True)
class Case:
    """One row of a model, and which class of its answer is explained (None: a regression's value)."""

    model: Model
    row: dict[str, Any]
    answer: dict[str, Any]
    target: int | None
    units: Units
    game: Game
    seed: int = 0

    @property
    def rows(self) -> Rows:
        """The row as columns."""
        return {name: [value] for name, value in self.row.items()}

    @property
    def label(self) -> str | None:
        """The class that is explained."""
        return None if self.target is None else self.model.labels[self.target]

    def of_class(self, label: str) -> Case:
        """The same row for another class; what the model has answered is kept."""
        target = self.model.labels.index(label)
        return replace(self, target=target, game=self.game.told_of(Score(self.model.predictor, target)))


def case(
    model: Model,
    row: Mapping[str, Any],
    *,
    label: str | None = None,
    seconds: float | None = None,
    room: Callable[[], AbstractContextManager[None]] = nullcontext,
    seed: int = 0,
    check: bool = True,
) -> Case:
    """Answer a row and make it ready to be explained; `label` is another class than the one it gets.

    Rows of a run's own splits need no `check`: they may lack what a request must have.

    Raises: RequestError for a row that does not fit, or a label that the model does not know.
    """
    predictor = model.predictor
    names = [column.name for column in predictor.schema.inputs]
    whole = {name: row.get(name) for name in names}
    columns = {name: [value] for name, value in whole.items()}
    if check:
        predictor.task.check(columns)
    masker = getattr(predictor.task, "masker", None)
    if masker is not None:  # what is explained is what the model reads
        columns = masker.rows(columns)
        whole = {name: column[0] for name, column in columns.items()}
    outputs = predictor.outputs(columns)
    (answer,) = predictor.task.decode(outputs)
    target: int | None = None
    if model.labels:
        if label is not None and label not in model.labels:
            raise RequestError(
                "the model does not know this label",
                where="label",
                got=label,
                remedy=f"Its labels are: {', '.join(model.labels[:10])}.",
            )
        given = answer["label"] if label is None else label
        decided = int(predictor.task.decide(np.asarray(predictor.task.probabilities(outputs)))[0])
        target = model.labels.index(given) if given in model.labels else decided  # a model may withhold its answer
    units = units_of(whole, predictor.schema, model.sort, None if model.sort == "text" else model.background)
    score = Score(predictor, target)
    game = Game(predictor.outputs, score, units, seconds=seconds, room=room)
    return Case(model=model, row=whole, answer=answer, target=target, units=units, game=game, seed=seed)
