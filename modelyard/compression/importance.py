"""How much the training loss depends on each unit of a network, by gradients on training batches.

A unit's score is the mean over batches of the squared first-order change of the loss if its outputs were scaled away:
(sum of weight x gradient over the weights that read it)^2. That sum is the derivative by a gate on the unit's output.
Sources: Molchanov et al. 2019, "Importance estimation for neural network pruning", equation 8; of a head, Michel et al.
2019, "Are sixteen heads really better than one?", equation 2 (there its absolute value).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.compression.layout import Layout

if TYPE_CHECKING:
    from torch import Tensor, nn


def scores(
    model: nn.Module, found: Layout, batches: Iterable[Any], loss: Callable[[nn.Module, Any], tuple[Tensor, Tensor]]
) -> dict[str, NDArray[np.float64]]:
    """A score for each unit of each group, and of `layer N` for each layer; the model's gradients are left empty.

    `loss(model, batch)` is a sum and the count to divide it by; dropout is off.
    """
    total = {name: np.zeros(group.units) for name, group in found.groups.items()}
    total |= {f"layer {layer}": np.zeros(1) for layer in range(found.depth)}
    model.eval()
    weights = {_own(name): parameter for name, parameter in model.named_parameters()}
    count = 0
    for batch in batches:
        model.zero_grad(set_to_none=True)
        loss_sum, examples = loss(model, batch)
        (loss_sum / examples).backward()  # type: ignore[no-untyped-call]
        changes = {
            name: (parameter.detach() * parameter.grad).double().cpu().numpy()
            for name, parameter in weights.items()
            if parameter.grad is not None and name in found.axes
        }
        for name, change in _by_unit(found, changes).items():
            total[name] += change**2
        for name, change in _by_layer(found, changes).items():
            total[name] += change**2
        count += 1
    model.zero_grad(set_to_none=True)
    return {name: score / max(1, count) for name, score in total.items()}


def _own(name: str) -> str:
    """A weight's name as its file has it: the family `encoder` holds its network as a part."""
    return name.removeprefix("network.")


def _by_unit(found: Layout, changes: dict[str, NDArray[np.float64]]) -> dict[str, NDArray[np.float64]]:
    """The derivative by a gate on each unit: summed over the matrices that read it."""
    gates = {name: np.zeros(group.units * group.entries) for name, group in found.groups.items()}
    for name, change in changes.items():
        axes = found.axes[name]
        if len(axes) < 2 or "embedding" in name:  # an embedding is looked up, not multiplied with
            continue
        along = change.sum(axis=tuple(place for place in range(change.ndim) if place != 1))
        start = 0
        for group in axes[1]:
            size = len(gates[group])
            gates[group] += along[start : start + size]
            start += size
    return {
        name: gate.reshape(found.groups[name].units, found.groups[name].entries).sum(axis=1)
        for name, gate in gates.items()
    }


def _by_layer(found: Layout, changes: dict[str, NDArray[np.float64]]) -> dict[str, NDArray[np.float64]]:
    """The derivative by a gate on what each layer adds: its matrices that write to the width."""
    gates = {f"layer {layer}": np.zeros(1) for layer in range(found.depth)}
    for name, layer in found.layers.items():
        axes = found.axes[name]
        if name in changes and len(axes) == 2 and axes[0] == ("width",):
            gates[f"layer {layer}"] += changes[name].sum()
    return gates
