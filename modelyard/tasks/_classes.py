"""The answer side of every classification: one of several labels, with calibrated scores. N examples; C classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.recipe import Section, Train
from modelyard.data.features import decisions, scores
from modelyard.data.features.labels import Labels
from modelyard.metrics.recalibration import choose
from modelyard.models.ensemble import log_of_mean
from modelyard.tasks import _objective

if TYPE_CHECKING:
    from torch import Tensor, nn


@dataclass(frozen=True, kw_only=True, slots=True)
class Classes:
    """The labels, the loss, and the calibration: the temperature by which logits are divided, and what may follow it.

    `calibrate` is how the recipe wants it fitted (`metrics.recalibration.choose`); it is not kept. `decision` is what
    answers are made by beside the likeliest label (`data.features.decisions`), fitted before packaging.
    """

    codes: Labels
    loss_name: str
    label_smoothing: float
    temperature: float = 1.0
    calibration: Mapping[str, Any] | None = None
    calibrate: str = "auto"
    decision: Mapping[str, Any] | None = None

    @classmethod
    def fit(cls, cells: Sequence[Any], column: str, *, config: Section, train: Train) -> Classes:
        """The labels that occur. Raises: DataError where there are fewer than two."""
        codes = Labels.fit(cells, column)
        name = _objective.choose(train, _objective.CLASSIFICATION, len(codes.names))
        return cls(codes=codes, loss_name=name, label_smoothing=train.label_smoothing, calibrate=train.calibrate)

    @classmethod
    def from_json(cls, state: dict[str, Any]) -> Classes:
        """The inverse of `to_json`."""
        return cls(
            codes=Labels(tuple(state["labels"])),
            loss_name=state["loss"],
            label_smoothing=state["label_smoothing"],
            temperature=state["temperature"],
            calibration=state.get("calibration"),
            decision=state.get("answer"),
        )

    def to_json(self) -> dict[str, Any]:
        """What `task.json` keeps."""
        state: dict[str, Any] = {
            "labels": list(self.labels),
            "loss": self.loss_name,
            "label_smoothing": self.label_smoothing,
            "temperature": self.temperature,
        }
        fitted = {"calibration": self.calibration, "answer": self.decision}
        return state | {name: dict(value) for name, value in fitted.items() if value is not None}

    @property
    def outputs(self) -> int:
        """The number of logits: one a class."""
        return len(self.codes.names)

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes' names, by code."""
        return self.codes.names

    def encode(self, cells: Sequence[Any], column: str) -> NDArray[np.int64]:
        """The class of each row. Raises: DataError naming a row with an unknown label."""
        return self.codes.encode(cells, column)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """The loss summed over the batch, and the count to divide by."""
        return _objective.loss(self.loss_name, self.label_smoothing, model, batch)

    def calibrated(self, outputs: NDArray[np.float64], targets: NDArray[np.int64]) -> Classes:
        """These classes with the calibration that suits the validation outputs."""
        found = choose(np.asarray(outputs, dtype=np.float64), targets, self.calibrate, scores.probabilities)
        return replace(self, temperature=found.temperature, calibration=found.calibration)

    def probabilities(self, outputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Calibrated probabilities [N, C] of logits [N, C]."""
        return scores.probabilities(outputs, self.temperature, self.calibration)

    def unfitted(self) -> Classes:
        """These classes without what was fitted to a model's outputs."""
        return replace(self, temperature=1.0, calibration=None, decision=None, calibrate="auto")

    def outputs_of(self, answers: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
        """The outputs [N, C] of which the probabilities, unfitted, are the mean of these [N, C]."""
        return log_of_mean(answers)

    def decide(self, probabilities: NDArray[np.float64]) -> NDArray[np.int64]:
        """The class that is answered in each row, [N]: the most probable, or what the stated costs make of it."""
        return decisions.decide(probabilities, self.decision)

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """The label of each row, every label's score, and what else is stated of answers."""
        return decisions.answers(self.labels, self.probabilities(outputs), self.decision)

    def schema(self, column: str) -> dict[str, Any]:
        """JSON schema of one answer."""
        decision = self.decision or {}
        how = "The label of least expected cost." if "costs" in decision else "The most probable label."
        properties: dict[str, Any] = {
            "label": {"type": "string", "enum": list(self.labels), "description": how},
            "scores": {
                "type": "object",
                "description": "Every label's probability.",
                "required": list(self.labels),
                "properties": {name: {"type": "number", "minimum": 0, "maximum": 1} for name in self.labels},
            },
        }
        if "accuracy" in decision:
            properties["confident"] = {
                "type": "boolean",
                "description": f"Whether the label is one of those that are right in at least "
                f"{decision['accuracy']:.6g} of cases; where it is false, have somebody look.",
            }
        if "coverage" in decision:
            properties["label_set"] = {
                "type": "array",
                "items": {"type": "string", "enum": list(self.labels)},
                "minItems": 1,
                "uniqueItems": True,
                "description": f"The labels that hold the true one in at least {decision['coverage']:.6g} of cases, "
                "the likeliest first.",
            }
        return {"type": "object", "required": list(properties), "properties": properties}
