"""LIME: a weighted ridge regression of the score on which units are kept, near the row. U units; S samples.

Source: Ribeiro et al. 2016, "Why should I trust you?", section 3; kernel and distances as in its text explainer. The
lime package's last release is of 2020, so that this is its own.
"""

from __future__ import annotations

import numpy as np

from modelyard.explanation.found import Floats, Found
from modelyard.explanation.game import Game

SAMPLES = 1000
RIDGE = 1.0
# Of the exponential kernel over the cosine distance between what is kept and the whole row.
WIDTH = 0.25


def lime(game: Game, *, seed: int = 0, samples: int = SAMPLES) -> Found:
    """A coefficient a unit; the facts say how well the line fits the samples (weighted R2).

    A sample takes out a number of units drawn evenly from 1 to U, and which is drawn too.
    """
    count = game.count
    if not count:
        return Found(weights=np.zeros(0))
    asked = game.affordable(samples)
    dice = np.random.default_rng(seed)
    out = dice.integers(1, count + 1, size=asked)
    order = dice.random((asked, count)).argsort(axis=1)
    keep = order >= out[:, None]
    keep[0] = True
    scores = game(keep)
    kept = keep.mean(axis=1)
    nearness = np.exp(-((1.0 - np.sqrt(kept)) ** 2) / WIDTH**2)
    coefficients, base, fit = ridge(keep.astype(np.float64), scores, nearness, RIDGE)
    facts = {"samples": float(asked), "r2": fit}
    notes = () if asked >= 2 * count else (f"{asked} samples are few for {count} units",)
    return Found(weights=coefficients, base=base, facts=facts, notes=notes)


def ridge(inputs: Floats, targets: Floats, weights: Floats, penalty: float) -> tuple[Floats, float, float]:
    """Coefficients [U], the intercept (which is not penalised) and the weighted R2."""
    total = weights.sum()
    centre, middle = weights @ inputs / total, float(weights @ targets / total)
    root = np.sqrt(weights)[:, None]
    design, answers = root * (inputs - centre), root[:, 0] * (targets - middle)
    if design.shape[0] < design.shape[1]:  # the dual is smaller
        dual = np.linalg.solve(design @ design.T + penalty * np.eye(len(design)), answers)
        coefficients = design.T @ dual
    else:
        coefficients = np.linalg.solve(design.T @ design + penalty * np.eye(design.shape[1]), design.T @ answers)
    spread = float(answers @ answers)
    left = answers - design @ coefficients
    fit = 1.0 - float(left @ left) / spread if spread > 0 else 1.0
    return coefficients, middle - float(centre @ coefficients), fit
