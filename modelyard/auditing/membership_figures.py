"""How well scores tell members of the training set from others. M members; N others; R resamples; S shadow models."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
FALSE_ALARMS = 0.01
RESAMPLES = 400
FEWEST_SHADOWS = 2  # of each kind, of one example


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """`caught` is the share of members that are recognised where 1 % of the others are taken for one."""

    area: float
    area_interval: tuple[float, float]
    caught: float
    caught_interval: tuple[float, float]
    members: int
    others: int


def figures(members: Floats, others: Floats, *, confidence: float = 0.95, seed: int = 0) -> Figures:
    """Of scores that are higher for a member.

    Source: DeLong, DeLong and Clarke-Pearson 1988 for the area's variance, on the scale of its logit, which keeps the
    interval within [0, 1]; the bootstrap of both sides for the share.
    """
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    m, n = len(members), len(others)
    sorted_members, sorted_others = np.sort(members), np.sort(others)
    of_members = _placed(members, sorted_others)
    of_others = 1 - _placed(others, sorted_members)
    area = float(of_members.mean())
    deviation = math.sqrt(of_members.var(ddof=1) / m + of_others.var(ddof=1) / n)
    # Where no pair is out of order the variance is 0, which only says that there were too few: half a pair is.
    held = min(max(area, 0.5 / (m * n)), 1 - 0.5 / (m * n))
    room = z * max(deviation, 1 / math.sqrt(12 * m * n)) / (held * (1 - held))
    logit = math.log(held / (1 - held))
    interval = (_logistic(logit - room), _logistic(logit + room))
    random = np.random.default_rng(seed)
    drawn = [
        caught(random.choice(members, m), np.sort(random.choice(others, n)), FALSE_ALARMS) for _ in range(RESAMPLES)
    ]
    low, high = np.quantile(drawn, [(1 - confidence) / 2, (1 + confidence) / 2]).tolist()
    value = caught(members, sorted_others, FALSE_ALARMS)
    return Figures(
        area=area,
        area_interval=(min(interval[0], area), max(interval[1], area)),
        caught=value,
        caught_interval=(min(low, value), max(high, value)),
        members=m,
        others=n,
    )


def caught(members: Floats, sorted_others: Floats, false_alarms: float) -> float:
    """The share of members above the score that at most `false_alarms` of the others are above."""
    above = math.floor(false_alarms * len(sorted_others))
    threshold = sorted_others[len(sorted_others) - above - 1]
    return float((members > threshold).mean())


def curve(members: Floats, others: Floats, points: int = 200) -> tuple[list[float], list[float]]:
    """False alarms against the share of members caught."""
    falls = np.unique(np.linspace(0, len(others), points).astype(int))
    held, sorted_others = np.sort(members), np.sort(others)
    xs, ys = [], []
    for above in falls[falls < len(others)]:
        threshold = sorted_others[len(others) - above - 1]
        xs.append(float(above / len(others)))
        ys.append(float(1 - np.searchsorted(held, threshold, "right") / len(held)))
    return [*xs, 1.0], [*ys, 1.0]


def confidence_scores(probabilities: Floats) -> Floats:
    """The logit of the true answer's probability, which is about normal over trainings.

    Source: Carlini et al. 2022, "Membership inference attacks from first principles", section IV-C.
    """
    held = np.clip(probabilities, 1e-9, 1 - 1e-9)
    return np.asarray(np.log(held) - np.log1p(-held))


def likelihood_ratios(target: Floats, shadows: Floats, inside: NDArray[np.bool_]) -> Floats:
    """How much likelier each example's score [P] is where it was trained on, by shadow models' scores [S, P].

    `inside` [S, P]: which shadow models were trained on which example. One variance for all examples: with few shadow
    models one of each example is noise. NaN where an example was in or out of too few of them.
    Source: Carlini et al. 2022, algorithm 1 and section VI-B.
    """
    count_in, count_out = inside.sum(axis=0), (~inside).sum(axis=0)
    mean_in = np.where(inside, shadows, 0.0).sum(axis=0) / np.maximum(count_in, 1)
    mean_out = np.where(inside, 0.0, shadows).sum(axis=0) / np.maximum(count_out, 1)
    off = np.where(inside, shadows - mean_in, shadows - mean_out)
    free = np.maximum(count_in - 1, 0).sum(), np.maximum(count_out - 1, 0).sum()
    variance_in = (off**2 * inside).sum() / max(1, free[0]) + 1e-12
    variance_out = (off**2 * ~inside).sum() / max(1, free[1]) + 1e-12
    ratio = -((target - mean_in) ** 2) / (2 * variance_in) + (target - mean_out) ** 2 / (2 * variance_out)
    enough = (count_in >= FEWEST_SHADOWS) & (count_out >= FEWEST_SHADOWS)
    return np.where(enough, ratio, np.nan)


def _placed(values: Floats, among: Floats) -> Floats:
    below, upto = np.searchsorted(among, values, "left"), np.searchsorted(among, values, "right")
    return np.asarray((below + upto) / 2 / len(among))


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value)) if value > -700 else 0.0
