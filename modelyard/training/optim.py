"""The optimizers of a recipe: decay, clipping and the update as few calls a step as PyTorch allows.

The updates are PyTorch's fused kernels, called directly: `torch.optim` spends more time around them than a small
network's kernels take (grouping, hooks and a counter for every parameter).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from modelyard.core.recipe import Train
from modelyard.training import sharding
from modelyard.training.muon import body_matrices
from modelyard.training.muon_sharded import muon_of
from modelyard.training.spikes import Guard

RMSPROP_DECAY = 0.99
BETA1 = 0.9
EPSILON = 1e-8
ADAGRAD_EPSILON = 1e-10

# The running averages that each optimizer keeps of every parameter, all 0 before the first step. Muon keeps its own of
# the matrices and these of the rest.
SLOTS = {
    "sgd": (),
    "momentum": ("momentum",),
    "adam": ("mean", "square"),
    "adamw": ("mean", "square"),
    "adagrad": ("square",),
    "rmsprop": ("square",),
    "muon": ("mean", "square"),
}
# These kernels divide gradients by `grad_scale` on the way in, which saves a pass over memory to clip them.
DIVIDING = ("sgd", "momentum", "adam", "adamw", "muon")


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
        self._values = [sharding.local(p) for p in self.parameters]
        matrices = {id(p) for p in body_matrices(model)} if section.optimizer == "muon" else set()
        self._matrices = [i for i, p in enumerate(self.parameters) if id(p) in matrices]
        others = [i for i, p in enumerate(self.parameters) if id(p) not in matrices]
        self._slots = {
            name: {i: torch.zeros_like(self._values[i]) for i in others} for name in SLOTS[section.optimizer]
        }
        self._muon = muon_of([self.parameters[i] for i in self._matrices], section.weight_decay)
        if self._matrices:
            self._slots["momentum"] = dict(zip(self._matrices, self._muon.momentum, strict=True))
        self._step = torch.zeros((), device=self._values[0].device if self._values else None)
        decayed = [i for i in others if self.parameters[i].ndim > 1]
        rest = [i for i in others if self.parameters[i].ndim <= 1]
        # One group is one call a step.
        groups = [(decayed, section.weight_decay), (rest, 0.0)] if section.weight_decay else [(others, 0.0)]
        self._groups = [(members, decay) for members, decay in groups if members]

    @torch.no_grad()
    def step(self, learning_rate: float, divisor: Tensor | None, guard: Guard | None = None) -> Tensor:
        """Divide the gradients by `divisor`, penalise, clip, apply and clear them. Returns the norm before clipping.

        A step that the guard refuses changes neither weights nor averages.
        """
        section = self._section
        # Gradients of the parameters by their place; of a sharded one, of this process's part.
        found = {i: g for i, p in enumerate(self.parameters) if (g := sharding.gradient(p)) is not None}
        gradients = list(found.values())
        if divisor is not None:
            torch._foreach_div_(gradients, divisor)
        if section.l1:
            penalised = [i for i in found if self.parameters[i].ndim > 1]
            signs = torch._foreach_sign([self._values[i] for i in penalised])
            torch._foreach_add_([found[i] for i in penalised], signs, alpha=section.l1)
        norm = sharding.norm([self.parameters[i] for i in found], gradients)
        skip = None if guard is None else guard.judge(norm)
        if skip is not None and skip.device.type == "cpu":
            # Reading it costs nothing here; elsewhere it would wait for the device, so that kernels read it themselves.
            if bool(skip):
                self._clear()
                return norm
            skip = None
        self._apply(found, norm, learning_rate, skip)
        self._clear()
        return norm

    def _apply(self, gradients: dict[int, Tensor], norm: Tensor, rate: float, skip: Tensor | None) -> None:
        section = self._section
        shrink = None
        if section.clip_norm is not None:
            shrink = torch.clamp((norm + 1e-6) / section.clip_norm, min=1.0)
            if section.optimizer not in DIVIDING:
                torch._foreach_div_(list(gradients.values()), shrink)
                shrink = None
        self._step += 1 if skip is None else 1 - skip
        for members, decay in self._groups:
            self._update([i for i in members if i in gradients], gradients, decay, rate, shrink, skip)
        if self._matrices:
            found = [gradients.get(i) for i in self._matrices]
            if shrink is not None:
                torch._foreach_div_([gradient for gradient in found if gradient is not None], shrink)
            self._muon.step(found, rate * section.matrix_rate, skip)

    def _clear(self) -> None:
        for parameter in self.parameters:
            parameter.grad = None

    def _update(
        self,
        found: list[int],
        gradients_by_place: dict[int, Tensor],
        decay: float,
        rate: float,
        shrink: Tensor | None,
        skip: Tensor | None,
    ) -> None:
        """Move the parameters at `found`; their gradients are divided by `shrink` first."""
        gradients = [gradients_by_place[i] for i in found]
        values = [self._values[i] for i in found]
        slots = {name: [tensors[i] for i in found if i in tensors] for name, tensors in self._slots.items()}
        steps = [self._step] * len(found)
        name = self._section.optimizer
        if name in ("adam", "adamw", "muon"):
            kernel = torch._fused_adam_ if name == "adam" else torch._fused_adamw_
            kernel(
                values,
                gradients,
                slots["mean"],
                slots["square"],
                [],
                steps,
                lr=rate,
                beta1=BETA1,
                beta2=self._section.beta2,
                weight_decay=decay,
                eps=EPSILON,
                amsgrad=False,
                maximize=False,
                grad_scale=shrink,
                found_inf=skip,
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
                found_inf=skip,
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
                found_inf=skip,
            )
        else:
            _rmsprop(values, gradients, slots["square"], decay, rate, skip)

    def state(self) -> dict[str, Tensor]:
        """Every tensor that the next update depends on, by name."""
        found = {
            f"{i}.{name}": sharding.like(tensor, self.parameters[i])
            for name, tensors in self._slots.items()
            for i, tensor in tensors.items()
        }
        return {"step": self._step, **found}

    def load_state(self, tensors: dict[str, Tensor]) -> None:
        """The inverse of `state`."""
        own = self.state()
        assert own.keys() == tensors.keys(), "a checkpoint of another optimizer"
        for name, tensor in own.items():
            sharding.put(tensor, tensors[name])


def _rmsprop(
    values: list[Tensor],
    gradients: list[Tensor],
    squares: list[Tensor],
    decay: float,
    rate: float,
    skip: Tensor | None,
) -> None:
    """There is no fused kernel of this one."""
    if decay:
        torch._foreach_add_(gradients, values, alpha=decay)
    if skip is None:
        torch._foreach_mul_(squares, RMSPROP_DECAY)
    else:
        for gradient in gradients:
            gradient.masked_fill_(skip.bool(), 0.0)  # a NaN times 0 would still be one
        torch._foreach_mul_(squares, 1 - (1 - RMSPROP_DECAY) * (1 - skip))
    torch._foreach_addcmul_(squares, gradients, gradients, value=1 - RMSPROP_DECAY)
    roots = torch._foreach_sqrt(squares)
    torch._foreach_add_(roots, EPSILON)
    torch._foreach_addcdiv_(values, gradients, roots, value=-rate)
