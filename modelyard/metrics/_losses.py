"""Losses of single examples for class probabilities. N examples; C classes."""

from __future__ import annotations

import numpy as np

from modelyard.metrics._metric import Floats, Ints


def log_losses(targets: Ints, probabilities: Floats) -> Floats:
    """Negative log-probability of the true class in nats, [N]; clipped to [2.2e-16, 1 - 2.2e-16]."""
    epsilon = np.finfo(np.float64).eps
    return -np.log(np.clip(probabilities[np.arange(len(targets)), targets], epsilon, 1 - epsilon))


def brier_losses(targets: Ints, probabilities: Floats) -> Floats:
    """Squared error of the probabilities, [N]: of class 1 for two classes, else summed over the classes."""
    if probabilities.shape[1] == 2:
        return (probabilities[:, 1] - targets) ** 2
    chosen = probabilities[np.arange(len(targets)), targets]
    squares: Floats = (probabilities**2).sum(1)
    return squares - 2 * chosen + 1
