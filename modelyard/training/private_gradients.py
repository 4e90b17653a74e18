"""The gradient of a step of differentially private training: each example's is clipped, and their sum gets noise.

By opacus' hooks, one backward pass for many examples, or by one backward pass an example where the hooks do not fit or
their gradients would fill the memory. B examples; T tokens; D width; V vocabulary.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from modelyard.core.recipe import Privacy
from modelyard.training import device
from modelyard.training.batches import Batch
from modelyard.training.objective import Compute
from modelyard.training.private_hooks import agree, hooked
from modelyard.training.rehearsal import examples_of

# What the single gradients of one backward pass may take; where not even so many examples fit, each goes by itself.
HOOKED_BYTES, LEAST_HOOKED = 1 << 30, 4


def generator(key: bytes, *what: object) -> np.random.Generator:
    """Random numbers that nobody without the key can tell."""
    return np.random.Generator(np.random.Philox(key=_digits(key, *what)))


def _digits(key: bytes, *what: object) -> int:
    return int.from_bytes(hmac.new(key, repr(what).encode(), hashlib.sha256).digest()[:16], "little")


class PrivateCompute(Compute):
    """Clipped gradients of single examples and noise.

    `expected` examples are drawn for a step in the mean; `noise` is the noise multiplier.
    """

    def __init__(self, compute: Compute, privacy: Privacy, *, key: bytes, expected: float, noise: float) -> None:
        super().__init__(compute.model, compute._objective, compute.precision)
        self._norm, self._key, self._expected = privacy.max_grad_norm, key, expected
        self._deviation = noise * privacy.max_grad_norm
        self._parameters = [parameter for parameter in self.model.parameters() if parameter.requires_grad]
        self._step = 0
        size = sum(parameter.numel() * parameter.element_size() for parameter in self._parameters)
        self._at_once = HOOKED_BYTES // max(1, size)
        self._hooks: Any = hooked(self.model) if self._at_once >= LEAST_HOOKED else None
        self._checked = False

    @property
    def hooked(self) -> bool:
        """Whether the gradients of a batch's examples come of one backward pass."""
        return self._hooks is not None

    def seed(self, seed: int, step: int) -> None:
        """The step whose noise is next."""
        self._step = step

    def gradients(self, parts: list[Batch]) -> tuple[Tensor, Tensor, Tensor | None]:
        """As `Compute.gradients`: what is left in the weights is divided by the expected number of examples."""
        sums = [torch.zeros_like(parameter) for parameter in self._parameters]
        loss_sum, count = torch.zeros((), device=self.device), torch.zeros((), device=self.device)
        for part in parts:
            examples = examples_of(part)
            size = min(examples, self._at_once) if self.hooked else examples
            for start in range(0, examples, max(1, size)):
                some = {name: tensor[start : start + size] for name, tensor in part.items()}
                part_sum, part_count = self._by_hooks(some, sums) if self.hooked else self._one_by_one(some, sums)
                loss_sum, count = loss_sum + part_sum, count + part_count
        for number, (parameter, found) in enumerate(zip(self._parameters, sums, strict=True)):
            random = torch.Generator().manual_seed(_digits(self._key, "noise", self._step, number) % (1 << 63))
            noise = torch.randn(parameter.shape, generator=random) * self._deviation
            parameter.grad = found + noise.to(self.device)
        return loss_sum, count.clamp(min=1.0), torch.tensor(self._expected, device=self.device)

    def _by_hooks(self, part: Batch, sums: list[Tensor]) -> tuple[Tensor, Tensor]:
        random = device.random_state(self.device)
        with _quiet():
            loss_sum, count = self._backward(part)
        single = [getattr(parameter, "grad_sample", None) for parameter in self._parameters]
        self._clear()
        if not self._checked:
            examples = examples_of(part)
            if not agree(single, self._whole(part, random), examples):
                # What its layers do is not what the hooks expect.
                self._hooks.remove_hooks()
                self._hooks = None
                device.set_random_state(self.device, random)
                return self._one_by_one(part, sums)
            self._checked = examples > 1
        found = [tensor for tensor in single if tensor is not None]
        squares = torch.stack([tensor.flatten(1).square().sum(dim=1) for tensor in found]).sum(dim=0)
        factors = (self._norm / (squares.sqrt() + 1e-6)).clamp(max=1.0)
        for total, tensor in zip(sums, single, strict=True):
            if tensor is not None:
                total += torch.tensordot(factors, tensor, dims=([0], [0]))
        return loss_sum, count

    def _backward(self, part: Batch) -> tuple[Tensor, Tensor]:
        """Leave each example's gradients in `grad_sample`; the loss's sum and count."""
        if not hasattr(self.model, "hidden"):
            loss_sum, count = self.loss(part)
            loss_sum.backward()  # type: ignore[no-untyped-call]
            return loss_sum.detach(), count
        return self._decoder_backward(self.moved(part))

    def _decoder_backward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """A decoder's: by its network's modules, which hooks see; the head's by example: no logits are whole."""
        model: Any = self.model
        layers, head = model.layers, model.head
        if head.requires_grad:
            model.layers = ()  # what is computed from the layers' weights calls no module
        try:
            hidden_BTD = model.hidden(batch["input_ids"])
        finally:
            model.layers = layers
        loss_sum, count = torch.zeros((), device=self.device), torch.zeros((), device=self.device)
        of_hidden: list[Tensor] = []
        of_head: list[Tensor] = []
        for row in range(len(hidden_BTD)):
            own_1TD = hidden_BTD[row : row + 1].detach().requires_grad_()
            one = {name: tensor[row : row + 1] for name, tensor in batch.items()}
            own_sum, own_count = self._objective.loss(_Read(own_1TD, head), one)
            wanted = [own_1TD, head] if head.requires_grad else [own_1TD]
            found = torch.autograd.grad(own_sum, wanted)
            of_hidden.append(found[0])
            of_head += found[1:]
            loss_sum, count = loss_sum + own_sum.detach(), count + own_count
        hidden_BTD.backward(torch.cat(of_hidden))
        if of_head:
            of_head_BVD = torch.stack(of_head)
            of_embedding = getattr(head, "grad_sample", None)  # where the two are one matrix
            head.grad_sample = of_head_BVD if of_embedding is None else of_embedding.add_(of_head_BVD)
        return loss_sum, count

    def _whole(self, part: Batch, random: dict[str, Tensor]) -> list[Tensor | None]:
        """The gradients of the batch as a training without privacy has them, with the same random numbers."""
        after = device.random_state(self.device)
        self._hooks.disable_hooks()
        device.set_random_state(self.device, random)
        with _quiet():
            found = torch.autograd.grad(self.loss(part)[0], self._parameters, allow_unused=True)
        self._hooks.enable_hooks()
        device.set_random_state(self.device, after)
        return list(found)

    def _one_by_one(self, part: Batch, sums: list[Tensor]) -> tuple[Tensor, Tensor]:
        loss_sum, count = torch.zeros((), device=self.device), torch.zeros((), device=self.device)
        for row in range(examples_of(part)):
            own_sum, own_count = self.loss({name: tensor[row : row + 1] for name, tensor in part.items()})
            found = torch.autograd.grad(own_sum, self._parameters, allow_unused=True)
            norm = torch.stack([tensor.norm() for tensor in found if tensor is not None]).norm()
            factor = (self._norm / (norm + 1e-6)).clamp(max=1.0)
            for total, tensor in zip(sums, found, strict=True):
                if tensor is not None:
                    total += factor * tensor
            loss_sum, count = loss_sum + own_sum.detach(), count + own_count
        return loss_sum, count

    def _clear(self) -> None:
        for parameter in self._parameters:
            parameter.grad = None
            if hasattr(parameter, "grad_sample"):
                parameter.grad_sample = None


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Full backward hook is firing")  # of the first layer, and meant so
        yield


class _Read(nn.Module):
    """Stands for a decoder where its last hidden states [1, T, D] are known."""

    def __init__(self, hidden: Tensor, head: Tensor) -> None:
        super().__init__()
        self._known = hidden
        self.__dict__["head"] = head  # a parameter of another module, and no submodule's

    def hidden(self, *arguments: Tensor | None) -> Tensor:
        """What was computed before."""
        return self._known
