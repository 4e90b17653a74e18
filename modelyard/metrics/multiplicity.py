"""P-values of many hypotheses, corrected for how many were looked at. M hypotheses."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def holm(p_values: Sequence[float] | Floats) -> Floats:
    """Adjusted so that one false finding among all has a chance of at most the level, however they depend, [M].

    Source: Holm 1979, "A simple sequentially rejective multiple test procedure".
    """
    p = np.asarray(p_values, dtype=np.float64)
    order = np.argsort(p, kind="stable")
    stepped = np.maximum.accumulate(p[order] * (len(p) - np.arange(len(p))))
    return _back(stepped, order)


def benjamini_hochberg(p_values: Sequence[float] | Floats) -> Floats:
    """Adjusted so that at most the level of the findings are false on average, where tests are not opposed, [M].

    Source: Benjamini and Hochberg 1995, "Controlling the false discovery rate".
    """
    return _step_up(np.asarray(p_values, dtype=np.float64), 1.0)


def benjamini_yekutieli(p_values: Sequence[float] | Floats) -> Floats:
    """As Benjamini-Hochberg's, however the tests depend on each other, [M].

    Source: Benjamini and Yekutieli 2001, "The control of the false discovery rate under dependency", theorem 1.3.
    """
    p = np.asarray(p_values, dtype=np.float64)
    return _step_up(p, float((1 / np.arange(1, len(p) + 1)).sum()))


def _step_up(p: Floats, factor: float) -> Floats:
    order = np.argsort(p, kind="stable")
    scaled = p[order] * factor * len(p) / np.arange(1, len(p) + 1)
    return _back(np.minimum.accumulate(scaled[::-1])[::-1], order)


def _back(stepped: Floats, order: NDArray[np.int64]) -> Floats:
    found = np.empty(len(order))
    found[order] = np.minimum(stepped, 1.0)
    return found
