"""An exponential moving average of the weights: judged and shipped in their place where a recipe asks for it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import torch
from torch import Tensor, nn

from modelyard.training import sharding


class Average:
    """The average of a model's trained weights over the steps, on their device, in float32 at least.

    The decay of step n is min(decay, n / (n + 9)): an average that began as random weights would remember them for
    1 / (1 - decay) steps. So the first steps weigh alike, and the average is of the last nine tenths of a short run.
    Source: the warm-up of TensorFlow's ExponentialMovingAverage, (1 + n) / (10 + n), with n counted from 0.
    """

    def __init__(self, model: nn.Module, decay: float) -> None:
        self._decay = decay
        self._step = 0
        self._parameters = [p for p in model.parameters() if p.requires_grad]
        self._weights = [sharding.local(p) for p in self._parameters]
        self._average = [w.to(torch.promote_types(w.dtype, torch.float32), copy=True) for w in self._weights]

    @torch.no_grad()
    def add(self) -> None:
        """Take the weights in, after a step."""
        self._step += 1
        decay = min(self._decay, self._step / (self._step + 9))
        torch._foreach_lerp_(self._average, [w.to(a.dtype) for w, a in self._pairs()], 1 - decay)

    @contextlib.contextmanager
    def applied(self) -> Iterator[None]:
        """Within, the model holds the average; after it, the very bits that it held before. It costs one more copy."""
        held = [w.clone() for w in self._weights]
        self.ship()
        try:
            yield
        finally:
            _copy(self._weights, held)

    def ship(self) -> None:
        """Put the average into the model for good."""
        _copy(self._weights, self._average)

    def state(self) -> dict[str, Tensor]:
        """Every tensor that the average depends on, by name."""
        parts = zip(self._average, self._parameters, strict=True)
        found = {str(i): sharding.like(tensor, parameter) for i, (tensor, parameter) in enumerate(parts)}
        return {"step": torch.tensor(self._step), **found}

    def load_state(self, tensors: dict[str, Tensor]) -> None:
        """The inverse of `state`."""
        assert tensors.keys() == self.state().keys(), "a checkpoint of another model"
        self._step = int(tensors["step"])
        for name, own in self.state().items():
            sharding.put(own, tensors[name])

    def _pairs(self) -> Iterator[tuple[Tensor, Tensor]]:
        return zip(self._weights, self._average, strict=True)


@torch.no_grad()
def _copy(targets: list[Tensor], sources: list[Tensor]) -> None:
    if targets:
        torch._foreach_copy_(targets, sources)
