"""What a recipe asks of several processes, against the model and this machine: before any of it is begun."""

from __future__ import annotations

from typing import Any, Literal

from modelyard.core.errors import RecipeError
from modelyard.core.processes import data_size
from modelyard.core.recipe import Train
from modelyard.training.hardware import has_bf16
from modelyard.training.team import current


def precision_of(section: Train, *, rounds: bool) -> Literal["fp32", "bf16"]:
    """The recipe's, or bfloat16 where it may be and the team's device multiplies it."""
    if section.precision != "auto":
        return section.precision
    return "bf16" if rounds and has_bf16(current().device) else "fp32"


def check(section: Train, model: Any) -> None:
    """Raises: RecipeError for a model that cannot be dealt out as the recipe asks."""
    parallel = section.parallel
    data_size(parallel, current().size)
    if not parallel.shard and parallel.tensor == 1:
        return
    field = "shard" if parallel.shard else "tensor"
    if not getattr(model, "layers", None) or not hasattr(model, "hidden"):
        raise RecipeError(
            f"train.parallel.{field} needs a decoder of the Llama or Qwen3 definition",
            where=f"train.parallel.{field}",
            remedy="Leave it out: every network can be trained on several processes with data alone.",
        )
    if getattr(model, "is_quantised", False):
        raise RecipeError(
            f"train.parallel.{field} does not deal out quantised weights",
            where="model.base",
            remedy=f"Leave out model.base, or train.parallel.{field}: every process then holds the whole base.",
        )
    if section.compile is True:
        raise RecipeError(
            "weights that are dealt out are not compiled here",
            where="train.compile",
            got=True,
            remedy="Leave it out, or train with data alone.",
        )
    config, tensor = model.config, parallel.tensor
    sizes = {
        "heads": config.num_attention_heads,
        "kv_heads": config.num_key_value_heads,
        "inner": config.intermediate_size,
    }
    for name, size in sizes.items():
        if size % tensor:
            raise RecipeError(
                f"train.parallel.tensor must divide the model's {name}, which are {size}",
                where="train.parallel.tensor",
                got=tensor,
            )
    if tensor > 1 and model.dropout:
        raise RecipeError(
            "tensor parallelism computes the layers by their own definition, which has no dropout",
            where="model.dropout",
            got=model.dropout,
            remedy="Set it to 0, or train.parallel.tensor to 1.",
        )
