"""Whether an explanation points at what the model uses: units taken out, and put in, in its order and in random ones.

U units; K steps. Fall: how far the answer falls on average while the heaviest units are taken out, from all to none;
rise: how far it rises while they are put in. Both less those of random orders: above 0 the explanation knows more than
chance. Sources: Samek et al. 2017 (deletion); Petsiuk et al. 2018, "RISE", section 4.3.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.explanation.found import Floats
from modelyard.explanation.game import Game

STEPS, ORDERS = 10, 8
_FEWEST_STEPS, _FEWEST_ORDERS = 4, 2
# Student's t at 0.975 with 1 to ORDERS - 1 degrees of freedom (scipy would take longer to load than one answer does).
_STUDENT = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365)


def faithfulness(game: Game, weights: Floats, *, seed: int = 0, share: float = 1.0) -> dict[str, Any] | None:
    """Curves and areas of one explanation; None of a row with too few units, or no time.

    `deletion` and `insertion` [K + 1] are answers (probability or value) after `shares` of the units; those that begin
    with `random_` are means of random orders.
    `gain` is the fall more than that of random orders, plus the rise more; its `interval` is over the random orders.
    """
    count = game.count
    steps = min(STEPS, count)
    if count < 3 or not np.any(weights):
        return None
    can = game.affordable(2 * (STEPS + 1) * (1 + ORDERS), share=share)
    orders = ORDERS
    while 2 * (steps + 1) * (1 + orders) > can and (orders > _FEWEST_ORDERS or steps > _FEWEST_STEPS):
        orders, steps = max(_FEWEST_ORDERS, orders - 1), max(min(count, _FEWEST_STEPS), steps - 1)
    if 2 * (steps + 1) * (1 + orders) > can:
        return None
    dice = np.random.default_rng(seed)
    cuts = np.unique(np.round(np.linspace(0, count, steps + 1)).astype(int))
    deletion, insertion = _curves(game, np.argsort(-weights, kind="stable"), cuts)
    falls, rises, others = [], [], []
    for _ in range(orders):
        out, into = _curves(game, dice.permutation(count), cuts)
        falls.append(_area(cuts, out))
        rises.append(_area(cuts, into))
        others.append((out, into))
    fall, rise = np.array(falls) - _area(cuts, deletion), _area(cuts, insertion) - np.array(rises)
    gains = (fall + rise) / 2
    half = _STUDENT[len(gains) - 2] * gains.std(ddof=1) / np.sqrt(len(gains))
    return {
        "shares": (cuts / count).tolist(),
        "deletion": deletion.tolist(),
        "insertion": insertion.tolist(),
        "random_deletion": np.mean([out for out, _ in others], axis=0).tolist(),
        "random_insertion": np.mean([into for _, into in others], axis=0).tolist(),
        "fall_gain": float(fall.mean()),
        "rise_gain": float(rise.mean()),
        "gain": float(gains.mean()),
        "interval": [float(gains.mean() - half), float(gains.mean() + half)],
        "orders": orders,
    }


def _curves(game: Game, order: NDArray[Any], cuts: NDArray[Any]) -> tuple[Floats, Floats]:
    ranks = np.empty(game.count, dtype=int)
    ranks[np.asarray(order, dtype=int)] = np.arange(game.count)
    without = ranks[None, :] >= cuts[:, None]
    return game.shown(without), game.shown(~without)


def _area(cuts: NDArray[Any], curve: Floats) -> float:
    return float(np.diff(cuts / cuts[-1]) @ (curve[1:] + curve[:-1])) / 2


def pooled(gains: Sequence[float], *, seed: int = 0) -> tuple[float, tuple[float, float] | None]:
    """The mean gain of several explanations with its 95 % bootstrap interval; none for fewer than three."""
    values = np.asarray(gains, dtype=np.float64)
    if len(values) < 3:
        return float(values.mean()), None
    drawn = np.random.default_rng(seed).integers(len(values), size=(2000, len(values)))
    low, high = np.quantile(values[drawn].mean(axis=1), [0.025, 0.975])
    return float(values.mean()), (float(low), float(high))
