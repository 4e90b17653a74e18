"""Which of several models people prefer: shares of wins, and Bradley-Terry strengths. K models; I items; B resamples.

Source: Bradley and Terry 1952; the fit is the minorisation-maximisation of Hunter 2004, "MM algorithms for generalized
Bradley-Terry models", eq. 3. A tie counts as half a win of each.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics._metric import Floats, Undefined
from modelyard.metrics.intervals import CONFIDENCE, RESAMPLES, draw, wilson

_STEPS, _CLOSE = 2000, 1e-10
# A strength (log-odds) beyond this in a resample is one without a bound: that model lost, or won, everything there.
_BOUND = 12.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """A share of wins with its interval, over `items` items."""

    value: float
    interval: tuple[float, float]
    items: int


def win_share(scores: Sequence[Sequence[float]], *, confidence: float = CONFIDENCE) -> Share:
    """The mean over items of the first one's mean score (1 won, 0.5 tie, 0 lost), each item by one vote or several.

    The interval is Wilson's for as many independent votes as the spread between items is worth: votes on one item
    are no independent ones. Source: Korn and Graubard 1998, "Confidence intervals for proportions with small
    expected number of positive counts estimated from survey data". Raises: Undefined for no item.
    """
    means = np.array([float(np.mean(votes)) for votes in scores if len(votes)])
    if not len(means):
        raise Undefined("nobody judged it")
    value, count = float(means.mean()), len(means)
    variance = float(means.var(ddof=1)) / count if count > 1 else 0.0
    # A few items may lie close by chance: they are worth no more than all their votes.
    most = float(sum(len(votes) for votes in scores))
    worth = min(most, value * (1 - value) / variance) if variance > 0 else float(count)
    return Share(value=value, interval=wilson(value, worth, confidence), items=count)


@dataclass(frozen=True, kw_only=True, slots=True)
class Strengths:
    """Log-odds of winning, their mean 0, with intervals (a bound is None where nothing bounds it), [K] each."""

    values: tuple[float, ...]
    intervals: tuple[tuple[float | None, float | None], ...]


def bradley_terry(
    wins_IKK: Floats, *, confidence: float = CONFIDENCE, resamples: int = RESAMPLES, seed: int = 0
) -> Strengths:
    """Strengths of wins [I, K, K]: how often i was preferred to j on each item. Intervals resample items.

    Raises: Undefined where the likelihood has no maximum: some models never lost against the rest, or never met it.
    """
    total = wins_IKK.sum(axis=0)
    if not _connected(total):
        raise Undefined("some models won, or lost, against the rest every time, or never met it")
    values = _fit(total[None])[0]
    flat = wins_IKK.reshape(len(wins_IKK), -1)
    drawn = np.concatenate(
        [_fit((weights @ flat).reshape(-1, *total.shape)) for weights in draw(np.zeros(len(flat)), resamples, seed)]
    )
    # An order statistic: interpolating towards what has no bound would invent one.
    low = np.quantile(drawn, (1 - confidence) / 2, axis=0, method="lower")
    high = np.quantile(drawn, (1 + confidence) / 2, axis=0, method="higher")
    return Strengths(
        values=tuple(values.tolist()),
        intervals=tuple(
            (a if abs(a) < _BOUND else None, b if abs(b) < _BOUND else None)
            for a, b in zip(np.minimum(low, values).tolist(), np.maximum(high, values).tolist(), strict=True)
        ),
    )


def winning(first: float, second: float) -> float:
    """The chance that one of strength `first` is preferred to one of `second`."""
    return 1 / (1 + math.exp(second - first))


def _fit(wins_BKK: Floats) -> Floats:
    """Strengths of each matrix of wins, [B, K], kept within the bound."""
    met = wins_BKK + wins_BKK.transpose(0, 2, 1)
    won = wins_BKK.sum(axis=2)
    strength = np.ones_like(won)
    for _ in range(_STEPS):
        sums = strength[:, :, None] + strength[:, None, :]
        new = won / np.maximum((met / sums).sum(axis=2), 1e-300)
        new = np.maximum(
            new / np.exp(np.log(np.maximum(new, 1e-300)).mean(axis=1, keepdims=True)), math.exp(-2 * _BOUND)
        )
        new = np.minimum(new, math.exp(2 * _BOUND))
        done = float(np.abs(np.log(new) - np.log(strength)).max()) < _CLOSE
        strength = new
        if done:
            break
    logs = np.log(strength)
    return np.asarray(logs - logs.mean(axis=1, keepdims=True))


def _connected(total: Floats) -> bool:
    """Whether every model can be reached from every other along wins (Ford 1957)."""
    reach: NDArray[np.bool_] = (total > 0) | np.eye(len(total), dtype=bool)
    for _ in range(len(total)):
        reach = (reach.astype(np.int64) @ reach.astype(np.int64)) > 0
    return bool(reach.all())
