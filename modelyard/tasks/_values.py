"""The answer side of every regression: one number. N examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.recipe import DenseConfig, Section, Train
from modelyard.data.features import decisions
from modelyard.data.features.labels import TargetScale
from modelyard.tasks import _objective

if TYPE_CHECKING:
    from torch import Tensor, nn


@dataclass(frozen=True, kw_only=True, slots=True)
class Values:
    """The model sees the target at mean 0 and deviation 1 (unchanged with `scale: none`).

    `decision` is what makes ranges of values (`data.features.decisions`), fitted before packaging.
    """

    scale: TargetScale
    loss_name: str
    decision: Mapping[str, Any] | None = None

    @classmethod
    def fit(cls, cells: Sequence[Any], column: str, *, config: Section, train: Train) -> Values:
        """Learn the target's scale. Raises: DataError naming a row that holds no number."""
        scale = TargetScale.fit(cells, column)
        if isinstance(config, DenseConfig) and config.scale == "none":
            scale = TargetScale(0.0, 1.0)
        return cls(scale=scale, loss_name=_objective.choose(train, _objective.REGRESSION, 1))

    @classmethod
    def from_json(cls, state: dict[str, Any]) -> Values:
        """The inverse of `to_json`."""
        return cls(scale=TargetScale(**state["target_scale"]), loss_name=state["loss"], decision=state.get("answer"))

    def to_json(self) -> dict[str, Any]:
        """What `task.json` keeps."""
        state: dict[str, Any] = {"target_scale": asdict(self.scale), "loss": self.loss_name}
        return state if self.decision is None else {**state, "answer": dict(self.decision)}

    @property
    def outputs(self) -> int:
        """One value."""
        return 1

    @property
    def labels(self) -> tuple[str, ...]:
        """None: a number has no classes."""
        return ()

    def encode(self, cells: Sequence[Any], column: str) -> NDArray[np.float64]:
        """The scaled target of each row. Raises: DataError naming a row that holds no number."""
        return self.scale.encode(cells, column)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """The loss summed over the batch, and the count to divide by."""
        return _objective.loss(self.loss_name, 0.0, model, batch)

    def calibrated(self, outputs: NDArray[np.float64], targets: NDArray[np.float64]) -> Values:
        """As they are: values have no temperature."""
        return self

    def probabilities(self, outputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Values [N] in the target's own unit."""
        return self.scale.decode(np.asarray(outputs, dtype=np.float64)[:, 0])

    def unfitted(self) -> Values:
        """These values without what was fitted to a model's outputs."""
        return replace(self, decision=None)

    def outputs_of(self, answers: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
        """The outputs [N, 1] of which the values are the mean of these [N]."""
        return np.asarray((np.mean(answers, axis=0) - self.scale.mean) / self.scale.deviation)[:, None]

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """`{"value": ...}` of each row, with `low` and `high` where a coverage is stated."""
        return decisions.ranged(self.probabilities(outputs), self.decision)

    def schema(self, column: str) -> dict[str, Any]:
        """JSON schema of one answer."""
        properties = {"value": {"type": "number", "description": f"The predicted {column}."}}
        if self.decision is not None:
            within = f"the true {column} is from low to high in at least {self.decision['coverage']:.6g} of cases"
            properties["low"] = {"type": "number", "description": f"The lower end of the range: {within}."}
            properties["high"] = {"type": "number", "description": f"The upper end of the range: {within}."}
        return {"type": "object", "required": list(properties), "properties": properties}
