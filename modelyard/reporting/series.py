"""Series of points as a chart can hold them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

MAX_POINTS = 160


def is_finite(value: Any) -> bool:
    """Whether a value of a record is a number that can be drawn."""
    return isinstance(value, (int, float)) and math.isfinite(value)


def thin(
    x: Sequence[float], y: Sequence[float], limit: int = MAX_POINTS
) -> tuple[list[float], list[float], list[float], list[float]]:
    """At most `limit` points: step, mean, lowest and highest of each bucket; no band where nothing was thinned."""
    if len(x) <= limit:
        return list(x), list(y), [], []
    edges = [round(index * len(x) / limit) for index in range(limit + 1)]
    parts = [slice(a, b) for a, b in pairwise(edges)]
    means = [sum(y[part]) / len(y[part]) for part in parts]
    return [x[part][-1] for part in parts], means, [min(y[part]) for part in parts], [max(y[part]) for part in parts]
