"""Deciding or training more evenly: weights, thresholds by group, and what each way costs. N rows; G groups.

Source: Kamiran and Calders 2012, "Data preprocessing techniques for classification without discrimination", section 5.2
(reweighing); Hardt, Price and Srebro 2016 (thresholds by group).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from modelyard.auditing.fairness_figures import Bools, Floats, Interval, Ints, Spread, rates, spread, worst
from modelyard.metrics.intervals import wilson

# How far each group's selection rate is moved to the rate of all: the frontier's points.
STEPS = (0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One way of deciding, on one split: its accuracy, and how far the groups' selection rates and odds are apart."""

    accuracy: float
    accuracy_interval: Interval
    parity: Spread
    odds: Spread | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """A method at one setting: what it decides on the validation rows and on the test rows, each [N]."""

    method: str
    setting: str
    validation: Bools
    test: Bools


def reweighed(codes: Ints, truth: Bools) -> Floats:
    """Weights [N] under which the answer is independent of the group: expected over observed share of each pair."""
    groups = int(codes.max()) + 1
    pair = codes * 2 + truth
    observed = np.bincount(pair, minlength=2 * groups).astype(np.float64)
    of_group = np.bincount(codes, minlength=groups)
    of_truth = np.bincount(truth.astype(np.int64), minlength=2)
    expected = (of_group[:, None] * of_truth[None, :]).ravel() / len(codes)
    return np.asarray((expected / np.maximum(observed, 1.0))[pair])


def cuts(
    codes: Ints, probability: Floats, step: float, minimum: int, *, among: Bools | None = None, threshold: float = 0.5
) -> Floats:
    """A threshold for each group [G], by which its selection rate moves `step` of the way to the rate of all.

    `among` limits whose rates are moved: those of the truly favourable rows make true positive rates even (equal
    opportunity). A group with fewer rows than `minimum` keeps `threshold`: so few say nothing of their quantiles.
    """
    counted = np.ones(len(codes), dtype=bool) if among is None else among
    found = np.full(int(codes.max()) + 1, threshold)
    overall = float((probability[counted] >= threshold).mean()) if counted.any() else 0.0
    for group in range(len(found)):
        own = probability[(codes == group) & counted]
        if len(own) < minimum:
            continue
        rate = (1 - step) * float((own >= threshold).mean()) + step * overall
        found[group] = _cut(own, rate)
    return found


def _cut(probability: Floats, rate: float) -> float:
    """The threshold that chooses this share, as nearly as there are rows."""
    ranked = np.sort(probability)[::-1]
    # Equal scores are chosen together: only between two unlike ones can be cut.
    ends = np.concatenate([[0], np.flatnonzero(np.diff(ranked)) + 1, [len(ranked)]])
    chosen = int(ends[np.abs(ends - rate * len(ranked)).argmin()])
    if chosen == 0:
        return float(np.nextafter(ranked[0], 2))
    if chosen == len(ranked):
        return float(ranked[-1])
    return float((ranked[chosen - 1] + ranked[chosen]) / 2)


def point(codes: Ints, groups: int, truth: Bools, chosen: Bools, minimum: int, confidence: float) -> Point | None:
    """What these decisions are worth; None where fewer than two groups can be judged."""
    found = rates(codes, groups, truth, chosen)
    parity = spread(found["selection_rate"], found["selection_rate"].of >= minimum, confidence)
    if parity is None:
        return None
    half = 1 - (1 - confidence) / 2
    sides = [
        spread(found[name], found[name].of >= minimum, half) for name in ("true_positive_rate", "false_positive_rate")
    ]
    accuracy = float((truth == chosen).mean())
    return Point(
        accuracy=accuracy,
        accuracy_interval=wilson(accuracy, len(truth), confidence),
        parity=parity,
        odds=worst(*sides),
    )


def measure(found: Point, even: str) -> Spread | None:
    """How far the groups are apart in what shall be even: `selection` or `odds`."""
    return found.odds if even == "odds" else found.parity


def choose(pairs: Sequence[tuple[Way, Point]], base: Point, price: float, even: str = "selection") -> Way | None:
    """The most even way on validation that costs at most `price` of accuracy there; None where none is more even."""
    before = measure(base, even)
    affordable = [
        (apart.difference, -found.accuracy, index)
        for index, (_, found) in enumerate(pairs)
        if base.accuracy - found.accuracy <= price
        and (apart := measure(found, even)) is not None
        and before is not None
        and apart.difference < before.difference
    ]
    return pairs[min(affordable)[2]][0] if affordable else None


def loss(truth: Bools, before: Bools, after: Bools, confidence: float) -> tuple[float, Interval]:
    """What accuracy is lost by deciding otherwise on the same rows, with its paired interval.

    Source: Agresti and Min 2005, "Simple improved confidence intervals for comparing matched proportions" (half a row
    is added to each of the four cells, so that few rows decided otherwise, or none, are no certainty).
    """
    gap = (truth == before).astype(np.float64) - (truth == after)
    size, lost, won = len(gap) + 2.0, float((gap > 0).sum()) + 0.5, float((gap < 0).sum()) + 0.5
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    centre = (lost - won) / size
    half = z * (lost + won - (lost - won) ** 2 / size) ** 0.5 / size
    value = float(gap.mean())
    return value, (max(-1.0, min(value, centre - half)), min(1.0, max(value, centre + half)))


def merged(codes: Mapping[str, Ints], minimum: int) -> tuple[dict[str, NDArray[np.int64]], int]:
    """The groups for a training: those with fewer than `minimum` training rows are one; and how many there are."""
    size = np.bincount(codes["train"], minlength=1 + max(int(part.max(initial=0)) for part in codes.values()))
    large = np.flatnonzero(size >= minimum)
    to = np.full(len(size), len(large), dtype=np.int64)
    to[large] = np.arange(len(large))
    return {name: to[part] for name, part in codes.items()}, len(large) + 1
