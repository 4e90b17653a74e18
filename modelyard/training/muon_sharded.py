"""Muon where each process holds a part of every matrix: momentum stays in parts, the iteration needs them whole.

The whole of a few matrices at a time is gathered from all processes; each iterates and keeps its own part.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from modelyard.training import sharding
from modelyard.training.hardware import has_bf16
from modelyard.training.muon import MOMENTUM, SCALE, Muon, orthogonalised

# Elements of the matrices that are whole at once: 64 MB of float32.
GATHERED_ELEMENTS = 1 << 24


def muon_of(parameters: Sequence[Tensor], decay: float) -> Muon | ShardedMuon:
    """Of plain matrices, or of DTensors."""
    if any(sharding.is_sharded(parameter) for parameter in parameters):
        return ShardedMuon(parameters, decay)
    return Muon([parameter.detach() for parameter in parameters], decay)


class ShardedMuon:
    """As `Muon`, over DTensors: `momentum`, and the gradients of `step`, are this process's parts."""

    def __init__(self, parameters: Sequence[Tensor], decay: float) -> None:
        self._parameters = list(parameters)
        self._values = [sharding.local(parameter) for parameter in parameters]
        self.momentum = [torch.zeros_like(value) for value in self._values]
        self._decay = decay
        self._dtype = torch.bfloat16 if has_bf16(self._values[0].device) else torch.float32
        buckets: dict[tuple[int, int], list[int]] = {}
        for i, parameter in enumerate(parameters):
            rows, columns = parameter.shape
            buckets.setdefault((min(rows, columns), max(rows, columns)), []).append(i)
        # The same batches on every process: each is gathered together.
        self._batches: list[tuple[int, list[int]]] = []
        for shape, members in buckets.items():
            size = max(1, GATHERED_ELEMENTS // math.prod(shape))
            self._batches += [(shape[1], members[first : first + size]) for first in range(0, len(members), size)]

    def step(self, gradients: list[Tensor | None], rate: float, skip: Tensor | None = None) -> None:
        """As `Muon.step`."""
        keep: Any = 1.0 if skip is None else 1 - skip
        for longest, members in self._batches:
            updates = []
            found = [i for i in members if gradients[i] is not None]
            for i in found:
                gradient = gradients[i]
                assert gradient is not None
                if skip is not None:
                    gradient.masked_fill_(skip.bool(), 0.0)  # a NaN times 0 would still be one
                self.momentum[i].lerp_(gradient, (1 - MOMENTUM) * keep)
                gradient.lerp_(self.momentum[i], MOMENTUM)  # Nesterov's look ahead
                full = sharding.whole(sharding.like(gradient, self._parameters[i])).to(self._dtype)
                updates.append(full.mT if full.shape[0] > full.shape[1] else full)
            if not found:
                continue
            stack = orthogonalised(torch.stack(updates)).float() * keep
            for i, update in zip(found, stack.unbind(), strict=True):
                parameter, value = self._parameters[i], self._values[i]
                upright = update.mT if parameter.shape[0] > parameter.shape[1] else update
                if self._decay:
                    value.mul_(1 - rate * self._decay * keep)
                part = sharding.own_part(upright.contiguous(), parameter)
                value.add_(part, alpha=-rate * SCALE * math.sqrt(longest))
