"""The answer side of every classification: one of several labels, with calibrated scores. N examples; C classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.recipe import Section, Train
from modelyard.data.features import scores
from modelyard.data.features.labels import Labels
from modelyard.metrics.recalibration import choose
from modelyard.tasks import _objective

if TYPE_CHECKING:
    from torch import Tensor, nn


@dataclass(frozen=True, kw_only=True, slots=True)
class Classes:
    """The labels, the loss, and the calibration: the temperature by which logits are divided, and what may follow it.

    `calibrate` is how the recipe wants it fitted (`metrics.recalibration.choose`); it is not kept.
    """

    codes: Labels
    loss_name: str
    label_smoothing: float
    temperature: float = 1.0
    calibration: Mapping[str, Any] | None = None
    calibrate: str = "auto"

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
        )

    def to_json(self) -> dict[str, Any]:
        """What `task.json` keeps."""
        state: dict[str, Any] = {
            "labels": list(self.labels),
            "loss": self.loss_name,
            "label_smoothing": self.label_smoothing,
            "temperature": self.temperature,
        }
        return state if self.calibration is None else {**state, "calibration": dict(self.calibration)}

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

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """The most probable label of each row, and every label's score."""
        probabilities = self.probabilities(outputs)
        best = probabilities.argmax(axis=1).tolist()
        return [
            {"label": self.labels[winner], "scores": dict(zip(self.labels, row, strict=True))}
            for winner, row in zip(best, probabilities.tolist(), strict=True)
        ]

    def schema(self, column: str) -> dict[str, Any]:
        """JSON schema of one answer."""
        return {
            "type": "object",
            "required": ["label", "scores"],
            "properties": {
                "label": {"type": "string", "enum": list(self.labels), "description": "The most probable label."},
                "scores": {
                    "type": "object",
                    "description": "Every label's probability.",
                    "required": list(self.labels),
                    "properties": {name: {"type": "number", "minimum": 0, "maximum": 1} for name in self.labels},
                },
            },
        }
