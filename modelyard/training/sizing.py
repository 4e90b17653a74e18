"""The size of a model that the recipe leaves to the budget."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import torch

from modelyard.core.recipe import Train
from modelyard.training.candidate import Fitted
from modelyard.training.ground import Ground
from modelyard.training.hardware import has_bf16, matmul_flops_per_second
from modelyard.training.material import Material

# Of the matrix-multiply peak that a training step reaches. Measured for decoders of 10 M parameters on one core: 0.65.
REACHED = 0.5
# Of the time for training that goes into steps: the rest is rehearsal, validation and saving.
STEPPING = 0.8


def size_within(
    ground: Ground,
    fitted: Fitted,
    material: Material,
    section: Train,
    device: torch.device,
    limit_seconds: float | None,
) -> dict[str, Any] | None:
    """The family's configuration as JSON where the budget sets its size, else None."""
    tokens = material.count * max(1, fitted.task.features.max_length)
    precision = section.precision
    if precision == "auto":
        precision = "bf16" if ground.rounds and has_bf16(device) else "fp32"
    config, text = sized(
        fitted.module,
        fitted.config,
        tokens=tokens,
        vocabulary=fitted.task.features.width,
        seconds=limit_seconds,
        precision=precision,
        device=device,
    )
    if not text:
        return None
    ground.run.notice(f"{fitted.family}: {text}")
    content: dict[str, Any] = config.model_dump(mode="json", by_alias=True)
    return content


def sized(
    module: ModuleType,
    config: Any,
    *,
    tokens: int,
    vocabulary: int,
    seconds: float | None,
    precision: str,
    device: torch.device | str = "cpu",
) -> tuple[Any, str]:
    """The configuration with its size, and a sentence on it; both as they were where the size is given already.

    `tokens` are the training split's, each counted once; `seconds` the time for training, None without a budget: the
    family's default size is taken then.
    """
    if seconds is None or not hasattr(module, "size") or config.is_sized:
        return config, ""
    reached = REACHED * matmul_flops_per_second(precision, device=device)
    chosen, best = module.size(
        config, tokens=tokens, vocabulary=vocabulary, seconds=STEPPING * seconds, flops_per_second=reached
    )
    return chosen, (
        f"the budget suits {best.shape.layers} layers of width {best.shape.width} ({best.parameters:,} parameters, "
        f"{best.epochs:.1f} passes over {tokens:,} tokens; model.layers and model.width set another size)"
    )
