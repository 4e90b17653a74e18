"""Out of memory: a step is done in smaller parts, with the same examples a step and so the same training.

The sum of a step's losses is divided by the step's whole count, so that the size of the parts changes the result by
rounding only. From which step on which size holds stands in the plan: a run that is resumed repeats it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import torch

from modelyard.core.errors import TrainingError
from modelyard.training.memory import hand_back

# What the allocators say. The first three are PyTorch's on CPU (Linux, macOS, Windows), the others oneDNN's and CUDA
# libraries', which have no class of their own.
_MESSAGES = (
    "can't allocate memory",
    "not enough memory",
    "cannot allocate memory",
    "could not create a memory object",
    "could not allocate",
    "out of memory",
    "cublas_status_alloc_failed",
)


def is_shortage(error: BaseException) -> bool:
    """Whether an exception says that memory ran out, of the machine or of an accelerator."""
    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    return isinstance(error, RuntimeError) and any(text in str(error).lower() for text in _MESSAGES)


@dataclass(slots=True)
class Parts:
    """How many examples (or sequences) pass the network at once, from each step on; `sizes` are (first step, size)."""

    sizes: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, size: int) -> Parts:
        """One size from the first step on."""
        return cls([(0, size)])

    def at(self, step: int) -> int:
        """The size for the step numbered `step` (from 0)."""
        return next(size for first, size in reversed(self.sizes) if first <= step)

    def halve(self, step: int) -> int:
        """Half the size from `step` on, rounded up; later sizes are forgotten.

        Raises: TrainingError where a single example does not fit.
        """
        size = self.at(step)
        if size == 1:
            raise TrainingError(
                "not even one example at a time fits into memory",
                remedy="Make the model or its max_length (context) smaller, or use a machine with more memory.",
            )
        half = (size + 1) // 2
        self.sizes = [entry for entry in self.sizes if entry[0] < step] + [(step, half)]
        return half

    def to_json(self) -> list[Any]:
        """As plain JSON."""
        return [list(entry) for entry in self.sizes]

    @classmethod
    def from_json(cls, data: list[Any]) -> Parts:
        """The inverse of `to_json`."""
        return cls([(int(first), int(size)) for first, size in data])


def relieve(parts: Parts, step: int, model: torch.nn.Module) -> str:
    """After a shortage in `step`: drop its gradients, hand memory back, halve the parts. Returns the notice.

    To be called outside the `except` clause: inside it, the exception's frames still hold the activations. The caller
    writes the plan before it tries the step again, and puts the random state back to the start of the step.
    Raises: TrainingError where a single example does not fit.
    """
    before = parts.at(step)
    half = parts.halve(step)
    for parameter in model.parameters():
        parameter.grad = None
    hand_back()
    what = "1 example passes" if half == 1 else f"{half} examples pass"
    return (
        f"memory ran out in step {step + 1:,}: from here on {what} at once instead of {before}, "
        "with as many a step as before"
    )


@contextlib.contextmanager
def explained(place: str, alone: bool) -> Iterator[None]:
    """Where nothing can be made smaller: the error in words, but among processes (`alone` False) as it is.

    Raises: TrainingError where memory runs out within.
    """
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        if not (alone and is_shortage(error)):
            raise
        raise TrainingError(
            f"memory ran out {place}",
            remedy="Free some memory and give the same command again: it goes on from the last checkpoint. Or make the "
            "model or its max_length (context) smaller.",
        ) from error
