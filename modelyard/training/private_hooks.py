"""Hooks by which every layer of a model leaves the gradients of single examples: opacus', and what it lacks."""

from __future__ import annotations

import warnings
from typing import Any

from torch import Tensor, nn

from modelyard.core.registry import needing

# How far the sum of the single gradients may be from the whole one, relative to its largest entry.
_TOLERANCE = 1e-3


def hooked(model: nn.Module) -> Any:
    """Let every layer leave its gradients of single examples; the hooks, or None where they are not to be trusted."""
    with needing("train.privacy"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from opacus.grad_sample import GradSampleModule, register_grad_sampler
    if any(isinstance(module, nn.RNNBase) for module in model.modules()):
        return None  # opacus would want its own cells in their place, ten times slower than torch's
    if not _is_plain(model):
        return None
    register_grad_sampler(nn.LayerNorm)(_layer_norm)
    for kind in {type(module) for module in model.modules() if type(module).__name__.endswith("RMSNorm")}:
        register_grad_sampler(kind)(_rms_norm)
    try:
        return GradSampleModule(model, batch_first=True, loss_reduction="sum", strict=True)
    except (NotImplementedError, ValueError):
        return None


def _is_plain(model: Any) -> bool:
    """Whether each module of a decoder reads whole sequences: Llama's and Qwen3's do, and LoRA beside them.

    Others (experts read some tokens; DoRA's maps are also called on no tokens) may agree on a first batch only.
    Dropout and recomputing are of our layers, which hooks do not see.
    """
    if not hasattr(model, "hidden"):
        return True
    if not model.layers or any("magnitude" in name for name, _ in model.named_parameters()):
        return False
    return not (model.head.requires_grad and (model.dropout or model.checkpointing))


def _layer_norm(layer: Any, activations: list[Tensor], backprops: Tensor) -> dict[nn.Parameter, Tensor]:
    """As opacus 1.6 has it, which fails on a layer without a bias."""
    within = tuple(range(1, backprops.dim() - layer.weight.dim()))
    normal = nn.functional.layer_norm(activations[0], layer.normalized_shape, eps=layer.eps)
    pairs = ((layer.weight, normal * backprops), (layer.bias, backprops))
    trained = {one: gradient for one, gradient in pairs if one is not None and one.requires_grad}
    return {one: gradient.sum(dim=within) if within else gradient for one, gradient in trained.items()}


def _rms_norm(layer: Any, activations: list[Tensor], backprops: Tensor) -> dict[nn.Parameter, Tensor]:
    """Of the definitions' own classes, which opacus does not know."""
    if not layer.weight.requires_grad:
        return {}
    epsilon = layer.variance_epsilon if hasattr(layer, "variance_epsilon") else layer.eps
    normal = nn.functional.rms_norm(activations[0], layer.weight.shape, eps=epsilon)
    return {layer.weight: (normal * backprops).sum(dim=tuple(range(1, backprops.dim() - 1)))}


def agree(single: list[Tensor | None], whole: list[Tensor | None], examples: int) -> bool:
    """Whether single gradients are there for every weight and add up to the whole ones."""
    for one, all_ in zip(single, whole, strict=True):
        if (one is None) != (all_ is None):
            return False
        if one is None or all_ is None:
            continue
        if not isinstance(one, Tensor) or len(one) != examples:
            return False
        if float((one.sum(dim=0) - all_).abs().max()) > _TOLERANCE * max(1e-3, float(all_.abs().max())):
            return False
    return True
