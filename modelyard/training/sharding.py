"""Weights of which each process holds a part: PyTorch's DTensor, where FSDP2 or tensor parallelism made them.

A plain tensor passes through every function as it is, so that the optimizer, the average and the checkpoints are
written once. None of it imports `torch.distributed` for plain tensors.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor


def is_sharded(tensor: Tensor) -> bool:
    """Whether this is a DTensor."""
    return hasattr(tensor, "placements")


def local(tensor: Tensor) -> Tensor:
    """What this process holds of a tensor, without a graph and in the same memory."""
    if not is_sharded(tensor):
        return tensor.detach()
    part: Tensor = tensor.detach().to_local()  # type: ignore[attr-defined]
    return part


def gradient(parameter: Tensor) -> Tensor | None:
    """What this process holds of a parameter's gradient, dealt out as the parameter is."""
    found: Any = parameter.grad
    if found is None or not is_sharded(parameter):
        return found  # type: ignore[no-any-return]
    wanted: Any = parameter
    if found.placements != wanted.placements:
        found = found.redistribute(placements=wanted.placements)
    return local(found)


def like(part: Tensor, parameter: Any) -> Tensor:
    """This process's `part` of a tensor that is dealt out as `parameter` is, in the same memory."""
    if not is_sharded(parameter):
        return part
    from torch.distributed.tensor import DTensor

    return DTensor.from_local(
        part,
        parameter.device_mesh,
        parameter.placements,
        run_check=False,
        shape=parameter.shape,
        stride=parameter.stride(),
    )


@torch.no_grad()
def whole(tensor: Any) -> Tensor:
    """All of a tensor, on every process: they must all ask."""
    found: Tensor = tensor.detach().full_tensor() if is_sharded(tensor) else tensor.detach()
    return found


@torch.no_grad()
def own_part(full: Tensor, parameter: Any) -> Tensor:
    """This process's part of `full`, dealt out as `parameter` is; nothing is sent."""
    if not is_sharded(parameter):
        return full
    from torch.distributed.tensor import DTensor, Replicate

    mesh = parameter.device_mesh
    spread = DTensor.from_local(full.to(parameter.device), mesh, [Replicate()] * mesh.ndim, run_check=False)
    return local(spread.redistribute(placements=parameter.placements))


@torch.no_grad()
def put(target: Tensor, source: Tensor) -> None:
    """Write `source` (whole, or dealt out as `target` is) into `target`."""
    part = local(source) if is_sharded(source) else own_part(source, target)
    local(target).copy_(part)


def norm(parameters: Sequence[Tensor], gradients: Sequence[Tensor]) -> Tensor:
    """The length of all gradients together; `gradients` are this process's parts of those of `parameters`.

    Each part counts once, whoever holds copies of it.
    """
    lengths = torch._foreach_norm(list(gradients))
    if not any(is_sharded(parameter) for parameter in parameters):
        found: Tensor = torch.linalg.vector_norm(torch.stack(lengths))
        return found
    import torch.distributed as dist

    sums: dict[tuple[Any, ...], Tensor] = {}
    for parameter, length in zip(parameters, lengths, strict=True):
        key = _groups(parameter)
        sums[key] = sums.get(key, torch.zeros_like(length)) + length * length
    for groups, total in sums.items():
        for group in groups:
            dist.all_reduce(total, group=group)
    return torch.stack(list(sums.values())).sum().sqrt()


def all_finite(parameters: Sequence[Tensor]) -> bool:
    """Whether every number of every part is one; all processes get the same answer."""
    bad = torch.stack([(~torch.isfinite(local(p))).any() for p in parameters]).any().float()
    if any(is_sharded(p) for p in parameters):
        import torch.distributed as dist

        dist.all_reduce(bad)
    return not bool(bad)


def _groups(parameter: Any) -> tuple[Any, ...]:
    """The process groups over which a parameter is cut."""
    if not is_sharded(parameter):
        return ()
    mesh = parameter.device_mesh
    # FSDP2 over tensor parallelism cuts what is cut already: that placement does not call itself a shard.
    return tuple(mesh.get_group(i) for i, placement in enumerate(parameter.placements) if not placement.is_replicate())
