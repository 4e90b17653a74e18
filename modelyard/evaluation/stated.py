"""What the recipe states of answers, said beside the verdict: what costs did to the labels, and what is promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.words import as_stated, figure, percent
from modelyard.data.features.decisions import LIKELIEST, confident, cost_matrix, decide, label_sets, reaches
from modelyard.evaluation.judging import Ground, Judged
from modelyard.inference.deciding import words_of

Floats = NDArray[np.float64]


def notes(ground: Ground, model: Judged, rivals: Sequence[Judged], task: Any) -> list[str]:
    """Sentences on these very rows; none where nothing is stated."""
    decision = getattr(task, "decision", None)
    if decision is None:
        return []
    given, targets = model.outputs.astype(np.float64), ground.known.targets
    if ground.kind == "regression":
        inside = np.abs(given - targets.astype(np.float64)) <= reaches(given, decision)
        return [_covered("the range (low to high) holds the true value", decision, inside)]
    truth, chosen = targets.astype(np.int64), decide(given, decision)
    found = [_costs(ground, given, truth, decision, rivals)] if "costs" in decision else []
    if "accuracy" in decision:
        found.append(_confident(decision, confident(given, chosen, decision), chosen == truth))
    if "coverage" in decision:
        inside = label_sets(given, chosen, decision)[np.arange(len(truth)), truth]
        found.append(_covered("the set of labels (label_set) holds the true one", decision, inside))
    return found


def _costs(
    ground: Ground, given: Floats, truth: NDArray[np.int64], decision: Mapping[str, Any], rivals: Sequence[Judged]
) -> str:
    matrix, likeliest = cost_matrix(decision["costs"], given.shape[1]), given.argmax(axis=1)

    def spent(answers: NDArray[np.int64]) -> str:
        return figure(float(matrix[truth, answers].mean()), 4)

    others = [] if decision["rule"] == LIKELIEST else [f"the likeliest label {spent(likeliest)}"]
    for rival in rivals:
        answers = np.asarray(rival.outputs if rival.labelled is None else rival.labelled).argmax(axis=1)
        others.append(f"{rival.subject} {spent(answers)}")
    rule, own = words_of(decision, ground.labels), spent(decide(given, decision))
    said = f"answers are chosen for answer.costs ({rule}): a row costs {own} ({', '.join(others)})"
    if decision["rule"] == LIKELIEST:
        return said
    return f"{said}; the likeliest label would be right in {figure(float((likeliest == truth).mean()), 3)}"


def _confident(decision: Mapping[str, Any], sure: NDArray[np.bool_], right: NDArray[np.bool_]) -> str:
    wanted = as_stated(decision["accuracy"])
    if decision["confident_from"] is None:
        return (
            f"no answer is confident: no threshold on the validation rows promises that {wanted} are right; ask for "
            "less, or hold back more validation rows"
        )
    share = percent(float(right[sure].mean())) if sure.any() else "none"
    return (
        f"confident answers shall be right in {wanted}: so marked are {percent(float(sure.mean()), 0)} on these rows, "
        f"and {share} of them right"
    )


def _covered(what: str, decision: Mapping[str, Any], inside: NDArray[np.bool_]) -> str:
    return f"{what} in {percent(float(inside.mean()))} of these rows, of {as_stated(decision['coverage'])} stated"
