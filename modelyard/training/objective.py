"""What the loop minimises and what it judges by: a task's loss, and its outputs' score on the validation split."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from modelyard.training.batches import Batch, Examples, evaluation_batches

Outputs = NDArray[np.float32]


class Objective(Protocol):
    """The part of a task that the loop needs."""

    def loss(self, model: nn.Module, batch: Batch) -> tuple[Tensor, Tensor]:
        """A sum over the batch and the count that it is divided by."""


class Compute:
    """Runs a model's losses and outputs in one precision."""

    def __init__(self, model: nn.Module, objective: Objective, precision: str) -> None:
        self.model = model
        self._objective = objective
        self.precision = precision
        self._bf16 = precision == "bf16"

    def loss(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """The loss's sum and count, the sum differentiable."""
        # Weights stay float32, and so do the optimizer's moments: bfloat16 would round small updates to nothing.
        with torch.autocast("cpu", torch.bfloat16, enabled=self._bf16):
            return self._objective.loss(self.model, batch)

    @torch.no_grad()
    def forward(self, batch: Batch) -> None:
        """The work of one evaluated batch, for its time."""
        self.loss(batch)

    @torch.no_grad()
    def evaluate(self, examples: Examples) -> tuple[float, Outputs]:
        """The mean loss and the outputs [N, O] over a split, without dropout and without touching the random state."""
        random_state = torch.get_rng_state()
        self.model.eval()
        total, count = 0.0, 0.0
        outputs: Outputs | None = None
        captured = _Capture(self.model)
        for index in evaluation_batches(examples):
            with torch.autocast("cpu", torch.bfloat16, enabled=self._bf16):
                sum_, count_ = self._objective.loss(captured, examples.batch(index))
            values = captured.outputs.float().numpy()
            if outputs is None:
                outputs = np.zeros((len(examples), values.shape[1]), dtype=np.float32)
            outputs[index] = values
            total += float(sum_)
            count += float(count_)
        self.model.train()
        torch.set_rng_state(random_state)
        assert outputs is not None, "an empty split is not evaluated"
        return total / max(count, 1e-12), outputs


class _Capture(nn.Module):
    """Hands a task its model and keeps what the model answered: one pass gives the loss and the outputs."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model
        self.outputs = torch.zeros(0)

    def forward(self, *arguments: Tensor, **named: Tensor) -> Tensor:
        """The model's answer."""
        self.outputs = self.model(*arguments, **named)
        return self.outputs
