"""A task that learns a target column from input columns: an input side before the model, an answer side after it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RecipeError
from modelyard.core.features import Features, FeatureSpec
from modelyard.core.recipe import Section, Train
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data.personal.masking import Masker
from modelyard.tasks._classes import Classes
from modelyard.tasks._members import KIND, Members
from modelyard.tasks._table import Table
from modelyard.tasks._texts import Texts
from modelyard.tasks._values import Values

if TYPE_CHECKING:
    from torch import Tensor, nn


@dataclass(frozen=True, kw_only=True)
class Supervised:
    """What every task over labelled rows does; a task names its two sides and what suits it.

    `inputs` makes features of rows and says what a request may hold; `answers` makes numbers of targets, the loss, and
    answers of outputs. N rows; C classes.
    """

    name: ClassVar[str]
    sort: ClassVar[str]
    metrics: ClassVar[str]
    losses: ClassVar[tuple[str, ...]]
    cheap: ClassVar[str]
    candidates: ClassVar[tuple[str, ...]]
    input_side: ClassVar[type[Texts] | type[Table]]
    answer_side: ClassVar[type[Classes] | type[Values]]

    inputs: Texts | Table | Members
    answers: Classes | Values
    # Replaces personal data in requests as it was replaced in the training rows; None in training itself.
    masker: Masker | None = None

    @classmethod
    def fit(
        cls, rows: Rows, schema: Schema, *, family: str, config: Section, seed: int = 0, train: Train | None = None
    ) -> Self:
        """Learn both sides from the training rows. Nothing here is random: `seed` is not used."""
        target = _target(schema)
        return cls(
            answers=cls.answer_side.fit(rows[target.name], target.name, config=config, train=train or Train()),
            inputs=cls.input_side.fit(rows, schema, family=family, config=config),
        )

    @property
    def target(self) -> Column:
        """The column that is learnt. Raises: RecipeError where the schema has none."""
        return _target(self.inputs.schema)

    @property
    def transform(self) -> Any:
        """What makes features of the input columns; which class it is depends on the family."""
        return self.inputs.transform

    @property
    def features(self) -> FeatureSpec:
        """What a model must know of the features."""
        return self.inputs.transform.spec

    @property
    def outputs(self) -> int:
        """The number of a model's outputs: one a class, or one for a number."""
        return self.answers.outputs

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes' names, by code; none for a number."""
        return self.answers.labels

    @property
    def loss_name(self) -> str:
        """The loss, as `train.loss` names it."""
        return self.answers.loss_name

    def encode(self, rows: Rows) -> Features:
        """The features of each row."""
        return self.inputs.encode(rows if self.masker is None else self.masker.rows(rows))

    def encode_targets(self, rows: Rows) -> NDArray[Any]:
        """The class (int64) or scaled value (float64) of each row.

        Raises: DataError naming a row whose label is unknown, or that holds no number.
        """
        return self.answers.encode(rows[self.target.name], self.target.name)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """The loss summed over the batch, and the count to divide by."""
        return self.answers.loss(model, batch)

    def calibrated(self, outputs: NDArray[np.float64], targets: NDArray[Any]) -> Self:
        """This task with the calibration that suits the validation outputs."""
        return replace(self, answers=self.answers.calibrated(outputs, targets))

    @property
    def decision(self) -> Mapping[str, Any] | None:
        """What the recipe states of answers, as it was fitted (`data.features.decisions`); None: nothing."""
        return self.answers.decision

    def deciding(self, decision: Mapping[str, Any] | None) -> Self:
        """This task with answers by `decision`."""
        return replace(self, answers=replace(self.answers, decision=decision))

    def decide(self, probabilities: NDArray[np.float64]) -> NDArray[np.int64]:
        """The class that is answered, [N], of probabilities [N, C]. Raises: TypeError of a task without classes."""
        if isinstance(self.answers, Values):
            raise TypeError("a value has no class")
        return self.answers.decide(probabilities)

    def probabilities(self, outputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Calibrated probabilities [N, C], or values [N] in the target's own unit."""
        return self.answers.probabilities(outputs)

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """The answer to each row: `{"label": ..., "scores": {label: probability}}` or `{"value": ...}`.

        What is stated of answers adds `confident` and `label_set`, or `low` and `high`.
        """
        return self.answers.decode(outputs)

    def outputs_of(self, answers: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
        """The outputs [N, O] of an ensemble of these answers: each probabilities [N, C], or values [N]."""
        return self.answers.outputs_of(answers)

    def of_ensemble(self) -> Self:
        """This task over an ensemble of models like its own, members to come and nothing fitted to their answers."""
        return replace(self, inputs=Members(self.inputs.schema, ()), answers=self.answers.unfitted(), masker=None)

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input."""
        return self.inputs.request_schema()

    def answer_schema(self) -> dict[str, Any]:
        """JSON schema of one answer."""
        return self.answers.schema(self.target.name)

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that cannot be read."""
        self.inputs.check(rows)

    def save(self, directory: Path) -> None:
        """Write `task.json` and the transform's files."""
        self.inputs.transform.save(directory)
        if self.masker is not None:
            self.masker.save(directory)
        self.save_state(directory)

    def save_state(self, directory: Path) -> None:
        """Write `task.json` alone."""
        state = {
            "task": self.name,
            "features": self.features.kind,
            "schema": self.inputs.schema.to_json(),
            **self.answers.to_json(),
        }
        text = json.dumps(state, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
        (directory / "task.json").write_text(text, encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> Self:
        """The inverse of `save`."""
        state = json.loads((directory / "task.json").read_text(encoding="utf-8"))
        return cls(
            inputs=_inputs(cls, state, directory),
            answers=cls.answer_side.from_json(state),
            masker=Masker.load(directory),
        )


def _inputs(task: type[Supervised], state: dict[str, Any], directory: Path) -> Texts | Table | Members:
    schema = Schema.from_json(state["schema"])
    if state["features"] == KIND:
        return Members.load(schema, task.name, directory)
    return task.input_side.load(schema, state["features"], directory)


def _target(schema: Schema) -> Column:
    if schema.target is None:
        raise RecipeError("this task needs a target column", where="data.target", remedy="Name the column to predict.")
    return schema.target
