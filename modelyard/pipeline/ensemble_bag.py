"""A member of a bag: a run's model trained again on a bootstrap sample of its training rows."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from modelyard.core.schema import row_count, take
from modelyard.inference.predictor import Predictor
from modelyard.inference.subject import Subject
from modelyard.pipeline.training_again import trained_again


def member(subject: Subject, number: int, place: Path) -> Predictor:
    """The shipped family on rows drawn with replacement, as many as there are, from a seed of its own.

    Source: Breiman 1996, "Bagging predictors".
    """
    rows, seed = subject.bundle.rows("train"), subject.recipe.seed
    count = row_count(rows)
    drawn = np.sort(np.random.default_rng([seed, number]).integers(0, count, count))
    return trained_again(subject, take(rows, drawn), place, seed=seed + 1 + number)
