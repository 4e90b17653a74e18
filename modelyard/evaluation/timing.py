"""How long answers take."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.schema import Rows, row_count, take

_ROWS, _SECONDS = 30, 0.5  # that are timed at most


def scoring(outputs: NDArray[np.generic], seconds: float) -> float:
    """Milliseconds of 1,000 tokens; `outputs` [N, 2] hold nats and tokens of each text."""
    tokens = float(np.asarray(outputs, dtype=np.float64)[:, 1].sum())
    return float(f"{1e6 * seconds / max(1.0, tokens):.3g}")


def milliseconds(task: Any, outputs: Callable[[Rows], NDArray[np.float64]], rows: Rows) -> float:
    """The median time of one answer, asked one at a time."""
    taken: list[float] = []
    begun = time.perf_counter()
    for i in range(min(_ROWS, row_count(rows))):
        row = take(rows, [i])
        started = time.perf_counter()
        task.probabilities(outputs(row))
        taken.append(time.perf_counter() - started)
        if time.perf_counter() - begun > _SECONDS:
            break
    return float(f"{1000 * float(np.median(taken)):.3g}")
