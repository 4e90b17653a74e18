"""What the loop minimises and what it judges by: a task's loss, and its outputs' score on the validation split."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from modelyard.models._decoder_attention import document_bounds
from modelyard.training import device
from modelyard.training.batches import Batch, Examples, evaluation_batches

Outputs = NDArray[np.float32]


class Objective(Protocol):
    """The part of a task that the loop needs."""

    def loss(self, model: nn.Module, batch: Batch) -> tuple[Tensor, Tensor]:
        """A sum over the batch and the count that it is divided by."""


class Compute:
    """Runs a model's losses and outputs in one precision, on the device that its weights are on."""

    def __init__(self, model: nn.Module, objective: Objective, precision: str) -> None:
        self.model = model
        self._objective = objective
        self.precision = precision
        self.device = next(model.parameters()).device
        self.is_sharded = False  # whether this process holds only a part of the weights

    def loss(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """The loss's sum and count, the sum differentiable."""
        with self.precise():
            return self._objective.loss(self.model, self.moved(batch))

    def seed(self, seed: int, step: int) -> None:
        """Nothing: one process's random numbers go on from step to step, and stand in its checkpoints."""

    def gradients(self, parts: list[Batch]) -> tuple[Tensor, Tensor, Tensor | None]:
        """Leave a step's gradients in the weights; the loss's sum, its count, and what is left to divide them by."""
        if len(parts) == 1:
            loss_sum, count = self.loss(parts[0])
            (loss_sum / count).backward()  # type: ignore[no-untyped-call]
            return loss_sum.detach(), count, None
        loss_sum, count = torch.zeros((), device=self.device), torch.zeros((), device=self.device)
        for part in parts:
            part_sum, part_count = self.loss(part)
            part_sum.backward()  # type: ignore[no-untyped-call]
            loss_sum, count = loss_sum + part_sum.detach(), count + part_count
        return loss_sum, count, count

    def precise(self) -> torch.autocast:
        """The context of a forward pass."""
        # Weights stay float32, and so do the optimizer's moments: bfloat16 would round small updates to nothing.
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.precision == "bf16")

    def moved(self, batch: Batch) -> Batch:
        """The batch where the weights are."""
        if self.device.type == "cpu":
            return batch
        if self.device.type == "cuda" and "segments" in batch and batch["segments"].device.type == "cpu":
            batch = {**batch, "bounds": document_bounds(batch["segments"])}
        return {name: device.moved(tensor, self.device) for name, tensor in batch.items()}

    @contextlib.contextmanager
    def evaluating(self) -> Iterator[None]:
        """Without dropout and gradients, and without touching the random state."""
        random_state = device.random_state(self.device)
        self.model.eval()
        try:
            with torch.no_grad():
                yield
        finally:
            self.model.train()
            device.set_random_state(self.device, random_state)

    @torch.no_grad()
    def forward(self, batch: Batch) -> None:
        """The work of one evaluated batch, for its time."""
        self.loss(batch)
        device.synchronise(self.device)

    def evaluate(self, examples: Examples) -> tuple[float, Outputs]:
        """The mean loss and the outputs [N, O] over a split."""
        total, count = 0.0, 0.0
        outputs: Outputs | None = None
        captured = Capture(self.model)
        with self.evaluating():
            for index in evaluation_batches(examples, self.device.type):
                with self.precise():
                    sum_, count_ = self._objective.loss(captured, self.moved(examples.batch(index)))
                values = captured.outputs.float().cpu().numpy()
                if outputs is None:
                    outputs = np.zeros((len(examples), values.shape[1]), dtype=np.float32)
                outputs[index] = values
                total += float(sum_)
                count += float(count_)
        assert outputs is not None, "an empty split is not evaluated"
        return total / max(count, 1e-12), outputs


class Capture(nn.Module):
    """Hands a task its model and keeps what the model answered: one pass gives the loss and the outputs."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model
        self.outputs = torch.zeros(0)

    def forward(self, *arguments: Tensor, **named: Tensor) -> Tensor:
        """The model's answer."""
        self.outputs = self.model(*arguments, **named)
        return self.outputs
