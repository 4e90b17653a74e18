"""Muon: momentum, made orthogonal, as the update of the matrices between embedding and head.

Source: Jordan et al. 2024, Muon: An optimizer for hidden layers in neural networks (iteration and coefficients).
N matrices of one bucket; R their shorter side; C their longer side.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

from modelyard.training.hardware import has_bf16

MOMENTUM = 0.95
ITERATIONS = 5
# A quintic whose slope at 0 is largest: singular values end within [0.7, 1.2], which is as good as 1 for an update.
COEFFICIENTS = (3.4445, -4.7750, 2.0315)
SMALLEST_NORM = 1e-7
# A batch on CPU: small matrices share the cost of a call, large ones are faster while they stay in the cache. On one
# core, 16 of 128 x 128 took 3.2 ms together and 6.9 one by one; 18 of 384 x 1024 took 200 ms together and 174 one by
# one, 24 of 384 x 384 took 120 together, 102 in fours.
CACHED_ELEMENTS = 1 << 19
# An update's root mean square is then that of AdamW's, whatever the shape: one learning rate, decay and schedule serve
# matrices and vectors alike. Keller Jordan's sqrt(max(1, rows / columns)) asks for a rate of its own for each
# width. Source: Liu et al. 2025, Muon is Scalable for LLM Training, equation 4.
SCALE = 0.2


def body_matrices(model: nn.Module) -> list[nn.Parameter]:
    """The weights that Muon moves: 2-D, trained, neither an embedding (tied ones included) nor the output head.

    A model may name them itself (`muon_parameters()`). The head is what the model calls `head` or
    `get_output_embeddings()`; a model that names none has it in its last matrix.
    """
    named = getattr(model, "muon_parameters", None)
    if callable(named):
        return [p for p in named() if p.requires_grad]
    left_out = {id(m.weight) for m in model.modules() if isinstance(m, (nn.Embedding, nn.EmbeddingBag))}
    matrices = [p for p in model.parameters() if p.ndim == 2 and min(p.shape) > 1]
    heads = _heads(model)
    left_out.update(heads or {id(p) for p in matrices[-1:]})
    return [p for p in matrices if p.requires_grad and id(p) not in left_out]


def _heads(model: nn.Module) -> set[int]:
    head = getattr(model, "head", None)
    if isinstance(head, nn.Module):
        return {id(p) for p in head.parameters()}
    if isinstance(head, Tensor):
        return {id(head)}
    found: set[int] = set()
    for module in model.modules():
        output: Any = getattr(module, "get_output_embeddings", None)
        output = output() if callable(output) else None
        if isinstance(output, nn.Module):
            found.update(id(p) for p in output.parameters())
    return found


def orthogonalised(matrices_NRC: Tensor) -> Tensor:
    """U V^T of each matrix's singular value decomposition, nearly: by Newton-Schulz, [N, R, C] with R <= C."""
    a, b, c = COEFFICIENTS
    exact = torch.promote_types(matrices_NRC.dtype, torch.float32)
    norms_N11: Tensor = torch.linalg.vector_norm(matrices_NRC, dim=(1, 2), keepdim=True, dtype=exact)
    x_NRC: Tensor = matrices_NRC / norms_N11.clamp_(min=SMALLEST_NORM).to(matrices_NRC.dtype)
    for _ in range(ITERATIONS):
        gram_NRR = torch.bmm(x_NRC, x_NRC.mT)
        polynomial_NRR = torch.baddbmm(gram_NRR, gram_NRR, gram_NRR, beta=b, alpha=c)
        x_NRC = torch.baddbmm(x_NRC, polynomial_NRR, x_NRC, beta=a)
    return x_NRC


class Muon:
    """The updates of some matrices, batched over those of one shape (a matrix and its transpose share it).

    The iteration runs in bfloat16 where the device multiplies it, in float32 elsewhere: `benchmarks/optimizer_step.py`.
    """

    def __init__(self, values: list[Tensor], decay: float, dtype: torch.dtype | None = None) -> None:
        """`values` are the weights without their graph; `dtype` that of the iteration, chosen where None."""
        self.momentum = [torch.zeros_like(v) for v in values]
        self._values = values
        self._decay = decay
        if dtype is None:
            dtype = torch.bfloat16 if values and has_bf16(values[0].device) else torch.float32
        self._dtype = dtype
        self._buckets: dict[tuple[int, int], list[int]] = {}
        for i, value in enumerate(values):
            rows, columns = value.shape
            self._buckets.setdefault((min(rows, columns), max(rows, columns)), []).append(i)

    def step(self, gradients: list[Tensor | None], rate: float, skip: Tensor | None = None) -> None:
        """Move the matrices that have a gradient; the gradients are used up.

        `skip` is 1 where this step shall change nothing and 0 elsewhere, a tensor so that nobody waits for its value.
        """
        found = [i for i, gradient in enumerate(gradients) if gradient is not None]
        if not found:
            return
        present = [gradient for gradient in gradients if gradient is not None]
        momentum, values = [self.momentum[i] for i in found], [self._values[i] for i in found]
        if skip is None:
            torch._foreach_lerp_(momentum, present, 1 - MOMENTUM)
        else:
            for gradient in present:
                gradient.masked_fill_(skip.bool(), 0.0)  # a NaN times 0 would still be one
            torch._foreach_lerp_(momentum, present, [(1 - MOMENTUM) * (1 - skip)] * len(found))
        torch._foreach_lerp_(present, momentum, MOMENTUM)  # Nesterov's look ahead
        if self._decay:
            keep: Any = 1 - rate * self._decay * (1.0 if skip is None else 1 - skip)
            torch._foreach_mul_(values, keep)
        nesterov = dict(zip(found, present, strict=True))
        for shape, members in self._buckets.items():
            inside = [i for i in members if i in nesterov]
            size = max(1, CACHED_ELEMENTS // math.prod(shape)) if values[0].device.type == "cpu" else len(members)
            for first in range(0, len(inside), size):
                batch = inside[first : first + size]
                self._apply(batch, [nesterov[i] for i in batch], rate * SCALE * math.sqrt(shape[1]), skip)

    def _apply(self, members: list[int], updates: Iterable[Tensor], rate: float, skip: Tensor | None) -> None:
        tall = [self._values[i].shape[0] > self._values[i].shape[1] for i in members]
        stack = torch.stack([u.mT if t else u for u, t in zip(updates, tall, strict=True)]).to(self._dtype)
        stack = orthogonalised(stack).float()
        if skip is not None:
            stack = stack * (1 - skip)
        parts = [part.mT if t else part for part, t in zip(stack.unbind(), tall, strict=True)]
        torch._foreach_add_([self._values[i] for i in members], parts, alpha=-rate)
