"""Words or columns summed over explained rows, by class; and how stable the first of them are. R rows; K terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from modelyard.explanation.sampled import Row

# Terms of a class that are shown, classes that are, and random halves that tell the stability.
TERMS, CLASSES, HALVES = 10, 6, 20


def of_row(row: Row, labels: Sequence[str]) -> dict[tuple[str, str], float]:
    """What each term of a row adds for each class: for the one that is answered, and against the other of two."""
    found: dict[tuple[str, str], float] = defaultdict(float)
    other = next((label for label in labels if label != row.label), "") if len(labels) == 2 else ""
    for term, weight in row.terms:
        found[row.label or "", term] += weight
        if other:
            found[other, term] -= weight
    return found


def _totals(sums: Sequence[Mapping[tuple[str, str], float]]) -> dict[tuple[str, str], tuple[float, int]]:
    found: dict[tuple[str, str], tuple[float, int]] = {}
    for one in sums:
        for key, weight in one.items():
            total, count = found.get(key, (0.0, 0))
            found[key] = (total + weight, count + 1)
    return found


def top(sums: Sequence[Mapping[tuple[str, str], float]], label: str, *, least: int = 1) -> list[tuple[str, float, int]]:
    """The terms that add most for a class: term, its sum over the rows, and in how many it stands."""
    totals = _totals(sums)
    own = [(term, total, count) for (name, term), (total, count) in totals.items() if name == label and count >= least]
    return sorted((one for one in own if one[1] > 0), key=lambda one: (-one[1], one[0]))[:TERMS]


def stability(sums: Sequence[Mapping[tuple[str, str], float]], *, seed: int = 0) -> float | None:
    """The share of a half's first terms that are also among the other half's; mean over random halves and classes."""
    if len(sums) < 8:
        return None
    dice = np.random.default_rng(seed)
    shares = []
    labels = sorted({label for one in sums for label, _ in one})[:CLASSES]
    for _ in range(HALVES):
        order = dice.permutation(len(sums))
        halves = [[sums[i] for i in part] for part in np.array_split(order, 2)]
        for label in labels:
            first, second = ({term for term, _, _ in top(half, label)} for half in halves)
            if first and second:
                shares.append(len(first & second) / min(len(first), len(second)))
    return float(np.mean(shares)) if shares else None


def least(rows: int) -> int:
    """In how many rows a term must stand to be told of."""
    return 1 if rows < 20 else 2 if rows < 100 else 3
