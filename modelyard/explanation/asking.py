"""What a model answers to changed rows."""

from __future__ import annotations

import numpy as np

from modelyard.core.schema import Rows
from modelyard.explanation.case import Case
from modelyard.explanation.found import Floats


def asked(case: Case, rows: Rows) -> tuple[Floats, list[str]]:
    """The score and the label of each row."""
    task, outputs = case.model.predictor.task, case.model.predictor.outputs(rows)
    best = task.decide(np.asarray(task.probabilities(outputs)))
    return case.game.score.of(outputs), [case.model.labels[i] for i in best]
