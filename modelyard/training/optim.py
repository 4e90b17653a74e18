"""The optimizers of a recipe: decay, clipping and the update as few calls a step as PyTorch allows."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from modelyard.core.recipe import Train

RMSPROP_DECAY = 0.99
BETAS = (0.9, 0.999)
EPSILON = 1e-8


class Optimizer:
    """One update of a model's parameters from their accumulated gradients.

    Biases, normalisation weights and other vectors are not decayed: shrinking an offset buys no simplicity.
    Source: Loshchilov and Hutter 2019 for the decoupled decay of adamw; the others add decay to the gradient (L2).
    """

    def __init__(self, model: nn.Module, section: Train) -> None:
        self.parameters = [p for p in model.parameters() if p.requires_grad]
        self.matrices = [p for p in self.parameters if p.ndim > 1]
        vectors = [p for p in self.parameters if p.ndim <= 1]
        self._l1 = section.l1
        self._clip = section.clip_norm
        if section.weight_decay:
            groups = [
                {"params": self.matrices, "weight_decay": section.weight_decay},
                {"params": vectors, "weight_decay": 0.0},
            ]
        else:  # one group is one call a step
            groups = [{"params": self.parameters, "weight_decay": 0.0}]
        self._optimizer = _build([group for group in groups if group["params"]], section)
        # These kernels divide gradients by `grad_scale` on the way in, which saves a pass over memory to clip them.
        self._divides = isinstance(self._optimizer, (torch.optim.Adam, torch.optim.SGD))

    def step(self, learning_rate: float, divisor: Tensor | None) -> Tensor:
        """Divide the gradients by `divisor`, penalise, clip, apply and clear them. Returns the norm before clipping."""
        gradients = [p.grad for p in self.parameters if p.grad is not None]
        if divisor is not None:
            torch._foreach_div_(gradients, divisor)
        if self._l1:
            decayed = [p for p in self.matrices if p.grad is not None]
            signs = torch._foreach_sign([p.detach() for p in decayed])
            torch._foreach_add_([p.grad for p in decayed if p.grad is not None], signs, alpha=self._l1)
        norm = nn.utils.get_total_norm(gradients, foreach=True)
        if self._clip is not None:
            shrink = torch.clamp((norm + 1e-6) / self._clip, min=1.0)
            if self._divides:
                self._optimizer.grad_scale = shrink  # type: ignore[attr-defined]
            else:
                torch._foreach_div_(gradients, shrink)
        for group in self._optimizer.param_groups:
            group["lr"] = learning_rate
        self._optimizer.step()
        for parameter in self.parameters:
            parameter.grad = None
        return norm

    def state(self) -> dict[str, Tensor]:
        """Every tensor that the next update depends on, by name."""
        found = {}
        for number, slots in self._optimizer.state_dict()["state"].items():
            for name, value in slots.items():
                if value is not None:
                    found[f"{number}.{name}"] = torch.as_tensor(value)
        return found

    def load_state(self, tensors: dict[str, Tensor]) -> None:
        """The inverse of `state`."""
        slots: dict[int, dict[str, Tensor]] = {}
        for key, value in tensors.items():
            number, _, name = key.partition(".")
            slots.setdefault(int(number), {})[name] = value
        groups = self._optimizer.state_dict()["param_groups"]
        self._optimizer.load_state_dict({"state": slots, "param_groups": groups})


def _build(groups: list[dict[str, Any]], section: Train) -> torch.optim.Optimizer:
    rate = section.learning_rate or 0.0  # set at each step
    match section.optimizer:
        case "sgd":
            return torch.optim.SGD(groups, lr=rate, fused=True)
        case "momentum":
            return torch.optim.SGD(groups, lr=rate, momentum=section.momentum, fused=True)
        case "adam":
            return torch.optim.Adam(groups, lr=rate, betas=BETAS, eps=EPSILON, fused=True)
        case "adamw":
            return torch.optim.AdamW(groups, lr=rate, betas=BETAS, eps=EPSILON, fused=True)
        case "adagrad":
            return torch.optim.Adagrad(groups, lr=rate, fused=True)
        case "rmsprop":
            return torch.optim.RMSprop(groups, lr=rate, alpha=RMSPROP_DECAY, foreach=True)
