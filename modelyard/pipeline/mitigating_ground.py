"""What every way of being more even is trained and judged on, and one of our families as fairlearn calls it. N rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import Features, take


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What every way is trained and judged on, by split."""

    family: Any
    config: Any
    spec: Any
    features: dict[str, Features]
    truth: dict[str, NDArray[np.bool_]]
    groups: dict[str, NDArray[np.int64]]
    names: tuple[str, ...]
    seed: int


class Estimator:
    """One of our families as fairlearn calls it. A row of X is the number of a training row: no feature is copied."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.weights: Any = None

    def __deepcopy__(self, memo: dict[int, Any]) -> Estimator:
        return Estimator(self.ground)

    def fit(self, rows: Any, targets: Any, sample_weight: Any = None) -> Estimator:
        """Train on these rows and weights."""
        picked = np.asarray(rows)[:, 0].astype(np.int64)
        weights = None if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        self.weights = fit_family(self.ground, picked, np.asarray(targets, dtype=np.int64), weights)
        return self

    def predict(self, rows: Any) -> NDArray[np.int64]:
        """0 or 1 for each of these training rows."""
        picked = np.asarray(rows)[:, 0].astype(np.int64)
        return (probability(self.ground, self.weights, take(self.ground.features["train"], picked)) >= 0.5).astype(
            np.int64
        )


def fit_family(ground: Ground, rows: NDArray[np.int64], targets: NDArray[np.int64], weights: Any) -> Any:
    """Weights of the family learned from these training rows; a number where their targets are all one."""
    if len(np.unique(targets)) < 2:
        return int(targets[0])  # nothing to learn: fairlearn may ask for it at an extreme multiplier
    features = take(ground.features["train"], rows)
    return ground.family.fit(
        ground.config,
        features,
        targets,
        outputs=2,
        loss="cross_entropy",
        weights=weights,
        seed=ground.seed,
        spec=ground.spec,
    )


def probability(ground: Ground, weights: Any, features: Features) -> NDArray[np.float64]:
    """Of the favourable answer, [N]."""
    if isinstance(weights, int):
        return np.full(len(features), float(weights))
    logits = ground.family.forward(weights, ground.config, features)
    return np.asarray(1 / (1 + np.exp(np.clip(logits[:, 0] - logits[:, 1], -700, 700))))
