"""The optimizers of a recipe: decay, clipping and the update as few calls a step as PyTorch allows.

The updates are PyTorch's fused kernels, called directly: `torch.optim` spends more time around them than a small
network's kernels take (grouping, hooks and a counter for every parameter).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from modelyard.core.recipe import Train

RMSPROP_DECAY = 0.99
BETAS = (0.9, 0.999)
EPSILON = 1e-8
ADAGRAD_EPSILON = 1e-10

# The running averages that each optimizer keeps of every parameter, all 0 before the first step.
SLOTS = {
    "sgd": (),
    "momentum": ("momentum",),
    "adam": ("mean", "square"),
    "adamw": ("mean", "square"),
    "adagrad": ("square",),
    "rmsprop": ("square",),
}
# These kernels divide gradients by `grad_scale` on the way in, which saves a pass over memory to clip them.
DIVIDING = ("sgd", "momentum", "adam", "adamw")


class Optimizer:
    """One update of a model's parameters from their accumulated gradients.

    Biases, normalisation weights and other vectors are not decayed: shrinking an offset buys no simplicity.
    A parameter without a gradient stays as it is; the count of steps is one for all.
    Source: Loshchilov and Hutter 2019 for the decoupled decay of adamw; the others add decay to the gradient (L2).
    """

    def __init__(self, model: nn.Module, section: Train) -> None:
        self._section = section
        self.parameters = [p for p in model.parameters() if p.requires_grad]
        # The same memory without the graph: kernels write to these.
        self._values = [p.detach() for p in self.parameters]
        self._slots = {name: [torch.zeros_like(v) for v in self._values] for name in SLOTS[section.optimizer]}
        self._step = torch.zeros(())
        decayed = [i for i, p in enumerate(self.parameters) if p.ndim > 1]
        rest = [i for i, p in enumerate(self.parameters) if p.ndim <= 1]
        # One group is one call a step.
        groups = [(decayed, section.weight_decay), (rest, 0.0)] if section.weight_decay else [(decayed + rest, 0.0)]
        self._groups = [(members, decay) for members, decay in groups if members]

    @torch.no_grad()
    def step(self, learning_rate: float, divisor: Tensor | None) -> Tensor:
        """Divide the gradients by `divisor`, penalise, clip, apply and clear them. Returns the norm before clipping."""
        section = self._section
        gradients = [p.grad for p in self.parameters if p.grad is not None]
        if divisor is not None:
            torch._foreach_div_(gradients, divisor)
        if section.l1:
            penalised = [p for p in self.parameters if p.ndim > 1 and p.grad is not None]
            signs = torch._foreach_sign([p.detach() for p in penalised])
            torch._foreach_add_([p.grad for p in penalised if p.grad is not None], signs, alpha=section.l1)
        norm: Tensor = torch.linalg.vector_norm(torch.stack(torch._foreach_norm(gradients)))
        shrink = None
        if section.clip_norm is not None:
            shrink = torch.clamp((norm + 1e-6) / section.clip_norm, min=1.0)
            if section.optimizer not in DIVIDING:
                torch._foreach_div_(gradients, shrink)
                shrink = None
        self._step += 1
        for members, decay in self._groups:
            self._update(members, decay, learning_rate, shrink)
        for parameter in self.parameters:
            parameter.grad = None
        return norm

    def _update(self, members: list[int], decay: float, rate: float, shrink: Tensor | None) -> None:
        """Move the parameters at `members`; their gradients are divided by `shrink` first."""
        gradients, found = [], []
        for i in members:
            gradient = self.parameters[i].grad
            if gradient is not None:
                gradients.append(gradient)
                found.append(i)
        values = [self._values[i] for i in found]
        slots = {name: [tensors[i] for i in found] for name, tensors in self._slots.items()}
        steps = [self._step] * len(found)
        name = self._section.optimizer
        if name in ("adam", "adamw"):
            kernel = torch._fused_adam_ if name == "adam" else torch._fused_adamw_
            kernel(
                values,
                gradients,
                slots["mean"],
                slots["square"],
                [],
                steps,
                lr=rate,
                beta1=BETAS[0],
                beta2=BETAS[1],
                weight_decay=decay,
                eps=EPSILON,
                amsgrad=False,
                maximize=False,
                grad_scale=shrink,
            )
        elif name in ("sgd", "momentum"):
            torch._fused_sgd_(
                values,
                gradients,
                slots.get("momentum", []),
                weight_decay=decay,
                momentum=self._section.momentum if name == "momentum" else 0.0,
                lr=rate,
                dampening=0.0,
                nesterov=False,
                maximize=False,
                is_first_step=False,
                grad_scale=shrink,
            )
        elif name == "adagrad":
            torch._fused_adagrad_(
                values,
                gradients,
                slots["square"],
                steps,
                lr=rate,
                lr_decay=0.0,
                weight_decay=decay,
                eps=ADAGRAD_EPSILON,
                maximize=False,
            )
        else:
            _rmsprop(values, gradients, slots["square"], decay, rate)

    def state(self) -> dict[str, Tensor]:
        """Every tensor that the next update depends on, by name."""
        found = {f"{i}.{name}": tensor for name, tensors in self._slots.items() for i, tensor in enumerate(tensors)}
        return {"step": self._step, **found}

    def load_state(self, tensors: dict[str, Tensor]) -> None:
        """The inverse of `state`."""
        own = self.state()
        assert own.keys() == tensors.keys(), "a checkpoint of another optimizer"
        for name, tensor in own.items():
            tensor.copy_(tensors[name])


def _rmsprop(values: list[Tensor], gradients: list[Tensor], squares: list[Tensor], decay: float, rate: float) -> None:
    """There is no fused kernel of this one."""
    if decay:
        torch._foreach_add_(gradients, values, alpha=decay)
    torch._foreach_mul_(squares, RMSPROP_DECAY)
    torch._foreach_addcmul_(squares, gradients, gradients, value=1 - RMSPROP_DECAY)
    roots = torch._foreach_sqrt(squares)
    torch._foreach_add_(roots, EPSILON)
    torch._foreach_addcdiv_(values, gradients, roots, value=-rate)
