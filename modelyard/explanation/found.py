"""What a method finds about one answer. U units; T tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """`weights` [U]: above 0 a unit speaks for the answer; unsigned ones only say how much it matters.

    `base` is the score that the weights add up from, None where they do not add up. `facts` are figures by name that
    say how far to trust it, `notes` sentences. `extra` is what only this method has (an attention map, neighbours).
    """

    weights: Floats
    base: float | None = None
    signed: bool = True
    facts: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
