"""The batches of a rehearsal: of all lengths, and what each new shape of them leaves resident."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from modelyard.core.features import rounded_up
from modelyard.data.packing import IGNORED
from modelyard.planning.local import Peak
from modelyard.training.batches import Batch
from modelyard.training.feed import Feed

DIFFERENT_STEPS = 24  # whole steps of batches of all lengths, whose mean stands for the training's
LOOKED_STEPS, LOOKED_SECONDS = 400, 0.4  # of the training, whose shapes are counted
ALIKE_STEPS = 16  # after so many of one shape there will be no other
LEAST_POINTS = 3
LEAST_SHAPES = 8  # with fewer the heap finds room in what the dearest step freed, and nothing seems to be left

Shape = tuple[tuple[tuple[int, ...], ...], int]


@dataclass(slots=True)
class Heard:
    """What is noted of the steps: when each was asked for, its shapes, and the bytes resident before it."""

    at: list[float] = field(default_factory=list)
    resident: list[int] = field(default_factory=list)
    shapes: list[set[Shape]] = field(default_factory=list)
    size: int = 1  # examples at a time


class Dealt:
    """A feed whose first step is its dearest, and that then deals steps of all lengths alike.

    Every new shape of a batch leaves kernels and their working space behind: oneDNN keeps up to 1,024 of them.
    Measured: an encoder's resident memory grew by 10 MB a length, a masked one's by 5 MB a number of masked tokens.
    """

    def __init__(self, feed: Feed, *, warm: int, steps: int = 0, heard: Heard | None = None) -> None:
        """`steps` will be made, the first `warm` of which count for nothing."""
        self.feed, self.warm, self.steps = feed, warm, steps
        self.heard = heard or Heard()
        self._typical: list[list[Batch]] = []

    def step(self, number: int, size: int) -> list[Batch]:
        """The parts of one step."""
        heard = self.heard
        heard.size = size
        heard.resident.append(Peak().now())
        parts = self._parts(number, size)
        heard.shapes.append({_shape(part) for part in parts})
        heard.at.append(time.monotonic())
        return parts

    def _parts(self, number: int, size: int) -> list[Batch]:
        if number == 0:
            return self.feed.dearest()
        if self.feed.steady:
            return self.feed.step(number, size)
        if not self._typical:
            self._typical = self.feed.typical(max(1, min(DIFFERENT_STEPS, self.steps - self.warm)))
        return self._typical[(number - self.warm) % len(self._typical)]

    def rounded(self, precision: str) -> Dealt:
        """As the feed's; what is noted is common to both."""
        return Dealt(self.feed.rounded(precision), warm=self.warm, steps=self.steps, heard=self.heard)

    def shapes(self, whole_steps: int, *, sampled: bool = False, usual_bytes: float = 0.0) -> dict[str, Any]:
        """Different shapes of the steps that were made and of a training's, and bytes that each left resident.

        Of batches of one shape the numbers of predicted tokens count; beside other lengths they hardly matter.
        `sampled`: the training has more examples, so that their batches reach every length that one of these has.
        `usual_bytes`: of a length, where too few were dealt to tell.
        """
        begun, found = time.monotonic(), list(self.heard.shapes)
        for number in range(min(whole_steps, LOOKED_STEPS)):
            found.append({_shape(part) for part in self.feed.step(number, self.heard.size)})
            alike = number >= ALIKE_STEPS and len(set().union(*found)) == 1
            if alike or time.monotonic() - begun > LOOKED_SECONDS:
                break
        which = 0 if len({sizes for step in found for sizes, _ in step}) > 1 else 1
        every = [{shape[which] for shape in step} for step in found]
        seen = every[: len(self.heard.shapes)]
        lengths = len(set(map(rounded_up, self._lengths()))) if sampled and which == 0 else 0
        each = self._each([len(set().union(*seen[:number])) for number in range(len(seen))])
        if which == 0 and len(set().union(*seen)) < LEAST_SHAPES:
            each = max(each, usual_bytes)
        return {
            "shapes": max(len(set().union(*every)), min(whole_steps, lengths)),
            "shapes_seen": len(set().union(*seen)),
            "shape_bytes": each,
        }

    def _lengths(self) -> list[int]:
        """Of the examples, where they are sequences."""
        dealt = getattr(self.feed, "examples", None) or getattr(self.feed, "pairs", None)
        lengths = getattr(dealt, "lengths", None)
        return [] if lengths is None else [int(length) for length in lengths]

    def _each(self, counts: list[int]) -> float:
        """The slope of resident bytes over the shapes seen before, after the first steps."""
        before = np.array(counts[self.warm :], dtype=np.float64)
        if len(before) < LEAST_POINTS or not np.ptp(before):
            return 0.0
        return max(0.0, float(np.polyfit(before, np.array(self.heard.resident[self.warm :], dtype=np.float64), 1)[0]))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.feed, name)


def _shape(part: Batch) -> Shape:
    """What kernels are built for: the tensors' shapes, and how many tokens are predicted."""
    sizes = tuple(tuple(tensor.shape) for tensor in part.values())
    targets = part.get("targets")
    return sizes, int((targets != IGNORED).sum()) if targets is not None and targets.dim() > 1 else 0
