"""Probabilities and values to answers as the recipe states them: training, serving and exports all run this.

N rows; C classes. A decision is a mapping as `task.json` keeps it under `answer`, fitted on validation rows; None
where nothing is stated, and the likeliest label is the answer. Of labels:
`{"rule", "costs": [[true, answer, cost], ...], "threshold"}` which label is answered: of two classes the second from
`threshold` on, else the one of least expected cost (of an error 1 where it is not said), or the likeliest;
`{"accuracy", "confident_from"}` from which probability on an answer is confident (null: none is);
`{"coverage", "set_limit"}` by how much a label's probability may be below 1 to be in the set (null: any).
Of values: `{"coverage", "reach", "at", "to"}` how often the usual error at a value, a line through points, the range
reaches to either side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Decision = Mapping[str, Any]
Costs = Sequence[Sequence[float]]  # (true, answer, cost), each pair once

LIKELIEST, EXPECTED, THRESHOLD = "likeliest label", "least expected cost", "threshold"
ROUNDING = 1e-12  # a probability that is the limit but for rounding is on its good side


def decide(probabilities: Floats, decision: Decision | None) -> NDArray[np.int64]:
    """The class answered in each row, [N].

    Source: Elkan 2001, "The foundations of cost-sensitive learning", eq. 1.
    """
    rule = LIKELIEST if decision is None else decision.get("rule", LIKELIEST)
    if decision is None or rule == LIKELIEST:
        return np.asarray(probabilities.argmax(axis=1))
    if rule == THRESHOLD:
        return np.asarray(probabilities[:, 1] >= decision["threshold"] - ROUNDING, dtype=np.int64)
    return np.asarray(expected_costs(probabilities, decision["costs"]).argmin(axis=1))


def expected_costs(probabilities: Floats, costs: Costs) -> Floats:
    """What answering each class is expected to cost, [N, C]."""
    # Added one by one: a matrix product may order the terms differently for a single row.
    total = 1 - probabilities
    for true, answer, cost in costs:
        total[:, int(answer)] += probabilities[:, int(true)] * (cost - 1)
    return np.asarray(total)


def cost_matrix(costs: Costs, classes: int) -> Floats:
    """What each answer costs by true class and answer, [C, C]."""
    matrix = 1 - np.eye(classes)
    for true, answer, cost in costs:
        matrix[int(true), int(answer)] = cost
    return matrix


def answers(labels: Sequence[str], probabilities: Floats, decision: Decision | None) -> list[dict[str, Any]]:
    """`{"label", "scores"}` of each row; with an accuracy also `confident`, with a coverage `label_set`.

    The set is in order of probability, and always holds the label.
    """
    chosen = decide(probabilities, decision)
    found: list[dict[str, Any]] = [
        {"label": labels[at], "scores": dict(zip(labels, row, strict=True))}
        for at, row in zip(chosen.tolist(), probabilities.tolist(), strict=True)
    ]
    if decision is None:
        return found
    if "accuracy" in decision:
        for answer, sure in zip(found, confident(probabilities, chosen, decision).tolist(), strict=True):
            answer["confident"] = sure
    if "coverage" in decision:
        inside = label_sets(probabilities, chosen, decision)
        order = np.argsort(-probabilities, axis=1, kind="stable")
        for i, answer in enumerate(found):
            answer["label_set"] = [labels[at] for at in order[i].tolist() if inside[i, at]]
    return found


def confident(probabilities: Floats, chosen: NDArray[np.int64], decision: Decision) -> NDArray[np.bool_]:
    """Whether the probability of the label answered is one from which on the stated accuracy is promised, [N]."""
    least = decision["confident_from"]
    if least is None:
        return np.zeros(len(chosen), dtype=bool)
    return np.asarray(probabilities[np.arange(len(chosen)), chosen] >= least - ROUNDING)


def label_sets(probabilities: Floats, chosen: NDArray[np.int64], decision: Decision) -> NDArray[np.bool_]:
    """Which labels are in each row's set, [N, C]; the one answered always is."""
    limit = decision["set_limit"]
    inside = np.ones(probabilities.shape, dtype=bool) if limit is None else 1 - probabilities <= limit + ROUNDING
    inside[np.arange(len(chosen)), chosen] = True
    return np.asarray(inside)


def ranged(values: Floats, decision: Decision | None) -> list[dict[str, Any]]:
    """`{"value"}` of each row; with a coverage also `low` and `high`."""
    if decision is None:
        return [{"value": value} for value in values.tolist()]
    reach = reaches(values, decision)
    ends = zip(values.tolist(), (values - reach).tolist(), (values + reach).tolist(), strict=True)
    return [{"value": value, "low": low, "high": high} for value, low, high in ends]


def reaches(values: Floats, decision: Decision) -> Floats:
    """How far the range goes to either side of each value, [N]."""
    return np.asarray(decision["reach"] * np.interp(values, decision["at"], decision["to"]))


def margin(given: Floats, own: int, other: int, decision: Decision) -> float:
    """How far one row's probabilities [C] are from answering class `other` instead of `own`; 0 at the border."""
    rule = decision.get("rule", LIKELIEST)
    if rule == THRESHOLD:
        return float(given[1] - decision["threshold"])
    if rule == EXPECTED:
        costs = expected_costs(given[None, :], decision["costs"])[0]
        return float(costs[other] - costs[own])
    return float(given[own] - given[other])


def spread(own: int, other: int, classes: int, decision: Decision) -> float:
    """By how much that margin may change where no probability of so many classes changes by more than 1."""
    rule = decision.get("rule", LIKELIEST)
    if rule == THRESHOLD:
        return 1.0
    if rule == EXPECTED:
        costs = cost_matrix(decision["costs"], classes)
        return float(np.abs(costs[:, own] - costs[:, other]).sum())
    return 2.0


def steepest(decision: Decision) -> float:
    """By how much the reach of a range may change with its value, at most."""
    at, to = np.asarray(decision["at"]), np.asarray(decision["to"])
    return float(decision["reach"] * np.abs(np.diff(to) / np.diff(at)).max(initial=0.0))
