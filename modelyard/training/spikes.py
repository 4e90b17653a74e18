"""Steps that would spoil the weights: which are skipped, and when the training goes back to a checkpoint.

The rule. A step is skipped where its gradient norm (before clipping) is not finite or is above the limit. The limit is
`train.spike_factor` times the median of the last WINDOW norms of steps that were kept, and never below
`train.clip_norm`: what clipping would leave alone is no spike. It is renewed after every CHECK steps by their number,
and there is none before LEAST norms are known. Where the last IN_A_ROW steps before such a check were all skipped, the
weights are bad already: the training goes back to its last anchor and passes over the batches that it had taken since.
It does so MOST_REWINDS times; then it has diverged. (A row that ends before the check has left the weights good.)

The device alone compares a norm with the limit, and kernels read the answer there: the host looks once in CHECK steps.
Source: skipping by a factor over a running median follows clipping by history (Seetharaman et al. 2020, AutoClip);
passing over the batches of a spike is Chowdhery et al. 2022, PaLM, section 5.1.
"""

from __future__ import annotations

import bisect
import math
from collections import deque
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

WINDOW, LEAST = 128, 32
CHECK = 16
IN_A_ROW = 8
MOST_REWINDS = 3
# A run has about this many anchors; they lie at multiples of CHECK.
ANCHORS = 20
# The largest float32: neither infinity nor NaN is at most this.
_NO_LIMIT = torch.finfo(torch.float32).max


@dataclass(frozen=True, slots=True)
class Skipped:
    """A step (counted from 1) that was not applied; `limit` is infinite where the norm was not even a number."""

    step: int
    norm: float
    limit: float

    def __str__(self) -> str:
        if not math.isfinite(self.norm):
            return f"step {self.step:,} was skipped: its gradient is not a number"
        return f"step {self.step:,} was skipped: its gradient norm {self.norm:.3g} is above {self.limit:.3g}"


class Guard:
    """Judges every step by its gradient norm, without waiting for the device; the rule stands above."""

    def __init__(
        self, factor: float | None, clip_norm: float | None, device: torch.device | str = "cpu", *, step: int = 0
    ) -> None:
        """`factor` None: only norms that are not finite are refused. `step` steps are done already."""
        self._factor = factor
        self._floor = clip_norm or 0.0
        self._step = step
        self._kept: deque[float] = deque(maxlen=WINDOW)
        self._sorted: list[float] = []
        self._in_a_row = 0
        self._pending = torch.zeros(CHECK, device=device)
        self._limit = torch.full((), _NO_LIMIT, device=device)
        self._skip = torch.zeros((), device=device)

    def judge(self, norm: Tensor) -> Tensor:
        """1 where the step with this gradient norm must be skipped, else 0: float32, on the norm's device."""
        self._pending[self._step % CHECK] = norm
        self._step += 1
        self._skip = (~(norm <= self._limit)).float()  # a NaN is not at most anything
        return self._skip

    def kept(self, figure: Tensor, before: Tensor | None = None) -> Tensor:
        """The last step's figure (its loss, its count, its norm), 0 or the one `before` where that step was skipped."""
        if before is not None:
            return torch.where(self._skip.bool(), before, figure.detach())
        return figure.detach().masked_fill(self._skip.bool(), 0.0)

    def look(self) -> list[Skipped]:
        """After every step: those skipped since the last look, in order; the host looks once in CHECK steps."""
        if self._step % CHECK:
            return []
        limit = float(self._limit)
        found = []
        for i, norm in enumerate(self._pending.tolist()):
            if norm <= limit:
                self._keep(norm)
                self._in_a_row = 0
            else:
                self._in_a_row += 1
                given = limit if math.isfinite(norm) else math.inf
                found.append(Skipped(self._step - CHECK + i + 1, norm, given))
        self._renew()
        return found

    @property
    def rewind_is_due(self) -> bool:
        """Whether so many steps in a row were skipped that the weights themselves must be bad."""
        return self._in_a_row >= IN_A_ROW

    @property
    def limit(self) -> float | None:
        """The gradient norm above which a step is skipped now; None while there is none."""
        limit = float(self._limit)
        return None if limit == _NO_LIMIT else limit

    def _keep(self, norm: float) -> None:
        if len(self._kept) == WINDOW:
            del self._sorted[bisect.bisect_left(self._sorted, self._kept[0])]
        self._kept.append(norm)
        bisect.insort(self._sorted, norm)

    def _renew(self) -> None:
        limit = _NO_LIMIT
        if self._factor is not None and len(self._kept) >= LEAST:
            limit = max(self._factor * self._sorted[(len(self._sorted) - 1) // 2], self._floor)
        self._limit.fill_(min(limit, _NO_LIMIT))

    def state(self) -> dict[str, Tensor]:
        """Every tensor that later judgements depend on, by name."""
        return {
            "kept": torch.tensor(list(self._kept), dtype=torch.float64),
            "pending": self._pending.cpu(),
            "limit": self._limit.cpu(),
            "counts": torch.tensor([self._step, self._in_a_row]),
        }

    def load_state(self, tensors: dict[str, Tensor]) -> None:
        """The inverse of `state`."""
        self._kept = deque(tensors["kept"].tolist(), maxlen=WINDOW)
        self._sorted = sorted(self._kept)
        self._pending.copy_(tensors["pending"])
        self._limit.copy_(tensors["limit"])
        self._step, self._in_a_row = (int(value) for value in tensors["counts"])


def anchor_every(total: int) -> int:
    """Steps between two anchors of a run of `total` steps.

    An anchor is a checkpoint at a step that the plan alone decides. A rewind to whatever the clock had saved last would
    end differently for a run that was killed on the way.
    """
    return CHECK * max(1, math.ceil(total / ANCHORS / CHECK))


@dataclass(slots=True)
class Rewinds:
    """The rewinds of a run as (anchor, step where it was noticed), kept in the plan before they take effect."""

    done: list[tuple[int, int]] = field(default_factory=list)

    @property
    def exhausted(self) -> bool:
        """Whether another spike means that the training has diverged."""
        return len(self.done) >= MOST_REWINDS

    def add(self, anchor: int, step: int) -> None:
        """Go back from `step` to `anchor`."""
        assert anchor <= step, "a rewind goes back"
        self.done.append((anchor, step))

    def position(self, step: int) -> int:
        """Where in the data the step numbered `step` (from 0) takes its batch: rewinds pass over what was taken."""
        return step + sum(noticed - anchor for anchor, noticed in self.done if step >= anchor)

    def is_abandoned(self, step: int, rewinds: int) -> bool:
        """Whether a checkpoint of `step`, written after so many rewinds, lies on a branch that was left since."""
        return any(step > anchor for anchor, _ in self.done[rewinds:])

    def to_json(self) -> list[Any]:
        """As plain JSON."""
        return [list(entry) for entry in self.done]

    @classmethod
    def from_json(cls, data: list[Any]) -> Rewinds:
        """The inverse of `to_json`."""
        return cls([(int(anchor), int(step)) for anchor, step in data])
