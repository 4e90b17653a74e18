"""How far several raters agree beyond chance: Krippendorff's alpha. R raters; U units; V values; B resamples.

Source: Krippendorff 2011, "Computing Krippendorff's alpha-reliability"; the interval resamples units, as in Zapf,
Castell, Morawietz and Karch 2016, "Measuring inter-rater reliability for nominal data".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from modelyard.metrics._metric import Floats, Undefined
from modelyard.metrics.intervals import CONFIDENCE, RESAMPLES, draw

Level = Literal["nominal", "ordinal", "interval"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """`alpha` is 1 for full agreement and 0 for chance's; `units` were rated by two at least, with `pairs` of ratings.

    `interval` is None where the resamples tell nothing.
    """

    alpha: float
    interval: tuple[float, float] | None
    units: int
    ratings: int


def krippendorff(
    ratings: Floats,
    level: Level,
    *,
    values: Sequence[float] | None = None,
    confidence: float = CONFIDENCE,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Agreement:
    """Alpha of ratings [R, U], NaN where a rater left a unit out. `values` are all that could be given, in order.

    Raises: Undefined where no unit has two ratings, or where all ratings are one value: nothing then varies.
    """
    known = np.unique(ratings[np.isfinite(ratings)]) if values is None else np.asarray(values, dtype=np.float64)
    counts_UV = (
        np.stack([(ratings == value).sum(axis=0) for value in known], axis=1) if len(known) else np.zeros((0, 0))
    )
    counts_UV = counts_UV[counts_UV.sum(axis=1) >= 2].astype(np.float64)
    if not len(counts_UV):
        raise Undefined("no unit was rated by two")
    if (counts_UV.sum(axis=0) > 0).sum() < 2:
        raise Undefined("all ratings are the same")
    pairs_UVV = _coincidences(counts_UV)
    alpha = float(_alphas(pairs_UVV.sum(axis=0)[None], level, known)[0])
    flat = pairs_UVV.reshape(len(pairs_UVV), -1)
    drawn = np.concatenate(
        [
            _alphas((weights @ flat).reshape(-1, len(known), len(known)), level, known)
            for weights in draw(np.zeros(len(flat)), resamples, seed)
        ]
    )
    drawn = drawn[np.isfinite(drawn)]
    interval = None
    if len(drawn) > resamples / 2 and drawn.max() > drawn.min():
        low, high = np.quantile(drawn, [(1 - confidence) / 2, (1 + confidence) / 2]).tolist()
        interval = (min(low, alpha), max(high, alpha))
    return Agreement(alpha=alpha, interval=interval, units=len(counts_UV), ratings=int(counts_UV.sum()))


def _coincidences(counts_UV: Floats) -> Floats:
    """How often each pair of values met in a unit, each unit weighing as many as its ratings, [U, V, V]."""
    pairs = counts_UV[:, :, None] * counts_UV[:, None, :]
    at = np.arange(counts_UV.shape[1])
    pairs[:, at, at] -= counts_UV
    return np.asarray(pairs / (counts_UV.sum(axis=1) - 1)[:, None, None])


def _alphas(pairs_BVV: Floats, level: Level, values: Floats) -> Floats:
    """Alpha of each matrix of coincidences, [B]; NaN where nothing varies."""
    margins = pairs_BVV.sum(axis=2)
    total = margins.sum(axis=1)
    distance = _distances(margins, level, values)
    observed = (pairs_BVV * distance).sum(axis=(1, 2))
    expected = (margins[:, :, None] * margins[:, None, :] * distance).sum(axis=(1, 2))
    share = np.divide((total - 1) * observed, expected, out=np.full_like(total, np.nan), where=expected > 0)
    return np.asarray(1 - share)


def _distances(margins_BV: Floats, level: Level, values: Floats) -> NDArray[np.float64]:
    """The squared difference of two values, [B or 1, V, V]; of ordinal ones by how many ratings stand between them."""
    if level == "nominal":
        return np.asarray(1.0 - np.eye(len(values))[None])
    if level == "interval":
        return np.asarray((values[:, None] - values[None, :]) ** 2)[None]
    # The ratings from c to k, c's and k's own by half: the difference of the middles of their ranks.
    middle = margins_BV.cumsum(axis=1) - margins_BV / 2
    return np.asarray((middle[:, :, None] - middle[:, None, :]) ** 2)
